//! Groups of rows by Ward's method, and the number of groups.

use super::super::limits::TOLERANCE;
use super::distance::{Distances, average};

/// To which group each row belongs; groups are numbered by their first rows.
pub(crate) type Partition = Vec<usize>;

/// The most groups that are looked for.
const MOST: usize = 5;

/// One union of two groups. Rows are numbered from 0, and the group that step `i` makes is number `rows + i`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Union {
    pub(crate) groups: [usize; 2],
    /// √(2·|A|·|B| / (|A|+|B|)) times the distance between the centres.
    pub(crate) height: f64,
}

/// Unions from the lowest to the highest (Ward 1963, by the formula of Lance and Williams 1967 on squared distances:
/// `ward.D2` of Murtagh and Legendre 2014). `kodama` squares the distances itself. Of equal distances the first pair is
/// united first, so the order of rows decides, and rows come sorted by id.
pub(crate) fn unions(distances: &Distances) -> Vec<Union> {
    let mut upper = distances.upper().to_vec();
    let tree = kodama::linkage(&mut upper, distances.rows(), kodama::Method::Ward);
    let union = |step: &kodama::Step<f64>| Union {
        groups: [step.cluster1, step.cluster2],
        height: step.dissimilarity,
    };
    tree.steps().iter().map(union).collect()
}

/// The partition into so many groups; into fewer where that would part rows that are the same.
pub(crate) fn cut(rows: usize, unions: &[Union], groups: usize) -> Partition {
    let same = unions.iter().filter(|union| union.height <= TOLERANCE).count();
    let steps = rows.saturating_sub(groups).max(same);
    let mut part: Vec<usize> = (0..rows).collect();
    for (step, union) in unions.iter().take(steps).enumerate() {
        for group in part.iter_mut().filter(|group| union.groups.contains(group)) {
            *group = rows + step;
        }
    }
    by_first_row(&part)
}

fn by_first_row(part: &[usize]) -> Partition {
    let mut firsts: Vec<usize> = Vec::new();
    let mut number = |group: &usize| {
        firsts.iter().position(|first| first == group).unwrap_or_else(|| {
            firsts.push(*group);
            firsts.len() - 1
        })
    };
    part.iter().map(&mut number).collect()
}

/// The rows of a group.
pub(super) fn members(partition: &[usize], group: usize) -> impl Iterator<Item = usize> {
    partition.iter().enumerate().filter(move |(_, other)| **other == group).map(|(row, _)| row)
}

/// How many groups there are.
pub(super) fn count(partition: &[usize]) -> usize {
    partition.iter().max().map_or(0, |last| last + 1)
}

/// The average silhouette width (Rousseeuw 1987): 1 where every row is far nearer to its own group than to the next
/// one, 0 where it stands between two. A row alone in its group counts as 0.
pub(crate) fn silhouette(distances: &Distances, partition: &[usize]) -> f64 {
    let width = |row: usize| {
        let own = distances.to(row, members(partition, partition[row]))?;
        let others = (0..count(partition)).filter(|group| *group != partition[row]);
        let next = others.filter_map(|group| distances.to(row, members(partition, group)));
        let next = next.min_by(f64::total_cmp)?;
        let larger = own.max(next);
        (larger > TOLERANCE).then(|| (next - own) / larger)
    };
    let widths: Vec<f64> = (0..partition.len()).map(|row| width(row).unwrap_or(0.0)).collect();
    average(&widths)
}

/// The partition into as many groups as asked for; else into that number of two to five with the greatest average
/// silhouette width, of equal ones the smaller. None where all rows are the same, or fewer than three.
pub(crate) fn partition(distances: &Distances, groups: Option<usize>) -> Option<Partition> {
    let rows = distances.rows();
    if rows < 3 {
        return None;
    }
    let unions = unions(distances);
    let cut = |groups: usize| Some(cut(rows, &unions, groups)).filter(|partition| count(partition) > 1);
    if let Some(groups) = groups {
        return cut(groups.min(rows - 1));
    }
    let mut best: Option<(f64, Partition)> = None;
    for partition in (2..=MOST.min(rows - 1)).filter_map(cut) {
        let width = silhouette(distances, &partition);
        if best.as_ref().is_none_or(|(most, _)| width > most + TOLERANCE) {
            best = Some((width, partition));
        }
    }
    best.map(|(_, partition)| partition)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Points of a line.
    fn line(points: &[f64]) -> Distances {
        Distances::of(&points.iter().map(|point| vec![Some(*point)]).collect::<Vec<_>>())
    }

    fn steps(points: &[f64]) -> String {
        let step = |union: &Union| format!("{:?} {:.4}", union.groups, union.height);
        unions(&line(points)).iter().map(step).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn groups_are_united_where_the_least_is_lost() {
        // Heights by √(2·|A|·|B| / (|A|+|B|))·|centres|: 1; 2; √(2·4/4)·6,5 = 9,1924; √(2·4/5)·15,25 = 19,2899.
        assert_eq!(
            steps(&[0.0, 1.0, 6.0, 8.0, 19.0]),
            "[0, 1] 1.0000, [2, 3] 2.0000, [5, 6] 9.1924, [4, 7] 19.2899"
        );
        // A third point is united with a pair: √(2·2/3)·4 = 4,6188.
        assert_eq!(steps(&[0.0, 2.0, 5.0]), "[0, 1] 2.0000, [2, 3] 4.6188");
        assert_eq!(steps(&[3.0]), "");
    }

    #[test]
    fn of_equal_distances_the_first_rows_are_united_first() {
        assert_eq!(steps(&[0.0, 1.0, 2.0]), "[0, 1] 1.0000, [2, 3] 1.7321");
        assert_eq!(steps(&[2.0, 1.0, 0.0]), "[0, 1] 1.0000, [2, 3] 1.7321");
        assert_eq!(steps(&[4.0, 4.0, 4.0]), "[0, 1] 0.0000, [2, 3] 0.0000");
    }

    fn cut_into(points: &[f64], groups: usize) -> Partition {
        cut(points.len(), &unions(&line(points)), groups)
    }

    #[test]
    fn a_tree_is_cut_into_groups() {
        let points = [6.0, 0.0, 19.0, 1.0, 8.0];
        assert_eq!(cut_into(&points, 1), [0, 0, 0, 0, 0]);
        assert_eq!(cut_into(&points, 2), [0, 0, 1, 0, 0]);
        assert_eq!(cut_into(&points, 3), [0, 1, 2, 1, 0]);
        assert_eq!(cut_into(&points, 4), [0, 1, 2, 1, 3]);
        assert_eq!(cut_into(&points, 9), [0, 1, 2, 3, 4]);
    }

    #[test]
    fn rows_that_are_the_same_are_never_parted() {
        assert_eq!(cut_into(&[1.0, 1.0, 5.0, 1.0, 5.0], 4), [0, 0, 1, 0, 1]);
        assert_eq!(partition(&line(&[2.0, 2.0, 2.0, 2.0]), None), None);
        assert_eq!(partition(&line(&[2.0, 2.0, 2.0, 2.0]), Some(3)), None);
    }

    #[test]
    fn silhouettes_are_those_of_rousseeuw() {
        // Of 0, 1 | 5, 6: (5,5−1)/5,5 at the ends, (4,5−1)/4,5 inside; mean 0,797979…
        let width = silhouette(&line(&[0.0, 1.0, 5.0, 6.0]), &[0, 0, 1, 1]);
        assert!((width - (4.5 / 5.5 + 3.5 / 4.5) / 2.0).abs() < 1e-12, "{width}");
        // A row alone in its group counts as 0: the others have (5−1)/5 and (4−1)/4.
        let alone = silhouette(&line(&[0.0, 1.0, 5.0]), &[0, 0, 1]);
        assert!((alone - (0.8 + 0.75) / 3.0).abs() < 1e-12, "{alone}");
        // In the wrong group: 0 is 5,5 from its own and 2,5 from the other two.
        let wrong = silhouette(&line(&[0.0, 1.0, 5.0, 6.0]), &[0, 1, 1, 0]);
        assert!(wrong < 0.0, "{wrong}");
    }

    #[test]
    fn the_number_of_groups_is_that_with_the_widest_silhouettes() {
        let found = |points: &[f64]| count(&partition(&line(points), None).unwrap_or_default());
        assert_eq!(found(&[0.0, 1.0, 10.0, 11.0]), 2);
        assert_eq!(found(&[0.0, 1.0, 10.0, 11.0, 20.0, 21.0]), 3);
        assert_eq!(found(&[0.0, 1.0, 10.0, 11.0, 20.0, 21.0, 30.0, 31.0, 40.0, 41.0, 50.0, 51.0]), 5);
        // Three points in a row: two and no more, since three groups of one would say nothing.
        assert_eq!(found(&[0.0, 1.0, 2.0]), 2);
        assert_eq!(found(&[0.0, 1.0]), 0);
        assert_eq!(found(&[0.0]), 0);
        assert_eq!(found(&[]), 0);
    }

    #[test]
    fn a_declared_number_of_groups_is_kept() {
        let points = [0.0, 1.0, 10.0, 11.0];
        assert_eq!(partition(&line(&points), Some(3)), Some(vec![0, 0, 1, 2]));
        assert_eq!(partition(&line(&[0.0, 1.0, 3.0]), Some(5)), Some(vec![0, 0, 1]));
    }
}
