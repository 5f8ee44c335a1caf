//! The guard over personal data: what no text may publish, and what somebody must have judged.
//!
//! It reads the files as they were written, so that nothing escapes it in a comment or an unused key, and once more with
//! entities and escapes undone, as readers get them (`scan/decoded.rs`). The register of consents is the place for names
//! and contacts, but not for those in a role, which is published. The operator's own telephone stands in `site.toml`,
//! where names alone are looked for.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::diag::{Code, Diagnostic, Diagnostics, FileId, Span, codes};
use crate::model::{Consents, Id, Model, Person};
use crate::source::{Kind, SourceFile, Sources};

use super::scan::{Names, Seen, What, scan};

/// Looks through all content and data.
pub fn check_texts(model: &Model, sources: &Sources, diagnostics: &mut Diagnostics) {
    let names = Names::of(&model.consents);
    let files: Vec<(FileId, &SourceFile)> = sources.files().collect();
    let look = |(_, file): &(FileId, &SourceFile)| scan(&file.text, &names, model.site.date.year());
    let seen: Vec<Vec<Seen>> = files.par_iter().map(look).collect();
    let mut guard = Guard::of(model, diagnostics);
    for ((id, file), seen) in files.iter().zip(seen) {
        for seen in seen {
            let span = Span::new(*id, seen.range.clone());
            if concerns(&file.kind, &seen.what, span, &model.consents) {
                guard.judge(span, &seen);
            }
        }
    }
    let texts = files.iter().filter(|(_, file)| file.kind != Kind::Consents).map(|(_, file)| &file.path);
    texts
        .chain(sources.blobs().iter().map(|blob| &blob.path))
        .for_each(|path| guard.judge_path(path, &names));
    guard.judge_ids(&names);
    guard.judge_sign_offs();
}

/// Settings and themes speak for the operator; but names have no place there either. Of the register only roles are for
/// readers; numbers that no consent covers stand nowhere.
fn concerns(kind: &Kind, what: &What, span: Span, consents: &Consents) -> bool {
    let holds = |role: Span| role.file == span.file && role.start <= span.start && span.end <= role.end;
    match kind {
        Kind::Site | Kind::ThemeText | Kind::ThemeFile => what.is_name(),
        Kind::Consents => {
            matches!(what, What::Snils | What::Passport)
                || consents.people.iter().any(|(_, row)| holds(row.role.span))
        }
        _ => true,
    }
}

/// What became of a sign-off.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Met {
    /// What it names cannot be let pass.
    Final,
    /// It lets something pass.
    Passed,
}

struct Guard<'a> {
    model: &'a Model,
    /// Telephones and e-mails of the register.
    contacts: BTreeMap<String, &'a Id<Person>>,
    /// Those of the operator, which may stand in any text.
    operators: BTreeSet<String>,
    /// The sign-offs that met something.
    met: BTreeSet<(&'a str, Met)>,
    diagnostics: &'a mut Diagnostics,
}

impl<'a> Guard<'a> {
    fn of(model: &'a Model, diagnostics: &'a mut Diagnostics) -> Self {
        let people = model.consents.people.iter();
        let contacts = people.filter_map(|(id, row)| Some((id, row.contact.as_ref()?)));
        let contacts =
            contacts.flat_map(|(id, own)| own_numbers(own).into_iter().map(move |number| (number, id)));
        let operator = &model.site.operator;
        let operators = [&operator.phone, &operator.email].into_iter().flatten();
        Self {
            model,
            contacts: contacts.collect(),
            operators: operators.flat_map(|own| own_numbers(own)).collect(),
            met: BTreeSet::new(),
            diagnostics,
        }
    }

    fn judge(&mut self, span: Span, seen: &Seen) {
        let Seen { text, what, .. } = seen;
        let is_final = matches!(what, What::Name(_) | What::Snils | What::Passport);
        let is_signed_off = self.is_signed_off(text, if is_final { Met::Final } else { Met::Passed });
        let number = own_number(text, what);
        if !is_final
            && (is_signed_off || number.as_ref().is_some_and(|number| self.operators.contains(number)))
        {
            return;
        }
        let contact = number.and_then(|number| self.contacts.get(&number).copied());
        let Some(code) = contact.map(|_| &codes::NAME_WRITTEN).or_else(|| code(what)) else { return };
        let said = match what {
            _ if contact.is_some() => "contact",
            What::Part(_) => "part",
            _ => "name",
        };
        let complaint = Diagnostic::at(code, span).with("text", shown(text, what)).with("said", said);
        self.diagnostics.push(match (contact, what) {
            (Some(person), _) => complaint.with("person", person),
            (_, What::Name(person) | What::Surname(person) | What::Part(person)) => {
                complaint.with("person", person)
            }
            _ => complaint,
        });
    }

    fn is_signed_off(&mut self, text: &str, met: Met) -> bool {
        let said = said(text);
        let sign_off = self.model.consents.allowed.iter().find(|one| self::said(&one.text) == said);
        self.met.extend(sign_off.map(|one| (one.text.as_str(), met)));
        sign_off.is_some()
    }

    /// The names of files and folders become addresses.
    fn judge_path(&mut self, path: &str, names: &Names) {
        let Some(person) = names.in_address(path).next() else { return };
        if !self.is_signed_off(path, Met::Passed) {
            let complaint = Diagnostic::path(&codes::SURNAME_WRITTEN, path).with("said", "name");
            self.diagnostics.push(complaint.with("text", path).with("person", person));
        }
    }

    /// Ids stand in receipts and in the addresses of parts of a page.
    fn judge_ids(&mut self, names: &Names) {
        for (id, row) in self.model.consents.people.iter().filter(|(id, _)| names.tells(id)) {
            self.diagnostics.push(Diagnostic::at(&codes::TELLING_ID, row.span).with("person", id));
        }
    }

    fn judge_sign_offs(&mut self) {
        for sign_off in &self.model.consents.allowed {
            let met = |met: Met| self.met.contains(&(sign_off.text.as_str(), met));
            let reason = if met(Met::Final) { "final" } else { "gone" };
            if !met(Met::Passed) {
                let unused = Diagnostic::at(&codes::UNUSED_SIGN_OFF, sign_off.text.span);
                self.diagnostics.push(unused.with("text", &sign_off.text.value).with("reason", reason));
            }
        }
    }
}

/// The rule that was broken; an organisation's address breaks none.
fn code(what: &What) -> Option<&'static Code> {
    Some(match what {
        What::Name(_) => &codes::NAME_WRITTEN,
        What::Surname(_) | What::Part(_) => &codes::SURNAME_WRITTEN,
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
        return said(text);
    }
    let last = text.len() - 2;
    let hide = |(at, c): (usize, char)| if c.is_ascii_digit() && at < last { '•' } else { c };
    text.char_indices().map(hide).collect()
}

/// A text as a report shows it, on one line: a space that does not break cannot be told from another by eye.
fn said(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A telephone or an e-mail, the same however it is written: a telephone without its first digit, `+7` or `8`.
fn own_number(text: &str, what: &What) -> Option<String> {
    match what {
        What::Phone => Some(text.chars().filter(char::is_ascii_digit).skip(1).collect()),
        What::Email | What::PrivateEmail => Some(text.to_lowercase()),
        _ => None,
    }
}

/// All of them in somebody's contact, whatever stands beside them: «8 (84478) 4-19-31, доб. 2».
fn own_numbers(contact: &str) -> Vec<String> {
    let seen = scan(contact, &Names::default(), 0);
    seen.into_iter().filter_map(|one| own_number(&one.text, &one.what)).collect()
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
            ("Анна\n  Петровна", What::Part(String::new()), "Анна Петровна"),
        ] {
            assert_eq!(shown(text, &what), expected);
        }
    }

    #[test]
    fn a_contact_is_the_same_however_it_is_written() {
        for (contact, expected) in [
            ("+7 (84478) 4-19-31", &["8447841931"][..]),
            ("8 (84478) 4-19-31, доб. 2", &["8447841931"]),
            ("тел.88447841931, Zhivova@school-1.example", &["8447841931", "zhivova@school-1.example"]),
            ("в учительской", &[]),
        ] {
            assert_eq!(own_numbers(contact), expected, "{contact}");
        }
    }
}
