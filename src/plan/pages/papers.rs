//! Documents, reports, text pages, the glossary, and the page for addresses that lead nowhere.

use crate::model::{Document, DocumentKind, Force, Id, Period, Report, ReportKind, Term};
use crate::source::TextFolder;
use crate::words::{alphabetical, in_words, polish};

use super::super::desk::Desk;
use super::super::views::{
    Content, Fact, GlossaryView, Group, IndexItem, IndexView, Link, StatusView, TermView, TextView,
};
use super::super::{Page, route};
use super::shared::{dated, fact, linked, page, present, section};

/// Lists of documents and reports.
pub fn lists<'a>(desk: &Desk<'a>) -> Vec<Page<'a>> {
    vec![documents(desk), reports(desk)]
}

/// All documents, reports and text pages.
pub fn texts<'a>(desk: &Desk<'a>) -> Vec<Page<'a>> {
    let documents = desk.model.documents.iter().map(|(id, row)| document(desk, id, &row.value));
    let reports = desk.model.reports.iter().map(|(id, row)| report(desk, id, &row.value));
    let pages = desk.model.pages.iter().filter(|(id, _)| id.as_str() != "home").map(|(id, row)| {
        let href = route::page(id.as_str());
        let head = desk.head(&href, section::NONE, row.title.clone(), polish(&row.summary));
        let view = TextView { summary: polish(&row.value.summary), facts: Vec::new(), related: Vec::new() };
        let page = dated(page(href, head, Content::Text(view)), row.updated.as_ref().map(|date| date.value));
        with_body(page, desk.body(&row.value.prose, TextFolder::Pages, id.as_str()))
    });
    documents.chain(reports).chain(pages).collect()
}

fn with_body<'a>(mut page: Page<'a>, body: super::super::Body<'a>) -> Page<'a> {
    page.body = Some(body);
    page
}

fn index_page<'a>(
    desk: &Desk<'a>,
    (href, section, name): (&str, &str, &str),
    groups: Vec<Group<IndexItem>>,
) -> Page<'a> {
    let intro = desk.word(&format!("{name}-intro"));
    let head = desk.head(href, section, desk.word(&format!("{name}-title")), intro.clone());
    page(href.to_owned(), head, Content::Index(IndexView { intro, groups }))
}

fn documents<'a>(desk: &Desk<'a>) -> Page<'a> {
    const KINDS: [(DocumentKind, &str); 4] = [
        (DocumentKind::Order, "orders"),
        (DocumentKind::Regulation, "regulations"),
        (DocumentKind::Plan, "plans"),
        (DocumentKind::Letter, "letters"),
    ];
    let groups = KINDS.into_iter().filter_map(|(kind, phrase)| {
        let mut rows: Vec<(&Id<Document>, &Document)> = desk
            .model
            .documents
            .iter()
            .filter(|(_, row)| row.kind == kind)
            .map(|(id, row)| (id, &row.value))
            .collect();
        rows.sort_by_key(|(_, row)| std::cmp::Reverse(row.date.value));
        let items: Vec<IndexItem> = rows
            .into_iter()
            .map(|(id, row)| IndexItem {
                link: Link { title: polish(&row.title), href: route::document(id) },
                about: format!(
                    "{}, {}",
                    desk.requisites(Some(&row.number), row.date.value),
                    polish(&row.issuer)
                ),
                badge: (row.force != Force::InForce).then(|| force(desk, row)),
            })
            .collect();
        (!items.is_empty()).then(|| Group { title: desk.word(phrase), anchor: phrase.to_owned(), items })
    });
    let newest = desk.model.documents.iter().map(|(_, row)| row.date.value).max();
    dated(index_page(desk, (route::DOCUMENTS, section::DOCUMENTS, "documents"), groups.collect()), newest)
}

fn force(desk: &Desk<'_>, row: &Document) -> StatusView {
    match row.force {
        Force::InForce => desk.badge("good", "in-force"),
        Force::Superseded { .. } => desk.badge("poor", "superseded"),
    }
}

fn reports<'a>(desk: &Desk<'a>) -> Page<'a> {
    let mut periods: Vec<Period> = desk.model.reports.iter().map(|(_, row)| row.period.value).collect();
    periods.sort();
    periods.dedup();
    let groups = periods.into_iter().rev().map(|period| {
        let mut rows: Vec<(&Id<Report>, &Report)> = desk
            .model
            .reports
            .iter()
            .filter(|(_, row)| row.period.value == period)
            .map(|(id, row)| (id, &row.value))
            .collect();
        rows.sort_by_key(|(_, row)| (row.kind, row.date.value));
        let items = rows.into_iter().map(|(id, row)| IndexItem {
            link: desk.report(id),
            about: format!(
                "{}, {}",
                desk.word(report_kind(row.kind)),
                desk.requisites(row.number.as_deref(), row.date.value)
            ),
            badge: None,
        });
        let title = desk.say("measures-of-year", &[("year", Desk::year(period))]);
        Group { title, anchor: format!("year-{period}"), items: items.collect() }
    });
    let newest = desk.model.reports.iter().map(|(_, row)| row.date.value).max();
    dated(index_page(desk, (route::REPORTS, section::DOCUMENTS, "reports"), groups.collect()), newest)
}

fn report_kind(kind: ReportKind) -> &'static str {
    match kind {
        ReportKind::Monitoring => "report-monitoring",
        ReportKind::Analysis => "report-analysis",
        ReportKind::Effectiveness => "report-effectiveness",
        ReportKind::Protocol => "report-protocol",
    }
}

fn document<'a>(desk: &Desk<'a>, id: &'a Id<Document>, row: &'a Document) -> Page<'a> {
    let href = route::document(id);
    let requisites = desk.requisites(Some(&row.number), row.date.value);
    let kind = desk.word(super::shared::document_kind(row.kind));
    let mut head = desk.head(&href, section::DOCUMENTS, polish(&row.title), format!("{kind} {requisites}"));
    head.crumbs.push(desk.crumb("documents-title", route::DOCUMENTS));
    let view =
        TextView { summary: String::new(), facts: document_facts(desk, row), related: resting_on(desk, id) };
    let changed = desk.last_changed(TextFolder::Documents, id.as_str(), None);
    with_body(
        dated(page(href, head, Content::Text(view)), changed),
        desk.body(&row.prose, TextFolder::Documents, id.as_str()),
    )
}

fn document_facts(desk: &Desk<'_>, row: &Document) -> Vec<Fact> {
    let by = match &row.force {
        Force::Superseded { by: Some(by) } => vec![desk.document(by)],
        _ => Vec::new(),
    };
    let kind = desk.word(super::shared::document_kind(row.kind));
    present([
        fact(desk.word("fact-kind"), kind),
        fact(desk.word("fact-number"), row.number.clone()),
        fact(desk.word("fact-date"), in_words(row.date.value)),
        fact(desk.word("fact-issuer"), polish(&row.issuer)),
        fact(desk.word("fact-signatory"), polish(&row.signatory)),
        fact(desk.word("fact-state"), force(desk, row).text),
        linked(desk.word("fact-superseded-by"), by),
        linked(
            desk.word("fact-programme"),
            row.programme.iter().map(|id| desk.programme_crumb(id)).collect(),
        ),
    ])
}

/// Programmes and decisions that rest on a document.
fn resting_on(desk: &Desk<'_>, id: &Id<Document>) -> Vec<Link> {
    let mut links = Vec::new();
    for (programme, row) in desk.model.programmes.iter() {
        if row.document.value == *id {
            links.push(desk.programme_crumb(programme));
        }
        for (decision, about) in row.decisions.iter().filter(|(_, about)| about.document.value == *id) {
            let href = format!("{}#{decision}", route::part(programme, "decisions"));
            links.push(Link { title: polish(&about.title), href });
        }
    }
    links
}

fn report<'a>(desk: &Desk<'a>, id: &'a Id<Report>, row: &'a Report) -> Page<'a> {
    let href = route::report(id);
    let programme = &row.programme.value;
    let mut head = desk.head(&href, section::DOCUMENTS, polish(&row.title), polish(&row.summary));
    head.crumbs.push(desk.crumb("reports-title", route::REPORTS));
    head.data_date = desk.data_date(programme, Some(row.period.value));
    let resting =
        desk.model.programmes[programme].decisions.iter().filter(|(_, decision)| decision.basis.value == *id);
    let related = resting.map(|(decision, about)| Link {
        title: polish(&about.title),
        href: format!("{}#{decision}", route::part(programme, "decisions")),
    });
    let view = TextView {
        summary: polish(&row.summary),
        facts: present([
            fact(desk.word("fact-kind"), desk.word(report_kind(row.kind))),
            fact(desk.word("fact-number"), row.number.clone().unwrap_or_default()),
            fact(desk.word("fact-date"), in_words(row.date.value)),
            fact(desk.word("fact-period"), row.period.to_string()),
            fact(desk.word("fact-signatory"), row.signatory.as_deref().map(polish).unwrap_or_default()),
            linked(desk.word("fact-programme"), vec![desk.programme_crumb(programme)]),
        ]),
        related: related.collect(),
    };
    let changed = desk.last_changed(TextFolder::Reports, id.as_str(), Some(row.date.value));
    let page = dated(page(href, head, Content::Text(view)), changed);
    with_body(page, desk.body(&row.prose, TextFolder::Reports, id.as_str()))
}

/// The glossary, by first letter.
pub fn glossary<'a>(desk: &Desk<'a>) -> Page<'a> {
    let mut terms: Vec<TermView> = desk.model.vocabulary.terms.ids().map(|id| desk.term(id)).collect();
    terms.sort_by_key(|term| alphabetical(&term.term));
    let mut groups: Vec<Group<TermView>> = Vec::new();
    for term in terms {
        let letter: String = term.term.chars().take(1).flat_map(char::to_uppercase).collect();
        match groups.last_mut().filter(|group| group.title == letter) {
            Some(group) => group.items.push(term),
            None => {
                let anchor = format!("letter-{}", groups.len() + 1);
                groups.push(Group { title: letter, anchor, items: vec![term] });
            }
        }
    }
    let title = desk.word("glossary-title");
    let head = desk.head(route::GLOSSARY, section::NONE, title.clone(), title);
    page(route::GLOSSARY.to_owned(), head, Content::Glossary(GlossaryView { groups }))
}

impl Desk<'_> {
    /// A term with what it means.
    pub fn term(&self, id: &Id<Term>) -> TermView {
        let row = &self.model.vocabulary.terms[id];
        TermView {
            anchor: format!("term-{id}"),
            term: super::super::cards::capitalised(&row.term),
            definition: polish(&row.definition),
            source: row.source.as_ref().map(|source| self.document(source)),
        }
    }
}

/// The page for addresses that lead nowhere. It may be shown at any depth, so its links begin at the site's own path.
pub fn missing<'a>(desk: &Desk<'a>) -> Page<'a> {
    let item = |phrase: &str, href: &str| IndexItem {
        link: desk.crumb(phrase, href),
        about: String::new(),
        badge: None,
    };
    let mut items = vec![
        item("nav-home", route::HOME),
        item("nav-bank", route::BANK),
        item("nav-organisations", route::ORGANISATIONS),
        item("nav-documents", route::DOCUMENTS),
    ];
    items.extend(desk.model.programmes.iter().map(|(id, _)| IndexItem {
        link: desk.programme_crumb(id),
        about: String::new(),
        badge: None,
    }));
    let intro = desk.word("missing-intro");
    let groups = vec![Group { title: desk.word("missing-where"), anchor: "where".to_owned(), items }];
    let mut head = desk.head(route::MISSING, section::NONE, desk.word("missing-title"), intro.clone());
    head.crumbs.clear();
    let mut page = page(route::MISSING.to_owned(), head, Content::Missing(IndexView { intro, groups }));
    let address = &desk.model.site.base_url;
    let path = address.split_once("://").and_then(|(_, rest)| rest.find('/').map(|slash| &rest[slash..]));
    path.unwrap_or("/").clone_into(&mut page.root);
    page
}
