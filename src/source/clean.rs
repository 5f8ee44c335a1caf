//! Clean text: NFC, no byte order mark, no invisible characters; or a refusal.
//!
//! Word, web pages and keyboards of phones leave characters that nobody sees and that break searches, addresses and
//! comparisons. Those without meaning are removed; those that no text needs are refused.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::position;

/// A text ready for use.
#[derive(Debug)]
pub struct Cleaned {
    /// The text.
    pub text: String,
    /// Whether invisible characters were removed.
    pub changed: bool,
}

/// A character that no text needs.
#[derive(Debug)]
pub struct Refused {
    /// As `U+0000`.
    pub character: String,
    /// Its line.
    pub line: usize,
}

/// Cleans a text.
pub fn clean(text: String) -> Result<Cleaned, Refused> {
    if text.chars().all(is_plain) {
        return Ok(Cleaned { text, changed: false });
    }
    let text = match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    };
    if let Some((at, control)) =
        text.char_indices().find(|(_, c)| c.is_control() && !"\n\r\t\u{85}".contains(*c))
    {
        let character = format!("U+{:04X}", u32::from(control));
        return Err(Refused { character, line: position(&text, at).line });
    }
    let (text, changed) = if text.chars().any(is_invisible) {
        (text.chars().filter_map(visible).collect(), true)
    } else {
        (text, false)
    };
    let text = match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => text,
        IsNormalized::No | IsNormalized::Maybe => text.nfc().collect(),
    };
    let text = if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text };
    Ok(Cleaned { text, changed })
}

/// What stands in an ordinary Russian text: visible, and in NFC beside whatever other plain letter. Most texts hold
/// nothing else, and need no closer look.
fn is_plain(c: char) -> bool {
    matches!(c, 'а'..='я' | ' '..='~' | '\n' | 'А'..='Я' | 'ё' | 'Ё' | '«' | '»' | '—' | '–' | '…' | '№' | '\u{a0}')
}

/// The first character of a text that no text needs. A TOML escape can write one after the file was cleaned.
pub fn stray(text: &str) -> Option<char> {
    text.chars().find(|c| is_invisible(*c) || (c.is_control() && !"\n\r\t".contains(*c)))
}

/// Soft hyphens, zero-width characters, direction marks, marks of byte order, odd line separators.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2028}' | '\u{2029}'
        | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{85}' | '\u{fff9}'..='\u{fffb}')
        // The joiner inside emoji is meant.
        && c != '\u{200d}'
}

fn visible(c: char) -> Option<char> {
    match c {
        '\u{2028}' | '\u{2029}' | '\u{85}' => Some(' '),
        c if is_invisible(c) => None,
        c => Some(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invisible_characters_go_and_visible_ones_stay() {
        for (typed, text, changed) in [
            ("\u{feff}школа", "школа", false),
            ("шко\u{ad}ла", "школа", true),
            ("а\u{202e}б\u{200b}в", "абв", true),
            ("а\u{2028}б", "а б", true),
            ("и\u{306}", "й", false),
            ("а\r\nб\rв", "а\nб\nв", false),
            ("неразрывный\u{a0}пробел", "неразрывный\u{a0}пробел", false),
        ] {
            let cleaned = clean(typed.to_owned()).unwrap();
            assert_eq!((cleaned.text.as_str(), cleaned.changed), (text, changed), "{typed:?}");
        }
    }

    #[test]
    fn a_nul_is_refused_with_its_line() {
        let refused = clean("а\nб\0".to_owned()).unwrap_err();
        assert_eq!((refused.character.as_str(), refused.line), ("U+0000", 2));
    }
}
