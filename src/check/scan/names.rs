//! Names of the register, in whatever case and order: «Иванова Мария», «Марией Петровной», «М. П. Ивановой».

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use crate::model::{Consents, transliterated};
use crate::words::{is_letter, name_base};

use super::{Found, Text, What, Word, folded, words};

/// The bases of all words of all names: which person, and which word of the name.
#[derive(Debug, Default)]
pub struct Names {
    words: BTreeMap<String, Vec<(usize, usize)>>,
    people: Vec<Person>,
}

#[derive(Debug)]
struct Person {
    id: String,
    /// The first letters of the words.
    initials: Vec<char>,
    /// Which of the words is the surname.
    surname: usize,
    /// The surname as it may stand in an address.
    latin: String,
}

impl Names {
    /// The names of a register.
    pub fn of(consents: &Consents) -> Self {
        let mut names = Self::default();
        for (number, (id, person)) in consents.people.iter().enumerate() {
            let name = folded(&person.name);
            let parts: Vec<&str> = words(&name, char::is_alphabetic).map(|word| word.text).collect();
            for (place, part) in parts.iter().enumerate() {
                names.words.entry(name_base(part).to_owned()).or_default().push((number, place));
            }
            let surname = surname(&parts);
            names.people.push(Person {
                id: id.to_string(),
                initials: parts.iter().filter_map(|part| part.chars().next()).collect(),
                surname,
                latin: parts.get(surname).map(|part| transliterated(part)).unwrap_or_default(),
            });
        }
        names
    }

    /// Finds names and bare surnames.
    pub fn find(&self, text: Text<'_>, found: &mut Vec<Found>) {
        if self.people.is_empty() {
            return;
        }
        let words: Vec<Word<'_>> = words(text.folded, is_letter).collect();
        let mut at = 0;
        while at < words.len() {
            let Some((parts, person, place)) = self.name_at(text, &words, at) else {
                at += 1;
                continue;
            };
            let Person { id, surname, .. } = &self.people[person];
            let range = words[*parts.start()].at..words[*parts.end()].end();
            if parts.start() < parts.end() {
                found.push((range, What::Name(id.clone())));
            } else if place == *surname && text.is_capital(range.start) {
                found.push((range, What::Surname(id.clone())));
            }
            at = parts.end() + 1;
        }
    }

    /// The longest name that has its word here: its words, whose it is, and which word of it this one is.
    fn name_at(
        &self,
        text: Text<'_>,
        words: &[Word<'_>],
        at: usize,
    ) -> Option<(RangeInclusive<usize>, usize, usize)> {
        let whose = self.words.get(name_base(words[at].text))?;
        let names = whose.iter().map(|(person, place)| {
            let joins = |one: usize, next: usize, other: usize| {
                self.belongs(text, words[other], *person) && are_near(text, words[one], words[next])
            };
            let behind = (at + 1..words.len()).take_while(|next| joins(next - 1, *next, *next)).count();
            let before = (0..at).rev().take_while(|one| joins(*one, one + 1, *one)).count();
            (at - before..=at + behind, *person, *place)
        });
        names.max_by_key(|(parts, _, _)| parts.end() - parts.start())
    }

    /// Whether a word is a word of a person's name, or an initial of it with its full stop.
    fn belongs(&self, text: Text<'_>, word: Word<'_>, person: usize) -> bool {
        if word.is_initial() {
            let initial = word.text.chars().next();
            let is_ours = initial.is_some_and(|initial| self.people[person].initials.contains(&initial));
            return is_ours && text.folded[word.end()..].starts_with('.');
        }
        let whose = self.words.get(name_base(word.text));
        whose.is_some_and(|whose| whose.iter().any(|(other, _)| *other == person))
    }

    /// Whose surname stands in a path, in Russian or Latin letters.
    pub fn in_path(&self, path: &str) -> Option<&str> {
        let path = folded(path);
        let mut parts = words(&path, char::is_alphabetic).map(|word| word.text);
        parts.find_map(|part| {
            let whose = self.words.get(name_base(part)).into_iter().flatten();
            let russian = whose.filter(|(person, place)| self.people[*person].surname == *place);
            let russian = russian.map(|(person, _)| &self.people[*person]).next();
            let person = russian.or_else(|| self.people.iter().find(|person| person.latin == part))?;
            Some(person.id.as_str())
        })
    }
}

/// The surname stands first, or behind the patronymic: «Мария Петровна Иванова».
fn surname(parts: &[&str]) -> usize {
    let is_patronymic = |part: &&str| ["ич", "вна", "чна"].iter().any(|ending| part.ends_with(ending));
    if parts.get(1).is_some_and(is_patronymic) { parts.len() - 1 } else { 0 }
}

/// Words of one name stand side by side; a full stop between them belongs to an initial.
fn are_near(text: Text<'_>, one: Word<'_>, next: Word<'_>) -> bool {
    let between = &text.folded[one.end()..next.at];
    let separates =
        |c: char| c.is_whitespace() || matches!(c, '*' | '_' | '-') || (c == '.' && one.is_initial());
    between.chars().count() <= 4 && between.chars().all(separates)
}

#[cfg(test)]
mod tests {
    use super::super::scan;
    use super::*;
    use crate::diag::{At, FileId, Span};
    use crate::model::{Id, Person};

    fn names() -> Names {
        let mut consents = Consents::default();
        let people = [("p-1", "Вымышленова Мария Петровна"), ("p-2", "Пётр Ильич Придуманский")];
        for (id, name) in people {
            let id = At::new(Id::parse(id).unwrap(), Span::new(FileId(0), 0..0));
            let (name, role) = (name.to_owned(), String::new());
            consents.people.insert(id, Person { name, role, contact: None, consents: Vec::new() }).unwrap();
        }
        Names::of(&consents)
    }

    #[test]
    fn a_name_is_found_in_every_case_and_order() {
        for (text, expected) in [
            ("вымышленова мария петровна", "Name(\"p-1\"): вымышленова мария петровна"),
            ("Опыт Вымышленовой М. П., учителя", "Name(\"p-1\"): Вымышленовой М. П"),
            ("М.П. Вымышленову", "Name(\"p-1\"): М.П. Вымышленову"),
            ("с Марией\nПетровной.", "Name(\"p-1\"): Марией\nПетровной"),
            ("**Мария** Вымышленова", "Name(\"p-1\"): Мария** Вымышленова"),
            ("у Петра Ильича", "Name(\"p-2\"): Петра Ильича"),
            ("П. И. ПРИДУМАНСКОГО", "Name(\"p-2\"): П. И. ПРИДУМАНСКОГО"),
            ("урок Придуманского", "Surname(\"p-2\"): Придуманского"),
        ] {
            let found: Vec<String> = scan(text, &names())
                .into_iter()
                .map(|(range, what)| format!("{what:?}: {}", &text[range]))
                .collect();
            assert_eq!(found, [expected], "{text}");
        }
    }

    #[test]
    fn a_part_of_a_name_or_of_a_word_is_no_name() {
        for text in [
            "Мария",
            "мария. Петровна",
            "в придуманской стране",
            "Непридуманский рассказ",
            "Мария Ильинична и Пётр Сергеевич",
            "Вымышленные числа",
        ] {
            assert_eq!(scan(text, &names()), [], "{text}");
        }
    }

    #[test]
    fn a_surname_is_seen_in_an_address() {
        for (path, person) in [
            ("content/practices/pair/vymyshlenova.jpg", Some("p-1")),
            ("content/pages/о Вымышленовой.pdf", Some("p-1")),
            ("content/practices/pridumanskij-m/index.md", Some("p-2")),
            ("content/practices/mariya.md", None),
        ] {
            assert_eq!(names().in_path(path), person, "{path}");
        }
    }
}
