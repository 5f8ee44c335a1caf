//! What stands in the output now.
//!
//! Apart from the judgement about it, because this is the only place that walks the output, and it never follows a
//! link: a link is a thing of its own here, wherever it leads.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::fs::{self, File, FileType};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};
use walkdir::WalkDir;

use super::fault::Fault;
use super::manifest::{self, Digest, Manifest};

/// What kind of thing stands at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A regular file.
    File,
    /// A folder.
    Folder,
    /// A symbolic link, leading anywhere or nowhere.
    Link,
    /// A pipe, a socket, a device.
    Other,
}

impl From<FileType> for Kind {
    fn from(kind: FileType) -> Self {
        match kind {
            kind if kind.is_symlink() => Self::Link,
            kind if kind.is_dir() => Self::Folder,
            kind if kind.is_file() => Self::File,
            _ => Self::Other,
        }
    }
}

/// The output as it was found.
pub(super) struct Present {
    root: PathBuf,
    entries: BTreeMap<OsString, Kind>,
    /// What we wrote the last time; empty when there is no manifest that can be trusted.
    pub(super) manifest: Manifest,
}

impl Present {
    /// Walks the output. One that does not exist is empty.
    pub(super) fn read(root: &Path) -> Result<Self, Fault> {
        let mut present =
            Self { root: root.to_owned(), entries: BTreeMap::new(), manifest: Manifest::default() };
        if kind_at(root)?.is_none() {
            return Ok(present);
        }
        for entry in WalkDir::new(root).min_depth(1) {
            let entry = entry.map_err(|error| {
                let path = error.path().unwrap_or(root).to_owned();
                Fault::at(&path)(error.into())
            })?;
            let path = entry.path().strip_prefix(root).unwrap_or(entry.path());
            present.entries.insert(with_slashes(path), entry.file_type().into());
        }
        present.manifest = present.read_manifest()?;
        Ok(present)
    }

    /// What stands at a relative path.
    pub(super) fn kind(&self, path: impl AsRef<OsStr>) -> Option<Kind> {
        self.entries.get(path.as_ref()).copied()
    }

    /// Everything but the manifest, sorted.
    pub(super) fn entries(&self) -> impl Iterator<Item = (&OsStr, Kind)> {
        let entries = self.entries.iter().map(|(path, kind)| (path.as_os_str(), *kind));
        entries.filter(|(path, _)| *path != manifest::NAME)
    }

    /// The place of a relative path on the disk.
    pub(super) fn at(&self, path: impl AsRef<Path>) -> PathBuf {
        self.root.join(path)
    }

    /// Whether a file holds exactly these bytes.
    pub(super) fn has_bytes(&self, path: &str, bytes: &[u8]) -> io::Result<bool> {
        let file = File::open(self.at(path))?;
        if usize::try_from(file.metadata()?.len()) != Ok(bytes.len()) {
            return Ok(false);
        }
        let mut present = Vec::with_capacity(bytes.len());
        // One byte more than expected, because the file may grow while it is read, but without end it must not.
        file.take(bytes.len() as u64 + 1).read_to_end(&mut present)?;
        Ok(present == bytes)
    }

    /// The hash of a file as it is now.
    pub(super) fn digest(&self, path: &str) -> Result<Digest, Fault> {
        let place = self.at(path);
        digest(&place).map_err(Fault::at(&place))
    }

    /// The hash of a file that is ours and as we left it.
    pub(super) fn untouched(&self, path: &str) -> Result<Option<Digest>, Fault> {
        match (self.kind(path), self.manifest.digest(path)) {
            (Some(Kind::File), Some(ours)) => Ok(Some(self.digest(path)?).filter(|now| now == ours)),
            _ => Ok(None),
        }
    }

    /// Whether the manifest on the disk needs no change.
    pub(super) fn has_manifest(&self, manifest: &Manifest) -> bool {
        self.kind(manifest::NAME).is_some() && self.manifest == *manifest
    }

    fn read_manifest(&self) -> Result<Manifest, Fault> {
        if self.kind(manifest::NAME) != Some(Kind::File) {
            return Ok(Manifest::default());
        }
        let path = self.at(manifest::NAME);
        let bytes = fs::read(&path).map_err(Fault::at(&path))?;
        Ok(Manifest::parse(&bytes).unwrap_or_default())
    }
}

/// What stands at a place on the disk, if anything.
pub(super) fn kind_at(path: &Path) -> Result<Option<Kind>, Fault> {
    match fs::symlink_metadata(path) {
        Ok(metadata) => Ok(Some(metadata.file_type().into())),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Fault::at(path)(error)),
    }
}

/// Relative paths are keys, so they have one form on every system.
fn with_slashes(path: &Path) -> OsString {
    let mut parts = path.components();
    let mut key = parts.next().map(|part| part.as_os_str().to_owned()).unwrap_or_default();
    for part in parts {
        key.push("/");
        key.push(part);
    }
    key
}

fn digest(path: &Path) -> io::Result<Digest> {
    let mut file = File::open(path)?;
    let mut hasher = Sha256::new();
    let mut buffer = vec![0; 1 << 16];
    loop {
        match file.read(&mut buffer) {
            Ok(0) => return Ok(hasher.finalize().into()),
            Ok(length) => hasher.update(&buffer[..length]),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}
