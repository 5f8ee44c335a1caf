//! A practice: an entry of the bank.

use jiff::civil::Date;

use crate::diag::At;

use super::{
    Audience, Author, Form, Id, Indicator, Organisation, Period, Prose, SchoolLevel, Subject, Topic,
};

/// Where a practice stands in its life. Only the last two are public.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Being written.
    Draft,
    /// Being judged.
    Review,
    /// In the bank.
    Approved,
    /// Out of the lists, but at its address.
    Archived,
}

/// Declared facts from which the level of evidence is computed.
#[derive(Debug, Default)]
pub struct Evidence {
    /// The authors measured what came of it.
    pub own_monitoring: bool,
    /// In how many organisations it was used.
    pub organisations: u32,
    /// Which expert body judged it.
    pub expertise: Option<String>,
    /// Where it was published.
    pub publication: Option<String>,
    /// What came of it, in one sentence.
    pub result: Option<String>,
}

/// What somebody needs who wants to do the same.
#[derive(Debug, Default)]
pub struct Transfer {
    /// How much work.
    pub effort: Option<String>,
    /// How long.
    pub duration: Option<String>,
    /// What must be there.
    pub conditions: Vec<String>,
    /// What can be taken ready-made.
    pub take: Vec<Take>,
    /// The first three steps.
    pub first_steps: Vec<String>,
    /// What may go wrong, and what to do.
    pub risks: Vec<String>,
}

/// Something that can be taken ready-made.
#[derive(Debug)]
pub enum Take {
    /// Named only.
    Words(String),
    /// A file beside the text, under a title.
    File {
        /// Its name.
        file: At<String>,
        /// What it is.
        title: String,
    },
}

/// Somebody took the practice.
#[derive(Debug)]
pub struct Adoption {
    /// Who.
    pub organisation: At<Id<Organisation>>,
    /// When.
    pub year: Period,
    /// What came of it.
    pub outcome: String,
}

/// What the authors say of a change.
#[derive(Debug)]
pub struct Change {
    /// When.
    pub date: At<Date>,
    /// What was changed.
    pub what: String,
}

/// A practice of the bank.
#[derive(Debug)]
pub struct Practice {
    /// Its title.
    pub title: String,
    /// For whom, and what changes.
    pub summary: String,
    /// Where it was born.
    pub organisation: At<Id<Organisation>>,
    /// Authors: roles, and people of the register behind them.
    pub authors: Vec<Author>,
    /// The year it is described for.
    pub year: At<Period>,
    /// Subjects; none means any.
    pub subjects: Vec<At<Id<Subject>>>,
    /// Levels of education.
    pub levels: Vec<At<Id<SchoolLevel>>>,
    /// Whom it is for.
    pub audiences: Vec<At<Id<Audience>>>,
    /// Its form.
    pub form: At<Id<Form>>,
    /// Its topics.
    pub topics: Vec<At<Id<Topic>>>,
    /// The indicators it improves.
    pub improves: Vec<At<Id<Indicator>>>,
    /// Where it stands in its life.
    pub stage: Stage,
    /// When its text was last changed: the latest of the days that are known.
    pub updated: Option<At<Date>>,
    /// What was changed when, in the author's order.
    pub changes: Vec<Change>,
    /// Until when it need not be confirmed anew.
    pub review_until: Option<At<Date>>,
    /// Declared facts.
    pub evidence: Evidence,
    /// The transfer kit.
    pub transfer: Transfer,
    /// Who took it, and what came of it.
    pub adoptions: Vec<Adoption>,
    /// The text.
    pub prose: Prose,
}

impl Practice {
    /// Whether anybody but the authors may see it.
    pub fn is_public(&self) -> bool {
        matches!(self.stage, Stage::Approved | Stage::Archived)
    }
}
