//! What stands at an address that is no page any more: the way to the new address, or a word about why there is none.

use crate::model::{Addresses, Id, Model, Practice, Recommendation, Table};
use crate::words::{in_words, polish};

use super::super::desk::Desk;
use super::super::views::{Content, Link, RedirectView, WithdrawnView};
use super::super::{Page, route};
use super::shared::{page, section};

/// The earlier addresses of everything that has a page now.
pub fn redirects<'a>(desk: &Desk<'a>) -> Vec<Page<'a>> {
    let model: &'a Model = desk.model;
    let public = |id: &Id<Practice>| model.practices[id].is_public();
    let grounded = |id: &Id<Recommendation>| desk.analysis.grounds.contains_key(id);
    let text = |id: &Id<_>| Link { title: polish(&model.pages[id].title), href: route::page(id.as_str()) };
    let mut moved = moves(&model.practices, route::practice, |id| public(id).then(|| desk.practice(id)));
    moved.extend(moves(&model.recommendations, route::recommendation, |id| {
        grounded(id).then(|| desk.recommendation(id))
    }));
    moved.extend(moves(&model.reports, route::report, |id| Some(desk.report(id))));
    moved.extend(moves(&model.documents, route::document, |id| Some(desk.document(id))));
    moved.extend(moves(&model.pages, |id| route::page(id.as_str()), |id| Some(text(id))));
    moved.extend(moves(&model.organisations, route::organisation, |id| Some(desk.organisation(id))));
    for (programme, row) in model.programmes.iter() {
        let address = |id: &Id<_>| route::indicator(programme, id);
        moved.extend(moves(&row.indicators, address, |id| Some(desk.indicator(programme, id))));
    }
    for (register, row) in model.registers.iter() {
        let address = |id: &Id<_>| route::entry(register, id);
        moved.extend(moves(&row.entries, address, |id| Some(desk.entry(register, id))));
    }
    moved.into_iter().map(|(from, to)| redirect(desk, from, to)).collect()
}

/// Earlier addresses with the pages that stand elsewhere now.
fn moves<T>(
    table: &Table<T>,
    address: impl Fn(&Id<T>) -> String,
    page: impl Fn(&Id<T>) -> Option<Link>,
) -> Vec<(String, Link)> {
    table.aliases().filter_map(|(earlier, present)| Some((address(earlier), page(present)?))).collect()
}

/// Its canonical address is that of the page it leads to.
fn redirect<'a>(desk: &Desk<'a>, from: String, to: Link) -> Page<'a> {
    let head = desk.head(&to.href, section::NONE, desk.word("moved-title"), String::new());
    page(from, head, Content::Redirect(RedirectView { to }))
}

/// Addresses that were taken away on purpose. They are laid out after the pages, which may take their place.
pub fn withdrawn<'a>(desk: &Desk<'a>, register: &Addresses, pages: &[Page<'_>]) -> Vec<Page<'a>> {
    let title = |href: &str| pages.iter().find(|page| page.href == href).map(|page| page.head.title.clone());
    let free = register.withdrawn.iter().filter(|row| title(row.address.as_str()).is_none());
    let pages = free.map(|row| {
        let instead = row
            .instead
            .as_ref()
            .and_then(|address| Some(Link { title: title(address.as_str())?, href: address.to_string() }));
        let view = WithdrawnView { date: in_words(row.date), reason: polish(&row.reason), instead };
        let href = row.address.to_string();
        let head = desk.head(&href, section::NONE, desk.word("withdrawn-title"), String::new());
        page(href, head, Content::Withdrawn(view))
    });
    pages.collect()
}
