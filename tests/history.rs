//! Dates from git: what the pages say of repositories that are made here, commit by commit, with fixed days.
#![cfg(unix)]
#![expect(clippy::disallowed_methods, reason = "tests read and write their own folders")]

mod support;

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Command;

use support::{Run, Temp, copy, lay_out, program, put, repository, run, tree};

const PRACTICE: &str = "content/practices/reading-pairs.md";
const PAGE: &str = "public/practices/reading-pairs.html";

/// A repository with the golden site `life` in a folder of it, in the default theme, with dates from git.
struct Repository {
    temp: Temp,
    /// The folder of the project, from the top of the repository; `.` is the top itself.
    folder: &'static str,
}

impl Repository {
    fn new(folder: &'static str) -> Self {
        let temp = Temp::new("history");
        let new = Self { temp, folder };
        lay_out("life", &new.root());
        new.edit("site.toml", |text| text.replace("theme = \"tiny\"", "dates = \"git\""));
        new.git(&["init", "--quiet", "--initial-branch=main"], "");
        new
    }

    fn root(&self) -> std::path::PathBuf {
        self.temp.at("repository").join(self.folder)
    }

    fn edit(&self, path: &str, change: impl FnOnce(String) -> String) {
        let path = self.root().join(path);
        put(&path, change(fs::read_to_string(&path).unwrap_or_default()));
    }

    fn git(&self, words: &[&str], day: &str) {
        fs::create_dir_all(self.temp.at("repository")).expect("a folder");
        let mut git = git(&self.temp.at("repository"));
        let run = run(git
            .args(words)
            .env("GIT_AUTHOR_DATE", day)
            .env("GIT_COMMITTER_DATE", "2025-02-09T00:00:00Z"));
        assert_eq!(run.code, Some(0), "git {words:?}: {run:?}");
    }

    fn commit(&self, day: &str) {
        self.git(&["add", "--all"], day);
        self.git(&["commit", "--quiet", "--message", "Тайное послание"], day);
    }

    /// Three commits; the first in an hour at which it is another day in London.
    fn with_history(folder: &'static str) -> Self {
        let new = Self::new(folder);
        new.commit("2024-03-01T00:30:00+03:00");
        new.edit(PRACTICE, |text| text + "\nИ ещё.\n");
        new.commit("2024-12-15T12:00:00+03:00");
        new.edit("content/practices/old-way/index.md", |_| String::new());
        fs::rename(
            new.root().join("content/practices/old-way.md"),
            new.root().join("content/practices/old-way/index.md"),
        )
        .expect("a text moves into its own folder");
        new.edit("content/practices/old-way/план урока.pdf", |_| "%PDF-1.4\n".to_owned());
        new.commit("2025-01-20T23:59:59-05:00");
        new
    }

    fn build(&self, prepare: impl FnOnce(&mut Command)) -> Run {
        let out = self.temp.at("public");
        let mut command = program(&[&"build", &"--root", &self.root(), &"--out", &out]);
        prepare(&mut command);
        let run = run(&mut command);
        assert_eq!(run.code, Some(0), "{run:?}");
        run
    }

    fn page(&self, path: &str) -> String {
        let text = fs::read_to_string(self.temp.at(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
        text.replace('\u{a0}', " ")
    }

    /// «Страница изменена …» of a page.
    fn changed(&self, path: &str) -> String {
        let page = self.page(path);
        let said = page.split("Страница изменена ").nth(1).and_then(|rest| rest.split("</p>").next());
        said.unwrap_or("never").to_owned()
    }
}

/// git as a person starts it, but without that person's settings.
fn git(at: &Path) -> Command {
    let mut git = Command::new("git");
    git.arg("-C").arg(at).env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
    for who in ["AUTHOR", "COMMITTER"] {
        git.env(format!("GIT_{who}_NAME"), "Тайный Автор")
            .env(format!("GIT_{who}_EMAIL"), "secret@example.org");
    }
    git.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped());
    git
}

fn run_in(at: &Path, words: &[&str]) -> Option<i32> {
    run(git(at).args(words)).code
}

fn assert_dated(repository: &Repository) {
    for (page, day) in [
        (PAGE, "15 декабря 2024 года"),
        ("public/practices/old-way.html", "20 января 2025 года"),
        ("public/about.html", "1 марта 2024 года"),
        ("public/documents/order-1.html", "1 марта 2024 года"),
        ("public/recommendations/start-pairs.html", "1 марта 2024 года"),
    ] {
        assert_eq!(repository.changed(page), day, "{page}");
    }
    // The days of the commits, with the words of those of the authors' own.
    let history = "<li>15 декабря 2024 года</li>\n<li>5 ноября 2024 года: добавлены вопросы «почему»</li>\n\
                   <li>1 марта 2024 года: первая редакция</li>";
    assert!(repository.page(PAGE).contains(history), "{}", repository.page(PAGE));
    assert!(repository.page("public/sitemap.xml").contains("old-way.html</loc><lastmod>2025-01-20<"));
}

#[test]
fn pages_have_the_days_of_their_commits() {
    for folder in [".", "сайты/район"] {
        let repository = Repository::with_history(folder);
        repository.edit(PRACTICE, |text| text + "\nЕщё не записано.\n");
        let run = repository.build(|_| {});
        assert!(!run.err.contains("H001"), "{run:?}");
        assert_dated(&repository);
        for (path, bytes) in tree(&repository.temp.at("public")) {
            let text = String::from_utf8_lossy(&bytes);
            assert!(!["Тайн", "secret@"].iter().any(|word| text.contains(word)), "{path}: names nobody");
        }
    }
}

/// Neither the environment nor the settings of the repository change what is said, or start anything.
#[test]
fn git_listens_to_nobody_else() {
    let repository = Repository::with_history(".");
    let (marker, trap) = (repository.temp.at("marker"), repository.temp.at("trap"));
    put(&trap, format!("#!/bin/sh\necho \"$0 $*\" >> {}\n", marker.display()));
    fs::set_permissions(&trap, fs::Permissions::from_mode(0o755)).expect("a program");
    let trap = trap.to_str().expect("a plain name").to_owned();
    for key in
        ["core.fsmonitor", "core.pager", "pager.log", "gpg.program", "diff.external", "core.sshCommand"]
    {
        repository.git(&["config", key, &trap], "");
    }
    for (key, value) in [
        ("log.showSignature", "true"),
        ("log.date", "unix"),
        ("format.pretty", "oneline"),
        ("diff.renames", "copies"),
        ("diff.relative", "true"),
        ("log.decorate", "full"),
        ("log.showRoot", "false"),
        ("log.diffMerges", "off"),
    ] {
        repository.git(&["config", key, value], "");
    }
    let other = Repository::new(".");
    put(&repository.temp.at("home/.gitconfig"), format!("[core]\n\tpager = {trap}\n[log]\n\tdate = unix\n"));
    repository.build(|command| {
        command.env("GIT_DIR", other.root().join(".git")).env("GIT_WORK_TREE", other.root());
        command.env("GIT_EXTERNAL_DIFF", &trap).env("GIT_PAGER", &trap).env("PAGER", &trap);
        command
            .env("GIT_CONFIG_COUNT", "1")
            .env("GIT_CONFIG_KEY_0", "log.date")
            .env("GIT_CONFIG_VALUE_0", "unix");
        command
            .env("HOME", repository.temp.at("home"))
            .env("TZ", "Pacific/Kiritimati")
            .env("LC_ALL", "ru_RU.UTF-8");
    });
    assert_dated(&repository);
    assert!(!marker.exists(), "{:?}", fs::read_to_string(&marker));
}

/// A text that was renamed keeps its days, and what was changed while merging is a change.
#[test]
fn no_day_of_a_text_is_lost() {
    let repository = Repository::with_history(".");
    let renamed = "content/practices/paired-reading.md";
    repository.git(&["mv", PRACTICE, renamed], "");
    repository.edit(renamed, |text| text.replace("aliases = [", "aliases = [\"reading-pairs\", "));
    repository.edit("content/recommendations/start-pairs.md", |text| {
        text.replace("[\"reading-pairs\"", "[\"paired-reading\"")
    });
    repository.commit("2025-01-25T12:00:00+03:00");
    repository.git(&["switch", "--quiet", "--create", "side"], "");
    repository.edit("content/pages/about.md", |text| text + "\nСбоку.\n");
    repository.commit("2025-01-26T12:00:00+03:00");
    repository.git(&["switch", "--quiet", "main"], "");
    repository.edit("content/documents/order-1.md", |text| text + "\nПрямо.\n");
    repository.commit("2025-01-27T12:00:00+03:00");
    repository.git(&["merge", "--quiet", "--no-commit", "side"], "");
    repository.edit("content/practices/old-way/index.md", |text| text + "\nПри слиянии.\n");
    repository.commit("2025-01-30T12:00:00+03:00");
    repository.build(|_| {});
    for (page, day) in [
        ("public/practices/paired-reading.html", "25 января 2025 года"),
        ("public/practices/old-way.html", "30 января 2025 года"),
        ("public/about.html", "26 января 2025 года"),
        ("public/documents/order-1.html", "27 января 2025 года"),
    ] {
        assert_eq!(repository.changed(page), day, "{page}");
    }
    let page = repository.page("public/practices/paired-reading.html");
    for day in ["<li>15 декабря 2024 года</li>", "<li>1 марта 2024 года: первая редакция</li>"]
    {
        assert!(page.contains(day), "{day}: {page}");
    }
}

/// Without a whole history the texts say their dates themselves, and one warning says why.
#[test]
fn without_history_the_texts_speak() {
    let of_the_texts = |repository: &Repository| {
        assert_eq!(repository.changed(PAGE), "5 ноября 2024 года");
        assert_eq!(repository.changed("public/practices/old-way.html"), "never");
        assert_eq!(repository.changed("public/recommendations/start-pairs.html"), "20 января 2025 года");
    };
    let warned = |run: &Run, why: &str| {
        assert_eq!(run.err.matches("[H001]").count(), 1, "{run:?}");
        assert!(run.err.contains(why), "{why}: {run:?}");
    };

    let whole = Repository::with_history(".");
    let cut_off = Repository { temp: Temp::new("history"), folder: "." };
    let from = format!("file://{}", whole.root().display());
    let to = cut_off.temp.at("repository");
    let clone = ["clone", "--quiet", "--depth=2", &from, to.to_str().expect("a plain name")];
    assert_eq!(run(git(&cut_off.temp.at("")).args(clone)).code, Some(0));
    warned(&cut_off.build(|_| {}), "только последние записи");
    of_the_texts(&cut_off);

    let run = whole.build(|command| {
        command.env("PATH", whole.temp.at("nothing"));
    });
    warned(&run, "нет программы git");
    of_the_texts(&whole);

    put(&whole.temp.at("bin/git"), "#!/bin/sh\necho 'fatal: bad object HEAD' >&2\nexit 128\n");
    fs::set_permissions(whole.temp.at("bin/git"), fs::Permissions::from_mode(0o755)).expect("a program");
    let run = whole.build(|command| {
        command.env("PATH", whole.temp.at("bin"));
    });
    warned(&run, "git не отвечает");
    of_the_texts(&whole);

    let apart = Repository::new(".");
    let own = |words: &[&str]| assert_eq!(run_in(&apart.root().join("content"), words), Some(0), "{words:?}");
    own(&["init", "--quiet"]);
    own(&["add", "--all"]);
    own(&["commit", "--quiet", "--message", "Тексты"]);
    apart.commit("2024-03-01T12:00:00+03:00");
    warned(&apart.build(|_| {}), "нет ни одного текста");
    of_the_texts(&apart);

    let fresh = Repository::new(".");
    warned(&fresh.build(|_| {}), "ещё нет записей");
    of_the_texts(&fresh);
}

/// Who does not ask for it starts no process: git would leave a trace here.
#[test]
fn git_is_not_asked_unasked() {
    let temp = Temp::new("unasked");
    copy(&repository("tests/bad/base"), &temp.at("site"));
    let marker = temp.at("marker");
    put(&temp.at("bin/git"), format!("#!/bin/sh\necho asked >> {}\nexit 1\n", marker.display()));
    fs::set_permissions(temp.at("bin/git"), fs::Permissions::from_mode(0o755)).expect("a program");
    let build = || {
        let mut command = program(&[&"build", &"--root", &temp.at("site"), &"--out", &temp.at("public")]);
        assert_eq!(run(command.env("PATH", temp.at("bin"))).code, Some(0));
    };
    build();
    assert!(!marker.exists());
    let settings = fs::read_to_string(temp.at("site/site.toml")).expect("its settings");
    put(&temp.at("site/site.toml"), settings.replace("[operator]", "dates = \"git\"\n\n[operator]"));
    build();
    assert_eq!(fs::read_to_string(&marker).expect("now it was asked"), "asked\n", "once");
}
