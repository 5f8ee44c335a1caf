//! The management cycle: nothing orphaned, nothing before its cause.

use jiff::civil::Date;

use crate::diag::{At, Diagnostic, Diagnostics, Span, codes};
use crate::model::{Cell, Force, Model, Observation, Programme, ReportKind};

/// A measure serves a goal or carries out a recommendation.
pub fn check_measures(model: &Model, diagnostics: &mut Diagnostics) {
    for (_, programme) in model.programmes.iter() {
        for (id, measure) in programme.measures.iter() {
            if measure.goal.is_none() && measure.recommendations.is_empty() {
                diagnostics.push(Diagnostic::at(&codes::UNTIED_MEASURE, measure.span).with("id", id));
            }
        }
    }
}

/// A later step, the earlier step that it must not precede, and the places of both.
struct Link {
    later: (&'static str, Date, Span),
    earlier: (&'static str, Date, Option<Span>),
}

/// Monitoring ≤ analysis ≤ recommendations ≤ measures ≤ effects, and analysis ≤ decisions; nothing is dated after
/// the site's day.
pub fn check_dates(model: &Model, diagnostics: &mut Diagnostics) {
    for (_, programme) in model.programmes.iter() {
        for link in links(model, programme) {
            if link.later.1 < link.earlier.1 {
                let complaint = Diagnostic::at(&codes::DATES_OUT_OF_ORDER, link.later.2)
                    .with("later", link.later.0)
                    .with("date", link.later.1)
                    .with("earlier", link.earlier.0)
                    .with("since", link.earlier.1);
                diagnostics.push(match link.earlier.2 {
                    Some(span) => complaint.see(span),
                    None => complaint,
                });
            }
        }
    }
}

fn links(model: &Model, programme: &Programme) -> Vec<Link> {
    let mut links = Vec::new();
    let mut need = |later: (&'static str, &At<Date>), earlier: (&'static str, &At<Date>)| {
        links.push(Link {
            later: (later.0, later.1.value, later.1.span),
            earlier: (earlier.0, earlier.1.value, Some(earlier.1.span)),
        });
    };
    for (_, report) in model.reports.iter() {
        let ours =
            model.programmes.get(&report.programme).is_some_and(|row| std::ptr::eq(&row.value, programme));
        if let Some(collection) = programme.collections.get(&report.period.value).filter(|_| ours)
            && report.kind != ReportKind::Monitoring
        {
            need(("report", &report.date), ("monitoring", &collection.collected));
        }
    }
    for (_, recommendation) in model.recommendations.iter() {
        let ours = model
            .programmes
            .get(&recommendation.programme)
            .is_some_and(|row| std::ptr::eq(&row.value, programme));
        if let Some(collection) = programme.collections.get(&recommendation.period.value).filter(|_| ours) {
            need(("recommendation", &recommendation.date), ("monitoring", &collection.collected));
        }
    }
    for (_, measure) in programme.measures.iter() {
        for id in &measure.recommendations {
            if let Some(recommendation) = model.recommendations.get(id) {
                need(("measure", &measure.date), ("recommendation", &recommendation.date));
            }
        }
    }
    for (_, decision) in programme.decisions.iter() {
        if let (Some(document), Some(basis)) =
            (model.documents.get(&decision.document), model.reports.get(&decision.basis))
        {
            need(("decision", &document.date), ("basis", &basis.date));
            need(("deadline", &decision.deadline), ("decision", &document.date));
        }
    }
    for (_, effect) in programme.effects.iter() {
        for measure in effect.measures.iter().filter_map(|id| programme.measures.get(id)) {
            need(("effect", &effect.date), ("measure", &measure.date));
        }
        if let Some(collection) = programme.collections.get(&effect.after.value) {
            need(("effect", &effect.date), ("monitoring", &collection.collected));
        }
    }
    links.extend(today(model, programme));
    links
}

/// What has happened cannot lie in the future.
fn today(model: &Model, programme: &Programme) -> Vec<Link> {
    let dates = programme.measures.iter().map(|(_, measure)| ("measure", &measure.value.date));
    let effects = programme.effects.iter().map(|(_, effect)| ("effect", &effect.value.date));
    let held = programme
        .calendar
        .iter()
        .flat_map(|(_, event)| event.value.held.iter().map(|held| ("event", &held.date)));
    dates
        .chain(effects)
        .chain(held)
        .map(|(name, date)| Link {
            later: ("today", model.site.date, date.span),
            earlier: (name, date.value, None),
        })
        .collect()
}

/// An effect has a value before and after.
pub fn check_effects(model: &Model, diagnostics: &mut Diagnostics) {
    for (_, programme) in model.programmes.iter() {
        for (_, effect) in programme.effects.iter() {
            if effect.before.value >= effect.after.value {
                let at = Diagnostic::at(&codes::EFFECT_WITHOUT_DATA, effect.after.span);
                diagnostics.push(
                    at.with("period", effect.after.value).with("problem", "order").see(effect.before.span),
                );
            }
            for period in [&effect.before, &effect.after] {
                let observed =
                    programme.observation(&effect.indicator, period.value).is_some_and(|row| is_known(row));
                if !observed && programme.indicators.get(&effect.indicator).is_some() {
                    let at = Diagnostic::at(&codes::EFFECT_WITHOUT_DATA, period.span);
                    diagnostics.push(at.with("period", period.value).with("problem", "absent"));
                }
            }
        }
    }
}

fn is_known(observation: &Observation) -> bool {
    let known = |cell: &At<Cell>| cell.value.value().is_some();
    observation.total.as_ref().is_some_and(known) || observation.by_organisation.values().any(known)
}

/// A programme rests on a document that is in force.
pub fn check_force(model: &Model, diagnostics: &mut Diagnostics) {
    for (_, programme) in model.programmes.iter() {
        if let Some(document) = model.documents.get(&programme.document)
            && document.force != Force::InForce
        {
            diagnostics.push(
                Diagnostic::at(&codes::NOT_IN_FORCE, programme.document.span)
                    .with("id", &programme.document.value),
            );
        }
    }
}
