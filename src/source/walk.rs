//! The walk through the project: every file once, in sorted order, none through a link.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use unicode_normalization::UnicodeNormalization;
use walkdir::{DirEntry, WalkDir};

use crate::diag::{Diagnostic, Diagnostics, codes};

use super::kind::{self, Kind};
use super::{limits, name};

/// A file worth reading.
#[derive(Debug)]
pub struct Found {
    /// Path from the root, with `/`.
    pub path: String,
    /// Where it really is.
    pub absolute: PathBuf,
    /// What it is.
    pub kind: Kind,
}

/// Finds all files of the project.
pub fn walk(root: &Path, diagnostics: &mut Diagnostics) -> Vec<Found> {
    let mut walk = Walk { root, found: Vec::new(), bytes: 0, seen: BTreeMap::new(), diagnostics };
    for top in ["site.toml", "content", "data", "themes"] {
        walk.top(top);
    }
    walk.found.sort_by(|a, b| a.path.cmp(&b.path));
    walk.found
}

struct Walk<'a> {
    root: &'a Path,
    found: Vec<Found>,
    bytes: u64,
    /// Paths by the key under which they may collide.
    seen: BTreeMap<String, String>,
    diagnostics: &'a mut Diagnostics,
}

impl Walk<'_> {
    fn top(&mut self, top: &str) {
        let path = self.root.join(top);
        let Ok(metadata) = path.symlink_metadata() else { return };
        if metadata.is_symlink() {
            self.diagnostics.push(Diagnostic::path(&codes::SYMLINK, top));
            return;
        }
        let mut entries = WalkDir::new(&path).sort_by_file_name().max_depth(limits::DEPTH + 1).into_iter();
        while let Some(entry) = entries.next() {
            match entry {
                Ok(entry) if self.enters(&entry) => {}
                Ok(entry) => {
                    if entry.file_type().is_dir() {
                        entries.skip_current_dir();
                    }
                }
                Err(error) => {
                    let path = error.path().unwrap_or(&path);
                    let path = path.strip_prefix(self.root).unwrap_or(path).display().to_string();
                    let kind = error.io_error().map_or_else(String::new, |io| format!("{:?}", io.kind()));
                    self.diagnostics.push(Diagnostic::path(&codes::UNREADABLE, path).with("error", kind));
                }
            }
            if self.found.len() > limits::FILES || self.bytes > limits::PROJECT {
                let (limit, value) = if self.bytes > limits::PROJECT {
                    ("project", limits::PROJECT)
                } else {
                    ("files", limits::FILES as u64)
                };
                self.diagnostics.push(too_large(top, limit, value));
                return;
            }
        }
    }

    /// Judges one entry, takes it if it is a file of ours, and says whether a folder is worth entering.
    fn enters(&mut self, entry: &DirEntry) -> bool {
        let relative = entry.path().strip_prefix(self.root).unwrap_or(entry.path());
        // A Mac takes «й» apart in names; texts are NFC, and a link must find its file.
        let Some(path) = relative
            .to_str()
            .map(|path| path.replace(std::path::MAIN_SEPARATOR, "/").nfc().collect::<String>())
        else {
            self.refuse(
                Diagnostic::path(&codes::BAD_NAME, relative.to_string_lossy()).with("reason", "encoding"),
            );
            return false;
        };
        let base = path.rsplit('/').next().unwrap_or(&path).to_owned();
        if entry.path_is_symlink() {
            self.refuse(Diagnostic::path(&codes::SYMLINK, path));
            return false;
        }
        if name::is_service(&base) {
            if !name::is_silent(&base) {
                self.diagnostics.push(Diagnostic::path(&codes::SERVICE_FILE, path));
            }
            return false;
        }
        if let Some(bad) = name::judge(&base) {
            let character =
                if let name::BadName::Character(c) = bad { visible(&c.to_string()) } else { String::new() };
            let shown = visible(&path);
            self.refuse(
                Diagnostic::path(&codes::BAD_NAME, shown)
                    .with("reason", bad.key())
                    .with("character", character),
            );
            return false;
        }
        if let Some(other) = self.seen.insert(name::collision_key(&path), path.clone()) {
            self.refuse(Diagnostic::path(&codes::NAME_COLLISION, path).with("other", other));
            return false;
        }
        if entry.file_type().is_dir() {
            if entry.depth() > limits::DEPTH {
                self.refuse(too_large(&path, "depth", limits::DEPTH as u64));
                return false;
            }
            return true;
        }
        self.take(entry, path);
        true
    }

    fn take(&mut self, entry: &DirEntry, path: String) {
        if !entry.file_type().is_file() {
            self.refuse(Diagnostic::path(&codes::UNREADABLE, path).with("error", "Special"));
            return;
        }
        let Some(kind) = kind::of(&path) else {
            self.diagnostics.push(Diagnostic::path(&codes::UNUSED_FILE, path));
            return;
        };
        let size = entry.metadata().map_or(0, |metadata| metadata.len());
        let (limit, most) = match &kind {
            Kind::Text(..) => ("markdown", limits::MARKDOWN),
            Kind::ThemeText | Kind::ThemeFile => ("theme", limits::THEME),
            Kind::Attachment(..) => ("attachment", limits::ATTACHMENT),
            _ => ("toml", limits::TOML),
        };
        if size > most {
            self.refuse(too_large(&path, limit, most));
            return;
        }
        self.bytes += size;
        self.found.push(Found { path, absolute: entry.path().to_owned(), kind });
    }

    fn refuse(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }
}

/// A name in which control characters can be seen.
fn visible(name: &str) -> String {
    let shown = |c: char| if c.is_control() { c.escape_default().to_string() } else { c.to_string() };
    name.chars().map(shown).collect()
}

fn too_large(path: &str, limit: &str, most: u64) -> Diagnostic {
    let most = if matches!(limit, "files" | "depth") { most } else { most / 1024 };
    Diagnostic::path(&codes::TOO_LARGE, path).with("limit", limit).with("most", most)
}
