//! The facets of the bank: by what practices are sorted, and which of them have which value.
//!
//! Apart from the lists, because the same values make the pages without scripts, the choices on the home page, and the
//! table by which the browser combines them.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::analysis::EvidenceLevel;
use crate::diag::At;
use crate::model::{Id, Practice, Table};
use crate::words::{natural, polish};

use super::cards::capitalised;
use super::desk::Desk;

/// By what practices are sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facet {
    /// The school subject.
    Subject,
    /// The level of education.
    Level,
    /// The difficulty it helps with.
    Topic,
    /// Whom it is for.
    Audience,
    /// Its form.
    Form,
    /// Where it was born.
    Organisation,
    /// The year it is described for.
    Year,
    /// The level of its evidence.
    Evidence,
}

/// The value of practices that suit every subject, level or audience; no id of a vocabulary can look like it.
pub const ANY: &str = "any_";

impl Facet {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 8] = [
        Self::Subject,
        Self::Level,
        Self::Topic,
        Self::Audience,
        Self::Form,
        Self::Organisation,
        Self::Year,
        Self::Evidence,
    ];

    /// Its name in addresses and phrases.
    pub fn key(self) -> &'static str {
        match self {
            Self::Subject => "subject",
            Self::Level => "level",
            Self::Topic => "topic",
            Self::Audience => "audience",
            Self::Form => "form",
            Self::Organisation => "organisation",
            Self::Year => "year",
            Self::Evidence => "evidence",
        }
    }

    /// The values of one practice.
    fn values_of(self, desk: &Desk<'_>, id: &Id<Practice>, practice: &Practice) -> Vec<String> {
        fn names<T>(ids: &[At<Id<T>>]) -> Vec<String> {
            ids.iter().map(|id| id.value.to_string()).collect()
        }
        fn some<T>(ids: &[At<Id<T>>]) -> Vec<String> {
            if ids.is_empty() { vec![ANY.to_owned()] } else { names(ids) }
        }
        match self {
            Self::Subject => some(&practice.subjects),
            Self::Level => some(&practice.levels),
            Self::Topic => names(&practice.topics),
            Self::Audience => some(&practice.audiences),
            Self::Form => vec![practice.form.value.to_string()],
            Self::Organisation => vec![practice.organisation.value.to_string()],
            Self::Year => vec![practice.year.value.to_string()],
            Self::Evidence => vec![desk.analysis.evidence[id].level().to_string()],
        }
    }

    /// All values in the vocabulary's order; organisations by name, years and levels of evidence from the highest.
    fn values(self, desk: &Desk<'_>, found: impl DoubleEndedIterator<Item = String>) -> Vec<Value> {
        let vocabulary = &desk.model.vocabulary;
        match self {
            Self::Subject => {
                or_any(titled(&vocabulary.subjects, |row| (&row.title, "")), desk, "any-subject")
            }
            Self::Level => or_any(titled(&vocabulary.levels, |row| (&row.title, "")), desk, "any-level"),
            Self::Topic => titled(&vocabulary.topics, |row| (&row.title, &row.summary)),
            Self::Audience => {
                or_any(titled(&vocabulary.audiences, |row| (&row.title, "")), desk, "any-audience")
            }
            Self::Form => titled(&vocabulary.forms, |row| (&row.title, "")),
            Self::Organisation => {
                let mut values = titled(&desk.model.organisations, |row| (&row.short, ""));
                values.sort_by_cached_key(|value| natural(&value.title));
                values
            }
            Self::Year => found.rev().map(|year| Value::new(&year, &year, "")).collect(),
            Self::Evidence => {
                let of = ("of", EvidenceLevel::HIGHEST.into());
                let title =
                    |level: &str| desk.say("facet-evidence-value", &[("level", level.into()), of.clone()]);
                found.rev().map(|level| Value::new(&level, &title(&level), "")).collect()
            }
        }
    }
}

/// A value before its practices are counted.
struct Value {
    id: String,
    title: String,
    summary: String,
}

impl Value {
    fn new(id: &str, title: &str, summary: &str) -> Self {
        Self { id: id.to_owned(), title: title.to_owned(), summary: polish(summary) }
    }
}

fn titled<'t, T>(table: &'t Table<T>, words: impl Fn(&'t T) -> (&'t str, &'t str)) -> Vec<Value> {
    let value = |(id, row): (&Id<T>, &'t At<T>)| {
        let (title, summary) = words(&row.value);
        Value::new(id.as_str(), title, summary)
    };
    table.iter().map(value).collect()
}

/// The values, and one more for what suits all of them.
fn or_any(mut values: Vec<Value>, desk: &Desk<'_>, phrase: &str) -> Vec<Value> {
    values.push(Value::new(ANY, &capitalised(&desk.word(phrase)), ""));
    values
}

/// One value of a facet, with its practices.
#[derive(Debug)]
pub struct Choice {
    /// Its name in addresses.
    pub id: String,
    /// In words.
    pub title: String,
    /// One sentence about it; may be empty.
    pub summary: String,
    /// Places of its practices among the approved ones, ascending.
    pub places: Vec<u32>,
    /// When any of them last changed.
    pub changed: Option<Date>,
}

impl Choice {
    /// Whether its practices suit every subject.
    pub fn is_any(&self) -> bool {
        self.id == ANY
    }
}

/// The values of every facet in the order of `Facet::ALL`. A topic is kept without practices too: indicators and texts
/// link to it.
pub fn facets(desk: &Desk<'_>) -> Vec<(Facet, Vec<Choice>)> {
    Facet::ALL.par_iter().map(|facet| (*facet, choices(desk, *facet))).collect()
}

fn choices(desk: &Desk<'_>, facet: Facet) -> Vec<Choice> {
    let mut by_value: BTreeMap<String, (Vec<u32>, Option<Date>)> = BTreeMap::new();
    for (place, (id, practice)) in (0..).zip(&desk.approved) {
        for value in facet.values_of(desk, id, practice) {
            let (places, changed) = by_value.entry(value).or_default();
            places.push(place);
            *changed = practice.updated.as_ref().map(|date| date.value).max(*changed);
        }
    }
    let values = facet.values(desk, by_value.keys().cloned());
    let choice = |value: Value| {
        let (places, changed) = by_value.remove(&value.id).unwrap_or_default();
        Choice { id: value.id, title: value.title, summary: value.summary, places, changed }
    };
    let mut choices: Vec<Choice> = values.into_iter().map(choice).collect();
    choices.retain(|choice| facet == Facet::Topic || !choice.places.is_empty());
    choices
}
