//! `data/programmes/<id>/`: a programme from its files.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{At, Diagnostic, Diagnostics, FileId, Span, codes};
use crate::source::{Kind, ProgrammePart, SourceFile, Sources};

use super::super::raw::Fields;
use super::super::{Clustering, Document, ExpectedResult, Goal, Id, Period, Programme, ProgrammeKind, Table};
use super::{
    Lowered, action, clusters, file_of, indicator, missing, rows, rows_with_pages, take, values, whole_file,
};

const KINDS: [(&str, ProgrammeKind); 4] = [
    ("concept", ProgrammeKind::Concept),
    ("programme", ProgrammeKind::Programme),
    ("model", ProgrammeKind::Model),
    ("regulation", ProgrammeKind::Regulation),
];

/// Lowers all programmes.
pub fn lower(sources: &Sources, diagnostics: &mut Diagnostics) -> Table<Programme> {
    let names: BTreeSet<&str> = sources
        .files()
        .filter_map(|(_, file)| match &file.kind {
            Kind::Programme(name, _) | Kind::Values(name, _) => Some(name.as_str()),
            _ => None,
        })
        .collect();
    let mut programmes = Table::default();
    for name in names {
        let path = format!("data/programmes/{name}");
        let Some(id) = Id::<Programme>::parse(name) else {
            diagnostics.push(
                Diagnostic::path(&codes::BAD_ID, path)
                    .with("id", name)
                    .with("most", super::super::LONGEST_ID),
            );
            continue;
        };
        let folder = Folder { sources, name };
        let Some((span, mut passport)) = folder.passport(diagnostics) else {
            programmes.refuse(id);
            continue;
        };
        let aliases = std::mem::take(&mut passport.aliases);
        let row = Some(folder.programme(passport, diagnostics));
        // Folder names differ, so the id cannot be taken.
        let twice = take(&mut programmes, At::new(id, span), Lowered { row, aliases });
        twice.into_iter().for_each(|twice| diagnostics.push(twice));
    }
    programmes
}

/// The keys of `programme.toml`.
struct Passport {
    aliases: Vec<At<Id<Programme>>>,
    title: String,
    short: String,
    kind: ProgrammeKind,
    document: At<Id<Document>>,
    years: (Period, Period),
    summary: String,
    goals: Table<Goal>,
    results: Vec<ExpectedResult>,
    clustering: Option<Clustering>,
}

struct Folder<'a> {
    sources: &'a Sources,
    name: &'a str,
}

impl<'a> Folder<'a> {
    fn file(&self, part: ProgrammePart) -> Option<(FileId, &'a SourceFile)> {
        file_of(self.sources, &Kind::Programme(self.name.to_owned(), part))
    }

    fn required(
        &self,
        part: ProgrammePart,
        file: &str,
        diagnostics: &mut Diagnostics,
    ) -> Option<(FileId, &'a SourceFile)> {
        let found = self.file(part);
        if found.is_none() {
            missing(&format!("data/programmes/{}/{file}", self.name), diagnostics);
        }
        found
    }

    fn passport(&self, diagnostics: &mut Diagnostics) -> Option<(Span, Passport)> {
        let file = self.required(ProgrammePart::Passport, "programme.toml", diagnostics)?;
        Some((Span::new(file.0, 0..0), whole_file(file, diagnostics, passport)?))
    }

    fn programme(&self, passport: Passport, diagnostics: &mut Diagnostics) -> Programme {
        let mut indicators = Table::default();
        let file = self.required(ProgrammePart::Indicators, "indicators.toml", diagnostics);
        let read = file.and_then(|file| {
            whole_file(file, diagnostics, |fields| {
                rows_with_pages(fields, "indicator", &mut indicators, indicator::lower);
                Some(())
            })
        });
        if read.is_none() {
            indicators.lose();
        }
        let mut collections = BTreeMap::new();
        for (id, file) in self.sources.files() {
            let Kind::Values(name, period) = &file.kind else { continue };
            if name != self.name {
                continue;
            }
            let Some(period) = period_of(period, passport.years) else {
                let (from, to) = passport.years;
                let complaint = Diagnostic::path(&codes::BAD_PERIOD, &file.path);
                diagnostics.push(complaint.with("period", period).with("from", from).with("to", to));
                continue;
            };
            let collection = whole_file((id, file), diagnostics, |fields| values::lower(fields, &indicators));
            collections.extend(collection.map(|collection| (period, collection)));
        }
        let calendar = self.file(ProgrammePart::Calendar).map(|file| {
            let mut calendar = Table::default();
            whole_file(file, diagnostics, |fields| {
                rows(fields, "event", &mut calendar, action::event);
                Some(())
            });
            calendar
        });
        let actions =
            self.file(ProgrammePart::Actions).and_then(|file| whole_file(file, diagnostics, action::actions));
        let criteria = self
            .file(ProgrammePart::Criteria)
            .and_then(|file| whole_file(file, diagnostics, action::criteria));
        let (measures, decisions, effects) = actions.unwrap_or_default();
        Programme {
            title: passport.title,
            short: passport.short,
            kind: passport.kind,
            document: passport.document,
            years: passport.years,
            summary: passport.summary,
            goals: passport.goals,
            results: passport.results,
            clustering: passport.clustering,
            indicators,
            collections,
            calendar: calendar.unwrap_or_default(),
            measures,
            decisions,
            effects,
            criteria,
        }
    }
}

/// A file's name as a period of the programme; a year of data before it may serve as baseline.
fn period_of(name: &str, (from, to): (Period, Period)) -> Option<Period> {
    const YEARS_BEFORE: i16 = 5;
    let year: i16 = name.parse().ok()?;
    (name.len() == 4 && (from.0 - YEARS_BEFORE..=to.0).contains(&year)).then_some(Period(year))
}

fn passport(fields: &mut Fields<'_, '_>) -> Option<Passport> {
    let (title, short, kind) = (fields.text("title"), fields.text("short"), fields.word("kind", &KINDS));
    let document = fields.id("document");
    let years = years(fields);
    let summary = fields.text("summary");
    let mut goals = Table::default();
    rows(fields, "goal", &mut goals, goal);
    let mut results = Vec::new();
    fields.tables("result", |mut row| {
        let (number, title) = (row.text("number"), row.text("title"));
        results.extend(number.zip(title).map(|(number, title)| ExpectedResult { number, title }));
        row.finish();
    });
    let clustering = fields.table("clusters", clusters::lower);
    Some(Passport {
        aliases: fields.ids("aliases"),
        title: title?,
        short: short?,
        kind: kind?,
        document: document?,
        years: years?,
        summary: summary?,
        goals,
        results,
        clustering,
    })
}

fn years(fields: &mut Fields<'_, '_>) -> Option<(Period, Period)> {
    let (from, to) = (fields.year("from")?, fields.year("to")?);
    if from.value > to.value {
        fields.complain(
            Diagnostic::at(&codes::BAD_NUMBER, to.span)
                .with("key", "to")
                .with("expected", "later")
                .see(from.span),
        );
        return None;
    }
    Some((from.value, to.value))
}

fn goal(row: &mut Fields<'_, '_>) -> Option<Goal> {
    let (number, title) = (row.text("number"), row.text("title"));
    let (problem, basis) = (row.text("problem"), row.text("basis"));
    let without_indicator = row.opt_text("without_indicator");
    Some(Goal { number: number?, title: title?, problem: problem?, basis: basis?, without_indicator })
}
