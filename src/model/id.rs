//! Ids and the tables they open.
//!
//! An `Id<Practice>` cannot be taken for an `Id<Indicator>`. A table also remembers the ids of rows that were refused,
//! so that one bad row gives one message and not one more at every place that names it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::marker::PhantomData;
use std::ops::Index;
use std::sync::Arc;

use crate::diag::At;
use crate::source::is_device;

/// The longest id, in bytes: an address should fit on a poster.
pub const LONGEST_ID: usize = 60;

/// A permanent name: lower-case Latin letters and digits in groups joined by single hyphens.
pub struct Id<T> {
    name: Arc<str>,
    of: PhantomData<fn() -> T>,
}

impl<T> Id<T> {
    /// Takes a text for an id if it can be one.
    pub fn parse(text: &str) -> Option<Self> {
        let group = |part: &str| {
            !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        };
        let good = text.len() <= LONGEST_ID && text.split('-').all(group) && !is_device(text);
        good.then(|| Self { name: text.into(), of: PhantomData })
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.name
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        Self { name: self.name.clone(), of: PhantomData }
    }
}
impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}
impl<T> Eq for Id<T> {}
impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.name.cmp(&other.name)
    }
}
impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}
impl<T> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

/// Rows by id, each with the place of its id, in the order in which the author wrote them.
#[derive(Debug)]
pub struct Table<T> {
    rows: Vec<(Id<T>, At<T>)>,
    /// Where the row of an id stands among the rows.
    places: BTreeMap<Id<T>, usize>,
    /// Earlier ids, as they were typed, with the present ones.
    aliases: Vec<(At<Id<T>>, Id<T>)>,
    refused: BTreeSet<Id<T>>,
    /// Whether the file that holds the rows was refused: then no id can be called unknown.
    is_lost: bool,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self {
            rows: Vec::new(),
            places: BTreeMap::new(),
            aliases: Vec::new(),
            refused: BTreeSet::new(),
            is_lost: false,
        }
    }
}

impl<T> Table<T> {
    /// Adds a row; gives the earlier one back when the id is taken.
    pub fn insert(&mut self, id: At<Id<T>>, row: T) -> Result<(), &At<T>> {
        if let Some(place) = self.places.get(&id.value) {
            return Err(&self.rows[*place].1);
        }
        self.places.insert(id.value.clone(), self.rows.len());
        self.rows.push((id.value, At::new(row, id.span)));
        Ok(())
    }

    /// Remembers an id under which a row was known before; whether it was free is for `check` to judge.
    pub fn alias(&mut self, earlier: At<Id<T>>, present: Id<T>) {
        self.aliases.push((earlier, present));
    }

    /// Earlier ids with the present ones, in the author's order.
    pub fn aliases(&self) -> impl Iterator<Item = (&At<Id<T>>, &Id<T>)> {
        self.aliases.iter().map(|(earlier, present)| (earlier, present))
    }

    /// The present id of a row that was known under this one.
    pub fn renamed(&self, earlier: &Id<T>) -> Option<&Id<T>> {
        self.aliases().find(|(alias, _)| alias.value == *earlier).map(|(_, present)| present)
    }

    /// Remembers that a row of this id was refused and already explained.
    pub fn refuse(&mut self, id: Id<T>) {
        self.refused.insert(id);
    }

    /// Remembers that the rows could not be read at all, and that this was already explained.
    pub fn lose(&mut self) {
        self.is_lost = true;
    }

    /// Whether every row that was written is here: only then does an absence mean something.
    pub fn is_whole(&self) -> bool {
        self.refused.is_empty() && !self.is_lost
    }

    /// The row, if there is one.
    pub fn get(&self, id: &Id<T>) -> Option<&At<T>> {
        self.places.get(id).map(|place| &self.rows[*place].1)
    }

    /// Whether the id names a row, or one that was already complained about.
    pub fn knows(&self, id: &Id<T>) -> bool {
        self.is_lost || self.places.contains_key(id) || self.refused.contains(id)
    }

    /// All rows in the author's order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&Id<T>, &At<T>)> + Clone {
        self.rows.iter().map(|(id, row)| (id, row))
    }

    /// The rows, to be changed in place.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = (&Id<T>, &mut At<T>)> {
        self.rows.iter_mut().map(|(id, row)| (&*id, row))
    }

    /// The ids in the author's order.
    pub fn ids(&self) -> impl Iterator<Item = &Id<T>> {
        self.rows.iter().map(|(id, _)| id)
    }

    /// Where a row stands in the author's order.
    pub fn position(&self, id: &Id<T>) -> usize {
        self.places.get(id).copied().unwrap_or(self.rows.len())
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

impl<T> Index<&Id<T>> for Table<T> {
    type Output = At<T>;

    /// The row of an id that the checks found to be known.
    ///
    /// # Panics
    /// If the id is unknown: the door behind `check` lets none through.
    fn index(&self, id: &Id<T>) -> &At<T> {
        self.get(id).unwrap_or_else(|| panic!("the checks let an unknown id through: {id}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_a_slug() {
        for good in ["a", "school-1", "2024", "a1-b2-c3"] {
            assert!(Id::<()>::parse(good).is_some(), "{good}");
        }
        let long = "a".repeat(LONGEST_ID + 1);
        for bad in
            ["", "-a", "a-", "a--b", "A", "школа", "a b", "a/b", "..", "a.b", "con", "com1", long.as_str()]
        {
            assert!(Id::<()>::parse(bad).is_none(), "{bad}");
        }
    }
}
