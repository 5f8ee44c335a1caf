//! Organisations by something else: one set of cells behind a heat map and its table.
//!
//! Apart from both, so that a picture and its twin cannot differ.

use std::collections::BTreeSet;

use crate::analysis::{Amount, Part};
use crate::model::{Id, Indicator, Organisation, Period, Programme, Value};
use crate::words::{natural, number};

use super::super::desk::Desk;
use super::super::sentence::{Subject, numbered};
use super::super::tables::{cell, link, numbers, row, words};
use super::super::views::TableView;

/// Organisations by columns.
pub struct Matrix<'p> {
    /// The columns: a short name for the picture and a full one for words.
    pub columns: Vec<Column>,
    /// The organisations, in the natural order of their names.
    pub rows: Vec<MatrixRow<'p>>,
}

/// A column of a matrix.
pub struct Column {
    /// Its name over the cells.
    pub head: String,
    /// Its name in a sentence.
    pub name: String,
}

/// A row of a matrix.
pub struct MatrixRow<'p> {
    /// The organisation.
    pub organisation: &'p Id<Organisation>,
    /// One cell a column; none where nothing was asked.
    pub cells: Vec<Option<(&'p Indicator, &'p Part)>>,
}

impl<'a> Desk<'a> {
    /// The organisations of a period by subject; none without such a breakdown.
    pub fn pairs_matrix(&self, subject: Subject<'a>, period: Period) -> Option<Matrix<'a>> {
        let pairs = &self.reading(subject.programme, subject.id, period)?.pairs;
        let subjects: BTreeSet<_> = pairs.keys().map(|(_, id)| id).collect();
        let mut subjects: Vec<_> =
            subjects.into_iter().map(|id| (id, self.model.vocabulary.subjects[id].title.clone())).collect();
        subjects.sort_by_key(|(_, title)| natural(title));
        let organisations = pairs.keys().map(|(id, _)| id).collect();
        let rows = self.matrix_rows(organisations, |organisation| {
            let part = |id: &Id<_>| pairs.get(&(organisation.clone(), id.clone()));
            subjects.iter().map(|(id, _)| Some((subject.indicator, part(id)?))).collect()
        })?;
        let column = |(_, title): (_, String)| Column { head: title.clone(), name: title };
        Some(Matrix { columns: subjects.into_iter().map(column).collect(), rows })
    }

    /// The organisations of a period by indicator; none where no indicator asks organisations.
    pub fn programme_matrix(&self, programme: &'a Id<Programme>, period: Period) -> Option<Matrix<'a>> {
        let asked: Vec<_> = self
            .subjects(programme)
            .filter_map(|subject| {
                let parts = &self.reading(programme, subject.id, period)?.organisations;
                (!parts.is_empty()).then_some((subject.indicator, parts))
            })
            .collect();
        let organisations = asked.iter().flat_map(|(_, parts)| parts.keys()).collect();
        let rows = self.matrix_rows(organisations, |organisation| {
            asked.iter().map(|(indicator, parts)| Some((*indicator, parts.get(organisation)?))).collect()
        })?;
        let column = |(indicator, _): &(&Indicator, _)| Column {
            head: indicator.number.clone(),
            name: numbered(indicator),
        };
        Some(Matrix { columns: asked.iter().map(column).collect(), rows })
    }

    fn matrix_rows(
        &self,
        organisations: BTreeSet<&'a Id<Organisation>>,
        cells: impl Fn(&Id<Organisation>) -> Vec<Option<(&'a Indicator, &'a Part)>>,
    ) -> Option<Vec<MatrixRow<'a>>> {
        let mut rows: Vec<_> = organisations
            .into_iter()
            .map(|organisation| MatrixRow { organisation, cells: cells(organisation) })
            .collect();
        rows.sort_by_key(|row| natural(&self.model.organisations[row.organisation].short));
        (!rows.is_empty()).then_some(rows)
    }

    /// The few characters of a cell: «63», «+», «н/д».
    pub fn matrix_sign(&self, cell: Option<(&Indicator, &Part)>) -> String {
        let Some((_, part)) = cell else { return self.word("matrix-not-applicable") };
        match part.amount {
            Amount::Known(value, _) => self.value_sign(value),
            Amount::NotReported => self.word("matrix-none"),
            Amount::NotApplicable => self.word("matrix-not-applicable"),
            Amount::Hidden => self.word("matrix-hidden"),
        }
    }

    fn value_sign(&self, value: Value) -> String {
        use crate::model::Presence;
        match value {
            Value::Share(share) => share
                .percent()
                .map_or_else(|| self.word("matrix-not-applicable"), |percent| number(percent, 0)),
            Value::Count(count) => number(count, 0),
            Value::Score(score) => number(score, 1),
            Value::Presence(Presence::Yes) => self.word("matrix-yes"),
            Value::Presence(Presence::Partly) => self.word("matrix-partly"),
            Value::Presence(Presence::No) => self.word("matrix-no"),
        }
    }

    /// The table of a matrix. With statuses it would be as heavy as all other tables of the page together; they stand
    /// at each organisation and each indicator.
    pub fn matrix_table(&self, matrix: &Matrix<'_>, caption: String) -> TableView {
        let rows = matrix.rows.iter().map(|line| {
            let name = self.organisation(line.organisation);
            let mut cells = vec![link(name.title, name.href)];
            cells.extend(line.cells.iter().map(|known| {
                let whole = known.map(|(indicator, part)| self.whole(indicator, part.amount));
                cell(whole.unwrap_or_else(|| self.word("matrix-not-applicable")))
            }));
            row(cells)
        });
        let mut columns = vec![words(self.word("col-organisation"))];
        columns.extend(matrix.columns.iter().map(|column| numbers(column.name.clone())));
        TableView { caption, columns, rows: rows.collect(), notes: Vec::new() }
    }

    /// The table twin of the heat map of an indicator.
    pub fn pairs_table(&self, subject: Subject<'a>, period: Period) -> Option<TableView> {
        let matrix = self.pairs_matrix(subject, period)?;
        let args = [("short", (&subject.indicator.short).into()), ("period", Self::year(period))];
        Some(self.matrix_table(&matrix, self.say("table-pairs", &args)))
    }

    /// The table twin of the heat map of a programme.
    pub fn heat_table(&self, programme: &'a Id<Programme>, period: Period) -> Option<TableView> {
        let matrix = self.programme_matrix(programme, period)?;
        Some(self.matrix_table(&matrix, self.say("table-heat", &[("period", Self::year(period))])))
    }
}
