//! Links that were written to an earlier id lead to the present one.
//!
//! Here, once, and not at every reader of a link: behind this room no text knows that anything was renamed. Ids in data
//! are not followed, since a row that is joined under two names would be counted by each.

use std::collections::{BTreeMap, BTreeSet};

use super::super::{LinkTarget, Model, ThingKind};

/// Earlier names with the present ones, by kind.
type Names = BTreeMap<(ThingKind, String), String>;

/// Leads the links of all texts to the present names.
pub fn follow(model: &mut Model) {
    let names = names(model);
    if names.is_empty() {
        return;
    }
    for (_, target) in model.proses_mut().flat_map(|prose| &mut prose.links) {
        if let LinkTarget::Thing(kind, name, _) = target
            && let Some(present) = names.get(&(*kind, name.clone()))
        {
            name.clone_from(present);
        }
    }
}

/// A name that is somebody's present one leads there and nowhere else, whatever programme calls it an earlier one.
fn names(model: &Model) -> Names {
    let shelves = model.shelves();
    let linked = || shelves.iter().filter_map(|shelf| Some((shelf.of.kind()?, shelf)));
    let present: BTreeSet<(ThingKind, &str)> =
        linked().flat_map(|(kind, shelf)| shelf.ids.keys().map(move |id| (kind, *id))).collect();
    let earlier = linked().flat_map(|(kind, shelf)| {
        shelf.aliases.iter().map(move |(earlier, now)| ((kind, earlier.value), *now))
    });
    earlier
        .filter(|(name, _)| !present.contains(name))
        .map(|((kind, name), now)| ((kind, name.to_owned()), now.to_owned()))
        .collect()
}
