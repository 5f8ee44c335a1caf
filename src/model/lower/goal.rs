//! `programme.toml`: goals, phases, expected results and provisions.

use crate::diag::{At, Diagnostic, codes};

use super::super::raw::Fields;
use super::super::{ExpectedResult, Goal, GoalKind, Justification, ManagementLevel, Phase, Provision};
use super::programme::years;

const KINDS: [(&str, GoalKind); 3] =
    [("aim", GoalKind::Aim), ("task", GoalKind::Task), ("direction", GoalKind::Direction)];
const LEVELS: [(&str, ManagementLevel); 3] = [
    ("regional", ManagementLevel::Regional),
    ("municipal", ManagementLevel::Municipal),
    ("institutional", ManagementLevel::Institutional),
];

/// Lowers one goal.
pub fn goal(row: &mut Fields<'_, '_>) -> Option<Goal> {
    let kind = row.opt_word("kind", &KINDS).unwrap_or(GoalKind::Task);
    let (number, title) = (row.opt_text("number"), row.text("title"));
    let part_of = row.opt_id("part_of");
    let justification = justification(row);
    let without_indicator = row.opt_text("without_indicator");
    let provisions = provisions(row);
    Some(Goal { kind, number, title: title?, part_of, justification, without_indicator, provisions })
}

/// A problem needs its basis; `without_problem` stands in place of both.
fn justification(row: &mut Fields<'_, '_>) -> Option<Justification> {
    let unstated = row.opt_text_at("without_problem");
    if row.raw("problem").is_none() && row.raw("basis").is_none() {
        return unstated.map(|reason| Justification::Unstated(reason.value));
    }
    let (problem, basis) = (row.text("problem"), row.text("basis"));
    if let Some(reason) = unstated {
        row.complain(Diagnostic::at(&codes::UNJUSTIFIED_GOAL, reason.span).with("problem", "both"));
    }
    Some(Justification::Problem { problem: problem?, basis: basis? })
}

/// Lowers the titled lists of a goal or of the whole programme.
pub fn provisions(fields: &mut Fields<'_, '_>) -> Vec<Provision> {
    let mut provisions = Vec::new();
    fields.tables("provision", |mut row| {
        let (title, level) = (row.text("title"), row.opt_word("level", &LEVELS));
        let (text, items) = (row.opt_text("text"), row.texts("items"));
        if text.is_none() && items.is_empty() {
            row.missing("items");
        }
        provisions.extend(title.map(|title| Provision { title, level, text, items }));
        row.finish();
    });
    provisions
}

/// Lowers the expected results.
pub fn results(fields: &mut Fields<'_, '_>) -> Vec<ExpectedResult> {
    let mut results = Vec::new();
    fields.tables("result", |mut row| {
        let (number, title) = (row.opt_text("number"), row.text("title"));
        let indicators = row.ids("indicators");
        results.extend(title.map(|title| ExpectedResult { number, title, indicators }));
        row.finish();
    });
    results
}

/// Lowers the phases.
pub fn phases(fields: &mut Fields<'_, '_>) -> Vec<At<Phase>> {
    let mut phases = Vec::new();
    fields.tables("phase", |mut row| {
        let (title, years, span) = (row.text("title"), years(&mut row), row.span());
        phases.extend(title.zip(years).map(|(title, years)| At::new(Phase { title, years }, span)));
        row.finish();
    });
    phases
}
