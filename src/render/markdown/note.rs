//! Footnotes: a number in the text, the note where the author wrote it, and the way back.
//!
//! Apart from the other events, because a note may stand before the place that mentions it, or be mentioned nowhere:
//! only at the end of the text it is known whether there is a place to go back to.

use std::collections::BTreeMap;

use pulldown_cmark::Event;

use super::Writer;

/// The notes of a text by their labels.
#[derive(Default)]
pub(super) struct Notes(BTreeMap<String, Note>);

struct Note {
    /// By the order of first appearance.
    number: usize,
    is_mentioned: bool,
    /// Where the way back from it stands in the drawing.
    backs: Vec<usize>,
}

impl Notes {
    fn of(&mut self, label: &str) -> &mut Note {
        let number = self.0.len() + 1;
        // Markdown takes `[^Note]` and `[^note]` for one.
        self.0.entry(label.to_lowercase()).or_insert(Note { number, is_mentioned: false, backs: Vec::new() })
    }
}

impl Writer<'_, '_> {
    /// The way back leads to the first mention; an id stands on a page once.
    pub(super) fn mention(&mut self, label: &str) {
        let note = self.notes.of(label);
        let number = note.number;
        let is_first = !std::mem::replace(&mut note.is_mentioned, true);
        let id = if is_first { format!(" id=\"note-back-{number}\"") } else { String::new() };
        self.html(format!(
            "<sup class=\"footnote-reference\"{id}><a href=\"#note-{number}\">{number}</a></sup>"
        ));
    }

    pub(super) fn note(&mut self, label: &str) {
        let place = self.out.len() + 1;
        let note = self.notes.of(label);
        let (number, back) = (note.number, &self.labels.back);
        // An author may write a note twice under one label.
        let id = if note.backs.is_empty() { format!(" id=\"note-{number}\"") } else { String::new() };
        note.backs.push(place);
        self.html(format!(
            "<div class=\"footnote-definition\"{id}><sup class=\"footnote-definition-label\">"
        ));
        self.html(format!("<a href=\"#note-back-{number}\" aria-label=\"{number}: {back}\">{number}</a>"));
        self.html("</sup>");
    }

    /// A note that nothing mentions keeps its number alone.
    pub(super) fn end_notes(&mut self) {
        for note in self.notes.0.values().filter(|note| !note.is_mentioned) {
            for back in &note.backs {
                self.out[*back] = Event::InlineHtml(note.number.to_string().into());
            }
        }
    }
}
