//! «Откуда число»: for every number its formula with its own numbers, and the line of the data where it stands.
//!
//! Apart from the pages, because texts and tables answer the same question. A formula shows as many decimals as it
//! takes for the reader's calculator to agree with the result; a hidden number has no formula.

use crate::analysis::{Amount, Attainment, Change, Reading, TotalOrigin};
use crate::diag::Span;
use crate::model::{Bound, Indicator, Judged, PartOf, Period, Value};
use crate::words::{grouped, in_words, natural, number, polish, signed};

use super::desk::Desk;
use super::footnotes::Whose;
use super::sentence::Subject;
use super::tables::{cell, in_order, link, row, words};
use super::views::{CellView, RowView, TableView};

/// No formula is shown with more decimals.
const MOST_DECIMALS: usize = 6;

impl<'a> Desk<'a> {
    /// File and line of a number in words; empty where nothing was sent.
    pub fn origin(&self, subject: Subject<'a>, period: Period, whose: Whose<'_>) -> String {
        let place = self.span(subject, period, whose).and_then(|span| self.sources.locate(span));
        place.map_or_else(String::new, |(file, line)| {
            self.say("origin-line", &[("file", file.into()), ("line", line.to_string().into())])
        })
    }

    /// Where a number stands; one that is added up stands where its observation begins.
    fn span(&self, subject: Subject<'a>, period: Period, whose: Whose<'_>) -> Option<Span> {
        let observation = || self.model.programmes[subject.programme].observation(subject.id, period);
        self.sent(subject, period, whose).map(|cell| cell.span).or_else(|| Some(observation()?.span))
    }

    /// The same as a cell, which is a link where the site knows its repository.
    fn place(&self, text: &str, span: Option<Span>) -> CellView {
        let address = self.model.site.repository.as_ref().zip(span).and_then(|(repository, span)| {
            let (file, line) = self.sources.locate(span)?;
            Some(format!("{repository}{file}#L{line}"))
        });
        address.map_or_else(|| cell(text), |address| link(text, address))
    }

    /// Where all numbers of an indicator come from: one row a period, and one an organisation of the period shown.
    pub fn origins(&self, subject: Subject<'a>, period: Option<Period>) -> Vec<TableView> {
        let of_parts = period.and_then(|period| self.origins_of_parts(subject, period));
        self.origins_of_periods(subject).into_iter().chain(of_parts).collect()
    }

    fn origins_of_periods(&self, subject: Subject<'a>) -> Option<TableView> {
        let readings = self.dynamics(subject.programme, subject.id).readings.iter().rev();
        let rows: Vec<RowView> = readings
            .filter(|(period, _)| self.span(subject, **period, None).is_some())
            .map(|(period, reading)| self.origin_row(subject, *period, reading))
            .collect();
        let columns = ["col-period", "col-formula", "col-formula-change", "col-formula-plan", "col-where"];
        (!rows.is_empty()).then(|| TableView {
            caption: self.word("origins-periods"),
            columns: columns.map(|column| words(self.word(column))).into(),
            rows,
            notes: Vec::new(),
        })
    }

    fn origin_row(&self, subject: Subject<'a>, period: Period, reading: &Reading) -> RowView {
        let indicator = subject.indicator;
        let value = self.formula(indicator, reading.total);
        let is_hidden = reading.total == Amount::Hidden;
        let plan =
            if is_hidden { String::new() } else { self.plan_formula(subject, period, &reading.attainment) };
        let mut place = self.place(&self.origin(subject, period, None), self.span(subject, period, None));
        place.note = self.collected_from(subject, period);
        row(vec![
            cell(period.to_string()),
            cell(self.total_formula(value, reading)),
            cell(
                reading
                    .change
                    .map(|change| self.change_formula(subject, reading, &change))
                    .unwrap_or_default(),
            ),
            cell(plan),
            place,
        ])
    }

    /// «собрано 20 декабря 2024 года; опрос организаций».
    fn collected_from(&self, subject: Subject<'_>, period: Period) -> Option<String> {
        let collection = self.model.programmes[subject.programme].collections.get(&period)?;
        let collected =
            self.say("origin-collected", &[("date", in_words(collection.collected.value).into())]);
        let source = collection.source.as_deref().map(polish);
        Some(source.map_or(collected.clone(), |source| format!("{collected}; {source}")))
    }

    fn origins_of_parts(&self, subject: Subject<'a>, period: Period) -> Option<TableView> {
        let reading = self.reading(subject.programme, subject.id, period)?;
        let rows = reading.organisations.iter().map(|(id, part)| {
            let name = self.name_of(id);
            let span = self.span(subject, period, Some(PartOf::Organisation(id)));
            let line = span.and_then(|span| self.sources.locate(span)).map_or(0, |(_, line)| line);
            let text = self.say("origin-short", &[("line", line.to_string().into())]);
            let formula = cell(self.formula(subject.indicator, part.amount));
            (natural(&name), row(vec![cell(name), formula, self.place(&text, span)]))
        });
        let rows = in_order(rows);
        let file = self.sources.locate(self.span(subject, period, None)?)?.0;
        (!rows.is_empty()).then(|| TableView {
            caption: self.say("origins-parts", &[("period", Self::year(period)), ("file", file.into())]),
            columns: ["col-organisation", "col-formula", "col-where"]
                .map(|column| words(self.word(column)))
                .into(),
            rows,
            notes: Vec::new(),
        })
    }

    /// «52 : 80 × 100 = 65 %»; for other measures the value itself.
    fn formula(&self, indicator: &Indicator, amount: Amount) -> String {
        let value = self.amount(indicator, amount);
        match amount.value() {
            Some(Value::Share(share)) => {
                let (n, of) = (grouped(share.n() as usize), grouped(share.of() as usize));
                self.say("origin-share", &[("n", n.into()), ("of", of.into()), ("value", value.into())])
            }
            _ => value,
        }
    }

    /// The same, with what the district's value was added up from.
    fn total_formula(&self, formula: String, reading: &Reading) -> String {
        if reading.origin != TotalOrigin::Summed || reading.total.value().is_none() {
            return formula;
        }
        let known = |amount: Amount| amount.value().is_some();
        let organisations = reading.organisations.values().filter(|part| known(part.amount)).count();
        let (key, n) = match organisations {
            0 => ("origin-sum-subjects", reading.subjects.values().filter(|it| known(it.amount)).count()),
            n => ("origin-sum-organisations", n),
        };
        self.say(key, &[("n", n.into()), ("formula", formula.into())])
    }

    /// «65 − 41,1 = +23,9 п. п., от +5,2 до +33,4».
    fn change_formula(&self, subject: Subject<'_>, reading: &Reading, change: &Change) -> String {
        let before = self.reading(subject.programme, subject.id, change.since);
        let levels = before.and_then(|before| Some((level(reading.total)?, level(before.total)?)));
        let Some((after, before)) = levels else { return String::new() };
        let formula = self.difference_formula(subject.indicator, after, before);
        let Some((low, high)) = change.limits else { return formula };
        let ends = [("low", signed(low, 1).into()), ("high", signed(high, 1).into())];
        format!("{formula}, {}", self.say("origin-limits", &ends))
    }

    fn difference_formula(&self, indicator: &Indicator, after: f64, before: f64) -> String {
        let decimals = exact(after - before, |decimals| rounded(after, decimals) - rounded(before, decimals));
        let shown = |x| number(x, decimals);
        let args = [
            ("after", shown(after).into()),
            ("before", shown(before).into()),
            ("difference", self.difference(indicator, after - before).into()),
        ];
        self.say("origin-difference", &args)
    }

    /// «12,5 + (70 − 12,5) × 2/3 = 50,8 %»; the bound where there is no line, the change where that is judged.
    fn plan_formula(&self, subject: Subject<'_>, period: Period, attainment: &Attainment) -> String {
        if let Judged::ChangeOver(years) = subject.indicator.judged {
            let at = |period| level(self.reading(subject.programme, subject.id, period)?.total);
            let levels = at(period).zip(at(Period(period.0.saturating_sub(years))));
            return levels.map_or_else(String::new, |(after, before)| {
                self.difference_formula(subject.indicator, after, before)
            });
        }
        let Some(line) = Line::of(period, attainment) else {
            let level = |expected| self.level(subject.indicator, expected);
            return attainment.expected.map(level).unwrap_or_default();
        };
        let decimals = exact(line.expected, |decimals| line.through(decimals));
        let shown = |x| number(x, decimals);
        let args = [
            ("start", shown(line.start).into()),
            ("end", shown(line.end).into()),
            ("made", line.made.to_string().into()),
            ("years", line.years.to_string().into()),
            ("expected", self.level(subject.indicator, line.expected).into()),
        ];
        self.say("origin-plan", &args)
    }
}

fn level(amount: Amount) -> Option<f64> {
    amount.value().and_then(Value::level)
}

/// The straight line to a milestone, as its numbers are shown.
struct Line {
    start: f64,
    end: f64,
    made: i16,
    years: i16,
    expected: f64,
}

impl Line {
    /// The line of a period between its start and its end; none where the plan is the milestone itself.
    fn of(period: Period, attainment: &Attainment) -> Option<Self> {
        let ((since, start), target) = attainment.start.zip(attainment.target)?;
        let end = match target.bound {
            Bound::AtLeast(x) | Bound::AtMost(x) | Bound::Equal(x) => x,
            Bound::Between(low, high) => start.clamp(low, high),
            Bound::Present => return None,
        };
        let (made, years) = (period.0 - since.0, target.by.0 - since.0);
        let line = Self { start, end, made, years, expected: attainment.expected? };
        let is_this = (line.through(MOST_DECIMALS) - line.expected).abs() < 1e-3;
        (0 < made && made < years && is_this).then_some(line)
    }

    /// Where the line stands, reckoned with rounded ends.
    fn through(&self, decimals: usize) -> f64 {
        let (start, end) = (rounded(self.start, decimals), rounded(self.end, decimals));
        start + (end - start) * f64::from(self.made) / f64::from(self.years)
    }
}

/// A number as it is shown with so many decimals.
fn rounded(x: f64, decimals: usize) -> f64 {
    format!("{x:.decimals$}").parse().unwrap_or(x)
}

/// The fewest decimals with which a formula gives its result, as that is shown.
fn exact(result: f64, reckoned: impl Fn(usize) -> f64) -> usize {
    let is_exact = |decimals: &usize| number(reckoned(*decimals), 1) == number(result, 1);
    (1..MOST_DECIMALS).find(is_exact).unwrap_or(MOST_DECIMALS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Status;
    use crate::model::Target;

    #[test]
    fn a_formula_has_the_decimals_that_it_takes() {
        // 65,4 − 41,3 would be 24,1, and so is 65,385 − 41,25; but 33,3 − 16,7 is 16,6, and 16,7 is right.
        let decimals =
            |after: f64, before: f64| exact(after - before, |d| rounded(after, d) - rounded(before, d));
        assert_eq!(decimals(65.0, 41.1), 1);
        assert_eq!(decimals(3400.0 / 52.0, 41.25), 2);
        assert_eq!(decimals(100.0 / 3.0, 100.0 / 6.0), 2);
    }

    #[test]
    fn a_line_is_shown_between_its_ends_alone() {
        let attainment = |start: f64, bound, expected| Attainment {
            status: Status::Behind,
            target: Some(Target { by: Period(2024), bound }),
            judged: None,
            start: Some((Period(2021), start)),
            expected: Some(expected),
            gap: None,
            missing: None,
        };
        let ends = |year, attainment: Attainment| {
            Line::of(Period(year), &attainment).map(|line| (line.start, line.end, line.made, line.years))
        };
        let rising = || attainment(12.5, Bound::AtLeast(70.0), 12.5 + 57.5 * 2.0 / 3.0);
        assert_eq!(ends(2023, rising()), Some((12.5, 70.0, 2, 3)));
        assert_eq!(ends(2021, rising()), None);
        assert_eq!(ends(2024, attainment(12.5, Bound::AtLeast(70.0), 70.0)), None);
        // A start that met the bound leads nowhere: the plan is the bound itself.
        assert_eq!(ends(2023, attainment(80.0, Bound::AtLeast(70.0), 70.0)), None);
        let corridor = attainment(9.0, Bound::Between(4.0, 6.0), 7.0);
        assert_eq!(ends(2023, corridor), Some((9.0, 6.0, 2, 3)));
    }
}
