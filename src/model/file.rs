//! Files that stand beside a text.

use std::collections::BTreeMap;

use crate::source::{AttachmentType, Kind, Picture, Sources, TextFolder};

/// A file beside a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Its name.
    pub name: String,
    /// What its bytes are.
    pub content: AttachmentType,
    /// Its size in bytes.
    pub size: usize,
    /// Its number among the blobs that were read.
    pub blob: usize,
}

impl Attachment {
    /// What is known of it as a picture, if it is one.
    pub fn picture(&self) -> Option<&Picture> {
        match &self.content {
            AttachmentType::Picture(picture) => Some(picture),
            _ => None,
        }
    }

    /// «DOCX».
    pub fn suffix(&self) -> String {
        self.name.rsplit('.').next().unwrap_or_default().to_uppercase()
    }
}

/// Attachments by the folder and id of their text.
pub type Attachments = BTreeMap<(TextFolder, String), Vec<Attachment>>;

/// Gathers the attachments.
pub fn attachments(sources: &Sources) -> Attachments {
    let mut attachments = Attachments::new();
    for (number, blob) in sources.blobs().iter().enumerate() {
        let Kind::Attachment(folder, id) = &blob.kind else { continue };
        let name = blob.path.rsplit('/').next().unwrap_or_default().to_owned();
        let attachment = Attachment { name, content: blob.content, size: blob.bytes.len(), blob: number };
        attachments.entry((*folder, id.clone())).or_default().push(attachment);
    }
    attachments
}
