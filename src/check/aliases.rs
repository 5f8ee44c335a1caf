//! Earlier ids: none may be somebody's present one, and none may lead to two rows.

use std::collections::BTreeMap;

use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::model::{Model, Table};

/// Every address that was given away leads to one page.
pub fn check_aliases(model: &Model, diagnostics: &mut Diagnostics) {
    check(&model.practices, diagnostics);
    check(&model.recommendations, diagnostics);
    check(&model.reports, diagnostics);
    check(&model.documents, diagnostics);
    check(&model.pages, diagnostics);
    check(&model.organisations, diagnostics);
    for (_, register) in model.registers.iter() {
        check(&register.entries, diagnostics);
    }
    for (_, programme) in model.programmes.iter() {
        check(&programme.indicators, diagnostics);
    }
}

fn check<T>(table: &Table<T>, diagnostics: &mut Diagnostics) {
    let mut taken = BTreeMap::new();
    for (alias, _) in table.aliases() {
        let earlier = taken.insert(&alias.value, alias.span);
        if let Some(first) = table.get(&alias.value).map(|row| row.span).or(earlier) {
            let complaint = Diagnostic::at(&codes::DUPLICATE_ID, alias.span).with("id", &alias.value);
            diagnostics.push(complaint.with("list", "aliases").see(first));
        }
    }
}
