//! From text to a TOML tree, with every syntax error explained.

use std::ops::Range;

use toml::de::{DeTable, Error};

use crate::diag::{Diagnostic, Diagnostics, FileId, Span, codes};

/// Dots in one key: no format of ours needs more than three.
const DEEPEST_KEY: usize = 16;

/// A piece of TOML inside a file.
#[derive(Clone, Copy, Debug)]
pub struct Piece<'a> {
    /// The file.
    pub file: FileId,
    /// Where the piece begins in the file.
    pub offset: usize,
    /// The piece.
    pub text: &'a str,
}

impl Piece<'_> {
    /// The place of a range of the piece.
    pub fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.file, range).shifted(self.offset)
    }
}

/// Parses a piece and gives its table to `then`. After a syntax error nothing is lowered: half a table would bring
/// complaints about keys that are there.
pub fn with_table<T>(
    piece: Piece<'_>,
    diagnostics: &mut Diagnostics,
    then: impl FnOnce(&DeTable<'_>, &mut Diagnostics) -> Option<T>,
) -> Option<T> {
    if let Some(at) = too_deep(piece.text) {
        diagnostics.push(Diagnostic::at(&codes::TOO_DEEP, piece.span(at..at + 1)).with("most", DEEPEST_KEY));
        return None;
    }
    let (table, errors) = DeTable::parse_recoverable(piece.text);
    if errors.is_empty() {
        return then(table.get_ref(), diagnostics);
    }
    explain(piece, errors, diagnostics);
    None
}

/// Every mistake in the author's words, one a line.
fn explain(piece: Piece<'_>, errors: Vec<Error>, diagnostics: &mut Diagnostics) {
    let mut last_line = None;
    for error in errors {
        let range = error.span().unwrap_or(0..0);
        let (line_start, line) = line_at(piece.text, range.start);
        // The parser may stumble several times over one mistake; the first complaint about a line is the useful one.
        if last_line.replace(line_start) == Some(line_start) {
            continue;
        }
        let reason = Reason::of(error.message(), line);
        let range = match decimal_comma(line) {
            Some(number) if reason == Reason::DecimalComma => {
                line_start + number.start..line_start + number.end
            }
            _ if range.is_empty() => range.start..(range.end + 1).min(piece.text.len()),
            _ => range,
        };
        let place = piece.span(range);
        diagnostics.push(match reason {
            Reason::Day => {
                let key = line.split('=').next().unwrap_or_default().trim();
                Diagnostic::at(&codes::BAD_DATE, place).with("key", key).with("expected", "date")
            }
            _ => {
                let complaint = Diagnostic::at(&codes::TOML_SYNTAX, place).with("reason", reason.key());
                complaint.with("message", error.message())
            }
        });
        // An open bracket swallows the lines that follow: what the parser says of them is not true.
        if reason == Reason::Bracket {
            break;
        }
    }
}

/// The line in which an offset stands, and where it begins.
fn line_at(text: &str, offset: usize) -> (usize, &str) {
    let at = text.floor_char_boundary(offset.min(text.len()));
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    (start, text[start..].lines().next().unwrap_or_default())
}

/// What a syntax error most often means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reason {
    DecimalComma,
    CyrillicKey,
    DuplicateKey,
    Colon,
    Day,
    NoValue,
    InnerQuotes,
    Quote,
    Bracket,
    Depth,
    Other,
}

impl Reason {
    fn of(message: &str, line: &str) -> Self {
        let value = line.split_once('=').map_or("", |(_, value)| value.trim());
        let key = line.split('=').next().unwrap_or_default().trim();
        let quotes = value.chars().filter(|c| *c == '"').count();
        if message.contains("duplicate") {
            Reason::DuplicateKey
        } else if message.contains("depth") || message.contains("recursion") || message.contains("nest") {
            Reason::Depth
        } else if decimal_comma(line).is_some() {
            Reason::DecimalComma
        } else if message.starts_with("invalid date") {
            Reason::Day
        } else if !line.contains('=') && line.contains(':') {
            Reason::Colon
        } else if !key.starts_with(['"', '\'', '[', '#'])
            && key.chars().any(|c| c.is_alphabetic() && !c.is_ascii())
        {
            Reason::CyrillicKey
        } else if line.contains('=') && value.is_empty() {
            Reason::NoValue
        } else if value.starts_with('"') && quotes > 2 && quotes.is_multiple_of(2) {
            Reason::InnerQuotes
        } else if quotes % 2 == 1 || message.contains("string") {
            Reason::Quote
        } else if message.contains("array") || message.contains("table") || message.contains(']') {
            Reason::Bracket
        } else {
            Reason::Other
        }
    }

    fn key(self) -> &'static str {
        match self {
            Reason::DecimalComma => "comma",
            Reason::CyrillicKey => "cyrillic",
            Reason::DuplicateKey => "duplicate",
            Reason::Colon => "colon",
            Reason::Day => "day",
            Reason::NoValue => "no-value",
            Reason::InnerQuotes => "inner-quotes",
            Reason::Quote => "quote",
            Reason::Bracket => "bracket",
            Reason::Depth => "depth",
            Reason::Other => "other",
        }
    }
}

/// Where a value of the line begins as `12,5` does; in a list the numbers stand behind a bracket.
fn decimal_comma(line: &str) -> Option<Range<usize>> {
    line.match_indices('=').find_map(|(at, _)| {
        let value = line[at + 1..].trim_start();
        let number =
            &value[..value.find(|c: char| !c.is_ascii_digit() && !",+-".contains(c)).unwrap_or(value.len())];
        let (whole, fraction) = number.split_once(',')?;
        let starts_with_digit = |part: &str| part.starts_with(|c: char| c.is_ascii_digit());
        let start = line.len() - value.len();
        (starts_with_digit(whole.trim_start_matches(['-', '+'])) && starts_with_digit(fraction))
            .then(|| start..start + number.len())
    })
}

/// The offset of a line whose key has too many dots: the parser would nest as deep, and so would everything after it.
fn too_deep(text: &str) -> Option<usize> {
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        let key = line.split(['=', '"', '\'', '#']).next().unwrap_or_default();
        if key.bytes().filter(|byte| *byte == b'.').count() > DEEPEST_KEY {
            return Some(offset);
        }
        offset += line.len();
    }
    None
}
