//! People: whether those who are mentioned stand in the register, and whose consent will soon end.

use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::model::{Category, Consent, Model, Person, reaches};

use super::references::known;

/// Days before its end at which a consent is worth renewing.
const SOON: i32 = 60;

/// Everybody whom a text mentions or shows is in the register.
pub fn check_mentions(model: &Model, diagnostics: &mut Diagnostics) {
    let people = &model.consents.people;
    let authors = model.practices.iter().flat_map(|(_, row)| &row.value.authors);
    for identity in authors.filter_map(|author| author.identity.as_ref()) {
        known("person", people, &identity.person, diagnostics);
    }
    for prose in model.proses() {
        for (range, mention) in &prose.mentions {
            known("person", people, &prose.at(range, mention.person.clone()), diagnostics);
        }
        for person in prose.portrayals.iter().flat_map(|portrayal| &portrayal.people) {
            known("person", people, person, diagnostics);
        }
    }
}

/// Consents that end soon, unless others take over all that they cover.
pub fn check_terms(model: &Model, diagnostics: &mut Diagnostics) {
    for (id, person) in model.consents.people.iter() {
        for consent in person.consents.iter().filter(|consent| consent.from <= model.site.date) {
            let Ok(left) = model.site.date.until(consent.until.value).map(|span| span.get_days()) else {
                continue;
            };
            let mut covers = consent.covers.iter();
            if (0..=SOON).contains(&left) && covers.any(|category| ends(person, consent, *category)) {
                let ends = Diagnostic::at(&codes::CONSENT_ENDS, consent.until.span).with("person", id);
                diagnostics.push(ends.with("date", consent.until.value).with("days", left));
            }
        }
    }
}

/// Whether a category lives by a consent, and by no other one at the same address on the day after it.
fn ends(person: &Person, consent: &Consent, category: Category) -> bool {
    let covers = |other: &&Consent| other.covers.contains(&category) && !person.has_revoked(other, category);
    let next = consent.until.value.tomorrow().unwrap_or(consent.until.value);
    let lives = |other: &Consent| other.from <= next && next <= other.until.value;
    let mut others = person.consents.iter().filter(covers);
    covers(&consent) && !others.any(|other| lives(other) && reaches(&other.address, &consent.address))
}
