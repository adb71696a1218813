//! A host that can fail: what an origin answers, and faults on demand.

use std::collections::BTreeMap;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, Response, StatusCode, Uri, header};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

use super::origin::{HTML, Origin, Unknown, dist, folder, mime, respond};

/// A kind of file that may fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Pages.
    Pages,
    /// What pages load when the app draws them.
    Data,
    /// WebAssembly, and what ties it to the browser.
    App,
}

impl Part {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Pages, Self::Data, Self::App];

    fn of(path: &str) -> Option<Self> {
        let stem =
            path.trim_start_matches('/').trim_end_matches("_bg.wasm").trim_end_matches(".js");
        if dist().join(format!("{stem}_bg.wasm")).is_file() {
            Some(Self::App)
        } else if path.starts_with("/data/") {
            Some(Self::Data)
        } else {
            path.ends_with('/').then_some(Self::Pages)
        }
    }
}

/// What goes wrong with every file of a kind.
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
    /// A file of an older version of the site.
    OlderSchema,
    /// The right answer, three seconds late.
    Slow,
    /// The right answer, twenty seconds late.
    Late,
    /// No answer at all.
    NoResponse,
    /// Three requests of ten are refused, by chance that is always the same.
    Sometimes,
}

/// What a host answers instead of a file.
#[derive(Clone)]
pub enum Instead {
    /// Another text.
    Text(String),
    /// That it is at another path on the site.
    MovedTo(&'static str),
}

struct Behaviour {
    origin: Origin,
    /// Whether other pages may show the site in a frame.
    framed: bool,
    /// A script that runs before all others in every page.
    first_script: String,
    /// A script that runs before all others in every page and in the worker.
    prelude: String,
    /// What is answered instead of what the origin has.
    replaced: BTreeMap<String, Instead>,
    faults: BTreeMap<Part, Fault>,
    chance: u32,
    requests: Vec<String>,
}

impl Behaviour {
    /// What goes wrong with this path, this time.
    fn fault(&mut self, path: &str) -> Option<Fault> {
        let fault = self.faults.get(&Part::of(path)?)?;
        match *fault {
            Fault::Sometimes => {
                self.chance = self.chance.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (self.chance >> 16 < 3 * 65_536 / 10).then_some(Fault::Status(503))
            }
            fault => Some(fault),
        }
    }
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
            origin: Origin::of_the_site(unknown),
            framed: false,
            first_script: first_script.unwrap_or_default().to_owned(),
            prelude: String::new(),
            replaced: BTreeMap::new(),
            faults: BTreeMap::new(),
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

    /// The URL of a path on the site.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{}{path}", self.address, folder())
    }

    /// Serves another folder from now on.
    pub fn serve(&self, folder: &Path) {
        let origin = Origin::Files(folder.to_owned(), Unknown::NotFound);
        self.behaviour.lock().unwrap().origin = origin;
    }

    /// Allows pages in frames, which no host of ours allows.
    pub fn allow_frames(&self) {
        self.behaviour.lock().unwrap().framed = true;
    }

    /// Makes every file of these kinds fail from now on.
    pub fn fail(&self, parts: &[Part], fault: Fault) {
        let faults = parts.iter().map(|part| (*part, fault));
        self.behaviour.lock().unwrap().faults.extend(faults);
    }

    /// Lets nothing fail any more.
    pub fn recover(&self) {
        self.behaviour.lock().unwrap().faults.clear();
    }

    /// Runs this before every script, as if the browser were another: in pages and in the worker.
    pub fn begin_with(&self, script: &str) {
        self.behaviour.lock().unwrap().prelude = script.to_owned();
    }

    /// Answers this instead of a file.
    pub fn replace(&self, path: &str, instead: Instead) {
        self.behaviour.lock().unwrap().replaced.insert(path.to_owned(), instead);
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
    let (origin, scripts, framed, fault) = {
        let mut behaviour = behaviour.lock().unwrap();
        if !is_the_workers_own(path, &headers) {
            behaviour.requests.push(path.to_owned());
        }
        if let Some(instead) = behaviour.replaced.get(path) {
            return replaced(path, instead.clone());
        }
        let fault = behaviour.fault(path);
        let Behaviour { origin, first_script, prelude, framed, .. } = &*behaviour;
        (origin.clone(), [first_script.clone(), prelude.clone()], *framed, fault)
    };
    let codings = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok());
    let is_changed = scripts.iter().any(|script| !script.is_empty());
    let codings = codings.filter(|_| !is_changed && fault.is_none()).unwrap_or("identity");
    let mut response = match fault {
        Some(fault) => fail(&origin, path, fault).await,
        None => origin.answer(path, codings).await,
    };
    if is_changed || framed {
        response.headers_mut().remove(header::CONTENT_SECURITY_POLICY);
        response.headers_mut().remove(header::X_FRAME_OPTIONS);
    }
    if is_changed { with_scripts(path, scripts, response).await } else { response }
}

fn replaced(path: &str, instead: Instead) -> Response<Body> {
    match instead {
        Instead::Text(text) => respond(StatusCode::OK, mime(path), text.into_bytes()),
        Instead::MovedTo(path) => {
            let mut response = respond(StatusCode::PERMANENT_REDIRECT, HTML, Vec::new());
            let address = format!("{}{path}", folder()).parse().unwrap();
            response.headers_mut().insert(header::LOCATION, address);
            response
        }
    }
}

/// A page with scripts before its own, or the worker with the second of them.
async fn with_scripts(
    path: &str,
    [first, prelude]: [String; 2],
    response: Response<Body>,
) -> Response<Body> {
    let is_page = response.headers()[header::CONTENT_TYPE] == HTML;
    if !is_page && path != "/worker.js" {
        return response;
    }
    let (parts, body) = response.into_parts();
    let text = String::from_utf8(whole(body).await).unwrap();
    let text = if is_page {
        text.replacen("<head>", &format!("<head><script>{first}{prelude}</script>"), 1)
    } else {
        [prelude, text].concat()
    };
    Response::from_parts(parts, Body::from(text))
}

async fn whole(body: Body) -> Vec<u8> {
    axum::body::to_bytes(body, usize::MAX).await.unwrap().to_vec()
}

async fn fail(origin: &Origin, path: &str, fault: Fault) -> Response<Body> {
    let page = b"<!doctype html><title>Identifiez-vous</title>".to_vec();
    match fault {
        Fault::Status(status) => respond(StatusCode::from_u16(status).unwrap(), HTML, page),
        Fault::OtherPage => respond(StatusCode::OK, HTML, page),
        Fault::CutOff => {
            let (parts, body) = origin.answer(path, "identity").await.into_parts();
            let whole = whole(body).await;
            Response::from_parts(parts, Body::from(whole[..whole.len() / 2].to_vec()))
        }
        Fault::NewerSchema => {
            let newer = br#"{"schema":1000,"page":{"hologram":{}}}"#.to_vec();
            respond(StatusCode::OK, mime(path), newer)
        }
        Fault::OlderSchema => {
            let older = br#"{"schema":1,"page":{"gramophone":{}}}"#.to_vec();
            respond(StatusCode::OK, mime(path), older)
        }
        Fault::Sometimes => unreachable!("chance has decided"),
        Fault::Slow | Fault::Late => {
            let seconds = if fault == Fault::Slow { 3 } else { 20 };
            tokio::time::sleep(Duration::from_secs(seconds)).await;
            origin.answer(path, "identity").await
        }
        Fault::NoResponse => {
            tokio::time::sleep(Duration::from_secs(60)).await;
            respond(StatusCode::OK, HTML, page)
        }
    }
}
