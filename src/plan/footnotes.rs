//! Footnotes: what the data say about a number beyond the number.
//!
//! A remark belongs to an indicator, a collection, an organisation, an observation or a single cell. Tables take it
//! along at the cell it is about; a page then numbers the remarks of all its tables in reading order, each once. What a
//! hidden cell says is hidden with it, here for every output alike.

use crate::analysis::Amount;
use crate::diag::At;
use crate::model::{Cell, Id, Organisation, PartOf, Period};
use crate::words::{polish, superscript};

use super::desk::Desk;
use super::sentence::Subject;
use super::views::{CellView, MarkView, NoteView, TableView};

/// Whose a number is: the district's, or a part's.
pub type Whose<'a> = Option<PartOf<'a>>;

impl<'a> Desk<'a> {
    /// The cell behind a number, where it was sent as such and is not added up.
    pub fn sent(&self, subject: Subject<'a>, period: Period, whose: Whose<'_>) -> Option<&'a At<Cell>> {
        let observation = self.model.programmes[subject.programme].observation(subject.id, period)?;
        match whose {
            None => observation.total.as_ref(),
            Some(part) => observation.part(part),
        }
    }

    /// A number of a table with its remarks, and a link to what proves it.
    pub fn sent_cell(
        &self,
        subject: Subject<'a>,
        period: Period,
        whose: Whose<'_>,
        amount: Amount,
    ) -> CellView {
        let sent = self.sent(subject, period, whose).filter(|_| amount != Amount::Hidden);
        let proof = sent.and_then(|cell| self.proof(cell.proof.as_ref()?));
        CellView {
            text: self.amount(subject.indicator, amount),
            href: proof.map(|link| link.href),
            marks: marks(self.remarks(subject, period, whose, amount)),
            ..CellView::default()
        }
    }

    /// What the data say of a number: the note of its cell, and for the district that of the whole observation.
    pub fn remarks(
        &self,
        subject: Subject<'a>,
        period: Period,
        whose: Whose<'_>,
        amount: Amount,
    ) -> Vec<String> {
        if amount == Amount::Hidden {
            return Vec::new();
        }
        let observation = self.model.programmes[subject.programme].observation(subject.id, period);
        let of_all = observation.filter(|_| whose.is_none()).and_then(|row| row.note.as_deref());
        let of_cell = self.sent(subject, period, whose).and_then(|cell| cell.note.as_deref());
        let name = self.whose(whose);
        let say = |text: &str| {
            let args = [("name", (&name).into()), ("period", Self::year(period)), ("text", text.into())];
            self.say("note-value", &args)
        };
        of_all.into_iter().chain(of_cell).map(say).collect()
    }

    /// What the data say of a whole collection.
    pub fn collection_remarks(&self, subject: Subject<'_>, period: Period) -> Vec<String> {
        let collection = self.model.programmes[subject.programme].collections.get(&period);
        let say = |text: &str| {
            self.say("note-collection", &[("period", Self::year(period)), ("text", text.into())])
        };
        collection.and_then(|collection| collection.note.as_deref()).map(say).into_iter().collect()
    }

    /// What the data say of an organisation.
    pub fn organisation_remarks(&self, id: &Id<Organisation>) -> Vec<String> {
        let row = &self.model.organisations[id];
        let say = |text: &String| {
            self.say("note-organisation", &[("name", (&row.short).into()), ("text", text.into())])
        };
        row.note.as_ref().map(say).into_iter().collect()
    }

    /// The district, or a part by its name.
    pub fn whose(&self, whose: Whose<'_>) -> String {
        let subject = |id| self.model.vocabulary.subjects[id].title.clone();
        match whose {
            None => self.word("note-district"),
            Some(PartOf::Organisation(id)) => self.name_of(id),
            Some(PartOf::Subject(id)) => subject(id),
            Some(PartOf::Kind(id)) => self.model.vocabulary.kinds[id].title.clone(),
            Some(PartOf::Pair(id, other)) => {
                format!("{}, {}", self.model.organisations[id].short, subject(other))
            }
        }
    }
}

/// What the passport of an indicator says of its numbers.
pub fn indicator_remarks(subject: Subject<'_>) -> Vec<String> {
    subject.indicator.note.as_deref().map(polish).into_iter().collect()
}

/// Signs of remarks that are not yet numbered.
pub fn marks(remarks: Vec<String>) -> Vec<MarkView> {
    remarks.into_iter().map(|text| MarkView { text, ..MarkView::default() }).collect()
}

/// Numbers the remarks of a page's tables in reading order; a remark that is met again keeps its number.
pub fn number<'t>(tables: impl IntoIterator<Item = &'t mut TableView>) -> Vec<NoteView> {
    let mut notes: Vec<NoteView> = Vec::new();
    for mark in tables.into_iter().flat_map(TableView::marks_mut) {
        let known = notes.iter().position(|note| note.text == mark.text);
        mark.is_first = known.is_none();
        mark.number = known.map_or(notes.len(), |at| at) + 1;
        mark.sign = superscript(mark.number);
        if mark.is_first {
            notes.push(NoteView { number: mark.number, text: mark.text.clone() });
        }
    }
    notes
}

#[cfg(test)]
mod tests {
    use super::super::tables::{cell, numbers, row};
    use super::*;

    fn table(remarks: &[&str]) -> TableView {
        let noted = |text: &&str| CellView { marks: marks(vec![(*text).to_owned()]), ..cell("1") };
        TableView {
            columns: vec![numbers(String::new())],
            rows: remarks.iter().map(|text| row(vec![cell("x"), noted(text)])).collect(),
            ..TableView::default()
        }
    }

    #[test]
    fn a_remark_has_one_number_on_a_page() {
        let mut tables = [table(&["а", "б"]), table(&["б", "а", "в"])];
        let notes = number(&mut tables);
        let listed: Vec<String> = notes.iter().map(|note| format!("{} {}", note.number, note.text)).collect();
        assert_eq!(listed, ["1 а", "2 б", "3 в"]);
        let signs = tables.iter_mut().flat_map(TableView::marks_mut);
        let signs: Vec<String> = signs.map(|mark| format!("{}{}", mark.sign, mark.is_first)).collect();
        assert_eq!(signs, ["¹true", "²true", "²false", "¹false", "³true"]);
    }

    #[test]
    fn a_column_is_read_before_its_rows() {
        let mut table = table(&["б"]);
        table.columns[0].marks = marks(vec!["а".to_owned()]);
        assert_eq!(number([&mut table]).iter().map(|note| note.text.as_str()).collect::<String>(), "аб");
    }
}
