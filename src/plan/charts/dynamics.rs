//! The chart of an indicator through the periods, and its conclusion.

use crate::analysis::{Amount, Change, ChangeVerdict, Dynamics, Reading, Status};
use crate::model::{Bound, Indicator, Judged, MeasureKind, Period};

use super::super::desk::Desk;
use super::super::figure::{self, ChartSpec, Mark, Milestone, Point, Shape};
use super::super::sentence::Subject;
use super::{level, scale};

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
        let unit = self.unit_line(indicator);
        let has_limits = points.iter().any(|point| point.limits.is_some());
        let subtitle = if has_limits { self.say("chart-limits", &[("unit", unit.into())]) } else { unit };
        Some(ChartSpec {
            title: self.dynamics_title(indicator, dynamics),
            subtitle,
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
            limits: reading.total.value().and_then(crate::model::Value::limits),
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
}

/// Whether nothing notable has happened: one step within the limits, and less than a tenth of a point on the whole.
fn is_still(dynamics: &Dynamics, difference: f64) -> bool {
    let quiet = |change: &Change| change.verdict == ChangeVerdict::Unnoticeable;
    let all_quiet = dynamics.readings.values().filter_map(|reading| reading.change.as_ref()).all(quiet);
    difference.abs() < 0.05 || (all_quiet && dynamics.trend == crate::analysis::Trend::Steady)
}
