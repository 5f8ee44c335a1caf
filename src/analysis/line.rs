//! Milestones and the straight line between them.
//!
//! Apart from the statuses, because geometry has one right answer and a status is a convention. Every bound is a range
//! with perhaps one open end, so that «at least», «at most», «equal» and «between» need no rules of their own, and
//! zero is a number like any other: nothing here divides by a level.

use crate::diag::At;
use crate::model::{Bound, Indicator, Judged, MeasureKind, Period, Target};

use super::limits::TOLERANCE;

/// The levels that meet a bound; an open end is infinite.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Range {
    low: f64,
    high: f64,
}

impl Range {
    /// The range of a bound; none for presence, which has no numbers.
    pub(super) fn of(bound: Bound) -> Option<Self> {
        let (low, high) = match bound {
            Bound::AtLeast(low) => (low, f64::INFINITY),
            Bound::AtMost(high) => (f64::NEG_INFINITY, high),
            Bound::Equal(level) => (level, level),
            Bound::Between(low, high) => (low, high),
            Bound::Present => return None,
        };
        Some(Self { low, high })
    }

    fn at(level: f64) -> Self {
        Self { low: level, high: level }
    }

    /// How far a level is from the range; exactly zero when it is met.
    pub(super) fn gap(self, level: f64) -> f64 {
        let gap = (self.low - level).max(level - self.high);
        if gap <= TOLERANCE { 0.0 } else { gap }
    }

    /// Whether a level lies below the range.
    pub(super) fn is_short(self, level: f64) -> bool {
        self.low - level > TOLERANCE
    }

    /// Whether a level lies above the range.
    pub(super) fn is_over(self, level: f64) -> bool {
        level - self.high > TOLERANCE
    }

    /// From which side a level comes; one that meets the range, or is unknown, as it would come to «at least».
    fn side(self, level: Option<f64>) -> Side {
        if level.is_some_and(|level| self.is_over(level)) { Side::Above } else { Side::Below }
    }

    /// The end on a side; a range with an open end has but one.
    fn end(self, side: Side) -> f64 {
        let above = side == Side::Above && self.high.is_finite();
        if above || self.low.is_infinite() { self.high } else { self.low }
    }

    /// The end that a level reaches first.
    fn near_end(self, level: Option<f64>) -> f64 {
        self.end(self.side(level))
    }

    /// The whole way to the range from the far end of the scale on the level's side. A share runs from 0 to 100, so
    /// «at least 95 % trained» and «at most 5 % untrained» are one demand; other measures know only zero, and where
    /// the bound itself is zero the way is taken for one unit.
    pub(super) fn room(self, level: f64, measure: MeasureKind) -> f64 {
        let room = match measure {
            MeasureKind::Share if self.is_over(level) => 100.0 - self.high,
            _ => self.near_end(Some(level)).abs(),
        };
        if room <= TOLERANCE { 1.0 } else { room }
    }
}

/// From where a level comes to a range.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Below,
    Above,
}

/// The milestone of a period and the straight line that leads to it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Line {
    /// The milestone: the first at or after the period, else the last.
    pub target: Target,
    /// The levels that meet it.
    pub range: Range,
    start: Option<(Period, Range)>,
}

impl Line {
    /// The line of an indicator for a period; none without a numeric target. A judged change has a target, but no line:
    /// the change over three years is not half of itself after half of them.
    pub(super) fn of(indicator: &Indicator, period: Period, baseline: Option<(Period, f64)>) -> Option<Self> {
        let (previous, target) = milestone(&indicator.targets, period)?;
        let range = Range::of(target.bound)?;
        let from_previous = || previous.and_then(|target| Some((target.by, Range::of(target.bound)?)));
        let from_baseline = || baseline.map(|(period, level)| (period, Range::at(level)));
        let start = match indicator.judged {
            Judged::Level => from_previous().or_else(from_baseline).filter(|(period, _)| *period < target.by),
            Judged::ChangeOver(_) => None,
        };
        Some(Self { target, range, start })
    }

    /// Where the line starts. A milestone that is itself a corridor starts two lines, one along either edge; a level
    /// follows that of its side.
    pub(super) fn start(&self, level: Option<f64>) -> Option<(Period, f64)> {
        self.start.map(|(period, range)| (period, range.end(self.range.side(level))))
    }

    /// Where the line stands in a period. Without a way to go (no start, or a start that meets the bound) it is the
    /// bound itself.
    pub(super) fn expected(&self, period: Period, level: Option<f64>) -> f64 {
        let start = self.start(level).filter(|(_, start)| self.range.gap(*start) > 0.0);
        let Some((since, start)) = start.filter(|_| period < self.target.by) else {
            return self.range.near_end(level);
        };
        let years = |later: Period, earlier: Period| f64::from(later.0) - f64::from(earlier.0);
        // Before the start nothing is expected beyond the start.
        let way = (years(period, since) / years(self.target.by, since)).max(0.0);
        start + (self.range.near_end(Some(start)) - start) * way
    }
}

/// The milestone of a period: the first at or after it, else the last; with the one before it.
pub(super) fn milestone(targets: &[At<Target>], period: Period) -> Option<(Option<Target>, Target)> {
    let last = targets.len().checked_sub(1)?;
    let at = targets.iter().position(|target| target.by >= period).unwrap_or(last);
    let target = targets.get(at)?.value;
    let previous = at.checked_sub(1).and_then(|at| targets.get(at)).map(|target| target.value);
    Some((previous, target))
}

#[cfg(test)]
mod tests {
    use super::super::fixture;
    use super::*;

    /// «year by start -> expected» for a level, or `-` where there is none.
    fn case(passport: &str, baseline: Option<(i16, f64)>, year: i16, level: Option<f64>) -> String {
        let indicator = fixture::indicator(passport);
        let baseline = baseline.map(|(year, level)| (Period(year), level));
        let Some(line) = Line::of(&indicator, Period(year), baseline) else { return "-".into() };
        let start = line.start(level).map_or("-".into(), |(year, level)| format!("{year}:{level}"));
        format!("{} {start} -> {:.2}", line.target.by, line.expected(Period(year), level))
    }

    #[test]
    fn the_line_runs_from_the_baseline_and_then_from_milestone_to_milestone() {
        let two = "share higher targets=2022>=50,2024>=70";
        let from_zero = Some((2020, 0.0));
        assert_eq!(case(two, from_zero, 2019, None), "2022 2020:0 -> 0.00");
        assert_eq!(case(two, from_zero, 2020, None), "2022 2020:0 -> 0.00");
        assert_eq!(case(two, from_zero, 2021, None), "2022 2020:0 -> 25.00");
        assert_eq!(case(two, from_zero, 2022, None), "2022 2020:0 -> 50.00");
        assert_eq!(case(two, from_zero, 2023, None), "2024 2022:50 -> 60.00");
        assert_eq!(case(two, from_zero, 2024, None), "2024 2022:50 -> 70.00");
        assert_eq!(case(two, from_zero, 2030, None), "2024 2022:50 -> 70.00");
        assert_eq!(case(two, None, 2021, None), "2022 - -> 50.00");
        assert_eq!(case(two, Some((2022, 10.0)), 2021, None), "2022 - -> 50.00");
        assert_eq!(case(two, Some((2021, 64.0)), 2021, None), "2022 2021:64 -> 50.00");
        assert_eq!(case("share higher", from_zero, 2021, None), "-");
        assert_eq!(case("presence higher targets=2022=yes", None, 2021, None), "-");
        assert_eq!(case("share higher targets=2024>=5 dynamics=3", from_zero, 2022, None), "2024 - -> 5.00");
    }

    #[test]
    fn the_line_may_fall_and_may_end_at_zero() {
        let none_left = "count lower targets=2024<=0";
        assert_eq!(case(none_left, Some((2020, 8.0)), 2023, None), "2024 2020:8 -> 2.00");
        assert_eq!(case(none_left, Some((2020, 0.0)), 2023, None), "2024 2020:0 -> 0.00");
        assert_eq!(case("score none targets=2022=4", Some((2020, 5.0)), 2021, None), "2022 2020:5 -> 4.50");
    }

    #[test]
    fn a_corridor_is_entered_at_its_nearer_end() {
        let corridor = "share none targets=2022:4..8,2024:5..8";
        assert_eq!(case(corridor, Some((2020, 0.0)), 2021, Some(9.0)), "2022 2020:0 -> 2.00");
        assert_eq!(case(corridor, Some((2020, 16.0)), 2021, Some(9.0)), "2022 2020:16 -> 12.00");
        assert_eq!(case(corridor, Some((2020, 6.0)), 2021, Some(9.0)), "2022 2020:6 -> 8.00");
        assert_eq!(case(corridor, None, 2023, Some(3.0)), "2024 2022:4 -> 4.50");
        assert_eq!(case(corridor, None, 2023, Some(9.0)), "2024 2022:8 -> 8.00");
        assert_eq!(case(corridor, None, 2023, None), "2024 2022:4 -> 4.50");
        assert_eq!(case(corridor, None, 2024, Some(7.0)), "2024 2022:4 -> 5.00");
        assert_eq!(
            case("share none targets=2022:4..8,2024:5..6", None, 2023, Some(7.5)),
            "2024 2022:8 -> 7.00"
        );
    }

    #[test]
    fn a_gap_is_the_distance_to_what_would_do() {
        for (bound, level, gap) in [
            (Bound::AtLeast(50.0), 40.0, 10.0),
            (Bound::AtLeast(50.0), 60.0, 0.0),
            (Bound::AtMost(0.0), 3.0, 3.0),
            (Bound::AtMost(0.0), 0.0, 0.0),
            (Bound::Equal(4.0), 5.0, 1.0),
            (Bound::Between(4.0, 8.0), 3.0, 1.0),
            (Bound::Between(4.0, 8.0), 8.0, 0.0),
            (Bound::Between(4.0, 8.0), 10.0, 2.0),
            (Bound::AtLeast(0.3), 0.1 + 0.2, 0.0),
            (Bound::AtMost(0.3), 0.1 + 0.2, 0.0),
        ] {
            assert_eq!(Range::of(bound).map(|range| range.gap(level)), Some(gap), "{bound:?} {level}");
        }
    }

    #[test]
    fn the_room_of_a_demand_does_not_depend_on_how_it_is_put() {
        let room = |bound, level, measure| Range::of(bound).unwrap().room(level, measure);
        assert_eq!(room(Bound::AtLeast(95.0), 40.0, MeasureKind::Share), 95.0);
        assert_eq!(room(Bound::AtMost(5.0), 60.0, MeasureKind::Share), 95.0);
        assert_eq!(room(Bound::Between(40.0, 60.0), 20.0, MeasureKind::Share), 40.0);
        assert_eq!(room(Bound::Between(40.0, 70.0), 80.0, MeasureKind::Share), 30.0);
        assert_eq!(room(Bound::AtMost(4.0), 9.0, MeasureKind::Count), 4.0);
        assert_eq!(room(Bound::AtMost(0.0), 9.0, MeasureKind::Count), 1.0);
    }
}
