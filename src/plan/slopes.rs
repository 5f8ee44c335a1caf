//! Charts of before and after: what became of those who were addressed, and of the organisations since last time.
//!
//! Apart from `comparisons`, because the conclusion is a change with its limits of chance and not a state.

use crate::analysis::{Amount, BeforeAfter, Change, ChangeVerdict, Part};
use crate::model::{Effect, Id, Indicator, Period, Programme, Value};

use super::charts::scale;
use super::desk::Desk;
use super::figure::{ChartSpec, Shape, Slope, SlopeLine, Tone};
use super::sentence::Subject;

impl Desk<'_> {
    /// Those who were addressed and the others, before and after; none where there is no number.
    pub fn slope_chart(&self, programme: &Id<Programme>, effect: &Id<Effect>) -> Option<ChartSpec> {
        let row = &self.model.programmes[programme].effects[effect];
        let indicator = &self.model.programmes[programme].indicators[&row.indicator].value;
        let analysis = &self.analysis_of(programme).effects[effect];
        let addressed = analysis.addressed.as_ref()?;
        let group = if row.addressed.is_empty() { "group-district" } else { "group-addressed" };
        let groups = [(group, Some(addressed)), ("group-others", analysis.others.as_ref())];
        let lines: Option<Vec<SlopeLine>> = groups
            .into_iter()
            .filter_map(|(name, change)| Some(self.group_line(indicator, name, change?)))
            .collect();
        let difference = |change: &BeforeAfter| self.difference(indicator, change.change.difference);
        let ours = ("addressed", difference(addressed).into());
        let title = match &analysis.others {
            Some(others) => self.say("slope-both", &[ours, ("others", difference(others).into())]),
            None => self.say("slope-district", &[ours]),
        };
        Some(self.slope(indicator, title, (row.before.value, row.after.value), lines?))
    }

    fn group_line(&self, indicator: &Indicator, name: &str, change: &BeforeAfter) -> Option<SlopeLine> {
        let end = |value: Value| Some((value.level()?, self.value(indicator, value)));
        Some(SlopeLine {
            label: self.word(name),
            before: end(change.before)?,
            after: end(change.after)?,
            tone: turn(Some(&change.change)),
        })
    }

    /// The organisations that changed beyond chance between the last two periods, beside the district; none if there
    /// is no such organisation. The others would make the page heavy and say nothing.
    pub fn organisations_slope(&self, subject: Subject<'_>) -> Option<ChartSpec> {
        let mut readings = self.dynamics(subject.programme, subject.id).readings.iter().rev();
        let (after, reading) = readings.next()?;
        let (before, earlier) = readings.next()?;
        let end = |amount: Amount| Some((amount.value()?.level()?, self.amount(subject.indicator, amount)));
        let line = |label: String, ends: (Amount, Amount), tone: Tone| {
            Some(SlopeLine { label, before: end(ends.0)?, after: end(ends.1)?, tone })
        };
        let of = |(id, part): (&Id<_>, &Part)| {
            let tone = turn(part.change.as_ref().filter(|change| change.since == *before));
            let ends = (earlier.organisations.get(id)?.amount, part.amount);
            line(self.name_of(id), ends, tone)
        };
        let all: Vec<SlopeLine> = reading.organisations.iter().filter_map(of).collect();
        let count = |tone: Tone| all.iter().filter(|line| line.tone == tone).count();
        let (better, worse) = (count(Tone::Good), count(Tone::Poor));
        if better + worse == 0 {
            return None;
        }
        let args = [("better", better.into()), ("worse", worse.into()), ("of", all.len().into())];
        let title = self.say("slope-organisations", &args);
        let district = line(self.word("table-district"), (earlier.total, reading.total), Tone::Plain);
        let lines = all.into_iter().filter(|line| line.tone != Tone::Plain).chain(district).collect();
        Some(self.slope(subject.indicator, title, (*before, *after), lines))
    }

    fn slope(
        &self,
        indicator: &Indicator,
        title: String,
        (before, after): (Period, Period),
        lines: Vec<SlopeLine>,
    ) -> ChartSpec {
        let moment = |period: Period| self.say("slope-moment", &[("period", Self::year(period))]);
        let words: Vec<String> = lines
            .iter()
            .map(|line| {
                let change = [("before", (&line.before.1).into()), ("after", (&line.after.1).into())];
                let change = self.say("slope-describe-line", &change);
                self.say("chart-describe-row", &[("label", (&line.label).into()), ("value", change.into())])
            })
            .collect();
        let moments = (moment(before), moment(after));
        let args = [
            ("before", (&moments.0).into()),
            ("after", (&moments.1).into()),
            ("lines", words.join("; ").into()),
        ];
        ChartSpec {
            title,
            subtitle: self.unit_line(indicator),
            description: self.say("slope-describe", &args),
            shape: Shape::Slope(Slope { scale: scale(indicator), moments, lines }),
        }
    }
}

/// Which way a change turned, beyond the limits of chance.
fn turn(change: Option<&Change>) -> Tone {
    match change.map(|change| change.verdict) {
        Some(ChangeVerdict::Improved) => Tone::Good,
        Some(ChangeVerdict::Worsened) => Tone::Poor,
        Some(ChangeVerdict::Unnoticeable | ChangeVerdict::Moved) | None => Tone::Plain,
    }
}
