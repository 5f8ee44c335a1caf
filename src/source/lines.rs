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

/// Where the lines of a text begin: for whoever asks for thousands of places in one file.
#[derive(Debug)]
pub struct Lines(Vec<u32>);

impl Lines {
    /// Finds them. Files are limited to far less than 4 GiB, so offsets fit.
    pub fn of(text: &str) -> Self {
        let starts = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        Self(starts.map(|at| u32::try_from(at).unwrap_or(u32::MAX)).collect())
    }

    /// The line of a byte offset, from 1.
    pub fn line(&self, offset: u32) -> usize {
        self.0.partition_point(|start| *start <= offset) + 1
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

    #[test]
    fn lines_are_counted_as_positions_count_them() {
        for text in ["", "a", "ёж\nшкола = 1\n", "\n\nb"] {
            let lines = Lines::of(text);
            for offset in 0..=text.len() {
                let counted = u32::try_from(offset).map(|offset| lines.line(offset));
                assert_eq!(counted, Ok(position(text, offset).line), "{text:?} {offset}");
            }
        }
    }
}
