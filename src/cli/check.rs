//! `check`: the same judgement as `build`, and nothing written.

use crate::diag::{Diagnostics, Level};
use crate::judge;

use super::arguments::CheckOptions;
use super::{Exit, Phrases, Voice, report};

/// Judges the project.
pub fn run(options: &CheckOptions, phrases: &Phrases, voice: &mut Voice<'_>) -> std::io::Result<Exit> {
    let request = options.project.request();
    let mut diagnostics = Diagnostics::default();
    let sources = judge(&request, &mut diagnostics);
    report::write(&diagnostics, &sources, phrases, (options.format, voice.colour), voice.out)?;
    let errors = diagnostics.count(Level::Error);
    let warnings = diagnostics.count(Level::Warning);
    if options.format == super::arguments::Format::Human {
        let sum = [("errors", errors.into()), ("warnings", warnings.into())];
        writeln!(
            voice.out,
            "{}",
            phrases.say(if errors > 0 { "check-refused" } else { "check-passed" }, &sum)
        )?;
    }
    Ok(if errors > 0 { Exit::Refused } else { Exit::Done })
}
