//! Everything that has a page of its own name, kind by kind: the one list of what may have been called otherwise.
//!
//! Links, checks and addresses ask it alike, so that a kind which may be renamed is renamed everywhere.

use std::collections::BTreeMap;

use crate::diag::{At, Span};
use crate::source::TextFolder;

use super::{Id, Model, Programme, Register, Table, ThingKind};

/// Whose names stand on a shelf.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ShelfOf<'a> {
    /// Things of one kind that stand at the address of their own id.
    Things(ThingKind),
    /// Programmes: each names the addresses of all its pages.
    Programmes,
    /// The indicators of a programme.
    Indicators(&'a Id<Programme>),
    /// The entries of a register.
    Entries(&'a Id<Register>),
}

impl ShelfOf<'_> {
    /// The kind under which a text links to them.
    pub fn kind(self) -> Option<ThingKind> {
        match self {
            ShelfOf::Things(kind) => Some(kind),
            ShelfOf::Indicators(_) => Some(ThingKind::Indicator),
            ShelfOf::Programmes | ShelfOf::Entries(_) => None,
        }
    }

    /// The folder of their texts.
    pub fn folder(self) -> Option<TextFolder> {
        match self.kind()? {
            ThingKind::Practice => Some(TextFolder::Practices),
            ThingKind::Recommendation => Some(TextFolder::Recommendations),
            ThingKind::Report => Some(TextFolder::Reports),
            ThingKind::Document => Some(TextFolder::Documents),
            ThingKind::Page => Some(TextFolder::Pages),
            ThingKind::Indicator
            | ThingKind::Topic
            | ThingKind::Organisation
            | ThingKind::Register
            | ThingKind::Association => None,
        }
    }
}

/// The names of one kind.
#[derive(Debug)]
pub struct Shelf<'a> {
    /// Whose they are.
    pub of: ShelfOf<'a>,
    /// Present ids with their places.
    pub ids: BTreeMap<&'a str, Span>,
    /// Earlier ids with the present ones, in the author's order.
    pub aliases: Vec<(At<&'a str>, &'a str)>,
}

impl<'a> Shelf<'a> {
    fn new<T>(of: ShelfOf<'a>, table: &'a Table<T>) -> Self {
        let aliases = table.aliases();
        Self {
            of,
            ids: table.iter().map(|(id, row)| (id.as_str(), row.span)).collect(),
            aliases: aliases
                .map(|(earlier, present)| (At::new(earlier.as_str(), earlier.span), present.as_str()))
                .collect(),
        }
    }
}

impl Model {
    /// All shelves. Those whose names are part of others' addresses stand last.
    pub fn shelves(&self) -> Vec<Shelf<'_>> {
        let things = ShelfOf::Things;
        let mut shelves = vec![
            Shelf::new(things(ThingKind::Practice), &self.practices),
            Shelf::new(things(ThingKind::Recommendation), &self.recommendations),
            Shelf::new(things(ThingKind::Report), &self.reports),
            Shelf::new(things(ThingKind::Document), &self.documents),
            Shelf::new(things(ThingKind::Page), &self.pages),
            Shelf::new(things(ThingKind::Organisation), &self.organisations),
            Shelf::new(things(ThingKind::Topic), &self.vocabulary.topics),
            Shelf::new(things(ThingKind::Association), &self.vocabulary.associations),
        ];
        for (id, row) in self.programmes.iter() {
            shelves.push(Shelf::new(ShelfOf::Indicators(id), &row.value.indicators));
        }
        for (id, row) in self.registers.iter() {
            shelves.push(Shelf::new(ShelfOf::Entries(id), &row.value.entries));
        }
        shelves.push(Shelf::new(things(ThingKind::Register), &self.registers));
        shelves.push(Shelf::new(ShelfOf::Programmes, &self.programmes));
        shelves
    }
}
