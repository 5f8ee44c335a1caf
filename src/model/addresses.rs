//! The register of published addresses: what the site has once promised to keep.

use std::fmt;

use jiff::civil::Date;

use crate::diag::{At, Span};

use super::Id;

/// The address of a page from the site's root, such as `practices/reading-pairs.html`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Address(String);

impl Address {
    /// Takes a text for an address if a page can stand there.
    pub fn parse(text: &str) -> Option<Self> {
        let names = text.strip_suffix(".html")?;
        names.split('/').all(|name| Id::<()>::parse(name).is_some()).then(|| Self(text.to_owned()))
    }

    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An address whose page was taken away on purpose.
#[derive(Debug)]
pub struct Withdrawn {
    /// Where the page stood.
    pub address: At<Address>,
    /// When it was taken away.
    pub date: Date,
    /// Why, for the visitor.
    pub reason: String,
    /// The page that takes its place.
    pub instead: Option<At<Address>>,
}

/// What `data/addresses.toml` says.
#[derive(Debug)]
pub struct Addresses {
    /// Where the list of published addresses stands: the program writes it anew and leaves the rest alone.
    pub list: Span,
    /// Addresses that were published, in the author's order.
    pub published: Vec<At<Address>>,
    /// Addresses whose pages were taken away on purpose.
    pub withdrawn: Vec<Withdrawn>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_a_page_of_the_site() {
        for good in ["index.html", "practices/a-b.html", "programmes/p/findings/2024.html"] {
            assert!(Address::parse(good).is_some(), "{good}");
        }
        for bad in [
            "",
            ".html",
            "practices/a",
            "/index.html",
            "practices//a.html",
            "../a.html",
            "Practices/a.html",
            "практика.html",
            "a.html#b",
            "https://a.html",
            "a.b.html",
        ] {
            assert!(Address::parse(bad).is_none(), "{bad}");
        }
    }
}
