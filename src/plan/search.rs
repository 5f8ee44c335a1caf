//! What the search finds: an entry a practice, with the stems by which it is found.

use rayon::prelude::*;
use rust_stemmers::{Algorithm, Stemmer};

use crate::model::{Id, Practice};
use crate::words::polish;

use super::desk::Desk;
use super::route;

/// One entry of the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchEntry {
    /// What it is called.
    pub title: String,
    /// Where it stands.
    pub href: String,
    /// One sentence.
    pub summary: String,
    /// Stems of its title, topics, subjects and summary, each once, sorted.
    pub stems: String,
}

/// The entries, in the order of the bank.
pub fn entries(desk: &Desk<'_>) -> Vec<SearchEntry> {
    desk.approved.par_iter().map(|(id, practice)| entry(desk, id, practice)).collect()
}

fn entry(desk: &Desk<'_>, id: &Id<Practice>, practice: &Practice) -> SearchEntry {
    let vocabulary = &desk.model.vocabulary;
    let mut words: Vec<&str> = vec![&practice.title, &practice.summary];
    for topic in &practice.topics {
        let topic = &vocabulary.topics[topic];
        words.push(&topic.title);
        words.extend(topic.synonyms.iter().map(String::as_str));
    }
    words.extend(practice.subjects.iter().map(|subject| vocabulary.subjects[subject].title.as_str()));
    words.extend(practice.levels.iter().map(|level| vocabulary.levels[level].title.as_str()));
    words.push(&desk.model.organisations[&practice.organisation].short);
    SearchEntry {
        title: polish(&practice.title),
        href: route::practice(id),
        summary: polish(&practice.summary),
        stems: stems(&words),
    }
}

/// Snowball stems (Porter 2001) of all words of two letters or more; ё counts as е.
fn stems(texts: &[&str]) -> String {
    let stemmer = Stemmer::create(Algorithm::Russian);
    let mut stems: Vec<String> = texts
        .iter()
        .flat_map(|text| text.split(|c: char| !c.is_alphanumeric()))
        .filter(|word| word.chars().nth(1).is_some())
        .map(|word| {
            let word = word.to_lowercase().replace('ё', "е");
            stemmer.stem(&word).into_owned()
        })
        .collect();
    stems.sort();
    stems.dedup();
    stems.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_have_one_stem() {
        assert_eq!(stems(&["Рефлексия, рефлексии, рефлексией"]), "рефлекс");
        assert_eq!(stems(&["Ёлка", "ёлки и елка"]), "елк");
        assert_eq!(stems(&["в № 3"]), "");
    }
}
