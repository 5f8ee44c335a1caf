//! Tables: the text twins of the charts, and tables of their own.

use crate::analysis::{Against, Part, Reading};
use crate::model::{Indicator, Period};
use crate::words::{natural, polish};

use super::desk::Desk;
use super::hidden::{remark, remark_on_whole};
use super::route;
use super::sentence::Subject;
use super::views::{CellView, ColumnView, RowView, TableView};

/// A column of words.
pub fn words(title: String) -> ColumnView {
    ColumnView { title, numeric: false }
}

/// A column of numbers.
pub fn numbers(title: String) -> ColumnView {
    ColumnView { title, numeric: true }
}

/// A cell of plain text.
pub fn cell(text: impl Into<String>) -> CellView {
    CellView { text: text.into(), ..CellView::default() }
}

/// A cell that is a link.
pub fn link(text: impl Into<String>, href: impl Into<String>) -> CellView {
    CellView { text: text.into(), href: Some(href.into()), ..CellView::default() }
}

/// An ordinary row.
pub fn row(cells: Vec<CellView>) -> RowView {
    RowView { cells, total: false }
}

impl Desk<'_> {
    /// The dynamics of an indicator.
    pub fn dynamics_table(&self, subject: Subject<'_>) -> TableView {
        let indicator = subject.indicator;
        let dynamics = self.dynamics(subject.programme, subject.id);
        let rows = dynamics.readings.iter().map(|(period, reading)| {
            let mut value = cell(self.amount(indicator, reading.total));
            value.note = self.finality(reading.total);
            let target =
                reading.attainment.target.map_or_else(String::new, |target| self.target(indicator, &target));
            row(vec![
                cell(period.to_string()),
                value,
                cell(self.counted(reading.total.value())),
                cell(self.change(indicator, reading.change.as_ref())),
                cell(target),
                CellView { status: Some(self.status(reading.attainment.status)), ..CellView::default() },
            ])
        });
        TableView {
            caption: self.say("table-dynamics", &[("short", (&indicator.short).into())]),
            columns: vec![
                words(self.word("col-period")),
                numbers(self.word("col-value")),
                numbers(self.word("col-counted")),
                numbers(self.word("col-change")),
                words(self.word("col-target")),
                words(self.word("col-status")),
            ],
            rows: rows.collect(),
            notes: self.notes(subject),
        }
    }

    /// Remarks on values and on cells, as footnotes of a table.
    fn notes(&self, subject: Subject<'_>) -> Vec<String> {
        let programme = &self.model.programmes[subject.programme];
        let noted = programme.collections.iter().filter_map(|(period, collection)| {
            let observation = collection.observations.get(subject.id)?;
            let reading = self.reading(subject.programme, subject.id, *period)?;
            Some(format!("{period}: {}", polish(remark_on_whole(observation, reading.total)?)))
        });
        let totals = self.dynamics(subject.programme, subject.id).readings.values().map(|it| it.total);
        noted.chain(self.hidden_note(totals)).collect()
    }

    /// The organisations of a period; none without such a breakdown.
    pub fn organisations_table(&self, subject: Subject<'_>, period: Period) -> Option<TableView> {
        let reading = self.reading(subject.programme, subject.id, period)?;
        let mut parts: Vec<(String, String, &Part)> = reading
            .organisations
            .iter()
            .map(|(id, part)| (self.model.organisations[id].short.clone(), route::organisation(id), part))
            .collect();
        parts.sort_by_key(|(name, _, _)| natural(name));
        let caption = self.say(
            "table-organisations",
            &[("short", (&subject.indicator.short).into()), ("period", Self::year(period))],
        );
        let against = self.compared_with(subject.programme, period);
        let mut rows: Vec<RowView> = parts
            .into_iter()
            .map(|(name, href, part)| self.part_row(subject.indicator, link(name, href), (part, against)))
            .collect();
        if rows.is_empty() {
            return None;
        }
        rows.push(self.district_row(subject.indicator, reading, against));
        let mut notes = self.cell_notes(subject, (period, reading));
        if against.contains(&Against::Cluster) {
            notes.push(self.word("note-cluster"));
        }
        Some(TableView { caption, columns: self.part_columns("col-organisation", against), rows, notes })
    }

    /// The subjects of a period; none without such a breakdown.
    pub fn subjects_table(&self, subject: Subject<'_>, period: Period) -> Option<TableView> {
        let reading = self.reading(subject.programme, subject.id, period)?;
        let mut rows: Vec<(String, RowView)> = reading
            .subjects
            .iter()
            .map(|(id, part)| {
                let title = self.model.vocabulary.subjects[id].title.clone();
                (natural(&title), self.part_row(subject.indicator, cell(title), (part, &[Against::District])))
            })
            .collect();
        rows.sort_by(|a, b| a.0.cmp(&b.0));
        let mut rows: Vec<RowView> = rows.into_iter().map(|(_, row)| row).collect();
        if rows.is_empty() {
            return None;
        }
        rows.push(self.district_row(subject.indicator, reading, &[Against::District]));
        let caption = self.say(
            "table-subjects",
            &[("short", (&subject.indicator.short).into()), ("period", Self::year(period))],
        );
        let notes = self.hidden_note(reading.subjects.values().map(|part| part.amount));
        Some(TableView {
            caption,
            columns: self.part_columns("col-subject", &[Against::District]),
            rows,
            notes: notes.into_iter().collect(),
        })
    }

    fn part_columns(&self, first: &str, against: &[Against]) -> Vec<ColumnView> {
        let compared = against.iter().map(|against| match against {
            Against::District => words(self.word("col-compared")),
            Against::Cluster => words(self.word("col-compared-cluster")),
        });
        let columns = [
            words(self.word(first)),
            numbers(self.word("col-value")),
            numbers(self.word("col-counted")),
            words(self.word("col-status")),
        ];
        columns.into_iter().chain(compared).collect()
    }

    fn part_row(
        &self,
        indicator: &Indicator,
        first: CellView,
        (part, against): (&Part, &[Against]),
    ) -> RowView {
        let mut status =
            CellView { status: Some(self.status(part.attainment.status)), ..CellView::default() };
        status.note = self.part_note(indicator, part);
        let compared = against.iter().map(|against| CellView {
            status: part.compared.get(against).map(|comparison| self.comparison(*comparison)),
            ..CellView::default()
        });
        let cells = [
            first,
            cell(self.amount(indicator, part.amount)),
            cell(self.counted(part.amount.value())),
            status,
        ];
        row(cells.into_iter().chain(compared).collect())
    }

    fn district_row(&self, indicator: &Indicator, reading: &Reading, against: &[Against]) -> RowView {
        let cells = [
            cell(self.word("table-district")),
            cell(self.amount(indicator, reading.total)),
            cell(self.counted(reading.total.value())),
            CellView { status: Some(self.status(reading.attainment.status)), ..CellView::default() },
        ];
        // The district is compared with nobody.
        let compared = against.iter().map(|_| CellView::default());
        RowView { cells: cells.into_iter().chain(compared).collect(), total: true }
    }

    fn cell_notes(&self, subject: Subject<'_>, (period, reading): (Period, &Reading)) -> Vec<String> {
        let observation = self.model.programmes[subject.programme].observation(subject.id, period);
        let noted = reading.organisations.iter().filter_map(|(id, part)| {
            let note = remark(observation?.by_organisation.get(id), part.amount)?;
            Some(format!("{}: {}", self.model.organisations[id].short, polish(note)))
        });
        let amounts = reading.organisations.values().map(|part| part.amount);
        noted.chain(self.hidden_note(amounts)).collect()
    }

    /// Values of several indicators by periods.
    pub fn values_table(&self, subjects: &[Subject<'_>], periods: &[Period]) -> TableView {
        let rows = subjects.iter().map(|subject| {
            let title = format!("{}. {}", subject.indicator.number, subject.indicator.short);
            let mut cells = vec![link(title, route::indicator(subject.programme, subject.id))];
            for period in periods {
                let reading = self.reading(subject.programme, subject.id, *period);
                cells.push(reading.map_or_else(
                    || cell(self.word("value-none")),
                    |reading| {
                        let mut value = cell(self.amount(subject.indicator, reading.total));
                        let counted = self.counted(reading.total.value());
                        value.note = (!counted.is_empty()).then_some(counted);
                        value
                    },
                ));
            }
            row(cells)
        });
        let mut columns = vec![words(self.word("col-indicator"))];
        columns.extend(periods.iter().map(|period| numbers(period.to_string())));
        let names: Vec<&str> = subjects.iter().map(|subject| subject.indicator.short.as_str()).collect();
        let caption = if names.len() <= 3 { names.join(", ") } else { self.word("monitoring-table") };
        let caption = format!("{caption}, {}", self.word("by-year"));
        let rows = rows.collect();
        let readings = subjects.iter().flat_map(|subject| {
            periods.iter().filter_map(|period| self.reading(subject.programme, subject.id, *period))
        });
        let notes = self.hidden_note(readings.map(|reading| reading.total)).into_iter().collect();
        TableView { caption, columns, rows, notes }
    }

    /// Groups before and after.
    pub fn before_after(&self, caption: String, periods: (Period, Period), rows: Vec<RowView>) -> TableView {
        TableView {
            caption,
            columns: vec![
                words(self.word("col-group")),
                numbers(periods.0.to_string()),
                numbers(periods.1.to_string()),
                numbers(self.word("col-change")),
            ],
            rows,
            notes: Vec::new(),
        }
    }
}
