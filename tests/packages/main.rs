//! What is given away, as whoever receives it uses it: without Rust, and without a network. Made before by
//! `script/package`; how long things take is printed, not asserted.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// The packages; `URNE_PACKAGES` names another folder with them.
fn packages() -> PathBuf {
    let default = || Path::new(env!("CARGO_MANIFEST_DIR")).join("target/packages");
    std::env::var_os("URNE_PACKAGES").map_or_else(default, PathBuf::from)
}

/// The package with this ending, of this system.
fn package(ending: &str) -> PathBuf {
    let entries = std::fs::read_dir(packages()).expect("run script/package first");
    let mut found = entries.map(|entry| entry.unwrap().path()).filter(|path| {
        let name = path.file_name().unwrap().to_string_lossy();
        let is_ours = name.contains(std::env::consts::ARCH) || ending == ".tgz";
        name.ends_with(ending) && is_ours
    });
    found.next().unwrap_or_else(|| panic!("there is no {ending} in {}", packages().display()))
}

/// Runs a command and returns what it printed.
fn run(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let said = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(
        output.status.success(),
        "{command:?}: {}{}",
        said(&output.stdout),
        said(&output.stderr)
    );
    said(&output.stdout)
}

/// The program out of its archive, in a folder of its own.
struct Unpacked {
    folder: tempfile::TempDir,
    program: PathBuf,
}

impl Unpacked {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let archive = package(".tar.gz");
        run(Command::new("tar").arg("-xzf").arg(&archive).arg("-C").arg(folder.path()));
        let name = archive.file_name().unwrap().to_string_lossy().replace(".tar.gz", "");
        let program = folder.path().join(name).join("urne");
        Self { folder, program }
    }

    /// The program in a folder below its own, with nothing around it: no variable, no path.
    fn urne(&self, folder: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.program);
        command.args(arguments).current_dir(self.folder.path().join(folder)).env_clear();
        command
    }

    fn read(&self, path: &str) -> String {
        std::fs::read_to_string(self.folder.path().join(path)).unwrap()
    }

    fn write(&self, path: &str, text: &str) {
        std::fs::write(self.folder.path().join(path), text).unwrap();
    }
}

/// A program that ends with the test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The body of a page, whatever its status.
fn get(url: &str) -> String {
    let config = ureq::config::Config::builder().http_status_as_error(false).build();
    let agent: ureq::Agent = config.into();
    agent.get(url).call().unwrap().body_mut().read_to_string().unwrap()
}

/// Waits until a page holds what it should, and says how long that took.
fn wait_for(url: &str, holds: impl Fn(&str) -> bool) -> Duration {
    let start = Instant::now();
    while !holds(&get(url)) {
        assert!(start.elapsed() < Duration::from_secs(30), "{url} does not change");
        std::thread::sleep(Duration::from_millis(5));
    }
    start.elapsed()
}

#[test]
fn the_program_alone_goes_from_nothing_to_a_published_folder() {
    let here = Unpacked::new();
    let start = Instant::now();
    run(&mut here.urne("", &["new", "site", "--name", "Essai"]));
    let mut serving = here.urne("site", &["serve", "--port", "0"]);
    let mut serving =
        Running(serving.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap());
    let mut said = BufReader::new(serving.0.stdout.take().unwrap()).lines();
    let url = said.find_map(|line| line.unwrap().split(' ').next().map(str::to_owned)).unwrap();
    assert!(get(&url).contains("<main"));
    println!("from `urne new` to the first page: {} ms", start.elapsed().as_millis());

    let article = "site/content/news/bienvenue.md";
    let text = here.read(article);
    here.write(article, &text.replacen("title = \"", "title = \"Nouveau ", 1));
    let page = format!("{url}actualites/bienvenue/");
    let seen = wait_for(&page, |page| page.contains("Nouveau"));
    println!("a change is seen after {} ms", seen.as_millis());
    here.write(article, &text.replacen("date = ", "date = 29/01/", 1));
    wait_for(&page, |page| page.contains("content/news/bienvenue.md:"));
    here.write(article, &text);
    wait_for(&page, |page| !page.contains("content/news/bienvenue.md:"));
    drop(serving);

    for kind in ["article", "event", "page", "result"] {
        run(&mut here.urne("site", &["new", kind, &format!("Un essai de {kind}")]));
    }
    assert!(run(&mut here.urne("site", &["check"])).starts_with("Aucune erreur dans "));
    run(&mut here.urne("site", &["build"]));
    for file in
        ["index.html", "index.html.br", "icon.svg", "actualites/un-essai-de-article/index.html"]
    {
        assert!(here.folder.path().join("site/dist").join(file).is_file(), "{file} was not built");
    }
    let index = here.read("site/dist/index.html");
    for (_, rest) in
        index.match_indices("data-code=\"").map(|(at, it)| index.split_at(at + it.len()))
    {
        let code = rest.split('"').next().unwrap();
        assert!(here.folder.path().join(format!("site/dist{code}")).is_file(), "{code}");
    }
}

#[test]
fn a_hundred_pages_and_the_first_site_are_built_at_once() {
    let here = Unpacked::new();
    run(&mut here.urne("", &["new", "site"]));
    let article = here.read("site/content/news/bienvenue.md");
    for number in 0..100 {
        here.write(&format!("site/content/news/article-{number}.md"), &article);
    }
    for _ in 0..3 {
        let start = Instant::now();
        let said = run(&mut here.urne("site", &["build", "--uncompressed"]));
        let (time, first) = (start.elapsed().as_millis(), said.lines().next().unwrap());
        println!("uncompressed, in {time} ms: {first}");
    }
    let mut serving = here.urne("site", &["serve", "--port", "0"]);
    let mut serving =
        Running(serving.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap());
    let mut said = BufReader::new(serving.0.stdout.take().unwrap()).lines();
    let url = said.find_map(|line| line.unwrap().split(' ').next().map(str::to_owned)).unwrap();
    get(&url);
    here.write(
        "site/content/news/bienvenue.md",
        &article.replacen("title = \"", "title = \"Nouveau ", 1),
    );
    let seen = wait_for(&format!("{url}actualites/bienvenue/"), |page| page.contains("Nouveau"));
    println!("among these pages, a change is seen after {} ms", seen.as_millis());

    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let content = content.to_str().unwrap();
    for arguments in [&["--uncompressed"][..], &[]] {
        let start = Instant::now();
        let arguments = [&["build", "--content", content, "--into", "whole"], arguments].concat();
        let said = run(&mut here.urne("", &arguments));
        let (time, first) = (start.elapsed().as_millis(), said.lines().next().unwrap());
        println!("`content/` {:?}, in {time} ms: {first}", &arguments[5..]);
    }
}

/// A static program needs no loader of the system, so it runs on any distribution.
#[cfg(target_os = "linux")]
#[test]
fn the_program_needs_nothing_of_the_system() {
    let here = Unpacked::new();
    let program = std::fs::read(&here.program).unwrap();
    let holds = |text: &[u8]| program.windows(text.len()).any(|window| window == text);
    assert!(program.starts_with(b"\x7fELF") && !holds(b"/ld-linux") && !holds(b"/ld-musl"));
    println!("the program has {} kB", program.len() / 1000);
}

#[test]
fn the_npm_package_installs_offline_and_runs() {
    let folder = tempfile::tempdir().unwrap();
    let cache = folder.path().join("cache");
    let npm = |program: &str, arguments: &[&str]| {
        let mut command = Command::new(program);
        command.args(arguments).args(["--offline", "--no-fund", "--no-audit", "--cache"]);
        command.arg(&cache).current_dir(folder.path());
        command
    };
    run(npm("npm", &["install", "--prefix", "."]).arg(package(".tgz")));
    let said = run(Command::new("npx")
        .args(["--offline", "urne", "--version"])
        .current_dir(folder.path()));
    assert_eq!(said.trim(), format!("urne {}", env!("CARGO_PKG_VERSION")));
    run(Command::new("npx").args(["--offline", "urne", "new", "site"]).current_dir(folder.path()));
    assert!(folder.path().join("site/content/site.json").is_file());
    let mut check = Command::new("npx");
    check.args(["--offline", "urne", "check"]).current_dir(folder.path());
    assert_eq!(check.output().unwrap().status.code(), Some(1), "the status is the program’s");
}

#[test]
fn the_wheel_installs_offline_and_runs() {
    let folder = tempfile::tempdir().unwrap();
    let python = |name: &str| folder.path().join("python/bin").join(name);
    run(Command::new("python3").args(["-m", "venv"]).arg(folder.path().join("python")));
    let wheel = package(".whl");
    run(Command::new(python("python")).args(["-m", "pip", "install", "--no-index"]).arg(wheel));
    let said = run(Command::new(python("urne")).arg("--version"));
    assert_eq!(said.trim(), format!("urne {}", env!("CARGO_PKG_VERSION")));
    run(Command::new(python("urne")).args(["new", "site"]).current_dir(folder.path()));
    assert!(folder.path().join("site/content/site.json").is_file());
}
