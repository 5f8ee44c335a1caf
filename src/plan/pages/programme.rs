//! A programme: its overview, its goals, and the state of its cycle.

use crate::analysis::{About, Status};
use crate::model::{FindingKind, Id, Judged, Programme, ProgrammeKind, Step};
use crate::words::polish;

use super::super::desk::Desk;
use super::super::views::{Content, GoalView, GoalsView, Group, Link, ProgrammeView, StepView};
use super::super::{Page, route};
use super::shared::{fact, linked, page, section};
use super::{actions, advice, evidence, findings, tables};

/// All pages of a programme but those of its indicators.
pub fn pages<'a>(desk: &Desk<'a>, id: &'a Id<Programme>) -> Vec<Page<'a>> {
    let mut pages = vec![overview(desk, id), goals(desk, id)];
    pages.extend(tables::pages(desk, id));
    pages.extend(findings::pages(desk, id));
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
        facts: vec![
            linked(desk.word("fact-document"), vec![desk.document(&row.document)]),
            fact(desk.word("fact-years"), years),
            fact(desk.word("fact-operator"), desk.model.site.operator.name.clone()),
        ],
        steps: steps(desk, id),
        state: state(desk, id),
        goals: groups.collect(),
        results: row
            .results
            .iter()
            .map(|result| format!("{}. {}", result.number, polish(&result.title)))
            .collect(),
    };
    page(href, head, Content::Programme(view))
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

/// «2024 год: 8 показателей достигли цели, 1 на пути, 5 отстают.»
pub fn state<'a>(desk: &Desk<'a>, id: &'a Id<Programme>) -> String {
    let Some(period) = desk.model.programmes[id].latest() else { return String::new() };
    let mut counts = [0_usize; 5];
    for subject in desk.subjects(id) {
        let status =
            desk.reading(id, subject.id, period).map_or(Status::NoData, |reading| reading.attainment.status);
        let slot = match status {
            Status::Reached => 0,
            Status::OnTheWay => 1,
            Status::Behind | Status::FarBehind => 2,
            Status::NoTarget => 3,
            Status::NoData | Status::TooFew => 4,
        };
        counts[slot] += 1;
    }
    const PHRASES: [&str; 5] =
        ["state-reached", "state-on-the-way", "state-behind", "state-no-target", "state-unknown"];
    let parts: Vec<String> = PHRASES
        .iter()
        .zip(counts)
        .filter(|(_, count)| *count > 0)
        .map(|(phrase, count)| desk.say(phrase, &[("n", count.into())]))
        .collect();
    desk.say("state-summary", &[("period", Desk::year(period)), ("parts", parts.join(", ").into())])
}

/// The steps of the cycle, each with its state.
pub fn steps(desk: &Desk<'_>, id: &Id<Programme>) -> Vec<StepView> {
    const STEPS: [(Step, &str); 10] = [
        (Step::Concept, "step-concept"),
        (Step::Goals, "step-goals"),
        (Step::Indicators, "step-indicators"),
        (Step::Methods, "step-methods"),
        (Step::Monitoring, "step-monitoring"),
        (Step::Analysis, "step-analysis"),
        (Step::Recommendations, "step-recommendations"),
        (Step::Measures, "step-measures"),
        (Step::Decisions, "step-decisions"),
        (Step::Effects, "step-effects"),
    ];
    STEPS
        .into_iter()
        .enumerate()
        .map(|(number, (step, phrase))| {
            let (link, done) = step_state(desk, id, step);
            let state = if done { link.title } else { desk.word("state-none") };
            StepView { number, title: desk.word(phrase), href: link.href, state, done }
        })
        .collect()
}

/// Where the evidence of a step is, what state it is in, and whether there is any.
pub fn step_state(desk: &Desk<'_>, id: &Id<Programme>, step: Step) -> (Link, bool) {
    let row = &desk.model.programmes[id];
    let latest = row.latest();
    let count = |phrase: &str, n: usize| desk.say(phrase, &[("n", n.into())]);
    let (title, href, done) = match step {
        Step::Concept => {
            let document = &desk.model.documents[&row.document];
            (
                desk.requisites(Some(&document.number), document.date.value),
                route::document(&row.document),
                true,
            )
        }
        Step::Goals => {
            (count("state-goals", row.goals.len()), route::part(id, "goals"), !row.goals.is_empty())
        }
        Step::Indicators => (
            count("state-indicators", row.indicators.len()),
            route::part(id, "indicators"),
            !row.indicators.is_empty(),
        ),
        Step::Methods => (
            count("state-indicators", row.indicators.len()),
            route::part(id, "methods"),
            !row.indicators.is_empty(),
        ),
        Step::Monitoring => {
            let period = latest.map(|period| desk.say("state-period", &[("period", Desk::year(period))]));
            (period.unwrap_or_default(), route::part(id, "monitoring"), latest.is_some())
        }
        Step::Analysis => {
            let problems = latest.map_or(0, |period| problems(desk, id, period));
            let href =
                latest.map_or_else(|| route::part(id, "monitoring"), |period| route::findings(id, period));
            (count("state-findings", problems), href, latest.is_some())
        }
        Step::Recommendations => {
            let n = desk
                .published_advice()
                .into_iter()
                .filter(|advice| desk.model.recommendations[*advice].programme.value == *id)
                .count();
            (count("state-advice", n), route::part(id, "recommendations"), n > 0)
        }
        Step::Measures => (
            count("state-measures", row.measures.len()),
            route::part(id, "measures"),
            !row.measures.is_empty(),
        ),
        Step::Decisions => (
            count("state-decisions", row.decisions.len()),
            route::part(id, "decisions"),
            !row.decisions.is_empty(),
        ),
        Step::Effects => {
            (count("state-effects", row.effects.len()), route::part(id, "effects"), !row.effects.is_empty())
        }
    };
    (Link { title, href }, done)
}

fn problems(desk: &Desk<'_>, id: &Id<Programme>, period: crate::model::Period) -> usize {
    let findings = desk.analysis_of(id).findings.get(&period);
    findings
        .into_iter()
        .flatten()
        .filter(|finding| finding.kind == FindingKind::Problem && finding.about == About::District)
        .count()
}

/// What is judged, in words: the value of the year, or its change.
pub fn judged(desk: &Desk<'_>, judged: Judged) -> String {
    match judged {
        Judged::Level => desk.word("judged-level"),
        Judged::ChangeOver(years) => desk.say("dynamics-over", &[("years", years.into())]),
    }
}
