//! A static host that can fail: files of `dist/` or of another folder, a true 404, and faults on
//! demand.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, Response, StatusCode, Uri, header};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

/// What goes wrong with every file of a kind: data, or the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// This status, with a page that says so.
    Status(u16),
    /// A captive portal: status 200 and somebody else's page.
    OtherPage,
    /// Half of the file.
    CutOff,
    /// A file of a newer version of the site.
    NewerSchema,
    /// No answer at all.
    Silence,
    /// Three requests of ten are refused, by chance that is always the same.
    Sometimes,
}

/// How the host answers an address that has no file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// With `404.html` and status 404.
    NotFound,
    /// With the home page and status 200, as hosts of single-page applications do.
    HomePage,
    /// With the folder's page, where there is one, without sending the browser to its slash.
    Folder,
}

#[derive(Debug)]
struct Behaviour {
    folder: PathBuf,
    unknown: Unknown,
    /// A script that runs before all others in every page.
    first_script: Option<&'static str>,
    fault: Option<Fault>,
    program_fault: Option<Fault>,
    chance: u32,
    requests: Vec<String>,
}

impl Behaviour {
    /// What goes wrong with this path, this time.
    fn fault(&mut self, path: &str) -> Option<Fault> {
        let fault = if is_of_the_program(path) {
            self.program_fault
        } else {
            self.fault.filter(|_| path.starts_with("/data/"))
        };
        match fault? {
            Fault::Sometimes => {
                self.chance = self.chance.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (self.chance >> 16 < 3 * 65_536 / 10).then_some(Fault::Status(503))
            }
            fault => Some(fault),
        }
    }
}

/// Whether a file is part of the program: WebAssembly, and what ties it to the browser.
fn is_of_the_program(path: &str) -> bool {
    let stem = path.trim_start_matches('/').trim_end_matches("_bg.wasm").trim_end_matches(".js");
    dist().join(format!("{stem}_bg.wasm")).is_file()
}

/// A running host. It ends with the test.
pub struct Server {
    behaviour: Arc<Mutex<Behaviour>>,
    address: SocketAddr,
    runtime: Option<Runtime>,
}

impl Server {
    /// Starts on a free port. A first script is put into every page, where there is one.
    pub fn start(unknown: Unknown, first_script: Option<&'static str>) -> Self {
        let behaviour = Behaviour {
            folder: dist(),
            unknown,
            first_script,
            fault: None,
            program_fault: None,
            chance: 2017,
            requests: Vec::new(),
        };
        let mut server = Self {
            behaviour: Arc::new(Mutex::new(behaviour)),
            address: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            runtime: None,
        };
        server.come_back();
        server
    }

    /// The address of a path on the site.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{}{path}", self.address, folder())
    }

    /// Serves another folder from now on.
    pub fn serve(&self, folder: &Path) {
        self.behaviour.lock().unwrap().folder = folder.to_owned();
    }

    /// Makes every data file fail from now on, or none.
    pub fn fail(&self, fault: Option<Fault>) {
        self.behaviour.lock().unwrap().fault = fault;
    }

    /// Makes the program fail from now on, or none of it.
    pub fn fail_program(&self, fault: Option<Fault>) {
        self.behaviour.lock().unwrap().program_fault = fault;
    }

    /// Takes the host off the network, with every connection.
    pub fn go_away(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }

    /// Puts the host on the network, on the port it had.
    pub fn come_back(&mut self) {
        let runtime = Runtime::new().unwrap();
        let (send, receive) = std::sync::mpsc::channel();
        let (address, behaviour) = (self.address, self.behaviour.clone());
        runtime.spawn(async move {
            let listener = TcpListener::bind(address).await.unwrap();
            send.send(listener.local_addr().unwrap()).unwrap();
            let router = Router::new().fallback(answer).with_state(behaviour);
            axum::serve(listener, router).await.unwrap();
        });
        self.address = receive.recv().unwrap();
        self.runtime = Some(runtime);
    }

    /// The paths requested since the last call, without those that the worker keeps from the start.
    pub fn take_requests(&self) -> Vec<String> {
        std::mem::take(&mut self.behaviour.lock().unwrap().requests)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.go_away();
    }
}

/// Whether the worker asks, for what it keeps from the start: no reader waits for that.
fn is_the_workers_own(path: &str, headers: &HeaderMap) -> bool {
    let referrer = headers.get(header::REFERER).and_then(|value| value.to_str().ok());
    let asks = referrer.is_some_and(|it| it.ends_with("/worker.js")) && !path.starts_with("/data/");
    asks || headers.contains_key("service-worker")
}

async fn answer(
    State(behaviour): State<Arc<Mutex<Behaviour>>>,
    uri: Uri,
    headers: HeaderMap,
) -> Response<Body> {
    let Some(path) = uri.path().strip_prefix(&folder()) else {
        return respond(StatusCode::NOT_FOUND, "text/plain", b"another site".to_vec());
    };
    let (from, unknown, first_script, fault) = {
        let mut behaviour = behaviour.lock().unwrap();
        if !is_the_workers_own(path, &headers) {
            behaviour.requests.push(path.to_owned());
        }
        let fault = behaviour.fault(path);
        (behaviour.folder.clone(), behaviour.unknown, behaviour.first_script, fault)
    };
    let response = match fault {
        Some(fault) => return fail(&from, path, fault).await,
        None => file(&from, path, unknown),
    };
    match first_script.filter(|_| response.headers()[header::CONTENT_TYPE] == HTML) {
        Some(script) => begin_with(script, response).await,
        None => response,
    }
}

async fn begin_with(script: &str, page: Response<Body>) -> Response<Body> {
    let (parts, body) = page.into_parts();
    let html = axum::body::to_bytes(body, usize::MAX).await.unwrap();
    let html = str::from_utf8(&html).unwrap();
    let html = html.replacen("<head>", &format!("<head><script>{script}</script>"), 1);
    Response::from_parts(parts, Body::from(html))
}

fn file(from: &Path, path: &str, unknown: Unknown) -> Response<Body> {
    if let Some(content) = read(from, path) {
        return respond(StatusCode::OK, mime(path), content);
    }
    let folder = if unknown == Unknown::Folder { read(from, &format!("{path}/")) } else { None };
    if let Some(page) = folder {
        return respond(StatusCode::OK, HTML, page);
    }
    match unknown {
        Unknown::NotFound | Unknown::Folder => {
            respond(StatusCode::NOT_FOUND, HTML, read(from, "/404.html").unwrap())
        }
        Unknown::HomePage => respond(StatusCode::OK, HTML, read(from, "/").unwrap()),
    }
}

async fn fail(from: &Path, path: &str, fault: Fault) -> Response<Body> {
    let page = b"<!doctype html><title>Identifiez-vous</title>".to_vec();
    match fault {
        Fault::Status(status) => respond(StatusCode::from_u16(status).unwrap(), HTML, page),
        Fault::OtherPage => respond(StatusCode::OK, HTML, page),
        Fault::CutOff => {
            let whole = read(from, path).unwrap();
            respond(StatusCode::OK, mime(path), whole[..whole.len() / 2].to_vec())
        }
        Fault::NewerSchema => {
            let newer = br#"{"schema":1000,"page":{"hologram":{}}}"#.to_vec();
            respond(StatusCode::OK, mime(path), newer)
        }
        Fault::Sometimes => unreachable!("chance has decided"),
        Fault::Silence => {
            tokio::time::sleep(Duration::from_secs(60)).await;
            respond(StatusCode::OK, HTML, page)
        }
    }
}

const HTML: &str = "text/html; charset=utf-8";

fn respond(status: StatusCode, mime: &str, content: Vec<u8>) -> Response<Body> {
    Response::builder()
        .status(status)
        .header(header::CONTENT_TYPE, mime)
        .header(header::CACHE_CONTROL, "no-store")
        .body(Body::from(content))
        .unwrap()
}

/// The folder of the host in which the site stands, as `--public-url` had it: `URNE_FOLDER`, such as
/// `/conflans`, else nothing.
pub fn folder() -> String {
    std::env::var("URNE_FOLDER").unwrap_or_default()
}

/// The folder with the built site: `URNE_DIST`, else `dist/`.
pub fn dist() -> PathBuf {
    let dist = std::env::var("URNE_DIST").unwrap_or_else(|_| "dist".to_owned());
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join(dist);
    let page = std::fs::read_to_string(dist.join("404.html"));
    let page = page.unwrap_or_else(|_| panic!("dist/ is not built: run `script/build`"));
    let served = page.contains("trunk_ws");
    assert!(!served, "dist/ is what `trunk serve` left: run `script/build`");
    dist
}

fn read(folder: &Path, path: &str) -> Option<Vec<u8>> {
    assert!(!path.contains(".."), "{path}");
    let mut file = folder.join(path.trim_start_matches('/'));
    if path.ends_with('/') {
        file.push("index.html");
    }
    std::fs::read(file).ok()
}

fn mime(path: &str) -> &'static str {
    match Path::new(path).extension().and_then(|extension| extension.to_str()) {
        Some("js") => "text/javascript",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("txt") => "text/plain; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("xml") => "application/xml",
        _ => HTML,
    }
}
