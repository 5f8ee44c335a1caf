//! Terms in running text: the word opens a note, and the note leads to the glossary.
//!
//! Apart from the Markdown around it, because it is a word's own small part of a page. A button and the browser's own
//! popover need no script, and a keyboard opens and closes them.

use pulldown_cmark::Event;

use crate::plan::{Body, Explained, Terms};

use super::markdown::escape;

/// The terms of one text.
pub struct Glossary<'a> {
    terms: Option<&'a Terms>,
    explained: Explained,
    root: &'a str,
    label: &'a str,
}

impl<'a> Glossary<'a> {
    /// The terms that a body explains, if any; `label` names the way to the glossary.
    pub fn new(body: &'a Body<'_>, root: &'a str, label: &'a str) -> Self {
        let terms = body.terms.as_deref();
        let explained = terms.map(|terms| terms.except(body.no_terms)).unwrap_or_default();
        Self { terms, explained, root, label }
    }

    /// A piece of running text with a note at each term that the text has not used before.
    pub fn explain<'t>(&mut self, text: String) -> Vec<Event<'t>> {
        let found = self.terms.map(|terms| terms.find(&text, &mut self.explained)).unwrap_or_default();
        let mut events = Vec::new();
        let mut from = 0;
        for (place, note) in found {
            events.push(Event::Text(text[from..place.start].to_owned().into()));
            from = place.end;
            let (word, definition, href) =
                (escape(&text[place]), escape(&note.definition), escape(&note.href));
            let (id, root, label) = (&note.id, self.root, self.label);
            let note = format!(
                "<button type=\"button\" class=\"term\" popovertarget=\"term-{id}\">{word}</button><span popover class=\"term-note\" id=\"term-{id}\">{definition} <a href=\"{root}{href}\">{label}</a></span>"
            );
            events.push(Event::InlineHtml(note.into()));
        }
        events.push(Event::Text(if from == 0 { text } else { text[from..].to_owned() }.into()));
        events
    }
}
