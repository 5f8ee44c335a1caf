//! From the cells of one collection to amounts: parts, the total, and how many have reported.
//!
//! Apart from the judgements, because a missing value is decided here and never becomes a zero on the way.

use std::collections::BTreeMap;

use crate::diag::At;
use crate::model::{
    Breakdown, Cell, Finality, Id, Indicator, Kind, Observation, Organisation, State, Subject, Table, Value,
};

use super::{Amount, Coverage, TotalOrigin};

/// What one collection says about an indicator.
#[derive(Clone)]
pub(super) struct Gathered {
    /// The district's value.
    pub total: Amount,
    /// How it came about.
    pub origin: TotalOrigin,
    /// How many organisations reported.
    pub coverage: Option<Coverage>,
    /// By organisation.
    pub organisations: BTreeMap<Id<Organisation>, Amount>,
    /// By subject.
    pub subjects: BTreeMap<Id<Subject>, Amount>,
    /// By kind of organisation.
    pub kinds: BTreeMap<Id<Kind>, Amount>,
    /// By subject within an organisation.
    pub pairs: BTreeMap<(Id<Organisation>, Id<Subject>), Amount>,
}

impl Gathered {
    /// Nothing was collected.
    pub(super) fn nothing() -> Self {
        Self {
            total: Amount::NotReported,
            origin: TotalOrigin::Absent,
            coverage: None,
            organisations: BTreeMap::new(),
            subjects: BTreeMap::new(),
            kinds: BTreeMap::new(),
            pairs: BTreeMap::new(),
        }
    }

    /// All amounts of an observation. The total is as stated, else the sum over organisations, else over subjects.
    pub(super) fn of(
        indicator: &Indicator,
        observation: &Observation,
        organisations: &Table<Organisation>,
    ) -> Self {
        let (total, origin) = match &observation.total {
            Some(cell) => (amount(cell.state), TotalOrigin::Stated),
            None => sum(observation.by_organisation.values())
                .or_else(|| sum(observation.by_subject.values()))
                .map_or_else(
                    || (absent(cells(observation)), TotalOrigin::Absent),
                    |total| (total, TotalOrigin::Summed),
                ),
        };
        Self {
            total,
            origin,
            coverage: coverage(indicator, observation),
            organisations: amounts(&observation.by_organisation),
            subjects: amounts(&observation.by_subject),
            kinds: kinds(observation, organisations),
            pairs: amounts(&observation.by_pair),
        }
    }
}

/// What a cell shows. A share of nobody was reported, but it is no number: there is nothing to count.
fn amount(state: State) -> Amount {
    match state {
        State::Known(Value::Share(share), _) if share.of() == 0 => Amount::NotApplicable,
        State::Known(value, finality) => Amount::Known(value, finality),
        State::NotReported => Amount::NotReported,
        State::NotApplicable => Amount::NotApplicable,
    }
}

/// By kind of organisation: as sent, else added up over the organisations of each kind, where there are several kinds.
fn kinds(observation: &Observation, organisations: &Table<Organisation>) -> BTreeMap<Id<Kind>, Amount> {
    if !observation.by_kind.is_empty() {
        return amounts(&observation.by_kind);
    }
    let mut cells: BTreeMap<Id<Kind>, Vec<&At<Cell>>> = BTreeMap::new();
    for (id, cell) in &observation.by_organisation {
        cells.entry(organisations[id].kind.value.clone()).or_default().push(cell);
    }
    if cells.len() < 2 {
        return BTreeMap::new();
    }
    let sums = cells.into_iter().map(|(kind, cells)| {
        let amount = sum(cells.iter().copied()).unwrap_or_else(|| absent(cells.iter().copied()));
        (kind, amount)
    });
    sums.collect()
}

fn amounts<K: Ord + Clone>(cells: &BTreeMap<K, At<Cell>>) -> BTreeMap<K, Amount> {
    cells.iter().map(|(id, cell)| (id.clone(), amount(cell.state))).collect()
}

/// The sum of the reported cells; none where nothing was reported or the measure cannot be added.
fn sum<'c>(cells: impl Iterator<Item = &'c At<Cell>>) -> Option<Amount> {
    let known = cells.filter_map(|cell| match cell.state {
        State::Known(value, finality) => Some((value, finality)),
        State::NotReported | State::NotApplicable => None,
    });
    let (finalities, values): (Vec<Finality>, Vec<Value>) =
        known.map(|(value, finality)| (finality, value)).unzip();
    let whole = add(&values)?;
    let finality =
        [Finality::Provisional, Finality::Corrected].into_iter().find(|it| finalities.contains(it));
    Some(amount(State::Known(whole, finality.unwrap_or(Finality::Reported))))
}

/// Values added up. Marks and presences have no sum, not even a single one: the mark of one school is not the
/// district's.
pub(super) fn add(values: &[Value]) -> Option<Value> {
    let (first, others) = values.split_first()?;
    let first = Some(*first).filter(|value| matches!(value, Value::Share(_) | Value::Count(_)))?;
    others.iter().try_fold(first, |sum, value| sum.plus(*value))
}

/// Why there is no total: everybody asked has nothing to count, or something was not sent.
fn absent<'c>(cells: impl Iterator<Item = &'c At<Cell>>) -> Amount {
    let mut cells = cells.peekable();
    let nothing_to_count = cells.peek().is_some() && cells.all(|cell| cell.state == State::NotApplicable);
    if nothing_to_count { Amount::NotApplicable } else { Amount::NotReported }
}

fn cells(observation: &Observation) -> impl Iterator<Item = &At<Cell>> {
    observation.by_organisation.values().chain(observation.by_subject.values())
}

/// Coverage of a declared breakdown by organisation. Organisations that are not in it were not asked.
fn coverage(indicator: &Indicator, observation: &Observation) -> Option<Coverage> {
    let cells = &observation.by_organisation;
    if cells.is_empty() || !indicator.breakdown.contains(&Breakdown::Organisation) {
        return None;
    }
    let reported = cells.values().filter(|cell| cell.value().is_some()).count();
    let silent = cells.values().filter(|cell| cell.state == State::NotReported).count();
    Some(Coverage { reported, asked: reported + silent })
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{indicator, observation, organisations};
    use super::*;

    /// «passport | total=… school-1=…»: total, its finality, its origin, coverage.
    fn case(text: &str) -> String {
        let (passport, cells) = text.split_once(" | ").unwrap();
        let gathered = Gathered::of(&indicator(passport), &observation(cells), &organisations());
        let total = match gathered.total {
            Amount::Known(Value::Share(share), finality) => {
                format!("{}/{} {finality:?}", share.n(), share.of())
            }
            Amount::Known(value, finality) => format!("{:?} {finality:?}", value.level()),
            other => format!("{other:?}"),
        };
        let coverage = gathered.coverage.map_or("-".into(), |it| format!("{} of {}", it.reported, it.asked));
        format!("{total} {:?}, {coverage}", gathered.origin)
    }

    #[test]
    fn a_total_is_stated_or_summed() {
        assert_eq!(
            case("share higher by=organisation | total=9/20 a=1/5 b=2/5"),
            "9/20 Reported Stated, 2 of 2"
        );
        assert_eq!(case("share higher by=organisation | a=1/5 b=2/5"), "3/10 Reported Summed, 2 of 2");
        assert_eq!(case("share higher by=organisation | a=1/5 b=? c=-"), "1/5 Reported Summed, 1 of 2");
        assert_eq!(case("share higher by=organisation | a=? b=? math=2/4"), "2/4 Reported Summed, 0 of 2");
        assert_eq!(case("share higher by=organisation | a=1/5 math=2/4"), "1/5 Reported Summed, 1 of 1");
        assert_eq!(case("share higher by=organisation | total=? a=1/5"), "NotReported Stated, 1 of 1");
        assert_eq!(case("count higher by=organisation | a=3 b=0"), "Some(3.0) Reported Summed, 2 of 2");
    }

    #[test]
    fn a_sum_is_as_final_as_its_parts() {
        assert_eq!(case("share higher | a=1/5 b=~2/5 c=!0/5"), "3/15 Provisional Summed, -");
        assert_eq!(case("share higher | a=1/5 b=!2/5"), "3/10 Corrected Summed, -");
        assert_eq!(case("share higher | total=~3/10"), "3/10 Provisional Stated, -");
    }

    #[test]
    fn missing_is_never_zero() {
        assert_eq!(case("share higher by=organisation | a=? b=?"), "NotReported Absent, 0 of 2");
        assert_eq!(case("share higher by=organisation | a=- b=-"), "NotApplicable Absent, 0 of 0");
        assert_eq!(case("share higher by=organisation | a=- b=?"), "NotReported Absent, 0 of 1");
        assert_eq!(case("share higher by=organisation | "), "NotReported Absent, -");
    }

    #[test]
    fn a_share_of_nobody_is_reported_but_no_number() {
        assert_eq!(case("share higher by=organisation | a=0/0 b=2/5"), "2/5 Reported Summed, 2 of 2");
        assert_eq!(case("share higher by=organisation | a=0/0"), "NotApplicable Summed, 1 of 1");
        assert_eq!(case("share higher | total=0/0"), "NotApplicable Stated, -");
        let parts =
            Gathered::of(&indicator("share higher"), &observation("a=0/0"), &organisations()).organisations;
        assert_eq!(parts.values().collect::<Vec<_>>(), [&Amount::NotApplicable]);
    }

    #[test]
    fn marks_are_not_added() {
        assert_eq!(case("score higher by=organisation | a=*4 b=*5"), "NotReported Absent, 2 of 2");
        assert_eq!(case("score higher by=organisation | a=*4"), "NotReported Absent, 1 of 1");
        assert_eq!(
            case("score higher by=organisation | total=*4.5 a=*4 b=*5"),
            "Some(4.5) Reported Stated, 2 of 2"
        );
        assert_eq!(case("presence higher by=organisation | a=yes b=no"), "NotReported Absent, 2 of 2");
    }
}
