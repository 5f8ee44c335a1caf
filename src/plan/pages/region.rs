//! Several programmes side by side: how many indicators of each have reached their targets, how far the cycle of each
//! has come, and which topics they share.
//!
//! Apart from the programmes' own pages, because a region compares what a district only reads.

use crate::model::{Id, Programme, Topic};
use crate::words::{alphabetical, polish};

use super::super::desk::Desk;
use super::super::sentence::Subject;
use super::super::tables::{cell, link, numbers, row, words};
use super::super::views::{CellView, Content, Group, RowView, TableView, TablesView};
use super::super::{Page, route};
use super::shared::{dated, page, section};
use super::steps::{PHRASES_OF_TALLY, STEPS, step_state, tally};

/// The page; none where there is nothing to compare.
pub fn side_by_side<'a>(desk: &Desk<'a>) -> Option<Page<'a>> {
    if desk.model.programmes.len() < 2 {
        return None;
    }
    let tables = [("standing", standing(desk)), ("cycle", cycle(desk)), ("topics", topics(desk))];
    let tables = tables.into_iter().filter(|(_, table)| !table.rows.is_empty());
    let tables = tables.map(|(anchor, table)| Group {
        title: table.caption.clone(),
        anchor: anchor.to_owned(),
        items: vec![table],
    });
    let intro = desk.word("programmes-intro");
    let head = desk.head(route::PROGRAMMES, section::PROGRAMME, desk.word("programmes-title"), intro.clone());
    let view = TablesView { intro, tables: tables.collect(), ..TablesView::default() };
    let programmes = desk.model.programmes.iter();
    let newest = programmes.clone().filter_map(|(id, row)| desk.collected(id, row.latest())).max();
    let mut page = page(route::PROGRAMMES.to_owned(), head, Content::Tables(view));
    let periods: Vec<_> = programmes.filter_map(|(id, row)| Some((id, row.latest()?))).collect();
    page.charts.extend(desk.programmes_chart(&periods).map(|chart| ("stack".into(), chart)));
    Some(dated(page, newest))
}

fn programme_cell(desk: &Desk<'_>, id: &Id<Programme>) -> CellView {
    link(desk.model.programmes[id].short.clone(), route::programme(id))
}

/// How many indicators of each programme stand how.
fn standing(desk: &Desk<'_>) -> TableView {
    let rows = desk.model.programmes.iter().map(|(id, programme)| {
        let first = programme_cell(desk, id);
        let (from, to) = programme.years;
        let period = programme.latest().map_or_else(|| desk.word("value-none"), |period| period.to_string());
        let counts = [programme.goals.len(), programme.indicators.len()].into_iter().chain(tally(desk, id));
        let counts = counts.map(|count| cell(count.to_string()));
        row([first, cell(format!("{from}–{to}")), cell(period)].into_iter().chain(counts).collect())
    });
    let named = ["col-programme", "col-years", "col-latest"].map(|key| words(desk.word(key)));
    let counted = ["col-goals", "col-indicators"].into_iter().chain(PHRASES_OF_TALLY.map(|(_, head)| head));
    let counted = counted.map(|key| numbers(desk.word(key)));
    TableView {
        caption: desk.word("programmes-standing"),
        columns: named.into_iter().chain(counted).collect(),
        rows: rows.collect(),
        notes: Vec::new(),
    }
}

/// How far the cycle of each programme has come.
fn cycle(desk: &Desk<'_>) -> TableView {
    let rows = desk.model.programmes.ids().map(|id| {
        let steps = STEPS.into_iter().map(|(step, _)| {
            let (state, done) = step_state(desk, id, step);
            if done { link(state.title, state.href) } else { cell(desk.word("state-none")) }
        });
        row([programme_cell(desk, id)].into_iter().chain(steps).collect())
    });
    let steps = STEPS.into_iter().map(|(_, phrase)| words(desk.word(phrase)));
    TableView {
        caption: desk.word("programmes-cycle"),
        columns: [words(desk.word("col-programme"))].into_iter().chain(steps).collect(),
        rows: rows.collect(),
        notes: Vec::new(),
    }
}

/// Topics that several programmes measure.
fn topics(desk: &Desk<'_>) -> TableView {
    let mut topics: Vec<(&Id<Topic>, &str)> =
        desk.model.vocabulary.topics.iter().map(|(id, row)| (id, row.title.as_str())).collect();
    topics.sort_by_cached_key(|(_, title)| alphabetical(title));
    let rows = topics.into_iter().filter_map(|(id, title)| topic_row(desk, id, title));
    TableView {
        caption: desk.word("programmes-topics"),
        columns: vec![
            words(desk.word("col-topic")),
            numbers(desk.word("col-programmes")),
            numbers(desk.word("col-indicators")),
            words(desk.word("col-which")),
        ],
        rows: rows.collect(),
        notes: Vec::new(),
    }
}

fn topic_row(desk: &Desk<'_>, id: &Id<Topic>, title: &str) -> Option<RowView> {
    let subjects = desk.measuring(id);
    let mut programmes: Vec<&Id<Programme>> = subjects.iter().map(|subject| subject.programme).collect();
    programmes.dedup();
    (programmes.len() > 1).then(|| {
        let names: Vec<&str> =
            programmes.iter().map(|id| desk.model.programmes[*id].short.as_str()).collect();
        row(vec![
            link(polish(title), format!("{}#indicators", route::topic(id))),
            cell(programmes.len().to_string()),
            cell(subjects.len().to_string()),
            cell(names.join("; ")),
        ])
    })
}

impl<'a> Desk<'a> {
    /// The indicators on a topic, programme by programme.
    pub fn measuring(&self, topic: &Id<Topic>) -> Vec<Subject<'a>> {
        let subjects = self.model.programmes.ids().flat_map(|programme| self.subjects(programme));
        subjects
            .filter(|subject| subject.indicator.topics.iter().any(|other| other.value == *topic))
            .collect()
    }

    /// Indicators of several programmes side by side; none where all are of one.
    pub fn side_by_side(&self, caption: String, subjects: &[Subject<'_>]) -> Option<TableView> {
        let (first, last) = (subjects.first()?, subjects.last()?);
        if first.programme == last.programme {
            return None;
        }
        let rows = subjects.iter().map(|subject| {
            let card = self.indicator_card(*subject);
            let title = format!("{}. {}", card.number, card.short);
            row(vec![
                link(title, card.href),
                programme_cell(self, subject.programme),
                cell(card.value),
                cell(card.counted),
                cell(card.target),
                CellView { status: Some(card.status), ..CellView::default() },
                cell(card.change),
            ])
        });
        let text = |key: &str| words(self.word(key));
        let number = |key: &str| numbers(self.word(key));
        let columns = vec![
            text("col-indicator"),
            text("col-programme"),
            number("col-value"),
            number("col-counted"),
            text("col-target"),
            text("col-status"),
            text("col-change"),
        ];
        Some(TableView { caption, columns, rows: rows.collect(), notes: Vec::new() })
    }
}
