//! The parts of which pages are made: links, facts, tables, badges, lists of choices.
//!
//! Apart from the pages, because every one of them uses the same parts and the theme draws each in one place.

use serde::{Deserialize, Serialize};

/// A link.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Link {
    /// Its text.
    pub title: String,
    /// Its address from the site's root.
    pub href: String,
}

/// A term and what is said of it.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Fact {
    /// The term.
    pub term: String,
    /// Plain text; may be empty when there are links.
    pub text: String,
    /// Links, shown after the text, joined by commas.
    pub links: Vec<Link>,
}

/// A table. Wide ones scroll in a box of their own.
#[derive(Clone, Debug, Default, Serialize)]
pub struct TableView {
    /// What it shows.
    pub caption: String,
    /// Column heads.
    pub columns: Vec<ColumnView>,
    /// Rows. The first cell of a row is its head.
    pub rows: Vec<RowView>,
    /// Notes below.
    pub notes: Vec<String>,
}

/// A column's head.
#[derive(Clone, Debug, Serialize)]
pub struct ColumnView {
    /// Its text.
    pub title: String,
    /// Whether its cells are aligned as numbers.
    pub numeric: bool,
    /// Footnotes of the whole column.
    pub marks: Vec<MarkView>,
}

/// A row.
#[derive(Clone, Debug, Serialize)]
pub struct RowView {
    /// Its cells, as many as there are columns.
    pub cells: Vec<CellView>,
    /// A total stands out.
    pub total: bool,
}

/// A cell.
#[derive(Clone, Debug, Default, Serialize)]
pub struct CellView {
    /// Its text.
    pub text: String,
    /// A link around the text.
    pub href: Option<String>,
    /// A small remark under it.
    pub note: Option<String>,
    /// A status to be shown as a badge instead of plain text.
    pub status: Option<StatusView>,
    /// What it is sorted by, where that cannot be read from the text, such as a month in words.
    pub sort: Option<String>,
    /// The values of the neighbouring cells as a small line.
    pub spark: Option<SparkView>,
    /// Footnotes.
    pub marks: Vec<MarkView>,
}

/// Values through the periods as a line without words: the numbers stand beside it.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct SparkView {
    /// By period; a gap where nothing is known.
    pub points: Vec<Option<f64>>,
    /// Where the target stands.
    pub target: Option<f64>,
    /// Where the scale ends; it begins at zero.
    pub most: f64,
}

/// The sign of a footnote beside a number.
#[derive(Clone, Debug, Default, Serialize)]
pub struct MarkView {
    /// The number of the note on its page; zero while the page has not numbered its notes.
    pub number: usize,
    /// «¹».
    pub sign: String,
    /// Whether it is the first sign of its note: the way back leads here.
    pub is_first: bool,
    /// What the note says.
    #[serde(skip)]
    pub text: String,
}

/// A footnote.
#[derive(Clone, Debug, Serialize)]
pub struct NoteView {
    /// Its number on the page.
    pub number: usize,
    /// What it says.
    pub text: String,
}

impl TableView {
    /// The signs of all footnotes in reading order.
    pub fn marks_mut(&mut self) -> impl Iterator<Item = &mut MarkView> {
        let of_columns = self.columns.iter_mut().flat_map(|column| &mut column.marks);
        let cells = self.rows.iter_mut().flat_map(|row| &mut row.cells);
        of_columns.chain(cells.flat_map(|cell| &mut cell.marks))
    }
}

/// A status: its key is a class, its text is always shown.
#[derive(Clone, Debug, Default, Serialize)]
pub struct StatusView {
    /// `reached`, `on-the-way`, `behind`, `far-behind`, `no-target`, `no-data`, `too-few`; for comparisons and
    /// verdicts `good`, `poor`, `plain`.
    pub key: String,
    /// In words.
    pub text: String,
}

/// A heading in a table of contents.
#[derive(Clone, Debug, Serialize)]
pub struct TocItem {
    /// 2–4.
    pub level: u8,
    /// Its text.
    pub title: String,
    /// Its anchor.
    pub anchor: String,
}

/// A titled group of anything.
#[derive(Clone, Debug, Serialize)]
pub struct Group<T> {
    /// Its heading.
    pub title: String,
    /// An anchor for the heading.
    pub anchor: String,
    /// What is in it.
    pub items: Vec<T>,
}

/// A file to download.
#[derive(Clone, Debug, Serialize)]
pub struct FileView {
    /// Its name and address.
    pub link: Link,
    /// «CSV, 2 КБ».
    pub about: String,
}

/// The pages of a long list.
#[derive(Clone, Debug, Serialize)]
pub struct PagerView {
    /// Number of this page, from 1.
    pub page: usize,
    /// How many there are.
    pub pages: usize,
    /// The page before.
    pub previous: Option<Link>,
    /// The page after.
    pub next: Option<Link>,
    /// Numbered links around this page; an empty address is the page itself, an empty title a gap.
    pub links: Vec<Link>,
}

/// A choice in a list of choices.
#[derive(Clone, Debug, Serialize)]
pub struct FacetView {
    /// Its text.
    pub title: String,
    /// Its address.
    pub href: String,
    /// How many practices.
    pub count: usize,
    /// Whether it is the page shown.
    pub current: bool,
}

/// Choices of one kind.
#[derive(Clone, Debug, Serialize)]
pub struct FacetGroupView {
    /// Its name in addresses, such as `subject`.
    pub key: &'static str,
    /// «Предмет».
    pub title: String,
    /// Choices.
    pub facets: Vec<FacetView>,
}
