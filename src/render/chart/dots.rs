//! A part as a dot: its form says how it stands, so that colour need not.
//!
//! Apart, because bars of many rows and funnels mark their parts alike.

use plotters::element::{Circle, EmptyElement, Polygon};

use crate::plan::figure::Tone;

use super::boxes::Xy;
use super::canvas::{Done, Sheet, unit};
use super::ink::Ink;

/// Half the size of a dot.
pub const DOT: f64 = 5.0;

/// Draws a dot: a triangle upwards for good, one downwards for poor, a circle for neither.
pub fn draw(sheet: &Sheet, tone: Tone, (x, y): Xy) -> Done {
    let (at, r) = ((unit(x), unit(y)), unit(DOT));
    let triangle = |ink: Ink, base: i32| {
        let corners = vec![(-r, base), (r, base), (0, -base)];
        sheet.draw(&(EmptyElement::at(at) + Polygon::new(corners, ink.solid())))
    };
    match tone {
        Tone::Good => triangle(Ink::DotGood, r),
        Tone::Poor => triangle(Ink::DotPoor, -r),
        Tone::Plain => sheet.draw(&Circle::new(at, r - 1, Ink::DotPlain.solid())),
    }
}
