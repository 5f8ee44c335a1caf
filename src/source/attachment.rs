//! What may stand beside a text, judged by content and not by name.
//!
//! A browser guesses types too, so a web page under the name of a picture would run on the district's own address.

use image::ImageFormat;

use crate::diag::{Diagnostic, codes};

use super::Kind;
use super::picture::{self, BadPicture, Picture};

/// What the bytes of a file are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttachmentType {
    /// PDF.
    Pdf,
    /// DOCX, XLSX, PPTX or OpenDocument.
    Office,
    /// JPEG, PNG, WebP or GIF: drawn anew, never published as it is.
    Picture(Picture),
    /// A file of a theme: themes are trusted.
    Theme,
}

/// The suffixes allowed, for the message.
const ALLOWED: &str = "pdf, docx, xlsx, pptx, odt, ods, odp, jpg, png, webp, gif";

/// The type of a file, if its suffix is allowed and its content agrees.
pub fn judge(path: &str, bytes: &[u8], kind: &Kind) -> Result<AttachmentType, Diagnostic> {
    if *kind == Kind::ThemeFile {
        return Ok(AttachmentType::Theme);
    }
    let suffix = path.rsplit('.').next().unwrap_or_default().to_lowercase();
    let (magic, format) = match suffix.as_str() {
        "pdf" => (bytes.starts_with(b"%PDF-"), None),
        "docx" | "xlsx" | "pptx" | "odt" | "ods" | "odp" => (bytes.starts_with(b"PK\x03\x04"), None),
        "jpg" | "jpeg" => (bytes.starts_with(&[0xff, 0xd8, 0xff]), Some(ImageFormat::Jpeg)),
        "png" => (bytes.starts_with(b"\x89PNG\r\n\x1a\n"), Some(ImageFormat::Png)),
        "webp" => (bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP"), Some(ImageFormat::WebP)),
        "gif" => (bytes.starts_with(b"GIF87a") || bytes.starts_with(b"GIF89a"), Some(ImageFormat::Gif)),
        "svg" => return Err(Diagnostic::path(&codes::SVG, path)),
        _ => (false, None),
    };
    match format {
        _ if !magic => Err(Diagnostic::path(&codes::REFUSED_ATTACHMENT, path).with("kinds", ALLOWED)),
        Some(_) if is_polyglot(bytes) => {
            Err(Diagnostic::path(&codes::REFUSED_ATTACHMENT, path).with("kinds", ALLOWED))
        }
        Some(format) => judge_picture(path, bytes, format),
        None if suffix == "pdf" => Ok(AttachmentType::Pdf),
        None => Ok(AttachmentType::Office),
    }
}

fn judge_picture(path: &str, bytes: &[u8], format: ImageFormat) -> Result<AttachmentType, Diagnostic> {
    picture::read_head(bytes, format).map(AttachmentType::Picture).map_err(|bad| match bad {
        BadPicture::TooLarge(width, height) => Diagnostic::path(&codes::HUGE_PICTURE, path)
            .with("width", width)
            .with("height", height)
            .with("most", picture::MOST_POINTS / 1_000_000),
        BadPicture::Broken => Diagnostic::path(&codes::BROKEN_PICTURE, path),
    })
}

/// A picture whose first kilobytes hold markup was made to be a picture and a page at once. Drawn anew it would be
/// harmless; its author should know all the same.
fn is_polyglot(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(4096)).unwrap_or_default().to_ascii_lowercase();
    let markup = [&b"<html"[..], b"<script", b"<!doctype", b"<svg"];
    markup.iter().any(|tag| head.windows(tag.len()).any(|window| window == *tag))
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;
    use crate::source::TextFolder;

    #[test]
    fn content_decides_and_a_disguise_is_refused() {
        let beside = Kind::Attachment(TextFolder::Practices, "a".to_owned());
        let photo = sample::jpeg(8, 8, 1);
        let gif = b"GIF89a\x01\0\x01\0\0\0\0 <script>";
        for (path, bytes, verdict) in [
            ("a/plan.pdf", &b"%PDF-1.7"[..], "Pdf"),
            ("a/plan.DOCX", b"PK\x03\x04", "Office"),
            ("a/a.jpg", &photo, "Picture"),
            ("a/a.JPEG", &photo, "Picture"),
            ("a/a.png", &photo, "S012"),
            ("a/a.png", b"<html>", "S012"),
            ("a/a.png", b"\x89PNG\r\n\x1a\n", "I002"),
            ("a/a.jpg", b"\xff\xd8\xff\xe0 <HTML><script>", "S012"),
            ("a/a.gif", gif, "S012"),
            ("a/a.svg", b"<svg/>", "I003"),
            ("a/a.SVG", b"", "I003"),
            ("a/a.html", b"<html>", "S012"),
            ("a/a", b"", "S012"),
        ] {
            let told = match judge(path, bytes, &beside) {
                Ok(content) => format!("{content:?}").split('(').next().unwrap_or_default().to_owned(),
                Err(refused) => refused.code.id.to_owned(),
            };
            assert_eq!(told, verdict, "{path}");
        }
    }
}
