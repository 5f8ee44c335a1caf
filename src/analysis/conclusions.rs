//! What follows from the values: findings, grounds of advice, effects and levels of evidence.
//!
//! Apart from the values themselves, because each of these answers a person's question rather than describes a number.

use crate::model::{FindingKind, Id, Indicator, Organisation, Period, Practice, Subject, Value};

use super::Change;

/// What deserves a human's attention.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The indicator.
    pub indicator: Id<Indicator>,
    /// The period.
    pub period: Period,
    /// About whom.
    pub about: About,
    /// Problem, strength or missing data.
    pub kind: FindingKind,
    /// What shows it.
    pub shown_by: ShownBy,
}

/// About whom a finding is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// The whole district.
    District,
    /// One organisation.
    Organisation(Id<Organisation>),
    /// One subject.
    Subject(Id<Subject>),
}

/// The values that show a finding; the numbers themselves are in the reading.
#[derive(Clone, Debug, PartialEq)]
pub enum ShownBy {
    /// The target is met.
    TargetMet,
    /// The value is behind its target.
    BehindTarget,
    /// Better than before, beyond the limits.
    Improved,
    /// Worse than before, beyond the limits.
    Worsened,
    /// Better than the rest of the district.
    BetterThanRest,
    /// Worse than the rest of the district.
    WorseThanRest,
    /// These did not report.
    NotReported(Vec<Id<Organisation>>),
}

/// Why a recommendation stands. It cannot be built without a finding.
#[derive(Debug)]
pub struct Grounds {
    because: Vec<Finding>,
    /// The organisations it addresses by name, computed for «every organisation behind».
    pub organisations: Vec<Id<Organisation>>,
    /// Practices: chosen by hand first, then matched.
    pub practices: Vec<Suggestion>,
}

impl Grounds {
    /// Grounds from the findings answered; none without a finding.
    pub(super) fn new(because: Vec<Finding>) -> Option<Self> {
        (!because.is_empty()).then(|| Self { because, organisations: Vec::new(), practices: Vec::new() })
    }

    /// The findings that it answers; never empty.
    pub fn because(&self) -> &[Finding] {
        &self.because
    }
}

/// A practice offered by a recommendation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The practice.
    pub practice: Id<Practice>,
    /// Why it is offered.
    pub why: Why,
}

/// Why a practice is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// The methodologist chose it.
    Chosen,
    /// Its authors say that it improves the indicator.
    Improves,
    /// It is about the same topic.
    SameTopic,
}

/// What came of measures and decisions.
#[derive(Debug)]
pub struct EffectAnalysis {
    /// Those who were addressed (or the whole district).
    pub addressed: Option<BeforeAfter>,
    /// The others; none when the whole district was addressed.
    pub others: Option<BeforeAfter>,
    /// The verdict.
    pub verdict: EffectVerdict,
}

/// One group before and after, added up over those who reported both times.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BeforeAfter {
    /// Before.
    pub before: Value,
    /// After.
    pub after: Value,
    /// The difference.
    pub change: Change,
}

/// The closed list of verdicts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EffectVerdict {
    /// Better beyond the limits, and the target is met.
    Achieved,
    /// Better beyond the limits, but not to the target, or the others improved as much.
    ImprovedUnproven,
    /// No change beyond the limits.
    Unchanged,
    /// Worse beyond the limits.
    Worsened,
    /// Too few, or not reported both times.
    TooFew,
    /// The sums would tell too much of few people.
    Hidden,
}

/// The level of evidence of a practice: how many of four kinds of facts are declared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidenceLevel {
    /// The facts that stand, in a fixed order.
    pub facts: Vec<EvidenceFact>,
    /// In how many organisations it was used, the authors' own among them.
    pub organisations: usize,
}

impl EvidenceLevel {
    /// How many kinds of facts there are.
    pub const HIGHEST: usize = 4;

    /// The level, from none to four.
    pub fn level(&self) -> usize {
        self.facts.len()
    }
}

/// The kinds of facts that count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EvidenceFact {
    /// The authors measured what came of it.
    OwnMonitoring,
    /// Three organisations or more have used it.
    SeveralOrganisations,
    /// An expert body judged it.
    Expertise,
    /// It was published.
    Publication,
}
