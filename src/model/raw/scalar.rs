//! A single TOML value, as a type of ours or a complaint.

use jiff::civil::Date;
use toml::de::DeValue;

/// What a value turned out to be.
#[derive(Clone, Debug, PartialEq)]
pub enum Scalar<'a> {
    /// A text.
    Text(&'a str),
    /// A finite number.
    Number(f64),
    /// Yes or no.
    Bool(bool),
    /// A day of the calendar.
    Date(Date),
    /// A number that is not finite, or too large to be a count of anything.
    WildNumber,
    /// A date that no calendar has, or one with a time of day.
    WildDate,
    /// A list.
    List,
    /// A table.
    Table,
}

/// Nothing that a district counts comes near; beyond it sums would lose whole units.
const LARGEST: f64 = 1e12;

impl<'a> Scalar<'a> {
    /// Reads a value.
    pub fn of(value: &'a DeValue<'_>) -> Self {
        match value {
            DeValue::String(text) => Scalar::Text(text),
            DeValue::Integer(number) if number.radix() == 10 => of_number(number.as_str()),
            DeValue::Integer(_) => Scalar::WildNumber,
            DeValue::Float(number) => of_number(number.as_str()),
            DeValue::Boolean(yes) => Scalar::Bool(*yes),
            DeValue::Datetime(moment) => of_datetime(moment),
            DeValue::Array(_) => Scalar::List,
            DeValue::Table(_) => Scalar::Table,
        }
    }

    /// The word by which messages name the type.
    pub fn type_key(&self) -> &'static str {
        match self {
            Scalar::Text(_) => "text",
            Scalar::Number(_) | Scalar::WildNumber => "number",
            Scalar::Bool(_) => "bool",
            Scalar::Date(_) | Scalar::WildDate => "date",
            Scalar::List => "list",
            Scalar::Table => "table",
        }
    }
}

fn of_number(typed: &str) -> Scalar<'static> {
    match typed.replace('_', "").parse::<f64>() {
        // A negative zero is a zero: it must not become «−0».
        Ok(0.0) => Scalar::Number(0.0),
        Ok(number) if number.is_finite() && number.abs() <= LARGEST => Scalar::Number(number),
        _ => Scalar::WildNumber,
    }
}

fn of_datetime(moment: &toml::value::Datetime) -> Scalar<'static> {
    let date = match (moment.date, moment.time, moment.offset) {
        (Some(date), None, None) => i16::try_from(date.year)
            .ok()
            .zip(i8::try_from(date.month).ok())
            .zip(i8::try_from(date.day).ok())
            .and_then(|((year, month), day)| Date::new(year, month, day).ok()),
        _ => None,
    };
    date.map_or(Scalar::WildDate, Scalar::Date)
}
