//! What deserves a human's attention in one period, the gravest first.
//!
//! A finding names its reason and nothing else: the numbers stay in the reading, so that no two places can disagree.

use std::cmp::{Ordering, Reverse};
use std::collections::BTreeMap;

use crate::model::{FindingKind, Id, Indicator, Model, Organisation, Period, Programme};

use super::attainment::relative_gap;
use super::{
    About, Against, Amount, Attainment, ChangeVerdict, Comparison, Dynamics, Finding, Part, Reading, ShownBy,
    Status,
};

/// Below so many people a part's gap is no problem: one person more or less is daily life in a small school.
const PEOPLE: u32 = 2;

/// All findings of a period. One indicator has one finding of a kind about somebody: the gravest reason wins.
pub(super) fn findings(
    model: &Model,
    programme: &Programme,
    dynamics: &BTreeMap<Id<Indicator>, Dynamics>,
    period: Period,
) -> Vec<Finding> {
    let mut weighed: Vec<Weighed> = Vec::new();
    for (id, indicator) in programme.indicators.iter() {
        let Some(reading) = dynamics.get(id).and_then(|dynamics| dynamics.readings.get(&period)) else {
            continue;
        };
        let context = Context { id, indicator, period };
        weighed.extend(context.of_district(model, reading));
        for id in model.organisations.ids() {
            weighed
                .extend(context.of_part(reading.organisations.get(id), || About::Organisation(id.clone())));
        }
        for id in model.vocabulary.subjects.ids() {
            weighed.extend(context.of_part(reading.subjects.get(id), || About::Subject(id.clone())));
        }
    }
    // They were found in the order of the programme and of the tables, and the sort is stable: that order stays.
    weighed.sort_by(Weighed::order);
    weighed.into_iter().map(|weighed| weighed.finding).collect()
}

/// A finding with what orders it.
struct Weighed {
    finding: Finding,
    status: Status,
    gap: f64,
}

impl Weighed {
    /// The district before its parts; problems before strengths before gaps in the data; those far behind first, then
    /// by how much of the way is missing.
    fn order(&self, other: &Self) -> Ordering {
        let rank = |it: &Self| {
            let problem = it.finding.kind == FindingKind::Problem;
            let far = problem && it.status == Status::FarBehind;
            (it.finding.about != About::District, it.finding.kind, Reverse(far))
        };
        let gap = |it: &Self| if it.finding.kind == FindingKind::Problem { it.gap } else { 0.0 };
        rank(self).cmp(&rank(other)).then_with(|| gap(other).total_cmp(&gap(self)))
    }
}

/// What all findings of one reading have in common.
struct Context<'a> {
    id: &'a Id<Indicator>,
    indicator: &'a Indicator,
    period: Period,
}

impl Context<'_> {
    fn of_district(&self, model: &Model, reading: &Reading) -> Vec<Weighed> {
        let reasons = [
            (FindingKind::Problem, problem(reading)),
            (FindingKind::Strength, strength(reading)),
            (FindingKind::Missing, silent(model, reading)),
        ];
        self.weigh(&About::District, &reading.attainment, reasons)
    }

    fn of_part(&self, part: Option<&Part>, about: impl Fn() -> About) -> Vec<Weighed> {
        let Some(part) = part else { return Vec::new() };
        let reasons =
            [(FindingKind::Problem, problem_of_part(part)), (FindingKind::Strength, strength_of_part(part))];
        self.weigh(&about(), &part.attainment, reasons)
    }

    fn weigh<const N: usize>(
        &self,
        about: &About,
        attainment: &Attainment,
        reasons: [(FindingKind, Option<ShownBy>); N],
    ) -> Vec<Weighed> {
        let weighed = |(kind, shown_by): (FindingKind, Option<ShownBy>)| {
            let (indicator, about) = (self.id.clone(), about.clone());
            let finding = Finding { indicator, period: self.period, about, kind, shown_by: shown_by? };
            Some(Weighed {
                finding,
                status: attainment.status,
                gap: relative_gap(self.indicator, attainment),
            })
        };
        reasons.into_iter().filter_map(weighed).collect()
    }
}

fn is_behind(attainment: &Attainment) -> bool {
    matches!(attainment.status, Status::Behind | Status::FarBehind)
}

fn changed(reading: &Reading, verdict: ChangeVerdict) -> bool {
    reading.change.is_some_and(|change| change.verdict == verdict)
}

fn problem(reading: &Reading) -> Option<ShownBy> {
    if is_behind(&reading.attainment) {
        return Some(ShownBy::BehindTarget);
    }
    changed(reading, ChangeVerdict::Worsened).then_some(ShownBy::Worsened)
}

fn strength(reading: &Reading) -> Option<ShownBy> {
    if reading.attainment.status == Status::Reached {
        return Some(ShownBy::TargetMet);
    }
    changed(reading, ChangeVerdict::Improved).then_some(ShownBy::Improved)
}

/// Who did not report, in table order.
fn silent(model: &Model, reading: &Reading) -> Option<ShownBy> {
    let is_silent = |id: &&Id<Organisation>| {
        reading.organisations.get(*id).is_some_and(|part| part.amount == Amount::NotReported)
    };
    let silent: Vec<_> = model.organisations.ids().filter(is_silent).cloned().collect();
    (!silent.is_empty()).then_some(ShownBy::NotReported(silent))
}

/// A part that met the target has no problem, however far ahead the others are.
fn problem_of_part(part: &Part) -> Option<ShownBy> {
    let attainment = &part.attainment;
    if attainment.status != Status::Reached && compared(part, Comparison::Worse) {
        return Some(ShownBy::WorseThanRest);
    }
    let enough = attainment.missing.is_none_or(|people| people >= PEOPLE);
    (is_behind(attainment) && enough).then_some(ShownBy::BehindTarget)
}

fn strength_of_part(part: &Part) -> Option<ShownBy> {
    compared(part, Comparison::Better).then_some(ShownBy::BetterThanRest)
}

fn compared(part: &Part, comparison: Comparison) -> bool {
    part.compared.get(&Against::District) == Some(&comparison)
}

#[cfg(test)]
mod tests {
    use super::super::{analyze, fixture};
    use super::*;

    /// The findings of 2022, one a line: whom, what, kind, why.
    fn case(text: &str) -> Vec<String> {
        let analysis = analyze(&fixture::model(text));
        let findings = &analysis.programmes[&fixture::id("programme")].findings[&Period(2022)];
        let line = |it: &Finding| {
            let about = match &it.about {
                About::District => "district",
                About::Organisation(id) => id.as_str(),
                About::Subject(id) => id.as_str(),
            };
            format!("{about} {} {:?} {:?}", it.indicator, it.kind, it.shown_by)
        };
        findings.iter().map(line).collect()
    }

    #[test]
    fn the_district_has_one_problem_and_one_strength() {
        let at = |targets: &str, values: &str| {
            let values: Vec<&str> = values.split(' ').collect();
            let years = format!("values 2021 x total={}\nvalues 2022 x total={}", values[0], values[1]);
            case(&format!("indicator x share higher {targets}\n{years}"))
        };
        assert_eq!(at("targets=2022>=60", "50/100 40/100"), ["district x Problem BehindTarget"]);
        assert_eq!(at("targets=2022>=60", "90/100 40/100"), ["district x Problem BehindTarget"]);
        assert_eq!(
            at("targets=2022>=30", "60/100 40/100"),
            ["district x Problem Worsened", "district x Strength TargetMet"]
        );
        assert_eq!(
            at("targets=2022>=60", "20/100 40/100"),
            ["district x Problem BehindTarget", "district x Strength Improved"]
        );
        assert_eq!(at("targets=2022>=30", "20/100 40/100"), ["district x Strength TargetMet"]);
        assert_eq!(at("", "60/100 40/100"), ["district x Problem Worsened"]);
        assert_eq!(at("targets=2023>=60 baseline=2021", "30/100 45/100"), ["district x Strength Improved"]);
        assert_eq!(at("", "40/100 45/100"), [""; 0]);
        assert_eq!(at("targets=2022>=60", "50/100 0/0"), [""; 0]);
    }

    #[test]
    fn the_silent_are_named_once_in_table_order() {
        let text = "indicator x share higher\nvalues 2022 x b=? c=? d=5/10 e=- a=0/0";
        assert_eq!(case(text), ["district x Missing NotReported([c, b])"]);
        let nobody = "indicator x share higher targets=2022>=50\nvalues 2022 x a=? b=?";
        assert_eq!(case(nobody), ["district x Missing NotReported([a, b])"]);
    }

    #[test]
    fn a_part_is_behind_by_two_people_or_worse_than_the_rest() {
        let at =
            |cells: &str| case(&format!("indicator x share higher targets=2022>=50\nvalues 2022 x {cells}"));
        assert_eq!(at("total=5/10 a=4/10"), ["district x Strength TargetMet"]);
        assert_eq!(at("total=5/10 a=3/10"), ["district x Strength TargetMet", "a x Problem BehindTarget"]);
        assert_eq!(at("total=5/10 a=0/4"), ["district x Strength TargetMet"]);
        assert_eq!(
            at("a=9/10 b=3/10"),
            ["district x Strength TargetMet", "b x Problem WorseThanRest", "a x Strength BetterThanRest"]
        );
        assert_eq!(at("a=50/50 b=30/50"), ["district x Strength TargetMet", "a x Strength BetterThanRest"]);
        assert_eq!(
            at("total=5/10 math=3/10"),
            ["district x Strength TargetMet", "math x Problem BehindTarget"]
        );
    }

    #[test]
    fn a_part_without_numbers_is_behind_by_its_status() {
        let text =
            "indicator x presence higher targets=2022=yes\nvalues 2022 x total=yes b=partly c=no d=yes";
        let expected =
            ["district x Strength TargetMet", "c x Problem BehindTarget", "b x Problem BehindTarget"];
        assert_eq!(case(text), expected);
    }

    #[test]
    fn the_gravest_come_first() {
        let text = "indicator x share higher targets=2022>=50
            indicator y share higher targets=2022>=50
            indicator z share higher targets=2022>=50
            values 2022 x total=30/100 e=3/10 c=0/10 b=3/10
            values 2022 y total=20/100 d=1/10
            values 2022 z total=26/100";
        assert_eq!(
            case(text),
            [
                "district y Problem BehindTarget",
                "district z Problem BehindTarget",
                "district x Problem BehindTarget",
                "c x Problem BehindTarget",
                "d y Problem BehindTarget",
                "b x Problem BehindTarget",
                "e x Problem BehindTarget",
            ]
        );
    }

    #[test]
    fn far_behind_outweighs_a_wider_gap_and_strengths_keep_their_order() {
        let text = "indicator w share higher targets=2022>=50
            indicator x share higher targets=2022>=50
            indicator y share higher targets=2021>=50,2022>=52
            indicator z share higher targets=2022>=50
            values 2021 y total=10/100
            values 2022 w total=60/100
            values 2022 x total=30/100
            values 2022 y total=50/100
            values 2022 z total=60/100";
        assert_eq!(
            case(text),
            [
                "district y Problem BehindTarget",
                "district x Problem BehindTarget",
                "district w Strength TargetMet",
                "district y Strength Improved",
                "district z Strength TargetMet",
            ]
        );
    }
}
