//! What the commands say, in the language that was asked for.

use crate::diag::Code;
use crate::words::{Arg, Catalogue};

/// A language of the command line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Russian.
    #[default]
    Russian,
    /// English.
    English,
}

/// The phrases of one language.
pub struct Phrases {
    language: Language,
    catalogue: Catalogue,
}

impl Phrases {
    /// The phrases of a language.
    pub fn of(language: Language) -> Self {
        let (tag, sources) = match language {
            Language::Russian => {
                ("ru", [include_str!("../diag/messages/ru.ftl"), include_str!("messages/ru.ftl")])
            }
            Language::English => {
                ("en", [include_str!("../diag/messages/en.ftl"), include_str!("messages/en.ftl")])
            }
        };
        let catalogue =
            Catalogue::parse(tag, &sources).unwrap_or_else(|error| panic!("our own catalogue: {error}"));
        Self { language, catalogue }
    }

    /// The same phrases for another thread.
    pub fn again(&self) -> Self {
        Self::of(self.language)
    }

    /// A phrase, filled.
    pub fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.catalogue.say(key, args)
    }

    /// A phrase that may be absent.
    pub fn find(&self, key: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
        self.catalogue.find(key, args)
    }

    /// The help.
    pub fn help(&self) -> &'static str {
        match self.language {
            Language::Russian => include_str!("help/ru.txt"),
            Language::English => include_str!("help/en.txt"),
        }
    }

    /// The explanation of a code: why, a wrong and a right example.
    pub fn explanation(&self, code: &Code) -> Option<&'static str> {
        let all = match self.language {
            Language::Russian => include_str!("../diag/explain/ru.md"),
            Language::English => include_str!("../diag/explain/en.md"),
        };
        let heading = format!("## {}\n", code.id);
        let rest = &all[all.find(&heading)? + heading.len()..];
        Some(rest.split("\n## ").next().unwrap_or(rest).trim())
    }
}
