//! `data/registers/`: one file a register.

use crate::diag::{At, Diagnostic, Diagnostics, FileId, Span, codes};
use crate::source::{Kind, SourceFile, Sources, kind_of};

use super::super::raw::Fields;
use super::super::{Entry, EntryFact, Id, LONGEST_ID, Register, Table, link};
use super::{Lowered, rows_with_pages, take, whole_file};

/// Lowers all registers.
pub fn lower(sources: &Sources, diagnostics: &mut Diagnostics) -> Table<Register> {
    let mut registers = Table::default();
    for path in diagnostics.refused_paths() {
        if let Some(id) = kind_of(path).as_ref().and_then(name_of).and_then(Id::parse) {
            registers.refuse(id);
        }
    }
    for (file, source) in sources.files() {
        if let Some(name) = name_of(&source.kind) {
            lower_file((file, source), name, &mut registers, diagnostics);
        }
    }
    registers
}

fn name_of(kind: &Kind) -> Option<&str> {
    match kind {
        Kind::Register(name) => Some(name),
        _ => None,
    }
}

fn lower_file(
    file: (FileId, &SourceFile),
    name: &str,
    registers: &mut Table<Register>,
    diagnostics: &mut Diagnostics,
) {
    let Some(id) = Id::parse(name) else {
        let complaint = Diagnostic::path(&codes::BAD_ID, &file.1.path);
        diagnostics.push(complaint.with("id", name.escape_debug()).with("most", LONGEST_ID));
        return;
    };
    let mut aliases = Vec::new();
    let row = whole_file(file, diagnostics, |fields| {
        aliases = fields.ids("aliases");
        register(fields)
    });
    let twice = take(registers, At::new(id, Span::new(file.0, 0..0)), Lowered { row, aliases });
    twice.into_iter().for_each(|twice| diagnostics.push(twice));
}

fn register(fields: &mut Fields<'_, '_>) -> Option<Register> {
    let (title, singular, summary) = (fields.text("title"), fields.text("singular"), fields.text("summary"));
    let (source, updated) = (fields.opt_id("source"), fields.opt_date("updated"));
    let mut entries = Table::default();
    if fields.raw("entry").is_none() {
        let span = fields.span();
        fields.complain(Diagnostic::at(&codes::MISSING_KEY, span).with("key", "entry"));
    }
    rows_with_pages(fields, "entry", &mut entries, entry);
    Some(Register { title: title?, singular: singular?, summary: summary?, source, updated, entries })
}

fn entry(row: &mut Fields<'_, '_>) -> Option<Entry> {
    let (title, summary, organisation) = (row.text("title"), row.text("summary"), row.opt_id("organisation"));
    let (subjects, topics, audiences) = (row.ids("subjects"), row.ids("topics"), row.ids("audiences"));
    let (practices, indicators, facts) = (row.ids("practices"), row.ids("indicators"), facts(row));
    let (from, until) = (row.opt_date("from"), row.opt_date("until"));
    let (document, contact, url) = (row.opt_id("document"), row.opt_text("contact"), url(row));
    Some(Entry {
        title: title?,
        summary: summary?,
        organisation,
        subjects,
        topics,
        audiences,
        practices,
        indicators,
        facts,
        from,
        until,
        document,
        contact,
        url,
    })
}

fn facts(row: &mut Fields<'_, '_>) -> Vec<EntryFact> {
    let mut facts = Vec::new();
    row.tables("facts", |mut fact| {
        let (term, text) = (fact.text("term"), fact.text("text"));
        fact.finish();
        facts.extend(term.zip(text).map(|(term, text)| EntryFact { term, text }));
    });
    facts
}

/// A page of another site: a reader who clicks must know where he is led.
fn url(row: &mut Fields<'_, '_>) -> Option<String> {
    let typed = row.opt_text_at("url")?;
    let is_web = typed.starts_with("https://") || typed.starts_with("http://");
    if !is_web || typed.contains(|c: char| c.is_whitespace() || "\"'<>\\".contains(c)) {
        row.complain(
            Diagnostic::at(&codes::WRONG_TYPE, typed.span)
                .with("key", "url")
                .with("expected", "address")
                .with("found", "text"),
        );
        return None;
    }
    if let Some(host) = link::misleading(&typed) {
        row.complain(Diagnostic::at(&codes::MISLEADING_LINK, typed.span).with("host", host));
    }
    Some(typed.value)
}
