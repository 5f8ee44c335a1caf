//! A QR code as one path: what is printed leads back to the page.

use std::fmt::Write;

use fast_qr::{ECL, QRBuilder, QRCode};

/// Empty modules that a reader needs around the code.
const QUIET: usize = 4;

/// Draws a code, black on white in any colours of the page; an address too long for one has none. Whoever cannot see it
/// reads the address beside it.
pub fn svg(address: &str) -> String {
    let Ok(code) = QRBuilder::new(address).ecl(ECL::M).build() else { return String::new() };
    let side = code.size + 2 * QUIET;
    let path = path(&code);
    format!(
        "<svg class=\"qr\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\" aria-hidden=\"true\" focusable=\"false\"><rect width=\"{side}\" height=\"{side}\" fill=\"#fff\"/><path stroke=\"#000\" d=\"{path}\"/></svg>"
    )
}

/// A stroke for every run of dark modules, row by row.
fn path(code: &QRCode) -> String {
    let mut path = String::new();
    for row in 0..code.size {
        let is_dark = |column: usize| column < code.size && code[row][column].value();
        let mut pen = None;
        let mut column = 0;
        while column < code.size {
            let start = column;
            while is_dark(column) {
                column += 1;
            }
            if column > start {
                // The first run of a row is placed, the others follow the pen.
                let _ = match pen {
                    None => write!(path, "M{} {}.5", start + QUIET, row + QUIET),
                    Some(pen) => write!(path, "m{} 0", start - pen),
                };
                let _ = write!(path, "h{}", column - start);
                pen = Some(column);
            }
            column += 1;
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_small_quiet_and_whole() {
        let drawn = svg("https://metod.leninsky.example/practices/mentor-pair-subject-psychologist.html");
        assert!(drawn.len() <= 3 * 1024, "{} bytes", drawn.len());
        // Version 5 has 37 modules a side; with four quiet ones on each side 45.
        assert!(drawn.contains("viewBox=\"0 0 45 45\""));
        // The upper left eye begins where the quiet zone ends: seven dark modules, then a light one.
        assert!(drawn.contains(" d=\"M4 4.5h7m"));
    }

    #[test]
    fn an_address_too_long_for_a_code_has_none() {
        assert_eq!(svg(&"a".repeat(3000)), "");
    }
}
