//! The bank: all practices, and the lists by facet.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::model::{Id, Practice};
use crate::words::{grouped, natural, polish};

use super::super::desk::Desk;
use super::super::views::{BankView, Content, FacetGroupView, FacetView, Link, PagerView};
use super::super::{Page, route};
use super::Maker;
use super::shared::{dated, page, section};

/// Practices on one page.
const PAGE: usize = 24;
/// Numbered links on each side of the page shown.
const AROUND: usize = 2;

/// The facets by the names of their addresses, in the order in which they are offered.
const FACETS: [&str; 7] = ["subject", "level", "topic", "form", "audience", "organisation", "year"];

/// A list: its address and head, and the practices on it.
struct List<'a> {
    href: String,
    title: String,
    intro: String,
    facet: Option<&'static str>,
    /// All choices, this one marked.
    groups: Arc<Vec<FacetGroupView>>,
    ids: Vec<&'a Id<Practice>>,
    /// When any of the practices last changed.
    changed: Option<Date>,
}

/// A maker for every page of every list.
pub fn makers<'a>(desk: &Desk<'a>) -> Vec<Maker<'a>> {
    let facets: Vec<(&'static str, Vec<Choice<'a>>)> =
        FACETS.par_iter().map(|facet| (*facet, choices(desk, facet))).collect();
    let group = |(facet, choices): &(&str, Vec<Choice<'_>>)| FacetGroupView {
        title: desk.word(&format!("facet-{facet}")),
        facets: offered(facet, choices),
    };
    let groups: Vec<FacetGroupView> = facets.iter().map(group).collect();
    let whole = List {
        href: route::BANK.to_owned(),
        title: desk.word("bank-title"),
        intro: desk.word("bank-intro"),
        facet: None,
        groups: marked(&groups, route::BANK),
        ids: desk.approved.iter().map(|(id, _)| *id).collect(),
        changed: desk.approved.iter().filter_map(|(_, practice)| changed(practice)).max(),
    };
    let groups = &groups;
    let lists = facets.into_iter().flat_map(|(facet, choices)| {
        choices.into_iter().map(move |choice| List {
            href: route::facet(facet, &choice.id),
            title: desk.say(&format!("facet-title-{facet}"), &[("value", (&choice.title).into())]),
            intro: choice.summary,
            facet: Some(facet),
            groups: marked(groups, &route::facet(facet, &choice.id)),
            ids: choice.ids,
            changed: choice.changed,
        })
    });
    std::iter::once(whole).chain(lists).flat_map(|list| list_makers(&Arc::new(list))).collect()
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

/// One value of a facet, with its practices.
struct Choice<'a> {
    id: String,
    title: String,
    summary: String,
    ids: Vec<&'a Id<Practice>>,
    changed: Option<Date>,
}

fn changed(practice: &Practice) -> Option<Date> {
    Some(practice.updated.as_ref()?.value)
}

fn offered(facet: &str, choices: &[Choice<'_>]) -> Vec<FacetView> {
    let filled = choices.iter().filter(|choice| !choice.ids.is_empty());
    let view = |choice: &Choice<'_>| FacetView {
        title: choice.title.clone(),
        href: route::facet(facet, &choice.id),
        count: choice.ids.len(),
        current: false,
    };
    filled.map(view).collect()
}

/// The values of a facet in their order.
fn choices<'a>(desk: &Desk<'a>, facet: &str) -> Vec<Choice<'a>> {
    let mut by_value: BTreeMap<String, (Vec<&'a Id<Practice>>, Option<Date>)> = BTreeMap::new();
    for (id, practice) in &desk.approved {
        for value in values_of(practice, facet) {
            let (ids, last) = by_value.entry(value).or_default();
            ids.push(id);
            *last = changed(practice).max(*last);
        }
    }
    let years: Vec<&String> = by_value.keys().rev().collect();
    let mut choices = order(desk, facet, &years);
    for choice in &mut choices {
        (choice.ids, choice.changed) = by_value.remove(&choice.id).unwrap_or_default();
    }
    // A topic has a page even without practices: indicators and texts link to it.
    choices.retain(|choice| facet == "topic" || !choice.ids.is_empty());
    choices
}

fn values_of(practice: &Practice, facet: &str) -> Vec<String> {
    fn names<T>(ids: &[crate::diag::At<Id<T>>]) -> Vec<String> {
        ids.iter().map(|id| id.value.to_string()).collect()
    }
    match facet {
        "subject" => names(&practice.subjects),
        "level" => names(&practice.levels),
        "topic" => names(&practice.topics),
        "form" => vec![practice.form.value.to_string()],
        "audience" => names(&practice.audiences),
        "organisation" => vec![practice.organisation.value.to_string()],
        _ => vec![practice.year.value.to_string()],
    }
}

/// The values in the vocabulary's order; organisations by name, years as given.
fn order<'a>(desk: &Desk<'_>, facet: &str, years: &[&String]) -> Vec<Choice<'a>> {
    let vocabulary = &desk.model.vocabulary;
    let choice = |id: &str, title: &str, summary: &str| Choice {
        id: id.to_owned(),
        title: title.to_owned(),
        summary: polish(summary),
        ids: Vec::new(),
        changed: None,
    };
    match facet {
        "subject" => {
            vocabulary.subjects.iter().map(|(id, row)| choice(id.as_str(), &row.title, "")).collect()
        }
        "level" => vocabulary.levels.iter().map(|(id, row)| choice(id.as_str(), &row.title, "")).collect(),
        "topic" => {
            vocabulary.topics.iter().map(|(id, row)| choice(id.as_str(), &row.title, &row.summary)).collect()
        }
        "form" => vocabulary.forms.iter().map(|(id, row)| choice(id.as_str(), &row.title, "")).collect(),
        "audience" => {
            vocabulary.audiences.iter().map(|(id, row)| choice(id.as_str(), &row.title, "")).collect()
        }
        "organisation" => {
            let rows = desk.model.organisations.iter();
            let mut choices: Vec<Choice<'_>> =
                rows.map(|(id, row)| choice(id.as_str(), &row.short, "")).collect();
            choices.sort_by_key(|choice| natural(&choice.title));
            choices
        }
        _ => years.iter().map(|year| choice(year, year, "")).collect(),
    }
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
    if list.facet.is_some() || number > 1 {
        head.crumbs.push(desk.crumb("bank-title", route::BANK));
    }
    let first = (number - 1) * PAGE;
    let shown = list.ids.iter().skip(first).take(PAGE).copied();
    let total = list.ids.len();
    let view = BankView {
        intro: if number == 1 { list.intro.clone() } else { String::new() },
        count: desk.say("bank-count", &[("n", total.into()), ("total", grouped(total).into())]),
        searchable: list.facet.is_none() && number == 1,
        facets: Arc::clone(&list.groups),
        cards: desk.cards(shown),
        pager: pager(desk, list, number),
    };
    dated(page(href, head, Content::Bank(view)), list.changed)
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
