//! wip
pub mod check;
pub mod cli;
pub mod diag;
pub mod model;
pub mod source;
pub mod words;

use std::path::PathBuf;
use diag::Diagnostics;
use model::Overrides;
use source::Sources;

/// What is asked of a build.
#[derive(Clone, Debug)]
pub struct Request {
    /// The project's folder.
    pub root: PathBuf,
    /// What the command line says in place of `site.toml`.
    pub overrides: Overrides,
}

/// Reads and judges.
pub fn judge(request: &Request, diagnostics: &mut Diagnostics) -> Sources {
    let sources = source::read(&request.root, diagnostics);
    let model = model::lower(&sources, &request.overrides, diagnostics);
    check::run(&model, diagnostics);
    sources
}
