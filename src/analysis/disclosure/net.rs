//! The table of sums as a network: nodes are sums, arcs are numbers.
//!
//! Apart from the flows, because here it is decided what is known to add up to what. An outsider is always supposed to
//! know by how much the parts differ from a stated sum, so a sum that is incomplete guards nothing.

use std::collections::BTreeMap;

use crate::model::{Id, Kind, Organisation, Subject, Table};

use super::super::amount::Gathered;
use super::flow::{Journey, Stock};
use super::place::{Place, numbers};

/// What adds up: in every node as much comes in as goes out.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Node<'g> {
    /// The subjects of an organisation.
    Organisation(&'g Id<Organisation>),
    /// The organisations of a subject.
    Subject(&'g Id<Subject>),
    /// The organisations of a kind.
    Kind(&'g Id<Kind>),
    /// The organisations of a published group within a kind, or of no kind.
    Group(Option<&'g Id<Kind>>, Vec<usize>),
    /// Kinds or organisations make up the district …
    Organisations,
    /// … and so do subjects.
    Subjects,
    /// Where nothing is broken down any further.
    People,
}

/// Whether a number is public.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Veil {
    Shown,
    /// Hidden, or never published at all.
    Hidden,
}

/// A number between two sums; without a place it was not gathered.
pub(super) struct Arc<'g> {
    pub place: Option<Place<'g>>,
    pub from: usize,
    pub to: usize,
    pub veil: Veil,
}

/// To which published groups an organisation belongs; empty where there are none.
pub(super) type Grouped<'c> = dyn Fn(&Id<Organisation>) -> Vec<usize> + 'c;

/// The network of one indicator in one period.
pub(super) struct Net<'g> {
    pub arcs: Vec<Arc<'g>>,
    /// What stands in each arc.
    pub stocks: Vec<Stock>,
    /// The arcs of each node.
    pub at: Vec<Vec<usize>>,
}

impl<'g> Net<'g> {
    /// The network of what was gathered, all of it shown; sums over groups within every kind may be known besides.
    pub(super) fn of(
        gathered: &'g Gathered,
        organisations: &'g Table<Organisation>,
        grouped: &Grouped<'_>,
    ) -> Self {
        let builder = Builder { gathered, organisations, grouped };
        let mut net = Self { arcs: Vec::new(), stocks: Vec::new(), at: Vec::new() };
        let mut nodes = BTreeMap::new();
        for (place, value) in numbers(gathered) {
            if let Some(stock) = Stock::of(value, builder.most(place)) {
                net.add(Some(place), builder.ends(place).map(|node| index(&mut nodes, node)), stock);
            }
        }
        let roots = [Node::Organisations, Node::Subjects].map(|node| index(&mut nodes, node));
        if !net.arcs.iter().any(|arc| arc.place == Some(Place::Total)) {
            net.add(None, roots, Stock::ANYTHING);
        }
        net.close_groups(&mut nodes);
        for node in nodes.clone().into_keys() {
            net.open(&builder, &mut nodes, node);
        }
        net.at = vec![Vec::new(); nodes.len()];
        for (position, arc) in net.arcs.iter().enumerate() {
            net.at[arc.from].push(position);
            net.at[arc.to].push(position);
        }
        net
    }

    fn add(&mut self, place: Option<Place<'g>>, [from, to]: [usize; 2], stock: Stock) {
        let veil = if place.is_some() { Veil::Shown } else { Veil::Hidden };
        self.arcs.push(Arc { place, from, to, veil });
        self.stocks.push(stock);
    }

    /// The sums over groups are known, so nothing moves between them and the sum above: whoever adds up all groups of a
    /// kind, or of the district, has it.
    fn close_groups(&mut self, nodes: &mut BTreeMap<Node<'g>, usize>) {
        let above = |(node, group): (&Node<'g>, &usize)| match node {
            Node::Group(kind, _) => Some((*group, kind.map_or(Node::Organisations, Node::Kind))),
            _ => None,
        };
        for (from, sum) in nodes.iter().filter_map(above).collect::<Vec<_>>() {
            self.arcs.push(Arc { place: None, from, to: index(nodes, sum), veil: Veil::Shown });
            self.stocks.push(Stock::ANYTHING);
        }
    }

    /// Where a node has no number above or below it, nobody published one: it may be anything.
    fn open(&mut self, builder: &Builder<'g, '_>, nodes: &mut BTreeMap<Node<'g>, usize>, node: Node<'g>) {
        let (above, below) = match &node {
            Node::Organisation(id) => (Some(builder.above(id)), Some(Node::People)),
            Node::Subject(_) => (Some(Node::People), Some(Node::Subjects)),
            Node::Subjects => (Some(Node::People), None),
            Node::Kind(_) | Node::Organisations => (None, Some(Node::People)),
            Node::Group(..) | Node::People => (None, None),
        };
        let this = index(nodes, node);
        if let Some(above) = above.filter(|_| self.arcs.iter().all(|arc| arc.from != this)) {
            self.add(None, [this, index(nodes, above)], Stock::ANYTHING);
        }
        if let Some(below) = below.filter(|_| self.arcs.iter().all(|arc| arc.to != this)) {
            self.add(None, [index(nodes, below), this], Stock::ANYTHING);
        }
    }

    /// The arcs of gathered numbers that are hidden.
    pub(super) fn hidden(&self) -> Vec<usize> {
        let hidden = |arc: &Arc<'_>| arc.veil == Veil::Hidden && arc.place.is_some();
        self.arcs.iter().enumerate().filter(|(_, arc)| hidden(arc)).map(|(position, _)| position).collect()
    }

    /// The places that are hidden.
    pub(super) fn hidden_places(&self) -> impl Iterator<Item = Place<'g>> {
        self.hidden().into_iter().filter_map(|arc| self.arcs[arc].place)
    }

    /// Hides what stands at a place.
    pub(super) fn hide_place(&mut self, place: Place<'_>) {
        let found = self.arcs.iter_mut().find(|arc| arc.place == Some(place));
        found.into_iter().for_each(|arc| arc.veil = Veil::Hidden);
    }

    /// Whether a hidden number may lie far enough from the truth for all that is known.
    pub(super) fn is_unsure(&self, arc: usize) -> bool {
        self.stocks[arc].demands().iter().all(|demand| Journey::both(self, arc, *demand).lack() == 0)
    }

    /// Hides what it takes, the least first, for a hidden number to be unsure; what was hidden.
    pub(super) fn widen(&mut self, arc: usize) -> Result<Vec<usize>, Fixed> {
        let mut more = Vec::new();
        for demand in self.stocks[arc].demands() {
            loop {
                let travels = Journey::both(self, arc, demand);
                if travels.lack() == 0 {
                    break;
                }
                let way = travels.way_round().ok_or(Fixed)?;
                way.iter().for_each(|arc| self.arcs[*arc].veil = Veil::Hidden);
                more.extend(way);
            }
        }
        Ok(more)
    }
}

/// Nothing more can be hidden, and still the number is known.
#[derive(Debug)]
pub(super) struct Fixed;

fn index<'g>(nodes: &mut BTreeMap<Node<'g>, usize>, node: Node<'g>) -> usize {
    let next = nodes.len();
    *nodes.entry(node).or_insert(next)
}

/// What adds up to what.
struct Builder<'g, 'c> {
    gathered: &'g Gathered,
    organisations: &'g Table<Organisation>,
    grouped: &'c Grouped<'c>,
}

impl<'g> Builder<'g, '_> {
    /// Between which sums a number stands.
    fn ends(&self, place: Place<'g>) -> [Node<'g>; 2] {
        match place {
            Place::Total => [Node::Organisations, Node::Subjects],
            Place::Kind(id) => [Node::Kind(id), Node::Organisations],
            Place::Organisation(id) => [Node::Organisation(id), self.above(id)],
            Place::Subject(id) => [Node::Subjects, Node::Subject(id)],
            Place::Pair(organisation, subject) => [Node::Subject(subject), Node::Organisation(organisation)],
        }
    }

    /// Into which sum an organisation goes.
    fn above(&self, id: &Id<Organisation>) -> Node<'g> {
        let kind = &self.organisations[id].kind.value;
        let kind = self.gathered.kinds.get_key_value(kind).filter(|(_, amount)| amount.value().is_some());
        let (kind, groups) = (kind.map(|(id, _)| id), (self.grouped)(id));
        match kind {
            _ if !groups.is_empty() => Node::Group(kind, groups),
            Some(kind) => Node::Kind(kind),
            None => Node::Organisations,
        }
    }

    /// How many people there may be at a place, for all that is published.
    fn most(&self, place: Place<'_>) -> i64 {
        let counts = |id: &Id<Organisation>, row: &Organisation| match place {
            Place::Total | Place::Subject(_) => true,
            Place::Kind(kind) => row.kind.value == *kind,
            Place::Organisation(one) | Place::Pair(one, _) => id == one,
        };
        let rows = self.organisations.iter().filter(|(id, row)| counts(id, row));
        rows.map(|(_, row)| i64::from(row.staff)).sum()
    }
}
