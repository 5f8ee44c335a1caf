//! `[clusters]` of `programme.toml`: the features by which organisations are likened.

use crate::diag::{At, Diagnostic, codes};

use super::super::raw::Fields;
use super::super::{Clustering, Feature, GroupCount};

/// How features are written.
const KNOWN: [&str; 5] = ["staff", "kind:…", "settlement:…", "indicator:…", "base:…"];

/// Lowers the declaration; none where no feature of it can be used.
pub fn lower(mut fields: Fields<'_, '_>) -> Option<Clustering> {
    let features = features(&mut fields);
    let groups = groups(&mut fields);
    fields.finish();
    (!features.is_empty()).then_some(Clustering { features, groups })
}

fn features(fields: &mut Fields<'_, '_>) -> Vec<At<Feature>> {
    let typed = fields.texts_at("features");
    if fields
        .raw("features")
        .is_none_or(|value| value.get_ref().as_array().is_some_and(|list| list.is_empty()))
    {
        fields.missing("features");
    }
    let mut features: Vec<At<Feature>> = Vec::new();
    for typed in typed {
        let Some(feature) = feature(fields, &typed) else { continue };
        match features.iter().find(|other| other.value == feature) {
            Some(first) => fields.complain(
                Diagnostic::at(&codes::DUPLICATE_ITEM, typed.span).with("item", &typed.value).see(first.span),
            ),
            None => features.push(At::new(feature, typed.span)),
        }
    }
    features
}

fn feature(fields: &mut Fields<'_, '_>, typed: &At<String>) -> Option<Feature> {
    let (word, name) = typed.value.split_once(':').unwrap_or((&typed.value, ""));
    let name = At::new(name.to_owned(), typed.span);
    match word {
        "staff" if name.is_empty() => Some(Feature::Staff),
        "kind" => Some(Feature::Kind(fields.parse_id(&name)?.value)),
        "settlement" if !name.is_empty() => Some(Feature::Settlement(name.value)),
        "indicator" => Some(Feature::Indicator(fields.parse_id(&name)?.value)),
        "base" => Some(Feature::Base(fields.parse_id(&name)?.value)),
        _ => {
            let complaint = Diagnostic::at(&codes::UNKNOWN_WORD, typed.span).with("word", &typed.value);
            fields.complain(complaint.with("known", KNOWN.join(", ")));
            None
        }
    }
}

fn groups(fields: &mut Fields<'_, '_>) -> Option<GroupCount> {
    let typed = fields.opt_count("groups")?;
    let groups = GroupCount::new(typed);
    if let (None, Some(value)) = (groups, fields.raw("groups")) {
        let place = fields.place(value);
        fields.complain(
            Diagnostic::at(&codes::BAD_NUMBER, place).with("key", "groups").with("expected", "groups"),
        );
    }
    groups
}
