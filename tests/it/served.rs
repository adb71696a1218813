//! The miniature, built for publication and served by a real nginx with the rules that are shipped.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Output;

use urne::site::doctor::{self, Examination, Kind, Report};
use urne::site::publish::compress;

use super::serving::Nginx;
use super::{files, fixture};

/// A site and the nginx that serves it, until the end of the test.
pub struct Served {
    files: tempfile::TempDir,
    /// Where the site is on its host: `/`, or a folder such as `/conflans/`.
    folder: &'static str,
    address: SocketAddr,
    /// The rules for nginx.
    pub rules: String,
    nginx: Option<Nginx>,
}

impl Served {
    /// Builds the miniature. Its code is a stand-in; it is nowhere run.
    pub fn new(folder: &'static str) -> Self {
        let (files, address) = (tempfile::tempdir().unwrap(), Nginx::address());
        let mut served = Self { files, folder, address, rules: String::new(), nginx: None };
        served.rules = String::from_utf8(served.site(&["hosting", "nginx"]).stdout).unwrap();
        served.build(&served.host());
        served
    }

    /// The command, for the folder: a process has one, and tests are one process.
    fn site(&self, arguments: &[&str]) -> Output {
        let mut command = super::urne();
        command.args(arguments).env("TRUNK_PUBLIC_URL", self.folder);
        let output = command.env("SOURCE_DATE_EPOCH", "1585699200").output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        output
    }

    fn host(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The URL of the site, without a closing slash.
    pub fn base(&self) -> String {
        self.host() + self.folder.trim_end_matches('/')
    }

    /// The folder that is published.
    pub fn root(&self) -> PathBuf {
        self.files.path().join("site")
    }

    /// Builds the site for the same folder of any host.
    pub fn build(&self, host: &str) {
        let content = self.files.path().join("content");
        let original = fixture("mini/content");
        for path in files(&original) {
            let copy = content.join(path.strip_prefix(&original).unwrap());
            std::fs::create_dir_all(copy.parent().unwrap()).unwrap();
            std::fs::copy(path, copy).unwrap();
        }
        let settings = std::fs::read_to_string(content.join("site.json")).unwrap();
        let settings = settings.replace("https://essai.example/", host);
        std::fs::write(content.join("site.json"), settings).unwrap();

        let html = std::fs::read_to_string(fixture("mini/index.html")).unwrap();
        let code = format!(
            "<link rel=\"icon\" href=\"/icon.svg\">\
             <script id=\"loader\" data-code=\"{0}urne-0a1b.js\" data-wasm=\"{0}urne-0a1b_bg.wasm\">\
             </script></head>",
            self.folder
        );
        self.put("index.html", &html.replace("</head>", &code));
        for name in ["icon.svg", "urne-0a1b.js", "urne-0a1b_bg.wasm"] {
            self.put(name, &"nothing ".repeat(1000));
        }
        let (content, root) = (content.display().to_string(), self.root().display().to_string());
        let release = ["--profile", "release"];
        self.site(&[&["build", "--content", &content, "--staging", &root][..], &release].concat());
    }

    /// Writes a file of the site.
    pub fn put(&self, name: &str, content: &str) {
        let path = self.root().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
    }

    /// Changes a file of the site, and what is compressed of it.
    pub fn edit(&self, name: &str, from: &str, to: &str) {
        let text = std::fs::read_to_string(self.root().join(name)).unwrap();
        assert!(text.contains(from), "no {from} in\n{text}");
        self.put(name, &text.replace(from, to));
        compress::folder(self.root().join(name).parent().unwrap()).unwrap();
    }

    /// Removes a file with what was compressed of it.
    pub fn remove(&self, name: &str) {
        for ending in ["", ".br", ".gz"] {
            let path = self.root().join(format!("{name}{ending}"));
            if ending.is_empty() || path.exists() {
                std::fs::remove_file(path).unwrap();
            }
        }
    }

    /// Changes the rules.
    pub fn rule(&mut self, from: &str, to: &str) {
        assert!(self.rules.contains(from), "no {from} in\n{}", self.rules);
        self.rules = self.rules.replace(from, to);
    }

    /// Starts nginx. A folder of its host is a link to the site.
    pub fn start(&mut self, program: &Path) {
        let name = self.folder.trim_matches('/');
        let host = if name.is_empty() { self.root() } else { self.files.path().join("host") };
        if !name.is_empty() {
            std::fs::create_dir(&host).unwrap();
            std::os::unix::fs::symlink(self.root(), host.join(name)).unwrap();
        }
        self.nginx = Some(Nginx::start(program, &host, &self.rules, self.address));
    }

    /// What the doctor says.
    pub fn examined(&self) -> Report {
        doctor::examine(&self.base(), Examination::default()).unwrap()
    }
}

/// A damage to a site or to its rules.
pub type Damage = fn(&mut Served);

/// Damages a site in one way after the other and returns what the doctor says of each.
pub fn reports(
    folder: &'static str,
    damages: &[(&str, Damage, &[Kind])],
    program: &Path,
) -> String {
    let mut reports = String::new();
    for (name, damage, expected) in damages {
        let mut served = Served::new(folder);
        damage(&mut served);
        served.start(program);
        let report = served.examined();
        let mut kinds: Vec<Kind> = report.problems.iter().map(|problem| problem.kind).collect();
        kinds.dedup();
        assert_eq!(kinds, *expected, "{name}: {report}");
        let base = served.base();
        let host = base.strip_suffix(folder.trim_end_matches('/')).unwrap();
        let report = report.to_string().replace(host, "https://ici.example");
        reports.push_str(&format!("# {name}\n{report}\n"));
    }
    reports
}
