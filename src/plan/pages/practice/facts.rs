//! What a practice is about, as facts: for whom and with what it helps first, the rest aside.

use crate::model::{Practice, Stage};
use crate::words::in_words;

use super::super::super::desk::Desk;
use super::super::super::route;
use super::super::super::views::{Fact, Link};
use super::super::shared::{fact, linked, present};

/// For whom it is, and with what it helps.
pub fn answers(desk: &Desk<'_>, row: &Practice) -> Vec<Fact> {
    let vocabulary = &desk.model.vocabulary;
    let audiences = row.audiences.iter().map(|id| (id.as_str(), &vocabulary.audiences[id].title));
    let topics = row.topics.iter().map(|id| (id.as_str(), &vocabulary.topics[id].title));
    let subjects = row.subjects.iter().map(|id| (id.as_str(), &vocabulary.subjects[id].title));
    let levels = row.levels.iter().map(|id| (id.as_str(), &vocabulary.levels[id].title));
    let subjects = if row.subjects.is_empty() {
        fact(desk.word("fact-subjects"), desk.word("any-subject"))
    } else {
        facet(desk, row, ("fact-subjects", "subject"), subjects)
    };
    present([
        facet(desk, row, ("fact-audiences", "audience"), audiences),
        facet(desk, row, ("fact-helps", "topic"), topics),
        subjects,
        facet(desk, row, ("fact-levels", "level"), levels),
    ])
}

/// Where it comes from.
pub fn origin(desk: &Desk<'_>, row: &Practice) -> Vec<Fact> {
    let (year, form) = (row.year.value.to_string(), &desk.model.vocabulary.forms[&row.form].title);
    let until = row.review_until.as_ref().map(|until| in_words(until.value));
    present([
        linked(desk.word("fact-organisation"), vec![desk.organisation(&row.organisation)]),
        fact(desk.word("fact-authors"), row.authors.join(", ")),
        facet(desk, row, ("fact-year", "year"), [(year.as_str(), &year)]),
        facet(desk, row, ("fact-form", "form"), [(row.form.as_str(), form)]),
        fact(desk.word("fact-review"), until.unwrap_or_default()),
    ])
}

/// Values of a facet as links to their lists. An archived practice is on no list, and perhaps alone in its facet: then
/// the facet has no page.
fn facet<'v>(
    desk: &Desk<'_>,
    row: &Practice,
    (term, facet): (&str, &str),
    values: impl IntoIterator<Item = (&'v str, &'v String)>,
) -> Fact {
    let link = |(id, title): (&str, &String)| Link { title: title.clone(), href: route::facet(facet, id) };
    let links: Vec<Link> = values.into_iter().map(link).collect();
    if row.stage == Stage::Approved {
        return linked(desk.word(term), links);
    }
    fact(desk.word(term), links.into_iter().map(|link| link.title).collect::<Vec<_>>().join(", "))
}
