//! What answers behind the host of the browser tests as long as nothing fails: files, or a real nginx with
//! the rules that are shipped.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Once};

use axum::body::Body;
use axum::http::{HeaderValue, Response, StatusCode, header};
use tempfile::TempDir;
use urne::route::EMBEDS;
use urne::site::publish::hosting::{self, Header, Host, SECURITY};

use super::nginx::Nginx;

/// How the host answers a URL that has no file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// With `404.html` and status 404.
    NotFound,
    /// With the home page and status 200, as hosts of single-page applications do.
    HomePage,
    /// With the folder's page, where there is one, without sending the browser to its slash.
    Folder,
}

/// Where answers come from.
#[derive(Clone)]
pub enum Origin {
    /// Files of a folder.
    Files(PathBuf, Unknown),
    /// nginx, at a URL; it ends, and the root of its host goes, with the last copy.
    Nginx { host: String, _running: Arc<(Nginx, TempDir)> },
}

impl Origin {
    /// The built site: in a folder of a host it is behind nginx, where that is installed.
    pub fn of_the_site(unknown: Unknown) -> Self {
        if folder().is_empty() || unknown != Unknown::NotFound {
            return Self::Files(dist(), unknown);
        }
        let Some(program) = Nginx::program() else { return Self::Files(dist(), unknown) };
        let address = Nginx::address();
        let root = tempfile::tempdir().unwrap();
        std::os::unix::fs::symlink(dist(), root.path().join(&folder()[1..])).unwrap();
        urne::route::set_base_path(&folder());
        announce();
        let nginx = Nginx::start(&program, root.path(), &Host::Nginx.rules(&[]), address);
        Self::Nginx { host: format!("http://{address}"), _running: Arc::new((nginx, root)) }
    }

    /// Answers for a path on the site, to a browser that accepts these codings.
    pub async fn answer(&self, path: &str, codings: &str) -> Response<Body> {
        match self {
            Self::Files(from, unknown) => {
                let mut answer = file(from, path, *unknown, codings);
                if path.starts_with(&format!("/{EMBEDS}/")) {
                    let headers = answer.headers_mut();
                    SECURITY.iter().for_each(|it| drop(headers.remove(it.name)));
                    for Header { name, value } in hosting::security(true) {
                        headers.insert(name, HeaderValue::from_static(value));
                    }
                }
                answer
            }
            Self::Nginx { host, .. } => {
                let address = format!("{host}{}{path}", folder());
                let codings = codings.to_owned();
                let answer = tokio::task::spawn_blocking(move || asked(&address, &codings)).await;
                // A host that leaves in the middle of an answer gives none.
                match answer {
                    Ok(answer) => answer,
                    Err(_) => std::future::pending().await,
                }
            }
        }
    }
}

/// Says once a run that it is nginx, past the test harness, which keeps what tests print.
fn announce() {
    static ONCE: Once = Once::new();
    let line =
        format!("\nhost: nginx with the rules that are shipped, the site in {}/\n", folder());
    ONCE.call_once(|| std::io::stdout().write_all(line.as_bytes()).unwrap());
}

/// What nginx answers. Nothing is kept: browser tests have to meet the host that fails, not a copy.
fn asked(address: &str, codings: &str) -> Response<Body> {
    let agent = ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0);
    let agent = agent.proxy(None).build().new_agent();
    let mut answer = agent.get(address).header("Accept-Encoding", codings).call().unwrap();
    let content = answer.body_mut().read_to_vec().unwrap();
    let mut response = Response::builder().status(answer.status().as_u16());
    let passed =
        |name: &str| !["connection", "content-length", "transfer-encoding"].contains(&name);
    for (name, value) in answer.headers().iter().filter(|(name, _)| passed(name.as_str())) {
        response = response.header(name.as_str(), value.as_bytes());
    }
    let mut response = response.body(Body::from(content)).unwrap();
    response.headers_mut().insert(header::CACHE_CONTROL, "no-store".parse().unwrap());
    response
}

/// A file, as the build has compressed it where the browser takes that.
fn file(from: &Path, path: &str, unknown: Unknown, codings: &str) -> Response<Body> {
    if let Some(content) = read(from, path) {
        let mut small = place(from, path).into_os_string();
        small.push(".br");
        let small = std::fs::read(small).ok().filter(|_| codings.contains("br"));
        let Some(small) = small else { return respond(StatusCode::OK, mime(path), content) };
        let mut response = respond(StatusCode::OK, mime(path), small);
        response.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
        return response;
    }
    let folder = if unknown == Unknown::Folder { read(from, &format!("{path}/")) } else { None };
    if let Some(page) = folder {
        return respond(StatusCode::OK, HTML, page);
    }
    match unknown {
        Unknown::NotFound | Unknown::Folder => {
            respond(StatusCode::NOT_FOUND, HTML, read(from, "/404.html").unwrap_or_default())
        }
        Unknown::HomePage => respond(StatusCode::OK, HTML, read(from, "/").unwrap()),
    }
}

pub const HTML: &str = "text/html; charset=utf-8";

pub fn respond(status: StatusCode, mime: &str, content: Vec<u8>) -> Response<Body> {
    let mut response = Response::builder()
        .status(status)
        .header(header::CONTENT_TYPE, mime)
        .header(header::CACHE_CONTROL, "no-store");
    for Header { name, value } in SECURITY {
        response = response.header(name, value);
    }
    response.body(Body::from(content)).unwrap()
}

/// The folder of the host in which the site is, as `--public-url` had it: `URNE_FOLDER`, such as
/// `/conflans`, else nothing.
pub fn folder() -> String {
    std::env::var("URNE_FOLDER").unwrap_or_default()
}

/// The folder with the built site: `URNE_DIST`, else that which `script/test` builds of `tests/site/`.
pub fn dist() -> PathBuf {
    let dist = std::env::var("URNE_DIST").unwrap_or_else(|_| "target/tested".to_owned());
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join(dist);
    let is_built = dist.join("404.html").is_file();
    assert!(is_built, "{} is not built: run `script/test --build`", dist.display());
    dist
}

fn read(folder: &Path, path: &str) -> Option<Vec<u8>> {
    std::fs::read(place(folder, path)).ok()
}

fn place(folder: &Path, path: &str) -> PathBuf {
    assert!(!path.contains(".."), "{path}");
    let file = folder.join(path.trim_start_matches('/'));
    if path.ends_with('/') { file.join("index.html") } else { file }
}

/// The type of a file; of what has no ending, that of a page.
pub fn mime(path: &str) -> &'static str {
    match hosting::type_of(path) {
        None | Some("text/html") => HTML,
        Some(other) => other,
    }
}
