//! `data/consents.toml`, and what the texts say of people: authors, pictures with people on them.

use toml::Spanned;
use toml::de::DeValue;

use crate::diag::{At, Diagnostic, Diagnostics, codes};
use crate::source::{Kind, Sources};
use crate::words::{folded, is_given_name, is_patronymic, is_surname};

use super::super::raw::Fields;
use super::super::{Author, Category, Consent, Consents, Identity, Person, Portrayal, Prose, SignOff};
use super::{file_of, rows, site, whole_file};

const CATEGORIES: [(&str, Category); 3] =
    [("name", Category::Name), ("photo", Category::Photo), ("contact", Category::Contact)];

/// Lowers the register. A project without one names nobody.
pub fn lower(sources: &Sources, diagnostics: &mut Diagnostics) -> Consents {
    let mut consents = Consents::default();
    let path = "data/consents.toml";
    let is_refused = diagnostics.refused_paths().any(|refused| refused == path);
    let file = file_of(sources, &Kind::Consents);
    let read = file.map(|file| {
        whole_file(file, diagnostics, |fields| {
            register(fields, &mut consents);
            Some(())
        })
    });
    if is_refused || read == Some(None) {
        consents.people.lose();
    }
    consents
}

fn register(fields: &mut Fields<'_, '_>, consents: &mut Consents) {
    rows(fields, "person", &mut consents.people, |row| {
        let (name, role, contact) = (name(row), row.text_at("role"), row.opt_text_at("contact"));
        let mut given = Vec::new();
        row.tables("consent", |mut fields| {
            given.extend(consent(&mut fields));
            fields.finish();
        });
        Some(Person { name: name?, role: role?, contact, consents: given })
    });
    fields.tables("allowed", |mut row| {
        let (text, why) = (row.text_at("text"), row.text("why"));
        row.finish();
        if let (Some(text), Some(why)) = (text, why) {
            consents.allowed.push(SignOff { text, why });
        }
    });
}

/// A person's name. The guard looks for it by its parts, so their order is part of the format.
fn name(row: &mut Fields<'_, '_>) -> Option<At<String>> {
    let name = row.text_at("name")?;
    let words: Vec<String> = name.split_whitespace().map(folded).collect();
    let is_turned = match words.as_slice() {
        [first, .., last] if is_given_name(first) => {
            is_surname(last) && !is_given_name(last) && !is_patronymic(last)
        }
        _ => false,
    };
    let is_cut = words.get(1).is_some_and(|word| is_patronymic(word))
        && !words.get(2).is_some_and(|word| is_patronymic(word));
    if is_turned || is_cut {
        row.complain(Diagnostic::at(&codes::NAME_ORDER, name.span).with("name", &name.value));
    }
    Some(name)
}

fn consent(fields: &mut Fields<'_, '_>) -> Option<Consent> {
    if fields.list("covers", "texts").is_empty() {
        fields.missing("covers");
    }
    let covers = fields.words("covers", &CATEGORIES);
    let address = fields.text_at("address").and_then(|typed| site::url(fields, "address", typed));
    let (from, until) = (fields.date("from"), fields.date("until"));
    let revoked = fields.opt_date("revoked").map(|date| date.value);
    let (from, until) = (from?, until?);
    if until.value < from.value {
        let order = Diagnostic::at(&codes::CONSENT_DATES, until.span).with("until", until.value);
        fields.complain(order.with("from", from.value).see(from.span));
        return None;
    }
    (!covers.is_empty()).then_some(Consent { covers, address: address?, from: from.value, until, revoked })
}

/// The authors of a practice; a portrait joins the text's portrayals.
pub fn authors(fields: &mut Fields<'_, '_>, prose: &mut Prose) -> Vec<Author> {
    let authors =
        fields.list("authors", "texts").into_iter().filter_map(|value| author(fields, value, prose));
    authors.collect()
}

fn author<'a>(
    fields: &mut Fields<'a, '_>,
    value: &'a Spanned<DeValue<'a>>,
    prose: &mut Prose,
) -> Option<Author> {
    let Some(mut fields) = fields.inside(value) else {
        let role = fields.read_text("authors", value)?.value;
        return Some(Author { role, identity: None });
    };
    let (role, person) = (fields.text("role"), fields.id("person"));
    let photo = fields.raw("photo").and_then(|value| fields.read_text("photo", value));
    fields.finish();
    let person = person?;
    if let Some(file) = &photo {
        prose.portrayals.push(Portrayal { file: file.clone(), people: vec![person.clone()] });
    }
    let photo = photo.map(|file| file.value);
    Some(Author { role: role?, identity: Some(Identity { person, photo }) })
}

/// Files beside a text on which people can be recognised.
pub fn portrayals(fields: &mut Fields<'_, '_>) -> Vec<Portrayal> {
    let mut portrayals = Vec::new();
    fields.tables("picture", |mut row| {
        let (file, people): (Option<At<String>>, _) = (row.text_at("file"), row.ids("people"));
        if people.is_empty() {
            row.missing("people");
        }
        row.finish();
        portrayals.extend(file.filter(|_| !people.is_empty()).map(|file| Portrayal { file, people }));
    });
    portrayals
}
