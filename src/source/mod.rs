//! Room 1 · read: the only reader of the project.
//!
//! It knows where files may stand, how large they may be and which bytes are text; it knows nothing of their meaning.
//! What leaves this room is sorted, UTF-8, NFC and free of invisible characters.
#![expect(clippy::disallowed_methods, reason = "this room is the reading door")]

mod attachment;
mod clean;
mod history;
mod kind;
mod limits;
mod lines;
mod name;
mod picture;
#[cfg(test)]
pub mod sample;
mod theme;
mod walk;

use std::path::Path;

use rayon::prelude::*;

use crate::diag::{Diagnostic, Diagnostics, FileId, Span, codes};

pub use attachment::AttachmentType;
pub use clean::stray;
pub use history::{HeadStart, History, NoHistory};
pub use kind::{Kind, ProgrammePart, TextFolder, of as kind_of};
pub use lines::{Lines, Position, position};
pub use name::is_device;
pub use picture::{Picture, PictureSort};
pub use theme::Theme;

use walk::Found;

/// A text file of the project.
#[derive(Debug)]
pub struct SourceFile {
    /// Path from the project's root, with `/`.
    pub path: String,
    /// What stands there.
    pub kind: Kind,
    /// Its text, cleaned.
    pub text: String,
}

/// A file that is published or used as it is.
#[derive(Debug)]
pub struct Blob {
    /// Path from the project's root, with `/`.
    pub path: String,
    /// What stands there.
    pub kind: Kind,
    /// What its bytes are.
    pub content: AttachmentType,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Blob {
    /// The points of a picture.
    pub fn points(&self) -> u64 {
        match &self.content {
            AttachmentType::Picture(picture) => u64::from(picture.width) * u64::from(picture.height),
            _ => 0,
        }
    }
}

/// All that was read.
#[derive(Debug, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
    blobs: Vec<Blob>,
}

impl Sources {
    /// Text files, sorted by path, with their numbers.
    pub fn files(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        self.files.iter().enumerate().map(|(number, file)| (file_id(number), file))
    }

    /// Files that are published or used as they are.
    pub fn blobs(&self) -> &[Blob] {
        &self.blobs
    }

    /// A file by its number.
    pub fn file(&self, id: FileId) -> Option<&SourceFile> {
        self.files.get(id.0 as usize)
    }

    /// Path and line of a place, for «откуда число».
    pub fn locate(&self, span: Span) -> Option<(&str, usize)> {
        let file = self.file(span.file)?;
        Some((&file.path, position(&file.text, span.start as usize).line))
    }

    /// How many files were read.
    pub fn count(&self) -> usize {
        self.files.len() + self.blobs.len()
    }

    /// Sources made of texts, for tests: path and text.
    pub fn of_texts(texts: &[(&str, &str)]) -> Self {
        let mut files: Vec<SourceFile> = texts
            .iter()
            .filter_map(|(path, text)| {
                let kind = kind::of(path)?;
                Some(SourceFile { path: (*path).to_owned(), kind, text: (*text).to_owned() })
            })
            .collect();
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Self { files, blobs: Vec::new() }
    }
}

fn file_id(number: usize) -> FileId {
    FileId(u32::try_from(number).unwrap_or(u32::MAX))
}

/// Reads the project. Files that cannot be used are explained and left out.
pub fn read(root: &Path, diagnostics: &mut Diagnostics) -> Sources {
    let found = walk::walk(root, diagnostics);
    let (texts, others): (Vec<Found>, Vec<Found>) = found.into_iter().partition(|found| found.kind.is_text());
    let mut sources = Sources::default();

    let outcomes: Vec<Result<(SourceFile, bool), Diagnostic>> =
        texts.into_par_iter().map(read_text).collect();
    for outcome in outcomes {
        match outcome {
            Ok((file, cleaned)) => {
                if cleaned {
                    let place = Span::new(file_id(sources.files.len()), 0..0);
                    diagnostics.push(Diagnostic::at(&codes::CLEANED, place));
                }
                sources.files.push(file);
            }
            Err(diagnostic) => diagnostics.push(diagnostic),
        }
    }
    for outcome in others.into_par_iter().map(read_blob).collect::<Vec<_>>() {
        match outcome {
            Ok(blob) => sources.blobs.push(blob),
            Err(diagnostic) => diagnostics.push(diagnostic),
        }
    }
    if !sources.files.iter().any(|file| file.kind == Kind::Site) && !diagnostics.has_errors() {
        diagnostics.push(Diagnostic::path(&codes::MISSING_FILE, "site.toml").with("file", "site.toml"));
    }
    sources
}

fn read_text(found: Found) -> Result<(SourceFile, bool), Diagnostic> {
    let bytes = read_bytes(&found)?;
    let text = String::from_utf8(bytes).map_err(|error| {
        Diagnostic::path(&codes::NOT_UTF8, &found.path).with("byte", error.utf8_error().valid_up_to() + 1)
    })?;
    let cleaned = clean::clean(text).map_err(|refused| {
        Diagnostic::path(&codes::CONTROL_CHARACTER, &found.path)
            .with("character", refused.character)
            .with("line", refused.line)
    })?;
    Ok((SourceFile { path: found.path, kind: found.kind, text: cleaned.text }, cleaned.changed))
}

fn read_blob(found: Found) -> Result<Blob, Diagnostic> {
    let bytes = read_bytes(&found)?;
    let content = attachment::judge(&found.path, &bytes, &found.kind)?;
    Ok(Blob { path: found.path, kind: found.kind, content, bytes })
}

fn read_bytes(found: &Found) -> Result<Vec<u8>, Diagnostic> {
    std::fs::read(&found.absolute).map_err(|error| {
        Diagnostic::path(&codes::UNREADABLE, &found.path).with("error", format!("{:?}", error.kind()))
    })
}
