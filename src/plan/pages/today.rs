//! «Что должно быть на сайте сегодня»: for every step of the cycle, what the calendar and the collected values ask for
//! on the day of the build, whether it is there, and where.
//!
//! Apart from the evidence map, which shows what there is: this page is about what there is not.

use crate::analysis::{due, years};
use crate::model::{Id, Period, Programme, ReportKind, Step};
use crate::words::{in_words, polish};

use super::super::desk::Desk;
use super::super::tables::{badge, cell, link, row, words};
use super::super::views::{CellView, Content, Link, RowView, TableView, TablesView};
use super::super::{Page, route};
use super::calendar;
use super::shared::{page, section};
use super::steps::{STEPS, step_state};
use super::tables::group;

/// One thing that must be on the site.
struct Asked {
    step: Step,
    what: String,
    found: Found,
}

/// Whether a thing is there.
enum Found {
    /// It is, and here.
    There(Link),
    /// A part of it; what is missing, in words.
    Partly(Link, String),
    /// It is not, and there is time for it.
    Later,
    /// It is not.
    Missing,
}

/// The page of a programme.
pub fn today<'a>(desk: &Desk<'a>, id: &'a Id<Programme>) -> Page<'a> {
    let programme = &desk.model.programmes[id].value;
    let period = due(&programme.calendar, years(programme), desk.model.site.date).max(programme.latest());
    let mut asked = standing(desk, id);
    asked.extend(period.into_iter().flat_map(|period| of_period(desk, id, period)));
    asked.sort_by_key(|asked| asked.step);
    let intro = intro(desk, &asked, period);
    let caption = desk.word("today-table");
    let table = TableView {
        caption: caption.clone(),
        columns: ["col-step", "col-asked", "col-found", "col-found-where"]
            .map(|column| words(desk.word(column)))
            .to_vec(),
        rows: asked.into_iter().map(|asked| asked_row(desk, asked)).collect(),
        notes: vec![desk.word("today-note")],
    };
    let href = route::part(id, "today");
    let mut head = desk.head(&href, section::PROGRAMME, desk.word("today-title"), intro.clone());
    head.crumbs.push(desk.programme_crumb(id));
    head.crumbs.push(desk.crumb("calendar-title", &route::part(id, "calendar")));
    let more = vec![desk.crumb("map-title", &route::part(id, "evidence"))];
    let tables = vec![group("positions", caption, table)];
    page(href, head, Content::Tables(TablesView { intro, more, tables, files: Vec::new() }))
}

fn intro(desk: &Desk<'_>, asked: &[Asked], period: Option<Period>) -> String {
    let date = ("date", in_words(desk.model.site.date).into());
    let count = |of: fn(&Found) -> bool| asked.iter().filter(|asked| of(&asked.found)).count();
    let state = desk.say(
        "today-state",
        &[
            date,
            ("of", asked.len().into()),
            ("there", count(|found| matches!(found, Found::There(_))).into()),
            ("partly", count(|found| matches!(found, Found::Partly(..))).into()),
            ("later", count(|found| matches!(found, Found::Later)).into()),
            ("missing", count(|found| matches!(found, Found::Missing)).into()),
        ],
    );
    let about = period.map(|period| desk.say("today-period", &[("period", Desk::year(period))]));
    [Some(state), about].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn asked_row(desk: &Desk<'_>, asked: Asked) -> RowView {
    let step = STEPS.iter().find(|(step, _)| *step == asked.step).map(|(_, phrase)| desk.word(phrase));
    let (state, place) = match asked.found {
        Found::There(place) => (desk.badge("good", "found-there"), link(place.title, place.href)),
        Found::Partly(place, missing) => (
            desk.badge("on-the-way", "found-partly"),
            CellView { note: Some(missing), ..link(place.title, place.href) },
        ),
        Found::Later => (desk.badge("plain", "found-later"), CellView::default()),
        Found::Missing => (desk.badge("poor", "found-missing"), CellView::default()),
    };
    row(vec![cell(step.unwrap_or_default()), cell(asked.what), badge(state), place])
}

/// What stands on the site from the first day, whatever was collected.
fn standing(desk: &Desk<'_>, id: &Id<Programme>) -> Vec<Asked> {
    const ALWAYS: [(Step, &str); 4] = [
        (Step::Concept, "asked-concept"),
        (Step::Goals, "asked-goals"),
        (Step::Indicators, "asked-indicators"),
        (Step::Methods, "asked-methods"),
    ];
    let always = ALWAYS.into_iter().map(|(step, phrase)| {
        let (place, done) = step_state(desk, id, step);
        Asked {
            step,
            what: desk.word(phrase),
            found: if done { Found::There(place) } else { Found::Missing },
        }
    });
    always.chain([held(desk, id)]).collect()
}

/// The events of the calendar, as far as their months are over.
fn held(desk: &Desk<'_>, id: &Id<Programme>) -> Asked {
    let place = desk.crumb("calendar-title", &route::part(id, "calendar"));
    let late = calendar::late(desk, id);
    let found = if desk.model.programmes[id].calendar.is_empty() {
        Found::Missing
    } else if late == 0 {
        Found::There(place)
    } else {
        Found::Partly(place, desk.say("today-late", &[("n", late.into())]))
    };
    Asked { step: Step::Monitoring, what: desk.word("asked-held"), found }
}

/// What follows from the values of a period.
fn of_period(desk: &Desk<'_>, id: &Id<Programme>, period: Period) -> Vec<Asked> {
    let say = |phrase: &str| desk.say(phrase, &[("period", Desk::year(period))]);
    let paper = |step, phrase: &str, kind| {
        let found = report(desk, id, (kind, period)).map_or(Found::Missing, Found::There);
        Asked { step, what: say(phrase), found }
    };
    let counted = |(step, name): (Step, &str), n: usize| {
        let (place, _) = step_state(desk, id, step);
        let title = desk.say(&format!("state-{name}"), &[("n", n.into())]);
        let found = if n == 0 { Found::Missing } else { Found::There(Link { title, href: place.href }) };
        Asked { step, what: say(&format!("asked-{name}")), found }
    };
    let programme = &desk.model.programmes[id].value;
    let collected = desk.collected(id, Some(period));
    let advice = desk.published_advice().into_iter().filter(|advice| {
        let advice = &desk.model.recommendations[*advice];
        advice.programme.value == *id && advice.period.value == period
    });
    let measures =
        programme.measures.iter().filter(|(_, row)| collected.is_some_and(|day| day <= row.date.value));
    let decisions =
        programme.decisions.iter().filter(|(_, row)| desk.model.reports[&row.basis].period.value == period);
    let effects = programme.effects.iter().filter(|(_, row)| row.after.value == period);
    // What answers the findings of a year has the whole next year.
    let is_over = period.0 + 1 < desk.model.site.date.year();
    let answer = |asked: Asked| match asked.found {
        Found::Missing if !is_over => Asked { found: Found::Later, ..asked },
        _ => asked,
    };
    vec![
        Asked { step: Step::Monitoring, what: say("asked-values"), found: values(desk, id, period) },
        paper(Step::Monitoring, "asked-monitoring-report", ReportKind::Monitoring),
        Asked { step: Step::Analysis, what: say("asked-findings"), found: findings(desk, id, period) },
        paper(Step::Analysis, "asked-analysis-report", ReportKind::Analysis),
        counted((Step::Recommendations, "advice"), advice.count()),
        answer(counted((Step::Measures, "measures"), measures.count())),
        answer(counted((Step::Decisions, "decisions"), decisions.count())),
        answer(counted((Step::Effects, "effects"), effects.count())),
        answer(paper(Step::Effects, "asked-protocol", ReportKind::Protocol)),
    ]
}

fn report(desk: &Desk<'_>, id: &Id<Programme>, (kind, period): (ReportKind, Period)) -> Option<Link> {
    let of_period = desk
        .model
        .reports
        .iter()
        .filter(|(_, row)| row.programme.value == *id && row.kind == kind && row.period.value == period);
    of_period.max_by_key(|(_, row)| row.date.value).map(|(report, _)| desk.report(report))
}

/// Whether every indicator has a value, or says why it has none.
fn values(desk: &Desk<'_>, id: &Id<Programme>, period: Period) -> Found {
    use crate::analysis::Amount;
    let missing: Vec<String> = desk
        .subjects(id)
        .filter(|subject| {
            let reading = desk.reading(id, subject.id, period);
            reading.is_none_or(|reading| reading.total == Amount::NotReported)
        })
        .map(|subject| polish(&desk.indicator(id, subject.id).title))
        .collect();
    let of = desk.model.programmes[id].indicators.len();
    if missing.len() == of {
        return Found::Missing;
    }
    let title = desk.say("today-values", &[("n", (of - missing.len()).into()), ("of", of.into())]);
    let place = Link { title, href: route::part(id, "monitoring") };
    if missing.is_empty() {
        return Found::There(place);
    }
    Found::Partly(place, desk.say("today-no-values", &[("names", missing.join(", ").into())]))
}

fn findings(desk: &Desk<'_>, id: &Id<Programme>, period: Period) -> Found {
    let findings = desk.analysis_of(id).findings.get(&period);
    findings.map_or(Found::Missing, |_| {
        let title = desk.say("findings-title", &[("period", Desk::year(period))]);
        Found::There(Link { title, href: route::findings(id, period) })
    })
}
