//! Values through the years: the line, its dots and limits, and the dashed line of the plan.
//!
//! Apart from `words`, which finds room for the texts: here every mark stands where its number puts it.
//! A year without a value breaks the line; a year nobody asked about (biennial monitoring) does not.

use std::collections::BTreeSet;

use plotters::element::{Circle, EmptyElement, Polygon};

use crate::plan::figure::{Dynamics, Mark, Point};

use super::Look;
use super::boxes::{Rect, Xy};
use super::canvas::{Done, Plot, Raw, Sheet, line, paint as paint_sheet, plot, unit};
use super::ink::Ink;
use super::scale::{Axis, number};
use super::text::Ruler;
use super::words;

/// Half the size of a mark.
pub const DOT: f64 = 4.0;

/// Whether there is anything to draw.
pub fn says_something(dynamics: &Dynamics) -> bool {
    dynamics.points.iter().any(|point| known(point).is_some())
        || dynamics.milestones.iter().any(|milestone| milestone.value.is_finite())
}

/// The value of a point, where it is a number.
pub fn known(point: &Point) -> Option<f64> {
    point.value.filter(|value| value.is_finite())
}

/// Draws the values through the years.
pub fn paint(dynamics: &Dynamics, look: &Look) -> Raw {
    paint_sheet((unit(look.width) as u32, unit(look.height) as u32), |sheet| {
        let scene = Scene::of(dynamics, look, sheet);
        scene.draw_marks(sheet)?;
        words::write(&scene, sheet)
    })
}

/// The geometry of one drawing.
pub struct Scene<'d, 's> {
    /// What is drawn.
    pub dynamics: &'d Dynamics,
    /// How large the whole is.
    pub look: &'d Look,
    /// Measures its texts.
    pub ruler: Ruler,
    /// The value axis.
    pub axis: Axis,
    /// Where the data are.
    pub frame: Rect,
    /// All years with a point or a milestone.
    pub years: BTreeSet<i16>,
    plot: Plot<'s>,
}

impl<'d, 's> Scene<'d, 's> {
    fn of(dynamics: &'d Dynamics, look: &'d Look, sheet: &Sheet<'s>) -> Self {
        let ruler = Ruler::new(look.font);
        let limits =
            dynamics.points.iter().filter_map(|point| point.limits).flat_map(|(low, high)| [low, high]);
        let values = dynamics.points.iter().filter_map(known).chain(limits);
        let axis = Axis::of(&dynamics.scale, values.chain(dynamics.milestones.iter().map(|m| m.value)));
        let gutter = axis.ticks.iter().map(|tick| ruler.width(&number(*tick))).fold(0.0, f64::max);
        let frame = Rect {
            x0: (gutter + 2.0 * look.font).round(),
            y0: 3.0 * look.font,
            x1: look.width - 2.0 * look.font,
            y1: look.height - 1.75 * look.font,
        };
        let years: BTreeSet<i16> = dynamics
            .points
            .iter()
            .map(|p| p.period)
            .chain(dynamics.milestones.iter().map(|m| m.period))
            .collect();
        let plot = plot(sheet, &frame, span(&years), 0.0..axis.top);
        Self { dynamics, look, ruler, axis, frame, years, plot }
    }

    /// The place of a value in a year.
    pub fn at(&self, year: i16, value: f64) -> Xy {
        let (x, y) = self.plot.map_coordinate(&(f64::from(year), self.axis.hold(value)));
        (f64::from(x), f64::from(y))
    }

    /// The places of the values, in runs without a gap.
    pub fn runs(&self) -> Vec<Vec<Xy>> {
        let gaps = self.dynamics.points.split(|point| known(point).is_none());
        let run =
            |points: &[Point]| points.iter().filter_map(|p| Some(self.at(p.period, known(p)?))).collect();
        gaps.map(run).filter(|run: &Vec<Xy>| !run.is_empty()).collect()
    }

    /// The places of the milestones.
    pub fn plan(&self) -> Vec<Xy> {
        let finite = self.dynamics.milestones.iter().filter(|m| m.value.is_finite());
        finite.map(|m| self.at(m.period, m.value)).collect()
    }

    /// The ends of the limits.
    pub fn limits(&self) -> Vec<(Xy, Xy)> {
        let of = |point: &Point| {
            let (low, high) = point.limits.filter(|(low, high)| low.is_finite() && high.is_finite())?;
            known(point)?;
            Some((self.at(point.period, low), self.at(point.period, high)))
        };
        self.dynamics.points.iter().filter_map(of).collect()
    }

    fn draw_marks(&self, sheet: &Sheet) -> Done {
        self.draw_grid(sheet)?;
        for (low, high) in self.limits() {
            line(sheet, Ink::Limit, &[low, high])?;
        }
        if let plan @ [_, _, ..] = self.plan().as_slice() {
            line(sheet, Ink::TargetLine, plan)?;
        }
        for run in self.runs().iter().filter(|run| run.len() > 1) {
            line(sheet, Ink::ValueLine, run)?;
        }
        self.draw_milestones(sheet)?;
        self.draw_dots()
    }

    fn draw_grid(&self, sheet: &Sheet) -> Done {
        let last = self.look.width - 1.0;
        for tick in &self.axis.ticks {
            let y = self.at(0, *tick).1;
            let ink = if *tick == 0.0 { Ink::Axis } else { Ink::Grid };
            line(sheet, ink, &[(0.0, y), (last, y)])?;
        }
        Ok(())
    }

    /// Milestones are diamonds: their form tells them from values where colours do not.
    fn draw_milestones(&self, sheet: &Sheet) -> Done {
        let r = unit(DOT) + 1;
        for (x, y) in self.plan() {
            let diamond = Polygon::new(vec![(-r, 0), (0, -r), (r, 0), (0, r)], Ink::TargetDot.solid());
            sheet.draw(&(EmptyElement::at((unit(x), unit(y))) + diamond))?;
        }
        Ok(())
    }

    fn draw_dots(&self) -> Done {
        for point in &self.dynamics.points {
            let style = match point.finality {
                Mark::Filled => Ink::ValueDot.solid(),
                Mark::Hollow => Ink::ValueHollow.stroke(),
            };
            if let Some(value) = known(point) {
                let place = (f64::from(point.period), self.axis.hold(value));
                self.plot.draw(&Circle::new(place, DOT, style))?;
            }
        }
        Ok(())
    }
}

/// From the first year to the last one; a single year stands in the middle.
fn span(years: &BTreeSet<i16>) -> std::ops::Range<f64> {
    let first = years.first().copied().map_or(0.0, f64::from);
    let last = years.last().copied().map_or(0.0, f64::from);
    if first == last { first - 1.0..last + 1.0 } else { first..last }
}

#[cfg(test)]
mod tests {
    use super::super::probe::{Picture, dynamics, pictures};

    /// Where the grid line of a tick is: ticks are drawn from zero up.
    fn heights(picture: &Picture) -> Vec<f64> {
        let lines = picture.elements.iter().filter(|e| matches!(e.class(), "axis" | "grid"));
        lines.map(|line| line.points()[0].1).collect()
    }

    #[test]
    fn marks_stand_at_their_values() {
        for picture in
            pictures(dynamics(&[Some(0.0), Some(50.0), Some(100.0)], &[(2021, 75.0), (2022, 25.0)]))
        {
            let ticks = heights(&picture);
            assert_eq!(ticks.len(), 5);
            let filled = picture.of("value-dot").map(|dot| dot.number("cy"));
            let hollow = picture.of("value-hollow").map(|dot| dot.number("cy"));
            assert_eq!(filled.chain(hollow).collect::<Vec<_>>(), [ticks[0], ticks[2], ticks[4]]);
            let plan = picture.of("target-line").next().map(super::super::probe::Element::points);
            let middle = picture.of("value-dot").nth(1).map(|dot| dot.number("cx"));
            assert_eq!(plan.as_ref().map(|p| (p[0].1, p[1].1)), Some((ticks[3], ticks[1])));
            assert_eq!(plan.map(|p| p[0].0), middle);
            picture.assert_sound();
        }
    }

    #[test]
    fn a_gap_breaks_the_line_and_is_named() {
        for picture in pictures(dynamics(&[Some(10.0), Some(20.0), None, Some(30.0), Some(35.0)], &[])) {
            assert_eq!(picture.of("value-line").count(), 2);
            assert_eq!(
                picture.of("no-data").map(|text| text.text.as_str()).collect::<Vec<_>>(),
                ["нет данных"]
            );
            picture.assert_sound();
        }
    }

    #[test]
    fn limits_are_cut_at_the_axis() {
        for picture in pictures(dynamics(&[Some(3.0), Some(98.0)], &[])) {
            let ticks = heights(&picture);
            let limits: Vec<_> = picture.of("limit").map(super::super::probe::Element::points).collect();
            assert_eq!((limits[0][0].1, limits[1][1].1), (ticks[0], ticks[4]));
        }
    }

    #[test]
    fn a_value_without_number_is_a_gap() {
        for picture in
            pictures(dynamics(&[Some(f64::NAN), Some(f64::INFINITY), Some(5.0)], &[(2021, f64::NAN)]))
        {
            assert_eq!(picture.of("value-dot").count() + picture.of("value-hollow").count(), 1);
            picture.assert_sound();
        }
    }
}
