//! The front matter of a text: TOML between two lines of `+++`.

use crate::diag::{Diagnostic, Diagnostics, FileId, Span, codes};

/// A text cut in two. Offsets count from the file's first byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Split<'a> {
    /// The TOML.
    pub head: &'a str,
    /// Where it begins.
    pub head_at: usize,
    /// The Markdown.
    pub body: &'a str,
    /// Where it begins.
    pub body_at: usize,
}

/// Cuts a text; complains if there is nothing to cut.
pub fn split<'a>(file: FileId, text: &'a str, diagnostics: &mut Diagnostics) -> Option<Split<'a>> {
    let blank = text.len() - text.trim_start().len();
    let first_end = text[blank..].find('\n').map_or(text.len(), |end| blank + end);
    let first = text[blank..first_end].trim_end();
    let complain = |code, problem: &str| {
        Diagnostic::at(code, Span::new(file, blank..first_end)).with("problem", problem)
    };
    match first {
        "+++" => {}
        "---" => {
            diagnostics.push(complain(&codes::YAML, "yaml"));
            return None;
        }
        _ => {
            diagnostics.push(complain(&codes::FRONT_MATTER, "missing"));
            return None;
        }
    }
    let head_at = (first_end + 1).min(text.len());
    let mut at = head_at;
    for line in text[head_at..].split_inclusive('\n') {
        if line.trim_end() == "+++" {
            let body_at = at + line.len();
            let body = &text[body_at..];
            let second = body_at + body.len() - body.trim_start().len();
            if text[second..].lines().next().is_some_and(|line| line.trim_end() == "+++") {
                let twice = Diagnostic::at(&codes::FRONT_MATTER, Span::new(file, second..second + 3));
                diagnostics.push(twice.with("problem", "twice"));
                return None;
            }
            return Some(Split { head: &text[head_at..at], head_at, body, body_at });
        }
        at += line.len();
    }
    diagnostics.push(complain(&codes::FRONT_MATTER, "open"));
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_stay_true_to_the_file() {
        let text = "\n+++\na = 1\n+++\nтекст";
        let cut = split(FileId(0), text, &mut Diagnostics::default()).unwrap();
        assert_eq!((cut.head, cut.body), ("a = 1\n", "текст"));
        assert_eq!(&text[cut.head_at..][..5], "a = 1");
        assert_eq!(&text[cut.body_at..], "текст");
    }

    #[test]
    fn what_is_not_closed_or_not_ours_is_refused_by_its_own_code() {
        for (text, code) in [
            ("+++\na = 1\n", "F001"),
            ("---\na: 1\n---\n", "F002"),
            ("# Заголовок", "F001"),
            ("", "F001"),
            ("+++\n+++\n\n+++\n+++\n", "F001"),
        ] {
            let mut diagnostics = Diagnostics::default();
            assert_eq!(split(FileId(0), text, &mut diagnostics), None);
            assert_eq!(diagnostics.sorted()[0].code.id, code, "{text:?}");
        }
    }
}
