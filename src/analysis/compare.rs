//! A part against the rest of the district.
//!
//! Against the rest and not against the whole, because the whole holds the part itself and would draw the two together.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::model::{Better, Share, Value};

use super::change::towards;
use super::limits::{side, too_few};
use super::{Amount, Comparison};

/// Each reported share of a breakdown against the sum of all other reported ones.
pub(super) fn with_rest<K: Ord + Clone>(
    parts: &BTreeMap<K, Amount>,
    better: Better,
) -> BTreeMap<K, Comparison> {
    let shares = || parts.iter().filter_map(|(id, amount)| Some((id, share(*amount)?)));
    let Some(all) = shares().map(|(_, share)| share).reduce(Share::plus) else { return BTreeMap::new() };
    shares().map(|(id, part)| (id.clone(), compare(part, minus(all, part), better))).collect()
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
    use crate::model::Id;

    use super::super::fixture::{amount, better, id};
    use super::*;

    /// «a=10/20 b=? | higher»: who compares how.
    fn case(text: &str) -> String {
        let (parts, way) = text.split_once(" | ").unwrap();
        let parts = parts.split(' ').map(|part| part.split_once('=').unwrap());
        let parts: BTreeMap<Id<()>, Amount> = parts.map(|(name, text)| (id(name), amount(text))).collect();
        let compared = with_rest(&parts, better(way));
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
    fn only_reported_shares_are_compared() {
        assert_eq!(case("a=9/10 b=3/10 c=? d=- e=0/0 | higher"), "a Better, b Worse");
        assert_eq!(case("a=9 b=3 | higher"), "");
        assert_eq!(case("a=? b=? | higher"), "");
    }
}
