//! Clusters: every feature is known, and can tell organisations apart.

use crate::diag::{At, Diagnostic, Diagnostics, codes};
use crate::model::{Breakdown, Counted, Feature, Id, Indicator, MeasureKind, Model, Programme};
use crate::words::nearest;

use super::references::known;

/// Kinds and indicators that features name.
pub fn check_references(model: &Model, diagnostics: &mut Diagnostics) {
    for (programme, feature) in features(model) {
        match &feature.value {
            Feature::Kind(id) => known("kind", &model.vocabulary.kinds, &at(feature, id), diagnostics),
            Feature::Indicator(id) | Feature::Base(id) => {
                known("indicator", &programme.indicators, &at(feature, id), diagnostics);
            }
            Feature::Staff | Feature::Settlement(_) => {}
        }
    }
}

fn at<T>(feature: &At<Feature>, id: &Id<T>) -> At<Id<T>> {
    At::new(id.clone(), feature.span)
}

fn features(model: &Model) -> impl Iterator<Item = (&Programme, &At<Feature>)> {
    model.programmes.iter().flat_map(|(_, row)| {
        let declared = row.value.clustering.iter().flat_map(|clustering| &clustering.features);
        declared.map(|feature| (&row.value, feature))
    })
}

/// A feature has a number for every organisation, and somebody has it.
pub fn check_features(model: &Model, diagnostics: &mut Diagnostics) {
    for (programme, feature) in features(model) {
        let indicator = |id| programme.indicators.get(id).map(|row| &row.value);
        let (problem, near) = match &feature.value {
            Feature::Indicator(id) => (indicator(id).and_then(unfit), None),
            Feature::Base(id) => (indicator(id).and_then(unfit_base), None),
            Feature::Settlement(name) => {
                let known = || model.organisations.iter().filter_map(|(_, row)| row.settlement.as_deref());
                let is_sure = model.organisations.is_whole() && known().all(|other| other != name);
                (is_sure.then_some("settlement"), nearest(name, known()))
            }
            Feature::Staff | Feature::Kind(_) => (None, None),
        };
        let Some(problem) = problem else { continue };
        let complaint = Diagnostic::at(&codes::BAD_FEATURE, feature.span).with("problem", problem);
        diagnostics.push(complaint.nearest(near));
    }
}

/// Why the values of an indicator tell no organisations apart.
fn unfit(indicator: &Indicator) -> Option<&'static str> {
    if indicator.measure == MeasureKind::Presence {
        return Some("measure");
    }
    (!indicator.breakdown.contains(&Breakdown::Organisation)).then_some("breakdown")
}

/// Why its denominators do not.
fn unfit_base(indicator: &Indicator) -> Option<&'static str> {
    if indicator.measure != MeasureKind::Share || indicator.people != Counted::People {
        return Some("base");
    }
    unfit(indicator)
}
