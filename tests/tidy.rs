//! The house rules, executed: what is written in `src/ARCHITECTURE.md` and not held by clippy is held here.
#![expect(clippy::disallowed_methods, reason = "tests read the repository")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use metodbank::diag::codes;
use metodbank::words::Catalogue;

/// The rooms from the door to the yard: each imports only from its left.
const ROOMS: [&str; 11] =
    ["diag", "words", "source", "model", "check", "analysis", "plan", "render", "write", "serve", "cli"];
/// The first rooms stand on nothing of ours, not even on one another.
const GROUND: [&str; 2] = ["diag", "words"];
/// Codes that only `build` can meet: `tests/output.rs` has their portraits.
const BY_BUILD: [&str; 6] = ["O001", "O002", "O003", "O004", "O005", "O006"];
const LONGEST_FILE: usize = 400;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// All files under a folder, as paths from the root.
fn files(folder: &str) -> Vec<String> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() { walk(&path, found) } else { found.push(path) }
        }
    }
    let mut found = Vec::new();
    walk(&root().join(folder), &mut found);
    let mut names: Vec<String> =
        found.iter().map(|path| path.strip_prefix(root()).unwrap_or(path).display().to_string()).collect();
    names.sort();
    names
}

fn rust_files() -> Vec<String> {
    files("src").into_iter().filter(|path| path.ends_with(".rs")).collect()
}

/// The room of a file: `src/model/raw/mod.rs` stands in `model`.
fn room(path: &str) -> Option<&str> {
    let (room, _) = path.strip_prefix("src/")?.split_once('/')?;
    Some(room)
}

fn nothing(complaints: &[String]) {
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

/// Lines of a file with their numbers, without its tests: they stand last.
fn lines_without_tests(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let end = text.find("#[cfg(test)]\nmod tests {").unwrap_or(text.len());
    text[..end].lines().enumerate().map(|(number, line)| (number + 1, line))
}

/// Files that hold nothing but tests and their helpers: some `mod` line takes them in for tests alone.
fn test_files() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for path in rust_files() {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let text = read(&path);
        for after in text.split("#[cfg(test)]\n").skip(1) {
            let line = after.lines().next().unwrap_or_default();
            if let Some(name) = line.split("mod ").nth(1).and_then(|rest| rest.strip_suffix(';')) {
                found.insert(format!("{folder}/{name}.rs"));
            }
        }
    }
    found
}

/// The keys of a Fluent file, with attributes as `key.attribute`.
fn keys(path: &str) -> BTreeSet<String> {
    let text = read(path);
    let mut last = String::new();
    let mut keys = BTreeSet::new();
    for line in text.lines().filter(|line| line.contains('=')) {
        let name = line.split('=').next().unwrap_or_default().trim_end();
        let is_name = |name: &str| {
            !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
        };
        if is_name(name) {
            name.clone_into(&mut last);
            keys.insert(last.clone());
        } else if let Some(attribute) = name.strip_prefix("    .").filter(|name| is_name(name)) {
            keys.insert(format!("{last}.{attribute}"));
        }
    }
    keys
}

fn is_code(word: &str) -> bool {
    word.len() == 4
        && word.starts_with(|c: char| c.is_ascii_uppercase())
        && word[1..].bytes().all(|b| b.is_ascii_digit())
}

/// What `one` has and `other` has not, as complaints.
fn lacking(one: &BTreeSet<String>, other: &BTreeSet<String>, say: impl Fn(&str) -> String) -> Vec<String> {
    one.difference(other).map(|word| say(word.as_str())).collect()
}

#[test]
fn every_code_has_its_sentence_its_paragraph_and_its_portrait() {
    let all: BTreeSet<String> = codes::ALL.iter().map(|code| code.id.to_owned()).collect();
    assert_eq!(all.len(), codes::ALL.len(), "a code is in the registry twice");
    let mut complaints = Vec::new();
    for language in ["ru", "en"] {
        let explain = format!("src/diag/explain/{language}.md");
        let sections: BTreeSet<String> =
            read(&explain).lines().filter_map(|line| line.strip_prefix("## ")).map(str::to_owned).collect();
        complaints.extend(lacking(&all, &sections, |code| format!("{explain}: {code} has no section")));
        complaints.extend(lacking(&sections, &all, |code| format!("{explain}: {code} is no code")));
        let messages = format!("src/diag/messages/{language}.ftl");
        let sentences: BTreeSet<String> =
            keys(&messages).into_iter().filter(|key| !key.contains('.')).collect();
        complaints.extend(lacking(&all, &sentences, |code| format!("{messages}: {code} has no message")));
        complaints.extend(lacking(&sentences, &all, |code| format!("{messages}: {code} is no code")));
        let hints: BTreeSet<String> =
            keys(&messages).iter().filter_map(|key| key.strip_suffix(".hint")).map(str::to_owned).collect();
        complaints
            .extend(lacking(&all, &hints, |code| format!("{messages}: {code} does not say what to do")));
    }
    let folders: BTreeSet<String> = files("tests/bad")
        .iter()
        .filter_map(|path| path.strip_prefix("tests/bad/")?.split('/').next())
        .filter_map(|folder| folder.split('-').next())
        .filter(|word| is_code(word))
        .map(str::to_owned)
        .collect();
    let shown: BTreeSet<String> = folders.into_iter().chain(BY_BUILD.map(str::to_owned)).collect();
    complaints.extend(lacking(&all, &shown, |code| format!("{code} has no folder in tests/bad")));
    complaints.extend(lacking(&shown, &all, |code| format!("tests/bad: {code} is no code")));
    nothing(&complaints);
}

#[test]
fn a_room_imports_only_from_its_left() {
    let mut complaints = Vec::new();
    for path in rust_files() {
        let Some(room) = room(&path) else { continue };
        let Some(place) = ROOMS.iter().position(|other| *other == room) else {
            complaints.push(format!("{path}: `{room}` is not in the order of rooms"));
            continue;
        };
        let left = if GROUND.contains(&room) { &[][..] } else { &ROOMS[..place] };
        for (number, imported) in imports(&read(&path), &path) {
            if imported != room && ROOMS.contains(&imported.as_str()) && !left.contains(&imported.as_str()) {
                complaints.push(format!("{path}:{number}: `{room}` must not import `{imported}`"));
            }
        }
    }
    nothing(&complaints);
}

/// The rooms that a text names, with their lines: `crate::x`, `crate::{x, y}`, or so many `super::` that they lead out
/// of the room.
fn imports(text: &str, path: &str) -> Vec<(usize, String)> {
    let steps_out = path.matches('/').count() - usize::from(path.ends_with("/mod.rs"));
    let out = "super::".repeat(steps_out);
    let mut found = Vec::new();
    for way in ["crate::", out.as_str()].into_iter().filter(|way| !way.is_empty()) {
        for (at, _) in text.match_indices(way) {
            let (before, rest) = (&text[..at], &text[at + way.len()..]);
            let in_a_comment = before.lines().next_back().is_some_and(|line| line.contains("//"));
            // `super::super::` is also found inside `super::super::super::`.
            if in_a_comment || before.ends_with("super::") || rest.starts_with("super::") {
                continue;
            }
            let several = rest.strip_prefix('{').and_then(|rest| rest.split('}').next());
            let names: Vec<&str> = several.map_or_else(|| vec![rest], |names| names.split(',').collect());
            for name in names {
                let is_part = |c: &char| c.is_alphanumeric() || *c == '_';
                let name: String = name.trim_start().chars().take_while(is_part).collect();
                if !name.is_empty() {
                    found.push((before.matches('\n').count() + 1, name));
                }
            }
        }
    }
    found
}

#[test]
fn imports_are_seen_however_they_are_written() {
    for (text, path, expected) in [
        ("use crate::render::Page;", "src/model/id.rs", "render"),
        ("use crate::{\n    diag::Span,\n    cli,\n};", "src/model/id.rs", "diag cli"),
        ("use super::super::plan::Page;", "src/model/id.rs", "plan"),
        ("use super::super::raw::Fields;", "src/model/lower/text.rs", ""),
        ("use super::super::super::plan::Page;", "src/model/lower/text.rs", "plan"),
        ("//! It never sees `crate::render`.", "src/model/id.rs", ""),
    ] {
        let names: Vec<String> = imports(text, path).into_iter().map(|(_, name)| name).collect();
        assert_eq!(names.join(" "), expected, "{text}");
    }
}

#[test]
fn a_file_opens_with_its_reason_and_fits_in_the_head() {
    let mut complaints = Vec::new();
    for path in rust_files() {
        let text = read(&path);
        if !text.starts_with("//! ") && !text.starts_with("#![doc") {
            complaints
                .push(format!("{path}:1: does not open with `//!`: what it is, and why it stands apart"));
        }
        let length = text.lines().count();
        if length > LONGEST_FILE {
            complaints.push(format!("{path}: {length} lines, more than {LONGEST_FILE}"));
        }
    }
    nothing(&complaints);
}

#[test]
fn the_house_has_no_notes_to_itself() {
    let forbidden = [
        "TODO",
        "FIXME",
        "XXX",
        "HACK",
        "dbg!",
        "todo!",
        "unimplemented!",
        ".unwrap()",
        "#[allow",
        "#![allow",
    ];
    let mut complaints = Vec::new();
    let tests = test_files();
    for path in rust_files().into_iter().filter(|path| !tests.contains(path)) {
        let text = read(&path);
        for (number, line) in lines_without_tests(&text) {
            for word in forbidden.iter().filter(|word| line.contains(**word)) {
                complaints.push(format!("{path}:{number}: `{word}` has no place here"));
            }
        }
    }
    nothing(&complaints);
}

#[test]
fn the_architecture_names_every_room_and_no_ghost() {
    let page = read("src/ARCHITECTURE.md");
    let rooms: BTreeSet<String> =
        rust_files().iter().filter_map(|path| room(path)).map(str::to_owned).collect();
    let mut complaints: Vec<String> = rooms
        .iter()
        .filter(|room| !page.contains(&format!("`{room}`")) && !page.contains(&format!("`{room}/`")))
        .map(|room| format!("src/ARCHITECTURE.md: does not name `{room}`"))
        .collect();
    // A word in back-ticks that ends with `/` or `.rs` is a path of src, of a room or of the repository.
    for word in page.split('`').skip(1).step_by(2) {
        let is_path = (word.ends_with('/') || word.ends_with(".rs")) && !word.contains(['<', '*', ' ', '…']);
        let places = [root().join("src").join(word), root().join(word)];
        let in_a_room = || rooms.iter().any(|room| root().join("src").join(room).join(word).exists());
        if is_path && !places.iter().any(|place| place.exists()) && !in_a_room() {
            complaints.push(format!("src/ARCHITECTURE.md: `{word}` is a ghost"));
        }
    }
    nothing(&complaints);
}

#[test]
fn the_library_lists_the_rooms_in_reading_order() {
    let library = read("src/lib.rs");
    let listed: Vec<&str> = library
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod ").or_else(|| line.strip_prefix("mod ")))
        .filter_map(|line| line.strip_suffix(';'))
        .collect();
    let expected: Vec<&str> = ROOMS
        .into_iter()
        .filter(|room| rust_files().iter().any(|path| path.starts_with(&format!("src/{room}/"))))
        .collect();
    assert_eq!(listed, expected, "src/lib.rs: the rooms, in reading order");
}

#[test]
fn both_languages_say_the_same_things() {
    let mut complaints = Vec::new();
    for folder in ["src/diag/messages", "src/cli/messages"] {
        let (ru, en) = (keys(&format!("{folder}/ru.ftl")), keys(&format!("{folder}/en.ftl")));
        complaints.extend(lacking(&ru, &en, |key| format!("{folder}/en.ftl: `{key}` is missing")));
        complaints.extend(lacking(&en, &ru, |key| format!("{folder}/ru.ftl: `{key}` is missing")));
        for language in ["ru", "en"] {
            let path = format!("{folder}/{language}.ftl");
            if let Err(error) = Catalogue::parse(language, &[&read(&path)]) {
                complaints.push(format!("{path}: {error}"));
            }
        }
    }
    nothing(&complaints);
}

#[test]
fn every_phrase_that_a_command_says_exists() {
    let known = keys("src/cli/messages/ru.ftl");
    let mut complaints = Vec::new();
    for path in rust_files().into_iter().filter(|path| path.starts_with("src/cli/")) {
        let text = read(&path);
        // `say("key"`, `say(if … { "key" } else { "key" }`, and the keys of wrong command lines.
        for (number, line) in lines_without_tests(&text) {
            let said = line.split("say(").skip(1).flat_map(|rest| rest.split(", &[").next());
            let said = said.flat_map(|rest| rest.split('"').skip(1).step_by(2));
            let usages = line.split('"').skip(1).step_by(2).filter(|word| word.starts_with("usage-"));
            for key in said.chain(usages).filter(|key| !known.contains(*key)) {
                complaints.push(format!("{path}:{number}: the phrase `{key}` does not exist"));
            }
        }
    }
    nothing(&complaints);
}

/// A path of somebody's machine in the repository would make the site differ from place to place.
#[test]
fn nothing_remembers_a_machine() {
    let mut complaints = Vec::new();
    for path in ["src", "themes", "content", "data"].into_iter().flat_map(files) {
        let Ok(text) = fs::read_to_string(root().join(&path)) else { continue };
        for (number, line) in text.lines().enumerate() {
            for trace in ["/work/", "/tmp/", "/root/"].into_iter().filter(|trace| line.contains(trace)) {
                complaints.push(format!("{path}:{}: `{trace}` is a path of one machine", number + 1));
            }
        }
    }
    nothing(&complaints);
}
