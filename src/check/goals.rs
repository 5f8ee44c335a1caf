//! What a programme sets itself: goals justified, measured and in order; phases within its years.

use std::collections::BTreeSet;

use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::model::{Goal, Id, Model, Programme};

/// Every goal has an indicator, its own or that of a part of it, or the signed-off reason why not.
pub fn check_indicators(model: &Model, diagnostics: &mut Diagnostics) {
    for (_, programme) in model.programmes.iter().filter(|(_, row)| row.without_indicator.is_none()) {
        let measured = measured(programme);
        for (id, goal) in programme.goals.iter() {
            // What seems absent may be what was refused.
            let is_sure = programme.indicators.is_whole();
            if is_sure && goal.without_indicator.is_none() && !measured.contains(id) {
                diagnostics.push(Diagnostic::at(&codes::GOAL_WITHOUT_INDICATOR, goal.span).with("id", id));
            }
        }
    }
}

/// The goals that indicators measure, themselves or by their parts.
fn measured(programme: &Programme) -> BTreeSet<&Id<Goal>> {
    let mut measured = BTreeSet::new();
    for (_, indicator) in programme.indicators.iter() {
        let mut next = Some(&indicator.goal.value);
        while let Some(id) = next.filter(|id| measured.insert(*id)) {
            next = whole_of(programme, id);
        }
    }
    measured
}

fn whole_of<'a>(programme: &'a Programme, id: &Id<Goal>) -> Option<&'a Id<Goal>> {
    Some(&programme.goals.get(id)?.part_of.as_ref()?.value)
}

/// Every goal states the problem that justifies it, or the signed-off reason why the document does not.
pub fn check_justification(model: &Model, diagnostics: &mut Diagnostics) {
    for (_, programme) in model.programmes.iter().filter(|(_, row)| row.without_problem.is_none()) {
        for (id, goal) in programme.goals.iter().filter(|(_, goal)| goal.justification.is_none()) {
            let complaint = Diagnostic::at(&codes::UNJUSTIFIED_GOAL, goal.span);
            diagnostics.push(complaint.with("id", id).with("problem", "none"));
        }
    }
}

/// No goal is a part of itself, nor of its own part. A circle is reported once, at its first id.
pub fn check_parts(model: &Model, diagnostics: &mut Diagnostics) {
    for (_, programme) in model.programmes.iter() {
        for (id, goal) in programme.goals.iter() {
            let Some(part_of) = &goal.part_of else { continue };
            let circle = circle_from(programme, id);
            if circle.iter().min() == Some(&id) {
                let names = circle.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(" → ");
                let complaint = Diagnostic::at(&codes::CIRCLE_OF_GOALS, part_of.span).with("id", id);
                diagnostics.push(complaint.with("circle", format!("{names} → {id}")));
            }
        }
    }
}

/// The goals on the way from a goal through what it is a part of back to itself; empty if the way ends elsewhere.
fn circle_from<'a>(programme: &'a Programme, start: &'a Id<Goal>) -> Vec<&'a Id<Goal>> {
    let mut way = vec![start];
    while let Some(next) = way.last().and_then(|id| whole_of(programme, id)) {
        if next == start {
            return way;
        }
        if way.contains(&next) {
            break;
        }
        way.push(next);
    }
    Vec::new()
}

/// Phases lie within the programme's years and follow one another.
pub fn check_phases(model: &Model, diagnostics: &mut Diagnostics) {
    for (_, programme) in model.programmes.iter() {
        let (from, to) = programme.years;
        let complain = |problem: &str, span| {
            let complaint = Diagnostic::at(&codes::MISPLACED_PHASE, span).with("problem", problem);
            complaint.with("from", from).with("to", to)
        };
        for phase in &programme.phases {
            if phase.years.0 < from || phase.years.1 > to {
                diagnostics.push(complain("outside", phase.span));
            }
        }
        for pair in programme.phases.windows(2) {
            if let [earlier, later] = pair
                && later.years.0 <= earlier.years.1
            {
                diagnostics.push(complain("overlap", later.span).see(earlier.span));
            }
        }
    }
}
