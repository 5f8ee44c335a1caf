//! People: whether those who are mentioned stand in the register, and whose consent will soon end.

use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::model::{Consent, Model};

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

/// Consents that end soon, unless another one takes over.
pub fn check_terms(model: &Model, diagnostics: &mut Diagnostics) {
    for (id, person) in model.consents.people.iter() {
        for consent in &person.consents {
            let Ok(left) = model.site.date.until(consent.until.value).map(|span| span.get_days()) else {
                continue;
            };
            let lives = consent.revoked.is_none() && consent.from <= model.site.date;
            let renewed = || person.consents.iter().any(|other| takes_over(other, consent));
            if lives && (0..=SOON).contains(&left) && !renewed() {
                let ends = Diagnostic::at(&codes::CONSENT_ENDS, consent.until.span).with("person", id);
                diagnostics.push(ends.with("date", consent.until.value).with("days", left));
            }
        }
    }
}

/// Whether a consent to the same begins before another one ends, and outlives it.
fn takes_over(other: &Consent, ending: &Consent) -> bool {
    let in_time = ending.until.value.tomorrow().is_ok_and(|next| other.from <= next);
    other.revoked.is_none()
        && in_time
        && other.until.value > ending.until.value
        && other.address == ending.address
        && ending.covers.iter().all(|category| other.covers.contains(category))
}
