//! JSON: every value with its judgement and its origin, one value a line, keys in the order of these types.

use std::io;

use serde::Serialize;
use serde_json::ser::{CompactFormatter, Formatter};

use crate::analysis::{Attainment, Change};
use crate::model::{Better, Judged, MeasureKind, Share, Target, Value};
use crate::plan::downloads::{Dataset, Row, Series, breakdown, ends, state};
use crate::plan::downloads::{change_key, status_key};
use crate::words::iso;

/// Raised whenever a key changes its meaning or goes away; new keys do not raise it.
const SCHEMA_VERSION: u8 = 1;

#[derive(Serialize)]
struct File<'r> {
    schema_version: u8,
    title: &'r str,
    description: &'r str,
    collected: Option<Days>,
    facts: Vec<Fact<'r>>,
    indicators: Vec<Indicator<'r>>,
}

/// Days of collection.
#[derive(Serialize)]
struct Days {
    first: String,
    last: String,
}

#[derive(Serialize)]
struct Fact<'r> {
    term: &'r str,
    text: &'r str,
}

#[derive(Serialize)]
struct Indicator<'r> {
    programme: &'r str,
    programme_title: &'r str,
    id: &'r str,
    number: &'r str,
    title: &'r str,
    short: &'r str,
    measure: &'static str,
    unit: &'r str,
    better: &'static str,
    change_over_years: Option<i16>,
    formula: &'r str,
    baseline: Option<i16>,
    targets: Vec<Bound<'r>>,
    passport: Vec<Fact<'r>>,
    values: Vec<Line<'r>>,
}

#[derive(Serialize)]
struct Bound<'r> {
    year: i16,
    low: Option<f64>,
    high: Option<f64>,
    words: Option<&'r str>,
}

#[derive(Serialize)]
struct Line<'r> {
    period: i16,
    breakdown: &'static str,
    id: String,
    name: String,
    state: &'static str,
    numerator: Option<u32>,
    denominator: Option<u32>,
    value: Option<serde_json::Value>,
    target: Option<Bound<'r>>,
    status: Option<&'static str>,
    inputs: Option<Inputs>,
    change: Option<Moved>,
    note: Option<&'r str>,
    origin: Origin<'r>,
}

/// What a status follows from.
#[derive(Serialize)]
struct Inputs {
    judged: Option<f64>,
    start_year: Option<i16>,
    start: Option<f64>,
    expected: Option<f64>,
    gap: Option<f64>,
    missing: Option<u32>,
}

#[derive(Serialize)]
struct Moved {
    since: i16,
    difference: f64,
    low: Option<f64>,
    high: Option<f64>,
    verdict: &'static str,
}

#[derive(Serialize)]
struct Origin<'r> {
    file: &'r str,
    line: usize,
    summed: bool,
    collected: String,
    source: String,
}

/// Draws a set.
pub fn render(dataset: &Dataset<'_>) -> Vec<u8> {
    let indicators = dataset
        .series
        .iter()
        .map(|series| indicator(series, dataset.rows_of(series).map(|row| line(&row)).collect()));
    let file = File {
        schema_version: SCHEMA_VERSION,
        title: &dataset.title,
        description: &dataset.description,
        collected: dataset.days.map(|(first, last)| Days { first: iso(first), last: iso(last) }),
        facts: facts(&dataset.facts),
        indicators: indicators.collect(),
    };
    let mut bytes = Vec::new();
    let mut writer = serde_json::Serializer::with_formatter(&mut bytes, ByLines(CompactFormatter));
    // Writing texts and finite numbers to memory cannot fail.
    let _ = file.serialize(&mut writer);
    bytes.push(b'\n');
    bytes
}

fn facts(facts: &[(String, String)]) -> Vec<Fact<'_>> {
    facts.iter().map(|(term, text)| Fact { term, text }).collect()
}

fn indicator<'r>(series: &'r Series<'_>, values: Vec<Line<'r>>) -> Indicator<'r> {
    let indicator = series.indicator;
    let targets = indicator.targets.iter().zip(&series.targets);
    Indicator {
        programme: series.programme.as_str(),
        programme_title: series.programme_title,
        id: series.id.as_str(),
        number: &indicator.number,
        title: &indicator.title,
        short: &indicator.short,
        measure: match indicator.measure {
            MeasureKind::Share => "share",
            MeasureKind::Count => "count",
            MeasureKind::Presence => "presence",
            MeasureKind::Score => "score",
        },
        unit: &indicator.unit,
        better: match indicator.better {
            Better::Higher => "higher",
            Better::Lower => "lower",
            Better::Neither => "neither",
        },
        change_over_years: match indicator.judged {
            Judged::Level => None,
            Judged::ChangeOver(years) => Some(years),
        },
        formula: &series.formula,
        baseline: indicator.baseline.as_ref().map(|period| period.value.0),
        targets: targets.map(|(target, words)| bound(target.value, Some(words))).collect(),
        passport: facts(&series.passport),
        values,
    }
}

fn bound(target: Target, words: Option<&str>) -> Bound<'_> {
    let (low, high) = ends(target.bound);
    Bound { year: target.by.0, low, high, words }
}

fn line<'r>(row: &Row<'r, 'r>) -> Line<'r> {
    let share = match row.value() {
        Some(Value::Share(share)) => Some(share),
        _ => None,
    };
    let judged = row.judged();
    Line {
        period: row.year.period.0,
        breakdown: breakdown(row.of),
        id: row.id().into_owned(),
        name: row.name().into_owned(),
        state: state(row.amount),
        numerator: share.map(Share::n),
        denominator: share.map(Share::of),
        value: value(row),
        target: row.attainment.target.map(|target| bound(target, row.target())),
        status: judged.map(|judged| status_key(judged.status)),
        inputs: judged.map(inputs),
        change: row.value().and(row.change).map(moved),
        note: row.note,
        origin: Origin {
            file: row.year.file(),
            line: row.line,
            summed: row.is_summed,
            collected: iso(row.year.collection.collected.value),
            source: row.source(),
        },
    }
}

/// The number as it stands in every other file, or the word of a presence.
fn value(row: &Row<'_, '_>) -> Option<serde_json::Value> {
    use crate::plan::downloads::{Cell, value};
    match value(row.amount) {
        Cell::Number(number) | Cell::Percent(number) => Some(number.into()),
        Cell::Word(word) => Some(word.into()),
        _ => None,
    }
}

fn inputs(attainment: &Attainment) -> Inputs {
    Inputs {
        judged: attainment.judged,
        start_year: attainment.start.map(|(period, _)| period.0),
        start: attainment.start.map(|(_, level)| level),
        expected: attainment.expected,
        gap: attainment.gap,
        missing: attainment.missing,
    }
}

fn moved(change: &Change) -> Moved {
    let Change { since, difference, limits, verdict } = *change;
    let (low, high) = limits.unzip();
    Moved { since: since.0, difference, low, high, verdict: change_key(verdict) }
}

/// Compact, but every element of a list on a line of its own, so that a difference can be read.
struct ByLines(CompactFormatter);

impl Formatter for ByLines {
    fn begin_array_value<W: ?Sized + io::Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_array_value(writer, first)?;
        writer.write_all(b"\n")
    }
}
