//! Organisations alike: whom a school may fairly be compared with.
//!
//! A table of declared features, made comparable; distances; Ward's groups; what they are like in words and how steady.
//! Apart from the rest of the analysis, because it reads only what may be shown (`Amount::value`): what is hidden is
//! missing here, and no group, mean or neighbour can give it away.

mod agreement;
mod distance;
mod features;
mod groups;
mod stability;
#[cfg(test)]
mod tests;
mod types;
mod ward;

use std::collections::BTreeMap;

use crate::model::{Feature, GroupCount, Id, Indicator, Model, Period, Programme};

use super::Dynamics;
use distance::{Distances, Row, spreads, standardised};
use features::Gathered;
use ward::Partition;

pub use distance::Spread;
pub use types::{Before, Cluster, ClusterAnalysis, Clusters, Neighbour, OnePerson, Place, Stability, Trait};

/// The groups of every period, and how steady the last ones are. Nothing where the programme declares no features.
pub(super) fn of_programme(
    model: &Model,
    programme: &Programme,
    dynamics: &BTreeMap<Id<Indicator>, Dynamics>,
) -> ClusterAnalysis {
    let Some(declared) = &programme.clustering else { return ClusterAnalysis::default() };
    let features: Vec<Feature> = declared.features.iter().map(|feature| feature.value.clone()).collect();
    let groups = declared.groups.map(GroupCount::get);
    let mut by_period: BTreeMap<Period, Clusters> = BTreeMap::new();
    let mut one_person = None;
    for period in programme.collections.keys() {
        let (known, unknown) = Gathered::of(model, &features, dynamics, *period).split();
        let Some(table) = Table::of(&known.values(), groups) else { continue };
        by_period.insert(*period, groups::clusters(model, (&known, unknown), &table));
        one_person = Some((known, table));
    }
    let one_person = one_person.and_then(|(known, table)| stability::one_person(&known, &table, groups));
    let stability = Stability { one_person, before: stability::before(&by_period) };
    ClusterAnalysis { by_period, stability }
}

/// A table of numbers with all that follows from it alone.
pub(crate) struct Table {
    /// What each feature is like.
    pub(crate) spreads: Vec<Spread>,
    /// The rows in standard deviations.
    pub(crate) standard: Vec<Row>,
    /// How far the rows are apart.
    pub(crate) distances: Distances,
    /// To which group each belongs.
    pub(crate) partition: Partition,
}

impl Table {
    /// The whole calculation; none where nothing tells the rows apart, or there are fewer than three.
    pub(crate) fn of(rows: &[Row], groups: Option<usize>) -> Option<Self> {
        let spreads = spreads(rows);
        let standard = standardised(rows, &spreads);
        let distances = Distances::of(&standard);
        let partition = ward::partition(&distances, groups)?;
        Some(Self { spreads, standard, distances, partition })
    }
}
