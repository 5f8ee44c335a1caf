//! Where a number stands among those of one collection.

use crate::model::{Id, Kind, Organisation, Subject, Value};

use super::super::Amount;
use super::super::amount::Gathered;

/// The place of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place<'g> {
    Total,
    Kind(&'g Id<Kind>),
    Organisation(&'g Id<Organisation>),
    Subject(&'g Id<Subject>),
    Pair(&'g Id<Organisation>, &'g Id<Subject>),
}

/// All known numbers with their places.
pub(super) fn numbers(gathered: &Gathered) -> impl Iterator<Item = (Place<'_>, Value)> {
    let total = [(Place::Total, gathered.total)].into_iter();
    let kinds = gathered.kinds.iter().map(|(id, amount)| (Place::Kind(id), *amount));
    let organisations = gathered.organisations.iter().map(|(id, amount)| (Place::Organisation(id), *amount));
    let subjects = gathered.subjects.iter().map(|(id, amount)| (Place::Subject(id), *amount));
    let pairs = gathered.pairs.iter().map(|((one, two), amount)| (Place::Pair(one, two), *amount));
    let all = total.chain(kinds).chain(organisations).chain(subjects).chain(pairs);
    all.filter_map(|(place, amount)| Some((place, amount.value()?)))
}

/// The same collection with the numbers of some places hidden.
pub(super) fn without<'g>(gathered: &'g Gathered, hidden: impl Iterator<Item = Place<'g>>) -> Gathered {
    let mut left = gathered.clone();
    for place in hidden {
        let amount = match place {
            Place::Total => Some(&mut left.total),
            Place::Kind(id) => left.kinds.get_mut(id),
            Place::Organisation(id) => left.organisations.get_mut(id),
            Place::Subject(id) => left.subjects.get_mut(id),
            Place::Pair(one, two) => left.pairs.get_mut(&(one.clone(), two.clone())),
        };
        amount.into_iter().for_each(|amount| *amount = Amount::Hidden);
    }
    left
}
