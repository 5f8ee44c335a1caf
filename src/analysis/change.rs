//! What changed between two periods, and whether chance alone could have done it.

use std::cmp::Ordering;

use crate::model::{Better, Period, Value};

use super::limits::{difference, side, sign};
use super::{Change, ChangeVerdict};

/// A value with its period.
pub(super) type Dated = (Period, Value);

/// The change from an earlier value to a later one; none for presence, and where the two cannot be compared.
pub(super) fn change((since, earlier): Dated, later: Value, better: Better) -> Option<Change> {
    let limits = match (later, earlier) {
        (Value::Share(later), Value::Share(earlier)) => Some(difference(later, earlier)?),
        (Value::Count(_), Value::Count(_)) | (Value::Score(_), Value::Score(_)) => None,
        _ => return None,
    };
    let difference = later.level()? - earlier.level()?;
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
    fn counts_and_marks_have_no_limits() {
        assert_eq!(case("3 4 | higher"), "Improved +1.0 [none]");
        assert_eq!(case("3 4 | lower"), "Worsened +1.0 [none]");
        assert_eq!(case("4 0 | lower"), "Improved -4.0 [none]");
        assert_eq!(case("0 0 | higher"), "Unnoticeable +0.0 [none]");
        assert_eq!(case("4 3 | none"), "Moved -1.0 [none]");
        assert_eq!(case("*4.1 *4.4 | higher"), "Improved +0.3 [none]");
    }

    #[test]
    fn what_cannot_be_compared_has_no_change() {
        assert_eq!(case("no yes | higher"), "none");
        assert_eq!(case("0/0 1/2 | higher"), "none");
        assert_eq!(case("3 1/2 | higher"), "none");
    }
}
