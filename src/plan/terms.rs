//! Terms of the glossary in running text: where a text first uses one, and what is said there.
//!
//! Apart from the bodies, because the words are looked for while a text is drawn: only there it is parsed again, and
//! reading every text once more would cost more than the search. A text is walked word by word and each word looked up
//! among the first words of all forms, so time is linear and a form never begins or ends inside a word.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::model::{Id, Table, Term};
use crate::words::{NBSP, fold, folded, polish};

use super::route;

/// Terms explained in one text, at most: more of them would hide it.
const MOST: usize = 8;

/// What a text says where it first uses a term.
#[derive(Debug)]
pub struct TermNote {
    /// The term's id.
    pub id: Id<Term>,
    /// What it means.
    pub definition: String,
    /// Where it stands in the glossary.
    pub href: String,
}

/// All forms of all terms, ready to be looked for.
#[derive(Debug)]
pub struct Terms {
    notes: Vec<TermNote>,
    /// By the first word: the words that follow it, and the term; the longest form first.
    forms: BTreeMap<String, Vec<(Vec<String>, usize)>>,
    /// Bytes of the shortest first word: most words of a text are shorter.
    shortest: usize,
}

/// The terms that a text has explained so far.
#[derive(Debug, Default)]
pub struct Explained(BTreeSet<usize>);

impl Terms {
    /// The terms of a glossary.
    pub fn of(terms: &Table<Term>) -> Self {
        let mut forms: BTreeMap<String, Vec<(Vec<String>, usize)>> = BTreeMap::new();
        for (place, (_, term)) in terms.iter().enumerate() {
            for spelling in term.spellings() {
                let mut words = spelling.split_whitespace().map(folded);
                if let Some(first) = words.next() {
                    forms.entry(first).or_default().push((words.collect(), place));
                }
            }
        }
        for rest in forms.values_mut() {
            rest.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        }
        let shortest = forms.keys().map(String::len).min().unwrap_or(usize::MAX);
        Self { notes: terms.iter().map(|(id, term)| note(id, &term.value)).collect(), forms, shortest }
    }

    /// The terms that a piece of a text uses first, with their places in it.
    pub fn find(&self, text: &str, explained: &mut Explained) -> Vec<(Range<usize>, &TermNote)> {
        let mut found = Vec::new();
        let mut at = 0;
        while explained.0.len() < MOST
            && let Some(word) = next_word(text, at)
        {
            at = word.end;
            if let Some((end, term)) = self.form_at(text, &word) {
                at = end;
                if explained.0.insert(term) {
                    found.push((word.start..end, &self.notes[term]));
                }
            }
        }
        found
    }

    /// The longest form that begins with a word: where it ends, and its term.
    fn form_at(&self, text: &str, word: &Range<usize>) -> Option<(usize, usize)> {
        let first = &text[word.clone()];
        if first.len() < self.shortest {
            return None;
        }
        let forms = self.forms.get(&folded(first))?;
        forms.iter().find_map(|(words, term)| Some((follow(text, word.end, words)?, *term)))
    }
}

fn note(id: &Id<Term>, term: &Term) -> TermNote {
    TermNote { id: id.clone(), definition: polish(&term.definition), href: route::term(id) }
}

/// Where the words end, if they follow one another after single spaces.
fn follow(text: &str, end: usize, words: &[String]) -> Option<usize> {
    words.iter().try_fold(end, |end, expected| {
        let start = end + text[end..].chars().next().filter(|c| [' ', NBSP].contains(c))?.len_utf8();
        let word = next_word(text, start).filter(|word| word.start == start)?;
        text[word.clone()].chars().map(fold).eq(expected.chars()).then_some(word.end)
    })
}

/// The next run of letters, digits and hyphens.
fn next_word(text: &str, from: usize) -> Option<Range<usize>> {
    let start = from + text[from..].find(is_of_word)?;
    let length = text[start..].find(|c| !is_of_word(c)).unwrap_or(text.len() - start);
    Some(start..start + length)
}

fn is_of_word(c: char) -> bool {
    matches!(c, 'а'..='я' | 'А'..='Я' | 'ё' | '-') || c.is_alphanumeric()
}
