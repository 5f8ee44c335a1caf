//! How far chance alone may carry a value: 95 % limits of a share, of a number of events, and of a difference.
//!
//! In this room and not among the judgements, because two rooms ask for them: `check`, whether a leap is large enough
//! to be explained, and `analysis`, whether a change is one.

use super::{Share, Value};

/// The 0.975 quantile of the normal distribution: two-sided 95 %.
const Z: f64 = 1.959_963_984_540_054;

/// An estimate with its limits.
#[derive(Clone, Copy)]
struct Estimate {
    low: f64,
    middle: f64,
    high: f64,
}

impl Estimate {
    /// The score interval of a proportion (Wilson 1927); none when nobody is counted.
    fn of_share(share: Share) -> Option<Self> {
        let middle = share.percent()? / 100.0;
        let of = f64::from(share.of());
        let scale = 1.0 + Z * Z / of;
        let centre = middle + Z * Z / (2.0 * of);
        let half = Z * (middle * (1.0 - middle) / of + Z * Z / (4.0 * of * of)).sqrt();
        let (low, high) = (((centre - half) / scale).max(0.0), ((centre + half) / scale).min(1.0));
        Some(Self { low, middle, high })
    }

    /// The score interval of the mean of a Poisson number of events (Garwood 1936 is the exact one; this is its normal
    /// approximation, with the variance under the hypothesis, as Wilson's is for a share; Barker 2002, «score»).
    fn of_count(middle: f64) -> Self {
        let (centre, half) = (middle + Z * Z / 2.0, Z * (middle + Z * Z / 4.0).sqrt());
        Self { low: (centre - half).max(0.0), middle, high: centre + half }
    }

    /// Limits of `self − other`, recovered from those of the two (Newcombe 1998, method 10, for shares; Zou & Donner
    /// 2008, «MOVER», for any two independent estimates).
    fn minus(self, other: Self) -> (f64, f64) {
        let difference = self.middle - other.middle;
        let below = (self.middle - self.low).hypot(other.high - other.middle);
        let above = (self.high - self.middle).hypot(other.middle - other.low);
        (difference - below, difference + above)
    }
}

impl Share {
    /// Between which shares, in per cent, the true one may lie (Wilson 1927); none when nobody is counted.
    pub fn limits(self) -> Option<(f64, f64)> {
        let Estimate { low, high, .. } = Estimate::of_share(self)?;
        Some((low * 100.0, high * 100.0))
    }

    /// Between which per cents chance alone would leave 95 % of parts of a size, were they all like this whole: the
    /// control limits of a funnel plot (Spiegelhalter 2005, «Funnel plots for comparing institutional performance»,
    /// appendix A.1.1, normal approximation `p ± z √(p (1 − p) / n)`), cut at 0 and 100.
    pub fn funnel(self, of: u32) -> Option<(f64, f64)> {
        let p = self.percent().filter(|_| of > 0)? / 100.0;
        let half = Z * (p * (1.0 - p) / f64::from(of)).sqrt();
        Some(((p - half).max(0.0) * 100.0, (p + half).min(1.0) * 100.0))
    }

    /// Limits of `self − other` in points (Newcombe 1998, method 10, «hybrid score», no continuity correction).
    ///
    /// It supposes two independent groups. Two years of one staff are not quite that: most people answer alike in both,
    /// so the limits are rather too wide than too narrow, and a verdict errs to the side of «nothing noticeable».
    pub fn difference(self, other: Self) -> Option<(f64, f64)> {
        let (low, high) = Estimate::of_share(self)?.minus(Estimate::of_share(other)?);
        Some((low * 100.0, high * 100.0))
    }
}

impl Value {
    /// Between which levels the true one may lie; only shares have such limits.
    pub fn limits(self) -> Option<(f64, f64)> {
        match self {
            Value::Share(share) => share.limits(),
            Value::Count(_) | Value::Score(_) | Value::Presence(_) => None,
        }
    }
}

/// Limits of the difference of two values; none for presence and for scores, whose spread was not collected, and where
/// the two cannot be compared.
///
/// A count is taken for a number of independent events. Posts and programmes come and go less freely than that, so here
/// too the limits are rather too wide: one more mentor beside three is not called a change.
pub fn limits_of_change(later: Value, earlier: Value) -> Option<(f64, f64)> {
    match (later, earlier) {
        (Value::Share(later), Value::Share(earlier)) => later.difference(earlier),
        (Value::Count(later), Value::Count(earlier)) => {
            Some(Estimate::of_count(later).minus(Estimate::of_count(earlier)))
        }
        _ => None,
    }
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

    fn proportions((low, high): (f64, f64)) -> String {
        text((low / 100.0, high / 100.0))
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
            assert_eq!(share(data).limits().map(proportions).as_deref(), Some(limits), "{data}");
        }
        assert_eq!(share("0/0").limits(), None);
    }

    #[test]
    fn funnels_follow_the_formula() {
        // By hand: p = 0.6: half = 1.959964 · √(0.24 / n).
        for (whole, of, limits) in [
            ("60/100", 6, Some("20.8007 99.1993")),
            ("60/100", 24, Some("40.4004 79.5996")),
            ("60/100", 2400, Some("58.0400 61.9600")),
            ("60/100", 5, Some("17.0593 100.0000")),
            ("60/100", 0, None),
            ("0/50", 20, Some("0.0000 0.0000")),
            ("50/50", 20, Some("100.0000 100.0000")),
            ("0/0", 20, None),
        ] {
            assert_eq!(share(whole).funnel(of).map(text).as_deref(), limits, "{whole} of {of}");
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
            let difference = share(first).difference(share(second));
            assert_eq!(difference.map(proportions).as_deref(), Some(limits), "{first} - {second}");
        }
        assert_eq!(share("1/2").difference(share("0/0")), None);
        assert_eq!(share("0/0").difference(share("1/2")), None);
    }

    #[test]
    fn limits_of_counts_by_hand() {
        // With z² = 3.8415: of 0 events 0 and z²; of 3 events 4.9207 ∓ 1.96 √3.9604, of 4 events 5.9207 ∓ 1.96 √4.9604.
        let limits = |count| {
            let Estimate { low, high, .. } = Estimate::of_count(count);
            text((low, high))
        };
        assert_eq!(limits(0.0), "0.0000 3.8415");
        assert_eq!(limits(3.0), "1.0203 8.8212");
        assert_eq!(limits(4.0), "1.5555 10.2859");
        // 4 − 3: below √((4 − 1.5555)² + (8.8212 − 3)²) = 6.3136, above √((10.2859 − 4)² + (3 − 1.0203)²) = 6.5903.
        let change = |later, earlier| limits_of_change(Value::Count(later), Value::Count(earlier)).map(text);
        assert_eq!(change(4.0, 3.0).as_deref(), Some("-5.3136 7.5903"));
        assert_eq!(change(0.0, 0.0).as_deref(), Some("-3.8415 3.8415"));
    }

    #[test]
    fn one_person_more_is_never_beyond_chance_in_a_small_group() {
        for of in 1..=12 {
            for n in 0..of {
                let (low, high) =
                    Share::new(n + 1, of).unwrap().difference(Share::new(n, of).unwrap()).unwrap();
                assert!(
                    low < 0.0 && 0.0 < high && low >= -100.0 && high <= 100.0,
                    "{} of {of} after {n}",
                    n + 1
                );
            }
        }
        for n in 0..=1000 {
            let (low, _) =
                limits_of_change(Value::Count(f64::from(n) + 1.0), Value::Count(f64::from(n))).unwrap();
            assert!(low < 0.0, "{n} and one more");
        }
    }

    #[test]
    fn what_has_no_spread_has_no_limits() {
        let yes = Value::Presence(super::super::Presence::Yes);
        assert_eq!(limits_of_change(Value::Score(4.2), Value::Score(4.1)), None);
        assert_eq!(limits_of_change(yes, yes), None);
        assert_eq!(limits_of_change(Value::Count(3.0), Value::Share(share("1/2"))), None);
    }
}
