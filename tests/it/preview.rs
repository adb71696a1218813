//! `urne serve` as an editor sees it: the page, every change of it, and every mistake until it is mended.

use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use urne::site::render::csp;

use super::{copy, fixture};

/// A preview of the miniature, until the end of the test.
struct Preview {
    folder: tempfile::TempDir,
    program: Child,
    url: String,
}

impl Preview {
    /// Starts the program in a folder; `prepare` changes its content before.
    fn start(prepare: impl FnOnce(&Path)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let app = folder.path().join("app");
        std::fs::create_dir(&app).unwrap();
        std::fs::copy(fixture("mini/index.html"), app.join("index.html")).unwrap();
        copy(&fixture("mini/content"), &folder.path().join("content"));
        prepare(folder.path());
        let mut program = super::urne()
            .args(["serve", "--port", "0", "--app", "app"])
            .current_dir(folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut said = BufReader::new(program.stdout.take().unwrap()).lines();
        let line = said.find_map(|line| Some(line.unwrap()).filter(|it| it.starts_with("http")));
        let url = line.unwrap().split_once("/ ").map(|(url, _)| url.to_owned()).unwrap();
        std::thread::spawn(move || said.for_each(drop));
        Self { folder, program, url }
    }

    fn write(&self, name: &str, text: &str) {
        std::fs::write(self.folder.path().join("content").join(name), text).unwrap();
    }

    fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.folder.path().join("content").join(name)).unwrap()
    }

    fn get(&self, path: &str) -> (u16, String) {
        let agent: ureq::Agent =
            ureq::config::Config::builder().http_status_as_error(false).build().into();
        let mut answer = agent.get(format!("{}{path}", self.url)).call().unwrap();
        (answer.status().as_u16(), answer.body_mut().read_to_string().unwrap())
    }

    /// Waits until a page holds what it should.
    fn wait_for(&self, path: &str, holds: impl Fn(&str) -> bool) -> String {
        let start = Instant::now();
        loop {
            let (_, page) = self.get(path);
            if holds(&page) {
                return page;
            }
            assert!(start.elapsed() < Duration::from_secs(20), "{path} is still\n{page}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

const MISTAKE: &str = "This page does not show your last change yet";

#[test]
fn changes_and_mistakes_are_seen_at_once_and_gone_when_mended() {
    let preview = Preview::start(|_| ());
    let (status, page) = preview.get("/actualites/tout/");
    assert_eq!(status, 200);
    assert!(page.contains("<section id=\"urne-preview\" data-build=") && !page.contains(MISTAKE));
    assert!(csp::lets_through(&csp::full_policy(&page).unwrap(), &page));
    assert_eq!(preview.get("/rien/").0, 404);

    // Word of each build comes by itself.
    let url = format!("{}/.urne/changes", preview.url);
    let mut events = BufReader::new(ureq::get(url).call().unwrap().into_body().into_reader());
    let build = |page: &str| {
        let (_, rest) = page.split_once("data-build=\"").unwrap();
        rest.split_once('"').unwrap().0.to_owned()
    };
    assert_eq!(next(&mut events), build(&page));

    let text = preview.read("news/tout.md");
    preview.write("news/tout.md", &text.replacen("title = \"", "title = \"Nouveau : ", 1));
    let changed = preview.wait_for("/actualites/tout/", |page| page.contains("Nouveau"));
    assert_eq!(next(&mut events), build(&changed));

    preview.write("news/tout.md", &text.replacen("title = \"", "titre = \"", 1));
    let mistaken = preview.wait_for("/actualites/", |page| page.contains(MISTAKE));
    assert!(mistaken.contains("content/news/tout.md:2:1"), "{mistaken}");
    assert!(mistaken.contains("Nouveau"), "the last good site stays");
    assert_ne!(next(&mut events), build(&changed));

    preview.write("news/tout.md", &text);
    let mended = preview.wait_for("/actualites/", |page| !page.contains(MISTAKE));
    assert!(!mended.contains("Nouveau"));
}

/// The data of the next event of a stream.
fn next(events: &mut BufReader<impl Read>) -> String {
    let lines = events.lines();
    let mut data = lines.filter_map(|line| Some(line.unwrap().strip_prefix("data: ")?.to_owned()));
    data.next().unwrap()
}

#[test]
fn a_content_that_was_never_right_is_shown_with_its_mistakes() {
    let preview = Preview::start(|folder| {
        // Its first line tells where it is.
        let settings = folder.join("content/site.json");
        let text = std::fs::read_to_string(&settings).unwrap();
        std::fs::write(settings, text.replacen('{', "{ \"nom\": \"Essai\",", 1)).unwrap();
    });
    let (status, page) = preview.get("/actualites/");
    assert_eq!(status, 503);
    assert!(page.contains(MISTAKE) && page.contains("unknown field `nom`"), "{page}");
    let settings = preview.read("site.json");
    preview.write("site.json", &settings.replacen("{ \"nom\": \"Essai\",", "{", 1));
    preview.wait_for("/actualites/", |page| page.contains("<main") && !page.contains(MISTAKE));
}
