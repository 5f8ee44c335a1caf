//! Observed values: typed, with their gaps typed too. Missing is never zero.

use std::collections::BTreeMap;
use std::fmt;

use crate::diag::{At, Span};

use super::{Id, Kind, Organisation, Proof, Subject};

/// A period of monitoring: a calendar year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period(pub i16);

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A share as it was counted: numerator and denominator, the first never over the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    n: u32,
    of: u32,
}

impl Share {
    /// A share, unless the numerator is over the denominator.
    pub fn new(n: u32, of: u32) -> Option<Self> {
        (n <= of).then_some(Self { n, of })
    }

    /// The numerator.
    pub fn n(self) -> u32 {
        self.n
    }

    /// The denominator.
    pub fn of(self) -> u32 {
        self.of
    }

    /// The share in per cent; none when nobody is counted.
    pub fn percent(self) -> Option<f64> {
        (self.of > 0).then(|| f64::from(self.n) * 100.0 / f64::from(self.of))
    }

    /// Both parts added up.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self { n: self.n.saturating_add(other.n), of: self.of.saturating_add(other.of) }
    }
}

/// Whether something is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Presence {
    /// No.
    No,
    /// Partly.
    Partly,
    /// Yes.
    Yes,
}

/// A value of one of the four measures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// Numerator of denominator.
    Share(Share),
    /// A number of things; finite, not negative.
    Count(f64),
    /// A mark; finite, not negative.
    Score(f64),
    /// Yes, no or partly.
    Presence(Presence),
}

impl Value {
    /// The number that is compared with targets: per cent, count or score. Presence has none.
    pub fn level(self) -> Option<f64> {
        match self {
            Value::Share(share) => share.percent(),
            Value::Count(number) | Value::Score(number) => Some(number),
            Value::Presence(_) => None,
        }
    }

    /// Two values added up: shares by numerator and denominator, counts as they are. Marks and presences have no sum.
    pub fn plus(self, other: Self) -> Option<Self> {
        match (self, other) {
            (Value::Share(a), Value::Share(b)) => Some(Value::Share(a.plus(b))),
            (Value::Count(a), Value::Count(b)) => Some(Value::Count(a + b)),
            _ => None,
        }
    }
}

/// How final a reported value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finality {
    /// As reported.
    Reported,
    /// It may still change.
    Provisional,
    /// It replaces an earlier one; the note says why.
    Corrected,
}

/// What a cell of data holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum State {
    /// A value.
    Known(Value, Finality),
    /// Nobody sent it.
    NotReported,
    /// There is nothing to count here.
    NotApplicable,
}

/// A cell: a typed value or a typed gap, with its remark.
#[derive(Clone, Debug)]
pub struct Cell {
    /// What it holds.
    pub state: State,
    /// A remark.
    pub note: Option<String>,
    /// What proves a presence.
    pub proof: Option<At<Id<Proof>>>,
}

impl Cell {
    /// The value, if one was reported.
    pub fn value(&self) -> Option<Value> {
        match self.state {
            State::Known(value, _) => Some(value),
            State::NotReported | State::NotApplicable => None,
        }
    }
}

/// All that was observed of one indicator for one period.
#[derive(Debug)]
pub struct Observation {
    /// The district's value as stated; none when it is the sum of the parts.
    pub total: Option<At<Cell>>,
    /// By organisation.
    pub by_organisation: BTreeMap<Id<Organisation>, At<Cell>>,
    /// By subject.
    pub by_subject: BTreeMap<Id<Subject>, At<Cell>>,
    /// By kind of organisation, where such values were sent; else they are added up over organisations.
    pub by_kind: BTreeMap<Id<Kind>, At<Cell>>,
    /// By subject within an organisation.
    pub by_pair: BTreeMap<(Id<Organisation>, Id<Subject>), At<Cell>>,
    /// Where the ids of the breakdowns stand, for complaints about unknown ones.
    pub keys: BTreeMap<String, Span>,
    /// A remark about the whole.
    pub note: Option<String>,
}

/// Whose a cell of a breakdown is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PartOf<'a> {
    /// An organisation's.
    Organisation(&'a Id<Organisation>),
    /// A subject's.
    Subject(&'a Id<Subject>),
    /// A kind's of organisations.
    Kind(&'a Id<Kind>),
    /// A subject's within an organisation.
    Pair(&'a Id<Organisation>, &'a Id<Subject>),
}

impl Observation {
    /// The cells of every breakdown.
    pub fn parts(&self) -> impl Iterator<Item = (PartOf<'_>, &At<Cell>)> {
        let organisations = self.by_organisation.iter().map(|(id, cell)| (PartOf::Organisation(id), cell));
        let subjects = self.by_subject.iter().map(|(id, cell)| (PartOf::Subject(id), cell));
        let kinds = self.by_kind.iter().map(|(id, cell)| (PartOf::Kind(id), cell));
        let pairs = self.by_pair.iter().map(|((one, other), cell)| (PartOf::Pair(one, other), cell));
        organisations.chain(subjects).chain(kinds).chain(pairs)
    }

    /// The cell of a part.
    pub fn part(&self, of: PartOf<'_>) -> Option<&At<Cell>> {
        match of {
            PartOf::Organisation(id) => self.by_organisation.get(id),
            PartOf::Subject(id) => self.by_subject.get(id),
            PartOf::Kind(id) => self.by_kind.get(id),
            PartOf::Pair(organisation, subject) => self.by_pair.get(&(organisation.clone(), subject.clone())),
        }
    }

    /// All cells: the total first, then those of every breakdown.
    pub fn cells(&self) -> impl Iterator<Item = &At<Cell>> {
        self.total.iter().chain(self.parts().map(|(_, cell)| cell))
    }

    /// Where an id of a breakdown stands.
    pub fn key(&self, id: &str) -> Option<Span> {
        self.keys.get(id).copied()
    }
}
