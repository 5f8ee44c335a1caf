//! A programme: one document's system of goals, indicators, values and actions.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::diag::At;

use super::{
    Calendar, Clustering, Criteria, Decision, Document, Effect, ExpectedResult, Goal, Id, Indicator, Measure,
    Observation, Period, Phase, Provision, Table,
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
    /// The signed-off reason why the document states no problems, for every goal without one.
    pub without_problem: Option<String>,
    /// The signed-off reason why the document ties goals to no indicator, for every goal without one.
    pub without_indicator: Option<String>,
    /// Goals in the document's order.
    pub goals: Table<Goal>,
    /// Phases in the document's order.
    pub phases: Vec<At<Phase>>,
    /// Expected results.
    pub results: Vec<ExpectedResult>,
    /// Principles, functions and other lists of the document.
    pub provisions: Vec<Provision>,
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

    /// The goals that a goal consists of.
    pub fn parts_of<'a>(&'a self, goal: &'a Id<Goal>) -> impl Iterator<Item = &'a Id<Goal>> {
        let is_part = move |part: &Goal| part.part_of.as_ref().is_some_and(|whole| whole.value == *goal);
        self.goals.iter().filter(move |(_, part)| is_part(part)).map(|(id, _)| id)
    }

    /// The indicators of one goal.
    pub fn indicators_of<'a>(&'a self, goal: &'a Id<Goal>) -> impl Iterator<Item = &'a Id<Indicator>> {
        self.indicators.iter().filter(move |(_, indicator)| indicator.goal.value == *goal).map(|(id, _)| id)
    }
}
