//! Collections that are too good, too early or too old to be taken without a word.

use crate::diag::{At, Diagnostic, Diagnostics, codes};
use crate::model::{Cell, Finality, MeasureKind, Model, Observation, Presence, State, Value};

use super::{indicators, is_explained, observations};

/// So many organisations with one and the same 100 % are no coincidence.
const MANY: usize = 3;

/// Nobody counts a year before it has begun.
pub fn check_collected(model: &Model, diagnostics: &mut Diagnostics) {
    for (_, programme) in model.programmes.iter() {
        for (period, collection) in &programme.value.collections {
            if collection.collected.value.year() < period.0 && collection.note.is_none() {
                diagnostics.push(
                    Diagnostic::at(&codes::COLLECTED_EARLY, collection.collected.span)
                        .with("period", period)
                        .with("collected", collection.collected.value),
                );
            }
        }
    }
}

/// All organisations with people to count say exactly 100 %: perhaps the numerator was copied from the denominator.
pub fn check_full(model: &Model, diagnostics: &mut Diagnostics) {
    for (programme, id, _) in indicators(model) {
        for observation in observations(programme, id) {
            let shares =
                observation.by_organisation.values().filter_map(|cell| match cell.value.value()? {
                    Value::Share(share) if share.of() > 0 => Some(share),
                    _ => None,
                });
            let (full, others): (Vec<_>, Vec<_>) = shares.partition(|share| share.n() == share.of());
            let is_doubtful = others.is_empty() && full.len() >= MANY;
            if is_doubtful && !is_explained(observation, observation.total.as_deref()) {
                diagnostics.push(Diagnostic::at(&codes::ALL_FULL, observation.span).with("n", full.len()));
            }
        }
    }
}

/// A year after the end of its period a value is final, or the note says why not.
pub fn check_provisional(model: &Model, diagnostics: &mut Diagnostics) {
    for (_, programme) in model.programmes.iter() {
        let old = |year: i16| model.site.date.year().saturating_sub(year) > 1;
        for (period, collection) in programme.collections.iter().filter(|(period, _)| old(period.0)) {
            let cells = collection.observations.values().flat_map(|observation| observation.cells());
            let provisional =
                cells.filter(|cell| matches!(cell.state, State::Known(_, Finality::Provisional)));
            for cell in provisional.filter(|cell| cell.note.is_none()) {
                let complaint = Diagnostic::at(&codes::STILL_PROVISIONAL, cell.span);
                diagnostics.push(complaint.with("period", period));
            }
        }
    }
}

/// What is said to be there is proved by a document, or a note says why there is none.
pub fn check_proofs(model: &Model, diagnostics: &mut Diagnostics) {
    for (programme, id, indicator) in indicators(model) {
        if indicator.measure != MeasureKind::Presence {
            continue;
        }
        for observation in observations(programme, id) {
            for cell in unproven(observation) {
                diagnostics.push(Diagnostic::at(&codes::UNPROVEN, cell.span));
            }
        }
    }
}

/// Cells that say «yes» and nothing else. The note of the observation speaks for the district's own.
fn unproven(observation: &Observation) -> impl Iterator<Item = &At<Cell>> {
    let total = observation.total.iter().filter(|_| observation.note.is_none());
    let cells = total.chain(observation.parts().map(|(_, cell)| cell));
    cells.filter(|cell| {
        let is_there = cell.value.value() == Some(Value::Presence(Presence::Yes));
        is_there && cell.proof.is_none() && cell.note.is_none()
    })
}
