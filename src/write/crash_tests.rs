//! Every state in which a killed build may leave the disk, and the build after it.
//!
//! Apart from the other tests, because these make the leftovers by hand: `tests/kill.rs` kills the real program, but
//! cannot choose the moment.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use super::exchange::{self, Method};
use super::manifest::{self, Manifest};
use super::recover;
use super::test_help::{Temp, told};
use super::work::Work;
use crate::diag::Diagnostics;

const OLD: [(&str, &str); 3] = [("a/gone", "1"), ("index.html", "old"), ("same", "s")];
const NEW: [(&str, &str); 3] = [("b/new", "2"), ("index.html", "new"), ("same", "s")];

/// An output with the old site and a stranger, as it stood before the killed build.
fn before() -> Temp {
    let temp = Temp::new();
    temp.publish(&OLD);
    temp.put("public/CNAME", "theirs");
    temp
}

fn leftover(temp: &Temp, name: &str) -> PathBuf {
    temp.path().join(".public.metodbank").join(name)
}

/// The next build makes a complete site, and nothing else is left.
fn check_next_build(temp: &Temp) {
    temp.publish(&NEW);
    let all = ["public/CNAME=theirs", "public/b/new=2", "public/index.html=new", "public/same=s"];
    assert_eq!(temp.tree(""), all);
    assert_eq!(temp.publish(&NEW).0.written, [""; 0]);
}

/// A whole staged tree, as it stands right before the exchange.
fn stage_by_hand(temp: &Temp) {
    let donor = Temp::new();
    donor.put("public/CNAME", "theirs");
    donor.publish(&NEW);
    let text = fs::read_to_string(donor.out().join(manifest::NAME)).unwrap();
    temp.put(&format!(".public.metodbank/next/{}", manifest::NAME), &text);
    for (path, text) in NEW.into_iter().chain([("CNAME", "theirs")]) {
        temp.put(&format!(".public.metodbank/next/{path}"), text);
    }
}

fn exchange_trees(temp: &Temp) {
    let aside = temp.path().join("aside");
    fs::rename(temp.out(), &aside).unwrap();
    fs::rename(leftover(temp, "next"), temp.out()).unwrap();
    fs::rename(aside, leftover(temp, "next")).unwrap();
}

#[test]
fn killed_when_the_working_folder_was_empty() {
    let temp = before();
    fs::create_dir(temp.path().join(".public.metodbank")).unwrap();
    check_next_build(&temp);
    temp.put(".public.metodbank/lock", "");
    check_next_build(&temp);
}

#[test]
fn killed_while_staging() {
    let temp = before();
    temp.put(".public.metodbank/lock", "");
    temp.put(".public.metodbank/next/index.html", "ne");
    temp.put(".public.metodbank/next/same/of/another/build", "x");
    fs::hard_link(temp.out().join("same"), leftover(&temp, "next/b")).unwrap();
    check_next_build(&temp);
}

#[test]
fn killed_before_the_exchange() {
    let temp = before();
    stage_by_hand(&temp);
    check_next_build(&temp);
}

#[test]
fn killed_after_the_exchange_with_the_old_tree_half_removed() {
    for removed in [0, 1, 2] {
        let temp = before();
        stage_by_hand(&temp);
        exchange_trees(&temp);
        for path in ["index.html", "a/gone"].into_iter().take(removed) {
            fs::remove_file(leftover(&temp, "next").join(path)).unwrap();
        }
        assert_eq!(temp.publish(&NEW).0.unchanged, 3, "the new site was complete already");
        check_next_build(&temp);
    }
}

#[test]
fn killed_between_two_renames() {
    for again in ["nobody", "somebody made the folder again"] {
        let temp = before();
        let old = temp.tree("public");
        stage_by_hand(&temp);
        fs::rename(temp.out(), leftover(&temp, "previous")).unwrap();
        if again != "nobody" {
            fs::create_dir(temp.out()).unwrap();
        }
        let mut diagnostics = Diagnostics::default();
        recover(&temp.out(), &mut diagnostics);
        assert_eq!(told(&diagnostics), [""; 0]);
        assert_eq!(temp.tree("public"), old, "the old site is back before the new one is drawn");
        check_next_build(&temp);
    }
}

#[test]
fn killed_between_two_renames_and_then_a_site_that_cannot_be_drawn() {
    let temp = before();
    let old = temp.tree("public");
    fs::create_dir(temp.path().join(".public.metodbank")).unwrap();
    fs::rename(temp.out(), leftover(&temp, "previous")).unwrap();
    let mut diagnostics = Diagnostics::default();
    let broken = super::test_help::Fake::new(&[("x", "!broken")]);
    assert!(super::sync(&broken, &temp.out(), &mut diagnostics).is_err());
    assert_eq!(temp.tree("public"), old);
    check_next_build(&temp);
}

#[test]
fn killed_after_two_renames() {
    let temp = before();
    stage_by_hand(&temp);
    fs::rename(temp.out(), leftover(&temp, "previous")).unwrap();
    fs::rename(leftover(&temp, "next"), temp.out()).unwrap();
    recover(&temp.out(), &mut Diagnostics::default());
    check_next_build(&temp);
}

#[test]
fn the_way_by_two_renames_publishes_too_and_comes_back_when_it_fails() {
    let temp = before();
    let old = temp.tree("public");
    let work = Work::open(&temp.out(), Duration::ZERO).unwrap();
    assert!(exchange::publish(&work, Method::TwoRenames).is_err(), "nothing is staged");
    assert_eq!(temp.tree("public"), old);
    stage_by_hand(&temp);
    assert_eq!(exchange::publish(&work, Method::TwoRenames).unwrap(), Some(work.previous()));
    drop(work);
    check_next_build(&temp);
}

#[test]
fn a_failed_swap_changes_nothing() {
    let temp = before();
    let all = temp.tree("");
    let work = Work::open(&temp.out(), Duration::ZERO).unwrap();
    assert!(exchange::publish(&work, Method::Swap).is_err(), "nothing is staged");
    drop(work);
    assert_eq!(temp.tree(""), all);
}

#[test]
#[cfg(unix)]
fn leftovers_lead_nowhere_outside() {
    let temp = before();
    temp.put("victim/x", "1");
    fs::create_dir(temp.path().join(".public.metodbank")).unwrap();
    for name in ["next", "previous"] {
        std::os::unix::fs::symlink(temp.path().join("victim"), leftover(&temp, name)).unwrap();
    }
    temp.publish(&NEW);
    assert_eq!(temp.tree("victim"), ["x=1"]);
}

#[test]
fn builds_at_the_same_time_take_turns() {
    let temp = before();
    std::thread::scope(|scope| {
        for number in 0..6 {
            let text = format!("site {number}");
            let temp = &temp;
            scope.spawn(move || {
                let site = [("index.html", text.as_str()), ("other", text.as_str())];
                let out = super::test_help::Fake::new(&site);
                assert!(super::sync(&out, &temp.out(), &mut Diagnostics::default()).is_ok());
            });
        }
    });
    let read = |name| fs::read_to_string(temp.out().join(name)).unwrap();
    assert_eq!(read("index.html"), read("other"), "one site, not parts of two");
    let manifest = Manifest::parse(read(manifest::NAME).as_bytes()).unwrap();
    assert_eq!(manifest.paths().collect::<Vec<_>>(), ["index.html", "other"]);
}
