//! One request to a site as a browser makes it, but for redirects, which are not followed.

use std::io::Read;
use std::time::Duration;

use anyhow::{Context, ensure};
use ureq::http::{HeaderMap, Uri};

use crate::message;
use crate::site::messages::{Message, causes};

/// Nothing that a site sends is larger.
const LARGEST: u64 = 64 << 20;

/// Asks one site.
pub struct Client {
    agent: ureq::Agent,
    /// Scheme, host and folder, without a closing slash.
    pub base: String,
    /// The folder of the host in which the site is: nothing for its root, else `/conflans`.
    pub folder: String,
    /// Whether the site is on this very machine, where nobody listens in between.
    pub is_local: bool,
}

/// Why nothing came back.
pub enum RequestError {
    /// There was no response.
    NoResponse(String),
    /// What was sent compressed could not be read.
    Coding(Message),
}

/// What came back.
pub struct Response {
    /// The status.
    pub status: u16,
    headers: HeaderMap,
    /// `br`, `gzip`, or nothing.
    pub coding: String,
    /// The content, as it was before it was compressed.
    pub content: Vec<u8>,
}

impl Client {
    /// Prepares to ask the site at a URL: scheme, host and, where it has one, its folder.
    ///
    /// # Errors
    /// When the URL is no such thing.
    pub fn new(url: &str) -> anyhow::Result<Self> {
        let base = url.trim_end_matches('/');
        let uri: Uri = base.parse().with_context(|| message!("doctor-no-url", url = url))?;
        let is_site =
            matches!(uri.scheme_str(), Some("http" | "https")) && !base.contains(['?', '#']);
        ensure!(is_site, message!("doctor-no-url-of-site", url = url));
        let folder = uri.path().trim_end_matches('/').to_owned();
        let configuration = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .timeout_global(Some(Duration::from_secs(30)))
            .max_idle_connections_per_host(8)
            .user_agent(concat!("urne-doctor/", env!("CARGO_PKG_VERSION")));
        let is_local = matches!(uri.host(), Some("127.0.0.1" | "localhost" | "[::1]"));
        // The proxy of the environment leads out of this machine.
        let configuration = if is_local { configuration.proxy(None) } else { configuration };
        let agent = configuration.build().new_agent();
        Ok(Self { agent, base: base.to_owned(), folder, is_local })
    }

    /// The path on the site of a URL, whole or from the root of the host; nothing where it is
    /// outside the site.
    pub fn path<'a>(&self, url: &'a str) -> Option<&'a str> {
        let start = if url.starts_with('/') { &self.folder } else { &self.base };
        url.strip_prefix(start).filter(|path| path.starts_with('/'))
    }

    /// Asks for a path on the site as browsers do, once more where there was no response.
    ///
    /// # Errors
    /// Says why there was no response, or none that can be read.
    pub fn get(&self, path: &str) -> Result<Response, RequestError> {
        let accepted = "br, gzip";
        self.ask(path, accepted).or_else(|_| self.ask(path, accepted))
    }

    /// Asks for a path, in these codings.
    ///
    /// # Errors
    /// As `get`.
    pub fn ask(&self, path: &str, codings: &str) -> Result<Response, RequestError> {
        let url = if path.contains("://") { path.to_owned() } else { self.base.clone() + path };
        let silent = |error: ureq::Error| RequestError::NoResponse(why(&error).to_string());
        let request = self.agent.get(&url).header("Accept-Encoding", codings);
        let mut response = request.call().map_err(silent)?;
        let sent =
            response.body_mut().with_config().limit(LARGEST).read_to_vec().map_err(silent)?;
        let headers = response.headers().clone();
        let coding = headers.get("content-encoding").and_then(|it| it.to_str().ok());
        let coding = coding.unwrap_or_default().to_ascii_lowercase();
        let content = decoded(&sent, &coding).map_err(RequestError::Coding)?;
        Ok(Response { status: response.status().as_u16(), headers, coding, content })
    }
}

impl Response {
    /// A header, empty where there is none; of several, all.
    pub fn header(&self, name: &str) -> String {
        let values = self.headers.get_all(name).iter().filter_map(|value| value.to_str().ok());
        values.collect::<Vec<_>>().join(", ")
    }

    /// The content as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.content).into_owned()
    }

    /// The status, and where it leads.
    pub fn status(&self) -> Message {
        let status = usize::from(self.status);
        match self.header("location") {
            location if location.is_empty() => message!("doctor-status", status = status),
            location => message!("doctor-status-to", status = status, location = location),
        }
    }
}

/// Why there was no response.
fn why(error: &ureq::Error) -> Message {
    match error {
        // The system says in its own words that it knows no such host.
        ureq::Error::Io(error) if error.to_string().contains("lookup") => {
            message!("doctor-no-host")
        }
        ureq::Error::HostNotFound => message!("doctor-no-host"),
        ureq::Error::Io(error) => causes::of_system(error),
        ureq::Error::Timeout(_) => message!("program-no-answer-in-time"),
        ureq::Error::Rustls(error) => {
            message!("doctor-no-certificate", error = error.to_string())
        }
        other => other.to_string().into(),
    }
}

fn decoded(sent: &[u8], coding: &str) -> Result<Vec<u8>, Message> {
    let mut content = Vec::new();
    let reader: Box<dyn Read> = match coding {
        "" | "identity" => return Ok(sent.to_owned()),
        "gzip" => Box::new(flate2::read::MultiGzDecoder::new(sent)),
        "br" => Box::new(brotli::Decompressor::new(sent, 4096)),
        other => return Err(message!("doctor-unknown-coding", coding = other)),
    };
    let read = reader.take(LARGEST).read_to_end(&mut content);
    read.map_err(|error| {
        message!("doctor-undecodable", coding = coding, error = error.to_string())
    })?;
    Ok(content)
}
