//! Room 5 · decide: every page, its address, and everything it will say.
//!
//! Behind this room nothing is chosen any more: the drawing has only to put words, tables and charts in their places.

mod addresses;
mod agenda;
mod body;
mod cards;
mod charts;
mod clusters;
mod comparisons;
mod desk;
pub mod downloads;
mod facets;
pub mod figure;
mod files;
mod footnotes;
mod gaps;
mod hidden;
mod kin;
mod lost;
mod origin;
#[cfg(test)]
mod origin_tests;
mod pages;
mod people;
mod phrase;
pub mod route;
mod search;
mod sentence;
mod slopes;
mod tables;
mod tally;
mod terms;
pub mod views;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::analysis::Analysis;
use crate::diag::{Diagnostic, Diagnostics, Span, codes};
use crate::model::{Edition, Model};
use crate::source::{Sources, Theme};
use crate::words::Catalogue;

pub use addresses::{Renewed, renew};
pub use agenda::{Agenda, AgendaEntry};
pub use body::{Address, Body, BoundFigure, BoundValue};
pub use files::{Copied, Drawn, ShownPicture, WAY_OF_DRAWING};
pub use people::Withdrawn;
pub use search::{FacetTable, FoundKind, Search, SearchEntry};
pub use terms::{Explained, Terms};

use desk::Desk;
use downloads::Downloads;
use figure::ChartSpec;
use views::{Content, Head, SiteView};

/// A page: where it stands and all that it says.
#[derive(Debug)]
pub struct Page<'a> {
    /// Its address from the site's root.
    pub href: String,
    /// From the page to the root.
    pub root: String,
    /// What every page has in its head.
    pub head: Head,
    /// What stands on it.
    pub content: Content,
    /// When what it says last changed, if that is known.
    pub changed: Option<Date>,
    /// Its text, if it has one.
    pub body: Option<Body<'a>>,
    /// Its charts by the name under which the template asks for them.
    pub charts: Vec<(Cow<'static, str>, ChartSpec)>,
}

/// The whole site, decided.
pub struct Plan<'a> {
    /// For whom the site is.
    pub edition: Edition,
    /// What all pages share.
    pub site: SiteView,
    /// Pages.
    pub pages: Vec<Page<'a>>,
    /// Files for calendars.
    pub agendas: Vec<Agenda>,
    /// What can be taken away.
    pub downloads: Downloads<'a>,
    /// Files published as they are.
    pub copied: Vec<Copied>,
    /// Pictures to be drawn.
    pub drawn: Vec<Drawn>,
    /// What the finder finds.
    pub search: Search,
    /// What of people is asked for and not published.
    pub withdrawn: Vec<Withdrawn>,
    /// The theme's phrases, for the templates.
    pub catalogue: Arc<Catalogue>,
}

/// Reads the theme's phrases; without them nothing can be said.
pub fn phrases(theme: &Theme<'_>, language: &str, diagnostics: &mut Diagnostics) -> Option<Arc<Catalogue>> {
    let texts: Vec<&str> =
        theme.texts("locales").filter(|(path, _)| path.ends_with(".ftl")).map(|(_, text)| text).collect();
    match Catalogue::parse(language, &texts) {
        Ok(catalogue) => Some(Arc::new(catalogue)),
        Err(error) => {
            diagnostics.push(Diagnostic::path(&codes::CATALOGUE, "themes").with("error", error));
            None
        }
    }
}

/// Lays the whole site out.
pub fn lay_out<'a>(
    model: &'a Model,
    analysis: &'a Analysis,
    sources: &'a Sources,
    catalogue: &'a Arc<Catalogue>,
    diagnostics: &mut Diagnostics,
) -> Plan<'a> {
    gaps::check(model, analysis, diagnostics);
    hidden::check(model, analysis, diagnostics);
    let desk = Desk::new(model, analysis, sources, catalogue);
    let mut pages: Vec<Page<'a>> =
        pages::makers(&desk).into_par_iter().map(|make| make(&desk)).flatten_iter().collect();
    let downloads = downloads::downloads(&desk);
    pages.extend(pages::open_data(&desk, &downloads));
    let moved = pages::redirects(&desk, &pages, diagnostics);
    pages.extend(moved);
    if let Some(register) = &model.addresses {
        addresses::check((model, register), &pages, diagnostics);
        let withdrawn = pages::withdrawn(&desk, register, &pages);
        pages.extend(withdrawn);
    }
    let feeds = pages::feeds(&desk, &pages);
    pages.extend(feeds);
    pages.sort_by(|a, b| a.href.cmp(&b.href));
    refuse_twins(model, &pages, diagnostics);
    Plan {
        edition: model.site.edition,
        site: pages::site(&desk),
        search: search::search(&desk, &pages),
        pages,
        agendas: agenda::agendas(&desk),
        downloads,
        copied: files::copied(&desk),
        drawn: files::drawn(&desk),
        withdrawn: people::withdrawn(&desk),
        catalogue: Arc::clone(catalogue),
    }
}

/// Two pages cannot stand at one address. Those that follow from no file are named by their titles alone.
fn refuse_twins(model: &Model, pages: &[Page<'_>], diagnostics: &mut Diagnostics) {
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    for page in pages {
        let Some(other) = seen.insert(&page.href, &page.head.title) else { continue };
        let mut files = written_as(model, &page.href).into_iter();
        let complaint = files.next().map_or_else(
            || Diagnostic::path(&codes::SAME_ADDRESS, &page.href),
            |file| Diagnostic::at(&codes::SAME_ADDRESS, file),
        );
        let complaint = files.fold(complaint, Diagnostic::see).with("whose", "both");
        diagnostics
            .push(complaint.with("address", &page.href).with("one", other).with("other", &page.head.title));
    }
}

/// Where the names that give an address are written.
fn written_as(model: &Model, href: &str) -> Vec<Span> {
    let shelves = model.shelves();
    let names = shelves.iter().flat_map(|shelf| shelf.ids.iter().map(|(id, span)| (shelf.of, *id, *span)));
    names
        .filter(|(of, id, _)| route::named(*of, id).as_deref() == Some(href))
        .map(|(.., span)| span)
        .collect()
}
