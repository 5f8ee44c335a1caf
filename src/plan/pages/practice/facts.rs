//! What a practice is about, as facts: for whom and with what it helps first, the rest aside.

use crate::model::{Id, Practice, Stage};
use crate::words::in_words;

use super::super::super::desk::Desk;
use super::super::super::route;
use super::super::super::views::{Fact, Link};
use super::super::shared::{fact, linked, present};

/// For whom it is, and with what it helps.
pub fn answers(desk: &Desk<'_>, row: &Practice) -> Vec<Fact> {
    let vocabulary = &desk.model.vocabulary;
    let audiences =
        row.audiences.iter().map(|id| link("audience", id.as_str(), &vocabulary.audiences[id].title));
    let subjects = row.subjects.iter().map(|id| link("subject", id.as_str(), &vocabulary.subjects[id].title));
    let levels = row.levels.iter().map(|id| link("level", id.as_str(), &vocabulary.levels[id].title));
    let subjects = if row.subjects.is_empty() {
        fact(desk.word("fact-subjects"), desk.word("any-subject"))
    } else {
        facet(desk, row, "fact-subjects", subjects)
    };
    present([
        facet(desk, row, "fact-audiences", audiences.chain(levels)),
        subjects,
        facet(desk, row, "fact-helps", desk.topics(&row.topics)),
    ])
}

/// Where it comes from.
pub fn origin(desk: &Desk<'_>, id: &Id<Practice>, row: &Practice) -> Vec<Fact> {
    let href = &route::practice(id);
    let (year, form) = (row.year.value.to_string(), &desk.model.vocabulary.forms[&row.form].title);
    let authors: Vec<String> = row.authors.iter().map(|author| desk.author(author, href)).collect();
    let until = row.review_until.as_ref().map(|until| in_words(until.value));
    present([
        linked(desk.word("fact-organisation"), vec![desk.organisation(&row.organisation)]),
        fact(desk.word("fact-authors"), authors.join(", ")),
        facet(desk, row, "fact-year", [link("year", &year, &year)]),
        facet(desk, row, "fact-form", [link("form", row.form.as_str(), form)]),
        linked(desk.word("fact-showing"), desk.showing(id)),
        fact(desk.word("fact-review"), until.unwrap_or_default()),
    ])
}

fn link(facet: &str, id: &str, title: &str) -> Link {
    Link { title: title.to_owned(), href: route::facet(facet, id) }
}

/// Links to lists of the bank. An archived practice is on no list, and perhaps alone in its facet: then the facet has no
/// page.
fn facet(desk: &Desk<'_>, row: &Practice, term: &str, links: impl IntoIterator<Item = Link>) -> Fact {
    if row.stage == Stage::Approved {
        return linked(desk.word(term), links.into_iter().collect());
    }
    let titles: Vec<String> = links.into_iter().map(|link| link.title).collect();
    fact(desk.word(term), titles.join(", "))
}
