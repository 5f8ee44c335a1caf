//! Numbers of people: telephones, insurance numbers (СНИЛС), passports.

use std::ops::Range;

use crate::words::is_letter;

use super::{Found, Text, What, Word, is_person, words};

/// Runs of digits in the longest telephone: `8 (84478) 4-19-31`, `+7 927 555 01 01`.
const MOST_RUNS: usize = 6;
/// How far behind its word a number may stand, in bytes.
const NEAR: usize = 120;
/// What may stand between the parts of a number.
const SEPARATORS: &str = " \u{a0}\u{202f}\u{2009}-\u{2010}\u{2011}\u{2012}–—().№";
/// What a number is called that belongs to no person.
const OTHER_NUMBERS: [&str; 11] =
    ["инн", "огрн", "огрнип", "кпп", "окпо", "октмо", "окато", "бик", "кбк", "уин", "счет"];
/// What else has a series and a number, and is no passport.
const OTHER_PAPERS: [&str; 8] =
    ["диплом", "удостоверени", "свидетельств", "лицензи", "аттестат", "сертификат", "грамот", "бланк"];

/// Finds numbers of people.
pub fn find(text: Text<'_>, found: &mut Vec<Found>) {
    let first = found.len();
    let runs = runs(text.folded);
    for at in 0..runs.len() {
        let several = &runs[at..runs.len().min(at + MOST_RUNS)];
        let number = phone(text, several)
            .map(|range| (range, What::Phone))
            .or_else(|| snils(text, several).map(|range| (range, What::Snils)))
            .or_else(|| passport(text, several).map(|range| (range, What::Passport)));
        // A number inside another one is not a second number.
        let inside = |one: &Found| found[first..].last().is_some_and(|(range, _)| one.0.start < range.end);
        found.extend(number.filter(|one| !inside(one)));
    }
}

/// Runs of digits, in order.
fn runs(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, _) in bytes.iter().enumerate().filter(|(_, byte)| byte.is_ascii_digit()) {
        match runs.last_mut().filter(|run| run.end == at) {
            Some(run) => run.end = at + 1,
            None => runs.push(at..at + 1),
        }
    }
    runs
}

/// So many of the runs as make up a number of this length, with nothing but separators between them.
fn joined(text: &str, runs: &[Range<usize>], length: usize) -> Option<(Range<usize>, String)> {
    let mut digits = String::new();
    let mut end = runs.first()?.start;
    for run in runs {
        let between = &text[end..run.start];
        // Bold digits are digits.
        let between = || between.chars().filter(|c| *c != '*');
        if between().count() > 3 || !between().all(|c| SEPARATORS.contains(c)) {
            return None;
        }
        digits.push_str(&text[run.clone()]);
        end = run.end;
        if digits.len() >= length {
            break;
        }
    }
    (digits.len() == length).then(|| (runs[0].start..end, digits))
}

/// Whether the word in front says that the number is no person's.
fn is_other(text: Text<'_>, at: usize) -> bool {
    let before = text.before(at, 40).trim_end_matches([' ', '\u{a0}', ':', '—', '–', '(']);
    OTHER_NUMBERS.iter().any(|name| {
        let rest = before.strip_suffix(name);
        rest.is_some_and(|rest| !rest.ends_with(char::is_alphabetic))
    })
}

/// The word that says what a number in this place is, with its own place: nothing stands between them but signs, the
/// words «серия» and «номер», and whose number it is.
fn named(text: Text<'_>, at: usize) -> Option<Word<'_>> {
    let before = text.before(at, NEAR);
    let start = at - before.len();
    let mut end = before.len();
    let words: Vec<Word<'_>> = words(before, char::is_alphanumeric).collect();
    for word in words.into_iter().rev() {
        let joins = |c: char| c.is_whitespace() || ":,№#(«»\"=|*_-–—".contains(c);
        let is_between = is_person(word.text) || ["номер", "номера", "n"].contains(&word.text);
        if !before[word.end()..end].chars().all(joins) {
            return None;
        }
        if !is_between {
            return Some(Word { at: start + word.at, ..word });
        }
        end = word.at;
    }
    None
}

/// Eleven digits right behind the word «СНИЛС», or in its form with a right control number.
fn snils(text: Text<'_>, runs: &[Range<usize>]) -> Option<Range<usize>> {
    let (range, digits) = joined(text.folded, runs, 11)?;
    let lengths = runs.iter().take(4).map(Range::len);
    let dashes = |one: &Range<usize>, next: &Range<usize>| {
        matches!(&text.folded[one.end..next.start], "-" | "\u{2011}" | "–" | "—")
    };
    let formed = lengths.eq([3, 3, 3, 2]) && dashes(&runs[0], &runs[1]) && dashes(&runs[1], &runs[2]);
    let is_named = || named(text, range.start).is_some_and(|word| word.text == "снилс");
    let is_free = digits.starts_with("8800") || digits.bytes().all(|digit| digit == b'0');
    ((formed && is_controlled(&digits)) || (!is_free && is_named())).then_some(range)
}

/// The control number of the Pension Fund: digits times 9…1, modulo 101, 100 as 0. The first thousands have none.
fn is_controlled(digits: &str) -> bool {
    let (number, control) = digits.split_at(9);
    let sum: u32 = number.bytes().zip((1..=9).rev()).map(|(digit, by)| u32::from(digit - b'0') * by).sum();
    number > "001001998" && control.parse() == Ok(sum % 101 % 100)
}

/// Four and six digits right behind «паспорт» or «серия».
fn passport(text: Text<'_>, runs: &[Range<usize>]) -> Option<Range<usize>> {
    let (range, lengths) = series(text, runs)?;
    let formed = matches!(lengths.as_slice(), [4, 6] | [2, 2, 6] | [10]);
    // `3415001234-practices` is the name of a set of open data: those have passports too.
    let goes_on = text.folded[range.end..].starts_with(|c: char| c.is_alphanumeric() || "-/".contains(c));
    if !formed || goes_on {
        return None;
    }
    let word = named(text, range.start)?;
    let is_series = ["серия", "серии"].contains(&word.text);
    let paper = words(text.before(word.at, NEAR), is_letter).last();
    let is_other = paper.is_some_and(|paper| OTHER_PAPERS.iter().any(|other| paper.text.starts_with(other)));
    let is_passport = word.text.starts_with("паспорт") || (is_series && !is_other);
    is_passport.then_some(range)
}

/// The runs of a series and a number, perhaps with a word between them: `1803 123456`, «1803, номер 123456».
fn series(text: Text<'_>, runs: &[Range<usize>]) -> Option<(Range<usize>, Vec<usize>)> {
    if let Some((range, _)) = joined(text.folded, runs, 10) {
        let lengths = runs.iter().take_while(|run| run.end <= range.end).map(Range::len).collect();
        return Some((range, lengths));
    }
    let (series, digits) = joined(text.folded, runs, 4)?;
    let number = runs.iter().find(|run| run.start > series.end)?;
    let between = text.folded[series.end..number.start].trim_matches([' ', '\u{a0}', ',', ':', ';', '№']);
    let lengths = vec![digits.len(), number.len()];
    matches!(between, "" | "номер" | "ном.").then_some((series.start..number.end, lengths))
}

/// Eleven digits that begin with `+7` or `8` and the code of a region or of a network; `8 800` is nobody's own.
fn phone(text: Text<'_>, runs: &[Range<usize>]) -> Option<Range<usize>> {
    let (range, digits) = joined(text.folded, runs, 11)?;
    let before = text.folded[..range.start].chars().next_back();
    let international = before == Some('+') && digits.starts_with('7');
    // «7 927 555 01 01» is a telephone by its groups alone.
    let grouped = digits.starts_with('7') && runs.iter().map(Range::len).take(5).eq([1, 3, 3, 2, 2]);
    let begins = international || ((grouped || digits.starts_with('8')) && !is_attached(text, range.start));
    let code = digits.as_bytes()[1];
    let whole_code = matches!(runs[0].len(), 1 | 4..=7 | 11) && (runs[0].len() != 1 || runs[1].len() >= 3);
    let is_phone = begins && whole_code && b"3489".contains(&code) && &digits[1..4] != "800";
    let is_numbered = text.before(range.start, 8).trim_end().ends_with('№');
    (is_phone && !is_numbered && !is_other(text, range.start))
        .then(|| range.start - usize::from(international)..range.end)
}

/// Whether digits go on something: a word, an address, a fraction. A stop behind a word ends it: «тел.8927…».
fn is_attached(text: Text<'_>, at: usize) -> bool {
    let mut before = text.folded[..at].chars().rev();
    let (last, one) = (before.next(), before.next());
    let goes_on = |c: char| c.is_alphanumeric() || "+-\u{2010}\u{2011}–/=_#&".contains(c);
    match last {
        Some('.' | ',') => one.is_some_and(|c| c.is_ascii_digit()),
        last => last.is_some_and(goes_on),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    #[test]
    fn telephones_are_found_however_they_are_written() {
        for (text, expected) in [
            ("тел. 8 (84478) 4-19-31", "8 (84478) 4-19-31"),
            ("Звоните +7 (927) 555-01-01!", "+7 (927) 555-01-01"),
            ("+79275550101", "+79275550101"),
            ("8-927-555-01-01", "8-927-555-01-01"),
            ("8927 555 01 01", "8927 555 01 01"),
            ("[позвонить](tel:89275550101)", "89275550101"),
            ("8 927 555 01 01, 12 человек", "8 927 555 01 01"),
            ("тел.89275550101", "89275550101"),
            ("8 (927) **555**-01-01", "8 (927) **555**-01-01"),
            ("?phone=%2B79275550101", "+79275550101"),
            ("тел.8-927-555-01-01", "8-927-555-01-01"),
            ("8927555-01-01", "8927555-01-01"),
            ("8\u{2011}927\u{2011}555\u{2011}01\u{2011}01", "8\u{2011}927\u{2011}555\u{2011}01\u{2011}01"),
            ("7 927 555 01 01", "7 927 555 01 01"),
            ("СНИЛС, телефон 8 (84478) 4-19-31", "8 (84478) 4-19-31"),
        ] {
            assert_eq!(found(text), [format!("Phone: {expected}")], "{text}");
        }
    }

    #[test]
    fn numbers_of_people_are_found_by_their_form_or_their_word() {
        for (text, expected) in [
            ("112-233-445 95", "Snils: 112-233-445 95"),
            ("СНИЛС учителя: 112 233 445 00", "Snils: 112 233 445 00"),
            ("снилс 11223344500", "Snils: 11223344500"),
            ("Паспорт серия 18 03 № 123456", "Passport: 18 03 № 123456"),
            ("паспорт 1803 123456, выдан", "Passport: 1803 123456"),
            ("паспорт № 1803123456", "Passport: 1803123456"),
            ("паспорт: серия 1803, номер 123456", "Passport: 1803, номер 123456"),
            ("паспорт серии 1803 номер 123456", "Passport: 1803 номер 123456"),
            ("Паспорт руководителя: 1803 123456", "Passport: 1803 123456"),
            ("| СНИЛС педагога | 11223344500 |", "Snils: 11223344500"),
        ] {
            assert_eq!(found(text), [expected], "{text}");
        }
    }

    /// Numbers that only look long: a guard that cries at them is not heard.
    #[test]
    fn numbers_of_papers_and_organisations_pass() {
        for text in [
            "112-233-445 96",
            "000-000-000 00",
            "СНИЛС 000-000-000 00",
            "+7 (000) 000-00-00",
            "8 800 555-35-35",
            "ИНН 3415001234, ОГРН 1023405768390, ОКПО 02102012",
            "ОКТМО 89701000001",
            "УИН 18810134240515012345",
            "приказ № 89275550101",
            "https://edu.gov.ru/?id=89275550101&x=1",
            "data-20250210-structure-20250210.csv",
            "паспорт показателя 2021 2022",
            "Паспорт набора 3415001234-practices",
            "паспорт организации: ИНН 3415001234",
            "Паспорт организации, ИНН организации 3415001234",
            "[Паспорт проекта](https://edu.example/doc/1234567890)",
            "[Паспорт](https://edu.example/1234567890)",
            "Паспорт программы: 2024 — 350000 рублей",
            "Серия занятий, договор 2024 123456",
            "Серия вебинаров, идентификатор конференции 7861234567",
            "Паспорт кабинета, тел. 9275550101",
            "Удостоверение: серия 3424 № 123456",
            "Для записи нужен СНИЛС. Звоните 8 800 555-35-35",
            "СНИЛС: 8 800 555-35-35",
            "СНИЛС не нужен, ОКТМО 89701000001",
            "СНИЛС не нужен, код 11223344500",
            "7 927 человек, 555 школ",
            "1,89275550101",
            "серия занятий: 2024 год, 123456 просмотров",
            "| 8 | 927 | 555 | 01 | 01 |",
            "total = [8, 927], другое = [55, 50101]",
            "с 8.03.2024 по 10.03.2024",
            "80 из 127, 8 из 9345",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
