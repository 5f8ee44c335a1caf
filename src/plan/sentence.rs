//! Sentences about data: what an indicator, a finding or an effect says in words.

use crate::analysis::{
    About, Amount, Change, ChangeVerdict, Dynamics, Finding, Part, Reading, ShownBy, Status, TotalOrigin,
    Trend, rest,
};
use crate::model::{Id, Indicator, Judged, Period, Programme, Share};
use crate::words::{number, percent};

use super::desk::Desk;

/// An indicator with its programme.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// The programme's id.
    pub programme: &'a Id<Programme>,
    /// The indicator's id.
    pub id: &'a Id<Indicator>,
    /// The passport.
    pub indicator: &'a Indicator,
}

/// «13. Поддержка молодых педагогов»: the number in the document and the few words.
pub fn numbered(indicator: &Indicator) -> String {
    format!("{}. {}", indicator.number, indicator.short)
}

impl Desk<'_> {
    /// What the numbers of an indicator say.
    pub fn indicator_sentences(&self, subject: Subject<'_>, period: Period) -> Vec<String> {
        let dynamics = self.dynamics(subject.programme, subject.id);
        let Some(reading) = dynamics.readings.get(&period) else {
            return vec![self.say("sentence-no-data", &[("period", Self::year(period))])];
        };
        let mut sentences = vec![self.now(subject.indicator, reading, period)];
        sentences.extend(self.judged(subject, reading, period));
        sentences.push(self.judgement(subject.indicator, reading));
        sentences.extend(reading.change.as_ref().map(|change| self.changed(subject.indicator, change)));
        sentences.push(self.trend(subject.indicator, dynamics));
        sentences.retain(|sentence| !sentence.is_empty());
        sentences
    }

    fn now(&self, indicator: &Indicator, reading: &Reading, period: Period) -> String {
        if reading.total.value().is_none() {
            let key = if reading.total.is_hidden() { "sentence-hidden" } else { "sentence-no-data" };
            return self.say(key, &[("period", Self::year(period))]);
        }
        let whole = self.whole(indicator, reading.total);
        self.say("sentence-now", &[("period", Self::year(period)), ("whole", whole.into())])
    }

    fn judged(&self, subject: Subject<'_>, reading: &Reading, period: Period) -> Option<String> {
        let Judged::ChangeOver(years) = subject.indicator.judged else { return None };
        let before = self.reading(subject.programme, subject.id, Period(period.0 - years))?;
        let change = self.judged_change(subject.indicator, reading)?;
        Some(self.say(
            "sentence-judged-change",
            &[
                ("years", years.into()),
                ("change", change.into()),
                ("before", self.amount(subject.indicator, before.total).into()),
                ("after", self.amount(subject.indicator, reading.total).into()),
            ],
        ))
    }

    fn judgement(&self, indicator: &Indicator, reading: &Reading) -> String {
        let attainment = &reading.attainment;
        let Some(target) = attainment.target else {
            return if attainment.status == Status::NoData {
                String::new()
            } else {
                self.word("sentence-no-target")
            };
        };
        let year = ("year", Self::year(target.by));
        let bound = ("bound", self.bound(indicator, target.bound).into());
        let expected = attainment.expected.map_or_else(String::new, |level| self.level(indicator, level));
        let between = attainment.expected.is_some() && attainment.start.is_some();
        match attainment.status {
            Status::NoData => String::new(),
            Status::TooFew if reading.total.is_hidden() => String::new(),
            Status::TooFew => self.word("sentence-too-few"),
            Status::Reached | Status::NoTarget => self.say("sentence-reached", &[year, bound]),
            Status::OnTheWay => {
                self.say("sentence-on-the-way", &[year, bound, ("expected", expected.into())])
            }
            Status::Behind | Status::FarBehind
                if between && indicator.judged == Judged::Level && !self.at_milestone(attainment) =>
            {
                self.say("sentence-behind-line", &[year, bound, ("expected", expected.into())])
            }
            Status::Behind | Status::FarBehind => {
                self.say("sentence-behind", &[year, bound, ("gap", self.gap(indicator, attainment).into())])
            }
        }
    }

    /// Whether the line already stands at the bound: then the gap to the bound says all.
    fn at_milestone(&self, attainment: &crate::analysis::Attainment) -> bool {
        use crate::model::Bound;
        let Some((target, expected)) = attainment.target.zip(attainment.expected) else { return true };
        let bound = match target.bound {
            Bound::AtLeast(x) | Bound::AtMost(x) | Bound::Equal(x) => x,
            Bound::Between(low, high) => {
                if expected < low {
                    low
                } else {
                    high.min(expected.max(low))
                }
            }
            Bound::Present => return true,
        };
        (bound - expected).abs() < 1e-9
    }

    fn changed(&self, indicator: &Indicator, change: &Change) -> String {
        let key = match change.verdict {
            ChangeVerdict::Improved => "sentence-improved",
            ChangeVerdict::Worsened => "sentence-worsened",
            ChangeVerdict::Unnoticeable => "sentence-unnoticeable",
            ChangeVerdict::Moved => "sentence-moved",
        };
        let text = match change.verdict {
            ChangeVerdict::Improved | ChangeVerdict::Worsened => self.distance(indicator, change.difference),
            ChangeVerdict::Unnoticeable | ChangeVerdict::Moved => {
                self.difference(indicator, change.difference)
            }
        };
        let limits = match change.limits {
            Some((low, high)) => {
                let ends = [
                    ("low", number(low, 1).into()),
                    ("high", self.difference_of(indicator, &number(high, 1)).into()),
                ];
                self.catalogue.say("limits-note", &ends)
            }
            None => self.catalogue.say("limits-unknown", &[]),
        };
        self.say(
            key,
            &[("year", Self::year(change.since)), ("change", text.into()), ("limits", limits.into())],
        )
    }

    fn trend(&self, indicator: &Indicator, dynamics: &Dynamics) -> String {
        let known = dynamics.readings.iter().filter(|(_, reading)| reading.total.value().is_some());
        let Some((since, _)) = known.clone().next() else { return String::new() };
        let since = ("since", Self::year(*since));
        let sloped = |key: &str, slope: f64| {
            self.say(key, &[since.clone(), ("slope", self.distance(indicator, slope).into())])
        };
        match dynamics.trend {
            Trend::TooShort => self.word("trend-short"),
            Trend::Improving(slope) => sloped("trend-improving", slope),
            Trend::Worsening(slope) => sloped("trend-worsening", slope),
            Trend::Moving(slope) => sloped("trend-moving", slope),
            Trend::Steady => self.say("trend-steady", &[since]),
        }
    }

    /// Who reported, and how the total came about.
    pub fn coverage(&self, reading: Option<&Reading>, period: Period) -> String {
        let year = ("period", Self::year(period));
        let Some(reading) = reading.filter(|reading| is_sent(reading)) else {
            return self.say("coverage-none", &[year]);
        };
        let who = match reading.coverage {
            Some(coverage) if coverage.reported == coverage.asked => {
                self.say("coverage-full", &[year, ("asked", coverage.asked.into())])
            }
            Some(coverage) => self.say(
                "coverage-part",
                &[year, ("reported", coverage.reported.into()), ("asked", coverage.asked.into())],
            ),
            None => self.say("coverage-total", &[year]),
        };
        let origin = match reading.origin {
            TotalOrigin::Summed => self.word("origin-summed"),
            TotalOrigin::Stated | TotalOrigin::Absent => String::new(),
        };
        let said = [who, origin, self.hidden_sentence(reading)];
        said.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// A finding in one sentence with numbers.
    pub fn finding(&self, programme: &Id<Programme>, finding: &Finding) -> String {
        let indicator = &self.model.programmes[programme].indicators[&finding.indicator];
        let who = self.about(indicator, &finding.about);
        let period = ("period", Self::year(finding.period));
        let Some(reading) = self.reading(programme, &finding.indicator, finding.period) else {
            return self.say("sentence-no-data", &[period]);
        };
        let (amount, attainment, change) = match &finding.about {
            About::District => (reading.total, &reading.attainment, reading.change.as_ref()),
            About::Organisation(id) => {
                let part = &reading.organisations[id];
                (part.amount, &part.attainment, part.change.as_ref())
            }
            About::Subject(id) => {
                let part = &reading.subjects[id];
                (part.amount, &part.attainment, part.change.as_ref())
            }
        };
        let whole = ("whole", self.whole(indicator, amount).into());
        let bound = (
            "bound",
            attainment.target.map_or_else(String::new, |target| self.bound(indicator, target.bound)).into(),
        );
        let moved = (
            "change",
            change.map_or_else(String::new, |change| self.distance(indicator, change.difference)).into(),
        );
        let since = ("since", change.map_or_else(String::new, |change| change.since.to_string()).into());
        let judged = attainment.judged.map_or_else(String::new, |judged| self.difference(indicator, judged));
        let who = ("who", who.into());
        let by_change = matches!(indicator.judged, Judged::ChangeOver(_));
        match &finding.shown_by {
            ShownBy::TargetMet if by_change => {
                self.say("finding-change-met", &[who, ("change", judged.into()), bound])
            }
            ShownBy::BehindTarget if by_change => {
                self.say("finding-change-behind", &[who, ("change", judged.into()), bound])
            }
            ShownBy::TargetMet => self.say("finding-target-met", &[who, whole, period, bound]),
            ShownBy::BehindTarget => {
                // What is there or not has no distance to its target.
                let key = if attainment.gap.is_some() { "finding-behind" } else { "finding-absent" };
                let gap = ("gap", self.gap(indicator, attainment).into());
                self.say(key, &[who, whole, period, bound, gap])
            }
            ShownBy::Improved => self.say("finding-improved", &[who, whole, moved, since]),
            ShownBy::Worsened => self.say("finding-worsened", &[who, whole, moved, since]),
            ShownBy::BetterThanRest => self
                .say("finding-better-than-rest", &[who, whole, ("rest", rest_of(reading, finding).into())]),
            ShownBy::WorseThanRest => {
                self.say("finding-worse-than-rest", &[who, whole, ("rest", rest_of(reading, finding).into())])
            }
            ShownBy::NotReported(organisations) => {
                let names: Vec<String> = organisations.iter().map(|id| self.name_of(id)).collect();
                self.say(
                    "finding-not-reported",
                    &[who, ("n", names.len().into()), ("names", names.join(", ").into())],
                )
            }
        }
    }

    fn about(&self, indicator: &Indicator, about: &About) -> String {
        let name = match about {
            About::District => return self.say("who-indicator", &[("indicator", (&indicator.short).into())]),
            About::Organisation(id) => &self.model.organisations[id].short,
            About::Subject(id) => &self.model.vocabulary.subjects[id].title,
        };
        self.say("who-part", &[("name", name.into()), ("indicator", (&indicator.short).into())])
    }
}

/// Whether there is a total, shown or hidden.
fn is_sent(reading: &Reading) -> bool {
    reading.total.value().is_some() || reading.total.is_hidden()
}

/// The share of all other parts of the same breakdown together.
fn rest_of(reading: &Reading, finding: &Finding) -> String {
    let of = |parts: Vec<Amount>, part: Option<&Part>| rest(parts.into_iter(), reading.total, part?.amount);
    let rest = match &finding.about {
        About::District => None,
        About::Organisation(id) => {
            let parts = reading.organisations.values().map(|part| part.amount).collect();
            of(parts, reading.organisations.get(id))
        }
        About::Subject(id) => {
            let parts = reading.subjects.values().map(|part| part.amount).collect();
            of(parts, reading.subjects.get(id))
        }
    };
    rest.and_then(Share::percent).map_or_else(String::new, percent)
}
