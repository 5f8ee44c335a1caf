//! A practice: the answer first, then the full text, then what it is connected with.

use crate::analysis::{EvidenceFact, EvidenceLevel};
use crate::diag::At;
use crate::model::{Id, Practice, Stage};
use crate::source::TextFolder;
use crate::words::{in_words, polish, size};

use super::super::desk::{Desk, is_stale};
use super::super::sentence::Subject;
use super::super::views::{
    AdoptionView, Content, EvidenceFactView, EvidenceView, Fact, FileView, Link, PracticeView, RelatedView,
};
use super::super::{Page, route};
use super::history::history;
use super::shared::{dated, fact, linked, page, present, section};

/// Related practices shown.
const RELATED: usize = 5;
/// Candidates looked at for each shared thing: on a large bank the best proven of them are enough.
const CANDIDATES: usize = 40;

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
        summary: polish(&row.summary),
        warning: warning(desk, row),
        facts: facts(desk, id, row),
        portraits: row.authors.iter().filter_map(|author| desk.portrait(id, row, author)).collect(),
        first_steps: set(&row.transfer.first_steps),
        effort: present([
            fact(desk.word("fact-effort"), row.transfer.effort.as_deref().map(polish).unwrap_or_default()),
            fact(
                desk.word("fact-duration"),
                row.transfer.duration.as_deref().map(polish).unwrap_or_default(),
            ),
        ]),
        take: set(&row.transfer.take),
        conditions: set(&row.transfer.conditions),
        risks: set(&row.transfer.risks),
        evidence: evidence(desk, row, &desk.analysis.evidence[id]),
        adoptions: adoptions(desk, row),
        improves: row
            .improves
            .iter()
            .filter_map(|id| subject(desk, id))
            .map(|subject| desk.indicator_card(subject))
            .collect(),
        recommended: desk.offered.get(id).into_iter().flatten().map(|id| desk.recommendation(id)).collect(),
        related: related(desk, id, row),
        files: files(desk, id, row),
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

fn facts(desk: &Desk<'_>, id: &Id<Practice>, row: &Practice) -> Vec<Fact> {
    let href = &route::practice(id);
    let vocabulary = &desk.model.vocabulary;
    let facet =
        |facet: &str, id: &str, title: &str| Link { title: title.to_owned(), href: route::facet(facet, id) };
    // An archived practice is on no list, and perhaps alone in its facet: then the facet has no page.
    let live = row.stage == Stage::Approved;
    let many = |term: &str, links: Vec<Link>| {
        if live {
            linked(desk.word(term), links)
        } else {
            fact(desk.word(term), links.into_iter().map(|link| link.title).collect::<Vec<_>>().join(", "))
        }
    };
    let subjects: Vec<Link> =
        row.subjects.iter().map(|id| facet("subject", id.as_str(), &vocabulary.subjects[id].title)).collect();
    let subjects = if subjects.is_empty() {
        fact(desk.word("fact-subjects"), desk.word("any-subject"))
    } else {
        many("fact-subjects", subjects)
    };
    let year = row.year.value.to_string();
    present([
        linked(desk.word("fact-organisation"), vec![desk.organisation(&row.organisation)]),
        fact(
            desk.word("fact-authors"),
            row.authors.iter().map(|author| desk.author(author, href)).collect::<Vec<_>>().join(", "),
        ),
        many("fact-year", vec![facet("year", &year, &year)]),
        subjects,
        many(
            "fact-levels",
            row.levels.iter().map(|id| facet("level", id.as_str(), &vocabulary.levels[id].title)).collect(),
        ),
        many(
            "fact-audiences",
            row.audiences
                .iter()
                .map(|id| facet("audience", id.as_str(), &vocabulary.audiences[id].title))
                .collect(),
        ),
        many("fact-form", vec![facet("form", row.form.as_str(), &vocabulary.forms[&row.form].title)]),
        many("fact-topics", desk.topics(&row.topics)),
        linked(desk.word("fact-showing"), desk.showing(id)),
        fact(
            desk.word("fact-review"),
            row.review_until.as_ref().map(|until| in_words(until.value)).unwrap_or_default(),
        ),
    ])
}

/// The kinds of facts in the order in which they are shown, each with its phrase.
const KINDS: [(EvidenceFact, &str); EvidenceLevel::HIGHEST] = [
    (EvidenceFact::OwnMonitoring, "evidence-own-monitoring"),
    (EvidenceFact::SeveralOrganisations, "evidence-several-organisations"),
    (EvidenceFact::Expertise, "evidence-expertise"),
    (EvidenceFact::Publication, "evidence-publication"),
];

/// The level in one line, and every kind of fact with what is declared of it.
fn evidence(desk: &Desk<'_>, row: &Practice, level: &EvidenceLevel) -> EvidenceView {
    let stated: Vec<String> = KINDS
        .iter()
        .filter(|(kind, _)| level.facts.contains(kind))
        .map(|(_, phrase)| desk.word(phrase))
        .collect();
    let of = ("of", EvidenceLevel::HIGHEST.into());
    let text = if stated.is_empty() {
        desk.say("evidence-none", &[of])
    } else {
        desk.say(
            "evidence-level",
            &[("level", level.level().into()), of, ("facts", stated.join(", ").into())],
        )
    };
    let facts = KINDS.iter().map(|(kind, phrase)| {
        let met = level.facts.contains(kind);
        let text = declared(desk, row, *kind).filter(|_| met).unwrap_or_else(|| desk.word(phrase));
        EvidenceFactView { text, met }
    });
    EvidenceView {
        level: level.level(),
        text,
        facts: facts.collect(),
        result: row.evidence.result.as_deref().map(polish),
    }
}

/// What exactly is declared of a kind of fact.
fn declared(desk: &Desk<'_>, row: &Practice, kind: EvidenceFact) -> Option<String> {
    let what =
        |phrase: &str, what: &Option<String>| Some(desk.say(phrase, &[("what", what.as_ref()?.into())]));
    match kind {
        EvidenceFact::OwnMonitoring => None,
        EvidenceFact::SeveralOrganisations => {
            let adopted = u32::try_from(row.adoptions.len()).unwrap_or(u32::MAX).saturating_add(1);
            Some(
                desk.say(
                    "evidence-organisations-of",
                    &[("n", row.evidence.organisations.max(adopted).into())],
                ),
            )
        }
        EvidenceFact::Expertise => what("evidence-expertise-of", &row.evidence.expertise),
        EvidenceFact::Publication => what("evidence-publication-of", &row.evidence.publication),
    }
}

fn adoptions(desk: &Desk<'_>, row: &Practice) -> Vec<AdoptionView> {
    row.adoptions
        .iter()
        .map(|adoption| AdoptionView {
            organisation: desk.organisation(&adoption.organisation),
            year: adoption.year.to_string(),
            outcome: polish(&adoption.outcome),
        })
        .collect()
}

/// Practices that share a topic, a subject or an indicator; the more they share, the nearer.
fn related(desk: &Desk<'_>, id: &Id<Practice>, row: &Practice) -> Vec<RelatedView> {
    let mut scored: Vec<(usize, usize, &Id<Practice>, &'static str)> = desk
        .approved
        .iter()
        .enumerate()
        .filter(|(_, (other, _))| *other != id)
        .filter_map(|(place, (other, practice))| {
            let (score, why) = kinship(row, practice)?;
            Some((score, place, *other, why))
        })
        .take(CANDIDATES * row.topics.len().max(1))
        .collect();
    scored.sort_by_key(|(score, place, _, _)| (std::cmp::Reverse(*score), *place));
    scored
        .into_iter()
        .take(RELATED)
        .map(|(_, _, other, why)| RelatedView { link: desk.practice(other), why: desk.word(why) })
        .collect()
}

/// How near two practices are, and in what.
fn kinship(one: &Practice, other: &Practice) -> Option<(usize, &'static str)> {
    fn shared<T>(a: &[At<Id<T>>], b: &[At<Id<T>>]) -> usize {
        a.iter().filter(|x| b.iter().any(|y| y.value == x.value)).count()
    }
    let topics = shared(&one.topics, &other.topics);
    let subjects = shared(&one.subjects, &other.subjects);
    let indicators = shared(&one.improves, &other.improves);
    let score = 3 * topics + 2 * subjects + 2 * indicators;
    let why = match (topics, subjects, indicators) {
        (0, 0, 0) => return None,
        (0, 0, _) => "related-indicator",
        (0, _, _) => "related-subject",
        (_, 0, _) => "related-topic",
        _ => "related-topic-subject",
    };
    Some((score, why))
}

fn files(desk: &Desk<'_>, id: &Id<Practice>, row: &Practice) -> Vec<FileView> {
    let place = (TextFolder::Practices, id.as_str());
    let key = (TextFolder::Practices, id.as_str().to_owned());
    let files = desk.model.attachments.get(&key);
    files
        .into_iter()
        .flatten()
        .filter(|file| !desk.is_withheld(&row.prose, place, &file.name))
        .map(|file| {
            let kind = file.name.rsplit('.').next().unwrap_or_default().to_uppercase();
            FileView {
                link: Link {
                    title: file.name.clone(),
                    href: route::file(TextFolder::Practices, id.as_str(), &file.name),
                },
                about: desk.say("file-about", &[("kind", kind.into()), ("size", size(file.size).into())]),
            }
        })
        .collect()
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
