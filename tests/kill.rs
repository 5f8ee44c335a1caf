//! `kill -9` at any moment leaves the old site or the new one, whole; and the next build is as good as any.
//!
//! Apart from the crash tests of `src/write`, which stop the writing at chosen steps: here the real program dies, at
//! moments that nobody chose.
#![cfg(unix)]
#![expect(clippy::disallowed_methods, reason = "tests read and write their own folders")]

mod support;

use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

use support::{Started, Temp, Tree, build, differences, lay_out, program, put, tree};

/// Builds that must die before they are done.
const KILLS: usize = 50;
/// Builds that are begun at most: some are done before their hour comes.
const ATTEMPTS: usize = 400;
/// After so many kills, possibly all in a row, a build is left in peace, and must be as good as any.
const IN_PEACE: usize = 4;
/// Practices of the site, each with a page.
const PRACTICES: usize = 150;
const SIGKILL: i32 = 9;

/// A site of about two hundred pages. Its two versions differ on every page, and each has pages of its own.
fn project(temp: &Temp, version: &str) -> PathBuf {
    let site = temp.at(version);
    lay_out("two-schools", &site);
    let settings = fs::read_to_string(site.join("site.toml")).expect("its settings");
    put(&site.join("site.toml"), settings.replace("Две школы", &format!("Сайт {version}")));
    for number in 0..PRACTICES {
        let own = if number % 10 == 0 { version } else { "both" };
        let text = format!(
            "+++\ntitle = \"Практика {number}, {version}\"\nsummary = \"Кратко.\"\norganisation = \"school-1\"\nyear = 2024\n\
             form = \"mentoring\"\nstatus = \"approved\"\n+++\n{}\n",
            format!("Версия {version}. ").repeat(40)
        );
        put(&site.join(format!("content/practices/{own}-{number}.md")), text);
    }
    site
}

/// What a version looks like, built in peace beside the same strangers.
fn reference(temp: &Temp, site: &Path) -> Tree {
    let out = temp.at("reference").join(site.file_name().expect("a name"));
    strangers(&out);
    build(site, &out);
    tree(&out)
}

/// Files of somebody else in the output. They must live through everything, too.
fn strangers(out: &Path) {
    put(&out.join("photos/2024/day.jpg"), "a photo");
    put(&out.join("practices/readme.txt"), "a stranger among our pages");
    put(&out.join(".well-known/proof"), "a proof");
}

/// Numbers that look random and are the same every time (xorshift).
struct Dice(u64);

impl Dice {
    /// A share of `whole`, between nothing and all of it.
    fn share(&mut self, whole: Duration) -> Duration {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        whole.mul_f64(f64::from(u32::try_from(self.0 % 10_000).expect("a small number")) / 10_000.0)
    }
}

/// Begins a build and kills it after a while. Whether it died before it was done.
fn kill_after(delay: Duration, site: &Path, out: &Path) -> bool {
    let mut command = program(&[&"build", &"--root", &site, &"--out", &out]);
    let mut build = Started::new(command.stdout(Stdio::null()).stderr(Stdio::null()));
    thread::sleep(delay);
    build.0.kill().expect("a process to kill");
    build.0.wait().expect("its end").signal() == Some(SIGKILL)
}

fn assert_is_one_of(versions: [&Tree; 2], out: &Path, moment: &str) {
    let found = tree(out);
    if !versions.contains(&&found) {
        let [first, second] = versions.map(|version| differences(version, &found));
        panic!("{moment}: neither\n{}\nnor\n{}", first.join("\n"), second.join("\n"));
    }
}

#[test]
fn a_killed_build_leaves_the_old_site_or_the_new_one() {
    let temp = Temp::new("kill");
    let sites = ["a", "b"].map(|version| project(&temp, version));
    let versions = [reference(&temp, &sites[0]), reference(&temp, &sites[1])];
    assert!(versions[0].len() > 200, "{} files", versions[0].len());
    let out = temp.at("public");
    strangers(&out);
    let begun = Instant::now();
    build(&sites[0], &out);
    let (mut length, mut dice) = (begun.elapsed(), Dice(2025));
    let (mut kills, mut staged, mut published) = (0, 0, 0);
    for attempt in 1..=ATTEMPTS {
        let new = usize::from(tree(&out) == versions[0]);
        let delay = dice.share(length.mul_f64(1.1));
        let died = kill_after(delay, &sites[new], &out);
        let moment = format!("attempt {attempt}, killed after {delay:?} of {length:?}");
        assert_is_one_of([&versions[0], &versions[1]], &out, &moment);
        kills += usize::from(died);
        staged += usize::from(died && temp.at(".public.metodbank/next").exists());
        published += usize::from(died && tree(&out) == versions[new]);
        if attempt % IN_PEACE == 0 {
            let begun = Instant::now();
            build(&sites[new], &out);
            length = (length + begun.elapsed()) / 2;
            assert_is_one_of([&versions[new], &versions[new]], &out, &format!("after {moment}"));
            assert!(
                !temp.at(".public.metodbank").exists(),
                "after {moment}: something stays beside the output"
            );
        }
        if kills >= KILLS {
            break;
        }
    }
    println!("{kills} kills, {staged} of them with a half-built site beside, {published} after the exchange");
    assert!(kills >= KILLS, "only {kills} builds died in time");
    assert!(staged > 0, "no kill met the writing: the test shows nothing");
}
