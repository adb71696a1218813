//! `urne edit` answers its own page alone, and no path leads out of the folder.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, ChildStdout, Stdio};

use super::{copy, fixture, urne};

/// The program over a folder, which ends with this value.
struct Editing {
    process: Child,
    _said: BufReader<ChildStdout>,
    host: String,
    secret: String,
}

impl Editing {
    fn of(content: &Path) -> Self {
        let mut process = urne()
            .arg("edit")
            .arg("--content")
            .arg(content)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut said = BufReader::new(process.stdout.take().unwrap());
        let mut line = String::new();
        said.read_line(&mut line).unwrap();
        let (host, secret) = line.split_once("http://").unwrap().1.split_once('/').unwrap();
        let (host, secret) = (host.to_owned(), secret.trim().trim_matches('/').to_owned());
        Self { process, _said: said, host, secret }
    }

    /// The status and the text of an answer.
    fn ask(&self, method: &str, path: &str, headers: &str, body: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(&self.host).unwrap();
        let host = if headers.contains("Host:") {
            String::new()
        } else {
            format!("Host: {}\r\n", self.host)
        };
        let length = body.len();
        let request = format!(
            "{method} {path} HTTP/1.1\r\n{host}{headers}Content-Length: {length}\r\nConnection: close\r\n\r\n{body}"
        );
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let status = answer.split(' ').nth(1).unwrap().parse().unwrap();
        (status, answer)
    }

    fn path(&self, of: &str) -> String {
        format!("/{}/{of}", self.secret)
    }

    fn own(&self) -> String {
        format!("Origin: http://{}\r\n", self.host)
    }
}

impl Drop for Editing {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[test]
fn only_its_own_page_is_answered() {
    let folder = tempfile::tempdir().unwrap();
    copy(&fixture("mini/content"), folder.path());
    let editing = Editing::of(folder.path());
    assert_eq!(editing.secret.len(), 32);
    let (status, page) = editing.ask("GET", &editing.path(""), "", "");
    assert!(status == 200 && page.contains("edit.js"), "{page}");
    let policy = page.lines().find(|line| line.starts_with("content-security-policy: ")).unwrap();
    assert!(policy.contains("connect-src 'self' blob: data:; "), "{policy}");
    // Nobody who does not know the address, no other site by a name of its own, and no form of one.
    assert_eq!(editing.ask("GET", "/", "", "").0, 404);
    assert_eq!(editing.ask("GET", "/files", "", "").0, 404);
    let files = editing.path("files");
    assert_eq!(editing.ask("GET", &files, "Host: evil.example\r\n", "").0, 403);
    assert_eq!(editing.ask("GET", &files, "Origin: https://evil.example\r\n", "").0, 403);
    assert_eq!(editing.ask("GET", &files, "", "").0, 200);
    let file = editing.path("file/news/nouveau.md");
    assert_eq!(editing.ask("PUT", &file, "", "A").0, 403);
    assert_eq!(editing.ask("PUT", &file, "Origin: null\r\n", "A").0, 403);
    assert_eq!(editing.ask("PUT", &file, "Origin: http://evil.example\r\n", "A").0, 403);
    assert!(!folder.path().join("news/nouveau.md").exists());
    assert_eq!(editing.ask("PUT", &file, &editing.own(), "A").0, 200);
    assert_eq!(std::fs::read_to_string(folder.path().join("news/nouveau.md")).unwrap(), "A");
}

#[test]
fn nothing_outside_is_read_or_written_and_what_has_changed_stays() {
    let work = tempfile::tempdir().unwrap();
    let content = work.path().join("content");
    copy(&fixture("mini/content"), &content);
    std::fs::write(work.path().join("secret"), "mine").unwrap();
    let editing = Editing::of(&content);
    for path in [
        "file/..%2Fsecret",
        "file/news/..%2F..%2Fsecret",
        "file/%2Fetc%2Fpasswd",
        "file/.git%2Fconfig",
    ] {
        assert_eq!(editing.ask("GET", &editing.path(path), "", "").0, 404, "{path}");
        assert_eq!(editing.ask("PUT", &editing.path(path), &editing.own(), "A").0, 404, "{path}");
    }
    assert_eq!(std::fs::read_to_string(work.path().join("secret")).unwrap(), "mine");
    let before = std::fs::read_to_string(content.join("site.json")).unwrap();
    let file = editing.path("file/site.json");
    assert_eq!(editing.ask("PUT", &file, &editing.own(), "{}").0, 412);
    let older = format!("{}x-urne-version: 00\r\n", editing.own());
    assert_eq!(editing.ask("PUT", &file, &older, "{}").0, 412);
    assert_eq!(editing.ask("DELETE", &file, &older, "").0, 412);
    let rename = editing.path("rename/site.json");
    assert_eq!(editing.ask("POST", &rename, &older, "other.json").0, 412);
    assert_eq!(std::fs::read_to_string(content.join("site.json")).unwrap(), before);
}

#[test]
fn what_is_wrong_is_said_with_its_field() {
    let folder = tempfile::tempdir().unwrap();
    copy(&fixture("mini/content"), folder.path());
    let article = "+++\ndate = 2020-01-01\ncategory = \"A\"\nsummary = \"B\"\n\n[image]\nsrc = \"media/non.svg\"\n\
                   alt = \"C\"\n+++\n\n[D](/non/)\n";
    std::fs::write(folder.path().join("news/faute.md"), article).unwrap();
    let editing = Editing::of(folder.path());
    let (status, answer) = editing.ask("GET", &editing.path("check"), "", "");
    let json = answer.split_once("\r\n\r\n").unwrap().1;
    let answers: Vec<serde_json::Value> = serde_json::from_str(json).unwrap();
    let of_it = answers.iter().filter(|it| it["file"] == "news/faute.md");
    let fields: Vec<&str> = of_it.map(|it| it["field"].as_str().unwrap_or("")).collect();
    assert_eq!((status, fields), (200, vec!["title", "image.src", "body"]), "{json}");
}
