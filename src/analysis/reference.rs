//! Our formulas against those of scipy and statsmodels: a thousand random cases whose answers
//! `tests/independent/compare.py` wrote down.
//!
//! Apart from the hand-computed cases, which show that the published formula is meant; these show that no corner of it
//! was missed. The linkage of `kodama` is compared too: clusters rest on it.

use crate::model::{Period, Value, limits_of_change};

use super::attainment::Yardstick;
use super::fixture::{indicator, value};
use super::trend::theil_sen;

const TABLE: &str = include_str!("../../tests/independent/reference.tsv");
const NEAR: f64 = 1e-9;

/// One case, by the names of its columns.
struct Case<'a>(Vec<(&'a str, &'a str)>);

impl<'a> Case<'a> {
    fn text(&self, column: &str) -> &'a str {
        self.0.iter().find(|(name, _)| *name == column).unwrap().1
    }

    fn numbers(&self, column: &str) -> Vec<f64> {
        self.text(column).split(' ').map(|text| text.parse().unwrap()).collect()
    }

    /// `2021:12.5 2022:30`.
    fn pairs(&self, column: &str) -> Vec<(f64, f64)> {
        let pair = |text: &str| text.split_once(':').map(|(x, y)| (x.parse().unwrap(), y.parse().unwrap()));
        self.text(column).split(' ').map(|text| pair(text).unwrap()).collect()
    }
}

fn cases() -> Vec<Case<'static>> {
    let mut lines = TABLE.lines().filter(|line| !line.starts_with('#'));
    let columns: Vec<&str> = lines.next().unwrap().split('\t').collect();
    lines.map(|line| Case(columns.iter().copied().zip(line.split('\t')).collect())).collect()
}

/// The largest difference between what we say and what the table says; every case has to be near.
fn compare(column: &str, ours: impl Fn(&Case<'_>) -> Vec<f64>) {
    let mut largest: f64 = 0.0;
    let cases = cases();
    assert_eq!(cases.len(), 1000);
    for case in &cases {
        let (theirs, ours) = (case.numbers(column), ours(case));
        assert_eq!(theirs.len(), ours.len(), "{column} {:?}", case.0);
        for (theirs, ours) in theirs.iter().zip(ours) {
            let apart = (theirs - ours).abs();
            assert!(apart <= NEAR, "{column}: {ours} and not {theirs} in {:?}", case.0);
            largest = largest.max(apart);
        }
    }
    println!("{column}: {largest:.1e} apart at most");
}

fn share(text: &str) -> crate::model::Share {
    match value(text) {
        Value::Share(share) => share,
        other => panic!("{other:?}"),
    }
}

fn both((low, high): (f64, f64), whole: f64) -> Vec<f64> {
    vec![low / whole, high / whole]
}

#[test]
fn limits_are_those_of_statsmodels() {
    compare("wilson", |case| both(share(case.text("later")).limits().unwrap(), 100.0));
    compare("newcombe", |case| {
        both(share(case.text("later")).difference(share(case.text("earlier"))).unwrap(), 100.0)
    });
    compare("poisson", |case| {
        let counts = case.numbers("counts");
        both(limits_of_change(Value::Count(counts[0]), Value::Count(counts[1])).unwrap(), 1.0)
    });
}

#[test]
fn the_slope_is_that_of_scipy() {
    compare("slope", |case| vec![theil_sen(&case.pairs("series"))]);
}

#[test]
fn attainment_is_the_linear_pace_in_fractions() {
    let judge = |case: &Case<'_>| {
        let bound = case.text("bound");
        let targets: Vec<String> =
            case.pairs("milestones").iter().map(|(year, level)| format!("{year}{bound}{level}")).collect();
        let indicator = indicator(&format!("share higher targets={}", targets.join(",")));
        let (year, level) = case.pairs("baseline")[0];
        let baseline = Some((Period(format!("{year}").parse().unwrap()), level));
        let period = Period(case.text("period").parse().unwrap());
        Yardstick::new(&indicator, period, baseline).judge(Some(value(case.text("later"))), None)
    };
    compare("expected", |case| vec![judge(case).expected.unwrap()]);
    for case in cases() {
        let ours = judge(&case);
        let theirs = case.text("gap").parse::<f64>().ok();
        let apart = theirs.zip(ours.gap).map_or(0.0, |(theirs, ours)| (theirs - ours).abs());
        assert!(apart <= NEAR && theirs.is_some() == ours.gap.is_some(), "gap: {ours:?} in {:?}", case.0);
        assert_eq!(ours.missing, case.text("missing").parse().ok(), "{:?}", case.0);
        assert_eq!(format!("{:?}", ours.status), case.text("status"), "{:?}", case.0);
    }
}

#[test]
fn wards_heights_are_those_of_scipy() {
    compare("heights", |case| {
        let points = case.pairs("points");
        let later = |at: usize| points.iter().skip(at + 1);
        let pairs = points.iter().enumerate().flat_map(|(at, one)| later(at).map(move |two| (one, two)));
        let mut apart: Vec<f64> = pairs.map(|(one, two)| (one.0 - two.0).hypot(one.1 - two.1)).collect();
        let tree = kodama::linkage(&mut apart, points.len(), kodama::Method::Ward);
        tree.steps().iter().map(|step| step.dissimilarity).collect()
    });
}
