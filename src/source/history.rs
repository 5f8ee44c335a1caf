//! When the texts were changed, as git knows it: one `git log` for the whole project.
//!
//! Apart from the other reading, because this is the only process that a build ever starts, and it must be deaf to
//! everything that could make it say another thing on another machine, open a connection, or run somebody's program.
//! It takes days and never names or messages: who changed a text is nobody's business on the site.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{ErrorKind, Read as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::{self, JoinHandle};

use jiff::civil::Date;
use unicode_normalization::UnicodeNormalization;

use super::kind::{self, Kind, TextFolder};
use super::limits;

/// Stands before the day of a commit; no path holds it.
const COMMIT: char = '\u{1}';
/// How git marks the commit at which a shallow clone was cut off.
const CUT_OFF: &str = "grafted";
/// Settings that the repository itself may bring, and that could run a program or open a connection.
const SETTINGS: [&str; 7] = [
    "core.fsmonitor=false",
    // Or the first commit would seem to have made nothing.
    "log.showRoot=true",
    "log.showSignature=false",
    "log.follow=false",
    "protocol.allow=never",
    // A build server often works on a folder of another user. git refuses it for fear of the settings above.
    "safe.directory=*",
    "core.quotePath=false",
];

/// The days on which each text, or a file beside it, was changed.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct History {
    days: BTreeMap<(TextFolder, String), BTreeSet<Date>>,
}

/// Why git could not say anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoHistory {
    /// There is no git on this machine.
    NoGit,
    /// git did not do what it was asked: it is broken, stopped, or may not read the repository.
    Broken,
    /// The project stands in no repository, or in one without commits.
    NoRepository,
    /// No commit holds a text: the folder was never committed, or `content` is a repository of its own (a submodule).
    NoTexts,
    /// The clone is cut off: the oldest commit in it would seem to have made every file.
    Shallow,
}

impl NoHistory {
    /// The word by which the message chooses its sentence.
    pub fn key(self) -> &'static str {
        match self {
            NoHistory::NoGit => "no-git",
            NoHistory::Broken => "broken",
            NoHistory::NoRepository => "no-repository",
            NoHistory::NoTexts => "no-texts",
            NoHistory::Shallow => "shallow",
        }
    }
}

impl History {
    /// The days on which a text was changed, the newest first.
    pub fn of(&self, folder: TextFolder, id: &str) -> impl Iterator<Item = Date> {
        self.days.get(&(folder, id.to_owned())).into_iter().flatten().rev().copied()
    }

    /// Adds the days of a text that was called otherwise to those of its present name.
    pub fn join(&mut self, folder: TextFolder, earlier: &str, present: &str) {
        if let Some(days) = self.days.remove(&(folder, earlier.to_owned())) {
            self.days.entry((folder, present.to_owned())).or_default().extend(days);
        }
    }

    /// Takes what `git log` said: `␁DAY␁MARKS␀` for a commit, then `PATH␀` for each file that it changed.
    fn of_log(log: &str) -> Result<Self, NoHistory> {
        let mut history = Self::default();
        let mut day = None;
        for word in log.split('\0').map(|word| word.trim_start_matches('\n')) {
            if let Some(commit) = word.strip_prefix(COMMIT) {
                let (date, marks) = commit.split_once(COMMIT).unwrap_or((commit, ""));
                if marks.split(", ").any(|mark| mark == CUT_OFF) {
                    return Err(NoHistory::Shallow);
                }
                day = date.parse().ok();
            } else if let (Some(day), Some(text)) = (day, text_of(word)) {
                history.days.entry(text).or_default().insert(day);
            }
        }
        if history.days.is_empty() { Err(NoHistory::NoTexts) } else { Ok(history) }
    }
}

/// What git means when it refuses. It was asked to say it in English.
fn refusal(said: &str) -> NoHistory {
    const NOTHING_THERE: [&str; 3] =
        ["not a git repository", "does not have any commits", "bad default revision"];
    let nothing = NOTHING_THERE.iter().any(|words| said.contains(words));
    if nothing { NoHistory::NoRepository } else { NoHistory::Broken }
}

/// The text to which a file belongs. A text that moves into a folder of its own stays the same text.
fn text_of(path: &str) -> Option<(TextFolder, String)> {
    match kind::of(&path.nfc().collect::<String>())? {
        Kind::Text(folder, id) | Kind::Attachment(folder, id) => Some((folder, id)),
        _ => None,
    }
}

/// The history, read beside everything else: git takes its time, and nobody needs the days before the pages are made.
#[derive(Debug)]
pub struct HeadStart {
    root: PathBuf,
    reading: Option<JoinHandle<Result<History, NoHistory>>>,
}

impl HeadStart {
    /// Starts reading if `site.toml` seems to ask for it. Whether it does, the settings decide later.
    pub fn of(root: &Path) -> Self {
        let reading = settings(root).lines().any(asks).then(|| {
            let root = root.to_owned();
            thread::spawn(move || read_history(&root))
        });
        Self { root: root.to_owned(), reading }
    }

    /// What was read, or is read now.
    pub fn finish(self) -> Result<History, NoHistory> {
        match self.reading.map(JoinHandle::join) {
            Some(Ok(history)) => history,
            _ => read_history(&self.root),
        }
    }
}

/// What a first glance at the settings shows; trouble with them is told when they are read in earnest.
fn settings(root: &Path) -> String {
    let mut text = String::new();
    let Ok(file) = File::open(root.join("site.toml")) else { return text };
    // A file that stops being text keeps what came before, and the rest asks for nothing.
    let _ = file.take(limits::TOML).read_to_string(&mut text);
    text
}

fn asks(line: &str) -> bool {
    line.split_once('=').is_some_and(|(key, value)| key.trim() == "dates" && value.contains("git"))
}

/// Asks git when the texts of a project were changed. Days are those of the author's own calendar.
fn read_history(root: &Path) -> Result<History, NoHistory> {
    let mut git = Command::new("git");
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("GIT_")) {
        git.env_remove(name);
    }
    git.env("GIT_CONFIG_NOSYSTEM", "1").env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_NO_LAZY_FETCH", "1");
    git.env("GIT_OPTIONAL_LOCKS", "0").env("GIT_TERMINAL_PROMPT", "0").env("LC_ALL", "C");
    git.arg("--no-pager").arg("--no-replace-objects").arg("-C").arg(root);
    git.args(SETTINGS.iter().flat_map(|setting| ["-c", setting]));
    let format = format!("--format={COMMIT}%ad{COMMIT}%D");
    // Without a path: git would compare every commit twice to find those that touch it.
    git.args(["log", &format, "--date=short", "--name-only", "--no-renames", "--no-ext-diff"]);
    // Of a merge, what differs from both its sides: somebody changed it while merging.
    git.args(["-c", "--relative", "-z"]).stdin(Stdio::null());
    let said = git.output().map_err(|error| match error.kind() {
        ErrorKind::NotFound => NoHistory::NoGit,
        _ => NoHistory::Broken,
    })?;
    if !said.status.success() {
        return Err(refusal(&String::from_utf8_lossy(&said.stderr)));
    }
    History::of_log(&String::from_utf8_lossy(&said.stdout))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(log: &str, id: &str) -> String {
        let history = History::of_log(log).unwrap();
        history.of(TextFolder::Practices, id).map(|day| day.to_string()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_text_has_the_days_of_its_files() {
        let log = "\u{1}2024-03-01\u{1}HEAD -> main\0\ncontent/practices/a/index.md\0content/practices/b.md\0\
                   \u{1}2024-09-05\u{1}\0\ncontent/practices/a/план.docx\0data/vocabulary.toml\0\
                   \u{1}2023-01-02\u{1}\0\ncontent/practices/a.md\0content/practices/и\u{306}.md\0";
        assert_eq!(days(log, "a"), "2024-09-05 2024-03-01 2023-01-02");
        assert_eq!(days(log, "b"), "2024-03-01");
        assert_eq!(days(log, "й"), "2023-01-02");
        assert_eq!(days(log, "c"), "");
    }

    #[test]
    fn a_clone_that_was_cut_off_is_no_history() {
        let log = |marks: &str| format!("\u{1}2024-03-01\u{1}{marks}\0\ncontent/practices/a.md\0");
        assert_eq!(History::of_log(&log("HEAD -> main, grafted")), Err(NoHistory::Shallow));
        assert!(History::of_log(&log("HEAD -> grafted-pairs, tag: grafted-1")).is_ok());
    }

    #[test]
    fn a_log_without_texts_is_no_history() {
        for log in ["", "\u{1}2024-03-01\u{1}HEAD -> main\0\ncontent\0.gitmodules\0"] {
            assert_eq!(History::of_log(log), Err(NoHistory::NoTexts), "{log}");
        }
    }

    #[test]
    fn a_refusal_says_whether_there_is_nothing_or_something_is_broken() {
        for (said, why) in [
            ("fatal: not a git repository (or any of the parent directories): .git", NoHistory::NoRepository),
            ("fatal: your current branch 'main' does not have any commits yet", NoHistory::NoRepository),
            ("fatal: loose object 1f (stored in .git/objects) is corrupt", NoHistory::Broken),
            ("", NoHistory::Broken),
        ] {
            assert_eq!(refusal(said), why, "{said}");
        }
    }

    #[test]
    fn the_settings_seem_to_ask() {
        for (line, verdict) in [
            ("dates = \"git\"", true),
            ("  dates='git' # the day of the commit", true),
            ("dates = \"front-matter\"", false),
            ("title = \"dates = git\"", false),
            ("# dates = \"git\"", false),
        ] {
            assert_eq!(asks(line), verdict, "{line}");
        }
    }
}
