//! Small districts worked out by hand: what is hidden for its own sake, and what for the sake of others.
//!
//! Every organisation of the fixture has ten on its staff and is a school.

use crate::model::{Edition, Model, Period};

use super::super::amount::Gathered;
use super::super::{EffectVerdict, analyze, fixture};
use super::place::Place;
use super::*;

/// What is hidden of `total=… a=… math=… a*math=…`, in the order of places.
fn case(measure: &str, cells: &str) -> String {
    let model = fixture::model("");
    let indicator = fixture::indicator(&format!("{measure} higher"));
    let gathered = Gathered::of(&indicator, &fixture::observation(cells), &model.organisations);
    let guard = Guard { smallest: 5, organisations: &model.organisations };
    let public = guard.protect(&gathered);
    let shown: Vec<Place<'_>> = numbers(&public).map(|(place, _)| place).collect();
    let hidden = numbers(&gathered).map(|(place, _)| place).filter(|place| !shown.contains(place));
    let name = |place: Place<'_>| match place {
        Place::Total => "total".to_owned(),
        Place::Kind(id) => format!("@{id}"),
        Place::Organisation(id) => id.to_string(),
        Place::Subject(id) => id.to_string(),
        Place::Pair(organisation, subject) => format!("{organisation}*{subject}"),
    };
    hidden.map(name).collect::<Vec<_>>().join(" ")
}

#[test]
fn few_people_are_hidden_on_either_side() {
    for (cell, hidden) in [
        ("0/20", ""),
        ("1/20", "total"),
        ("4/20", "total"),
        ("5/20", ""),
        ("15/20", ""),
        ("16/20", "total"),
        ("19/20", "total"),
        ("20/20", ""),
        ("3/3", "total"),
        ("0/4", "total"),
        ("0/0", ""),
        ("?", ""),
    ] {
        assert_eq!(case("share", &format!("total={cell}")), hidden, "{cell}");
    }
    for (cell, hidden) in [("0", ""), ("1", "total"), ("4", "total"), ("5", ""), ("0.5", "total")] {
        assert_eq!(case("count", &format!("total={cell}")), hidden, "{cell}");
    }
    assert_eq!(case("score", "total=*3"), "");
    assert_eq!(case("presence", "total=yes"), "");
}

#[test]
fn the_total_does_not_give_one_hidden_part_back() {
    // Of a alone the total would tell 40 − 36 = 4; b is the smallest of those that bear three more or fewer.
    assert_eq!(case("share", "total=40/80 a=4/20 b=10/20 c=12/20 d=14/20"), "a b");
    // By the sum just as well, and with a smaller b.
    assert_eq!(case("share", "a=4/20 b=9/18 c=12/20"), "a b");
    // Two small ones guard each other: a may be 0 to 7, or 1 to 4 by itself.
    assert_eq!(case("share", "total=40/80 a=4/20 b=3/20 c=33/40"), "a b");
    // Both at their ends: together they have nobody to give, so a third joins.
    assert_eq!(case("share", "a=0/4 b=0/3 c=20/40 d=5/10"), "a b d");
    assert_eq!(case("count", "total=30 a=2 b=8 c=20"), "a b");
    assert_eq!(case("count", "total=30 a=1 b=1 c=28"), "a b c");
}

#[test]
fn one_person_more_or_fewer_is_not_enough() {
    // a may be 3 or 4 of 4 for all that b says (1/5 and 0 left above): only with c it may be three apart.
    assert_eq!(case("share", "a=4/4 b=0/1 c=10/20 d=10/20"), "a b c");
}

#[test]
fn a_total_that_is_hidden_is_not_the_sum_of_what_is_shown() {
    // 17 of 20 tells of three who are not counted.
    assert_eq!(case("share", "total=17/20 a=7/10 b=10/10"), "total a");
    assert_eq!(case("share", "total=17/20 math=7/10 arts=10/10"), "total math");
    assert_eq!(case("share", "total=3/13"), "total");
}

#[test]
fn kinds_stand_between() {
    // a and b guard each other within their kind.
    assert_eq!(case("share", "total=60/120 @school=19/60 @garden=41/60 a=4/20 b=3/20 c=12/20"), "a b");
    // A kind of one organisation is that organisation: both go, and the smaller of what is left to guard them.
    assert_eq!(case("share", "total=45/80 @school=4/20 @garden=41/60 a=4/20"), "@garden @school a");
    // A kind that is small by itself.
    assert_eq!(case("share", "total=60/120 @school=58/60 @garden=2/60"), "@garden @school");
}

#[test]
fn subjects_do_not_give_organisations_back() {
    let cells = "total=50/100 a=4/20 b=10/30 c=36/50 math=20/50 arts=30/50";
    assert_eq!(case("share", cells), "a b");
}

#[test]
fn a_cross_is_closed_in_a_circle() {
    // One small cell: another in its row, another in its column, and the corner between them.
    let cells = "a=14/40 b=20/40 math=14/40 arts=20/40 a*math=4/20 a*arts=10/20 b*math=10/20 b*arts=10/20";
    assert_eq!(case("share", cells), "a*arts a*math b*arts b*math");
    // Without margins by subject a neighbour in the row does.
    let cells = "total=34/80 a=14/40 b=20/40 a*math=4/20 a*arts=10/20 b*math=10/20 b*arts=10/20";
    assert!(case("share", cells).starts_with("a*arts a*math"), "{}", case("share", cells));
}

#[test]
fn whoever_knows_no_denominators_does_not_learn_them() {
    // One of one and none of one: who knows both denominators knows no more than «none or one» of either. Who knows
    // neither would know that there are two people, so c joins; and d, because those two cannot guard c.
    assert_eq!(case("share", "a=1/1 b=0/1 c=5/10 d=6/12"), "a b c d");
}

/// The effect of a measure for a and b in public: «before→after» of both groups, or the verdict alone.
fn effect(before: &str, after: &str, addressed: &str) -> Vec<EffectVerdict> {
    let values = format!("values 2021 x {before}\nvalues 2022 x {after}");
    let effects: Vec<String> = addressed
        .split(' ')
        .enumerate()
        .map(|(n, list)| format!("effect e{n} x 2021 2022 addressed={list}"))
        .collect();
    let text = format!("indicator x share higher\n{values}\n{}", effects.join("\n"));
    let mut model = fixture::model(&text);
    model.site.edition = Edition::Public;
    let analysis = analyze(&model);
    analysis.programmes[&fixture::id("programme")].effects.values().map(|effect| effect.verdict).collect()
}

#[test]
fn groups_are_added_up_only_where_they_tell_nothing() {
    // All four are hidden, and 0 to 7 people of a and b may be anywhere.
    let few = "a=4/10 b=3/10 c=4/10 d=3/10";
    let shown = effect(few, few, "a,b");
    assert_eq!(shown, [EffectVerdict::Unchanged]);
    // A group of one hidden organisation is that organisation.
    assert_eq!(effect(few, few, "a"), [EffectVerdict::Hidden]);
    // {a, b} and {a, c} together leave each organisation alone: the first is given, the second is not.
    assert_eq!(effect(few, few, "a,b a,c"), [EffectVerdict::Unchanged, EffectVerdict::Hidden]);
    // A small sum is as telling as a small cell.
    assert_eq!(effect("a=2/10 b=2/10 c=4/10 d=3/10", few, "a,b"), [EffectVerdict::Hidden]);
    // What is shown may be added up.
    let many = "a=5/10 b=5/10 c=5/10 d=5/10";
    assert_eq!(effect(many, many, "a"), [EffectVerdict::Unchanged]);
}

#[test]
fn groups_do_not_give_kinds_back() {
    // Of {a, b} and of the others, 5 + 10 of 40 people of all schools: the garden would be the 2 of 10 that are left.
    let hidden = "total=17/50 @garden=2/10 @school=15/40 a=2/10 b=3/10 c=5/10 d=5/10";
    assert_eq!(case("share", hidden), "@garden @school a b");
    assert_eq!(effect(hidden, hidden, "a,b"), [EffectVerdict::Hidden]);
    // Where every kind is shown, a group within one tells no more of it.
    let shown = "total=25/50 @garden=5/10 @school=20/40 a=4/10 b=4/10 c=6/10 d=6/10";
    assert_eq!(effect(shown, shown, "a,b"), [EffectVerdict::Unchanged]);
}

#[test]
fn an_open_indicator_a_thing_and_the_internal_edition_hide_nothing() {
    let hidden = |change: fn(&mut Model, &mut Indicator)| {
        let mut model = fixture::model("indicator x share higher\nvalues 2022 x total=2/10");
        model.site.edition = Edition::Public;
        let mut indicator = fixture::indicator("share higher");
        change(&mut model, &mut indicator);
        Guard::of(&model, &indicator).is_some()
    };
    assert!(hidden(|_, _| ()));
    assert!(!hidden(|model, _| model.site.edition = Edition::Internal));
    assert!(!hidden(|_, indicator| indicator.people = Counted::Things));
    assert!(!hidden(|_, indicator| indicator.disclosure = Disclosure::Open("ради пользы".into())));
}

#[test]
fn what_is_hidden_is_not_judged_and_is_no_later_point() {
    let text = "indicator x share higher targets=2023>=50
        values 2021 x total=20/80
        values 2022 x total=2/80
        values 2023 x total=30/80";
    let mut model = fixture::model(text);
    model.site.edition = Edition::Public;
    let analysis = analyze(&model);
    let readings = &analysis.programmes[&fixture::id("programme")].dynamics[&fixture::id("x")].readings;
    let hidden = &readings[&Period(2022)];
    assert_eq!(
        (hidden.attainment.judged, hidden.attainment.gap, hidden.attainment.missing),
        (None, None, None)
    );
    assert!(hidden.change.is_none());
    assert_eq!(readings[&Period(2023)].change.map(|change| change.since), Some(Period(2021)));
}
