//! `content/practices/`: the bank.

use super::super::raw::Fields;
use super::super::{Adoption, Change, Evidence, Practice, Prose, Stage, Take, Transfer};
use super::person;

const STAGES: [(&str, Stage); 4] = [
    ("draft", Stage::Draft),
    ("review", Stage::Review),
    ("approved", Stage::Approved),
    ("archived", Stage::Archived),
];

/// Lowers one practice.
pub fn lower(fields: &mut Fields<'_, '_>, mut prose: Prose) -> Option<Practice> {
    let (title, summary) = (fields.text("title"), fields.text("summary"));
    let (organisation, authors, year) =
        (fields.id("organisation"), person::authors(fields, &mut prose), fields.year("year"));
    let (subjects, levels, audiences) =
        (fields.ids("subjects"), fields.ids("levels"), fields.ids("audiences"));
    let (form, topics, improves) = (fields.id("form"), fields.ids("topics"), fields.ids("improves"));
    let (stage, review_until) = (fields.word("status", &STAGES), fields.opt_date("review_until"));
    let updated = fields.opt_date("updated");
    let evidence = fields.table("evidence", |fields| Some(evidence(fields))).unwrap_or_default();
    let transfer = fields.table("transfer", |fields| Some(transfer(fields))).unwrap_or_default();
    let (adoptions, changes) = (adoptions(fields), changes(fields));
    let updated =
        changes.iter().map(|change| change.date.clone()).chain(updated).max_by_key(|date| date.value);
    Some(Practice {
        title: title?,
        summary: summary?,
        organisation: organisation?,
        authors,
        year: year?,
        subjects,
        levels,
        audiences,
        form: form?,
        topics,
        improves,
        stage: stage?,
        updated,
        changes,
        review_until,
        evidence,
        transfer,
        adoptions,
        prose,
    })
}

fn evidence(mut fields: Fields<'_, '_>) -> Evidence {
    let evidence = Evidence {
        own_monitoring: fields.flag("own_monitoring"),
        organisations: fields.opt_count("organisations").unwrap_or(1),
        expertise: fields.opt_text("expertise"),
        publication: fields.opt_text("publication"),
        result: fields.opt_text("result"),
    };
    fields.finish();
    evidence
}

fn transfer(mut fields: Fields<'_, '_>) -> Transfer {
    let transfer = Transfer {
        effort: fields.opt_text("effort"),
        duration: fields.opt_text("duration"),
        conditions: fields.texts("conditions"),
        take: take(&mut fields),
        first_steps: fields.texts("first_steps"),
        risks: fields.texts("risks"),
    };
    fields.finish();
    transfer
}

fn take(fields: &mut Fields<'_, '_>) -> Vec<Take> {
    let mut taken = Vec::new();
    for value in fields.list("take", "texts") {
        if let Some(mut row) = fields.inside(value) {
            let (file, title) = (row.text_at("file"), row.text("title"));
            row.finish();
            taken.extend(file.zip(title).map(|(file, title)| Take::File { file, title }));
        } else {
            taken.extend(fields.read_text("take", value).map(|text| Take::Words(text.value)));
        }
    }
    taken
}

fn adoptions(fields: &mut Fields<'_, '_>) -> Vec<Adoption> {
    let mut adoptions = Vec::new();
    fields.tables("adoption", |mut row| {
        let (organisation, year, outcome) = (row.id("organisation"), row.year("year"), row.text("outcome"));
        row.finish();
        if let (Some(organisation), Some(year), Some(outcome)) = (organisation, year, outcome) {
            adoptions.push(Adoption { organisation, year: year.value, outcome });
        }
    });
    adoptions
}

fn changes(fields: &mut Fields<'_, '_>) -> Vec<Change> {
    let mut changes = Vec::new();
    fields.tables("change", |mut row| {
        let (date, what) = (row.date("date"), row.text("what"));
        row.finish();
        if let (Some(date), Some(what)) = (date, what) {
            changes.push(Change { date, what });
        }
    });
    changes
}
