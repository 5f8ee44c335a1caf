//! Links that were written to an earlier id lead to the present one.
//!
//! Here, once, and not at every reader of a link: behind this room no text knows that anything was renamed. Ids in data
//! are not followed, since a row that is joined under two names would be counted by each.

use std::collections::BTreeMap;

use super::super::{LinkTarget, Model, Table, ThingKind};

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

fn names(model: &Model) -> Names {
    let mut names = Names::new();
    gather(ThingKind::Practice, &model.practices, &mut names);
    gather(ThingKind::Recommendation, &model.recommendations, &mut names);
    gather(ThingKind::Report, &model.reports, &mut names);
    gather(ThingKind::Document, &model.documents, &mut names);
    gather(ThingKind::Page, &model.pages, &mut names);
    gather(ThingKind::Organisation, &model.organisations, &mut names);
    for (_, programme) in model.programmes.iter() {
        gather(ThingKind::Indicator, &programme.indicators, &mut names);
    }
    names
}

fn gather<T>(kind: ThingKind, table: &Table<T>, names: &mut Names) {
    let named = table.aliases().map(|(earlier, present)| ((kind, earlier.to_string()), present.to_string()));
    names.extend(named);
}
