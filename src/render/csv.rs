//! CSV, in two dialects: for machines (UTF-8, comma, RFC 4180), and for a Russian Excel.

use std::borrow::Cow;

use crate::plan::downloads::{Cell, Dataset, Legend, MACHINE, READER};
use crate::words::iso;

/// What Excel wants to see first, lest it takes UTF-8 for windows-1251.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Draws the values for machines.
pub fn values(dataset: &Dataset<'_>) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    put(&mut writer, MACHINE.iter().map(|column| column.about().0.into()));
    for row in dataset.rows() {
        let cells = MACHINE.map(|column| column.cell(&row));
        put(&mut writer, cells.into_iter().map(for_machines));
    }
    writer.into_inner().unwrap_or_default()
}

/// Draws the values as a Russian Excel opens them by a double click: semicolons, decimal commas, words for gaps.
pub fn reader_values(dataset: &Dataset<'_>, legend: &Legend) -> Vec<u8> {
    let mut dialect = csv::WriterBuilder::new();
    dialect.delimiter(b';').terminator(csv::Terminator::CRLF);
    let mut writer = dialect.from_writer(BYTE_ORDER_MARK.to_vec());
    put(&mut writer, READER.iter().map(|column| legend.column(*column).into()));
    for row in dataset.rows() {
        let cells = READER.map(|column| column.cell(&row));
        put(&mut writer, cells.into_iter().map(|cell| for_readers(cell, legend)));
    }
    writer.into_inner().unwrap_or_default()
}

/// Draws a small table.
pub fn table(rows: &[Vec<String>]) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        put(&mut writer, row.iter().map(|cell| harmless(cell.into())));
    }
    writer.into_inner().unwrap_or_default()
}

fn put<'c>(writer: &mut csv::Writer<Vec<u8>>, row: impl Iterator<Item = Cow<'c, str>>) {
    // Writing to memory cannot fail.
    let _ = row.into_iter().try_for_each(|cell| writer.write_field(cell.as_ref()));
    let _ = writer.write_record(None::<&[u8]>);
}

fn for_machines(cell: Cell<'_>) -> Cow<'_, str> {
    match cell {
        Cell::Empty | Cell::Gap(_) => "".into(),
        Cell::Text(text) => harmless(text),
        Cell::Word(word) => word.into(),
        Cell::Whole(number) => number.to_string().into(),
        Cell::Year(year) => year.to_string().into(),
        Cell::Number(number) | Cell::Percent(number) => number.to_string().into(),
        Cell::Day(day) => iso(day).into(),
    }
}

fn for_readers<'c>(cell: Cell<'c>, legend: &'c Legend) -> Cow<'c, str> {
    match cell {
        Cell::Word(word) | Cell::Gap(word) => legend.word(word).into(),
        Cell::Number(number) | Cell::Percent(number) => number.to_string().replace('.', ",").into(),
        Cell::Day(day) => format!("{:02}.{:02}.{}", day.day(), day.month(), day.year()).into(),
        other => for_machines(other),
    }
}

/// A text that a spreadsheet would take for a formula is marked as text (OWASP, CSV injection). A number is none.
fn harmless(cell: Cow<'_, str>) -> Cow<'_, str> {
    let starts = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if starts && cell.parse::<f64>().is_err() { format!("'{cell}").into() } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_disarmed_and_numbers_are_not() {
        let row = ["=1+1", "@x", "-cmd", "-2.5", "+70000000000", "а, б", "\"в\""].map(str::to_owned).to_vec();
        assert_eq!(
            String::from_utf8(table(&[row])).unwrap(),
            "'=1+1,'@x,'-cmd,-2.5,+70000000000,\"а, б\",\"\"\"в\"\"\"\n"
        );
    }

    #[test]
    fn a_number_is_never_taken_for_a_formula() {
        assert_eq!(for_machines(Cell::Number(-2.5)), "-2.5");
        assert_eq!(for_machines(Cell::Percent(63.2)), "63.2");
        assert_eq!(for_machines(Cell::Text("-2.5%".into())), "'-2.5%");
    }
}
