//! The register of published addresses against the pages that there are: none vanishes unnoticed.
//!
//! Here and not in `check`, since only the plan knows which pages there are.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::model::{Addresses, Model};
use crate::source::Sources;
use crate::words::nearest;

use super::Page;
use super::lost::{Cause, cause, cut, name_of};

/// What stands above a list that the program begins.
const PREFACE: &str = "\
# Опубликованные адреса: каждый должен открываться всегда. Список пополняет `metodbank register`, руками его не правят.
# Страницу переименовали — впишите туда, где она описана, `aliases = [\"прежнее-имя\"]`. Страницы больше нет — допишите сюда:
#
# [[withdrawn]]
# address = \"practices/old-name.html\"
# date = 2025-02-10
# reason = \"Практика устарела.\"
# instead = \"practices/new-name.html\"
";

/// Reports lost addresses, pages at withdrawn ones, substitutes that are nowhere, and pages that are not in the list.
pub fn check((model, register): (&Model, &Addresses), pages: &[Page<'_>], diagnostics: &mut Diagnostics) {
    let there: BTreeMap<&str, &Page<'_>> = pages.iter().map(|page| (page.href.as_str(), page)).collect();
    let listed: BTreeSet<&str> = register.published.iter().map(|address| address.as_str()).collect();
    let withdrawn: BTreeSet<&str> = register.withdrawn.iter().map(|row| row.address.as_str()).collect();
    let fresh: BTreeSet<&str> =
        permanent(pages).filter(|href| !listed.contains(href) && !withdrawn.contains(href)).collect();
    for address in &register.published {
        let name = address.as_str();
        if !there.contains_key(name) && !withdrawn.contains(name) {
            let complaint = Diagnostic::at(&codes::LOST_ADDRESS, address.span).with("address", name);
            diagnostics.push(explained(complaint, cause(model, name), &fresh));
        }
    }
    for row in &register.withdrawn {
        if let Some(page) = there.get(row.address.as_str()) {
            let complaint = Diagnostic::at(&codes::STILL_PUBLISHED, row.address.span);
            diagnostics.push(complaint.with("address", &row.address.value).with("title", &page.head.title));
        }
        if let Some(instead) = row.instead.as_ref().filter(|instead| !there.contains_key(instead.as_str())) {
            let complaint = Diagnostic::at(&codes::NO_ADDRESS, instead.span).with("problem", "nowhere");
            let near = nearest(instead.as_str(), there.keys().copied());
            diagnostics.push(complaint.with("address", &instead.value).nearest(near));
        }
    }
    // Nothing is registered while there are errors, so nobody need be sent there.
    if let Some(first) = fresh.first().filter(|_| !diagnostics.has_errors()) {
        let complaint = Diagnostic::path(&codes::UNREGISTERED, "data/addresses.toml");
        diagnostics.push(complaint.with("n", fresh.len()).with("first", first));
    }
}

/// The addresses that the site promises for ever.
pub fn permanent<'p>(pages: &'p [Page<'_>]) -> impl Iterator<Item = &'p str> {
    pages.iter().filter(|page| page.content.is_permanent()).map(|page| page.href.as_str())
}

/// What the hint needs to know of a lost page.
fn explained(complaint: Diagnostic, cause: Cause<'_>, fresh: &BTreeSet<&str>) -> Diagnostic {
    match cause {
        Cause::Hidden(file) => complaint.with("cause", "hidden").see(file),
        Cause::NoData => complaint.with("cause", "no-data"),
        Cause::NoName { id, address } => match heir(&address, fresh) {
            Some(new) => complaint.with("cause", "renamed").with("id", id).with("new", new),
            None => complaint.with("cause", "no-name").with("id", id),
        },
    }
}

/// The new page that a lost one has probably become: a page that was renamed is lost under one name, and new in the same
/// folder under another.
fn heir<'p>(lost: &str, fresh: &BTreeSet<&'p str>) -> Option<&'p str> {
    let (folder, name) = cut(lost);
    let beside = || fresh.iter().copied().filter(|href| cut(href).0 == folder);
    let near = nearest(name, beside().map(name_of))?;
    beside().find(|href| name_of(href) == near)
}

/// The register as it should be.
#[derive(Debug)]
pub struct Renewed {
    /// Its text.
    pub text: String,
    /// How many addresses are new in it.
    pub added: usize,
    /// How many it has in all.
    pub all: usize,
}

/// Adds the addresses of all pages to the register; takes none out, and leaves what stands beside the list alone.
pub fn renew(register: Option<&Addresses>, pages: &[Page<'_>], sources: &Sources) -> Renewed {
    let before: BTreeSet<&str> =
        register.into_iter().flat_map(|it| &it.published).map(|address| address.as_str()).collect();
    let all: BTreeSet<&str> = before.iter().copied().chain(permanent(pages)).collect();
    let list: String = all.iter().map(|address| format!("  \"{address}\",\n")).collect();
    let list = format!("[\n{list}]");
    let text = register.and_then(|it| Some((it.list, &sources.file(it.list.file)?.text)));
    let text = text.map_or_else(
        || format!("{PREFACE}published = {list}\n"),
        |(at, text)| format!("{}{list}{}", &text[..at.start as usize], &text[at.end as usize..]),
    );
    Renewed { text, added: all.len() - before.len(), all: all.len() }
}
