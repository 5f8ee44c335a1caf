//! Steady: the same project gives the same bytes, whatever the machine; a change changes what it concerns and nothing
//! else; a mistake changes nothing; and no damage to a file makes the program fall.
#![expect(clippy::disallowed_methods, reason = "tests read and write their own folders")]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use metodbank::cli::{Colour, Voice};
use metodbank::diag::{Diagnostic, Diagnostics, Place, Span};
use metodbank::model::Overrides;
use metodbank::render::output::Output;
use metodbank::source::Sources;
use metodbank::{Request, preview};
use support::{
    Temp, Tree, build, differences, digest, golden_sites, lay_out, program, put, repository, run, tree,
    unpacked,
};

/// Every golden site as a project of its own, and the repository's own site.
fn sites(temp: &Temp) -> Vec<PathBuf> {
    let golden = golden_sites().into_iter().map(|case| {
        let site = temp.at("sites").join(&case);
        lay_out(&case, &site);
        site
    });
    golden.chain([repository("")]).collect()
}

/// When every file and folder of the output was changed last.
fn times(root: &Path) -> BTreeMap<PathBuf, SystemTime> {
    let modified = |path: &Path| fs::metadata(path).and_then(|metadata| metadata.modified()).expect("a time");
    let files = tree(root).into_keys().map(|path| root.join(path));
    let paths = files.flat_map(|path| path.ancestors().map(Path::to_owned).collect::<Vec<_>>());
    let inside = paths.filter(|path| path.starts_with(root));
    inside.map(|path| (path.clone(), modified(&path))).collect()
}

#[test]
fn building_twice_writes_nothing_the_second_time() {
    let temp = Temp::new("twice");
    for site in sites(&temp) {
        let out = temp.at("out").join(site.file_name().expect("a name"));
        build(&site, &out);
        let before = times(&out);
        let second =
            run(program(&[&"build", &"--lang", &"en", &"--root", &site, &"--out", &out]).env("TZ", "UTC"));
        let receipt = second.out.lines().find(|line| line.starts_with("Written:")).unwrap_or_default();
        let unchanged = tree(&out).len() - 1;
        assert_eq!(receipt, format!("Written: 0, unchanged: {unchanged}, removed: 0"), "{}", site.display());
        assert_eq!(times(&out), before, "{}", site.display());
    }
}

/// A build in circumstances of its own, as the hash of all that it wrote.
fn hash(name: &str, command: impl FnOnce(&Path) -> Command) -> String {
    let temp = Temp::new(name);
    let out = temp.at("public");
    let run = run(&mut command(&out));
    assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
    digest(&tree(&out))
}

#[test]
fn the_same_project_gives_the_same_bytes_everywhere() {
    let temp = Temp::new("same");
    for site in sites(&temp) {
        let ordinary = |out: &Path| program(&[&"build", &"--root", &site, &"--out", &out]);
        let expected = hash("ordinary", ordinary);
        let surroundings: [&[(&str, &str)]; 3] = [
            &[("RAYON_NUM_THREADS", "1"), ("TZ", "America/Los_Angeles"), ("LANG", "C"), ("LC_ALL", "C")],
            &[
                ("RAYON_NUM_THREADS", "4"),
                ("TZ", "Asia/Kamchatka"),
                ("LANG", "tr_TR.UTF-8"),
                ("LC_ALL", "tr_TR.UTF-8"),
            ],
            &[
                ("RAYON_NUM_THREADS", "2"),
                ("TZ", ""),
                ("LANG", "ru_RU.KOI8-R"),
                ("TERM", "dumb"),
                ("NO_COLOR", "1"),
            ],
        ];
        for variables in surroundings {
            let other = hash("other", |out| {
                let mut command = ordinary(out);
                command.envs(variables.iter().copied());
                command
            });
            assert_eq!(other, expected, "{}: {variables:?}", site.display());
        }
        let inside = hash("inside", |out| {
            let mut command = program(&[&"build", &"--out", &out]);
            command.current_dir(&site).env_clear();
            command
        });
        assert_eq!(inside, expected, "{}: from inside", site.display());
    }
}

#[test]
fn the_order_in_which_a_folder_lists_its_files_does_not_matter() {
    let temp = Temp::in_memory("order");
    for case in golden_sites() {
        let (one, other) = (temp.at("one").join(&case), temp.at("a-longer-way/other").join(&case));
        lay_out(&case, &one);
        let mut files: Vec<(String, Vec<u8>)> = tree(&one).into_iter().collect();
        // Neither forwards nor backwards: by the hash of the name.
        files.sort_by_key(|(path, _)| digest(&Tree::from([(path.clone(), Vec::new())])));
        files.into_iter().for_each(|(path, bytes)| put(&other.join(path), bytes));
        let of =
            |root: PathBuf| hash("order", move |out| program(&[&"build", &"--root", &root, &"--out", &out]));
        assert_eq!(of(one), of(other), "{case}");
    }
}

/// The files that differ after a change of one file of a golden site.
fn touched(case: &str, file: &str, (from, to): (&str, &str)) -> Vec<String> {
    let temp = Temp::new("touched");
    let site = temp.at("site");
    lay_out(case, &site);
    build(&site, &temp.at("public"));
    let before = tree(&temp.at("public"));
    let text = fs::read_to_string(site.join(file)).expect("a text");
    assert!(text.contains(from), "{file} holds «{from}»");
    put(&site.join(file), text.replace(from, to));
    build(&site, &temp.at("public"));
    let after = tree(&temp.at("public"));
    differences(&before, &after).into_iter().filter(|line| !line.ends_with(".metodbank-manifest")).collect()
}

#[test]
fn a_change_of_one_practice_changes_only_what_quotes_it() {
    let body = touched("two-programmes", "content/practices/other.md", ("Просто текст.", "Другой текст."));
    let text = ["practices/other.html", "search/letters/0.js", "search/texts/0.js", "search/words/0.js"];
    assert_eq!(body, text.map(|path| format!("different  {path}")));
    let title = touched("two-programmes", "content/practices/other.md", ("Соседняя", "Ближняя"));
    let quoting = [
        "bank.html",
        "bank/audience/any_.html",
        "bank/evidence/0.html",
        "bank/form/workshop.html",
        "bank/level/any_.html",
        "bank/organisation/school-1.html",
        "bank/subject/any_.html",
        "bank/year/2023.html",
        "index.html",
        "organisations/school-1.html",
        // It names the other one as related.
        "practices/both.html",
        "practices/other.html",
        "programmes/beta/indicators/reading.html",
        "search/cards/0.js",
        "search/letters/0.js",
        "search/words/0.js",
    ];
    assert_eq!(title, quoting.map(|path| format!("different  {path}")));
    let summary = touched("two-schools", "content/practices/old-way.md", ("Для истории.", "Для памяти."));
    assert_eq!(summary, ["different  practices/old-way.html"]);
}

#[test]
fn a_site_with_a_mistake_leaves_the_last_one_byte_for_byte() {
    let temp = Temp::new("mistake");
    let (site, out) = (temp.at("site"), temp.at("public"));
    lay_out("two-programmes", &site);
    build(&site, &out);
    let (before, when) = (tree(&out), times(&out));
    for (file, text) in [
        ("content/practices/other.md", "+++\ntitle = \"Без остального\"\n+++\n".to_owned()),
        ("data/organisations.toml", "[[organisation".to_owned()),
        ("site.toml", String::new()),
        ("themes/tiny/templates/practice.html", "{{ page.nothing.at.all }}".to_owned()),
        ("themes/tiny/templates/practice.html", "{% if %}".to_owned()),
    ] {
        let good = fs::read(site.join(file)).expect("the good file");
        put(&site.join(file), text);
        let refused = run(&mut program(&[&"build", &"--root", &site, &"--out", &out]));
        assert_eq!(refused.code, Some(1), "{file}: {refused:?}");
        assert_eq!(differences(&before, &tree(&out)), Vec::<String>::new(), "{file}");
        assert_eq!(times(&out), when, "{file}");
        assert!(!temp.at(".public.metodbank").exists(), "{file}: nothing stays beside the output");
        put(&site.join(file), good);
    }
}

/// So many damaged files of a site are tried; evenly out of all that there are, always the same.
const DAMAGES: usize = 300;

/// A file with one thing wrong: cut at a line, a line less, or another number.
fn damages(text: &str) -> Vec<(String, String)> {
    let starts: Vec<usize> = text.match_indices('\n').map(|(at, _)| at + 1).collect();
    let mut damages = Vec::new();
    let mut from = 0;
    for (number, to) in starts.into_iter().enumerate() {
        damages.push((format!("cut after line {}", number + 1), text[..to].to_owned()));
        damages.push((format!("without line {}", number + 1), format!("{}{}", &text[..from], &text[to..])));
        from = to;
    }
    for (at, length) in numbers(text) {
        for other in ["nan", "-1", "1e308"] {
            let changed = format!("{}{other}{}", &text[..at], &text[at + length..]);
            damages.push((format!("{other} at byte {at}"), changed));
        }
    }
    damages
}

/// Where the numbers of a text stand, with their lengths.
fn numbers(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(|c: char| c.is_ascii_digit()).map(|start| at + start) {
        let rest = &text[start..];
        let length = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
        found.push((start, length));
        at = start + length;
    }
    found
}

/// Judges a project, and draws all of it if it is good. What cannot be true is told.
fn check(root: &Path) -> Result<(), String> {
    let overrides = Overrides::on(jiff::civil::date(2025, 2, 10));
    let request = Request { root: root.to_owned(), overrides };
    let mut diagnostics = Diagnostics::default();
    let mut drawn = Ok(());
    let sources = preview(&request, &mut diagnostics, |site, _, _| drawn = draw(site));
    let outside = diagnostics.sorted().into_iter().flat_map(spans).find(|span| !is_inside(&sources, *span));
    if let Some(span) = outside {
        return Err(format!("a span outside its file: {span:?}"));
    }
    if diagnostics.sorted().is_empty() {
        return drawn;
    }
    let arguments = ["check".into(), "--root".into(), root.as_os_str().to_owned()];
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut voice = Voice { out: &mut out, err: &mut err, colour: Colour::Plain };
    metodbank::cli::run(arguments, &mut voice).map_err(|error| error.to_string())?;
    drawn
}

fn spans(diagnostic: &Diagnostic) -> Vec<Span> {
    let own = if let Place::Span(span) = diagnostic.place { Some(span) } else { None };
    own.into_iter().chain(diagnostic.related.iter().copied()).collect()
}

fn is_inside(sources: &Sources, span: Span) -> bool {
    let Some(file) = sources.file(span.file) else { return false };
    let (start, end) = (span.start as usize, span.end as usize);
    start <= end && file.text.is_char_boundary(start) && file.text.is_char_boundary(end)
}

/// Draws every file; a number that is none must not reach it.
fn draw(site: &dyn Output) -> Result<(), String> {
    for (position, path) in site.paths().iter().enumerate() {
        let bytes = site.draw(position).map_err(|complaint| format!("{path}: {complaint:?}"))?;
        let text = if path.ends_with(".xlsx") { unpacked(&bytes) } else { bytes };
        let text = String::from_utf8_lossy(&text);
        let mut words = text.split(|c: char| !c.is_alphanumeric());
        if let Some(word) = words.find(|word| ["NaN", "inf", "Infinity"].contains(word) || word.len() > 1000)
        {
            return Err(format!("{path}: {word}"));
        }
    }
    Ok(())
}

/// Tries the damages of every file of a golden site.
fn assert_stands_damage(case: &str) {
    let temp = Temp::new("damage");
    let site = temp.at("site");
    lay_out(case, &site);
    let texts: Vec<(String, String)> = tree(&site)
        .into_iter()
        .filter(|(path, _)| !path.starts_with("themes/"))
        .filter_map(|(path, bytes)| Some((path, String::from_utf8(bytes).ok()?)))
        .collect();
    let all: Vec<(&str, &str, (String, String))> = texts
        .iter()
        .flat_map(|(path, text)| {
            damages(text).into_iter().map(move |damage| (path.as_str(), text.as_str(), damage))
        })
        .collect();
    let every = all.len().div_ceil(DAMAGES);
    for (path, good, (name, damaged)) in all.into_iter().step_by(every) {
        put(&site.join(path), damaged);
        match catch_unwind(AssertUnwindSafe(|| check(&site))) {
            Ok(Ok(())) => {}
            Ok(Err(trouble)) => panic!("{case}/{path}, {name}: {trouble}"),
            Err(_) => panic!("{case}/{path}, {name}: it fell"),
        }
        put(&site.join(path), good);
    }
}

#[test]
fn no_damage_to_the_data_makes_it_fall() {
    assert_stands_damage("two-schools");
}

#[test]
fn no_damage_to_the_texts_makes_it_fall() {
    assert_stands_damage("markdown");
}
