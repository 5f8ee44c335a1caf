//! `data/vocabulary.toml` and `data/organisations.toml`.

use crate::diag::Diagnostics;
use crate::source::{Kind, Sources};

use super::super::raw::Fields;
use super::super::{
    Association, Audience, Form, Kind as OrganisationKind, Organisation, SchoolLevel, Subject, Table, Term,
    Topic, Vocabulary,
};
use super::{file_of, missing, rows, rows_with_pages, whole_file};

/// Lowers the district's lists of words and its organisations.
pub fn lower(sources: &Sources, diagnostics: &mut Diagnostics) -> (Vocabulary, Table<Organisation>) {
    let mut vocabulary = Vocabulary::default();
    match file_of(sources, &Kind::Vocabulary) {
        Some(file) => {
            let read = whole_file(file, diagnostics, |fields| {
                lists(fields, &mut vocabulary);
                Some(())
            });
            if read.is_none() {
                vocabulary.lose();
            }
        }
        None => {
            missing("data/vocabulary.toml", diagnostics);
            vocabulary.lose();
        }
    }
    let mut organisations = Table::default();
    match file_of(sources, &Kind::Organisations) {
        Some(file) => {
            let read = whole_file(file, diagnostics, |fields| {
                rows_with_pages(fields, "organisation", &mut organisations, organisation);
                Some(())
            });
            if read.is_none() {
                organisations.lose();
            }
        }
        None => {
            missing("data/organisations.toml", diagnostics);
            organisations.lose();
        }
    }
    (vocabulary, organisations)
}

fn lists(fields: &mut Fields<'_, '_>, vocabulary: &mut Vocabulary) {
    rows(fields, "kind", &mut vocabulary.kinds, |row| Some(OrganisationKind { title: titled(row)? }));
    rows(fields, "subject", &mut vocabulary.subjects, |row| Some(Subject { title: titled(row)? }));
    rows(fields, "level", &mut vocabulary.levels, |row| Some(SchoolLevel { title: titled(row)? }));
    rows(fields, "form", &mut vocabulary.forms, |row| Some(Form { title: titled(row)? }));
    rows(fields, "audience", &mut vocabulary.audiences, |row| {
        let (title, dative) = (titled(row), row.text("dative"));
        Some(Audience { title: title?, dative: dative? })
    });
    rows_with_pages(fields, "topic", &mut vocabulary.topics, |row| {
        let title = row.text("title");
        let summary = row.opt_text("summary").unwrap_or_default();
        let synonyms = row.texts("synonyms");
        Some(Topic { title: title?, summary, synonyms })
    });
    rows_with_pages(fields, "association", &mut vocabulary.associations, |row| {
        let (title, dative, subject) = (row.text("title"), row.text("dative"), row.opt_id("subject"));
        let summary = row.opt_text("summary").unwrap_or_default();
        let (topics, practices) = (row.ids("topics"), row.ids("practices"));
        Some(Association { title: title?, summary, dative: dative?, subject, topics, practices })
    });
    rows(fields, "term", &mut vocabulary.terms, |row| {
        let (term, definition) = (row.text_at("term"), row.text("definition"));
        let (source, forms) = (row.opt_id("source"), row.texts_at("forms"));
        Some(Term { term: term?, definition: definition?, source, forms })
    });
}

/// The title of a word; a summary may stand beside it for the author's own use.
fn titled(row: &mut Fields<'_, '_>) -> Option<String> {
    row.opt_text("summary");
    row.text("title")
}

fn organisation(row: &mut Fields<'_, '_>) -> Option<Organisation> {
    let (name, short, kind, staff) =
        (row.text("name"), row.text("short"), row.id("kind"), row.count("staff"));
    let (settlement, note) = (row.opt_text("settlement"), row.opt_text("note"));
    Some(Organisation { name: name?, short: short?, kind: kind?, staff: staff?, settlement, note })
}
