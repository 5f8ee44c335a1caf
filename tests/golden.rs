//! Golden sites: `tests/sites/<case>/` is a project, its `expected/` every byte of every file that it becomes.
//!
//! The cases share the tiny theme of `tests/theme/`, which says everything in plain lines, so that a difference can be
//! read. What came out otherwise stays in `target/golden/<case>/`; `cargo bless` takes it for right.
#![expect(clippy::disallowed_methods, reason = "tests read and write their own folders")]

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use support::{Temp, Tree, build, differences, golden_sites, lay_out, put, repository, tree};

/// The list of hashes repeats what is compared anyway, and would stand in every difference; `src/write` tests it.
const NOT_COMPARED: &str = ".metodbank-manifest";

/// A difference of packed bytes tells a reader nothing: what stands in the workbooks is looked at by the tests of
/// `render/xlsx.rs` and by `tests/browser/downloads.test.mjs`, their bytes by `steady.rs`.
fn is_workbook(path: &str) -> bool {
    path.ends_with(".xlsx")
}

fn expected(case: &str) -> PathBuf {
    repository("tests/sites").join(case).join("expected")
}

fn actual(case: &str) -> Tree {
    let temp = Temp::new(case);
    lay_out(case, &temp.at("site"));
    build(&temp.at("site"), &temp.at("public"));
    let mut files = tree(&temp.at("public"));
    assert!(files.remove(NOT_COMPARED).is_some(), "{case}: there is a manifest");
    files.retain(|path, _| !is_workbook(path));
    files
}

fn replace(folder: &Path, files: &Tree) {
    let _ = fs::remove_dir_all(folder);
    for (path, bytes) in files {
        put(&folder.join(path), bytes);
    }
}

/// What is wrong with a case, and how to look at it.
fn trouble(case: &str) -> Option<String> {
    let kept = repository("target/golden").join(case);
    let _ = fs::remove_dir_all(&kept);
    if !expected(case).is_dir() {
        return Some(format!("{case}: has no expected/; look at the site, then `cargo bless`"));
    }
    let actual = actual(case);
    let differences = differences(&tree(&expected(case)), &actual);
    if differences.is_empty() {
        return None;
    }
    replace(&kept, &actual);
    let look = format!("diff -ru tests/sites/{case}/expected target/golden/{case}");
    Some(format!("{case}:\n  {}\n  {look}", differences.join("\n  ")))
}

#[test]
fn every_site_is_as_expected_to_the_byte() {
    let troubles: Vec<String> = golden_sites().iter().filter_map(|case| trouble(case)).collect();
    assert!(troubles.is_empty(), "{} sites\n\n{}", troubles.len(), troubles.join("\n\n"));
}

/// A template of the default theme without a plain twin would stand among the tiny ones, and not fit.
#[test]
fn the_tiny_theme_has_every_template_and_every_file() {
    for folder in ["templates", "static"] {
        let names =
            |theme: &str| -> BTreeSet<String> { tree(&repository(theme).join(folder)).into_keys().collect() };
        let (default, tiny) = (names("themes/default"), names("tests/theme"));
        let plain: BTreeSet<String> = ["feed.xml", "robots.txt", "sitemap.xml"].map(str::to_owned).into();
        let lacking: Vec<&String> = default.difference(&tiny).filter(|name| !plain.contains(*name)).collect();
        assert!(
            lacking.is_empty(),
            "tests/theme/{folder} has no {lacking:?}; one line is enough, see home.html"
        );
    }
}

/// Nothing that an author wrote in the hostile site becomes markup or is reckoned with, in the real theme neither.
#[test]
fn the_hostile_site_is_harmless() {
    let temp = Temp::new("hostile");
    lay_out("escaping", &temp.at("site"));
    let settings = fs::read_to_string(temp.at("site/site.toml")).expect("its settings");
    put(&temp.at("site/site.toml"), settings.replace("\"tiny\"", "\"default\""));
    build(&temp.at("site"), &temp.at("public"));
    for site in [tree(&expected("escaping")), tree(&temp.at("public"))] {
        let pages = site.iter().filter(|(path, _)| path.ends_with(".html") || path.ends_with(".xml"));
        let hostile = pages.filter(|(path, bytes)| {
            let text = String::from_utf8_lossy(bytes);
            text.split('<')
                .skip(1)
                .for_each(|tag| assert_harmless(path, tag.split('>').next().unwrap_or(tag)));
            assert!(!text.contains("</script>alert") && !text.contains("}}49"), "{path}");
            text.contains("&lt;script&gt;") && text.contains("{{7*7}}")
        });
        assert!(hostile.count() > 20, "are the tricks still there?");
        let found: Vec<_> = site.iter().filter(|(path, _)| path.starts_with("search/")).collect();
        assert!(found.len() > 6, "are the files of the finder still there?");
        for (path, bytes) in found {
            let script = String::from_utf8_lossy(bytes);
            assert!(!script.contains("</"), "{path}: {script}");
            // Only cards become markup; the scripts take everything else as text.
            if path.starts_with("search/cards/") {
                let cards = script.replace("\\\"", "\"").replace("<\\/", "</");
                cards.split('<').skip(1).for_each(|tag| {
                    assert_harmless(path, tag.split('>').next().unwrap_or(tag));
                });
            }
        }
    }
}

/// A tag of the theme or of Markdown: no handler, no script but the theme's own, no foreign frame or picture.
fn assert_harmless(path: &str, tag: &str) {
    let names: String = tag.split('"').step_by(2).collect();
    assert!(
        !names.contains(" on") && !names.contains("action=") && !names.contains(['\'', '{', '%']),
        "{path}: <{tag}>"
    );
    let name = tag.split([' ', '/', '\n']).next().unwrap_or_default();
    let own = tag.starts_with("script src=\"") && tag.contains("assets/") && !tag.contains("//");
    assert!(own || !["script", "iframe", "object", "embed", "base"].contains(&name), "{path}: <{tag}>");
    let foreign = ["src=\"http", "src=\"//", "javascript:", "data:text"];
    assert!(!foreign.iter().any(|start| tag.contains(start)), "{path}: <{tag}>");
}

/// Writes every `expected/` anew: `cargo bless`, then read the difference.
#[test]
#[ignore = "it rewrites what the other tests expect"]
fn bless() {
    for case in golden_sites() {
        replace(&expected(&case), &actual(&case));
    }
}
