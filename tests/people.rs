//! People: what of whom reaches the site. Every byte of the output is read for the traces of those who do not consent.
//!
//! Apart from the golden sites, because a golden site shows what is there, and this is about what must be nowhere.
#![expect(clippy::disallowed_methods, reason = "tests read and write their own folders")]

mod support;

use std::fs;

use support::{Run, Temp, Tree, lay_out, program, put, run, tree};

/// Traces of the people of `tests/sites/people` by their ids: stems of names in both alphabets, contacts, portraits.
const TRACES: [(&str, &[&str]); 6] = [
    ("p-1", &["живов", "вер[ауые]", "zhivov", "portrait-1"]),
    ("p-2", &["отозванцев", "зо[яией]", "otozvan", "000-22-22", "0002222", "portrait-2", "group.png"]),
    ("p-3", &["просрочин", "анн[аыеу]", "prosrochin"]),
    ("p-4", &["соседкин", "ольг", "sosedkin"]),
    ("p-5", &["безфотов", "иль[яюие]", "bezfotov", "portrait-5"]),
    ("p-6", &["грядущин", "олег", "gryadushhin", "gryadushchin"]),
];

/// The list of what was written.
const MANIFEST: &str = ".metodbank-manifest";

/// The site of the case under a theme, built with some settings.
fn built(theme: &str, consents: impl FnOnce(String) -> String, arguments: &[&str]) -> (Tree, Run) {
    let temp = Temp::new("people");
    lay_out("people", &temp.at("site"));
    let settings = fs::read_to_string(temp.at("site/site.toml")).expect("its settings");
    put(&temp.at("site/site.toml"), settings.replace("\"tiny\"", &format!("\"{theme}\"")));
    let register = temp.at("site/data/consents.toml");
    put(&register, consents(fs::read_to_string(&register).expect("its register")));
    let mut command = program(&[&"build", &"--root", &temp.at("site"), &"--out", &temp.at("public")]);
    let run = run(command.args(arguments));
    assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
    (tree(&temp.at("public")), run)
}

/// A file as people, scripts and search engines may read it: its name and bytes, with all escapes undone.
fn readings(path: &str, bytes: &[u8]) -> String {
    let raw = format!("{path}\n{}", String::from_utf8_lossy(bytes));
    let scripts = unescaped(&raw, "\\u", 4, "");
    let entities = unescaped(&raw, "&#x", 0, ";");
    let addresses = percent_decoded(&raw);
    let words =
        if path.contains("/words/") || path.contains("/letters/") { words(&raw) } else { String::new() };
    format!("{raw}\n{scripts}\n{entities}\n{addresses}\n{words}").to_lowercase().replace('ё', "е")
}

/// The words of a file of the finder: how many letters a word shares with the one before, in base 36, its other letters,
/// then signs for the entries that have it.
fn words(script: &str) -> String {
    let written = script.rsplit('"').nth(1).unwrap_or_default();
    let mut all: Vec<String> = vec![String::new()];
    for token in written.split(' ') {
        let mut letters = token.chars();
        let shared = letters.next().and_then(|digit| digit.to_digit(36)).unwrap_or_default() as usize;
        let rest = letters.take_while(|letter| !letter.is_ascii_punctuation());
        let word = all[all.len() - 1].chars().take(shared).chain(rest).collect();
        all.push(word);
    }
    all.join("\n")
}

/// Undoes `\u0430` (so many digits) and `&#x430;` (up to a closing sign).
fn unescaped(text: &str, opens: &str, digits: usize, closes: &str) -> String {
    let mut parts = text.split(opens);
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = if closes.is_empty() { Some(digits) } else { part.find(closes) };
        let code =
            end.and_then(|end| u32::from_str_radix(part.get(..end)?, 16).ok()).and_then(char::from_u32);
        plain.extend(code);
        plain.push_str(end.filter(|_| code.is_some()).map_or(part, |end| &part[end..]));
    }
    plain
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        let hex = tail.get(..2).and_then(|two| std::str::from_utf8(two).ok());
        let byte = hex.filter(|_| *first == b'%').and_then(|two| u8::from_str_radix(two, 16).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &tail[2..] } else { tail };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Whether a trace stands in a text; `[…]` is one of several letters at the end of a word.
fn stands(trace: &str, text: &str) -> bool {
    let Some((stem, endings)) = trace.trim_end_matches(']').split_once('[') else {
        return text.contains(trace);
    };
    let begins = |at: usize| !text[..at].ends_with(char::is_alphabetic);
    text.match_indices(stem).filter(|(at, _)| begins(*at)).any(|(at, _)| {
        let mut rest = text[at + stem.len()..].chars();
        rest.next().is_some_and(|letter| endings.contains(letter))
            && !rest.next().is_some_and(char::is_alphabetic)
    })
}

/// The files that hold a trace of a person.
fn traces(site: &Tree, person: &str) -> Vec<String> {
    let (_, traces) = TRACES.iter().find(|(id, _)| *id == person).expect("a person of the case");
    let found = site.iter().filter(|(path, bytes)| {
        let text = readings(path, bytes);
        traces.iter().any(|trace| stands(trace, &text))
    });
    found.map(|(path, _)| path.clone()).collect()
}

#[test]
fn without_consent_no_trace_of_a_person_is_anywhere() {
    for theme in ["tiny", "default"] {
        let (site, run) = built(theme, |consents| consents, &[]);
        for gone in ["p-2", "p-3", "p-4", "p-6"] {
            assert_eq!(traces(&site, gone), [""; 0], "{theme}: {gone}");
        }
        // The same eyes see those who consent, where they consent; the manifest lists the portrait.
        let seen = [
            MANIFEST,
            "about.html",
            "index.html",
            "practices/lesson.html",
            "practices/lesson/portrait-1.png",
        ];
        assert_eq!(traces(&site, "p-1"), seen, "{theme}");
        assert_eq!(traces(&site, "p-5"), ["practices/lesson.html"], "{theme}");
        let found = site
            .iter()
            .filter(|(path, bytes)| path.contains("/words/") && readings(path, bytes).contains("\nурок\n"));
        assert_eq!(found.count(), 1, "{theme}: the words of the finder are understood");
        let said = readings("", format!("{}{}", run.out, run.err).as_bytes());
        for (id, traces) in TRACES {
            assert!(!stands(traces[0], &said), "the receipt names {id}: {said}");
        }
    }
}

/// Withdrawal is what the register says, and nothing else: without the line the person is there, with all that belongs
/// to her.
#[test]
fn only_the_revocation_stands_between_a_person_and_the_site() {
    let (site, _) = built("tiny", |consents| consents.replace("revoked = 2025-02-14\n", ""), &[]);
    let seen = [
        MANIFEST,
        "about.html",
        "documents/order-1.html",
        "practices/lesson.html",
        "practices/lesson/group.png",
        "practices/lesson/portrait-2.png",
    ];
    assert_eq!(traces(&site, "p-2"), seen);
}

#[test]
fn a_consent_comes_and_goes_with_its_days() {
    for (person, day, shown) in [
        ("p-3", "2025-02-28", true),
        ("p-3", "2025-03-01", false),
        ("p-6", "2025-03-01", false),
        ("p-6", "2025-03-02", true),
        ("p-6", "2028-03-01", true),
        ("p-6", "2028-03-02", false),
    ] {
        let (site, _) = built("tiny", |consents| consents, &["--date", day]);
        assert_eq!(!traces(&site, person).is_empty(), shown, "{person} on {day}");
    }
}

/// A preview at another address is another place, to which nobody consented.
#[test]
fn at_another_address_everybody_is_a_role() {
    let (site, _) = built("tiny", |consents| consents, &["--base-url", "https://kopiya.example/people/"]);
    for (person, _) in TRACES {
        assert_eq!(traces(&site, person), [""; 0], "{person}");
    }
}

#[test]
fn the_receipt_tells_what_is_withheld_and_why() {
    let (_, run) = built("tiny", |consents| consents, &[]);
    let told: Vec<&str> = run.out.lines().filter(|line| line.starts_with("Не опубликовано")).collect();
    let expected = [
        "Не опубликовано: имя — p-2 (педагог-психолог, Школа № 1), согласие отозвано. Страницы: about.html, documents/order-1.html, practices/lesson.html",
        "Не опубликовано: фотография — p-2 (педагог-психолог, Школа № 1), согласие отозвано. Страницы: practices/lesson.html",
        "Не опубликовано: контакт — p-2 (педагог-психолог, Школа № 1), согласие отозвано. Страницы: practices/lesson.html",
        "Не опубликовано: имя — p-3 (методист), срок согласия истёк. Страницы: index.html, practices/lesson.html",
        "Не опубликовано: имя — p-4 (воспитатель), срок согласия истёк. Страницы: documents/order-1.html, practices/lesson.html",
        "Не опубликовано: имя — p-5 (учитель физики, Школа № 2), согласие дано для другого адреса. Страницы: about.html",
        "Не опубликовано: фотография — p-5 (учитель физики, Школа № 2), согласия нет. Страницы: practices/lesson.html",
        "Не опубликовано: имя — p-6 (директор), согласие ещё не действует. Страницы: practices/lesson.html",
    ];
    assert_eq!(told, expected);
}
