//! How far a hidden number can move while all that is shown stays as it is.
//!
//! Apart from the network, because this is plain arithmetic of flows: a number grows by as much as can come back from
//! its end to its beginning along hidden numbers. Two outsiders are thought of. One knows every denominator; for him
//! numerator and complement change places. The other knows none but the numbers of staff; for him, where a denominator
//! is smaller than the range that is asked for, numerator or complement moves alone.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::model::Value;

use super::WIDTH;
use super::net::{Net, Veil};

/// What stands in an arc: a numerator with its complement, or a count.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stock {
    n: i64,
    /// None for a count.
    rest: Option<i64>,
    /// No more people than that can be there.
    most: i64,
}

/// What moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    /// Numerator and complement change places.
    Swap,
    /// The numerator alone.
    Numerator,
    /// The complement alone.
    Rest,
}

/// Which way it moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    Up,
    Down,
}

/// One stretch of a journey.
type Leg = (What, Way);

/// That what can be reached one way and the other lie so far apart.
#[derive(Clone, Copy, Debug)]
pub(super) struct Demand {
    courses: [&'static [Leg]; 2],
    width: i64,
}

impl Stock {
    /// A number that nobody published.
    pub(super) const ANYTHING: Self = Self { n: Self::MUCH, rest: Some(Self::MUCH), most: 4 * Self::MUCH };
    const MUCH: i64 = 1 << 40;

    /// The stock of a value; none for marks and presences, which add up to nothing.
    pub(super) fn of(value: Value, most: i64) -> Option<Self> {
        match value {
            Value::Share(share) => {
                let (n, of) = (i64::from(share.n()), i64::from(share.of()));
                Some(Self { n, rest: Some(of - n), most: most.max(of) })
            }
            // What is over a whole number cannot be moved by whole persons.
            Value::Count(number) => {
                let n = number.floor() as i64;
                Some(Self { n, rest: None, most: most.max(n) })
            }
            Value::Score(_) | Value::Presence(_) => None,
        }
    }

    /// How many people it tells of.
    fn people(self) -> i64 {
        self.n + self.rest.unwrap_or(0)
    }

    /// How far it can move by itself.
    fn room(self, (what, way): Leg) -> i64 {
        // A share of nobody would have been shown as such.
        let all_but_last = |part: i64, other: Option<i64>| if other == Some(0) { part - 1 } else { part };
        let (n, rest) = (self.n, self.rest.unwrap_or(0));
        match (what, way) {
            (What::Swap, Way::Up) => rest,
            (What::Swap, Way::Down) => n,
            (What::Numerator | What::Rest, Way::Up) => self.most - self.people(),
            (What::Numerator, Way::Down) => all_but_last(n, self.rest),
            (What::Rest, Way::Down) => all_but_last(rest, Some(n)),
        }
    }

    fn moved(self, (what, way): Leg, by: i64) -> Self {
        let by = if way == Way::Up { by } else { -by };
        let (n, rest) = match what {
            What::Swap => (by, -by),
            What::Numerator => (by, 0),
            What::Rest => (0, by),
        };
        Self { n: self.n + n, rest: self.rest.map(|old| old + rest), ..self }
    }

    /// What is asked of it once it is hidden.
    pub(super) fn demands(self) -> Vec<Demand> {
        use Way::{Down, Up};
        use What::{Numerator, Rest, Swap};
        let at_most = |people: i64| people.min(WIDTH);
        if self.rest.is_none() {
            return vec![Demand {
                courses: [&[(Numerator, Up)], &[(Numerator, Down)]],
                width: at_most(self.most),
            }];
        }
        let swap = Demand { courses: [&[(Swap, Up)], &[(Swap, Down)]], width: at_most(self.people()) };
        if swap.width == WIDTH {
            return vec![swap];
        }
        let alone = |courses| Demand { courses, width: at_most(self.most) };
        vec![
            swap,
            alone([&[(Swap, Up), (Numerator, Up)], &[(Swap, Down)]]),
            alone([&[(Swap, Down), (Rest, Up)], &[(Swap, Up)]]),
        ]
    }
}

/// A journey of a number as far as it goes along hidden arcs.
pub(super) struct Journey<'n, 'g> {
    net: &'n Net<'g>,
    arc: usize,
    /// What stands in the arcs at its end.
    stocks: Vec<Stock>,
    last: Leg,
    made: i64,
}

/// The journeys one way and the other.
pub(super) struct Journeys<'n, 'g> {
    both: [Journey<'n, 'g>; 2],
    width: i64,
}

impl<'n, 'g> Journeys<'n, 'g> {
    /// How much of the width is missing.
    pub(super) fn lack(&self) -> i64 {
        let made: i64 = self.both.iter().map(|journey| journey.made).sum();
        (self.width - made).max(0)
    }

    /// The shown arcs of the cheapest way by which more can be reached; a way that carries all of it is preferred.
    pub(super) fn way_round(&self) -> Option<Vec<usize>> {
        let cheapest = |least: i64| {
            let ways = self.both.iter().filter_map(|journey| journey.route(journey.last, least, Toll::Shown));
            ways.min_by_key(|route| route.toll)
        };
        let route = cheapest(self.lack()).or_else(|| cheapest(1))?;
        let arcs = route.steps.into_iter().map(|(arc, _)| arc);
        let is_shown = |arc: &usize| self.both[0].net.arcs[*arc].veil == Veil::Shown;
        Some(arcs.filter(is_shown).collect())
    }
}

/// What may be passed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Toll {
    /// Hidden arcs alone.
    Hidden,
    /// Shown ones too, for as many people as they tell of.
    Shown,
}

/// A way from the end of an arc back to its beginning.
struct Route {
    toll: i64,
    steps: Vec<(usize, Way)>,
}

impl<'n, 'g> Journey<'n, 'g> {
    /// The journeys that a demand asks for.
    pub(super) fn both(net: &'n Net<'g>, arc: usize, demand: Demand) -> Journeys<'n, 'g> {
        let both = demand.courses.map(|course| Self::along(net, arc, (course, demand.width)));
        Journeys { both, width: demand.width }
    }

    fn along(net: &'n Net<'g>, arc: usize, (course, width): (&'static [Leg], i64)) -> Self {
        let last = course.last().copied().unwrap_or((What::Swap, Way::Up));
        let mut journey = Self { net, arc, stocks: net.stocks.clone(), last, made: 0 };
        for leg in course {
            while journey.made < width {
                let Some(route) = journey.route(*leg, 1, Toll::Hidden) else { break };
                journey.go(*leg, &route, width);
            }
        }
        journey
    }

    /// Moves along a route as far as it goes.
    fn go(&mut self, (what, way): Leg, route: &Route, width: i64) {
        let steps = || route.steps.iter().copied().chain([(self.arc, way)]);
        let narrowest = steps().map(|(arc, way)| self.stocks[arc].room((what, way))).min().unwrap_or(0);
        let by = narrowest.min(width - self.made);
        for (arc, way) in steps().collect::<Vec<_>>() {
            self.stocks[arc] = self.stocks[arc].moved((what, way), by);
        }
        self.made += by;
    }

    /// The cheapest way back that carries something (Dijkstra 1959).
    fn route(&self, (what, way): Leg, least: i64, toll: Toll) -> Option<Route> {
        if self.stocks[self.arc].room((what, way)) < least {
            return None;
        }
        let arc = &self.net.arcs[self.arc];
        let (start, goal) = if way == Way::Up { (arc.to, arc.from) } else { (arc.from, arc.to) };
        let mut best: Vec<Option<(i64, usize, Way)>> = vec![None; self.net.at.len()];
        let mut next = BinaryHeap::from([Reverse((0, start))]);
        let mut done = vec![false; self.net.at.len()];
        while let Some(Reverse((paid, node))) = next.pop() {
            if node == goal {
                return Some(Route { toll: paid, steps: self.steps((start, goal), &best) });
            }
            if std::mem::replace(&mut done[node], true) {
                continue;
            }
            for (arc, way, end) in self.leaving(node) {
                let Some(toll) = self.toll(arc, toll).filter(|_| self.stocks[arc].room((what, way)) >= least)
                else {
                    continue;
                };
                let price = paid + toll;
                if !done[end] && best[end].is_none_or(|(known, ..)| price < known) {
                    best[end] = Some((price, arc, way));
                    next.push(Reverse((price, end)));
                }
            }
        }
        None
    }

    /// The arcs out of a node: forwards, and those into it backwards; never the one that travels.
    fn leaving(&self, node: usize) -> impl Iterator<Item = (usize, Way, usize)> {
        let arcs = self.net.at[node].iter().filter(|arc| **arc != self.arc);
        arcs.map(move |&position| {
            let arc = &self.net.arcs[position];
            if arc.from == node { (position, Way::Up, arc.to) } else { (position, Way::Down, arc.from) }
        })
    }

    fn toll(&self, arc: usize, toll: Toll) -> Option<i64> {
        match self.net.arcs[arc].veil {
            Veil::Hidden => Some(0),
            Veil::Shown => (toll == Toll::Shown).then(|| self.net.stocks[arc].people() + 1),
        }
    }

    /// The way that was found, read from its goal.
    fn steps(&self, (start, goal): (usize, usize), best: &[Option<(i64, usize, Way)>]) -> Vec<(usize, Way)> {
        let mut steps = Vec::new();
        let mut node = goal;
        while let Some((_, arc, way)) = best[node].filter(|_| node != start) {
            steps.push((arc, way));
            node = if way == Way::Up { self.net.arcs[arc].from } else { self.net.arcs[arc].to };
        }
        steps
    }
}
