//! How steady groups are: under one person more or fewer, and against the period before.
//!
//! Small numbers are the rule, and groups that fall apart when one teacher comes or goes are none; so the page says
//! beside the groups how much they are worth.

use std::collections::BTreeMap;

use crate::model::{Id, Organisation, Period};

use super::agreement::{adjusted_rand, stayed};
use super::distance::average;
use super::features::Gathered;
use super::{Before, Clusters, OnePerson, Table};

/// So many moves are tried at most, evenly over organisations and features; each repeats the whole calculation.
const MOST_MOVES: usize = 200;

/// The mean of what moves by one person do; none where nobody is counted.
pub(super) fn one_person(known: &Gathered, table: &Table, groups: Option<usize>) -> Option<OnePerson> {
    let cells = known.rows.iter().enumerate().flat_map(|(row, cells)| {
        cells.iter().enumerate().filter_map(move |(column, cell)| Some((row, column, cell.as_ref()?)))
    });
    let used = cells.filter(|(_, column, _)| table.spreads[*column].standard(0.0).is_some());
    let moves: Vec<(usize, usize, f64)> = used
        .flat_map(|(row, column, cell)| cell.moved.iter().map(move |value| (row, column, *value)))
        .collect();
    let step = moves.len().div_ceil(MOST_MOVES).max(1);
    let partitions: Vec<_> = moves
        .iter()
        .step_by(step)
        .map(|(row, column, value)| {
            let mut values = known.values();
            values[*row][*column] = Some(*value);
            // Where the move makes all alike, they are one group.
            Table::of(&values, groups).map_or_else(|| vec![0; values.len()], |table| table.partition)
        })
        .collect();
    let mean = |agreement: fn(&[usize], &[usize]) -> f64| {
        average(&partitions.iter().map(|moved| agreement(&table.partition, moved)).collect::<Vec<_>>())
    };
    (!partitions.is_empty()).then(|| OnePerson {
        stayed: mean(stayed),
        rand: mean(adjusted_rand),
        moves: partitions.len(),
    })
}

/// How the groups of the last period agree with those of the one before, over the organisations of both.
pub(super) fn before(by_period: &BTreeMap<Period, Clusters>) -> Option<Before> {
    let mut newest = by_period.iter().rev();
    let ((_, now), (period, then)) = (newest.next()?, newest.next()?);
    let group = |clusters: &Clusters, id: &Id<Organisation>| Some(clusters.places.get(id)?.group);
    let both = now.places.iter().filter_map(|(id, place)| Some((place.group, group(then, id)?)));
    let (now, then): (Vec<usize>, Vec<usize>) = both.unzip();
    (now.len() > 1).then(|| Before { period: *period, rand: adjusted_rand(&now, &then), common: now.len() })
}
