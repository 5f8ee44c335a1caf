//! A table in a text: in a box that scrolls by itself, each cell as its column is set.

use pulldown_cmark::Alignment;

use super::Writer;

/// A table whose end has not come yet.
pub(super) struct Table {
    alignments: Vec<Alignment>,
    column: usize,
    /// How a cell is called where the drawing stands.
    cell: &'static str,
}

impl Table {
    /// Whether the drawing stands in the head.
    pub(super) fn is_in_head(&self) -> bool {
        self.cell == "th"
    }
}

impl Writer<'_, '_> {
    /// Those who listen go from box to box by their names, so no two have the same one.
    pub(super) fn table(&mut self, alignments: Vec<Alignment>) {
        self.table = Some(Table { alignments, column: 0, cell: "td" });
        self.table_number += 1;
        let (label, number) = (&self.labels.table, self.table_number);
        self.html(format!(
            "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{label} {number}\"><table>"
        ));
    }

    pub(super) fn end_table(&mut self) {
        self.table = None;
        self.html("</tbody></table></div>\n");
    }

    pub(super) fn table_head(&mut self) {
        self.set_cell("th");
        self.html("<thead><tr>");
    }

    pub(super) fn end_table_head(&mut self) {
        self.set_cell("td");
        self.html("</tr></thead><tbody>\n");
    }

    fn set_cell(&mut self, cell: &'static str) {
        if let Some(table) = &mut self.table {
            table.cell = cell;
            table.column = 0;
        }
    }

    pub(super) fn cell(&mut self) {
        self.typographer.restart();
        let Some(table) = &mut self.table else { return };
        let class = match table.alignments.get(table.column) {
            Some(Alignment::Right) => " class=\"align-right\"",
            Some(Alignment::Center) => " class=\"align-center\"",
            _ => "",
        };
        let scope = if table.is_in_head() { " scope=\"col\"" } else { "" };
        let open = format!("<{}{scope}{class}>", table.cell);
        table.column = (table.column + 1) % table.alignments.len().max(1);
        self.html(open);
    }

    pub(super) fn end_cell(&mut self) {
        let cell = self.table.as_ref().map_or("td", |table| table.cell);
        self.html(format!("</{cell}>"));
    }
}
