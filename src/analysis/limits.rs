//! What limits decide: whether zero lies between them, and who is too few to be judged by them.
//!
//! Apart from the judgements, because all of them ask the same two things. The formulas of the limits stand with the
//! values themselves (`model/chance.rs`).

use std::cmp::Ordering;

use crate::model::Share;

/// The smallest denominator that is judged at all; below it one person moves the value by more than 20 points.
const SMALLEST: u32 = 5;

/// Differences nearer to zero than this come from binary fractions, not from data.
pub(super) const TOLERANCE: f64 = 1e-9;

/// Whether a denominator is too small for a judgement.
pub(super) fn too_few(share: Share) -> bool {
    share.of() < SMALLEST
}

/// Between which per cents chance alone would leave 95 % of parts of a size, were they all like the whole; none for
/// parts too small to be judged.
///
/// A part lies outside exactly when its own limits do not hold the whole's share: both solve one equation.
pub fn funnel_limits(whole: Share, of: u32) -> Option<(f64, f64)> {
    whole.funnel(of).filter(|_| of >= SMALLEST)
}

/// On which side of zero both limits lie; `Equal` when zero is between them.
pub(super) fn side((low, high): (f64, f64)) -> Ordering {
    if low > TOLERANCE {
        Ordering::Greater
    } else if high < -TOLERANCE {
        Ordering::Less
    } else {
        Ordering::Equal
    }
}

/// On which side of zero a plain number lies.
pub(super) fn sign(number: f64) -> Ordering {
    side((number, number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_parts_have_no_funnel() {
        let whole = Share::new(60, 100).unwrap();
        assert_eq!((funnel_limits(whole, 4), funnel_limits(whole, 5)), (None, whole.funnel(5)));
    }

    #[test]
    fn a_part_outside_the_funnel_has_limits_without_the_whole() {
        let whole = Share::new(13, 20).unwrap();
        for of in 5..=60 {
            let (low, high) = funnel_limits(whole, of).unwrap();
            for n in 0..=of {
                let part = Share::new(n, of).unwrap();
                let value = part.percent().unwrap();
                let (lower, upper) = part.limits().unwrap();
                let is_outside = value < low || value > high;
                assert_eq!(is_outside, !(lower..=upper).contains(&65.0), "{n} of {of}");
            }
        }
    }

    #[test]
    fn zero_between_the_limits_takes_no_side() {
        for (limits, expected) in [
            ((0.5, 3.0), Ordering::Greater),
            ((-3.0, -0.5), Ordering::Less),
            ((-0.5, 3.0), Ordering::Equal),
            ((0.0, 3.0), Ordering::Equal),
            ((1e-12, 1e-12), Ordering::Equal),
        ] {
            assert_eq!(side(limits), expected, "{limits:?}");
        }
    }
}
