//! Pupils by surname and class: «ученица 5 «А» класса Петрова», «Петров Саша, ученик 5 класса».

use super::{Found, Text, What, Word, words};

/// How one pupil is called; the plural is nobody.
const ONE: [&str; 4] = ["учени", "обучающ", "учащ", "воспитанни"];
const SINGULAR: [&str; 13] =
    ["к", "ка", "ку", "ком", "ца", "цу", "цы", "це", "цей", "йся", "яся", "гося", "ейся"];
/// How most Russian surnames end, in their cases. Adjectives are left out: «5 класса Ленинского района».
const SURNAMES: [&str; 5] = ["ов", "ев", "ин", "ын", "енк"];
const CASES: [&str; 10] = ["", "а", "у", "ой", "ым", "о", "ы", "е", "ою", "ых"];
/// How far the class and the surname may stand, in bytes.
const NEAR: usize = 80;

/// Finds pupils.
pub fn find(text: Text<'_>, found: &mut Vec<Found>) {
    let starts = ONE.iter().flat_map(|word| text.folded.match_indices(word).map(|(at, _)| at));
    for at in starts.filter(|at| !text.folded[..*at].ends_with(char::is_alphabetic)) {
        let word_end = at + letters(&text.folded[at..]);
        let is_one = SINGULAR.iter().any(|ending| text.folded[at..word_end].ends_with(ending));
        let Some(class) = class(text.after(word_end, NEAR)).filter(|_| is_one) else { continue };
        let end = word_end + class;
        let (behind, before) = (surname_behind(text, end), surname_before(text, at));
        let range = behind.map(|surname| at..surname).or_else(|| before.map(|surname| surname..end));
        found.extend(range.map(|range| (range, What::Pupil)));
    }
}

/// Where a class ends that begins a text: « 5 «а» класса».
fn class(text: &str) -> Option<usize> {
    let number = text.trim_start();
    let letter = number.trim_start_matches(|c: char| c.is_ascii_digit());
    let word = letter.find("класс").filter(|at| letter[..*at].chars().count() <= 6)?;
    let is_number = (1..=2).contains(&(number.len() - letter.len()));
    let word = &letter[word..];
    is_number.then(|| text.len() - word.len() + letters(word))
}

/// Bytes of the word that begins a text.
fn letters(text: &str) -> usize {
    text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len())
}

/// The end of a surname right behind a place.
fn surname_behind(text: Text<'_>, at: usize) -> Option<usize> {
    let rest = text.after(at, NEAR);
    let start = at + rest.len() - rest.trim_start_matches([' ', ',', '(', '\u{a0}']).len();
    let end = start + letters(&text.folded[start..]);
    (text.is_capital(start) && is_surname(&text.folded[start..end])).then_some(end)
}

/// The start of a surname before a place, perhaps with a first name between.
fn surname_before(text: Text<'_>, at: usize) -> Option<usize> {
    let before = text.before(at, NEAR);
    let first = at - before.len();
    let words: Vec<Word<'_>> = words(before, char::is_alphabetic).collect();
    let joined =
        |word: &Word<'_>| before[word.at..].chars().all(|c| c.is_alphabetic() || " ,(—\u{a0}".contains(c));
    let near = words.iter().rev().take(2).take_while(|word| text.is_capital(first + word.at) && joined(word));
    near.filter(|word| is_surname(word.text)).map(|word| first + word.at).next()
}

fn is_surname(word: &str) -> bool {
    CASES
        .iter()
        .filter_map(|ending| word.strip_suffix(ending))
        .any(|base| base.chars().nth(3).is_some() && SURNAMES.iter().any(|ending| base.ends_with(ending)))
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    #[test]
    fn one_pupil_is_told_from_a_class() {
        for (text, expected) in [
            ("ученица 5 «А» класса Петрова Маша", &["Pupil: ученица 5 «А» класса Петрова"][..]),
            ("Петров Саша, ученик 7 класса", &["Pupil: Петров Саша, ученик 7 класса"]),
            ("Работа Сидоренко (обучающийся 9Б класса)", &["Pupil: Сидоренко (обучающийся 9Б класса"]),
            ("ученики 5 класса читают Тургенева", &[]),
            ("Читаем Пушкина. Ученик 5 класса пересказывает", &[]),
            ("учащиеся 5 класса Петрова и Сидорова", &[]),
            ("стихи Пушкина для учеников 5 класса", &[]),
            ("ученик 5 класса Ленинского района", &[]),
            ("ученик 5 класса. Уроки", &[]),
            ("Каждый ученик получает карточку", &[]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }
}
