//! Neighbours of one ink become one element: hundreds of cells are then three paths and a line of text a row.
//!
//! Apart from the after-pass, which takes one tag at a time: here several are held together before any is written.

use super::ink::Ink;
use super::svg::pairs;

/// The distance between the characters of a joined text. Each character is set by its own middle, so the whole is as
/// wide in any font; 8 units are a little over the width of a digit at the sizes of our texts.
pub const PITCH: i32 = 8;

/// Something that the backend has written.
pub enum Mark<'a> {
    /// A line of markup that stays as it is.
    Row(&'a str),
    /// A rectangle or a line, as the data of a path.
    Shape(Ink, String),
    /// A text around its place.
    Text(Ink, (i32, &'a str), &'a str),
}

impl Mark<'_> {
    /// Whether two neighbours are written as one element.
    pub fn joins(&self, next: &Self) -> bool {
        match (self, next) {
            (Mark::Shape(ink, _), Mark::Shape(other, _)) => ink == other,
            (Mark::Text(ink, (_, y), _), Mark::Text(other, (_, next_y), _)) => ink == other && y == next_y,
            _ => false,
        }
    }
}

/// Reads what the backend has written: one tag a line, the text of a `<text>` on a line of its own.
pub fn read(svg: &str) -> Vec<Mark<'_>> {
    let mut rows = svg.lines().filter(|row| !row.starts_with("<svg") && *row != "</svg>");
    let mut marks = Vec::new();
    while let Some(row) = rows.next() {
        marks.push(match joined(row) {
            Some((ink, "text", attributes)) => {
                let text = rows.next().unwrap_or_default();
                rows.next();
                let x = attribute(attributes, "x").parse().unwrap_or_default();
                Mark::Text(ink, (x, attribute(attributes, "y")), text)
            }
            Some((ink, name, attributes)) => Mark::Shape(ink, path(name, attributes)),
            None => Mark::Row(row),
        });
    }
    marks
}

/// Name and attributes of a tag whose ink is joined.
fn joined(row: &str) -> Option<(Ink, &str, &str)> {
    let (name, attributes) = row.strip_prefix('<')?.split_once(' ')?;
    let ink = Ink::of(pairs(attributes))?;
    ink.is_joined().then_some((ink, name, attributes))
}

fn attribute<'a>(attributes: &'a str, name: &str) -> &'a str {
    pairs(attributes).find(|(key, _)| *key == name).map_or("", |(_, value)| value)
}

fn path(name: &str, attributes: &str) -> String {
    let of = |name| attribute(attributes, name);
    match name {
        "rect" => format!("M{} {}h{w}v{}h-{w}z", of("x"), of("y"), of("height"), w = of("width")),
        _ => stroke(of("points").trim_end()),
    }
}

/// A line through two places, short where it is level or upright.
fn stroke(points: &str) -> String {
    let ends = points.split_once(' ').and_then(|(a, b)| Some((a.split_once(',')?, b.split_once(',')?)));
    match ends {
        Some(((x, y), (end, level))) if y == level => format!("M{x} {y}H{end}"),
        Some(((x, y), (upright, end))) if x == upright => format!("M{x} {y}V{end}"),
        _ => format!("M{}", points.replace(' ', "L")),
    }
}

/// Writes neighbours that join; rows are none of them.
pub fn write(marks: &[Mark<'_>], out: &mut String) {
    match marks {
        [Mark::Shape(ink, _), ..] => {
            out.extend(["<path class=\"", ink.class(), "\" d=\""]);
            marks.iter().for_each(|mark| {
                if let Mark::Shape(_, path) = mark {
                    out.push_str(path);
                }
            });
            out.push_str("\"/>");
        }
        [Mark::Text(ink, (_, y), _), ..] => {
            let (places, glyphs): (Vec<_>, Vec<_>) = marks.iter().flat_map(spread).unzip();
            out.extend(["<text class=\"", ink.class(), "\" x=\"", &places.join(" ")]);
            out.extend(["\" y=\"", y, "\" text-anchor=\"middle\">", &glyphs.concat(), "</text>"]);
        }
        _ => {}
    }
}

/// The characters of a text, each with its place.
fn spread<'a>(mark: &'a Mark<'a>) -> Vec<(String, &'a str)> {
    let Mark::Text(_, (x, _), text) = mark else { return Vec::new() };
    let glyphs = glyphs(text);
    let first = x - PITCH / 2 * (glyphs.len() as i32 - 1);
    let place = |(i, glyph)| ((first + PITCH * i as i32).to_string(), glyph);
    glyphs.into_iter().enumerate().map(place).collect()
}

/// The characters of escaped text; an entity is one.
fn glyphs(text: &str) -> Vec<&str> {
    let mut rest = text;
    let mut glyphs = Vec::new();
    while let Some(c) = rest.chars().next() {
        let end = if c == '&' { rest.find(';').map_or(1, |at| at + 1) } else { c.len_utf8() };
        let (glyph, tail) = rest.split_at(end);
        glyphs.push(glyph);
        rest = tail;
    }
    glyphs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(svg: &str) -> String {
        let mut out = String::new();
        read(svg).chunk_by(Mark::joins).for_each(|marks| write(marks, &mut out));
        out
    }

    fn rect(ink: Ink, x: i32) -> String {
        let colour = format!("#0000{:02X}", ink as u8);
        format!("<rect x=\"{x}\" y=\"2\" width=\"3\" height=\"4\" fill=\"{colour}\" stroke=\"none\"/>\n")
    }

    fn text(x: i32, y: i32, words: &str) -> String {
        let colour = format!("#0000{:02X}", Ink::HeatText as u8);
        format!("<text x=\"{x}\" y=\"{y}\" fill=\"{colour}\">\n{words}\n</text>\n")
    }

    #[test]
    fn neighbours_of_one_ink_are_one_path() {
        let marks = [rect(Ink::HeatGood, 1), rect(Ink::HeatGood, 11), rect(Ink::HeatPoor, 21)].concat();
        assert_eq!(
            written(&marks),
            "<path class=\"heat good\" d=\"M1 2h3v4h-3zM11 2h3v4h-3z\"/>\
             <path class=\"heat poor\" d=\"M21 2h3v4h-3z\"/>"
        );
    }

    #[test]
    fn every_character_has_its_middle() {
        let marks = [text(50, 9, "63"), text(90, 9, "&lt;5%"), text(50, 30, "7")].concat();
        assert_eq!(
            written(&marks),
            "<text class=\"heat-text\" x=\"46 54 82 90 98\" y=\"9\" text-anchor=\"middle\">63&lt;5%</text>\
             <text class=\"heat-text\" x=\"50\" y=\"30\" text-anchor=\"middle\">7</text>"
        );
    }

    #[test]
    fn level_and_upright_lines_are_short() {
        for (points, path) in [("1,2 9,2", "M1 2H9"), ("1,2 1,9", "M1 2V9"), ("1,2 3,4", "M1,2L3,4")] {
            assert_eq!(stroke(points), path);
        }
    }

    #[test]
    fn other_inks_stay_rows() {
        assert!(matches!(read(&rect(Ink::Good, 1)).as_slice(), [Mark::Row(_)]));
    }
}
