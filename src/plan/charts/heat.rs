//! Heat maps: organisations by indicator, organisations by subject, and what they come to.

use crate::analysis::{Amount, Part};
use crate::model::{Id, Indicator, Period, Programme};

use super::super::desk::Desk;
use super::super::figure::{ChartSpec, Heat, HeatCell, HeatRow, Shape, Tone};
use super::super::sentence::Subject;
use super::super::tally::is_judged;
use super::matrix::Matrix;
use super::tone;

impl<'a> Desk<'a> {
    /// The organisations of a period by subject; none without such a breakdown.
    pub fn pairs_chart(&self, subject: Subject<'a>, period: Period) -> Option<ChartSpec> {
        let matrix = self.pairs_matrix(subject, period)?;
        let unit = self.unit_line(subject.indicator);
        let title = self.matrix_title(&matrix, "chart-pairs", &subject.indicator.short);
        Some(self.matrix_chart(&matrix, title, unit))
    }

    /// The organisations of a period by indicator; none where no indicator asks organisations.
    pub fn heat_chart(&self, programme: &'a Id<Programme>, period: Period) -> Option<ChartSpec> {
        let matrix = self.programme_matrix(programme, period)?;
        let unit = self.say("chart-heat-unit", &[("period", Self::year(period))]);
        let title = self.matrix_title(&matrix, "chart-heat", "");
        Some(self.matrix_chart(&matrix, title, unit))
    }

    /// The conclusion: where most organisations are behind.
    fn matrix_title(&self, matrix: &Matrix<'_>, key: &str, short: &str) -> String {
        let cells = |column: usize| matrix.rows.iter().filter_map(move |row| row.cells[column]);
        let behind = |column: usize| cells(column).filter(|cell| judged(*cell) == Some(Tone::Poor)).count();
        let counts = (0..matrix.columns.len()).map(|column| (behind(column), column));
        // Among equals the first column.
        let most = counts.max_by_key(|(count, column)| (*count, std::cmp::Reverse(*column)));
        let is_judged =
            (0..matrix.columns.len()).any(|column| cells(column).any(|cell| judged(cell).is_some()));
        let short = ("short", short.into());
        match most.filter(|(count, _)| *count > 0) {
            Some((count, column)) => {
                let of = cells(column).filter(|cell| judged(*cell).is_some()).count();
                let name = ("name", (&matrix.columns[column].name).into());
                self.say(&format!("{key}-behind"), &[short, name, ("n", count.into()), ("of", of.into())])
            }
            None if is_judged => self.say(&format!("{key}-well"), &[short]),
            None => self.say(&format!("{key}-plain"), &[short]),
        }
    }

    fn matrix_chart(&self, matrix: &Matrix<'_>, title: String, unit: String) -> ChartSpec {
        let cell = |known: &Option<(&Indicator, &Part)>| HeatCell {
            text: self.matrix_sign(*known),
            tone: known.and_then(judged),
        };
        let rows: Vec<HeatRow> = matrix
            .rows
            .iter()
            .map(|row| HeatRow {
                label: self.name_of(row.organisation),
                cells: row.cells.iter().map(cell).collect(),
            })
            .collect();
        let legend = [
            (Tone::Good, "status-reached"),
            (Tone::Plain, "status-on-the-way"),
            (Tone::Poor, "status-behind"),
        ];
        let shown = |tone: Tone| rows.iter().flat_map(|row| &row.cells).any(|cell| cell.tone == Some(tone));
        let legend = legend.into_iter().filter(|(tone, _)| shown(*tone));
        let heat = Heat {
            columns: matrix.columns.iter().map(|column| column.head.clone()).collect(),
            legend: legend.map(|(tone, key)| (tone, self.word(key))).collect(),
            rows,
        };
        let subtitle = [unit].into_iter().chain(self.signs(matrix)).collect::<Vec<_>>().join(" ");
        ChartSpec { title, subtitle, description: self.describe_matrix(matrix), shape: Shape::Heat(heat) }
    }

    /// What the signs mean that stand in place of numbers.
    fn signs(&self, matrix: &Matrix<'_>) -> Option<String> {
        let cells = || matrix.rows.iter().flat_map(|row| &row.cells);
        let has = |amount: Amount| cells().flatten().any(|(_, part)| part.amount == amount);
        let signs = [
            (has(Amount::NotReported), "matrix-none-means"),
            (has(Amount::NotApplicable) || cells().any(Option::is_none), "matrix-not-applicable-means"),
            (has(Amount::Hidden), "matrix-hidden-means"),
        ];
        let signs: Vec<String> =
            signs.into_iter().filter(|(shown, _)| *shown).map(|(_, key)| self.word(key)).collect();
        (!signs.is_empty()).then(|| self.say("matrix-signs", &[("signs", signs.join("; ").into())]))
    }

    /// How many organisations stand how in each column: the cells themselves are read in the table.
    fn describe_matrix(&self, matrix: &Matrix<'_>) -> String {
        let column = |(i, column): (usize, &super::matrix::Column)| {
            let tones = || matrix.rows.iter().filter_map(|row| judged(row.cells[i]?));
            let count = |tone: Tone| tones().filter(|other| *other == tone).count();
            let args = [
                ("name", (&column.name).into()),
                ("good", count(Tone::Good).into()),
                ("plain", count(Tone::Plain).into()),
                ("poor", count(Tone::Poor).into()),
            ];
            self.say("chart-describe-column", &args)
        };
        let columns: Vec<String> = matrix.columns.iter().enumerate().map(column).collect();
        let args = [("rows", matrix.rows.len().into()), ("columns", columns.join("; ").into())];
        self.say("chart-describe-matrix", &args)
    }
}

/// How a cell stands; none where there is nothing to judge.
fn judged((_, part): (&Indicator, &Part)) -> Option<Tone> {
    let status = part.attainment.status;
    is_judged(status).then(|| tone(status))
}
