//! Room 2 · lower: from text to types whose wrong values cannot be built.
//!
//! Everything untidy about the input happens here, once; behind this room the code is calm. References are kept as
//! typed ids with their places: whether they lead anywhere is for `check` to judge.

mod action;
mod addresses;
mod anchor;
mod bound;
mod chance;
mod cluster;
mod file;
mod id;
mod indicator;
mod link;
mod lower;
pub mod markdown;
mod organisation;
mod person;
mod practice;
mod programme;
mod prose;
mod raw;
mod register;
mod shelf;
mod site;
mod text;
mod value;
mod vocabulary;

pub use action::{
    Calendar, Criteria, Decision, DecisionKind, Effect, Event, Held, Measure, Position, Proof, Step,
};
pub use addresses::{Address, Addresses, Withdrawn};
pub use anchor::{Anchors, transliterated};
pub use chance::limits_of_change;
pub use cluster::{Clustering, Feature, GroupCount};
pub use file::{Attachment, Attachments};
pub use id::{Id, LONGEST_ID, Table};
pub use indicator::{
    Better, Bound, Breakdown, Collecting, Counted, Disclosure, Indicator, Judged, MeasureKind, Target,
};
pub use lower::{Overrides, lower};
pub use organisation::Organisation;
pub use person::{Author, Category, Consent, Consents, Identity, Person, Portrayal, SignOff, reaches};
pub use practice::{Adoption, Change, Evidence, Practice, Stage, Take, Transfer};
pub use programme::{Collection, ExpectedResult, Goal, Programme, ProgrammeKind};
pub use prose::{Binding, Field, Figure, FindingKind, Heading, LinkTarget, Mention, Prose, Said, ThingKind};
pub use register::{Entry, EntryFact, Register};
pub use shelf::{Shelf, ShelfOf};
pub use site::{Dates, Edition, Operator, Site, Standing};
pub use text::{Addressee, Document, DocumentKind, Force, Page, Recommendation, Report, ReportKind};
pub use value::{Cell, Finality, Observation, PartOf, Period, Presence, Share, State, Value};
pub use vocabulary::{Association, Audience, Form, Kind, SchoolLevel, Subject, Term, Topic, Vocabulary};

use crate::diag::At;
use crate::source::{History, TextFolder};

/// The whole project, typed.
#[derive(Debug)]
pub struct Model {
    /// Settings.
    pub site: Site,
    /// Lists of words.
    pub vocabulary: Vocabulary,
    /// Organisations.
    pub organisations: Table<Organisation>,
    /// People, with what they consented to.
    pub consents: Consents,
    /// Programmes.
    pub programmes: Table<Programme>,
    /// The bank.
    pub practices: Table<Practice>,
    /// Recommendations.
    pub recommendations: Table<Recommendation>,
    /// Reports.
    pub reports: Table<Report>,
    /// Documents.
    pub documents: Table<Document>,
    /// Pages.
    pub pages: Table<Page>,
    /// Registers.
    pub registers: Table<Register>,
    /// Files beside the texts.
    pub attachments: Attachments,
    /// The register of published addresses, if the project keeps one.
    pub addresses: Option<Addresses>,
    /// When the texts were changed; empty where nobody asked git.
    pub history: History,
}

impl Model {
    /// The files beside a text.
    pub fn files(&self, folder: TextFolder, id: &str) -> &[Attachment] {
        self.attachments.get(&(folder, id.to_owned())).map_or(&[], Vec::as_slice)
    }

    /// A file beside a text by its name.
    pub fn file(&self, folder: TextFolder, id: &str, name: &str) -> Option<&Attachment> {
        self.files(folder, id).iter().find(|file| file.name == name)
    }

    /// The Markdown of all texts, each with the folder and id under which its files stand.
    pub fn texts(&self) -> impl Iterator<Item = (TextFolder, &str, &Prose)> {
        fn of<T>(
            folder: TextFolder,
            table: &Table<T>,
            prose: fn(&T) -> &Prose,
        ) -> impl Iterator<Item = (TextFolder, &str, &Prose)> {
            table.iter().map(move |(id, row)| (folder, id.as_str(), prose(&row.value)))
        }
        of(TextFolder::Practices, &self.practices, |row| &row.prose)
            .chain(of(TextFolder::Recommendations, &self.recommendations, |row| &row.prose))
            .chain(of(TextFolder::Reports, &self.reports, |row| &row.prose))
            .chain(of(TextFolder::Documents, &self.documents, |row| &row.prose))
            .chain(of(TextFolder::Pages, &self.pages, |row| &row.prose))
    }

    /// The same without their places.
    pub fn proses(&self) -> impl Iterator<Item = &Prose> {
        self.texts().map(|(_, _, prose)| prose)
    }

    /// The same, to be changed in place.
    fn proses_mut(&mut self) -> impl Iterator<Item = &mut Prose> {
        let practices = self.practices.iter_mut().map(|(_, row)| &mut row.value.prose);
        let recommendations = self.recommendations.iter_mut().map(|(_, row)| &mut row.value.prose);
        let reports = self.reports.iter_mut().map(|(_, row)| &mut row.value.prose);
        let documents = self.documents.iter_mut().map(|(_, row)| &mut row.value.prose);
        let pages = self.pages.iter_mut().map(|(_, row)| &mut row.value.prose);
        practices.chain(recommendations).chain(reports).chain(documents).chain(pages)
    }

    /// Takes what git knows: the day of the last commit goes before the one that a text says itself.
    /// A text keeps the days that it had under an earlier id.
    pub fn learn(&mut self, mut history: History) {
        for shelf in self.shelves() {
            let Some(folder) = shelf.of.folder() else { continue };
            for (earlier, present) in shelf.aliases {
                history.join(folder, earlier.value, present);
            }
        }
        let newest = |folder, id: &str, span| Some(At::new(history.of(folder, id).next()?, span));
        for (id, row) in self.practices.iter_mut() {
            let committed = newest(TextFolder::Practices, id.as_str(), row.span);
            row.value.updated = committed.or(row.value.updated.take());
        }
        for (id, row) in self.pages.iter_mut() {
            let committed = newest(TextFolder::Pages, id.as_str(), row.span);
            row.value.updated = committed.or(row.value.updated.take());
        }
        self.history = history;
    }
}
