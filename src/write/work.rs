//! The working folder beside the output: `.<name>.metodbank` with the lock, `next` and, rarely, `previous`.
//!
//! Apart from the exchange, because it must go away however a build ends, and because of everything outside the output
//! these three names are all that this room ever touches.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{self, Path, PathBuf};
use std::slice;
use std::time::Duration;

use super::fault::Fault;
use super::lock;
use super::present::{Kind, kind_at};

/// An output under lock, until it is dropped.
pub(super) struct Work {
    out: PathBuf,
    folder: PathBuf,
    /// Folders above the output that we had to make: they go again if the build fails.
    made: Vec<PathBuf>,
    _lock: File,
}

impl Work {
    /// Takes the output for this build alone.
    pub(super) fn open(out: &Path, patience: Duration) -> Result<Self, Fault> {
        let (out, folder) = names(out)?;
        if !matches!(kind_at(&out)?, None | Some(Kind::Folder)) {
            return Err(Fault::new(&out, "not-a-folder"));
        }
        let made = make_parents(&out)?;
        refuse_mounted(&out)?;
        let lock = lock::take(&folder, patience).inspect_err(|_| {
            remove_empty(slice::from_ref(&folder));
            remove_empty(&made);
        })?;
        Ok(Self { out, folder, made, _lock: lock })
    }

    /// Whether a build may have died between two renames, so that its output is not at its place.
    pub(super) fn was_left_behind(out: &Path) -> bool {
        names(out).is_ok_and(|(_, folder)| folder.join(PREVIOUS).exists())
    }

    /// The output, absolute.
    pub(super) fn out(&self) -> &Path {
        &self.out
    }

    /// The working folder itself.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The staged tree, and after the exchange the old one.
    pub(super) fn next(&self) -> PathBuf {
        self.folder.join(NEXT)
    }

    /// The old tree, where two folders cannot change places in one step.
    pub(super) fn previous(&self) -> PathBuf {
        self.folder.join(PREVIOUS)
    }

    /// Empties the working folder. The only copy of a site is never removed.
    pub(super) fn clear(&self) -> Result<(), Fault> {
        remove_tree(&self.next())?;
        if kind_at(&self.out)?.is_some() { remove_tree(&self.previous()) } else { Ok(()) }
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        // The site is published, or the build has failed with a better reason: the next build clears what stays.
        let _ = self.clear();
        lock::release(&self.folder);
        remove_empty(&self.made);
    }
}

const NEXT: &str = "next";
const PREVIOUS: &str = "previous";

/// The output without a slash at its end, which would lead through a link, and its working folder.
fn names(out: &Path) -> Result<(PathBuf, PathBuf), Fault> {
    let whole = path::absolute(out).map_err(Fault::at(out))?;
    let (Some(parent), Some(name)) = (whole.parent(), whole.file_name()) else {
        return Err(Fault::new(out, "bad-path"));
    };
    let mut folder = OsString::from(".");
    folder.push(name);
    folder.push(".metodbank");
    Ok((parent.join(name), parent.join(folder)))
}

fn make_parents(out: &Path) -> Result<Vec<PathBuf>, Fault> {
    let parent = out.parent().unwrap_or(out);
    let missing = parent.ancestors().take_while(|folder| !folder.exists()).map(Path::to_owned).collect();
    fs::create_dir_all(parent).map_err(Fault::at(parent))?;
    Ok(missing)
}

fn remove_empty(folders: &[PathBuf]) {
    for folder in folders {
        // A folder that holds something by now is somebody's, and refuses by itself.
        let _ = fs::remove_dir(folder);
    }
}

/// A mounted folder cannot change places with another one; better said now than after the work.
#[cfg(unix)]
fn refuse_mounted(out: &Path) -> Result<(), Fault> {
    use std::os::unix::fs::MetadataExt;
    let device = |path: &Path| fs::symlink_metadata(path).map(|metadata| metadata.dev());
    match (device(out), out.parent().map(device)) {
        (Ok(inside), Some(Ok(beside))) if inside != beside => Err(Fault::new(out, "other-device")),
        _ => Ok(()),
    }
}

#[cfg(not(unix))]
fn refuse_mounted(_: &Path) -> Result<(), Fault> {
    Ok(())
}

/// Removes a tree inside the working folder. Links are removed, not followed.
fn remove_tree(path: &Path) -> Result<(), Fault> {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(error) if error.kind() == ErrorKind::PermissionDenied => {
            let opened = open_folders(path).and_then(|()| fs::remove_dir_all(path));
            opened.map_err(Fault::at(path))
        }
        result => result.map_err(Fault::at(path)),
    }
}

/// A stranger's folder may forbid writing, and its twin in the old tree does too. Files are left alone: they share
/// their permissions with the published ones.
#[cfg(unix)]
fn open_folders(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let mut folders = vec![path.to_owned()];
    while let Some(folder) = folders.pop() {
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o700))?;
        for entry in fs::read_dir(&folder)? {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                folders.push(entry.path());
            }
        }
    }
    Ok(())
}

#[cfg(not(unix))]
fn open_folders(_: &Path) -> io::Result<()> {
    Ok(())
}
