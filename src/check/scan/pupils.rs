//! Pupils by surname and class: «ученица 5 «А» класса Петрова», «Победитель: Петров Саша, 7 «Б» класс».

use std::ops::Range;

use crate::words::{is_given_name, is_patronymic, is_surname};

use super::{Found, Text, What, Word, words};

/// How one pupil is called; the plural is nobody.
const ONE: [&str; 4] = ["учени", "обучающ", "учащ", "воспитанни"];
const SINGULAR: [&str; 13] =
    ["к", "ка", "ку", "ком", "ца", "цу", "цы", "це", "цей", "йся", "яся", "гося", "ейся"];
/// How far the class and the surname may stand, in bytes.
const NEAR: usize = 80;
/// What begins a sentence before a pupil as a surname would.
const NO_SURNAMES: [&str; 3] = ["один", "одной", "одну"];

/// Finds pupils: from a class to a surname on either side of it. A surname is told by a first name beside it, or by a
/// word for a pupil between it and the class.
pub fn find(text: Text<'_>, found: &mut Vec<Found>) {
    for class in text.starts("кл").filter_map(|at| class(text, at)) {
        let before = words_before(text, class.start);
        let pupil = before.last().copied().filter(|word| is_pupil(word.text));
        let start = pupil.map_or(class.start, |word| word.at);
        let named = &before[..before.len() - usize::from(pupil.is_some())];
        let range = surname_before(text, named, start, pupil)
            .map(|at| at..class.end)
            .or_else(|| surname_behind(text, class.end, pupil).map(|end| start..end));
        found.extend(range.map(|range| (range, What::Pupil)));
    }
}

/// A class by the place of its word: «5 «а» класса», «7 кл.».
fn class(text: Text<'_>, at: usize) -> Option<Range<usize>> {
    let end = at + letters(&text.folded[at..]);
    let is_one = matches!(&text.folded[at..end], "класс" | "класса" | "классу" | "классом" | "классе" | "кл");
    let before = text.before(at, 16);
    let letter = before.rfind(|c: char| c.is_ascii_digit())? + 1;
    let number = before[..letter].trim_end_matches(|c: char| c.is_ascii_digit());
    let is_number = (1..=2).contains(&(letter - number.len()));
    let between = before[letter..].trim_matches([' ', '\u{a0}', '«', '»', '"', '-', '–', '\'']);
    (is_one && is_number && between.chars().nth(1).is_none()).then(|| at - before.len() + number.len()..end)
}

/// Bytes of the word that begins a text.
fn letters(text: &str) -> usize {
    text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len())
}

fn is_pupil(word: &str) -> bool {
    ONE.iter().any(|one| word.starts_with(one)) && SINGULAR.iter().any(|ending| word.ends_with(ending))
}

/// The words before a place that belong to one phrase with it, at most a pupil and a name of three words.
fn words_before(text: Text<'_>, at: usize) -> Vec<Word<'_>> {
    let before = text.before(at, NEAR);
    let start = at - before.len();
    let phrase = before.rfind(|c: char| !joins(c)).map_or(before, |last| {
        let end = last + before[last..].chars().next().map_or(0, char::len_utf8);
        &before[end..]
    });
    let first = start + before.len() - phrase.len();
    let words = words(phrase, char::is_alphabetic).map(|word| Word { at: first + word.at, ..word });
    let words: Vec<Word<'_>> = words.collect();
    words[words.len().saturating_sub(4)..].to_vec()
}

/// What stands inside a phrase: «Петров Саша (ученик, 7 класс)».
fn joins(c: char) -> bool {
    c.is_alphabetic() || " ,(—–-\u{a0}*_".contains(c)
}

/// The start of the name that ends before a place: two words, or behind it a word for a pupil, a surname alone.
fn surname_before(text: Text<'_>, words: &[Word<'_>], at: usize, pupil: Option<Word<'_>>) -> Option<usize> {
    if let [.., one, two] = words
        && is_name(text, *one, *two)
    {
        return Some(one.at);
    }
    let last = words.last().filter(|word| pupil.is_some() && is_bare_surname(text, **word))?;
    // «Картина ученицы» is no surname.
    text.folded[last.end()..at].contains([',', '(', '—', '–']).then_some(last.at)
}

/// The end of the name that begins behind a place.
fn surname_behind(text: Text<'_>, at: usize, pupil: Option<Word<'_>>) -> Option<usize> {
    let rest = text.after(at, NEAR);
    let phrase = &rest[..rest.find(|c: char| !joins(c)).unwrap_or(rest.len())];
    let mut words = words(phrase, char::is_alphabetic).map(|word| Word { at: at + word.at, ..word });
    let (first, second, third) = (words.next()?, words.next(), words.next());
    let is_adult = third.is_some_and(|word| is_patronymic(word.text));
    match second.filter(|second| is_name(text, first, *second)) {
        Some(second) => (!is_adult).then(|| second.end()),
        None => (pupil.is_some() && is_bare_surname(text, first)).then(|| first.end()),
    }
}

/// A surname and a first name, in whatever order.
fn is_name(text: Text<'_>, one: Word<'_>, two: Word<'_>) -> bool {
    let is = |surname: Word<'_>, given: Word<'_>| is_surname(surname.text) && is_given_name(given.text);
    let are_capital = text.is_capital(one.at) && text.is_capital(two.at);
    are_capital && (is(one, two) || is(two, one)) && !text.folded[one.end()..two.at].contains(['(', ','])
}

fn is_bare_surname(text: Text<'_>, word: Word<'_>) -> bool {
    text.is_capital(word.at) && is_surname(word.text) && !NO_SURNAMES.contains(&word.text)
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    #[test]
    fn one_pupil_is_told_from_a_class() {
        for (text, expected) in [
            ("ученица 5 «А» класса Петрова Маша", &["Pupil: ученица 5 «А» класса Петрова Маша"][..]),
            ("ученица 5 «А» класса Петрова", &["Pupil: ученица 5 «А» класса Петрова"]),
            ("Петров Саша, ученик 7 класса", &["Pupil: Петров Саша, ученик 7 класса"]),
            ("ученик Петров Саша, 7 класс", &["Pupil: Петров Саша, 7 класс"]),
            ("ученица Петрова Маша (5 «А» класс)", &["Pupil: Петрова Маша (5 «А» класс"]),
            ("Победитель: Петров Саша, 7 «Б» класс", &["Pupil: Петров Саша, 7 «Б» класс"]),
            ("Маша Петрова, 7Б кл.", &["Pupil: Маша Петрова, 7Б кл"]),
            ("10-А класс: диплом", &[]),
            ("11 класс, Сидоренко Дмитрий", &["Pupil: 11 класс, Сидоренко Дмитрий"]),
            ("Работа Сидоренко (обучающийся 9Б класса)", &["Pupil: Сидоренко (обучающийся 9Б класса"]),
            ("ученики 5 класса читают Тургенева", &[]),
            ("Читаем Пушкина. Ученик 5 класса пересказывает", &[]),
            ("учащиеся 5 класса Петрова и Сидорова", &[]),
            ("стихи Пушкина для учеников 5 класса", &[]),
            ("ученик 5 класса Ленинского района", &[]),
            ("ученик 5 класса. Уроки", &[]),
            ("Один ученик 5 класса решил задачу", &[]),
            ("Ученик 5 класса Основы безопасности", &[]),
            ("Картина ученицы 5 класса", &[]),
            ("Классный руководитель 7 класса Петрова Мария Ивановна", &[]),
            ("Тургенев, 7 класс", &[]),
            ("Каждый ученик получает карточку", &[]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }
}
