//! What the tests of the whole program share: temporary folders, trees of files as values, and the program itself.
//!
//! Apart from `case`, because that one lays out small wrong sites by recipe, and these helpers know nothing of sites.
#![expect(clippy::disallowed_methods, reason = "tests read and write their own folders")]
#![expect(dead_code, reason = "every test takes its part")]

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

use sha2::{Digest as _, Sha256};

/// A folder of its own for one test, gone with this value.
pub struct Temp(PathBuf);

impl Temp {
    /// A new empty folder. The name only helps a person who looks for it.
    pub fn new(name: &str) -> Self {
        Self::below(&std::env::temp_dir(), name)
    }

    /// The same on a memory disk, where there is one: it lists a folder in the order in which its files came.
    pub fn in_memory(name: &str) -> Self {
        let memory = Path::new("/dev/shm");
        if memory.is_dir() { Self::below(memory, name) } else { Self::new(name) }
    }

    fn below(folder: &Path, name: &str) -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = folder.join(format!("metodbank-{name}-{}-{number}", std::process::id()));
        fs::create_dir_all(&path).expect("a temporary folder");
        Self(fs::canonicalize(path).expect("its true name"))
    }

    /// A place in it.
    pub fn at(&self, path: &str) -> PathBuf {
        self.0.join(path)
    }
}

impl Drop for Temp {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A place in the repository.
pub fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Writes a file and the folders above it.
pub fn put(path: &Path, text: impl AsRef<[u8]>) {
    fs::create_dir_all(path.parent().expect("a folder above the file")).expect("the folder");
    fs::write(path, text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}

/// Lays a folder over another one.
pub fn copy(from: &Path, to: &Path) {
    for (path, bytes) in tree(from) {
        put(&to.join(path), bytes);
    }
}

/// All files below a folder. A link is what it points to, as text.
pub type Tree = BTreeMap<String, Vec<u8>>;

/// Reads all files below a folder; one that does not exist is empty.
pub fn tree(root: &Path) -> Tree {
    let mut files = Tree::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten() {
            let path = entry.expect("an entry").path();
            let name = path.strip_prefix(root).expect("a path below the root").display().to_string();
            let kind = fs::symlink_metadata(&path).expect("its kind").file_type();
            if kind.is_symlink() {
                let target = fs::read_link(&path).expect("its target");
                files.insert(name, format!("-> {}", target.display()).into_bytes());
            } else if kind.is_dir() {
                folders.push(path);
            } else {
                files.insert(name, fs::read(&path).expect("its bytes"));
            }
        }
    }
    files
}

/// SHA-256 over the names and bytes of all files.
pub fn digest(tree: &Tree) -> String {
    let mut hash = Sha256::new();
    for (path, bytes) in tree {
        hash.update(format!("{path}\0{}\0", bytes.len()));
        hash.update(bytes);
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What one tree has otherwise than another: `missing`, `unexpected` or `different` with the path.
pub fn differences(expected: &Tree, actual: &Tree) -> Vec<String> {
    let missing = expected.keys().filter(|path| !actual.contains_key(*path));
    let unexpected = actual.keys().filter(|path| !expected.contains_key(*path));
    let different =
        expected.iter().filter(|(path, bytes)| actual.get(*path).is_some_and(|other| other != *bytes));
    missing
        .map(|path| format!("missing    {path}"))
        .chain(unexpected.map(|path| format!("unexpected {path}")))
        .chain(different.map(|(path, _)| format!("different  {path}")))
        .collect()
}

/// The program, ready to be started.
pub fn program(arguments: &[&dyn AsRef<OsStr>]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_metodbank"));
    command.args(arguments.iter().map(AsRef::as_ref));
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// How a run ended and what it said.
#[derive(Debug)]
pub struct Run {
    /// The exit code; none after a signal.
    pub code: Option<i32>,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

/// Runs a command to its end.
pub fn run(command: &mut Command) -> Run {
    let output = command.output().expect("the program starts");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program speaks UTF-8");
    Run { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

/// A program that runs beside the test, killed with this value.
pub struct Started(pub Child);

impl Started {
    /// Starts it.
    pub fn new(command: &mut Command) -> Self {
        Self(command.spawn().expect("the program starts"))
    }
}

impl Drop for Started {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Builds a project, which must succeed.
pub fn build(root: &Path, out: &Path) -> Run {
    let run = run(&mut program(&[&"build", &"--root", &root, &"--out", &out]));
    assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
    run
}

/// The names of all golden sites.
pub fn golden_sites() -> Vec<String> {
    let folders = fs::read_dir(repository("tests/sites")).expect("tests/sites");
    let mut names: Vec<String> =
        folders.map(|entry| entry.expect("a case").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// Lays a golden site out as a project, with the tiny theme in it and without what is expected of it.
pub fn lay_out(case: &str, to: &Path) {
    let files = tree(&repository("tests/sites").join(case));
    for (path, bytes) in files.iter().filter(|(path, _)| !path.starts_with("expected/")) {
        put(&to.join(path), bytes);
    }
    copy(&repository("tests/theme"), &to.join("themes/tiny"));
}

/// Everything that a workbook packs, one part after another.
pub fn unpacked(workbook: &[u8]) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(workbook)).expect("a packed file");
    let mut bytes = Vec::new();
    for part in 0..archive.len() {
        let mut part = archive.by_index(part).expect("a part");
        std::io::Read::read_to_end(&mut part, &mut bytes).expect("its bytes");
    }
    bytes
}
