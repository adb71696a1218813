//! What answers the editor: its page and its code, the files of the folder, and what the checker says of them.

use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{DefaultBodyLimit, Path as At, Request, State as Shared};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HOST, HeaderMap, HeaderName, HeaderValue,
    ORIGIN,
};
use axum::http::{Method, Response, StatusCode};
use axum::middleware::{self, Next};
use axum::response::IntoResponse;
use axum::routing::{get, post};
use serde::Serialize;
use serde_json::json;

use super::answers;
use super::folder::{Folder, Refused};
use crate::message;
use crate::site::admin::{self, Editor};
use crate::site::content::settings;
use crate::site::forms::sveltia::{self, Repository};
use crate::site::messages::Language;
use crate::site::publish::hosting::type_of;
use crate::site::serve::asked_to_end;

/// The script that gives the folder to the editor.
const SCRIPT: &str = include_str!("edit.js");

/// The icon of sites that have none.
const ICON: &[u8] = include_bytes!("../../../public/icon.svg");

/// The largest file that is written: a photograph as a camera made it.
const LARGEST: usize = 256 << 20;

/// The header with the version of a file that the editor knows.
const VERSION: HeaderName = HeaderName::from_static("x-urne-version");

/// What all answers are made of.
pub struct State {
    content: PathBuf,
    folder: Folder,
    address: SocketAddr,
    secret: String,
    /// The files of the editor, its page among them.
    files: Vec<(String, Vec<u8>)>,
    policy: HeaderValue,
}

impl State {
    /// Makes the page for a folder.
    ///
    /// # Errors
    /// When what the program carries cannot be unpacked.
    pub fn new(
        content: &Path,
        folder: Folder,
        address: SocketAddr,
        secret: String,
    ) -> anyhow::Result<Arc<Self>> {
        let whole = content.canonicalize()?;
        let name = settings::name(content);
        let name = name.or_else(|| Some(whole.file_name()?.to_string_lossy().into_owned()));
        let name = name.unwrap_or_default();
        // The editor wants a service; it asks it nothing, but keeps by its name what was not saved.
        let backend = json!({ "name": "github", "repo": format!("urne/{}", address.port()), "auth_methods": ["token"] });
        let url = format!("http://{address}/{secret}/");
        let mut config = sveltia::config(&name, &url, &Repository { backend, folder: "" });
        config["logo"]["src"] = format!("/{secret}/icon.svg").into();
        let title = message!("forms-editor-of", name = name.as_str()).text(Language::French);
        let editor = Editor { title: &title, config: &config, hosts: &[], script: Some("edit.js") };
        let mut files = vec![
            ("".to_owned(), editor.page()?.into_bytes()),
            ("edit.js".to_owned(), SCRIPT.as_bytes().to_vec()),
            ("icon.svg".to_owned(), ICON.to_vec()),
        ];
        files.extend(admin::files()?.into_iter().map(|(name, text)| (name.to_owned(), text)));
        let policy = admin::policy(&[]) + "; frame-ancestors 'none'";
        let policy = HeaderValue::from_str(&policy)?;
        let content = content.to_owned();
        Ok(Arc::new(Self { content, folder, address, secret, files, policy }))
    }

    /// Whether a request comes from the page itself. Other sites may lead a browser here, by a name that they have
    /// given to this computer too.
    fn is_of_the_page(&self, request: &Request) -> bool {
        let says = |name: &HeaderName| request.headers().get(name).map(HeaderValue::as_bytes);
        let is_here = |text: &[u8]| {
            let port = self.address.port();
            ["127.0.0.1", "localhost"].iter().any(|it| text == format!("{it}:{port}").as_bytes())
        };
        let is_origin = |text: &[u8]| text.strip_prefix(b"http://").is_some_and(is_here);
        let changes = !matches!(*request.method(), Method::GET | Method::HEAD);
        let origin = says(&ORIGIN).map_or(!changes, is_origin);
        origin && says(&HOST).is_some_and(is_here)
    }
}

/// Answers until the program is asked to end.
pub async fn run(listener: TcpListener, state: Arc<State>) -> std::io::Result<()> {
    listener.set_nonblocking(true)?;
    let listener = tokio::net::TcpListener::from_std(listener)?;
    let secret = &state.secret;
    let routes = Router::new()
        .route("/files", get(list))
        .route("/file/{*path}", get(read).put(write).delete(remove))
        .route("/rename/{*path}", post(rename))
        .route("/check", get(check))
        .fallback(asset);
    let routes = Router::new()
        .nest(&format!("/{secret}"), routes.clone())
        .route(&format!("/{secret}/"), get(asset))
        .layer(DefaultBodyLimit::max(LARGEST))
        .layer(middleware::from_fn_with_state(state.clone(), guard))
        .with_state(state);
    tokio::select! {
        ended = axum::serve(listener, routes) => ended,
        asked = asked_to_end() => asked,
    }
}

/// Refuses what does not come from the page, and says of every answer what may be done with it.
async fn guard(Shared(state): Shared<Arc<State>>, request: Request, next: Next) -> Response<Body> {
    if !state.is_of_the_page(&request) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(CONTENT_SECURITY_POLICY, state.policy.clone());
    for (name, value) in [("x-content-type-options", "nosniff"), ("referrer-policy", "no-referrer")]
    {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

/// A file of the editor.
async fn asset(Shared(state): Shared<Arc<State>>, request: Request) -> Response<Body> {
    let path = request.uri().path();
    let name = path.rsplit_once('/').map_or(path, |(_, name)| name);
    match state.files.iter().find(|(known, _)| known == name) {
        Some((_, content)) => typed(path, content.clone()),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

fn typed(path: &str, content: Vec<u8>) -> Response<Body> {
    let kind = type_of(path).unwrap_or("application/octet-stream");
    let text = kind.starts_with("text/") || kind == "application/json";
    let kind = if text { format!("{kind}; charset=utf-8") } else { kind.to_owned() };
    ([(CONTENT_TYPE, kind)], content).into_response()
}

async fn list(Shared(state): Shared<Arc<State>>) -> Result<Response<Body>, Refused> {
    Ok(as_json(&state.folder.list()?))
}

async fn read(
    Shared(state): Shared<Arc<State>>,
    At(path): At<String>,
) -> Result<Response<Body>, Refused> {
    let (content, version) = state.folder.read(&path)?;
    Ok(([(VERSION, version)], typed(&path, content)).into_response())
}

async fn write(
    Shared(state): Shared<Arc<State>>,
    At(path): At<String>,
    headers: HeaderMap,
    content: Bytes,
) -> Result<Response<Body>, Refused> {
    let version = state.folder.write(&path, known(&headers), &content)?;
    Ok([(VERSION, version)].into_response())
}

async fn remove(
    Shared(state): Shared<Arc<State>>,
    At(path): At<String>,
    headers: HeaderMap,
) -> Result<StatusCode, Refused> {
    state.folder.remove(&path, known(&headers))?;
    Ok(StatusCode::NO_CONTENT)
}

async fn rename(
    Shared(state): Shared<Arc<State>>,
    At(path): At<String>,
    headers: HeaderMap,
    to: String,
) -> Result<StatusCode, Refused> {
    state.folder.rename(&path, &to, known(&headers))?;
    Ok(StatusCode::NO_CONTENT)
}

/// The version of the file that the editor knows.
fn known(headers: &HeaderMap) -> Option<&str> {
    headers.get(VERSION)?.to_str().ok().filter(|version| !version.is_empty())
}

fn as_json(value: &impl Serialize) -> Response<Body> {
    match serde_json::to_vec(value) {
        Ok(text) => typed("json.json", text),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    }
}

/// What the checker says of the folder as it is now.
async fn check(Shared(state): Shared<Arc<State>>) -> Response<Body> {
    let content = state.content.clone();
    match tokio::task::spawn_blocking(move || answers::of(&content)).await {
        Ok(Ok(answers)) => as_json(&answers),
        _ => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response<Body> {
        match self {
            Self::NoSuchFile => StatusCode::NOT_FOUND.into_response(),
            Self::Changed => StatusCode::PRECONDITION_FAILED.into_response(),
            Self::Failed(error) => {
                (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response()
            }
        }
    }
}
