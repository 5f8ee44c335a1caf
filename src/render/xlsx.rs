//! Workbooks: sheets as the plan lists them, formatted so that nobody has to.
//!
//! The bytes depend on nothing but the data: the only clock of the format, the day of its making, is set.

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use crate::plan::downloads::{Cell, Dataset, Legend, Sheet};

/// Characters that a cell can hold.
const LONGEST_TEXT: usize = 32_767;
/// The number of A4 in the format.
const A4: u8 = 9;

/// How cells look.
struct Look {
    head: Format,
    text: Format,
    gap: Format,
    number: Format,
    year: Format,
    percent: Format,
    day: Format,
}

impl Look {
    fn new() -> Self {
        let plain = Format::new().set_align(FormatAlign::Top);
        Self {
            head: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Top)
                .set_background_color(Color::RGB(0x00DD_E8EE))
                .set_border_bottom(FormatBorder::Thin),
            text: plain.clone().set_text_wrap(),
            gap: plain.clone().set_italic().set_font_color(Color::RGB(0x0059_5959)),
            number: plain.clone().set_num_format("#,##0.##########"),
            year: plain.clone().set_num_format("0"),
            percent: plain.clone().set_num_format("0.0%"),
            day: plain.set_num_format("dd.mm.yyyy"),
        }
    }
}

/// Draws the workbook of a set.
pub fn render(dataset: &Dataset<'_>, legend: &Legend) -> Vec<u8> {
    // Texts are cut to what a cell holds and rows to what a sheet holds; nothing else of the format can be exceeded.
    draw(dataset, legend).unwrap_or_default()
}

fn draw(dataset: &Dataset<'_>, legend: &Legend) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let properties = DocProperties::new().set_title(cut(&dataset.title, 255));
    workbook.set_properties(&properties.set_creation_datetime(&date(dataset.made)?));
    let look = Look::new();
    for sheet in dataset.sheets(legend) {
        lay(workbook.add_worksheet(), sheet, (&look, legend))?;
    }
    workbook.save_to_buffer()
}

fn lay(page: &mut Worksheet, sheet: Sheet<'_>, (look, legend): (&Look, &Legend)) -> Result<(), XlsxError> {
    page.set_name(sheet.name)?;
    page.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    page.set_freeze_panes(1, sheet.fixed)?;
    let mut last = 0;
    for (column, head) in (0..).zip(&sheet.heads) {
        page.set_column_width(column, f64::from(head.width))?;
        page.write_string_with_format(0, column, &head.title, &look.head)?;
        last = column;
    }
    page.autofilter(0, 0, u32::try_from(sheet.len).unwrap_or(u32::MAX), last)?;
    for (row, cells) in (1..).zip(sheet.rows) {
        for (column, cell) in (0..).zip(cells) {
            write(page, (row, column), &cell, (look, legend))?;
        }
    }
    Ok(())
}

fn write(
    page: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell<'_>,
    (look, legend): (&Look, &Legend),
) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => return Ok(()),
        Cell::Text(text) if text.is_empty() => return Ok(()),
        // Written as a string, a formula stays a text.
        Cell::Text(text) => {
            page.write_string_with_format(row, column, cut(text, LONGEST_TEXT), &look.text)?
        }
        Cell::Word(word) => page.write_string_with_format(row, column, legend.word(word), &look.text)?,
        Cell::Gap(word) => page.write_string_with_format(row, column, legend.word(word), &look.gap)?,
        Cell::Whole(number) => page.write_number_with_format(row, column, *number, &look.number)?,
        Cell::Year(year) => page.write_number_with_format(row, column, *year, &look.year)?,
        Cell::Number(number) => page.write_number_with_format(row, column, *number, &look.number)?,
        Cell::Percent(percent) => {
            page.write_number_with_format(row, column, fraction(*percent), &look.percent)?
        }
        Cell::Day(day) => page.write_datetime_with_format(row, column, date(*day)?, &look.day)?,
    };
    Ok(())
}

/// Per cent with one decimal as a part of one, without the dust of the division.
fn fraction(percent: f64) -> f64 {
    (percent * 10.0).round() / 1000.0
}

/// A day as the format keeps it. Years before 1900 it cannot; the house reads none before 1990.
fn date(day: jiff::civil::Date) -> Result<ExcelDateTime, XlsxError> {
    let number = |part: i8| u8::try_from(part).unwrap_or_default();
    ExcelDateTime::from_ymd(
        u16::try_from(day.year()).unwrap_or_default(),
        number(day.month()),
        number(day.day()),
    )
}

/// The beginning of a text, so long that it fits.
fn cut(text: &str, longest: usize) -> &str {
    text.char_indices().nth(longest).map_or(text, |(end, _)| &text[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_per_cent_becomes_the_shortest_fraction() {
        for (percent, expected) in
            [(34.6, "0.346"), (63.2, "0.632"), (100.0, "1"), (0.0, "0"), (0.1, "0.001")]
        {
            assert_eq!(fraction(percent).to_string(), expected);
        }
    }

    #[test]
    fn a_text_is_cut_between_letters() {
        for (text, longest, expected) in [("ёж", 1, "ё"), ("ёж", 2, "ёж"), ("", 3, ""), ("абв", 0, "")]
        {
            assert_eq!(cut(text, longest), expected);
        }
    }
}
