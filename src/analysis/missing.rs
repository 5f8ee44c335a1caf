//! A gap said in people or things: how many more, or fewer, would meet the bound.
//!
//! Apart from the gap in points, because «пять человек» is what a head can act on, and because it is counted in whole
//! persons: the smallest number is looked up with the very test that decides whether the bound is met, so the two can
//! never disagree by a rounding.

use crate::model::{Share, Value};

use super::limits::TOLERANCE;
use super::line::Range;

/// How many more or fewer of the numerator would meet the range; none when it is met, when no whole number meets it,
/// and where nothing is counted.
pub(super) fn missing(range: Range, value: Value) -> Option<u32> {
    let gap = range.gap(value.level()?);
    match value {
        _ if gap <= 0.0 => None,
        Value::Share(share) => of_share(range, share),
        Value::Count(_) => Some(whole(gap)),
        Value::Score(_) | Value::Presence(_) => None,
    }
}

fn of_share(range: Range, share: Share) -> Option<u32> {
    let short = range.is_short(share.percent()?);
    let most = if short { share.of() - share.n() } else { share.n() };
    let level = |moved: u32| {
        let n = if short { share.n() + moved } else { share.n() - moved };
        Share::new(n, share.of()).and_then(Share::percent)
    };
    let still = |level: f64| if short { range.is_short(level) } else { range.is_over(level) };
    let moved = first_not(most, |moved| level(moved).is_some_and(still));
    // The last step may leap over a corridor, or end at a whole that is still short.
    (range.gap(level(moved)?) <= 0.0).then_some(moved)
}

/// The first number up to `most` for which a condition no longer holds; `most` if it always does.
fn first_not(most: u32, holds: impl Fn(u32) -> bool) -> u32 {
    let (mut from, mut to) = (0, most);
    while from < to {
        let middle = from + (to - from) / 2;
        if holds(middle) { from = middle + 1 } else { to = middle }
    }
    from
}

/// A gap in whole things, up.
fn whole(gap: f64) -> u32 {
    // A gap of 2.0000000001 comes from binary fractions; beyond the type `as` saturates.
    (gap - TOLERANCE).ceil() as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Bound;

    fn share(n: u32, of: u32) -> Value {
        Value::Share(Share::new(n, of).unwrap())
    }

    #[test]
    fn people_are_counted_whole() {
        use Bound::{AtLeast, AtMost, Between, Equal};
        for (n, of, bound, people) in [
            (34, 52, AtLeast(70.0), Some(3)),
            (5, 10, AtLeast(70.0), Some(2)),
            (7, 10, AtLeast(70.0), None),
            (0, 1, AtLeast(1.0), Some(1)),
            (0, 3, AtLeast(33.3), Some(1)),
            (0, 3, AtLeast(33.4), Some(2)),
            (0, 12, AtLeast(100.0), Some(12)),
            (5, 5, AtLeast(101.0), None),
            (0, 7, AtLeast(0.0), None),
            (0, 0, AtLeast(50.0), None),
            (6, 10, AtMost(0.0), Some(6)),
            (2, 12, AtMost(8.4), Some(1)),
            (2, 12, AtMost(8.3), Some(2)),
            (0, 12, AtMost(0.0), None),
            (3, 8, Equal(50.0), Some(1)),
            (7, 8, Equal(50.0), Some(3)),
            (3, 7, Equal(50.0), None),
            (1, 10, Between(40.0, 60.0), Some(3)),
            (9, 10, Between(40.0, 60.0), Some(3)),
            (1, 3, Between(40.0, 60.0), None),
            // 58 % of 350 are exactly 203, though 0.58 × 350 is a hair less in binary, and 0.07 × 300 a hair more.
            (200, 350, AtLeast(58.0), Some(3)),
            (0, 300, AtLeast(7.0), Some(21)),
            (0, u32::MAX, AtLeast(100.0), Some(u32::MAX)),
        ] {
            let range = Range::of(bound).unwrap();
            assert_eq!(missing(range, share(n, of)), people, "{n}/{of} {bound:?}");
        }
    }

    #[test]
    fn things_are_counted_whole_and_marks_not_at_all() {
        for (value, bound, things) in [
            (Value::Count(3.0), Bound::AtLeast(10.0), Some(7)),
            (Value::Count(3.0), Bound::AtLeast(3.5), Some(1)),
            (Value::Count(0.1 + 0.2), Bound::AtLeast(2.3), Some(2)),
            (Value::Count(4.0), Bound::AtMost(0.0), Some(4)),
            (Value::Count(0.0), Bound::AtMost(0.0), None),
            (Value::Score(3.0), Bound::AtLeast(4.0), None),
        ] {
            assert_eq!(missing(Range::of(bound).unwrap(), value), things, "{value:?} {bound:?}");
        }
    }
}
