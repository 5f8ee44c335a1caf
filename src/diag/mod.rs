//! The language of trouble: what is wrong, where, and under which code.
//!
//! Apart from every room, because all of them speak it and it must depend on none. A diagnostic is data until the
//! report turns it into words: it holds a code, places and named arguments, never a sentence.

mod code;
pub mod codes;
mod span;

use std::collections::BTreeMap;

pub use code::{Code, Level};
pub use span::{At, FileId, Span};

/// Where a complaint points.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// A range of bytes in a file that was read.
    Span(Span),
    /// A path of the project or of the output, relative where possible: the file was not read, or it is a folder.
    Path(String),
}

impl From<Span> for Place {
    fn from(span: Span) -> Self {
        Place::Span(span)
    }
}

/// One complaint: a code, its place and the words that fill the code's sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule that was broken.
    pub code: &'static Code,
    /// Where the caret goes.
    pub place: Place,
    /// Values of the sentence's placeholders, by name.
    pub args: BTreeMap<&'static str, String>,
    /// Other places that explain the first one («впервые здесь»).
    pub related: Vec<Span>,
    /// What the author probably meant, where one known word is near enough.
    pub nearest: Option<String>,
}

impl Diagnostic {
    /// A complaint about a place of a file that was read.
    pub fn at(code: &'static Code, span: Span) -> Self {
        Self::new(code, Place::Span(span))
    }

    /// A complaint about a path.
    pub fn path(code: &'static Code, path: impl Into<String>) -> Self {
        Self::new(code, Place::Path(path.into()))
    }

    fn new(code: &'static Code, place: Place) -> Self {
        Self { code, place, args: BTreeMap::new(), related: Vec::new(), nearest: None }
    }

    /// Fills one placeholder of the sentence.
    #[must_use]
    #[expect(
        clippy::needless_pass_by_value,
        reason = "numbers, ids and texts are filled in alike, without a `&` at each"
    )]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.insert(name, value.to_string());
        self
    }

    /// Adds a second place that explains the first.
    #[must_use]
    pub fn see(mut self, span: Span) -> Self {
        self.related.push(span);
        self
    }

    /// Adds «возможно, вы имели в виду», when there is a near word.
    #[must_use]
    pub fn nearest(mut self, word: Option<&str>) -> Self {
        self.nearest = word.map(str::to_owned);
        self
    }
}

/// The run was stopped at a door between rooms: the complaints say why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stopped;

/// All complaints of a run, in the order in which they were found.
#[derive(Debug, Default)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
    errors: usize,
}

/// More errors than anybody reads.
const MANY: usize = 500;

impl Diagnostics {
    /// Takes a complaint and goes on: the author sees all mistakes of a run at once.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.errors += usize::from(diagnostic.code.level == Level::Error);
        self.list.push(diagnostic);
    }

    /// Takes over the complaints of a helper thread.
    pub fn append(&mut self, mut other: Diagnostics) {
        self.errors += other.errors;
        self.list.append(&mut other.list);
    }

    /// The one door between rooms: nobody passes with an error.
    pub fn stop_on_errors(&self) -> Result<(), Stopped> {
        if self.has_errors() { Err(Stopped) } else { Ok(()) }
    }

    /// Whether something was refused.
    pub fn has_errors(&self) -> bool {
        self.errors > 0
    }

    /// Whether there are more errors than anybody reads: then nobody needs a guess at each, which costs a look at
    /// every known word.
    pub fn are_many(&self) -> bool {
        self.errors >= MANY
    }

    /// The paths of files and folders that were refused as they are, before anything was read in them.
    pub fn refused_paths(&self) -> impl Iterator<Item = &str> {
        self.list.iter().filter(|diagnostic| diagnostic.code.level == Level::Error).filter_map(|diagnostic| {
            match &diagnostic.place {
                Place::Path(path) => Some(path.as_str()),
                Place::Span(_) => None,
            }
        })
    }

    /// How many complaints of a level there are.
    pub fn count(&self, level: Level) -> usize {
        match level {
            Level::Error => self.errors,
            Level::Warning => self.list.len() - self.errors,
        }
    }

    /// The complaints by place, each once, so that a report does not depend on the order of checks or threads.
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        let mut list: Vec<&Diagnostic> = self.list.iter().collect();
        list.sort_by(|a, b| (&a.place, a.code.id, &a.args).cmp(&(&b.place, b.code.id, &b.args)));
        list.dedup();
        list
    }
}
