//! The guard over personal data: what no text may publish, and what somebody must have judged.
//!
//! It reads the files as they were written, so that nothing escapes it in a comment or an unused key. `site.toml` is the
//! operator's own, and the register of consents is the place for names.

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::diag::{Code, Diagnostic, Diagnostics, FileId, Span, codes};
use crate::model::Model;
use crate::source::{Kind, SourceFile, Sources};

use super::scan::{Found, Names, What, scan};

/// Looks through all content and data.
pub fn check_texts(model: &Model, sources: &Sources, diagnostics: &mut Diagnostics) {
    let names = Names::of(&model.consents);
    let files: Vec<(FileId, &SourceFile)> =
        sources.files().filter(|(_, file)| is_guarded(&file.kind)).collect();
    let found: Vec<Vec<Found>> = files.par_iter().map(|(_, file)| scan(&file.text, &names)).collect();
    let mut guard = Guard { model, met: BTreeSet::new(), diagnostics };
    for ((id, file), found) in files.iter().zip(found) {
        for (range, what) in found {
            guard.judge(Span::new(*id, range.clone()), &file.text[range], &what);
        }
    }
    guard.judge_paths(sources, &names);
    guard.judge_sign_offs();
}

fn is_guarded(kind: &Kind) -> bool {
    !matches!(kind, Kind::Site | Kind::Consents | Kind::ThemeText | Kind::ThemeFile)
}

struct Guard<'a> {
    model: &'a Model,
    /// The sign-offs that let something pass.
    met: BTreeSet<&'a str>,
    diagnostics: &'a mut Diagnostics,
}

impl<'a> Guard<'a> {
    fn judge(&mut self, span: Span, text: &str, what: &What) {
        let (code, is_final) = code(what);
        if !is_final && (self.is_signed_off(text) || self.is_operators(text, what)) {
            return;
        }
        let complaint = Diagnostic::at(code, span).with("text", shown(text, what));
        self.diagnostics.push(match what {
            What::Name(person) | What::Surname(person) => complaint.with("person", person),
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
        match what {
            What::Phone => operator.phone.as_ref().is_some_and(|own| same_phone(own, text)),
            What::Email => operator.email.as_ref().is_some_and(|own| own.eq_ignore_ascii_case(text)),
            _ => false,
        }
    }

    /// The names of files and folders become addresses.
    fn judge_paths(&mut self, sources: &Sources, names: &Names) {
        let files = sources.files().filter(|(_, file)| is_guarded(&file.kind)).map(|(_, file)| &file.path);
        let blobs = sources.blobs().iter().filter(|blob| is_guarded(&blob.kind)).map(|blob| &blob.path);
        for path in files.chain(blobs) {
            if let Some(person) = names.in_path(path).filter(|_| !self.is_signed_off(path)) {
                let complaint = Diagnostic::path(&codes::SURNAME_WRITTEN, path);
                self.diagnostics.push(complaint.with("text", path).with("person", person));
            }
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

/// The rule, and whether nobody can sign it off.
fn code(what: &What) -> (&'static Code, bool) {
    match what {
        What::Name(_) => (&codes::NAME_WRITTEN, true),
        What::Snils => (&codes::SNILS, true),
        What::Passport => (&codes::PASSPORT, true),
        What::Surname(_) => (&codes::SURNAME_WRITTEN, false),
        What::Phone => (&codes::PHONE, false),
        What::Email => (&codes::PERSONAL_EMAIL, false),
        What::Birth => (&codes::BIRTH_DATE, false),
        What::Pupil => (&codes::PUPIL, false),
    }
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

/// Two spellings of one number: without the first digit, which is `+7` or `8`.
fn same_phone(one: &str, other: &str) -> bool {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).skip(1).collect::<String>();
    digits(one) == digits(other)
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
        assert!(same_phone("+7 (84478) 4-19-31", "88447841931"));
        assert!(!same_phone("+7 (84478) 4-19-31", "8 (84478) 4-19-32"));
    }
}
