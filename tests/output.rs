//! The output folder, through the real command: what is refused, what is kept, what goes.
#![expect(clippy::disallowed_methods, reason = "tests read and write their own folders")]
#![cfg(unix)]

mod support;

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

use support::{Run, Temp, build, copy, program, put, repository, run, tree};

/// The smallest site that builds without a word.
fn site(name: &str) -> Temp {
    let temp = Temp::new(name);
    copy(&repository("tests/bad/base"), &temp.at("site"));
    temp
}

fn try_build(temp: &Temp, out: &Path) -> Run {
    run(&mut program(&[&"build", &"--root", &temp.at("site"), &"--out", &out]))
}

/// The run was refused with a code, and the code's words are there.
fn refused(run: &Run, code: &str) {
    assert_eq!(run.code, Some(1), "{}{}", run.out, run.err);
    assert!(run.err.contains(&format!("[{code}]")), "no {code} in:\n{}", run.err);
}

#[test]
fn o001_a_folder_that_is_no_place_for_a_site_is_refused_and_untouched() {
    let temp = site("o001");
    let before = tree(&temp.at("site"));
    symlink(temp.at("elsewhere"), temp.at("link")).expect("a link");
    fs::create_dir(temp.at("elsewhere")).expect("where it leads");
    for out in ["site", "site/content", "site/content/public", "site/data/x", ".", "link"] {
        refused(&try_build(&temp, &temp.at(out)), "O001");
    }
    refused(&try_build(&temp, Path::new("/")), "O001");
    assert_eq!(tree(&temp.at("site")), before);
    assert!(tree(&temp.at("elsewhere")).is_empty());
}

#[test]
fn o002_a_stranger_at_our_address_stops_the_build() {
    let temp = site("o002");
    put(&temp.at("public/index.html"), "чужая страница");
    let before = tree(&temp.at("public"));
    refused(&try_build(&temp, &temp.at("public")), "O002");
    assert_eq!(tree(&temp.at("public")), before);
}

#[test]
fn o003_a_place_that_cannot_be_written_is_named() {
    let temp = site("o003");
    put(&temp.at("file"), "не папка");
    let run = try_build(&temp, &temp.at("file/public"));
    refused(&run, "O003");
    assert!(run.err.contains("file"), "{}", run.err);
}

#[test]
fn o004_two_pages_cannot_stand_at_one_address() {
    let temp = site("o004");
    put(
        &temp.at("site/content/pages/bank.md"),
        "+++\ntitle = \"Банк\"\nsummary = \"Второй банк.\"\n+++\nТекст.\n",
    );
    let run = try_build(&temp, &temp.at("public"));
    refused(&run, "O004");
    assert!(run.err.contains("bank.html"), "{}", run.err);
    assert!(!temp.at("public").exists());
}

#[test]
fn o005_strangers_stay_and_the_author_is_told() {
    let temp = site("o005");
    build(&temp.at("site"), &temp.at("public"));
    let strangers = [
        (".git/HEAD", "ref"),
        (".well-known/security.txt", "x"),
        ("yandex_123.html", "метка"),
        ("robots.txt", "User-agent: *\n"),
        ("фото/1.jpg", "снимок"),
    ];
    for (path, text) in strangers {
        put(&temp.at("public").join(path), text);
    }
    put(
        &temp.at("site/content/pages/extra.md"),
        "+++\ntitle = \"Ещё\"\nsummary = \"Ещё одна.\"\n+++\nТекст.\n",
    );
    let run = build(&temp.at("site"), &temp.at("public"));
    let files = tree(&temp.at("public"));
    for (path, text) in strangers.iter().filter(|(path, _)| *path != "robots.txt") {
        assert_eq!(files.get(*path).map(Vec::as_slice), Some(text.as_bytes()), "{path}");
    }
    assert!(files.contains_key("extra.html"));
    assert!(run.err.contains("[O005]") && run.err.contains("фото"), "{}", run.err);
    assert!(!run.err.contains(".well-known"), "expected strangers are not worth a word: {}", run.err);
}

#[test]
fn a_robots_file_of_theirs_is_kept() {
    let temp = site("robots");
    put(&temp.at("public/robots.txt"), "User-agent: *\nDisallow: /\n");
    build(&temp.at("site"), &temp.at("public"));
    assert_eq!(tree(&temp.at("public"))["robots.txt"], b"User-agent: *\nDisallow: /\n");
}

#[test]
fn a_removed_text_leaves_and_nothing_else_does() {
    let temp = site("removed");
    let page = temp.at("site/content/pages/extra.md");
    put(&page, "+++\ntitle = \"Ещё\"\nsummary = \"Ещё одна.\"\n+++\nТекст.\n");
    build(&temp.at("site"), &temp.at("public"));
    put(&temp.at("public/фото/1.jpg"), "снимок");
    assert!(temp.at("public/extra.html").exists());
    fs::remove_file(&page).expect("the page's text goes");
    build(&temp.at("site"), &temp.at("public"));
    assert!(!temp.at("public/extra.html").exists());
    assert!(temp.at("public/фото/1.jpg").exists());
}

#[test]
fn an_error_leaves_the_last_site_as_it_was() {
    let temp = site("error");
    build(&temp.at("site"), &temp.at("public"));
    let before = tree(&temp.at("public"));
    put(&temp.at("site/content/pages/broken.md"), "+++\ntitle = \n+++\n");
    refused(&try_build(&temp, &temp.at("public")), "F003");
    assert_eq!(tree(&temp.at("public")), before);
    assert!(!temp.at(".public.metodbank").exists());
}

#[test]
fn a_template_that_fails_publishes_nothing() {
    let temp = site("template");
    build(&temp.at("site"), &temp.at("public"));
    let before = tree(&temp.at("public"));
    put(&temp.at("site/themes/default/templates/bank.html"), "{{ page.nothing }}");
    refused(&try_build(&temp, &temp.at("public")), "T001");
    assert_eq!(tree(&temp.at("public")), before);
}
