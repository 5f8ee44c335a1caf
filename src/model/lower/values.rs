//! `values/<period>.toml`: observations, every cell typed.

use std::collections::BTreeMap;

use toml::Spanned;
use toml::de::DeValue;

use crate::diag::{At, Diagnostic, Span, codes};
use crate::words::nearest;

use super::super::raw::{Fields, Scalar};
use super::super::{
    Breakdown, Cell, Collection, Finality, Id, Indicator, MeasureKind, Observation, Organisation, Presence,
    Share, State, Subject, Table, Value,
};

/// Lowers one period.
pub fn lower(fields: &mut Fields<'_, '_>, indicators: &Table<Indicator>) -> Option<Collection> {
    let collected = fields.date("collected");
    let (source, note) = (fields.opt_text("source"), fields.opt_text("note"));
    let mut observations = BTreeMap::new();
    for (key, value) in fields.rest() {
        let Some(id) = fields.parse_id::<Indicator>(&key) else { continue };
        let Some(indicator) = indicators.get(&id.value) else {
            if !indicators.knows(&id.value) {
                let near = nearest(id.value.as_str(), indicators.ids().map(Id::as_str));
                fields.complain(
                    Diagnostic::at(&codes::UNKNOWN_REFERENCE, id.span)
                        .with("kind", "indicator")
                        .with("id", &id.value)
                        .nearest(near),
                );
            }
            continue;
        };
        let Some(mut inside) = fields.inside(value) else {
            let place = fields.place(value);
            fields.complain(wrong_shape(place, indicator.measure));
            continue;
        };
        let observation = observation(&mut inside, indicator);
        inside.finish();
        observations.insert(id.value, At::new(observation, id.span));
    }
    Some(Collection { collected: collected?, source, note, observations })
}

fn observation(fields: &mut Fields<'_, '_>, indicator: &Indicator) -> Observation {
    let total = fields.raw("total").and_then(|value| cell(fields, value, indicator.measure));
    let mut keys = BTreeMap::new();
    let by_organisation = breakdown(fields, "organisation", Breakdown::Organisation, indicator, &mut keys);
    let by_subject = breakdown(fields, "subject", Breakdown::Subject, indicator, &mut keys);
    let by_kind = breakdown(fields, "kind", Breakdown::Kind, indicator, &mut keys);
    let by_pair = pairs(fields, indicator, &mut keys);
    let note = fields.opt_text("note");
    Observation { total, by_organisation, by_subject, by_kind, by_pair, keys, note }
}

fn breakdown<T>(
    fields: &mut Fields<'_, '_>,
    key: &'static str,
    by: Breakdown,
    indicator: &Indicator,
    keys: &mut BTreeMap<String, Span>,
) -> BTreeMap<Id<T>, At<Cell>> {
    require_declared(fields, key, by, indicator);
    let mut cells = BTreeMap::new();
    fields.table(key, |mut parts| {
        cells = parts_of(&mut parts, indicator, keys);
        Some(())
    });
    cells
}

fn require_declared(fields: &mut Fields<'_, '_>, key: &'static str, by: Breakdown, indicator: &Indicator) {
    if let Some(value) = fields.raw(key).filter(|_| !indicator.breakdown.contains(&by)) {
        let place = fields.place(value);
        fields.complain(Diagnostic::at(&codes::UNDECLARED_BREAKDOWN, place).with("breakdown", key));
    }
}

fn parts_of<T>(
    parts: &mut Fields<'_, '_>,
    indicator: &Indicator,
    keys: &mut BTreeMap<String, Span>,
) -> BTreeMap<Id<T>, At<Cell>> {
    let mut cells = BTreeMap::new();
    for (key, value) in parts.rest() {
        if let Some(id) = parts.parse_id::<T>(&key) {
            keys.insert(id.value.to_string(), id.span);
            if let Some(cell) = cell(parts, value, indicator.measure) {
                cells.insert(id.value, cell);
            }
        }
    }
    cells
}

/// The subjects of each organisation.
fn pairs(
    fields: &mut Fields<'_, '_>,
    indicator: &Indicator,
    keys: &mut BTreeMap<String, Span>,
) -> BTreeMap<(Id<Organisation>, Id<Subject>), At<Cell>> {
    const KEY: &str = "organisation-subject";
    require_declared(fields, KEY, Breakdown::OrganisationSubject, indicator);
    let mut cells = BTreeMap::new();
    fields.table(KEY, |mut organisations| {
        for (key, value) in organisations.rest() {
            let Some(id) = organisations.parse_id::<Organisation>(&key) else { continue };
            keys.insert(id.value.to_string(), id.span);
            let place = organisations.place(value);
            let Some(mut subjects) = organisations.inside(value) else {
                organisations.complain(wrong_shape(place, indicator.measure));
                continue;
            };
            let of_one = parts_of::<Subject>(&mut subjects, indicator, keys);
            cells.extend(of_one.into_iter().map(|(subject, cell)| ((id.value.clone(), subject), cell)));
        }
        Some(())
    });
    cells
}

/// Reads `[5, 8]`, `12`, `"yes"`, `"not-reported"` or `{ value = …, status = "…", note = "…", proof = "…" }`.
fn cell<'a>(
    fields: &mut Fields<'a, '_>,
    value: &'a Spanned<DeValue<'a>>,
    measure: MeasureKind,
) -> Option<At<Cell>> {
    let span = fields.place(value);
    if value.get_ref().as_table().is_none() {
        let state = state(fields, value, measure)?;
        return Some(At::new(Cell { state, note: None, proof: None }, span));
    }
    let mut inside = fields.inside(value)?;
    let typed = inside.raw("value");
    let finality = inside.opt_word(
        "status",
        &[
            ("provisional", Finality::Provisional),
            ("corrected", Finality::Corrected),
            ("reported", Finality::Reported),
        ],
    );
    let (note, proof) = (inside.opt_text("note"), inside.opt_id("proof"));
    let Some(typed) = typed else {
        inside.complain(Diagnostic::at(&codes::MISSING_KEY, span).with("key", "value"));
        inside.finish();
        return None;
    };
    if finality == Some(Finality::Corrected) && note.is_none() {
        inside.complain(Diagnostic::at(&codes::CORRECTED_SILENTLY, span));
    }
    let state = match state(&mut inside, typed, measure) {
        Some(State::Known(value, _)) => Some(State::Known(value, finality.unwrap_or(Finality::Reported))),
        other => other,
    };
    inside.finish();
    Some(At::new(Cell { state: state?, note, proof }, span))
}

fn state(fields: &mut Fields<'_, '_>, value: &Spanned<DeValue<'_>>, measure: MeasureKind) -> Option<State> {
    let span = fields.place(value);
    match Scalar::of(value.get_ref()) {
        Scalar::Text("not-reported") => return Some(State::NotReported),
        Scalar::Text("not-applicable") => return Some(State::NotApplicable),
        Scalar::WildNumber => {
            fields.complain(
                Diagnostic::at(&codes::BAD_NUMBER, span).with("key", "value").with("expected", "number"),
            );
            return None;
        }
        _ => {}
    }
    match known(value.get_ref(), measure) {
        Ok(value) => Some(State::Known(value, Finality::Reported)),
        Err(Wrong::OverWhole(n, of)) => {
            fields.complain(Diagnostic::at(&codes::OVER_WHOLE, span).with("n", n).with("of", of));
            None
        }
        Err(Wrong::Shape) => {
            fields.complain(wrong_shape(span, measure));
            None
        }
    }
}

enum Wrong {
    Shape,
    OverWhole(u32, u32),
}

fn known(value: &DeValue<'_>, measure: MeasureKind) -> Result<Value, Wrong> {
    match (measure, Scalar::of(value)) {
        (MeasureKind::Share, Scalar::List) => {
            let numbers: Vec<Option<u32>> = value
                .as_array()
                .into_iter()
                .flat_map(|list| list.iter())
                .map(|item| people(item.get_ref()))
                .collect();
            match numbers.as_slice() {
                [Some(n), Some(of)] => Share::new(*n, *of).map(Value::Share).ok_or(Wrong::OverWhole(*n, *of)),
                _ => Err(Wrong::Shape),
            }
        }
        (MeasureKind::Count, Scalar::Number(number)) if number >= 0.0 => Ok(Value::Count(number)),
        (MeasureKind::Score, Scalar::Number(number)) if number >= 0.0 => Ok(Value::Score(number)),
        (MeasureKind::Presence, Scalar::Text("yes")) => Ok(Value::Presence(Presence::Yes)),
        (MeasureKind::Presence, Scalar::Text("partly")) => Ok(Value::Presence(Presence::Partly)),
        (MeasureKind::Presence, Scalar::Text("no")) => Ok(Value::Presence(Presence::No)),
        _ => Err(Wrong::Shape),
    }
}

fn people(value: &DeValue<'_>) -> Option<u32> {
    const MOST: f64 = 1e9;
    match Scalar::of(value) {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "the range was just checked"
        )]
        Scalar::Number(number) if number.fract() == 0.0 && (0.0..=MOST).contains(&number) => {
            Some(number as u32)
        }
        _ => None,
    }
}

fn wrong_shape(span: Span, measure: MeasureKind) -> Diagnostic {
    let measure = match measure {
        MeasureKind::Share => "share",
        MeasureKind::Count => "count",
        MeasureKind::Presence => "presence",
        MeasureKind::Score => "score",
    };
    Diagnostic::at(&codes::WRONG_SHAPE, span).with("measure", measure)
}
