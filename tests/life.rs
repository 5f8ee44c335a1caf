//! The life of a practice, seen from outside: what is not public appears nowhere, what is archived stays at its address
//! alone, and no address that was published is lost. The site is `tests/sites/life`, through the real program.
#![expect(clippy::disallowed_methods, reason = "tests read and write their own folders")]

mod support;

use std::fs;

use support::{Run, Temp, Tree, build, lay_out, program, put, run, tree};

const REGISTER: &str = "site/data/addresses.toml";
const PRACTICE: &str = "site/content/practices/reading-pairs.md";

/// Words that stand in the draft and the practice under review, and nowhere else.
const HIDDEN: [&str; 11] = [
    "zebra",
    "жираф",
    "бегемот",
    "крокодил",
    "пеликан",
    "тапир",
    "утконос",
    "лемур",
    "опоссум",
    "выхухол",
    // As an anchor would write it.
    "lemur",
];

/// The site in a folder of its own, in a theme.
fn site(theme: &str) -> Temp {
    let temp = Temp::new("life");
    lay_out("life", &temp.at("site"));
    edit(&temp, "site/site.toml", |text| text.replace("\"tiny\"", &format!("\"{theme}\"")));
    temp
}

fn read(temp: &Temp, path: &str) -> String {
    fs::read_to_string(temp.at(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn edit(temp: &Temp, path: &str, change: impl FnOnce(String) -> String) {
    put(&temp.at(path), change(read(temp, path)));
}

fn published(theme: &str) -> Tree {
    let temp = site(theme);
    build(&temp.at("site"), &temp.at("public"));
    tree(&temp.at("public"))
}

/// The paths of files whose path or text holds a word, whatever its letter case.
fn holding<'a>(files: &'a Tree, word: &str) -> Vec<&'a str> {
    let holds = |text: &str| text.to_lowercase().contains(word);
    let found = files.iter().filter(|(path, bytes)| holds(path) || holds(&String::from_utf8_lossy(bytes)));
    found.map(|(path, _)| path.as_str()).collect()
}

fn command(temp: &Temp, words: &[&str]) -> Run {
    let mut command = program(&[]);
    run(command.args(words).arg("--root").arg(temp.at("site")))
}

#[test]
fn what_is_not_public_appears_in_no_byte() {
    let sources = {
        let temp = site("tiny");
        tree(&temp.at("site/content"))
    };
    for word in HIDDEN.into_iter().filter(|word| *word != "lemur") {
        assert!(!holding(&sources, word).is_empty(), "{word}: is it still in the sources?");
    }
    for theme in ["tiny", "default"] {
        let files = published(theme);
        for word in HIDDEN {
            assert_eq!(holding(&files, word), Vec::<&str>::new(), "{theme}: {word}");
        }
    }
}

#[test]
fn what_is_archived_stands_at_its_address_alone() {
    for theme in ["tiny", "default"] {
        let files = published(theme);
        // Its own page, the redirect from its earlier name, and the map of all pages; the manifest is of no visitor.
        let known = [".metodbank-manifest", "practices/elder.html", "practices/old-way.html", "sitemap.xml"];
        assert_eq!(holding(&files, "old-way"), known, "{theme}");
        assert_eq!(
            holding(&files, "старинке"),
            ["practices/elder.html", "practices/old-way.html"],
            "{theme}"
        );
        let page = String::from_utf8_lossy(&files["practices/old-way.html"]).into_owned();
        assert!(page.contains("описание сохранено"), "{theme}: it says so");
    }
}

#[test]
fn an_earlier_address_leads_to_the_present_one() {
    let files = published("default");
    for (earlier, present, way) in [
        ("practices/pairs.html", "practices/reading-pairs.html", "../practices/reading-pairs.html"),
        ("practices/elder.html", "practices/old-way.html", "../practices/old-way.html"),
        (
            "recommendations/tip.html",
            "recommendations/start-pairs.html",
            "../recommendations/start-pairs.html",
        ),
        ("documents/order-one.html", "documents/order-1.html", "../documents/order-1.html"),
        ("organisations/school-two.html", "organisations/school-2.html", "../organisations/school-2.html"),
        (
            "programmes/growth/indicators/support.html",
            "programmes/growth/indicators/young-support.html",
            "../../../programmes/growth/indicators/young-support.html",
        ),
        ("o-saite.html", "about.html", "about.html"),
    ] {
        let page = String::from_utf8_lossy(&files[earlier]).into_owned();
        assert!(files.contains_key(present), "{present}");
        let canonical = format!("<link rel=\"canonical\" href=\"https://metod.example/life/{present}\">");
        let refresh = format!("<meta http-equiv=\"refresh\" content=\"0; url={way}\">");
        for part in [canonical, refresh, format!("href=\"{way}\""), "content=\"noindex\"".to_owned()] {
            assert!(page.contains(&part), "{earlier}: {part}\n{page}");
        }
        assert_eq!(page.matches("rel=\"canonical\"").count(), 1, "{earlier}");
        // No text and no list leads there any more, though some were written to it.
        let others: Vec<&str> =
            holding(&files, earlier).into_iter().filter(|path| *path != earlier).collect();
        assert_eq!(others, [".metodbank-manifest"], "{earlier}");
    }
}

#[test]
fn a_withdrawn_address_says_why() {
    let files = published("default");
    let page = String::from_utf8_lossy(&files["practices/lost.html"]).into_owned();
    for part in
        ["Практика «Потеря» устарела.", "февраля 2025", "href=\"../practices/reading-pairs.html\"", "noindex"]
    {
        assert!(page.contains(part), "{part}\n{page}");
    }
    assert_eq!(holding(&files, "practices/lost.html"), [".metodbank-manifest", "practices/lost.html"]);
}

/// A correction of values takes the grounds of a recommendation: its address stays, quietly.
#[test]
fn advice_without_grounds_keeps_its_address() {
    let temp = site("default");
    assert_eq!(command(&temp, &["register"]).code, Some(0));
    edit(&temp, "site/data/programmes/growth/values/2024.toml", |text| {
        text.replace("[6, 20]", "[18, 20]").replace("[5, 10]", "[9, 10]")
    });
    let checked = command(&temp, &["check"]);
    assert!(checked.code == Some(0) && checked.out.contains("[C005]"), "{checked:?}");
    build(&temp.at("site"), &temp.at("public"));
    let page = read(&temp, "public/recommendations/start-pairs.html").replace('\u{a0}', " ");
    for part in ["Начать с пар", "нет оснований", "noindex", "у которых основания есть</a>"]
    {
        assert!(page.contains(part), "{part}\n{page}");
    }
    assert!(!page.contains("Попробуйте на одном уроке"), "{page}");
    assert!(read(&temp, "public/recommendations/tip.html").contains("recommendations/start-pairs.html"));
    // A text that links to it still does, and nothing else knows it.
    let files = tree(&temp.at("public"));
    assert_eq!(
        holding(&files, "start-pairs"),
        [
            ".metodbank-manifest",
            "practices/reading-pairs.html",
            "recommendations/start-pairs.html",
            "recommendations/tip.html"
        ]
    );
}

/// Whatever bears a name may be renamed; a programme and a register take all their pages along.
#[test]
fn everything_with_a_name_may_be_renamed() {
    let temp = site("tiny");
    edit(&temp, "site/data/vocabulary.toml", |text| {
        let topic = text.replace("id = \"mentoring\"", "id = \"mentoring\"\naliases = [\"mentors\"]");
        topic
            + "\n[[association]]\nid = \"maths\"\naliases = [\"mathematicians\"]\ntitle = \"Математики\"\n\
               dative = \"математикам\"\n"
    });
    edit(&temp, "site/data/programmes/growth/programme.toml", |text| format!("aliases = [\"rost\"]\n{text}"));
    put(
        &temp.at("site/data/registers/sites.toml"),
        "aliases = [\"places\"]\ntitle = \"Площадки\"\nsingular = \"Площадка\"\nsummary = \"Где посмотреть.\"\n\
         [[entry]]\nid = \"one\"\ntitle = \"Первая\"\nsummary = \"Один день.\"\n",
    );
    edit(&temp, PRACTICE, |text| text + "\n[Тема](topic:mentors), [площадки](register:places).\n");
    build(&temp.at("site"), &temp.at("public"));
    for (earlier, present) in [
        ("topics/mentors", "topics/mentoring"),
        ("associations/mathematicians", "associations/maths"),
        ("registers/places", "registers/sites"),
        ("registers/places/one", "registers/sites/one"),
        ("programmes/rost", "programmes/growth"),
        ("programmes/rost/goals", "programmes/growth/goals"),
        ("programmes/rost/findings/2024", "programmes/growth/findings/2024"),
        // Past the redirect from the indicator's own earlier name.
        ("programmes/rost/indicators/support", "programmes/growth/indicators/young-support"),
    ] {
        let page = read(&temp, &format!("public/{earlier}.html"));
        assert!(page.contains(&format!("page.to.href: {present}.html")), "{earlier}: {page}");
    }
    let page = read(&temp, "public/practices/reading-pairs.html");
    assert!(page.contains("topics/mentoring.html") && page.contains("registers/sites.html"), "{page}");
}

/// What takes the place of a withdrawn page is named as it is called now.
#[test]
fn a_substitute_that_was_renamed_is_named_by_its_page() {
    let temp = site("default");
    edit(&temp, REGISTER, |text| text.replace("practices/reading-pairs.html", "practices/pairs.html"));
    build(&temp.at("site"), &temp.at("public"));
    let page = read(&temp, "public/practices/lost.html");
    assert!(page.contains("href=\"../practices/reading-pairs.html\""), "{page}");
    assert!(!page.contains("Страница переехала"), "{page}");
}

/// Without a register nothing is refused, but the receipt tells what went.
#[test]
fn the_receipt_names_pages_that_went() {
    let temp = site("tiny");
    let out = temp.at("public");
    let build = || command(&temp, &["build", "--out", out.to_str().expect("a plain name")]);
    assert!(!build().out.contains("Реестра адресов нет"));
    fs::remove_file(temp.at(REGISTER)).expect("it was there");
    for n in 10..22 {
        let text = read(&temp, PRACTICE).replace("aliases", "# ");
        put(&temp.at(&format!("site/content/practices/pair-{n}.md")), text);
    }
    let all = build();
    assert!(all.out.contains("Реестра адресов нет"), "{all:?}");
    for n in 10..22 {
        fs::remove_file(temp.at(&format!("site/content/practices/pair-{n}.md"))).expect("it was there");
    }
    let fewer = build();
    let line = fewer.out.lines().find(|line| line.starts_with("Больше не открываются: ")).unwrap_or_default();
    assert!(line.contains("practices/pair-10.html, practices/pair-11.html"), "{fewer:?}");
    assert!(line.ends_with("и ещё 2") && !line.contains(".js"), "{line}");
}

/// B09: a practice is deleted, then renamed, then withdrawn.
#[test]
fn a_published_address_cannot_vanish_unnoticed() {
    let temp = site("tiny");
    put(&temp.at("site/content/practices/quiet-day.md"), read(&temp, PRACTICE).replace("aliases", "# "));
    assert_eq!(command(&temp, &["register"]).code, Some(0));
    build(&temp.at("site"), &temp.at("public"));
    assert!(temp.at("public/practices/quiet-day.html").exists());
    let before = tree(&temp.at("public"));

    fs::rename(
        temp.at("site/content/practices/quiet-day.md"),
        temp.at("site/content/practices/quiet-hour.md"),
    )
    .expect("a new name");
    let refused = command(&temp, &["build", "--out", temp.at("public").to_str().expect("a plain name")]);
    assert_eq!(refused.code, Some(1), "{refused:?}");
    for part in [
        "[A001]",
        "practices/quiet-day.html",
        "data/addresses.toml:",
        "quiet-hour",
        "aliases = [\"quiet-day\"]",
    ] {
        assert!(refused.err.contains(part), "{part}\n{}", refused.err);
    }
    assert_eq!(tree(&temp.at("public")), before, "the site stays as it was");

    edit(&temp, "site/content/practices/quiet-hour.md", |text| {
        text.replace("# ", "aliases = [\"quiet-day\"] # ")
    });
    build(&temp.at("site"), &temp.at("public"));
    assert!(read(&temp, "public/practices/quiet-day.html").contains("practices/quiet-hour.html"));

    fs::remove_file(temp.at("site/content/practices/quiet-hour.md")).expect("it was there");
    assert!(command(&temp, &["check"]).out.contains("[A001]"));
    let row =
        "\n[[withdrawn]]\naddress = \"practices/quiet-day.html\"\ndate = 2025-02-01\nreason = \"Тихо.\"\n";
    edit(&temp, REGISTER, |text| text + row);
    build(&temp.at("site"), &temp.at("public"));
    assert!(read(&temp, "public/practices/quiet-day.html").contains("Тихо."));
    assert!(!temp.at("public/practices/quiet-hour.html").exists(), "no stale page stays");
}

#[test]
fn the_register_is_begun_added_to_and_never_shortened() {
    let temp = site("tiny");
    let first = command(&temp, &["register"]);
    assert!(first.code == Some(0) && first.out.starts_with("Добавлен"), "{first:?}");
    let text = read(&temp, REGISTER);
    assert!(text.starts_with("# Это примечание остаётся.\npublished = [\n  \"about.html\",\n"), "{text}");
    assert!(
        text.contains("reason = \"Справка отозвана.\"") && text.contains("\"practices/lost.html\",\n"),
        "{text}"
    );
    let listed: Vec<&str> = text.lines().filter(|line| line.starts_with("  \"")).collect();
    assert!(listed.is_sorted() && listed.contains(&"  \"practices/pairs.html\","), "{listed:?}");
    assert!(!text.contains("zebra") && !text.contains("bank"), "{text}");
    assert!(command(&temp, &["check"]).out.starts_with("Проверка пройдена, замечаний нет."));

    assert!(command(&temp, &["register"]).out.starts_with("Новых адресов нет."));
    assert_eq!(read(&temp, REGISTER), text, "nothing changes when nothing is new");

    fs::remove_file(temp.at(REGISTER)).expect("it was there");
    assert_eq!(command(&temp, &["register"]).code, Some(0));
    let begun = read(&temp, REGISTER);
    assert!(begun.starts_with("# Опубликованные адреса") && begun.ends_with("]\n"), "{begun}");
    assert!(command(&temp, &["check"]).out.starts_with("Проверка пройдена, замечаний нет."));

    edit(&temp, PRACTICE, |text| text.replace("status", "statos"));
    let refused = command(&temp, &["register"]);
    assert!(refused.code == Some(1) && refused.err.contains("Реестр адресов не тронут"), "{refused:?}");
    assert_eq!(read(&temp, REGISTER), begun);
    assert!(!temp.at("site/data/.addresses.toml.tmp").exists());
}
