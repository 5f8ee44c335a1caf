//! Earlier ids: none may be somebody's present one, and none may lead to two rows.

use std::collections::BTreeMap;

use crate::diag::{Diagnostic, Diagnostics, Span, codes};
use crate::model::{Model, Shelf, ShelfOf, ThingKind};

/// Every name that was given away leads to one page.
pub fn check_aliases(model: &Model, diagnostics: &mut Diagnostics) {
    let shelves = model.shelves();
    let mut taken: BTreeMap<(Space<'_>, &str), Span> = BTreeMap::new();
    for shelf in &shelves {
        taken.extend(shelf.ids.iter().map(|(id, span)| ((space(shelf), *id), *span)));
    }
    for shelf in &shelves {
        for (alias, _) in &shelf.aliases {
            let Some(first) = taken.insert((space(shelf), alias.value), alias.span) else { continue };
            let complaint = Diagnostic::at(&codes::DUPLICATE_ID, alias.span).with("id", alias.value);
            diagnostics.push(complaint.with("list", "aliases").see(first));
        }
    }
}

/// Names that may be told apart by nothing else.
type Space<'a> = Result<ThingKind, ShelfOf<'a>>;

/// A link names an indicator without its programme, so programmes share their indicators' names.
fn space<'a>(shelf: &Shelf<'a>) -> Space<'a> {
    shelf.of.kind().ok_or(shelf.of)
}
