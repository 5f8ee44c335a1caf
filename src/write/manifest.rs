//! The list of what we wrote: a file in the output that the next build reads.
//!
//! Apart from the comparison, because it is the one input of this room that a stranger can forge: whatever is not
//! exactly what we would have written ourselves counts as no manifest, and then nothing is removed.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::paths;
use crate::model::Edition;

/// Where the manifest stands in the output.
pub(super) const NAME: &str = ".metodbank-manifest";

const VERSION: &str = "metodbank-manifest 1";

/// What stands after the version where the files are not for the public.
const INTERNAL: &str = " internal";

/// SHA-256 of a file's bytes.
pub(super) type Digest = [u8; 32];

/// Our files, as they were when they were written.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    edition: Edition,
    files: BTreeMap<String, Digest>,
}

impl Manifest {
    /// A manifest of files.
    pub(super) fn of<'a>(edition: Edition, files: impl IntoIterator<Item = (&'a str, Digest)>) -> Self {
        Self { edition, files: files.into_iter().map(|(path, digest)| (path.to_owned(), digest)).collect() }
    }

    /// Understands a manifest, or nothing at all of it.
    pub(super) fn parse(bytes: &[u8]) -> Option<Self> {
        let text = str::from_utf8(bytes).ok()?;
        let (head, lines) = text.strip_prefix(VERSION)?.split_once('\n')?;
        let edition = if head == INTERNAL { Edition::Internal } else { Edition::Public };
        let mut manifest = Self { edition, ..Self::default() };
        for line in lines.split_terminator('\n') {
            let (digest, path) = line.split_once("  ").filter(|(_, path)| paths::is_safe(path))?;
            manifest.files.insert(path.to_owned(), from_hex(digest)?);
        }
        // Order, letter case, repetitions and a cut end are all settled by one question.
        (manifest.to_text() == text).then_some(manifest)
    }

    /// The bytes of the manifest.
    pub(super) fn to_text(&self) -> String {
        let edition = if self.edition == Edition::Internal { INTERNAL } else { "" };
        let mut text = format!("{VERSION}{edition}\n");
        for (path, digest) in &self.files {
            push_hex(&mut text, digest);
            text.extend(["  ", path, "\n"]);
        }
        text
    }

    /// What a file held when we wrote it.
    pub(super) fn digest(&self, path: &str) -> Option<&Digest> {
        self.files.get(path)
    }

    /// Whether the files were written for other readers.
    pub(super) fn is_of_other(&self, edition: Edition) -> bool {
        self.edition != edition && !self.files.is_empty()
    }

    /// The paths, sorted.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }
}

fn push_hex(text: &mut String, digest: &Digest) {
    for byte in digest {
        write!(text, "{byte:02x}").expect("a string takes everything");
    }
}

fn from_hex(hex: &str) -> Option<Digest> {
    let mut digest = Digest::default();
    if hex.len() != 2 * digest.len() || !hex.is_ascii() {
        return None;
    }
    for (at, byte) in digest.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&hex[2 * at..2 * at + 2], 16).ok()?;
    }
    Some(digest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Manifest {
        Manifest::of(Edition::Public, [("index.html", [0xab; 32]), ("практики/a b.html", [1; 32])])
    }

    #[test]
    fn a_manifest_reads_what_it_wrote() {
        assert_eq!(Manifest::parse(sample().to_text().as_bytes()), Some(sample()));
        assert_eq!(Manifest::parse(b"metodbank-manifest 1\n"), Some(Manifest::default()));
    }

    #[test]
    fn a_manifest_remembers_for_whom_it_is() {
        for (edition, other) in [(Edition::Public, Edition::Internal), (Edition::Internal, Edition::Public)] {
            let written = Manifest::of(edition, [("index.html", [1; 32])]).to_text();
            let read = Manifest::parse(written.as_bytes()).unwrap();
            assert!(read.is_of_other(other) && !read.is_of_other(edition), "{edition:?}");
        }
        assert!(!Manifest::default().is_of_other(Edition::Internal), "an empty folder is anybody's");
    }

    #[test]
    fn a_damaged_or_forged_manifest_is_none() {
        let good = sample().to_text();
        let hex = "ab".repeat(32);
        let forged = |path: &str| format!("{VERSION}\n{hex}  {path}\n");
        assert!(Manifest::parse(forged("a").as_bytes()).is_some());
        let mut bad = vec![
            good.replace('1', "2"),
            good.replacen('1', "1 private", 1),
            good.to_uppercase(),
            good.replace("  ", " "),
            format!("{good}\n"),
        ];
        bad.push(good.replace(&hex, &"+b".repeat(32)));
        bad.push(good.replace(&hex, &hex[2..]));
        bad.push(format!("{good}{hex}  a\n"));
        bad.push(format!("{}{hex}  a\n", forged("a")));
        bad.extend(["/etc/passwd", "../x", "a/../../x", "", ".", "a//b", ".git/config", "C:\\x"].map(forged));
        for text in bad {
            assert_eq!(Manifest::parse(text.as_bytes()), None, "{text}");
        }
        for end in 0..good.len() {
            let cut = &good.as_bytes()[..end];
            assert_eq!(Manifest::parse(cut).is_some(), cut.ends_with(b"\n"), "cut at {end}");
        }
        assert_eq!(Manifest::parse(b"metodbank-manifest 1\n\xff\xfe"), None);
    }
}
