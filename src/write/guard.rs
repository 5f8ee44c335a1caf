//! Refuses an output folder in which a build could do harm.
//!
//! Apart from the writing, because it is asked before anything is read: a person who typed `--out ~` must hear of it
//! at once, and while nothing has happened.

use std::env;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf, absolute};

use super::fault::Fault;
use crate::diag::{Diagnostic, Diagnostics, codes};

/// The project's own folders. An output inside them would be read as a source by the next build.
const SOURCES: [&str; 5] = ["content", "data", "themes", "src", ".git"];

/// Folders at the root of a disk that belong to the system, whatever they hold.
const SYSTEM: [&str; 24] = [
    "applications",
    "bin",
    "boot",
    "dev",
    "etc",
    "home",
    "lib",
    "lib64",
    "library",
    "mnt",
    "opt",
    "proc",
    "program files",
    "programdata",
    "root",
    "run",
    "sbin",
    "sys",
    "system",
    "tmp",
    "users",
    "usr",
    "var",
    "windows",
];

/// Complains if `out` is not a folder that a build of the project `root` may replace.
pub fn refuse_unsafe(root: &Path, out: &Path, diagnostics: &mut Diagnostics) {
    match judge(root, out) {
        Ok(None) => {}
        Ok(Some(danger)) => diagnostics.push(
            Diagnostic::path(&codes::UNSAFE_OUTPUT, out.display().to_string()).with("reason", danger.key()),
        ),
        Err(fault) => diagnostics.push(fault.into()),
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Danger {
    Root,
    ContainsProject,
    InsideSources,
    Symlink,
    System,
}

impl Danger {
    fn key(self) -> &'static str {
        match self {
            Self::Root => "root",
            Self::ContainsProject => "contains-project",
            Self::InsideSources => "inside-sources",
            Self::Symlink => "symlink",
            Self::System => "system",
        }
    }
}

fn judge(root: &Path, out: &Path) -> Result<Option<Danger>, Fault> {
    let root = fs::canonicalize(root).map_err(Fault::at(root))?;
    let Some(place) = resolve(&root, out)? else { return Ok(Some(Danger::Symlink)) };
    let danger = danger(&root, &place);
    if danger.is_none() {
        check_writable(&place)?;
    }
    Ok(danger)
}

/// Where the output really is: without `..` and, above the project, without links. `None`: a link where none may be.
fn resolve(root: &Path, out: &Path) -> Result<Option<PathBuf>, Fault> {
    let whole = absolute(out).map_err(Fault::at(out))?;
    let mut place = PathBuf::new();
    let mut parts = whole.components().peekable();
    while let Some(part) = parts.next() {
        match part {
            Component::ParentDir => drop(place.pop()),
            Component::CurDir => {}
            Component::Prefix(_) | Component::RootDir => place.push(part),
            Component::Normal(name) => {
                let may_be_link = !place.starts_with(root) && parts.peek().is_some();
                match step(&place.join(name)).map_err(Fault::at(out))? {
                    Step::Link(_) if !may_be_link => return Ok(None),
                    Step::Link(place_of) | Step::Plain(place_of) => place = place_of,
                }
            }
        }
    }
    Ok(Some(place))
}

enum Step {
    Plain(PathBuf),
    Link(PathBuf),
}

/// The true name of a path; on some systems that also settles letter case.
fn step(path: &Path) -> io::Result<Step> {
    match fs::symlink_metadata(path) {
        // A link that leads nowhere is still a link.
        Ok(found) if found.is_symlink() => Ok(Step::Link(fs::canonicalize(path).unwrap_or(path.to_owned()))),
        Ok(_) => Ok(Step::Plain(fs::canonicalize(path)?)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Step::Plain(path.to_owned())),
        Err(error) => Err(error),
    }
}

fn danger(root: &Path, place: &Path) -> Option<Danger> {
    let is_git = |part: Component<'_>| part.as_os_str().eq_ignore_ascii_case(".git");
    if place == root {
        Some(Danger::Root)
    } else if is_system(place) {
        Some(Danger::System)
    } else if root.starts_with(place) {
        Some(Danger::ContainsProject)
    } else if is_inside_sources(root, place) || place.components().any(is_git) {
        Some(Danger::InsideSources)
    } else {
        None
    }
}

fn is_system(place: &Path) -> bool {
    let home = env::home_dir().map(|home| fs::canonicalize(&home).unwrap_or(home));
    let at_top = place.parent().is_some_and(|parent| parent.parent().is_none());
    let name = place.file_name().unwrap_or_default();
    place.parent().is_none()
        || home.is_some_and(|home| home.starts_with(place))
        || at_top && SYSTEM.iter().any(|system| name.eq_ignore_ascii_case(system))
}

/// Letter case is ignored everywhere, so that a project means the same on every system.
fn is_inside_sources(root: &Path, place: &Path) -> bool {
    let first = place.strip_prefix(root).ok().and_then(|inside| inside.components().next());
    first.is_some_and(|first| SOURCES.iter().any(|source| first.as_os_str().eq_ignore_ascii_case(source)))
}

/// The output changes places with a folder beside it, so its parent must be writable as well.
fn check_writable(place: &Path) -> Result<(), Fault> {
    if place.exists() && !place.is_dir() {
        return Err(Fault::new(place, "not-a-folder"));
    }
    let parent = place.ancestors().skip(1).find(|folder| folder.exists());
    let folders = parent.into_iter().chain(Some(place).filter(|place| place.exists()));
    folders.into_iter().try_for_each(|folder| may_write(folder).map_err(Fault::at(folder)))
}

#[cfg(unix)]
fn may_write(folder: &Path) -> io::Result<()> {
    use rustix::fs::{Access, access};
    Ok(access(folder, Access::READ_OK | Access::WRITE_OK | Access::EXEC_OK)?)
}

/// Only trying tells it on Windows, and this is too early to try.
#[cfg(not(unix))]
fn may_write(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::test_help::{Temp, told};

    fn project() -> Temp {
        let temp = Temp::new();
        temp.put("home/site/content/a.md", "");
        temp.put("home/site/.git/HEAD", "");
        temp.put("home/site/file", "");
        temp
    }

    fn reason(temp: &Temp, out: impl AsRef<Path>) -> String {
        let mut diagnostics = Diagnostics::default();
        let root = temp.path().join("home/site");
        refuse_unsafe(&root, &root.join(out), &mut diagnostics);
        told(&diagnostics).join("\n")
    }

    #[test]
    fn ordinary_outputs_pass() {
        let temp = project();
        for out in
            ["public", "public/", "a/b/c", "../public", "content/../public", "./public/.", "contents", "-x"]
        {
            assert_eq!(reason(&temp, out), "", "{out}");
        }
        assert_eq!(reason(&temp, temp.path().join("elsewhere")), "");
    }

    #[test]
    fn outputs_that_hold_or_are_held_by_the_project_are_refused() {
        let temp = project();
        let cases = [
            (".", "root"),
            ("../site", "root"),
            ("public/..", "root"),
            ("..", "contains-project"),
            ("../..", "contains-project"),
            ("content", "inside-sources"),
            ("content/x/y", "inside-sources"),
            ("data", "inside-sources"),
            ("themes/a", "inside-sources"),
            ("src", "inside-sources"),
            ("Content/x", "inside-sources"),
            (".git", "inside-sources"),
            ("a/.GIT/hooks", "inside-sources"),
            ("public/../content/x", "inside-sources"),
            ("../../other/.git/x", "inside-sources"),
        ];
        for (out, key) in cases {
            assert!(reason(&temp, out).ends_with(&format!("reason={key}")), "{out}: {}", reason(&temp, out));
        }
    }

    #[test]
    fn the_system_is_refused() {
        let temp = project();
        let mut places = vec![PathBuf::from("/")];
        places.extend(env::home_dir());
        places.extend(cfg!(unix).then(|| PathBuf::from("/etc")));
        places.extend(cfg!(unix).then(|| PathBuf::from("/usr/../etc/")));
        for place in places {
            assert!(reason(&temp, &place).ends_with("reason=system"), "{place:?}: {}", reason(&temp, &place));
        }
    }

    #[test]
    #[cfg(unix)]
    fn links_are_refused_below_the_root_and_as_the_output_itself() {
        let temp = project();
        let link = |to: &str, at: &str| {
            std::os::unix::fs::symlink(temp.path().join(to), temp.path().join(at)).unwrap();
        };
        temp.put("web/x", "");
        link("web", "home/site/public");
        link("nowhere", "home/site/dangling");
        link("web", "outside");
        link("home", "alias");
        for out in
            ["public", "public/", "public/x/y", "public/../z", "dangling", "dangling/x", "../../outside"]
        {
            assert!(reason(&temp, out).ends_with("reason=symlink"), "{out}: {}", reason(&temp, out));
        }
        assert_eq!(
            reason(&temp, "../../alias/site/fresh"),
            "",
            "a link above the project is the owner's business"
        );
        assert!(reason(&temp, "../../alias/site/content/x").ends_with("reason=inside-sources"));
        assert!(reason(&temp, "../../alias/site/public").ends_with("reason=symlink"));
    }

    #[test]
    fn a_file_is_no_output() {
        let temp = project();
        for out in ["file", "file/x"] {
            assert!(reason(&temp, out).contains("O003 error=not-a-folder path="), "{}", reason(&temp, out));
        }
    }

    #[test]
    #[cfg(unix)]
    fn a_read_only_place_is_named() {
        use std::os::unix::fs::PermissionsExt;
        let temp = project();
        temp.put("home/site/shut/public/x", "");
        let shut = temp.path().join("home/site/shut");
        fs::set_permissions(&shut, fs::Permissions::from_mode(0o555)).unwrap();
        let reasons = [reason(&temp, "shut/public"), reason(&temp, "shut/new/deep")];
        let is_superuser = may_write(&shut).is_ok();
        fs::set_permissions(&shut, fs::Permissions::from_mode(0o755)).unwrap();
        if is_superuser {
            return;
        }
        for reason in reasons {
            assert!(reason.contains("O003 error=permission-denied") && reason.ends_with("shut"), "{reason}");
        }
    }
}
