//! From what was typed to the model: the order of lowering, and what all lowering shares.

mod action;
mod addresses;
mod aliases;
mod clusters;
mod indicator;
mod person;
mod practice;
mod programme;
mod register;
mod site;
mod text;
mod values;
mod vocabulary;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::diag::{At, Diagnostic, Diagnostics, FileId, Span, codes};
use crate::source::{History, Kind, SourceFile, Sources, TextFolder, kind_of};

use super::file::attachments;
use super::raw::{Fields, Piece, split, with_table};
use super::{Edition, Id, Model, Prose, Table, markdown};

/// What the command line may say in place of `site.toml`, and the day it is.
#[derive(Clone, Debug)]
pub struct Overrides {
    /// `--date`.
    pub date: Option<Date>,
    /// `--base-url`.
    pub base_url: Option<String>,
    /// `--edition`.
    pub edition: Edition,
    /// The day of the run: `SOURCE_DATE_EPOCH`, else the clock.
    pub today: Date,
}

impl Overrides {
    /// Nothing but the day.
    pub fn on(today: Date) -> Self {
        Self { date: None, base_url: None, edition: Edition::Public, today }
    }
}

/// Lowers the whole project. What is refused is explained, and left out.
pub fn lower(sources: &Sources, overrides: &Overrides, diagnostics: &mut Diagnostics) -> Model {
    let site = site::lower(sources, overrides, diagnostics);
    let (vocabulary, organisations) = vocabulary::lower(sources, diagnostics);
    let mut model = Model {
        site,
        vocabulary,
        organisations,
        consents: person::lower(sources, diagnostics),
        programmes: programme::lower(sources, diagnostics),
        practices: texts(sources, TextFolder::Practices, practice::lower, diagnostics),
        recommendations: texts(sources, TextFolder::Recommendations, text::recommendation, diagnostics),
        reports: texts(sources, TextFolder::Reports, text::report, diagnostics),
        documents: texts(sources, TextFolder::Documents, text::document, diagnostics),
        pages: texts(sources, TextFolder::Pages, text::page, diagnostics),
        registers: register::lower(sources, diagnostics),
        attachments: attachments(sources),
        addresses: addresses::lower(sources, diagnostics),
        history: History::default(),
    };
    aliases::follow(&mut model);
    model
}

/// The file of a kind, if there is one.
fn file_of<'a>(sources: &'a Sources, kind: &Kind) -> Option<(FileId, &'a SourceFile)> {
    sources.files().find(|(_, file)| file.kind == *kind)
}

/// Complains that a file is missing, unless it is there and was refused.
fn missing(path: &str, diagnostics: &mut Diagnostics) {
    if !diagnostics.refused_paths().any(|refused| refused == path) {
        diagnostics.push(Diagnostic::path(&codes::MISSING_FILE, path).with("file", path));
    }
}

/// Reads a TOML file through its keys.
fn whole_file<T>(
    (id, file): (FileId, &SourceFile),
    diagnostics: &mut Diagnostics,
    read: impl FnOnce(&mut Fields<'_, '_>) -> Option<T>,
) -> Option<T> {
    let piece = Piece { file: id, offset: 0, text: &file.text };
    with_table(piece, diagnostics, |table, diagnostics| {
        let mut fields = Fields::new(piece, table, piece.span(0..0), diagnostics);
        let row = read(&mut fields);
        fields.finish();
        row
    })
}

/// A row as far as it could be lowered, with the ids under which it was known before.
struct Lowered<T> {
    row: Option<T>,
    aliases: Vec<At<Id<T>>>,
}

/// Reads a list of tables with ids into a table of rows.
fn rows<T>(
    fields: &mut Fields<'_, '_>,
    key: &'static str,
    table: &mut Table<T>,
    mut lower: impl FnMut(&mut Fields<'_, '_>) -> Option<T>,
) {
    each_row(fields, key, table, |fields| Lowered { row: lower(fields), aliases: Vec::new() });
}

/// The same for rows with a page each, whose address may have been another one.
fn rows_with_pages<T>(
    fields: &mut Fields<'_, '_>,
    key: &'static str,
    table: &mut Table<T>,
    mut lower: impl FnMut(&mut Fields<'_, '_>) -> Option<T>,
) {
    each_row(fields, key, table, |fields| Lowered { row: lower(fields), aliases: fields.ids("aliases") });
}

fn each_row<T>(
    fields: &mut Fields<'_, '_>,
    key: &'static str,
    table: &mut Table<T>,
    mut lower: impl FnMut(&mut Fields<'_, '_>) -> Lowered<T>,
) {
    fields.tables(key, |mut fields| {
        let id = fields.id("id");
        let lowered = lower(&mut fields);
        if let Some(twice) = id.and_then(|id| take(table, id, lowered)) {
            fields.complain(twice);
        }
        fields.finish();
    });
}

/// Takes a row, or remembers that it was refused; the complaint when its id is taken.
fn take<T>(table: &mut Table<T>, id: At<Id<T>>, lowered: Lowered<T>) -> Option<Diagnostic> {
    let Some(row) = lowered.row else {
        let refused = lowered.aliases.into_iter().chain([id]);
        refused.for_each(|id| table.refuse(id.value));
        return None;
    };
    for alias in lowered.aliases {
        table.alias(alias, id.value.clone());
    }
    insert(table, id, row)
}

/// Adds a row; the complaint when its id is taken.
fn insert<T>(table: &mut Table<T>, id: At<Id<T>>, row: T) -> Option<Diagnostic> {
    let (name, span) = (id.value.clone(), id.span);
    let first = table.insert(id, row).err()?;
    Some(Diagnostic::at(&codes::DUPLICATE_ID, span).with("id", name).see(first.span))
}

/// Lowers all texts of a folder, in parallel; the outcome does not depend on the threads.
fn texts<T: Send>(
    sources: &Sources,
    folder: TextFolder,
    lower: impl Fn(&mut Fields<'_, '_>, Prose) -> Option<T> + Sync,
    diagnostics: &mut Diagnostics,
) -> Table<T> {
    let files: Vec<(FileId, &SourceFile, &String)> = sources
        .files()
        .filter_map(|(id, file)| match &file.kind {
            Kind::Text(of, name) if *of == folder => Some((id, file, name)),
            _ => None,
        })
        .collect();
    let lowered: Vec<(Lowered<T>, Diagnostics)> = files
        .par_iter()
        .map(|(id, file, _)| {
            let mut diagnostics = Diagnostics::default();
            (lower_text(*id, file, &lower, &mut diagnostics), diagnostics)
        })
        .collect();
    let mut table = Table::default();
    for path in diagnostics.refused_paths() {
        match kind_of(path) {
            Some(Kind::Text(of, name)) if of == folder => {
                if let Some(id) = Id::parse(&name) {
                    table.refuse(id);
                }
            }
            _ => {}
        }
    }
    for ((file, source, name), (lowered, complaints)) in files.into_iter().zip(lowered) {
        diagnostics.append(complaints);
        let span = Span::new(file, 0..0);
        let Some(id) = Id::<T>::parse(name) else {
            let shown = name.escape_debug();
            diagnostics.push(
                Diagnostic::path(&codes::BAD_ID, &source.path)
                    .with("id", shown)
                    .with("most", super::LONGEST_ID),
            );
            continue;
        };
        if let Some(twice) = take(&mut table, At::new(id, span), lowered) {
            diagnostics.push(twice);
        }
    }
    table
}

fn lower_text<T>(
    id: FileId,
    file: &SourceFile,
    lower: impl Fn(&mut Fields<'_, '_>, Prose) -> Option<T>,
    diagnostics: &mut Diagnostics,
) -> Lowered<T> {
    let mut aliases = Vec::new();
    let Some(cut) = split(id, &file.text, diagnostics) else { return Lowered { row: None, aliases } };
    let mut prose = markdown::read(Piece { file: id, offset: cut.body_at, text: cut.body }, diagnostics);
    let head = Piece { file: id, offset: cut.head_at, text: cut.head };
    let row = with_table(head, diagnostics, |table, diagnostics| {
        let mut fields = Fields::new(head, table, head.span(0..0), diagnostics);
        prose.portrayals = person::portrayals(&mut fields);
        prose.no_terms = fields.ids("no_terms");
        let row = lower(&mut fields, prose);
        aliases = fields.ids("aliases");
        fields.finish();
        row
    });
    Lowered { row, aliases }
}
