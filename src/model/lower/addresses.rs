//! `data/addresses.toml`: the register of published addresses.

use crate::diag::{At, Diagnostic, Diagnostics, codes};
use crate::source::{Kind, Sources};

use super::super::raw::Fields;
use super::super::{Address, Addresses, Withdrawn};
use super::{file_of, whole_file};

/// Lowers the register; a project may have none.
pub fn lower(sources: &Sources, diagnostics: &mut Diagnostics) -> Option<Addresses> {
    whole_file(file_of(sources, &Kind::Addresses)?, diagnostics, |fields| {
        let list = fields.raw("published").map(|value| fields.place(value));
        if list.is_none() {
            let span = fields.span();
            fields.complain(Diagnostic::at(&codes::MISSING_KEY, span).with("key", "published"));
        }
        let published = fields.texts_at("published");
        let published = published.into_iter().filter_map(|typed| address(fields, &typed)).collect();
        let withdrawn = withdrawn(fields);
        Some(Addresses { list: list?, published, withdrawn })
    })
}

fn withdrawn(fields: &mut Fields<'_, '_>) -> Vec<Withdrawn> {
    let mut withdrawn: Vec<Withdrawn> = Vec::new();
    fields.tables("withdrawn", |mut row| {
        let (typed, date, reason) = (row.text_at("address"), row.date("date"), row.text("reason"));
        let instead = row.opt_text_at("instead").and_then(|typed| address(&mut row, &typed));
        let address = typed.and_then(|typed| address(&mut row, &typed));
        if let (Some(address), Some(date), Some(reason)) = (address, date, reason) {
            let first = withdrawn.iter().find(|other| other.address.value == address.value);
            match first.map(|first| first.address.span) {
                Some(first) => row.complain(
                    Diagnostic::at(&codes::DUPLICATE_ITEM, address.span)
                        .with("item", &address.value)
                        .see(first),
                ),
                None => withdrawn.push(Withdrawn { address, date: date.value, reason, instead }),
            }
        }
        row.finish();
    });
    withdrawn
}

fn address(fields: &mut Fields<'_, '_>, typed: &At<String>) -> Option<At<Address>> {
    let address = Address::parse(&typed.value);
    if address.is_none() {
        let complaint = Diagnostic::at(&codes::NO_ADDRESS, typed.span).with("problem", "form");
        fields.complain(complaint.with("address", &typed.value));
    }
    address.map(|address| At::new(address, typed.span))
}
