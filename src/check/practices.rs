//! Practices: dates of review, and whether every indicator has help in the bank.

use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::model::{Model, Stage};

/// A review date that has passed, a year that has not come.
pub fn check_dates(model: &Model, diagnostics: &mut Diagnostics) {
    let today = model.site.date;
    for (id, practice) in model.practices.iter() {
        if let (Some(until), Stage::Approved) = (&practice.review_until, practice.stage)
            && until.value < today
        {
            diagnostics.push(
                Diagnostic::at(&codes::REVIEW_PAST, until.span).with("id", id).with("date", until.value),
            );
        }
        if practice.year.value.0 > today.year() {
            diagnostics.push(
                Diagnostic::at(&codes::FUTURE_PRACTICE, practice.year.span)
                    .with("id", id)
                    .with("year", practice.year.value),
            );
        }
    }
}

/// Every indicator is improved by some practice of the bank.
pub fn check_coverage(model: &Model, diagnostics: &mut Diagnostics) {
    for (_, programme) in model.programmes.iter() {
        for (id, indicator) in programme.indicators.iter() {
            let helped = model.practices.iter().any(|(_, practice)| {
                practice.stage == Stage::Approved
                    && practice.improves.iter().any(|improved| improved.value == *id)
            });
            // What seems absent may be what was refused.
            if !helped && model.practices.is_whole() {
                diagnostics.push(Diagnostic::at(&codes::NO_PRACTICES, indicator.span).with("id", id));
            }
        }
    }
}
