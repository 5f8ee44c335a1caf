//! Measures, shortens and breaks the texts of a drawing.
//!
//! Apart, because labels that neither overlap nor leave the frame need widths before anything is drawn. The font is
//! only measured, never shipped: DejaVu Sans is wider than the usual screen fonts, so what fits here fits there.

use std::sync::{Once, OnceLock};

use plotters::style::{FontDesc, FontFamily, FontStyle, register_font};

const FAMILY: FontFamily<'static> = FontFamily::Name("metodbank-chart");

/// plotters scales a font by its height; DejaVu Sans is 1.1640625 em high, so this size makes an em 1000 units.
const MILLI_EM: f64 = 1164.0625;

/// What a character is taken for when it can not be measured.
const WIDE: f64 = 700.0;

/// Share of the font size above the base line; the rest is below it.
const ASCENT: f64 = 0.78;

/// Latin and Cyrillic up to the signs «…», «₽» and «№»: measured once, since every chart asks for the same letters
/// thousands of times.
const COMMON: usize = 0x2120;

/// Measures texts of one size.
pub struct Ruler {
    /// The font size in units of the drawing.
    pub size: f64,
}

impl Ruler {
    /// A ruler for a font size.
    pub fn new(size: f64) -> Self {
        Self { size }
    }

    /// The width of a text. Kerning is left out: it would only make texts narrower.
    pub fn width(&self, text: &str) -> f64 {
        text.chars().map(|c| self.advance(c)).sum()
    }

    fn advance(&self, c: char) -> f64 {
        static COMMON_WIDTHS: OnceLock<Vec<f64>> = OnceLock::new();
        let common =
            COMMON_WIDTHS.get_or_init(|| (0..COMMON as u32).map(|c| of_common(&font(), c)).collect());
        common.get(c as usize).copied().unwrap_or_else(|| milli_em(&font(), c)) * self.size / 1000.0
    }

    /// The widest of some texts.
    pub fn widest<'a>(&self, texts: impl IntoIterator<Item = &'a str>) -> f64 {
        texts.into_iter().map(|text| self.width(text)).fold(0.0, f64::max)
    }

    /// How far a text reaches over its base line.
    pub fn ascent(&self) -> f64 {
        self.size * ASCENT
    }

    /// The text, or its beginning with an ellipsis, within the room.
    pub fn shorten(&self, text: &str, room: f64) -> String {
        if self.width(text) <= room {
            return text.to_owned();
        }
        let end = self.fitting(text.chars(), room - self.width("…"));
        let head: String = text.chars().take(end).collect();
        format!("{}…", head.trim_end())
    }

    /// The text on one or two lines. What does not fit is left out of the middle: the names of schools differ at
    /// their ends.
    pub fn two_lines(&self, text: &str, room: f64) -> Vec<String> {
        self.lines(text, room, 2)
    }

    /// The text on so many lines at most; only the last one may lose its beginning.
    pub fn lines(&self, text: &str, room: f64, most: usize) -> Vec<String> {
        let (mut lines, mut rest) = (Vec::new(), text);
        while lines.len() + 1 < most && self.width(rest) > room {
            let (line, next) = rest.split_at(self.first_line(rest, room));
            lines.push(line.trim_end().to_owned());
            rest = next.trim_start();
        }
        lines.push(self.tail(rest, room));
        lines
    }

    /// Whether a text stands whole on so many lines.
    pub fn fits(&self, text: &str, room: f64, lines: usize) -> bool {
        self.lines(text, room, lines + 1).len() <= lines
    }

    /// Where the first line ends: after the last word that fits, or inside a word that is wider than the room.
    fn first_line(&self, text: &str, room: f64) -> usize {
        let fits = self.fitting(text.chars(), room).max(1);
        let limit = text.char_indices().nth(fits).map_or(text.len(), |(at, _)| at);
        text[..limit].rfind(' ').filter(|at| *at > 0).unwrap_or(limit)
    }

    /// The end of a text with an ellipsis before it, from the beginning of a word where there is one.
    fn tail(&self, text: &str, room: f64) -> String {
        if self.width(text) <= room {
            return text.to_owned();
        }
        let kept = self.fitting(text.chars().rev(), room - self.width("… "));
        let start = text.char_indices().rev().nth(kept.max(1) - 1).map_or(0, |(at, _)| at);
        let end = &text[start..];
        match end.find(' ').filter(|at| end.len() - at > end.len() / 2) {
            Some(at) => format!("…{}", &end[at..]),
            None => format!("…{end}"),
        }
    }

    /// How many of the characters fit.
    fn fitting(&self, chars: impl Iterator<Item = char>, room: f64) -> usize {
        let ends = chars.scan(0.0, |end, c| {
            *end += self.advance(c);
            Some(*end)
        });
        ends.take_while(|end| *end <= room).count()
    }
}

fn font() -> FontDesc<'static> {
    static REGISTERED: Once = Once::new();
    // A font that does not register leaves `milli_em` with its estimate; nothing else depends on it.
    REGISTERED.call_once(|| drop(register_font(FAMILY.as_str(), FontStyle::Normal, dejavu::sans::regular())));
    FontDesc::new(FAMILY, MILLI_EM, FontStyle::Normal)
}

fn of_common(font: &FontDesc, c: u32) -> f64 {
    char::from_u32(c).map_or(0.0, |c| milli_em(font, c))
}

/// The width of a character in thousandths of the font size.
fn milli_em(font: &FontDesc, c: char) -> f64 {
    font.box_size(c.encode_utf8(&mut [0; 4])).map_or(WIDE, |(width, _)| f64::from(width))
}

/// The text on one line and without characters that markup may not hold.
pub fn clean(text: &str) -> String {
    let plain: String = text.chars().map(|c| if forbidden(c) { ' ' } else { c }).collect();
    plain.trim().to_owned()
}

fn forbidden(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{FFFE}' | '\u{FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: &str =
        "Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № 12»";

    #[test]
    fn widths_are_those_of_dejavu_sans() {
        // A digit of DejaVu Sans is 1303 of 2048 units wide.
        let ruler = Ruler::new(13.0);
        assert!((ruler.width("0000000000") - 10.0 * 13.0 * 1303.0 / 2048.0).abs() < 0.1);
        assert!(ruler.width("\u{202f}") > 0.0 && ruler.width("₽") > 5.0);
        assert_eq!(ruler.width(""), 0.0);
    }

    #[test]
    fn shortened_texts_fit() {
        let ruler = Ruler::new(13.0);
        for room in [20.0, 60.0, 150.0, 400.0] {
            let text = ruler.shorten(LONG, room);
            assert!(ruler.width(&text) <= room && text.ends_with('…'), "{room}: {text}");
        }
        assert_eq!(ruler.shorten("школа", 200.0), "школа");
    }

    #[test]
    fn two_lines_fit_and_keep_the_end() {
        let ruler = Ruler::new(13.0);
        for room in [90.0, 150.0, 260.0, 328.0] {
            let lines = ruler.two_lines(LONG, room);
            assert_eq!(lines.len(), 2);
            assert!(lines.iter().all(|line| ruler.width(line) <= room), "{room}: {lines:?}");
            assert!(lines[1].ends_with("№ 12»"), "{room}: {lines:?}");
        }
        assert_eq!(ruler.two_lines("Лицей № 1", 260.0), ["Лицей № 1"]);
    }

    #[test]
    fn a_word_wider_than_the_room_is_cut() {
        let ruler = Ruler::new(13.0);
        let lines = ruler.two_lines(&"ж".repeat(200), 100.0);
        assert!(lines.iter().all(|line| !line.is_empty() && ruler.width(line) <= 100.0), "{lines:?}");
    }

    #[test]
    fn no_room_at_all_is_no_panic() {
        let ruler = Ruler::new(13.0);
        assert_eq!(ruler.shorten("школа", 0.0), "…");
        assert_eq!(ruler.two_lines("школа № 1", 0.0).len(), 2);
    }

    #[test]
    fn control_characters_become_spaces() {
        assert_eq!(clean("a\nb\u{0}c\t"), "a b c");
    }
}
