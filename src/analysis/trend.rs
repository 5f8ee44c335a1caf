//! Whether an indicator gets steadily better or worse.
//!
//! Apart from the change between two periods: a line of years may go one way though no single step of it is beyond
//! chance.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::model::{Better, Period, Value, limits_of_change};

use super::Trend;
use super::change::towards;
use super::limits::{TOLERANCE, side, sign};

/// How much of the whole difference one step back may undo.
const SETBACK: f64 = 1.0 / 3.0;

/// The trend of the known values. Slopes keep the sign of the numbers, also where less is better.
pub(super) fn trend(values: &BTreeMap<Period, Value>, better: Better) -> Trend {
    let points: Vec<(f64, f64)> =
        values.iter().filter_map(|(period, value)| Some((f64::from(period.0), value.level()?))).collect();
    if points.len() < 3 {
        return Trend::TooShort;
    }
    let slope = theil_sen(&points);
    // One leap among equal years has a direction but no pace: its median slope is zero, and it is no trend.
    let direction = direction(values, &points);
    if direction.is_eq() || direction != sign(slope) {
        return Trend::Steady;
    }
    match towards(direction, better) {
        Some(Ordering::Greater) => Trend::Improving(slope),
        Some(_) => Trend::Worsening(slope),
        None => Trend::Moving(slope),
    }
}

/// Up or down, if the series goes there steadily.
fn direction(values: &BTreeMap<Period, Value>, points: &[(f64, f64)]) -> Ordering {
    let steps = || points.windows(2).map(|pair| pair[1].1 - pair[0].1);
    let whole: f64 = steps().sum();
    let ends = values.values().next().zip(values.values().next_back());
    let limits = ends.and_then(|(first, last)| limits_of_change(*last, *first));
    let (overall, setback) =
        limits.map_or((sign(whole), 0.0), |limits| (side(limits), whole.abs() * SETBACK));
    let back = |step: f64| if overall.is_gt() { -step } else { step };
    if steps().all(|step| back(step) <= setback + TOLERANCE) { overall } else { Ordering::Equal }
}

/// The median of the slopes between all pairs of points (Theil 1950, Sen 1968): one odd year does not bend it.
pub(super) fn theil_sen(points: &[(f64, f64)]) -> f64 {
    let later = |at: usize| points.iter().skip(at + 1);
    let pairs = points.iter().enumerate().flat_map(|(at, one)| later(at).map(move |two| (one, two)));
    let mut slopes: Vec<f64> = pairs.map(|((x1, y1), (x2, y2))| (y2 - y1) / (x2 - x1)).collect();
    slopes.sort_by(f64::total_cmp);
    let middle = |at: usize| slopes.get(at).copied().unwrap_or(0.0);
    (middle(slopes.len().saturating_sub(1) / 2) + middle(slopes.len() / 2)) / 2.0
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{better, value};
    use super::*;

    /// «10/20 12/20 15/20 | higher»: values from 2021 on, `.` for a year without one.
    fn case(text: &str) -> String {
        let (values, way) = text.split_once(" | ").unwrap();
        let known = (2021..).map(Period).zip(values.split(' ')).filter(|(_, text)| *text != ".");
        match trend(&known.map(|(year, text)| (year, value(text))).collect(), better(way)) {
            Trend::TooShort => "too short".into(),
            Trend::Steady => "steady".into(),
            Trend::Improving(slope) => format!("improving {slope:+.2}"),
            Trend::Worsening(slope) => format!("worsening {slope:+.2}"),
            Trend::Moving(slope) => format!("moving {slope:+.2}"),
        }
    }

    #[test]
    fn three_points_make_a_trend() {
        assert_eq!(case("0/50 50/50 | higher"), "too short");
        assert_eq!(case("0/50 . . 50/50 | higher"), "too short");
        assert_eq!(case("no partly yes | higher"), "too short");
        assert_eq!(case("20/80 32/80 48/80 | higher"), "improving +17.50");
        assert_eq!(case("20/80 32/80 48/80 | lower"), "worsening +17.50");
        assert_eq!(case("48/80 32/80 20/80 | lower"), "improving -17.50");
        assert_eq!(case("20/80 32/80 48/80 | none"), "moving +17.50");
    }

    #[test]
    fn the_slope_is_a_year_even_over_a_gap() {
        // Slopes: 20 in one year, 40 in three years, 20 in two years; the median is 13.33.
        assert_eq!(case("20/100 40/100 . 60/100 | higher"), "improving +13.33");
    }

    #[test]
    fn shares_within_the_limits_are_steady() {
        assert_eq!(case("10/20 12/20 15/20 | higher"), "steady");
        assert_eq!(case("0/3 1/3 2/3 | higher"), "steady");
        assert_eq!(case("0/10 0/10 0/10 | lower"), "steady");
    }

    #[test]
    fn one_step_back_may_undo_a_third() {
        // From 20 to 50 %, with a step back of 10 and of 11 points.
        assert_eq!(case("20/100 50/100 40/100 50/100 | higher"), "improving +10.00");
        assert_eq!(case("20/100 51/100 40/100 50/100 | higher"), "steady");
    }

    #[test]
    fn a_single_leap_is_no_trend() {
        assert_eq!(case("10/90 10/90 10/90 10/90 80/90 | higher"), "steady");
        assert_eq!(case("0 0 0 0 50 | higher"), "steady");
    }

    #[test]
    fn counts_within_the_limits_are_steady() {
        assert_eq!(case("0 1 3 | higher"), "steady");
        assert_eq!(case("2 2 2 | higher"), "steady");
        assert_eq!(case("1 3 1 | none"), "steady");
        assert_eq!(case("0 5 12 | higher"), "improving +6.00");
        assert_eq!(case("20 30 40 | higher"), "improving +10.00");
        assert_eq!(case("20 30 40 | lower"), "worsening +10.00");
        // From 20 to 50, with a step back of 10 and of 11.
        assert_eq!(case("20 50 40 50 | higher"), "improving +10.00");
        assert_eq!(case("20 51 40 50 | higher"), "steady");
    }

    #[test]
    fn marks_must_not_turn() {
        assert_eq!(case("*4.1 *4.2 *4.3 | higher"), "improving +0.10");
        assert_eq!(case("*4.3 *4.2 *4.2 | higher"), "worsening -0.05");
        assert_eq!(case("*4.1 *4.5 *4.4 | higher"), "steady");
        assert_eq!(case("*4 *4 *4 | higher"), "steady");
    }
}
