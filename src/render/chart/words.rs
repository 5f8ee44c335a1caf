//! The texts of a chart through the years, each where there is room for it.
//!
//! Apart from `dynamics`, because a mark stands where its number puts it, but a text may step aside. Ticks and years come
//! first, then the milestones, then the values from the newest back; a value without room is left to the table.

use crate::plan::figure::{Milestone, Point};

use super::boxes::{Rect, Room, Xy};
use super::canvas::{Anchor, Done, Label, Sheet};
use super::dynamics::{DOT, Scene, known};
use super::ink::Ink;
use super::scale::number;
use super::text::clean;

/// The least distance between two years.
const AIR: f64 = 10.0;

/// Texts of more marks than this could not be read, and finding room for them would take long.
const MOST: usize = 120;

/// Finds room for all texts and writes them.
pub fn write(scene: &Scene, sheet: &Sheet) -> Done {
    let mut labels = ticks(scene);
    labels.extend(years(scene));
    let mut room = room(scene, &labels);
    let milestones =
        scene.dynamics.milestones.iter().take(MOST).filter_map(|m| milestone(scene, &mut room, m));
    labels.extend(milestones.collect::<Vec<_>>());
    let points =
        scene.dynamics.points.iter().rev().take(MOST).filter_map(|point| value(scene, &mut room, point));
    labels.extend(points.collect::<Vec<_>>());
    labels.iter().try_for_each(|label| label.write(sheet, &scene.ruler))
}

/// Ticks stand on their lines at the left edge; the highest one names the unit.
fn ticks(scene: &Scene) -> Vec<Label> {
    let unit = clean(&scene.dynamics.scale.unit);
    let text = |tick: f64| match number(tick) {
        text if tick == scene.axis.top && !unit.is_empty() => {
            scene.ruler.shorten(&format!("{text}\u{a0}{unit}"), scene.look.width)
        }
        text => text,
    };
    let label = |tick: &f64| {
        let base = scene.at(0, *tick).1 - 4.0;
        Label::on(&scene.ruler, Ink::Tick, (0.0, base), (Anchor::Start, text(*tick)))
    };
    scene.axis.ticks.iter().map(label).collect()
}

/// Years under the axis: all of them, or every second, third … counted back from the last.
fn years(scene: &Scene) -> Vec<Label> {
    let base = scene.look.height - 0.4 * scene.look.font;
    let label = |year: &i16| {
        let x = scene.at(*year, 0.0).0;
        Label::on(&scene.ruler, Ink::Tick, (x, base), (Anchor::Middle, year.to_string()))
    };
    let all: Vec<Label> = scene.years.iter().rev().map(label).collect();
    let apart = |step: &usize| {
        let kept: Vec<&Label> = all.iter().step_by(*step).collect();
        kept.windows(2).all(|pair| pair[1].place.x1 + AIR <= pair[0].place.x0)
    };
    let step = (1..=all.len()).find(apart).unwrap_or(1);
    all.into_iter().step_by(step).collect()
}

/// What texts must keep off, and what they had better not cross.
fn room(scene: &Scene, labels: &[Label]) -> Room {
    let axis = scene.frame.y1 - 1.0;
    let mut room = Room::new(Rect { x0: 0.0, y0: 0.0, x1: scene.look.width, y1: axis });
    labels.iter().for_each(|label| room.take(label.place));
    let (runs, plan) = (scene.runs(), scene.plan());
    for place in runs.iter().flatten().chain(&plan) {
        room.take(Rect::around(*place, (2.0 * DOT + 2.0, 2.0 * DOT + 2.0)));
    }
    for pair in runs.iter().chain([&plan]).flat_map(|run| run.windows(2)) {
        room.draw(pair[0], pair[1]);
    }
    scene.limits().iter().for_each(|(low, high)| room.draw(*low, *high));
    room
}

fn milestone(scene: &Scene, room: &mut Room, milestone: &Milestone) -> Option<Label> {
    let place = milestone.value.is_finite().then(|| scene.at(milestone.period, milestone.value))?;
    beside(scene, room, place, (Ink::TargetText, &milestone.text))
}

fn value(scene: &Scene, room: &mut Room, point: &Point) -> Option<Label> {
    match known(point) {
        Some(value) => beside(scene, room, scene.at(point.period, value), (Ink::ValueText, &point.text)),
        None => gap(scene, room, point),
    }
}

/// A text beside a mark: above it if nothing speaks against it.
fn beside(scene: &Scene, room: &mut Room, (x, y): Xy, (ink, text): (Ink, &str)) -> Option<Label> {
    let text = scene.ruler.shorten(&clean(text), scene.look.width * 0.6);
    let (width, height) = (scene.ruler.width(&text), scene.ruler.size);
    let on = |dx: f64, dy: f64| Rect::around((x + dx, y + dy), (width, height));
    let (up, side) = (height / 2.0 + DOT + 3.0, width / 2.0 + DOT + 4.0);
    let level = height + 2.0;
    let over = |dy: f64| (room.slid(on(0.0, dy)), Anchor::Middle);
    let places = vec![
        over(-up),
        over(up),
        (on(side - DOT, -up), Anchor::Start),
        (on(DOT - side, -up), Anchor::End),
        (on(side - DOT, up), Anchor::Start),
        (on(DOT - side, up), Anchor::End),
        (on(side, 0.0), Anchor::Start),
        (on(-side, 0.0), Anchor::End),
        over(-up - level),
        over(up + level),
        over(-up - 2.0 * level),
        over(up + 2.0 * level),
    ];
    let (place, anchor) = room.place(places)?;
    Some(Label { ink, text, place, anchor })
}

/// In place of a value: its text just over the axis, or a dash where there is no room for words.
fn gap(scene: &Scene, room: &mut Room, point: &Point) -> Option<Label> {
    let x = scene.at(point.period, 0.0).0;
    let height = scene.ruler.size;
    let mut over_axis = |text: String| {
        let size = (scene.ruler.width(&text), height);
        let base = scene.frame.y1 - height / 2.0 - 4.0;
        let at =
            |level: f64| (room.slid(Rect::around((x, base - level * (height + 2.0)), size)), Anchor::Middle);
        let (place, anchor) = room.place(vec![at(0.0), at(1.0), at(2.0)])?;
        Some(Label { ink: Ink::NoData, text, place, anchor })
    };
    let text = clean(&point.text);
    let words = (!text.is_empty()).then_some(text).and_then(&mut over_axis);
    words.or_else(|| over_axis("—".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::super::probe::{dynamics, pictures};

    #[test]
    fn texts_never_meet_however_unkind_the_data() {
        type Case<'a> = (&'a [f64], &'a [(i16, f64)]);
        let cases: [Case; 8] = [
            (&[0.0], &[]),
            (&[100.0], &[(2020, 100.0)]),
            (&[0.0, 100.0, 0.0, 100.0, 0.0, 100.0], &[(2020, 50.0), (2025, 50.0)]),
            (&[50.0; 7], &[(2020, 50.0), (2023, 50.0), (2026, 50.0)]),
            (&[65.4, 66.0, 64.9, 70.1, 69.9, 70.0], &[(2024, 70.0), (2025, 70.0), (2026, 71.0)]),
            (&[100.0; 5], &[(2020, 100.0), (2022, 100.0), (2024, 100.0)]),
            (&[0.0; 5], &[(2020, 0.0), (2024, 0.0)]),
            (&[-5.0, 140.0, 1e300], &[(i16::MIN, 10.0), (i16::MAX, 90.0)]),
        ];
        for (values, milestones) in cases {
            let values: Vec<_> = values.iter().copied().map(Some).collect();
            pictures(dynamics(&values, milestones))
                .iter()
                .for_each(super::super::probe::Picture::assert_sound);
        }
    }

    #[test]
    fn two_hundred_drawings_by_chance_are_sound() {
        // A small linear congruence (Numerical Recipes): the same chance on every machine.
        let mut seed = 7_u32;
        let mut chance = |below: u32| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 8) % below
        };
        for _ in 0..200 {
            let values: Vec<_> =
                (0..chance(12)).map(|_| (chance(5) > 0).then(|| f64::from(chance(1001)) / 10.0)).collect();
            let milestones: Vec<_> =
                (0..chance(5)).map(|i| (2021 + 2 * i as i16, f64::from(chance(101)))).collect();
            pictures(dynamics(&values, &milestones))
                .iter()
                .for_each(super::super::probe::Picture::assert_sound);
        }
    }

    #[test]
    fn sixty_years_are_still_a_drawing() {
        let values: Vec<_> = (0..60).map(|i| (i % 9 != 4).then(|| f64::from(i * 37 % 100))).collect();
        for picture in pictures(dynamics(&values, &[(2079, 100.0)])) {
            picture.assert_sound();
            assert!(picture.of("value-text").count() > 3);
        }
    }

    #[test]
    fn six_ordinary_years_lose_no_text() {
        let values = [41.0, 44.5, 52.0, 58.3, 65.4].map(Some);
        for picture in pictures(dynamics(&values, &[(2022, 50.0), (2024, 70.0)])) {
            assert_eq!(picture.of("value-text").count(), 5, "{}", picture.svg);
            assert_eq!(picture.of("target-text").count(), 2, "{}", picture.svg);
        }
    }

    #[test]
    fn the_unit_stands_once() {
        for picture in pictures(dynamics(&[Some(60.0)], &[])) {
            let ticks: Vec<_> = picture.of("tick").map(|tick| tick.text.as_str()).collect();
            assert_eq!(ticks, ["0", "20", "40", "60", "80\u{a0}%", "2020"]);
        }
    }
}
