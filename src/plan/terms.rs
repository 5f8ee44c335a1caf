//! Terms of the glossary in running text: where a text first uses one, and what is said there.
//!
//! Apart from the bodies, because the words are looked for while a text is drawn: only there it is parsed again, and
//! reading every text once more would cost more than the search. A text is walked word by word, and only a word that
//! begins like a form is compared with it; so time is linear, and a form never begins or ends inside a word. Spaces, ends
//! of lines and quotation marks of all kinds are one to a form, because typography changes them.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::diag::At;
use crate::model::{Id, Table, Term};
use crate::words::{fold, is_of_word, polish};

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
    /// By their first letters, the longest first.
    forms: BTreeMap<Beginning, Vec<Form>>,
}

/// The first letters of a word; most words of a text begin like no form.
type Beginning = [char; 3];

/// A way to write a term.
#[derive(Debug)]
struct Form {
    /// Its letters and signs as they are compared, from its first word on.
    text: String,
    /// The place of its term among the notes.
    term: usize,
}

/// What a text has explained so far.
#[derive(Debug, Default)]
pub struct Explained {
    /// The terms that are not to be explained any more.
    passed: BTreeSet<usize>,
    notes: usize,
}

impl Terms {
    /// The terms of a glossary.
    pub fn of(terms: &Table<Term>) -> Self {
        let mut forms: BTreeMap<Beginning, Vec<Form>> = BTreeMap::new();
        for (term, (_, row)) in terms.iter().enumerate() {
            for text in row.spellings().filter_map(|spelling| compared(spelling)) {
                let first = next_word(&text, 0).unwrap_or_default();
                forms.entry(beginning(&text[first])).or_default().push(Form { text, term });
            }
        }
        for forms in forms.values_mut() {
            forms.sort_by_key(|form| Reverse(form.text.len()));
        }
        Self { notes: terms.iter().map(|(id, term)| note(id, &term.value)).collect(), forms }
    }

    /// The beginning of a text that uses some words in another meaning.
    pub fn except(&self, terms: &[At<Id<Term>>]) -> Explained {
        let is_other = |note: &TermNote| terms.iter().any(|term| term.value == note.id);
        let passed = self.notes.iter().enumerate().filter(|(_, note)| is_other(note));
        Explained { passed: passed.map(|(place, _)| place).collect(), notes: 0 }
    }

    /// The terms that a piece of a text uses first, with their places in it.
    pub fn find(&self, text: &str, explained: &mut Explained) -> Vec<(Range<usize>, &TermNote)> {
        let mut found = Vec::new();
        let mut at = 0;
        while explained.notes < MOST
            && let Some(word) = next_word(text, at)
        {
            at = word.end;
            if let Some((end, term)) = self.form_at(text, &word) {
                at = end;
                if explained.passed.insert(term) {
                    explained.notes += 1;
                    found.push((word.start..end, &self.notes[term]));
                }
            }
        }
        found
    }

    /// The longest form that begins with a word: where it ends, and its term.
    fn form_at(&self, text: &str, word: &Range<usize>) -> Option<(usize, usize)> {
        let forms = self.forms.get(&beginning(&text[word.clone()]))?;
        forms.iter().find_map(|form| Some((follow(text, word.start, &form.text)?, form.term)))
    }
}

fn note(id: &Id<Term>, term: &Term) -> TermNote {
    TermNote { id: id.clone(), definition: polish(&term.definition), href: route::term(id) }
}

fn beginning(word: &str) -> Beginning {
    let mut letters = word.chars().map(fold);
    std::array::from_fn(|_| letters.next().unwrap_or_default())
}

/// A form as it is compared. Signs in front of its first word are left out, and then those after its last one too:
/// they are the two ends of a quotation.
fn compared(spelling: &str) -> Option<String> {
    let set = polish(&spelling.split_whitespace().collect::<Vec<_>>().join(" "));
    let form = match set.trim_start_matches(|c| !belongs(c)) {
        rest if rest.len() < set.len() => rest.trim_end_matches(|c| !belongs(c)),
        whole => whole,
    };
    (!form.is_empty()).then(|| form.chars().map(alike).collect())
}

/// A letter or a sign as it is compared.
fn alike(c: char) -> char {
    match c {
        '\n' => ' ',
        '«' | '»' | '„' | '“' | '”' => '"',
        other => fold(other),
    }
}

/// Where a form ends that begins at a place of the text.
fn follow(text: &str, start: usize, form: &str) -> Option<usize> {
    let mut rest = text[start..].chars();
    if !form.chars().all(|c| rest.next().is_some_and(|next| alike(next) == c)) {
        return None;
    }
    let is_cut = form.ends_with(belongs) && rest.as_str().starts_with(belongs);
    (!is_cut).then(|| text.len() - rest.as_str().len())
}

/// The next run of letters, digits and hyphens.
fn next_word(text: &str, from: usize) -> Option<Range<usize>> {
    let start = from + text[from..].find(belongs)?;
    let length = text[start..].find(|c| !belongs(c)).unwrap_or(text.len() - start);
    Some(start..start + length)
}

fn belongs(c: char) -> bool {
    c == '-' || is_of_word(c)
}

#[cfg(test)]
mod tests {
    use crate::diag::{FileId, Span};

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
        long маршрут в профессию
        point Центр “Точка роста”, точка роста (центр)
        quoted «Билет в будущее»";

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
            ("Индивидуальный\nмаршрут", "[Индивидуальный\nмаршрут]route"),
            ("в центр «Точка роста»", "в [центр «Точка роста»]point"),
            ("(центр „Точка роста“)", "([центр „Точка роста“]point)"),
            ("точка роста (центр) и точка роста", "[точка роста (центр)]point и точка роста"),
            ("центр «Точка роста", "центр «Точка роста"),
            ("центр Точка роста", "центр Точка роста"),
            ("«Билет в будущее», билет\u{a0}в будущем", "«[Билет в будущее]quoted», билет\u{a0}в будущем"),
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
    fn a_word_in_another_meaning_is_left_alone() {
        let terms = terms(GLOSSARY);
        let mut explained = terms.except(&[at(Id::parse("mentor").unwrap())]);
        let found = terms.find("наставник, маршрут, ёлка", &mut explained);
        assert_eq!(found.iter().map(|(_, note)| note.id.as_str()).collect::<Vec<_>>(), ["route", "network"]);
    }

    #[test]
    fn a_text_does_not_become_a_forest() {
        let names: Vec<String> = (0..2 * MOST).map(|n| format!("слово{n}")).collect();
        let lines: Vec<String> = names.iter().enumerate().map(|(n, name)| format!("t{n} {name}")).collect();
        let found = marked(&terms(&lines.join("\n")), &[&names.join(" ")]);
        assert_eq!(found.matches('[').count(), MOST);
    }
}
