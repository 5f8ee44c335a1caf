//! What of the values the public may see: small cells are hidden, and others with them, so that no sum gives them back.
//!
//! Apart from the judgements and before them: status, change, comparison, findings, charts and files are made of what
//! this module lets through, so none of them can tell more.
//!
//! A cell is a margin or an inner cell of one table of sums: organisations within kinds within the district on one
//! side, subjects on the other. Such a table is a network (Cox 1995, «Network models for complementary cell
//! suppression»): sums are nodes, cells are arcs, and whatever an outsider cannot exclude is a circulation along hidden
//! arcs. How far a hidden number can move is therefore a maximum flow, exactly and not by a rule of thumb; and what to
//! hide besides is the cheapest way round (Kelly, Golden and Assad 1992, «Cell suppression: disclosure protection for
//! sensitive tabular data»).

mod flow;
mod net;
mod place;
#[cfg(test)]
mod tests;
mod vault;

use std::collections::VecDeque;

use crate::model::{Counted, Disclosure, Edition, Indicator, Model, Organisation, Table, Value};

use super::amount::Gathered;
use net::Net;
use place::{numbers, without};

pub(super) use vault::{Group, Vault};

/// How wide, at the least, the range of every hidden number stays: that it is known within one is not enough.
const WIDTH: i64 = 3;

/// By what the values of an indicator are guarded.
#[derive(Clone, Copy)]
pub(super) struct Guard<'m> {
    smallest: u32,
    organisations: &'m Table<Organisation>,
}

impl<'m> Guard<'m> {
    /// The guard of an indicator; none where everything is shown.
    pub(super) fn of(model: &'m Model, indicator: &Indicator) -> Option<Self> {
        let is_guarded = model.site.edition == Edition::Public
            && indicator.people == Counted::People
            && indicator.disclosure == Disclosure::Protected;
        is_guarded.then_some(Self { smallest: model.site.smallest, organisations: &model.organisations })
    }

    /// Whether a value tells of few: of those who are counted, or of the others.
    fn is_small(self, value: Value) -> bool {
        let few = |people: u32| (1..self.smallest).contains(&people);
        match value {
            Value::Share(share) => few(share.n()) || few(share.of() - share.n()),
            Value::Count(number) => number > 0.0 && number < f64::from(self.smallest),
            Value::Score(_) | Value::Presence(_) => false,
        }
    }

    /// What is left for the public of what was gathered.
    pub(super) fn protect(self, gathered: &Gathered) -> Gathered {
        let mut net = self.with_small_hidden(gathered);
        let mut unsure: VecDeque<usize> = net.hidden().into();
        // What is hidden later only widens what was wide enough before, so nothing is asked twice.
        while let Some(arc) = unsure.pop_front() {
            match net.widen(arc) {
                Ok(more) => unsure.extend(more),
                Err(_) => return without(gathered, numbers(gathered).map(|(place, _)| place)),
            }
        }
        without(gathered, net.hidden_places())
    }

    /// The first step alone: only what is small is hidden.
    fn with_small_hidden<'g>(self, gathered: &'g Gathered) -> Net<'g>
    where
        'm: 'g,
    {
        let mut net = Net::of(gathered, self.organisations, &|_| Vec::new());
        let small = numbers(gathered).filter(|(_, value)| self.is_small(*value));
        small.for_each(|(place, _)| net.hide_place(place));
        net
    }
}
