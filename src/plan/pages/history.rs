//! The history of a practice: the days on which it was changed, and what its authors say of them.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::model::{Id, Practice};
use crate::source::TextFolder;
use crate::words::{in_words, polish};

use super::super::desk::Desk;
use super::super::views::ChangeView;

/// Days with what was changed on them; the words may be empty.
pub struct Changes<'a>(BTreeMap<Date, Vec<&'a str>>);

/// All that is known: the days of the commits, or else the declared day, and the declared changes.
pub fn history<'a>(desk: &Desk<'_>, id: &Id<Practice>, row: &'a Practice) -> Changes<'a> {
    let mut days: BTreeMap<Date, Vec<&str>> = BTreeMap::new();
    for change in &row.changes {
        days.entry(change.date.value).or_default().push(&change.what);
    }
    let mut committed = desk.model.history.of(TextFolder::Practices, id.as_str()).peekable();
    let declared = row.updated.as_ref().map(|date| date.value).filter(|_| committed.peek().is_none());
    for day in committed.chain(declared) {
        days.entry(day).or_default();
    }
    Changes(days)
}

impl Changes<'_> {
    /// The day of the last change.
    pub fn newest(&self) -> Option<Date> {
        self.0.keys().next_back().copied()
    }

    /// The changes, the newest first; none where the page's own date says it all.
    pub fn told(&self) -> Vec<ChangeView> {
        if self.0.len() < 2 && self.0.values().all(Vec::is_empty) {
            return Vec::new();
        }
        let told = self.0.iter().rev();
        told.map(|(day, what)| ChangeView { date: in_words(*day), what: polish(&what.join("; ")) }).collect()
    }
}
