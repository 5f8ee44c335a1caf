//! The history of a practice: the days on which it was changed, and what its authors say of them.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::model::{Id, Practice};
use crate::source::TextFolder;
use crate::words::{in_words, polish};

use super::super::desk::Desk;
use super::super::views::ChangeView;

/// The changes, the newest first; none where the date of the page says it all.
pub fn history(desk: &Desk<'_>, id: &Id<Practice>, row: &Practice) -> Vec<ChangeView> {
    let mut days: BTreeMap<Date, Vec<&str>> = BTreeMap::new();
    let updated = row.updated.as_ref().map(|date| date.value);
    for day in desk.model.history.of(TextFolder::Practices, id.as_str()).chain(updated) {
        days.entry(day).or_default();
    }
    for change in &row.changes {
        days.entry(change.date.value).or_default().push(&change.what);
    }
    if days.len() < 2 && days.values().all(Vec::is_empty) {
        return Vec::new();
    }
    let told = days.into_iter().rev();
    told.map(|(day, what)| ChangeView { date: in_words(day), what: polish(&what.join("; ")) }).collect()
}
