//! Parts compared: one bar a row, the target and the district's value as lines through all rows.
//!
//! Apart from `rows`, which lays the texts out: here the numbers become lengths, and the lines step around the texts.

use plotters::element::Rectangle;

use crate::plan::figure::{Bars, Tone};

use super::boxes::{Rect, Xy};
use super::canvas::{Done, Label, Plot, Raw, Sheet, line, paint as paint_sheet, plot, unit};
use super::heads::Rule;
use super::ink::Ink;
use super::rows::{Mark, Rows};
use super::{Look, dots};

/// Draws the rows.
pub fn paint(bars: &Bars, look: &Look) -> Raw {
    let rows = Rows::of(bars, look);
    paint_sheet((unit(look.width) as u32, unit(rows.height()) as u32), |sheet| draw(bars, &rows, sheet))
}

fn draw(bars: &Bars, rows: &Rows, sheet: &Sheet) -> Done {
    let frame = &rows.frame;
    match rows.mark() {
        Mark::Bar => {
            // Rows count downwards, and the plot is measured from its lower edge up.
            let plot = plot(sheet, frame, 0.0..rows.axis.top, bars.rows.len() as f64..0.0);
            draw_bars(bars, rows, &plot)?;
        }
        Mark::Dot => draw_dots(bars, rows, sheet)?,
    }
    line(sheet, Ink::Axis, &[(frame.x0, frame.y0), (frame.x0, frame.y1)])?;
    let labels = rows.labels(bars);
    for rule in &rows.rules {
        draw_rule(rule, rows, &labels, sheet)?;
    }
    let heads = rows.rules.iter().map(|rule| &rule.label);
    labels.iter().chain(heads).try_for_each(|label| label.write(sheet, &rows.ruler))
}

fn draw_bars(bars: &Bars, rows: &Rows, plot: &Plot) -> Done {
    let (upper, lower) = rows.band();
    for (i, bar) in bars.rows.iter().enumerate() {
        let Some(value) = rows.known(bar.value) else { continue };
        let ends = [(0.0, i as f64 + upper), (value, i as f64 + lower)];
        plot.draw(&Rectangle::new(ends, Ink::bar(bar.tone).solid()))?;
        if bar.tone == Tone::Poor {
            plot.draw(&Rectangle::new(ends, Ink::Hatch.solid()))?;
        }
    }
    Ok(())
}

fn draw_dots(bars: &Bars, rows: &Rows, sheet: &Sheet) -> Done {
    let known = || bars.rows.iter().enumerate().filter_map(|(i, bar)| Some((i, bar, rows.known(bar.value)?)));
    for (i, _, value) in known() {
        line(sheet, Ink::Track, &[rows.at(i, 0.0), rows.at(i, value)])?;
    }
    known().try_for_each(|(i, bar, value)| dots::draw(sheet, bar.tone, rows.at(i, value)))
}

/// Draws a line from its label down through all rows, leaving out the texts on its way.
fn draw_rule(rule: &Rule, rows: &Rows, labels: &[Label], sheet: &Sheet) -> Done {
    let whole = ((rule.x, rule.label.place.y1 + 1.0), (rule.x, rows.frame.y1));
    for (from, to) in pieces(whole, labels.iter().map(|label| &label.place)) {
        line(sheet, rule.ink, &[from, to])?;
    }
    Ok(())
}

/// What is left of a line from top to bottom when boxes are cut out of it.
fn pieces<'a>((from, to): (Xy, Xy), boxes: impl Iterator<Item = &'a Rect>) -> Vec<(Xy, Xy)> {
    let mut cuts: Vec<&Rect> = boxes.filter(|place| place.is_crossed(&(from, to))).collect();
    cuts.sort_by(|a, b| a.y0.total_cmp(&b.y0));
    let mut left = Vec::new();
    let mut y = from.1;
    for cut in cuts {
        left.push(((from.0, y), (from.0, cut.y0)));
        y = cut.y1;
    }
    left.push(((from.0, y), to));
    left.retain(|(from, to)| to.1 - from.1 >= 1.0);
    left
}

#[cfg(test)]
mod tests {
    use super::super::probe::{Element, bars as shape, pictures};
    use super::*;
    use crate::plan::figure::Shape;

    #[test]
    fn lengths_and_lines_follow_the_values() {
        for picture in pictures(shape(4, 50.0, 75.0)) {
            let bars: Vec<Rect> = picture
                .elements
                .iter()
                .filter(|e| e.class().starts_with("bar "))
                .map(|bar| bar.place(&picture.ruler))
                .collect();
            let x = |class| picture.of(class).map(|line| line.points()[0].0).collect::<Vec<_>>();
            assert_eq!(bars.len(), 4);
            // The values are 100, 75, 50 and 25 %.
            assert!(x("target-line").iter().all(|x| *x == bars[2].x1), "{}", picture.svg);
            assert!(x("district-line").iter().all(|x| *x == bars[1].x1), "{}", picture.svg);
            assert!(((bars[0].x1 - bars[0].x0) / 4.0 - (bars[3].x1 - bars[3].x0)).abs() <= 1.0);
        }
    }

    #[test]
    fn many_rows_with_long_names_stay_apart_and_inside() {
        for count in [1, 7, 25, 60] {
            for (target, district) in [(70.0, 65.4), (0.0, 100.0), (50.0, 50.0), (99.0, 100.0), (0.0, 0.0)] {
                pictures(shape(count, target, district))
                    .iter()
                    .for_each(super::super::probe::Picture::assert_sound);
            }
        }
    }

    #[test]
    fn names_of_sixty_letters_are_whole() {
        let name = |i: usize| format!("МБОУ «Средняя общеобразовательная школа № {i:02} села Верхнее»");
        for count in [25, 60] {
            let mut shape = shape(count, 70.0, 65.4);
            if let Shape::Bars(bars) = &mut shape {
                bars.rows.iter_mut().enumerate().for_each(|(i, row)| row.label = name(i));
            }
            for picture in pictures(shape) {
                picture.assert_sound();
                let lines: Vec<&str> = picture.of("bar-label").map(|text| text.text.as_str()).collect();
                let whole = lines.join(" ");
                assert!((0..count).all(|i| whole.contains(&name(i))), "{whole}");
            }
        }
    }

    #[test]
    fn many_rows_are_dots_at_their_values() {
        for picture in pictures(shape(60, 50.0, 50.0)) {
            assert_eq!(picture.elements.iter().filter(|e| e.class().starts_with("bar ")).count(), 0);
            let dots = picture.elements.iter().filter(|e| e.class().starts_with("dot "));
            let dots: Vec<f64> = dots.map(|dot| dot.place(&picture.ruler).middle().0).collect();
            let tracks: Vec<Rect> = picture.of("track").flat_map(Element::pieces).collect();
            // Every seventh row has no value.
            assert_eq!((dots.len(), tracks.len()), (52, 52));
            assert!(tracks.iter().zip(&dots).all(|(track, dot)| (track.x1 - dot).abs() <= 0.5));
            // The 31st row of 60 is 50 %; four of the thirty before it are gaps.
            let target = picture.of("target-line").next().map(|line| line.points()[0].0);
            assert_eq!(target, Some(dots[26]), "{}", picture.svg);
        }
    }

    #[test]
    fn no_line_runs_through_a_text() {
        for picture in pictures(shape(25, 70.0, 65.4)) {
            let lines =
                picture.elements.iter().filter(|e| matches!(e.class(), "target-line" | "district-line"));
            for points in lines.map(Element::points) {
                for text in picture.elements.iter().filter(|e| e.name == "text") {
                    let place = text.place(&picture.ruler);
                    let inner = Rect {
                        x0: place.x0 + 1.0,
                        y0: place.y0 + 1.0,
                        x1: place.x1 - 1.0,
                        y1: place.y1 - 1.0,
                    };
                    assert!(!inner.is_crossed(&(points[0], points[1])), "{text:?} {points:?}");
                }
            }
        }
    }

    #[test]
    fn only_bars_that_are_behind_are_hatched_and_nothing_is_drawn_for_nothing() {
        for picture in pictures(shape(7, 70.0, 65.4)) {
            let hatched = picture.elements.iter().filter(|e| e.attributes.contains_key("fill"));
            assert_eq!(hatched.count(), picture.of("bar poor").count());
            assert_eq!(picture.of("no-data").count(), 1);
            assert_eq!(picture.elements.iter().filter(|e| e.class().starts_with("bar ")).count(), 6);
        }
    }

    #[test]
    fn lines_step_around_texts() {
        let place = |x0: f64, y0: f64| Rect { x0, y0, x1: x0 + 20.0, y1: y0 + 10.0 };
        let boxes = [place(0.0, 40.0), place(0.0, 10.0), place(50.0, 70.0)];
        let left = pieces(((5.0, 0.0), (5.0, 100.0)), boxes.iter());
        assert_eq!(
            left,
            [((5.0, 0.0), (5.0, 10.0)), ((5.0, 20.0), (5.0, 40.0)), ((5.0, 50.0), (5.0, 100.0))]
        );
    }
}
