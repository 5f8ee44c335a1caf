//! What stands at an address that is no page any more: the way to the new address, or a word about why there is none.
//!
//! Both are laid out after the pages: where there is a page, there is a way to it.

use std::collections::BTreeMap;

use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::model::{Addresses, Withdrawn};
use crate::words::{in_words, polish};

use super::super::desk::Desk;
use super::super::route::Href;
use super::super::views::{Content, Link, RedirectView, WithdrawnView};
use super::super::{Page, route};
use super::shared::{page, section};

/// The earlier addresses of all pages. An address at which another page stands is given to nobody else.
pub fn redirects<'a>(desk: &Desk<'a>, pages: &[Page<'_>], diagnostics: &mut Diagnostics) -> Vec<Page<'a>> {
    let titles: BTreeMap<&str, &str> =
        pages.iter().map(|page| (page.href.as_str(), page.head.title.as_str())).collect();
    let promised = pages.iter().filter(|page| page.content.is_permanent());
    let mut ways: BTreeMap<Href, Link> = promised.map(|page| (page.href.clone(), way(page))).collect();
    let mut moved = Vec::new();
    for shelf in desk.model.shelves() {
        for (earlier, present) in &shelf.aliases {
            let stem = |id: &str| Some(route::named(shelf.of, id)?.trim_end_matches(".html").to_owned());
            let (Some(from), Some(to)) = (stem(earlier.value), stem(present)) else { continue };
            for (address, way) in under(&ways, &from, &to) {
                if let Some(title) = titles.get(address.as_str()) {
                    let complaint = Diagnostic::at(&codes::SAME_ADDRESS, earlier.span);
                    let complaint = complaint.with("whose", "alias").with("address", &address);
                    diagnostics.push(complaint.with("one", title));
                } else {
                    moved.push(redirect(desk, address.clone(), way.clone()));
                    ways.insert(address, way);
                }
            }
        }
    }
    moved
}

/// The ways to a page and to all pages of its folder, at the addresses that they had under another name.
fn under(ways: &BTreeMap<Href, Link>, from: &str, to: &str) -> Vec<(Href, Link)> {
    let named = ways.range(to.to_owned()..).take_while(|(href, _)| href.starts_with(to));
    let rest = named.filter_map(|(href, way)| Some((href.strip_prefix(to)?, way)));
    let own = rest.filter(|(rest, _)| *rest == ".html" || rest.starts_with('/'));
    own.map(|(rest, way)| (format!("{from}{rest}"), way.clone())).collect()
}

/// The way to a page; past it, if it only leads further.
fn way(page: &Page<'_>) -> Link {
    match &page.content {
        Content::Redirect(redirect) => redirect.to.clone(),
        _ => Link { title: page.head.title.clone(), href: page.href.clone() },
    }
}

/// Its canonical address is that of the page it leads to.
fn redirect<'a>(desk: &Desk<'a>, from: Href, to: Link) -> Page<'a> {
    let head = desk.head(&to.href, section::NONE, desk.word("moved-title"), String::new());
    page(from, head, Content::Redirect(RedirectView { to }))
}

/// Addresses that were taken away on purpose. They are laid out after all others, which may take their place.
pub fn withdrawn<'a>(desk: &Desk<'a>, register: &Addresses, pages: &[Page<'_>]) -> Vec<Page<'a>> {
    let there: BTreeMap<&str, &Page<'_>> = pages.iter().map(|page| (page.href.as_str(), page)).collect();
    let free = register.withdrawn.iter().filter(|row| !there.contains_key(row.address.as_str()));
    let gone = |row: &Withdrawn| {
        let instead = row.instead.as_ref().and_then(|address| there.get(address.as_str()));
        let instead = instead.map(|page| way(page));
        let view = WithdrawnView { date: in_words(row.date), reason: polish(&row.reason), instead };
        let href = row.address.to_string();
        let head = desk.head(&href, section::NONE, desk.word("withdrawn-title"), String::new());
        page(href, head, Content::Withdrawn(view))
    };
    free.map(gone).collect()
}
