//! Dates in Russian words.

use jiff::civil::Date;

use super::NBSP;

const MONTHS: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];

/// «10 февраля 2025 года».
pub fn in_words(date: Date) -> String {
    let month =
        usize::try_from(date.month() - 1).ok().and_then(|m| MONTHS.get(m)).copied().unwrap_or_default();
    format!("{}{NBSP}{month} {}{NBSP}года", date.day(), date.year())
}

/// «2025-02-10».
pub fn iso(date: Date) -> String {
    date.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_date_stands_in_words() {
        assert_eq!(in_words(date(2025, 2, 10)), "10\u{a0}февраля 2025\u{a0}года");
        assert_eq!(in_words(date(2021, 12, 1)), "1\u{a0}декабря 2021\u{a0}года");
        assert_eq!(iso(date(2025, 2, 1)), "2025-02-01");
    }
}
