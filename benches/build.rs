//! What building a large site takes: 10,000 articles compared with Hugo, and a national election; time of the
//! clock, time of the processors and peak memory. Nothing is asserted. `cargo bench --bench build`
//! prints it.
//!
//! Our command is the one that `trunk build` runs, built as its hook builds it. Both programs read and
//! write in memory where the system has a place for that, so that no disk is measured, and neither page
//! has style, which would be the same bytes in both. Ours are checked too, links included, which Hugo's
//! are not. Hugo takes part where it is in the `PATH`.

#![allow(missing_docs, dead_code, clippy::expect_used, clippy::panic)]

mod made_up;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use made_up::{articles, national};
use wait4::Wait4;

const ARTICLES: u64 = 10_000;

/// How often each program builds, in turn with the others.
const RUNS: usize = 5;

/// A file system in memory.
const MEMORY: &str = "/dev/shm";

/// What our command may take of the time and the memory of Hugo.
const LIMITS: [f64; 2] = [0.4, 0.2];

/// What Trunk hands to the command, without its style and its app.
const TEMPLATE: &str = "tests/it/fixtures/mini/index.html";

fn main() {
    let folder = tempfile::tempdir_in(MEMORY).or_else(|_| tempfile::tempdir());
    let folder = folder.expect("a folder");
    let command = command();
    println!("{}, in {}", command.display(), folder.path().display());
    measure_articles(&command, folder.path());
    measure_election(&command, folder.path());
}

/// The command as the hook of `Trunk.toml` builds it.
fn command() -> PathBuf {
    let mut cargo = Command::new(env!("CARGO"));
    let built = cargo.args(["build", "--bin", "urne", "--message-format", "json"]);
    let built = built.stderr(Stdio::inherit()).output().expect("cargo");
    assert!(built.status.success(), "the command was not built");
    let messages = String::from_utf8(built.stdout).expect("text");
    let executable = |line: &str| {
        let message: serde_json::Value = serde_json::from_str(line).ok()?;
        message.get("executable")?.as_str().map(PathBuf::from)
    };
    messages.lines().find_map(executable).expect("the command")
}

/// Our command and Hugo in turn; once also with compression, which takes twenty times as long and has no
/// counterpart there.
fn measure_articles(command: &Path, folder: &Path) {
    let (content, site, into) = (folder.join("content"), folder.join("hugo"), folder.join("into"));
    std::fs::create_dir(&content).expect("a folder");
    made_up::write_site(&content);
    articles::write(ARTICLES, "<!-- more -->", &content.join("news"));
    copy(Path::new("benches/hugo"), &site);
    articles::write(ARTICLES, "<!--more-->", &site.join("content/actualites"));
    let version = Command::new("hugo").arg("version").output();
    let mut taken = [const { Vec::new() }; 2];
    for _ in 0..RUNS {
        taken[0].push(build(command, &content, &into, "debug"));
        if version.is_ok() {
            taken[1].push(measured(Command::new("hugo").current_dir(&site).arg("-d").arg(&into)));
            std::fs::remove_dir_all(&into).expect("a site");
        }
    }
    let [plain, hugo] = taken.map(|taken| Taken::median(&taken));
    println!("\n{ARTICLES} articles of 300 words, the medians of {RUNS} builds in turn");
    print("site build", plain);
    print("compressed too, once", build(command, &content, &into, "release"));
    let Ok(version) = version else {
        println!("  hugo                      skipped: it is not in the PATH");
        return;
    };
    print("hugo", hugo);
    println!("  {}", String::from_utf8_lossy(&version.stdout).trim());
    let time = plain.time.as_secs_f64() / hugo.time.as_secs_f64();
    let memory = plain.memory as f64 / hugo.memory as f64;
    for (what, ratio, limit) in [("time", time, LIMITS[0]), ("memory", memory, LIMITS[1])] {
        let verdict = if ratio <= limit { "within" } else { "over" };
        println!("  {ratio:.2} × the {what} of Hugo ({verdict} {limit})");
    }
}

/// The election of a whole country, once: it has a page for each commune.
fn measure_election(command: &Path, folder: &Path) {
    let content = folder.join("national");
    let table = folder.join("national.csv");
    std::fs::create_dir(&content).expect("a folder");
    made_up::write_site(&content);
    national::write_election(&content);
    std::fs::write(&table, national::table()).expect("the file");
    println!("\nA national election");
    let mut import = site(command, &content);
    import.args(["import", "results", "--election", "national", "--round", "1"]);
    print("site import results", measured(import.args(["--within", "FR"]).arg(&table)));
    national::show_a_commune(&content);
    print("site build", build(command, &content, &folder.join("into"), "debug"));
}

/// Builds a site and throws it away.
fn build(command: &Path, content: &Path, into: &Path, profile: &str) -> Taken {
    std::fs::create_dir(into).expect("a folder");
    std::fs::copy(TEMPLATE, into.join("index.html")).expect("a document");
    let mut site = site(command, content);
    let taken = measured(site.args(["build", "--profile", profile, "--staging"]).arg(into));
    std::fs::remove_dir_all(into).expect("a site");
    taken
}

/// The command with a content folder.
fn site(command: &Path, content: &Path) -> Command {
    let mut site = Command::new(command);
    site.arg("--content").arg(content);
    site
}

/// Runs a program to its end. The peak of a process is never below that of the one which started it, so
/// this one stays small.
fn measured(command: &mut Command) -> Taken {
    let start = Instant::now();
    let child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("a process");
    let used = child.wait4().expect("a process");
    assert!(used.status.success(), "{command:?} failed");
    let processors = used.rusage.utime + used.rusage.stime;
    Taken { time: start.elapsed(), processors, memory: used.rusage.maxrss }
}

/// What a process took.
#[derive(Clone, Copy, Default)]
struct Taken {
    time: Duration,
    /// The time of all processors together.
    processors: Duration,
    /// The most memory that it had at once, in bytes.
    memory: u64,
}

impl Taken {
    /// The median of each measure; nothing where nothing was measured.
    fn median(of: &[Self]) -> Self {
        fn middle<T: Ord + Copy + Default>(values: impl Iterator<Item = T>) -> T {
            let mut values: Vec<T> = values.collect();
            values.sort_unstable();
            values.get(values.len() / 2).copied().unwrap_or_default()
        }
        Self {
            time: middle(of.iter().map(|it| it.time)),
            processors: middle(of.iter().map(|it| it.processors)),
            memory: middle(of.iter().map(|it| it.memory)),
        }
    }
}

fn print(what: &str, taken: Taken) {
    let [time, processors] = [taken.time, taken.processors].map(|it| it.as_secs_f64());
    let memory = taken.memory >> 20;
    println!("  {what:<24} {time:6.2} s, processors {processors:6.2} s, peak {memory:>4} MB");
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder") {
        let (path, to) = entry.map(|it| (it.path(), to.join(it.file_name()))).expect("a file");
        if path.is_dir() {
            copy(&path, &to);
        } else {
            std::fs::copy(&path, &to).expect("a copy");
        }
    }
}
