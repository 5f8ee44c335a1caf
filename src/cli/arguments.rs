//! The command line, read once into a command.

use std::ffi::OsString;
use std::path::PathBuf;

use jiff::civil::Date;
use lexopt::prelude::*;

use crate::Request;
use crate::model::{Edition, Overrides};

use super::{Language, clock};

/// What is asked.
#[derive(Debug)]
pub enum Command {
    /// `build`
    Build(BuildOptions),
    /// `check`
    Check(CheckOptions),
    /// `register`
    Register(CheckOptions),
    /// `explain CODE`
    Explain(String),
    /// `serve`
    Serve(ServeOptions),
    /// `new practice ID`
    NewPractice(NewOptions),
    /// `help`, `--help`
    Help,
    /// `--version`
    Version,
}

/// Which project, and what the command line says in place of `site.toml`.
#[derive(Clone, Debug, Default)]
pub struct Project {
    /// `--root`; the current folder without it.
    pub root: Option<PathBuf>,
    /// `--date`
    pub date: Option<Date>,
    /// `--base-url`
    pub base_url: Option<String>,
    /// `--edition`
    pub edition: Edition,
}

impl Project {
    /// What is asked of the rooms.
    pub fn request(&self) -> Request {
        Request {
            root: self.root.clone().unwrap_or_else(|| PathBuf::from(".")),
            overrides: Overrides {
                date: self.date,
                base_url: self.base_url.clone(),
                edition: self.edition,
                today: clock::today(),
            },
        }
    }
}

/// Options of `build`.
#[derive(Debug)]
pub struct BuildOptions {
    /// Which project.
    pub project: Project,
    /// `--out`; `public` under the root without it.
    pub out: Option<PathBuf>,
    /// `--format`
    pub format: Format,
}

/// Options of `check` and `register`.
#[derive(Debug)]
pub struct CheckOptions {
    /// Which project.
    pub project: Project,
    /// `--format`
    pub format: Format,
}

/// Options of `serve`.
#[derive(Debug)]
pub struct ServeOptions {
    /// Which project.
    pub project: Project,
    /// `--port`
    pub port: u16,
}

/// Options of `new practice`.
#[derive(Debug)]
pub struct NewOptions {
    /// `--root`
    pub root: Option<PathBuf>,
    /// The id.
    pub id: String,
}

/// How complaints are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For people.
    #[default]
    Human,
    /// One line each, for editors.
    Short,
    /// For programs.
    Json,
}

/// A wrong command line: which phrase says so, and about what.
#[derive(Debug)]
pub struct Usage {
    /// The phrase's key.
    pub key: &'static str,
    /// The offending word.
    pub what: String,
}

/// The command with the language of the answers.
#[derive(Debug)]
pub struct Parsed {
    /// `--lang`
    pub language: Language,
    /// What is asked, or why it cannot be understood.
    pub command: Result<Command, Usage>,
}

#[derive(Default)]
struct Typed {
    words: Vec<String>,
    project: Project,
    out: Option<PathBuf>,
    format: Format,
    port: Option<u16>,
    language: Language,
    help: Option<Command>,
}

/// The port of the preview.
const PORT: u16 = 4321;

/// Reads the command line.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Parsed {
    let mut typed = Typed::default();
    let command = read(&mut lexopt::Parser::from_args(arguments), &mut typed);
    let language = typed.language;
    Parsed { language, command: command.and_then(|()| command_of(typed)) }
}

fn read(parser: &mut lexopt::Parser, typed: &mut Typed) -> Result<(), Usage> {
    while let Some(argument) = parser.next().map_err(misread)? {
        match argument {
            Value(word) => typed.words.push(word.to_string_lossy().into_owned()),
            Long("root") => typed.project.root = Some(parser.value().map_err(misread)?.into()),
            Long("out") => typed.out = Some(parser.value().map_err(misread)?.into()),
            Long("date") => typed.project.date = Some(date(&text(parser)?)?),
            Long("base-url") => typed.project.base_url = Some(base_url(text(parser)?)?),
            Long("edition") => typed.project.edition = edition(&text(parser)?)?,
            Long("format") => typed.format = format(&text(parser)?)?,
            Long("port") => typed.port = Some(port(&text(parser)?)?),
            Long("lang") => typed.language = language(&text(parser)?)?,
            Short('h') | Long("help") => typed.help = Some(Command::Help),
            Short('V') | Long("version") => typed.help = Some(Command::Version),
            other => return Err(misread(other.unexpected())),
        }
    }
    Ok(())
}

/// The parser's complaint as one of ours, where we have one.
fn misread(error: lexopt::Error) -> Usage {
    let (key, what) = match error {
        lexopt::Error::UnexpectedOption(option) => ("usage-option", option),
        lexopt::Error::MissingValue { option: Some(option) } => ("usage-value", option),
        other => ("usage-wrong", other.to_string()),
    };
    Usage { key, what }
}

fn text(parser: &mut lexopt::Parser) -> Result<String, Usage> {
    let value = parser.value().map_err(misread)?;
    value.into_string().map_err(|raw| Usage { key: "usage-wrong", what: raw.to_string_lossy().into_owned() })
}

fn date(typed: &str) -> Result<Date, Usage> {
    typed.parse().map_err(|_| Usage { key: "usage-date", what: typed.to_owned() })
}

fn base_url(typed: String) -> Result<String, Usage> {
    let host = typed.strip_prefix("https://").or_else(|| typed.strip_prefix("http://")).unwrap_or_default();
    let good = !host.is_empty()
        && !host.starts_with('/')
        && !typed.contains(|c: char| c.is_whitespace() || "\"'<>?#\\".contains(c));
    if good { Ok(typed) } else { Err(Usage { key: "usage-base-url", what: typed }) }
}

fn edition(typed: &str) -> Result<Edition, Usage> {
    match typed {
        "public" => Ok(Edition::Public),
        "internal" => Ok(Edition::Internal),
        _ => Err(Usage { key: "usage-edition", what: typed.to_owned() }),
    }
}

fn format(typed: &str) -> Result<Format, Usage> {
    match typed {
        "human" => Ok(Format::Human),
        "short" => Ok(Format::Short),
        "json" => Ok(Format::Json),
        _ => Err(Usage { key: "usage-format", what: typed.to_owned() }),
    }
}

fn port(typed: &str) -> Result<u16, Usage> {
    typed.parse().map_err(|_| Usage { key: "usage-port", what: typed.to_owned() })
}

fn language(typed: &str) -> Result<Language, Usage> {
    match typed {
        "ru" => Ok(Language::Russian),
        "en" => Ok(Language::English),
        _ => Err(Usage { key: "usage-lang", what: typed.to_owned() }),
    }
}

fn command_of(typed: Typed) -> Result<Command, Usage> {
    if let Some(help) = typed.help {
        return Ok(help);
    }
    let words: Vec<&str> = typed.words.iter().map(String::as_str).collect();
    let project = typed.project;
    match words.as_slice() {
        ["build"] => Ok(Command::Build(BuildOptions { project, out: typed.out, format: typed.format })),
        ["check"] => Ok(Command::Check(CheckOptions { project, format: typed.format })),
        ["register"] => Ok(Command::Register(CheckOptions { project, format: typed.format })),
        ["explain", code] => Ok(Command::Explain((*code).to_owned())),
        ["explain"] => Err(Usage { key: "usage-explain", what: String::new() }),
        ["serve"] => Ok(Command::Serve(ServeOptions { project, port: typed.port.unwrap_or(PORT) })),
        ["new", "practice", id] => {
            Ok(Command::NewPractice(NewOptions { root: project.root, id: (*id).to_owned() }))
        }
        ["new", ..] => Err(Usage { key: "usage-new", what: String::new() }),
        [] | ["help"] => Ok(Command::Help),
        ["build" | "check" | "serve" | "register" | "explain" | "help", .., extra] => {
            Err(Usage { key: "usage-extra", what: (*extra).to_owned() })
        }
        [other, ..] => Err(Usage { key: "usage-command", what: (*other).to_owned() }),
    }
}
