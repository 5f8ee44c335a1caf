//! Room 4 · compute: pure arithmetic over the checked model.
//!
//! It cannot fail, writes no sentence and knows no HTML. Every formula names its source. What it cannot judge it says
//! so by type: too few, no target, no data.

mod amount;
mod attainment;
mod calendar;
#[cfg(test)]
mod cases;
mod change;
mod cluster;
mod compare;
mod conclusions;
mod disclosure;
mod dynamics;
mod effect;
mod evidence;
mod finding;
#[cfg(test)]
mod fixture;
mod grounds;
mod limits;
mod line;
mod missing;
mod people;
#[cfg(test)]
mod reference;
mod suggest;
mod trend;
mod types;

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::model::{Id, Indicator, Model, Programme};

pub use calendar::{Turn, TurnState, due, turns, years};
pub use cluster::{
    Before, Cluster, ClusterAnalysis, Clusters, Neighbour, OnePerson, Place, Spread, Stability, Trait,
};
pub use compare::rest;
pub use conclusions::{
    About, BeforeAfter, EffectAnalysis, EffectVerdict, EvidenceFact, EvidenceLevel, Finding, Grounds,
    ShownBy, Suggestion, Why,
};
pub use limits::funnel_limits;
pub use people::{People, Withheld};
pub use types::{
    Against, Amount, Analysis, Attainment, Change, ChangeVerdict, Comparison, Coverage, Dynamics, Part,
    ProgrammeAnalysis, Reading, Status, TotalOrigin, Trend,
};

/// Computes everything. Every reference in the model is known to lead somewhere.
pub fn analyze(model: &Model) -> Analysis {
    let programmes: Vec<_> = model.programmes.iter().collect();
    let programmes: BTreeMap<_, _> = programmes
        .into_par_iter()
        .map(|(id, programme)| (id.clone(), of_programme(model, programme)))
        .collect();
    let grounds = model.recommendations.iter().filter_map(|(id, advice)| {
        let analysis = programmes.get(&advice.programme.value)?;
        Some((id.clone(), grounds::grounds(model, advice, analysis)?))
    });
    let grounds = grounds.collect();
    let evidence =
        model.practices.iter().map(|(id, practice)| (id.clone(), evidence::level(practice))).collect();
    Analysis { programmes, grounds, evidence, people: people::of_people(model) }
}

/// First every value with its own past, then who is like whom, then how the parts compare; findings read all of it.
fn of_programme(model: &Model, programme: &Programme) -> ProgrammeAnalysis {
    let vault = |id: &Id<Indicator>| (id.clone(), dynamics::gather(model, programme, id));
    let mut vaults: BTreeMap<_, _> = programme.indicators.iter().map(|(id, _)| vault(id)).collect();
    let mut dynamics: BTreeMap<_, _> = programme
        .indicators
        .iter()
        .map(|(id, row)| (id.clone(), dynamics::dynamics(row, vaults[id].public())))
        .collect();
    let clusters = cluster::of_programme(model, programme, &dynamics);
    for (id, dynamics) in &mut dynamics {
        let better = programme.indicators[id].better;
        for (period, reading) in &mut dynamics.readings {
            let clusters = clusters.by_period.get(period).map_or(&[][..], |clusters| &clusters.groups);
            compare::compare_parts(reading, better, clusters);
        }
    }
    let by_period = |&period| (period, finding::findings(model, programme, &dynamics, period));
    let findings = programme.collections.keys().map(by_period).collect();
    let mut effects = BTreeMap::new();
    // One after another: what one of them gives away another has to keep.
    for (id, effect) in programme.effects.iter() {
        let Some((dynamics, vault)) =
            dynamics.get(&effect.indicator.value).zip(vaults.get_mut(&effect.indicator.value))
        else {
            continue;
        };
        let indicator = &programme.indicators[&effect.indicator].value;
        effects.insert(id.clone(), effect::analyze(indicator, dynamics, vault, effect));
    }
    ProgrammeAnalysis { dynamics, clusters, findings, effects }
}
