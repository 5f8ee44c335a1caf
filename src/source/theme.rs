//! The theme: the files embedded in the program, each of which the project may replace.
//!
//! Themes are trusted: whoever can change them can change the site. Content and data are not.

use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};

use super::Sources;

static EMBEDDED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// The name of the theme that is always there.
pub const DEFAULT: &str = "default";

/// The files of a theme by their path inside it.
#[derive(Debug)]
pub struct Theme<'a> {
    files: BTreeMap<String, &'a [u8]>,
}

impl<'a> Theme<'a> {
    /// The theme of a name: the embedded files, those of `themes/default`, then those of `themes/<name>`.
    /// None when the project has no such theme.
    pub fn of(sources: &'a Sources, name: &str) -> Option<Self> {
        let mut files = BTreeMap::new();
        gather(&EMBEDDED, &mut files);
        let mut found = name == DEFAULT;
        for theme in [DEFAULT, name] {
            let prefix = format!("themes/{theme}/");
            let texts = sources.files().map(|(_, file)| (file.path.as_str(), file.text.as_bytes()));
            let blobs = sources.blobs().iter().map(|blob| (blob.path.as_str(), blob.bytes.as_slice()));
            for (path, bytes) in texts.chain(blobs) {
                if let Some(inside) = path.strip_prefix(&prefix) {
                    found |= theme == name;
                    files.insert(inside.to_owned(), bytes);
                }
            }
        }
        found.then_some(Self { files })
    }

    /// The files of a folder of the theme, by their path inside the folder.
    pub fn folder(&self, folder: &str) -> impl Iterator<Item = (&str, &'a [u8])> {
        let prefix = format!("{folder}/");
        self.files.iter().filter_map(move |(path, bytes)| Some((path.strip_prefix(&prefix)?, *bytes)))
    }

    /// The texts of a folder; a file that is not UTF-8 is no text.
    pub fn texts(&self, folder: &str) -> impl Iterator<Item = (&str, &'a str)> {
        self.folder(folder).filter_map(|(path, bytes)| Some((path, std::str::from_utf8(bytes).ok()?)))
    }
}

fn gather<'a>(folder: &'a Dir<'_>, files: &mut BTreeMap<String, &'a [u8]>) {
    for file in folder.files() {
        if let Some(path) = file.path().to_str() {
            files.insert(path.replace('\\', "/"), file.contents());
        }
    }
    for inner in folder.dirs() {
        gather(inner, files);
    }
}
