//! Tables: the text twins of the charts, and tables of their own.

use crate::analysis::{Against, Change, ChangeVerdict, Part, Reading};
use crate::model::{Indicator, PartOf, Period};
use crate::words::natural;

use super::desk::Desk;
use super::footnotes::{indicator_remarks, marks};
use super::route;
use super::sentence::{Subject, numbered};
use super::views::{CellView, ColumnView, RowView, SparkView, StatusView, TableView};

/// A column of words.
pub fn words(title: String) -> ColumnView {
    ColumnView { title, numeric: false, marks: Vec::new() }
}

/// A column of numbers.
pub fn numbers(title: String) -> ColumnView {
    ColumnView { title, numeric: true, marks: Vec::new() }
}

/// A cell of plain text.
pub fn cell(text: impl Into<String>) -> CellView {
    CellView { text: text.into(), ..CellView::default() }
}

/// A cell that is a link.
pub fn link(text: impl Into<String>, href: impl Into<String>) -> CellView {
    CellView { text: text.into(), href: Some(href.into()), ..CellView::default() }
}

/// A cell that is a badge.
pub fn badge(status: StatusView) -> CellView {
    CellView { status: Some(status), ..CellView::default() }
}

/// Rows in the order of their keys.
pub fn in_order(rows: impl IntoIterator<Item = (String, RowView)>) -> Vec<RowView> {
    let mut rows: Vec<(String, RowView)> = rows.into_iter().collect();
    rows.sort_by(|(one, _), (other, _)| one.cmp(other));
    rows.into_iter().map(|(_, row)| row).collect()
}

/// An ordinary row.
pub fn row(cells: Vec<CellView>) -> RowView {
    RowView { cells, total: false }
}

/// What a table of parts is about: an indicator in a period, and with whom its parts are compared.
#[derive(Clone, Copy)]
struct Scope<'a, 'c> {
    subject: Subject<'a>,
    period: Period,
    against: &'c [Against],
}

impl<'a> Desk<'a> {
    /// The dynamics of an indicator.
    pub fn dynamics_table(&self, subject: Subject<'a>) -> TableView {
        let indicator = subject.indicator;
        let dynamics = self.dynamics(subject.programme, subject.id);
        let rows = dynamics.readings.iter().map(|(period, reading)| {
            let mut value = self.sent_cell(subject, *period, None, reading.total);
            value.note = self.finality(reading.total);
            let target =
                reading.attainment.target.map_or_else(String::new, |target| self.target(indicator, &target));
            row(vec![
                CellView {
                    marks: marks(self.collection_remarks(subject, *period)),
                    ..cell(period.to_string())
                },
                value,
                cell(self.counted(reading.total.value())),
                self.change_cell(indicator, reading.change.as_ref()),
                cell(target),
                badge(self.status(reading.attainment.status)),
            ])
        });
        TableView {
            caption: self.say("table-dynamics", &[("short", (&indicator.short).into())]),
            columns: vec![
                words(self.word("col-period")),
                ColumnView { marks: marks(indicator_remarks(subject)), ..numbers(self.word("col-value")) },
                numbers(self.word("col-counted")),
                numbers(self.word("col-change")),
                words(self.word("col-target")),
                words(self.word("col-status")),
            ],
            rows: rows.collect(),
            notes: self.hidden_note(dynamics.readings.values().map(|it| it.total)).into_iter().collect(),
        }
    }

    /// The organisations of a period; none without such a breakdown.
    pub fn organisations_table(&self, subject: Subject<'a>, period: Period) -> Option<TableView> {
        let reading = self.reading(subject.programme, subject.id, period)?;
        let scope = Scope { subject, period, against: self.compared_with(subject.programme, period) };
        let rows = reading.organisations.iter().map(|(id, part)| {
            let name = self.name_of(id);
            let key = natural(&name);
            let first = CellView {
                marks: marks(self.organisation_remarks(id)),
                ..link(name, route::organisation(id))
            };
            (key, self.part_row(scope, PartOf::Organisation(id), first, part))
        });
        let mut table =
            self.parts_table(scope, reading, ("table-organisations", "col-organisation"), rows)?;
        if scope.against.contains(&Against::Cluster) {
            table.notes.push(self.word("note-cluster"));
        }
        Some(table)
    }

    /// The subjects of a period; none without such a breakdown.
    pub fn subjects_table(&self, subject: Subject<'a>, period: Period) -> Option<TableView> {
        let reading = self.reading(subject.programme, subject.id, period)?;
        let scope = Scope { subject, period, against: &[Against::District] };
        let rows = reading.subjects.iter().map(|(id, part)| {
            let title = &self.model.vocabulary.subjects[id].title;
            (natural(title), self.part_row(scope, PartOf::Subject(id), cell(title), part))
        });
        self.parts_table(scope, reading, ("table-subjects", "col-subject"), rows)
    }

    /// The kinds of organisations of a period; none without such a breakdown.
    pub fn kinds_table(&self, subject: Subject<'a>, period: Period) -> Option<TableView> {
        let reading = self.reading(subject.programme, subject.id, period)?;
        let scope = Scope { subject, period, against: &[Against::District] };
        let rows = reading.kinds.iter().map(|(id, part)| {
            let title = &self.model.vocabulary.kinds[id].title;
            (natural(title), self.part_row(scope, PartOf::Kind(id), cell(title), part))
        });
        self.parts_table(scope, reading, ("table-kinds", "col-kind-of-organisation"), rows)
    }

    /// Rows of parts in the order of their names, and the district below; none without rows.
    fn parts_table(
        &self,
        scope: Scope<'a, '_>,
        reading: &Reading,
        (caption, first): (&str, &str),
        rows: impl Iterator<Item = (String, RowView)>,
    ) -> Option<TableView> {
        let mut rows = in_order(rows);
        if rows.is_empty() {
            return None;
        }
        rows.push(self.district_row(scope, reading));
        let Scope { subject, period, .. } = scope;
        let named = [("short", (&subject.indicator.short).into()), ("period", Self::year(period))];
        let mut columns = self.part_columns(first, scope.against);
        if let Some(value) = columns.get_mut(1) {
            let remarks = indicator_remarks(subject).into_iter();
            value.marks = marks(remarks.chain(self.collection_remarks(subject, period)).collect());
        }
        Some(TableView { caption: self.say(caption, &named), columns, rows, notes: Vec::new() })
    }

    fn part_columns(&self, first: &str, against: &[Against]) -> Vec<ColumnView> {
        let columns = [
            words(self.word(first)),
            numbers(self.word("col-value")),
            numbers(self.word("col-counted")),
            words(self.word("col-status")),
        ];
        columns.into_iter().chain(self.compared_columns(against)).collect()
    }

    /// With whom a part is compared, a column each.
    pub fn compared_columns(&self, against: &[Against]) -> impl Iterator<Item = ColumnView> {
        against.iter().map(|against| match against {
            Against::District => words(self.word("col-compared")),
            Against::Cluster => words(self.word("col-compared-cluster")),
        })
    }

    /// How a part compares, a cell a column.
    pub fn compared_cells(&self, part: &Part, against: &[Against]) -> impl Iterator<Item = CellView> {
        against.iter().map(|against| CellView {
            status: part.compared.get(against).map(|comparison| self.comparison(*comparison)),
            ..CellView::default()
        })
    }

    /// «+5,1 п. п.» over «к 2023 году: лучше»; empty where there is nothing to compare with.
    pub fn change_cell(&self, indicator: &Indicator, change: Option<&Change>) -> CellView {
        let Some(change) = change else { return CellView::default() };
        let verdict = match change.verdict {
            ChangeVerdict::Improved => "improved",
            ChangeVerdict::Worsened => "worsened",
            ChangeVerdict::Unnoticeable | ChangeVerdict::Moved => "none",
        };
        let args = [("year", Self::year(change.since)), ("verdict", verdict.into())];
        let note = self.say("change-note", &args);
        CellView { note: Some(note), ..cell(self.difference(indicator, change.difference)) }
    }

    fn part_row(
        &self,
        Scope { subject, period, against }: Scope<'a, '_>,
        of: PartOf<'_>,
        first: CellView,
        part: &Part,
    ) -> RowView {
        let mut status = badge(self.status(part.attainment.status));
        status.note = self.part_note(subject.indicator, part);
        let cells = [
            first,
            self.sent_cell(subject, period, Some(of), part.amount),
            cell(self.counted(part.amount.value())),
            status,
        ];
        row(cells.into_iter().chain(self.compared_cells(part, against)).collect())
    }

    fn district_row(&self, scope: Scope<'a, '_>, reading: &Reading) -> RowView {
        let Scope { subject, period, against } = scope;
        let cells = [
            cell(self.word("table-district")),
            self.sent_cell(subject, period, None, reading.total),
            cell(self.counted(reading.total.value())),
            badge(self.status(reading.attainment.status)),
        ];
        // The district is compared with nobody.
        let compared = against.iter().map(|_| CellView::default());
        RowView { cells: cells.into_iter().chain(compared).collect(), total: true }
    }

    /// Values of several indicators by periods.
    pub fn values_table(&self, subjects: &[Subject<'_>], periods: &[Period]) -> TableView {
        let rows = subjects.iter().map(|subject| {
            let mut cells =
                vec![link(numbered(subject.indicator), route::indicator(subject.programme, subject.id))];
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
            if periods.len() > 1 {
                cells.push(CellView { spark: self.spark(*subject, periods), ..CellView::default() });
            }
            row(cells)
        });
        let mut columns = vec![words(self.word("col-indicator"))];
        columns.extend(periods.iter().map(|period| numbers(period.to_string())));
        if periods.len() > 1 {
            columns.push(words(self.word("col-dynamics")));
        }
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

    /// The values of an indicator in periods as a small line; none where there are not two of them.
    fn spark(&self, subject: Subject<'_>, periods: &[Period]) -> Option<SparkView> {
        let level =
            |period: &Period| self.reading(subject.programme, subject.id, *period)?.total.value()?.level();
        let points: Vec<Option<f64>> = periods.iter().map(level).collect();
        let target = self.milestones(subject.indicator).last().map(|milestone| milestone.value);
        let most = points.iter().flatten().copied().chain(target).fold(0.0, f64::max);
        (points.iter().flatten().count() > 1).then_some(SparkView { points, target, most })
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
