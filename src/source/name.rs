//! Names of files: those that every system can hold, and those that are nobody's content.

use unicode_normalization::UnicodeNormalization;

/// Why a name cannot be used on every system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadName {
    /// A character that Windows or a shell takes for something else.
    Character(char),
    /// A device name of Windows.
    Device,
    /// A final dot or space.
    Ending,
    /// A hyphen in front.
    Hyphen,
    /// Longer than 255 bytes.
    Length,
}

impl BadName {
    /// The word by which the message chooses its sentence.
    pub fn key(self) -> &'static str {
        match self {
            BadName::Character(_) => "character",
            BadName::Device => "device",
            BadName::Ending => "ending",
            BadName::Hyphen => "hyphen",
            BadName::Length => "length",
        }
    }
}

/// Judges a name.
pub fn judge(name: &str) -> Option<BadName> {
    let odd = |c: &char| c.is_control() || "<>:\"|?*\\".contains(*c);
    if let Some(character) = name.chars().find(odd) {
        Some(BadName::Character(character))
    } else if is_device(name) {
        Some(BadName::Device)
    } else if name.ends_with(['.', ' ']) {
        Some(BadName::Ending)
    } else if name.starts_with('-') {
        Some(BadName::Hyphen)
    } else if name.len() > 255 {
        Some(BadName::Length)
    } else {
        None
    }
}

/// Whether Windows keeps the name for a device, with any suffix.
pub fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).to_ascii_lowercase();
    let numbered = |prefix: &str| {
        stem.strip_prefix(prefix).is_some_and(|rest| {
            let mut chars = rest.chars();
            matches!((chars.next(), chars.next()), (Some('0'..='9' | '¹' | '²' | '³'), None))
        })
    };
    matches!(stem.as_str(), "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

/// Whether the file belongs to a system or an editor.
pub fn is_service(name: &str) -> bool {
    let lower = name.to_lowercase();
    name.starts_with('.')
        || name.starts_with("~$")
        || name.ends_with('~')
        || matches!(lower.as_str(), "thumbs.db" | "desktop.ini" | "__macosx")
        || matches!(lower.rsplit('.').next(), Some("swp" | "tmp" | "bak"))
}

/// Whether a service file is so ordinary that nobody need be told.
pub fn is_silent(name: &str) -> bool {
    name.starts_with(".git") || matches!(name, ".keep" | ".editorconfig")
}

/// Two names with one key cannot stand in one folder on every system.
pub fn collision_key(path: &str) -> String {
    path.nfc().collect::<String>().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_some_system_refuses_are_refused_on_all() {
        let long = "я".repeat(200);
        for (name, verdict) in [
            ("reading.md", None),
            ("план урока.docx", None),
            ("a#b?.md", Some(BadName::Character('?'))),
            ("a:b.md", Some(BadName::Character(':'))),
            ("a\nb", Some(BadName::Character('\n'))),
            ("con.md", Some(BadName::Device)),
            ("AUX", Some(BadName::Device)),
            ("COM¹.md", Some(BadName::Device)),
            ("имя.", Some(BadName::Ending)),
            ("имя ", Some(BadName::Ending)),
            ("-rf", Some(BadName::Hyphen)),
            (long.as_str(), Some(BadName::Length)),
            ("console.md", None),
            ("com10.md", None),
        ] {
            assert_eq!(judge(name), verdict, "{name}");
        }
    }

    #[test]
    fn service_files_are_known() {
        for name in ["~$план.xlsx", "Thumbs.db", "desktop.ini", "__MACOSX", ".DS_Store", "a.md~", ".a.md.swp"]
        {
            assert!(is_service(name), "{name}");
        }
        assert!(!is_service("план.xlsx"));
    }

    #[test]
    fn case_and_composition_collide() {
        assert_eq!(collision_key("Школа.md"), collision_key("школа.md"));
        assert_eq!(collision_key("й.md"), collision_key("и\u{306}.md"));
    }
}
