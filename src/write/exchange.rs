//! The moment of publication: the staged tree and the output change places.
//!
//! Apart from the staging, because these few lines carry the promise "all at once or not at all", also under
//! `kill -9` and a power cut. Before them everything is on the disk; after them only rubbish is left.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::fault::Fault;
use super::present::kind_at;
use super::stage::flush_folder;
use super::work::Work;

/// How two folders change places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Method {
    /// In one step of the file system, or in two where it has no such step.
    Swap,
    /// In two steps with a moment between them, in which there is no output. `recover` mends a death in it.
    TwoRenames,
}

/// Publishes the staged tree. Returns where the old one lies, if there was one. A publication that might not outlive a
/// power cut is none: then every step is taken back, and the author hears why.
pub(super) fn publish(work: &Work, method: Method) -> Result<Option<PathBuf>, Fault> {
    let (out, next) = (work.out(), work.next());
    if kind_at(out)?.is_none() {
        fs::rename(&next, out).map_err(Fault::at(out))?;
        flush(work).inspect_err(|_| drop(fs::rename(out, &next)))?;
        return Ok(None);
    }
    if method == Method::TwoRenames || !swap(&next, out).map_err(Fault::at(out))? {
        return rename_twice(work).map(Some);
    }
    flush(work).inspect_err(|_| drop(swap(&next, out)))?;
    Ok(Some(next))
}

/// Cleans up after a build that was killed; puts the old site back if it was killed between two renames.
pub(super) fn recover(work: &Work) -> Result<(), Fault> {
    let previous = work.previous();
    if kind_at(&previous)?.is_some() && is_missing_or_empty(work.out())? {
        // Windows does not rename onto a folder, even an empty one.
        remove_empty(work.out())?;
        fs::rename(&previous, work.out()).map_err(Fault::at(work.out()))?;
        flush(work)?;
    }
    work.clear()
}

/// `false`: this system or file system cannot do it, and nothing has happened.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn swap(next: &Path, out: &Path) -> io::Result<bool> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    let cannot = [Errno::INVAL, Errno::NOSYS, Errno::NOTSUP, Errno::OPNOTSUPP];
    match renameat_with(CWD, next, CWD, out, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(true),
        Err(error) if cannot.contains(&error) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn swap(_: &Path, _: &Path) -> io::Result<bool> {
    Ok(false)
}

fn rename_twice(work: &Work) -> Result<PathBuf, Fault> {
    let (out, previous) = (work.out(), work.previous());
    fs::rename(out, &previous).map_err(Fault::at(out))?;
    let arrived = fs::rename(work.next(), out).map_err(Fault::at(out));
    arrived.inspect_err(|_| drop(fs::rename(&previous, out)))?;
    let put_back = |_: &Fault| drop(fs::rename(out, work.next()).and_then(|()| fs::rename(&previous, out)));
    flush(work).inspect_err(put_back)?;
    Ok(previous)
}

/// Both folders whose names changed.
fn flush(work: &Work) -> Result<(), Fault> {
    flush_folder(work.folder())?;
    flush_folder(work.out().parent().unwrap_or(work.out()))
}

/// A web server or a person may have made the folder again after it was gone; an empty one is not a site.
fn is_missing_or_empty(out: &Path) -> Result<bool, Fault> {
    match kind_at(out)? {
        None => Ok(true),
        Some(_) => Ok(fs::read_dir(out).map_err(Fault::at(out))?.next().is_none()),
    }
}

fn remove_empty(out: &Path) -> Result<(), Fault> {
    if kind_at(out)?.is_some() { fs::remove_dir(out).map_err(Fault::at(out)) } else { Ok(()) }
}
