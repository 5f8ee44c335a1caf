//! `site.toml`, and what the command line says in its place.

use crate::diag::{At, Diagnostic, Diagnostics, codes};
use crate::source::{Kind, Sources};

use super::super::raw::Fields;
use super::super::{Dates, Operator, Site, Standing};
use super::{Overrides, file_of, whole_file};

/// Lowers the settings. Without them nothing is published, so a placeholder serves until the door.
pub fn lower(sources: &Sources, overrides: &Overrides, diagnostics: &mut Diagnostics) -> Site {
    file_of(sources, &Kind::Site)
        .and_then(|file| whole_file(file, diagnostics, |fields| site(fields, overrides)))
        .unwrap_or_else(|| Site {
            title: String::new(),
            language: "ru".to_owned(),
            base_url: "/".to_owned(),
            date: overrides.today,
            standing: Standing::Real,
            edition: overrides.edition,
            smallest: SMALLEST,
            dates: Dates::default(),
            theme: "default".to_owned(),
            repository: None,
            operator: Operator::default(),
        })
}

fn site(fields: &mut Fields<'_, '_>, overrides: &Overrides) -> Option<Site> {
    let title = fields.text("title");
    let language = fields.opt_text("language");
    let base_url = base_url(fields, overrides);
    let date = fields.opt_date("date").map(|date| date.value);
    let standing = if fields.flag("demo") { Standing::Demonstration } else { Standing::Real };
    let smallest = fields.table("disclosure", smallest).unwrap_or(SMALLEST);
    let dates = dates(fields);
    let theme = fields.opt_text("theme").unwrap_or_else(|| "default".to_owned());
    let repository = repository(fields);
    let operator = operator(fields);
    Some(Site {
        title: title?,
        language: language.unwrap_or_else(|| "ru".to_owned()),
        base_url: base_url?,
        date: overrides.date.or(date).unwrap_or(overrides.today),
        standing,
        edition: overrides.edition,
        smallest,
        dates,
        theme,
        repository,
        operator: operator?,
    })
}

/// Cells of fewer people are hidden, unless the settings say otherwise.
const SMALLEST: u32 = 5;
/// Below three nothing is hidden: of two people each knows the other.
const SMALLEST_EVER: u32 = 3;

fn smallest(mut fields: Fields<'_, '_>) -> Option<u32> {
    let place = fields.raw("smallest").map(|value| fields.place(value));
    let smallest = fields.opt_count("smallest");
    if let (Some(0..SMALLEST_EVER), Some(place)) = (smallest, place) {
        let complaint = Diagnostic::at(&codes::BAD_NUMBER, place).with("key", "smallest");
        fields.complain(complaint.with("expected", "smallest"));
    }
    fields.finish();
    smallest
}

fn dates(fields: &mut Fields<'_, '_>) -> Dates {
    let asked = fields.raw("dates").map(|value| fields.place(value));
    let from_git = fields.opt_word("dates", &[("front-matter", false), ("git", true)]);
    match (from_git, asked) {
        (Some(true), Some(asked)) => Dates::Git { asked },
        _ => Dates::FrontMatter,
    }
}

fn base_url(fields: &mut Fields<'_, '_>, overrides: &Overrides) -> Option<String> {
    let mut typed = fields.text_at("base_url")?;
    if let Some(url) = &overrides.base_url {
        typed.value.clone_from(url);
    }
    Some(folder(url(fields, "base_url", typed)?))
}

fn repository(fields: &mut Fields<'_, '_>) -> Option<String> {
    fields.raw("repository")?;
    let typed = fields.text_at("repository")?;
    Some(folder(url(fields, "repository", typed)?))
}

/// An address under which others lie.
fn folder(url: String) -> String {
    if url.ends_with('/') { url } else { format!("{url}/") }
}

/// An address of the web, written in full.
pub fn url(fields: &mut Fields<'_, '_>, key: &'static str, typed: At<String>) -> Option<String> {
    let url = typed.value;
    let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")).unwrap_or_default();
    let odd = |c: char| c.is_whitespace() || "\"'<>?#\\".contains(c);
    if host.is_empty() || host.starts_with('/') || url.contains(odd) {
        fields.complain(
            Diagnostic::at(&codes::WRONG_TYPE, typed.span)
                .with("key", key)
                .with("expected", "url")
                .with("found", "text"),
        );
        return None;
    }
    Some(url)
}

fn operator(fields: &mut Fields<'_, '_>) -> Option<Operator> {
    if fields.raw("operator").is_none() {
        let span = fields.span();
        fields.complain(Diagnostic::at(&codes::MISSING_KEY, span).with("key", "operator"));
    }
    fields.table("operator", |mut fields| {
        let name = fields.text("name");
        let short = fields.opt_text("short");
        let operator = Operator {
            name: name.clone().unwrap_or_default(),
            short: short.or_else(|| name.clone()).unwrap_or_default(),
            address: fields.opt_text("address"),
            phone: fields.opt_text("phone"),
            email: fields.opt_text("email"),
            inn: fields.opt_text("inn"),
            hours: fields.opt_text("hours"),
        };
        fields.finish();
        name.map(|_| operator)
    })
}
