//! Which relative paths may stand in the output.
//!
//! Apart from the writing itself, because the same rule judges the plan's paths and the lines of a manifest that
//! somebody may have forged.

use std::collections::BTreeSet;
use std::path::Path;

use super::fault::Fault;
use super::manifest;
use crate::diag::Diagnostic;

/// Refuses paths that could lead out of the output or into what is never ours.
pub(super) fn check(paths: &[String], out: &Path) -> Result<(), Vec<Diagnostic>> {
    let bad = paths.iter().filter(|path| !is_safe(path));
    // Not joined by `Path::join`: an absolute path would swallow the output's name.
    let complaints =
        bad.map(|path| Fault::new(Path::new(&format!("{}/{path}", out.display())), "bad-path").into());
    let complaints: Vec<Diagnostic> = complaints.collect();
    if complaints.is_empty() { Ok(()) } else { Err(complaints) }
}

/// Whether a path names a file of ours inside the output, on every system alike.
pub(super) fn is_safe(path: &str) -> bool {
    // A backslash and a colon mean something on Windows; a control character would break the manifest's lines.
    let plain = !path.contains(['\\', ':']) && !path.contains(char::is_control);
    let parts = path.split('/').all(|part| !matches!(part, "" | "." | ".."));
    // A repository that is published from the output is never ours, whatever a manifest says.
    let first = path.split('/').next().unwrap_or_default();
    plain && parts && !first.eq_ignore_ascii_case(".git") && !first.eq_ignore_ascii_case(manifest::NAME)
}

/// The folders that files stand in, each after the one that holds it.
pub(super) fn folders_of<'a>(paths: impl IntoIterator<Item = &'a str>) -> BTreeSet<&'a str> {
    let mut folders = BTreeSet::new();
    for path in paths {
        let mut rest = path;
        while let Some((folder, _)) = rest.rsplit_once('/') {
            if !folders.insert(folder) {
                break;
            }
            rest = folder;
        }
    }
    folders
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_inside_the_output_are_safe() {
        for good in
            ["index.html", "a/b.html", ".well-known/x", "a/..b", "школа/ё.html", ".gitignore", "a/.git"]
        {
            assert!(is_safe(good), "{good}");
        }
        let bad =
            ["", "/", "/etc/passwd", "a//b", "a/", "./a", "a/../b", "..", "a/.", "C:/x", "a:b", "..\\x"];
        for bad in
            bad.into_iter().chain(["a\nb", "a\0", ".git/config", ".Git", ".metodbank-manifest", "\u{85}"])
        {
            assert!(!is_safe(bad), "{bad:?}");
        }
    }

    #[test]
    fn every_bad_path_is_named() {
        let paths = ["/etc/passwd", "a", "b/../../c"].map(str::to_owned);
        let complaints = check(&paths, Path::new("public")).unwrap_err();
        let places: Vec<_> = complaints.iter().map(|complaint| complaint.args["path"].as_str()).collect();
        assert_eq!(places, ["public//etc/passwd", "public/b/../../c"]);
    }

    #[test]
    fn folders_come_once_and_parents_first() {
        let folders = folders_of(["a/b/c/x", "a/b/y", "a-b/z", "w"]);
        assert_eq!(folders.into_iter().collect::<Vec<_>>(), ["a", "a-b", "a/b", "a/b/c"]);
    }
}
