//! Finds personal data in a raw text: numbers, addresses, dates of birth, names.
//!
//! No regular expressions: every finder walks the text once, and looks no farther than the line and a fixed distance.
//! A finder would rather miss an odd spelling than cry at an order's number: a guard that cries is not heard.

mod born;
mod decoded;
mod latin;
mod names;
mod numbers;
mod pupils;

use std::ops::Range;

use crate::words::{fold, is_letter};

use decoded::Decoded;
pub use names::Names;

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// The name of a person of the register, by id.
    Name(String),
    /// A surname of the register alone, by id.
    Surname(String),
    /// Other parts of a name of the register, or a surname beside a strange name, by id.
    Part(String),
    /// An insurance number.
    Snils,
    /// A number of a passport.
    Passport,
    /// A telephone.
    Phone,
    /// An e-mail address of an organisation.
    Email,
    /// An e-mail address of a person.
    PrivateEmail,
    /// A date of birth.
    Birth,
    /// A pupil with the class.
    Pupil,
}

impl What {
    /// Whether it is a name of the register, or a part of one.
    pub fn is_name(&self) -> bool {
        matches!(self, Self::Name(_) | Self::Surname(_) | Self::Part(_))
    }
}

/// Something personal, and where it stands.
type Found = (Range<usize>, What);

/// Something personal, where it is written, and how readers get it.
#[derive(Debug)]
pub struct Seen {
    /// Its place in the raw text.
    pub range: Range<usize>,
    /// What it is.
    pub what: What,
    /// Its letters.
    pub text: String,
}

impl Seen {
    /// Whether this is what another one says already: the same in the same place, or a part of a name.
    fn repeats(&self, other: &Self) -> bool {
        let is_part = self.what.is_name() && other.what.is_name() && self.range.end <= other.range.end;
        self.range.start < other.range.end && (self.what == other.what || is_part)
    }
}

/// A text beside its folded twin, in which letters are small and «ё» is «е». Both have the same offsets.
#[derive(Clone, Copy, Debug)]
pub struct Text<'a> {
    raw: &'a str,
    folded: &'a str,
}

impl<'a> Text<'a> {
    /// The rest of the line from a place on, at most so many bytes.
    fn after(&self, at: usize, most: usize) -> &'a str {
        let end = self.folded.ceil_char_boundary((at + most).min(self.folded.len()));
        let rest = &self.folded[at..end];
        rest.split('\n').next().unwrap_or_default()
    }

    /// The line up to a place, at most so many bytes.
    fn before(&self, at: usize, most: usize) -> &'a str {
        let start = self.folded.floor_char_boundary(at.saturating_sub(most));
        self.folded[start..at].rsplit('\n').next().unwrap_or_default()
    }

    /// Where words begin as a word does.
    fn starts(&self, word: &str) -> impl Iterator<Item = usize> {
        let found = memchr::memmem::find_iter(self.folded.as_bytes(), word);
        found.filter(|at| !self.folded[..*at].ends_with(is_letter))
    }

    /// Whether the letter at a place is a capital.
    fn is_capital(&self, at: usize) -> bool {
        self.raw[at..].starts_with(char::is_uppercase)
    }
}

/// A word of a text.
#[derive(Clone, Copy)]
struct Word<'a> {
    at: usize,
    text: &'a str,
}

impl Word<'_> {
    fn end(self) -> usize {
        self.at + self.text.len()
    }

    fn is_initial(self) -> bool {
        self.text.chars().nth(1).is_none()
    }
}

/// The words of a text: runs of letters of some kind.
fn words(text: &str, is_letter: fn(char) -> bool) -> impl Iterator<Item = Word<'_>> {
    let mut at = 0;
    let runs = text.split_inclusive(move |letter| !is_letter(letter)).map(move |run| {
        let word = Word { at, text: run.trim_end_matches(|letter| !is_letter(letter)) };
        at += run.len();
        word
    });
    runs.filter(|word| !word.text.is_empty())
}

/// How people are called to whom a number or a date may belong; the beginnings of words.
const PEOPLE: [&str; 22] = [
    "учител",
    "педагог",
    "руководител",
    "ведущ",
    "работник",
    "сотрудник",
    "автор",
    "ребен",
    "учени",
    "обучающ",
    "учащ",
    "воспита",
    "родител",
    "мам",
    "участни",
    "директор",
    "методист",
    "психолог",
    "логопед",
    "заявител",
    "тренер",
    "наставни",
];

/// Whether a word calls a person.
fn is_person(word: &str) -> bool {
    PEOPLE.iter().any(|person| word.starts_with(person))
}

/// Everything personal in a text as it is written and as readers get it, in its order.
pub fn scan(raw: &str, names: &Names, this_year: i16) -> Vec<Seen> {
    let see = |(range, what): Found, text: &str| Seen { text: text[range.clone()].to_owned(), range, what };
    let mut seen = Vec::new();
    if let Some(decoded) = Decoded::of(raw) {
        let found = find(&decoded.text, names, this_year).into_iter().map(|found| see(found, &decoded.text));
        seen.extend(found.map(|one| {
            let range = decoded.origin(one.range.start)..decoded.origin(one.range.end);
            Seen { range, ..one }
        }));
    }
    seen.extend(find(raw, names, this_year).into_iter().map(|found| see(found, raw)));
    seen.sort_by_key(|one| one.range.start);
    seen.dedup_by(|next, one| next.repeats(one));
    seen
}

fn find(raw: &str, names: &Names, this_year: i16) -> Vec<Found> {
    let folded = folded_in_place(raw);
    let text = Text { raw, folded: &folded };
    let mut found = Vec::new();
    numbers::find(text, &mut found);
    born::find(text, this_year, &mut found);
    pupils::find(text, &mut found);
    names.find(text, &mut found);
    found.extend(emails(&folded));
    found
}

/// A text as it is compared, but every letter as long as it was.
fn folded_in_place(text: &str) -> String {
    let in_place = |letter: char| Some(fold(letter)).filter(|small| small.len_utf8() == letter.len_utf8());
    text.chars().map(|letter| in_place(letter).unwrap_or(letter)).collect()
}

/// Hosts at which people, not organisations, have their letters.
const PRIVATE_HOSTS: [&str; 28] = [
    "mail.ru",
    "bk.ru",
    "list.ru",
    "inbox.ru",
    "internet.ru",
    "yandex.ru",
    "yandex.com",
    "ya.ru",
    "narod.ru",
    "rambler.ru",
    "lenta.ru",
    "gmail.com",
    "icloud.com",
    "outlook.com",
    "hotmail.com",
    "yahoo.com",
    "vk.com",
    "live.ru",
    "live.com",
    "googlemail.com",
    "proton.me",
    "protonmail.com",
    "yandex.by",
    "yandex.kz",
    "hotmail.ru",
    "me.com",
    "ro.ru",
    "myrambler.ru",
];

fn emails(folded: &str) -> impl Iterator<Item = Found> {
    let is_host = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
    folded.match_indices('@').filter_map(move |(at, _)| {
        let name = folded[..at].len() - folded[..at].trim_end_matches(is_name).len();
        let host = &folded[at + 1..];
        let host = &host[..host.find(|c| !is_host(c)).unwrap_or(host.len())];
        let host = host.trim_end_matches(['.', '-']);
        let what = if PRIVATE_HOSTS.contains(&host) { What::PrivateEmail } else { What::Email };
        (name > 0 && host.contains('.')).then(|| (at - name..at + 1 + host.len(), what))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is found in a text, as `kind: letters`.
    pub(super) fn found(text: &str) -> Vec<String> {
        let seen = scan(text, &Names::default(), 2025);
        seen.into_iter().map(|one| format!("{:?}: {}", one.what, one.text)).collect()
    }

    #[test]
    fn letters_of_private_people_are_told_from_those_of_organisations() {
        for (text, expected) in [
            ("Пишите: Ivanova.M+1@Mail.ru.", &["PrivateEmail: Ivanova.M+1@Mail.ru"][..]),
            ("<a-b@gmail.com>, c@ya.ru", &["PrivateEmail: a-b@gmail.com", "PrivateEmail: c@ya.ru"]),
            (
                "metod@leninsky.example, a@edu.mail.ru",
                &["Email: metod@leninsky.example", "Email: a@edu.mail.ru"],
            ),
            ("иванов@mail.ru", &["PrivateEmail: иванов@mail.ru"]),
            ("a@vk.com, b@proton.me", &["PrivateEmail: a@vk.com", "PrivateEmail: b@proton.me"]),
            ("a&#64;mail.ru", &["PrivateEmail: a@mail.ru"]),
            ("[почта](mailto:a%40mail.ru), b@ya.ru", &["PrivateEmail: a@mail.ru", "PrivateEmail: b@ya.ru"]),
            ("@mail.ru, @gmail.com и почта mail.ru, a@b", &[]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn the_folded_twin_keeps_all_offsets() {
        for text in ["ЁЖ И Щука", "İstanbul ǅ ẞ", "№\u{a0}5 «А» – 100 %"] {
            let twin = folded_in_place(text);
            let offsets = |text: &str| text.char_indices().map(|(at, _)| at).collect::<Vec<_>>();
            assert_eq!(offsets(&twin), offsets(text), "{text}");
        }
        assert_eq!(folded_in_place("ЁЖ"), "еж");
    }
}
