//! Indicators against their targets: a bar on its track, the target as a mark across it, and both in figures.
//!
//! Apart from `bars`, because each row has a scale of its own: per cent stand beside people, so lengths are compared
//! with the mark in their row and never with another row.

use crate::plan::figure::{Bullet, Bullets, Tone};

use super::boxes::{Rect, Xy};
use super::canvas::{Anchor, Done, Label, Raw, Sheet, along, bar, fill, line, paint as paint_sheet, unit};
use super::ink::Ink;
use super::lanes::{GAP, LEADING, Lanes, Margins, base};
use super::text::{Ruler, clean};
use super::{Labels, Look};

/// The share of the width that the texts of a column may take beside the bars.
const COLUMN: f64 = 0.2;

/// The share of the width that each of two texts may take above a bar.
const HALF: f64 = 0.46;

/// The room of a sign before its text.
const SIGN: f64 = 16.0;

/// How far the mark of the target reaches over its bar.
const REACH: f64 = 4.0;

/// Draws the rows.
pub fn paint(bullets: &Bullets, look: &Look) -> Raw {
    let scene = Scene::of(bullets, look);
    paint_sheet((unit(look.width) as u32, unit(scene.lanes.height) as u32), |sheet| {
        scene.lanes.names.iter().try_for_each(|name| name.write(sheet, &scene.ruler))?;
        let rows = bullets.rows.iter().zip(&scene.lanes.bars);
        rows.into_iter().try_for_each(|(bullet, place)| scene.row(bullet, place, sheet))
    })
}

struct Scene<'l> {
    look: &'l Look,
    ruler: Ruler,
    lanes: Lanes,
    /// The width of the column of values, with their signs.
    values: f64,
}

impl<'l> Scene<'l> {
    fn of(bullets: &Bullets, look: &'l Look) -> Self {
        let ruler = Ruler::new(look.font);
        let most = look.width * COLUMN;
        let values = ruler.widest(bullets.rows.iter().map(|row| row.text.as_str())).min(most) + SIGN;
        let targets = bullets.rows.iter().filter_map(|row| Some(row.target.as_ref()?.1.as_str()));
        let targets = ruler.widest(targets).min(most);
        let margins = match look.labels {
            Labels::Beside => Margins { top: 0.0, right: values + targets + 4.0 * GAP, over: 0.0 },
            Labels::Above => Margins { top: 0.0, right: 2.0, over: LEADING * look.font },
        };
        let lanes = Lanes::of(bullets.rows.iter().map(|row| row.label.as_str()), look, &margins);
        Self { look, ruler, lanes, values }
    }

    fn row(&self, bullet: &Bullet, place: &Rect, sheet: &Sheet) -> Done {
        let x = |value: f64| along(value.clamp(0.0, bullet.most), bullet.most, (place.x0, place.x1));
        let value = bullet.value.filter(|value| value.is_finite());
        let target = bullet.target.as_ref().filter(|(bound, _)| bound.is_finite());
        if bullet.most > 0.0 && (value.is_some() || target.is_some()) {
            fill(sheet, Ink::Whole, place)?;
            if let Some(value) = value {
                let pattern = (bullet.tone == Tone::Poor).then_some(Ink::Hatch);
                bar(sheet, (Ink::bar(bullet.tone), pattern), &Rect { x1: x(value), ..*place })?;
            }
            if let Some((bound, _)) = target {
                mark(sheet, x(*bound).clamp(place.x0 + 1.0, place.x1 - 1.0), place)?;
            }
        }
        self.texts(bullet, place, sheet)
    }

    fn texts(&self, bullet: &Bullet, place: &Rect, sheet: &Sheet) -> Done {
        let beside = base(place, &self.ruler);
        let over = place.y0 - GAP / 2.0 - self.ruler.size + self.ruler.ascent();
        let is_signed = bullet.tone != Tone::Plain || self.look.labels == Labels::Beside;
        let (start, end, anchor) = match self.look.labels {
            Labels::Beside => {
                let x = place.x1 + 2.0 * GAP;
                ((x, beside), (x + self.values + 2.0 * GAP, beside), Anchor::Start)
            }
            Labels::Above => ((0.0, over), (place.x1, over), Anchor::End),
        };
        sign(sheet, bullet.tone, (start.0, start.1 - 4.0))?;
        let known = bullet.value.is_some() || bullet.tone != Tone::Plain;
        let ink = if known { Ink::ValueText } else { Ink::NoData };
        let start = (start.0 + if is_signed { SIGN } else { 0.0 }, start.1);
        self.text(ink, start, (Anchor::Start, &bullet.text)).write(sheet, &self.ruler)?;
        let target = bullet.target.as_ref().map_or("", |(_, text)| text);
        self.text(Ink::TargetText, end, (anchor, target)).write(sheet, &self.ruler)
    }

    fn text(&self, ink: Ink, at: Xy, (anchor, text): (Anchor, &str)) -> Label {
        let share = match self.look.labels {
            Labels::Beside => COLUMN,
            Labels::Above => HALF,
        };
        let text = self.ruler.shorten(&clean(text), self.look.width * share);
        Label::on(&self.ruler, ink, at, (anchor, text))
    }
}

fn mark(sheet: &Sheet, x: f64, bar: &Rect) -> Done {
    fill(sheet, Ink::TargetMark, &Rect { x0: x - 2.0, y0: bar.y0 - REACH, x1: x + 2.0, y1: bar.y1 + REACH })
}

/// A tick for what is met, an arrow head down for what is behind; its middle is `(x + 6, y)`.
fn sign(sheet: &Sheet, tone: Tone, (x, y): Xy) -> Done {
    let places: &[Xy] = match tone {
        Tone::Good => &[(1.0, 1.0), (5.0, 5.0), (12.0, -4.0)],
        Tone::Poor => &[(1.0, -3.0), (6.0, 3.0), (11.0, -3.0)],
        Tone::Plain => return Ok(()),
    };
    let places: Vec<Xy> = places.iter().map(|(dx, dy)| (x + dx, y + dy)).collect();
    line(sheet, Ink::Sign, &places)
}

#[cfg(test)]
mod tests {
    use super::super::probe::{Picture, pictures};
    use super::super::samples::bullets;
    use super::*;
    use crate::plan::figure::Shape;

    fn boxes(picture: &Picture, class: &str) -> Vec<Rect> {
        picture.of(class).map(|element| element.place(&picture.ruler)).collect()
    }

    fn one(value: Option<f64>, target: Option<f64>, tone: Tone) -> Shape {
        Shape::Bullets(Bullets {
            rows: vec![Bullet {
                label: "Охват".into(),
                most: 80.0,
                value,
                text: "20 %".into(),
                target: target.map(|x| (x, "цель 40 %".into())),
                tone,
            }],
        })
    }

    #[test]
    fn bars_and_marks_stand_at_their_values() {
        for picture in pictures(one(Some(20.0), Some(40.0), Tone::Plain)) {
            let (track, bar) = (boxes(&picture, "whole")[0], boxes(&picture, "bar plain")[0]);
            assert_eq!(bar.x0, track.x0);
            assert!(((bar.x1 - bar.x0) * 4.0 - (track.x1 - track.x0)).abs() <= 4.0, "{}", picture.svg);
            assert!((boxes(&picture, "target-mark")[0].middle().0 - track.middle().0).abs() <= 0.5);
            picture.assert_sound();
        }
    }

    #[test]
    fn what_is_behind_has_pattern_and_sign_even_without_length() {
        for (tone, signs) in [(Tone::Good, 1), (Tone::Plain, 0), (Tone::Poor, 1)] {
            for picture in pictures(one(Some(0.0), Some(40.0), tone)) {
                assert_eq!(picture.of("sign").count(), signs);
                assert_eq!(picture.svg.matches("<pattern ").count(), usize::from(tone == Tone::Poor));
            }
        }
    }

    #[test]
    fn without_a_number_there_is_a_text_and_no_bar() {
        for picture in pictures(one(None, None, Tone::Plain)) {
            assert_eq!(picture.of("whole").count() + picture.of("bar plain").count(), 0);
            assert_eq!(picture.of("no-data").count(), 1);
        }
    }

    #[test]
    fn twenty_rows_with_long_names_and_unkind_numbers_are_sound() {
        pictures(bullets(20)).iter().for_each(Picture::assert_sound);
        for value in [-5.0, 1e300, f64::NAN, f64::INFINITY, 80.0] {
            pictures(one(Some(value), Some(value), Tone::Poor)).iter().for_each(Picture::assert_sound);
        }
    }
}
