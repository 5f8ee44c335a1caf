//! Draws every file and compares it with the one that is published.
//!
//! Apart from the staging, because here the threads work: each draws a file, settles its fate and drops its bytes, so
//! that a large site never stands whole in memory.

use rayon::prelude::*;
use sha2::{Digest as _, Sha256};

use super::fault::Fault;
use super::manifest::Digest;
use super::present::{Kind, Present};
use super::stage::Stage;
use crate::diag::Diagnostic;
use crate::render::output::Output;

/// What became of one file of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It was written into the staged tree.
    Written,
    /// The output holds the same bytes already.
    Same,
    /// Something that is not ours stands at its path.
    Taken,
}

/// A file of the site after it was drawn.
pub(super) struct Drawn<'a> {
    pub(super) path: &'a str,
    pub(super) digest: Digest,
    pub(super) verdict: Verdict,
}

impl Drawn<'_> {
    /// Whether the file goes into the manifest.
    pub(super) fn is_ours(&self) -> bool {
        self.verdict != Verdict::Taken
    }
}

enum Trouble {
    Drawing(Diagnostic),
    Writing(Fault),
}

/// Draws all files. What the drawing complains of is told in full, of a failing disk only the first file.
pub(super) fn draw_all<'a>(
    output: &'a dyn Output,
    present: &Present,
    stage: &Stage<'_>,
) -> Result<Vec<Drawn<'a>>, Vec<Diagnostic>> {
    output.prepare();
    let files = output.paths().par_iter().enumerate();
    let results: Vec<_> =
        files.map(|(position, path)| draw(output, position, path, (present, stage))).collect();
    let (mut drawn, mut complaints, mut fault) = (Vec::with_capacity(results.len()), Vec::new(), None);
    for result in results {
        match result {
            Ok(file) => drawn.push(file),
            Err(Trouble::Drawing(complaint)) => complaints.push(complaint),
            Err(Trouble::Writing(first)) => fault = fault.or(Some(first)),
        }
    }
    complaints.extend(fault.map(Diagnostic::from));
    if complaints.is_empty() { Ok(drawn) } else { Err(complaints) }
}

fn draw<'a>(
    output: &dyn Output,
    position: usize,
    path: &'a str,
    (present, stage): (&Present, &Stage<'_>),
) -> Result<Drawn<'a>, Trouble> {
    let bytes = output.draw(position).map_err(Trouble::Drawing)?;
    let verdict = settle(path, &bytes, present).map_err(Trouble::Writing)?;
    if verdict == Verdict::Written {
        stage.write(path, &bytes).map_err(Trouble::Writing)?;
    }
    Ok(Drawn { path, digest: Sha256::digest(&bytes).into(), verdict })
}

fn settle(path: &str, bytes: &[u8], present: &Present) -> Result<Verdict, Fault> {
    match present.kind(path) {
        // A folder may be one that only we had and that goes now; the judge of strangers looks into it.
        None | Some(Kind::Folder) => Ok(Verdict::Written),
        Some(Kind::Link | Kind::Other) => Ok(Verdict::Taken),
        Some(Kind::File) => match present.has_bytes(path, bytes) {
            Ok(true) => Ok(Verdict::Same),
            // Our own file needs no reading to be replaced.
            _ if present.manifest.digest(path).is_some() => Ok(Verdict::Written),
            Ok(false) => Ok(Verdict::Taken),
            Err(error) => Err(Fault::at(&present.at(path))(error)),
        },
    }
}
