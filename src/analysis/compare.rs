//! A part against the rest of the district, and an organisation against the rest of its cluster.
//!
//! Apart from the judgements of a single value, because they need all parts, and the clusters, to be known. Against the rest and not against the whole, because the whole holds the part itself and would draw the two together.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::model::{Better, Id, Organisation, Share, Value};

use super::change::towards;
use super::limits::{side, too_few};
use super::{Against, Amount, Cluster, Comparison, Part, Reading};

/// Says of every part of a reading how it compares.
pub(super) fn compare_parts(reading: &mut Reading, better: Better, clusters: &[Cluster]) {
    let by = (reading.total, better);
    within(&mut reading.organisations, by);
    within(&mut reading.subjects, by);
    within(&mut reading.kinds, by);
    within(&mut reading.pairs, by);
    for cluster in clusters {
        let amount = |id: &Id<Organisation>| Some((id.clone(), reading.organisations.get(id)?.amount));
        // No total of a cluster is published: what is hidden is no part of it here.
        let shown = cluster.members.iter().filter_map(amount).filter(|(_, amount)| !amount.is_hidden());
        let compared = with_rest(&shown.collect(), Amount::NotReported, better);
        put(&mut reading.organisations, Against::Cluster, compared);
    }
}

fn within<K: Ord + Clone>(parts: &mut BTreeMap<K, Part>, (total, better): (Amount, Better)) {
    let amounts = parts.iter().map(|(id, part)| (id.clone(), part.amount)).collect();
    put(parts, Against::District, with_rest(&amounts, total, better));
}

fn put<K: Ord>(parts: &mut BTreeMap<K, Part>, against: Against, compared: BTreeMap<K, Comparison>) {
    for (id, comparison) in compared {
        if let Some(part) = parts.get_mut(&id) {
            part.compared.insert(against, comparison);
        }
    }
}

/// Each reported share of a breakdown against the sum of all other reported ones.
fn with_rest<K: Ord + Clone>(
    parts: &BTreeMap<K, Amount>,
    total: Amount,
    better: Better,
) -> BTreeMap<K, Comparison> {
    let Some(all) = whole(parts.values().copied(), total) else { return BTreeMap::new() };
    let shares = parts.iter().filter_map(|(id, amount)| Some((id, share(*amount)?)));
    shares.map(|(id, part)| (id.clone(), compare(part, minus(all, part), better))).collect()
}

/// The sum of all other reported shares of a breakdown than one of its own.
pub fn rest(parts: impl Iterator<Item = Amount> + Clone, total: Amount, part: Amount) -> Option<Share> {
    minus(whole(parts, total)?, share(part)?)
}

/// The sum of a breakdown; where some of it is hidden, the total alone tells it.
fn whole(mut parts: impl Iterator<Item = Amount> + Clone, total: Amount) -> Option<Share> {
    if parts.clone().any(Amount::is_hidden) {
        return share(total);
    }
    let first = parts.find_map(share)?;
    Some(parts.filter_map(share).fold(first, Share::plus))
}

fn share(amount: Amount) -> Option<Share> {
    match amount.value()? {
        Value::Share(share) => Some(share),
        Value::Count(_) | Value::Score(_) | Value::Presence(_) => None,
    }
}

/// The rest of a sum; none where the sum did not fit its type.
fn minus(all: Share, part: Share) -> Option<Share> {
    Share::new(all.n().saturating_sub(part.n()), all.of().saturating_sub(part.of()))
}

fn compare(part: Share, rest: Option<Share>, better: Better) -> Comparison {
    let Some(rest) = rest.filter(|rest| !too_few(*rest) && !too_few(part)) else { return Comparison::TooFew };
    let direction = part.difference(rest).map_or(Ordering::Equal, side);
    match towards(direction, better) {
        Some(Ordering::Greater) => Comparison::Better,
        Some(Ordering::Less) => Comparison::Worse,
        Some(Ordering::Equal) | None => Comparison::Similar,
    }
}

#[cfg(test)]
mod tests {
    use crate::model::Period;

    use super::super::fixture::{self, amount, better, id};
    use super::*;

    /// «a=10/20 b=? | higher»: who compares how.
    fn case(text: &str) -> String {
        let (parts, way) = text.split_once(" | ").unwrap();
        let parts = parts.split(' ').map(|part| part.split_once('=').unwrap());
        let parts: BTreeMap<Id<()>, Amount> = parts.map(|(name, text)| (id(name), amount(text))).collect();
        let compared = with_rest(&parts, Amount::NotReported, better(way));
        compared.iter().map(|(id, compared)| format!("{id} {compared:?}")).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn a_part_differs_when_the_limits_exclude_zero() {
        assert_eq!(case("a=9/10 b=3/10 | higher"), "a Better, b Worse");
        assert_eq!(case("a=9/10 b=3/10 | lower"), "a Worse, b Better");
        assert_eq!(case("a=9/10 b=3/10 | none"), "a Similar, b Similar");
        assert_eq!(case("a=0/29 b=5/56 | higher"), "a Similar, b Similar");
        // The rest of each is the other two together: 8/20, 12/20 and 10/20.
        assert_eq!(case("a=7/10 b=3/10 c=5/10 | higher"), "a Similar, b Similar, c Similar");
        assert_eq!(case("a=10/10 b=3/10 c=5/10 | higher"), "a Better, b Worse, c Similar");
    }

    #[test]
    fn few_people_are_not_compared() {
        assert_eq!(case("a=4/4 b=0/50 | higher"), "a TooFew, b TooFew");
        assert_eq!(case("a=5/5 b=0/50 | higher"), "a Better, b Worse");
        assert_eq!(case("a=5/5 | higher"), "a TooFew");
    }

    #[test]
    fn what_is_hidden_is_part_of_the_rest() {
        let hidden = [(id::<()>("a"), amount("9/10")), (id("b"), Amount::Hidden), (id("c"), Amount::Hidden)];
        let compared = |total: &str| with_rest(&hidden.clone().into(), amount(total), Better::Higher);
        assert_eq!(compared("12/30").get(&id("a")), Some(&Comparison::Better));
        assert_eq!(compared("27/30").get(&id("a")), Some(&Comparison::Similar));
        assert!(compared("?").is_empty());
        let amounts = hidden.iter().map(|(_, amount)| *amount);
        assert_eq!(rest(amounts, amount("12/30"), amount("9/10")), Share::new(3, 20));
    }

    #[test]
    fn only_reported_shares_are_compared() {
        assert_eq!(case("a=9/10 b=3/10 c=? d=- e=0/0 | higher"), "a Better, b Worse");
        assert_eq!(case("a=9 b=3 | higher"), "");
        assert_eq!(case("a=? b=? | higher"), "");
    }

    /// How an organisation compares, by what it is held against.
    fn of(text: &str, organisation: &str) -> String {
        let analysis = super::super::analyze(&fixture::model(text));
        let dynamics = &analysis.programmes[&id("programme")].dynamics[&id("x")];
        let part = &dynamics.readings[&Period(2024)].organisations[&id(organisation)];
        part.compared.iter().map(|(against, it)| format!("{against:?} {it:?}")).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn an_organisation_is_compared_with_the_district_and_with_its_cluster() {
        let declared = "indicator x share higher by=organisation\nclusters by features=staff groups=2";
        let staff = "staff of a=40 b=42 c=10 d=11 e=12";
        let values = "values 2024 x a=36/40 b=12/42 c=1/10 d=1/11 e=9/12";
        let text = format!("{declared}\n{staff}\n{values}");
        // Large: 90 % against 28,6 %. Small: 75 % against 2 of 21. In the district: e against 50 of 103.
        assert_eq!(of(&text, "a"), "District Better, Cluster Better");
        assert_eq!(of(&text, "b"), "District Worse, Cluster Worse");
        assert_eq!(of(&text, "e"), "District Similar, Cluster Better");
        assert_eq!(of(&text.replace("clusters", "# clusters"), "e"), "District Similar");
        assert_eq!(of(&text.replace("e=9/12", "e=?"), "e"), "");
        assert_eq!(of(&text.replace("b=12/42", "b=?"), "a"), "District Better, Cluster TooFew");
    }
}
