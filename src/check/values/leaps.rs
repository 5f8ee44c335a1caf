//! A cell against its own past: values that leap, and denominators that are suddenly others.
//!
//! Apart from the other judges, because these walk the same cell through the periods.

use std::collections::BTreeMap;

use crate::diag::{Diagnostic, Diagnostics, Span, codes};
use crate::model::{Model, Observation, PartOf, Period, Value, limits_of_change};

use super::{indicators, numbers};

/// A level so many times the previous one, or such a part of it, is a leap.
const LEAP: f64 = 3.0;

/// A small group may double without anybody being forgotten.
const FEW: u32 = 5;

/// A cell with its period and the value that the same cell had before.
struct Step {
    was: (Period, Value),
    now: Value,
    span: Span,
    is_whole: bool,
    is_explained: bool,
}

/// A value is not three times the previous one (or a third of it) without a word. Levels are compared and not odds:
/// from 50 to 75 % is three times the odds, and ordinary work. What chance alone may do is no leap, so that small
/// cells do not cry.
pub fn check_leaps(model: &Model, diagnostics: &mut Diagnostics) {
    check_steps(model, is_leap, diagnostics, |step| {
        let ((now_n, now_of), (was_n, was_of)) = (numbers(step.now), numbers(step.was.1));
        Diagnostic::at(&codes::LEAP, step.span)
            .with("measure", if now_of.is_empty() { "count" } else { "share" })
            .with("now_n", now_n)
            .with("now_of", now_of)
            .with("was_n", was_n)
            .with("was_of", was_of)
            .with("period", step.was.0)
    });
}

fn is_leap(step: &Step) -> bool {
    let Some((was, now)) = step.was.1.level().zip(step.now.level()) else { return false };
    let is_far = was.max(now) >= LEAP * was.min(now) && was != now;
    is_far && limits_of_change(step.now, step.was.1).is_none_or(|(low, high)| low > 0.0 || high < 0.0)
}

/// Those among whom something is counted do not change by half without a word.
pub fn check_denominators(model: &Model, diagnostics: &mut Diagnostics) {
    check_steps(
        model,
        |step| new_denominator(step).is_some(),
        diagnostics,
        |step| {
            let (was, now) = new_denominator(step).unwrap_or_default();
            Diagnostic::at(&codes::NEW_DENOMINATOR, step.span)
                .with("was", was)
                .with("now", now)
                .with("period", step.was.0)
        },
    );
}

fn new_denominator(step: &Step) -> Option<(u32, u32)> {
    let (Value::Share(was), Value::Share(now)) = (step.was.1, step.now) else { return None };
    let (was, now) = (was.of(), now.of());
    let moved = was.abs_diff(now);
    (moved >= FEW && moved >= was - was / 2).then_some((was, now))
}

/// Judges the steps of the district, and those of its parts where the district itself made none: a leap of the whole
/// is explained once, at the whole.
fn check_steps(
    model: &Model,
    is_odd: impl Fn(&Step) -> bool,
    diagnostics: &mut Diagnostics,
    complain: impl Fn(&Step) -> Diagnostic,
) {
    for (programme, id, _) in indicators(model) {
        let mut past = BTreeMap::new();
        for (period, collection) in &programme.collections {
            let Some(observation) = collection.observations.get(id) else { continue };
            let (whole, parts): (Vec<Step>, Vec<Step>) = steps(&mut past, *period, observation)
                .filter(|step| is_odd(step))
                .partition(|step| step.is_whole);
            let named = if whole.is_empty() { parts } else { whole };
            let silent = named.iter().filter(|step| !step.is_explained);
            silent.for_each(|step| diagnostics.push(complain(step)));
        }
    }
}

/// The last known value of every cell; that of the district has no part.
type Past<'a> = BTreeMap<Option<PartOf<'a>>, (Period, Value)>;

/// What every known cell of an observation makes of its past.
fn steps<'a, 'p>(
    past: &'p mut Past<'a>,
    period: Period,
    observation: &'a Observation,
) -> impl Iterator<Item = Step> + use<'a, 'p> {
    let total = observation.total.iter().map(|cell| (None, cell));
    let parts = observation.parts().map(|(of, cell)| (Some(of), cell));
    total.chain(parts).filter_map(move |(of, cell)| {
        let now = cell.value.value()?;
        let was = past.insert(of, (period, now))?;
        let is_whole = of.is_none();
        let is_explained = cell.note.is_some() || (is_whole && observation.note.is_some());
        Some(Step { was, now, span: cell.span, is_whole, is_explained })
    })
}
