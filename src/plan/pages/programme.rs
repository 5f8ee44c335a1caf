//! A programme: its overview, its goals, and the state of its cycle.

use crate::model::{Id, Programme, ProgrammeKind};
use crate::words::polish;

use super::super::desk::Desk;
use super::super::views::{Content, GoalView, GoalsView, Group, ProgrammeView};
use super::super::{Page, route};
use super::shared::{dated, fact, linked, page, present, section};
use super::steps::{state, steps};
use super::{actions, advice, calendar, clusters, evidence, findings, open_data, tables, today};

/// All pages of a programme but those of its indicators.
pub fn pages<'a>(desk: &Desk<'a>, id: &'a Id<Programme>) -> Vec<Page<'a>> {
    let mut pages = vec![overview(desk, id), goals(desk, id)];
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
        let title = format!("{}. {}", about.number, about.title);
        (!items.is_empty()).then(|| Group { title, anchor: format!("goal-{goal}"), items })
    });
    let view = ProgrammeView {
        kind,
        summary: polish(&row.summary),
        facts: present([
            linked(desk.word("fact-document"), vec![desk.document(&row.document)]),
            linked(desk.word("fact-clusters"), desk.clusters_link(id).into_iter().collect()),
            fact(desk.word("fact-years"), years),
            fact(desk.word("fact-operator"), desk.model.site.operator.name.clone()),
        ]),
        steps: steps(desk, id),
        state: state(desk, id),
        goals: groups.collect(),
        results: row
            .results
            .iter()
            .map(|result| format!("{}. {}", result.number, polish(&result.title)))
            .collect(),
        files: open_data::of_programme(desk, id),
    };
    let mut page = page(href, head, Content::Programme(view));
    let bullets = row.latest().and_then(|period| desk.bullets_chart(id, None, period));
    page.charts.extend(bullets.map(|chart| ("bullets".into(), chart)));
    dated(page, desk.collected(id, row.latest()))
}

fn goals<'a>(desk: &Desk<'a>, id: &'a Id<Programme>) -> Page<'a> {
    let row = &desk.model.programmes[id];
    let href = route::part(id, "goals");
    let mut head = desk.head(&href, section::PROGRAMME, desk.word("goals-title"), desk.word("goals-intro"));
    head.crumbs.push(desk.programme_crumb(id));
    let goals = row.goals.iter().map(|(goal, about)| GoalView {
        anchor: format!("goal-{goal}"),
        number: about.number.clone(),
        title: about.title.clone(),
        problem: polish(&about.problem),
        basis: polish(&about.basis),
        indicators: row.indicators_of(goal).map(|indicator| desk.indicator(id, indicator)).collect(),
        without: about.without_indicator.as_deref().map(polish),
    });
    let view = GoalsView { intro: desk.word("goals-intro"), goals: goals.collect() };
    page(href, head, Content::Goals(view))
}
