//! The region: one project out of the five orders' own, so that no word of theirs is kept twice.
//!
//! Texts and programmes stand in files of their own and are copied; organisations and words of the vocabulary are rows
//! of one file, so the rows are joined, each once: the districts share kinds, forms and topics.

use std::collections::BTreeSet;
use std::path::Path;

use super::support::{Tree, put, tree};

/// Files whose rows are joined.
const JOINED: [&str; 2] = ["data/organisations.toml", "data/vocabulary.toml"];
/// What belongs to one site alone: its addresses, and its own pages.
const OWN: [&str; 2] = ["data/addresses.toml", "content/pages/"];

/// Lays out one project with everything that the given ones hold; the settings are the region's own.
pub fn lay_out_region(projects: &[&Path], settings: &str, to: &Path) {
    let mut joined = JOINED.map(|path| (path, Vec::new()));
    for project in projects {
        for (path, bytes) in content_and_data(project) {
            match joined.iter_mut().find(|(name, _)| *name == path) {
                Some((_, texts)) => texts.push(String::from_utf8(bytes).expect("data are text")),
                None => put(&to.join(path), bytes),
            }
        }
    }
    for (path, texts) in joined {
        put(&to.join(path), rows_of(&texts));
    }
    put(&to.join("site.toml"), settings);
}

fn content_and_data(project: &Path) -> Tree {
    let mut files = Tree::new();
    for folder in ["content", "data"] {
        files.extend(
            tree(&project.join(folder)).into_iter().map(|(path, it)| (format!("{folder}/{path}"), it)),
        );
    }
    files.retain(|path, _| !OWN.iter().any(|own| path.starts_with(own)));
    files
}

/// The rows of several lists, each once: its first two lines name its table and its id.
fn rows_of(texts: &[String]) -> String {
    let mut seen = BTreeSet::new();
    let mut rows = String::new();
    for row in texts.iter().flat_map(|text| text.split("\n\n")).map(str::trim) {
        let name: Vec<&str> = row.lines().take(2).collect();
        if row.starts_with("[[") && seen.insert(name.join("\n")) {
            rows.extend([row, "\n\n"]);
        }
    }
    rows
}
