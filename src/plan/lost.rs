//! Why a published address has no page any more, as far as the data tell: what is to be done depends on it.

use crate::diag::Span;
use crate::model::{Model, ShelfOf, ThingKind};

use super::route;

/// What became of a page.
#[derive(Debug, PartialEq, Eq)]
pub enum Cause<'a> {
    /// What it was about is there and is not shown: it went back to the drafts.
    Hidden(Span),
    /// Nothing is called so any more, or somewhere else.
    NoName {
        /// The name that is gone.
        id: &'a str,
        /// The address that it alone gave: that of the page, or of the page above it.
        address: String,
    },
    /// It bore no name of its own and followed from data that are gone.
    NoData,
}

/// The cause, by the address alone.
pub fn cause<'a>(model: &Model, address: &'a str) -> Cause<'a> {
    let shelves = model.shelves();
    let id = name_of(address);
    if let Some(shelf) = shelves.iter().find(|shelf| route::named(shelf.of, id).as_deref() == Some(address)) {
        let renamed = || Some(shelf.aliases.iter().find(|(earlier, _)| earlier.value == id)?.1);
        let present = if shelf.ids.contains_key(id) { Some(id) } else { renamed() };
        return match present.and_then(|id| shelf.ids.get(id)) {
            Some(span) => Cause::Hidden(*span),
            None if route::LISTS.contains(&address) => Cause::NoData,
            None => Cause::NoName { id, address: address.to_owned() },
        };
    }
    // The name of a programme or a register stands in the addresses of all its pages.
    let above = [ShelfOf::Programmes, ShelfOf::Things(ThingKind::Register)].into_iter().find_map(|of| {
        let shelf = shelves.iter().find(|shelf| shelf.of == of)?;
        let is_known = |id: &str| {
            shelf.ids.contains_key(id) || shelf.aliases.iter().any(|(earlier, _)| earlier.value == id)
        };
        let id = address.split('/').nth(1).filter(|id| !is_known(id))?;
        let address = route::named(of, id).filter(|above| {
            address.strip_prefix(above.trim_end_matches(".html")).is_some_and(|rest| rest.starts_with('/'))
        })?;
        Some(Cause::NoName { id, address })
    });
    above.unwrap_or(Cause::NoData)
}

/// The folder of an address and the name in it.
pub fn cut(address: &str) -> (&str, &str) {
    let (folder, name) = address.rsplit_once('/').unwrap_or(("", address));
    (folder, name.trim_end_matches(".html"))
}

/// The name in an address.
pub fn name_of(address: &str) -> &str {
    cut(address).1
}
