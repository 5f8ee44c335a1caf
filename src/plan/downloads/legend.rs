//! The words that people read where machines read the words of the format.
//!
//! Gathered once, because a phrase asked for anew in every cell would cost more than the rest of the file.

use std::collections::BTreeMap;

use super::super::desk::Desk;
use super::columns::{Column, MACHINE, READER};

/// The words of the format, with the phrases that say them.
const WORDS: [(&str, &str); 21] = [
    ("total", "breakdown-total"),
    ("organisation", "breakdown-organisation"),
    ("subject", "breakdown-subject"),
    ("kind", "breakdown-kind"),
    ("organisation-subject", "breakdown-organisation-subject"),
    ("reported", "state-reported"),
    ("provisional", "finality-provisional"),
    ("corrected", "finality-corrected"),
    ("not-reported", "value-none"),
    ("not-applicable", "value-not-applicable"),
    ("hidden", "state-hidden"),
    ("yes", "presence-yes"),
    ("partly", "presence-partly"),
    ("no", "presence-no"),
    ("reached", "status-reached"),
    ("on-the-way", "status-on-the-way"),
    ("behind", "status-behind"),
    ("far-behind", "status-far-behind"),
    ("no-target", "status-no-target"),
    ("no-data", "status-no-data"),
    ("too-few", "status-too-few"),
];

/// The names of the sheets and of the columns that only workbooks have.
const SHEETS: [&str; 8] = [
    "sheet-values",
    "sheet-years",
    "sheet-passport",
    "sheet-notes",
    "column-indicator-name",
    "column-term",
    "column-text",
    "no-notes",
];

/// Words for a reader.
pub struct Legend {
    words: BTreeMap<&'static str, String>,
    columns: BTreeMap<&'static str, String>,
}

impl Legend {
    /// Asks for all of them.
    pub fn of(desk: &Desk<'_>) -> Self {
        let words = WORDS.iter().map(|(word, phrase)| (*word, plain(desk, phrase)));
        let sheets = SHEETS.iter().map(|phrase| (*phrase, plain(desk, phrase)));
        let columns = MACHINE.into_iter().chain(READER);
        let columns = columns.map(|column| (column.about().0, head(desk, column)));
        Self { words: words.chain(sheets).collect(), columns: columns.collect() }
    }

    /// A word of the format as people read it.
    pub fn word(&self, word: &'static str) -> &str {
        self.words.get(word).map_or(word, String::as_str)
    }

    /// The head of a column.
    pub fn column(&self, column: Column) -> &str {
        let name = column.about().0;
        self.columns.get(name).map_or(name, String::as_str)
    }
}

/// What a column is called.
pub fn head(desk: &Desk<'_>, column: Column) -> String {
    plain(desk, &format!("column-{}", column.about().0.replace('_', "-")))
}

/// A phrase with ordinary spaces: whoever filters by a word or looks for a sheet types no other.
fn plain(desk: &Desk<'_>, phrase: &str) -> String {
    desk.catalogue.say(phrase, &[])
}
