//! The last room: makes the folder on the disk equal to the drawn site, all at once or not at all.
//!
//! Apart from everything else, because it is the only room that writes and removes. The new site grows in a working
//! folder beside the output and then changes places with it in one step, so a reader, a full disk, `kill -9` or a
//! power cut finds either the old site or the new one. What was not written by us is carried over, never removed.
#![expect(clippy::disallowed_methods, reason = "this room is the writing door")]

mod draw;
mod exchange;
mod fault;
mod guard;
mod late;
mod lock;
mod manifest;
mod paths;
mod present;
mod stage;
mod strangers;
mod work;

#[cfg(test)]
mod crash_tests;
#[cfg(test)]
mod test_help;
#[cfg(test)]
mod tests;

use std::path::Path;
use std::time::Duration;

use crate::diag::{Diagnostic, Diagnostics, Stopped, codes};
use crate::model::Edition;
use crate::render::output::Output;

pub use guard::refuse_unsafe;

use draw::Verdict;
use manifest::Manifest;
use present::Present;
use stage::Stage;
use work::Work;

/// How long a build waits for another one of the same output.
const PATIENCE: Duration = Duration::from_secs(60);

/// What a run did to the output. All lists are sorted.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Files that are new or have other bytes than before.
    pub written: Vec<String>,
    /// Files of an earlier build that the site no longer has.
    pub removed: Vec<String>,
    /// How many files were right already.
    pub unchanged: usize,
    /// What is not ours and stays. A folder that is wholly foreign is named once, with `/` at its end.
    pub kept: Vec<String>,
}

/// Makes the folder `out` hold the site, and whatever strangers it held before. On `Err` it is as it was.
pub fn sync(output: &dyn Output, out: &Path, diagnostics: &mut Diagnostics) -> Result<Changes, Stopped> {
    match publish(output, out) {
        Ok(changes) => {
            strangers::warning(out, &changes.kept).into_iter().for_each(|warning| diagnostics.push(warning));
            Ok(changes)
        }
        Err(troubles) => {
            troubles.into_iter().for_each(|trouble| diagnostics.push(trouble));
            Err(Stopped)
        }
    }
}

/// Mends the output after a build that was killed half-way, where the system cannot swap two folders in one step.
/// `sync` does it too; a command calls this first, so that the last site is back even if the new one has errors.
pub fn recover(out: &Path, diagnostics: &mut Diagnostics) {
    if !Work::was_left_behind(out) {
        return;
    }
    if let Err(fault) = Work::open(out, PATIENCE).and_then(|work| exchange::recover(&work)) {
        diagnostics.push(fault.into());
    }
}

fn publish(output: &dyn Output, out: &Path) -> Result<Changes, Vec<Diagnostic>> {
    paths::check(output.paths(), out)?;
    let work = Work::open(out, PATIENCE)?;
    exchange::recover(&work)?;
    let present = Present::read(work.out())?;
    refuse_other_edition(&present, output, out)?;
    let stage = Stage::new(&work, output.paths());
    let drawn = draw::draw_all(output, &present, &stage)?;
    let rest = strangers::judge(&present, &drawn, stage.folders())?;
    let manifest = Manifest::of(
        output.edition(),
        drawn.iter().filter(|file| file.is_ours()).map(|file| (file.path, file.digest)),
    );
    let changes = changes(&drawn, rest.removed, rest.kept);
    if !changes.written.is_empty() || !present.has_manifest(&manifest) {
        let same = drawn.iter().filter(|file| file.verdict == Verdict::Same).map(|file| file.path);
        stage.complete(&present, &same.collect::<Vec<_>>(), &rest.staying)?;
        stage.seal(&present, &manifest, &changes.written)?;
        let replaced = exchange::publish(&work, exchange::Method::Swap)?;
        late::carry_over(replaced.as_deref(), &present, work.out());
    }
    Ok(changes)
}

/// What is not for everybody never stands where everybody looks, nor the other way round, whoever mistypes a folder.
fn refuse_other_edition(present: &Present, output: &dyn Output, out: &Path) -> Result<(), Vec<Diagnostic>> {
    let edition = output.edition();
    if !present.manifest.is_of_other(edition) {
        return Ok(());
    }
    let key = if edition == Edition::Internal { "internal" } else { "public" };
    let complaint = Diagnostic::path(&codes::OTHER_EDITION, out.display().to_string());
    Err(vec![complaint.with("edition", key)])
}

fn changes(drawn: &[draw::Drawn<'_>], removed: Vec<String>, kept: Vec<String>) -> Changes {
    let written = drawn.iter().filter(|file| file.verdict == Verdict::Written);
    Changes {
        written: written.map(|file| file.path.to_owned()).collect(),
        removed,
        unchanged: drawn.iter().filter(|file| file.verdict == Verdict::Same).count(),
        kept,
    }
}
