//! Names of the register, in whatever case and order: «Иванова Мария», «Марией Петровной», «М. П. Ивановой».
//!
//! A surname with the first name or with the initials is that person. Less may be a namesake: «Александр Сергеевич» is
//! not always the teacher.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use crate::model::{Consents, Id, Person};
use crate::words::{folded, is_letter, is_patronymic, name_base, name_bases};

use super::latin::Surnames;
use super::{Found, Text, What, Word, words};

/// The places of a name, as the register writes it.
const SURNAME: usize = 0;
const FIRST: usize = 1;
const PATRONYMIC: usize = 2;

/// The bases of all words of all names: which person, and which word of the name.
#[derive(Debug, Default)]
pub struct Names {
    words: BTreeMap<String, Vec<(usize, usize)>>,
    people: Vec<Named>,
    surnames: Surnames,
}

#[derive(Debug)]
struct Named {
    id: String,
    /// The first letters of the first name and the patronymic.
    initials: Vec<char>,
}

/// How much of a name stands in a text, from the least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Grade {
    Surname,
    Part,
    Whole,
}

/// A name that was found: its words, whose it is, how much of it.
struct Match {
    words: RangeInclusive<usize>,
    person: usize,
    grade: Grade,
}

/// The words of a text, from the last name that was found in it.
struct Reading<'t> {
    text: Text<'t>,
    words: Vec<Word<'t>>,
    /// The first word that belongs to no name found so far.
    free: usize,
}

impl Names {
    /// The names of a register.
    pub fn of(consents: &Consents) -> Self {
        let mut names = Self::default();
        for (number, (id, person)) in consents.people.iter().enumerate() {
            let name = folded(&person.name);
            let parts: Vec<&str> = words(&name, char::is_alphabetic).map(|word| word.text).collect();
            for (place, part) in parts.iter().enumerate() {
                for base in name_bases(part) {
                    names.words.entry(base).or_default().push((number, place));
                }
            }
            let initials: Vec<char> =
                parts.iter().skip(FIRST).filter_map(|part| part.chars().next()).collect();
            if let Some(surname) = parts.get(SURNAME) {
                names.surnames.add(number, surname, &initials);
            }
            names.people.push(Named { id: id.to_string(), initials });
        }
        names
    }

    /// Finds names, their parts and bare surnames.
    pub fn find(&self, text: Text<'_>, found: &mut Vec<Found>) {
        if self.people.is_empty() {
            return;
        }
        let mut reading = Reading { text, words: words(text.folded, is_letter).collect(), free: 0 };
        let mut at = 0;
        while at < reading.words.len() {
            if let Some(name) = self.name_at(&reading, at) {
                let id = self.people[name.person].id.clone();
                let what = match name.grade {
                    Grade::Whole => What::Name(id),
                    Grade::Part => What::Part(id),
                    Grade::Surname => What::Surname(id),
                };
                let range = reading.words[*name.words.start()].at..reading.words[*name.words.end()].end();
                found.push((range, what));
                at = *name.words.end();
                reading.free = at + 1;
            }
            at += 1;
        }
    }

    /// The name that has a whole word here: the most telling one, then the longest.
    fn name_at(&self, reading: &Reading<'_>, at: usize) -> Option<Match> {
        let whose = self.words.get(name_base(reading.words[at].text))?;
        let names = whose.iter().filter_map(|(person, _)| {
            let joins = |one: usize, next: usize, other: usize| {
                let (word, text) = (reading.words[other], reading.text);
                let looks_alike = text.is_capital(word.at) == text.is_capital(reading.words[at].at);
                looks_alike
                    && self.belongs(text, word, *person)
                    && are_near(text, reading.words[one], reading.words[next])
            };
            let last = reading.words.len().min(at + 3);
            let behind = (at + 1..last).take_while(|next| joins(next - 1, *next, *next)).count();
            let first = reading.free.max(at.saturating_sub(2));
            let before = (first..at).rev().take_while(|one| joins(*one, one + 1, *one)).count();
            let words = at - before..=at + behind;
            let grade = self.grade(reading, &words, *person)?;
            Some(Match { words, person: *person, grade })
        });
        names.max_by_key(|name| (name.grade, name.words.end() - name.words.start()))
    }

    /// Which words of a person's name a word is.
    fn places(&self, word: Word<'_>, person: usize) -> impl Iterator<Item = usize> {
        let whose = self.words.get(name_base(word.text)).into_iter().flatten();
        whose.filter(move |(other, _)| *other == person).map(|(_, place)| *place)
    }

    /// Whether a word may stand in a person's name: it is a word of it, or an initial with its full stop.
    fn belongs(&self, text: Text<'_>, word: Word<'_>, person: usize) -> bool {
        let is_initial = || word.is_initial() && text.folded[word.end()..].starts_with('.');
        is_initial() || self.places(word, person).next().is_some()
    }

    /// How much of a person's name some words are.
    fn grade(&self, reading: &Reading<'_>, range: &RangeInclusive<usize>, person: usize) -> Option<Grade> {
        let words = &reading.words[range.clone()];
        let stands = |place: usize| {
            words
                .iter()
                .position(|word| !word.is_initial() && self.places(*word, person).any(|one| one == place))
        };
        let Some(surname) = stands(SURNAME) else {
            return (stands(FIRST).is_some() && words.len() > 1).then_some(Grade::Part);
        };
        let (before, behind) = (initials(&words[..surname]), initials(&words[surname + 1..]));
        let is_whole = match stands(FIRST).filter(|first| *first != surname) {
            Some(_) => !self.is_namesake(reading, *range.end(), person),
            None => self.are_initials(&before, person) || self.are_initials(&behind, person),
        };
        let capital = reading.text.is_capital(words[surname].at);
        match words.len() {
            _ if is_whole => Some(Grade::Whole),
            1 => capital.then_some(Grade::Surname),
            _ => Some(Grade::Part),
        }
    }

    /// Whether initials stand for the first name and the patronymic, in this order.
    fn are_initials(&self, given: &[char], person: usize) -> bool {
        let own = &self.people[person].initials;
        !given.is_empty() && !own.is_empty() && given.iter().zip(own).all(|(given, own)| given == own)
    }

    /// Whether another patronymic stands behind a name: «Иванова Анна Сергеевна» is not «Иванова Анна Петровна».
    fn is_namesake(&self, reading: &Reading<'_>, end: usize, person: usize) -> bool {
        let next =
            reading.words.get(end + 1).filter(|next| are_near(reading.text, reading.words[end], **next));
        let is_strange = |word: &Word<'_>| {
            is_patronymic(word.text) && !self.places(*word, person).any(|place| place == PATRONYMIC)
        };
        self.people[person].initials.len() >= PATRONYMIC && next.is_some_and(is_strange)
    }

    /// Whose surnames stand in an address, in Russian or Latin letters.
    pub fn in_address(&self, address: &str) -> impl Iterator<Item = &str> {
        self.surnames.in_address(&folded(address)).into_iter().map(|person| self.people[person].id.as_str())
    }

    /// Whether an id is made of the surname that it must not tell.
    pub fn tells(&self, id: &Id<Person>) -> bool {
        self.in_address(id.as_str()).any(|person| person == id.as_str())
    }
}

/// The initials among some words, which stand on one side of a surname.
fn initials(words: &[Word<'_>]) -> Vec<char> {
    words.iter().filter(|word| word.is_initial()).filter_map(|word| word.text.chars().next()).collect()
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

    fn names() -> Names {
        let mut consents = Consents::default();
        let people = [
            ("p-1", "Вымышленова Мария Петровна"),
            ("p-2", "Придуманский Пётр Ильич"),
            ("p-3", "Кузнецов Александр Сергеевич"),
            ("p-4", "Кравец Зоя"),
        ];
        for (id, name) in people {
            let id = At::new(Id::parse(id).unwrap(), Span::new(FileId(0), 0..0));
            let at = |text: &str| At::new(text.to_owned(), id.span);
            let (name, role) = (at(name), at(""));
            consents.people.insert(id, Person { name, role, contact: None, consents: Vec::new() }).unwrap();
        }
        Names::of(&consents)
    }

    fn found(text: &str) -> Vec<String> {
        scan(text, &names(), 2025).into_iter().map(|one| format!("{:?}: {}", one.what, one.text)).collect()
    }

    #[test]
    fn a_name_is_found_in_every_case_and_order() {
        for (text, expected) in [
            ("вымышленова мария петровна", "Name(\"p-1\"): вымышленова мария петровна"),
            ("Опыт Вымышленовой М. П., учителя", "Name(\"p-1\"): Вымышленовой М. П"),
            ("М.П. Вымышленову", "Name(\"p-1\"): М.П. Вымышленову"),
            ("М. Вымышленова", "Name(\"p-1\"): М. Вымышленова"),
            ("**Мария** Вымышленова", "Name(\"p-1\"): Мария** Вымышленова"),
            ("Мария Петровна Вымышленова", "Name(\"p-1\"): Мария Петровна Вымышленова"),
            ("П. И. ПРИДУМАНСКОГО", "Name(\"p-2\"): П. И. ПРИДУМАНСКОГО"),
            ("урок Придуманского", "Surname(\"p-2\"): Придуманского"),
            ("у Зои Кравец", "Name(\"p-4\"): Зои Кравец"),
            ("для З. Кравца", "Name(\"p-4\"): З. Кравца"),
            ("М.&nbsp;Вымышленова", "Name(\"p-1\"): М.\u{a0}Вымышленова"),
            ("Вымышленова&nbsp;Мария", "Name(\"p-1\"): Вымышленова\u{a0}Мария"),
            ("&#1042;ымышленова&#32;Мария", "Name(\"p-1\"): Вымышленова Мария"),
            ("summary = \"\\u0412ымышленова М.\"", "Name(\"p-1\"): Вымышленова М"),
        ] {
            assert_eq!(found(text), [expected], "{text}");
        }
    }

    #[test]
    fn a_namesake_is_not_the_person() {
        for (text, expected) in [
            ("с Марией\nПетровной.", "Part(\"p-1\"): Марией\nПетровной"),
            ("Александр Сергеевич Пушкин", "Part(\"p-3\"): Александр Сергеевич"),
            ("Кузнецов П. С.", "Part(\"p-3\"): Кузнецов П. С"),
            ("С. А. Кузнецов", "Part(\"p-3\"): С. А. Кузнецов"),
            ("Кузнецов А. П.", "Part(\"p-3\"): Кузнецов А. П"),
            ("Кузнецов Александр Петрович", "Part(\"p-3\"): Кузнецов Александр"),
            ("знает вера Кравца", "Surname(\"p-4\"): Кравца"),
        ] {
            assert_eq!(found(text), [expected], "{text}");
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
            assert_eq!(found(text), [""; 0], "{text}");
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
            assert_eq!(names().in_address(path).next(), person, "{path}");
        }
    }
}
