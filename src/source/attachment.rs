//! What may be published as it is, judged by content and not by name.
//!
//! A browser guesses types too, so a web page under the name of a picture would run on the district's own address.

use super::Kind;

/// What the bytes of a file are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttachmentType {
    /// PDF.
    Pdf,
    /// DOCX, XLSX, PPTX or OpenDocument.
    Office,
    /// JPEG, PNG or WebP.
    Picture,
    /// A file of a theme: themes are trusted.
    Theme,
}

/// The suffixes allowed, for the message.
pub const ALLOWED: &str = "pdf, docx, xlsx, pptx, odt, ods, odp, jpg, png, webp";

/// The type of a file, if its suffix is allowed and its content agrees.
pub fn judge(path: &str, bytes: &[u8], kind: &Kind) -> Option<AttachmentType> {
    if *kind == Kind::ThemeFile {
        return Some(AttachmentType::Theme);
    }
    let suffix = path.rsplit('.').next().unwrap_or_default().to_lowercase();
    match suffix.as_str() {
        "pdf" => bytes.starts_with(b"%PDF-").then_some(AttachmentType::Pdf),
        "docx" | "xlsx" | "pptx" | "odt" | "ods" | "odp" => {
            bytes.starts_with(b"PK\x03\x04").then_some(AttachmentType::Office)
        }
        "jpg" | "jpeg" => {
            (bytes.starts_with(&[0xff, 0xd8, 0xff]) && !is_polyglot(bytes)).then_some(AttachmentType::Picture)
        }
        "png" => (bytes.starts_with(b"\x89PNG\r\n\x1a\n") && !is_polyglot(bytes))
            .then_some(AttachmentType::Picture),
        "webp" => (bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") && !is_polyglot(bytes))
            .then_some(AttachmentType::Picture),
        _ => None,
    }
}

/// A picture whose first kilobytes hold markup may be a picture and a page at once.
fn is_polyglot(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(4096)).unwrap_or_default().to_ascii_lowercase();
    let markup = [&b"<html"[..], b"<script", b"<!doctype", b"<svg"];
    markup.iter().any(|tag| head.windows(tag.len()).any(|window| window == *tag))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::TextFolder;

    #[test]
    fn content_decides_and_a_disguise_is_refused() {
        let beside = Kind::Attachment(TextFolder::Practices, "a".to_owned());
        let png = b"\x89PNG\r\n\x1a\n....";
        for (path, bytes, verdict) in [
            ("a/plan.pdf", &b"%PDF-1.7"[..], Some(AttachmentType::Pdf)),
            ("a/plan.DOCX", b"PK\x03\x04", Some(AttachmentType::Office)),
            ("a/a.png", png, Some(AttachmentType::Picture)),
            ("a/a.png", b"<html>", None),
            ("a/a.jpg", b"\xff\xd8\xff\xe0 <HTML><script>", None),
            ("a/a.svg", b"<svg/>", None),
            ("a/a.html", b"<html>", None),
            ("a/a", b"", None),
        ] {
            assert_eq!(judge(path, bytes, &beside), verdict, "{path}");
        }
    }
}
