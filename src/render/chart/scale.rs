//! Nice numbers for the value axis, and how they are written.
//!
//! Apart from the drawings, because both shapes share it and because it can be tested as a table of numbers. Steps are
//! reached by multiplication only, so no rounding of logarithms differs between machines.

use crate::plan::figure::{Scale, ScaleKind};

/// No axis is longer: keeps every tick finite and writable whatever the data say.
const LONGEST: f64 = 1e12;

/// More ticks over zero than this are noise behind the values.
const MOST_TICKS: f64 = 4.0;

/// An axis from zero to a nice number.
#[derive(Debug)]
pub struct Axis {
    /// Its end.
    pub top: f64,
    /// Zero, the steps, and the end.
    pub ticks: Vec<f64>,
}

impl Axis {
    /// The shortest nice axis that holds all the values.
    pub fn of(scale: &Scale, values: impl Iterator<Item = f64>) -> Self {
        let ceiling = match scale.kind {
            ScaleKind::Percent => 100.0,
            ScaleKind::Positive => LONGEST,
        };
        let values: Vec<f64> =
            values.filter(|value| value.is_finite()).map(|value| value.clamp(0.0, ceiling)).collect();
        let longest = values.iter().copied().fold(0.0, f64::max);
        match scale.kind {
            ScaleKind::Percent if longest == 0.0 => Self::with(100.0, 25.0),
            ScaleKind::Positive if longest == 0.0 => Self::with(1.0, 1.0),
            ScaleKind::Positive if values.iter().all(|value| value.fract() == 0.0) => {
                Self::with(longest, nice_step(longest, &[1.0, 2.0, 5.0], 1.0))
            }
            ScaleKind::Percent | ScaleKind::Positive => {
                Self::with(longest, nice_step(longest, &[1.0, 2.0, 2.5, 5.0], 0.1))
            }
        }
    }

    fn with(longest: f64, step: f64) -> Self {
        let count = (longest / step).ceil() as u8;
        let ticks: Vec<f64> = (0..=count).map(|i| f64::from(i) * step).collect();
        Self { top: f64::from(count) * step, ticks }
    }

    /// The value, brought onto the axis.
    pub fn hold(&self, value: f64) -> f64 {
        value.clamp(0.0, self.top)
    }
}

/// The first step of the series with which few enough ticks hold the longest value.
fn nice_step(longest: f64, series: &[f64], smallest: f64) -> f64 {
    let mut power = smallest;
    while power < LONGEST {
        if let Some(step) = series.iter().map(|s| s * power).find(|step| longest / step <= MOST_TICKS) {
            return step;
        }
        power *= 10.0;
    }
    LONGEST
}

/// A number with decimal comma and thin spaces between groups of three; zeros at the end are left out.
pub fn number(value: f64) -> String {
    let fixed = format!("{value:.2}");
    let (whole, fraction) = fixed.split_once('.').unwrap_or((&fixed, ""));
    let mut text = String::new();
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            text.push('\u{202f}');
        }
        text.push(digit);
    }
    match fraction.trim_end_matches('0') {
        "" => text,
        fraction => format!("{text},{fraction}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ticks(kind: ScaleKind, values: &[f64]) -> String {
        let scale = Scale { unit: String::new(), kind };
        let axis = Axis::of(&scale, values.iter().copied());
        axis.ticks.iter().map(|tick| number(*tick)).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn per_cent_ticks() {
        let case =
            |values: &[f64], expected| assert_eq!(ticks(ScaleKind::Percent, values), expected, "{values:?}");
        case(&[], "0 25 50 75 100");
        case(&[0.0, 0.0], "0 25 50 75 100");
        case(&[100.0], "0 25 50 75 100");
        case(&[140.0], "0 25 50 75 100");
        case(&[80.5], "0 25 50 75 100");
        case(&[65.4, 70.0], "0 20 40 60 80");
        case(&[41.0], "0 20 40 60");
        case(&[34.0], "0 10 20 30 40");
        case(&[9.3], "0 2,5 5 7,5 10");
        case(&[1.2], "0 0,5 1 1,5");
        case(&[0.001], "0 0,1");
        case(&[f64::NAN, -3.0, 12.0], "0 5 10 15");
    }

    #[test]
    fn counted_ticks_are_whole() {
        let case =
            |values: &[f64], expected| assert_eq!(ticks(ScaleKind::Positive, values), expected, "{values:?}");
        case(&[], "0 1");
        case(&[1.0], "0 1");
        case(&[3.0], "0 1 2 3");
        case(&[9.0], "0 5 10");
        case(&[7.0], "0 2 4 6 8");
        case(&[1234.0], "0 500 1\u{202f}000 1\u{202f}500");
        case(&[2.3], "0 1 2 3");
        case(&[0.9], "0 0,25 0,5 0,75 1");
        case(&[f64::INFINITY, 4.0], "0 1 2 3 4");
    }

    #[test]
    fn any_axis_holds_its_values_with_few_ticks() {
        for value in [1e-300, 0.07, 0.1, 0.3, 0.7, 3.0, 99.999, 1e6, 1e12, 1e308] {
            let axis =
                Axis::of(&Scale { unit: String::new(), kind: ScaleKind::Positive }, [value].into_iter());
            assert!(axis.top >= value.min(LONGEST) && axis.top.is_finite(), "{value}: {axis:?}");
            assert!((2..=5).contains(&axis.ticks.len()), "{value}: {axis:?}");
        }
    }

    #[test]
    fn numbers_are_written_in_russian() {
        for (value, text) in
            [(0.0, "0"), (2.5, "2,5"), (0.25, "0,25"), (100.0, "100"), (1e6, "1\u{202f}000\u{202f}000")]
        {
            assert_eq!(number(value), text);
        }
    }
}
