//! The sockets: takes requests in, asks `answer` what they deserve, and sends it.
//!
//! Apart from the judgement, so that nothing here decides; and every request has a thread of its own, so that one who
//! reads slowly keeps nobody waiting.

use std::net::TcpListener;
use std::sync::{Arc, PoisonError};
use std::thread;
use std::time::Duration;

use tiny_http::{Header, Request, Response, Server};

use super::answer::{Answer, Asked, answer, content_type};
use super::{Screen, Shown, live, page};

/// The rest after the system refused us a connection, for want of memory or of numbers for it.
const PAUSE: Duration = Duration::from_millis(200);

/// Answers everybody, for as long as the process lives.
pub(super) fn answer_all(listener: TcpListener, screen: &Arc<Screen>) {
    let screen = Arc::clone(screen);
    thread::spawn(move || {
        loop {
            let server = listener.try_clone().map(|listener| Server::from_listener(listener, None));
            if let Ok(Ok(server)) = server {
                take_in(&server, &screen);
            }
            thread::sleep(PAUSE);
        }
    });
}

fn take_in(server: &Server, screen: &Arc<Screen>) {
    while let Ok(request) = server.recv() {
        let screen = Arc::clone(screen);
        // Where no thread can be had, the request is dropped, and that says 500.
        let _ = thread::Builder::new().name("answer".to_owned()).spawn(move || reply(request, &screen));
    }
}

fn reply(request: Request, screen: &Screen) {
    let shown = screen.now();
    let paths = shown.site.as_ref().map_or(&[][..], |site| site.paths());
    match judge(&request, paths) {
        Answer::WrongHost => send(request, 421, &Body::text("Misdirected Request\n")),
        Answer::WrongMethod => send(request, 405, &Body::text("Method Not Allowed\n")),
        Answer::Events => listen(request, screen),
        Answer::Script => send(request, 200, &Body::own("reload.js", include_str!("reload.js"))),
        Answer::Style => send(request, 200, &Body::own("preview.css", include_str!("preview.css"))),
        Answer::File(position) => {
            let (status, body) = file(&shown, position, 200);
            send(request, status, &body);
        }
        Answer::Missing => {
            let (status, body) = missing(&shown, paths);
            send(request, status, &body);
        }
    }
}

fn judge(request: &Request, paths: &[String]) -> Answer {
    let hosts = request.headers().iter().filter(|header| header.field.equiv("Host"));
    let asked = Asked {
        method: request.method().as_str(),
        hosts: hosts.map(|header| header.value.as_str()).collect(),
        target: request.url(),
    };
    answer(&asked, paths)
}

/// Bytes with their type.
struct Body {
    kind: &'static str,
    bytes: Vec<u8>,
}

impl Body {
    fn text(text: &str) -> Self {
        Self::own(".txt", text)
    }

    fn html(text: String) -> Self {
        Self { kind: content_type(".html"), bytes: text.into_bytes() }
    }

    fn own(name: &str, text: &str) -> Self {
        Self { kind: content_type(name), bytes: text.as_bytes().to_vec() }
    }
}

/// A file of the site. A page that cannot be drawn says why.
fn file(shown: &Shown, position: usize, status: u16) -> (u16, Body) {
    let Some(site) = &shown.site else { return without_site(shown) };
    let kind = content_type(&site.paths()[position]);
    let version = live::name(shown.version);
    match site.draw(position) {
        Ok(bytes) if kind.starts_with("text/html") => {
            let html = String::from_utf8_lossy(&bytes);
            (status, Body::html(page::prepare(&html, &version, shown.trouble.as_ref())))
        }
        Ok(bytes) => (status, Body { kind, bytes }),
        Err(text) => {
            let heading = site.paths()[position].clone();
            (500, Body::html(page::alone(&version, &page::Trouble { heading, text })))
        }
    }
}

fn missing(shown: &Shown, paths: &[String]) -> (u16, Body) {
    match paths.binary_search_by(|path| path.as_str().cmp("404.html")) {
        Ok(position) => file(shown, position, 404),
        Err(_) if shown.site.is_some() => (404, Body::text("Not Found\n")),
        Err(_) => without_site(shown),
    }
}

/// Whatever was asked for, there is only the report yet.
fn without_site(shown: &Shown) -> (u16, Body) {
    let version = live::name(shown.version);
    let body = shown.trouble.as_ref().map(|trouble| Body::html(page::alone(&version, trouble)));
    (503, body.unwrap_or_else(|| Body::text("Service Unavailable\n")))
}

fn listen(request: Request, screen: &Screen) {
    if request.method().as_str() == "HEAD" || !screen.live.has_room() {
        let status = if screen.live.has_room() { 200 } else { 503 };
        return send(request, status, &Body { kind: "text/event-stream; charset=utf-8", bytes: Vec::new() });
    }
    let mut browser = request.into_writer();
    if live::greet(&mut browser).is_ok() {
        // Under the same lock as a new version, so that none comes between the question and the joining.
        let shown = screen.shown.lock().unwrap_or_else(PoisonError::into_inner);
        screen.live.join(browser, shown.version);
    }
}

fn send(request: Request, status: u16, body: &Body) {
    let headers = [
        ("Content-Type", body.kind),
        ("Cache-Control", "no-store"),
        ("X-Content-Type-Options", "nosniff"),
        // A page of another site must not load a draft's script or picture as if it were its own.
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ];
    let mut response = Response::from_data(body.bytes.as_slice())
        .with_status_code(status)
        .with_chunked_threshold(usize::MAX);
    let allow = (status == 405).then_some(("Allow", "GET, HEAD"));
    for (name, value) in headers.into_iter().chain(allow) {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    // A browser that went away misses nothing.
    let _ = request.respond(response);
}
