//! `build`: the main job, and the receipt at its end.

use std::time::Instant;

use crate::analysis::Withheld;
use crate::diag::{Diagnostics, Level};
use crate::model::{Category, Edition};
use crate::words::{grouped, number};
use crate::{Receipt, build};

use super::arguments::{BuildOptions, Format};
use super::{Exit, Phrases, Voice, report};

/// Builds the site.
pub fn run(options: &BuildOptions, phrases: &Phrases, voice: &mut Voice<'_>) -> std::io::Result<Exit> {
    let start = Instant::now();
    let request = options.project.request();
    let edition = options.project.edition;
    let folder = if edition == Edition::Internal { "internal" } else { "public" };
    let out = options.out.clone().unwrap_or_else(|| request.root.join(folder));
    let mut diagnostics = Diagnostics::default();
    let (sources, receipt) = build(&request, &out, &mut diagnostics);
    report::write(&diagnostics, &sources, phrases, (options.format, voice.colour), voice.err)?;
    let Ok(receipt) = receipt else {
        let sum = [
            ("errors", diagnostics.count(Level::Error).into()),
            ("warnings", diagnostics.count(Level::Warning).into()),
        ];
        if options.format == Format::Human {
            writeln!(voice.err, "{}", phrases.say("build-refused", &sum))?;
        }
        return Ok(Exit::Refused);
    };
    let warnings = diagnostics.count(Level::Warning);
    let seconds = number(start.elapsed().as_secs_f64(), 2);
    let (vanished, withdrawn) = (vanished(&receipt, phrases), withdrawn(&receipt, phrases));
    for line in lines(&receipt, phrases).into_iter().chain(vanished).chain(withdrawn) {
        writeln!(voice.out, "{line}")?;
    }
    if warnings > 0 {
        writeln!(voice.out, "{}", phrases.say("receipt-warnings", &[("n", warnings.into())]))?;
    }
    if edition == Edition::Internal {
        writeln!(voice.out, "{}", phrases.say("receipt-internal", &[]))?;
    }
    writeln!(voice.out, "{}", phrases.say("receipt-out", &[("path", out.display().to_string().into())]))?;
    writeln!(voice.out, "{}", phrases.say("receipt-time", &[("seconds", seconds.into())]))?;
    Ok(Exit::Done)
}

/// Pages that the receipt names, at most.
const NAMED: usize = 10;

fn lines(receipt: &Receipt, phrases: &Phrases) -> Vec<String> {
    let records = receipt.records.iter().filter(|(_, n)| *n > 0);
    let records: Vec<String> = records.map(|(key, n)| phrases.say(key, &[("n", (*n).into())])).collect();
    let changes = &receipt.changes;
    vec![
        phrases.say("receipt-read", &[("n", receipt.files.into()), ("list", records.join(", ").into())]),
        phrases.say("receipt-pages", &[("n", receipt.pages.into())]),
        phrases.say(
            "receipt-written",
            &[
                ("written", grouped(changes.written.len()).into()),
                ("unchanged", grouped(changes.unchanged).into()),
                ("removed", grouped(changes.removed.len()).into()),
            ],
        ),
    ]
}

/// Pages that were there before and are not any more, and whether anybody would be told of the next.
fn vanished(receipt: &Receipt, phrases: &Phrases) -> Vec<String> {
    let removed = || receipt.changes.removed.iter().filter(|path| path.ends_with(".html"));
    let named: Vec<&str> = removed().take(NAMED).map(String::as_str).collect();
    let more = removed().count() - named.len();
    let args = [("list", named.join(", ").into()), ("more", more.into())];
    let gone = (!named.is_empty()).then(|| phrases.say("receipt-gone", &args));
    let unwatched = (!receipt.has_register).then(|| phrases.say("receipt-no-register", &[]));
    gone.into_iter().chain(unwatched).collect()
}

/// What of people is not published, and why. A receipt may be kept for long, so it names nobody.
fn withdrawn<'r>(receipt: &'r Receipt, phrases: &'r Phrases) -> impl Iterator<Item = String> + 'r {
    receipt.withdrawn.iter().map(|one| {
        let category = match one.category {
            Category::Name => "name",
            Category::Photo => "photo",
            Category::Contact => "contact",
        };
        let why = match one.why {
            Withheld::Revoked => "revoked",
            Withheld::Expired => "expired",
            Withheld::NotBegun => "not-begun",
            Withheld::OtherAddress => "other-address",
            Withheld::NotGiven => "not-given",
        };
        let args = [
            ("category", category.into()),
            ("person", one.person.as_str().into()),
            ("role", (&one.role).into()),
            ("why", why.into()),
            ("pages", one.pages.join(", ").into()),
        ];
        phrases.say("receipt-withdrawn", &args)
    })
}
