//! Dates of birth: a date near words that say so.

use std::ops::Range;

use super::{Found, Text, What, Word, words};

/// What says that somebody was born on a day; «практика родилась в 2022 году» is no birth.
const DAYS: [&str; 3] = ["родился", "родилась", "дата рождения"];
/// What says so behind a mere year.
const YEARS: [&str; 4] = ["г. р.", "г.р.", "года рождения", "год рождения"];
/// How far a date may stand from its word, in bytes.
const NEAR: usize = 60;
const MONTHS: [&str; 12] = [
    "январ",
    "феврал",
    "март",
    "апрел",
    "ма",
    "июн",
    "июл",
    "август",
    "сентябр",
    "октябр",
    "ноябр",
    "декабр",
];

/// Finds dates of birth.
pub fn find(text: Text<'_>, found: &mut Vec<Found>) {
    for word in DAYS {
        for (at, _) in text.folded.match_indices(word) {
            let end = at + word.len();
            let day = day(text.after(end, NEAR)).map(|date| at..end + date.end);
            found.extend(day.map(|range| (range, What::Birth)));
        }
    }
    for word in YEARS {
        for (at, _) in text.folded.match_indices(word) {
            let before = text.before(at, NEAR);
            let bare = before.trim_end_matches([' ', '\u{a0}', ',']);
            let start = bare.len() - bare.len().min(4);
            if bare.is_char_boundary(start) && is_year(&bare[start..]) {
                let year = at - (before.len() - start);
                found.push((year..at + word.trim_end().len(), What::Birth));
            }
        }
    }
}

/// The first `12.05.1985`, `1985-05-12` or «12 мая 1985».
fn day(text: &str) -> Option<Range<usize>> {
    let words: Vec<Word<'_>> = words(text, char::is_alphanumeric).collect();
    words.windows(3).find_map(|three| {
        let [first, middle, last] = three else { return None };
        let is_day = |word: &str| word.parse().is_ok_and(|day: u8| (1..=31).contains(&day));
        let is_month = |word: &str| {
            word.parse().is_ok_and(|month: u8| (1..=12).contains(&month))
                || MONTHS.iter().any(|month| word.starts_with(month))
        };
        let begins = is_day(first.text) && is_year(last.text);
        let ends = is_year(first.text) && is_day(last.text);
        (is_month(middle.text) && (begins || ends)).then(|| first.at..last.end())
    })
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.parse().is_ok_and(|year: u16| (1900..=2099).contains(&year))
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    #[test]
    fn births_are_told_from_other_beginnings() {
        for (text, expected) in [
            ("Родилась 12 мая 1985 года в Ленинске", &["Birth: Родилась 12 мая 1985"][..]),
            ("Дата рождения: 12.05.1985", &["Birth: Дата рождения: 12.05.1985"]),
            ("birth = \"дата рождения 1985-05-12\"", &["Birth: дата рождения 1985-05-12"]),
            ("Иванов, 1985 г. р., учитель", &["Birth: 1985 г. р."]),
            ("2010 года рождения", &["Birth: 2010 года рождения"]),
            ("Практика родилась в 2022 году", &[]),
            ("Практика родилась из вопроса 12 учителей", &[]),
            ("дата рождения ребёнка не нужна", &[]),
            ("12.05.2024 г. принят приказ", &[]),
            ("год рождения проекта", &[]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }
}
