//! A programme: its overview, and the state of its cycle.

use crate::model::{Id, Phase, Programme, ProgrammeKind};
use crate::words::polish;

use super::super::desk::Desk;
use super::super::views::{Content, Fact, Group, Link, ProgrammeView};
use super::super::{Page, route};
use super::shared::{dated, fact, linked, page, present, section};
use super::steps::{state, steps};
use super::{actions, advice, calendar, clusters, evidence, findings, goals, open_data, tables, today};

/// All pages of a programme but those of its indicators.
pub fn pages<'a>(desk: &Desk<'a>, id: &'a Id<Programme>) -> Vec<Page<'a>> {
    let mut pages = vec![overview(desk, id), goals::page(desk, id)];
    pages.extend(tables::pages(desk, id));
    pages.extend([calendar::calendar(desk, id), today::today(desk, id)]);
    pages.extend(findings::pages(desk, id));
    pages.extend(clusters::clusters(desk, id));
    pages.push(advice::list(desk, id));
    pages.extend(actions::pages(desk, id));
    pages.push(evidence::map(desk, id));
    pages
}

fn overview<'a>(desk: &Desk<'a>, id: &'a Id<Programme>) -> Page<'a> {
    let row = &desk.model.programmes[id];
    let href = route::programme(id);
    let mut head = desk.head(&href, section::PROGRAMME, row.title.clone(), polish(&row.summary));
    head.data_date = desk.data_date(id, row.latest());
    let kind = desk.word(match row.kind {
        ProgrammeKind::Concept => "concept",
        ProgrammeKind::Programme => "programme",
        ProgrammeKind::Model => "model",
        ProgrammeKind::Regulation => "regulation-title",
    });
    let years = desk.say("years", &[("from", Desk::year(row.years.0)), ("to", Desk::year(row.years.1))]);
    let groups = row.goals.iter().filter_map(|(goal, about)| {
        let items: Vec<_> = desk
            .subjects(id)
            .filter(|subject| subject.indicator.goal.value == *goal)
            .map(|subject| desk.indicator_card(subject))
            .collect();
        (!items.is_empty()).then(|| Group {
            title: about.numbered_title(),
            anchor: format!("goal-{goal}"),
            items,
        })
    });
    let view = ProgrammeView {
        kind,
        summary: polish(&row.summary),
        facts: present([
            linked(desk.word("fact-document"), vec![desk.document(&row.document)]),
            fact(desk.word("fact-years"), years),
            fact(desk.word("fact-operator"), desk.model.site.operator.name.clone()),
            linked(desk.word("fact-besides"), besides(desk, id)),
        ]),
        steps: steps(desk, id),
        state: state(desk, id),
        goals: groups.collect(),
        phases: row.phases.iter().map(|phase| phase_fact(desk, phase)).collect(),
        results: goals::results(desk, id),
        provisions: goals::provisions(desk, &row.provisions),
        files: open_data::of_programme(desk, id),
    };
    let mut page = page(href, head, Content::Programme(view));
    let bullets = row.latest().and_then(|period| desk.bullets_chart(id, None, period));
    page.charts.extend(bullets.map(|chart| ("bullets".into(), chart)));
    dated(page, desk.collected(id, row.latest()))
}

/// What stands beside the steps of the cycle.
fn besides(desk: &Desk<'_>, id: &Id<Programme>) -> Vec<Link> {
    let parts = [("nav-evidence", "evidence"), ("calendar-title", "calendar"), ("today-title", "today")];
    let parts = parts.map(|(phrase, part)| desk.crumb(phrase, &route::part(id, part)));
    parts.into_iter().chain(desk.clusters_link(id)).collect()
}

fn phase_fact(desk: &Desk<'_>, phase: &Phase) -> Fact {
    let (from, to) = phase.years;
    let years = desk.say("years", &[("from", Desk::year(from)), ("to", Desk::year(to))]);
    fact(years, polish(&phase.title))
}
