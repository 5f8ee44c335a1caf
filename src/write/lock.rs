//! One build at a time for one output.
//!
//! Apart from the working folder, because a lock whose file is removed by its owner has a trap: whoever waited for it
//! holds a file that no longer has a name, and the next one makes a new file and thinks itself alone.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind};
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use super::fault::Fault;
use super::present::{Kind, kind_at};

/// The lock's file in the working folder.
pub(super) const NAME: &str = "lock";

const PAUSE: Duration = Duration::from_millis(25);

/// Makes the working folder and takes its lock, waiting for the build that holds it. The system releases the lock
/// when the file is closed, so a killed build leaves none behind.
pub(super) fn take(folder: &Path, patience: Duration) -> Result<File, Fault> {
    let started = Instant::now();
    let path = folder.join(NAME);
    loop {
        make_folder(folder)?;
        if let Some(lock) = try_take(&path)? {
            return Ok(lock);
        }
        if started.elapsed() >= patience {
            return Err(Fault::new(folder, "locked"));
        }
        thread::sleep(PAUSE);
    }
}

fn make_folder(folder: &Path) -> Result<(), Fault> {
    match new_folder(folder) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => match kind_at(folder)? {
            None | Some(Kind::Folder) => Ok(()),
            // A link here would make us clean up somewhere else.
            Some(_) => Err(Fault::new(folder, "not-a-folder")),
        },
        result => result.map_err(Fault::at(folder)),
    }
}

/// Nobody but the builder looks at a site that is not published yet.
#[cfg(unix)]
fn new_folder(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new().mode(0o700).create(folder)
}

#[cfg(not(unix))]
fn new_folder(folder: &Path) -> io::Result<()> {
    fs::create_dir(folder)
}

/// The lock, or nothing while another build holds it or has just taken the whole folder away.
fn try_take(path: &Path) -> Result<Option<File>, Fault> {
    if !matches!(kind_at(path)?, None | Some(Kind::File)) {
        return Err(Fault::new(path, "not-a-file"));
    }
    let file = match OpenOptions::new().write(true).create(true).truncate(false).open(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        result => result.map_err(Fault::at(path))?,
    };
    match file.try_lock() {
        Ok(()) => Ok(Some(file).filter(|file| is_current(file, path))),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(Fault::at(path)(error)),
    }
}

#[cfg(unix)]
fn is_current(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let identity = |metadata: fs::Metadata| (metadata.dev(), metadata.ino());
    let named = fs::symlink_metadata(path).map(identity);
    matches!((file.metadata().map(identity), named), (Ok(held), Ok(named)) if held == named)
}

/// Elsewhere the file is never removed, see `release`.
#[cfg(not(unix))]
fn is_current(_: &File, _: &Path) -> bool {
    true
}

/// Takes the lock's file away; the lock itself ends when `File` is dropped.
#[cfg(unix)]
pub(super) fn release(folder: &Path) {
    // What cannot be removed is found, and used, by the next build.
    let _ = fs::remove_file(folder.join(NAME));
    let _ = fs::remove_dir(folder);
}

/// Windows does not tell whether an open file still has its name, so there the empty working folder stays.
#[cfg(not(unix))]
pub(super) fn release(_: &Path) {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::test_help::Temp;

    #[test]
    fn a_second_build_waits_and_then_gives_up() {
        let temp = Temp::new();
        let folder = temp.path().join(".public.metodbank");
        let first = take(&folder, Duration::ZERO).unwrap();
        let second = take(&folder, Duration::from_millis(60));
        assert_eq!(second.unwrap_err(), Fault::new(&folder, "locked"));
        drop(first);
        assert!(take(&folder, Duration::ZERO).is_ok(), "a lock of a killed build is free");
    }

    #[test]
    #[cfg(unix)]
    fn a_lock_without_a_name_is_no_lock() {
        let temp = Temp::new();
        let folder = temp.path().join("w");
        let first = take(&folder, Duration::ZERO).unwrap();
        release(&folder);
        let second = take(&folder, Duration::ZERO).unwrap();
        assert!(!is_current(&first, &folder.join(NAME)));
        assert!(is_current(&second, &folder.join(NAME)));
    }

    #[test]
    fn many_builds_take_turns() {
        let temp = Temp::new();
        let folder = temp.path().join("w");
        let inside = std::sync::atomic::AtomicUsize::new(0);
        thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    let lock = take(&folder, Duration::from_secs(30)).unwrap();
                    let order = std::sync::atomic::Ordering::SeqCst;
                    assert_eq!(inside.fetch_add(1, order), 0);
                    thread::sleep(Duration::from_millis(2));
                    inside.fetch_sub(1, order);
                    release(&folder);
                    drop(lock);
                });
            }
        });
    }

    #[test]
    #[cfg(unix)]
    fn a_link_in_place_of_the_folder_is_refused() {
        let temp = Temp::new();
        temp.put("victim/next/a", "1");
        let folder = temp.path().join("w");
        std::os::unix::fs::symlink(temp.path().join("victim"), &folder).unwrap();
        assert_eq!(take(&folder, Duration::ZERO).unwrap_err(), Fault::new(&folder, "not-a-folder"));
    }
}
