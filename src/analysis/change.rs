//! What changed between two periods, and whether chance alone could have done it.

use std::cmp::Ordering;
use std::mem::discriminant;

use crate::model::{Better, Period, Value, limits_of_change};

use super::limits::{side, sign};
use super::{Change, ChangeVerdict};

/// A value with its period.
pub(super) type Dated = (Period, Value);

/// The change from an earlier value to a later one; none for presence, and where the two cannot be compared.
pub(super) fn change((since, earlier): Dated, later: Value, better: Better) -> Option<Change> {
    if discriminant(&later) != discriminant(&earlier) {
        return None;
    }
    let difference = later.level()? - earlier.level()?;
    let limits = limits_of_change(later, earlier);
    let direction = limits.map_or_else(|| sign(difference), side);
    Some(Change { since, difference, limits, verdict: verdict(direction, better) })
}

fn verdict(direction: Ordering, better: Better) -> ChangeVerdict {
    match (towards(direction, better), direction) {
        (_, Ordering::Equal) => ChangeVerdict::Unnoticeable,
        (Some(Ordering::Greater), _) => ChangeVerdict::Improved,
        (Some(_), _) => ChangeVerdict::Worsened,
        (None, _) => ChangeVerdict::Moved,
    }
}

/// A direction of numbers as a direction of quality: `Greater` is for the better; none where neither is.
pub(super) fn towards(direction: Ordering, better: Better) -> Option<Ordering> {
    match better {
        Better::Higher => Some(direction),
        Better::Lower => Some(direction.reverse()),
        Better::Neither => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{better, value};
    use super::*;

    /// «10/20 15/20 | higher»: earlier, later, which way is better.
    fn case(text: &str) -> String {
        let (values, way) = text.split_once(" | ").unwrap();
        let (earlier, later) = values.split_once(' ').unwrap();
        let Some(change) = change((Period(2021), value(earlier)), value(later), better(way)) else {
            return "none".into();
        };
        let limits = change.limits.map_or("none".into(), |(low, high)| format!("{low:+.1} {high:+.1}"));
        format!("{:?} {:+.1} [{limits}]", change.verdict, change.difference)
    }

    #[test]
    fn a_share_changes_when_the_limits_exclude_zero() {
        assert_eq!(case("48/80 56/70 | higher"), "Improved +20.0 [+5.2 +33.4]");
        assert_eq!(case("48/80 56/70 | lower"), "Worsened +20.0 [+5.2 +33.4]");
        assert_eq!(case("48/80 56/70 | none"), "Moved +20.0 [+5.2 +33.4]");
        assert_eq!(case("56/70 48/80 | higher"), "Worsened -20.0 [-33.4 -5.2]");
        assert_eq!(case("0/29 5/56 | higher"), "Unnoticeable +8.9 [-3.8 +19.3]");
        assert_eq!(case("0/10 0/10 | lower"), "Unnoticeable +0.0 [-27.8 +27.8]");
        assert_eq!(case("0/10 10/10 | higher"), "Improved +100.0 [+60.8 +100.0]");
    }

    #[test]
    fn half_a_small_school_is_still_chance() {
        assert_eq!(case("0/1 1/1 | higher").split(' ').next(), Some("Unnoticeable"));
        assert_eq!(case("1/4 3/4 | higher").split(' ').next(), Some("Unnoticeable"));
        assert_eq!(case("3/12 9/12 | higher").split(' ').next(), Some("Improved"));
    }

    #[test]
    fn a_count_changes_when_the_limits_exclude_zero() {
        assert_eq!(case("3 4 | higher"), "Unnoticeable +1.0 [-5.3 +7.6]");
        assert_eq!(case("4 0 | lower"), "Unnoticeable -4.0 [-10.3 +0.6]");
        assert_eq!(case("0 0 | higher"), "Unnoticeable +0.0 [-3.8 +3.8]");
        assert_eq!(case("5 0 | lower"), "Improved -5.0 [-11.7 -0.2]");
        assert_eq!(case("20 40 | higher").split(' ').next(), Some("Improved"));
        assert_eq!(case("20 40 | lower").split(' ').next(), Some("Worsened"));
        assert_eq!(case("20 40 | none").split(' ').next(), Some("Moved"));
        // Fewer by a tenth is chance, be it a tenth of thirty or of three hundred; of a thousand it is not.
        for (values, verdict) in
            [("30 27", "Unnoticeable"), ("300 270", "Unnoticeable"), ("1000 900", "Worsened")]
        {
            assert_eq!(case(&format!("{values} | higher")).split(' ').next(), Some(verdict), "{values}");
        }
    }

    #[test]
    fn marks_have_no_limits() {
        assert_eq!(case("*4.1 *4.4 | higher"), "Improved +0.3 [none]");
        assert_eq!(case("*4.1 *4.1 | higher"), "Unnoticeable +0.0 [none]");
    }

    #[test]
    fn what_cannot_be_compared_has_no_change() {
        assert_eq!(case("no yes | higher"), "none");
        assert_eq!(case("0/0 1/2 | higher"), "none");
        assert_eq!(case("3 1/2 | higher"), "none");
    }
}
