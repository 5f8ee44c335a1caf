//! The desk at which pages are laid out: the model, what was computed of it, and the words.
//!
//! Every function that lays out a page takes the desk and the thing that the page is about.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::analysis::{Analysis, Dynamics, ProgrammeAnalysis, Reading};
use crate::model::{
    Entry, Id, Indicator, Model, Organisation, Period, Practice, Programme, Recommendation, Register, Stage,
};
use crate::source::{Sources, TextFolder};
use crate::words::{Arg, Catalogue, alphabetical, polish};

use super::facets::{Choice, Facet, facets};
use super::kin::Kin;
use super::route;
use super::sentence::numbered;
use super::terms::Terms;
use super::views::{CardView, Link};

/// An entry of a register.
type Place<'a> = (&'a Id<Register>, &'a Id<Entry>);

/// What every layout needs.
pub struct Desk<'a> {
    /// The project, typed.
    pub model: &'a Model,
    /// What was computed.
    pub analysis: &'a Analysis,
    /// Where everything was written.
    pub sources: &'a Sources,
    /// The theme's phrases.
    pub catalogue: &'a Catalogue,
    /// Approved practices: best proven first, then the newest, then by title; stale ones last.
    pub approved: Vec<(&'a Id<Practice>, &'a Practice)>,
    /// Their cards, each made once: a large bank shows a practice in a dozen lists.
    pub cards: BTreeMap<&'a Id<Practice>, Arc<CardView>>,
    /// The values of every facet, in the order in which they are offered.
    pub facets: Vec<(Facet, Vec<Choice>)>,
    /// Approved practices by the organisation where they were born.
    pub born: BTreeMap<&'a Id<Organisation>, Vec<&'a Id<Practice>>>,
    /// Approved practices by the organisations that took them.
    pub adopted: BTreeMap<&'a Id<Organisation>, Vec<&'a Id<Practice>>>,
    /// Published recommendations by the practice that they offer.
    pub offered: BTreeMap<&'a Id<Practice>, Vec<&'a Id<Recommendation>>>,
    /// Approved practices by the indicator that they improve.
    pub improving: BTreeMap<&'a Id<Indicator>, Vec<&'a Id<Practice>>>,
    /// Approved practices by what they are about.
    pub kin: Kin<'a>,
    /// Entries of registers by the practice that they show.
    pub showing: BTreeMap<&'a Id<Practice>, Vec<Place<'a>>>,
    /// Terms of the glossary, to be explained in texts.
    pub terms: Arc<Terms>,
}

impl<'a> Desk<'a> {
    /// Clears the desk for a model.
    pub fn new(
        model: &'a Model,
        analysis: &'a Analysis,
        sources: &'a Sources,
        catalogue: &'a Catalogue,
    ) -> Self {
        let mut offered: BTreeMap<&Id<Practice>, Vec<&Id<Recommendation>>> = BTreeMap::new();
        for (id, grounds) in &analysis.grounds {
            for suggestion in &grounds.practices {
                offered.entry(&suggestion.practice).or_default().push(id);
            }
        }
        let mut improving: BTreeMap<&Id<Indicator>, Vec<&Id<Practice>>> = BTreeMap::new();
        for (id, practice) in model.practices.iter() {
            if practice.stage == Stage::Approved {
                for indicator in &practice.value.improves {
                    improving.entry(&indicator.value).or_default().push(id);
                }
            }
        }
        let approved = approved(model, analysis);
        let (mut born, mut adopted) = (BTreeMap::<_, Vec<_>>::new(), BTreeMap::<_, Vec<_>>::new());
        for (id, practice) in approved.iter().copied() {
            born.entry(&practice.organisation.value).or_default().push(id);
            let takers = practice.adoptions.iter().map(|adoption| &adoption.organisation.value);
            for taker in takers.collect::<BTreeSet<_>>() {
                adopted.entry(taker).or_default().push(id);
            }
        }
        let (cards, kin) = (BTreeMap::new(), Kin::of(&approved));
        let mut desk = Self {
            model,
            analysis,
            sources,
            catalogue,
            approved,
            cards,
            facets: Vec::new(),
            born,
            adopted,
            offered,
            improving,
            kin,
            showing: showing(model),
            terms: Arc::new(Terms::of(&model.vocabulary.terms)),
        };
        desk.facets = facets(&desk);
        let cards: Vec<_> =
            desk.approved.par_iter().map(|(id, row)| (*id, Arc::new(desk.card(id, row)))).collect();
        desk.cards = cards.into_iter().collect();
        desk
    }

    /// A phrase, filled and set.
    pub fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        one_stop(polish(&self.catalogue.say(key, args)))
    }

    /// A phrase without placeholders.
    pub fn word(&self, key: &str) -> String {
        self.say(key, &[])
    }

    /// «одно, другое и третье».
    pub fn listed(&self, mut items: Vec<String>) -> String {
        match items.pop() {
            Some(last) if !items.is_empty() => {
                self.say("list-and", &[("rest", items.join(", ").into()), ("last", last.into())])
            }
            last => last.unwrap_or_default(),
        }
    }

    /// Approved practices with a value of a facet.
    pub fn having(&self, facet: Facet, value: &str) -> impl ExactSizeIterator<Item = &'a Id<Practice>> {
        let choices = self.facets.iter().filter(|(of, _)| *of == facet).flat_map(|(_, choices)| choices);
        let places =
            choices.filter(|choice| choice.id == value).map(|choice| choice.places.as_slice()).next();
        places.unwrap_or_default().iter().map(|place| self.approved[*place as usize].0)
    }

    /// What was computed of a programme.
    pub fn analysis_of(&self, programme: &Id<Programme>) -> &'a ProgrammeAnalysis {
        // Every programme of the model is analysed, so the index cannot miss.
        &self.analysis.programmes[programme]
    }

    /// An indicator through the periods.
    pub fn dynamics(&self, programme: &Id<Programme>, indicator: &Id<Indicator>) -> &'a Dynamics {
        &self.analysis_of(programme).dynamics[indicator]
    }

    /// One reading.
    pub fn reading(
        &self,
        programme: &Id<Programme>,
        indicator: &Id<Indicator>,
        period: Period,
    ) -> Option<&'a Reading> {
        self.dynamics(programme, indicator).readings.get(&period)
    }

    /// The programme that has an indicator: the first, where several share its id.
    pub fn programme_of(&self, indicator: &Id<Indicator>) -> Option<(&'a Id<Programme>, &'a Programme)> {
        self.model
            .programmes
            .iter()
            .find(|(_, programme)| programme.indicators.get(indicator).is_some())
            .map(|(id, programme)| (id, &programme.value))
    }

    /// Whether a text has a page.
    pub fn publishes(&self, folder: TextFolder, id: &str) -> bool {
        match folder {
            TextFolder::Practices => {
                let practice = Id::parse(id).and_then(|id| self.model.practices.get(&id));
                practice.is_some_and(|practice| practice.is_public())
            }
            TextFolder::Recommendations => {
                Id::parse(id).is_some_and(|id| self.analysis.grounds.contains_key(&id))
            }
            _ => true,
        }
    }

    /// The short name of an organisation, set: «Школа № 3» does not end a line with «№».
    pub fn name_of(&self, id: &Id<Organisation>) -> String {
        polish(&self.model.organisations[id].short)
    }

    /// A link to an organisation.
    pub fn organisation(&self, id: &Id<Organisation>) -> Link {
        Link { title: self.name_of(id), href: route::organisation(id) }
    }

    /// A link to an indicator by its few words.
    pub fn indicator(&self, programme: &Id<Programme>, id: &Id<Indicator>) -> Link {
        let row = &self.model.programmes[programme].indicators[id];
        Link { title: numbered(row), href: route::indicator(programme, id) }
    }

    /// A link to a practice.
    pub fn practice(&self, id: &Id<Practice>) -> Link {
        Link { title: polish(&self.model.practices[id].title), href: route::practice(id) }
    }

    /// A link to a recommendation.
    pub fn recommendation(&self, id: &Id<Recommendation>) -> Link {
        Link { title: polish(&self.model.recommendations[id].title), href: route::recommendation(id) }
    }
}

fn showing(model: &Model) -> BTreeMap<&Id<Practice>, Vec<Place<'_>>> {
    let mut showing: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (register, row) in model.registers.iter() {
        for (id, entry) in row.value.entries.iter().filter(|(_, entry)| !entry.is_over(model.site.date)) {
            for practice in &entry.value.practices {
                showing.entry(&practice.value).or_default().push((register, id));
            }
        }
    }
    showing
}

/// An abbreviation at the end of a sentence brings its own full stop: «4 чел.», not «4 чел..».
fn one_stop(text: String) -> String {
    if !text.contains("..") {
        return text;
    }
    let mut set = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let ends = !matches!(letters.peek(), Some(next) if !next.is_whitespace());
        let abbreviated = set.strip_suffix('.').is_some_and(|word| word.ends_with(char::is_alphabetic));
        if !(letter == '.' && ends && abbreviated) {
            set.push(letter);
        }
    }
    set
}

fn approved<'a>(model: &'a Model, analysis: &Analysis) -> Vec<(&'a Id<Practice>, &'a Practice)> {
    let approved = model.practices.iter().filter(|(_, practice)| practice.stage == Stage::Approved);
    let mut approved: Vec<(&Id<Practice>, &Practice)> =
        approved.map(|(id, practice)| (id, &practice.value)).collect();
    approved.sort_by_cached_key(|(id, practice)| {
        let best = Reverse((analysis.evidence[*id].level(), practice.year.value));
        (is_stale(model, practice), best, alphabetical(&practice.title))
    });
    approved
}

/// Whether a practice's review date has passed.
pub fn is_stale(model: &Model, practice: &Practice) -> bool {
    practice.review_until.as_ref().is_some_and(|until| until.value < model.site.date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_with_one_stop() {
        for (said, set) in [
            ("до цели 2 чел..", "до цели 2 чел."),
            ("4 чел.. Цель — 5 чел.: рано.", "4 чел. Цель — 5 чел.: рано."),
            ("Подождите...", "Подождите..."),
            ("2021..2024", "2021..2024"),
            ("../файл", "../файл"),
            ("12..", "12.."),
        ] {
            assert_eq!(one_stop(said.to_owned()), set);
        }
    }
}
