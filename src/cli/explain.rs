//! `explain CODE`: why a rule exists, with a wrong and a right example.

use crate::diag::{Level, codes};
use crate::words::nearest;

use super::{Exit, Phrases, Voice};

/// Explains one code.
pub fn run(id: &str, phrases: &Phrases, voice: &mut Voice<'_>) -> std::io::Result<Exit> {
    let Some(code) = codes::find(id) else {
        let near = nearest(&id.to_uppercase(), codes::ALL.iter().map(|code| code.id)).unwrap_or("F003");
        writeln!(
            voice.err,
            "{}",
            phrases.say("explain-unknown", &[("code", id.into()), ("near", near.into())])
        )?;
        return Ok(Exit::Usage);
    };
    let level = phrases.say(if code.level == Level::Error { "level-error" } else { "level-warning" }, &[]);
    writeln!(voice.out, "{} · {level}\n", code.id)?;
    writeln!(voice.out, "{}", phrases.explanation(code).unwrap_or_default())?;
    Ok(Exit::Done)
}
