//! An indicator: what it says now, why, and where every number comes from.

use crate::analysis::Reading;
use crate::model::{Id, Indicator, Judged, MeasureKind, Period, Programme};
use crate::words::polish;

use super::super::desk::Desk;
use super::super::downloads::Scope;
use super::super::footnotes;
use super::super::sentence::Subject;
use super::super::views::{Content, Fact, IndicatorView, Link};
use super::super::{Page, route};
use super::goals::results_of;
use super::open_data::{files, rows};
use super::shared::{dated, fact, linked, page, present, section};
use super::tables::{baseline, formula};

/// Practices shown.
const PRACTICES: usize = 6;

/// The page of one indicator.
pub fn indicator<'a>(desk: &Desk<'a>, programme: &'a Id<Programme>, id: &'a Id<Indicator>) -> Page<'a> {
    let row = &desk.model.programmes[programme].indicators[id].value;
    let subject = Subject { programme, id, indicator: row };
    let href = route::indicator(programme, id);
    let period = desk.latest_known(subject).or(desk.model.programmes[programme].latest());
    let sentences = period.map(|period| desk.indicator_sentences(subject, period)).unwrap_or_default();
    let description = sentences.iter().take(2).cloned().collect::<Vec<_>>().join(" ");
    let mut head = desk.head(&href, section::MONITORING, row.title.clone(), description);
    head.crumbs.push(desk.programme_crumb(programme));
    head.crumbs.push(desk.crumb("nav-monitoring", &route::part(programme, "monitoring")));
    head.data_date = desk.data_date(programme, period);
    let reading = period.and_then(|period| desk.reading(programme, id, period));
    let findings = desk.analysis_of(programme).findings.values().next_back().into_iter().flatten();
    let advice = desk.published_advice().into_iter().filter(|advice| {
        let advice = &desk.model.recommendations[*advice];
        advice.programme.value == *programme && advice.indicators.iter().any(|other| other.value == *id)
    });
    let improving = desk.improving.get(id).into_iter().flatten().copied();
    let mut view = IndicatorView {
        number: row.number.clone(),
        card: desk.indicator_card(subject),
        coverage: period.map_or_else(String::new, |period| desk.coverage(reading, period)),
        sentences,
        inputs: reading.map(|reading| inputs(desk, (subject, period), reading)).unwrap_or_default(),
        dynamics: desk.dynamics_table(subject),
        organisations: period.and_then(|period| desk.organisations_table(subject, period)),
        subjects: period.and_then(|period| desk.subjects_table(subject, period)),
        kinds: period.and_then(|period| desk.kinds_table(subject, period)),
        pairs: period.and_then(|period| desk.pairs_table(subject, period)),
        passport: passport(desk, subject),
        findings: findings
            .filter(|finding| finding.indicator == *id)
            .map(|finding| desk.finding_view(programme, finding))
            .collect(),
        advice: advice.map(|advice| desk.advice_card(advice)).collect(),
        practices: desk.cards(improving.take(PRACTICES)),
        files: files(desk, Scope::Indicator(programme, id), rows(desk, subject)),
        notes: Vec::new(),
        origins: desk.origins(subject, period),
        neighbours: neighbours(desk, subject),
    };
    let parts =
        [&mut view.organisations, &mut view.kinds, &mut view.subjects, &mut view.pairs].into_iter().flatten();
    view.notes = footnotes::number([&mut view.dynamics].into_iter().chain(parts));
    let mut page = page(href, head, Content::Indicator(Box::new(view)));
    let charts = [
        ("dynamics", desk.dynamics_chart(subject)),
        ("organisations", period.and_then(|period| desk.organisations_chart(subject, period))),
        ("funnel", period.and_then(|period| desk.funnel_chart(subject, period))),
        ("pairs", period.and_then(|period| desk.pairs_chart(subject, period))),
        ("change", desk.organisations_slope(subject)),
        ("subjects", period.and_then(|period| desk.subjects_chart(subject, period))),
    ];
    page.charts = charts.into_iter().filter_map(|(name, chart)| Some((name.into(), chart?))).collect();
    dated(page, desk.collected(programme, period))
}

/// The numbers from which the status follows.
fn inputs<'a>(
    desk: &Desk<'a>,
    (subject, period): (Subject<'a>, Option<Period>),
    reading: &Reading,
) -> Vec<Fact> {
    let sent = period.and_then(|period| desk.sent(subject, period, None));
    let proof = sent.and_then(|cell| desk.proof(cell.proof.as_ref()?));
    let indicator = subject.indicator;
    let attainment = &reading.attainment;
    let level = |x: f64| match indicator.judged {
        Judged::Level => desk.level(indicator, x),
        Judged::ChangeOver(_) => desk.difference(indicator, x),
    };
    let start = attainment.start.map(|(period, x)| {
        desk.say("start-text", &[("value", level(x).into()), ("year", Desk::year(period))])
    });
    let value = match indicator.judged {
        Judged::Level => desk.whole(indicator, reading.total),
        Judged::ChangeOver(_) => attainment.judged.map(level).unwrap_or_default(),
    };
    present([
        fact(desk.word("fact-judged"), desk.judged_what(subject.indicator)),
        fact(desk.word("input-value"), value),
        linked(desk.word("fact-proof-of-value"), proof.into_iter().collect()),
        fact(
            desk.word("input-target"),
            attainment.target.map(|target| desk.target(indicator, &target)).unwrap_or_default(),
        ),
        fact(desk.word("input-start"), start.unwrap_or_default()),
        fact(
            desk.word("input-expected"),
            attainment.expected.filter(|_| attainment.start.is_some()).map(level).unwrap_or_default(),
        ),
        fact(
            desk.word("input-gap"),
            attainment.gap.map(|gap| desk.distance(indicator, gap)).unwrap_or_default(),
        ),
        fact(desk.word("input-missing"), attainment.missing.map(|n| n.to_string()).unwrap_or_default()),
    ])
}

/// What the document says of an indicator: term by term.
pub fn passport(desk: &Desk<'_>, subject: Subject<'_>) -> Vec<Fact> {
    let row = subject.indicator;
    let collecting = &row.collecting;
    let goal = &desk.model.programmes[subject.programme].goals[&row.goal];
    let optional = |text: &Option<String>| text.as_deref().map(polish).unwrap_or_default();
    let share = row.measure == MeasureKind::Share;
    let targets: Vec<String> = row
        .targets
        .iter()
        .map(|target| format!("{}: {}", target.by, desk.bound(row, target.bound)))
        .collect();
    present([
        linked(desk.goal_kind(goal), vec![desk.goal(subject.programme, &row.goal)]),
        linked(desk.word("fact-results"), results_of(desk, subject)),
        fact(desk.word("fact-formula"), if share { formula(desk, subject) } else { String::new() }),
        fact(desk.word("fact-numerator"), polish(&row.counted)),
        fact(desk.word("fact-denominator"), polish(&row.of)),
        fact(desk.word("fact-unit"), row.unit.clone()),
        fact(desk.word("fact-better"), desk.better(row)),
        fact(desk.word("fact-judged"), desk.judged_what(subject.indicator)),
        fact(desk.word("fact-baseline"), baseline(desk, subject)),
        fact(
            desk.word("fact-targets"),
            if targets.is_empty() { desk.word("status-no-target") } else { targets.join("; ") },
        ),
        fact(desk.word("fact-source"), polish(&collecting.source)),
        fact(desk.word("fact-method"), polish(&collecting.method)),
        fact(desk.word("fact-instrument"), optional(&collecting.instrument)),
        fact(desk.word("fact-processing"), optional(&collecting.processing)),
        fact(desk.word("fact-frequency"), polish(&collecting.frequency)),
        fact(desk.word("fact-responsible"), polish(&collecting.responsible)),
        linked(desk.word("fact-topics"), desk.topics(&row.topics)),
        fact(desk.word("disclosure-title"), desk.disclosure(row)),
    ])
}

fn neighbours(desk: &Desk<'_>, subject: Subject<'_>) -> Vec<Link> {
    let ids: Vec<&Id<Indicator>> = desk.model.programmes[subject.programme].indicators.ids().collect();
    let Some(place) = ids.iter().position(|id| *id == subject.id) else { return Vec::new() };
    let before = place.checked_sub(1).and_then(|place| ids.get(place));
    before.into_iter().chain(ids.get(place + 1)).map(|id| desk.indicator(subject.programme, id)).collect()
}
