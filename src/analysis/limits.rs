//! How far chance alone may carry a share: limits of one proportion and of a difference.
//!
//! Apart from the judgements, so that each formula stands beside its source and its published examples.

use std::cmp::Ordering;

use crate::model::{Share, Value};

/// The 0.975 quantile of the normal distribution: two-sided 95 %.
const Z: f64 = 1.959_963_984_540_054;

/// The smallest denominator that is judged at all; below it one person moves the value by more than 20 points.
const SMALLEST: u32 = 5;

/// Differences nearer to zero than this come from binary fractions, not from data.
pub(super) const TOLERANCE: f64 = 1e-9;

/// Whether a denominator is too small for a judgement.
pub(super) fn too_few(share: Share) -> bool {
    share.of() < SMALLEST
}

/// The score interval of one proportion (Wilson 1927), as proportions; none when nobody is counted.
fn wilson(share: Share) -> Option<(f64, f64)> {
    let p = share.percent()? / 100.0;
    let of = f64::from(share.of());
    let scale = 1.0 + Z * Z / of;
    let centre = p + Z * Z / (2.0 * of);
    let half = Z * (p * (1.0 - p) / of + Z * Z / (4.0 * of * of)).sqrt();
    Some((((centre - half) / scale).max(0.0), ((centre + half) / scale).min(1.0)))
}

/// The 95 % limits of a value, in per cent; only shares have any.
pub fn limits_of_value(value: Value) -> Option<(f64, f64)> {
    let Value::Share(share) = value else { return None };
    let (low, high) = wilson(share)?;
    Some((low * 100.0, high * 100.0))
}

/// Between which per cents chance alone would leave 95 % of parts of a size, were they all like the whole: the control
/// limits of a funnel plot (Spiegelhalter 2005, «Funnel plots for comparing institutional performance», appendix A.1.1,
/// normal approximation `p ± z √(p (1 − p) / n)`), cut at 0 and 100. None for parts too small to be judged.
///
/// A part lies outside exactly when its own Wilson limits do not hold the whole's share: both solve one equation.
pub fn funnel_limits(whole: Share, of: u32) -> Option<(f64, f64)> {
    let p = whole.percent().filter(|_| of >= SMALLEST)? / 100.0;
    let half = Z * (p * (1.0 - p) / f64::from(of)).sqrt();
    Some(((p - half).max(0.0) * 100.0, (p + half).min(1.0) * 100.0))
}

/// Limits of `first − second` in points (Newcombe 1998, method 10, «hybrid score», without continuity correction).
///
/// It supposes two independent groups. Two years of one staff are not quite that: most people answer alike in both, so
/// the limits are rather too wide than too narrow, and the verdict errs to the side of «nothing noticeable».
pub(super) fn difference(first: Share, second: Share) -> Option<(f64, f64)> {
    let (p1, p2) = (first.percent()? / 100.0, second.percent()? / 100.0);
    let ((l1, u1), (l2, u2)) = (wilson(first)?, wilson(second)?);
    let below = (p1 - l1).hypot(u2 - p2);
    let above = (u1 - p1).hypot(p2 - l2);
    Some(((p1 - p2 - below) * 100.0, (p1 - p2 + above) * 100.0))
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

    fn share(text: &str) -> Share {
        let (n, of) = text.split_once('/').unwrap();
        Share::new(n.parse().unwrap(), of.parse().unwrap()).unwrap()
    }

    fn text((low, high): (f64, f64)) -> String {
        format!("{low:.4} {high:.4}")
    }

    #[test]
    fn wilson_gives_the_published_limits() {
        // Newcombe 1998, «Two-sided confidence intervals for the single proportion», table I, method 3.
        for (data, limits) in [
            ("81/263", "0.2553 0.3662"),
            ("15/148", "0.0624 0.1605"),
            ("0/20", "0.0000 0.1611"),
            ("1/29", "0.0061 0.1718"),
        ] {
            assert_eq!(wilson(share(data)).map(text).as_deref(), Some(limits), "{data}");
        }
        assert_eq!(wilson(share("0/0")), None);
    }

    #[test]
    fn limits_of_a_value_are_in_per_cent() {
        // The first row of the table above; a count has no limits.
        let limits = limits_of_value(Value::Share(share("81/263")));
        assert_eq!(limits.map(text).as_deref(), Some("25.5289 36.6210"));
        assert_eq!(limits_of_value(Value::Count(81.0)), None);
    }

    #[test]
    fn funnel_limits_follow_the_formula() {
        // By hand: p = 0.6: half = 1.959964 · √(0.24 / n).
        for (whole, of, limits) in [
            ("60/100", 6, Some("20.8007 99.1993")),
            ("60/100", 24, Some("40.4004 79.5996")),
            ("60/100", 2400, Some("58.0400 61.9600")),
            ("60/100", 5, Some("17.0593 100.0000")),
            ("60/100", 4, None),
            ("0/50", 20, Some("0.0000 0.0000")),
            ("50/50", 20, Some("100.0000 100.0000")),
            ("0/0", 20, None),
        ] {
            assert_eq!(funnel_limits(share(whole), of).map(text).as_deref(), limits, "{whole} of {of}");
        }
    }

    #[test]
    fn a_part_outside_the_funnel_has_limits_without_the_whole() {
        let whole = share("13/20");
        for of in 5..=60 {
            let (low, high) = funnel_limits(whole, of).unwrap();
            for n in 0..=of {
                let part = Share::new(n, of).unwrap();
                let value = part.percent().unwrap();
                let (lower, upper) = limits_of_value(Value::Share(part)).unwrap();
                let is_outside = value < low || value > high;
                assert_eq!(is_outside, !(lower..=upper).contains(&65.0), "{n} of {of}");
            }
        }
    }

    #[test]
    fn newcombe_gives_the_published_limits() {
        // Newcombe 1998, «Interval estimation for the difference between independent proportions», table II, method 10.
        for (first, second, limits) in [
            ("56/70", "48/80", "0.0524 0.3339"),
            ("9/10", "3/10", "0.1705 0.8090"),
            ("6/7", "2/7", "0.0582 0.8062"),
            ("5/56", "0/29", "-0.0381 0.1926"),
            ("0/10", "0/20", "-0.1611 0.2775"),
            ("0/10", "0/10", "-0.2775 0.2775"),
            ("10/10", "0/20", "0.6791 1.0000"),
            ("10/10", "0/10", "0.6075 1.0000"),
        ] {
            let (low, high) = difference(share(first), share(second)).unwrap();
            assert_eq!(text((low / 100.0, high / 100.0)), limits, "{first} - {second}");
        }
        assert_eq!(difference(share("1/2"), share("0/0")), None);
        assert_eq!(difference(share("0/0"), share("1/2")), None);
    }

    #[test]
    fn one_person_is_never_beyond_chance_in_a_small_group() {
        for of in 1..=12 {
            for n in 0..of {
                let limits = difference(Share::new(n + 1, of).unwrap(), Share::new(n, of).unwrap()).unwrap();
                assert_eq!(side(limits), Ordering::Equal, "{} of {of} after {n}", n + 1);
                assert!(limits.0 >= -100.0 && limits.1 <= 100.0, "{limits:?}");
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
