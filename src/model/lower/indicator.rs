//! `indicators.toml`: the passports.

use crate::diag::{At, Diagnostic, Span, codes};

use super::super::bound::BREAKDOWNS;
use super::super::raw::{Fields, Scalar};
use super::super::{Better, Bound, Collecting, Counted, Disclosure, Indicator, Judged, MeasureKind, Target};

const MEASURES: [(&str, MeasureKind); 4] = [
    ("share", MeasureKind::Share),
    ("count", MeasureKind::Count),
    ("presence", MeasureKind::Presence),
    ("score", MeasureKind::Score),
];
const BETTER: [(&str, Better); 3] =
    [("higher", Better::Higher), ("lower", Better::Lower), ("none", Better::Neither)];

/// Years over which a change may be judged.
const LONGEST_CHANGE: u32 = 10;

/// Lowers one passport.
pub fn lower(row: &mut Fields<'_, '_>) -> Option<Indicator> {
    let (number, goal) = (row.text("number"), row.id("goal"));
    let (title, short) = (row.text("title"), row.text("short"));
    let measure = row.word("measure", &MEASURES);
    let unit = unit(row, measure);
    let counted = row.text("counted");
    let of = if measure == Some(MeasureKind::Share) {
        row.text("of")
    } else {
        row.opt_text("of").or(Some(String::new()))
    };
    let better = row.word("better", &BETTER);
    let judged = judged(row);
    let targets = targets(row, measure, judged);
    let baseline = row.opt_year("baseline");
    let breakdown = row.words("breakdown", &BREAKDOWNS);
    let topics = row.ids("topics");
    let people = people(row);
    let disclosure = disclosure(row);
    let collecting = collecting(row);
    let note = row.opt_text("note");
    Some(Indicator {
        number: number?,
        goal: goal?,
        title: title?,
        short: short?,
        measure: measure?,
        unit: unit?,
        counted: counted?,
        of: of?,
        better: better?,
        targets,
        baseline,
        judged,
        breakdown,
        topics,
        people,
        disclosure,
        collecting: collecting?,
        note,
    })
}

/// Shares are in per cent; counts and scores name their unit; presence has none.
fn unit(row: &mut Fields<'_, '_>, measure: Option<MeasureKind>) -> Option<String> {
    match measure {
        Some(MeasureKind::Count | MeasureKind::Score) => row.text("unit"),
        Some(MeasureKind::Share) => row.opt_text("unit").or(Some("%".to_owned())),
        _ => row.opt_text("unit").or(Some(String::new())),
    }
}

fn people(row: &mut Fields<'_, '_>) -> Counted {
    let stated = row.raw("people").is_some();
    if row.flag("people") || !stated { Counted::People } else { Counted::Things }
}

fn disclosure(row: &mut Fields<'_, '_>) -> Disclosure {
    let open = row.opt_word("disclosure", &[("protected", false), ("open", true)]);
    let reason = row.opt_text("disclosure_reason");
    if open == Some(true) && reason.is_none() {
        row.missing("disclosure_reason");
    }
    match (open, reason) {
        (Some(true), Some(reason)) => Disclosure::Open(reason),
        _ => Disclosure::Protected,
    }
}

fn judged(row: &mut Fields<'_, '_>) -> Judged {
    match row.opt_count("dynamics") {
        Some(years) if (1..=LONGEST_CHANGE).contains(&years) => {
            Judged::ChangeOver(i16::try_from(years).unwrap_or(1))
        }
        Some(_) => {
            let place = row.raw("dynamics").map(|value| row.place(value));
            if let Some(span) = place {
                row.complain(
                    Diagnostic::at(&codes::BAD_NUMBER, span)
                        .with("key", "dynamics")
                        .with("expected", "years"),
                );
            }
            Judged::Level
        }
        None => Judged::Level,
    }
}

fn collecting(row: &mut Fields<'_, '_>) -> Option<Collecting> {
    let (source, method) = (row.text("source"), row.text("method"));
    let (instrument, processing) = (row.opt_text("instrument"), row.opt_text("processing"));
    let (frequency, responsible) = (row.text("frequency"), row.text("responsible"));
    Some(Collecting {
        source: source?,
        method: method?,
        instrument,
        processing,
        frequency: frequency?,
        responsible: responsible?,
    })
}

fn targets(row: &mut Fields<'_, '_>, measure: Option<MeasureKind>, judged: Judged) -> Vec<At<Target>> {
    let mut targets: Vec<At<Target>> = Vec::new();
    let mut twice = Vec::new();
    row.tables("target", |mut fields| {
        let span = fields.span();
        let by = fields.year("by");
        let bound = bound(&mut fields, span, measure, judged);
        fields.finish();
        if let (Some(by), Some(bound)) = (by, bound) {
            match targets.iter().find(|other| other.by == by.value) {
                Some(first) => twice.push((by, first.span)),
                None => targets.push(At::new(Target { by: by.value, bound }, span)),
            }
        }
    });
    for (by, first) in twice {
        row.complain(Diagnostic::at(&codes::DUPLICATE_ITEM, by.span).with("item", by.value).see(first));
    }
    targets.sort_by_key(|target| target.by);
    targets
}

fn bound(
    fields: &mut Fields<'_, '_>,
    span: Span,
    measure: Option<MeasureKind>,
    judged: Judged,
) -> Option<Bound> {
    let at_least = fields.opt_number("at_least").map(|x| (Bound::AtLeast(x.value), x.span));
    let at_most = fields.opt_number("at_most").map(|x| (Bound::AtMost(x.value), x.span));
    let equal = fields.opt_number("equal").map(|x| (Bound::Equal(x.value), x.span));
    let between = between(fields).map(|bound| (bound, span));
    let present = fields.flag("present").then_some((Bound::Present, span));
    let given: Vec<(Bound, Span)> =
        [at_least, at_most, equal, between, present].into_iter().flatten().collect();
    let typed = ["at_least", "at_most", "equal", "between"]
        .into_iter()
        .filter(|key| fields.raw(key).is_some())
        .count();
    let &[(bound, place)] = given.as_slice() else {
        // A bound that was typed and refused is explained already.
        if given.len() > 1 || typed == 0 {
            let problem = if given.is_empty() { "none" } else { "several" };
            fields.complain(Diagnostic::at(&codes::BAD_TARGET, span).with("problem", problem));
        }
        return None;
    };
    if let Some(problem) = impossible(bound, measure, judged) {
        fields.complain(Diagnostic::at(&codes::BAD_TARGET, place).with("problem", problem));
        return None;
    }
    Some(bound)
}

fn between(fields: &mut Fields<'_, '_>) -> Option<Bound> {
    let typed = fields.list("between", "pair");
    let ends: Vec<f64> = typed
        .iter()
        .filter_map(|value| match Scalar::of(value.get_ref()) {
            Scalar::Number(number) => Some(number),
            _ => None,
        })
        .collect();
    match ends.as_slice() {
        [low, high] if typed.len() == 2 => Some(Bound::Between(*low, *high)),
        _ => {
            if let Some(place) = fields
                .raw("between")
                .filter(|value| value.get_ref().is_array())
                .map(|value| fields.place(value))
            {
                let complaint = Diagnostic::at(&codes::WRONG_TYPE, place).with("key", "between");
                fields.complain(complaint.with("expected", "pair").with("found", "list"));
            }
            None
        }
    }
}

/// A bound that no value can meet, or that does not suit the measure.
fn impossible(bound: Bound, measure: Option<MeasureKind>, judged: Judged) -> Option<&'static str> {
    let numbers = match bound {
        Bound::AtLeast(x) | Bound::AtMost(x) | Bound::Equal(x) => vec![x],
        Bound::Between(low, high) if low > high => return Some("reversed"),
        Bound::Between(low, high) => vec![low, high],
        Bound::Present => vec![],
    };
    let presence = measure == Some(MeasureKind::Presence);
    if presence != (bound == Bound::Present) {
        return Some("shape");
    }
    let level = judged == Judged::Level;
    if level && numbers.iter().any(|x| *x < 0.0) {
        return Some("negative");
    }
    let most = if level { 100.0 } else { 200.0 };
    (measure == Some(MeasureKind::Share) && numbers.iter().any(|x| x.abs() > most)).then_some("over-whole")
}
