//! Every complaint has a portrait: `tests/bad/<CODE>-<slug>/` holds the smallest wrong site, `report.txt` the exact text
//! of the terminal. A folder `ok-<slug>` looks wrong and is not: it must pass, and what it passes as stands beside it.
//!
//! A new test is a new folder; `cargo test --test bad bless -- --ignored` writes its `report.txt`, to be read and kept.
#![cfg(unix)]
#![expect(clippy::disallowed_methods, reason = "tests read and write their own folders")]

mod case;

use std::ffi::OsString;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use case::TemporarySite;
use metodbank::cli::{Colour, Exit, Voice, run};
use metodbank::diag::{Level, codes};

/// No case may take longer, on any machine.
const LONGEST: Duration = Duration::from_secs(10);

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// All cases, by name.
fn cases() -> Vec<PathBuf> {
    let mut cases: Vec<PathBuf> = fs::read_dir(folder("tests/bad"))
        .expect("tests/bad")
        .map(|entry| entry.expect("an entry of tests/bad").path())
        .filter(|path| path.is_dir() && !path.ends_with("base"))
        .collect();
    cases.sort();
    cases
}

fn name(case: &Path) -> String {
    case.file_name().expect("a case has a name").to_string_lossy().into_owned()
}

/// What the terminal shows, and how the run ended.
fn check(site: &Path, language: &str) -> (String, Exit) {
    let mut arguments = ["check", "--lang", language, "--root"].map(OsString::from).to_vec();
    arguments.push(site.as_os_str().to_owned());
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut voice = Voice { out: &mut out, err: &mut err, colour: Colour::Plain };
    let exit = run(arguments, &mut voice).expect("a vector takes all bytes");
    out.extend(err);
    (String::from_utf8(out).expect("reports are text"), exit)
}

/// What is wrong with the case, if anything.
fn trouble(case: &Path) -> Option<String> {
    let name = name(case);
    let begun = Instant::now();
    let site = TemporarySite::of(&folder("tests/bad/base"), case);
    let Ok((actual, exit)) = catch_unwind(AssertUnwindSafe(|| check(&site.root, "ru"))) else {
        return Some(format!("{name}: panicked"));
    };
    if begun.elapsed() > LONGEST {
        return Some(format!("{name}: took {:?}", begun.elapsed()));
    }
    let code = codes::find(name.split('-').next().unwrap_or_default());
    let expected_exit =
        if code.is_some_and(|code| code.level == Level::Error) { Exit::Refused } else { Exit::Done };
    if exit != expected_exit {
        return Some(format!("{name}: ended with {exit:?}, not {expected_exit:?}\n{actual}"));
    }
    if let Some(code) = code.filter(|code| !actual.contains(&format!("[{}]", code.id))) {
        return Some(format!("{name}: {} is not in the report\n{actual}", code.id));
    }
    differs(case, &actual)
}

fn differs(case: &Path, actual: &str) -> Option<String> {
    let Ok(expected) = fs::read_to_string(case.join("report.txt")) else {
        return Some(format!(
            "{}: has no report.txt; read this, and bless it if it is right\n{actual}",
            name(case)
        ));
    };
    if expected == actual {
        return None;
    }
    let kept = folder("target/bad").join(format!("{}.txt", name(case)));
    fs::create_dir_all(folder("target/bad")).expect("a folder for what came out");
    fs::write(&kept, actual).expect("a place for what came out");
    let shown = kept.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap_or(&kept).display();
    Some(format!("{}: expected\n{expected}\nbut it is ({shown})\n{actual}", name(case)))
}

#[test]
fn every_complaint_looks_like_its_portrait() {
    let troubles: Vec<String> = cases().iter().filter_map(|case| trouble(case)).collect();
    assert!(troubles.is_empty(), "{} cases\n\n{}", troubles.len(), troubles.join("\n\n"));
}

#[test]
fn the_base_of_all_cases_is_without_fault() {
    let (report, exit) = check(&folder("tests/bad/base"), "ru");
    assert_eq!((report.lines().count(), exit), (1, Exit::Done), "{report}");
}

/// English has no portraits; but it complains of the same, and leaves no gap in a sentence.
#[test]
fn english_complains_of_the_same() {
    let heads = |report: &str| -> Vec<String> {
        let ids =
            report.lines().filter_map(|line| Some(line.split_once('[')?.1.split_once("]: ")?.0.to_owned()));
        ids.filter(|id| codes::find(id).is_some()).collect()
    };
    for case in cases() {
        let site = TemporarySite::of(&folder("tests/bad/base"), &case);
        let ((russian, _), (english, _)) = (check(&site.root, "ru"), check(&site.root, "en"));
        assert_eq!(heads(&russian), heads(&english), "{}", name(&case));
        for report in [russian, english] {
            assert!(!report.contains("{$") && !report.contains('⟨'), "{}: a gap\n{report}", name(&case));
        }
    }
}

/// The same run gives the same words twice, whatever the threads do.
#[test]
fn reports_do_not_depend_on_threads() {
    let case = folder("tests/bad/L001-every-kind");
    let site = TemporarySite::of(&folder("tests/bad/base"), &case);
    assert_eq!(check(&site.root, "ru").0, check(&site.root, "ru").0);
}

/// Writes every `report.txt` anew: `cargo test --test bad bless -- --ignored`, then read the difference.
#[test]
#[ignore = "it rewrites what the other tests expect"]
fn bless() {
    for case in cases() {
        let site = TemporarySite::of(&folder("tests/bad/base"), &case);
        fs::write(case.join("report.txt"), check(&site.root, "ru").0).expect("report.txt");
    }
}
