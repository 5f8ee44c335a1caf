//! A folder as a test: the smallest site, the files that differ from it, and a recipe for what git cannot hold.
//!
//! A `recipe.txt` has one step a line. Paths and texts may hold `\n`, `\t`, `\s` (a space), `\\`, `\u{301}` and `\xff`.
//!
//! ```text
//! # a remark
//! write PATH TEXT          a file with this text
//! append PATH TEXT         the text at the end of a file
//! repeat PATH COUNT TEXT   the same so many times
//! bytes PATH HEX           a file with these bytes
//! delete PATH              a file or folder less
//! symlink PATH -> TARGET   a symbolic link
//! socket PATH              a special file
//! ```
#![expect(clippy::disallowed_methods, reason = "tests build their own small sites on the disk")]

use std::ffi::OsString;
use std::fs;
use std::os::unix::ffi::OsStringExt;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// Files of a case's folder that are no part of its site.
const NOT_OF_THE_SITE: [&str; 2] = ["report.txt", "recipe.txt"];

/// A site in a temporary folder, gone with this value.
pub struct TemporarySite {
    /// The project's folder.
    pub root: PathBuf,
}

impl TemporarySite {
    /// Lays `case` over `base`, and follows its recipe.
    pub fn of(base: &Path, case: &Path) -> Self {
        let name = case.file_name().expect("a case has a name").to_string_lossy();
        // Tests run side by side, and may lay out one case twice.
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let root = std::env::temp_dir().join(format!("metodbank-{}-{number}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&root);
        copy(base, &root);
        copy(case, &root);
        if let Ok(recipe) = fs::read_to_string(case.join("recipe.txt")) {
            for step in recipe.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
                follow(step, &root).unwrap_or_else(|error| panic!("{name}: recipe step `{step}`: {error}"));
            }
        }
        Self { root }
    }
}

impl Drop for TemporarySite {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.root);
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder for the case");
    for entry in fs::read_dir(from).expect("the folder of the case").map(|entry| entry.expect("its entry")) {
        let (path, name) = (entry.path(), entry.file_name());
        if path.is_dir() {
            copy(&path, &to.join(name));
        } else if !NOT_OF_THE_SITE.iter().any(|other| name == *other) {
            fs::copy(&path, to.join(name)).expect("a copy of a file");
        }
    }
}

fn follow(step: &str, root: &Path) -> std::io::Result<()> {
    let (verb, rest) = step.split_once(' ').unwrap_or((step, ""));
    let (path, rest) = rest.split_once(' ').unwrap_or((rest, ""));
    let path = root.join(OsString::from_vec(unescaped(path)));
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    match verb {
        "write" => fs::write(path, unescaped(rest)),
        "append" => append(&path, &unescaped(rest)),
        "repeat" => {
            let (count, text) = rest.split_once(' ').expect("a count and a text");
            append(&path, &unescaped(text).repeat(count.parse().expect("a count")))
        }
        "bytes" => fs::write(path, hex(rest)),
        "delete" if path.is_dir() => fs::remove_dir_all(path),
        "delete" => fs::remove_file(path),
        "symlink" => symlink(rest.strip_prefix("-> ").expect("`-> ` and a target"), path),
        "socket" => UnixListener::bind(path).map(drop),
        _ => panic!("no such step"),
    }
}

fn append(path: &Path, text: &[u8]) -> std::io::Result<()> {
    let mut bytes = fs::read(path).unwrap_or_default();
    bytes.extend(text);
    fs::write(path, bytes)
}

fn hex(text: &str) -> Vec<u8> {
    let digits: Vec<u8> =
        text.chars().filter_map(|c| c.to_digit(16)).map(|digit| digit.to_le_bytes()[0]).collect();
    digits.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect()
}

fn unescaped(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        let escape = if letter == '\\' { letters.next() } else { None };
        match escape {
            None => bytes.extend(letter.to_string().bytes()),
            Some('n') => bytes.push(b'\n'),
            Some('t') => bytes.push(b'\t'),
            Some('s') => bytes.push(b' '),
            Some('x') => bytes.extend(hex(&letters.by_ref().take(2).collect::<String>())),
            Some('u') => {
                let number: String = letters.by_ref().skip(1).take_while(|c| *c != '}').collect();
                let letter =
                    u32::from_str_radix(&number, 16).ok().and_then(char::from_u32).expect("a character");
                bytes.extend(letter.to_string().bytes());
            }
            Some(other) => bytes.extend(other.to_string().bytes()),
        }
    }
    bytes
}
