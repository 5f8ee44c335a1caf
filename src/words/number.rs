//! Numbers in Russian typography: decimal comma, groups of three from five digits on, a true minus.

use super::NBSP;

/// A number with at most `decimals` digits after the comma, without trailing zeros.
pub fn number(value: f64, decimals: usize) -> String {
    let fixed = format!("{:.*}", decimals, value.abs());
    let (whole, fraction) = fixed.split_once('.').unwrap_or((&fixed, ""));
    let fraction = fraction.trim_end_matches('0');
    let is_zero = whole == "0" && fraction.is_empty();
    let sign = if value < 0.0 && !is_zero { "\u{2212}" } else { "" };
    let comma = if fraction.is_empty() { "" } else { "," };
    format!("{sign}{}{comma}{fraction}", group(whole))
}

/// The same with a sign always shown: «+5,1», «−0,4», «0».
pub fn signed(value: f64, decimals: usize) -> String {
    let text = number(value, decimals);
    if text.starts_with('\u{2212}') || text == "0" { text } else { format!("+{text}") }
}

/// Per cent with one decimal: «65,4 %».
pub fn percent(value: f64) -> String {
    format!("{}{NBSP}%", number(value, 1))
}

/// A whole number in groups: «10 000».
pub fn grouped(value: usize) -> String {
    group(&value.to_string())
}

/// A size of a file: «740 Б», «2 КБ», «1,4 МБ».
pub fn size(bytes: usize) -> String {
    #[expect(clippy::cast_precision_loss, reason = "a file's size is far below 2^52")]
    let bytes = bytes as f64;
    match bytes {
        b if b < 1000.0 => format!("{}{NBSP}Б", number(b, 0)),
        b if b < 1_000_000.0 => format!("{}{NBSP}КБ", number((b / 1000.0).ceil(), 0)),
        b => format!("{}{NBSP}МБ", number(b / 1_000_000.0, 1)),
    }
}

/// A whole number as a sign of a footnote: «¹²».
pub fn superscript(value: usize) -> String {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let digit = |digit: char| digit.to_digit(10).and_then(|digit| DIGITS.get(digit as usize));
    value.to_string().chars().filter_map(digit).collect()
}

fn group(digits: &str) -> String {
    if digits.len() < 5 {
        return digits.to_owned();
    }
    let mut text = String::with_capacity(digits.len() * 4 / 3);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push(NBSP);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_as_in_a_russian_book() {
        for (value, decimals, expected) in [
            (0.0, 1, "0"),
            (-0.0, 1, "0"),
            (-0.04, 1, "0"),
            (65.384_6, 1, "65,4"),
            (70.0, 1, "70"),
            (0.5, 1, "0,5"),
            (-2.0, 1, "\u{2212}2"),
            (1234.0, 0, "1234"),
            (12_345.6, 1, "12\u{a0}345,6"),
            (1_000_000.0, 0, "1\u{a0}000\u{a0}000"),
            (0.1 + 0.2, 2, "0,3"),
            (99.95, 1, "100"),
            (99.949, 1, "99,9"),
        ] {
            assert_eq!(number(value, decimals), expected, "{value}");
        }
        assert_eq!(signed(5.1, 1), "+5,1");
        assert_eq!(signed(-5.1, 1), "\u{2212}5,1");
        assert_eq!(signed(0.01, 1), "0");
        assert_eq!(percent(40.485), "40,5\u{a0}%");
        assert_eq!(superscript(1024), "¹⁰²⁴");
        assert_eq!(size(999), "999\u{a0}Б");
        assert_eq!(size(1001), "2\u{a0}КБ");
        assert_eq!(size(1_430_000), "1,4\u{a0}МБ");
    }
}
