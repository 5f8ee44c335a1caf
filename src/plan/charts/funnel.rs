//! The funnel of an indicator: which organisations differ from the district by more than chance.

use std::collections::BTreeSet;

use crate::analysis::{Amount, Reading, funnel_limits};
use crate::model::{Better, Id, Organisation, Period, Share, Value};
use crate::words::natural;

use super::super::desk::Desk;
use super::super::figure::{ChartSpec, Funnel, FunnelPoint, Shape, Tone};
use super::super::sentence::Subject;
use super::scale;

/// Fewer organisations than this are no funnel.
const FEWEST: usize = 5;

/// So many names stand in a title.
const NAMES: usize = 3;

/// A curve of so many places looks smooth.
const PLACES: usize = 40;

/// On which side of the limits a value lies.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Below,
    Within,
    Above,
}

impl Desk<'_> {
    /// The shares of organisations against their denominators; none where fewer than five are known, or where neither
    /// more nor less is better.
    pub fn funnel_chart(&self, subject: Subject<'_>, period: Period) -> Option<ChartSpec> {
        let (indicator, better) = (subject.indicator, subject.indicator.better);
        let reading = self.reading(subject.programme, subject.id, period)?;
        let whole = share(reading.total)?;
        let (mut shares, middle) = (shares(reading), whole.percent()?);
        // Nothing can be said of those that are too small, not even that they are within.
        shares.retain(|(_, share)| funnel_limits(whole, share.of()).is_some());
        if shares.len() < FEWEST || better == Better::Neither {
            return None;
        }
        let mut points: Vec<(FunnelPoint, Side)> =
            shares.iter().filter_map(|(id, share)| self.funnel_point(id, *share, (whole, better))).collect();
        points.sort_by_key(|(point, _)| natural(&point.label));
        let limits = curve(shares.iter().map(|(_, share)| share.of()), whole);
        let text = self.say("chart-line-district", &[("value", self.level(indicator, middle).into())]);
        let (title, description) = (self.funnel_title(&points), self.describe_funnel(&points, &text));
        Some(ChartSpec {
            title,
            subtitle: format!("{} {}", self.unit_line(indicator), self.word("chart-funnel-unit")),
            description,
            shape: Shape::Funnel(Funnel {
                scale: scale(indicator),
                of: self.say("chart-funnel-of", &[("of", (&indicator.of).into())]),
                points: points.into_iter().map(|(point, _)| point).collect(),
                middle: (middle, text),
                limits,
            }),
        })
    }

    fn funnel_point(
        &self,
        id: &Id<Organisation>,
        share: Share,
        (whole, better): (Share, Better),
    ) -> Option<(FunnelPoint, Side)> {
        let value = share.percent()?;
        let side = match funnel_limits(whole, share.of()) {
            Some((low, _)) if value < low => Side::Below,
            Some((_, high)) if value > high => Side::Above,
            Some(_) | None => Side::Within,
        };
        let tone = match (side, better) {
            (Side::Above, Better::Higher) | (Side::Below, Better::Lower) => Tone::Good,
            (Side::Above, Better::Lower) | (Side::Below, Better::Higher) => Tone::Poor,
            (Side::Within, _) | (_, Better::Neither) => Tone::Plain,
        };
        let label = self.name_of(id);
        Some((FunnelPoint { label, of: share.of(), value, tone }, side))
    }

    /// The conclusion: who is outside, first those behind.
    fn funnel_title(&self, points: &[(FunnelPoint, Side)]) -> String {
        let outside = |tone: Tone| {
            let found = || points.iter().filter(move |(point, _)| point.tone == tone);
            let (_, side) = found().next()?;
            let count = found().count();
            let mut names: Vec<String> = found().take(NAMES).map(|(point, _)| point.label.clone()).collect();
            if count > NAMES {
                names.push(self.say("chart-funnel-more", &[("n", (count - NAMES).into())]));
            }
            let key = if *side == Side::Below { "chart-funnel-below" } else { "chart-funnel-above" };
            Some(self.say(key, &[("n", count.into()), ("names", names.join(", ").into())]))
        };
        let outside: Vec<String> = [Tone::Poor, Tone::Good].into_iter().filter_map(outside).collect();
        if outside.is_empty() { self.word("chart-funnel-within") } else { outside.join(". ") }
    }

    fn describe_funnel(&self, points: &[(FunnelPoint, Side)], district: &str) -> String {
        let within = points.iter().filter(|(_, side)| *side == Side::Within).count();
        let outside = points.iter().filter(|(_, side)| *side != Side::Within).map(|(point, _)| {
            let value = crate::words::percent(point.value);
            let args = [("label", (&point.label).into()), ("value", value.into()), ("of", point.of.into())];
            self.say("chart-describe-funnel-point", &args)
        });
        let outside: Vec<String> = outside.collect();
        let args = [
            ("within", within.into()),
            ("district", district.into()),
            ("outside", outside.join("; ").into()),
        ];
        self.say("chart-describe-funnel", &args).trim().to_owned()
    }
}

fn share(amount: Amount) -> Option<Share> {
    match amount.value()? {
        Value::Share(share) => Some(share),
        Value::Count(_) | Value::Score(_) | Value::Presence(_) => None,
    }
}

/// The shares that may be shown.
fn shares(reading: &Reading) -> Vec<(&Id<Organisation>, Share)> {
    reading.organisations.iter().filter_map(|(id, part)| Some((id, share(part.amount)?))).collect()
}

/// The limits at every denominator that occurs, and between them often enough to look smooth.
fn curve(denominators: impl Iterator<Item = u32>, whole: Share) -> Vec<(u32, (f64, f64))> {
    let mut places: BTreeSet<u32> = denominators.collect();
    if let (Some(first), Some(last)) = (places.first().copied(), places.last().copied()) {
        let step = ((last - first) as usize).div_ceil(PLACES).max(1);
        places.extend((first..=last).step_by(step));
    }
    places.into_iter().filter_map(|of| Some((of, funnel_limits(whole, of)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_curve_has_every_denominator_that_is_judged_and_few_others() {
        let whole = Share::new(60, 100).unwrap();
        let places = |denominators: &[u32]| -> Vec<u32> {
            curve(denominators.iter().copied(), whole).into_iter().map(|(of, _)| of).collect()
        };
        assert_eq!(places(&[3, 6, 8, 8]), [5, 6, 7, 8]);
        assert!(places(&[1, 4]).is_empty());
        let far = places(&[6, 77, 2400]);
        assert!(far.len() <= PLACES + 3 && [6, 77, 2400].iter().all(|of| far.contains(of)), "{far:?}");
    }
}
