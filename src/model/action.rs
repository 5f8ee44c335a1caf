//! What follows from the analysis: measures, decisions, effects; and the calendar and the experts' table.

use jiff::civil::Date;

use crate::diag::At;

use super::{Document, Goal, Id, Indicator, Organisation, Period, Recommendation, Report};

/// What was done.
#[derive(Debug)]
pub struct Measure {
    /// Its title.
    pub title: String,
    /// When it took place.
    pub date: At<Date>,
    /// A seminar, a contest …
    pub kind: String,
    /// How many took part, persons.
    pub participants: Option<u32>,
    /// A function, not a person.
    pub responsible: String,
    /// The goal it serves.
    pub goal: Option<At<Id<Goal>>>,
    /// The recommendations it carries out.
    pub recommendations: Vec<At<Id<Recommendation>>>,
    /// The organisations that took part.
    pub organisations: Vec<At<Id<Organisation>>>,
    /// A document or report that proves it.
    pub proof: Option<At<Id<Proof>>>,
    /// What happened.
    pub summary: String,
}

/// What proves that something was done: the id of a document or of a report. The two share no id, and the checks see
/// to it that one of them has it.
#[derive(Debug)]
pub enum Proof {}

/// The five kinds of management decisions (seed 003, section 9).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DecisionKind {
    /// Организующее.
    Organising,
    /// Активизирующее.
    Activating,
    /// Координирующее.
    Coordinating,
    /// Контролирующее.
    Controlling,
    /// Стимулирующее.
    Stimulating,
}

/// What was decided.
#[derive(Debug)]
pub struct Decision {
    /// Its title.
    pub title: String,
    /// One of five.
    pub kind: DecisionKind,
    /// The order that holds it.
    pub document: At<Id<Document>>,
    /// The report that it rests on.
    pub basis: At<Id<Report>>,
    /// The indicators whose findings it answers.
    pub indicators: Vec<At<Id<Indicator>>>,
    /// By when it is to be carried out.
    pub deadline: At<Date>,
    /// A function, not a person.
    pub responsible: String,
    /// What exactly.
    pub summary: String,
}

/// The analysis of effectiveness of measures and decisions on one indicator.
#[derive(Debug)]
pub struct Effect {
    /// Its title.
    pub title: String,
    /// The indicator compared.
    pub indicator: At<Id<Indicator>>,
    /// The period before.
    pub before: At<Period>,
    /// The period after.
    pub after: At<Period>,
    /// Who was addressed; empty when it was the whole district.
    pub addressed: Vec<At<Id<Organisation>>>,
    /// The measures judged.
    pub measures: Vec<At<Id<Measure>>>,
    /// The decisions judged.
    pub decisions: Vec<At<Id<Decision>>>,
    /// The working group's protocol.
    pub protocol: At<Id<Report>>,
    /// When the analysis was made.
    pub date: At<Date>,
    /// What passes into the next cycle.
    pub next: String,
}

/// An event of the monitoring calendar.
#[derive(Debug)]
pub struct Event {
    /// Its title.
    pub title: String,
    /// When, in the document's own words.
    pub term: String,
    /// In which months, 1–12.
    pub months: Vec<i8>,
    /// Who carries it out.
    pub responsible: Vec<String>,
    /// The indicators it feeds.
    pub indicators: Vec<At<Id<Indicator>>>,
    /// When it took place.
    pub held: Vec<Held>,
}

/// One time an event took place.
#[derive(Debug)]
pub struct Held {
    /// When.
    pub date: At<Date>,
    /// What proves it.
    pub proof: Option<At<Id<Proof>>>,
}

/// The monitoring calendar: events in the document's order.
pub type Calendar = super::Table<Event>;

/// The steps of the management cycle, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Концептуальный документ.
    Concept,
    /// Цели.
    Goals,
    /// Показатели.
    Indicators,
    /// Методы сбора.
    Methods,
    /// Мониторинг.
    Monitoring,
    /// Анализ.
    Analysis,
    /// Адресные рекомендации.
    Recommendations,
    /// Меры.
    Measures,
    /// Управленческие решения.
    Decisions,
    /// Анализ эффективности.
    Effects,
}

/// One position of the experts' table.
#[derive(Debug)]
pub struct Position {
    /// Its number.
    pub number: String,
    /// The step whose evidence it asks for.
    pub step: Step,
    /// Its title.
    pub title: String,
    /// Points it gives.
    pub points: Option<u32>,
    /// What the expert checks.
    pub checks: String,
}

/// The experts' table of the region: data, never code.
#[derive(Debug)]
pub struct Criteria {
    /// Its title.
    pub title: String,
    /// The year it is for.
    pub year: Period,
    /// Where it comes from.
    pub source: String,
    /// Its positions.
    pub positions: Vec<Position>,
}
