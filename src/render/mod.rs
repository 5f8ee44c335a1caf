//! Room 6 · draw: plan in, bytes out. No disk, no clock, no network.
//!
//! Drawing is on demand: the last room asks for one file after another, on as many threads as it likes, and a large
//! site never stands whole in memory.

mod chart;
mod csv;
mod glossary;
mod ics;
mod json;
mod markdown;
pub mod output;
mod parts;
mod picture;
mod qr;
mod search;
mod spark;
mod template;
mod xlsx;

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use crate::diag::{Diagnostic, Diagnostics, Stopped, codes};
use crate::model::Edition;
use crate::plan::downloads::{Dataset, Form, Format, Legend};
use crate::plan::{Drawn, Page, Plan};
use crate::source::{Blob, Sources, Theme};

use output::Output;
use search::Finder;
use template::Templates;

/// What one file is drawn from.
enum Piece<'a> {
    /// A page, feed or map.
    Page(&'a Page<'a>),
    /// A file for calendars.
    Agenda(&'a crate::plan::Agenda),
    /// The values of a set in a format.
    Values(&'a Dataset<'a>, Format),
    /// A small table for machines.
    Table(&'a [Vec<String>]),
    /// A file of the finder.
    Finder(search::File),
    /// A picture, with the file from which it is drawn.
    Picture(&'a Drawn, &'a Blob),
    /// A file that is published as it is.
    Ready(&'a [u8]),
}

/// The site, ready to be drawn.
pub struct Drawing<'a> {
    paths: Vec<String>,
    pieces: Vec<Piece<'a>>,
    templates: Templates,
    finder: Finder<'a>,
    edition: Edition,
    legend: &'a Legend,
    /// Held while a large picture is drawn: many of them at once would not fit into memory.
    large: Mutex<()>,
}

/// Points from which on a picture is large.
const LARGE: u64 = 8_000_000;

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
    for drawn in &plan.drawn {
        if let Some(blob) = sources.blobs().get(drawn.blob) {
            files.insert(drawn.path.clone(), Piece::Picture(drawn, blob));
        }
    }
    for (dataset, file) in plan.downloads.files() {
        let piece = match &file.form {
            Form::Values(format) => Piece::Values(dataset, *format),
            Form::Table(rows) => Piece::Table(rows),
        };
        files.insert(file.href.clone(), piece);
    }
    if let Some(list) = &plan.downloads.list {
        files.insert(list.href.clone(), Piece::Table(&list.rows));
    }
    for agenda in &plan.agendas {
        files.insert(agenda.href.clone(), Piece::Agenda(agenda));
    }
    let finder = Finder::new(plan);
    files.extend(finder.files().into_iter().map(|(path, file)| (path, Piece::Finder(file))));
    for page in &plan.pages {
        files.insert(page.href.clone(), Piece::Page(page));
    }
    let (paths, pieces) = files.into_iter().unzip();
    let legend = &plan.downloads.legend;
    Ok(Drawing { paths, pieces, templates, finder, edition: plan.edition, legend, large: Mutex::default() })
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
            Piece::Agenda(agenda) => Ok(ics::render(agenda)),
            Piece::Values(dataset, format) => Ok(self.values(dataset, *format)),
            Piece::Table(rows) => Ok(csv::table(rows)),
            Piece::Finder(file) => self.finder.draw(*file, &self.templates),
            Piece::Picture(drawn, blob) => self.picture(drawn, blob),
            Piece::Ready(bytes) => Ok(bytes.to_vec()),
        }
    }

    fn edition(&self) -> Edition {
        self.edition
    }

    fn is_named_by_content(&self, position: usize) -> bool {
        matches!(self.pieces[position], Piece::Picture(..))
    }
}

impl Drawing<'_> {
    fn values(&self, dataset: &Dataset<'_>, format: Format) -> Vec<u8> {
        match format {
            Format::Xlsx => xlsx::render(dataset, self.legend),
            Format::ReaderCsv => csv::reader_values(dataset, self.legend),
            Format::Csv => csv::values(dataset),
            Format::Json => json::render(dataset),
        }
    }

    fn picture(&self, drawn: &Drawn, blob: &Blob) -> Result<Vec<u8>, Diagnostic> {
        let alone = blob.points() >= LARGE;
        let _turn = alone.then(|| self.large.lock().unwrap_or_else(PoisonError::into_inner));
        let bytes = picture::draw(&blob.bytes, drawn);
        bytes.ok_or_else(|| Diagnostic::path(&codes::BROKEN_PICTURE, &blob.path))
    }

    /// How many pages people can open.
    pub fn pages(&self) -> usize {
        self.paths.iter().filter(|path| path.ends_with(".html")).count()
    }
}
