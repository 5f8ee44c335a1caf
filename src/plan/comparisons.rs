//! Charts that set indicators side by side: each against its target, and how many stand how.
//!
//! Apart from `charts`, which tells of one indicator: here the conclusion is about a programme or several.

use crate::analysis::{Reading, Status};
use crate::model::{Bound, Goal, Id, Indicator, Judged, MeasureKind, Period, Programme};

use super::charts::tone;
use super::desk::Desk;
use super::figure::{Bullet, Bullets, ChartSpec, Shape, Stack, StackRow, Tone};
use super::sentence::{Subject, numbered};
use super::tally::Tally;

/// Shares stand on one scale, so that rows can be compared; but where all is smaller than this it would hide them.
const SMALL: f64 = 20.0;

/// The parts of a stack of statuses: how each stands, and its name.
const PARTS: [(Tone, &str); 5] = [
    (Tone::Good, "status-reached"),
    (Tone::Plain, "status-on-the-way"),
    (Tone::Poor, "status-behind"),
    (Tone::Poor, "status-far-behind"),
    (Tone::Plain, "stack-unjudged"),
];

/// How many each part of a stack is.
fn counts(tally: &Tally) -> [u32; PARTS.len()] {
    [tally.reached, tally.on_the_way, tally.late, tally.far_behind, tally.unjudged()]
}

impl<'a> Desk<'a> {
    /// The indicators of a programme, or of one of its goals, against their targets; none without indicators.
    pub fn bullets_chart(
        &self,
        programme: &'a Id<Programme>,
        goal: Option<&Id<Goal>>,
        period: Period,
    ) -> Option<ChartSpec> {
        let goals = self.model.programmes[programme].goals.ids();
        let of = |goal: &'a Id<Goal>| {
            self.subjects(programme).filter(move |subject| subject.indicator.goal.value == *goal)
        };
        let subjects: Vec<Subject<'_>> =
            goals.filter(|id| goal.is_none_or(|goal| goal == *id)).flat_map(of).collect();
        let reading = |subject: &Subject<'_>| self.reading(programme, subject.id, period);
        let status =
            |subject: &Subject<'_>| reading(subject).map_or(Status::NoData, |it| it.attainment.status);
        let rows: Vec<Bullet> =
            subjects.iter().map(|subject| self.bullet(subject.indicator, reading(subject))).collect();
        let words: Vec<String> = rows
            .iter()
            .zip(&subjects)
            .map(|(row, subject)| self.describe_bullet(row, self.status(status(subject)).text))
            .collect();
        let known = subjects.iter().filter(|it| reading(it).is_some_and(|it| it.total.value().is_some()));
        let args =
            [("period", Self::year(period)), ("known", known.count().into()), ("of", subjects.len().into())];
        (!rows.is_empty()).then(|| ChartSpec {
            title: self.conclusion(&subjects.iter().map(status).collect()),
            subtitle: self.say("bullets-subtitle", &args),
            description: self.say("bullets-describe", &[("rows", words.join("; ").into())]),
            shape: Shape::Bullets(Bullets { rows }),
        })
    }

    fn bullet(&self, indicator: &Indicator, reading: Option<&Reading>) -> Bullet {
        let label = numbered(indicator);
        let Some(reading) = reading else {
            let text = self.word("value-none");
            return Bullet { label, most: 0.0, value: None, text, target: None, tone: Tone::Plain };
        };
        let (value, text) = match indicator.judged {
            Judged::Level => (
                reading.total.value().and_then(crate::model::Value::level),
                self.amount(indicator, reading.total),
            ),
            Judged::ChangeOver(_) => (
                reading.attainment.judged,
                self.judged_change(indicator, reading).unwrap_or_else(|| self.word("value-none")),
            ),
        };
        let target = reading.attainment.target.and_then(|target| self.mark(indicator, target.bound));
        let longest =
            value.into_iter().chain(target.as_ref().map(|(bound, _)| bound * 1.25)).fold(0.0, f64::max);
        let whole = indicator.measure == MeasureKind::Share && longest >= SMALL;
        let most = if whole { 100.0 } else { longest };
        Bullet { label, most, value, text, target, tone: tone(reading.attainment.status) }
    }

    /// Where the target stands, and in words: «цель 70 %», «не более 250 чел.».
    fn mark(&self, indicator: &Indicator, bound: Bound) -> Option<(f64, String)> {
        let level = |x: f64| match indicator.judged {
            Judged::Level => self.level(indicator, x),
            Judged::ChangeOver(_) => self.difference(indicator, x),
        };
        match bound {
            Bound::AtLeast(x) | Bound::Equal(x) => {
                Some((x, self.say("chart-line-target", &[("value", level(x).into())])))
            }
            Bound::AtMost(x) => Some((x, self.say("target-at-most", &[("value", level(x).into())]))),
            Bound::Between(low, _) => Some((low, self.bound(indicator, bound))),
            Bound::Present => None,
        }
    }

    fn describe_bullet(&self, row: &Bullet, status: String) -> String {
        let target = row.target.as_ref().map(|(_, text)| text.clone());
        let said: Vec<String> =
            [Some(row.text.clone()), target, Some(status)].into_iter().flatten().collect();
        self.say("chart-describe-row", &[("label", (&row.label).into()), ("value", said.join(", ").into())])
    }

    /// «Цели достигли 3 из 5 показателей; отстают 2».
    fn conclusion(&self, tally: &Tally) -> String {
        let (reached, of, behind) = (tally.reached, tally.judged(), tally.behind());
        let args = [("n", reached.into()), ("of", of.into())];
        let title = match (reached, of, behind) {
            (_, 0, _) => return self.word("bullets-unjudged"),
            (n, of, _) if n == of => return self.say("bullets-all-reached", &args),
            (_, of, behind) if behind == of => return self.say("bullets-all-behind", &args),
            (0, ..) => self.say("bullets-none-reached", &args),
            _ => self.say("bullets-some-reached", &args),
        };
        if behind == 0 {
            return title;
        }
        self.say("bullets-and-behind", &[("title", title.into()), ("n", behind.into())])
    }

    /// How the organisations stand by each indicator of a period; none where nobody is judged.
    pub fn stack_chart(&self, programme: &'a Id<Programme>, period: Period) -> Option<ChartSpec> {
        let of = |subject: Subject<'_>| {
            let parts = &self.reading(programme, subject.id, period)?.organisations;
            let tally: Tally = parts.values().map(|part| part.attainment.status).collect();
            let label = numbered(subject.indicator);
            (tally.judged() > 0).then_some((label, tally))
        };
        let rows: Vec<(String, Tally)> = self.subjects(programme).filter_map(of).collect();
        // Of several that are equally bad the first counts.
        let worst = rows.iter().rev().max_by_key(|(_, tally)| tally.behind())?;
        let title = match worst.1.behind() {
            0 => self.word("stack-none-behind"),
            n => self.say(
                "stack-worst",
                &[("label", (&worst.0).into()), ("n", n.into()), ("of", worst.1.judged().into())],
            ),
        };
        let subtitle = self.say("stack-subtitle", &[("period", Self::year(period))]);
        Some(self.stack(title, subtitle, &rows))
    }

    /// How the indicators of programmes stand, each in its period; none where nothing is judged.
    pub fn programmes_chart(&self, periods: &[(&'a Id<Programme>, Period)]) -> Option<ChartSpec> {
        let of = |(programme, period): &(&'a Id<Programme>, Period)| {
            let status = |subject: Subject<'_>| {
                let reading = self.reading(programme, subject.id, *period);
                reading.map_or(Status::NoData, |reading| reading.attainment.status)
            };
            let label = format!("{}, {period}", self.model.programmes[programme].short);
            (label, self.subjects(programme).map(status).collect())
        };
        let rows: Vec<(String, Tally)> = periods.iter().map(of).collect();
        let all: Tally = rows.iter().map(|(_, tally)| *tally).sum();
        let args =
            [("n", all.reached.into()), ("of", all.judged().into()), ("programmes", rows.len().into())];
        (all.judged() > 0).then(|| {
            self.stack(self.say("stack-programmes", &args), self.word("stack-programmes-subtitle"), &rows)
        })
    }

    fn stack(&self, title: String, subtitle: String, rows: &[(String, Tally)]) -> ChartSpec {
        let describe = |(label, tally): &(String, Tally)| {
            let parts = PARTS.iter().zip(counts(tally)).filter(|(_, count)| *count > 0);
            let parts: Vec<String> =
                parts.map(|((_, name), count)| format!("{} {count}", self.word(name))).collect();
            let total: u32 = counts(tally).iter().sum();
            let value = self
                .say("stack-describe-row", &[("parts", parts.join(", ").into()), ("total", total.into())]);
            self.say("chart-describe-row", &[("label", label.into()), ("value", value.into())])
        };
        let words: Vec<String> = rows.iter().map(describe).collect();
        let row = |(label, tally): &(String, Tally)| StackRow {
            label: label.clone(),
            counts: counts(tally).to_vec(),
        };
        ChartSpec {
            title,
            subtitle,
            description: self.say("stack-describe", &[("rows", words.join("; ").into())]),
            shape: Shape::Stack(Stack {
                parts: PARTS.iter().map(|(tone, name)| (*tone, self.word(name))).collect(),
                rows: rows.iter().map(row).collect(),
            }),
        }
    }
}
