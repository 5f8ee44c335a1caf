//! What was computed of values: readings, judgements, changes and trends, as the other rooms see them.
//!
//! Apart from the arithmetic, because these types are the contract with the plan of the site.

use std::collections::BTreeMap;

use crate::model::{
    Effect, Finality, Id, Indicator, Kind, Organisation, Period, Practice, Programme, Recommendation,
    Subject, Target, Value,
};

use super::{ClusterAnalysis, EffectAnalysis, EvidenceLevel, Finding, Grounds, People};

/// All that was computed.
#[derive(Debug)]
pub struct Analysis {
    /// By programme.
    pub programmes: BTreeMap<Id<Programme>, ProgrammeAnalysis>,
    /// Why each recommendation stands; one without grounds is absent.
    pub grounds: BTreeMap<Id<Recommendation>, Grounds>,
    /// The level of evidence of each practice.
    pub evidence: BTreeMap<Id<Practice>, EvidenceLevel>,
    /// Who may be shown where.
    pub people: People,
}

/// What was computed of one programme.
#[derive(Debug)]
pub struct ProgrammeAnalysis {
    /// Indicators through the periods. Every indicator is here, even without values.
    pub dynamics: BTreeMap<Id<Indicator>, Dynamics>,
    /// Organisations alike.
    pub clusters: ClusterAnalysis,
    /// Findings by period, gravest first. Every collected period is here.
    pub findings: BTreeMap<Period, Vec<Finding>>,
    /// What came of measures and decisions.
    pub effects: BTreeMap<Id<Effect>, EffectAnalysis>,
}

/// An indicator through the periods.
#[derive(Debug)]
pub struct Dynamics {
    /// By period; only collected ones.
    pub readings: BTreeMap<Period, Reading>,
    /// Whether it gets better or worse over all of them.
    pub trend: Trend,
}

/// What a cell may show.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Amount {
    /// A value.
    Known(Value, Finality),
    /// Nobody sent it.
    NotReported,
    /// There is nothing to count.
    NotApplicable,
    /// Too few people: shown to nobody outside.
    Hidden,
}

impl Amount {
    /// The value, if it may be shown.
    pub fn value(self) -> Option<Value> {
        match self {
            Amount::Known(value, _) => Some(value),
            Amount::NotReported | Amount::NotApplicable | Amount::Hidden => None,
        }
    }

    /// Whether it is kept from the public.
    pub fn is_hidden(self) -> bool {
        self == Amount::Hidden
    }
}

/// How many of those asked have reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// Reported.
    pub reported: usize,
    /// Asked: reported and not reported, without those to whom the indicator does not apply.
    pub asked: usize,
}

/// One indicator in one period.
#[derive(Debug)]
pub struct Reading {
    /// The district's value: as stated, else the sum of the reported parts.
    pub total: Amount,
    /// How the total came about.
    pub origin: TotalOrigin,
    /// Coverage of organisations, where there is such a breakdown.
    pub coverage: Option<Coverage>,
    /// Where the value stands against its target.
    pub attainment: Attainment,
    /// The change against the previous collected period.
    pub change: Option<Change>,
    /// By organisation.
    pub organisations: BTreeMap<Id<Organisation>, Part>,
    /// By subject.
    pub subjects: BTreeMap<Id<Subject>, Part>,
    /// By kind of organisation.
    pub kinds: BTreeMap<Id<Kind>, Part>,
    /// By subject within an organisation.
    pub pairs: BTreeMap<(Id<Organisation>, Id<Subject>), Part>,
}

impl Reading {
    /// All amounts: the total first, then those of every breakdown.
    pub fn amounts(&self) -> impl Iterator<Item = Amount> {
        let parts = self.kinds.values().chain(self.organisations.values()).chain(self.subjects.values());
        [self.total].into_iter().chain(parts.chain(self.pairs.values()).map(|part| part.amount))
    }
}

/// How a total came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TotalOrigin {
    /// It was stated in the data.
    Stated,
    /// It is the sum of the reported parts.
    Summed,
    /// There is none.
    Absent,
}

/// One part of a breakdown.
#[derive(Debug)]
pub struct Part {
    /// Its value.
    pub amount: Amount,
    /// Where it stands against the target.
    pub attainment: Attainment,
    /// The change against the previous collected period.
    pub change: Option<Change>,
    /// How it compares.
    pub compared: BTreeMap<Against, Comparison>,
}

/// What a part is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Against {
    /// The rest of the district.
    District,
    /// Organisations alike.
    Cluster,
}

/// Whether a part differs from the others beyond chance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// Better beyond the limits.
    Better,
    /// Within the limits.
    Similar,
    /// Worse beyond the limits.
    Worse,
    /// Too few to judge.
    TooFew,
}

/// Where a value stands against its target, with the inputs of the judgement.
#[derive(Clone, Debug, PartialEq)]
pub struct Attainment {
    /// The judgement.
    pub status: Status,
    /// The milestone it is judged by: the first at or after the period, else the last.
    pub target: Option<Target>,
    /// The value judged: the level, or the change where that is judged.
    pub judged: Option<f64>,
    /// Where the straight line starts: period and level.
    pub start: Option<(Period, f64)>,
    /// Where the straight line stands in this period.
    pub expected: Option<f64>,
    /// How far the value is from the milestone's bound, in points or units, not negative; none when it is met.
    pub gap: Option<f64>,
    /// The same in people or things of the numerator: how many more (or fewer) would meet the bound.
    pub missing: Option<u32>,
}

/// The statuses of attainment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// The milestone is met.
    Reached,
    /// On or above the line to it.
    OnTheWay,
    /// Below the line.
    Behind,
    /// Not half of the planned way was made.
    FarBehind,
    /// There is no target.
    NoTarget,
    /// There is no value.
    NoData,
    /// The denominator is too small for a judgement.
    TooFew,
}

/// The difference between two periods.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// The earlier period.
    pub since: Period,
    /// Later minus earlier, in points for shares and in units otherwise.
    pub difference: f64,
    /// 95 % limits of the difference; none for scores, whose spread was not collected.
    pub limits: Option<(f64, f64)>,
    /// What it amounts to.
    pub verdict: ChangeVerdict,
}

/// What a difference amounts to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeVerdict {
    /// For the better, beyond the limits.
    Improved,
    /// For the worse, beyond the limits.
    Worsened,
    /// Within the limits, or none.
    Unnoticeable,
    /// Up or down, where neither is better.
    Moved,
}

/// Whether a series gets better or worse.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Trend {
    /// Fewer than three points.
    TooShort,
    /// Better, by so many points or units a year.
    Improving(f64),
    /// Worse, by so many points or units a year.
    Worsening(f64),
    /// Up or down where neither is better, by so many a year.
    Moving(f64),
    /// No steady direction beyond the limits.
    Steady,
}
