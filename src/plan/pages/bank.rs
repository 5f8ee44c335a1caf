//! The bank: all practices, and the lists by facet. They work without scripts; the finder combines what they offer.

use std::sync::Arc;

use jiff::civil::Date;

use crate::model::{Id, Practice};
use crate::words::grouped;

use super::super::desk::Desk;
use super::super::facets::{Choice, Facet};
use super::super::views::{BankView, Content, FacetGroupView, FacetView, Link, PagerView};
use super::super::{Page, route};
use super::Maker;
use super::shared::{dated, page, section};

/// Practices on one page.
const PAGE: usize = 24;
/// Numbered links on each side of the page shown.
const AROUND: usize = 2;

/// A list: its address and head, and the practices on it.
struct List<'a> {
    href: String,
    title: String,
    intro: String,
    /// The choice that it is the list of.
    of: Option<(Facet, String)>,
    /// All choices, this one marked.
    groups: Arc<Vec<FacetGroupView>>,
    ids: Vec<&'a Id<Practice>>,
    /// When any of the practices last changed.
    changed: Option<Date>,
}

/// A maker for every page of every list.
pub fn makers<'a>(desk: &Desk<'a>) -> Vec<Maker<'a>> {
    let group = |(facet, choices): &(Facet, Vec<Choice>)| FacetGroupView {
        key: facet.key(),
        title: desk.word(&format!("facet-{}", facet.key())),
        facets: filled(*facet, choices),
    };
    let groups = desk.facets.iter().map(group).filter(|group| !group.facets.is_empty());
    let groups: Vec<FacetGroupView> = groups.collect();
    let whole = List {
        href: route::BANK.to_owned(),
        title: desk.word("bank-title"),
        intro: desk.word("bank-intro"),
        of: None,
        groups: marked(&groups, route::BANK),
        ids: desk.approved.iter().map(|(id, _)| *id).collect(),
        changed: desk.approved.iter().filter_map(|(_, row)| Some(row.updated.as_ref()?.value)).max(),
    };
    let choices = desk.facets.iter().flat_map(|(facet, choices)| choices.iter().map(move |it| (*facet, it)));
    let lists = choices.map(|(facet, choice)| list(desk, facet, choice, &groups));
    std::iter::once(whole).chain(lists).flat_map(|list| list_makers(&Arc::new(list))).collect()
}

/// The list of one choice.
fn list<'a>(desk: &Desk<'a>, facet: Facet, choice: &Choice, groups: &[FacetGroupView]) -> List<'a> {
    let href = route::facet(facet.key(), &choice.id);
    let title = format!("facet-title-{}", facet.key());
    List {
        title: desk.say(&title, &[("value", (&choice.title).into())]),
        intro: choice.summary.clone(),
        of: Some((facet, choice.id.clone())),
        groups: marked(groups, &href),
        ids: choice.places.iter().map(|place| desk.approved[*place as usize].0).collect(),
        changed: choice.changed,
        href,
    }
}

fn filled(facet: Facet, choices: &[Choice]) -> Vec<FacetView> {
    let view = |choice: &Choice| FacetView {
        title: choice.title.clone(),
        href: route::facet(facet.key(), &choice.id),
        count: choice.places.len(),
        current: false,
    };
    choices.iter().filter(|choice| !choice.places.is_empty()).map(view).collect()
}

/// A maker for every page of one list.
fn list_makers<'a>(list: &Arc<List<'a>>) -> Vec<Maker<'a>> {
    let maker = |number| -> Maker<'a> {
        let list = Arc::clone(list);
        Box::new(move |desk| vec![list_page(desk, &list, number)])
    };
    (1..=pages_of(list)).map(maker).collect()
}

fn pages_of(list: &List<'_>) -> usize {
    list.ids.len().div_ceil(PAGE).max(1)
}

fn list_page<'a>(desk: &Desk<'a>, list: &List<'a>, number: usize) -> Page<'a> {
    let href = route::nth_page(&list.href, number);
    let title = if number == 1 {
        list.title.clone()
    } else {
        format!("{}, {}", list.title, desk.say("page-of", &[("page", number.into())]))
    };
    let description = if list.intro.is_empty() { list.title.clone() } else { list.intro.clone() };
    let mut head = desk.head(&href, section::BANK, title, description);
    if list.of.is_some() || number > 1 {
        head.crumbs.push(desk.crumb("bank-title", route::BANK));
    }
    let first = (number - 1) * PAGE;
    let shown = list.ids.iter().skip(first).take(PAGE).copied();
    let total = list.ids.len();
    let first = list.of.is_none() && number == 1;
    let view = BankView {
        intro: if number == 1 { list.intro.clone() } else { String::new() },
        count: desk.say("bank-count", &[("n", total.into()), ("total", grouped(total).into())]),
        searchable: first,
        ways: if first { ways(desk) } else { Vec::new() },
        combine: list.of.as_ref().map(|(facet, value)| route::found(facet.key(), value)),
        facets: Arc::clone(&list.groups),
        cards: desk.cards(shown),
        pager: pager(desk, list, number),
    };
    dated(page(href, head, Content::Bank(view)), list.changed)
}

/// By what somebody begins who does not know what to search for.
fn ways(desk: &Desk<'_>) -> Vec<Link> {
    let topics = !desk.model.vocabulary.topics.is_empty();
    let topics = topics.then(|| desk.crumb("way-topics", route::TOPICS));
    topics.into_iter().chain([desk.crumb("way-route", route::MY_ROUTE)]).collect()
}

fn marked(groups: &[FacetGroupView], current: &str) -> Arc<Vec<FacetGroupView>> {
    let mut groups = groups.to_vec();
    for facet in groups.iter_mut().flat_map(|group| &mut group.facets) {
        facet.current = facet.href == current;
    }
    Arc::new(groups)
}

fn pager(desk: &Desk<'_>, list: &List<'_>, number: usize) -> Option<PagerView> {
    let pages = pages_of(list);
    if pages == 1 {
        return None;
    }
    let step =
        |phrase: &str, to: usize| Link { title: desk.word(phrase), href: route::nth_page(&list.href, to) };
    let mut links = Vec::new();
    let mut last = 0;
    for page in (1..=pages).filter(|page| *page == 1 || *page == pages || page.abs_diff(number) <= AROUND) {
        if page > last + 1 {
            links.push(Link::default());
        }
        let href = if page == number { String::new() } else { route::nth_page(&list.href, page) };
        links.push(Link { title: grouped(page), href });
        last = page;
    }
    Some(PagerView {
        page: number,
        pages,
        previous: (number > 1).then(|| step("page-previous", number - 1)),
        next: (number < pages).then(|| step("page-next", number + 1)),
        links,
    })
}
