//! A programme: one document's system of goals, indicators, values and actions.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::diag::At;

use super::{
    Calendar, Clustering, Criteria, Decision, Document, Effect, Id, Indicator, Measure, Observation, Period,
    Table,
};

/// What the founding document calls itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProgrammeKind {
    /// Концепция.
    Concept,
    /// Программа.
    Programme,
    /// Модель.
    Model,
    /// Положение.
    Regulation,
}

/// A goal or task of the programme.
#[derive(Debug)]
pub struct Goal {
    /// Its number in the document.
    pub number: String,
    /// Its wording in the document.
    pub title: String,
    /// The district's own problem that justifies it.
    pub problem: String,
    /// Where the problem is stated.
    pub basis: String,
    /// The signed-off reason why no indicator is tied to it.
    pub without_indicator: Option<String>,
}

/// An expected result of the programme.
#[derive(Debug)]
pub struct ExpectedResult {
    /// Its number in the document.
    pub number: String,
    /// Its wording.
    pub title: String,
}

/// One collection of values: a file of `values/`.
#[derive(Debug)]
pub struct Collection {
    /// When the values were collected.
    pub collected: At<Date>,
    /// What they were taken from, if one source serves all.
    pub source: Option<String>,
    /// A remark about all of them.
    pub note: Option<String>,
    /// Values by indicator.
    pub observations: BTreeMap<Id<Indicator>, At<Observation>>,
}

/// A programme with all that belongs to it.
#[derive(Debug)]
pub struct Programme {
    /// Full title.
    pub title: String,
    /// Name for menus.
    pub short: String,
    /// What the document calls itself.
    pub kind: ProgrammeKind,
    /// The founding document.
    pub document: At<Id<Document>>,
    /// First and last year.
    pub years: (Period, Period),
    /// One to three sentences.
    pub summary: String,
    /// Goals in the document's order.
    pub goals: Table<Goal>,
    /// Expected results.
    pub results: Vec<ExpectedResult>,
    /// How organisations alike are told from others, where the programme says so.
    pub clustering: Option<Clustering>,
    /// Indicators in the document's order.
    pub indicators: Table<Indicator>,
    /// Collections of values by period.
    pub collections: BTreeMap<Period, Collection>,
    /// Monitoring events.
    pub calendar: Calendar,
    /// What was done.
    pub measures: Table<Measure>,
    /// What was decided.
    pub decisions: Table<Decision>,
    /// What came of it.
    pub effects: Table<Effect>,
    /// The experts' table.
    pub criteria: Option<Criteria>,
}

impl Programme {
    /// The value of an indicator for a period, as it was observed.
    pub fn observation(&self, indicator: &Id<Indicator>, period: Period) -> Option<&At<Observation>> {
        self.collections.get(&period)?.observations.get(indicator)
    }

    /// The last period for which values were collected.
    pub fn latest(&self) -> Option<Period> {
        self.collections.keys().next_back().copied()
    }

    /// The indicators of one goal.
    pub fn indicators_of<'a>(&'a self, goal: &'a Id<Goal>) -> impl Iterator<Item = &'a Id<Indicator>> {
        self.indicators.iter().filter(move |(_, indicator)| indicator.goal.value == *goal).map(|(id, _)| id)
    }
}
