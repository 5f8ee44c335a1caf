//! How alike two ways of grouping the same rows are.

use std::collections::BTreeMap;

/// The adjusted Rand index (Hubert and Arabie 1985): 1 for the same groups, about 0 for groups that agree by chance.
/// Two partitions without any choice (everybody together, or everybody alone, in both) are the same.
pub(crate) fn adjusted_rand(one: &[usize], other: &[usize]) -> f64 {
    let cells = tally(one.iter().zip(other));
    let (rows, columns) = (tally(one), tally(other));
    let all = pairs(one.len().min(other.len()));
    if all == 0.0 {
        return 1.0;
    }
    let [together, in_one, in_other] = [sum(&cells), sum(&rows), sum(&columns)];
    let expected = in_one * in_other / all;
    let most = (in_one + in_other) / 2.0;
    if most == expected { 1.0 } else { (together - expected) / (most - expected) }
}

/// The share of rows that stay with the majority of their group: those of the largest part of each group that is still
/// together in the other partition.
pub(crate) fn stayed(one: &[usize], other: &[usize]) -> f64 {
    let mut most: BTreeMap<usize, usize> = BTreeMap::new();
    for ((group, _), count) in tally(one.iter().zip(other)) {
        let largest = most.entry(*group).or_default();
        *largest = count.max(*largest);
    }
    #[expect(clippy::cast_precision_loss, reason = "a district has far fewer than 2^52 organisations")]
    let share = most.values().sum::<usize>() as f64 / one.len().max(1) as f64;
    share
}

/// How often each thing occurs.
fn tally<T: Ord>(things: impl IntoIterator<Item = T>) -> BTreeMap<T, usize> {
    let mut counts = BTreeMap::new();
    for thing in things {
        *counts.entry(thing).or_default() += 1;
    }
    counts
}

fn sum<T>(counts: &BTreeMap<T, usize>) -> f64 {
    counts.values().map(|count| pairs(*count)).sum()
}

/// Pairs within a group of so many.
#[expect(clippy::cast_precision_loss, reason = "a district has far fewer than 2^26 organisations")]
fn pairs(count: usize) -> f64 {
    (count * count.saturating_sub(1) / 2) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn partition(text: &str) -> Vec<usize> {
        text.bytes().map(|letter| usize::from(letter - b'a')).collect()
    }

    fn agree(one: &str, other: &str, expected: f64) {
        for (one, other) in [(one, other), (other, one)] {
            let index = adjusted_rand(&partition(one), &partition(other));
            assert!((index - expected).abs() < 1e-12, "{one} {other}: {index}");
        }
    }

    #[test]
    fn the_index_is_that_of_hubert_and_arabie() {
        agree("aabb", "aabb", 1.0);
        agree("aabb", "bbaa", 1.0);
        // Together 1; in the groups 2 and 1 of 6 pairs: (1 − 1/3) / (1,5 − 1/3).
        agree("aabb", "aabc", 4.0 / 7.0);
        // Together 0; 2 and 2 of 6: (0 − 2/3) / (2 − 2/3).
        agree("aabb", "abab", -0.5);
        // Together 2; 6 and 3 of 15: (2 − 6/5) / (4,5 − 6/5).
        agree("aaabbb", "aabbcc", 0.8 / 3.3);
    }

    #[test]
    fn partitions_without_a_choice_are_the_same() {
        agree("aaaa", "aaaa", 1.0);
        agree("abcd", "abcd", 1.0);
        agree("aaaa", "abcd", 0.0);
        agree("a", "a", 1.0);
        agree("", "", 1.0);
    }

    #[test]
    fn those_stay_who_are_still_with_most_of_their_group() {
        let share = |one: &str, other: &str| stayed(&partition(one), &partition(other));
        assert_eq!(share("aabb", "bbaa"), 1.0);
        assert_eq!(share("aaab", "aabb"), 0.75);
        assert_eq!(share("aaaa", "abcd"), 0.25);
        // A group that was joined by another has lost nobody.
        assert_eq!(share("aabb", "aaaa"), 1.0);
    }
}
