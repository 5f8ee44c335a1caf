//! What a small site says of its numbers, and what it does not say of a hidden one.

use crate::analysis::{Amount, Analysis, analyze};
use crate::diag::Diagnostics;
use crate::model::{Id, Overrides, Period, lower};
use crate::source::Sources;
use crate::words::Catalogue;

use super::desk::Desk;
use super::footnotes::number;
use super::sentence::Subject;
use super::views::TableView;

macro_rules! texts {
    ($($path:literal),* $(,)?) => {
        [$(($path, include_str!(concat!("../../tests/sites/two-schools/", $path)))),*]
    };
}

fn sources() -> Sources {
    Sources::of_texts(&texts![
        "site.toml",
        "data/organisations.toml",
        "data/vocabulary.toml",
        "data/programmes/growth/programme.toml",
        "data/programmes/growth/indicators.toml",
        "data/programmes/growth/values/2023.toml",
        "data/programmes/growth/values/2024.toml",
    ])
}

fn id<T>(text: &str) -> Id<T> {
    Id::parse(text).unwrap()
}

const LAST: Period = Period(2024);

/// The tables of «young-support» with their notes, after something was done to what was computed.
fn tables(change: impl FnOnce(&mut Analysis)) -> (Vec<String>, Vec<TableView>) {
    let sources = sources();
    let today = "2025-02-10".parse().unwrap();
    let model = lower(&sources, &Overrides::on(today), &mut Diagnostics::default());
    let mut analysis = analyze(&model);
    change(&mut analysis);
    let words = [
        include_str!("../../themes/default/locales/sentences.ftl"),
        include_str!("../../themes/default/locales/origin.ftl"),
    ];
    let catalogue = Catalogue::parse("ru", &words).unwrap();
    let desk = Desk::new(&model, &analysis, &sources, &catalogue);
    let (programme, row) = model.programmes.iter().next().unwrap();
    let (id, indicator) = row.indicators.iter().next().unwrap();
    let subject = Subject { programme, id, indicator: &indicator.value };
    let mut tables = vec![desk.organisations_table(subject, LAST).unwrap()];
    let notes = number(&mut tables).into_iter().map(|note| note.text).collect();
    tables.extend(desk.origins(subject, Some(LAST)));
    (notes, tables)
}

/// All that a row of a table says.
fn row(table: &TableView, name: &str) -> String {
    let row = table.rows.iter().find(|row| row.cells[0].text.replace('\u{a0}', " ") == name).unwrap();
    row.cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(" | ").replace('\u{a0}', " ")
}

#[test]
fn a_number_shows_its_formula_its_line_and_its_note() {
    let (notes, tables) = tables(|_| ());
    assert!(notes.iter().any(|note| note.contains("Учтён совместитель")), "{notes:?}");
    assert_eq!(row(&tables[2], "Школа № 1"), "Школа № 1 | 9 : 26 × 100 = 34,6 % | строка 6");
    assert!(row(&tables[1], "2024").contains("сумма 2 организаций: 20 : 42 × 100 = 47,6 %"));
}

#[test]
fn a_hidden_number_has_no_formula_and_no_note() {
    let (notes, tables) = tables(|analysis| {
        let programme = analysis.programmes.get_mut(&id("growth")).unwrap();
        let dynamics = programme.dynamics.get_mut(&id("young-support")).unwrap();
        let reading = dynamics.readings.get_mut(&LAST).unwrap();
        reading.organisations.get_mut(&id("school-1")).unwrap().amount = Amount::Hidden;
        reading.total = Amount::Hidden;
    });
    assert!(!notes.iter().any(|note| note.contains("Учтён") || note.contains("сверены")), "{notes:?}");
    let said = [row(&tables[2], "Школа № 1"), row(&tables[1], "2024")].join(" ");
    assert!(!said.contains(['=', '×', '−']), "{said}");
}
