//! The power of `kill -9`: at whatever moment a build dies, the site is the old one or the new one, whole.
#![cfg(unix)]

mod support;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use support::{Temp, Tree, build, digest, program, put, repository, tree};

/// How often a build is killed.
const KILLS: usize = 60;

/// The repository's own site; in the second version another title changes every page.
fn version(temp: &Temp, name: &str, title: &str) -> PathBuf {
    let root = temp.at(name);
    for folder in ["content", "data"] {
        support::copy(&repository(folder), &root.join(folder));
    }
    let settings = include_str!("../site.toml");
    let titled = settings
        .lines()
        .map(|line| if line.starts_with("title") { format!("title = \"{title}\"") } else { line.to_owned() });
    put(&root.join("site.toml"), titled.collect::<Vec<_>>().join("\n"));
    root
}

/// What a version becomes when nobody disturbs it, and how long that takes.
fn undisturbed(temp: &Temp, root: &Path, name: &str) -> (Tree, Duration) {
    let out = temp.at(name);
    let start = Instant::now();
    build(root, &out);
    (tree(&out), start.elapsed())
}

/// Numbers that look like chance and are the same in every run (Knuth, MMIX).
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u128) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u64::try_from(u128::from(self.0 >> 33) % limit.max(1)).expect("it is below the limit")
    }
}

#[test]
fn a_killed_build_leaves_one_whole_site() {
    let temp = Temp::new("kill");
    let versions = [version(&temp, "a", "Первый"), version(&temp, "b", "Второй")];
    let (first, lasts) = undisturbed(&temp, &versions[0], "first");
    let (second, _) = undisturbed(&temp, &versions[1], "second");
    let whole = [digest(&first), digest(&second)];
    assert_ne!(whole[0], whole[1], "the versions differ");

    let out = temp.at("public");
    build(&versions[0], &out);
    let mut chance = Chance(2024);
    let (mut killed, mut switched) = (0, 0);
    let mut shown = 0;
    for attempt in 0..KILLS {
        let wanted = (attempt + 1) % 2;
        let mut child =
            program(&[&"build", &"--root", &versions[wanted], &"--out", &out]).spawn().expect("it starts");
        // A little longer than a build lasts, so that the moment of the exchange is among the moments.
        std::thread::sleep(Duration::from_micros(chance.below(lasts.as_micros() * 5 / 4)));
        child.kill().expect("the signal is sent");
        let status = child.wait().expect("it ended");
        killed += usize::from(status.code().is_none());
        let now = digest(&tree(&out));
        let found = whole.iter().position(|digest| *digest == now);
        let found =
            found.unwrap_or_else(|| panic!("kill {attempt}: the site is neither the old nor the new one"));
        switched += usize::from(found != shown);
        shown = found;
    }
    assert!(killed * 2 > KILLS, "most builds were killed before their end: {killed}");
    assert!(switched > 0, "some builds were killed after the exchange, or ended");

    build(&versions[1], &out);
    assert_eq!(digest(&tree(&out)), whole[1], "the next build completes");
    assert!(!temp.at(".public.metodbank").exists(), "and leaves no working folder");
}
