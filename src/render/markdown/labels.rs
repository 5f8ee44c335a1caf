//! Words that the drawing of a text adds for those who listen to a page.

use crate::words::Catalogue;

use super::escape;

/// Words of a theme, ready to stand in HTML.
#[derive(Debug)]
pub struct Labels {
    /// The box in which a table scrolls.
    pub table: String,
    /// The way from a note back to the text.
    pub back: String,
    /// A task that is done.
    pub done: String,
    /// A task that is not.
    pub open: String,
    /// The way from a term to the glossary.
    pub glossary: String,
    /// In front of the words of a picture that is not published.
    pub withdrawn: String,
}

impl Labels {
    /// The words of a theme.
    pub fn of(catalogue: &Catalogue) -> Self {
        let word = |key: &str| escape(&catalogue.say(key, &[]));
        Self {
            table: word("markdown-table"),
            back: word("markdown-back"),
            done: word("markdown-done"),
            open: word("markdown-open"),
            glossary: word("markdown-glossary"),
            withdrawn: word("markdown-withdrawn"),
        }
    }
}
