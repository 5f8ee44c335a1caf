//! Which chart for which reading, with its conclusion, its alternative text and its numbers.

use std::cmp::Ordering;

use crate::analysis::{Amount, Change, ChangeVerdict, Dynamics, Part, Reading, Status};
use crate::model::{Bound, Indicator, Judged, MeasureKind, Period};

use super::desk::Desk;
use super::figure::{self, Bar, Bars, ChartSpec, Mark, Milestone, Point, Scale, ScaleKind, Shape, Tone};
use super::sentence::Subject;

impl Desk<'_> {
    /// The dynamics of an indicator; none when there is nothing on a scale to draw.
    pub fn dynamics_chart(&self, subject: Subject<'_>) -> Option<ChartSpec> {
        let indicator = subject.indicator;
        if indicator.measure == MeasureKind::Presence {
            return None;
        }
        let dynamics = self.dynamics(subject.programme, subject.id);
        let points: Vec<Point> = dynamics
            .readings
            .iter()
            .map(|(period, reading)| self.point(indicator, *period, reading))
            .collect();
        let milestones = self.milestones(indicator);
        let description = self.describe_dynamics(&points, &milestones);
        Some(ChartSpec {
            title: self.dynamics_title(indicator, dynamics),
            subtitle: self.unit_line(indicator),
            description,
            shape: Shape::Dynamics(figure::Dynamics { scale: scale(indicator), points, milestones }),
        })
    }

    fn point(&self, indicator: &Indicator, period: Period, reading: &Reading) -> Point {
        let value = reading.total.value().and_then(crate::model::Value::level);
        let provisional = matches!(reading.total, Amount::Known(_, crate::model::Finality::Provisional));
        Point {
            period: period.0,
            value,
            text: self.amount(indicator, reading.total),
            limits: None,
            finality: if provisional { Mark::Hollow } else { Mark::Filled },
        }
    }

    /// Milestones stand on the scale only where the level itself is judged.
    pub fn milestones(&self, indicator: &Indicator) -> Vec<Milestone> {
        if indicator.judged != Judged::Level {
            return Vec::new();
        }
        let stand = |bound: Bound| match bound {
            Bound::AtLeast(x) | Bound::AtMost(x) | Bound::Equal(x) => Some(x),
            Bound::Between(low, _) => Some(low),
            Bound::Present => None,
        };
        indicator
            .targets
            .iter()
            .filter_map(|target| {
                let text = self.milestone_text(indicator, target.bound);
                Some(Milestone { period: target.by.0, value: stand(target.bound)?, text })
            })
            .collect()
    }

    /// «цель 70 %»; a corridor names both its ends.
    fn milestone_text(&self, indicator: &Indicator, bound: Bound) -> String {
        let value = match bound {
            Bound::AtLeast(x) | Bound::AtMost(x) | Bound::Equal(x) => self.level(indicator, x),
            Bound::Between(..) | Bound::Present => self.bound(indicator, bound),
        };
        self.say("chart-line-target", &[("value", value.into())])
    }

    fn describe_dynamics(&self, points: &[Point], milestones: &[Milestone]) -> String {
        let point = |point: &Point| {
            let args = [("period", point.period.to_string().into()), ("value", (&point.text).into())];
            self.say("chart-describe-point", &args)
        };
        let target = |milestone: &Milestone| format!("{}: {}", milestone.period, milestone.text);
        let points: Vec<String> = points.iter().map(point).collect();
        let targets: Vec<String> = milestones.iter().map(target).collect();
        let args = [("points", points.join("; ").into()), ("targets", targets.join("; ").into())];
        self.say("chart-describe-dynamics", &args).trim().to_owned()
    }

    /// The conclusion: what changed over all periods, and where it leaves the target.
    fn dynamics_title(&self, indicator: &Indicator, dynamics: &Dynamics) -> String {
        let short = ("short", (&indicator.short).into());
        let known: Vec<(&Period, &Reading)> =
            dynamics.readings.iter().filter(|(_, reading)| level(reading).is_some()).collect();
        let (Some((first, first_reading)), Some((last, reading))) = (known.first(), known.last()) else {
            return self.say("chart-dynamics-none", &[short]);
        };
        let period = ("period", Self::year(**last));
        let value = ("value", self.amount(indicator, reading.total).into());
        let title = match (level(first_reading), level(reading)) {
            (Some(before), Some(after)) if first != last && !is_still(dynamics, after - before) => {
                let change = self.difference(indicator, after - before);
                self.say(
                    "chart-dynamics-up",
                    &[short, ("change", change.into()), ("since", Self::year(**first)), period],
                )
            }
            _ if first != last => {
                self.say("chart-dynamics-flat", &[short, value, period, ("since", Self::year(**first))])
            }
            _ => self.say("chart-dynamics-one", &[short, value, period]),
        };
        match reading.attainment.status {
            Status::Reached => self.say("chart-and-reached", &[("title", title.into())]),
            Status::Behind | Status::FarBehind if indicator.judged == Judged::Level => {
                let gap = self.gap(indicator, &reading.attainment);
                self.say("chart-and-behind", &[("title", title.into()), ("gap", gap.into())])
            }
            _ => title,
        }
    }

    /// What is counted, and in which unit.
    pub fn unit_line(&self, indicator: &Indicator) -> String {
        let key =
            if indicator.measure == MeasureKind::Share { "chart-unit-share" } else { "chart-unit-other" };
        self.say(key, &[("counted", (&indicator.counted).into()), ("unit", (&indicator.unit).into())])
    }

    /// The organisations of a period as bars; none without such a breakdown.
    pub fn organisations_chart(&self, subject: Subject<'_>, period: Period) -> Option<ChartSpec> {
        let reading = self.reading(subject.programme, subject.id, period)?;
        let parts =
            reading.organisations.iter().map(|(id, part)| (self.model.organisations[id].short.clone(), part));
        let rows = self.bars(subject.indicator, parts)?;
        let title = self.parts_title(subject.indicator, reading, &rows);
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
        let top = rows.first().map_or_else(String::new, |bar| format!("{} ({})", bar.label, bar.text));
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
        let top = rows.first().map_or_else(String::new, |bar| format!("{} ({})", bar.label, bar.text));
        let args = [("short", (&subject.indicator.short).into()), ("top", top.into())];
        Some(self.bars_chart(subject.indicator, reading, self.say("chart-kinds", &args), rows))
    }

    /// Bars from the longest to the shortest, those without a value last; none when nothing is on a scale.
    fn bars<'p>(
        &self,
        indicator: &Indicator,
        parts: impl Iterator<Item = (String, &'p Part)>,
    ) -> Option<Vec<Bar>> {
        let mut rows: Vec<Bar> = parts
            .filter(|(_, part)| part.amount != Amount::NotApplicable)
            .map(|(label, part)| {
                let counted = self.counted(part.amount.value());
                let value = part.amount.value().and_then(crate::model::Value::level);
                let text = if counted.is_empty() { self.amount(indicator, part.amount) } else { counted };
                Bar { label, value, text, tone: tone(part.attainment.status) }
            })
            .collect();
        rows.sort_by(|a, b| {
            longest_first(a, b)
                .then_with(|| crate::words::natural(&a.label).cmp(&crate::words::natural(&b.label)))
        });
        rows.iter().any(|row| row.value.is_some()).then_some(rows)
    }

    fn bars_chart(
        &self,
        indicator: &Indicator,
        reading: &Reading,
        title: String,
        rows: Vec<Bar>,
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
        ChartSpec {
            title,
            subtitle: self.unit_line(indicator),
            description,
            shape: Shape::Bars(Bars { scale: scale(indicator), rows, target, district }),
        }
    }

    /// The conclusion: how many meet the target; without one, how far apart they are.
    fn parts_title(&self, indicator: &Indicator, reading: &Reading, rows: &[Bar]) -> String {
        let short = ("short", (&indicator.short).into());
        let judged: Vec<Status> = reading
            .organisations
            .values()
            .map(|part| part.attainment.status)
            .filter(|status| !matches!(status, Status::NoData | Status::NoTarget | Status::TooFew))
            .collect();
        if !judged.is_empty() {
            let reached = judged.iter().filter(|status| **status == Status::Reached).count();
            let small = reading
                .organisations
                .values()
                .filter(|part| part.attainment.status == Status::TooFew)
                .count();
            let key = if small == 0 { "chart-parts-reached" } else { "chart-parts-reached-some" };
            let args = [("n", reached.into()), ("of", judged.len().into()), ("small", small.into())];
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

fn level(reading: &Reading) -> Option<f64> {
    reading.total.value().and_then(crate::model::Value::level)
}

/// Whether nothing notable has happened: one step within the limits, and less than a tenth of a point on the whole.
fn is_still(dynamics: &Dynamics, difference: f64) -> bool {
    let quiet = |change: &Change| change.verdict == ChangeVerdict::Unnoticeable;
    let all_quiet = dynamics.readings.values().filter_map(|reading| reading.change.as_ref()).all(quiet);
    difference.abs() < 0.05 || (all_quiet && dynamics.trend == crate::analysis::Trend::Steady)
}

pub(super) fn scale(indicator: &Indicator) -> Scale {
    let kind = if indicator.measure == MeasureKind::Share { ScaleKind::Percent } else { ScaleKind::Positive };
    Scale { unit: indicator.unit.clone(), kind }
}

pub(super) fn tone(status: Status) -> Tone {
    match status {
        Status::Reached => Tone::Good,
        Status::Behind | Status::FarBehind => Tone::Poor,
        Status::OnTheWay | Status::NoTarget | Status::NoData | Status::TooFew => Tone::Plain,
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
