//! Five orders, one model: what each document says stands word for word in the data and on the pages.
//!
//! `tests/seeds/<order>.tsv` holds the wording, taken from the orders by hand: what it is, where in the document, the
//! words themselves (quotes, dashes and spaces mended, nothing else). `cargo test --test seeds -- --nocapture` prints
//! how much of it the document, the data and the pages have.
#![expect(clippy::disallowed_methods, reason = "tests read and write their own folders")]

#[path = "seeds/page.rs"]
mod page;
#[path = "seeds/region.rs"]
mod region;
mod support;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use page::{Pages, plain};
use region::lay_out_region;
use support::{Temp, build, copy, put, repository, tree};

/// An order, the project that expresses it, and its programme.
struct Seed {
    order: &'static str,
    project: &'static str,
    programme: &'static str,
}

const SEEDS: [Seed; 5] = [
    Seed { order: "000", project: "tests/sites/000-zelenchuksky", programme: "zelenchuksky" },
    Seed { order: "001", project: "tests/sites/001-dzhidinsky", programme: "dzhidinsky" },
    Seed { order: "002", project: "tests/sites/002-berezniki", programme: "berezniki" },
    Seed { order: "003", project: ".", programme: "professional-development" },
    Seed { order: "004", project: "tests/sites/004-sasovsky", programme: "sasovsky" },
];

/// One wording of a document.
struct Wording {
    kind: String,
    place: String,
    text: String,
}

/// What is counted, with the kinds of wording that it comprises.
const COUNTED: [(&str, &[&str]); 5] = [
    ("goals", &["aim"]),
    ("tasks, directions", &["task", "direction"]),
    ("results", &["result"]),
    ("indicators", &["indicator"]),
    ("targets", &["target"]),
];

impl Seed {
    fn wordings(&self) -> Vec<Wording> {
        let path = repository("tests/seeds").join(self.order).with_extension("tsv");
        let text = fs::read_to_string(path).expect("the list of wordings");
        let rows = text.lines().map(|line| {
            let [kind, place, text] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
            Wording { kind: kind.to_owned(), place: place.to_owned(), text: text.to_owned() }
        });
        rows.collect()
    }

    fn project(&self) -> PathBuf {
        repository(self.project)
    }

    /// The project with the theme of the demonstration.
    fn lay_out(&self, to: &Path) {
        let settings = fs::read_to_string(self.project().join("site.toml")).expect("its settings");
        put(&to.join("site.toml"), settings.replace("\"tiny\"", "\"default\""));
        for folder in ["content", "data"] {
            copy(&self.project().join(folder), &to.join(folder));
        }
    }

    /// What the data hold of a kind, as the pages would say it.
    fn data(&self) -> Data {
        let folder = self.project().join("data/programmes").join(self.programme);
        let read = |name: &str| -> toml::Table {
            let text = fs::read_to_string(folder.join(name)).expect("a file of the programme");
            text.parse().expect("TOML")
        };
        Data { programme: read("programme.toml"), indicators: read("indicators.toml") }
    }
}

/// A programme's own files.
struct Data {
    programme: toml::Table,
    indicators: toml::Table,
}

impl Data {
    /// The titles of a kind, sorted.
    fn titles(&self, kind: &str) -> Vec<String> {
        let rows = |table: &toml::Table, key: &str| {
            table.get(key).and_then(toml::Value::as_array).cloned().unwrap_or_default()
        };
        let of = |row: &toml::Value, key: &str| row.get(key).and_then(toml::Value::as_str).map(plain);
        let title = |row: &toml::Value| of(row, "title");
        let mut titles: Vec<String> = match kind {
            "result" => rows(&self.programme, "result").iter().filter_map(title).collect(),
            "indicator" => rows(&self.indicators, "indicator").iter().filter_map(title).collect(),
            "target" => {
                let targets = |row: &toml::Value| {
                    let id = of(row, "id").expect("an id");
                    let targets = row.get("target").and_then(toml::Value::as_array).cloned();
                    let years = targets.unwrap_or_default().into_iter().map(|it| it["by"].to_string());
                    years.map(|by| format!("{id}: {by}")).collect::<Vec<_>>()
                };
                rows(&self.indicators, "indicator").iter().flat_map(targets).collect()
            }
            _ => {
                let is_it = |row: &&toml::Value| of(row, "kind").as_deref().unwrap_or("task") == kind;
                rows(&self.programme, "goal").iter().filter(is_it).filter_map(title).collect()
            }
        };
        titles.sort();
        titles
    }
}

/// The wordings of a kind; of a target its indicator and year, for its bound is compared as the page words it.
fn titles(wordings: &[Wording], kind: &str) -> Vec<String> {
    let key = |text: &str| match kind {
        "target" => text.splitn(3, ": ").take(2).collect::<Vec<_>>().join(": "),
        _ => plain(text),
    };
    let of_kind = wordings.iter().filter(|wording| wording.kind == kind);
    let mut titles: Vec<String> = of_kind.map(|wording| key(&wording.text)).collect();
    titles.sort();
    titles
}

/// Warnings that are meant: the demonstration shows what a practice looks like whose term has passed.
const EXPLAINED: [&str; 1] = ["предупреждение[C007]: срок пересмотра практики «geography-local-map»"];

fn unexplained(report: &str) -> Vec<&str> {
    let warnings = report.lines().filter(|line| line.starts_with("предупреждение["));
    warnings.filter(|line| !EXPLAINED.iter().any(|known| line.starts_with(known))).collect()
}

/// What `some` has and `all` has not.
fn lacking<'a>(some: &'a [String], all: &[String]) -> Vec<&'a String> {
    some.iter().filter(|title| !all.contains(title)).collect()
}

/// The document's words are in the data, and the pages show what the data hold: no more, no less.
fn compare(seed: &Seed, site: &Path) -> String {
    let (wordings, data, pages) = (seed.wordings(), seed.data(), Pages::read(site, seed.programme));
    let mut line = seed.order.to_owned();
    for (_, kinds) in COUNTED {
        let mut counts = [0; 3];
        for kind in kinds {
            let (said, held, shown) = (titles(&wordings, kind), data.titles(kind), pages.titles(kind));
            assert_eq!(
                lacking(&said, &held),
                Vec::<&String>::new(),
                "{} {kind}: not in the data",
                seed.order
            );
            assert_eq!(held, shown, "{} {kind}: the data, and the pages", seed.order);
            // Only what a document leaves open may be added to it: how its results and indicators are judged.
            let may_grow = ["indicator", "target"].contains(kind) && said.is_empty();
            assert!(may_grow || said.len() == held.len(), "{} {kind}: {held:?} is not {said:?}", seed.order);
            counts = [counts[0] + said.len(), counts[1] + held.len(), counts[2] + shown.len()];
        }
        let [said, held, shown] = counts;
        let _ = write!(line, "\t{said} / {held} / {shown}");
    }
    let lost: Vec<String> = wordings
        .iter()
        .filter(|wording| !pages.say(&wording.kind, &wording.text))
        .map(|wording| format!("{} ({}): {}", wording.kind, wording.place, wording.text))
        .collect();
    assert!(lost.is_empty(), "{}: on no page:\n{}", seed.order, lost.join("\n"));
    let _ = write!(line, "\t{}", wordings.len());
    line
}

#[test]
fn every_word_of_the_orders_stands_on_a_page() {
    let heads: Vec<&str> = COUNTED.iter().map(|(name, _)| *name).collect();
    println!("document / data / pages\nseed\t{}\twordings found", heads.join("\t"));
    for seed in &SEEDS {
        let temp = Temp::new(seed.order);
        seed.lay_out(&temp.at("project"));
        let run = build(&temp.at("project"), &temp.at("public"));
        assert_eq!(unexplained(&run.err), Vec::<&str>::new(), "{}", seed.order);
        println!("{}", compare(seed, &temp.at("public")));
    }
}

/// Lays out all five as one project.
fn region(to: &Path) {
    let projects: Vec<PathBuf> = SEEDS.iter().map(Seed::project).collect();
    let projects: Vec<&Path> = projects.iter().map(PathBuf::as_path).collect();
    let settings = fs::read_to_string(repository("tests/seeds/region.toml")).expect("its settings");
    lay_out_region(&projects, &settings, to);
}

#[test]
fn a_region_holds_all_five_programmes() {
    let temp = Temp::new("region");
    region(&temp.at("project"));
    let run = build(&temp.at("project"), &temp.at("public"));
    assert_eq!(unexplained(&run.err), Vec::<&str>::new());
    for seed in &SEEDS {
        compare(seed, &temp.at("public"));
    }
    let programmes = tree(&temp.at("public")).into_keys().filter(|path| {
        path.strip_prefix("programmes/").is_some_and(|name| name.ends_with(".html") && !name.contains('/'))
    });
    assert_eq!(programmes.count(), SEEDS.len());
}

/// `SEEDS=folder cargo test --test seeds -- --ignored` leaves the projects there, for the tests in a browser.
#[test]
#[ignore = "it lays out projects for other tests"]
fn lay_out_projects() {
    let to = PathBuf::from(std::env::var_os("SEEDS").expect("SEEDS names a folder"));
    for seed in SEEDS.iter().filter(|seed| seed.project != ".") {
        seed.lay_out(&to.join(seed.programme));
    }
    region(&to.join("region"));
}
