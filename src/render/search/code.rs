//! Numbers and words in few letters that need no escaping in a script.
//!
//! Apart from the index, because `themes/default/static/lookup.js` reads the same letters: the two change together.

use std::fmt::Write as _;

/// Where a word stands in an entry, as one letter; see `Places::letter`.
const LETTERS: &[u8; 23] = b"!#$%&()*+,-./:;=>?@[]^_";

/// Where a word stands in an entry. The sum of these, with 1 or 2 for the text, is below 24.
pub const IN_SUMMARY: u8 = 3;
/// In the names of its topics and subjects.
pub const IN_KEYWORDS: u8 = 6;
/// In its title.
pub const IN_TITLE: u8 = 12;

/// Ascending numbers as differences.
pub fn numbers(numbers: &[u32]) -> String {
    let mut text = String::new();
    let mut last = 0;
    for number in numbers {
        write_number(&mut text, number - last);
        last = *number;
    }
    text
}

/// The entries of a word, by the places where it stands in them: `(places, numbers)`, ascending.
pub fn entries(text: &mut String, entries: &[(u8, u32)]) {
    for group in entries.chunk_by(|one, other| one.0 == other.0) {
        text.push(char::from(LETTERS[usize::from(group[0].0) - 1]));
        let of_group: Vec<u32> = group.iter().map(|(_, number)| *number).collect();
        text.push_str(&numbers(&of_group));
    }
}

/// A word after another one: how many letters they share, in base 36, and the rest.
pub fn word(text: &mut String, before: &str, word: &str) {
    let shared = before.chars().zip(word.chars()).take_while(|(one, other)| one == other).count().min(35);
    write_number(text, u32::try_from(shared).unwrap_or_default());
    text.extend(word.chars().skip(shared));
}

/// The last digit in base 36 (`0–9a–z`), those before it in base 26 (`A–Z`), so that a number knows its own end.
fn write_number(text: &mut String, number: u32) {
    let rest = number / 36;
    if rest > 0 {
        write_head(text, rest);
    }
    if let Some(digit) = char::from_digit(number % 36, 36) {
        let _ = text.write_char(digit);
    }
}

fn write_head(text: &mut String, number: u32) {
    if number >= 26 {
        write_head(text, number / 26);
    }
    text.push(char::from(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"[number as usize % 26]));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_know_their_ends() {
        for (case, expected) in [
            (vec![], ""),
            (vec![0], "0"),
            (vec![0, 1, 36], "01z"),
            (vec![36, 72], "B0B0"),
            (vec![35, 971], "zBA0"),
            (vec![33_696], "BKA0"),
        ] {
            assert_eq!(numbers(&case), expected, "{case:?}");
        }
    }

    #[test]
    fn entries_stand_by_the_places_of_the_word() {
        let mut text = String::new();
        entries(&mut text, &[(1, 0), (1, 2), (3, 1), (IN_TITLE + IN_KEYWORDS + IN_SUMMARY + 2, 40)]);
        assert_eq!(text, "!02$1_B4");
    }

    #[test]
    fn a_word_is_what_differs_from_the_one_before() {
        let mut text = String::new();
        for (before, after) in [("", "настав"), ("настав", "наставник"), ("наставник", "урок")]
        {
            word(&mut text, before, after);
            text.push(' ');
        }
        assert_eq!(text, "0настав 6ник 0урок ");
    }
}
