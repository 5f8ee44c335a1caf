//! The preview, asked over real sockets: who is answered, what is served, and that a save arrives in the browser.
#![cfg(unix)]

mod support;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::Stdio;
use std::time::{Duration, Instant};

use support::{Started, Temp, copy, program, put, repository, run, tree};

/// Nothing here takes longer, even on a machine that has much else to do.
const PATIENCE: Duration = Duration::from_secs(30);

/// A running preview of a small site, ended with this value.
struct Preview {
    _program: Started,
    port: u16,
    project: Temp,
}

impl Preview {
    /// Starts it on a free port.
    fn of(project: Temp) -> Self {
        let arguments: &[&dyn AsRef<std::ffi::OsStr>] =
            &[&"serve", &"--port", &"0", &"--root", &project.at("site")];
        let mut program = Started::new(program(arguments).stderr(Stdio::null()));
        let mut first = String::new();
        let out = program.0.stdout.take().expect("its output");
        let mut out = BufReader::new(out);
        out.read_line(&mut first).expect("its first line");
        let port = first.split("http://127.0.0.1:").nth(1).and_then(|rest| rest.split('/').next());
        let port =
            port.and_then(|port| port.parse().ok()).unwrap_or_else(|| panic!("no address in: {first}"));
        // Somebody has to listen, or the preview would end with its terminal.
        std::thread::spawn(move || std::io::copy(&mut out, &mut std::io::sink()));
        Self { _program: program, port, project }
    }

    fn start() -> Self {
        Self::of(project())
    }

    fn put(&self, path: &str, text: &str) {
        put(&self.project.at("site").join(path), text);
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).expect("the preview listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("a patience");
        stream
    }

    /// Sends these bytes and hears the answer to its end.
    fn say(&self, bytes: &[u8]) -> Vec<u8> {
        let mut stream = self.connect();
        // It may refuse before it has heard everything.
        let _ = stream.write_all(bytes);
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        answer
    }

    fn ask(&self, method: &str, target: &str, hosts: &[&str]) -> Answer {
        let hosts: String = hosts.iter().map(|host| format!("Host: {host}\r\n")).collect();
        let request = format!("{method} {target} HTTP/1.1\r\n{hosts}Connection: close\r\n\r\n");
        Answer::read(&self.say(request.as_bytes()))
    }

    fn get(&self, target: &str) -> Answer {
        self.ask("GET", target, &["localhost"])
    }

    fn news(&self) -> News {
        let mut stream = self.connect();
        write!(stream, "GET /.metodbank/events HTTP/1.1\r\nHost: localhost\r\n\r\n").expect("a question");
        let mut news = News { lines: BufReader::new(stream) };
        assert_eq!(news.line(), "HTTP/1.1 200 OK");
        news
    }
}

fn project() -> Temp {
    let temp = Temp::new("serve");
    copy(&repository("tests/bad/base"), &temp.at("site"));
    put(&temp.at("secret.txt"), "a secret beside the project");
    temp
}

struct Answer {
    status: u16,
    head: String,
    body: String,
}

impl Answer {
    fn read(bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(bytes);
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or_else(|| panic!("no answer but {text:?}"));
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status");
        Self { status, head: head.to_owned(), body: body.to_owned() }
    }

    #[track_caller]
    fn says(&self, header: &str) {
        assert!(self.head.lines().any(|line| line == header), "no `{header}` in\n{}", self.head);
    }
}

/// The events of a preview as they come.
struct News {
    lines: BufReader<TcpStream>,
}

impl News {
    fn line(&mut self) -> String {
        let mut line = String::new();
        self.lines.read_line(&mut line).expect("a line in time");
        line.trim_end().to_owned()
    }

    /// Waits for the next version.
    fn version(&mut self) -> String {
        let begun = Instant::now();
        // The beats between the news would let us wait for ever.
        while begun.elapsed() < PATIENCE {
            let line = self.line();
            if let Some(version) = line.strip_prefix("data: ") {
                return version.to_owned();
            }
        }
        panic!("no news in {PATIENCE:?}");
    }
}

#[test]
fn pages_have_their_types_and_the_script_of_the_preview() {
    let preview = Preview::start();
    let home = preview.get("/");
    assert_eq!(home.status, 200);
    for header in [
        "Content-Type: text/html; charset=utf-8",
        "Cache-Control: no-store",
        "X-Content-Type-Options: nosniff",
        "Cross-Origin-Resource-Policy: same-origin",
    ] {
        home.says(header);
    }
    assert!(home.body.contains("<script src=\"/.metodbank/reload.js\""), "{}", home.body);
    assert!(home.body.contains("connect-src 'self'"), "{}", home.body);
    assert_eq!(home.body, preview.get("/index.html?x=1").body);
    preview.get("/assets/style.css").says("Content-Type: text/css; charset=utf-8");
    preview.get("/feed.xml").says("Content-Type: application/xml; charset=utf-8");
    preview.get("/.metodbank/reload.js").says("Content-Type: text/javascript; charset=utf-8");
    assert_eq!(preview.get("/practices/reading-pairs.html").status, 200);
    let missing = preview.get("/practices/none.html");
    assert_eq!(missing.status, 404);
    assert!(missing.body.contains("<h1>"), "the site's own page: {}", missing.body);
}

#[test]
fn a_head_is_the_answer_without_its_body_and_nothing_else_is_answered() {
    let preview = Preview::start();
    let (get, head) = (preview.get("/"), preview.ask("HEAD", "/", &["localhost"]));
    assert_eq!((head.status, head.body.as_str()), (200, ""));
    head.says(&format!("Content-Length: {}", get.body.len()));
    assert_eq!(preview.ask("HEAD", "/none", &["localhost"]).status, 404);
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "ANYTHING"] {
        let answer = preview.ask(method, "/", &["localhost"]);
        assert_eq!(answer.status, 405, "{method}");
        answer.says("Allow: GET, HEAD");
    }
    let posted = b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello";
    assert_eq!(Answer::read(&preview.say(posted)).status, 405);
}

#[test]
fn who_asks_by_another_name_hears_nothing_of_the_site() {
    let preview = Preview::start();
    let own = [format!("127.0.0.1:{}", preview.port), "LOCALHOST".to_owned(), "[::1]:1".to_owned()];
    for host in &own {
        assert_eq!(preview.ask("GET", "/", &[host]).status, 200, "{host}");
    }
    let others: [&[&str]; 8] = [
        &[],
        &["evil.example"],
        &["127.0.0.1.nip.io"],
        &["localhost.evil.example"],
        &["0.0.0.0"],
        &["localhost:4321:1"],
        &["localhost", "evil.example"],
        &["localhost", "localhost"],
    ];
    for hosts in others {
        for target in ["/", "/.metodbank/events", "/search/start.js"] {
            let answer = preview.ask("GET", target, hosts);
            assert_eq!((answer.status, answer.body.as_str()), (421, "Misdirected Request\n"), "{hosts:?}");
        }
    }
    assert_eq!(Answer::read(&preview.say(b"GET / HTTP/1.0\r\n\r\n")).status, 421);
    let absolute = preview.ask("GET", "http://evil.example/", &["localhost"]);
    assert_eq!(absolute.status, 404);
}

#[test]
#[cfg(target_os = "linux")]
fn only_this_computer_is_listened_to() {
    let preview = Preview::start();
    // All of 127.0.0.0/8 is this computer, but only its first address is ours.
    assert!(TcpStream::connect(("127.0.0.2", preview.port)).is_err());
    assert!(TcpStream::connect(("127.0.0.1", preview.port)).is_ok());
}

#[test]
fn no_path_leads_out_of_the_site() {
    let preview = Preview::start();
    for target in [
        "/../secret.txt",
        "/../site/site.toml",
        "/site.toml",
        "/content/practices/reading-pairs.md",
        "/../../../../../../etc/passwd",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "/..%5csecret.txt",
        "/..\\secret.txt",
        "/practices/../index.html",
        "/./index.html",
        "//index.html",
        "//etc/passwd",
        "/etc/passwd",
        "/index.html%00",
        "/index.html%00.css",
        "/%252e%252e/secret.txt",
        "/%c0%ae%c0%ae/secret.txt",
        "/c:/windows/win.ini",
        "/C%3a/windows/win.ini",
        "/index.html::$DATA",
        "/con",
        "/INDEX~1.HTM",
        "/INDEX.HTML",
        "/practices/",
        "/practices",
        "/%",
        "/%zz",
        "/.metodbank-manifest",
        "/.git/config",
        "*",
        "index.html",
    ] {
        let answer = preview.get(target);
        assert_eq!(answer.status, 404, "{target}");
        for secret in ["a secret", "root:", "[operator]", "base_url"] {
            assert!(!answer.body.contains(secret), "{target}: {}", answer.body);
        }
    }
}

#[test]
fn nonsense_does_not_disturb_the_others() {
    let preview = Preview::start();
    let events = b"GET /.metodbank/events HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(3);
    let mut impatient = preview.connect();
    impatient.write_all(&events).expect("three questions at once");
    for nonsense in [
        &b"\r\n\r\n"[..],
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost localhost\r\n\r\n",
        "GET /школа HTTP/1.1\r\nHost: localhost\r\n\r\n".as_bytes(),
    ] {
        let mut stream = preview.connect();
        let _ = stream.write_all(nonsense);
        let _ = stream.shutdown(std::net::Shutdown::Write);
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        assert!(!String::from_utf8_lossy(&answer).contains(" 200 "), "{nonsense:?}");
    }
    drop(preview.connect());
    assert_eq!(preview.get("/").status, 200);
    drop(impatient);
}

#[test]
fn a_save_arrives_in_the_browser() {
    let preview = Preview::start();
    let mut news = preview.news();
    let first = news.version();
    let page = "content/practices/reading-pairs.md";
    let text = String::from_utf8(tree(&preview.project.at("site"))[page].clone()).expect("a text");
    preview.put(page, &format!("{text}\nНовая строка.\n"));
    let second = news.version();
    assert_ne!(first, second);
    let shown = preview.get("/practices/reading-pairs.html").body;
    assert!(
        shown.contains("Новая строка.") && shown.contains(&format!("data-version=\"{second}\"")),
        "{shown}"
    );

    // A folder that is new, with a file in it at once.
    preview.put("content/practices/second/index.md", &text.replace("Чтение в парах", "Вторая"));
    let mut version = news.version();
    while preview.get("/practices/second.html").status != 200 {
        version = news.version();
    }
    assert_ne!(second, version);
    std::fs::rename(
        preview.project.at("site/content/practices/second"),
        preview.project.at("site/content/practices/third"),
    )
    .expect("another name");
    news.version();
    assert_eq!(preview.get("/practices/second.html").status, 404);
    assert_eq!(preview.get("/practices/third.html").status, 200);
    // A folder that was not there at the beginning.
    preview.put("themes/default/templates/robots.txt", "Moved-in: yes\n");
    news.version();
    preview.put("themes/default/templates/robots.txt", "Moved-in: still\n");
    while preview.get("/robots.txt").body != "Moved-in: still\n" {
        news.version();
    }
}

#[test]
fn a_mistake_leaves_the_last_good_site_and_is_shown_as_text() {
    let preview = Preview::start();
    let mut news = preview.news();
    news.version();
    let page = "content/practices/reading-pairs.md";
    let good = String::from_utf8(tree(&preview.project.at("site"))[page].clone()).expect("a text");
    preview.put(page, &good.replace("young-support", "<script>alert(1)</script>"));
    news.version();
    let shown = preview.get("/practices/reading-pairs.html");
    assert_eq!(shown.status, 200);
    assert!(shown.body.contains("<title>Чтение"), "the last good site: {}", shown.body);
    assert!(shown.body.contains("<section id=\"metodbank-preview\""), "{}", shown.body);
    let report =
        shown.body.split("<pre>").nth(1).and_then(|rest| rest.split("</pre>").next()).expect("a report");
    assert!(report.contains("reading-pairs.md:8:") && report.contains("&lt;script&gt;alert(1)"), "{report}");
    assert!(!shown.body.contains("<script>alert"), "{}", shown.body);
    preview.put(page, &good);
    news.version();
    assert!(!preview.get("/practices/reading-pairs.html").body.contains("metodbank-preview\""));
}

#[test]
fn a_site_that_begins_with_a_mistake_appears_when_it_is_mended() {
    let project = project();
    let settings = tree(&project.at("site"))["site.toml"].clone();
    put(&project.at("site/site.toml"), "title = 1\n");
    let preview = Preview::of(project);
    let mut news = preview.news();
    news.version();
    let shown = preview.get("/bank.html");
    assert_eq!(shown.status, 503);
    assert!(shown.body.contains("site.toml:1:") && shown.body.contains("reload.js"), "{}", shown.body);
    put(&preview.project.at("site/site.toml"), settings);
    news.version();
    assert_eq!(preview.get("/bank.html").status, 200);
}

#[test]
fn a_busy_port_is_told_and_nothing_is_written() {
    let preview = Preview::start();
    let port = preview.port.to_string();
    let site = preview.project.at("site");
    for (language, words) in [("ru", format!("Порт {port} занят")), ("en", format!("Port {port} is taken"))]
    {
        let second = run(&mut program(&[&"serve", &"--port", &port, &"--root", &site, &"--lang", &language]));
        assert_eq!(second.code, Some(2), "{second:?}");
        assert!(second.err.contains(&words), "{second:?}");
    }
    preview.get("/");
    assert_eq!(tree(&site), tree(&repository("tests/bad/base")), "a preview writes nothing");
}
