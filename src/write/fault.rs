//! A step on the disk that failed: where, and why in one stable word.
//!
//! Apart from `io::Error`, because that one cannot be cloned, forgets the path, and speaks the system's language.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::diag::{Diagnostic, codes};

/// A failed step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    path: PathBuf,
    word: &'static str,
}

impl Fault {
    /// A fault of our own finding.
    pub(super) fn new(path: &Path, word: &'static str) -> Self {
        Self { path: path.to_owned(), word }
    }

    /// Gives an error of the system its place: `open(path).map_err(Fault::at(path))`.
    pub(super) fn at(path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |error| Self::new(path, word(&error))
    }
}

impl From<Fault> for Diagnostic {
    fn from(fault: Fault) -> Self {
        let path = fault.path.display().to_string();
        Self::path(&codes::CANNOT_WRITE, path.clone()).with("path", path).with("error", fault.word)
    }
}

impl From<Fault> for Vec<Diagnostic> {
    fn from(fault: Fault) -> Self {
        vec![fault.into()]
    }
}

/// The words are keys of the catalogues, so they never change with the system or its language.
fn word(error: &io::Error) -> &'static str {
    match error.kind() {
        ErrorKind::NotFound => "not-found",
        ErrorKind::PermissionDenied => "permission-denied",
        ErrorKind::ReadOnlyFilesystem => "read-only",
        ErrorKind::StorageFull => "no-space",
        ErrorKind::QuotaExceeded => "quota",
        ErrorKind::FileTooLarge => "too-large",
        ErrorKind::AlreadyExists => "exists",
        ErrorKind::NotADirectory => "not-a-folder",
        ErrorKind::IsADirectory => "is-a-folder",
        ErrorKind::DirectoryNotEmpty => "not-empty",
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => "busy",
        ErrorKind::CrossesDevices => "other-device",
        ErrorKind::InvalidFilename | ErrorKind::InvalidInput => "bad-path",
        ErrorKind::Unsupported => "unsupported",
        _ => "io-error",
    }
}
