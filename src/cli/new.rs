//! `new practice ID`: a file to fill in, with every key explained in place.

use std::io::ErrorKind;
use std::path::PathBuf;

use crate::model::{Id, Practice};

use super::arguments::NewOptions;
use super::{Exit, Phrases, Voice};

/// Writes the file; an existing one is never touched.
pub fn run(options: &NewOptions, phrases: &Phrases, voice: &mut Voice<'_>) -> std::io::Result<Exit> {
    let Some(id) = Id::<Practice>::parse(&options.id) else {
        writeln!(voice.err, "{}", phrases.say("new-bad-id", &[("id", (&options.id).into())]))?;
        return Ok(Exit::Usage);
    };
    let folder = options.root.clone().unwrap_or_else(|| PathBuf::from(".")).join("content/practices");
    let path = folder.join(format!("{id}.md"));
    let shown = format!("content/practices/{id}.md");
    let written = std::fs::create_dir_all(&folder).and_then(|()| {
        let mut file = std::fs::File::options().write(true).create_new(true).open(&path)?;
        std::io::Write::write_all(&mut file, include_str!("new/practice.md").as_bytes())
    });
    match written {
        Ok(()) => {
            writeln!(voice.out, "{}", phrases.say("new-written", &[("path", shown.into())]))?;
            Ok(Exit::Done)
        }
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            writeln!(voice.err, "{}", phrases.say("new-exists", &[("path", shown.into())]))?;
            Ok(Exit::Refused)
        }
        Err(error) => {
            let reason = format!("{:?}", error.kind());
            writeln!(
                voice.err,
                "{}",
                phrases.say("new-failed", &[("path", shown.into()), ("error", reason.into())])
            )?;
            Ok(Exit::Refused)
        }
    }
}
