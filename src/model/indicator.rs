//! The passport of an indicator.

use crate::diag::At;

use super::{Goal, Id, Period, Topic};

/// What kind of number an indicator is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeasureKind {
    /// Numerator of denominator, shown in per cent.
    Share,
    /// A number of things.
    Count,
    /// Yes, no or partly.
    Presence,
    /// A mark.
    Score,
}

/// Which way is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Better {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
    /// Neither: the number only informs.
    Neither,
}

/// The bound of a target, in per cent for shares and in units otherwise.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Bound {
    /// Not less than.
    AtLeast(f64),
    /// Not more than.
    AtMost(f64),
    /// Exactly.
    Equal(f64),
    /// Both ends included.
    Between(f64, f64),
    /// A presence indicator: it is there.
    Present,
}

/// A target value that belongs to a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Target {
    /// By the end of which period.
    pub by: Period,
    /// What is to be reached.
    pub bound: Bound,
}

/// What is judged: the level itself, or its change over some years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Judged {
    /// The value of the period.
    Level,
    /// The change against so many years ago («динамика за три года»).
    ChangeOver(i16),
}

/// By what an indicator's values are broken down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Breakdown {
    /// By educational organisation.
    Organisation,
    /// By school subject.
    Subject,
    /// By kind of organisation.
    Kind,
    /// By subject within each organisation.
    OrganisationSubject,
}

/// Who or what is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Persons: small cells may expose somebody, and a gap can be said in people.
    People,
    /// Programmes, schools, posts …
    Things,
}

/// Whether small cells of an indicator are hidden from the public.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Disclosure {
    /// Where people are counted, small cells are hidden.
    Protected,
    /// Everything is shown, for the reason given.
    Open(String),
}

/// How values are collected: section «методы сбора» of a programme.
#[derive(Debug)]
pub struct Collecting {
    /// Information system, poll or statistical form.
    pub source: String,
    /// How they are collected.
    pub method: String,
    /// The form or questionnaire.
    pub instrument: Option<String>,
    /// How they are processed.
    pub processing: Option<String>,
    /// How often.
    pub frequency: String,
    /// A function, not a person.
    pub responsible: String,
}

/// An indicator's passport.
#[derive(Debug)]
pub struct Indicator {
    /// Its number in the document.
    pub number: String,
    /// The goal it measures.
    pub goal: At<Id<Goal>>,
    /// Its wording in the document.
    pub title: String,
    /// A few words for cards and charts.
    pub short: String,
    /// What kind of number it is.
    pub measure: MeasureKind,
    /// The unit of a count or score; «%» for shares.
    pub unit: String,
    /// Numerator, or the thing counted, in words.
    pub counted: String,
    /// Denominator in words; empty unless a share.
    pub of: String,
    /// Which way is good.
    pub better: Better,
    /// Targets, sorted by year, one a year.
    pub targets: Vec<At<Target>>,
    /// The period whose value is the baseline.
    pub baseline: Option<At<Period>>,
    /// Level or change.
    pub judged: Judged,
    /// Declared breakdowns.
    pub breakdown: Vec<Breakdown>,
    /// Topics that join it with practices.
    pub topics: Vec<At<Id<Topic>>>,
    /// People or things.
    pub people: Counted,
    /// Whether small cells are hidden.
    pub disclosure: Disclosure,
    /// How values are collected.
    pub collecting: Collecting,
    /// A remark for the reader.
    pub note: Option<String>,
}
