//! Home, and what all pages share.

use crate::analysis::Status;
use crate::model::{Edition, Id, Programme, Standing};
use crate::source::TextFolder;
use crate::words::{grouped, in_words};

use super::super::desk::Desk;
use super::super::sentence::Subject;
use super::super::views::{
    Content, Fact, HomeProgramme, HomeView, IndicatorCardView, Link, NavItem, OperatorView, SiteView,
};
use super::super::{Page, route};
use super::shared::{fact, linked, page, present, section};

/// Indicators shown on the home page for each programme.
const KEY_INDICATORS: usize = 6;
/// Practices shown on the home page.
const RECENT: usize = 6;
/// Recommendations shown on the home page.
const ADVICE: usize = 4;

/// What all pages share.
pub fn site(desk: &Desk<'_>) -> SiteView {
    let site = &desk.model.site;
    SiteView {
        title: site.title.clone(),
        language: site.language.clone(),
        demo: site.standing == Standing::Demonstration,
        internal: site.edition == Edition::Internal,
        date: in_words(site.date),
        year: site.date.year(),
        base_url: site.base_url.clone(),
        nav: nav(desk),
        footer: footer(desk),
        operator: operator(desk),
    }
}

fn nav(desk: &Desk<'_>) -> Vec<NavItem> {
    let item = |key: &str, phrase: &str, href: &str| NavItem {
        key: key.to_owned(),
        title: desk.word(phrase),
        href: href.to_owned(),
    };
    let mut nav = vec![
        item(section::BANK, "nav-bank", route::BANK),
        item(section::ROUTE, "nav-route", route::MY_ROUTE),
    ];
    let mut programmes = desk.model.programmes.ids();
    match (programmes.next(), programmes.next()) {
        (Some(only), None) => {
            nav.push(item(section::PROGRAMME, "nav-programme", &route::programme(only)));
            nav.push(item(section::MONITORING, "nav-monitoring", &route::part(only, "monitoring")));
            nav.push(item(section::ADVICE, "nav-advice", &route::part(only, "recommendations")));
            nav.push(item(section::EVIDENCE, "nav-evidence", &route::part(only, "evidence")));
        }
        (Some(_), Some(_)) => nav.push(item(section::PROGRAMME, "nav-programmes", route::PROGRAMMES)),
        (None, _) => {}
    }
    nav.push(item(section::ORGANISATIONS, "nav-organisations", route::ORGANISATIONS));
    nav.push(item(section::DOCUMENTS, "nav-documents", route::DOCUMENTS));
    nav
}

fn footer(desk: &Desk<'_>) -> Vec<Link> {
    let topics = !desk.model.vocabulary.topics.is_empty();
    let mut footer: Vec<Link> = topics.then(|| desk.crumb("nav-topics", route::TOPICS)).into_iter().collect();
    footer.extend(super::registers::entrance(desk));
    footer.push(desk.crumb("nav-reports", route::REPORTS));
    footer.extend(
        desk.model
            .programmes
            .ids()
            .take(1)
            .map(|id| desk.crumb("nav-calendar", &route::part(id, "calendar"))),
    );
    footer.push(desk.crumb("nav-glossary", route::GLOSSARY));
    footer.extend(super::open_data::entrance(desk));
    let pages = desk.model.pages.iter().filter(|(id, _)| id.as_str() != "home");
    footer.extend(pages.map(|(id, page)| Link { title: page.title.clone(), href: route::page(id.as_str()) }));
    footer
}

fn operator(desk: &Desk<'_>) -> OperatorView {
    let operator = &desk.model.site.operator;
    let text =
        |phrase: &str, value: &Option<String>| fact(desk.word(phrase), value.clone().unwrap_or_default());
    let call = |phrase: &str, scheme: &str, value: &Option<String>| {
        let links = value
            .iter()
            .map(|value| Link { title: value.clone(), href: format!("{scheme}:{}", value.replace(' ', "")) });
        linked(desk.word(phrase), links.collect())
    };
    OperatorView {
        name: operator.name.clone(),
        short: operator.short.clone(),
        contacts: present([
            text("address", &operator.address),
            call("phone", "tel", &operator.phone),
            call("email", "mailto", &operator.email),
            text("hours", &operator.hours),
            text("inn", &operator.inn),
        ]),
    }
}

/// The home page.
pub fn home<'a>(desk: &Desk<'a>) -> Page<'a> {
    let text = Id::parse("home").and_then(|id| desk.model.pages.get(&id));
    let summary = text.map_or_else(String::new, |page| page.summary.clone());
    let head = desk.head(route::HOME, section::HOME, desk.model.site.title.clone(), summary);
    let view = HomeView {
        programmes: desk.model.programmes.ids().map(|id| programme(desk, id)).collect(),
        counts: counts(desk),
        topics: super::topics::entrances(desk),
        recent: desk.cards(newest(desk)),
        advice: desk.published_advice().into_iter().take(ADVICE).map(|id| desk.advice_card(id)).collect(),
    };
    let mut page = page(route::HOME.to_owned(), head, Content::Home(view));
    page.body = text.map(|text| desk.body(&text.value.prose, TextFolder::Pages, "home"));
    page
}

fn newest<'a>(desk: &Desk<'a>) -> Vec<&'a Id<crate::model::Practice>> {
    let mut newest = desk.approved.clone();
    // Stable: among practices of one year the better proven stay in front.
    newest.sort_by_key(|(_, practice)| std::cmp::Reverse(practice.year.value));
    newest.into_iter().take(RECENT).map(|(id, _)| id).collect()
}

fn counts(desk: &Desk<'_>) -> Vec<Fact> {
    let indicators: usize =
        desk.model.programmes.iter().map(|(_, programme)| programme.indicators.len()).sum();
    let count = |phrase: &str, number: usize| fact(desk.word(phrase), grouped(number));
    vec![
        count("home-counts-practices", desk.approved.len()),
        count("home-counts-indicators", indicators),
        count("home-counts-organisations", desk.model.organisations.len()),
        count("home-counts-advice", desk.analysis.grounds.len()),
    ]
}

fn programme<'a>(desk: &Desk<'a>, id: &'a Id<Programme>) -> HomeProgramme {
    let row = &desk.model.programmes[id];
    HomeProgramme {
        link: Link { title: row.title.clone(), href: route::programme(id) },
        summary: crate::words::polish(&row.summary),
        steps: super::steps::steps(desk, id),
        state: super::steps::state(desk, id),
        indicators: key_indicators(desk, id),
    }
}

/// The gravest first, then those that reached their target: a district works on the first and learns from the second.
fn key_indicators<'a>(desk: &Desk<'a>, id: &'a Id<Programme>) -> Vec<IndicatorCardView> {
    let status = |subject: &Subject<'_>| {
        let period = desk.latest_known(*subject)?;
        Some(desk.reading(subject.programme, subject.id, period)?.attainment.status)
    };
    let rank = |subject: &Subject<'_>| match status(subject) {
        Some(Status::FarBehind) => 0,
        Some(Status::Behind) => 1,
        Some(Status::Reached) => 2,
        Some(Status::OnTheWay) => 3,
        _ => 4,
    };
    let mut subjects: Vec<Subject<'_>> = desk.subjects(id).collect();
    subjects.sort_by_key(rank);
    let (mut troubled, fine): (Vec<_>, Vec<_>) = subjects.into_iter().partition(|subject| rank(subject) < 2);
    // Half of the places stay with the good news, if there is any.
    let room = KEY_INDICATORS.saturating_sub(fine.len().min(KEY_INDICATORS / 2));
    troubled.truncate(room);
    troubled.extend(fine);
    troubled.into_iter().take(KEY_INDICATORS).map(|subject| desk.indicator_card(subject)).collect()
}
