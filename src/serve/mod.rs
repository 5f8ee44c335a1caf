//! Annex · preview: shows the site in a browser on this computer, anew at every save.
//!
//! Apart from `write`, because a preview publishes nothing: a page is drawn when it is asked for, straight from memory,
//! so that one edit in a large bank is on the screen before the other thousand pages would have been drawn, and no
//! folder of drafts is ever left on a disk. It listens on this computer only and answers nobody who came by another
//! name (`answer`).

mod answer;
mod http;
mod live;
mod page;
mod site;
mod watch;

use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

pub use site::{Build, Drawn, Report};

use live::Live;
use page::Trouble;
use site::Site;
use watch::{Turn, Watch};

/// A preview: which project, and how its site is made.
pub struct Preview {
    /// The project's folder.
    pub root: PathBuf,
    /// Makes the site.
    pub build: Arc<Build>,
    /// What the browser says above a report.
    pub headings: Headings,
}

/// What the browser says above a report.
#[derive(Clone, Debug)]
pub struct Headings {
    /// The last good site is still shown.
    pub kept: String,
    /// There was no good site yet.
    pub nothing: String,
}

/// What the terminal is to say.
#[derive(Clone, Debug)]
pub enum News<'a> {
    /// The preview can be opened.
    Open {
        /// At this address.
        url: String,
    },
    /// The browser shows the project as it is now.
    Shown {
        /// Warnings.
        remarks: &'a str,
        /// How long it took.
        seconds: f64,
    },
    /// The last good site is still shown.
    Kept {
        /// What is wrong.
        report: &'a str,
    },
    /// There is no site to be shown yet.
    Nothing {
        /// What is wrong.
        report: &'a str,
    },
}

/// Takes the port, on this computer only; port 0 is any free one.
pub fn listen(port: u16) -> io::Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port))
}

/// Shows the project until the process ends, or until nobody hears its news any more.
pub fn run(
    preview: &Preview,
    listener: TcpListener,
    tell: &mut dyn FnMut(News<'_>) -> io::Result<()>,
) -> io::Result<()> {
    let url = format!("http://{}/", listener.local_addr()?);
    let mut watch = Watch::start(&preview.root);
    let screen = Arc::new(Screen::default());
    let mut begun = Instant::now();
    let mut news = screen.renew(preview);
    http::answer_all(listener, &screen);
    tell(News::Open { url })?;
    loop {
        tell(news.as_news(begun))?;
        while watch.wait() == Turn::Quiet {
            screen.live.beat();
        }
        begun = Instant::now();
        news = screen.renew(preview);
    }
}

/// What the browsers see, shared by all who answer them.
#[derive(Default)]
struct Screen {
    shown: Mutex<Shown>,
    live: Live,
}

/// What the browsers see now.
#[derive(Clone, Default)]
struct Shown {
    site: Option<Site>,
    trouble: Option<Trouble>,
    version: u64,
}

impl Screen {
    fn now(&self) -> Shown {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Builds anew and tells the browsers. What fails leaves the last good site where it is.
    fn renew(&self, preview: &Preview) -> Outcome {
        let built = Site::build(&preview.build);
        let mut shown = self.shown.lock().unwrap_or_else(PoisonError::into_inner);
        let (site, trouble, outcome) = match built {
            Ok((site, remarks)) => (Some(site), None, Outcome::Shown(remarks)),
            Err(report) => {
                let site = shown.site.take();
                let heading = if site.is_some() { &preview.headings.kept } else { &preview.headings.nothing };
                let trouble = Trouble { heading: heading.clone(), text: report.page };
                let outcome = if site.is_some() { Outcome::Kept } else { Outcome::Nothing };
                (site, Some(trouble), outcome(report.terminal))
            }
        };
        *shown = Shown { site, trouble, version: shown.version + 1 };
        self.live.tell(shown.version);
        outcome
    }
}

/// How a rebuild ended, in the words of the terminal.
enum Outcome {
    Shown(String),
    Kept(String),
    Nothing(String),
}

impl Outcome {
    fn as_news(&self, begun: Instant) -> News<'_> {
        match self {
            Self::Shown(remarks) => News::Shown { remarks, seconds: begun.elapsed().as_secs_f64() },
            Self::Kept(report) => News::Kept { report },
            Self::Nothing(report) => News::Nothing { report },
        }
    }
}
