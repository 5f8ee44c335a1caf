//! `register`: the addresses of all pages, added to `data/addresses.toml`.
//!
//! The only command besides `new` that writes into the project, and never on its own: what stands in the register is a
//! promise, and a promise is given by a person.

use std::fs::{File, rename};
use std::io::Write as _;
use std::path::Path;

use crate::diag::{Diagnostics, Level};
use crate::renewed;

use super::arguments::{CheckOptions, Format};
use super::{Exit, Phrases, Voice, report};

const PATH: &str = "data/addresses.toml";
/// Hidden, so that a copy which a power cut leaves behind is taken for nothing else.
const NEXT: &str = "data/.addresses.toml.tmp";

/// Adds to the register, unless the site has errors: then nobody knows which pages there will be.
pub fn run(options: &CheckOptions, phrases: &Phrases, voice: &mut Voice<'_>) -> std::io::Result<Exit> {
    let request = options.project.request();
    let mut diagnostics = Diagnostics::default();
    let (sources, renewed) = renewed(&request, &mut diagnostics);
    let Ok(renewed) = renewed else {
        report::write(&diagnostics, &sources, phrases, (options.format, voice.colour), voice.err)?;
        if options.format == Format::Human {
            let errors = diagnostics.count(Level::Error);
            writeln!(voice.err, "{}", phrases.say("register-refused", &[("errors", errors.into())]))?;
        }
        return Ok(Exit::Refused);
    };
    let path = ("path", PATH.into());
    if let Err(error) = replace(&request.root, &renewed.text) {
        let reason = format!("{:?}", error.kind());
        writeln!(voice.err, "{}", phrases.say("register-failed", &[path, ("error", reason.into())]))?;
        return Ok(Exit::Refused);
    }
    let sum = [path, ("added", renewed.added.into()), ("all", renewed.all.into())];
    writeln!(voice.out, "{}", phrases.say("register-written", &sum))?;
    Ok(Exit::Done)
}

/// The old file or the new one, never half of either.
fn replace(root: &Path, text: &str) -> std::io::Result<()> {
    let next = root.join(NEXT);
    let mut file = File::create(&next)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    rename(next, root.join(PATH))
}
