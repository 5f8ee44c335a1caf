//! Phrases by key, with plurals: a thin face over Fluent.
//!
//! Apart from its users, so that the complaints, the sentences and the theme share one way of asking for a phrase.

use std::borrow::Cow;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::number;

/// A value for a placeholder.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg<'a> {
    /// Text, shown as it is.
    Text(Cow<'a, str>),
    /// A whole number, which may choose a plural.
    Number(i64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Arg::Text(text.into())
    }
}
impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Arg::Text(text.as_str().into())
    }
}
impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Arg::Text(text.into())
    }
}
impl From<usize> for Arg<'_> {
    fn from(number: usize) -> Self {
        Arg::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}
impl From<u32> for Arg<'_> {
    fn from(number: u32) -> Self {
        Arg::Number(number.into())
    }
}
impl From<i16> for Arg<'_> {
    fn from(number: i16) -> Self {
        Arg::Number(number.into())
    }
}

/// A set of phrases in one language.
pub struct Catalogue {
    bundle: FluentBundle<FluentResource>,
}

impl Catalogue {
    /// Reads phrases; a later source may replace phrases of an earlier one. The error says what cannot be read.
    pub fn parse(language: &str, sources: &[&str]) -> Result<Self, String> {
        let language: LanguageIdentifier = language.parse().map_err(|_| format!("language: {language}"))?;
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // Marks around values would stand in attributes, CSV and search keys; all our text runs left to right.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(|value, _| match value {
            FluentValue::Number(number) => Some(number::number(number.value, 2)),
            _ => None,
        }));
        for source in sources {
            let resource = FluentResource::try_new((*source).to_owned()).map_err(|(_, errors)| {
                errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
            })?;
            bundle.add_resource_overriding(resource);
        }
        Ok(Self { bundle })
    }

    /// The phrase of a key (`name` or `name.attribute`), filled; none when there is no such phrase.
    pub fn find(&self, key: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
        let (id, attribute) = match key.split_once('.') {
            Some((id, attribute)) => (id, Some(attribute)),
            None => (key, None),
        };
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        let filled: FluentArgs<'_> = args.iter().map(|(name, arg)| (*name, fluent(arg))).collect();
        let mut errors: Vec<FluentError> = Vec::new();
        Some(self.bundle.format_pattern(pattern, Some(&filled), &mut errors).into_owned())
    }

    /// The phrase of a key, filled. A missing phrase is a bug of ours, shown as the key and caught by the tests.
    pub fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.find(key, args).unwrap_or_else(|| format!("⟨{key}⟩"))
    }
}

fn fluent<'a>(arg: &'a Arg<'_>) -> FluentValue<'a> {
    match arg {
        Arg::Text(text) => FluentValue::from(text.as_ref()),
        Arg::Number(number) => FluentValue::from(*number),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_follow_the_language_and_later_sources_replace_earlier_ones() {
        let base = "n = { $n ->\n    [one] { $n } школа\n    [few] { $n } школы\n   *[other] { $n } школ\n }\nx = а\n    .b = в { $q }";
        let catalogue = Catalogue::parse("ru", &[base, "x = б\n    .b = «{ $q }»"]).unwrap();
        for (n, expected) in [
            (1_usize, "1 школа"),
            (3, "3 школы"),
            (11, "11 школ"),
            (21, "21 школа"),
            (10_000, "10\u{a0}000 школ"),
        ] {
            assert_eq!(catalogue.say("n", &[("n", n.into())]), expected);
        }
        assert_eq!(catalogue.say("x", &[]), "б");
        assert_eq!(catalogue.say("x.b", &[("q", "г".into())]), "«г»");
        assert_eq!(catalogue.find("y", &[]), None);
    }
}
