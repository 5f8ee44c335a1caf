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
