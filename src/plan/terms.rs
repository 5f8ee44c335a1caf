//! Terms of the glossary in running text: where a text first uses one, and what is said there.
//!
//! Apart from the bodies, because the words are looked for while a text is drawn: only there it is parsed again, and
//! reading every text once more would cost more than the search. A text is walked word by word, and only a word that
//! begins like a form is compared with it; so time is linear, and a form never begins or ends inside a word.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::model::{Id, Table, Term};
use crate::words::{NBSP, fold, folded, is_of_word, polish};

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
    /// By their first letters, those of the most words first.
    forms: BTreeMap<Beginning, Vec<Form>>,
}

/// The first letters of a word; most words of a text begin like no form.
type Beginning = [char; 3];

/// A way to write a term.
#[derive(Debug)]
struct Form {
    /// Its words, folded; never none.
    words: Vec<String>,
    /// The place of its term among the notes.
    term: usize,
}

/// The terms that a text has explained so far.
#[derive(Debug, Default)]
pub struct Explained(BTreeSet<usize>);

impl Terms {
    /// The terms of a glossary.
    pub fn of(terms: &Table<Term>) -> Self {
        let mut forms: BTreeMap<Beginning, Vec<Form>> = BTreeMap::new();
        for (term, (_, row)) in terms.iter().enumerate() {
            for spelling in row.spellings() {
                let words: Vec<String> = spelling.split_whitespace().map(folded).collect();
                if let Some(first) = words.first() {
                    forms.entry(beginning(first)).or_default().push(Form { words, term });
                }
            }
        }
        for forms in forms.values_mut() {
            forms.sort_by_key(|form| Reverse(form.words.len()));
        }
        Self { notes: terms.iter().map(|(id, term)| note(id, &term.value)).collect(), forms }
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
        let forms = self.forms.get(&beginning(&text[word.clone()]))?;
        forms.iter().find_map(|form| Some((follow(text, word, &form.words)?, form.term)))
    }
}

fn note(id: &Id<Term>, term: &Term) -> TermNote {
    TermNote { id: id.clone(), definition: polish(&term.definition), href: route::term(id) }
}

fn beginning(word: &str) -> Beginning {
    let mut letters = word.chars().map(fold);
    std::array::from_fn(|_| letters.next().unwrap_or_default())
}

/// Where the words end, if they follow one another after single spaces, beginning with a word of the text.
fn follow(text: &str, word: &Range<usize>, words: &[String]) -> Option<usize> {
    let mut word = word.clone();
    for (place, expected) in words.iter().enumerate() {
        if place > 0 {
            let space = text[word.end..].chars().next().filter(|c| [' ', NBSP].contains(c))?;
            let start = word.end + space.len_utf8();
            word = next_word(text, start).filter(|word| word.start == start)?;
        }
        if !text[word.clone()].chars().map(fold).eq(expected.chars()) {
            return None;
        }
    }
    Some(word.end)
}

/// The next run of letters, digits and hyphens.
fn next_word(text: &str, from: usize) -> Option<Range<usize>> {
    let belongs = |c: char| c == '-' || is_of_word(c);
    let start = from + text[from..].find(belongs)?;
    let length = text[start..].find(|c| !belongs(c)).unwrap_or(text.len() - start);
    Some(start..start + length)
}

#[cfg(test)]
mod tests {
    use crate::diag::{At, FileId, Span};

    use super::*;

    fn at<T>(value: T) -> At<T> {
        At::new(value, Span::new(FileId(0), 0..0))
    }

    /// Terms from lines such as `mentor наставник, наставника`.
    fn terms(text: &str) -> Terms {
        let mut table = Table::default();
        for line in text.lines() {
            let (id, forms) = line.trim().split_once(' ').unwrap();
            let mut forms = forms.split(", ").map(|form| at(form.to_owned()));
            let (term, definition) = (forms.next().unwrap(), format!("о слове {id}"));
            let term = Term { term, definition, source: None, forms: forms.collect() };
            table.insert(at(Id::parse(id).unwrap()), term).unwrap();
        }
        Terms::of(&table)
    }

    /// The pieces of a text, each found term as `[words]id`.
    fn marked(terms: &Terms, pieces: &[&str]) -> String {
        let mut explained = Explained::default();
        let mark = |piece: &&str| {
            let mut text = (*piece).to_owned();
            for (place, note) in terms.find(piece, &mut explained).into_iter().rev() {
                text.replace_range(place.clone(), &format!("[{}]{}", &piece[place], note.id));
            }
            text
        };
        pieces.iter().map(mark).collect::<Vec<_>>().join("|")
    }

    const GLOSSARY: &str = "mentor Наставник, наставника, педагог-наставник
        route индивидуальный маршрут, маршрут
        network сетевой маршрут, ёлка
        long маршрут в профессию";

    #[test]
    fn a_term_is_found_by_any_of_its_forms_and_only_whole() {
        let terms = terms(GLOSSARY);
        for (text, found) in [
            ("У наставника и НАСТАВНИК", "У [наставника]mentor и НАСТАВНИК"),
            ("наставничество, наставникам, донаставник", "наставничество, наставникам, донаставник"),
            ("«Наставник», сказал он", "«[Наставник]mentor», сказал он"),
            ("педагог-наставник", "[педагог-наставник]mentor"),
            ("мастер-наставник, наставник-2", "мастер-наставник, наставник-2"),
            ("у елки", "у елки"),
            ("Елка", "[Елка]network"),
            ("индивидуальный маршрут", "[индивидуальный маршрут]route"),
            ("Индивидуальный\u{a0}маршрут", "[Индивидуальный\u{a0}маршрут]route"),
            ("индивидуальный  маршрут", "индивидуальный  [маршрут]route"),
            ("индивидуальный, маршрут", "индивидуальный, [маршрут]route"),
            ("сетевой маршрут и маршрут", "[сетевой маршрут]network и [маршрут]route"),
            ("маршрут в профессию", "[маршрут в профессию]long"),
            ("маршрут в профессионал", "[маршрут]route в профессионал"),
            ("маршрут в", "[маршрут]route в"),
            ("", ""),
            ("🙂 — 12 %", "🙂 — 12 %"),
        ] {
            assert_eq!(marked(&terms, &[text]), found);
        }
    }

    #[test]
    fn only_the_first_use_in_a_text_is_explained() {
        let pieces = ["наставник", "маршрут наставника", "индивидуальный маршрут, елка"];
        let found = "[наставник]mentor|[маршрут]route наставника|индивидуальный маршрут, [елка]network";
        assert_eq!(marked(&terms(GLOSSARY), &pieces), found);
    }

    #[test]
    fn a_text_does_not_become_a_forest() {
        let names: Vec<String> = (0..2 * MOST).map(|n| format!("слово{n}")).collect();
        let lines: Vec<String> = names.iter().enumerate().map(|(n, name)| format!("t{n} {name}")).collect();
        let found = marked(&terms(&lines.join("\n")), &[&names.join(" ")]);
        assert_eq!(found.matches('[').count(), MOST);
    }
}
