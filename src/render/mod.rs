//! Room 6 · draw: plan in, bytes out. No disk, no clock, no network.
//!
//! Drawing is on demand: the last room asks for one file after another, on as many threads as it likes, and a large
//! site never stands whole in memory.

mod chart;
mod csv;
mod glossary;
mod markdown;
pub mod output;
mod parts;
mod search;
mod template;

use std::collections::BTreeMap;

use crate::diag::{Diagnostic, Diagnostics, Stopped};
use crate::plan::{Page, Plan};
use crate::source::{Sources, Theme};

use output::Output;
use search::Finder;
use template::Templates;

/// What one file is drawn from.
enum Piece<'a> {
    /// A page, feed or map.
    Page(&'a Page<'a>),
    /// A table for machines.
    Sheet(&'a crate::plan::Sheet),
    /// A file of the finder.
    Finder(search::File),
    /// A file that is published as it is.
    Ready(&'a [u8]),
}

/// The site, ready to be drawn.
pub struct Drawing<'a> {
    paths: Vec<String>,
    pieces: Vec<Piece<'a>>,
    templates: Templates,
    finder: Finder<'a>,
}

/// Prepares the drawing: the templates are read, and every file has its piece.
pub fn render<'a>(
    plan: &'a Plan<'a>,
    theme: &Theme<'a>,
    sources: &'a Sources,
    diagnostics: &mut Diagnostics,
) -> Result<Drawing<'a>, Stopped> {
    let templates = Templates::read(theme, plan, diagnostics)?;
    let mut files: BTreeMap<String, Piece<'a>> = BTreeMap::new();
    for (path, bytes) in theme.folder("static") {
        files.insert(format!("assets/{path}"), Piece::Ready(bytes));
    }
    for copied in &plan.copied {
        if let Some(blob) = sources.blobs().get(copied.blob) {
            files.insert(copied.path.clone(), Piece::Ready(&blob.bytes));
        }
    }
    for sheet in &plan.sheets {
        files.insert(sheet.href.clone(), Piece::Sheet(sheet));
    }
    let finder = Finder::new(plan);
    files.extend(finder.files().into_iter().map(|(path, file)| (path, Piece::Finder(file))));
    for page in &plan.pages {
        files.insert(page.href.clone(), Piece::Page(page));
    }
    let (paths, pieces) = files.into_iter().unzip();
    Ok(Drawing { paths, pieces, templates, finder })
}

impl Output for Drawing<'_> {
    fn paths(&self) -> &[String] {
        &self.paths
    }

    fn prepare(&self) {
        self.finder.prepare();
    }

    fn draw(&self, position: usize) -> Result<Vec<u8>, Diagnostic> {
        match &self.pieces[position] {
            Piece::Page(page) => self.templates.page(page),
            Piece::Sheet(sheet) => Ok(csv::render(sheet)),
            Piece::Finder(file) => self.finder.draw(*file, &self.templates),
            Piece::Ready(bytes) => Ok(bytes.to_vec()),
        }
    }
}

impl Drawing<'_> {
    /// How many pages people can open.
    pub fn pages(&self) -> usize {
        self.paths.iter().filter(|path| path.ends_with(".html")).count()
    }
}
