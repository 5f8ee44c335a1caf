//! An indicator through the periods: the readings, each judged with its own past, and the trend. How parts compare is
//! said later, by `compare`.
//!
//! Apart from the single judgements, because only here is it known what «the year before» and «the baseline» are.

use std::collections::BTreeMap;

use crate::model::{Id, Indicator, Judged, Model, Period, Programme, Value};

use super::amount::Gathered;
use super::attainment::Yardstick;
use super::change::{Dated, change};
use super::disclosure::{Guard, Vault};
use super::trend::trend;
use super::{Amount, Attainment, Change, Dynamics, Part, Reading, Status};

/// The known values of the district or of one part, by period.
type Series = BTreeMap<Period, Value>;
/// What was gathered of one indicator, by period.
type All = BTreeMap<Period, Gathered>;
/// One breakdown of what was gathered.
type Pick<K> = fn(&Gathered) -> &BTreeMap<K, Amount>;

/// Gathers what was collected of an indicator, one period after another.
pub(super) fn gather<'m>(model: &'m Model, programme: &Programme, id: &Id<Indicator>) -> Vault<'m> {
    let indicator = &programme.indicators[id].value;
    let gather = |&period| {
        let gathered = programme.observation(id, period).map_or_else(Gathered::nothing, |observation| {
            Gathered::of(indicator, observation, &model.organisations)
        });
        (period, gathered)
    };
    let truth = programme.collections.keys().map(gather).collect();
    Vault::new(Guard::of(model, indicator), truth)
}

/// All readings of what is public of an indicator, one for every collected period, and their trend.
pub(super) fn dynamics(indicator: &Indicator, all: &All) -> Dynamics {
    let totals = series(all, |gathered| Some(gathered.total));
    let baseline =
        indicator.baseline.as_ref().and_then(|at| Some((at.value, totals.get(&at.value)?.level()?)));
    let readings = all.iter().map(|(&period, gathered)| {
        let moment = Moment { indicator, period, yardstick: Yardstick::new(indicator, period, baseline) };
        (period, moment.reading(gathered, all, &totals))
    });
    Dynamics { readings: readings.collect(), trend: trend(&totals, indicator.better) }
}

fn series(all: &All, pick: impl Fn(&Gathered) -> Option<Amount>) -> Series {
    all.iter().filter_map(|(period, gathered)| Some((*period, pick(gathered)?.value()?))).collect()
}

/// What is hidden was sent, so it is not missing; it cannot be judged in public.
fn veiled(amount: Amount, attainment: Attainment) -> Attainment {
    if amount.is_hidden() { Attainment { status: Status::TooFew, ..attainment } } else { attainment }
}

/// One period of an indicator, with what its values are held against.
struct Moment<'a> {
    indicator: &'a Indicator,
    period: Period,
    yardstick: Yardstick<'a>,
}

impl Moment<'_> {
    fn reading(&self, gathered: &Gathered, all: &All, totals: &Series) -> Reading {
        Reading {
            total: gathered.total,
            origin: gathered.origin,
            coverage: gathered.coverage,
            attainment: veiled(
                gathered.total,
                self.yardstick.judge(gathered.total.value(), self.earlier(totals)),
            ),
            change: self.change(totals),
            organisations: self.parts(gathered, all, |gathered| &gathered.organisations),
            subjects: self.parts(gathered, all, |gathered| &gathered.subjects),
            kinds: self.parts(gathered, all, |gathered| &gathered.kinds),
            pairs: self.parts(gathered, all, |gathered| &gathered.pairs),
        }
    }

    fn parts<K: Ord + Clone>(&self, gathered: &Gathered, all: &All, pick: Pick<K>) -> BTreeMap<K, Part> {
        let part = |(id, &amount): (&K, &Amount)| {
            let series = series(all, |gathered| pick(gathered).get(id).copied());
            let part = Part {
                amount,
                attainment: veiled(amount, self.yardstick.judge_part(amount.value(), self.earlier(&series))),
                change: self.change(&series),
                compared: BTreeMap::new(),
            };
            (id.clone(), part)
        };
        pick(gathered).iter().map(part).collect()
    }

    /// The value against which a judged change is counted.
    fn earlier(&self, series: &Series) -> Option<Value> {
        match self.indicator.judged {
            Judged::Level => None,
            Judged::ChangeOver(years) => series.get(&Period(self.period.0.saturating_sub(years))).copied(),
        }
    }

    /// The change against the previous collected period with a value, be it the year before or not.
    fn change(&self, series: &Series) -> Option<Change> {
        let later = *series.get(&self.period)?;
        let before: Dated =
            series.range(..self.period).next_back().map(|(period, value)| (*period, *value))?;
        change(before, later, self.indicator.better)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Trend, fixture};
    use super::*;

    const SHARE: &str = "indicator x share higher targets=2024>=60 baseline=2021 by=organisation,subject\n";

    fn of(text: &str) -> Dynamics {
        let model = fixture::model(text);
        let programme = &model.programmes[&fixture::id("programme")].value;
        let indicator = &programme.indicators[&fixture::id("x")].value;
        dynamics(indicator, gather(&model, programme, &fixture::id("x")).public())
    }

    /// «since difference verdict», or `-`.
    fn text(change: Option<Change>) -> String {
        change.map_or("-".into(), |it| format!("{} {:+.0} {:?}", it.since, it.difference, it.verdict))
    }

    #[test]
    fn a_change_looks_back_to_the_last_known_value() {
        let known = "values 2021 x total=20/80\nvalues 2024 x total=48/80";
        let lines = format!("{known}\nvalues 2022 x total=?\nvalues 2023 y total=1/2");
        let dynamics = of(&format!("{SHARE}{lines}"));
        let changes = dynamics.readings.iter().map(|(year, it)| format!("{year}: {}", text(it.change)));
        let expected = ["2021: -", "2022: -", "2023: -", "2024: 2021 +35 Improved"];
        assert_eq!(changes.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn every_collected_period_has_a_reading() {
        let dynamics = of(&format!("{SHARE}values 2022 y total=1/2"));
        let reading = &dynamics.readings[&Period(2022)];
        assert_eq!(reading.total, Amount::NotReported);
        assert_eq!(reading.attainment.status, Status::NoData);
        assert_eq!(dynamics.trend, Trend::TooShort);
        assert!(of(SHARE).readings.is_empty());
    }

    #[test]
    fn parts_have_their_own_past_and_the_line_of_the_district() {
        let lines = "values 2021 x total=0/30 a=0/10 b=0/20\nvalues 2022 x a=9/10 b=? math=9/10 arts=1/10";
        let dynamics = of(&format!("{SHARE}{lines}"));
        let reading = &dynamics.readings[&Period(2022)];
        let part = |part: &Part| {
            let attainment = &part.attainment;
            format!("{:?} {:?} {}", attainment.status, attainment.expected, text(part.change))
        };
        assert_eq!(part(&reading.organisations[&fixture::id("a")]), "Reached Some(20.0) 2021 +90 Improved");
        assert_eq!(part(&reading.organisations[&fixture::id("b")]), "NoData Some(20.0) -");
        assert_eq!(part(&reading.subjects[&fixture::id("arts")]), "Behind Some(20.0) -");
        assert_eq!(text(reading.change), "2021 +90 Improved");
    }

    #[test]
    fn a_baseline_without_a_value_starts_no_line() {
        let at = |lines: &str| of(&format!("{SHARE}{lines}")).readings[&Period(2022)].attainment.clone();
        assert_eq!(at("values 2022 x total=1/10").start, None);
        assert_eq!(at("values 2021 x total=?\nvalues 2022 x total=1/10").start, None);
        assert_eq!(at("values 2021 x a=1/10\nvalues 2022 x total=1/10").start, Some((Period(2021), 10.0)));
    }

    #[test]
    fn a_judged_change_counts_back_by_years() {
        let passport = "indicator x count higher targets=2024>=2 dynamics=2\n";
        let lines =
            "values 2021 x total=0\nvalues 2022 x total=3\nvalues 2023 x total=1\nvalues 2024 x total=7";
        let dynamics = of(&format!("{passport}{lines}"));
        let judged = dynamics.readings.values().map(|reading| reading.attainment.judged);
        assert_eq!(judged.collect::<Vec<_>>(), [None, None, Some(1.0), Some(4.0)]);
    }
}
