//! Rows by columns: a shade for how a cell stands, and its value in it.
//!
//! Apart from `cells`, which lays everything out. Shades go from light to dark, and what meets its target has a bar
//! below: the three tell themselves apart in grey, too.

use plotters::element::Rectangle;

use crate::plan::figure::{Heat, Tone};

use super::Look;
use super::boxes::Rect;
use super::canvas::{Anchor, Done, Label, Raw, Sheet, line, paint as paint_sheet, unit};
use super::cells::{Block, Cells, text};
use super::ink::Ink;

/// How far the bar in a cell that meets its target stands over its lower edge.
const BAR: f64 = 2.0;

/// Draws the cells.
pub fn paint(heat: &Heat, look: &Look) -> Raw {
    let cells = Cells::of(heat, look);
    paint_sheet((unit(look.width) as u32, unit(cells.height) as u32), |sheet| draw(heat, &cells, sheet))
}

fn draw(heat: &Heat, cells: &Cells, sheet: &Sheet) -> Done {
    for (tone, ink) in
        [(Tone::Good, Ink::HeatGood), (Tone::Plain, Ink::HeatPlain), (Tone::Poor, Ink::HeatPoor)]
    {
        shade(heat, cells, tone).iter().try_for_each(|place| fill(sheet, ink, place))?;
    }
    for place in shade(heat, cells, Tone::Good) {
        line(sheet, Ink::HeatMet, &[(place.x0, place.y1 - BAR), (place.x1, place.y1 - BAR)])?;
    }
    for block in &cells.blocks {
        draw_gaps(block, sheet)?;
    }
    draw_texts(heat, cells, sheet)
}

/// All places of a tone: neighbours in a row are one, the gaps are drawn over them.
fn shade(heat: &Heat, cells: &Cells, tone: Tone) -> Vec<Rect> {
    let samples = heat.legend.iter().zip(&cells.legend).filter(|((of, _), _)| *of == tone);
    let mut places: Vec<Rect> = samples.map(|(_, (place, _))| *place).collect();
    for block in &cells.blocks {
        for (i, row) in heat.rows.iter().enumerate() {
            for column in block.columns.clone() {
                if row.cells.get(column).and_then(|cell| cell.tone) != Some(tone) {
                    continue;
                }
                let place = block.cell(i, column);
                match places.last_mut() {
                    Some(last) if last.y0 == place.y0 && last.x1 == place.x0 => last.x1 = place.x1,
                    _ => places.push(place),
                }
            }
        }
    }
    places
}

fn fill(sheet: &Sheet, ink: Ink, place: &Rect) -> Done {
    let corners = [(unit(place.x0), unit(place.y0)), (unit(place.x1), unit(place.y1))];
    sheet.draw(&Rectangle::new(corners, ink.solid()))
}

fn draw_gaps(block: &Block, sheet: &Sheet) -> Done {
    let (Some(first), Some(last)) = (block.tops.first(), block.tops.len().checked_sub(1)) else {
        return Ok(());
    };
    let lower = block.cell(last, block.columns.start).y1;
    (1..block.columns.len()).try_for_each(|i| {
        let x = block.left + i as f64 * block.column;
        line(sheet, Ink::HeatGap, &[(x, *first), (x, lower)])
    })
}

fn draw_texts(heat: &Heat, cells: &Cells, sheet: &Sheet) -> Done {
    let ruler = &cells.ruler;
    for ink in [Ink::HeatText, Ink::HeatPoorText] {
        for (block, (i, row)) in
            cells.blocks.iter().flat_map(|block| heat.rows.iter().enumerate().map(move |row| (block, row)))
        {
            for column in block.columns.clone() {
                let Some(cell) = row.cells.get(column).filter(|cell| text_ink(cell.tone) == ink) else {
                    continue;
                };
                let (x, y) = block.cell(i, column).middle();
                let base = y + ruler.ascent() - ruler.size / 2.0;
                Label::on(ruler, ink, (x, base), (Anchor::Middle, text(cell))).write(sheet, ruler)?;
            }
        }
    }
    let names = cells.blocks.iter().flat_map(|block| &block.labels);
    let legend = cells.legend.iter().map(|(_, label)| label);
    names.chain(legend).try_for_each(|label| label.write(sheet, ruler))
}

fn text_ink(tone: Option<Tone>) -> Ink {
    if tone == Some(Tone::Poor) { Ink::HeatPoorText } else { Ink::HeatText }
}

#[cfg(test)]
mod tests {
    use super::super::probe::{Element, heat, pictures};

    #[test]
    fn a_cell_is_where_its_row_and_its_column_meet() {
        // One row, five columns: good, on the way, behind, not reported, not applicable.
        for picture in pictures(heat(1, &["1", "2", "3", "4", "5"])) {
            let heads: Vec<_> = picture
                .of("tick")
                .filter_map(|tick| Some((tick.text.parse::<usize>().ok()?, tick.number("x"))))
                .collect();
            assert_eq!(heads.len(), 5);
            for (i, class) in ["heat good", "heat plain", "heat poor"].into_iter().enumerate() {
                // The first piece is the sample of the legend.
                let pieces: Vec<_> = picture.of(class).flat_map(Element::pieces).collect();
                assert_eq!(pieces.len(), 2, "{}", picture.svg);
                assert!((pieces[1].middle().0 - heads[i].1).abs() <= 1.0, "{}", picture.svg);
            }
            for (class, said) in [
                ("heat-text", &[(0, "100"), (1, "63"), (3, "н/д"), (4, "—")][..]),
                ("heat-poor-text", &[(2, "2")]),
            ] {
                let words: Vec<_> = picture.of(class).flat_map(|text| text.words(&picture.ruler)).collect();
                for ((column, expected), (word, place)) in said.iter().zip(&words) {
                    assert_eq!(word, expected);
                    assert!((place.middle().0 - heads[*column].1).abs() <= 1.0, "{}", picture.svg);
                }
                assert_eq!(words.len(), said.len());
            }
            picture.assert_sound();
        }
    }

    #[test]
    fn no_column_is_lost_and_none_is_too_narrow() {
        let columns: Vec<String> = (1..=18).map(|i| i.to_string()).collect();
        let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
        for (rows, columns) in
            [(25, &columns[..]), (60, &columns[..]), (1, &columns[..1]), (3, &columns[..7])]
        {
            for picture in pictures(heat(rows, columns)) {
                picture.assert_sound();
                let heads = picture.of("tick").filter(|t| t.text.parse::<u8>().is_ok());
                assert_eq!(heads.count(), columns.len(), "{}", picture.svg);
                let shades = ["heat good", "heat plain", "heat poor"].into_iter();
                let mut cells = shades.flat_map(|class| picture.of(class).flat_map(Element::pieces));
                assert!(cells.all(|cell| cell.x1 - cell.x0 >= 24.0), "{}", picture.svg);
            }
        }
    }

    #[test]
    fn long_heads_become_numbers_with_a_key() {
        let names = ["Русский язык", "Изобразительное искусство", "Основы безопасности и защиты Родины"];
        let columns: Vec<&str> = names.iter().copied().cycle().take(18).collect();
        for picture in pictures(heat(12, &columns)) {
            picture.assert_sound();
            let key = |i: usize| format!("{} — {}", i + 1, columns[i]);
            let said = |text: &String| picture.of("tick").any(|tick| tick.text == *text);
            assert!((0..18).all(|i| said(&key(i))), "{}", picture.svg);
        }
    }
}
