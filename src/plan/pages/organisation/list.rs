//! The list of organisations: a table a kind, each row with where the organisation stands.

use crate::model::{Id, Kind, Organisation};
use crate::words::natural;

use super::super::super::desk::Desk;
use super::super::super::tables::{cell, link, numbers, row, words};
use super::super::super::views::{Content, Group, RowView, TableView, TablesView};
use super::super::super::{Page, route};
use super::super::shared::{page, section};
use super::passport::{Standing, standing};

/// The page.
pub fn list<'a>(desk: &Desk<'a>) -> Vec<Page<'a>> {
    let kinds = desk.model.vocabulary.kinds.iter();
    let tables = kinds.filter_map(|(kind, about)| {
        let rows = rows(desk, kind);
        let title = about.title.clone();
        let table = TableView { caption: title.clone(), columns: columns(desk), rows, notes: Vec::new() };
        let anchor = kind.to_string();
        (!table.rows.is_empty()).then(|| Group { title, anchor, items: vec![table] })
    });
    let intro = desk.word("organisations-intro");
    let view = TablesView { intro: intro.clone(), tables: tables.collect(), ..TablesView::default() };
    let head =
        desk.head(route::ORGANISATIONS, section::ORGANISATIONS, desk.word("organisations-title"), intro);
    vec![page(route::ORGANISATIONS.to_owned(), head, Content::Tables(view))]
}

fn columns(desk: &Desk<'_>) -> Vec<super::super::super::views::ColumnView> {
    let counts = [
        "col-of-staff",
        "col-of-reached",
        "col-of-on-the-way",
        "col-of-behind",
        "col-of-unjudged",
        "col-of-practices",
    ];
    let counts = counts.map(|column| numbers(desk.word(column)));
    [words(desk.word("col-organisation"))].into_iter().chain(counts).collect()
}

fn rows(desk: &Desk<'_>, kind: &Id<Kind>) -> Vec<RowView> {
    let mut of_kind: Vec<(&Id<Organisation>, &Organisation)> = desk
        .model
        .organisations
        .iter()
        .filter(|(_, row)| row.kind.value == *kind)
        .map(|(id, row)| (id, &row.value))
        .collect();
    of_kind.sort_by_key(|(_, row)| natural(&row.short));
    of_kind.into_iter().map(|(id, organisation)| organisation_row(desk, id, organisation)).collect()
}

fn organisation_row(desk: &Desk<'_>, id: &Id<Organisation>, organisation: &Organisation) -> RowView {
    let Standing { reached, on_the_way, behind, unjudged } =
        desk.latest_periods().map(|latest| standing(desk, id, latest)).sum();
    let practices = desk.born.get(id).map_or(0, Vec::len);
    let counts = [organisation.staff as usize, reached, on_the_way, behind, unjudged, practices];
    let name = link(organisation.short.clone(), route::organisation(id));
    row([name].into_iter().chain(counts.map(|n| cell(crate::words::grouped(n)))).collect())
}
