//! Who may be shown where: every consent judged on the day of the site, once.
//!
//! 152-ФЗ, article 10.1: a consent to dissemination names the categories of data, the addresses and the term, and can be
//! taken back at any time. What is taken back is the dissemination of the data, so it ends every consent given before.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::model::{Category, Consent, Id, Model, Person, Portrayal, reaches};

/// Why something of a person is not published, from the most telling reason to the least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Withheld {
    /// The person took the consent back.
    Revoked,
    /// Its term is over.
    Expired,
    /// Its term has not begun.
    NotBegun,
    /// It was given for another address.
    OtherAddress,
    /// There has never been one.
    NotGiven,
}

/// A consent to one category on the day of the site.
#[derive(Debug)]
struct Judged {
    address: String,
    verdict: Result<(), Withheld>,
}

/// All consents, judged.
#[derive(Debug, Default)]
pub struct People {
    consents: BTreeMap<(Id<Person>, Category), Vec<Judged>>,
}

impl People {
    /// Whether something of a person may stand at an address, and why it may not.
    pub fn judge(&self, person: &Id<Person>, category: Category, address: &str) -> Result<(), Withheld> {
        let consents = self.consents.get(&(person.clone(), category));
        let verdict = |consent: &Judged| match reaches(&consent.address, address) {
            true => consent.verdict,
            false => Err(Withheld::OtherAddress),
        };
        consents.into_iter().flatten().map(verdict).min().unwrap_or(Err(Withheld::NotGiven))
    }

    /// Whether a file may be published at an address: everybody on it consents. Who does not, otherwise.
    pub fn withheld_of<'p>(
        &self,
        portrayal: &'p Portrayal,
        address: &str,
    ) -> Vec<(&'p Id<Person>, Withheld)> {
        let people = portrayal.people.iter().map(|person| &person.value);
        people
            .filter_map(|person| Some((person, self.judge(person, Category::Photo, address).err()?)))
            .collect()
    }
}

/// Judges all consents of the register.
pub fn of_people(model: &Model) -> People {
    let mut people = People::default();
    for (id, person) in model.consents.people.iter() {
        for consent in &person.consents {
            for category in &consent.covers {
                let verdict = verdict(model.site.date, *category, consent, person);
                let judged = Judged { address: consent.address.clone(), verdict };
                people.consents.entry((id.clone(), *category)).or_default().push(judged);
            }
        }
    }
    people
}

fn verdict(today: Date, category: Category, consent: &Consent, person: &Person) -> Result<(), Withheld> {
    if person.has_revoked(consent, category) {
        Err(Withheld::Revoked)
    } else if consent.until.value < today {
        Err(Withheld::Expired)
    } else if today < consent.from {
        Err(Withheld::NotBegun)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{at, id, model};
    use super::*;

    const PAGE: &str = "https://example.org/practices/a.html";

    /// `from until [revoked] [address]`, and how the name of its person stands on the page on 10 February 2025.
    fn judged(consents: &[&str]) -> Result<(), Withheld> {
        let mut model = model("");
        let consent = |line: &&str| {
            let words: Vec<&str> = line.split(' ').collect();
            let day = |at: usize| words.get(at).and_then(|word| word.parse::<Date>().ok());
            let address =
                words.iter().find(|word| word.starts_with("https")).unwrap_or(&"https://example.org/");
            Consent {
                covers: vec![Category::Name],
                address: (*address).to_owned(),
                from: day(0).unwrap(),
                until: at(day(1).unwrap()),
                revoked: day(2),
            }
        };
        let consents = consents.iter().map(consent).collect();
        let person = Person { name: at(String::new()), role: at(String::new()), contact: None, consents };
        model.consents.people.insert(at(id("p")), person).unwrap();
        let people = of_people(&model);
        assert_eq!(people.judge(&id("p"), Category::Photo, PAGE), Err(Withheld::NotGiven));
        people.judge(&id("p"), Category::Name, PAGE)
    }

    #[test]
    fn a_consent_lives_from_its_first_day_to_its_last() {
        for (consents, expected) in [
            (&[][..], Err(Withheld::NotGiven)),
            (&["2025-02-10 2025-02-10"], Ok(())),
            (&["2024-01-01 2025-02-09"], Err(Withheld::Expired)),
            (&["2025-02-11 2026-01-01"], Err(Withheld::NotBegun)),
            (&["2024-01-01 2026-01-01 2025-01-01"], Err(Withheld::Revoked)),
            (&["2024-01-01 2026-01-01 2025-03-01"], Err(Withheld::Revoked)),
            // Another consent saves the name only if it was given after the revocation.
            (&["2024-01-01 2026-01-01 2025-01-01", "2024-06-01 2026-01-01"], Err(Withheld::Revoked)),
            (&["2024-01-01 2026-01-01 2025-01-01", "2025-01-02 2026-01-01"], Ok(())),
            (&["2023-01-01 2024-01-01", "2025-01-01 2026-01-01"], Ok(())),
            (&["2023-01-01 2024-01-01", "2025-01-01 2026-01-01 https://b.example/"], Err(Withheld::Expired)),
        ] {
            assert_eq!(judged(consents), expected, "{consents:?}");
        }
    }

    #[test]
    fn an_address_covers_what_stands_below_it() {
        for (consented, expected) in [
            ("https://example.org", true),
            ("https://example.org/", true),
            ("https://example.org/practices/", true),
            ("https://example.org/practices/a.html", true),
            ("https://example.org/practices/a", false),
            ("https://example.org/reports/", false),
            ("https://example.org.evil.example/", false),
            ("https://example.or", false),
            ("http://example.org/", false),
        ] {
            assert_eq!(reaches(consented, PAGE), expected, "{consented}");
        }
    }
}
