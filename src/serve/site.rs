//! The site of one moment, alive in a thread of its own.
//!
//! Apart from the answering, because a drawn site borrows from everything that was read and analysed for it: it cannot
//! be kept in a variable, but it can stay where it was made and answer from there until nobody asks any more.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

/// A site that can be drawn, page by page.
pub trait Drawn {
    /// Paths of all files, sorted.
    fn paths(&self) -> &[String];

    /// The bytes of the file at a position of `paths`, or what is wrong with it.
    fn draw(&self, position: usize) -> Result<Vec<u8>, String>;
}

/// What is wrong, in words.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// For the terminal; may be coloured.
    pub terminal: String,
    /// For the browser: plain text.
    pub page: String,
}

/// Makes the site and shows it, together with remarks for the terminal; or says why there is none. It returns when the
/// one to whom it was shown has seen enough.
pub type Build = dyn Fn(&mut dyn FnMut(&dyn Drawn, String)) -> Result<(), Report> + Send + Sync;

/// As much room as the main thread has: a build should not depend on where it runs.
const STACK: usize = 8 << 20;

/// The site of one moment. It ends with its last clone.
#[derive(Clone)]
pub(super) struct Site {
    paths: Arc<[String]>,
    asks: Sender<Ask>,
}

struct Ask {
    position: usize,
    answer: Sender<Result<Vec<u8>, String>>,
}

impl Site {
    /// Builds the site, and says what there is to remark.
    pub(super) fn build(build: &Arc<Build>) -> Result<(Self, String), Report> {
        let (ready, waiting) = channel();
        let build = Arc::clone(build);
        let work = move || {
            let refused = build(&mut |site, remarks| {
                let (asks, asked) = channel();
                let paths = site.paths().into();
                if ready.send(Ok((Self { paths, asks }, remarks))).is_ok() {
                    stay(site, &asked);
                }
            });
            // Nobody waits any more if the site was shown.
            let _ = refused.map_err(|report| ready.send(Err(report)));
        };
        let started = thread::Builder::new().name("site".to_owned()).stack_size(STACK).spawn(work);
        let broken = |error: String| Err(Report { terminal: format!("{error}\n"), page: error });
        match started {
            Ok(_) => waiting.recv().unwrap_or_else(|error| broken(error.to_string())),
            Err(error) => broken(error.to_string()),
        }
    }

    /// The paths of all its files, sorted.
    pub(super) fn paths(&self) -> &[String] {
        &self.paths
    }

    /// Draws one file.
    pub(super) fn draw(&self, position: usize) -> Result<Vec<u8>, String> {
        let (answer, waiting) = channel();
        let asked = self.asks.send(Ask { position, answer });
        let gone = |error: String| Err(error);
        asked.or_else(|error| gone(error.to_string()).map(drop))?;
        waiting.recv().unwrap_or_else(|error| gone(error.to_string()))
    }
}

/// Answers until nobody can ask any more.
fn stay(site: &dyn Drawn, asked: &Receiver<Ask>) {
    for ask in asked {
        // A browser that went away waits for nothing.
        let _ = ask.answer.send(site.draw(ask.position));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    struct Two([String; 2]);

    impl Drawn for Two {
        fn paths(&self) -> &[String] {
            &self.0
        }

        fn draw(&self, position: usize) -> Result<Vec<u8>, String> {
            if position == 0 { Ok(b"first".to_vec()) } else { Err("no second".to_owned()) }
        }
    }

    #[test]
    fn a_site_answers_until_its_last_clone_is_gone() {
        static ENDED: AtomicUsize = AtomicUsize::new(0);
        let build: Arc<Build> = Arc::new(|show| {
            show(&Two(["a", "b"].map(str::to_owned)), "remark".to_owned());
            ENDED.fetch_add(1, Ordering::SeqCst);
            Ok(())
        });
        let (site, remarks) = Site::build(&build).unwrap();
        let other = site.clone();
        drop(site);
        assert_eq!((remarks.as_str(), other.paths().len()), ("remark", 2));
        assert_eq!(other.draw(0), Ok(b"first".to_vec()));
        assert_eq!(other.draw(1), Err("no second".to_owned()));
        assert_eq!(ENDED.load(Ordering::SeqCst), 0);
        drop(other);
        for _ in 0..200 {
            if ENDED.load(Ordering::SeqCst) == 1 {
                return;
            }
            thread::sleep(std::time::Duration::from_millis(10));
        }
        panic!("the thread of the site did not end");
    }

    #[test]
    fn a_refusal_comes_back_in_words() {
        let report = || Report { terminal: "t".to_owned(), page: "p".to_owned() };
        let build: Arc<Build> = Arc::new(move |_| Err(report()));
        let refused = Site::build(&build).err().unwrap();
        assert_eq!((refused.terminal.as_str(), refused.page.as_str()), ("t", "p"));
    }
}
