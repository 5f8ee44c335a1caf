//! Which chart for which reading, with its conclusion, its alternative text and its numbers.

mod dynamics;
mod funnel;
mod heat;
mod matrix;
mod parts;

use crate::analysis::{Reading, Status};
use crate::model::{Indicator, MeasureKind};

use super::desk::Desk;
use super::figure::{Scale, ScaleKind, Tone};

impl Desk<'_> {
    /// What is counted, and in which unit.
    pub fn unit_line(&self, indicator: &Indicator) -> String {
        let key =
            if indicator.measure == MeasureKind::Share { "chart-unit-share" } else { "chart-unit-other" };
        self.say(key, &[("counted", (&indicator.counted).into()), ("unit", (&indicator.unit).into())])
    }
}

fn level(reading: &Reading) -> Option<f64> {
    reading.total.value().and_then(crate::model::Value::level)
}

pub(super) fn scale(indicator: &Indicator) -> Scale {
    let kind = if indicator.measure == MeasureKind::Share { ScaleKind::Percent } else { ScaleKind::Positive };
    Scale { unit: indicator.unit.clone(), kind }
}

pub(super) fn tone(status: Status) -> Tone {
    match status {
        Status::Reached => Tone::Good,
        Status::Behind | Status::FarBehind => Tone::Poor,
        Status::OnTheWay | Status::NoTarget | Status::NoData | Status::TooFew => Tone::Plain,
    }
}
