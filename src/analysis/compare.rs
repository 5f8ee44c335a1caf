//! A part against the rest of the district.
//!
//! Against the rest and not against the whole, because the whole holds the part itself and would draw the two together.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::model::{Better, Share, Value};

use super::change::towards;
use super::limits::{difference, side, too_few};
use super::{Amount, Comparison};

/// Each reported share of a breakdown against the sum of all other reported ones.
pub(super) fn with_rest<K: Ord + Clone>(
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
    let direction = difference(part, rest).map_or(Ordering::Equal, side);
    match towards(direction, better) {
        Some(Ordering::Greater) => Comparison::Better,
        Some(Ordering::Less) => Comparison::Worse,
        Some(Ordering::Equal) | None => Comparison::Similar,
    }
}

#[cfg(test)]
mod tests {
    use crate::model::Id;

    use super::super::fixture::{amount, better, id};
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
}
