//! What came of measures and decisions: those who were addressed, before and after, beside the others.
//!
//! A difference beside that of the others is still no proof of a cause (nobody drew lots); but an improvement that the
//! others made as well is plainly not due to the measures, and is never called «achieved».

use std::cmp::Ordering;

use crate::diag::At;
use crate::model::{Better, Bound, Effect, Id, Indicator, Judged, MeasureKind, Organisation, Period, Value};

use super::amount::add;
use super::change::change;
use super::disclosure::{Group, Vault};
use super::limits::{side, sign, too_few};
use super::line::Range;
use super::{BeforeAfter, Dynamics, EffectAnalysis, EffectVerdict, Reading};

/// The analysis of one effect.
pub(super) fn analyze(
    indicator: &Indicator,
    dynamics: &Dynamics,
    vault: &mut Vault<'_>,
    effect: &Effect,
) -> EffectAnalysis {
    let reading = |period: &At<Period>| dynamics.readings.get(&period.value);
    let Some((before, after)) = reading(&effect.before).zip(reading(&effect.after)) else {
        return nothing(EffectVerdict::TooFew);
    };
    let years = effect.after.value.0.saturating_sub(effect.before.value.0);
    let pair = Pair { indicator, since: effect.before.value, years, after };
    let (addressed, others, judged) = if effect.addressed.is_empty() {
        if before.total.is_hidden() || after.total.is_hidden() {
            return nothing(EffectVerdict::Hidden);
        }
        (pair.group(before.total.value().zip(after.total.value())), None, after.attainment.judged)
    } else {
        let Some([addressed, others]) = sums(vault, effect) else { return nothing(EffectVerdict::Hidden) };
        let addressed = pair.group(addressed);
        (addressed, pair.group(others), addressed.and_then(|group| pair.judged(&group)))
    };
    EffectAnalysis { addressed, others, verdict: pair.verdict(addressed, others, judged) }
}

fn nothing(verdict: EffectVerdict) -> EffectAnalysis {
    EffectAnalysis { addressed: None, others: None, verdict }
}

/// A sum before and after; none where nobody of the group reported both times.
type Twice = Option<(Value, Value)>;

/// The sums of the addressed and of the others, over the organisations that reported both times; none where they would
/// give hidden values away.
fn sums(vault: &mut Vault<'_>, effect: &Effect) -> Option<[Twice; 2]> {
    let periods = [effect.before.value, effect.after.value];
    let [before, after] = periods.map(|period| vault.organisations(period));
    let is_addressed = |id: &Id<Organisation>| effect.addressed.iter().any(|other| other.value == *id);
    let class = |id: &Id<Organisation>| usize::from(!is_addressed(id));
    let both = before.keys().filter(|id| after.contains_key(id));
    let group: Group = both.map(|id| (id.clone(), class(id))).collect();
    let sum = |wanted: usize| {
        let ids = group.iter().filter(|(_, class)| **class == wanted);
        let (before, after): (Vec<Value>, Vec<Value>) = ids.map(|(id, _)| (before[id], after[id])).unzip();
        match (before.as_slice(), after.as_slice()) {
            // A mark has no sum, but a single organisation is its own.
            ([before], [after]) => Some((*before, *after)),
            _ => add(&before).zip(add(&after)),
        }
    };
    let sums = [sum(0), sum(1)];
    vault.give(&periods, &group).then_some(sums)
}

/// Two readings of one indicator.
struct Pair<'a> {
    indicator: &'a Indicator,
    since: Period,
    years: i16,
    after: &'a Reading,
}

impl Pair<'_> {
    fn group(&self, values: Option<(Value, Value)>) -> Option<BeforeAfter> {
        let (before, after) = values?;
        let change = change((self.since, before), after, self.indicator.better)?;
        Some(BeforeAfter { before, after, change })
    }

    /// What of a group is held against the target. A change is judged only over its own number of years.
    fn judged(&self, group: &BeforeAfter) -> Option<f64> {
        match self.indicator.judged {
            Judged::Level => group.after.level(),
            Judged::ChangeOver(years) => (years == self.years).then_some(group.change.difference),
        }
    }

    fn verdict(
        &self,
        addressed: Option<BeforeAfter>,
        others: Option<BeforeAfter>,
        judged: Option<f64>,
    ) -> EffectVerdict {
        let Some(addressed) = addressed else { return EffectVerdict::TooFew };
        // Where measures were to bring about so many things, the things are the outcome: no chance is asked for them.
        let is_by_chance =
            self.indicator.better != Better::Neither && self.indicator.measure == MeasureKind::Share;
        let limits = addressed.change.limits.filter(|_| is_by_chance);
        if limits.is_some() && [addressed.before, addressed.after].into_iter().any(is_few) {
            return EffectVerdict::TooFew;
        }
        let direction = limits.map_or_else(|| sign(addressed.change.difference), side);
        let gain = |group: BeforeAfter| {
            if self.is_down() { -group.change.difference } else { group.change.difference }
        };
        let ahead = others.is_none_or(|others| gain(others) < gain(addressed));
        match if self.is_down() { direction.reverse() } else { direction } {
            Ordering::Less => EffectVerdict::Worsened,
            Ordering::Equal => EffectVerdict::Unchanged,
            Ordering::Greater if ahead && self.is_met(judged) => EffectVerdict::Achieved,
            Ordering::Greater => EffectVerdict::ImprovedUnproven,
        }
    }

    /// Whether less is the aim. Where neither is better in itself, the measures were aimed at the target.
    fn is_down(&self) -> bool {
        match self.indicator.better {
            Better::Higher => false,
            Better::Lower => true,
            Better::Neither => matches!(self.bound(), Some(Bound::AtMost(_))),
        }
    }

    fn is_met(&self, judged: Option<f64>) -> bool {
        let range = self.bound().and_then(Range::of);
        range.zip(judged).is_some_and(|(range, level)| range.gap(level) <= 0.0)
    }

    /// The bound of the milestone after.
    fn bound(&self) -> Option<Bound> {
        self.after.attainment.target.map(|target| target.bound)
    }
}

fn is_few(value: Value) -> bool {
    matches!(value, Value::Share(share) if too_few(share))
}

#[cfg(test)]
mod tests {
    use super::super::{analyze, fixture};
    use super::*;

    /// «passport | before | after | addressed»: groups before and after, and the verdict.
    fn case(text: &str) -> String {
        let parts: Vec<&str> = text.split(" | ").collect();
        let values = format!("values 2021 x {}\nvalues 2022 x {}", parts[1], parts[2]);
        let addressed = parts.get(3).map_or(String::new(), |list| format!(" addressed={list}"));
        let model =
            fixture::model(&format!("indicator x {}\n{values}\neffect e x 2021 2022{addressed}", parts[0]));
        let analysis = analyze(&model);
        let effect = &analysis.programmes[&fixture::id("programme")].effects[&fixture::id("e")];
        let value = |value: Value| match value {
            Value::Share(share) => format!("{}/{}", share.n(), share.of()),
            other => other.level().map_or(String::new(), |level| level.to_string()),
        };
        let group = |group: Option<BeforeAfter>| {
            group.map_or("-".into(), |it| format!("{}→{}", value(it.before), value(it.after)))
        };
        format!("{}, {}: {:?}", group(effect.addressed), group(effect.others), effect.verdict)
    }

    #[test]
    fn the_whole_district_is_judged_by_its_totals() {
        let at = |rest: &str| case(&format!("share higher targets=2022>=50 | {rest}"));
        assert_eq!(at("total=20/80 | total=48/80"), "20/80→48/80, -: Achieved");
        assert_eq!(at("total=10/80 | total=39/80"), "10/80→39/80, -: ImprovedUnproven");
        assert_eq!(at("total=40/80 | total=42/80"), "40/80→42/80, -: Unchanged");
        assert_eq!(at("total=48/80 | total=20/80"), "48/80→20/80, -: Worsened");
        assert_eq!(at("total=0/4 | total=80/80"), "0/4→80/80, -: TooFew");
        assert_eq!(at("total=? | total=80/80"), "-, -: TooFew");
        assert_eq!(at("total=0/0 | total=80/80"), "-, -: TooFew");
        assert_eq!(case("share higher | total=20/80 | total=48/80"), "20/80→48/80, -: ImprovedUnproven");
        assert_eq!(case("share lower targets=2022<=0 | total=48/80 | total=0/80"), "48/80→0/80, -: Achieved");
    }

    #[test]
    fn the_addressed_stand_beside_the_others() {
        let at = |rest: &str| case(&format!("share higher targets=2022>=50 | {rest}"));
        let addressed = "a=3/20 b=4/20 c=10/20 d=9/20 | a=12/20 b=13/20";
        assert_eq!(at(&format!("{addressed} c=11/20 d=9/20 | a,b")), "7/40→25/40, 19/40→20/40: Achieved");
        assert_eq!(
            at(&format!("{addressed} c=20/20 d=20/20 | a,b")),
            "7/40→25/40, 19/40→40/40: ImprovedUnproven"
        );
        // Both groups by 18 of 40: no more than the others.
        assert_eq!(
            at(&format!("{addressed} c=19/20 d=18/20 | a,b")),
            "7/40→25/40, 19/40→37/40: ImprovedUnproven"
        );
        assert_eq!(at("a=3/20 | a=13/20 | a"), "3/20→13/20, -: Achieved");
    }

    #[test]
    fn only_those_who_reported_both_times_count() {
        let at = |rest: &str| case(&format!("share higher targets=2022>=50 | {rest}"));
        assert_eq!(at("a=3/20 b=0/20 c=? | a=13/20 b=? c=20/20 | a,b"), "3/20→13/20, -: Achieved");
        assert_eq!(at("a=? b=1/20 | a=13/20 b=1/20 | a"), "-, 1/20→1/20: TooFew");
        assert_eq!(at("total=0/90 | total=90/90 | a"), "-, -: TooFew");
        assert_eq!(at("a=0/4 b=0/20 | a=20/20 b=0/20 | a"), "0/4→20/20, 0/20→0/20: TooFew");
    }

    #[test]
    fn less_may_be_the_aim() {
        let at = |rest: &str| case(&format!("share lower targets=2022<=30 | {rest}"));
        assert_eq!(at("a=16/20 b=16/20 | a=4/20 b=15/20 | a"), "16/20→4/20, 16/20→15/20: Achieved");
        assert_eq!(at("a=16/20 b=16/20 | a=4/20 b=0/20 | a"), "16/20→4/20, 16/20→0/20: ImprovedUnproven");
        assert_eq!(at("a=4/20 b=16/20 | a=16/20 b=16/20 | a"), "4/20→16/20, 16/20→16/20: Worsened");
    }

    #[test]
    fn counts_and_neutral_shares_go_by_the_sign() {
        assert_eq!(case("count higher targets=2022>=2 | total=0 | total=2"), "0→2, -: Achieved");
        assert_eq!(case("count higher targets=2022>=2 | total=2 | total=2"), "2→2, -: Unchanged");
        assert_eq!(case("count lower targets=2022<=0 | total=1 | total=2"), "1→2, -: Worsened");
        assert_eq!(
            case("count higher targets=2022>=9 | a=1 b=1 c=4 | a=2 b=2 c=4 | a,b"),
            "2→4, 4→4: ImprovedUnproven"
        );
        assert_eq!(case("share none targets=2022:4..8 | total=1/50 | total=2/50"), "1/50→2/50, -: Achieved");
        assert_eq!(
            case("share none targets=2022<=4 | total=3/4 | total=2/4"),
            "3/4→2/4, -: ImprovedUnproven"
        );
    }

    #[test]
    fn marks_are_compared_one_by_one_only() {
        assert_eq!(case("score higher targets=2022>=4 | a=*3 b=*3 | a=*4 b=*3 | a"), "3→4, 3→3: Achieved");
        assert_eq!(case("score higher targets=2022>=4 | a=*3 b=*3 | a=*4 b=*4 | a,b"), "-, -: TooFew");
        assert_eq!(case("presence higher targets=2022=yes | total=no | total=yes"), "-, -: TooFew");
    }

    #[test]
    fn a_judged_change_is_met_over_its_own_years() {
        let at = |years: i16| format!("count higher targets=2022>=2 dynamics={years} | a=1 | a=4 | a");
        assert_eq!(case(&at(1)), "1→4, -: Achieved");
        assert_eq!(case(&at(3)), "1→4, -: ImprovedUnproven");
    }
}
