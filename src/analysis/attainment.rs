//! Where a value stands against its target.
//!
//! The pace is linear, per direction, and measured in distance still to go: one rule for «at least», «at most»,
//! «equal» and «between», and nothing is divided by a level, so that zero targets and zero baselines are ordinary.
//! (Growth rates, as in Open SDG's progress formula, call 0 → 1 % of 20 % «on track».)

use crate::model::{Bound, Indicator, Judged, MeasureKind, Period, Presence, Value};

use super::limits::{TOLERANCE, too_few};
use super::line::{Line, Range, milestone};
use super::missing::missing;
use super::{Attainment, Status};

/// What the values of one indicator are judged by in one period.
pub(super) struct Yardstick<'a> {
    /// The indicator.
    indicator: &'a Indicator,
    /// The period.
    period: Period,
    /// The line to the milestone, where the target is a number.
    line: Option<Line>,
}

impl<'a> Yardstick<'a> {
    /// The yardstick of the district, whose line starts from its baseline.
    pub(super) fn new(indicator: &'a Indicator, period: Period, baseline: Option<(Period, f64)>) -> Self {
        Self { indicator, period, line: Line::of(indicator, period, baseline) }
    }

    /// Judges a value; where a change is judged, against the earlier value of the same series.
    pub(super) fn judge(&self, value: Option<Value>, earlier: Option<Value>) -> Attainment {
        let judged = self.judged(value, earlier);
        let gap = self.line.zip(judged).map(|(line, level)| line.range.gap(level)).filter(|gap| *gap > 0.0);
        let is_level = self.indicator.judged == Judged::Level;
        Attainment {
            status: self.status(value, earlier),
            target: milestone(&self.indicator.targets, self.period).map(|(_, target)| target),
            judged,
            start: self.line.and_then(|line| line.start(judged)),
            expected: self.line.filter(|_| is_level).map(|line| line.expected(self.period, judged)),
            gap,
            missing: self
                .line
                .zip(value)
                .filter(|_| is_level)
                .and_then(|(line, value)| missing(line.range, value)),
        }
    }

    /// A part of the district is judged by the district's line. A count is not: the district's number is the sum of
    /// its parts, and no part can be asked for all of it.
    pub(super) fn judge_part(&self, value: Option<Value>, earlier: Option<Value>) -> Attainment {
        if self.indicator.measure != MeasureKind::Count {
            return self.judge(value, earlier);
        }
        let judged = self.judged(value, earlier);
        let status = if value.is_some() { Status::NoTarget } else { Status::NoData };
        Attainment { status, target: None, judged, start: None, expected: None, gap: None, missing: None }
    }

    fn judged(&self, value: Option<Value>, earlier: Option<Value>) -> Option<f64> {
        let level = value?.level()?;
        match self.indicator.judged {
            Judged::Level => Some(level),
            Judged::ChangeOver(_) => Some(level - earlier?.level()?),
        }
    }

    fn status(&self, value: Option<Value>, earlier: Option<Value>) -> Status {
        let Some(value) = value else { return Status::NoData };
        let target = milestone(&self.indicator.targets, self.period).map(|(_, target)| target.bound);
        if let (Value::Presence(presence), Some(Bound::Present)) = (value, target) {
            return of_presence(presence);
        }
        let Some(line) = self.line else { return Status::NoTarget };
        let Some(level) = self.judged(Some(value), earlier) else { return Status::NoData };
        let compared = if self.indicator.judged == Judged::Level { None } else { earlier };
        if [Some(value), compared].into_iter().flatten().any(is_too_few) {
            return Status::TooFew;
        }
        match self.indicator.judged {
            _ if line.range.gap(level) <= 0.0 => Status::Reached,
            Judged::Level => self.on_the_line(&line, level),
            // What no change at all would leave to go; a change that leaves less went the right way.
            Judged::ChangeOver(_) if line.range.gap(level) + TOLERANCE < line.range.gap(0.0) => {
                Status::Behind
            }
            Judged::ChangeOver(_) => Status::FarBehind,
        }
    }

    /// The status of a level that does not meet the bound: against the line, and then against half of the way.
    ///
    /// Where there is a line, «half» is half of the way planned from its start until now. Where the line only begins,
    /// nobody can be far behind it. Where there is none (no start, or a start that met the bound), the way is the whole
    /// one from the far end of the scale (`Range::room`).
    fn on_the_line(&self, line: &Line, level: f64) -> Status {
        let left = line.range.gap(level);
        let left_by_plan = line.range.gap(line.expected(self.period, Some(level)));
        let left_at_start =
            line.start(Some(level)).map(|(_, start)| line.range.gap(start)).filter(|gap| *gap > 0.0);
        let tolerated = match left_at_start {
            Some(start) if start - left_by_plan <= TOLERANCE => f64::INFINITY,
            Some(start) => (start + left_by_plan) / 2.0,
            None => line.range.room(level, self.indicator.measure) / 2.0,
        };
        if left <= left_by_plan + TOLERANCE {
            Status::OnTheWay
        } else if left <= tolerated + TOLERANCE {
            Status::Behind
        } else {
            Status::FarBehind
        }
    }
}

fn of_presence(presence: Presence) -> Status {
    match presence {
        Presence::Yes => Status::Reached,
        Presence::Partly => Status::Behind,
        Presence::No => Status::FarBehind,
    }
}

fn is_too_few(value: Value) -> bool {
    matches!(value, Value::Share(share) if too_few(share))
}

/// A gap as a part of the whole way, to weigh gaps of different indicators against each other.
///
/// Presence has no gap in numbers: all of the way is missing where it is not there, half where it is partly.
pub(super) fn relative_gap(indicator: &Indicator, attainment: &Attainment) -> f64 {
    let range = attainment.target.and_then(|target| Range::of(target.bound));
    match (range, attainment.judged, attainment.gap, attainment.status) {
        (Some(range), Some(judged), Some(gap), _) => gap / range.room(judged, scale(indicator)),
        (_, _, _, Status::FarBehind) => 1.0,
        (_, _, _, Status::Behind) => 0.5,
        _ => 0.0,
    }
}

/// On what scale a judged number lies: a change of a share has no far end at 100.
fn scale(indicator: &Indicator) -> MeasureKind {
    match indicator.judged {
        Judged::Level => indicator.measure,
        Judged::ChangeOver(_) => MeasureKind::Count,
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{indicator, value};
    use super::*;

    /// «passport | year | value | earlier value»: status and what it rests on. The baseline's level stands in the
    /// passport as `base=2021:10`, an absent value is `.`.
    fn case(text: &str) -> String {
        let parts: Vec<&str> = text.split(" | ").collect();
        let indicator = indicator(parts[0]);
        let base = parts[0].split_once("base=").map(|(_, base)| base.split_once(':').unwrap());
        let base = base.map(|(year, level)| (Period(year.parse().unwrap()), level.parse().unwrap()));
        let known = |at: usize| parts.get(at).filter(|text| **text != ".").map(|text| value(text));
        let it =
            Yardstick::new(&indicator, Period(parts[1].parse().unwrap()), base).judge(known(2), known(3));
        let number =
            |name: &str, number: Option<f64>| number.map_or(String::new(), |it| format!(" {name} {it:.4}"));
        let missing = it.missing.map_or(String::new(), |people| format!(" missing {people}"));
        format!("{:?}{}{}{missing}", it.status, number("line", it.expected), number("gap", it.gap))
            .replace(".0000", "")
    }

    #[test]
    fn the_pace_is_linear_from_a_zero_baseline() {
        let at = |rest: &str| case(&format!("share higher targets=2024>=20 base=2020:0 | {rest}"));
        assert_eq!(at("2021 | 1/100"), "FarBehind line 5 gap 19 missing 19");
        assert_eq!(at("2021 | 3/100"), "Behind line 5 gap 17 missing 17");
        assert_eq!(at("2021 | 5/100"), "OnTheWay line 5 gap 15 missing 15");
        assert_eq!(at("2021 | 20/100"), "Reached line 5");
        assert_eq!(at("2020 | 0/100"), "OnTheWay line 0 gap 20 missing 20");
        assert_eq!(at("2024 | 19/100"), "Behind line 20 gap 1 missing 1");
        assert_eq!(at("2024 | 9/100"), "FarBehind line 20 gap 11 missing 11");
        assert_eq!(at("2026 | 19/100"), "Behind line 20 gap 1 missing 1");
    }

    #[test]
    fn a_milestone_may_be_missed_and_the_next_reached() {
        let at = |rest: &str| case(&format!("share higher targets=2022>=50,2024>=70 base=2021:20 | {rest}"));
        assert_eq!(at("2021 | 20/100"), "OnTheWay line 20 gap 30 missing 30");
        assert_eq!(at("2022 | 36/100"), "Behind line 50 gap 14 missing 14");
        assert_eq!(at("2022 | 34/100"), "FarBehind line 50 gap 16 missing 16");
        assert_eq!(at("2023 | 34/100"), "FarBehind line 60 gap 36 missing 36");
        assert_eq!(at("2023 | 56/100"), "Behind line 60 gap 14 missing 14");
        assert_eq!(at("2023 | 61/100"), "OnTheWay line 60 gap 9 missing 9");
        assert_eq!(at("2024 | 34/52"), "Behind line 70 gap 4.6154 missing 3");
        assert_eq!(at("2024 | 37/52"), "Reached line 70");
    }

    #[test]
    fn a_falling_line_is_judged_downwards_whatever_is_called_better() {
        for better in ["lower", "higher", "none"] {
            let at = |rest: &str| case(&format!("share {better} targets=2024<=0 base=2020:40 | {rest}"));
            assert_eq!(at("2022 | 2/10"), "OnTheWay line 20 gap 20 missing 2");
            assert_eq!(at("2022 | 3/10"), "Behind line 20 gap 30 missing 3");
            assert_eq!(at("2022 | 4/10"), "FarBehind line 20 gap 40 missing 4");
            assert_eq!(at("2024 | 0/10"), "Reached line 0");
            assert_eq!(at("2024 | 1/10"), "Behind line 0 gap 10 missing 1");
        }
    }

    #[test]
    fn without_a_line_the_whole_way_counts() {
        assert_eq!(case("share higher targets=2024>=60 | 2022 | 3/10"), "Behind line 60 gap 30 missing 3");
        assert_eq!(
            case("share higher targets=2024>=60 | 2022 | 29/100"),
            "FarBehind line 60 gap 31 missing 31"
        );
        assert_eq!(case("share lower targets=2024<=40 | 2022 | 7/10"), "Behind line 40 gap 30 missing 3");
        assert_eq!(
            case("share lower targets=2024<=40 | 2022 | 71/100"),
            "FarBehind line 40 gap 31 missing 31"
        );
        // A baseline that met the bound leads nowhere.
        assert_eq!(
            case("share higher targets=2024>=60 base=2021:80 | 2022 | 2/10"),
            "FarBehind line 60 gap 40 missing 4"
        );
        assert_eq!(
            case("share higher targets=2024>=60 base=2021:80 | 2022 | 5/10"),
            "Behind line 60 gap 10 missing 1"
        );
        assert_eq!(case("share higher targets=2024>=60 base=2021:80 | 2022 | 7/10"), "Reached line 60");
        assert_eq!(case("count lower targets=2024<=0 | 2024 | 1"), "FarBehind line 0 gap 1 missing 1");
        assert_eq!(case("count lower targets=2024<=0 | 2024 | 0"), "Reached line 0");
        assert_eq!(
            case("count higher targets=2024>=10 | 2024 | 4.5"),
            "FarBehind line 10 gap 5.5000 missing 6"
        );
    }

    #[test]
    fn nobody_is_far_behind_a_line_that_only_begins() {
        let at = |rest: &str| case(&format!("share higher targets=2024>=60 base=2021:20 | {rest}"));
        assert_eq!(at("2021 | 0/10"), "Behind line 20 gap 60 missing 6");
        assert_eq!(at("2022 | 0/10"), "FarBehind line 33.3333 gap 60 missing 6");
    }

    #[test]
    fn a_corridor_and_an_exact_level_have_two_sides() {
        let between =
            |rest: &str| case(&format!("share none targets=2022:4..8,2024:5..8 base=2021:2 | {rest}"));
        assert_eq!(between("2022 | 3/100"), "Behind line 4 gap 1 missing 1");
        assert_eq!(between("2022 | 6/100"), "Reached line 4");
        assert_eq!(between("2023 | 9/200"), "OnTheWay line 4.5000 gap 0.5000 missing 1");
        assert_eq!(between("2023 | 9/100"), "Behind line 8 gap 1 missing 1");
        let equal = |rest: &str| case(&format!("score none targets=2024=4 base=2020:2 | {rest}"));
        assert_eq!(equal("2022 | *3"), "OnTheWay line 3 gap 1");
        assert_eq!(equal("2022 | *4"), "Reached line 3");
        assert_eq!(equal("2024 | *4.5"), "Behind line 4 gap 0.5000");
        assert_eq!(equal("2024 | *5.5"), "FarBehind line 4 gap 1.5000");
    }

    #[test]
    fn fewer_than_five_are_not_judged() {
        let expected = |of: u32| if of < 5 { "TooFew" } else { "FarBehind" };
        for of in 1..=12 {
            let judged = case(&format!("share higher targets=2024>=50 base=2021:0 | 2024 | 0/{of}"));
            assert_eq!(judged.split(' ').next(), Some(expected(of)), "{of}");
        }
        assert_eq!(case("share higher targets=2024>=50 | 2024 | 4/4"), "TooFew line 50");
    }

    #[test]
    fn presence_is_there_or_not() {
        assert_eq!(case("presence higher targets=2024=yes | 2022 | yes"), "Reached");
        assert_eq!(case("presence higher targets=2024=yes | 2022 | partly"), "Behind");
        assert_eq!(case("presence higher targets=2024=yes | 2022 | no"), "FarBehind");
        assert_eq!(case("presence higher | 2022 | no"), "NoTarget");
        assert_eq!(case("presence higher targets=2024=yes | 2022 | ."), "NoData");
    }

    #[test]
    fn nothing_is_judged_without_a_value_or_a_target() {
        assert_eq!(case("share higher targets=2024>=60 base=2020:20 | 2022 | ."), "NoData line 40");
        assert_eq!(case("share higher | 2022 | 3/10"), "NoTarget");
        assert_eq!(case("share higher | 2022 | 3/4"), "NoTarget");
        assert_eq!(case("share higher | 2022 | ."), "NoData");
        assert_eq!(case("count higher dynamics=2 | 2022 | 3 | ."), "NoTarget");
    }

    #[test]
    fn a_judged_change_has_no_line() {
        let at = |rest: &str| {
            case(&format!("share higher targets=2024>=5 dynamics=3 base=2021:30 | 2024 | {rest}"))
        };
        assert_eq!(at("36/100 | 30/100"), "Reached");
        assert_eq!(at("33/100 | 30/100"), "Behind gap 2");
        assert_eq!(at("30/100 | 30/100"), "FarBehind gap 5");
        assert_eq!(at("28/100 | 30/100"), "FarBehind gap 7");
        assert_eq!(at("36/100 | ."), "NoData");
        assert_eq!(at("36/100 | 1/4"), "TooFew");
        let fewer = |rest: &str| case(&format!("count lower targets=2024<=-2 dynamics=3 | 2024 | {rest}"));
        assert_eq!(fewer("3 | 5"), "Reached");
        assert_eq!(fewer("4 | 5"), "Behind gap 1");
        assert_eq!(fewer("6 | 5"), "FarBehind gap 3");
        // «Not worse than three years ago» is met by standing still.
        assert_eq!(case("count higher targets=2024>=0 dynamics=3 | 2024 | 0 | 0"), "Reached");
    }

    #[test]
    fn no_part_is_asked_for_the_whole_count() {
        let indicator = indicator("count higher targets=2024>=10");
        let yardstick = Yardstick::new(&indicator, Period(2024), None);
        assert_eq!(yardstick.judge(Some(value("1")), None).status, Status::FarBehind);
        assert_eq!(yardstick.judge_part(Some(value("1")), None).status, Status::NoTarget);
        assert_eq!(yardstick.judge_part(None, None).status, Status::NoData);
    }

    #[test]
    fn gaps_are_weighed_by_the_whole_way() {
        for (passport, judged, weight) in [
            ("share higher targets=2024>=80", "4/10", 0.5),
            ("share lower targets=2024<=20", "6/10", 0.5),
            ("share lower targets=2024<=0", "1/10", 0.1),
            ("count lower targets=2024<=0", "3", 3.0),
            ("presence higher targets=2024=yes", "no", 1.0),
            ("presence higher targets=2024=yes", "partly", 0.5),
            ("share higher targets=2024>=80", "9/10", 0.0),
        ] {
            let indicator = indicator(passport);
            let attainment = Yardstick::new(&indicator, Period(2024), None).judge(Some(value(judged)), None);
            assert_eq!(relative_gap(&indicator, &attainment), weight, "{passport} {judged}");
        }
    }
}
