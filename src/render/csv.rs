//! Tables for machines: UTF-8, comma, one header row (RFC 4180).

use crate::plan::Sheet;

/// Draws a table.
pub fn render(sheet: &Sheet) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    for row in &sheet.rows {
        // Writing to memory cannot fail.
        let _ = writer.write_record(row.iter().map(|cell| harmless(cell)));
    }
    writer.into_inner().unwrap_or_default()
}

/// A text that a spreadsheet would take for a formula is marked as text (OWASP, CSV injection).
fn harmless(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '@', '\t', '\r', '＝', '＋', '＠'])
        || (cell.starts_with(['-', '－']) && cell.parse::<f64>().is_err());
    if formula { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_disarmed_and_numbers_are_not() {
        let row = ["=1+1", "@x", "-cmd", "-2.5", "а, б", "\"в\""].map(str::to_owned).to_vec();
        let sheet = Sheet { href: String::new(), rows: vec![row] };
        assert_eq!(
            String::from_utf8(render(&sheet)).unwrap(),
            "'=1+1,'@x,'-cmd,-2.5,\"а, б\",\"\"\"в\"\"\"\n"
        );
    }
}
