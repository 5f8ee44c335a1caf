//! From a byte offset to line and column, as an editor counts them.

/// A place for people: both numbers begin with 1, the column counts characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// Line.
    pub line: usize,
    /// Column in characters.
    pub column: usize,
}

/// The position of a byte offset; an offset past the end, or inside a character, is moved to the nearest before it.
pub fn position(text: &str, offset: usize) -> Position {
    let end = text.floor_char_boundary(offset.min(text.len()));
    let before = &text[..end];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    Position {
        line: before.bytes().filter(|byte| *byte == b'\n').count() + 1,
        column: before[line_start..].chars().count() + 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_not_bytes() {
        let text = "ёж\nшкола = 1\n";
        for (offset, line, column) in [(0, 1, 1), (2, 1, 2), (5, 2, 1), (18, 2, 9), (3, 1, 2), (999, 3, 1)] {
            assert_eq!(position(text, offset), Position { line, column }, "{offset}");
        }
    }
}
