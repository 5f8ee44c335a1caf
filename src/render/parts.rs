//! Parts that many pages share: drawn once, and on each page only led to the site's root.
//!
//! Apart from the templates, because a large bank shows every practice in a dozen lists, and the same choices above all
//! pages of a list: drawn anew each time, they would cost as much as everything else. The plan shares such a part by
//! `Arc`, so its place in memory tells which one it is. It is drawn with a mark where the way to the root goes; no text
//! can hold the mark, since the first door lets no control character through.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;
use serde::Serialize;
use tera::{Context, Value};

use crate::diag::Diagnostic;
use crate::plan::Page;
use crate::plan::views::{BankView, CardView, Content, FacetGroupView};

/// Stands for the way to the root.
pub const ROOT: char = '\u{1}';
/// Below the only `h1` of a list.
const HEADING: u8 = 2;

/// Draws a component of the theme.
pub type Draw<'d> = dyn Fn(&str, &Context) -> Result<String, Diagnostic> + Sync + 'd;

/// The parts, drawn, by their places in memory.
#[derive(Default)]
pub struct Parts {
    drawn: BTreeMap<usize, String>,
}

/// The parts of one page, as its template sees them.
#[derive(Serialize)]
pub struct PartsOf {
    cards: Vec<Value>,
    choices: Value,
}

enum Part<'a> {
    Card(&'a CardView),
    Choices(&'a [FacetGroupView]),
}

impl Parts {
    /// Draws every part that a page has, on all threads.
    pub fn draw(pages: &[Page<'_>], draw: &Draw<'_>) -> Result<Self, Diagnostic> {
        let drawn: Vec<(usize, Result<String, Diagnostic>)> =
            shared(pages).into_par_iter().map(|(place, part)| (place, draw_one(&part, draw))).collect();
        let drawn = drawn.into_iter().map(|(place, html)| Ok((place, html?)));
        Ok(Self { drawn: drawn.collect::<Result<_, Diagnostic>>()? })
    }

    /// A card as it was drawn, with the mark where the way to the root goes.
    pub fn card(&self, card: &Arc<CardView>) -> &str {
        &self.drawn[&place(card)]
    }

    /// The parts of a page whose way to the root is `root`.
    pub fn of(&self, content: &Content, root: &str) -> Option<PartsOf> {
        let view = list(content)?;
        let led = |place: usize| Value::safe_string(&self.drawn[&place].replace(ROOT, root));
        let cards = view.cards.iter().map(|card| led(place(card)));
        Some(PartsOf { cards: cards.collect(), choices: led(place(&view.facets)) })
    }
}

fn list(content: &Content) -> Option<&BankView> {
    match content {
        Content::Bank(view) => Some(view),
        _ => None,
    }
}

fn place<T>(part: &Arc<T>) -> usize {
    Arc::as_ptr(part).addr()
}

/// Each part once.
fn shared<'a>(pages: &'a [Page<'_>]) -> BTreeMap<usize, Part<'a>> {
    let mut parts = BTreeMap::new();
    for view in pages.iter().filter_map(|page| list(&page.content)) {
        parts.insert(place(&view.facets), Part::Choices(&view.facets));
        parts.extend(view.cards.iter().map(|card| (place(card), Part::Card(card))));
    }
    parts
}

fn draw_one(part: &Part<'_>, draw: &Draw<'_>) -> Result<String, Diagnostic> {
    let mut context = Context::new();
    context.insert("root", &ROOT);
    match part {
        Part::Card(card) => {
            context.insert("card", card);
            context.insert("heading", &HEADING);
            draw("practice_card", &context)
        }
        Part::Choices(groups) => {
            context.insert("groups", groups);
            draw("choices", &context)
        }
    }
}
