//! What the layouts of all sections share: heads, facts, facts from lists.

use jiff::civil::Date;

use crate::model::{Document, DocumentKind, Id, Period, Programme, Proof, Report};
use crate::source::TextFolder;
use crate::words::{in_words, polish};

use super::super::desk::Desk;
use super::super::views::{Content, Fact, Head, Link};
use super::super::{Page, route};

/// Names of the sections, as the navigation knows them.
pub mod section {
    /// Home.
    pub const HOME: &str = "home";
    /// The bank.
    pub const BANK: &str = "bank";
    /// The individual route.
    pub const ROUTE: &str = "route";
    /// A programme.
    pub const PROGRAMME: &str = "programme";
    /// Values.
    pub const MONITORING: &str = "monitoring";
    /// Recommendations.
    pub const ADVICE: &str = "advice";
    /// The evidence map.
    pub const EVIDENCE: &str = "evidence";
    /// Organisations.
    pub const ORGANISATIONS: &str = "organisations";
    /// Documents.
    pub const DOCUMENTS: &str = "documents";
    /// None of them.
    pub const NONE: &str = "";
}

/// A page without text and charts.
pub fn page<'a>(href: String, head: Head, content: Content) -> Page<'a> {
    Page { root: route::root_of(&href), href, head, content, changed: None, body: None, charts: Vec::new() }
}

/// A page whose content last changed on a day.
pub fn dated(mut page: Page<'_>, changed: Option<Date>) -> Page<'_> {
    page.head.updated = changed.map(in_words);
    page.changed = changed;
    page
}

/// A fact of plain text.
pub fn fact(term: String, text: impl Into<String>) -> Fact {
    Fact { term, text: text.into(), links: Vec::new() }
}

/// A fact of links.
pub fn linked(term: String, links: Vec<Link>) -> Fact {
    Fact { term, text: String::new(), links }
}

/// Facts that say something.
pub fn present(facts: impl IntoIterator<Item = Fact>) -> Vec<Fact> {
    facts.into_iter().filter(|fact| !fact.text.is_empty() || !fact.links.is_empty()).collect()
}

impl Desk<'_> {
    /// When a text was last changed: by its last commit, where the site asks git, else by what it says itself.
    pub fn last_changed(&self, folder: TextFolder, id: &str, declared: Option<Date>) -> Option<Date> {
        self.model.history.of(folder, id).next().or(declared)
    }

    /// The head of a page.
    pub fn head(
        &self,
        href: &str,
        section: &str,
        title: impl Into<String>,
        description: impl Into<String>,
    ) -> Head {
        let address = if href == route::HOME { "" } else { href };
        Head {
            title: title.into(),
            description: description.into(),
            canonical: format!("{}{address}", self.model.site.base_url),
            section: section.to_owned(),
            crumbs: if href == route::HOME { Vec::new() } else { vec![self.crumb("nav-home", route::HOME)] },
            data_date: None,
            updated: None,
        }
    }

    /// One step of the way here.
    pub fn crumb(&self, phrase: &str, href: &str) -> Link {
        Link { title: self.word(phrase), href: href.to_owned() }
    }

    /// The crumb of a programme.
    pub fn programme_crumb(&self, id: &Id<Programme>) -> Link {
        Link { title: self.model.programmes[id].short.clone(), href: route::programme(id) }
    }

    /// «данные на 20 декабря 2024 года».
    pub fn data_date(&self, programme: &Id<Programme>, period: Option<Period>) -> Option<String> {
        let collected = self.collected(programme, period)?;
        Some(self.say("data-as-of", &[("date", in_words(collected).into())]))
    }

    /// When the values of a period were collected.
    pub fn collected(&self, programme: &Id<Programme>, period: Option<Period>) -> Option<Date> {
        Some(self.model.programmes[programme].collections.get(&period?)?.collected.value)
    }

    /// «№ 60/1 от 30 июля 2021 года».
    pub fn requisites(&self, number: Option<&str>, date: Date) -> String {
        let date = ("date", in_words(date).into());
        match number {
            Some(number) => self.say("requisites", &[("number", number.into()), date]),
            None => self.say("requisites-date", &[date]),
        }
    }

    /// «приказ № 60/1 от 30 июля 2021 года» as a link.
    pub fn document(&self, id: &Id<Document>) -> Link {
        let document = &self.model.documents[id];
        let kind = self.word(document_kind(document.kind));
        let requisites = self.requisites(Some(&document.number), document.date.value);
        Link {
            title: super::super::cards::capitalised(&format!("{kind} {requisites}")),
            href: route::document(id),
        }
    }

    /// A report by its title.
    pub fn report(&self, id: &Id<Report>) -> Link {
        Link { title: polish(&self.model.reports[id].title), href: route::report(id) }
    }

    /// A document or report that proves something.
    pub fn proof(&self, id: &Id<Proof>) -> Option<Link> {
        let document = Id::<Document>::parse(id.as_str()).filter(|id| self.model.documents.get(id).is_some());
        let report = Id::<Report>::parse(id.as_str()).filter(|id| self.model.reports.get(id).is_some());
        document.map(|id| self.document(&id)).or(report.map(|id| self.report(&id)))
    }
}

/// The phrase of a kind of document.
pub fn document_kind(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Order => "order",
        DocumentKind::Letter => "letter",
        DocumentKind::Regulation => "regulation",
        DocumentKind::Plan => "plan",
    }
}
