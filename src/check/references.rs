//! Ids that must lead somewhere.

use std::collections::BTreeSet;

use crate::diag::{At, Diagnostic, Diagnostics, Span, codes};
use crate::model::{Addressee, Force, Id, Indicator, Model, Observation, Programme, Proof, Table};
use crate::words::nearest;

/// Reports an id that names nothing, with the near one.
pub fn known<T>(kind: &str, table: &Table<T>, id: &At<Id<T>>, diagnostics: &mut Diagnostics) {
    if !table.knows(&id.value) {
        let ids = table.ids().filter(|_| !diagnostics.are_many()).map(Id::as_str);
        let renamed = table.renamed(&id.value).map(Id::as_str);
        let near = renamed.or_else(|| nearest(id.value.as_str(), ids));
        diagnostics.push(unknown(kind, id.value.as_str(), id.span).nearest(near));
    }
}

/// The complaint about an id that names nothing.
pub fn unknown(kind: &str, id: &str, span: Span) -> Diagnostic {
    Diagnostic::at(&codes::UNKNOWN_REFERENCE, span).with("kind", kind).with("id", id)
}

/// The same for several ids.
pub fn all<'a, T: 'a>(
    kind: &str,
    table: &Table<T>,
    ids: impl IntoIterator<Item = &'a At<Id<T>>>,
    diagnostics: &mut Diagnostics,
) {
    for id in ids {
        known(kind, table, id, diagnostics);
    }
}

/// Kinds of organisations, subjects of associations, sources of terms; terms that a text leaves alone.
pub fn check_vocabulary(model: &Model, diagnostics: &mut Diagnostics) {
    let vocabulary = &model.vocabulary;
    all("kind", &vocabulary.kinds, model.organisations.iter().map(|(_, row)| &row.value.kind), diagnostics);
    let subjects = vocabulary.associations.iter().filter_map(|(_, row)| row.value.subject.as_ref());
    all("subject", &vocabulary.subjects, subjects, diagnostics);
    let sources = vocabulary.terms.iter().filter_map(|(_, row)| row.value.source.as_ref());
    all("document", &model.documents, sources, diagnostics);
    all("term", &vocabulary.terms, model.proses().flat_map(|prose| &prose.no_terms), diagnostics);
}

/// Everything that a practice names.
pub fn check_practices(model: &Model, diagnostics: &mut Diagnostics) {
    let vocabulary = &model.vocabulary;
    for (_, practice) in model.practices.iter() {
        known("organisation", &model.organisations, &practice.organisation, diagnostics);
        all("subject", &vocabulary.subjects, &practice.subjects, diagnostics);
        all("level", &vocabulary.levels, &practice.levels, diagnostics);
        all("audience", &vocabulary.audiences, &practice.audiences, diagnostics);
        known("form", &vocabulary.forms, &practice.form, diagnostics);
        all("topic", &vocabulary.topics, &practice.topics, diagnostics);
        let adopters = practice.adoptions.iter().map(|adoption| &adoption.organisation);
        all("organisation", &model.organisations, adopters, diagnostics);
        known_indicators(model, &practice.improves, diagnostics);
    }
}

/// Indicators of any programme.
pub fn known_indicators(model: &Model, indicators: &[At<Id<Indicator>>], diagnostics: &mut Diagnostics) {
    for indicator in indicators {
        let anywhere =
            model.programmes.iter().any(|(_, programme)| programme.indicators.knows(&indicator.value));
        if !anywhere && model.programmes.is_whole() {
            let tables = || model.programmes.iter().map(|(_, programme)| &programme.value.indicators);
            let renamed = tables().find_map(|table| table.renamed(&indicator.value)).map(Id::as_str);
            let ids = tables().flat_map(Table::ids).map(Id::as_str);
            let near = renamed.or_else(|| nearest(indicator.as_str(), ids));
            diagnostics.push(unknown("indicator", indicator.as_str(), indicator.span).nearest(near));
        }
    }
}

/// Everything that a programme's files name.
pub fn check_programmes(model: &Model, diagnostics: &mut Diagnostics) {
    for (_, programme) in model.programmes.iter() {
        known("document", &model.documents, &programme.document, diagnostics);
        let wholes = programme.goals.iter().filter_map(|(_, goal)| goal.part_of.as_ref());
        all("goal", &programme.goals, wholes, diagnostics);
        let measuring = programme.results.iter().flat_map(|result| &result.indicators);
        all("indicator", &programme.indicators, measuring, diagnostics);
        check_indicators(model, programme, diagnostics);
        check_actions(model, programme, diagnostics);
        for (_, event) in programme.calendar.iter() {
            all("indicator", &programme.indicators, &event.indicators, diagnostics);
            for proof in event.held.iter().filter_map(|held| held.proof.as_ref()) {
                known_proof(model, proof, diagnostics);
            }
        }
    }
}

fn check_indicators(model: &Model, programme: &Programme, diagnostics: &mut Diagnostics) {
    for (_, indicator) in programme.indicators.iter() {
        known("goal", &programme.goals, &indicator.goal, diagnostics);
        all("topic", &model.vocabulary.topics, &indicator.topics, diagnostics);
    }
    for collection in programme.collections.values() {
        for observation in collection.observations.values() {
            check_parts(model, observation, diagnostics);
        }
    }
}

/// The ids by which values are broken down, and what proves them.
fn check_parts(model: &Model, observation: &At<Observation>, diagnostics: &mut Diagnostics) {
    let pairs = || observation.by_pair.keys();
    let organisations: BTreeSet<_> =
        observation.by_organisation.keys().chain(pairs().map(|(id, _)| id)).collect();
    let subjects: BTreeSet<_> = observation.by_subject.keys().chain(pairs().map(|(_, id)| id)).collect();
    parts("organisation", &model.organisations, observation, organisations, diagnostics);
    parts("subject", &model.vocabulary.subjects, observation, subjects, diagnostics);
    parts("kind", &model.vocabulary.kinds, observation, observation.by_kind.keys(), diagnostics);
    for proof in observation.cells().filter_map(|cell| cell.value.proof.as_ref()) {
        known_proof(model, proof, diagnostics);
    }
}

/// One breakdown: an id is reported where it stands as a key.
fn parts<'a, T: 'a>(
    kind: &str,
    table: &Table<T>,
    observation: &At<Observation>,
    ids: impl IntoIterator<Item = &'a Id<T>>,
    diagnostics: &mut Diagnostics,
) {
    for id in ids.into_iter().filter(|id| !table.knows(id)) {
        let place = observation.key(id.as_str()).unwrap_or(observation.span);
        known(kind, table, &At::new(id.clone(), place), diagnostics);
    }
}

fn check_actions(model: &Model, programme: &Programme, diagnostics: &mut Diagnostics) {
    for (_, measure) in programme.measures.iter() {
        all("goal", &programme.goals, &measure.goal, diagnostics);
        all("recommendation", &model.recommendations, &measure.recommendations, diagnostics);
        all("organisation", &model.organisations, &measure.organisations, diagnostics);
        if let Some(proof) = &measure.proof {
            known_proof(model, proof, diagnostics);
        }
    }
    for (_, decision) in programme.decisions.iter() {
        known("document", &model.documents, &decision.document, diagnostics);
        known("report", &model.reports, &decision.basis, diagnostics);
        all("indicator", &programme.indicators, &decision.indicators, diagnostics);
    }
    for (_, effect) in programme.effects.iter() {
        known("indicator", &programme.indicators, &effect.indicator, diagnostics);
        all("organisation", &model.organisations, &effect.addressed, diagnostics);
        all("measure", &programme.measures, &effect.measures, diagnostics);
        all("decision", &programme.decisions, &effect.decisions, diagnostics);
        known("report", &model.reports, &effect.protocol, diagnostics);
    }
}

fn known_proof(model: &Model, proof: &At<Id<Proof>>, diagnostics: &mut Diagnostics) {
    let name = proof.as_str();
    let found = Id::parse(name).is_some_and(|id| model.documents.knows(&id))
        || Id::parse(name).is_some_and(|id| model.reports.knows(&id));
    if !found {
        let ids = model.documents.ids().map(Id::as_str).chain(model.reports.ids().map(Id::as_str));
        diagnostics.push(unknown("proof", name, proof.span).nearest(nearest(name, ids)));
    }
}

/// Everything that a recommendation names.
pub fn check_recommendations(model: &Model, diagnostics: &mut Diagnostics) {
    for (_, recommendation) in model.recommendations.iter() {
        known("programme", &model.programmes, &recommendation.programme, diagnostics);
        all("practice", &model.practices, &recommendation.practices, diagnostics);
        all("topic", &model.vocabulary.topics, &recommendation.topics, diagnostics);
        match &recommendation.to {
            Addressee::Audience(id) => known("audience", &model.vocabulary.audiences, id, diagnostics),
            Addressee::Association(id) => {
                known("association", &model.vocabulary.associations, id, diagnostics);
            }
            Addressee::Organisations(ids) => all("organisation", &model.organisations, ids, diagnostics),
            Addressee::Behind => {}
        }
        if let Some(programme) = model.programmes.get(&recommendation.programme) {
            all("indicator", &programme.indicators, &recommendation.indicators, diagnostics);
        }
    }
}

/// Everything that reports and documents name; and that no report has the id of a document.
pub fn check_papers(model: &Model, diagnostics: &mut Diagnostics) {
    for (id, report) in model.reports.iter() {
        known("programme", &model.programmes, &report.programme, diagnostics);
        let twin = Id::parse(id.as_str()).and_then(|id| model.documents.get(&id));
        if let Some(document) = twin {
            diagnostics
                .push(Diagnostic::at(&codes::DUPLICATE_ID, report.span).with("id", id).see(document.span));
        }
    }
    for (_, document) in model.documents.iter() {
        all("programme", &model.programmes, &document.programme, diagnostics);
        if let Force::Superseded { by: Some(by) } = &document.force {
            known("document", &model.documents, by, diagnostics);
        }
    }
}
