//! Recommendations: the list by addressee, and each with its grounds.

use std::sync::Arc;

use crate::analysis::{Finding, Grounds, Why};
use crate::model::{Addressee, Id, Programme, Recommendation};
use crate::source::TextFolder;
use crate::words::{in_words, polish};

use super::super::cards::capitalised;
use super::super::desk::Desk;
use super::super::views::{
    AdviceCardView, AdviceListView, AdviceView, Content, FindingView, GroundlessView, Group, Head, Link,
    OfferedView,
};
use super::super::{Page, route};
use super::shared::{dated, fact, linked, page, present, section};

/// All recommendations of a programme: newest monitoring first, then by addressee.
pub fn list<'a>(desk: &Desk<'a>, programme: &'a Id<Programme>) -> Page<'a> {
    let mut groups: Vec<Group<AdviceCardView>> = Vec::new();
    let mut ids: Vec<&Id<Recommendation>> = desk
        .published_advice()
        .into_iter()
        .filter(|id| desk.model.recommendations[*id].programme.value == *programme)
        .collect();
    let key = |id: &&Id<Recommendation>| {
        let row = &desk.model.recommendations[*id].value;
        (std::cmp::Reverse(row.period.value), addressee_rank(row), desk.addressee(row))
    };
    ids.sort_by_cached_key(key);
    let changed = ids.iter().map(|id| desk.model.recommendations[*id].date.value).max();
    let latest = ids.first().map(|id| desk.model.recommendations[*id].period.value);
    for id in ids {
        let row = &desk.model.recommendations[id].value;
        let who = capitalised(&desk.addressee(row));
        let title = if latest == Some(row.period.value) {
            who
        } else {
            desk.say("advice-group-earlier", &[("period", Desk::year(row.period.value)), ("who", who.into())])
        };
        match groups.last_mut().filter(|group| group.title == title) {
            Some(group) => group.items.push(desk.advice_card(id)),
            None => {
                let anchor = format!("to-{}", groups.len() + 1);
                groups.push(Group { title, anchor, items: vec![desk.advice_card(id)] });
            }
        }
    }
    let href = route::part(programme, "recommendations");
    let intro = desk.word("advice-intro");
    let mut head = desk.head(&href, section::ADVICE, desk.word("advice-title"), intro.clone());
    head.crumbs.push(desk.programme_crumb(programme));
    dated(page(href, head, Content::AdviceList(AdviceListView { intro, groups })), changed)
}

/// Heads first, then associations, then organisations: as the seed's section 7 lists them.
fn addressee_rank(recommendation: &Recommendation) -> usize {
    match recommendation.to {
        Addressee::Audience(_) => 0,
        Addressee::Association(_) => 1,
        Addressee::Behind => 2,
        Addressee::Organisations(_) => 3,
    }
}

/// The page of one recommendation.
pub fn advice<'a>(desk: &Desk<'a>, id: &'a Id<Recommendation>) -> Page<'a> {
    match desk.analysis.grounds.get(id) {
        Some(grounds) => grounded(desk, id, grounds),
        None => groundless(desk, id),
    }
}

/// The head of a recommendation's page.
fn framed(desk: &Desk<'_>, id: &Id<Recommendation>, about: String) -> Head {
    let row = &desk.model.recommendations[id].value;
    let programme = &row.programme.value;
    let mut head = desk.head(&route::recommendation(id), section::ADVICE, polish(&row.title), about);
    head.crumbs.push(desk.programme_crumb(programme));
    head.crumbs.push(desk.crumb("nav-advice", &route::part(programme, "recommendations")));
    head
}

/// Values were corrected, and nothing asks for the advice any more: its address stays, its text does not.
fn groundless<'a>(desk: &Desk<'a>, id: &Id<Recommendation>) -> Page<'a> {
    let head = framed(desk, id, String::new());
    let programme = &desk.model.recommendations[id].programme.value;
    let others = desk.crumb("groundless-others", &route::part(programme, "recommendations"));
    page(route::recommendation(id), head, Content::Groundless(GroundlessView { others }))
}

fn grounded<'a>(desk: &Desk<'a>, id: &'a Id<Recommendation>, grounds: &Grounds) -> Page<'a> {
    let row = &desk.model.recommendations[id].value;
    let programme = &row.programme.value;
    let head = framed(desk, id, desk.advice_card(id).because);
    let monitoring = Link {
        title: desk.say("monitoring-of", &[("period", Desk::year(row.period.value))]),
        href: route::findings(programme, row.period.value),
    };
    let practices = grounds.practices.iter().map(|suggestion| OfferedView {
        card: Arc::clone(&desk.cards[&suggestion.practice]),
        why: desk.word(match suggestion.why {
            Why::Chosen => "why-chosen",
            Why::Improves => "why-improves",
            Why::SameTopic => "why-same-topic",
        }),
    });
    let view = AdviceView {
        addressee: match row.to {
            // Those addressed by name follow as links.
            Addressee::Organisations(_) => desk.word("to-named"),
            Addressee::Association(_) => String::new(),
            _ => desk.addressee(row),
        },
        named: match &row.to {
            Addressee::Association(id) => {
                vec![Link { title: desk.addressee(row), href: route::association(id) }]
            }
            _ => grounds.organisations.iter().map(|id| desk.organisation(id)).collect(),
        },
        because: because(desk, programme, grounds),
        facts: present([
            fact(desk.word("fact-date"), in_words(row.date.value)),
            fact(
                desk.word("fact-deadline"),
                row.deadline.as_ref().map(|date| in_words(date.value)).unwrap_or_default(),
            ),
            linked(desk.word("fact-monitoring"), vec![monitoring]),
            linked(
                desk.word("fact-indicators"),
                row.indicators.iter().map(|id| desk.indicator(programme, id)).collect(),
            ),
            linked(desk.word("fact-programme"), vec![desk.programme_crumb(programme)]),
        ]),
        practices: practices.collect(),
        measures: measures(desk, programme, id),
    };
    let mut page = page(route::recommendation(id), head, Content::Advice(view));
    page.body = Some(desk.body(&row.prose, TextFolder::Recommendations, id.as_str()));
    dated(page, desk.last_changed(TextFolder::Recommendations, id.as_str(), Some(row.date.value)))
}

/// The findings without the recommendations that answer them: this page is one.
fn because(desk: &Desk<'_>, programme: &Id<Programme>, grounds: &Grounds) -> Vec<FindingView> {
    let bare =
        |finding: &Finding| FindingView { answers: Vec::new(), ..desk.finding_view(programme, finding) };
    grounds.because().iter().map(bare).collect()
}

fn measures(desk: &Desk<'_>, programme: &Id<Programme>, id: &Id<Recommendation>) -> Vec<Link> {
    desk.model.programmes[programme]
        .measures
        .iter()
        .filter(|(_, measure)| measure.recommendations.iter().any(|other| other.value == *id))
        .map(|(measure, row)| Link {
            title: format!("{}, {}", polish(&row.title), in_words(row.date.value)),
            href: format!("{}#{measure}", route::part(programme, "measures")),
        })
        .collect()
}
