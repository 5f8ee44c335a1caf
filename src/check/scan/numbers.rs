//! Numbers of people: telephones, insurance numbers (СНИЛС), passports.

use std::ops::Range;

use super::{Found, Text, What};

/// Runs of digits in the longest telephone: `8 (84478) 4-19-31`, `+7 927 555 01 01`.
const MOST_RUNS: usize = 6;
/// How far behind its word a number may stand, in bytes.
const NEAR: usize = 120;
/// What a number is called that belongs to no person.
const OTHER_NUMBERS: [&str; 11] =
    ["инн", "огрн", "огрнип", "кпп", "окпо", "октмо", "окато", "бик", "кбк", "уин", "счет"];

/// Finds numbers of people.
pub fn find(text: Text<'_>, found: &mut Vec<Found>) {
    let first = found.len();
    let runs = runs(text.folded);
    for at in 0..runs.len() {
        let several = &runs[at..runs.len().min(at + MOST_RUNS)];
        let number = snils(text, several)
            .map(|range| (range, What::Snils))
            .or_else(|| passport(text, several).map(|range| (range, What::Passport)))
            .or_else(|| phone(text, several).map(|range| (range, What::Phone)));
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
        let separates = |c: char| " \u{a0}-–—().№".contains(c);
        if between.chars().count() > 3 || !between.chars().all(separates) {
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

/// Eleven digits after the word «СНИЛС», or in its form with a right control number.
fn snils(text: Text<'_>, runs: &[Range<usize>]) -> Option<Range<usize>> {
    let (range, digits) = joined(text.folded, runs, 11)?;
    let lengths = runs.iter().take(4).map(Range::len);
    let dashes = |one: &Range<usize>, next: &Range<usize>| {
        matches!(&text.folded[one.end..next.start], "-" | "–" | "—")
    };
    let formed = lengths.eq([3, 3, 3, 2]) && dashes(&runs[0], &runs[1]) && dashes(&runs[1], &runs[2]);
    let named = text.before(range.start, NEAR).contains("снилс") && digits.bytes().any(|digit| digit != b'0');
    (named || (formed && is_controlled(&digits))).then_some(range)
}

/// The control number of the Pension Fund: digits times 9…1, modulo 101, 100 as 0. The first thousands have none.
fn is_controlled(digits: &str) -> bool {
    let (number, control) = digits.split_at(9);
    let sum: u32 = number.bytes().zip((1..=9).rev()).map(|(digit, by)| u32::from(digit - b'0') * by).sum();
    number > "001001998" && control.parse() == Ok(sum % 101 % 100)
}

/// Four and six digits after «паспорт» or «серия».
fn passport(text: Text<'_>, runs: &[Range<usize>]) -> Option<Range<usize>> {
    let (range, _) = joined(text.folded, runs, 10)?;
    let lengths: Vec<usize> = runs.iter().take_while(|run| run.end <= range.end).map(Range::len).collect();
    let before = text.before(range.start, NEAR);
    let named = before.contains("паспорт") || before.contains("сери");
    // `3415001234-practices` is the name of a set of open data: those have passports too.
    let goes_on = text.folded[range.end..].starts_with(|c: char| c.is_alphanumeric() || c == '-');
    let formed = matches!(lengths.as_slice(), [4, 6] | [2, 2, 6] | [10]) && !goes_on;
    (named && formed && !is_other(text, range.start)).then_some(range)
}

/// Eleven digits that begin with `+7` or `8` and the code of a region or of a network; `8 800` is nobody's own.
fn phone(text: Text<'_>, runs: &[Range<usize>]) -> Option<Range<usize>> {
    let (range, digits) = joined(text.folded, runs, 11)?;
    let before = text.folded[..range.start].chars().next_back();
    let international = before == Some('+') && digits.starts_with('7');
    let attached = before.is_some_and(|c| c.is_alphanumeric() || "+-–.,/=_#&".contains(c));
    let begins = international || (digits.starts_with('8') && !attached);
    let code = digits.as_bytes()[1];
    let whole_code = matches!(runs[0].len(), 1 | 4..=6 | 11) && (runs[0].len() != 1 || runs[1].len() >= 3);
    let is_phone = begins && whole_code && b"3489".contains(&code) && &digits[1..4] != "800";
    let is_numbered = text.before(range.start, 8).trim_end().ends_with('№');
    (is_phone && !is_numbered && !is_other(text, range.start))
        .then(|| range.start - usize::from(international)..range.end)
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
