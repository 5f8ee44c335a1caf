//! From text to a TOML tree, with every syntax error explained.

use toml::de::DeTable;

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
    pub fn span(&self, range: std::ops::Range<usize>) -> Span {
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
    let mut last_line = None;
    for error in errors {
        let range = error.span().unwrap_or(0..0);
        let line = piece.text[..piece.text.floor_char_boundary(range.start)].matches('\n').count();
        // The parser may stumble several times over one mistake; the first complaint about a line is the useful one.
        if last_line.replace(line) == Some(line) {
            continue;
        }
        let reason = Reason::of(error.message(), piece.text, &range);
        let range = if range.is_empty() { range.start..(range.end + 1).min(piece.text.len()) } else { range };
        diagnostics.push(
            Diagnostic::at(&codes::TOML_SYNTAX, piece.span(range))
                .with("reason", reason.key())
                .with("message", error.message()),
        );
    }
    None
}

/// What a syntax error most often means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reason {
    DecimalComma,
    CyrillicKey,
    DuplicateKey,
    Quote,
    Bracket,
    Depth,
    Other,
}

impl Reason {
    fn of(message: &str, text: &str, range: &std::ops::Range<usize>) -> Self {
        let start = text.floor_char_boundary(range.start.min(text.len()));
        let line_start = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
        let line = text[line_start..].lines().next().unwrap_or_default();
        let value = line.split_once('=').map_or("", |(_, value)| value.trim());
        let key = line.split('=').next().unwrap_or_default().trim();
        if message.contains("duplicate") {
            Reason::DuplicateKey
        } else if message.contains("depth") || message.contains("recursion") || message.contains("nest") {
            Reason::Depth
        } else if is_decimal_comma(value) {
            Reason::DecimalComma
        } else if !key.starts_with(['"', '\'', '[', '#']) && key.chars().any(|c| c.is_alphabetic() && !c.is_ascii()) {
            Reason::CyrillicKey
        } else if value.chars().filter(|c| *c == '"').count() % 2 == 1 || message.contains("string") {
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
            Reason::Quote => "quote",
            Reason::Bracket => "bracket",
            Reason::Depth => "depth",
            Reason::Other => "other",
        }
    }
}

fn is_decimal_comma(value: &str) -> bool {
    let Some((whole, fraction)) = value.split_once(',') else { return false };
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    digits(whole.trim_start_matches(['-', '+'])) && digits(fraction.trim())
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
