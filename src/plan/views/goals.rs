//! What a founding document sets itself: goals, expected results, provisions.

use serde::Serialize;

use super::Link;

/// Goals: each with its problem and indicators.
#[derive(Clone, Debug, Serialize)]
pub struct GoalsView {
    /// A sentence below the heading.
    pub intro: String,
    /// The signed-off reasons why goals state no problem and have no indicator, where they hold for all.
    pub reasons: Vec<String>,
    /// Goals.
    pub goals: Vec<GoalView>,
}

/// A goal.
#[derive(Clone, Debug, Serialize)]
pub struct GoalView {
    /// Its id.
    pub anchor: String,
    /// «Задача».
    pub kind: String,
    /// Its number, if it has one.
    pub number: Option<String>,
    /// Its wording.
    pub title: String,
    /// The goal that it is a part of.
    pub part_of: Option<Link>,
    /// The goals that it consists of.
    pub parts: Vec<Link>,
    /// The problem that justifies it, or why none is stated; may be empty.
    pub problem: String,
    /// Where the problem is stated.
    pub basis: String,
    /// What the document says of it in lists.
    pub provisions: Vec<ProvisionView>,
    /// Its indicators.
    pub indicators: Vec<Link>,
    /// Why there are none.
    pub without: Option<String>,
}

/// A titled list of the document.
#[derive(Clone, Debug, Serialize)]
pub struct ProvisionView {
    /// Its heading.
    pub title: String,
    /// «муниципальный уровень», or empty.
    pub level: String,
    /// What stands before the list.
    pub text: String,
    /// The list.
    pub items: Vec<String>,
}

/// An expected result.
#[derive(Clone, Debug, Serialize)]
pub struct ResultView {
    /// Its anchor.
    pub anchor: String,
    /// Its wording with its number.
    pub title: String,
    /// The indicators by which it is measured.
    pub indicators: Vec<Link>,
}
