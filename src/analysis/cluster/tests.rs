//! The whole way from data to groups, on small districts.

use std::fmt::Write as _;

use super::super::{analyze, fixture};
use super::*;

const DECLARED: &str = "indicator x share higher by=organisation\nclusters by features=staff,indicator:x";

fn analysis(text: &str) -> ClusterAnalysis {
    let mut analysis = analyze(&fixture::model(text));
    analysis
        .programmes
        .remove(&fixture::id("programme"))
        .map(|programme| programme.clusters)
        .unwrap_or_default()
}

/// «a* b | c d*; e»: groups with the typical one starred, then those without a group.
fn groups(text: &str) -> String {
    let analysis = analysis(text);
    let Some((_, clusters)) = analysis.by_period.iter().next_back() else { return "none".into() };
    let group = |cluster: &Cluster| {
        let name = |id: &Id<_>| format!("{id}{}", if *id == cluster.typical { "*" } else { "" });
        cluster.members.iter().map(name).collect::<Vec<_>>().join(" ")
    };
    let mut said = clusters.groups.iter().map(group).collect::<Vec<_>>().join(" | ");
    for id in &clusters.ungrouped {
        write!(said, "; {id}").unwrap();
    }
    said
}

#[test]
fn groups_are_numbered_from_the_largest_organisations_down() {
    let values = "values 2024 x a=2/10 b=8/10 c=2/10 d=8/10 e=3/10";
    assert_eq!(groups(&format!("{DECLARED}\nstaff of a=10 c=11 e=12 b=40 d=42\n{values}")), "b* d | a c* e");
    assert_eq!(groups(&format!("{DECLARED}\nstaff of a=40 c=41 e=42 b=10 d=12\n{values}")), "a c* e | b* d");
    // Of equally large ones, the group with the smallest id.
    assert_eq!(groups(&format!("{DECLARED}\n{values}")), "a* c e | b* d");
}

/// Which pairs of rows are together, whatever their groups are called.
fn together(partition: &[usize]) -> Vec<bool> {
    partition.iter().flat_map(|one| partition.iter().map(move |other| one == other)).collect()
}

#[test]
fn the_order_of_rows_does_not_matter_where_no_distances_are_equal() {
    let rows: Vec<Row> =
        [(40.0, 3.0), (38.0, 9.5), (12.0, 4.0), (11.0, 31.0), (7.0, 30.5), (5.0, 2.0), (25.0, 17.0)]
            .map(|(staff, share)| vec![Some(staff), Some(share)])
            .to_vec();
    let of = |rows: &[Row], groups| Table::of(rows, groups).map(|table| table.partition).unwrap();
    for groups in [None, Some(2), Some(3), Some(4), Some(5)] {
        let straight = of(&rows, groups);
        for turn in 1..rows.len() {
            let mut turned = rows.clone();
            turned.rotate_left(turn);
            turned.reverse();
            let mut expected = straight.clone();
            expected.rotate_left(turn);
            expected.reverse();
            assert_eq!(together(&of(&turned, groups)), together(&expected), "{groups:?} {turn}");
        }
    }
}

#[test]
fn what_is_hidden_or_missing_is_no_zero() {
    let staff = "staff of a=10 b=40 c=11 d=42 e=12";
    // Every feature of `c` but staff is missing: half is enough, and staff says that it is small.
    assert_eq!(
        groups(&format!("{DECLARED}\n{staff}\nvalues 2024 x a=2/10 b=8/10 c=? d=8/10 e=3/10")),
        "b* d | a c* e"
    );
    let three = DECLARED.replace("indicator:x", "indicator:x,indicator:y");
    let values = "values 2024 x a=2/10 b=8/10 c=? d=8/10 e=3/10";
    // Nobody sent the third feature: of three, two are enough and one is not.
    assert_eq!(groups(&format!("indicator y share higher\n{three}\n{staff}\n{values}")), "b* d | a* e; c");
    let values = format!("{values}\nvalues 2024 y a=1/10 b=9/10 c=? d=9/10 e=1/10");
    assert_eq!(groups(&format!("indicator y share higher\n{three}\n{staff}\n{values}")), "b* d | a* e; c");
}

#[test]
fn nothing_is_grouped_where_nothing_tells_apart() {
    assert_eq!(groups("indicator x share higher\nvalues 2024 x a=1/2 b=1/2 c=2/2"), "none");
    assert_eq!(groups(&format!("{DECLARED}\nvalues 2024 x a=1/2")), "none");
    assert_eq!(groups(&format!("{DECLARED}\nvalues 2024 x a=1/2 b=2/2")), "none");
    assert_eq!(groups(&format!("{DECLARED}\nvalues 2024 x a=1/2 b=1/2 c=1/2 d=1/2")), "none");
    assert_eq!(groups(&format!("{DECLARED}\nvalues 2024 x total=1/2")), "none");
    assert_eq!(groups(DECLARED), "none");
}

#[test]
fn a_base_is_the_denominator_among_the_staff() {
    let text =
        "indicator x share higher by=organisation\nclusters by features=base:x\nstaff of a=20 b=20 c=10 d=10";
    let analysis = analysis(&format!("{text}\nvalues 2024 x a=1/2 b=0/4 c=- d=1/8 e=?"));
    let clusters = &analysis.by_period[&Period(2024)];
    // 10, 20, 0 and 80 per cent; nobody to count is a zero, nothing sent is not.
    let means: Vec<Option<f64>> = clusters.groups.iter().map(|cluster| cluster.means[0]).collect();
    assert_eq!(means, [Some(10.0), Some(80.0)]);
    assert_eq!(clusters.ungrouped, [fixture::id("e")]);
}

#[test]
fn neighbours_and_traits_come_from_the_standard_distances() {
    let text = "indicator x share higher by=organisation\nclusters by features=staff,indicator:x groups=2";
    // Staff: mean 20, deviation 10. The indicator is the same everywhere and tells nothing.
    let analysis =
        analysis(&format!("{text}\nstaff of a=10 b=10 c=30 d=30\nvalues 2024 x a=1/4 b=1/4 c=1/4 d=1/4"));
    let clusters = &analysis.by_period[&Period(2024)];
    assert_eq!(clusters.features, [Spread::Told { mean: 20.0, deviation: 10.0 }, Spread::Same]);
    let first = &clusters.groups[0];
    assert_eq!(first.means, [Some(30.0), Some(25.0)]);
    assert_eq!(first.traits, [Trait { feature: 0, distance: 1.0 }]);
    let near = &clusters.places[&fixture::id("c")].nearest;
    let near: Vec<String> = near.iter().map(|it| format!("{} {:.3}", it.organisation, it.distance)).collect();
    assert_eq!(near, ["d 0.000", "a 2.000", "b 2.000"]);
}

#[test]
fn steadiness_is_measured_by_one_person_and_by_the_period_before() {
    let text = "indicator x share higher by=organisation\nclusters by features=indicator:x groups=2";
    let clear = "a=1/20 b=2/20 c=1/20 d=18/20 e=19/20";
    let stability = analysis(&format!("{text}\nvalues 2023 x {clear}\nvalues 2024 x {clear}")).stability;
    // Every numerator can be moved both ways, and no move changes a group.
    assert_eq!(stability.one_person, Some(OnePerson { stayed: 1.0, rand: 1.0, moves: 10 }));
    assert_eq!(stability.before, Some(Before { period: Period(2023), rand: 1.0, common: 5 }));
    // a and b were together with c, and d with e; now c is with them. Together 2, of 4 and 4 of 10 pairs.
    let other = "a=1/20 b=2/20 c=18/20 d=18/20 e=19/20";
    let before = analysis(&format!("{text}\nvalues 2023 x {clear}\nvalues 2024 x {other}")).stability.before;
    assert!(before.is_some_and(|it| (it.rand - (2.0 - 1.6) / (4.0 - 1.6)).abs() < 1e-12), "{before:?}");
    let edge = analysis(&format!("{text}\nvalues 2024 x a=0/4 b=1/4 c=2/4 d=3/4 e=4/4")).stability;
    assert!(edge.one_person.is_some_and(|it| it.stayed < 1.0 && it.rand < 1.0 && it.moves == 8), "{edge:?}");
    assert_eq!(edge.before, None);
}
