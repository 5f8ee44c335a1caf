//! The browsers that wait for news (server-sent events).
//!
//! Apart from the answers, because these connections stay open: each browser is told the version of the site at once
//! and again whenever it changes, and loads its page anew when it shows another one.

use std::io::{self, Write};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Browsers that are told at most; a person has fewer windows.
const MOST: usize = 64;

const HEAD: &str = "HTTP/1.1 200 OK\r\n\
    Content-Type: text/event-stream; charset=utf-8\r\n\
    Cache-Control: no-store\r\n\
    X-Content-Type-Options: nosniff\r\n\
    Cross-Origin-Resource-Policy: same-origin\r\n\
    Connection: close\r\n\r\n\
    retry: 1000\n\n";

type Browser = Box<dyn Write + Send>;

/// All browsers that listen.
#[derive(Default)]
pub(super) struct Live {
    browsers: Mutex<Vec<Browser>>,
}

/// The version as browsers know it. A preview that was started again is another one.
pub(super) fn name(version: u64) -> String {
    format!("{}-{version}", std::process::id())
}

/// Opens the connection. It may have to wait for an earlier answer on the same one.
pub(super) fn greet(browser: &mut dyn Write) -> io::Result<()> {
    browser.write_all(HEAD.as_bytes())?;
    browser.flush()
}

impl Live {
    /// Takes in a browser that was greeted, and tells it where things stand.
    pub(super) fn join(&self, mut browser: Browser, version: u64) {
        if say(&mut browser, &news(version)) {
            self.lock().push(browser);
        }
    }

    /// Whether there is room for one more.
    pub(super) fn has_room(&self) -> bool {
        self.lock().len() < MOST
    }

    /// Tells all browsers which version is shown now.
    pub(super) fn tell(&self, version: u64) {
        let news = news(version);
        self.lock().retain_mut(|browser| say(browser, &news));
    }

    /// Says nothing, and finds out by it who is gone.
    pub(super) fn beat(&self) {
        self.lock().retain_mut(|browser| say(browser, ":\n\n"));
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Browser>> {
        self.browsers.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn news(version: u64) -> String {
    format!("data: {}\n\n", name(version))
}

/// `false`: the browser went away.
fn say(browser: &mut Browser, words: &str) -> bool {
    browser.write_all(words.as_bytes()).and_then(|()| browser.flush()).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    /// A browser that keeps what it hears and goes away when it has heard enough.
    struct Ear(Arc<Mutex<String>>, usize);

    impl Write for Ear {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            let mut heard = self.0.lock().unwrap();
            if heard.len() >= self.1 {
                return Err(io::ErrorKind::BrokenPipe.into());
            }
            heard.push_str(std::str::from_utf8(bytes).unwrap());
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn ear(patience: usize) -> (Browser, Arc<Mutex<String>>) {
        let heard = Arc::<Mutex<String>>::default();
        (Box::new(Ear(Arc::clone(&heard), patience)), heard)
    }

    #[test]
    fn who_joins_hears_the_version_and_every_later_one() {
        let live = Live::default();
        let (browser, heard) = ear(1000);
        live.join(browser, 1);
        live.beat();
        live.tell(2);
        let expected = format!("data: {}\n\n:\n\ndata: {}\n\n", name(1), name(2));
        assert_eq!(*heard.lock().unwrap(), expected);
    }

    #[test]
    fn who_went_away_is_forgotten_and_the_room_is_finite() {
        let live = Live::default();
        live.join(ear(0).0, 1);
        assert_eq!(live.lock().len(), 0);
        live.join(ear(1).0, 1);
        live.join(ear(1000).0, 1);
        live.beat();
        assert_eq!(live.lock().len(), 1);
        while live.has_room() {
            live.join(ear(1000).0, 1);
        }
        assert_eq!(live.lock().len(), MOST);
    }
}
