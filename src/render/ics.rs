//! Files for calendars: iCalendar (RFC 5545), all-day entries.

use jiff::civil::Date;

use crate::plan::{Agenda, AgendaEntry};

/// Octets of a line, without its end (section 3.1).
const LINE: usize = 75;

/// Draws a file.
pub fn render(agenda: &Agenda) -> Vec<u8> {
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//metodbank//metodbank//RU".to_owned(),
        "CALSCALE:GREGORIAN".to_owned(),
        "METHOD:PUBLISH".to_owned(),
        // Not of the standard, but every calendar asks it for the name.
        format!("X-WR-CALNAME:{}", escaped(&agenda.title)),
    ];
    lines.extend(agenda.entries.iter().flat_map(|entry| event(entry, agenda.written)));
    lines.push("END:VCALENDAR".to_owned());
    lines.iter().flat_map(|line| folded(line).into_bytes()).collect()
}

fn event(entry: &AgendaEntry, written: Date) -> [String; 10] {
    [
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}", entry.uid),
        format!("DTSTAMP:{}T000000Z", digits(written)),
        format!("DTSTART;VALUE=DATE:{}", digits(entry.first)),
        format!("DTEND;VALUE=DATE:{}", digits(entry.end)),
        format!("SUMMARY:{}", escaped(&entry.title)),
        format!("DESCRIPTION:{}", escaped(&entry.about)),
        format!("URL:{}", entry.url),
        // A month of monitoring does not make anybody busy.
        "TRANSP:TRANSPARENT".to_owned(),
        "END:VEVENT".to_owned(),
    ]
}

/// `20250210`.
fn digits(date: Date) -> String {
    date.strftime("%Y%m%d").to_string()
}

/// A text value (section 3.3.11). Controls other than the line end may not stand in it.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => safe.extend(['\\', letter]),
            '\n' => safe.push_str("\\n"),
            control if control.is_control() => {}
            other => safe.push(other),
        }
    }
    safe
}

/// A line with its end, cut so that no part is over the limit and no letter is cut (section 3.1). The space that opens
/// a further part counts.
fn folded(line: &str) -> String {
    let mut folded = String::with_capacity(line.len() + line.len() / LINE * 3 + 2);
    let mut octets = 0;
    for letter in line.chars() {
        if octets + letter.len_utf8() > LINE {
            folded.push_str("\r\n ");
            octets = 1;
        }
        folded.push(letter);
        octets += letter.len_utf8();
    }
    folded.push_str("\r\n");
    folded
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn file() -> String {
        let entry = AgendaEntry {
            uid: "growth-survey-2025-01@metod.example".to_owned(),
            first: date(2025, 1, 1),
            end: date(2025, 3, 1),
            title: "Опрос; школы, сады".to_owned(),
            about: "Срок: январь-февраль\nПуть: C:\\опрос\r\u{7}".to_owned(),
            url: "https://metod.example/programmes/growth/calendar.html".to_owned(),
        };
        let title = "Профессиональное развитие педагогических работников района".to_owned();
        let written = date(2025, 2, 10);
        let agenda = Agenda { href: String::new(), title, written, entries: vec![entry] };
        String::from_utf8(render(&agenda)).unwrap()
    }

    /// A reader of the standard puts the lines together again.
    fn unfolded(file: &str) -> Vec<String> {
        file.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
    }

    #[test]
    fn a_file_says_what_the_standard_asks_for() {
        assert_eq!(
            unfolded(&file()),
            [
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//metodbank//metodbank//RU",
                "CALSCALE:GREGORIAN",
                "METHOD:PUBLISH",
                "X-WR-CALNAME:Профессиональное развитие педагогических работников района",
                "BEGIN:VEVENT",
                "UID:growth-survey-2025-01@metod.example",
                "DTSTAMP:20250210T000000Z",
                "DTSTART;VALUE=DATE:20250101",
                "DTEND;VALUE=DATE:20250301",
                "SUMMARY:Опрос\\; школы\\, сады",
                "DESCRIPTION:Срок: январь-февраль\\nПуть: C:\\\\опрос",
                "URL:https://metod.example/programmes/growth/calendar.html",
                "TRANSP:TRANSPARENT",
                "END:VEVENT",
                "END:VCALENDAR",
            ]
        );
    }

    #[test]
    fn every_line_ends_with_both_marks_and_is_short_enough() {
        let file = file();
        assert!(file.ends_with("END:VCALENDAR\r\n"));
        assert_eq!(file.matches('\n').count(), file.matches("\r\n").count());
        assert_eq!(file.matches('\r').count(), file.matches("\r\n").count());
        assert!(file.split("\r\n").all(|line| line.len() <= 75));
        assert!(file.contains("\r\n "), "a long line was folded");
    }

    #[test]
    fn a_line_is_cut_between_letters() {
        assert_eq!(folded(&"x".repeat(75)), format!("{}\r\n", "x".repeat(75)));
        assert_eq!(folded(&"x".repeat(76)), format!("{}\r\n x\r\n", "x".repeat(75)));
        // 74 octets and a letter of two: the letter goes to the next line.
        assert_eq!(folded(&format!("{}я", "x".repeat(74))), format!("{}\r\n я\r\n", "x".repeat(74)));
        // A further line has 74 octets besides its space.
        let thirds = folded(&"x".repeat(75 + 74 + 1));
        assert_eq!(thirds, format!("{}\r\n {}\r\n x\r\n", "x".repeat(75), "x".repeat(74)));
    }
}
