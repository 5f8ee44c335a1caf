//! Values, totals, targets and baselines.

use std::collections::BTreeMap;

use crate::diag::{At, Diagnostic, Diagnostics, codes};
use crate::model::{
    Better, Bound, Cell, Counted, Id, Indicator, Judged, MeasureKind, Model, Observation, Organisation,
    Programme, State, Value,
};

fn indicators(model: &Model) -> impl Iterator<Item = (&Programme, &Id<Indicator>, &At<Indicator>)> {
    model.programmes.iter().flat_map(|(_, programme)| {
        programme.value.indicators.iter().map(|(id, indicator)| (&programme.value, id, indicator))
    })
}

fn observations<'a>(
    programme: &'a Programme,
    id: &'a Id<Indicator>,
) -> impl Iterator<Item = &'a At<Observation>> {
    programme.collections.values().filter_map(move |collection| collection.observations.get(id))
}

/// Nobody has collected anything after today.
pub fn check_future(model: &Model, diagnostics: &mut Diagnostics) {
    for (_, programme) in model.programmes.iter() {
        for collection in programme.collections.values() {
            if collection.collected.value > model.site.date {
                diagnostics.push(
                    Diagnostic::at(&codes::FUTURE_PERIOD, collection.collected.span)
                        .with("collected", collection.collected.value)
                        .with("today", model.site.date),
                );
            }
        }
    }
}

/// A stated total is the sum of a whole breakdown, or a note says why not.
pub fn check_totals(model: &Model, diagnostics: &mut Diagnostics) {
    for (programme, id, _) in indicators(model) {
        for observation in observations(programme, id) {
            let Some(total) = &observation.total else { continue };
            let explained = observation.note.is_some() || total.note.is_some();
            let Some(Value::Share(stated)) = total.value.value() else { continue };
            if let (Some(sum), false) = (whole_sum(&observation.by_organisation), explained)
                && sum != (stated.n(), stated.of())
            {
                diagnostics.push(
                    Diagnostic::at(&codes::TOTAL_DIFFERS, total.span)
                        .with("total_n", stated.n())
                        .with("total_of", stated.of())
                        .with("sum_n", sum.0)
                        .with("sum_of", sum.1),
                );
            }
        }
    }
}

/// The sum of a breakdown in which everybody reported.
fn whole_sum(cells: &BTreeMap<Id<Organisation>, At<Cell>>) -> Option<(u32, u32)> {
    let mut sum = (0_u32, 0_u32);
    for cell in cells.values() {
        match cell.state {
            State::Known(Value::Share(share), _) => {
                sum = (sum.0.saturating_add(share.n()), sum.1.saturating_add(share.of()));
            }
            State::NotApplicable => {}
            _ => return None,
        }
    }
    (!cells.is_empty()).then_some(sum)
}

/// A baseline has a value.
pub fn check_baselines(model: &Model, diagnostics: &mut Diagnostics) {
    for (programme, id, indicator) in indicators(model) {
        if let Some(baseline) = &indicator.baseline
            && programme.observation(id, baseline.value).is_none()
        {
            diagnostics
                .push(Diagnostic::at(&codes::NO_BASELINE, baseline.span).with("period", baseline.value));
        }
    }
}

/// Targets point the way that is better, and lie within the programme's years.
pub fn check_targets(model: &Model, diagnostics: &mut Diagnostics) {
    for (programme, _, indicator) in indicators(model) {
        for target in &indicator.targets {
            let against = matches!(
                (indicator.better, target.bound),
                (Better::Higher, Bound::AtMost(_)) | (Better::Lower, Bound::AtLeast(_))
            );
            let problem = if against && indicator.judged == Judged::Level {
                "direction"
            } else if target.by < programme.years.0 || target.by > programme.years.1 {
                "years"
            } else {
                continue;
            };
            diagnostics.push(Diagnostic::at(&codes::BAD_TARGET, target.span).with("problem", problem));
        }
    }
}

/// Nobody counts more people than work there.
pub fn check_staff(model: &Model, diagnostics: &mut Diagnostics) {
    for (programme, id, indicator) in indicators(model) {
        if indicator.people != Counted::People || indicator.measure != MeasureKind::Share {
            continue;
        }
        for observation in observations(programme, id) {
            for (organisation, cell) in &observation.by_organisation {
                let Some(row) = model.organisations.get(organisation) else { continue };
                if let (Some(Value::Share(share)), None) = (cell.value.value(), &cell.note)
                    && share.of() > row.staff
                {
                    diagnostics.push(
                        Diagnostic::at(&codes::OVER_STAFF, cell.span)
                            .with("of", share.of())
                            .with("staff", row.staff),
                    );
                }
            }
        }
    }
}

/// Every indicator has something for the latest period.
pub fn check_presence(model: &Model, diagnostics: &mut Diagnostics) {
    for (programme, id, indicator) in indicators(model) {
        let Some(latest) = programme.latest() else { continue };
        if programme.observation(id, latest).is_none() {
            diagnostics.push(
                Diagnostic::at(&codes::NO_VALUES, indicator.span).with("id", id).with("period", latest),
            );
        }
    }
}
