//! Values, totals, targets and baselines: what is well formed and yet can hardly be so.
//!
//! What may be right after all is a warning, and a note in the data signs it off: the note of the cell, or of the
//! observation where the district's own value is meant. The reader then sees the same note.

mod doubts;
mod leaps;
mod totals;

pub use doubts::{check_collected, check_full, check_proofs, check_provisional};
pub use leaps::{check_denominators, check_leaps};
pub use totals::check_totals;

use crate::diag::{At, Diagnostic, Diagnostics, codes};
use crate::model::{
    Better, Bound, Cell, Counted, Id, Indicator, Judged, MeasureKind, Model, Observation, Programme, Value,
};
use crate::words::number;

fn indicators(model: &Model) -> impl Iterator<Item = (&Programme, &Id<Indicator>, &At<Indicator>)> {
    model.programmes.iter().flat_map(|(_, programme)| {
        programme.value.indicators.iter().map(|(id, indicator)| (&programme.value, id, indicator))
    })
}

fn observations<'a>(
    programme: &'a Programme,
    id: &'a Id<Indicator>,
) -> impl Iterator<Item = &'a At<Observation>> {
    programme.collections.values().filter_map(move |collection| collection.observations.get(id))
}

/// The numbers of a value as a complaint shows them: the share's two, or the one of any other measure.
fn numbers(value: Value) -> (String, String) {
    match value {
        Value::Share(share) => (share.n().to_string(), share.of().to_string()),
        Value::Count(x) | Value::Score(x) => (number(x, 2), String::new()),
        Value::Presence(_) => Default::default(),
    }
}

/// Whether a note explains the district's value.
fn is_explained(observation: &Observation, total: Option<&Cell>) -> bool {
    observation.note.is_some() || total.is_some_and(|total| total.note.is_some())
}

/// Nobody has collected anything after today.
pub fn check_future(model: &Model, diagnostics: &mut Diagnostics) {
    for (_, programme) in model.programmes.iter() {
        for collection in programme.collections.values() {
            if collection.collected.value > model.site.date {
                diagnostics.push(
                    Diagnostic::at(&codes::FUTURE_PERIOD, collection.collected.span)
                        .with("collected", collection.collected.value)
                        .with("today", model.site.date),
                );
            }
        }
    }
}

/// A baseline has a value.
pub fn check_baselines(model: &Model, diagnostics: &mut Diagnostics) {
    for (programme, id, indicator) in indicators(model) {
        if let Some(baseline) = &indicator.baseline
            && programme.observation(id, baseline.value).is_none()
        {
            diagnostics
                .push(Diagnostic::at(&codes::NO_BASELINE, baseline.span).with("period", baseline.value));
        }
    }
}

/// Targets point the way that is better, and lie within the programme's years.
pub fn check_targets(model: &Model, diagnostics: &mut Diagnostics) {
    for (programme, _, indicator) in indicators(model) {
        for target in &indicator.targets {
            let against = matches!(
                (indicator.better, target.bound),
                (Better::Higher, Bound::AtMost(_)) | (Better::Lower, Bound::AtLeast(_))
            );
            let problem = if against && indicator.judged == Judged::Level {
                "direction"
            } else if target.by < programme.years.0 || target.by > programme.years.1 {
                "years"
            } else {
                continue;
            };
            diagnostics.push(Diagnostic::at(&codes::BAD_TARGET, target.span).with("problem", problem));
        }
    }
}

/// Nobody counts more people than work there.
pub fn check_staff(model: &Model, diagnostics: &mut Diagnostics) {
    for (programme, id, indicator) in indicators(model) {
        if indicator.people != Counted::People || indicator.measure != MeasureKind::Share {
            continue;
        }
        for observation in observations(programme, id) {
            for (organisation, cell) in &observation.by_organisation {
                let Some(row) = model.organisations.get(organisation) else { continue };
                if let (Some(Value::Share(share)), None) = (cell.value.value(), &cell.note)
                    && share.of() > row.staff
                {
                    diagnostics.push(
                        Diagnostic::at(&codes::OVER_STAFF, cell.span)
                            .with("of", share.of())
                            .with("staff", row.staff),
                    );
                }
            }
        }
    }
}

/// Every indicator has something for the latest period.
pub fn check_presence(model: &Model, diagnostics: &mut Diagnostics) {
    for (programme, id, indicator) in indicators(model) {
        let Some(latest) = programme.latest() else { continue };
        if programme.observation(id, latest).is_none() {
            diagnostics.push(
                Diagnostic::at(&codes::NO_VALUES, indicator.span).with("id", id).with("period", latest),
            );
        }
    }
}
