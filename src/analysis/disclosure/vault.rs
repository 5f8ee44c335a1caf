//! The true values of an indicator, from which no more is given out than is safe.
//!
//! Apart from the hiding of cells, because what follows from several cells together (a group before and after a measure)
//! is asked for later, one thing after another, and each answer must bear with all earlier ones.

use std::collections::BTreeMap;

use crate::model::{Id, Organisation, Period, Value};

use super::super::amount::{Gathered, add};
use super::Guard;
use super::net::Net;
use super::place::{Place, numbers};

/// A group: to which of several sums an organisation belongs.
pub(in super::super) type Group = BTreeMap<Id<Organisation>, usize>;

/// What was gathered of an indicator, the part of it that is public, and the sums over groups given out besides.
pub(in super::super) struct Vault<'m> {
    guard: Option<Guard<'m>>,
    truth: BTreeMap<Period, Gathered>,
    public: BTreeMap<Period, Gathered>,
    given: BTreeMap<Period, Vec<Group>>,
}

impl<'m> Vault<'m> {
    /// Puts away what was gathered.
    pub(in super::super) fn new(guard: Option<Guard<'m>>, truth: BTreeMap<Period, Gathered>) -> Self {
        let protect = |gathered: &Gathered| match guard {
            Some(guard) => guard.protect(gathered),
            None => gathered.clone(),
        };
        let public = truth.iter().map(|(period, gathered)| (*period, protect(gathered))).collect();
        Self { guard, truth, public, given: BTreeMap::new() }
    }

    /// What everybody may see.
    pub(in super::super) fn public(&self) -> &BTreeMap<Period, Gathered> {
        &self.public
    }

    /// The true values by organisation: only to be added up, and only if `give` allows it.
    pub(in super::super) fn organisations(&self, period: Period) -> BTreeMap<Id<Organisation>, Value> {
        let gathered = self.truth.get(&period).into_iter().flat_map(|gathered| &gathered.organisations);
        gathered.filter_map(|(id, amount)| Some((id.clone(), amount.value()?))).collect()
    }

    /// Whether the sums of a grouping may be given out in some periods, with all sums that were given out before.
    pub(in super::super) fn give(&mut self, periods: &[Period], group: &Group) -> bool {
        let Some(guard) = self.guard else { return true };
        let is_safe = periods.iter().all(|period| self.is_safe(guard, *period, group));
        if is_safe {
            periods.iter().for_each(|period| self.given.entry(*period).or_default().push(group.clone()));
        }
        is_safe
    }

    fn is_safe(&self, guard: Guard<'_>, period: Period, group: &Group) -> bool {
        let Some((truth, public)) = self.truth.get(&period).zip(self.public.get(&period)) else {
            return true;
        };
        let given: Vec<&Group> = self.given.get(&period).into_iter().flatten().chain([group]).collect();
        let grouped = |id: &Id<Organisation>| {
            given.iter().map(|group| group.get(id).copied().unwrap_or(usize::MAX)).collect()
        };
        let mut net = Net::of(truth, guard.organisations, &grouped);
        let shown: Vec<Place<'_>> = numbers(public).map(|(place, _)| place).collect();
        let hidden = numbers(truth).map(|(place, _)| place).filter(|place| !shown.contains(place));
        hidden.for_each(|place| net.hide_place(place));
        let is_unsure = net.hidden().into_iter().all(|arc| net.is_unsure(arc));
        is_unsure && !self.sums(period, group).into_iter().any(|sum| guard.is_small(sum))
    }

    fn sums(&self, period: Period, group: &Group) -> Vec<Value> {
        let mut parts: BTreeMap<usize, Vec<Value>> = BTreeMap::new();
        for (id, value) in self.organisations(period) {
            group.get(&id).into_iter().for_each(|class| parts.entry(*class).or_default().push(value));
        }
        parts.into_values().filter_map(|values| add(&values)).collect()
    }
}
