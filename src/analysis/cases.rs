//! Every kind of judgement once: measure × direction × bound, and the corners of a district. Reckoned by hand.
//!
//! The line from the baseline of 2020 to the milestone of 2024 stands half way in 2022; «behind» is up to half of the way
//! planned until then, that is a quarter of the whole.

use crate::model::{Bound, Period};

use super::attainment::Yardstick;
use super::fixture::{id, indicator, model, value};
use super::{
    Against, Amount, ChangeVerdict, Comparison, Coverage, Dynamics, Status, TotalOrigin, Trend, analyze,
};

use Status::{Behind, FarBehind, OnTheWay, Reached};

/// A level of one measure; shares are of a hundred.
fn level(measure: &str, level: i32) -> String {
    match measure {
        "share" => format!("{level}/100"),
        "count" => level.to_string(),
        _ => format!("*{level}"),
    }
}

#[test]
fn levels_of_every_measure_and_bound_are_judged_alike() {
    for (target, baseline, levels) in [
        (">=60", 20.0, [(60, Reached, 0), (40, OnTheWay, 20), (30, Behind, 30), (29, FarBehind, 31)]),
        ("<=20", 60.0, [(20, Reached, 0), (40, OnTheWay, 20), (50, Behind, 30), (51, FarBehind, 31)]),
        ("=50", 20.0, [(50, Reached, 0), (35, OnTheWay, 15), (28, Behind, 22), (80, FarBehind, 30)]),
        (":40..60", 20.0, [(60, Reached, 0), (30, OnTheWay, 10), (25, Behind, 15), (24, FarBehind, 16)]),
        // From a baseline of nothing, and down to nothing.
        (">=40", 0.0, [(40, Reached, 0), (20, OnTheWay, 20), (10, Behind, 30), (9, FarBehind, 31)]),
        ("<=0", 40.0, [(0, Reached, 0), (20, OnTheWay, 20), (30, Behind, 30), (31, FarBehind, 31)]),
    ] {
        for (measure, way) in ["share", "count", "score"]
            .into_iter()
            .flat_map(|measure| ["higher", "lower", "none"].map(|way| (measure, way)))
        {
            let indicator = indicator(&format!("{measure} {way} targets=2024{target}"));
            let yardstick = Yardstick::new(&indicator, Period(2022), Some((Period(2020), baseline)));
            for (at, status, gap) in levels {
                let judged = yardstick.judge(Some(value(&level(measure, at))), None);
                let case = format!("{measure} {way} {target} {at}");
                assert_eq!(judged.status, status, "{case}");
                assert_eq!(judged.gap.unwrap_or(0.0), f64::from(gap), "{case}");
                let missing = judged.missing.map(f64::from);
                assert_eq!(missing, judged.gap.filter(|_| measure != "score"), "{case}");
            }
        }
    }
}

#[test]
fn changes_of_every_measure_and_bound_are_judged_alike() {
    for (target, changes) in [
        (">=5", [(5, Reached, 0), (3, Behind, 2), (0, FarBehind, 5)]),
        ("<=-5", [(-6, Reached, 0), (-3, Behind, 2), (1, FarBehind, 6)]),
        ("=5", [(5, Reached, 0), (8, Behind, 3), (-1, FarBehind, 6)]),
        (":2..5", [(5, Reached, 0), (6, Behind, 1), (-1, FarBehind, 3)]),
    ] {
        for measure in ["share", "count", "score"] {
            let indicator = indicator(&format!("{measure} higher targets=2024{target} dynamics=2"));
            let yardstick = Yardstick::new(&indicator, Period(2024), None);
            for (change, status, gap) in changes {
                let (later, earlier) = (level(measure, 40 + change), level(measure, 40));
                let judged = yardstick.judge(Some(value(&later)), Some(value(&earlier)));
                let found = (judged.status, judged.gap.unwrap_or(0.0).round(), judged.missing);
                assert_eq!(found, (status, f64::from(gap), None), "{measure} {target} {change}");
            }
        }
    }
}

#[test]
fn a_presence_is_judged_by_the_word_alone() {
    for (said, status) in [("yes", Reached), ("partly", Behind), ("no", FarBehind)] {
        let indicator = indicator("presence higher targets=2024=yes");
        assert_eq!(indicator.targets[0].bound, Bound::Present);
        let judged = Yardstick::new(&indicator, Period(2022), None).judge(Some(value(said)), None);
        assert_eq!((judged.status, judged.gap, judged.missing), (status, None, None), "{said}");
    }
}

const PASSPORT: &str = "indicator x share higher targets=2022>=50,2024>=60 baseline=2021 by=organisation\n";

fn of(lines: &str) -> Dynamics {
    let model = model(&format!("{PASSPORT}{lines}"));
    let mut programme = analyze(&model).programmes.remove(&id("programme")).unwrap();
    programme.dynamics.remove(&id("x")).unwrap()
}

#[test]
fn a_district_may_be_one_organisation() {
    let dynamics = of("values 2021 x a=2/10\nvalues 2022 x a=5/10");
    let reading = &dynamics.readings[&Period(2022)];
    let part = &reading.organisations[&id("a")];
    assert_eq!((reading.total, reading.origin), (part.amount, TotalOrigin::Summed));
    assert_eq!((reading.attainment.status, part.attainment.status), (Reached, Reached));
    // There is no rest of the district. Wilson's limits are 23,66 and 76,34 for 5/10, 5,67 and 50,98 for 2/10, so those
    // of the difference are 30 − √(26,34² + 30,98²) and 30 + √(26,34² + 14,33²): within chance.
    assert_eq!(part.compared.get(&Against::District), Some(&Comparison::TooFew));
    let (low, high) = reading.change.unwrap().limits.unwrap();
    assert_eq!(format!("{low:.1} {high:.1}"), "-10.7 60.0");
    assert_eq!(reading.change.unwrap().verdict, ChangeVerdict::Unnoticeable);
}

#[test]
fn everybody_may_be_missing() {
    let dynamics = of("values 2021 x a=2/10\nvalues 2022 x a=? b=?");
    let reading = &dynamics.readings[&Period(2022)];
    assert_eq!((reading.total, reading.origin), (Amount::NotReported, TotalOrigin::Absent));
    assert_eq!(reading.coverage, Some(Coverage { reported: 0, asked: 2 }));
    assert_eq!((reading.attainment.status, reading.change), (Status::NoData, None));
    assert!(reading.organisations.values().all(|part| part.compared.is_empty() && part.change.is_none()));
    assert_eq!(dynamics.trend, Trend::TooShort);
}

#[test]
fn a_milestone_may_be_missed_and_the_next_one_reached() {
    let lines = [(2021, 20), (2022, 40), (2023, 52), (2024, 61)];
    let lines = lines.map(|(year, n)| format!("values {year} x total={n}/100")).join("\n");
    let statuses: Vec<Status> = of(&lines).readings.values().map(|it| it.attainment.status).collect();
    // Lines: 20, 50, 55 and 60; in 2022 half of the thirty points planned would be 35, in 2023 of the five 52,5.
    assert_eq!(statuses, [OnTheWay, Behind, FarBehind, Reached]);
}
