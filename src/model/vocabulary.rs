//! The district's lists of words: what practices, organisations and recommendations are sorted by.

use crate::diag::At;

use super::{Document, Id, Practice, Table};

/// A kind of organisation (школа, детский сад …).
#[derive(Debug)]
pub struct Kind {
    /// Its name in the plural or singular, as the district writes it.
    pub title: String,
}

/// A school subject or field of activity.
#[derive(Debug)]
pub struct Subject {
    /// Its name.
    pub title: String,
}

/// A level of education.
#[derive(Debug)]
pub struct SchoolLevel {
    /// Its name.
    pub title: String,
}

/// Whom a practice or a recommendation is for.
#[derive(Debug)]
pub struct Audience {
    /// Its name.
    pub title: String,
    /// The same in the dative case, for «кому».
    pub dative: String,
}

/// The form in which a practice lives.
#[derive(Debug)]
pub struct Form {
    /// Its name.
    pub title: String,
}

/// A topic or professional deficit: it joins practices, indicators and recommendations.
#[derive(Debug)]
pub struct Topic {
    /// Its name.
    pub title: String,
    /// One sentence: what the difficulty is.
    pub summary: String,
    /// Other words by which a teacher looks for it.
    pub synonyms: Vec<String>,
}

/// A methodical association or professional community.
#[derive(Debug)]
pub struct Association {
    /// Its name.
    pub title: String,
    /// Who meets there; may be empty.
    pub summary: String,
    /// The same in the dative case, for «кому».
    pub dative: String,
    /// Its subject, if it has one: practices of the subject are its own.
    pub subject: Option<At<Id<Subject>>>,
    /// Difficulties with which it helps.
    pub topics: Vec<At<Id<Topic>>>,
    /// Practices that it holds up, beside those of its subject.
    pub practices: Vec<At<Id<Practice>>>,
}

/// A term of the glossary.
#[derive(Debug)]
pub struct Term {
    /// The word as it stands in the glossary.
    pub term: At<String>,
    /// What it means.
    pub definition: String,
    /// The document that defines it.
    pub source: Option<At<Id<Document>>>,
    /// Other forms of the word.
    pub forms: Vec<At<String>>,
}

impl Term {
    /// Every way in which a text may write the term.
    pub fn spellings(&self) -> impl Iterator<Item = &At<String>> {
        std::iter::once(&self.term).chain(&self.forms)
    }
}

/// All the lists.
#[derive(Debug, Default)]
pub struct Vocabulary {
    /// Kinds of organisations.
    pub kinds: Table<Kind>,
    /// Subjects.
    pub subjects: Table<Subject>,
    /// Levels of education.
    pub levels: Table<SchoolLevel>,
    /// Audiences.
    pub audiences: Table<Audience>,
    /// Forms of practices.
    pub forms: Table<Form>,
    /// Topics.
    pub topics: Table<Topic>,
    /// Associations.
    pub associations: Table<Association>,
    /// Terms of the glossary.
    pub terms: Table<Term>,
}

impl Vocabulary {
    /// Remembers that the lists could not be read at all, and that this was already explained.
    pub fn lose(&mut self) {
        self.kinds.lose();
        self.subjects.lose();
        self.levels.lose();
        self.audiences.lose();
        self.forms.lose();
        self.topics.lose();
        self.associations.lose();
        self.terms.lose();
    }
}
