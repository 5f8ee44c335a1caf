//! What a founding document sets itself: goals, phases, expected results and other provisions, in its own words.
//!
//! Apart from `programme`, because five orders word it in five ways, and these few types must fit the sixth.

use crate::diag::At;

use super::{Id, Indicator, Period};

/// What the document calls a goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum GoalKind {
    /// Цель.
    Aim,
    /// Задача.
    Task,
    /// Направление.
    Direction,
}

/// Who acts, where a document tells levels of management apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ManagementLevel {
    /// Региональный.
    Regional,
    /// Муниципальный.
    Municipal,
    /// Институциональный: the educational organisation itself.
    Institutional,
}

/// Why a goal is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Justification {
    /// The district's own problem, and where it is stated.
    Problem {
        /// The problem.
        problem: String,
        /// Where it is stated.
        basis: String,
    },
    /// The document states no problem: the signed-off reason.
    Unstated(String),
}

/// A titled list of the document: what a direction includes, its mechanisms and events; principles, functions.
#[derive(Debug)]
pub struct Provision {
    /// Its heading.
    pub title: String,
    /// The level that it is about.
    pub level: Option<ManagementLevel>,
    /// What stands before the list, or instead of it.
    pub text: Option<String>,
    /// The list; empty only where there is a text.
    pub items: Vec<String>,
}

/// An aim, task or direction of the programme.
#[derive(Debug)]
pub struct Goal {
    /// What the document calls it.
    pub kind: GoalKind,
    /// Its number, or its place in the document's list; none for one that stands alone.
    pub number: Option<String>,
    /// Its wording in the document.
    pub title: String,
    /// The goal that it is a part of.
    pub part_of: Option<At<Id<Goal>>>,
    /// Why it is set; the checks ask for it.
    pub justification: Option<Justification>,
    /// The signed-off reason why no indicator is tied to it.
    pub without_indicator: Option<String>,
    /// What the document says of it in lists.
    pub provisions: Vec<Provision>,
}

impl Goal {
    /// «3. Wording», or the wording alone.
    pub fn numbered_title(&self) -> String {
        numbered(self.number.as_deref(), &self.title)
    }
}

/// An expected result of the programme.
#[derive(Debug)]
pub struct ExpectedResult {
    /// Its number, or its place in the document's list; none for one that stands alone.
    pub number: Option<String>,
    /// Its wording.
    pub title: String,
    /// The indicators by which it is measured.
    pub indicators: Vec<At<Id<Indicator>>>,
}

impl ExpectedResult {
    /// «3. Wording», or the wording alone.
    pub fn numbered_title(&self) -> String {
        numbered(self.number.as_deref(), &self.title)
    }
}

fn numbered(number: Option<&str>, title: &str) -> String {
    number.map_or_else(|| title.to_owned(), |number| format!("{number}. {title}"))
}

/// A phase of the programme («этап»).
#[derive(Debug)]
pub struct Phase {
    /// Its wording.
    pub title: String,
    /// First and last year.
    pub years: (Period, Period),
}
