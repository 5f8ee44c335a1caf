//! Parts against their wholes: every breakdown must add up to what is said of the whole.
//!
//! Apart from the other judges, because a value may be a part in one sum and a whole in another: the subjects of an
//! organisation add up to the organisation, the organisations to the district.

use crate::diag::{At, Diagnostic, Diagnostics, Span, codes};
use crate::model::{Cell, Model, Observation, State, Value};

use super::{indicators, is_explained, numbers, observations};

/// A value that is the sum of others.
struct Whole {
    value: Value,
    span: Span,
    is_explained: bool,
}

impl Whole {
    fn of_cell(cell: &At<Cell>) -> Option<Self> {
        Some(Self { value: cell.value.value()?, span: cell.span, is_explained: cell.note.is_some() })
    }

    /// The district's value: as stated, else what the organisations add up to.
    fn of_district(observation: &At<Observation>) -> Option<Self> {
        let is_explained = is_explained(observation, observation.total.as_deref());
        match &observation.total {
            Some(total) => Some(Self { is_explained, ..Self::of_cell(total)? }),
            None => match Sum::of(observation.by_organisation.values())? {
                Sum::Whole(value) => Some(Self { value, span: observation.span, is_explained }),
                Sum::Known(_) => None,
            },
        }
    }
}

/// What the cells of a breakdown add up to.
enum Sum {
    /// Everybody reported.
    Whole(Value),
    /// Somebody did not; this is known already.
    Known(Value),
}

impl Sum {
    /// The sum of reported cells; none where nothing was reported or the measure cannot be added.
    fn of<'c>(cells: impl Iterator<Item = &'c At<Cell>>) -> Option<Self> {
        let (mut sum, mut is_whole) = (None, true);
        for cell in cells {
            match (cell.state, sum) {
                (State::Known(value, _), None) => sum = Some(value.plus(value).map(|_| value)?),
                (State::Known(value, _), Some(known)) => sum = Some(value.plus(known)?),
                (State::NotReported, _) => is_whole = false,
                (State::NotApplicable, _) => {}
            }
        }
        Some(if is_whole { Self::Whole(sum?) } else { Self::Known(sum?) })
    }
}

/// Every stated whole is the sum of its parts, or a note says why not; and no part is larger than the whole.
pub fn check_totals(model: &Model, diagnostics: &mut Diagnostics) {
    for (programme, id, _) in indicators(model) {
        for observation in observations(programme, id) {
            check_district(observation, diagnostics);
            check_kinds(model, observation, diagnostics);
            check_pairs(observation, diagnostics);
        }
    }
}

fn check_district(observation: &At<Observation>, diagnostics: &mut Diagnostics) {
    let Some(whole) = Whole::of_district(observation) else { return };
    compare(&whole, observation.by_organisation.values(), "organisation", diagnostics);
    compare(&whole, observation.by_subject.values(), "subject", diagnostics);
    compare(&whole, observation.by_kind.values(), "kind", diagnostics);
}

fn check_kinds(model: &Model, observation: &Observation, diagnostics: &mut Diagnostics) {
    for (kind, cell) in &observation.by_kind {
        let is_of_kind =
            |id| model.organisations.get(id).is_some_and(|organisation| organisation.kind.value == *kind);
        let parts = observation.by_organisation.iter().filter(|(id, _)| is_of_kind(id)).map(|(_, cell)| cell);
        let Some(whole) = Whole::of_cell(cell) else { continue };
        compare(&whole, parts, "organisation-of-kind", diagnostics);
    }
}

fn check_pairs(observation: &Observation, diagnostics: &mut Diagnostics) {
    let pairs = || observation.by_pair.iter();
    for (id, cell) in &observation.by_organisation {
        let parts = pairs().filter(|((organisation, _), _)| organisation == id).map(|(_, cell)| cell);
        let Some(whole) = Whole::of_cell(cell) else { continue };
        compare(&whole, parts, "subject-of-organisation", diagnostics);
    }
    for (id, cell) in &observation.by_subject {
        let parts = pairs().filter(|((_, subject), _)| subject == id).map(|(_, cell)| cell);
        let Some(whole) = Whole::of_cell(cell) else { continue };
        compare(&whole, parts, "organisation-of-subject", diagnostics);
    }
}

fn compare<'c>(
    whole: &Whole,
    parts: impl Iterator<Item = &'c At<Cell>>,
    by: &'static str,
    diagnostics: &mut Diagnostics,
) {
    let (sum, relation) = match Sum::of(parts) {
        Some(Sum::Whole(sum)) if !is_same(sum, whole.value) => (sum, "other"),
        Some(Sum::Known(sum)) if is_over(sum, whole.value) => (sum, "less"),
        _ => return,
    };
    if whole.is_explained {
        return;
    }
    let ((total_n, total_of), (sum_n, sum_of)) = (numbers(whole.value), numbers(sum));
    let measure = if total_of.is_empty() { "count" } else { "share" };
    diagnostics.push(
        Diagnostic::at(&codes::TOTAL_DIFFERS, whole.span)
            .with("by", by)
            .with("relation", relation)
            .with("measure", measure)
            .with("total_n", total_n)
            .with("total_of", total_of)
            .with("sum_n", sum_n)
            .with("sum_of", sum_of),
    );
}

/// Counts may be fractions of a post, and sums of such are not exact.
const TOLERANCE: f64 = 1e-6;

fn is_same(sum: Value, whole: Value) -> bool {
    !is_over(sum, whole) && !is_over(whole, sum)
}

/// Whether one value has more than another, of any of its numbers.
fn is_over(one: Value, other: Value) -> bool {
    match (one, other) {
        (Value::Share(one), Value::Share(other)) => one.n() > other.n() || one.of() > other.of(),
        (Value::Count(one), Value::Count(other)) => one > other + TOLERANCE,
        _ => false,
    }
}
