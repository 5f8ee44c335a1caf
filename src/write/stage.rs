//! The staged tree: the whole new site, built where no visitor looks.
//!
//! Apart from the exchange, because here everything may fail: until the two trees change places, nothing has happened.
//! Every file is created anew or linked, none is opened for writing twice, so that a link never alters the old tree.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fs::{self, File, FileTimes};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use rayon::prelude::*;

use super::fault::Fault;
use super::manifest::{self, Manifest};
use super::paths;
use super::present::{Kind, Present};
use super::work::Work;

/// A tree under construction.
pub(super) struct Stage<'a> {
    root: PathBuf,
    /// Where the tree will stand: complaints name this place, which the author knows.
    out: PathBuf,
    folders: BTreeSet<&'a str>,
    opened: OnceLock<Result<(), Fault>>,
}

impl<'a> Stage<'a> {
    /// Nothing is created before the first file needs it: a build without changes leaves no trace.
    pub(super) fn new(work: &Work, paths: &'a [String]) -> Self {
        let folders = paths::folders_of(paths.iter().map(String::as_str));
        Self { root: work.next(), out: work.out().to_owned(), folders, opened: OnceLock::new() }
    }

    /// The folders of our files.
    pub(super) fn folders(&self) -> &BTreeSet<&'a str> {
        &self.folders
    }

    /// Writes one of our files.
    pub(super) fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Fault> {
        self.open()?;
        write_new(&self.root.join(path), bytes).map_err(|error| Fault::at(&self.out.join(path))(error))
    }

    /// Takes over from the present output what stays as it is: our files and the strangers.
    pub(super) fn complete(
        &self,
        present: &Present,
        same: &[&str],
        staying: &BTreeMap<&OsStr, Kind>,
    ) -> Result<(), Fault> {
        self.open()?;
        self.make_foreign_folders(staying)?;
        let ours = same.par_iter().map(|path| (OsStr::new(*path), Kind::File));
        let theirs = staying.par_iter().map(|(path, kind)| (*path, *kind));
        ours.chain(theirs).try_for_each(|(path, kind)| {
            let (from, to) = (present.at(path), self.root.join(path));
            take_over(&from, &to, kind).map_err(Fault::at(&from))
        })
    }

    /// Adds the manifest, gives the folders their permissions and waits until the disk holds it all.
    pub(super) fn seal(
        &self,
        present: &Present,
        manifest: &Manifest,
        written: &[String],
    ) -> Result<(), Fault> {
        self.write(manifest::NAME, manifest.to_text().as_bytes())?;
        self.restore_folders(present)?;
        flush(&self.root, written)
    }

    fn open(&self) -> Result<(), Fault> {
        // All at once and behind one lock, so that no thread asks for a folder that another is about to make.
        let opened = self.opened.get_or_init(|| {
            self.make_folder(Path::new(""))?;
            self.folders.iter().try_for_each(|folder| self.make_folder(Path::new(folder)))
        });
        opened.clone()
    }

    fn make_folder(&self, path: &Path) -> Result<(), Fault> {
        fs::create_dir(self.root.join(path)).map_err(|error| Fault::at(&self.out.join(path))(error))
    }

    fn make_foreign_folders(&self, staying: &BTreeMap<&OsStr, Kind>) -> Result<(), Fault> {
        let mut needed: BTreeSet<&Path> = BTreeSet::new();
        for (path, kind) in staying {
            let path = Path::new(path);
            needed.extend(path.ancestors().skip(usize::from(*kind != Kind::Folder)));
        }
        let is_made = |folder: &Path| {
            folder.to_str().is_some_and(|path| path.is_empty() || self.folders.contains(path))
        };
        needed.into_iter().filter(|folder| !is_made(folder)).try_for_each(|folder| self.make_folder(folder))
    }

    /// Children first, because a folder may be closed to us once it has its old permissions.
    fn restore_folders(&self, present: &Present) -> Result<(), Fault> {
        let folders = present.entries().filter(|(_, kind)| *kind == Kind::Folder).map(|(path, _)| path);
        let mut folders: Vec<&OsStr> = folders.collect();
        folders.push(OsStr::new(""));
        folders.sort_unstable_by(|a, b| b.cmp(a));
        folders.into_iter().try_for_each(|folder| {
            let (from, to) = (present.at(folder), self.root.join(folder));
            restore_folder(&from, &to).map_err(Fault::at(&from))
        })
    }
}

fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    File::create_new(path)?.write_all(bytes)
}

fn take_over(from: &Path, to: &Path, kind: Kind) -> io::Result<()> {
    match kind {
        Kind::Folder => Ok(()),
        Kind::Link => copy_link(from, to),
        Kind::File | Kind::Other => match fs::hard_link(from, to) {
            // Another file system is mounted inside the output: it would leave together with the old tree, and be
            // emptied with it.
            Err(error) if error.kind() == ErrorKind::CrossesDevices => Err(error),
            // Some file systems know no links, and some systems forbid links to other people's files.
            Err(_) if kind == Kind::File => copy_file(from, to),
            result => result,
        },
    }
}

/// A copy that looks as old as its original and is on the disk.
fn copy_file(from: &Path, to: &Path) -> io::Result<()> {
    fs::copy(from, to)?;
    let file = File::open(to)?;
    if let Ok(modified) = fs::metadata(from).and_then(|metadata| metadata.modified()) {
        // The time is a courtesy to web servers; a file system without it still holds the right bytes.
        let _ = file.set_times(FileTimes::new().set_modified(modified));
    }
    file.sync_all()
}

#[cfg(unix)]
fn copy_link(from: &Path, to: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(fs::read_link(from)?, to)
}

#[cfg(windows)]
fn copy_link(from: &Path, to: &Path) -> io::Result<()> {
    use std::os::windows::fs::{FileTypeExt, symlink_dir, symlink_file};
    let target = fs::read_link(from)?;
    if fs::symlink_metadata(from)?.file_type().is_symlink_dir() {
        symlink_dir(target, to)
    } else {
        symlink_file(target, to)
    }
}

/// Gives a staged folder the permissions of the one it replaces, where both exist.
#[cfg(unix)]
fn restore_folder(from: &Path, to: &Path) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, chown};
    let metadata = |path| match fs::symlink_metadata(path) {
        Ok(metadata) => Ok(Some(metadata).filter(fs::Metadata::is_dir)),
        // A folder that went, or whose parent became a file.
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(error),
    };
    let (Some(old), Some(new)) = (metadata(from)?, metadata(to)?) else { return Ok(()) };
    if (old.uid(), old.gid()) != (new.uid(), new.gid()) {
        // Only the superuser may give a folder away; for everybody else the new one stays the builder's own.
        let _ = chown(to, Some(old.uid()), Some(old.gid()));
    }
    if old.mode() != new.mode() { fs::set_permissions(to, old.permissions()) } else { Ok(()) }
}

#[cfg(not(unix))]
fn restore_folder(_: &Path, _: &Path) -> io::Result<()> {
    Ok(())
}

/// One call for the whole file system costs less than one for each of ten thousand files.
#[cfg(any(target_os = "linux", target_os = "android"))]
fn flush(root: &Path, written: &[String]) -> Result<(), Fault> {
    let folder = File::open(root).map_err(Fault::at(root))?;
    match rustix::fs::syncfs(&folder) {
        Err(rustix::io::Errno::NOSYS | rustix::io::Errno::NOTSUP) => flush_each(root, written),
        result => result.map_err(|error| Fault::at(root)(error.into())),
    }
}

#[cfg(not(any(target_os = "linux", target_os = "android")))]
fn flush(root: &Path, written: &[String]) -> Result<(), Fault> {
    flush_each(root, written)
}

fn flush_each(root: &Path, written: &[String]) -> Result<(), Fault> {
    let files = written.iter().map(String::as_str).chain([manifest::NAME]).map(|path| root.join(path));
    files.collect::<Vec<_>>().par_iter().try_for_each(|path| {
        // Windows flushes only what is open for writing.
        let file = File::options().write(true).open(path).map_err(Fault::at(path))?;
        file.sync_all().map_err(Fault::at(path))
    })?;
    let folders = walkdir::WalkDir::new(root).into_iter().filter_map(Result::ok);
    let mut folders = folders.filter(|entry| entry.file_type().is_dir());
    folders.try_for_each(|folder| flush_folder(folder.path()))
}

/// Makes the names in a folder outlive a power cut.
#[cfg(unix)]
pub(super) fn flush_folder(path: &Path) -> Result<(), Fault> {
    match File::open(path).and_then(|folder| folder.sync_all()) {
        // Some network file systems refuse to flush a folder and need no flushing.
        Err(error) if matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) => Ok(()),
        result => result.map_err(Fault::at(path)),
    }
}

/// Windows has no way to flush a folder; its file system keeps a journal of names.
#[cfg(not(unix))]
pub(super) fn flush_folder(_: &Path) -> Result<(), Fault> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::test_help::Temp;

    #[test]
    fn flushing_one_by_one_works_too() {
        let temp = Temp::new();
        temp.put("a/b", "1");
        temp.put(manifest::NAME, "");
        assert_eq!(flush_each(temp.path(), &["a/b".to_owned()]), Ok(()));
        assert!(flush_each(temp.path(), &["absent".to_owned()]).is_err());
    }

    #[test]
    fn a_copy_keeps_bytes_permissions_and_age() {
        let temp = Temp::new();
        temp.put("a", "1");
        let (from, to) = (temp.path().join("a"), temp.path().join("b"));
        let mut permissions = fs::metadata(&from).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&from, permissions).unwrap();
        copy_file(&from, &to).unwrap();
        let (old, new) = (fs::metadata(from).unwrap(), fs::metadata(&to).unwrap());
        assert_eq!(old.modified().unwrap(), new.modified().unwrap());
        assert_eq!(old.permissions(), new.permissions());
        assert_eq!(fs::read(to).unwrap(), b"1");
    }
}
