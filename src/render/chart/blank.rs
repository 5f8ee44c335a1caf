//! A chart without data: a short frame with a sentence.
//!
//! Apart from the shapes, so that they may take for granted that there is something to draw. An empty place would look
//! like a fault of the page.

use super::Look;
use super::canvas::{Anchor, Label, Raw, line, paint as paint_sheet, unit};
use super::ink::Ink;
use super::text::{Ruler, clean};

/// Draws the frame and writes the text on one or two lines in it.
pub fn paint(text: &str, look: &Look) -> Raw {
    let ruler = Ruler::new(look.font);
    let (left, right, lower) = (0.0, look.width - 1.0, 5.0 * look.font - 1.0);
    let lines = ruler.two_lines(&clean(text), look.width - 4.0 * look.font);
    let first = 2.5 * look.font - (lines.len() as f64 - 1.0) * 0.65 * look.font + 0.3 * look.font;
    paint_sheet((unit(look.width) as u32, unit(lower) as u32 + 1), |sheet| {
        line(sheet, Ink::Grid, &[(left, 1.0), (right, 1.0)])?;
        line(sheet, Ink::Axis, &[(left, lower), (right, lower)])?;
        for (i, words) in lines.into_iter().enumerate() {
            let place = (look.width / 2.0, first + i as f64 * 1.3 * look.font);
            Label::on(&ruler, Ink::NoData, place, (Anchor::Middle, words)).write(sheet, &ruler)?;
        }
        Ok(())
    })
}
