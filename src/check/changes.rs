//! Days on which something was changed: none is yet to come.

use jiff::civil::Date;

use crate::diag::{At, Diagnostic, Diagnostics, codes};
use crate::model::Model;

/// No page says that it was changed tomorrow.
pub fn check_changes(model: &Model, diagnostics: &mut Diagnostics) {
    let today = model.site.date;
    for day in days(model).filter(|day| day.value > today) {
        let complaint = Diagnostic::at(&codes::FUTURE_CHANGE, day.span);
        diagnostics.push(complaint.with("date", day.value).with("today", today));
    }
}

/// All days that authors wrote down.
fn days(model: &Model) -> impl Iterator<Item = &At<Date>> {
    let practices = model.practices.iter().flat_map(|(_, practice)| {
        let changes = practice.changes.iter().map(|change| &change.date);
        // The last of the changes is taken for `updated` too.
        let told =
            |updated: &&At<Date>| practice.changes.iter().any(|change| change.date.span == updated.span);
        changes.chain(practice.updated.iter().filter(move |updated| !told(updated)))
    });
    let pages = model.pages.iter().filter_map(|(_, page)| page.updated.as_ref());
    let registers = model.registers.iter().filter_map(|(_, register)| register.updated.as_ref());
    practices.chain(pages).chain(registers)
}
