//! What can be taken away: data sets, each in several formats.
//!
//! Apart from the pages, because one set of rows goes through many writers, and none of them may know more than the
//! pages show: a row is made of a reading, never of an observation, so what is hidden there is hidden here.
//!
//! Rows are not kept: a region has hundreds of thousands, and a writer walks over them once when its file is drawn.

mod columns;
mod legend;
mod open_data;
mod series;
mod sheets;

use std::sync::Arc;

use jiff::civil::Date;

use crate::model::{Id, Indicator, Programme};
use crate::source::Lines;

use super::desk::Desk;
use super::route::{self, Href};
use super::sentence::Subject;

pub use super::phrase::{change_key, status_key};
pub use columns::{Cell, Column, MACHINE, READER, breakdown, ends, state, value};
pub use legend::Legend;
pub use open_data::{Passport, has_values, valid};
pub use series::{Row, Series, len as rows_of};
pub use sheets::{Head, Sheet};

/// Everything that can be taken away.
pub struct Downloads<'a> {
    /// The whole first, then every programme, then every indicator.
    pub datasets: Vec<Dataset<'a>>,
    /// The list of the sets that are published as open data.
    pub list: Option<List>,
    /// The words for a reader.
    pub legend: Legend,
}

/// Rows that are offered together, with what is to be known of them.
pub struct Dataset<'a> {
    /// Its name.
    pub title: String,
    /// What it is about.
    pub scope: Scope<'a>,
    /// One sentence about it.
    pub description: String,
    /// Indicators.
    pub series: Vec<Arc<Series<'a>>>,
    /// The first and the last day of collection; none before anything was collected.
    pub days: Option<(Date, Date)>,
    /// What a reader should know before the numbers: term and text.
    pub facts: Vec<(String, String)>,
    /// Its passport, where it is a set of the open data.
    pub passport: Option<Passport>,
    /// Its files.
    pub files: Vec<Download>,
    /// The day that stands in the files as the day of their making: of the last collection, else of the build.
    pub made: Date,
}

/// The list of sets, for machines.
#[derive(Debug)]
pub struct List {
    /// Its address.
    pub href: Href,
    /// Its rows.
    pub rows: Vec<Vec<String>>,
}

/// How far a set reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope<'a> {
    /// The district's values of all programmes. The parts stand in the programmes' own sets: of a whole region they
    /// would fill a file that no spreadsheet opens.
    Whole,
    /// All values of a programme.
    Programme(&'a Id<Programme>),
    /// All values of an indicator.
    Indicator(&'a Id<Programme>, &'a Id<Indicator>),
}

/// A file to take away.
#[derive(Debug)]
pub struct Download {
    /// Its address.
    pub href: Href,
    /// What is in it.
    pub form: Form,
}

/// What is in a file.
#[derive(Debug)]
pub enum Form {
    /// The rows.
    Values(Format),
    /// A small table about the rows, for machines.
    Table(Vec<Vec<String>>),
}

/// In which formats rows are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A workbook.
    Xlsx,
    /// CSV that a Russian Excel opens by a double click.
    ReaderCsv,
    /// CSV for machines.
    Csv,
    /// JSON, with the origin of every value.
    Json,
}

impl Format {
    /// All of them; those for people first.
    pub const ALL: [Format; 4] = [Format::Xlsx, Format::ReaderCsv, Format::Csv, Format::Json];

    /// How its file names end.
    pub fn ending(self) -> &'static str {
        match self {
            Format::Xlsx => "xlsx",
            Format::ReaderCsv => "excel.csv",
            Format::Csv => "csv",
            Format::Json => "json",
        }
    }

    /// The phrase that names it.
    pub fn phrase(self) -> &'static str {
        match self {
            Format::Xlsx => "download-xlsx",
            Format::ReaderCsv => "download-excel-csv",
            Format::Csv => "download-csv",
            Format::Json => "download-json",
        }
    }
}

impl Scope<'_> {
    /// The file of a format: an address for ever, whatever the day of the data.
    pub fn file(self, format: Format) -> Href {
        match self {
            Scope::Whole => route::values(format.ending()),
            Scope::Programme(id) => route::programme_values(id, format.ending()),
            Scope::Indicator(programme, id) => route::indicator_values(programme, id, format.ending()),
        }
    }

    /// Whether parts of the district have rows of their own.
    fn has_parts(self) -> bool {
        self != Scope::Whole
    }
}

impl<'a> Dataset<'a> {
    /// Its rows: by indicator, by year, the district before its parts.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_, 'a>> {
        self.series.iter().flat_map(|series| self.rows_of(series))
    }

    /// The rows of one of its indicators.
    pub fn rows_of<'r>(&self, series: &'r Series<'a>) -> impl Iterator<Item = Row<'r, 'a>> + use<'r, 'a> {
        let scope = self.scope;
        series.years.iter().flat_map(move |year| year.rows(series, scope))
    }

    /// How many rows it has.
    pub fn len(&self) -> usize {
        let readings = self.series.iter().flat_map(|series| &series.years).map(|year| year.reading);
        readings.map(|reading| if self.scope.has_parts() { series::len(reading) } else { 1 }).sum()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl<'a> Downloads<'a> {
    /// All files of the sets.
    pub fn files(&self) -> impl Iterator<Item = (&Dataset<'a>, &Download)> {
        self.datasets.iter().flat_map(|dataset| dataset.files.iter().map(move |file| (dataset, file)))
    }
}

/// Lays out everything that can be taken away.
pub fn downloads<'a>(desk: &Desk<'a>) -> Downloads<'a> {
    let mut datasets = Vec::new();
    let mut whole = Vec::new();
    for (programme, row) in desk.model.programmes.iter() {
        let collections = &row.value.collections;
        let lines = collections.iter().filter_map(|(period, collection)| {
            let file = desk.sources.file(collection.collected.span.file)?;
            Some((*period, Arc::new((file.path.as_str(), Lines::of(&file.text)))))
        });
        let lines = lines.collect();
        let of_indicator = |subject: Subject<'a>| Arc::new(Series::of(desk, subject, &lines));
        let series: Vec<Arc<Series<'a>>> = desk.subjects(programme).map(of_indicator).collect();
        whole.extend(series.iter().map(Arc::clone));
        let each = series.iter().map(|one| {
            let title = format!("{}. {}", one.indicator.number, one.indicator.title);
            dataset(desk, title, Scope::Indicator(programme, one.id), vec![Arc::clone(one)])
        });
        datasets.extend(each.collect::<Vec<_>>());
        datasets.push(dataset(desk, row.title.clone(), Scope::Programme(programme), series));
    }
    if !whole.is_empty() {
        let title = desk.say("download-whole", &[("operator", (&desk.model.site.operator.name).into())]);
        datasets.push(dataset(desk, title, Scope::Whole, whole));
    }
    // Pushed as they came to be; offered from the whole to the parts.
    datasets.sort_by_key(|dataset| match dataset.scope {
        Scope::Whole => 0,
        Scope::Programme(_) => 1,
        Scope::Indicator(..) => 2,
    });
    Downloads { list: open_data::list(desk, &datasets), datasets, legend: Legend::of(desk) }
}

fn dataset<'a>(
    desk: &Desk<'a>,
    title: String,
    scope: Scope<'a>,
    series: Vec<Arc<Series<'a>>>,
) -> Dataset<'a> {
    let collected = || series.iter().flat_map(|one| &one.years).map(|year| year.collection.collected.value);
    let days = collected().min().zip(collected().max());
    let values = |format: Format| Download { href: scope.file(format), form: Form::Values(format) };
    let made = days.map_or(desk.model.site.date, |(_, last)| last);
    let files = Format::ALL.map(values).into();
    let (description, facts, passport) = (String::new(), Vec::new(), None);
    let mut dataset = Dataset { title, scope, description, series, days, facts, passport, files, made };
    dataset.description = open_data::description(desk, &dataset);
    dataset.passport = open_data::passport(desk, &dataset);
    dataset.files.extend(open_data::files(desk, &dataset));
    dataset.facts = open_data::facts(desk, &dataset);
    dataset
}
