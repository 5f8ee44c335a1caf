//! What is answered to whom: the whole safety of the preview, as a pure function.
//!
//! Apart from the sockets, because this is the part that somebody will try to trick. A page of another site can make the
//! author's browser ask us anything; it can even point a name of its own at this computer. So a request counts only if it
//! asks for this computer by its own name, and what is answered is one of the files that the site itself lists: no path
//! of a request ever meets the disk.

use crate::source::is_device;

/// The parts of a request that decide.
#[derive(Clone, Debug)]
pub(super) struct Asked<'a> {
    /// `GET`, `HEAD` …
    pub(super) method: &'a str,
    /// All `Host` headers.
    pub(super) hosts: Vec<&'a str>,
    /// What stands after the method.
    pub(super) target: &'a str,
}

/// What is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// The host is another one than this computer.
    WrongHost,
    /// Neither `GET` nor `HEAD`.
    WrongMethod,
    /// News for the browser, for as long as it listens.
    Events,
    /// The script that reloads a page.
    Script,
    /// The look of a report.
    Style,
    /// The file at this position of the site's list.
    File(usize),
    /// There is no such file.
    Missing,
}

/// Where the news come from.
pub(super) const EVENTS: &str = "/.metodbank/events";
/// Where the script stands.
pub(super) const SCRIPT: &str = "/.metodbank/reload.js";
/// Where the look of a report stands.
pub(super) const STYLE: &str = "/.metodbank/preview.css";

/// Judges a request. `paths` are the site's files, sorted.
pub(super) fn answer(asked: &Asked<'_>, paths: &[String]) -> Answer {
    if !matches!(asked.hosts.as_slice(), [host] if is_this_computer(host)) {
        return Answer::WrongHost;
    }
    if !matches!(asked.method, "GET" | "HEAD") {
        return Answer::WrongMethod;
    }
    match asked.target.split(['?', '#']).next().unwrap_or_default() {
        EVENTS => Answer::Events,
        SCRIPT => Answer::Script,
        STYLE => Answer::Style,
        target => file(target, paths).map_or(Answer::Missing, Answer::File),
    }
}

/// Whether a host is this computer by its own name, with or without a port.
fn is_this_computer(host: &str) -> bool {
    let (name, port) = match host.rsplit_once(':') {
        // The colon may be one of an address: `[::1]`.
        Some((name, port)) if !port.ends_with(']') => (name, port),
        _ => (host, "0"),
    };
    let digits = (1..=5).contains(&port.len()) && port.bytes().all(|byte| byte.is_ascii_digit());
    digits && (matches!(name, "127.0.0.1" | "[::1]") || name.eq_ignore_ascii_case("localhost"))
}

fn file(target: &str, paths: &[String]) -> Option<usize> {
    let path = decode(target.strip_prefix('/')?)?;
    let path = if path.is_empty() { "index.html" } else { &path };
    let found = paths.binary_search_by(|other| other.as_str().cmp(path)).ok();
    // The list would do; that no such name is ever in it is a promise of other rooms.
    found.filter(|_| path.split('/').all(is_plain))
}

/// Whether a part of a path means the same on every system.
fn is_plain(part: &str) -> bool {
    !part.is_empty()
        && !part.starts_with('.')
        && !part.contains(['\\', ':'])
        && !part.contains(char::is_control)
        && !is_device(part)
}

/// Takes `%D0%BF` back, once; what is not UTF-8 then is no path.
fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(if byte == b'%' { digit(rest.next()?)? << 4 | digit(rest.next()?)? } else { byte });
    }
    String::from_utf8(bytes).ok()
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

/// The type of a file by its name, with its encoding where it is text.
pub(super) fn content_type(path: &str) -> &'static str {
    let suffix = path.rsplit_once('.').map_or("", |(_, suffix)| suffix);
    match suffix.to_ascii_lowercase().as_str() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" | "webmanifest" => "application/json; charset=utf-8",
        "xml" => "application/xml; charset=utf-8",
        "svg" => "image/svg+xml; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "pptx" => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "odt" => "application/vnd.oasis.opendocument.text",
        "ods" => "application/vnd.oasis.opendocument.spreadsheet",
        "odp" => "application/vnd.oasis.opendocument.presentation",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn to(method: &str, hosts: &[&str], target: &str) -> Answer {
        // Names that no build makes, to show that they would not be served even then.
        let mut paths: Vec<String> = [
            ".git/config",
            "..",
            "../secret",
            "404.html",
            "a//b",
            "a/b c.html",
            "a\\b",
            "bank/школа.html",
            "c:/windows/win.ini",
            "con",
            "index.html",
            "index.html::$DATA",
            "nul\0",
            "practices/aux.html",
        ]
        .map(str::to_owned)
        .into();
        paths.sort();
        let answer = answer(&Asked { method, hosts: hosts.to_vec(), target }, &paths);
        if let Answer::File(position) = answer {
            assert!(is_plain(paths[position].rsplit('/').next().unwrap()), "{}", paths[position]);
        }
        answer
    }

    fn file_at(target: &str) -> Option<String> {
        match to("GET", &["localhost"], target) {
            Answer::File(position) => Some(position.to_string()),
            Answer::Missing => None,
            other => Some(format!("{other:?}")),
        }
    }

    #[test]
    fn only_this_computer_by_its_own_name_is_answered() {
        let good = [
            "127.0.0.1",
            "127.0.0.1:4321",
            "localhost",
            "localhost:1",
            "LocalHost:65535",
            "[::1]",
            "[::1]:4321",
        ];
        for host in good {
            assert!(matches!(to("GET", &[host], "/"), Answer::File(_)), "{host}");
        }
        let bad = [
            "",
            "evil.example",
            "127.0.0.1.nip.io",
            "127.0.0.1.nip.io:4321",
            "localhost.evil.example",
            "localhost.",
            "localhost:",
            "localhost:4321:1",
            "localhost:x",
            "localhost:123456",
            "127.0.0.2",
            "127.1",
            "0.0.0.0",
            "2130706433",
            "::1",
            "[::1",
            "[::1]x",
            "[::2]",
            "::1:4321",
            "[::ffff:127.0.0.1]",
            "user@localhost",
            "localhost@evil.example",
            " localhost",
            "localhost,evil.example",
            "http://localhost",
            "localhost/",
            "local\u{212a}host",
        ];
        for host in bad {
            for target in ["/", EVENTS, SCRIPT, "/nothing"] {
                assert_eq!(to("GET", &[host], target), Answer::WrongHost, "{host}");
            }
        }
        assert_eq!(to("GET", &[], "/"), Answer::WrongHost);
        assert_eq!(to("GET", &["localhost", "localhost"], "/"), Answer::WrongHost);
        assert_eq!(to("GET", &["localhost", "evil.example"], "/"), Answer::WrongHost);
        assert_eq!(to("POST", &["evil.example"], "/"), Answer::WrongHost);
    }

    #[test]
    fn nothing_can_be_asked_but_reading() {
        for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PATCH", "get", "PROPFIND"] {
            for target in ["/", EVENTS, "/nothing"] {
                assert_eq!(to(method, &["localhost"], target), Answer::WrongMethod, "{method}");
            }
        }
        assert!(matches!(to("HEAD", &["localhost"], "/"), Answer::File(_)));
    }

    #[test]
    fn files_are_found_by_their_listed_name() {
        assert_eq!(file_at("/"), file_at("/index.html"));
        assert_eq!(file_at("/?x=/../y"), file_at("/index.html"));
        assert_eq!(file_at("/index.html#x"), file_at("/index.html"));
        for target in ["/a/b%20c.html", "/%61/b%20c.html", "/bank/%D1%88%D0%BA%D0%BE%D0%BB%D0%B0.html"] {
            assert!(file_at(target).is_some(), "{target}");
        }
        assert_eq!(file_at(SCRIPT).as_deref(), Some("Script"));
        assert_eq!(file_at(STYLE).as_deref(), Some("Style"));
        assert_eq!(file_at("/.metodbank/events?since=1").as_deref(), Some("Events"));
    }

    #[test]
    fn tricks_lead_nowhere() {
        let targets = [
            "",
            "index.html",
            "*",
            "http://localhost/index.html",
            "//index.html",
            "/index.html/",
            "/bank",
            "/bank/",
            "/INDEX.HTML",
            "/INDEX~1.HTM",
            "/..",
            "/../secret",
            "/%2e%2e/secret",
            "/..%2fsecret",
            "/%2e%2e%2fsecret",
            "/..%5csecret",
            "/..\\secret",
            "/a\\b",
            "/a%5cb",
            "/a//b",
            "/./index.html",
            "/a/../index.html",
            "/%252e%252e/secret",
            "/index.html%00",
            "/nul%00",
            "/index.html%",
            "/index.html%2",
            "/%zz",
            "/%+1",
            "/%c0%ae%c0%ae/secret",
            "/%ff",
            "/c:/windows/win.ini",
            "/c%3a/windows/win.ini",
            "/index.html::$DATA",
            "/index.html::%24DATA",
            "/con",
            "/practices/aux.html",
            "/.git/config",
            "/%2egit/config",
            "/.metodbank/",
            "/.metodbank/reload.js/",
            "/.metodbank/%72eload.js",
            "/etc/passwd",
            "/index.html\r\n",
        ];
        for target in targets {
            assert_eq!(file_at(target), None, "{target:?}");
        }
    }

    #[test]
    fn types_tell_the_encoding_of_texts() {
        for (path, kind) in [
            ("index.html", "text/html; charset=utf-8"),
            ("assets/a.JS", "text/javascript; charset=utf-8"),
            ("a.csv", "text/csv; charset=utf-8"),
            ("calendar.ics", "text/calendar; charset=utf-8"),
            ("feed.xml", "application/xml; charset=utf-8"),
            ("a.png", "image/png"),
            ("html", "application/octet-stream"),
            ("a.exe", "application/octet-stream"),
        ] {
            assert_eq!(content_type(path), kind, "{path}");
        }
    }
}
