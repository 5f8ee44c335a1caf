//! Methodical associations and communities: a register that the vocabulary holds.

use std::collections::BTreeSet;

use crate::model::{Addressee, Association, Id, Practice, Recommendation};
use crate::words::polish;

use super::super::desk::Desk;
use super::super::facets::Facet;
use super::super::views::{Content, EntryLineView, Fact, Group, Link, RegisterEntryView, RegisterView};
use super::super::{Page, route};
use super::registers::entrance;
use super::shared::{fact, linked, page, present, section};

/// Practices shown with an association, if it does not declare more.
const PRACTICES: usize = 6;

/// The list of associations, and the page of each.
pub fn pages<'a>(desk: &Desk<'a>) -> Vec<Page<'a>> {
    let associations = desk.model.vocabulary.associations.iter();
    if associations.len() == 0 {
        return Vec::new();
    }
    std::iter::once(list(desk))
        .chain(associations.map(|(id, row)| association(desk, id, &row.value)))
        .collect()
}

fn list<'a>(desk: &Desk<'a>) -> Page<'a> {
    let intro = desk.word("associations-intro");
    let title = desk.word("associations-title");
    let mut head = desk.head(route::ASSOCIATIONS, section::NONE, title, intro.clone());
    head.crumbs.extend(entrance(desk).filter(|entrance| entrance.href != route::ASSOCIATIONS));
    let cards =
        desk.model.vocabulary.associations.iter().map(|(id, row)| desk.association_line(id, &row.value));
    let groups = vec![Group { title: String::new(), anchor: String::new(), items: cards.collect() }];
    let view = RegisterView { intro, source: None, groups };
    page(route::ASSOCIATIONS.to_owned(), head, Content::Register(view))
}

fn association<'a>(desk: &Desk<'a>, id: &'a Id<Association>, row: &'a Association) -> Page<'a> {
    let href = route::association(id);
    let counts = desk.association_line(id, row).about;
    let mut head = desk.head(&href, section::NONE, polish(&row.title), format!("{}. {counts}", row.title));
    head.crumbs.extend(entrance(desk).filter(|entrance| entrance.href != route::ASSOCIATIONS));
    head.crumbs.push(desk.crumb("associations-title", route::ASSOCIATIONS));
    let practices = practices(desk, row);
    // What it declares is shown whole; of its subject's practices there may be many.
    let shown = practices.len().min(PRACTICES.max(row.practices.len()));
    let all = row.subject.as_ref().filter(|_| practices.len() > shown).map(|subject| Link {
        title: desk
            .say("association-all", &[("n", desk.having(Facet::Subject, subject.as_str()).len().into())]),
        href: route::facet("subject", subject.as_str()),
    });
    let advice = advice(desk, id).into_iter().map(|id| desk.advice_card(id));
    let view = RegisterEntryView {
        kind: desk.word("association"),
        badge: None,
        summary: polish(&row.summary),
        facts: facts(desk, row),
        practices: desk.titled(
            "association-practices",
            "practices",
            desk.cards(practices.into_iter().take(shown)),
        ),
        all,
        advice: desk.titled("association-advice", "advice", advice.collect()),
        indicators: Vec::new(),
        others: Vec::new(),
    };
    page(href, head, Content::RegisterEntry(view))
}

/// Those that the association declares, then those of its subject.
fn practices<'a>(desk: &Desk<'a>, row: &'a Association) -> Vec<&'a Id<Practice>> {
    let declared = row.practices.iter().map(|id| &id.value).filter(|id| desk.cards.contains_key(id));
    let of_subject = row.subject.iter().flat_map(|subject| desk.having(Facet::Subject, subject.as_str()));
    let mut seen = BTreeSet::new();
    declared.chain(of_subject).filter(|id| seen.insert(*id)).collect()
}

/// Recommendations addressed to it.
fn advice<'a>(desk: &Desk<'a>, id: &Id<Association>) -> Vec<&'a Id<Recommendation>> {
    let is_for = |advice: &&Id<Recommendation>| match &desk.model.recommendations[*advice].to {
        Addressee::Association(to) => to.value == *id,
        _ => false,
    };
    desk.published_advice().into_iter().filter(is_for).collect()
}

fn facts(desk: &Desk<'_>, row: &Association) -> Vec<Fact> {
    let vocabulary = &desk.model.vocabulary;
    let subject = row.subject.as_ref().map(|id| {
        let title = vocabulary.subjects[id].title.clone();
        if desk.having(Facet::Subject, id.as_str()).len() > 0 {
            let href = route::facet("subject", id.as_str());
            linked(desk.word("fact-subject"), vec![Link { title, href }])
        } else {
            fact(desk.word("fact-subject"), title)
        }
    });
    present(subject.into_iter().chain([linked(desk.word("fact-topics"), desk.topics(&row.topics))]))
}

impl Desk<'_> {
    /// An association in a list.
    pub fn association_line(&self, id: &Id<Association>, row: &Association) -> EntryLineView {
        let (practices, advice) = (practices(self, row).len(), advice(self, id).len());
        let count = |phrase: &str, n: usize| (n > 0).then(|| self.say(phrase, &[("n", n.into())]));
        let counts = [count("count-practices", practices), count("state-advice", advice)];
        EntryLineView {
            link: Link { title: polish(&row.title), href: route::association(id) },
            badge: None,
            about: counts.into_iter().flatten().collect::<Vec<_>>().join(" · "),
            summary: polish(&row.summary),
            facts: Vec::new(),
            topics: self.topics(&row.topics),
        }
    }
}
