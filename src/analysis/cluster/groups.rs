//! From a partition to groups that can be told in words: who is in them, who is typical, what sets them apart.

use crate::model::{Id, Model, Organisation};

use super::distance::{Row, average};
use super::features::Gathered;
use super::ward::{count, members, silhouette};
use super::{Cluster, Clusters, Neighbour, Place, Table, Trait};

/// From half a standard deviation on a difference is noticed («medium»: Cohen 1988).
const NOTICEABLE: f64 = 0.5;
/// How many neighbours are named.
const NEAREST: usize = 3;

/// The groups of a table.
pub(super) fn clusters(
    model: &Model,
    (known, ungrouped): (&Gathered, Vec<Id<Organisation>>),
    table: &Table,
) -> Clusters {
    let ids = &known.organisations;
    let order = by_staff(model, ids, &table.partition);
    let values = known.values();
    let groups = order.iter().map(|group| {
        let rows: Vec<usize> = members(&table.partition, *group).collect();
        cluster(ids, table, &values, &rows)
    });
    let place = |(row, id): (usize, &Id<Organisation>)| {
        let group = order.iter().position(|group| *group == table.partition[row]).unwrap_or_default();
        (id.clone(), Place { group, nearest: nearest(ids, table, row) })
    };
    Clusters {
        features: table.spreads.clone(),
        groups: groups.collect(),
        places: ids.iter().enumerate().map(place).collect(),
        ungrouped,
        silhouette: silhouette(&table.distances, &table.partition),
    }
}

/// The groups from those with the largest organisations down. Of equal ones the first stays first, and groups are
/// numbered by their first organisations.
fn by_staff(model: &Model, ids: &[Id<Organisation>], partition: &[usize]) -> Vec<usize> {
    let staff = |group: usize| {
        let staff = members(partition, group).map(|row| f64::from(model.organisations[&ids[row]].staff));
        average(&staff.collect::<Vec<_>>())
    };
    let mut order: Vec<usize> = (0..count(partition)).collect();
    order.sort_by(|one, other| staff(*other).total_cmp(&staff(*one)));
    order
}

fn cluster(ids: &[Id<Organisation>], table: &Table, values: &[Row], rows: &[usize]) -> Cluster {
    let apart = |row: &usize| table.distances.to(*row, rows.iter().copied()).unwrap_or(0.0);
    let typical = rows.iter().copied().min_by(|one, other| apart(one).total_cmp(&apart(other)));
    let columns = 0..table.spreads.len();
    let known =
        |of: &[Row], column: usize| -> Vec<f64> { rows.iter().filter_map(|row| of[*row][column]).collect() };
    let mean =
        |column| Some(known(values, column)).filter(|known| !known.is_empty()).map(|known| average(&known));
    let told = columns.clone().filter_map(|feature| {
        let known = known(&table.standard, feature);
        let distance = average(&known);
        (known.len() * 2 >= rows.len() && distance.abs() >= NOTICEABLE).then_some(Trait { feature, distance })
    });
    let mut traits: Vec<Trait> = told.collect();
    traits.sort_by(|one, other| other.distance.abs().total_cmp(&one.distance.abs()));
    Cluster {
        members: rows.iter().map(|row| ids[*row].clone()).collect(),
        // A group has somebody, so there is a typical one.
        typical: ids[typical.unwrap_or_default()].clone(),
        means: columns.map(mean).collect(),
        traits,
    }
}

/// The nearest others; of equally near ones those with the smaller id.
fn nearest(ids: &[Id<Organisation>], table: &Table, row: usize) -> Vec<Neighbour> {
    let others = ids.iter().enumerate().filter(|(other, _)| *other != row);
    let mut others: Vec<Neighbour> = others
        .map(|(other, id)| Neighbour {
            organisation: id.clone(),
            distance: table.distances.between(row, other),
        })
        .collect();
    others.sort_by(|one, other| one.distance.total_cmp(&other.distance));
    others.truncate(NEAREST);
    others
}
