//! A temporary folder, a site made of pairs, and complaints as text.
//!
//! Apart from the tests, because those of every file of this room begin with the same three things.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use walkdir::WalkDir;

use super::{Changes, manifest, sync};
use crate::diag::{Diagnostic, Diagnostics, Place, codes};
use crate::render::output::Output;

/// A folder of its own for one test, removed at its end.
pub(super) struct Temp(PathBuf);

impl Temp {
    pub(super) fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("metodbank-write-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).unwrap();
        Self(fs::canonicalize(path).unwrap())
    }

    pub(super) fn path(&self) -> &Path {
        &self.0
    }

    /// Where all tests publish.
    pub(super) fn out(&self) -> PathBuf {
        self.0.join("public")
    }

    /// Writes a file and the folders above it.
    pub(super) fn put(&self, path: &str, text: &str) {
        let place = self.0.join(path);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, text).unwrap();
    }

    /// Publishes a site that must succeed; returns what was done and what was said.
    pub(super) fn publish(&self, files: &[(&str, &str)]) -> (Changes, Vec<String>) {
        let mut diagnostics = Diagnostics::default();
        let changes = sync(&Fake::new(files), &self.out(), &mut diagnostics);
        let changes = changes.unwrap_or_else(|_| panic!("refused: {:?}", told(&diagnostics)));
        assert!(!self.0.join(".public.metodbank").exists(), "the working folder is gone");
        (changes, told(&diagnostics))
    }

    /// Publishes a site that must be refused, and checks that nothing at all has changed.
    pub(super) fn refuse(&self, files: &[(&str, &str)]) -> Vec<String> {
        let before = self.tree("");
        let mut diagnostics = Diagnostics::default();
        assert!(sync(&Fake::new(files), &self.out(), &mut diagnostics).is_err());
        assert_eq!(self.tree(""), before, "a refused build leaves everything as it was");
        told(&diagnostics)
    }

    /// Everything below a folder but the manifest: `file=text`, `folder/` where it is empty, `link->target`.
    pub(super) fn tree(&self, folder: &str) -> Vec<String> {
        let root = self.0.join(folder);
        let entries = WalkDir::new(&root).min_depth(1).sort_by_file_name().into_iter().map(Result::unwrap);
        entries
            .filter(|entry| entry.file_name() != manifest::NAME)
            .filter_map(|entry| line(&root, &entry))
            .collect()
    }
}

impl Drop for Temp {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn line(root: &Path, entry: &walkdir::DirEntry) -> Option<String> {
    let path = entry.path().strip_prefix(root).unwrap().display();
    match entry.file_type() {
        kind if kind.is_symlink() => {
            Some(format!("{path}->{}", fs::read_link(entry.path()).unwrap().display()))
        }
        kind if kind.is_file() => {
            Some(format!("{path}={}", String::from_utf8_lossy(&fs::read(entry.path()).unwrap())))
        }
        kind if kind.is_dir() => {
            fs::read_dir(entry.path()).unwrap().next().is_none().then(|| format!("{path}/"))
        }
        _ => Some(format!("{path}?")),
    }
}

/// A site of pairs. A text that begins with `!` is a file that cannot be drawn.
pub(super) struct Fake {
    paths: Vec<String>,
    texts: Vec<String>,
}

impl Fake {
    pub(super) fn new(files: &[(&str, &str)]) -> Self {
        let mut files = files.to_vec();
        files.sort_unstable();
        let (paths, texts) = files.into_iter().map(|(path, text)| (path.to_owned(), text.to_owned())).unzip();
        Self { paths, texts }
    }
}

impl Output for Fake {
    fn paths(&self) -> &[String] {
        &self.paths
    }

    fn draw(&self, position: usize) -> Result<Vec<u8>, Diagnostic> {
        let text = &self.texts[position];
        match text.strip_prefix('!') {
            Some(why) => Err(Diagnostic::path(&codes::TEMPLATE, &self.paths[position]).with("error", why)),
            None => Ok(text.clone().into_bytes()),
        }
    }
}

/// Complaints as `place: code arg=value …`.
pub(super) fn told(diagnostics: &Diagnostics) -> Vec<String> {
    let tell = |diagnostic: &&Diagnostic| {
        let Place::Path(place) = &diagnostic.place else { unreachable!("this room reads no sources") };
        let args = diagnostic.args.iter().map(|(name, value)| format!(" {name}={value}"));
        format!("{place}: {}{}", diagnostic.code.id, args.collect::<String>())
    };
    diagnostics.sorted().iter().map(tell).collect()
}
