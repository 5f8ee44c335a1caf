//! How many stand how against their targets: indicators of a programme, indicators of an organisation, organisations by
//! one indicator.
//!
//! Apart from the pages and the charts, because a number of one must be the number of the other.

use std::iter::Sum;

use crate::analysis::Status;

/// How many of each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// At their targets.
    pub reached: u32,
    /// On the way.
    pub on_the_way: u32,
    /// Behind, but not far.
    pub late: u32,
    /// Far behind.
    pub far_behind: u32,
    /// Without a target.
    pub no_target: u32,
    /// Without a value, or of too few people.
    pub unknown: u32,
}

impl Tally {
    /// Behind, far or not.
    pub fn behind(&self) -> u32 {
        self.late + self.far_behind
    }

    /// All that stand somewhere.
    pub fn judged(&self) -> u32 {
        self.reached + self.on_the_way + self.behind()
    }

    /// All others.
    pub fn unjudged(&self) -> u32 {
        self.no_target + self.unknown
    }
}

/// Whether a status says where something stands, and not why that is not known.
pub fn is_judged(status: Status) -> bool {
    Tally::from_iter([status]).judged() > 0
}

impl FromIterator<Status> for Tally {
    fn from_iter<I: IntoIterator<Item = Status>>(statuses: I) -> Self {
        let mut tally = Self::default();
        for status in statuses {
            let count = match status {
                Status::Reached => &mut tally.reached,
                Status::OnTheWay => &mut tally.on_the_way,
                Status::Behind => &mut tally.late,
                Status::FarBehind => &mut tally.far_behind,
                Status::NoTarget => &mut tally.no_target,
                Status::NoData | Status::TooFew => &mut tally.unknown,
            };
            *count += 1;
        }
        tally
    }
}

impl Sum for Tally {
    fn sum<I: Iterator<Item = Self>>(each: I) -> Self {
        each.fold(Self::default(), |sum, one| Self {
            reached: sum.reached + one.reached,
            on_the_way: sum.on_the_way + one.on_the_way,
            late: sum.late + one.late,
            far_behind: sum.far_behind + one.far_behind,
            no_target: sum.no_target + one.no_target,
            unknown: sum.unknown + one.unknown,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_status_is_counted_once_and_only_judged_ones_are_judged() {
        let all = [
            Status::Reached,
            Status::OnTheWay,
            Status::Behind,
            Status::FarBehind,
            Status::FarBehind,
            Status::NoTarget,
            Status::NoData,
            Status::TooFew,
        ];
        let tally = Tally::from_iter(all);
        assert_eq!((tally.reached, tally.on_the_way, tally.late, tally.far_behind), (1, 1, 1, 2));
        assert_eq!((tally.behind(), tally.judged(), tally.unjudged()), (3, 5, 3));
        let halves = [Tally::from_iter(all[..3].to_vec()), Tally::from_iter(all[3..].to_vec())];
        assert_eq!(halves.into_iter().sum::<Tally>(), tally);
    }
}
