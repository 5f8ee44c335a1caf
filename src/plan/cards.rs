//! Cards: how a practice, an indicator, a recommendation or a finding stands in a list.

use std::sync::Arc;

use crate::analysis::{About, Finding, Status};
use crate::model::{
    Addressee, Bound, Id, Judged, Organisation, Period, Practice, Programme, Recommendation, Value,
};
use crate::words::{in_words, polish};

use super::desk::{Desk, is_stale};
use super::route;
use super::sentence::Subject;
use super::views::{AdviceCardView, CardView, FindingView, IndicatorCardView, StatusView};

impl<'a> Desk<'a> {
    /// A practice in a list.
    pub fn card(&self, id: &Id<Practice>, practice: &Practice) -> CardView {
        let vocabulary = &self.model.vocabulary;
        let subjects: Vec<&str> =
            practice.subjects.iter().map(|id| vocabulary.subjects[id].title.as_str()).collect();
        let levels: Vec<&str> =
            practice.levels.iter().map(|id| vocabulary.levels[id].title.as_str()).collect();
        let subjects = if subjects.is_empty() { self.word("any-subject") } else { subjects.join(", ") };
        let scope = if levels.is_empty() { subjects } else { format!("{subjects} · {}", levels.join(", ")) };
        let level = self.analysis.evidence[id].level();
        let of = crate::analysis::EvidenceLevel::HIGHEST;
        CardView {
            title: polish(&practice.title),
            href: route::practice(id),
            summary: polish(&practice.summary),
            origin: self.say(
                "card-origin",
                &[
                    ("organisation", (&self.model.organisations[&practice.organisation].short).into()),
                    ("year", Self::year(practice.year.value)),
                ],
            ),
            scope,
            topics: self.topics(&practice.topics),
            level,
            level_text: self.say("evidence-short", &[("level", level.into()), ("of", of.into())]),
            stale: is_stale(self.model, practice).then(|| self.word("stale")),
        }
    }

    /// Approved practices in a list.
    pub fn cards<'p>(&self, ids: impl IntoIterator<Item = &'p Id<Practice>>) -> Vec<Arc<CardView>> {
        ids.into_iter().map(|id| Arc::clone(&self.cards[id])).collect()
    }

    /// The indicators of a programme.
    pub fn subjects(&self, programme: &'a Id<Programme>) -> impl Iterator<Item = Subject<'a>> + Clone {
        let row = &self.model.programmes[programme];
        row.indicators.iter().map(move |(id, indicator)| Subject {
            programme,
            id,
            indicator: &indicator.value,
        })
    }

    /// An indicator in a list, as it stands in its latest period with a value.
    pub fn indicator_card(&self, subject: Subject<'_>) -> IndicatorCardView {
        let indicator = subject.indicator;
        let dynamics = self.dynamics(subject.programme, subject.id);
        let latest = self.latest_known(subject);
        let reading = latest.and_then(|period| dynamics.readings.get(&period));
        let value = reading.and_then(|reading| reading.total.value());
        let target = reading.and_then(|reading| reading.attainment.target);
        let percent = |value: Option<Value>| match value {
            Some(Value::Share(share)) if indicator.judged == Judged::Level => share.percent(),
            _ => None,
        };
        let bar_target = target.and_then(|target| match target.bound {
            Bound::AtLeast(x) | Bound::AtMost(x) | Bound::Equal(x) => Some(x),
            Bound::Between(..) | Bound::Present => None,
        });
        IndicatorCardView {
            number: indicator.number.clone(),
            short: indicator.short.clone(),
            title: indicator.title.clone(),
            href: route::indicator(subject.programme, subject.id),
            value: reading
                .map_or_else(|| self.word("value-none"), |reading| self.amount(indicator, reading.total)),
            counted: self.counted(value),
            target: target.map_or_else(String::new, |target| self.target(indicator, &target)),
            status: reading.map_or_else(
                || self.status(Status::NoData),
                |reading| self.status(reading.attainment.status),
            ),
            change: self.change(indicator, reading.and_then(|reading| reading.change.as_ref())),
            bar: percent(value),
            bar_target: percent(value).and(bar_target),
        }
    }

    /// The last period of an indicator with a value.
    pub fn latest_known(&self, subject: Subject<'_>) -> Option<Period> {
        let dynamics = self.dynamics(subject.programme, subject.id);
        dynamics
            .readings
            .iter()
            .rev()
            .find(|(_, reading)| reading.total.value().is_some() || reading.total.is_hidden())
            .map(|(period, _)| *period)
    }

    /// «руководителям организаций».
    pub fn addressee(&self, recommendation: &Recommendation) -> String {
        let vocabulary = &self.model.vocabulary;
        match &recommendation.to {
            Addressee::Audience(id) => vocabulary.audiences[id].dative.clone(),
            Addressee::Association(id) => vocabulary.associations[id].dative.clone(),
            Addressee::Organisations(ids) => ids
                .iter()
                .map(|id| self.model.organisations[id].short.as_str())
                .collect::<Vec<_>>()
                .join(", "),
            Addressee::Behind => self.word("to-behind"),
        }
    }

    /// A recommendation in a list; it has grounds.
    pub fn advice_card(&self, id: &Id<Recommendation>) -> AdviceCardView {
        let because: Vec<&Finding> = self.analysis.grounds[id].because().iter().collect();
        self.advice_card_because(id, &because)
    }

    /// A recommendation on the page of an organisation: the reasons are the organisation's own, if there are such.
    pub fn advice_card_for(
        &self,
        id: &Id<Recommendation>,
        organisation: &Id<Organisation>,
    ) -> AdviceCardView {
        let because = self.analysis.grounds[id].because();
        let about = About::Organisation(organisation.clone());
        let own: Vec<&Finding> = because.iter().filter(|finding| finding.about == about).collect();
        if own.is_empty() { self.advice_card(id) } else { self.advice_card_because(id, &own) }
    }

    fn advice_card_because(&self, id: &Id<Recommendation>, findings: &[&Finding]) -> AdviceCardView {
        let recommendation = &self.model.recommendations[id].value;
        let grounds = &self.analysis.grounds[id];
        let programme = &recommendation.programme.value;
        let because = findings.first().map_or_else(String::new, |finding| self.finding(programme, finding));
        let more = findings.len().saturating_sub(1);
        let because = if more == 0 {
            because
        } else {
            format!("{because} {}", self.say("advice-more", &[("n", more.into())]))
        };
        AdviceCardView {
            title: polish(&recommendation.title),
            href: route::recommendation(id),
            addressee: self.say("to-prefix", &[("who", self.addressee(recommendation).into())]),
            because: capitalised(&because),
            date: in_words(recommendation.date.value),
            practices: grounds
                .practices
                .iter()
                .take(3)
                .map(|suggestion| self.practice(&suggestion.practice))
                .collect(),
        }
    }

    /// Recommendations with grounds, newest first.
    pub fn published_advice(&self) -> Vec<&'a Id<Recommendation>> {
        let mut ids: Vec<&Id<Recommendation>> = self.analysis.grounds.keys().collect();
        ids.sort_by_key(|id| std::cmp::Reverse(self.model.recommendations[*id].date.value));
        ids
    }

    /// A finding on a page.
    pub fn finding_view(&self, programme: &Id<Programme>, finding: &Finding) -> FindingView {
        let answers = self.analysis.grounds.iter().filter(|(_, grounds)| grounds.because().contains(finding));
        let indicator = self.indicator(programme, &finding.indicator);
        let about = match &finding.about {
            About::Organisation(id) => self.organisation(id),
            About::District | About::Subject(_) => indicator.clone(),
        };
        FindingView {
            anchor: self.finding_anchor(finding),
            sentence: self.finding(programme, finding),
            about,
            indicator,
            answers: answers.map(|(id, _)| self.recommendation(id)).collect(),
        }
    }

    fn finding_anchor(&self, finding: &Finding) -> String {
        use crate::model::FindingKind;
        let kind = match finding.kind {
            FindingKind::Problem => "problem",
            FindingKind::Strength => "strength",
            FindingKind::Missing => "missing",
        };
        match &finding.about {
            About::District => format!("{kind}-{}", finding.indicator),
            About::Organisation(id) => format!("{kind}-{}-{id}", finding.indicator),
            About::Subject(id) => format!("{kind}-{}-subject-{id}", finding.indicator),
        }
    }

    /// A badge of plain words.
    pub fn badge(&self, key: &str, phrase: &str) -> StatusView {
        StatusView { key: key.to_owned(), text: self.word(phrase) }
    }
}

/// The first letter of a sentence is a capital.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + letters.as_str())
}
