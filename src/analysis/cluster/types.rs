//! What was found out about organisations alike, as the other rooms see it.

use std::collections::BTreeMap;

use crate::model::{Id, Organisation, Period};

use super::Spread;

/// Organisations grouped by likeness, period by period.
#[derive(Debug, Default)]
pub struct ClusterAnalysis {
    /// By collected period; a period in which nothing tells organisations apart is absent.
    pub by_period: BTreeMap<Period, Clusters>,
    /// How steady the groups of the latest of these periods are.
    pub stability: Stability,
}

/// The groups of one period.
#[derive(Debug)]
pub struct Clusters {
    /// What each declared feature is like, in the order of the declaration.
    pub features: Vec<Spread>,
    /// The groups: those with the largest organisations (by mean staff) first, of equal ones the one with the smallest id.
    pub groups: Vec<Cluster>,
    /// Where each grouped organisation stands.
    pub places: BTreeMap<Id<Organisation>, Place>,
    /// Organisations of which fewer than half of the features are known.
    pub ungrouped: Vec<Id<Organisation>>,
    /// How well the groups are apart, from −1 to 1 (Rousseeuw 1987).
    pub silhouette: f64,
}

/// Organisations alike.
#[derive(Debug)]
pub struct Cluster {
    /// Its organisations, sorted by id.
    pub members: Vec<Id<Organisation>>,
    /// The one that is nearest to all the others (the medoid).
    pub typical: Id<Organisation>,
    /// The mean of each declared feature over those members that have it.
    pub means: Vec<Option<f64>>,
    /// What sets it apart from the district, the most telling first.
    pub traits: Vec<Trait>,
}

/// A feature that sets a group apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trait {
    /// Which of the declared features.
    pub feature: usize,
    /// How far the mean of the group is above that of the district, in standard deviations; negative below it.
    pub distance: f64,
}

/// Where an organisation stands among the others.
#[derive(Debug)]
pub struct Place {
    /// Which of the groups.
    pub group: usize,
    /// The organisations most like it, the nearest first, in whatever group.
    pub nearest: Vec<Neighbour>,
}

/// An organisation like another.
#[derive(Clone, Debug, PartialEq)]
pub struct Neighbour {
    /// Which.
    pub organisation: Id<Organisation>,
    /// How far away, in standard deviations.
    pub distance: f64,
}

/// How steady groups are.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Stability {
    /// Under one person more or fewer; none where nobody is counted.
    pub one_person: Option<OnePerson>,
    /// Against the groups of the period before, with the number of organisations that are in both.
    pub before: Option<Before>,
}

/// What one person more or fewer, in one number of one organisation, does to groups: the mean of all such moves.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OnePerson {
    /// The share of organisations that stay with the majority of their group.
    pub stayed: f64,
    /// The adjusted Rand index.
    pub rand: f64,
    /// How many moves were tried.
    pub moves: usize,
}

/// How groups agree with those of an earlier period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Before {
    /// The earlier period.
    pub period: Period,
    /// The adjusted Rand index.
    pub rand: f64,
    /// Organisations that were grouped both times.
    pub common: usize,
}
