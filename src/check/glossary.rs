//! The glossary: a word of a text has one meaning.

use std::collections::BTreeMap;

use crate::diag::{At, Diagnostic, Diagnostics, codes};
use crate::model::{Id, Model, Term};
use crate::words::folded;

/// No word belongs to two terms: a text could explain only one of them.
pub fn check_forms(model: &Model, diagnostics: &mut Diagnostics) {
    let mut taken: BTreeMap<String, (&Id<Term>, &At<String>)> = BTreeMap::new();
    for (id, term) in model.vocabulary.terms.iter() {
        for form in term.spellings() {
            let (owner, first) = *taken.entry(folded(form)).or_insert((id, form));
            if owner != id {
                diagnostics.push(
                    Diagnostic::at(&codes::SHARED_FORM, form.span)
                        .with("form", &form.value)
                        .with("id", id)
                        .with("other", owner)
                        .see(first.span),
                );
            }
        }
    }
}
