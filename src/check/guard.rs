//! The guard over personal data: what no text may publish, and what somebody must have judged.
//!
//! It reads the files as they were written, so that nothing escapes it in a comment or an unused key. The register of
//! consents is the place for names; the operator's own telephone stands in `site.toml`, where names alone are looked for.

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::diag::{Code, Diagnostic, Diagnostics, FileId, Span, codes};
use crate::model::{Id, Model, Person};
use crate::source::{Kind, SourceFile, Sources};

use super::scan::{Found, Names, What, scan};

/// Looks through all content and data.
pub fn check_texts(model: &Model, sources: &Sources, diagnostics: &mut Diagnostics) {
    let names = Names::of(&model.consents);
    let files = sources.files().filter(|(_, file)| file.kind != Kind::Consents);
    let files: Vec<(FileId, &SourceFile)> = files.collect();
    let found: Vec<Vec<Found>> = files.par_iter().map(|(_, file)| scan(&file.text, &names)).collect();
    let mut guard = Guard { model, met: BTreeSet::new(), diagnostics };
    for ((id, file), found) in files.iter().zip(found) {
        for (range, what) in found.into_iter().filter(|(_, what)| concerns(&file.kind, what)) {
            guard.judge(Span::new(*id, range.clone()), &file.text[range], &what);
        }
    }
    let paths = files.iter().map(|(_, file)| &file.path).chain(sources.blobs().iter().map(|blob| &blob.path));
    paths.for_each(|path| guard.judge_path(path, &names));
    guard.judge_sign_offs();
}

/// Settings and themes speak for the operator; but names have no place there either.
fn concerns(kind: &Kind, what: &What) -> bool {
    let is_operators = matches!(kind, Kind::Site | Kind::ThemeText | Kind::ThemeFile);
    !is_operators || matches!(what, What::Name(_) | What::Surname(_))
}

struct Guard<'a> {
    model: &'a Model,
    /// The sign-offs that let something pass.
    met: BTreeSet<&'a str>,
    diagnostics: &'a mut Diagnostics,
}

impl<'a> Guard<'a> {
    fn judge(&mut self, span: Span, text: &str, what: &What) {
        let is_final = matches!(what, What::Name(_) | What::Snils | What::Passport);
        if !is_final && (self.is_signed_off(text) || self.is_operators(text, what)) {
            return;
        }
        let contact = self.owner(text, what);
        let Some(code) = contact.map(|_| &codes::NAME_WRITTEN).or_else(|| code(what)) else { return };
        let said = if contact.is_some() { "contact" } else { "name" };
        let complaint = Diagnostic::at(code, span).with("text", shown(text, what)).with("said", said);
        self.diagnostics.push(match (contact, what) {
            (Some(person), _) => complaint.with("person", person),
            (_, What::Name(person) | What::Surname(person)) => complaint.with("person", person),
            _ => complaint,
        });
    }

    fn is_signed_off(&mut self, text: &str) -> bool {
        let sign_off = self.model.consents.allowed.iter().find(|one| one.text.value == text);
        self.met.extend(sign_off.map(|one| one.text.as_str()));
        sign_off.is_some()
    }

    /// The operator's own telephone and letters may stand in any text.
    fn is_operators(&self, text: &str, what: &What) -> bool {
        let operator = &self.model.site.operator;
        [&operator.phone, &operator.email].into_iter().flatten().any(|own| is_same(own, text, what))
    }

    /// The person of the register whose contact this is.
    fn owner(&self, text: &str, what: &What) -> Option<&'a Id<Person>> {
        let mut people = self.model.consents.people.iter();
        let owner = people.find(|(_, row)| row.contact.as_ref().is_some_and(|own| is_same(own, text, what)));
        owner.map(|(id, _)| id)
    }

    /// The names of files and folders become addresses.
    fn judge_path(&mut self, path: &str, names: &Names) {
        if let Some(person) = names.in_path(path).filter(|_| !self.is_signed_off(path)) {
            let complaint = Diagnostic::path(&codes::SURNAME_WRITTEN, path);
            self.diagnostics.push(complaint.with("text", path).with("person", person));
        }
    }

    fn judge_sign_offs(&mut self) {
        for sign_off in &self.model.consents.allowed {
            if !self.met.contains(sign_off.text.as_str()) {
                let unused = Diagnostic::at(&codes::UNUSED_SIGN_OFF, sign_off.text.span);
                self.diagnostics.push(unused.with("text", &sign_off.text.value));
            }
        }
    }
}

/// The rule that was broken; an organisation's address breaks none.
fn code(what: &What) -> Option<&'static Code> {
    Some(match what {
        What::Name(_) => &codes::NAME_WRITTEN,
        What::Surname(_) => &codes::SURNAME_WRITTEN,
        What::Snils => &codes::SNILS,
        What::Passport => &codes::PASSPORT,
        What::Phone => &codes::PHONE,
        What::PrivateEmail => &codes::PERSONAL_EMAIL,
        What::Birth => &codes::BIRTH_DATE,
        What::Pupil => &codes::PUPIL,
        What::Email => return None,
    })
}

/// What a complaint may repeat: reports are kept and sent, so of a number only its form and its end.
fn shown(text: &str, what: &What) -> String {
    if !matches!(what, What::Snils | What::Passport) {
        return text.to_owned();
    }
    let last = text.len() - 2;
    let hide = |(at, c): (usize, char)| if c.is_ascii_digit() && at < last { '•' } else { c };
    text.char_indices().map(hide).collect()
}

/// Whether a telephone or an e-mail that was found is somebody's own. A telephone is compared without its first digit,
/// which is `+7` or `8`.
fn is_same(own: &str, found: &str, what: &What) -> bool {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).skip(1).collect::<String>();
    match what {
        What::Phone => digits(own) == digits(found),
        What::Email | What::PrivateEmail => own.eq_ignore_ascii_case(found),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_complaint_hides_the_number() {
        for (text, what, expected) in [
            ("112-233-445 95", What::Snils, "•••-•••-••• 95"),
            ("18 03 № 123456", What::Passport, "•• •• № ••••56"),
            ("+7 927 555-01-01", What::Phone, "+7 927 555-01-01"),
        ] {
            assert_eq!(shown(text, &what), expected);
        }
    }

    #[test]
    fn a_telephone_is_the_same_however_it_is_written() {
        assert!(is_same("+7 (84478) 4-19-31", "88447841931", &What::Phone));
        assert!(!is_same("+7 (84478) 4-19-31", "8 (84478) 4-19-32", &What::Phone));
    }
}
