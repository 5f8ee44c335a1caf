//! What wholes are made of: a bar of parts a row, its total at the end, and a legend above all.
//!
//! Apart from `bars`, because the parts of a bar must be told from their neighbours without colour: by shade, by pattern,
//! and by their order, which is the same in every row and in the legend.

use crate::plan::figure::{Stack, StackRow, Tone};

use super::Look;
use super::boxes::{Rect, Xy};
use super::canvas::{Anchor, Done, Label, Raw, along, bar, paint as paint_sheet, unit};
use super::ink::Ink;
use super::lanes::{GAP, Lanes, Margins, base};
use super::text::{Ruler, clean};

/// The size of a swatch in the legend.
const SWATCH: f64 = 14.0;

/// Whether there is anything to draw.
pub fn says_something(stack: &Stack) -> bool {
    stack.rows.iter().any(|row| total(row) > 0.0)
}

fn total(row: &StackRow) -> f64 {
    row.counts.iter().copied().map(f64::from).sum()
}

/// Draws the legend and the rows.
pub fn paint(stack: &Stack, look: &Look) -> Raw {
    let ruler = Ruler::new(look.font);
    let inks = inks(stack);
    let legend = legend(stack, &ruler, look.width);
    let top = legend.iter().map(|(_, label)| label.place.y1).fold(0.0, f64::max) + 2.0 * GAP;
    let totals: Vec<String> = stack.rows.iter().map(|row| total(row).to_string()).collect();
    let right = ruler.widest(totals.iter().map(String::as_str)) + GAP;
    let names = stack.rows.iter().map(|row| row.label.as_str());
    let lanes = Lanes::of(names, look, &Margins { top, right, over: 0.0 });
    let longest = stack.rows.iter().map(total).fold(1.0, f64::max);
    paint_sheet((unit(look.width) as u32, unit(lanes.height) as u32), |sheet| {
        for ((swatch, label), ink) in legend.iter().zip(&inks) {
            bar(sheet, *ink, swatch)?;
            label.write(sheet, &ruler)?;
        }
        lanes.names.iter().try_for_each(|name| name.write(sheet, &ruler))?;
        for ((row, place), text) in stack.rows.iter().zip(&lanes.bars).zip(totals) {
            let end = parts(row, place, longest, &mut |ink, part, count| {
                bar(sheet, inks[ink], part)?;
                inside(count, part, &inks[ink], &ruler).map_or(Ok(()), |label| label.write(sheet, &ruler))
            })?;
            let at = (end + GAP, base(place, &ruler));
            Label::on(&ruler, Ink::ValueText, at, (Anchor::Start, text)).write(sheet, &ruler)?;
        }
        Ok(())
    })
}

/// The parts of a row from left to right; gives the end of the last.
fn parts(
    row: &StackRow,
    place: &Rect,
    longest: f64,
    draw: &mut dyn FnMut(usize, &Rect, u32) -> Done,
) -> Result<f64, plotters::drawing::DrawingAreaErrorKind<std::io::Error>> {
    let x = |count: f64| along(count, longest, (place.x0, place.x1));
    let mut before = 0.0;
    for (i, count) in row.counts.iter().copied().enumerate().filter(|(_, count)| *count > 0) {
        let (x0, x1) = (x(before), x(before + f64::from(count)));
        // A gap of one unit tells neighbours of one shade apart.
        draw(i, &Rect { x0, x1: (x1 - 1.0).max(x0 + 1.0), ..*place }, count)?;
        before += f64::from(count);
    }
    Ok(x(before))
}

/// The count of a part inside of it, where it fits.
fn inside(count: u32, part: &Rect, (ink, _): &(Ink, Option<Ink>), ruler: &Ruler) -> Option<Label> {
    let text = count.to_string();
    let ink = if *ink == Ink::Good { Ink::OnGood } else { Ink::ValueText };
    (ruler.width(&text) + GAP <= part.x1 - part.x0)
        .then(|| Label::on(ruler, ink, (part.middle().0, base(part, ruler)), (Anchor::Middle, text)))
}

/// Fill and pattern of every part. Of parts that stand alike the first two are told apart: a second one that is not
/// judged is empty, a second one that is behind is crossed.
fn inks(stack: &Stack) -> Vec<(Ink, Option<Ink>)> {
    let of = |(i, (tone, _)): (usize, &(Tone, String))| {
        let second = stack.parts[..i].iter().any(|(other, _)| other == tone);
        match (tone, second) {
            (Tone::Good, _) => (Ink::Good, None),
            (Tone::Plain, false) => (Ink::Plain, None),
            (Tone::Plain, true) => (Ink::Vacant, None),
            (Tone::Poor, false) => (Ink::Poor, Some(Ink::Hatch)),
            (Tone::Poor, true) => (Ink::Poor, Some(Ink::Cross)),
        }
    };
    stack.parts.iter().enumerate().map(of).collect()
}

/// Swatches with their names, flowing from line to line.
fn legend(stack: &Stack, ruler: &Ruler, width: f64) -> Vec<(Rect, Label)> {
    let leading = 1.5 * ruler.size;
    let (mut x, mut y) = (1.0, leading / 2.0);
    let mut placed = Vec::new();
    for (_, name) in &stack.parts {
        let text = ruler.shorten(&clean(name), width - SWATCH - GAP - 1.0);
        let item = SWATCH + GAP + ruler.width(&text);
        if x > 1.0 && x + item > width {
            (x, y) = (1.0, y + leading);
        }
        placed.push(swatch(ruler, (x, y), text));
        x += item + 3.0 * GAP;
    }
    placed
}

fn swatch(ruler: &Ruler, (x, y): Xy, text: String) -> (Rect, Label) {
    let swatch = Rect::around((x + SWATCH / 2.0, y + 1.0), (SWATCH, SWATCH));
    let at = (x + SWATCH + GAP, base(&swatch, ruler));
    (swatch, Label::on(ruler, Ink::BarLabel, at, (Anchor::Start, text)))
}

#[cfg(test)]
mod tests {
    use super::super::probe::{Picture, pictures};
    use super::super::samples::stack;
    use super::*;
    use crate::plan::figure::Shape;

    fn row(counts: &[u32]) -> Shape {
        let part = |tone, name: &str| (tone, name.to_owned());
        Shape::Stack(Stack {
            parts: vec![
                part(Tone::Good, "достигнуто"),
                part(Tone::Plain, "на пути"),
                part(Tone::Poor, "отстаёт"),
            ],
            rows: vec![StackRow { label: "Охват".into(), counts: counts.to_vec() }],
        })
    }

    #[test]
    fn parts_are_as_long_as_their_counts_and_in_order() {
        for picture in pictures(row(&[4, 2, 1])) {
            let last = |class: &str| picture.of(class).last().map(|e| e.place(&picture.ruler)).unwrap();
            let [good, plain, poor] = ["bar good", "bar plain", "bar poor"].map(last);
            assert!(good.x1 < plain.x0 && plain.x1 < poor.x0);
            let length = |part: &Rect| part.x1 - part.x0 + 1.0;
            assert!((length(&good) - 2.0 * length(&plain)).abs() <= 2.0, "{}", picture.svg);
            assert!((length(&plain) - 2.0 * length(&poor)).abs() <= 2.0, "{}", picture.svg);
            let texts: Vec<&str> = picture.elements.iter().map(|e| e.text.as_str()).collect();
            assert!(texts.ends_with(&["7"]), "{texts:?}");
            picture.assert_sound();
        }
    }

    #[test]
    fn a_part_of_nothing_is_not_drawn_and_a_narrow_one_has_no_text() {
        for picture in pictures(row(&[0, 1, 500])) {
            // One each in the legend.
            assert_eq!(picture.of("bar good").count(), 1);
            assert_eq!(picture.of("bar plain").count(), 2);
            let counts: Vec<&str> = picture.of("value-text").map(|e| e.text.as_str()).collect();
            assert_eq!(counts, ["500", "501"]);
        }
    }

    #[test]
    fn five_parts_look_five_ways() {
        let Shape::Stack(five) = stack(3) else { panic!("a stack") };
        let ways: std::collections::BTreeSet<String> =
            inks(&five).iter().map(|(ink, pattern)| format!("{ink:?} {pattern:?}")).collect();
        assert_eq!(ways.len(), 5);
        for picture in pictures(stack(3)) {
            assert_eq!(picture.svg.matches("<pattern ").count(), 2);
            picture.assert_sound();
        }
    }

    #[test]
    fn twenty_rows_with_long_names_and_many_parts_are_sound() {
        pictures(stack(20)).iter().for_each(Picture::assert_sound);
        pictures(row(&[u32::MAX, u32::MAX, 0])).iter().for_each(Picture::assert_sound);
        pictures(row(&[])).iter().for_each(Picture::assert_sound);
    }
}
