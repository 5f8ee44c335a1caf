//! Charts of the parts of one value: bars by organisation, subject and kind of organisation.

use std::cmp::Ordering;

use crate::analysis::{Amount, Part, Reading, Status};
use crate::model::{Bound, Indicator, Judged, MeasureKind, Period};
use crate::words::natural;

use super::super::desk::Desk;
use super::super::figure::{Bar, Bars, ChartSpec, Shape};
use super::super::sentence::Subject;
use super::super::tally::Tally;
use super::{level, scale, tone};

/// The parts of a chart.
struct Rows {
    /// Those that have a bar, or a word in its place.
    shown: Vec<Bar>,
    /// How many are hidden.
    hidden: usize,
}

impl Desk<'_> {
    /// The organisations of a period as bars; none without such a breakdown.
    pub fn organisations_chart(&self, subject: Subject<'_>, period: Period) -> Option<ChartSpec> {
        let reading = self.reading(subject.programme, subject.id, period)?;
        let parts = reading.organisations.iter().map(|(id, part)| (self.name_of(id), part));
        let rows = self.bars(subject.indicator, parts)?;
        let title = self.parts_title(subject.indicator, reading, &rows.shown);
        Some(self.bars_chart(subject.indicator, reading, title, rows))
    }

    /// The subjects of a period as bars; none without such a breakdown.
    pub fn subjects_chart(&self, subject: Subject<'_>, period: Period) -> Option<ChartSpec> {
        let reading = self.reading(subject.programme, subject.id, period)?;
        let parts = reading
            .subjects
            .iter()
            .map(|(id, part)| (self.model.vocabulary.subjects[id].title.clone(), part));
        let rows = self.bars(subject.indicator, parts)?;
        let top = rows.shown.first().map_or_else(String::new, |bar| format!("{} ({})", bar.label, bar.text));
        let title =
            self.say("chart-subjects", &[("short", (&subject.indicator.short).into()), ("top", top.into())]);
        Some(self.bars_chart(subject.indicator, reading, title, rows))
    }

    /// The kinds of organisations of a period as bars; none without such a breakdown.
    pub fn kinds_chart(&self, subject: Subject<'_>, period: Period) -> Option<ChartSpec> {
        let reading = self.reading(subject.programme, subject.id, period)?;
        let parts =
            reading.kinds.iter().map(|(id, part)| (self.model.vocabulary.kinds[id].title.clone(), part));
        let rows = self.bars(subject.indicator, parts)?;
        let top = rows.shown.first().map_or_else(String::new, |bar| format!("{} ({})", bar.label, bar.text));
        let args = [("short", (&subject.indicator.short).into()), ("top", top.into())];
        Some(self.bars_chart(subject.indicator, reading, self.say("chart-kinds", &args), rows))
    }

    /// Bars from the longest to the shortest, those without a value last; none when nothing is on a scale. What is
    /// hidden is counted and takes no row: a column of one word says nothing.
    fn bars<'p>(
        &self,
        indicator: &Indicator,
        parts: impl Iterator<Item = (String, &'p Part)>,
    ) -> Option<Rows> {
        let asked = parts.filter(|(_, part)| part.amount != Amount::NotApplicable);
        let (hidden, shown): (Vec<_>, Vec<_>) = asked.partition(|(_, part)| part.amount.is_hidden());
        let mut shown: Vec<Bar> = shown
            .into_iter()
            .map(|(label, part)| {
                let counted = self.counted(part.amount.value());
                let value = part.amount.value().and_then(crate::model::Value::level);
                let text = if counted.is_empty() { self.amount(indicator, part.amount) } else { counted };
                Bar { label, value, text, tone: tone(part.attainment.status) }
            })
            .collect();
        shown.sort_by(|a, b| longest_first(a, b).then_with(|| natural(&a.label).cmp(&natural(&b.label))));
        shown.iter().any(|row| row.value.is_some()).then_some(Rows { shown, hidden: hidden.len() })
    }

    fn bars_chart(
        &self,
        indicator: &Indicator,
        reading: &Reading,
        title: String,
        Rows { shown: rows, hidden }: Rows,
    ) -> ChartSpec {
        let target = reading
            .attainment
            .target
            .filter(|_| indicator.judged == Judged::Level && indicator.measure == MeasureKind::Share);
        let target = target.and_then(|target| match target.bound {
            Bound::AtLeast(x) | Bound::AtMost(x) | Bound::Equal(x) => {
                Some((x, self.say("chart-line-target", &[("value", self.level(indicator, x).into())])))
            }
            Bound::Between(..) | Bound::Present => None,
        });
        let district = level(reading)
            .filter(|_| indicator.measure == MeasureKind::Share)
            .map(|x| (x, self.say("chart-line-district", &[("value", self.level(indicator, x).into())])));
        let lines = [&target, &district].into_iter().flatten().map(|(_, text)| text.clone());
        let described: Vec<String> = rows
            .iter()
            .map(|bar| {
                self.say(
                    "chart-describe-row",
                    &[("label", (&bar.label).into()), ("value", (&bar.text).into())],
                )
            })
            .chain(lines)
            .collect();
        let description = self.say("chart-describe-bars", &[("rows", described.join("; ").into())]);
        let hidden = (hidden > 0).then(|| self.say("chart-hidden", &[("n", hidden.into())]));
        ChartSpec {
            title,
            subtitle: std::iter::once(self.unit_line(indicator)).chain(hidden).collect::<Vec<_>>().join(" "),
            description,
            shape: Shape::Bars(Bars { scale: scale(indicator), rows, target, district }),
        }
    }

    /// The conclusion: how many meet the target; without one, how far apart they are.
    fn parts_title(&self, indicator: &Indicator, reading: &Reading, rows: &[Bar]) -> String {
        let short = ("short", (&indicator.short).into());
        let statuses = || reading.organisations.values().map(|part| part.attainment.status);
        let tally: Tally = statuses().collect();
        if tally.judged() > 0 {
            let small = statuses().filter(|status| *status == Status::TooFew).count();
            let key = if small == 0 { "chart-parts-reached" } else { "chart-parts-reached-some" };
            let args = [("n", tally.reached.into()), ("of", tally.judged().into()), ("small", small.into())];
            return self.say(key, &args);
        }
        let values: Vec<f64> = rows.iter().filter_map(|row| row.value).collect();
        match (values.last(), values.first()) {
            (Some(low), Some(high)) => {
                let district = self.amount(indicator, reading.total);
                let (low, high) = (self.level(indicator, *low), self.level(indicator, *high));
                self.say(
                    "chart-parts-plain",
                    &[short, ("low", low.into()), ("high", high.into()), ("district", district.into())],
                )
            }
            _ => self.say("chart-parts-one", &[short]),
        }
    }
}

fn longest_first(a: &Bar, b: &Bar) -> Ordering {
    match (a.value, b.value) {
        (Some(a), Some(b)) => b.total_cmp(&a),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    }
}
