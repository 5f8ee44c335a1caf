//! People: what they consented to, and where the project speaks of them.
//!
//! A name, a photo or a contact is published only while a consent to dissemination lives (152-ФЗ, article 10.1): it names
//! the categories of data, the address where they are published, and its term. Everywhere else a person is a role.

use jiff::civil::Date;

use crate::diag::At;

use super::{Id, Table};

/// What may be published of a person, each only by a consent to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Category {
    /// The name.
    Name,
    /// A picture on which the person can be recognised.
    Photo,
    /// A telephone or an e-mail.
    Contact,
}

/// A person's consent to dissemination.
#[derive(Debug)]
pub struct Consent {
    /// What it covers; never empty.
    pub covers: Vec<Category>,
    /// The address for which it was given: of a site, a folder or a page.
    pub address: String,
    /// Its first day.
    pub from: Date,
    /// Its last day, not before the first.
    pub until: At<Date>,
    /// When the person took it back.
    pub revoked: Option<Date>,
}

/// Whether an address is the one of a consent, or stands below it.
pub fn reaches(consented: &str, address: &str) -> bool {
    let rest = address.strip_prefix(consented.trim_end_matches('/'));
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// A person of the register: the one place of the project where a name stands.
#[derive(Debug)]
pub struct Person {
    /// Surname, first name, patronymic.
    pub name: At<String>,
    /// What is said in place of the name.
    pub role: At<String>,
    /// A telephone or an e-mail.
    pub contact: Option<At<String>>,
    /// Consents, in the order in which they are written.
    pub consents: Vec<Consent>,
}

impl Person {
    /// Whether a consent to a category was taken back. What is taken back is the dissemination of the data, so a
    /// revocation ends every consent given before. A day that is written down has come: a site with a fixed date must
    /// not wait for it.
    pub fn has_revoked(&self, consent: &Consent, category: Category) -> bool {
        let same = self.consents.iter().filter(|other| other.covers.contains(&category));
        let last = same.filter_map(|other| other.revoked).max();
        consent.revoked.is_some() || last.is_some_and(|day| consent.from <= day)
    }
}

/// A warning of the guard that was judged and may stand.
#[derive(Debug)]
pub struct SignOff {
    /// What the guard found, letter by letter.
    pub text: At<String>,
    /// Why it may be published.
    pub why: String,
}

/// The register of `data/consents.toml`.
#[derive(Debug, Default)]
pub struct Consents {
    /// People.
    pub people: Table<Person>,
    /// What the guard was told to let pass.
    pub allowed: Vec<SignOff>,
}

/// An author of a practice: a role, and perhaps a person behind it.
#[derive(Debug)]
pub struct Author {
    /// What is said while no consent lives.
    pub role: String,
    /// Who that is.
    pub identity: Option<Identity>,
}

/// The person behind an author.
#[derive(Debug)]
pub struct Identity {
    /// Who.
    pub person: At<Id<Person>>,
    /// A portrait beside the text. It is among the text's portrayals too.
    pub photo: Option<String>,
}

/// A file on which people can be recognised. It is published while all of them consent.
#[derive(Clone, Debug)]
pub struct Portrayal {
    /// The file beside the text.
    pub file: At<String>,
    /// Who is on it; never empty.
    pub people: Vec<At<Id<Person>>>,
}
