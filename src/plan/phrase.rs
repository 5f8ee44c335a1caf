//! Numbers into words: values, bounds, gaps, changes, statuses.
//!
//! The only place where a number of the data becomes text, so that a page, a chart, a table and a report write it the
//! same way. Percentages have one decimal (seed 003 writes «63,2 процента»); differences of shares are in points.

use crate::analysis::{Amount, Attainment, Change, ChangeVerdict, Comparison, Part, Reading, Status};
use crate::model::{
    Better, Bound, Counted, Finality, Indicator, Judged, MeasureKind, Period, Presence, Target, Value,
};
use crate::words::{Arg, grouped, number, percent, signed};

use super::desk::Desk;
use super::tally::is_judged;
use super::views::StatusView;

impl Desk<'_> {
    /// «65,4 %», «14 чел.», «есть».
    pub fn value(&self, indicator: &Indicator, value: Value) -> String {
        match value {
            Value::Share(share) => share.percent().map_or_else(|| self.word("value-not-applicable"), percent),
            Value::Count(count) => self.in_units(indicator, &number(count, 2)),
            Value::Score(score) => self.in_units(indicator, &number(score, 2)),
            Value::Presence(presence) => self.word(match presence {
                Presence::Yes => "presence-yes",
                Presence::Partly => "presence-partly",
                Presence::No => "presence-no",
            }),
        }
    }

    fn in_units(&self, indicator: &Indicator, number: &str) -> String {
        if indicator.unit.is_empty() {
            return number.to_owned();
        }
        self.say("units", &[("value", number.into()), ("unit", (&indicator.unit).into())])
    }

    /// A value, or why there is none.
    pub fn amount(&self, indicator: &Indicator, amount: Amount) -> String {
        match amount {
            Amount::Known(value, _) => self.value(indicator, value),
            Amount::NotReported => self.word("value-none"),
            Amount::NotApplicable => self.word("value-not-applicable"),
            Amount::Hidden => self.word("value-hidden"),
        }
    }

    /// «34 из 52», empty for other measures than shares.
    pub fn counted(&self, value: Option<Value>) -> String {
        match value {
            Some(Value::Share(share)) => {
                let (n, of) = (grouped(share.n() as usize), grouped(share.of() as usize));
                self.say("counted", &[("n", n.into()), ("of", of.into())])
            }
            _ => String::new(),
        }
    }

    /// «65,4 % (34 из 52)».
    pub fn whole(&self, indicator: &Indicator, amount: Amount) -> String {
        let text = self.amount(indicator, amount);
        let counted = self.counted(amount.value());
        if counted.is_empty() {
            return text;
        }
        self.say("whole", &[("value", text.into()), ("counted", counted.into())])
    }

    /// A remark about how final a value is.
    pub fn finality(&self, amount: Amount) -> Option<String> {
        match amount {
            Amount::Known(_, Finality::Provisional) => Some(self.word("finality-provisional")),
            Amount::Known(_, Finality::Corrected) => Some(self.word("finality-corrected")),
            _ => None,
        }
    }

    /// A level on the scale of the indicator: «70 %», «14 чел.».
    pub fn level(&self, indicator: &Indicator, level: f64) -> String {
        match indicator.measure {
            MeasureKind::Share => percent(level),
            _ => self.in_units(indicator, &number(level, 2)),
        }
    }

    /// A difference without sign: «4,6 п. п.», «2 чел.».
    pub fn distance(&self, indicator: &Indicator, distance: f64) -> String {
        self.difference_of(indicator, &number(distance.abs(), decimals(indicator, distance)))
    }

    /// A difference with its sign: «+23,9 п. п.».
    pub fn difference(&self, indicator: &Indicator, difference: f64) -> String {
        self.difference_of(indicator, &signed(difference, decimals(indicator, difference)))
    }

    /// A number of points or units.
    pub fn difference_of(&self, indicator: &Indicator, number: &str) -> String {
        match indicator.measure {
            MeasureKind::Share => self.say("points", &[("value", number.into())]),
            _ => self.in_units(indicator, number),
        }
    }

    /// «не менее 70 %», «прирост не менее 1 п. п. за 3 года».
    pub fn bound(&self, indicator: &Indicator, bound: Bound) -> String {
        let level = |x: f64| match indicator.judged {
            Judged::Level => self.level(indicator, x),
            Judged::ChangeOver(_) => self.difference_of(indicator, &number(x, 1)),
        };
        let text = match bound {
            Bound::AtLeast(x) => self.say("target-at-least", &[("value", level(x).into())]),
            Bound::AtMost(x) => self.say("target-at-most", &[("value", level(x).into())]),
            Bound::Equal(x) => self.say("target-equal", &[("value", level(x).into())]),
            Bound::Between(low, high) => {
                let ends = [("low", number(low, 2).into()), ("high", level(high).into())];
                self.say("target-between", &ends)
            }
            Bound::Present => self.word("target-present"),
        };
        match indicator.judged {
            Judged::Level => text,
            Judged::ChangeOver(years) => {
                self.say("target-growth", &[("bound", text.into()), ("years", years.into())])
            }
        }
    }

    /// «цель 2024 года: не менее 70 %».
    pub fn target(&self, indicator: &Indicator, target: &Target) -> String {
        let bound = self.bound(indicator, target.bound);
        self.say("target-of-year", &[("year", target.by.to_string().into()), ("bound", bound.into())])
    }

    /// «до цели 4,6 п. п. (не хватает 3 человек)»; empty when there is no gap.
    pub fn gap(&self, indicator: &Indicator, attainment: &Attainment) -> String {
        let Some(gap) = attainment.gap else { return String::new() };
        let gap = self.distance(indicator, gap);
        match self.missing(indicator, attainment) {
            Some(missing) if indicator.measure == MeasureKind::Share => {
                self.say("gap-both", &[("gap", gap.into()), ("people", missing.into())])
            }
            _ => self.say("gap-points", &[("gap", gap.into())]),
        }
    }

    /// «не хватает 3 человек».
    pub fn missing(&self, indicator: &Indicator, attainment: &Attainment) -> Option<String> {
        let n = attainment.missing?;
        let over = matches!(attainment.target.map(|target| target.bound), Some(Bound::AtMost(_)))
            || attainment.target.is_some_and(
                |target| matches!(target.bound, Bound::Between(_, high) if attainment.judged > Some(high)),
            );
        let key = match (over, indicator.people) {
            (false, Counted::People) => "gap-people",
            (false, Counted::Things) => "gap-things",
            (true, Counted::People) => "over-people",
            (true, Counted::Things) => "over-things",
        };
        Some(self.say(key, &[("n", n.into())]))
    }

    /// «+23,9 п. п. к 2023 году»; empty when there is nothing to compare with.
    pub fn change(&self, indicator: &Indicator, change: Option<&Change>) -> String {
        change.map_or_else(String::new, |change| {
            let text = self.difference(indicator, change.difference);
            self.say("change-since", &[("change", text.into()), ("year", change.since.to_string().into())])
        })
    }

    /// A status with the key of its class.
    pub fn status(&self, status: Status) -> StatusView {
        let key = status_key(status);
        StatusView { key: key.to_owned(), text: self.word(&format!("status-{key}")) }
    }

    /// How a part compares with the others.
    pub fn comparison(&self, comparison: Comparison) -> StatusView {
        let (key, phrase) = match comparison {
            Comparison::Better => ("good", "compared-better"),
            Comparison::Similar => ("plain", "compared-similar"),
            Comparison::Worse => ("poor", "compared-worse"),
            Comparison::TooFew => ("too-few", "compared-too-few"),
        };
        StatusView { key: key.to_owned(), text: self.word(phrase) }
    }

    /// The level that is judged before and after, for indicators of which the change is judged.
    pub fn judged_change(&self, indicator: &Indicator, reading: &Reading) -> Option<String> {
        let judged = reading.attainment.judged?;
        matches!(indicator.judged, Judged::ChangeOver(_)).then(|| self.difference(indicator, judged))
    }

    /// What stands below a part's status in a table: the gap of one that is judged, and how final its value is.
    pub fn part_note(&self, indicator: &Indicator, part: &Part) -> Option<String> {
        let judged = is_judged(part.attainment.status);
        let gap = self.missing(indicator, &part.attainment).filter(|_| judged);
        let finality = self.finality(part.amount);
        match (gap, finality) {
            (Some(gap), Some(finality)) => Some(format!("{gap}; {finality}")),
            (gap, finality) => gap.or(finality),
        }
    }

    /// «больше», «меньше».
    pub fn better(&self, indicator: &Indicator) -> String {
        self.word(match indicator.better {
            Better::Higher => "better-higher",
            Better::Lower => "better-lower",
            Better::Neither => "better-none",
        })
    }

    /// What is judged about an indicator: the value of the year, or its change.
    pub fn judged_what(&self, indicator: &Indicator) -> String {
        match indicator.judged {
            Judged::Level => self.word("judged-level"),
            Judged::ChangeOver(years) => self.say("dynamics-over", &[("years", years.into())]),
        }
    }

    /// A period as text for a phrase: years are never grouped or declined.
    pub fn year(period: Period) -> Arg<'static> {
        period.to_string().into()
    }
}

/// Points have one decimal, unless that would show a difference as none; other units have two.
fn decimals(indicator: &Indicator, difference: f64) -> usize {
    let one = indicator.measure == MeasureKind::Share && !(1e-9..0.05).contains(&difference.abs());
    if one { 1 } else { 2 }
}

/// The word of a status in classes, in keys of phrases and in files for machines.
pub fn status_key(status: Status) -> &'static str {
    match status {
        Status::Reached => "reached",
        Status::OnTheWay => "on-the-way",
        Status::Behind => "behind",
        Status::FarBehind => "far-behind",
        Status::NoTarget => "no-target",
        Status::NoData => "no-data",
        Status::TooFew => "too-few",
    }
}

/// The word of a change in files for machines.
pub fn change_key(verdict: ChangeVerdict) -> &'static str {
    match verdict {
        ChangeVerdict::Improved => "improved",
        ChangeVerdict::Worsened => "worsened",
        ChangeVerdict::Unnoticeable => "unnoticeable",
        ChangeVerdict::Moved => "moved",
    }
}
