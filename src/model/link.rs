//! What a link's address asks for, and what no address may ask for.

use unicode_normalization::UnicodeNormalization;

use crate::diag::{Code, Diagnostic, Span, codes};

use super::LinkTarget;
use super::prose::THINGS;

/// Schemes that lead to other sites.
pub const FOREIGN: [&str; 4] = ["https", "http", "mailto", "tel"];

/// An address that is refused.
#[derive(Debug, PartialEq, Eq)]
pub struct Refused {
    code: &'static Code,
    what: String,
}

impl Refused {
    /// The complaint about it.
    pub fn at(self, span: Span) -> Diagnostic {
        let allowed: Vec<&str> = FOREIGN.into_iter().chain(THINGS.map(|(scheme, _)| scheme)).collect();
        Diagnostic::at(self.code, span).with("address", self.what).with("allowed", allowed.join(", "))
    }
}

/// Takes an address apart.
pub fn classify(address: &str) -> Result<LinkTarget, Refused> {
    // Browsers drop control characters and spaces in front of and inside a scheme; so do we before we judge it.
    let bare: String = address.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect();
    if let Some(anchor) = bare.strip_prefix('#') {
        return Ok(LinkTarget::Anchor(anchor.to_owned()));
    }
    let before = bare.find(['/', '?', '#']).map_or(bare.as_str(), |end| &bare[..end]);
    if let Some((scheme, _)) = before.split_once(':') {
        return with_scheme(&scheme.to_ascii_lowercase(), &bare);
    }
    if bare.starts_with("//") || bare.starts_with("\\\\") {
        return Err(Refused { code: &codes::BAD_SCHEME, what: shown(&bare) });
    }
    let decoded: String = percent_decoded(address.trim()).nfc().collect();
    let steps_out = decoded.split(['/', '\\']).any(|part| part == "..");
    if steps_out || decoded.starts_with(['/', '\\']) || decoded.contains('\0') {
        return Err(Refused { code: &codes::OUTSIDE, what: shown(&decoded) });
    }
    Ok(LinkTarget::File(decoded))
}

fn with_scheme(scheme: &str, bare: &str) -> Result<LinkTarget, Refused> {
    if FOREIGN.contains(&scheme) {
        return Ok(LinkTarget::Foreign(bare.to_owned()));
    }
    let rest = bare.split_once(':').map_or("", |(_, rest)| rest);
    match THINGS.iter().find(|(name, _)| *name == scheme) {
        Some((_, kind)) => {
            let (id, anchor) =
                rest.split_once('#').map_or((rest, None), |(id, anchor)| (id, Some(anchor.to_owned())));
            Ok(LinkTarget::Thing(*kind, id.to_owned(), anchor))
        }
        None => Err(Refused { code: &codes::BAD_SCHEME, what: shown(&format!("{scheme}:")) }),
    }
}

/// The real host, where an address hides it: a name before `@`, a look-alike alphabet.
pub fn misleading(address: &str) -> Option<String> {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"))?;
    let authority = rest.split(['/', '?', '#', '\\']).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    let punycode = host.split('.').any(|label| label.to_ascii_lowercase().starts_with("xn--"));
    let mixed =
        host.split('.').any(|label| label.chars().any(|c| c.is_ascii_alphabetic()) && !label.is_ascii());
    (authority.contains('@') || punycode || mixed).then(|| host.to_owned())
}

fn shown(text: &str) -> String {
    text.chars().take(60).collect::<String>().escape_debug().to_string()
}

/// A file's name as it stands on the disk.
fn percent_decoded(address: &str) -> String {
    let bytes = address.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let hex = bytes.get(at + 1..at + 3).and_then(|two| std::str::from_utf8(two).ok());
        match (bytes[at], hex.and_then(|two| u8::from_str_radix(two, 16).ok())) {
            (b'%', Some(byte)) => {
                decoded.push(byte);
                at += 3;
            }
            (byte, _) => {
                decoded.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8(decoded).unwrap_or_else(|_| address.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ThingKind;

    #[test]
    fn no_disguise_of_a_scheme_passes() {
        for address in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\tscript:alert(1)",
            "\u{1}javascript:alert(1)",
            " javascript:alert(1)",
            "java%0ascript:alert(1)",
            "data:text/html,x",
            "Data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "//evil.example/x",
            "\\\\evil.example\\x",
            "blob:x",
            "filesystem:x",
            "javascript&colon;x:",
        ] {
            assert_eq!(classify(address).map_err(|refused| refused.code.id), Err("M001"), "{address:?}");
        }
    }

    #[test]
    fn nothing_leads_out_of_the_materials() {
        for address in
            ["../../etc/passwd", "..%2f..%2fetc/passwd", "/etc/passwd", "a/../../b", "%2e%2e/x", "..\\x"]
        {
            assert_eq!(classify(address).map_err(|refused| refused.code.id), Err("L004"), "{address:?}");
        }
    }

    #[test]
    fn addresses_are_taken_apart() {
        for (address, target) in [
            ("#h-steps", LinkTarget::Anchor("h-steps".into())),
            ("practice:a-b#h-c", LinkTarget::Thing(ThingKind::Practice, "a-b".into(), Some("h-c".into()))),
            ("https://edu.gov.ru/a?b", LinkTarget::Foreign("https://edu.gov.ru/a?b".into())),
            ("mailto:a@b.ru", LinkTarget::Foreign("mailto:a@b.ru".into())),
            ("%D0%BF%D0%BB%D0%B0%D0%BD.docx", LinkTarget::File("план.docx".into())),
            ("план урока.docx", LinkTarget::File("план урока.docx".into())),
        ] {
            assert_eq!(classify(address), Ok(target), "{address}");
        }
    }

    #[test]
    fn the_real_host_is_named() {
        for (address, host) in [
            ("https://gosuslugi.ru@evil.example/x", Some("evil.example")),
            ("https://xn--80ak6aa92e.com/", Some("xn--80ak6aa92e.com")),
            ("https://gоsuslugi.ru/", Some("gоsuslugi.ru")),
            ("https://минобрнауки.рф/", None),
            ("https://edu.gov.ru/a@b", None),
        ] {
            assert_eq!(misleading(address).as_deref(), host, "{address}");
        }
    }
}
