//! A table's keys, taken one by one; what is not taken is unknown.
//!
//! Each `take` reports its own trouble and gives `None`, so that a row is refused only after all its mistakes are told.

use std::collections::BTreeSet;

use jiff::civil::Date;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diag::{At, Code, Diagnostic, Diagnostics, Span, codes};
use crate::source::stray;
use crate::words::nearest;

use super::super::Period;
use super::{Piece, Scalar};

/// The longest plain text, in characters.
const LONGEST_TEXT: usize = 4000;
/// Years that a district may speak of.
const YEARS: std::ops::RangeInclusive<i16> = 1990..=2100;

/// The keys of one table.
pub struct Fields<'a, 'd> {
    pub(super) piece: Piece<'a>,
    table: &'a DeTable<'a>,
    span: Span,
    asked: BTreeSet<&'static str>,
    /// Whether the caller took the rest as keys of its own.
    rest_taken: bool,
    pub(super) diagnostics: &'d mut Diagnostics,
}

impl<'a, 'd> Fields<'a, 'd> {
    /// The keys of a table that stands at `span`.
    pub fn new(
        piece: Piece<'a>,
        table: &'a DeTable<'a>,
        span: Span,
        diagnostics: &'d mut Diagnostics,
    ) -> Self {
        Self { piece, table, span, asked: BTreeSet::new(), rest_taken: false, diagnostics }
    }

    /// Where the table stands.
    pub fn span(&self) -> Span {
        self.span
    }

    /// Takes all keys that are left, with their places, for tables whose keys are ids.
    pub fn rest(&mut self) -> Vec<(At<String>, &'a Spanned<DeValue<'a>>)> {
        self.rest_taken = true;
        self.untaken()
    }

    fn untaken(&self) -> Vec<(At<String>, &'a Spanned<DeValue<'a>>)> {
        let mut entries: Vec<_> = self
            .table
            .iter()
            .filter(|(key, _)| !self.asked.contains(key.get_ref().as_ref()))
            .map(|(key, value)| (At::new(key.get_ref().to_string(), self.piece.span(key.span())), value))
            .collect();
        entries.sort_by_key(|(key, _)| key.span);
        entries
    }

    /// The place of a value.
    pub fn place(&self, value: &Spanned<DeValue<'_>>) -> Span {
        self.piece.span(value.span())
    }

    /// The keys of a value that is a table.
    pub fn inside(&mut self, value: &'a Spanned<DeValue<'a>>) -> Option<Fields<'a, '_>> {
        let table = value.get_ref().as_table()?;
        let span = self.place(value);
        Some(Fields::new(self.piece, table, span, self.diagnostics))
    }

    /// Takes a complaint.
    pub fn complain(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// The value of a key as it was typed.
    pub fn raw(&mut self, key: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.asked.insert(key);
        self.table.get(key)
    }

    /// Reports the keys that nobody took.
    pub fn finish(self) {
        if self.rest_taken {
            return;
        }
        for (key, _) in self.untaken() {
            let near = nearest(&key.value, self.asked.iter().copied());
            let known = self.asked.iter().copied().collect::<Vec<_>>().join(", ");
            self.diagnostics.push(
                Diagnostic::at(&codes::UNKNOWN_KEY, key.span)
                    .with("key", &key.value)
                    .with("known", known)
                    .nearest(near),
            );
        }
    }

    /// Reports that a key must be there.
    pub fn missing(&mut self, key: &'static str) {
        self.diagnostics.push(Diagnostic::at(&codes::MISSING_KEY, self.span).with("key", key));
    }

    fn wrong(&mut self, key: &str, value: &Spanned<DeValue<'_>>, expected: &str) {
        let scalar = Scalar::of(value.get_ref());
        let code: &'static Code = match scalar {
            Scalar::WildNumber => &codes::BAD_NUMBER,
            Scalar::WildDate => &codes::BAD_DATE,
            _ => &codes::WRONG_TYPE,
        };
        let span = self.place(value);
        self.diagnostics.push(
            Diagnostic::at(code, span)
                .with("key", key)
                .with("expected", expected)
                .with("found", scalar.type_key()),
        );
    }

    /// A text that must be there and say something.
    pub fn text(&mut self, key: &'static str) -> Option<String> {
        self.text_at(key).map(|text| text.value)
    }

    /// The same with its place.
    pub fn text_at(&mut self, key: &'static str) -> Option<At<String>> {
        match self.raw(key) {
            Some(value) => self.read_text(key, value),
            None => {
                self.missing(key);
                None
            }
        }
    }

    /// A text that may be absent.
    pub fn opt_text(&mut self, key: &'static str) -> Option<String> {
        self.opt_text_at(key).map(|text| text.value)
    }

    /// The same with its place.
    pub fn opt_text_at(&mut self, key: &'static str) -> Option<At<String>> {
        let value = self.raw(key)?;
        self.read_text(key, value)
    }

    /// Takes a value for a text.
    pub fn read_text(&mut self, key: &str, value: &'a Spanned<DeValue<'a>>) -> Option<At<String>> {
        let Scalar::Text(text) = Scalar::of(value.get_ref()) else {
            self.wrong(key, value, "text");
            return None;
        };
        let span = self.place(value);
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        // Only breakable white space is folded: a non-breaking space is the author's will.
        let line = if text.contains('\u{a0}') { text.trim().replace(['\n', '\t'], " ") } else { line };
        let problem = match stray(&line) {
            Some(_) => Some("stray"),
            None if line.is_empty() => Some("empty"),
            None => (line.chars().count() > LONGEST_TEXT).then_some("long"),
        };
        if let Some(problem) = problem {
            self.diagnostics.push(
                Diagnostic::at(&codes::BAD_TEXT, span)
                    .with("key", key)
                    .with("problem", problem)
                    .with("most", LONGEST_TEXT),
            );
            return None;
        }
        Some(At::new(line, span))
    }

    /// A list of texts; absent means empty.
    pub fn texts(&mut self, key: &'static str) -> Vec<String> {
        self.texts_at(key).into_iter().map(|text| text.value).collect()
    }

    /// The same with their places.
    pub fn texts_at(&mut self, key: &'static str) -> Vec<At<String>> {
        self.list(key, "texts").into_iter().filter_map(|value| self.read_text(key, value)).collect()
    }

    /// A list of values; absent means empty.
    pub fn list(&mut self, key: &'static str, expected: &'static str) -> Vec<&'a Spanned<DeValue<'a>>> {
        let Some(value) = self.raw(key) else { return Vec::new() };
        match value.get_ref().as_array() {
            Some(array) => array.iter().collect(),
            None => {
                self.wrong(key, value, expected);
                Vec::new()
            }
        }
    }

    /// Yes or no; absent means no.
    pub fn flag(&mut self, key: &'static str) -> bool {
        let Some(value) = self.raw(key) else { return false };
        if let Scalar::Bool(yes) = Scalar::of(value.get_ref()) {
            return yes;
        }
        self.wrong(key, value, "bool");
        false
    }

    /// A date that must be there.
    pub fn date(&mut self, key: &'static str) -> Option<At<Date>> {
        match self.raw(key) {
            Some(value) => self.read_date(key, value),
            None => {
                self.missing(key);
                None
            }
        }
    }

    /// A date that may be absent.
    pub fn opt_date(&mut self, key: &'static str) -> Option<At<Date>> {
        let value = self.raw(key)?;
        self.read_date(key, value)
    }

    fn read_date(&mut self, key: &str, value: &'a Spanned<DeValue<'a>>) -> Option<At<Date>> {
        if let Scalar::Date(date) = Scalar::of(value.get_ref()) {
            return Some(At::new(date, self.place(value)));
        }
        self.wrong(key, value, "date");
        None
    }

    /// A number of whole things that must be there.
    pub fn count(&mut self, key: &'static str) -> Option<u32> {
        if self.raw(key).is_none() {
            self.missing(key);
        }
        self.opt_count(key)
    }

    /// A number of whole things that may be absent.
    pub fn opt_count(&mut self, key: &'static str) -> Option<u32> {
        let value = self.raw(key)?;
        let count = whole(value.get_ref());
        if count.is_none() {
            self.wrong_number(key, value, "count");
        }
        count
    }

    /// A finite number that may be absent.
    pub fn opt_number(&mut self, key: &'static str) -> Option<At<f64>> {
        let value = self.raw(key)?;
        if let Scalar::Number(number) = Scalar::of(value.get_ref()) {
            return Some(At::new(number, self.place(value)));
        }
        self.wrong(key, value, "number");
        None
    }

    /// A year that must be there.
    pub fn year(&mut self, key: &'static str) -> Option<At<Period>> {
        if self.raw(key).is_none() {
            self.missing(key);
        }
        self.opt_year(key)
    }

    /// A year that may be absent.
    pub fn opt_year(&mut self, key: &'static str) -> Option<At<Period>> {
        let value = self.raw(key)?;
        let year = whole(value.get_ref())
            .and_then(|year| i16::try_from(year).ok())
            .filter(|year| YEARS.contains(year));
        match year {
            Some(year) => Some(At::new(Period(year), self.place(value))),
            None => {
                self.wrong_number(key, value, "year");
                None
            }
        }
    }

    /// A number of the right type may still be out of range.
    fn wrong_number(&mut self, key: &str, value: &'a Spanned<DeValue<'a>>, expected: &str) {
        if let Scalar::Number(_) = Scalar::of(value.get_ref()) {
            let span = self.place(value);
            self.diagnostics
                .push(Diagnostic::at(&codes::BAD_NUMBER, span).with("key", key).with("expected", expected));
        } else {
            self.wrong(key, value, expected);
        }
    }

    /// Reads a table inside this one, if it is there.
    pub fn table<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(Fields<'a, '_>) -> Option<T>,
    ) -> Option<T> {
        let value = self.raw(key)?;
        if value.get_ref().as_table().is_none() {
            self.wrong(key, value, "table");
            return None;
        }
        self.inside(value).and_then(read)
    }

    /// Reads every table of a list of tables; absent means none.
    pub fn tables(&mut self, key: &'static str, mut read: impl FnMut(Fields<'a, '_>)) {
        for value in self.list(key, "tables") {
            if value.get_ref().as_table().is_none() {
                self.wrong(key, value, "tables");
            } else if let Some(fields) = self.inside(value) {
                read(fields);
            }
        }
    }
}

/// A whole number that is not negative.
fn whole(value: &DeValue<'_>) -> Option<u32> {
    match Scalar::of(value) {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "the range was just checked"
        )]
        Scalar::Number(number) if number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&number) => {
            Some(number as u32)
        }
        _ => None,
    }
}
