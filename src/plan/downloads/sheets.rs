//! The sheets of a workbook: values, the district through the years, the passport, the remarks.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::model::Period;
use crate::words::polish;

use super::super::sentence::numbered;
use super::columns::{Cell, Column, READER, value};
use super::{Dataset, Legend, Scope, Series};

/// Rows of a sheet that a spreadsheet can hold, its head apart.
const MOST_ROWS: usize = 1_048_575;

/// A sheet: heads and rows, drawn one after another.
pub struct Sheet<'r> {
    /// Its name.
    pub name: &'r str,
    /// Its columns.
    pub heads: Vec<Head>,
    /// How many columns stay in sight.
    pub fixed: u16,
    /// How many rows there are.
    pub len: usize,
    /// Its rows.
    pub rows: Box<dyn Iterator<Item = Vec<Cell<'r>>> + 'r>,
}

/// The head of a column.
pub struct Head {
    /// Its words.
    pub title: String,
    /// Its width in characters.
    pub width: u8,
}

impl Dataset<'_> {
    /// The sheets of its workbook. Years stand side by side where there are several indicators.
    pub fn sheets<'r>(&'r self, legend: &'r Legend) -> Vec<Sheet<'r>> {
        let is_one = matches!(self.scope, Scope::Indicator(..));
        let years = (!is_one).then(|| self.years(legend));
        let sheets =
            [Some(self.values(legend)), years, Some(self.passports(legend)), Some(self.notes(legend))];
        sheets.into_iter().flatten().collect()
    }

    fn values<'r>(&'r self, legend: &'r Legend) -> Sheet<'r> {
        let heads = READER.into_iter().map(|column| head(legend.column(column), width(column)));
        let rows = self.rows().take(MOST_ROWS);
        let rows = rows.map(|row| READER.into_iter().map(|column| owned(column.cell(&row))).collect());
        let (name, len) = (legend.word("sheet-values"), self.len().min(MOST_ROWS));
        Sheet { name, heads: heads.collect(), fixed: 3, len, rows: Box::new(rows) }
    }

    fn years<'r>(&'r self, legend: &'r Legend) -> Sheet<'r> {
        let years = self.series.iter().flat_map(|series| &series.years).map(|year| year.period);
        let years: BTreeSet<Period> = years.collect();
        let first = [Column::ProgrammeTitle, Column::Number, Column::Title, Column::Unit];
        let last = [Column::Target, Column::Status];
        let mut heads: Vec<Head> =
            first.into_iter().map(|column| head(legend.column(column), width(column))).collect();
        heads.extend(years.iter().map(|year| head(&year.to_string(), 12)));
        heads.extend(last.into_iter().map(|column| head(legend.column(column), width(column))));
        let rows = self.series.iter().map(move |series| {
            let values: BTreeMap<Period, Cell<'_>> =
                series.years.iter().map(|year| (year.period, value(year.reading.total))).collect();
            let mut cells = vec![
                text(series.programme_title),
                text(&series.indicator.number),
                text(&series.indicator.short),
                text(&series.indicator.unit),
            ];
            let value = |year| values.get(year).cloned().unwrap_or(Cell::Gap("not-reported"));
            cells.extend(years.iter().map(value));
            let newest = series.years.last().and_then(|year| year.rows(series, self.scope).next());
            cells.extend(
                last.map(|column| newest.as_ref().map_or(Cell::Empty, |row| owned(column.cell(row)))),
            );
            cells
        });
        let len = self.series.len();
        Sheet { name: legend.word("sheet-years"), heads, fixed: 3, len, rows: Box::new(rows) }
    }

    /// What is to be known of the set, then the passport of each indicator.
    fn passports<'r>(&'r self, legend: &'r Legend) -> Sheet<'r> {
        let heads = vec![
            head(legend.word("column-indicator-name"), 40),
            head(legend.word("column-term"), 26),
            head(legend.word("column-text"), 90),
        ];
        let of_set = self.facts.iter().map(|(term, says)| vec![Cell::Empty, text(term), text(says)]);
        let of_series = self.series.iter().flat_map(|series| {
            let facts = series.passport.iter();
            facts.map(move |(term, says)| vec![named(series), text(term), text(says)])
        });
        let len = self.facts.len() + self.series.iter().map(|series| series.passport.len()).sum::<usize>();
        let rows = Box::new(of_set.chain(of_series));
        Sheet { name: legend.word("sheet-passport"), heads, fixed: 0, len, rows }
    }

    /// Remarks: on the indicators, and on single values.
    fn notes<'r>(&'r self, legend: &'r Legend) -> Sheet<'r> {
        let columns = [Column::Period, Column::Breakdown, Column::Name];
        let mut heads = vec![head(legend.word("column-indicator-name"), 40)];
        heads.extend(columns.into_iter().map(|column| head(legend.column(column), width(column))));
        heads.push(head(legend.column(Column::Note), 80));
        let on_indicators = self.series.iter().filter_map(|series| {
            let note = polish(series.indicator.note.as_ref()?);
            Some(vec![named(series), Cell::Empty, Cell::Empty, Cell::Empty, Cell::Text(note.into())])
        });
        let on_values = self.rows().filter_map(|row| {
            let note = polish(row.note?);
            let mut cells = vec![named(row.series)];
            cells.extend(columns.map(|column| owned(column.cell(&row))));
            cells.push(Cell::Text(note.into()));
            Some(cells)
        });
        let mut rows: Vec<Vec<Cell<'r>>> = on_indicators.chain(on_values).take(MOST_ROWS).collect();
        if rows.is_empty() {
            rows.push(vec![text(legend.word("no-notes"))]);
        }
        let (name, len) = (legend.word("sheet-notes"), rows.len());
        Sheet { name, heads, fixed: 0, len, rows: Box::new(rows.into_iter()) }
    }
}

fn head(title: &str, width: u8) -> Head {
    Head { title: title.to_owned(), width }
}

fn text(text: &str) -> Cell<'_> {
    Cell::Text(Cow::Borrowed(text))
}

fn named<'r>(series: &Series<'_>) -> Cell<'r> {
    Cell::Text(numbered(series.indicator).into())
}

/// A cell that outlives its row.
fn owned<'r>(cell: Cell<'_>) -> Cell<'r> {
    match cell {
        Cell::Text(text) => Cell::Text(text.into_owned().into()),
        Cell::Empty => Cell::Empty,
        Cell::Word(word) => Cell::Word(word),
        Cell::Gap(word) => Cell::Gap(word),
        Cell::Whole(number) => Cell::Whole(number),
        Cell::Year(year) => Cell::Year(year),
        Cell::Number(number) => Cell::Number(number),
        Cell::Percent(percent) => Cell::Percent(percent),
        Cell::Day(day) => Cell::Day(day),
    }
}

/// The width of a column in characters.
fn width(column: Column) -> u8 {
    match column {
        Column::Title | Column::Note | Column::Source => 40,
        Column::ProgrammeTitle | Column::Name | Column::Target | Column::File => 30,
        Column::State | Column::Status | Column::Breakdown => 20,
        Column::Number | Column::Period | Column::Line | Column::Unit => 9,
        _ => 13,
    }
}
