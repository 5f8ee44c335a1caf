//! Pages of a programme that are tables: passports, methods, values.

use crate::model::{Id, MeasureKind, Period, Programme, State};
use crate::words::polish;

use super::super::desk::Desk;
use super::super::sentence::Subject;
use super::super::tables::{cell, link, row, words};
use super::super::views::{CellView, Content, Group, TableView, TablesView};
use super::super::{Page, route};
use super::open_data;
use super::shared::{dated, page, section};

/// The three pages.
pub fn pages<'a>(desk: &Desk<'a>, id: &'a Id<Programme>) -> Vec<Page<'a>> {
    vec![indicators(desk, id), methods(desk, id), monitoring(desk, id)]
}

/// A page of tables under its name.
fn tables_page<'a>(
    desk: &Desk<'a>,
    id: &Id<Programme>,
    (name, section): (&str, &str),
    tables: Vec<Group<TableView>>,
) -> Page<'a> {
    let href = route::part(id, name);
    let intro = desk.word(&format!("{name}-intro"));
    let mut head = desk.head(&href, section, desk.word(&format!("{name}-title")), intro.clone());
    head.crumbs.push(desk.programme_crumb(id));
    page(href, head, Content::Tables(TablesView { intro, tables, ..TablesView::default() }))
}

/// A group with one table; its heading is the table's caption.
pub fn group(anchor: &str, title: String, table: TableView) -> Group<TableView> {
    Group { title, anchor: anchor.to_owned(), items: vec![table] }
}

fn indicator_cell(subject: Subject<'_>) -> CellView {
    let mut first = link(
        format!("{}. {}", subject.indicator.number, subject.indicator.short),
        route::indicator(subject.programme, subject.id),
    );
    first.note = Some(subject.indicator.title.clone());
    first
}

fn indicators<'a>(desk: &Desk<'a>, id: &'a Id<Programme>) -> Page<'a> {
    let goals = &desk.model.programmes[id].goals;
    let rows = desk.subjects(id).map(|subject| {
        let indicator = subject.indicator;
        let targets: Vec<String> = indicator
            .targets
            .iter()
            .map(|target| format!("{}: {}", target.by, desk.bound(indicator, target.bound)))
            .collect();
        let targets = if targets.is_empty() { desk.word("status-no-target") } else { targets.join("; ") };
        row(vec![
            indicator_cell(subject),
            cell(formula(desk, subject)),
            cell(indicator.unit.clone()),
            cell(desk.better(indicator)),
            cell(baseline(desk, subject)),
            cell(targets),
            link(desk.goal_number(&goals[&indicator.goal]), desk.goal(id, &indicator.goal).href),
        ])
    });
    let table = TableView {
        caption: desk.word("indicators-table"),
        columns: vec![
            words(desk.word("col-indicator")),
            words(desk.word("fact-formula")),
            words(desk.word("col-unit")),
            words(desk.word("col-better")),
            words(desk.word("col-baseline")),
            words(desk.word("fact-targets")),
            words(desk.word("col-goal")),
        ],
        rows: rows.collect(),
        notes: Vec::new(),
    };
    tables_page(
        desk,
        id,
        ("indicators", section::PROGRAMME),
        vec![group("passports", desk.word("indicators-table"), table)],
    )
}

/// The formula of an indicator in words.
pub fn formula(desk: &Desk<'_>, subject: Subject<'_>) -> String {
    let indicator = subject.indicator;
    let key = if indicator.measure == MeasureKind::Share { "formula-text" } else { "formula-count" };
    desk.say(key, &[("counted", (&indicator.counted).into()), ("of", (&indicator.of).into())])
}

/// «14,3 % в 2021 году», empty when there is no baseline.
pub fn baseline(desk: &Desk<'_>, subject: Subject<'_>) -> String {
    let Some(period) = subject.indicator.baseline.as_ref().map(|period| period.value) else {
        return String::new();
    };
    let reading = desk.reading(subject.programme, subject.id, period);
    reading.map_or_else(String::new, |reading| {
        let value = desk.amount(subject.indicator, reading.total);
        desk.say("baseline-text", &[("value", value.into()), ("year", Desk::year(period))])
    })
}

fn methods<'a>(desk: &Desk<'a>, id: &'a Id<Programme>) -> Page<'a> {
    let rows = desk.subjects(id).map(|subject| {
        let collecting = &subject.indicator.collecting;
        let optional = |text: &Option<String>| cell(text.as_deref().map(polish).unwrap_or_default());
        row(vec![
            link(
                format!("{}. {}", subject.indicator.number, subject.indicator.short),
                route::indicator(id, subject.id),
            ),
            cell(polish(&collecting.source)),
            cell(polish(&collecting.method)),
            optional(&collecting.instrument),
            optional(&collecting.processing),
            cell(polish(&collecting.frequency)),
            cell(polish(&collecting.responsible)),
        ])
    });
    let columns = [
        "col-indicator",
        "col-source",
        "col-method",
        "col-instrument",
        "col-processing",
        "col-frequency",
        "col-responsible",
    ];
    let table = TableView {
        caption: desk.word("methods-table"),
        columns: columns.map(|column| words(desk.word(column))).to_vec(),
        rows: rows.collect(),
        notes: Vec::new(),
    };
    tables_page(
        desk,
        id,
        ("methods", section::PROGRAMME),
        vec![group("methods", desk.word("methods-table"), table)],
    )
}

fn monitoring<'a>(desk: &Desk<'a>, id: &'a Id<Programme>) -> Page<'a> {
    let programme = &desk.model.programmes[id];
    let periods: Vec<Period> = programme.collections.keys().copied().collect();
    let subjects: Vec<Subject<'_>> = desk.subjects(id).collect();
    let mut values = desk.values_table(&subjects, &periods);
    let latest = programme.latest();
    values.columns.push(words(desk.word("col-status")));
    values.columns.push(words(desk.word("col-change")));
    for (row, subject) in values.rows.iter_mut().zip(&subjects) {
        let reading = latest.and_then(|period| desk.reading(id, subject.id, period));
        let status = reading.map(|reading| desk.status(reading.attainment.status));
        row.cells.push(CellView { status, ..CellView::default() });
        row.cells
            .push(cell(desk.change(subject.indicator, reading.and_then(|reading| reading.change.as_ref()))));
    }
    let mut tables = vec![group("values", desk.word("monitoring-table"), values)];
    if let Some(period) = latest {
        let title = desk.say("coverage-title", &[("period", Desk::year(period))]);
        tables.push(group("coverage", title, coverage(desk, &subjects, period)));
    }
    let heat = latest.and_then(|period| Some((period, desk.heat_table(id, period)?)));
    tables.extend(heat.map(|(period, table)| {
        group("heat", desk.say("heat-title", &[("period", Desk::year(period))]), table)
    }));
    let mut page = tables_page(desk, id, ("monitoring", section::MONITORING), tables);
    page.charts.extend(latest.and_then(|period| Some(("heat".into(), desk.heat_chart(id, period)?))));
    let stack = latest.and_then(|period| desk.stack_chart(id, period));
    page.charts.extend(stack.map(|chart| ("stack".into(), chart)));
    if let Content::Tables(view) = &mut page.content {
        view.files = open_data::of_programme(desk, id);
    }
    page.head.data_date = desk.data_date(id, latest);
    dated(page, desk.collected(id, latest))
}

/// Who reported what for a period, with the names of those who did not.
fn coverage(desk: &Desk<'_>, subjects: &[Subject<'_>], period: Period) -> TableView {
    let rows = subjects.iter().map(|subject| {
        let reading = desk.reading(subject.programme, subject.id, period);
        let text = desk.coverage(reading, period);
        let mut coverage = cell(text);
        let silent = silent(desk, *subject, period);
        coverage.note =
            (!silent.is_empty()).then(|| desk.say("missing-names", &[("names", silent.join(", ").into())]));
        row(vec![
            link(
                format!("{}. {}", subject.indicator.number, subject.indicator.short),
                route::indicator(subject.programme, subject.id),
            ),
            coverage,
        ])
    });
    TableView {
        caption: desk.word("coverage-table"),
        columns: vec![words(desk.word("col-indicator")), words(desk.word("col-coverage"))],
        rows: rows.collect(),
        notes: Vec::new(),
    }
}

fn silent(desk: &Desk<'_>, subject: Subject<'_>, period: Period) -> Vec<String> {
    let observation = desk.model.programmes[subject.programme].observation(subject.id, period);
    let cells = observation.into_iter().flat_map(|observation| &observation.by_organisation);
    cells.filter(|(_, cell)| cell.state == State::NotReported).map(|(id, _)| desk.name_of(id)).collect()
}
