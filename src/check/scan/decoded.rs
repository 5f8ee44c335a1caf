//! A text as readers get it: entities of HTML, percent signs of addresses and escapes of TOML and Markdown undone.
//!
//! Written so, a name would pass the guard and stand on the site. Every byte remembers where it came from.

use pulldown_cmark::Event;

use crate::model::markdown;
use crate::source::stray;

/// The longest name of an entity, with room.
const LONGEST_ENTITY: usize = 40;

/// A decoded text.
#[derive(Debug)]
pub struct Decoded {
    /// The text.
    pub text: String,
    /// Where pieces begin: here and in the raw text.
    pieces: Vec<(usize, usize)>,
}

impl Decoded {
    /// Decodes a text, if there is anything to decode. An entity may stand for a percent sign: hence twice.
    pub fn of(raw: &str) -> Option<Self> {
        let mut once = Self::once(raw)?;
        if let Some(twice) = Self::once(&once.text) {
            let pieces = twice.pieces.iter().map(|(here, there)| (*here, once.origin(*there))).collect();
            once = Self { text: twice.text, pieces };
        }
        Some(once)
    }

    fn once(raw: &str) -> Option<Self> {
        let mut decoded = Self { text: String::new(), pieces: vec![(0, 0)] };
        let (mut kept, mut at) = (0, 0);
        while let Some(found) = raw[at..].find(['&', '%', '\\']) {
            at += found;
            let Some((text, length)) = escape(&raw[at..]) else {
                at += 1;
                continue;
            };
            decoded.text.push_str(&raw[kept..at]);
            decoded.pieces.push((decoded.text.len(), at));
            decoded.text.extend(text.chars().filter(|c| stray(c.encode_utf8(&mut [0; 4])).is_none()));
            at += length;
            kept = at;
            decoded.pieces.push((decoded.text.len(), at));
        }
        decoded.text.push_str(&raw[kept..]);
        (kept > 0).then_some(decoded)
    }

    /// The place in the raw text of a place of this one.
    pub fn origin(&self, at: usize) -> usize {
        let behind = self.pieces.partition_point(|(here, _)| *here <= at);
        let (here, there) = self.pieces[behind - 1];
        let next = self.pieces.get(behind).map_or(usize::MAX, |(_, there)| *there);
        (there + at - here).min(next)
    }
}

/// What an escape at the beginning of a text stands for, and its length.
fn escape(text: &str) -> Option<(String, usize)> {
    match text.as_bytes() {
        [b'&', ..] => entity(text),
        [b'%', ..] => percent(text),
        // The last one breaks a line in Markdown, and joins two in TOML.
        [_, b'n' | b't' | b'r' | b'\n', ..] => Some((" ".to_owned(), 2)),
        [_, b'u', ..] => code_point(text, 4),
        [_, b'U', ..] => code_point(text, 8),
        [_, b'x', ..] => code_point(text, 2),
        [_, sign, ..] if sign.is_ascii_punctuation() => Some((char::from(*sign).to_string(), 2)),
        _ => None,
    }
}

/// `&nbsp;` or `&#1042;`, as Markdown reads them.
fn entity(text: &str) -> Option<(String, usize)> {
    let name = text[1..].find(|c: char| !c.is_ascii_alphanumeric() && c != '#')?;
    let length = name + 2;
    if name == 0 || length > LONGEST_ENTITY || !text[name + 1..].starts_with(';') {
        return None;
    }
    // Between letters, because a paragraph loses the spaces at its ends.
    let inside = format!("a{}a", &text[..length]);
    let texts = markdown::events(&inside).filter_map(|(event, _)| match event {
        Event::Text(text) => Some(text.into_string()),
        _ => None,
    });
    let read: String = texts.collect();
    let read = read.strip_prefix('a')?.strip_suffix('a')?;
    (read != &text[..length]).then(|| (read.to_owned(), length))
}

/// One character behind percent signs: `%40`, `%D0%92`.
fn percent(text: &str) -> Option<(String, usize)> {
    let byte = |at: usize| {
        let digits = text.get(at + 1..at + 3).filter(|_| text.as_bytes()[at] == b'%')?;
        u8::from_str_radix(digits, 16).ok().filter(|_| !digits.starts_with('+'))
    };
    let count = match byte(0)? {
        ..0x80 => 1,
        0x80..0xe0 => 2,
        0xe0..0xf0 => 3,
        0xf0.. => 4,
    };
    let bytes: Vec<u8> =
        (0..count).map_while(|number| text.get(number * 3..).and_then(|_| byte(number * 3))).collect();
    Some((String::from_utf8(bytes).ok()?, count * 3))
}

/// `\u0412`, so many digits.
fn code_point(text: &str, digits: usize) -> Option<(String, usize)> {
    let code = text.get(2..2 + digits).filter(|code| !code.starts_with('+'))?;
    let letter = u32::from_str_radix(code, 16).ok().and_then(char::from_u32)?;
    Some((letter.to_string(), 2 + digits))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_undone_and_remember_their_places() {
        for (raw, expected, first, place) in [
            ("8&nbsp;(927)", "8\u{a0}(927)", "(", "("),
            ("для &#1042;ы &Vcy;", "для Вы В", "В", "&#1042;"),
            ("a%40b %D0%92, 5 %", "a@b В, 5 %", "В", "%D0%92"),
            ("a&#37;40b", "a@b", "@", "&#37;40"),
            (r"\u0412\U0000044B\x41", "ВыA", "ы", r"\U0000044B"),
            (r"ivanov\@mail.ru", "ivanov@mail.ru", "@", r"\@"),
            (r"Мария\nПетровна", "Мария Петровна", "П", "П"),
            ("Мария\\\nПетровна", "Мария Петровна", "П", "П"),
            ("Вы&shy;мысел", "Вымысел", "м", "м"),
        ] {
            let decoded = Decoded::of(raw).unwrap();
            assert_eq!(decoded.text, expected, "{raw}");
            let at = decoded.text.find(first).unwrap();
            assert_eq!(&raw[decoded.origin(at)..decoded.origin(at + first.len())], place, "{raw}");
        }
    }

    #[test]
    fn a_text_without_escapes_is_left_alone() {
        for raw in
            ["65,4 % (34 из 52)", "Q&A; R&D", "100 %%", r"C:\дом", "%D0", "&", "%+1", "%", "&нет;", "\\"]
        {
            assert!(Decoded::of(raw).is_none(), "{raw}");
        }
    }
}
