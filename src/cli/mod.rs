//! The commands: what is asked on the command line, and what is answered there.
//!
//! Beside the row of rooms, since a command only walks through them. Nothing here prints: the answers go to two
//! writers that `main` brings.

mod arguments;
mod build;

mod check;
mod clock;
mod explain;
mod new;
mod phrases;
mod register;
mod report;

mod serve;

use std::ffi::OsString;
use std::io::Write;

pub use phrases::Language;

use arguments::{Command, Parsed};
use phrases::Phrases;

/// How a run ended: the process's exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Exit {
    /// Done.
    Done = 0,
    /// There are errors in the input; nothing was published.
    Refused = 1,
    /// The command line was wrong.
    Usage = 2,
}

/// Where a command says things, and whether people see colours there.
pub struct Voice<'a> {
    /// Results.
    pub out: &'a mut dyn Write,
    /// Complaints and progress.
    pub err: &'a mut dyn Write,
    /// Whether `err` shows colours.
    pub colour: Colour,
}

/// Whether a terminal shows colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// It does.
    Ansi,
    /// It does not.
    Plain,
}

/// Does what the command line asks.
pub fn run(arguments: impl IntoIterator<Item = OsString>, voice: &mut Voice<'_>) -> std::io::Result<Exit> {
    let Parsed { language, command } = arguments::parse(arguments);
    let phrases = Phrases::of(language);
    match command {
        Ok(Command::Check(options)) => check::run(&options, &phrases, voice),
        Ok(Command::Explain(code)) => explain::run(&code, &phrases, voice),
        Ok(Command::Register(options)) => register::run(&options, &phrases, voice),
        Ok(Command::NewPractice(options)) => new::run(&options, &phrases, voice),
        Ok(Command::Help) => {
            voice.out.write_all(phrases.help().as_bytes())?;
            Ok(Exit::Done)
        }
        Ok(Command::Version) => {
            writeln!(voice.out, "metodbank {}", env!("CARGO_PKG_VERSION"))?;
            Ok(Exit::Done)
        }
        Ok(Command::Build(options)) => build::run(&options, &phrases, voice),
        Ok(Command::Serve(options)) => serve::run(&options, &phrases, voice),
        Err(usage) => {
            writeln!(voice.err, "{}", phrases.say(usage.key, &[("what", usage.what.into())]))?;
            writeln!(voice.err, "{}", phrases.say("usage-see-help", &[]))?;
            Ok(Exit::Usage)
        }
    }
}
