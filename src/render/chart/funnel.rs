//! Shares against how many people stand behind them: points within the curves differ by chance alone.
//!
//! Apart from `dynamics`, which it resembles: here both axes are numbers, and only points outside the curves are named.

use crate::plan::figure::{Funnel, FunnelPoint, Scale, ScaleKind, Tone};

use super::Look;
use super::boxes::{Rect, Room, Xy};
use super::canvas::{Anchor, Done, Label, Plot, Raw, Sheet, line, paint as paint_sheet, plot, unit};
use super::dots::{self, DOT};
use super::ink::Ink;
use super::scale::{Axis, number};
use super::text::{Ruler, clean};

/// The share of the width that a name may take, and on how many lines: the first that holds it whole, else the last.
const NAMES: [(f64, usize); 2] = [(0.42, 2), (0.55, 3)];

/// So many names find room at the usual height; each further one makes the drawing higher by two lines.
const FEW: usize = 4;

/// The distance between base lines, in font sizes.
const LEADING: f64 = 1.2;

/// A name further than this from its point needs a line to it.
const NEAR: f64 = 8.0;

/// Draws the points and the curves.
pub fn paint(funnel: &Funnel, look: &Look) -> Raw {
    let ruler = Ruler::new(look.font);
    let of = ruler.two_lines(&clean(&funnel.of), look.width);
    let names = funnel.points.iter().filter(|point| point.tone != Tone::Plain).count();
    let leading = LEADING * look.font;
    let plot = look.height + 2.0 * leading * names.saturating_sub(FEW) as f64;
    let look = &Look { height: plot, ..*look };
    let height = plot + leading * of.len() as f64;
    paint_sheet((unit(look.width) as u32, unit(height) as u32), |sheet| {
        let scene = Scene::of(funnel, look, sheet);
        scene.draw_marks(sheet)?;
        let texts = scene.axis_texts(&of);
        scene.draw_names(&texts, sheet)?;
        texts.iter().try_for_each(|label| label.write(sheet, &scene.ruler))
    })
}

/// The geometry of one drawing.
struct Scene<'d, 's> {
    funnel: &'d Funnel,
    look: &'d Look,
    ruler: Ruler,
    values: Axis,
    counts: Axis,
    frame: Rect,
    plot: Plot<'s>,
}

impl<'d, 's> Scene<'d, 's> {
    fn of(funnel: &'d Funnel, look: &'d Look, sheet: &Sheet<'s>) -> Self {
        let ruler = Ruler::new(look.font);
        let limits = funnel.limits.iter().flat_map(|(_, (low, high))| [*low, *high]);
        let values = funnel.points.iter().map(|point| point.value).chain([funnel.middle.0]).chain(limits);
        let values = Axis::of(&funnel.scale, values);
        let people = Scale { unit: String::new(), kind: ScaleKind::Positive };
        let counts = Axis::of(&people, funnel.points.iter().map(|point| f64::from(point.of)));
        let gutter = values.ticks.iter().map(|tick| ruler.width(&number(*tick))).fold(0.0, f64::max);
        let frame = Rect {
            x0: (gutter + look.font).round(),
            // A name of two lines stands above a point at the upper edge.
            y0: (2.0 * LEADING * look.font + 3.0 * DOT).round(),
            x1: look.width - 2.0 * look.font,
            y1: look.height - 1.75 * look.font,
        };
        let plot = plot(sheet, &frame, 0.0..counts.top, 0.0..values.top);
        Self { funnel, look, ruler, values, counts, frame, plot }
    }

    fn at(&self, of: f64, value: f64) -> Xy {
        let (x, y) = self.plot.map_coordinate(&(of, self.values.hold(value)));
        (f64::from(x), f64::from(y))
    }

    fn place(&self, point: &FunnelPoint) -> Xy {
        self.at(f64::from(point.of), point.value)
    }

    /// The points that can be drawn.
    fn points(&self) -> impl Iterator<Item = &'d FunnelPoint> {
        self.funnel.points.iter().filter(|point| point.value.is_finite())
    }

    /// The lower curve and the upper one.
    fn curves(&self) -> [Vec<Xy>; 2] {
        let curve = |end: fn(&(f64, f64)) -> f64| {
            let known = self.funnel.limits.iter().filter(|(_, limits)| end(limits).is_finite());
            known.map(|(of, limits)| self.at(f64::from(*of), end(limits))).collect()
        };
        [curve(|limits| limits.0), curve(|limits| limits.1)]
    }

    fn middle(&self) -> [Xy; 2] {
        let y = self.at(0.0, self.funnel.middle.0).1;
        [(self.frame.x0, y), (self.frame.x1, y)]
    }

    fn draw_marks(&self, sheet: &Sheet) -> Done {
        for tick in &self.values.ticks {
            let y = self.at(0.0, *tick).1;
            let ink = if *tick == 0.0 { Ink::Axis } else { Ink::Grid };
            line(sheet, ink, &[(0.0, y), (self.look.width - 1.0, y)])?;
        }
        line(sheet, Ink::DistrictLine, &self.middle())?;
        self.curves().iter().try_for_each(|curve| line(sheet, Ink::Limit, curve))?;
        self.points().try_for_each(|point| dots::draw(sheet, point.tone, self.place(point)))
    }

    /// Ticks, and what the denominator counts.
    fn axis_texts(&self, of: &[String]) -> Vec<Label> {
        let unit = clean(&self.funnel.scale.unit);
        let value = |tick: &f64| {
            let text = match number(*tick) {
                text if *tick == self.values.top && !unit.is_empty() => format!("{text}\u{a0}{unit}"),
                text => text,
            };
            let text = self.ruler.shorten(&text, self.look.width);
            Label::on(&self.ruler, Ink::Tick, (0.0, self.at(0.0, *tick).1 - 4.0), (Anchor::Start, text))
        };
        let base = self.frame.y1 + 1.2 * self.look.font;
        let count = |tick: &f64| {
            let place = (self.at(*tick, 0.0).0, base);
            Label::on(&self.ruler, Ink::Tick, place, (Anchor::Middle, number(*tick)))
        };
        let line = |(i, text): (usize, &String)| {
            let place = (self.look.width, base + (i + 1) as f64 * LEADING * self.look.font);
            Label::on(&self.ruler, Ink::Tick, place, (Anchor::End, text.clone()))
        };
        let mut texts: Vec<Label> = self.values.ticks.iter().map(value).collect();
        texts.extend(self.counts.ticks.iter().map(count));
        texts.extend(of.iter().enumerate().map(line));
        texts
    }

    /// The names of the district's line and of the points outside the curves, each where there is room for it.
    fn draw_names(&self, texts: &[Label], sheet: &Sheet) -> Done {
        let mut room = self.room(texts);
        if let Some(label) = self.name_district(&mut room) {
            label.write(sheet, &self.ruler)?;
        }
        for point in self.points().filter(|point| point.tone != Tone::Plain) {
            self.name(point, &mut room, sheet)?;
        }
        Ok(())
    }

    /// Where names may stand.
    fn whole(&self) -> Rect {
        Rect { x0: 0.0, y0: 0.0, x1: self.look.width, y1: self.frame.y1 - 1.0 }
    }

    fn room(&self, texts: &[Label]) -> Room {
        let mut room = Room::new(self.whole());
        texts.iter().for_each(|label| room.take(label.place));
        let size = 2.0 * DOT + 2.0;
        self.points().for_each(|point| room.take(Rect::around(self.place(point), (size, size))));
        for curve in self.curves() {
            curve.windows(2).for_each(|pair| room.draw(pair[0], pair[1]));
        }
        let [from, to] = self.middle();
        room.draw(from, to);
        room
    }

    /// At the right end of the line, where the funnel is narrow, or further to the left.
    fn name_district(&self, room: &mut Room) -> Option<Label> {
        let text = self.ruler.shorten(&clean(&self.funnel.middle.1), self.look.width * NAMES[0].0);
        let (width, height) = (self.ruler.width(&text), self.ruler.size);
        let [(left, y), (right, _)] = self.middle();
        let along = |step: u8| right - width / 2.0 - f64::from(step) / 12.0 * (right - left - width);
        let beside = |x: f64| [-1.0, 1.0].map(|side| (x, y + side * (height / 2.0 + 3.0)));
        let places = (0..=12).flat_map(|step| beside(along(step)));
        let places = places.map(|place| (Rect::around(place, (width, height)), ()));
        let (place, ()) = room.place(places.collect())?;
        Some(Label { ink: Ink::DistrictText, text, place, anchor: Anchor::Start })
    }

    /// The name of a point: beside it, or further away with a line to it; on fewer lines where all are too many.
    fn name(&self, point: &FunnelPoint, room: &mut Room, sheet: &Sheet) -> Done {
        let from = self.place(point);
        let text = clean(&point.label);
        let is_whole =
            |(share, lines): &(f64, usize)| self.ruler.fits(&text, self.look.width * share, *lines);
        let (share, most) = NAMES.into_iter().find(is_whole).unwrap_or(NAMES[1]);
        let mut place = |most: usize| {
            let lines = self.ruler.lines(&text, self.look.width * share, most);
            let size =
                (self.ruler.widest(lines.iter().map(String::as_str)), lines.len() as f64 * self.leading());
            let near = room.place(around(from, size));
            let (place, away) = near.or_else(|| room.place(anywhere(&self.whole(), from, size)))?;
            Some((lines, place, away))
        };
        let found = (1..=most).rev().find_map(&mut place);
        let Some((lines, place, away)) = found else { return Ok(()) };
        if away > NEAR {
            let to = (from.0.clamp(place.x0, place.x1), from.1.clamp(place.y0, place.y1));
            line(sheet, Ink::Leader, &[from, to])?;
            room.draw(from, to);
        }
        let first = place.y0 + (self.leading() - self.ruler.size) / 2.0 + self.ruler.ascent();
        let (x, anchor) = if place.x1 < from.0 { (place.x1, Anchor::End) } else { (place.x0, Anchor::Start) };
        for (i, text) in lines.into_iter().enumerate() {
            let base = first + i as f64 * self.leading();
            Label::on(&self.ruler, Ink::ValueText, (x, base), (anchor, text)).write(sheet, &self.ruler)?;
        }
        Ok(())
    }

    fn leading(&self) -> f64 {
        LEADING * self.ruler.size
    }
}

/// Boxes around a place, from near to far, each with its distance.
fn around((x, y): Xy, (width, height): Xy) -> Vec<(Rect, f64)> {
    const SIDES: [Xy; 8] = [
        (1.0, 0.0),
        (-1.0, 0.0),
        (0.0, -1.0),
        (0.0, 1.0),
        (1.0, -1.0),
        (1.0, 1.0),
        (-1.0, -1.0),
        (-1.0, 1.0),
    ];
    let ring = |ring: u8| {
        let away = 2.0 + 16.0 * f64::from(ring);
        let reach = (DOT + away + width / 2.0, DOT + away + height / 2.0);
        SIDES.map(|(dx, dy)| (Rect::around((x + dx * reach.0, y + dy * reach.1), (width, height)), away))
    };
    (0..2).flat_map(ring).collect()
}

/// Boxes all over a frame, from near to far, each with its distance.
fn anywhere(frame: &Rect, (x, y): Xy, (width, height): Xy) -> Vec<(Rect, f64)> {
    let steps = |from: f64, to: f64, step: f64| {
        (0..=((to - from) / step).max(0.0) as u32).map(move |i| from + f64::from(i) * step)
    };
    let columns = steps(frame.x0, frame.x1 - width, 2.0 * DOT);
    let places = columns.flat_map(|x0| steps(frame.y0, frame.y1 - height, DOT).map(move |y0| (x0, y0)));
    let place = |(x0, y0)| {
        let place = Rect { x0, y0, x1: x0 + width, y1: y0 + height };
        let (dx, dy) = (x - x.clamp(place.x0, place.x1), y - y.clamp(place.y0, place.y1));
        (place, dx.hypot(dy))
    };
    let mut places: Vec<_> = places.map(place).collect();
    places.sort_by(|a, b| a.1.total_cmp(&b.1));
    places
}

#[cfg(test)]
mod tests {
    use super::super::probe::{Element, Picture, funnel, pictures};

    /// The places of the ticks of zero and of the last one, of values and of counts.
    fn ends(picture: &Picture) -> ((f64, f64), (f64, f64)) {
        let lines = picture.elements.iter().filter(|e| matches!(e.class(), "axis" | "grid"));
        let heights: Vec<f64> = lines.map(|line| line.points()[0].1).collect();
        let counts: Vec<f64> = picture
            .of("tick")
            .filter(|tick| tick.attributes.get("text-anchor").map(String::as_str) == Some("middle"))
            .map(|tick| tick.number("x"))
            .collect();
        ((heights[0], heights[heights.len() - 1]), (counts[0], counts[counts.len() - 1]))
    }

    #[test]
    fn curves_points_and_the_line_stand_where_their_numbers_say() {
        for picture in pictures(funnel(25)) {
            let ((zero, top), (left, right)) = ends(&picture);
            // The denominators are 4 to 52 on an axis to 60, the values are per cent to 100.
            let at = |of: f64, value: f64| {
                (left + (right - left) * of / 60.0, zero - (zero - top) * value / 100.0)
            };
            let near = |(x, y): (f64, f64), (of, value): (f64, f64)| {
                let (a, b) = at(of, value);
                assert!(
                    (a - x).abs() <= 1.0 && (b - y).abs() <= 1.0,
                    "{x} {y} is not {of} {value}\n{}",
                    picture.svg
                );
            };
            let curves: Vec<_> = picture.of("limit").map(Element::points).collect();
            let shape = super::super::probe::funnel_limits();
            for (i, (of, (low, high))) in shape.iter().enumerate() {
                near(curves[0][i], (f64::from(*of), *low));
                near(curves[1][i], (f64::from(*of), *high));
            }
            assert!(
                picture.of("district-line").all(|line| (line.points()[0].1 - at(0.0, 60.0).1).abs() <= 1.0)
            );
            let first = picture.of("dot plain").next().map(|dot| (dot.number("cx"), dot.number("cy")));
            near(first.unwrap_or_default(), (6.0, 60.0));
        }
    }

    #[test]
    fn only_points_outside_are_named_and_names_stay_apart() {
        for count in [5, 25, 60] {
            for picture in pictures(funnel(count)) {
                picture.assert_sound();
                let outside = picture.of("dot good").count() + picture.of("dot poor").count();
                let named = picture.of("value-text").filter(|text| text.text.ends_with("Верхнее")).count();
                assert_eq!(named, outside, "{}", picture.svg);
            }
        }
    }
}
