//! The sheet on which plotters draws, and the few marks that the shapes share.
//!
//! Apart, so that the shapes speak of places and inks only. plotters counts in whole units, which is finer than the eye
//! at these sizes and keeps every number of the drawing short.

use std::io::Error;
use std::ops::Range;

use plotters::coord::Shift;
use plotters::coord::ranged1d::Ranged;
use plotters::coord::types::RangedCoordf64;
use plotters::drawing::DrawingAreaErrorKind;
use plotters::element::Rectangle;
use plotters::prelude::{Cartesian2d, DrawingArea, IntoDrawingArea, LineSeries, SVGBackend, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{IntoTextStyle, TextStyle};

use super::boxes::{Rect, Xy};
use super::ink::Ink;
use super::text::Ruler;

/// A sheet in its own units.
pub type Sheet<'a> = DrawingArea<SVGBackend<'a>, Shift>;

/// A part of the sheet, in the units of the data.
pub type Plot<'a> = DrawingArea<SVGBackend<'a>, Cartesian2d<RangedCoordf64, RangedCoordf64>>;

/// The outcome of drawing.
pub type Done = Result<(), DrawingAreaErrorKind<Error>>;

/// A drawing as the backend wrote it.
pub struct Raw {
    /// Width and height.
    pub size: (u32, u32),
    /// The backend's markup.
    pub svg: String,
}

/// Which side of a text stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// A text with the box it fills.
#[derive(Clone, Debug)]
pub struct Label {
    /// Its meaning.
    pub ink: Ink,
    /// Its words.
    pub text: String,
    /// The box that was measured for it.
    pub place: Rect,
    /// The side that stays where it is when the reader's font is narrower than ours.
    pub anchor: Anchor,
}

impl Label {
    /// A text whose anchor stands on a base line.
    pub fn on(ruler: &Ruler, ink: Ink, (x, base): Xy, (anchor, text): (Anchor, String)) -> Self {
        let width = ruler.width(&text);
        let x0 = match anchor {
            Anchor::Start => x,
            Anchor::Middle => x - width / 2.0,
            Anchor::End => x - width,
        };
        let y0 = base - ruler.ascent();
        Self { ink, text, place: Rect { x0, y0, x1: x0 + width, y1: y0 + ruler.size }, anchor }
    }

    /// Writes the text, if there is any.
    pub fn write(&self, sheet: &Sheet, ruler: &Ruler) -> Done {
        if self.text.is_empty() {
            return Ok(());
        }
        let x = match self.anchor {
            Anchor::Start => self.place.x0,
            Anchor::Middle => self.place.middle().0,
            Anchor::End => self.place.x1,
        };
        let base = self.place.y0 + ruler.ascent();
        let style = text_style(self.ink, self.anchor);
        sheet.draw(&Text::new(self.text.as_str(), (unit(x), unit(base)), style))
    }
}

fn text_style(ink: Ink, anchor: Anchor) -> TextStyle<'static> {
    let side = match anchor {
        Anchor::Start => HPos::Left,
        Anchor::Middle => HPos::Center,
        Anchor::End => HPos::Right,
    };
    // The after-pass drops family and size, which stand once on the root, and the shift from the base line.
    ("sans-serif", 13.0).with_color(ink.colour()).into_text_style(&(0, 0)).pos(Pos::new(side, VPos::Bottom))
}

/// Lets plotters draw on an empty sheet.
pub fn paint(size: (u32, u32), draw: impl FnOnce(&Sheet) -> Done) -> Raw {
    let mut svg = String::new();
    let sheet = SVGBackend::with_string(&mut svg, size).into_drawing_area();
    // The backend writes to memory, which takes everything; were it to refuse, the drawing would only end early.
    drop(draw(&sheet));
    drop(sheet);
    Raw { size, svg }
}

/// A part of the sheet where data are placed by their values: `x` from left to right, `y` from the lower edge up.
pub fn plot<'a>(sheet: &Sheet<'a>, frame: &Rect, x: Range<f64>, y: Range<f64>) -> Plot<'a> {
    let ends = (unit(frame.x0)..unit(frame.x1), unit(frame.y1)..unit(frame.y0));
    sheet.clone().apply_coord_spec(Cartesian2d::new(x, y, ends))
}

/// Where a value stands between two ends of an axis from zero; exactly where a plot would put it.
pub fn along(value: f64, top: f64, (x0, x1): Xy) -> f64 {
    f64::from(RangedCoordf64::from(0.0..top).map(&value, (unit(x0), unit(x1))))
}

/// Joins places by straight lines.
pub fn line(sheet: &Sheet, ink: Ink, places: &[Xy]) -> Done {
    for path in LineSeries::new(places.iter().map(|(x, y)| (unit(*x), unit(*y))), ink.stroke()) {
        sheet.draw(&path)?;
    }
    Ok(())
}

/// Fills a box.
pub fn fill(sheet: &Sheet, ink: Ink, place: &Rect) -> Done {
    let ends = [(unit(place.x0), unit(place.y0)), (unit(place.x1), unit(place.y1))];
    sheet.draw(&Rectangle::new(ends, ink.solid()))
}

/// Fills the box of a bar, with its pattern where it has one.
pub fn bar(sheet: &Sheet, (ink, pattern): (Ink, Option<Ink>), place: &Rect) -> Done {
    fill(sheet, ink, place)?;
    pattern.map_or(Ok(()), |pattern| fill(sheet, pattern, place))
}

/// The nearest whole unit.
pub fn unit(length: f64) -> i32 {
    length.round() as i32
}
