//! The state of a programme: how many indicators reached their targets, and how far each step of its cycle is.
//!
//! Apart from the programme's own pages, because home and the evidence map say the same.

use crate::analysis::{About, Status};
use crate::model::{FindingKind, Id, Period, Programme, Step};

use super::super::desk::Desk;
use super::super::route;
use super::super::sentence::Subject;
use super::super::tally::Tally;
use super::super::views::{Link, StepView};

/// «2024 год: 8 показателей достигли цели, 1 на пути, 5 отстают.»
pub fn state<'a>(desk: &Desk<'a>, id: &'a Id<Programme>) -> String {
    let Some(period) = desk.model.programmes[id].latest() else { return String::new() };
    let parts: Vec<String> = PHRASES_OF_TALLY
        .iter()
        .zip(tally(desk, id))
        .filter(|(_, count)| *count > 0)
        .map(|((phrase, _), count)| desk.say(phrase, &[("n", count.into())]))
        .collect();
    desk.say("state-summary", &[("period", Desk::year(period)), ("parts", parts.join(", ").into())])
}

/// How a count of the tally is said in a sentence, and over a column.
pub const PHRASES_OF_TALLY: [(&str, &str); 5] = [
    ("state-reached", "col-reached"),
    ("state-on-the-way", "col-on-the-way"),
    ("state-behind", "col-behind"),
    ("state-no-target", "col-no-target"),
    ("state-unknown", "col-unknown"),
];

/// How many indicators of a programme stand how in its latest period, in the order of [`PHRASES_OF_TALLY`].
pub fn tally<'a>(desk: &Desk<'a>, id: &'a Id<Programme>) -> [usize; 5] {
    let latest = desk.model.programmes[id].latest();
    let status = |subject: Subject<'_>| {
        let reading = latest.and_then(|period| desk.reading(id, subject.id, period));
        reading.map_or(Status::NoData, |reading| reading.attainment.status)
    };
    let tally: Tally = desk.subjects(id).map(status).collect();
    [tally.reached, tally.on_the_way, tally.behind(), tally.no_target, tally.unknown].map(|n| n as usize)
}

/// The steps in order, each with the phrase of its name.
pub const STEPS: [(Step, &str); 10] = [
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

/// The steps of the cycle, each with its state.
pub fn steps(desk: &Desk<'_>, id: &Id<Programme>) -> Vec<StepView> {
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
        Step::Goals => (desk.goals_counted(row), route::part(id, "goals"), !row.goals.is_empty()),
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

fn problems(desk: &Desk<'_>, id: &Id<Programme>, period: Period) -> usize {
    let findings = desk.analysis_of(id).findings.get(&period);
    findings
        .into_iter()
        .flatten()
        .filter(|finding| finding.kind == FindingKind::Problem && finding.about == About::District)
        .count()
}
