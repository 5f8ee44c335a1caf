//! Files that stand beside a text and are published as they are.

use std::collections::BTreeMap;

use crate::source::{AttachmentType, Kind, Sources, TextFolder};

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
