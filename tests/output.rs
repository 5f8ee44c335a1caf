//! The output folder through the real command: where a site may not be written, and what is never lost there.
//!
//! Apart from `tests/bad`, because these complaints (O001–O006) come only from `build`, and depend on what stands in the
//! output; their portraits are below.
#![cfg(unix)]
#![expect(clippy::disallowed_methods, reason = "tests read and write their own folders")]

mod support;

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;
use std::thread;

use support::{Run, Temp, copy, program, put, repository, run, tree};

/// A small good project at `site` in a folder of its own.
fn project() -> Temp {
    let temp = Temp::new("output");
    copy(&repository("tests/bad/base"), &temp.at("site"));
    temp
}

/// `build --root site --out OUT`, as if it were typed in the temporary folder.
fn command(temp: &Temp, out: impl AsRef<Path>) -> Command {
    let mut command = program(&[&"build", &"--root", &"site", &"--out", &out.as_ref()]);
    command.current_dir(temp.at("")).env("HOME", temp.at("home"));
    command
}

fn build(temp: &Temp, out: &str) -> Run {
    run(&mut command(temp, out))
}

/// Builds, which must be refused; everything stays as it was. What was said comes back without the name of the folder.
#[track_caller]
fn refused(temp: &Temp, out: &str) -> String {
    let before = tree(&temp.at(""));
    let run = build(temp, out);
    assert_eq!(run.code, Some(1), "{out}: {run:?}");
    assert_eq!(tree(&temp.at("")), before, "{out}: nothing is written, nothing is removed");
    run.err.replace(temp.at("").to_str().expect("a plain name"), "…/")
}

#[track_caller]
fn built(temp: &Temp, out: &str) -> Run {
    let run = build(temp, out);
    assert_eq!(run.code, Some(0), "{out}: {run:?}");
    run
}

/// The same report as the terminal shows, without its last line.
#[track_caller]
fn assert_portrait(report: &str, portrait: &str) {
    let complaint = report.split("\n\n").next().unwrap_or_default();
    assert_eq!(complaint, portrait, "\n{report}");
}

#[test]
fn o001_an_unsafe_place_is_refused() {
    const ROOT: &str = "прямо в папку проекта";
    const ABOVE: &str = "внутри которой лежит сам проект";
    const INSIDE: &str = "внутрь материалов";
    const LINK: &str = "символическая ссылка";
    const SYSTEM: &str = "папка системы или ваша домашняя папка";
    let temp = project();
    put(&temp.at("home/letter.txt"), "mine");
    put(&temp.at("web/index.html"), "a site of somebody else");
    put(&temp.at("site/src/x"), "");
    put(&temp.at("site/.git/HEAD"), "ref: refs/heads/main");
    symlink(temp.at("web"), temp.at("site/public")).expect("a link");
    symlink(temp.at("web"), temp.at("link")).expect("a link");
    symlink(temp.at("nowhere"), temp.at("dangling")).expect("a link");
    let cases = [
        ("site", ROOT),
        ("site/", ROOT),
        ("site/.", ROOT),
        ("site/public/..", LINK),
        ("site/../", SYSTEM),
        ("site/content", INSIDE),
        ("site/content/practices/deep", INSIDE),
        ("site/CONTENT/x", INSIDE),
        ("site/data", INSIDE),
        ("site/themes/mine", INSIDE),
        ("site/src", INSIDE),
        ("site/.git", INSIDE),
        ("site/.git/hooks", INSIDE),
        ("site/public", LINK),
        ("site/public/", LINK),
        ("site/public/deeper", LINK),
        ("link", LINK),
        ("dangling", LINK),
        ("home", SYSTEM),
        ("/", SYSTEM),
    ];
    for (out, reason) in cases {
        let report = refused(&temp, out);
        assert!(report.contains("[O001]") && report.contains(reason), "{out}: {reason}\n{report}");
    }
    copy(&repository("tests/bad/base"), &temp.at("district/site"));
    let above = run(command(&temp, "district").args(["--root", "district/site"]));
    assert!(above.code == Some(1) && above.err.contains(ABOVE), "{above:?}");
    assert_eq!(
        fs::read_dir(temp.at("district")).expect("a folder").count(),
        1,
        "nothing new beside the project"
    );
    assert_portrait(
        &refused(&temp, "site/content/x"),
        "ошибка[O001]: сайт нельзя записать внутрь материалов: в следующий раз он прочёл бы сам себя\n\
         --> site/content/x\n \
         = что сделать: выберите отдельную папку, например `--out public`",
    );
}

/// An unsafe place is told together with the mistakes of the texts.
#[test]
fn o001_does_not_hide_other_mistakes() {
    let temp = project();
    put(&temp.at("site/content/pages/odd.md"), "no front matter");
    let report = refused(&temp, "site/data/x");
    assert!(report.contains("[O001]") && report.contains("[F001]"), "{report}");
}

#[test]
fn o002_a_stranger_at_our_address_is_never_overwritten() {
    let temp = project();
    put(&temp.at("public/index.html"), "a page of somebody else");
    assert_portrait(
        &refused(&temp, "public"),
        "ошибка[O002]: на месте страницы сайта лежит чужой файл\n\
         --> …/public/index.html\n \
         = что сделать: перенесите его в другое место: программа не трогает того, что записала не она",
    );
    fs::remove_file(temp.at("public/index.html")).expect("no stranger");
    // A folder where a page belongs, a file where a folder belongs, a link: all are told at once.
    put(&temp.at("public/bank.html/x"), "");
    put(&temp.at("public/practices"), "");
    symlink(temp.at("site/site.toml"), temp.at("public/404.html")).expect("a link");
    let report = refused(&temp, "public");
    for path in ["public/bank.html", "public/practices", "public/404.html"] {
        assert!(report.contains(&format!("--> …/{path}\n")), "{path}: {report}");
    }
}

#[test]
fn o003_a_place_that_cannot_be_written_is_named() {
    let temp = project();
    put(&temp.at("file"), "not a folder");
    for out in ["file", "file/x"] {
        assert!(refused(&temp, out).contains("[O003]: сайт не записан: на месте папки лежит файл"), "{out}");
    }
    fs::create_dir(temp.at("shut")).expect("a folder");
    fs::set_permissions(temp.at("shut"), fs::Permissions::from_mode(0o555)).expect("its permissions");
    let mut command = command(&temp, "shut/public");
    // Nothing is shut for the superuser; but it may ask somebody else to try.
    if fs::write(temp.at("shut/probe"), "").is_ok() {
        fs::remove_file(temp.at("shut/probe")).expect("no probe");
        command.uid(65534).gid(65534);
    }
    let before = tree(&temp.at(""));
    // Where the other one may not even read the program, there is nothing to be seen.
    let Ok(output) = command.output() else { return };
    let report =
        String::from_utf8_lossy(&output.stderr).replace(temp.at("").to_str().expect("a plain name"), "…/");
    assert_eq!((output.status.code(), tree(&temp.at(""))), (Some(1), before), "{report}");
    assert_portrait(
        &report,
        "ошибка[O003]: сайт не записан: нет права на запись\n\
         --> …/shut\n \
         = что сделать: дайте себе право на запись в эту папку или выберите другую: `--out public`; прежний сайт цел",
    );
}

#[test]
fn o004_two_pages_at_one_address_are_told() {
    let temp = project();
    built(&temp, "public");
    put(
        &temp.at("site/content/pages/bank.md"),
        "+++\ntitle = \"Банк\"\nsummary = \"Другой банк.\"\n+++\nТекст.\n",
    );
    assert_portrait(
        &refused(&temp, "public"),
        "ошибка[O004]: у страниц «Банк практик» и «Банк» один адрес: bank.html\n \
         --> content/pages/bank.md:1:1\n  \
         |\n\
         1 | +++\n  \
         | ^ этот файл\n  \
         |\n  \
         = что сделать: переименуйте файл одной из них",
    );
}

/// B07: what is not ours stays, whatever happens to the site.
#[test]
fn o005_strangers_are_kept_and_the_odd_ones_are_listed() {
    let temp = project();
    let expected = [
        (".git/HEAD", "ref: refs/heads/main"),
        (".well-known/acme-challenge/token", "a proof"),
        ("yandex_0123.html", "a proof"),
        ("google0123.html", "a proof"),
        ("CNAME", "metod.example"),
        (".htaccess", "Options -Indexes"),
        ("robots.txt", "User-agent: *\nDisallow: /drafts\n"),
    ];
    for (path, text) in expected {
        put(&temp.at("public").join(path), text);
    }
    let quiet = built(&temp, "public");
    assert!(!quiet.err.contains("O005"), "the expected strangers need no warning: {}", quiet.err);
    put(&temp.at("public/photos/2024/day.jpg"), "a photo");
    put(&temp.at("public/practices/old.html"), "a page of an older program");
    let warned = built(&temp, "public");
    assert_portrait(
        &warned.err,
        "предупреждение[O005]: в папке сайта остались чужие файлы (2): photos/, practices/old.html\n\
         --> public\n \
         = что сделать: если они не нужны, удалите их сами: их увидят посетители, а программа удаляет только то, что записала",
    );
    put(
        &temp.at("site/site.toml"),
        fs::read_to_string(temp.at("site/site.toml")).expect("it").replace("Метод", "Мет"),
    );
    built(&temp, "public");
    let odd = [("photos/2024/day.jpg", "a photo"), ("practices/old.html", "a page of an older program")];
    for (path, text) in expected.into_iter().chain(odd) {
        assert_eq!(fs::read_to_string(temp.at("public").join(path)).expect(path), text, "{path}");
    }
}

/// The folder of one edition is never that of the other, whichever came first and however the command is typed.
#[test]
fn o006_the_other_edition_is_never_overwritten() {
    let temp = project();
    let internal = |out: &str| run(command(&temp, out).args(["--edition", "internal"]));
    built(&temp, "public");
    assert_eq!(internal("secret").code, Some(0));
    let before = tree(&temp.at(""));
    let over_public = internal("public");
    assert_eq!((over_public.code, tree(&temp.at(""))), (Some(1), before), "{over_public:?}");
    assert!(over_public.err.contains("[O006]: внутренняя редакция не записана"), "{over_public:?}");
    assert_portrait(
        &refused(&temp, "secret"),
        "ошибка[O006]: сайт для всех не записан: в этой папке лежит внутренняя редакция\n\
         --> secret\n \
         = что сделать: выберите другую папку; без `--out` сайт для всех ложится в `public`",
    );
    assert_eq!(internal("secret").code, Some(0), "its own folder takes it again");
}

#[test]
fn the_internal_edition_has_its_own_folder_and_says_so_on_every_page() {
    let temp = project();
    put(
        &temp.at("site/data/programmes/growth/values/2024.toml"),
        "collected = 2024-12-20\n\n[young-support]\norganisation.school-1 = [12, 20]\norganisation.school-2 = [3, 10]\n",
    );
    let here = |edition: &str| {
        let mut command = program(&[&"build", &"--root", &"site", &"--edition", &edition]);
        run(command.current_dir(temp.at("")).env("HOME", temp.at("home")))
    };
    let (public, internal) = (here("public"), here("internal"));
    assert_eq!((public.code, internal.code), (Some(0), Some(0)), "{internal:?}");
    assert!(
        internal.out.contains("Внутренняя редакция") && !public.out.contains("Внутренняя"),
        "{internal:?}"
    );
    let pages = |folder: &str| {
        let files = tree(&temp.at(folder)).into_iter().filter(|(path, _)| path.ends_with(".html"));
        files.map(|(path, bytes)| (path, String::from_utf8(bytes).expect("text"))).collect::<Vec<_>>()
    };
    for (path, text) in pages("site/internal") {
        assert!(text.contains("Внутренняя редакция.") && text.contains("\"noindex"), "{path}");
    }
    for (path, text) in pages("site/public") {
        assert!(!text.contains("Внутренняя редакция"), "{path}");
    }
    let robots = |folder: &str| fs::read_to_string(temp.at(folder).join("robots.txt")).expect("robots.txt");
    assert!(
        robots("site/internal").contains("Disallow: /\n") && !robots("site/public").contains("Disallow: /")
    );
    let values = |folder: &str| {
        let files =
            tree(&temp.at(folder)).into_iter().filter(|(path, _)| path.ends_with("young-support.csv"));
        files.map(|(_, bytes)| String::from_utf8(bytes).expect("text")).collect::<String>()
    };
    assert!(values("site/internal").contains(",3,10,") && !values("site/public").contains(",3,10,"));
}

/// B09: what is no longer in the project is no longer in the site; strangers beside it stay.
#[test]
fn a_removed_practice_disappears_and_takes_nobody_along() {
    let temp = project();
    let text = fs::read_to_string(temp.at("site/content/practices/reading-pairs.md")).expect("a practice");
    put(&temp.at("site/content/practices/second.md"), text.replace("Чтение в парах", "Вторая"));
    put(&temp.at("site/content/practices/third/index.md"), text.replace("Чтение в парах", "Третья"));
    put(&temp.at("site/content/practices/third/plan.pdf"), "%PDF-1.4\n%%EOF\n");
    built(&temp, "public");
    for page in ["second.html", "third.html", "third/plan.pdf"] {
        assert!(temp.at("public/practices").join(page).exists(), "{page}");
    }
    put(&temp.at("public/practices/third/notes.txt"), "a stranger in a folder of ours");
    fs::remove_dir_all(temp.at("site/content/practices/third")).expect("it goes");
    fs::rename(temp.at("site/content/practices/second.md"), temp.at("site/content/practices/renamed.md"))
        .expect("another name");
    let run = run(command(&temp, "public").args(["--lang", "en"]));
    assert!(run.out.contains("removed: 3"), "{run:?}");
    let site = tree(&temp.at("public"));
    let pages: Vec<&str> = site.keys().filter_map(|path| path.strip_prefix("practices/")).collect();
    assert_eq!(pages, ["reading-pairs.html", "renamed.html", "third/notes.txt"]);
    for (path, bytes) in site.iter().filter(|(path, _)| path.as_str() != "practices/third/notes.txt") {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains("second.html") && !text.contains("third"), "{path} still speaks of them");
    }
}

/// A manifest is a file like any other: somebody may have damaged or forged it.
#[test]
fn a_forged_manifest_removes_nothing() {
    let temp = project();
    put(&temp.at("secret.txt"), "x");
    built(&temp, "public");
    put(&temp.at("public/photo.jpg"), "x");
    let hash = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881";
    for forged in [
        format!("metodbank-manifest 1\n{hash}  ../secret.txt\n"),
        format!("metodbank-manifest 1\n{hash}  {}\n", temp.at("secret.txt").display()),
        format!("metodbank-manifest 1\n{hash}  photo.jpg\n{hash}  photo.jpg\n"),
        format!("metodbank-manifest 2\n{hash}  photo.jpg\n"),
        "\u{0}".repeat(1000),
        String::new(),
    ] {
        put(&temp.at("public/.metodbank-manifest"), &forged);
        // The pages are as we would write them, so they are ours even without a list.
        built(&temp, "public");
        for path in ["secret.txt", "public/photo.jpg", "public/index.html"] {
            assert!(temp.at(path).exists(), "{path} after {forged:?}");
        }
        let manifest = fs::read_to_string(temp.at("public/.metodbank-manifest")).expect("a new one");
        assert!(manifest.contains("  index.html\n") && !manifest.contains("photo.jpg"), "{manifest}");
    }
}

#[test]
fn builds_at_the_same_time_take_turns() {
    let temp = project();
    thread::scope(|scope| {
        let builds: Vec<_> = (0..4).map(|_| scope.spawn(|| build(&temp, "public"))).collect();
        for build in builds {
            let run = build.join().expect("a build");
            assert_eq!(run.code, Some(0), "{run:?}");
        }
    });
    built(&temp, "alone");
    assert_eq!(tree(&temp.at("public")), tree(&temp.at("alone")));
    assert!(!temp.at(".public.metodbank").exists());
}
