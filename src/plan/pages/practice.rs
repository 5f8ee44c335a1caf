//! A practice: the answer first, then the full text, then what it is connected with.

mod evidence;
mod facts;
mod kit;

use std::cmp::Reverse;

use crate::diag::At;
use crate::model::{Adoption, Id, Practice, Stage};
use crate::source::TextFolder;
use crate::words::{in_words, polish};

use super::super::desk::{Desk, is_stale};
use super::super::kin::{Kinship, Trait};
use super::super::sentence::Subject;
use super::super::views::{AdoptionView, Content, Link, PracticeView, RelatedView};
use super::super::{Page, route};
use super::history::history;
use super::shared::{dated, fact, page, present, section};

/// Related practices shown.
const RELATED: usize = 5;

/// The page of one practice.
pub fn practice<'a>(desk: &Desk<'a>, id: &'a Id<Practice>) -> Page<'a> {
    let row: &'a Practice = &desk.model.practices[id].value;
    let href = route::practice(id);
    let mut head = desk.head(&href, section::BANK, polish(&row.title), polish(&row.summary));
    head.crumbs.push(desk.crumb("bank-title", route::BANK));
    if let Some(topic) = row.topics.first() {
        head.crumbs.push(Link {
            title: desk.model.vocabulary.topics[topic].title.clone(),
            href: route::topic(topic),
        });
    }
    let view = PracticeView {
        id: (row.stage == Stage::Approved).then(|| id.to_string()),
        summary: polish(&row.summary),
        warning: warning(desk, row),
        answers: facts::answers(desk, row),
        facts: facts::origin(desk, id, row),
        portraits: row.authors.iter().filter_map(|author| desk.portrait(id, row, author)).collect(),
        first_steps: set(&row.transfer.first_steps),
        effort: present([
            fact(desk.word("fact-effort"), row.transfer.effort.as_deref().map(polish).unwrap_or_default()),
            fact(
                desk.word("fact-duration"),
                row.transfer.duration.as_deref().map(polish).unwrap_or_default(),
            ),
        ]),
        take: kit::take(desk, id, row),
        conditions: set(&row.transfer.conditions),
        risks: set(&row.transfer.risks),
        evidence: evidence::evidence(desk, row, &desk.analysis.evidence[id]),
        adoptions: adoptions(desk, row),
        improves: row
            .improves
            .iter()
            .filter_map(|id| subject(desk, id))
            .map(|subject| desk.indicator_card(subject))
            .collect(),
        recommended: desk.offered.get(id).into_iter().flatten().map(|id| desk.recommendation(id)).collect(),
        related: related(desk, id, row),
        files: kit::files(desk, id, row),
        cite: cite(desk, row, &head.canonical),
        history: history(desk, id, row),
    };
    let mut page = page(href, head, Content::Practice(Box::new(view)));
    page.body = Some(desk.body(&row.prose, TextFolder::Practices, id.as_str()));
    dated(page, row.updated.as_ref().map(|date| date.value))
}

fn set(texts: &[String]) -> Vec<String> {
    texts.iter().map(|text| polish(text)).collect()
}

fn subject<'a>(desk: &Desk<'a>, id: &'a At<Id<crate::model::Indicator>>) -> Option<Subject<'a>> {
    let (programme, row) = desk.programme_of(&id.value)?;
    let indicator = &row.indicators.get(&id.value)?.value;
    Some(Subject { programme, id: &id.value, indicator })
}

fn warning(desk: &Desk<'_>, row: &Practice) -> Option<String> {
    let until = row.review_until.as_ref().filter(|_| is_stale(desk.model, row));
    match (row.stage, until) {
        (Stage::Archived, _) => Some(desk.word("archived-long")),
        (_, Some(until)) => Some(desk.say("stale-long", &[("date", in_words(until.value).into())])),
        _ => None,
    }
}

/// Who took it, the latest first.
fn adoptions(desk: &Desk<'_>, row: &Practice) -> Vec<AdoptionView> {
    let mut adoptions: Vec<&Adoption> = row.adoptions.iter().collect();
    adoptions.sort_by_key(|adoption| Reverse(adoption.year));
    let view = |adoption: &Adoption| AdoptionView {
        organisation: desk.organisation(&adoption.organisation),
        year: adoption.year.to_string(),
        outcome: polish(&adoption.outcome),
    };
    adoptions.into_iter().map(view).collect()
}

/// Practices that share a topic, a subject or an indicator, each with what they share and in what they differ.
fn related(desk: &Desk<'_>, id: &Id<Practice>, row: &Practice) -> Vec<RelatedView> {
    let akin = desk.kin.nearest(&desk.approved, (id, row), RELATED);
    akin.into_iter()
        .map(|(other, kinship)| RelatedView { link: desk.practice(other), why: why(desk, &kinship) })
        .collect()
}

/// «тот же дефицит и предмет, другой уровень».
fn why(desk: &Desk<'_>, kinship: &Kinship) -> String {
    let key = |what: Trait| match what {
        Trait::Topic => "topic",
        Trait::Subject => "subject",
        Trait::Indicator => "indicator",
        Trait::Level => "level",
        Trait::Form => "form",
    };
    let shares = kinship.shares.iter().map(|what| desk.word(&format!("shared-{}", key(*what)))).collect();
    let differs = kinship.differs.map_or("nothing", key);
    desk.say("related-why", &[("shares", desk.listed(shares).into()), ("differs", differs.into())])
}

fn cite(desk: &Desk<'_>, row: &Practice, url: &str) -> String {
    desk.say(
        "cite",
        &[
            ("title", (&row.title).into()),
            ("site", (&desk.model.site.title).into()),
            ("organisation", (&desk.model.organisations[&row.organisation].short).into()),
            ("year", Desk::year(row.year.value)),
            ("url", url.into()),
        ],
    )
}
