//! Dates of birth: a date near words that say so.

use std::ops::Range;

use super::{Found, Text, What, Word, is_person, words};

/// What says so in a form: people alone have it.
const FORMS: [&str; 5] = ["дата рожд", "д.р.", "д. р.", "д/р", "дату рожд"];
/// What says so of practices and schools too: «практика родилась 12 мая 2022 года».
const DAYS: [&str; 4] = ["родился", "родилась", "день рождения", "дня рождения"];
/// Nobody younger writes for a bank of practices, or is taught in a school.
const YOUNGEST: i16 = 5;
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

/// Finds dates of birth, as seen in a year.
pub fn find(text: Text<'_>, this_year: i16, found: &mut Vec<Found>) {
    let signs = FORMS.iter().map(|word| (word, true)).chain(DAYS.iter().map(|word| (word, false)));
    for (word, is_form) in signs {
        for at in text.starts(word) {
            let end = at + word.len();
            let Some((date, year)) = day(text.after(end, NEAR)) else { continue };
            let of_a_person = || {
                words(text.before(at, NEAR), char::is_alphabetic)
                    .last()
                    .is_some_and(|word| is_person(word.text))
            };
            if is_form || year < this_year - YOUNGEST || of_a_person() {
                found.push((at..end + date.end, What::Birth));
            }
        }
    }
    for word in YEARS {
        for at in memchr::memmem::find_iter(text.folded.as_bytes(), word) {
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

/// The first `12.05.1985`, `1985-05-12` or «12 мая 1985», and its year.
fn day(text: &str) -> Option<(Range<usize>, i16)> {
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
        let year = if begins { last } else { first }.text.parse().ok()?;
        (is_month(middle.text) && (begins || ends)).then(|| (first.at..last.end(), year))
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
            ("Петров А. А., д.р. 12.05.1985", &["Birth: д.р. 12.05.1985"]),
            ("Дата рожд.: 12.05.2019", &["Birth: Дата рожд.: 12.05.2019"]),
            ("День рождения — 12 мая 1985 г.", &["Birth: День рождения — 12 мая 1985"]),
            ("Ученица родилась 12 мая 2022 года", &["Birth: родилась 12 мая 2022"]),
            ("Практика родилась 12 мая 2022 года", &[]),
            ("День рождения школы 1 сентября 2024 года", &[]),
            ("и др. 12.05.1985", &[]),
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
