//! Judges everything in the output that the new site does not hold: ours and gone, or a stranger's and kept.
//!
//! Apart from the staging, because this is where it is decided that something disappears, and the rule must be
//! readable in one place: only a file of the manifest with the bytes of the manifest.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::path::Path;

use rayon::prelude::*;

use super::draw::{Drawn, Verdict};
use super::fault::Fault;
use super::manifest;
use super::paths;
use super::present::{Kind, Present};
use crate::diag::{Diagnostic, codes};

/// The one file of ours that gives way: whoever writes it by hand tells search engines more than we can know.
const YIELDING: &str = "robots.txt";

/// The warning names so many; the others are counted.
const NAMED: usize = 5;

/// The fate of what the new site does not hold.
pub(super) struct Rest<'a> {
    /// Files, links and folders that go into the new tree as they are.
    pub(super) staying: BTreeMap<&'a OsStr, Kind>,
    /// Our files that go.
    pub(super) removed: Vec<String>,
    /// Names for the report.
    pub(super) kept: Vec<String>,
}

/// Judges the present output, and complains of strangers at our addresses.
pub(super) fn judge<'a>(
    present: &'a Present,
    drawn: &[Drawn<'_>],
    folders: &BTreeSet<&str>,
) -> Result<Rest<'a>, Vec<Diagnostic>> {
    let ours: BTreeMap<&str, Verdict> = drawn.iter().map(|file| (file.path, file.verdict)).collect();
    let (removed, staying) = part(present, &ours)?;
    let complaints = conflicts(present, &staying, &ours, folders);
    if !complaints.is_empty() {
        return Err(complaints);
    }
    let kept = names(&staying, folders);
    Ok(Rest { staying, removed, kept })
}

/// One warning about strangers that nobody would expect in a published folder.
pub(super) fn warning(out: &Path, kept: &[String]) -> Option<Diagnostic> {
    let unexpected: Vec<&str> = kept.iter().map(String::as_str).filter(|name| !is_expected(name)).collect();
    let list = unexpected[..unexpected.len().min(NAMED)].join(", ");
    let warning = Diagnostic::path(&codes::KEPT_STRANGERS, out.display().to_string());
    (!unexpected.is_empty()).then(|| warning.with("count", unexpected.len()).with("list", list))
}

/// Repositories, certificates and proofs of ownership live in the output of many sites.
fn is_expected(name: &str) -> bool {
    let proof = |start| name.starts_with(start) && name.ends_with(".html") && !name.contains('/');
    let name_itself = name.strip_suffix('/').unwrap_or(name);
    let known = [".git", ".well-known", "CNAME", ".nojekyll", ".htaccess", YIELDING];
    let inside = |folder| name.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
    known.contains(&name_itself) || inside(".well-known") || proof("yandex_") || proof("google")
}

type Parted<'a> = (Vec<String>, BTreeMap<&'a OsStr, Kind>);

/// Our files that go, and strangers that stay.
fn part<'a>(present: &'a Present, ours: &BTreeMap<&str, Verdict>) -> Result<Parted<'a>, Fault> {
    let had = paths::folders_of(present.manifest.paths());
    let entries: Vec<_> = present.entries().filter(|(path, kind)| is_left(path, *kind, ours, &had)).collect();
    let judged: Vec<_> =
        entries.into_par_iter().map(|entry| Ok((entry, is_removed(present, entry)?))).collect();
    let (mut removed, mut staying) = (Vec::new(), BTreeMap::new());
    for result in judged {
        let ((path, kind), goes) = result?;
        if let Some(path) = path.to_str().filter(|_| goes) {
            removed.push(path.to_owned());
        } else {
            staying.insert(path, kind);
        }
    }
    Ok((removed, staying))
}

/// Whether the new site leaves this undecided. Folders that only we had go by themselves.
fn is_left(path: &OsStr, kind: Kind, ours: &BTreeMap<&str, Verdict>, had: &BTreeSet<&str>) -> bool {
    let Some(path) = path.to_str() else { return true };
    match kind {
        Kind::Folder => !had.contains(path),
        _ => ours.get(path).is_none_or(|verdict| *verdict == Verdict::Taken),
    }
}

/// Whether this is a file that we wrote and that nobody touched since.
fn is_removed(present: &Present, (path, kind): (&OsStr, Kind)) -> Result<bool, Fault> {
    let path = path.to_str().filter(|_| kind == Kind::File);
    let written = path.and_then(|path| Some((path, present.manifest.digest(path)?)));
    written.map_or(Ok(false), |(path, digest)| Ok(present.digest(path)? == *digest))
}

/// Strangers at our addresses, or in the way of our folders.
fn conflicts(
    present: &Present,
    staying: &BTreeMap<&OsStr, Kind>,
    ours: &BTreeMap<&str, Verdict>,
    folders: &BTreeSet<&str>,
) -> Vec<Diagnostic> {
    let mut taken = BTreeSet::new();
    for (path, kind) in staying {
        // A folder of ours that still holds a stranger is no longer free to become a file.
        let above = Path::new(path).ancestors().skip(1).filter_map(Path::to_str);
        taken.extend(above.filter(|folder| ours.contains_key(folder)).map(str::to_owned));
        let Some(path) = path.to_str() else { continue };
        let blocks_file = ours.contains_key(path) && !(path == YIELDING && *kind != Kind::Folder);
        let blocks_folder = *kind != Kind::Folder && folders.contains(path);
        if blocks_file || blocks_folder {
            taken.insert(path.to_owned());
        }
    }
    if present.kind(manifest::NAME).is_some_and(|kind| kind != Kind::File) {
        taken.insert(manifest::NAME.to_owned());
    }
    let complaint = |path: String| {
        Diagnostic::path(&codes::STRANGER, present.at(&path).display().to_string()).with("path", path)
    };
    taken.into_iter().map(complaint).collect()
}

/// The strangers as a person would name them: a folder that is wholly foreign is one thing.
fn names(staying: &BTreeMap<&OsStr, Kind>, folders: &BTreeSet<&str>) -> Vec<String> {
    let is_shared = |folder: &Path| folder.to_str().is_some_and(|folder| folders.contains(folder));
    let is_foreign =
        |folder: &Path| staying.get(folder.as_os_str()) == Some(&Kind::Folder) && !is_shared(folder);
    let mut names = BTreeSet::new();
    for (path, kind) in staying {
        let above = Path::new(path).ancestors().filter(|folder| is_foreign(folder)).last();
        if let Some(folder) = above {
            names.insert(format!("{}/", folder.display()));
        } else if *kind != Kind::Folder {
            names.insert(Path::new(path).display().to_string());
        }
    }
    names.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn some_strangers_are_expected_and_the_others_are_counted() {
        let out = Path::new("public");
        let names = |names: &[&str]| names.iter().map(ToString::to_string).collect::<Vec<_>>();
        let expected = [".git/", ".git", ".well-known/", ".well-known/x", "CNAME", ".nojekyll", ".htaccess"];
        assert_eq!(warning(out, &names(&expected)), None);
        assert_eq!(warning(out, &names(&["yandex_12.html", "google9f.html", "robots.txt"])), None);
        let odd = ["a/CNAME", "photos/", "yandex.txt", "a/yandex_1.html", "google1/", "z", "robots.txt"];
        let warning = warning(out, &names(&odd)).unwrap();
        assert_eq!(warning.args["count"], "6");
        assert_eq!(warning.args["list"], "a/CNAME, photos/, yandex.txt, a/yandex_1.html, google1/");
    }
}
