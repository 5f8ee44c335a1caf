//! Registers and associations: what they name, what they show, and when an entry is open.

use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::model::{Entry, Model, Stage};

use super::references::{all, known_indicators};

/// Everything that registers and associations name.
pub fn check_references(model: &Model, diagnostics: &mut Diagnostics) {
    let vocabulary = &model.vocabulary;
    for (_, association) in vocabulary.associations.iter() {
        all("topic", &vocabulary.topics, &association.topics, diagnostics);
        all("practice", &model.practices, &association.practices, diagnostics);
    }
    for (_, register) in model.registers.iter() {
        all("document", &model.documents, &register.source, diagnostics);
    }
    for entry in entries(model) {
        all("organisation", &model.organisations, &entry.organisation, diagnostics);
        all("subject", &vocabulary.subjects, &entry.subjects, diagnostics);
        all("topic", &vocabulary.topics, &entry.topics, diagnostics);
        all("audience", &vocabulary.audiences, &entry.audiences, diagnostics);
        all("practice", &model.practices, &entry.practices, diagnostics);
        all("document", &model.documents, &entry.document, diagnostics);
        known_indicators(model, &entry.indicators, diagnostics);
    }
}

fn entries(model: &Model) -> impl Iterator<Item = &Entry> {
    model.registers.iter().flat_map(|(_, register)| register.value.entries.iter()).map(|(_, row)| &row.value)
}

/// A practice that a register or an association shows is in the bank.
pub fn check_practices(model: &Model, diagnostics: &mut Diagnostics) {
    let declared = model.vocabulary.associations.iter().map(|(_, row)| &row.value.practices);
    for id in declared.chain(entries(model).map(|entry| &entry.practices)).flatten() {
        let code = match model.practices.get(id).map(|practice| practice.stage) {
            Some(Stage::Draft | Stage::Review) => &codes::UNPUBLISHED_TARGET,
            Some(Stage::Archived) => &codes::ARCHIVED_PRACTICE,
            Some(Stage::Approved) | None => continue,
        };
        diagnostics.push(Diagnostic::at(code, id.span).with("id", &id.value));
    }
}

/// An entry does not end before it begins.
pub fn check_dates(model: &Model, diagnostics: &mut Diagnostics) {
    for entry in entries(model) {
        if let (Some(from), Some(until)) = (&entry.from, &entry.until)
            && until.value < from.value
        {
            diagnostics.push(
                Diagnostic::at(&codes::DATES_OUT_OF_ORDER, until.span)
                    .with("later", "until")
                    .with("date", until.value)
                    .with("earlier", "from")
                    .with("since", from.value)
                    .see(from.span),
            );
        }
    }
}
