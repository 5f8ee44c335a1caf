//! An indicator: what it says now, why, and where every number comes from.

use crate::analysis::Reading;
use crate::model::{Id, Indicator, Judged, MeasureKind, Period, Programme};
use crate::words::{in_words, polish, size};

use super::super::desk::Desk;
use super::super::hidden::{remark, remark_on_whole};
use super::super::sentence::Subject;
use super::super::views::{Content, Fact, FileView, IndicatorView, Link};
use super::super::{Page, Sheet, route};
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
    let view = IndicatorView {
        number: row.number.clone(),
        card: desk.indicator_card(subject),
        coverage: period.map_or_else(String::new, |period| desk.coverage(reading, period)),
        sentences,
        inputs: reading.map(|reading| inputs(desk, subject, reading)).unwrap_or_default(),
        dynamics: desk.dynamics_table(subject),
        organisations: period.and_then(|period| desk.organisations_table(subject, period)),
        subjects: period.and_then(|period| desk.subjects_table(subject, period)),
        passport: passport(desk, subject),
        findings: findings
            .filter(|finding| finding.indicator == *id)
            .map(|finding| desk.finding_view(programme, finding))
            .collect(),
        advice: advice.map(|advice| desk.advice_card(advice)).collect(),
        practices: desk.cards(improving.take(PRACTICES)),
        files: vec![download(desk, subject)],
        origins: origins(desk, subject),
        neighbours: neighbours(desk, subject),
    };
    let mut page = page(href, head, Content::Indicator(Box::new(view)));
    let charts = [
        ("dynamics", desk.dynamics_chart(subject)),
        ("organisations", period.and_then(|period| desk.organisations_chart(subject, period))),
        ("subjects", period.and_then(|period| desk.subjects_chart(subject, period))),
    ];
    page.charts = charts.into_iter().filter_map(|(name, chart)| Some((name, chart?))).collect();
    dated(page, desk.collected(programme, period))
}

/// The numbers from which the status follows.
fn inputs(desk: &Desk<'_>, subject: Subject<'_>, reading: &Reading) -> Vec<Fact> {
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

fn passport(desk: &Desk<'_>, subject: Subject<'_>) -> Vec<Fact> {
    let row = subject.indicator;
    let collecting = &row.collecting;
    let goal = &desk.model.programmes[subject.programme].goals[&row.goal];
    let goal = Link {
        title: format!("{}. {}", goal.number, goal.title),
        href: format!("{}#goal-{}", route::part(subject.programme, "goals"), row.goal.value),
    };
    let optional = |text: &Option<String>| text.as_deref().map(polish).unwrap_or_default();
    let share = row.measure == MeasureKind::Share;
    let targets: Vec<String> = row
        .targets
        .iter()
        .map(|target| format!("{}: {}", target.by, desk.bound(row, target.bound)))
        .collect();
    present([
        linked(desk.word("fact-goal"), vec![goal]),
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
        fact(desk.word("fact-note"), optional(&row.note)),
    ])
}

fn origins(desk: &Desk<'_>, subject: Subject<'_>) -> Vec<Fact> {
    let programme = &desk.model.programmes[subject.programme];
    programme
        .collections
        .iter()
        .rev()
        .filter(|(_, collection)| collection.observations.contains_key(subject.id))
        .map(|(period, collection)| {
            let place = desk.origin(desk.model, subject, *period);
            let collected =
                desk.say("origin-collected", &[("date", in_words(collection.collected.value).into())]);
            let source = collection
                .source
                .as_deref()
                .map(|source| format!("; {}", polish(source)))
                .unwrap_or_default();
            fact(period.to_string(), format!("{place}; {collected}{source}"))
        })
        .collect()
}

fn neighbours(desk: &Desk<'_>, subject: Subject<'_>) -> Vec<Link> {
    let ids: Vec<&Id<Indicator>> = desk.model.programmes[subject.programme].indicators.ids().collect();
    let Some(place) = ids.iter().position(|id| *id == subject.id) else { return Vec::new() };
    let before = place.checked_sub(1).and_then(|place| ids.get(place));
    before.into_iter().chain(ids.get(place + 1)).map(|id| desk.indicator(subject.programme, id)).collect()
}

fn download(desk: &Desk<'_>, subject: Subject<'_>) -> FileView {
    let bytes: usize = rows(desk, subject).iter().flatten().map(|cell| cell.len() + 1).sum();
    FileView {
        link: Link {
            title: desk.word("csv-title"),
            href: route::indicator_csv(subject.programme, subject.id),
        },
        about: desk.say("csv-about", &[("size", size(bytes).into())]),
    }
}

/// The values of an indicator for machines.
pub fn sheet(desk: &Desk<'_>, programme: &Id<Programme>, id: &Id<Indicator>) -> Sheet {
    let indicator = &desk.model.programmes[programme].indicators[id].value;
    let subject = Subject { programme, id, indicator };
    Sheet { href: route::indicator_csv(programme, id), rows: rows(desk, subject) }
}

/// One row a cell of the data; missing stays empty, and its state says why.
fn rows(desk: &Desk<'_>, subject: Subject<'_>) -> Vec<Vec<String>> {
    const COLUMNS: [&str; 8] =
        ["period", "breakdown", "id", "numerator", "denominator", "value", "state", "note"];
    let mut rows = vec![COLUMNS.map(str::to_owned).to_vec()];
    let programme = &desk.model.programmes[subject.programme];
    for (period, reading) in &desk.dynamics(subject.programme, subject.id).readings {
        let observation = programme.observation(subject.id, *period);
        let note = observation.and_then(|row| remark_on_whole(row, reading.total));
        rows.push(csv_row((*period, "total", ""), reading.total, note));
        for (id, part) in &reading.organisations {
            let cell = observation.and_then(|row| row.by_organisation.get(id));
            let note = remark(cell, part.amount);
            rows.push(csv_row((*period, "organisation", id.as_str()), part.amount, note));
        }
        for (id, part) in &reading.subjects {
            let cell = observation.and_then(|row| row.by_subject.get(id));
            let note = remark(cell, part.amount);
            rows.push(csv_row((*period, "subject", id.as_str()), part.amount, note));
        }
    }
    rows
}

fn csv_row(
    (period, by, id): (Period, &str, &str),
    amount: crate::analysis::Amount,
    note: Option<&str>,
) -> Vec<String> {
    use crate::analysis::Amount;
    use crate::model::{Finality, Presence, Value};
    let (n, of, value) = match amount.value() {
        Some(Value::Share(share)) => {
            let percent = share.percent().map(|percent| format!("{percent:.1}")).unwrap_or_default();
            (share.n().to_string(), share.of().to_string(), percent)
        }
        Some(Value::Count(number) | Value::Score(number)) => {
            (String::new(), String::new(), number.to_string())
        }
        Some(Value::Presence(presence)) => {
            let word = match presence {
                Presence::Yes => "yes",
                Presence::Partly => "partly",
                Presence::No => "no",
            };
            (String::new(), String::new(), word.to_owned())
        }
        None => Default::default(),
    };
    let state = match amount {
        Amount::Known(_, Finality::Reported) => "reported",
        Amount::Known(_, Finality::Provisional) => "provisional",
        Amount::Known(_, Finality::Corrected) => "corrected",
        Amount::NotReported => "not-reported",
        Amount::NotApplicable => "not-applicable",
        Amount::Hidden => "hidden",
    };
    let note = note.unwrap_or_default();
    [period.to_string().as_str(), by, id, &n, &of, &value, state, note].map(str::to_owned).to_vec()
}
