//! Registers: lists that a district keeps as data, such as internship sites or courses.
//!
//! One kind for all of them: what a register is about is said by its title and by the facts of its entries, so that a
//! new register is a new file and never new code.

use jiff::civil::Date;

use crate::diag::At;

use super::{Audience, Document, Id, Indicator, Organisation, Practice, Subject, Table, Topic};

/// A register.
#[derive(Debug)]
pub struct Register {
    /// Its name: «Стажировочные площадки».
    pub title: String,
    /// What one entry is: «Стажировочная площадка».
    pub singular: String,
    /// What it is for.
    pub summary: String,
    /// The document that it rests on.
    pub source: Option<At<Id<Document>>>,
    /// When it was last changed.
    pub updated: Option<At<Date>>,
    /// Its entries.
    pub entries: Table<Entry>,
}

/// An entry of a register.
#[derive(Debug)]
pub struct Entry {
    /// Its name.
    pub title: String,
    /// One or two sentences: what it gives.
    pub summary: String,
    /// The organisation that it belongs to.
    pub organisation: Option<At<Id<Organisation>>>,
    /// Subjects; none means any.
    pub subjects: Vec<At<Id<Subject>>>,
    /// Its topics; it stands under the first of them.
    pub topics: Vec<At<Id<Topic>>>,
    /// Whom it is for.
    pub audiences: Vec<At<Id<Audience>>>,
    /// Practices that can be seen there.
    pub practices: Vec<At<Id<Practice>>>,
    /// Indicators that it works for.
    pub indicators: Vec<At<Id<Indicator>>>,
    /// Everything else, as the author words it.
    pub facts: Vec<EntryFact>,
    /// Since when it is open.
    pub from: Option<At<Date>>,
    /// Until when it is open.
    pub until: Option<At<Date>>,
    /// The document by which it was opened.
    pub document: Option<At<Id<Document>>>,
    /// Whom to ask: a position, not a person.
    pub contact: Option<String>,
    /// Its page on another site.
    pub url: Option<String>,
}

/// A term and what is said of it.
#[derive(Debug)]
pub struct EntryFact {
    /// «Объём».
    pub term: String,
    /// «36 ч.».
    pub text: String,
}

impl Entry {
    /// Whether it was over before a day.
    pub fn is_over(&self, today: Date) -> bool {
        self.until.as_ref().is_some_and(|until| until.value < today)
    }
}
