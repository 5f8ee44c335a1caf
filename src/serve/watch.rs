//! Waits until the project is another one than it was.
//!
//! Apart from the building, because systems tell of files in their own ways: some also when a file is only read, some
//! forget a file in a folder that is a moment old, and network disks tell nothing. So an event is only a reason to look;
//! what counts is whether names, sizes or times differ.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, SystemTime};

use notify_debouncer_mini::notify::{self, RecommendedWatcher, RecursiveMode};
use notify_debouncer_mini::{Config, DebounceEventResult, Debouncer, new_debouncer_opt};
use walkdir::WalkDir;

/// What is read of a project, and so what is watched.
const TOPS: [&str; 4] = ["site.toml", "content", "data", "themes"];

/// One save of an editor is several events; this is how long they are taken for one.
const DEBOUNCE: Duration = Duration::from_millis(50);

/// How often the project is looked through without any event.
const SELDOM: Duration = Duration::from_secs(10);

/// The same where the system tells of no events, and the sender of events is gone.
const OFTEN: Duration = Duration::from_secs(1);

/// What ended the waiting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turn {
    /// The project is another one.
    Changed,
    /// Some time has passed.
    Quiet,
}

/// Looks after a project.
pub(super) struct Watch {
    root: PathBuf,
    seen: Seen,
    events: Receiver<Vec<PathBuf>>,
    debouncer: Option<Debouncer<RecommendedWatcher>>,
}

/// Everything that is read, as it was seen last. A folder's time changes with the names in it.
type Seen = BTreeMap<PathBuf, Mark>;
type Mark = (Option<SystemTime>, u64);

impl Watch {
    /// Begins to watch. What happens from now on is not missed, whenever it is waited for.
    pub(super) fn start(root: &Path) -> Self {
        // Events name true paths; what we compare them with must do so too.
        let root = fs::canonicalize(root).unwrap_or_else(|_| root.to_owned());
        let (tell, events) = channel();
        let config = Config::default()
            .with_timeout(DEBOUNCE)
            .with_notify_config(notify::Config::default().with_follow_symlinks(false));
        let handler = move |result: DebounceEventResult| {
            let paths = result.map(|events| events.into_iter().map(|event| event.path).collect());
            // After an error events may be missing: a path that is always new makes us look.
            let _ = tell.send(paths.unwrap_or_else(|_| vec![PathBuf::new()]));
        };
        let debouncer = new_debouncer_opt(config, handler).ok();
        let mut watch = Self { root, seen: Seen::new(), events, debouncer };
        watch.attend();
        watch.look();
        watch
    }

    /// Waits for a change, or for some time.
    pub(super) fn wait(&mut self) -> Turn {
        loop {
            let changed = match self.events.recv_timeout(SELDOM) {
                Ok(paths) if !paths.iter().any(|path| self.concerns(path)) => continue,
                Ok(_) | Err(RecvTimeoutError::Timeout) => self.look(),
                Err(RecvTimeoutError::Disconnected) => {
                    thread::sleep(OFTEN);
                    self.look()
                }
            };
            if changed {
                self.attend();
            }
            return if changed { Turn::Changed } else { Turn::Quiet };
        }
    }

    /// Watches the folders that are there. One that was removed and made again is another one.
    fn attend(&mut self) {
        let Some(debouncer) = &mut self.debouncer else { return };
        let attended = debouncer.watcher().watch(&self.root, RecursiveMode::NonRecursive);
        for top in TOPS.map(|top| self.root.join(top)) {
            if fs::symlink_metadata(&top).is_ok_and(|metadata| metadata.is_dir()) {
                // What cannot be watched is looked at from time to time.
                let _ = debouncer.watcher().watch(&top, RecursiveMode::Recursive);
            }
        }
        if attended.is_err() {
            self.debouncer = None;
        }
    }

    /// Whether something is not as it was at a path. Only asks for its mark: to open a folder would be an event again.
    fn concerns(&self, path: &Path) -> bool {
        let Ok(inside) = path.strip_prefix(&self.root) else { return true };
        let is_ours =
            inside.components().next().is_some_and(|top| TOPS.iter().any(|ours| top.as_os_str() == *ours));
        is_ours && mark(path) != self.seen.get(path).copied()
    }

    /// Looks the whole project through; says whether it is another one.
    fn look(&mut self) -> bool {
        let mut now = Seen::new();
        for top in TOPS {
            let entries = WalkDir::new(self.root.join(top)).into_iter().filter_map(Result::ok);
            now.extend(entries.filter_map(|entry| Some((entry.path().to_owned(), mark(entry.path())?))));
        }
        let differs = now != self.seen;
        self.seen = now;
        differs
    }
}

fn mark(path: &Path) -> Option<Mark> {
    let metadata = fs::symlink_metadata(path).ok()?;
    Some((metadata.modified().ok(), metadata.len()))
}
