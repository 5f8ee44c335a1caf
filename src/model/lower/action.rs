//! `actions.toml`, `calendar.toml` and `criteria.toml`.

use crate::diag::{At, Diagnostic, codes};

use super::super::raw::{Fields, Scalar};
use super::super::{
    Criteria, Decision, DecisionKind, Document, Effect, Event, Held, Id, Measure, Position, Proof, Step,
    Table,
};
use super::rows;

const DECISIONS: [(&str, DecisionKind); 5] = [
    ("organising", DecisionKind::Organising),
    ("activating", DecisionKind::Activating),
    ("coordinating", DecisionKind::Coordinating),
    ("controlling", DecisionKind::Controlling),
    ("stimulating", DecisionKind::Stimulating),
];
const STEPS: [(&str, Step); 10] = [
    ("concept", Step::Concept),
    ("goals", Step::Goals),
    ("indicators", Step::Indicators),
    ("methods", Step::Methods),
    ("monitoring", Step::Monitoring),
    ("analysis", Step::Analysis),
    ("recommendations", Step::Recommendations),
    ("measures", Step::Measures),
    ("decisions", Step::Decisions),
    ("effects", Step::Effects),
];

/// Measures, decisions and effects.
pub type Actions = (Table<Measure>, Table<Decision>, Table<Effect>);

/// Lowers `actions.toml`.
pub fn actions(fields: &mut Fields<'_, '_>) -> Option<Actions> {
    let mut actions = Actions::default();
    rows(fields, "measure", &mut actions.0, measure);
    rows(fields, "decision", &mut actions.1, decision);
    rows(fields, "effect", &mut actions.2, effect);
    Some(actions)
}

fn measure(row: &mut Fields<'_, '_>) -> Option<Measure> {
    let (title, date, kind) = (row.text("title"), row.date("date"), row.text("kind"));
    let participants = row.opt_count("participants");
    let responsible = row.text("responsible");
    let (goal, recommendations) = (row.opt_id("goal"), row.ids("recommendations"));
    let organisations = row.ids("organisations");
    let proof = proof(row);
    let summary = row.text("summary");
    Some(Measure {
        title: title?,
        date: date?,
        kind: kind?,
        participants,
        responsible: responsible?,
        goal,
        recommendations,
        organisations,
        proof,
        summary: summary?,
    })
}

/// Whether it is a document or a report is known only when all are: the checks settle it.
fn proof(row: &mut Fields<'_, '_>) -> Option<At<Id<Proof>>> {
    row.opt_id("proof")
}

fn decision(row: &mut Fields<'_, '_>) -> Option<Decision> {
    let (title, kind) = (row.text("title"), row.word("kind", &DECISIONS));
    let (document, basis) = (row.id::<Document>("document"), row.id("basis"));
    let indicators = row.ids("indicators");
    let (deadline, responsible, summary) =
        (row.date("deadline"), row.text("responsible"), row.text("summary"));
    Some(Decision {
        title: title?,
        kind: kind?,
        document: document?,
        basis: basis?,
        indicators,
        deadline: deadline?,
        responsible: responsible?,
        summary: summary?,
    })
}

fn effect(row: &mut Fields<'_, '_>) -> Option<Effect> {
    let (title, indicator) = (row.text("title"), row.id("indicator"));
    let (before, after) = (row.year("before"), row.year("after"));
    let addressed = row.ids("addressed");
    let (measures, decisions) = (row.ids("measures"), row.ids("decisions"));
    let (protocol, date, next) = (row.id("protocol"), row.date("date"), row.text("next"));
    Some(Effect {
        title: title?,
        indicator: indicator?,
        before: before?,
        after: after?,
        addressed,
        measures,
        decisions,
        protocol: protocol?,
        date: date?,
        next: next?,
    })
}

/// Lowers one event of the calendar.
pub fn event(row: &mut Fields<'_, '_>) -> Option<Event> {
    let (title, term) = (row.text("title"), row.text("term"));
    let months = months(row);
    let (responsible, indicators) = (row.texts("responsible"), row.ids("indicators"));
    let mut held = Vec::new();
    row.tables("held", |mut fields| {
        let (date, proof) = (fields.date("date"), fields.opt_id("proof"));
        held.extend(date.map(|date| Held { date, proof }));
        fields.finish();
    });
    held.sort_by_key(|held| held.date.value);
    Some(Event { title: title?, term: term?, months, responsible, indicators, held })
}

fn months(row: &mut Fields<'_, '_>) -> Vec<i8> {
    let mut months = Vec::new();
    for value in row.list("months", "months") {
        match Scalar::of(value.get_ref()) {
            #[expect(clippy::cast_possible_truncation, reason = "the range was just checked")]
            Scalar::Number(month) if month.fract() == 0.0 && (1.0..=12.0).contains(&month) => {
                months.push(month as i8);
            }
            _ => {
                let span = row.place(value);
                row.complain(
                    Diagnostic::at(&codes::BAD_NUMBER, span).with("key", "months").with("expected", "month"),
                );
            }
        }
    }
    months
}

/// Lowers `criteria.toml`.
pub fn criteria(fields: &mut Fields<'_, '_>) -> Option<Criteria> {
    let (title, year, source) = (fields.text("title"), fields.year("year"), fields.text("source"));
    let mut positions = Vec::new();
    fields.tables("position", |mut row| {
        let (number, step) = (row.text("number"), row.word("step", &STEPS));
        let (title, points, checks) = (row.text("title"), row.opt_count("points"), row.text("checks"));
        row.finish();
        if let (Some(number), Some(step), Some(title), Some(checks)) = (number, step, title, checks) {
            positions.push(Position { number, step, title, points, checks });
        }
    });
    Some(Criteria { title: title?, year: year?.value, source: source?, positions })
}
