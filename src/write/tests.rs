//! The rules of publication, each on a real folder.
//!
//! Apart from the files, because each of these rules is kept by several of them together.

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use super::manifest::{self, Manifest};
use super::test_help::{Fake, Temp, told};
use super::{Changes, sync};
use crate::diag::Diagnostics;

const SITE: [(&str, &str); 3] = [("a/index.html", "A"), ("index.html", "home"), ("z", "")];

fn changes(written: &[&str], removed: &[&str], unchanged: usize, kept: &[&str]) -> Changes {
    let owned = |list: &[&str]| list.iter().map(ToString::to_string).collect();
    Changes { written: owned(written), removed: owned(removed), unchanged, kept: owned(kept) }
}

fn manifest_of(temp: &Temp) -> Vec<String> {
    let bytes = fs::read(temp.out().join(manifest::NAME)).unwrap();
    Manifest::parse(&bytes).unwrap().paths().map(str::to_owned).collect()
}

/// Every time and every inode below the output: what a build that does nothing leaves alone.
fn fingerprint(temp: &Temp) -> Vec<String> {
    let entries = walkdir::WalkDir::new(temp.out()).sort_by_file_name().into_iter().map(Result::unwrap);
    entries.map(|entry| format!("{:?} {:?}", entry.path(), entry.metadata().unwrap())).collect()
}

#[test]
fn a_first_build_writes_everything_and_a_second_nothing() {
    let temp = Temp::new();
    let (first, said) = temp.publish(&SITE);
    assert_eq!((first, said), (changes(&["a/index.html", "index.html", "z"], &[], 0, &[]), vec![]));
    assert_eq!(temp.tree(""), ["public/a/index.html=A", "public/index.html=home", "public/z="]);
    assert_eq!(manifest_of(&temp), ["a/index.html", "index.html", "z"]);
    let before = fingerprint(&temp);
    assert_eq!(temp.publish(&SITE).0, changes(&[], &[], 3, &[]));
    assert_eq!(fingerprint(&temp), before);
}

#[test]
fn an_empty_folder_and_a_deep_new_place_are_outputs() {
    let temp = Temp::new();
    fs::create_dir(temp.out()).unwrap();
    assert_eq!(temp.publish(&SITE).0.written.len(), 3);
    let deep = temp.path().join("x/y/public/");
    assert!(sync(&Fake::new(&SITE), &deep, &mut Diagnostics::default()).is_ok());
    assert_eq!(temp.tree("x"), ["y/public/a/index.html=A", "y/public/index.html=home", "y/public/z="]);
}

#[test]
fn only_what_changed_is_written_and_only_what_went_is_removed() {
    let temp = Temp::new();
    temp.publish(&[("a/b/old", "1"), ("same", "s"), ("turn", "1")]);
    let old = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000);
    let same = fs::File::options().append(true).open(temp.out().join("same")).unwrap();
    same.set_modified(old).unwrap();
    let (done, said) = temp.publish(&[("new/x", "1"), ("same", "s"), ("turn", "2")]);
    assert_eq!(done, changes(&["new/x", "turn"], &["a/b/old"], 1, &[]));
    assert_eq!(said, [""; 0]);
    assert_eq!(temp.tree("public"), ["new/x=1", "same=s", "turn=2"], "folders that only we had are gone");
    assert_eq!(fs::metadata(temp.out().join("same")).unwrap().modified().unwrap(), old);
    assert_eq!(manifest_of(&temp), ["new/x", "same", "turn"]);
}

#[test]
fn a_file_may_become_a_folder_and_a_folder_a_file() {
    let temp = Temp::new();
    temp.publish(&[("a", "1"), ("b/c/d", "2")]);
    let (done, _) = temp.publish(&[("a/x", "1"), ("b", "2")]);
    assert_eq!(done, changes(&["a/x", "b"], &["a", "b/c/d"], 0, &[]));
    assert_eq!(temp.tree("public"), ["a/x=1", "b=2"]);
}

#[test]
fn what_somebody_deleted_or_edited_of_ours_is_written_anew() {
    let temp = Temp::new();
    temp.publish(&SITE);
    fs::remove_dir_all(temp.out().join("a")).unwrap();
    temp.put("public/index.html", "edited");
    assert_eq!(temp.publish(&SITE).0, changes(&["a/index.html", "index.html"], &[], 1, &[]));
    assert_eq!(temp.tree("public"), ["a/index.html=A", "index.html=home", "z="]);
}

#[test]
fn strangers_stay_and_are_named() {
    let temp = Temp::new();
    temp.publish(&SITE);
    for path in
        [".git/objects/1", ".well-known/acme", "CNAME", "a/note.txt", "photos/1.jpg", "photos/b/2.jpg"]
    {
        temp.put(&format!("public/{path}"), "theirs");
    }
    fs::create_dir_all(temp.out().join(".git/refs/tags")).unwrap();
    let site = [("index.html", "new")];
    let (done, said) = temp.publish(&site);
    let kept = [".git/", ".well-known/", "CNAME", "a/note.txt", "photos/"];
    assert_eq!(done, changes(&["index.html"], &["a/index.html", "z"], 0, &kept));
    assert_eq!(said, [format!("{}: O005 count=2 list=a/note.txt, photos/", temp.out().display())]);
    let all = [
        ".git/objects/1=theirs",
        ".git/refs/tags/",
        ".well-known/acme=theirs",
        "CNAME=theirs",
        "a/note.txt=theirs",
        "index.html=new",
        "photos/1.jpg=theirs",
        "photos/b/2.jpg=theirs",
    ];
    assert_eq!(temp.tree("public"), all);
    assert_eq!(manifest_of(&temp), ["index.html"]);
    let before = fingerprint(&temp);
    let kept = [".git/", ".well-known/", "CNAME", "a/", "photos/"];
    assert_eq!(temp.publish(&site).0, changes(&[], &[], 1, &kept), "nothing of ours is in `a` any more");
    assert_eq!(fingerprint(&temp), before);
}

#[test]
fn a_stranger_at_our_address_stops_the_build() {
    let temp = Temp::new();
    temp.put("public/index.html", "theirs");
    temp.put("public/a", "a file where we need a folder");
    temp.put("public/z/x", "a folder where we need a file");
    let place = |path: &str| format!("{}: O002 path={path}", temp.out().join(path).display());
    assert_eq!(temp.refuse(&SITE), [place("a"), place("index.html"), place("z")]);
}

#[test]
fn a_stranger_in_a_folder_of_ours_keeps_it_from_becoming_a_file() {
    let temp = Temp::new();
    temp.publish(&[("b/c/d", "2")]);
    temp.put("public/b/c/note", "theirs");
    let said = temp.refuse(&[("b", "2")]);
    assert_eq!(said, [format!("{}: O002 path=b", temp.out().join("b").display())]);
}

#[test]
fn a_stranger_with_our_bytes_becomes_ours() {
    let temp = Temp::new();
    temp.put("public/index.html", "home");
    assert_eq!(temp.publish(&SITE).0, changes(&["a/index.html", "z"], &[], 1, &[]));
    assert_eq!(temp.publish(&SITE[..1]).0.removed, ["index.html", "z"]);
}

#[test]
fn their_robots_txt_wins_and_is_told_only_in_the_list() {
    let temp = Temp::new();
    temp.put("public/robots.txt", "theirs");
    let site = [("robots.txt", "ours"), ("x", "1")];
    assert_eq!(temp.publish(&site), (changes(&["x"], &[], 0, &["robots.txt"]), vec![]));
    assert_eq!(temp.publish(&site), (changes(&[], &[], 1, &["robots.txt"]), vec![]));
    assert_eq!(temp.tree("public"), ["robots.txt=theirs", "x=1"]);
    assert_eq!(manifest_of(&temp), ["x"]);
    fs::remove_file(temp.out().join("robots.txt")).unwrap();
    assert_eq!(temp.publish(&site).0, changes(&["robots.txt"], &[], 1, &[]));
    assert_eq!(temp.publish(&[("robots.txt", "new"), ("x", "1")]).0, changes(&["robots.txt"], &[], 1, &[]));
}

#[test]
fn an_edited_file_that_we_no_longer_need_is_a_stranger() {
    let temp = Temp::new();
    temp.publish(&SITE);
    temp.put("public/z", "notes of somebody");
    let (done, said) = temp.publish(&SITE[..2]);
    assert_eq!(done, changes(&[], &[], 2, &["z"]));
    assert!(said[0].ends_with("O005 count=1 list=z"), "{said:?}");
    assert_eq!(manifest_of(&temp), ["a/index.html", "index.html"]);
    assert_eq!(temp.publish(&SITE[..2]).0, changes(&[], &[], 2, &["z"]));
}

#[test]
fn a_hostile_manifest_removes_nothing() {
    let temp = Temp::new();
    temp.publish(&SITE);
    temp.put("victim", "A");
    temp.put("public/.git/HEAD", "A");
    let hex = "559aead08264d5795d3909718cdd05abd49572e84fe55590eef31a88a08fdffd";
    for path in [temp.path().join("victim").to_str().unwrap(), "../victim", "a/../../victim", ".git/HEAD"] {
        temp.put(&format!("public/{}", manifest::NAME), &format!("metodbank-manifest 1\n{hex}  {path}\n"));
        assert_eq!(temp.publish(&SITE).0, changes(&[], &[], 3, &[".git/"]), "{path}");
        assert_eq!(manifest_of(&temp).len(), 3);
    }
    fs::write(temp.out().join(manifest::NAME), b"\xff\xfe").unwrap();
    assert_eq!(temp.publish(&SITE[..2]).0, changes(&[], &[], 2, &[".git/", "z"]));
    assert_eq!(fs::read(temp.path().join("victim")).unwrap(), b"A");
}

#[test]
fn drawing_errors_are_all_told_and_nothing_is_published() {
    let temp = Temp::new();
    temp.publish(&SITE);
    let said = temp.refuse(&[("a/new", "x"), ("b", "!one"), ("index.html", "changed"), ("k", "!two")]);
    assert_eq!(said, ["b: T001 error=one", "k: T001 error=two"]);
    let mut diagnostics = Diagnostics::default();
    let nowhere = temp.path().join("not/yet/there");
    assert!(sync(&Fake::new(&[("b", "!one"), ("c", "x")]), &nowhere, &mut diagnostics).is_err());
    assert!(!temp.path().join("not").exists(), "folders made for nothing are gone");
}

#[test]
fn paths_out_of_the_output_are_refused() {
    let temp = Temp::new();
    temp.publish(&SITE);
    for path in ["/etc/cron.d/x", "../x", "a/../../x", "", ".", "a//b", manifest::NAME] {
        let said = temp.refuse(&[(path, "x"), ("ok", "x")]);
        assert!(said.len() == 1 && said[0].contains("O003 error=bad-path"), "{path}: {said:?}");
    }
    let said = temp.refuse(&[("x", "1"), ("x/y", "2")]);
    assert!(said.len() == 1 && said[0].contains("O003 error="), "{said:?}");
}

#[test]
fn an_output_that_is_a_file_or_below_one_is_refused() {
    let temp = Temp::new();
    temp.put("public", "a file");
    assert!(temp.refuse(&SITE)[0].contains("O003 error=not-a-folder"));
    let mut diagnostics = Diagnostics::default();
    assert!(sync(&Fake::new(&SITE), &temp.out().join("x"), &mut diagnostics).is_err());
    assert!(told(&diagnostics)[0].contains("O003 error=not-a-folder"));
    assert!(sync(&Fake::new(&SITE), Path::new("/"), &mut Diagnostics::default()).is_err());
}

#[test]
fn a_folder_at_the_manifests_name_is_a_stranger() {
    let temp = Temp::new();
    temp.put(&format!("public/{}/x", manifest::NAME), "");
    assert!(temp.refuse(&SITE)[0].ends_with("O002 path=.metodbank-manifest"));
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

    use super::*;

    #[test]
    fn links_are_carried_over_and_never_followed() {
        let temp = Temp::new();
        temp.publish(&SITE);
        temp.put("secret/x", "1");
        symlink(temp.path().join("secret"), temp.out().join("link")).unwrap();
        symlink("nowhere", temp.out().join("dangling")).unwrap();
        let (done, _) = temp.publish(&[("index.html", "new")]);
        assert_eq!(done.kept, ["dangling", "link"]);
        let target = temp.path().join("secret");
        let link = format!("link->{}", target.display());
        assert_eq!(temp.tree("public"), ["dangling->nowhere", "index.html=new", &link]);
        assert_eq!(temp.tree("secret"), ["x=1"]);
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn a_pipe_is_carried_over_and_never_opened() {
        let temp = Temp::new();
        temp.publish(&SITE);
        let pipe = temp.out().join("pipe");
        let kind = rustix::fs::FileType::Fifo;
        rustix::fs::mknodat(rustix::fs::CWD, &pipe, kind, 0o600.into(), 0).unwrap();
        assert_eq!(temp.publish(&[("index.html", "new")]).0.kept, ["pipe"]);
        assert_eq!(temp.tree("public"), ["index.html=new", "pipe?"]);
        assert!(temp.refuse(&[("pipe", "1")])[0].ends_with("O002 path=pipe"));
    }

    #[test]
    fn a_link_at_our_address_or_above_it_is_a_stranger() {
        let temp = Temp::new();
        temp.publish(&[("a/index.html", "A"), ("index.html", "home")]);
        temp.put("other/index.html", "A");
        fs::remove_dir_all(temp.out().join("a")).unwrap();
        symlink(temp.path().join("other"), temp.out().join("a")).unwrap();
        fs::remove_file(temp.out().join("index.html")).unwrap();
        symlink(temp.path().join("other/index.html"), temp.out().join("index.html")).unwrap();
        let said = temp.refuse(&SITE);
        assert!(
            said.len() == 2 && said[0].ends_with("path=a") && said[1].ends_with("path=index.html"),
            "{said:?}"
        );
    }

    #[test]
    fn an_output_that_is_a_link_is_refused() {
        let temp = Temp::new();
        temp.put("www/x", "1");
        symlink(temp.path().join("www"), temp.out()).unwrap();
        assert!(temp.refuse(&SITE)[0].contains("O003 error=not-a-folder"));
        let mut diagnostics = Diagnostics::default();
        let with_slash = format!("{}/", temp.out().display());
        assert!(sync(&Fake::new(&SITE), Path::new(&with_slash), &mut diagnostics).is_err());
        assert_eq!(temp.tree("www"), ["x=1"]);
    }

    #[test]
    fn permissions_of_folders_and_files_stay() {
        let temp = Temp::new();
        temp.publish(&SITE);
        temp.put("public/photos/shut/1.jpg", "1");
        let modes = [
            ("", 0o751),
            ("a", 0o710),
            ("photos", 0o705),
            ("photos/shut", 0o555),
            ("photos/shut/1.jpg", 0o444),
        ];
        let set = |path, mode| {
            fs::set_permissions(temp.out().join(path), fs::Permissions::from_mode(mode)).unwrap();
        };
        modes.into_iter().for_each(|(path, mode)| set(path, mode));
        for round in ["one", "two"] {
            temp.publish(&[("a/index.html", round), ("b", round)]);
            for (path, mode) in modes {
                let found = fs::metadata(temp.out().join(path)).unwrap().mode() & 0o777;
                assert_eq!(found, mode, "{path} after {round}");
            }
        }
        set("photos/shut", 0o755);
    }

    #[test]
    fn a_later_build_never_alters_an_older_tree() {
        let temp = Temp::new();
        temp.publish(&SITE);
        let twin = temp.path().join("twin");
        fs::hard_link(temp.out().join("index.html"), &twin).unwrap();
        temp.publish(&[("a/index.html", "B"), ("index.html", "home")]);
        assert_eq!(fs::metadata(&twin).unwrap().nlink(), 2, "an unchanged file is the same file");
        temp.publish(&[("index.html", "changed")]);
        assert_eq!(fs::read(&twin).unwrap(), b"home");
        assert_eq!(fs::metadata(&twin).unwrap().nlink(), 1);
    }

    #[test]
    fn a_read_only_parent_is_named() {
        let temp = Temp::new();
        temp.put("shut/public/x", "1");
        let shut = temp.path().join("shut");
        fs::set_permissions(&shut, fs::Permissions::from_mode(0o555)).unwrap();
        let is_superuser = rustix::fs::access(&shut, rustix::fs::Access::WRITE_OK).is_ok();
        let mut diagnostics = Diagnostics::default();
        let result = sync(&Fake::new(&SITE), &shut.join("public"), &mut diagnostics);
        fs::set_permissions(&shut, fs::Permissions::from_mode(0o755)).unwrap();
        if !is_superuser {
            assert!(result.is_err());
            assert!(
                told(&diagnostics)[0].contains("O003 error=permission-denied"),
                "{:?}",
                told(&diagnostics)
            );
            assert_eq!(temp.tree("shut"), ["public/x=1"]);
        }
    }
}
