//! How organisations alike are told from others: the section `[clusters]` of a programme.
//!
//! Apart from the programme, because what may tell organisations apart is a closed list with rules of its own.

use crate::diag::At;

use super::{Id, Indicator, Kind};

/// What organisations are likened by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Feature {
    /// How many pedagogical workers there are.
    Staff,
    /// Whether it is of a kind.
    Kind(Id<Kind>),
    /// Whether it stands in a settlement, as the organisations write it.
    Settlement(String),
    /// The value of an indicator in the period.
    Indicator(Id<Indicator>),
    /// The denominator of an indicator among the staff: how many of its people work there.
    Base(Id<Indicator>),
}

/// How many groups there are to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GroupCount(u32);

impl GroupCount {
    /// Fewer would tell nobody apart, more could not be kept in mind.
    pub const ALLOWED: std::ops::RangeInclusive<u32> = 2..=5;

    /// A number of groups, if there may be so many.
    pub fn new(count: u32) -> Option<Self> {
        Self::ALLOWED.contains(&count).then_some(Self(count))
    }

    /// The number.
    pub fn get(self) -> usize {
        self.0 as usize
    }
}

/// The declaration of clusters.
#[derive(Debug)]
pub struct Clustering {
    /// What organisations are likened by; never empty, none twice.
    pub features: Vec<At<Feature>>,
    /// How many groups; none where the analysis is to find out.
    pub groups: Option<GroupCount>,
}
