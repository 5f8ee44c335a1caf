//! Links, anchors, files and bound values of all texts.

use std::collections::BTreeSet;

use crate::diag::{Diagnostic, Diagnostics, Span, codes};
use crate::model::{
    Binding, Cell, Figure, Id, Indicator, LinkTarget, Model, Observation, Period, Programme, Prose,
    ThingKind, Value,
};
use crate::source::TextFolder;
use crate::words::nearest;

use super::references::unknown;

/// Anchors that a complaint names, at most.
const NAMED: usize = 20;

/// Links lead to things that are there and published, anchors to headings, files to files.
pub fn check_links(model: &Model, diagnostics: &mut Diagnostics) {
    let refused: BTreeSet<String> = diagnostics.refused_paths().map(str::to_owned).collect();
    for (folder, id, prose) in model.texts() {
        for (range, target) in &prose.links {
            let span = prose.span(range);
            match target {
                LinkTarget::Thing(kind, name, anchor) => {
                    thing(model, (*kind, name, anchor.as_deref()), span, diagnostics);
                }
                LinkTarget::Anchor(anchor) => heading(prose, anchor, span, diagnostics),
                LinkTarget::File(name) => file(model, (folder, id), (name, span), &refused, diagnostics),
                LinkTarget::Foreign(_) => {}
            }
        }
        for name in prose.portrayals.iter().map(|portrayal| &portrayal.file) {
            file(model, (folder, id), (&name.value, name.span), &refused, diagnostics);
        }
    }
}

/// A file stands beside its text, or was refused and explained already.
fn file(
    model: &Model,
    (folder, id): (TextFolder, &str),
    (name, span): (&str, Span),
    refused: &BTreeSet<String>,
    diagnostics: &mut Diagnostics,
) {
    let files = model.attachments.get(&(folder, id.to_owned()));
    let is_there = files.is_some_and(|files| files.iter().any(|file| file.name == *name));
    let path = format!("content/{}/{id}/{name}", folder.name());
    if !is_there && !refused.contains(&path) {
        let names = files.into_iter().flatten().map(|file| file.name.as_str());
        let near = nearest(name, names);
        diagnostics.push(Diagnostic::at(&codes::DEAD_LINK, span).with("address", name).nearest(near));
    }
}

fn thing(
    model: &Model,
    (kind, name, anchor): (ThingKind, &str, Option<&str>),
    span: Span,
    diagnostics: &mut Diagnostics,
) {
    let (is_known, names, prose) = look_up(model, kind, name);
    if !is_known {
        let near = nearest(name, names.filter(|_| !diagnostics.are_many()));
        diagnostics.push(unknown(kind_key(kind), name, span).nearest(near));
        return;
    }
    let hidden = kind == ThingKind::Practice
        && Id::parse(name)
            .and_then(|id| model.practices.get(&id))
            .is_some_and(|practice| !practice.is_public());
    if hidden {
        diagnostics.push(Diagnostic::at(&codes::UNPUBLISHED_TARGET, span).with("id", name));
    }
    if let (Some(anchor), Some(prose)) = (anchor, prose) {
        heading(prose, anchor, span, diagnostics);
    }
}

/// Whether a thing is known, the names of all things of its kind, and its text.
type Found<'a> = (bool, Box<dyn Iterator<Item = &'a str> + 'a>, Option<&'a Prose>);

fn look_up<'a>(model: &'a Model, kind: ThingKind, name: &str) -> Found<'a> {
    fn in_table<'a, T>(
        table: &'a crate::model::Table<T>,
        name: &str,
        prose: fn(&T) -> Option<&Prose>,
    ) -> Found<'a> {
        let id = Id::parse(name);
        let row = id.as_ref().and_then(|id| table.get(id));
        let is_known = id.is_some_and(|id| table.knows(&id));
        (is_known, Box::new(table.ids().map(Id::as_str)), row.and_then(|row| prose(&row.value)))
    }
    match kind {
        ThingKind::Practice => in_table(&model.practices, name, |row| Some(&row.prose)),
        ThingKind::Topic => in_table(&model.vocabulary.topics, name, |_| None),
        ThingKind::Document => in_table(&model.documents, name, |row| Some(&row.prose)),
        ThingKind::Report => in_table(&model.reports, name, |row| Some(&row.prose)),
        ThingKind::Page => in_table(&model.pages, name, |row| Some(&row.prose)),
        ThingKind::Organisation => in_table(&model.organisations, name, |_| None),
        ThingKind::Recommendation => in_table(&model.recommendations, name, |row| Some(&row.prose)),
        ThingKind::Register => in_table(&model.registers, name, |_| None),
        ThingKind::Association => in_table(&model.vocabulary.associations, name, |_| None),
        ThingKind::Indicator => {
            let is_known = programme_of(model, name).is_some();
            let is_known = is_known || !model.programmes.is_whole();
            (is_known, Box::new(indicators(model)), None)
        }
    }
}

fn kind_key(kind: ThingKind) -> &'static str {
    match kind {
        ThingKind::Practice => "practice",
        ThingKind::Indicator => "indicator",
        ThingKind::Topic => "topic",
        ThingKind::Document => "document",
        ThingKind::Report => "report",
        ThingKind::Page => "page",
        ThingKind::Organisation => "organisation",
        ThingKind::Recommendation => "recommendation",
        ThingKind::Register => "register",
        ThingKind::Association => "association",
    }
}

fn heading(prose: &Prose, anchor: &str, span: Span, diagnostics: &mut Diagnostics) {
    if !prose.headings.iter().any(|heading| heading.anchor == anchor) {
        let anchors = || prose.headings.iter().map(|heading| heading.anchor.as_str());
        let named: Vec<&str> = anchors().take(NAMED).collect();
        let near = nearest(anchor, anchors().filter(|_| !diagnostics.are_many()));
        let complaint = Diagnostic::at(&codes::DEAD_ANCHOR, span).with("anchor", anchor);
        let known = if named.is_empty() { "none".to_owned() } else { named.join(", ") };
        diagnostics.push(complaint.with("known", known).nearest(near));
    }
}

/// The first programme that has the indicator.
fn programme_of<'a>(model: &'a Model, indicator: &str) -> Option<(&'a Programme, Id<Indicator>)> {
    let id = Id::<Indicator>::parse(indicator)?;
    let (_, programme) = model.programmes.iter().find(|(_, programme)| programme.indicators.knows(&id))?;
    Some((&programme.value, id))
}

fn indicators(model: &Model) -> impl Iterator<Item = &str> {
    model.programmes.iter().flat_map(|(_, programme)| programme.value.indicators.ids()).map(Id::as_str)
}

/// Bound values and figures have their data.
pub fn check_bindings(model: &Model, diagnostics: &mut Diagnostics) {
    for (_, _, prose) in model.texts() {
        for (range, binding) in &prose.bindings {
            check_binding(model, binding, prose.span(range), diagnostics);
        }
        for (range, figure) in &prose.figures {
            // The fence alone: a caret under a whole block says nothing.
            check_figure(model, figure, prose.span(&(range.start..range.start + 3)), diagnostics);
        }
    }
}

fn check_binding(model: &Model, binding: &Binding, span: Span, diagnostics: &mut Diagnostics) {
    let Some((programme, id)) = programme_of(model, &binding.indicator) else {
        no_indicator(model, &binding.indicator, span, diagnostics);
        return;
    };
    if programme.indicators.get(&id).is_none() {
        return; // refused, and explained already
    }
    let observation = programme.observation(&id, binding.period);
    let found = match &binding.organisation {
        None => observation.is_some_and(|observation| has_total(observation)),
        Some(name) => {
            let organisation = Id::parse(name);
            if !organisation.as_ref().is_some_and(|id| model.organisations.knows(id)) {
                let near = nearest(name, model.organisations.ids().map(Id::as_str));
                diagnostics.push(unknown("organisation", name, span).nearest(near));
                return;
            }
            let cell = observation
                .zip(organisation)
                .and_then(|(observation, id)| observation.by_organisation.get(&id));
            cell.is_some_and(|cell| says_something(&cell.value))
        }
    };
    if !found {
        diagnostics.push(no_value(&binding.indicator, binding.period, span));
    }
}

fn check_figure(model: &Model, figure: &Figure, span: Span, diagnostics: &mut Diagnostics) {
    match figure {
        Figure::Chart { indicator, by } => {
            need(model, indicator, by.map(|(_, period)| period), span, diagnostics);
        }
        Figure::Table { indicators, periods } => {
            for indicator in indicators {
                for period in periods {
                    need(model, indicator, Some(*period), span, diagnostics);
                }
            }
        }
        Figure::Findings { period, .. } => {
            let collected =
                model.programmes.iter().any(|(_, programme)| programme.collections.contains_key(period));
            if !collected {
                diagnostics.push(no_value("findings", *period, span));
            }
        }
    }
}

fn need(model: &Model, indicator: &str, period: Option<Period>, span: Span, diagnostics: &mut Diagnostics) {
    match (programme_of(model, indicator), period) {
        (None, _) => no_indicator(model, indicator, span, diagnostics),
        (Some((programme, id)), Some(period)) => {
            if programme.indicators.get(&id).is_some() && programme.observation(&id, period).is_none() {
                diagnostics.push(no_value(indicator, period, span));
            }
        }
        (Some(_), None) => {}
    }
}

fn no_indicator(model: &Model, name: &str, span: Span, diagnostics: &mut Diagnostics) {
    if model.programmes.is_whole() {
        diagnostics.push(unknown("indicator", name, span).nearest(nearest(name, indicators(model))));
    }
}

fn no_value(indicator: &str, period: Period, span: Span) -> Diagnostic {
    Diagnostic::at(&codes::NO_VALUE, span).with("indicator", indicator).with("period", period)
}

/// A total is stated, or can be added up: shares and counts can, marks and presence cannot.
fn has_total(observation: &Observation) -> bool {
    match &observation.total {
        Some(total) => says_something(&total.value),
        None => {
            let organisations = observation.by_organisation.values();
            let mut cells = organisations.chain(observation.by_subject.values());
            let adds_up = |cell: &Cell| matches!(cell.value(), Some(Value::Share(_) | Value::Count(_)));
            cells.any(|cell| adds_up(&cell.value) && says_something(&cell.value))
        }
    }
}

/// A value is there, and if it is a share, somebody was counted.
fn says_something(cell: &Cell) -> bool {
    match cell.value() {
        Some(Value::Share(share)) => share.of() > 0,
        other => other.is_some(),
    }
}
