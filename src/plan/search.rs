//! What the finder finds, by what it narrows, and what it says.
//!
//! An entry points to a page, so that it finds what the page says and nothing else: whatever a page keeps to itself,
//! the search keeps too.

use std::sync::Arc;

use crate::diag::At;
use crate::model::{Id, Practice, Topic};

use super::desk::Desk;
use super::views::CardView;
use super::{Page, route};

/// What can be found, in the order in which it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FoundKind {
    /// A practice of the bank.
    Practice,
    /// A topic with all that the site holds on it.
    Topic,
    /// An entry of a register.
    Entry,
    /// An association.
    Association,
    /// An indicator.
    Indicator,
    /// A recommendation.
    Recommendation,
    /// A document.
    Document,
    /// A report.
    Report,
    /// An organisation.
    Organisation,
    /// A term of the glossary.
    Term,
    /// A text of the site.
    Page,
}

impl FoundKind {
    /// All, in their order.
    pub const ALL: [Self; 11] = [
        Self::Practice,
        Self::Topic,
        Self::Entry,
        Self::Association,
        Self::Indicator,
        Self::Recommendation,
        Self::Document,
        Self::Report,
        Self::Organisation,
        Self::Term,
        Self::Page,
    ];

    /// The key of its name.
    fn phrase(self) -> &'static str {
        match self {
            Self::Practice => "found-practices",
            Self::Topic => "found-topics",
            Self::Entry => "found-entries",
            Self::Association => "found-associations",
            Self::Indicator => "found-indicators",
            Self::Recommendation => "found-recommendations",
            Self::Document => "found-documents",
            Self::Report => "found-reports",
            Self::Organisation => "found-organisations",
            Self::Term => "found-terms",
            Self::Page => "found-pages",
        }
    }
}

/// Something that can be found.
#[derive(Debug)]
pub struct SearchEntry {
    /// What it is.
    pub kind: FoundKind,
    /// What it is called.
    pub title: String,
    /// Where it stands.
    pub href: String,
    /// One sentence.
    pub about: String,
    /// Words that stand for it, beside its title: topics, subjects.
    pub keywords: String,
    /// Its page among the pages of the plan.
    pub page: usize,
    /// How a practice is shown.
    pub card: Option<Arc<CardView>>,
}

/// A facet for the browser.
#[derive(Debug)]
pub struct FacetTable {
    /// Its name in addresses.
    pub key: &'static str,
    /// In words.
    pub title: String,
    /// Its values.
    pub values: Vec<FacetValue>,
}

/// One value of a facet.
#[derive(Debug)]
pub struct FacetValue {
    /// Its name in addresses.
    pub id: String,
    /// In words.
    pub title: String,
    /// Numbers of its entries, ascending.
    pub places: Vec<u32>,
}

/// All that the finder needs.
#[derive(Debug)]
pub struct Search {
    /// What it finds: practices first, in the order of the bank, so that a practice's number is its place there.
    pub entries: Vec<SearchEntry>,
    /// Earlier ids of practices, each with the present one: a sent route may be older than a renaming.
    pub earlier: Vec<(String, String)>,
    /// Names of the kinds in their order.
    pub kinds: Vec<String>,
    /// By what practices are narrowed.
    pub facets: Vec<FacetTable>,
    /// What it says, by key.
    pub phrases: Vec<(&'static str, String)>,
}

/// What the scripts say; `#` stands for a number, `*` for a name.
const PHRASES: [&str; 32] = [
    "finder-and-more",
    "finder-clear",
    "finder-found-few",
    "finder-found-many",
    "finder-found-one",
    "finder-in-text",
    "finder-loosen",
    "finder-mended",
    "finder-more",
    "finder-none",
    "finder-others-few",
    "finder-others-many",
    "finder-others-one",
    "finder-partly",
    "finder-query",
    "finder-remove",
    "route-add",
    "route-added",
    "route-clear",
    "route-copied",
    "route-down",
    "route-empty",
    "route-lost",
    "route-moved",
    "route-remove",
    "route-restore",
    "route-sent",
    "route-suggested-few",
    "route-suggested-many",
    "route-suggested-none",
    "route-suggested-one",
    "route-up",
];

/// Decides what is found.
pub fn search(desk: &Desk<'_>, pages: &[Page<'_>]) -> Search {
    let value = |choice: &super::facets::Choice| FacetValue {
        id: choice.id.clone(),
        title: choice.title.clone(),
        places: choice.places.clone(),
    };
    let facet = |(facet, choices): &(super::facets::Facet, Vec<super::facets::Choice>)| FacetTable {
        key: facet.key(),
        title: desk.word(&format!("facet-{}", facet.key())),
        values: choices.iter().filter(|choice| !choice.places.is_empty()).map(value).collect(),
    };
    // Whatever is not in the bank has no name here either.
    let aliases = desk.model.practices.aliases().filter(|(_, present)| desk.cards.contains_key(present));
    Search {
        entries: Entries { desk, pages }.all(),
        earlier: aliases.map(|(earlier, present)| (earlier.to_string(), present.to_string())).collect(),
        kinds: FoundKind::ALL.iter().map(|kind| desk.word(kind.phrase())).collect(),
        facets: desk.facets.iter().map(facet).collect(),
        phrases: PHRASES.iter().map(|key| (*key, desk.word(key))).collect(),
    }
}

struct Entries<'d, 'a> {
    desk: &'d Desk<'a>,
    /// Sorted by address.
    pages: &'d [Page<'a>],
}

impl<'a> Entries<'_, 'a> {
    fn all(&self) -> Vec<SearchEntry> {
        let model = self.desk.model;
        let mut entries: Vec<SearchEntry> =
            self.desk.approved.iter().filter_map(|(id, row)| self.practice(id, row)).collect();
        entries.extend(self.topics());
        entries.extend(self.registers());
        let associations = model.vocabulary.associations.ids().map(route::association);
        entries.extend(self.plain(FoundKind::Association, associations));
        entries.extend(self.indicators());
        let advice = self.desk.published_advice().into_iter().map(route::recommendation);
        entries.extend(self.plain(FoundKind::Recommendation, advice));
        entries.extend(self.plain(FoundKind::Document, model.documents.ids().map(route::document)));
        entries.extend(self.plain(FoundKind::Report, model.reports.ids().map(route::report)));
        let organisations = model.organisations.ids().map(route::organisation);
        entries.extend(self.plain(FoundKind::Organisation, organisations));
        entries.extend(self.terms());
        let texts = model.pages.ids().filter(|id| id.as_str() != "home");
        entries.extend(self.plain(FoundKind::Page, texts.map(|id| route::page(id.as_str()))));
        entries
    }

    /// What has a page is found by it.
    fn entry(&self, kind: FoundKind, href: &str, keywords: &[&str]) -> Option<SearchEntry> {
        let page = self.pages.binary_search_by(|page| page.href.as_str().cmp(href)).ok()?;
        let head = &self.pages[page].head;
        Some(SearchEntry {
            kind,
            title: head.title.clone(),
            href: href.to_owned(),
            about: head.description.clone(),
            keywords: format!("{} · {}", self.desk.word(kind.phrase()), keywords.join(" · ")),
            page,
            card: None,
        })
    }

    /// What is found by its title, its summary and its text alone.
    fn plain(
        &self,
        kind: FoundKind,
        hrefs: impl Iterator<Item = String>,
    ) -> impl Iterator<Item = SearchEntry> {
        hrefs.filter_map(move |href| self.entry(kind, &href, &[]))
    }

    fn practice(&self, id: &'a Id<Practice>, practice: &Practice) -> Option<SearchEntry> {
        let vocabulary = &self.desk.model.vocabulary;
        let mut words = self.words_of(&practice.topics);
        words.extend(practice.subjects.iter().map(|id| vocabulary.subjects[id].title.as_str()));
        words.extend(practice.levels.iter().map(|id| vocabulary.levels[id].title.as_str()));
        words.push(&vocabulary.forms[&practice.form].title);
        words.push(&self.desk.model.organisations[&practice.organisation].short);
        let entry = self.entry(FoundKind::Practice, &route::practice(id), &words)?;
        Some(SearchEntry { card: Some(Arc::clone(&self.desk.cards[id])), ..entry })
    }

    fn topics(&self) -> impl Iterator<Item = SearchEntry> {
        let topics = self.desk.model.vocabulary.topics.ids();
        topics.filter_map(|id| {
            self.entry(FoundKind::Topic, &route::topic(id), &self.words(id).collect::<Vec<_>>())
        })
    }

    fn registers(&self) -> impl Iterator<Item = SearchEntry> {
        let registers = self.desk.model.registers.iter();
        let entries = registers.flat_map(|(id, row)| row.entries.iter().map(move |entry| (id, entry)));
        entries.filter_map(|(register, (id, row))| {
            self.entry(FoundKind::Entry, &route::entry(register, id), &self.words_of(&row.topics))
        })
    }

    fn indicators(&self) -> impl Iterator<Item = SearchEntry> {
        let programmes = self.desk.model.programmes.iter();
        let indicators = programmes.flat_map(|(id, row)| row.indicators.iter().map(move |entry| (id, entry)));
        indicators.filter_map(|(programme, (id, row))| {
            let mut words = self.words_of(&row.topics);
            words.push(&row.short);
            self.entry(FoundKind::Indicator, &route::indicator(programme, id), &words)
        })
    }

    fn words_of(&self, topics: &[At<Id<Topic>>]) -> Vec<&'a str> {
        topics.iter().flat_map(|topic| self.words(&topic.value)).collect()
    }

    /// The words of a topic: its name, and others by which a teacher looks for it.
    fn words(&self, id: &Id<Topic>) -> impl Iterator<Item = &'a str> {
        let topic = &self.desk.model.vocabulary.topics[id];
        std::iter::once(topic.title.as_str()).chain(topic.synonyms.iter().map(String::as_str))
    }

    fn terms(&self) -> impl Iterator<Item = SearchEntry> {
        let glossary = self.entry(FoundKind::Term, route::GLOSSARY, &[]);
        let terms = self.desk.model.vocabulary.terms.iter();
        let entry = |page: usize| {
            move |(id, row): (&Id<crate::model::Term>, &At<crate::model::Term>)| SearchEntry {
                kind: FoundKind::Term,
                title: super::cards::capitalised(&row.term),
                href: route::term(id),
                about: crate::words::polish(&row.definition),
                keywords: row.forms.iter().map(|form| form.value.as_str()).collect::<Vec<_>>().join(" · "),
                page,
                card: None,
            }
        };
        glossary.into_iter().flat_map(move |glossary| terms.clone().map(entry(glossary.page)))
    }
}
