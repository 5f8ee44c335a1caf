//! Texts beside the practices: recommendations, reports, documents, pages.

use jiff::civil::Date;

use crate::diag::At;

use super::{Association, Audience, Id, Indicator, Organisation, Period, Practice, Programme, Prose, Topic};

/// Whom a recommendation is addressed to.
#[derive(Debug)]
pub enum Addressee {
    /// An audience of the vocabulary.
    Audience(At<Id<Audience>>),
    /// A methodical association.
    Association(At<Id<Association>>),
    /// Named organisations.
    Organisations(Vec<At<Id<Organisation>>>),
    /// Every organisation that has a problem on the indicators.
    Behind,
}

/// The methodologist's advice; its grounds are computed.
#[derive(Debug)]
pub struct Recommendation {
    /// Its title.
    pub title: String,
    /// The programme it belongs to.
    pub programme: At<Id<Programme>>,
    /// The monitoring whose findings it answers.
    pub period: At<Period>,
    /// When it was given.
    pub date: At<Date>,
    /// The indicators whose findings it answers; never empty.
    pub indicators: Vec<At<Id<Indicator>>>,
    /// Whom it is for.
    pub to: Addressee,
    /// Practices chosen by hand; never empty.
    pub practices: Vec<At<Id<Practice>>>,
    /// Topics by which more practices are matched.
    pub topics: Vec<At<Id<Topic>>>,
    /// By when it should be carried out.
    pub deadline: Option<At<Date>>,
    /// What exactly to do.
    pub prose: Prose,
}

/// What a report is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReportKind {
    /// Results of monitoring.
    Monitoring,
    /// Аналитическая справка.
    Analysis,
    /// Analysis of effectiveness.
    Effectiveness,
    /// Protocol of the working group.
    Protocol,
}

/// A report with numbers bound to data.
#[derive(Debug)]
pub struct Report {
    /// Its title.
    pub title: String,
    /// What it is.
    pub kind: ReportKind,
    /// The programme it belongs to.
    pub programme: At<Id<Programme>>,
    /// The period it is about.
    pub period: At<Period>,
    /// Its date.
    pub date: At<Date>,
    /// Its number, if it has one.
    pub number: Option<String>,
    /// One sentence.
    pub summary: String,
    /// The position of who signed it.
    pub signatory: Option<String>,
    /// The text.
    pub prose: Prose,
}

/// What a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DocumentKind {
    /// Приказ.
    Order,
    /// Письмо.
    Letter,
    /// Положение.
    Regulation,
    /// План.
    Plan,
}

/// Whether a document is in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Force {
    /// It is.
    InForce,
    /// Another took its place.
    Superseded {
        /// Which one, if known.
        by: Option<At<Id<Document>>>,
    },
}

/// A normative document.
#[derive(Debug)]
pub struct Document {
    /// «Об утверждении …».
    pub title: String,
    /// What it is.
    pub kind: DocumentKind,
    /// Its number.
    pub number: String,
    /// Its date.
    pub date: At<Date>,
    /// Who issued it.
    pub issuer: String,
    /// The position of who signed it.
    pub signatory: String,
    /// In force or superseded.
    pub force: Force,
    /// The programme it belongs to.
    pub programme: Option<At<Id<Programme>>>,
    /// The text or its substance.
    pub prose: Prose,
}

/// A page of the site: about, accessibility, privacy, home.
#[derive(Debug)]
pub struct Page {
    /// Its title.
    pub title: String,
    /// One sentence.
    pub summary: String,
    /// When its text was last changed.
    pub updated: Option<At<Date>>,
    /// The text.
    pub prose: Prose,
}
