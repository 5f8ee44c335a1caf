//! The columns of the tables: what they hold, and what they are called for machines.
//!
//! Every table draws on this one list, so that CSV and XLSX cannot say different things.

use std::borrow::Cow;

use jiff::civil::Date;

use crate::analysis::Amount;
use crate::model::{Bound, Finality, MeasureKind, Presence, Share, Value};

use super::super::phrase::status_key;
use super::series::{Of, Row};

/// What stands in a cell, before it is written for machines or for people.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell<'r> {
    /// Nothing belongs here.
    Empty,
    /// A text as it was written.
    Text(Cow<'r, str>),
    /// One of the words of the format: the word itself for machines, its phrase for people.
    Word(&'static str),
    /// Why there is no number: nothing for machines, which read the state, its phrase for people.
    Gap(&'static str),
    /// A whole number.
    Whole(u32),
    /// A year: never grouped.
    Year(i16),
    /// A number of the indicator's unit.
    Number(f64),
    /// Per cent with one decimal, as on the pages.
    Percent(f64),
    /// A day.
    Day(Date),
}

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Id of the programme.
    Programme,
    /// Its short name.
    ProgrammeTitle,
    /// Id of the indicator.
    Indicator,
    /// Its number in the document.
    Number,
    /// Its few words.
    Title,
    /// Its unit.
    Unit,
    /// The year.
    Period,
    /// By what the district is broken down.
    Breakdown,
    /// Id of the part.
    Id,
    /// Name of the part.
    Name,
    /// Numerator of a share.
    Numerator,
    /// Denominator of a share.
    Denominator,
    /// The value.
    Value,
    /// Whether there is a value, and how final it is.
    State,
    /// The target in words.
    Target,
    /// The year of the target.
    TargetYear,
    /// Its lower bound.
    TargetLow,
    /// Its upper bound.
    TargetHigh,
    /// Where the value stands against it.
    Status,
    /// A remark.
    Note,
    /// The day of collection.
    Collected,
    /// What the value was taken from.
    Source,
    /// File of the data.
    File,
    /// Line in it.
    Line,
}

/// The columns for machines: ids and typed bounds.
pub const MACHINE: [Column; 22] = [
    Column::Programme,
    Column::Indicator,
    Column::Number,
    Column::Title,
    Column::Unit,
    Column::Period,
    Column::Breakdown,
    Column::Id,
    Column::Name,
    Column::Numerator,
    Column::Denominator,
    Column::Value,
    Column::State,
    Column::TargetYear,
    Column::TargetLow,
    Column::TargetHigh,
    Column::Status,
    Column::Note,
    Column::Collected,
    Column::Source,
    Column::File,
    Column::Line,
];

/// The columns for people: names and words.
pub const READER: [Column; 19] = [
    Column::ProgrammeTitle,
    Column::Number,
    Column::Title,
    Column::Unit,
    Column::Period,
    Column::Breakdown,
    Column::Name,
    Column::Numerator,
    Column::Denominator,
    Column::Value,
    Column::State,
    Column::Target,
    Column::TargetYear,
    Column::Status,
    Column::Note,
    Column::Collected,
    Column::Source,
    Column::File,
    Column::Line,
];

impl Column {
    /// Its name, what it holds in English, and its type: a line of the structure file.
    pub fn about(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Column::Programme => ("programme", "Programme, id", "string"),
            Column::ProgrammeTitle => ("programme-title", "Programme, short name", "string"),
            Column::Indicator => ("indicator", "Indicator, id", "string"),
            Column::Number => ("number", "Number of the indicator in the document", "string"),
            Column::Title => ("title", "Indicator, short name", "string"),
            Column::Unit => ("unit", "Unit of measurement", "string"),
            Column::Period => ("period", "Year of the value", "integer"),
            Column::Breakdown => (
                "breakdown",
                "What the row is about: total, organisation, subject, kind, organisation-subject",
                "string",
            ),
            Column::Id => ("id", "Organisation, subject, kind, or organisation/subject, id", "string"),
            Column::Name => ("name", "Organisation, subject or kind, name", "string"),
            Column::Numerator => ("numerator", "Numerator of a share", "integer"),
            Column::Denominator => ("denominator", "Denominator of a share", "integer"),
            Column::Value => ("value", "Value: per cent, number, or yes, partly, no", "decimal or string"),
            Column::State => (
                "state",
                "reported, provisional, corrected, not-reported, not-applicable or hidden",
                "string",
            ),
            Column::Target => ("target", "Target in words", "string"),
            Column::TargetYear => ("target_year", "Year of the target", "integer"),
            Column::TargetLow => ("target_low", "Not less than", "decimal"),
            Column::TargetHigh => ("target_high", "Not more than", "decimal"),
            Column::Status => {
                ("status", "reached, on-the-way, behind, far-behind, no-target, no-data or too-few", "string")
            }
            Column::Note => ("note", "Remark on the value", "string"),
            Column::Collected => ("collected", "Day of collection", "date (YYYY-MM-DD)"),
            Column::Source => ("source", "What the value was taken from", "string"),
            Column::File => ("file", "File of the site's data", "string"),
            Column::Line => ("line", "Line in the file", "integer"),
        }
    }

    /// What stands in it.
    pub fn cell<'r>(self, row: &'r Row<'_, '_>) -> Cell<'r> {
        let series = row.series;
        let text = |text: &'r str| Cell::Text(Cow::Borrowed(text));
        match self {
            Column::Programme => text(series.programme.as_str()),
            Column::ProgrammeTitle => text(series.programme_title),
            Column::Indicator => text(series.id.as_str()),
            Column::Number => text(&series.indicator.number),
            Column::Title => text(&series.indicator.short),
            Column::Unit => text(&series.indicator.unit),
            Column::Period => Cell::Year(row.year.period.0),
            Column::Breakdown => Cell::Word(breakdown(row.of)),
            Column::Id => Cell::Text(row.id()),
            Column::Name => Cell::Text(row.name()),
            Column::Numerator => share(row, Share::n),
            Column::Denominator => share(row, Share::of),
            Column::Value => value(row.amount),
            Column::State => Cell::Word(state(row.amount)),
            Column::Target => row.target().map_or(Cell::Empty, text),
            Column::TargetYear => row.attainment.target.map_or(Cell::Empty, |target| Cell::Year(target.by.0)),
            Column::TargetLow => bound(row).0.map_or(Cell::Empty, Cell::Number),
            Column::TargetHigh => bound(row).1.map_or(Cell::Empty, Cell::Number),
            Column::Status => {
                row.judged().map_or(Cell::Empty, |judged| Cell::Word(status_key(judged.status)))
            }
            Column::Note => row.note.map_or(Cell::Empty, text),
            Column::Collected => Cell::Day(row.year.collection.collected.value),
            Column::Source => Cell::Text(Cow::Owned(row.source())),
            Column::File => text(row.year.file()),
            Column::Line => Cell::Whole(u32::try_from(row.line).unwrap_or(u32::MAX)),
        }
    }
}

/// A part of a share; the other measures have none.
fn share<'r>(row: &Row<'_, '_>, part: fn(Share) -> u32) -> Cell<'r> {
    match (row.value(), row.series.indicator.measure) {
        (Some(Value::Share(share)), _) => Cell::Whole(part(share)),
        (None, MeasureKind::Share) => Cell::Gap(state(row.amount)),
        _ => Cell::Empty,
    }
}

/// A value, or why there is none.
pub fn value<'r>(amount: Amount) -> Cell<'r> {
    match amount.value() {
        Some(Value::Share(share)) => share.percent().map_or(Cell::Empty, |it| Cell::Percent(one_decimal(it))),
        Some(Value::Count(number) | Value::Score(number)) => Cell::Number(number),
        Some(Value::Presence(presence)) => Cell::Word(match presence {
            Presence::Yes => "yes",
            Presence::Partly => "partly",
            Presence::No => "no",
        }),
        None => Cell::Gap(state(amount)),
    }
}

/// The pages write percentages with one decimal; so does every file, so that a number is the same everywhere: rounded
/// by the same formatting, for 56.25 is 56.2 to it and 56.3 to `round`.
fn one_decimal(percent: f64) -> f64 {
    format!("{percent:.1}").parse().unwrap_or(percent)
}

/// The word of a breakdown.
pub fn breakdown(of: Of<'_>) -> &'static str {
    match of {
        Of::District => "total",
        Of::Organisation(_) => "organisation",
        Of::Subject(_) => "subject",
        Of::Kind(_) => "kind",
        Of::Pair(_) => "organisation-subject",
    }
}

/// The word of a state.
pub fn state(amount: Amount) -> &'static str {
    match amount {
        Amount::Known(_, Finality::Reported) => "reported",
        Amount::Known(_, Finality::Provisional) => "provisional",
        Amount::Known(_, Finality::Corrected) => "corrected",
        Amount::NotReported => "not-reported",
        Amount::NotApplicable => "not-applicable",
        Amount::Hidden => "hidden",
    }
}

/// The lower and the upper bound of a target.
pub fn ends(bound: Bound) -> (Option<f64>, Option<f64>) {
    match bound {
        Bound::AtLeast(low) => (Some(low), None),
        Bound::AtMost(high) => (None, Some(high)),
        Bound::Equal(level) => (Some(level), Some(level)),
        Bound::Between(low, high) => (Some(low), Some(high)),
        Bound::Present => (None, None),
    }
}

fn bound(row: &Row<'_, '_>) -> (Option<f64>, Option<f64>) {
    row.attainment.target.map_or((None, None), |target| ends(target.bound))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(n: u32, of: u32) -> Amount {
        Amount::Known(Value::Share(Share::new(n, of).unwrap()), Finality::Reported)
    }

    #[test]
    fn a_gap_is_never_a_number() {
        for (amount, expected) in [
            (share(12, 19), Cell::Percent(63.2)),
            (share(9, 16), Cell::Percent(56.2)),
            (share(0, 19), Cell::Percent(0.0)),
            (share(1, 3000), Cell::Percent(0.0)),
            (Amount::Known(Value::Count(0.0), Finality::Corrected), Cell::Number(0.0)),
            (Amount::Known(Value::Presence(Presence::Partly), Finality::Reported), Cell::Word("partly")),
            (Amount::NotReported, Cell::Gap("not-reported")),
            (Amount::NotApplicable, Cell::Gap("not-applicable")),
            (Amount::Hidden, Cell::Gap("hidden")),
        ] {
            assert_eq!(value(amount), expected, "{amount:?}");
        }
    }

    #[test]
    fn bounds_stand_on_their_sides() {
        for (bound, expected) in [
            (Bound::AtLeast(70.0), (Some(70.0), None)),
            (Bound::AtMost(250.0), (None, Some(250.0))),
            (Bound::Equal(100.0), (Some(100.0), Some(100.0))),
            (Bound::Between(5.0, 8.0), (Some(5.0), Some(8.0))),
            (Bound::Present, (None, None)),
        ] {
            assert_eq!(ends(bound), expected, "{bound:?}");
        }
    }
}
