//! What the console of the page said, read in the way that each engine offers.
//!
//! | engine | way | hears |
//! |---|---|---|
//! | Chromium | the driver’s browser log | all that a developer sees, failed requests too |
//! | Firefox | `log.entryAdded` of WebDriver BiDi | calls of `console`, errors and rejections |
//! | WebKit | a script that the host puts before all others | the same, files that do not load, and what a content policy forbids |
//!
//! WebKitGTK has no log to read: while it is driven it writes nowhere what its console says.

use futures::lock::Mutex;
use futures::{SinkExt, StreamExt};
use serde_json::{Value, json};
use thirtyfour::prelude::*;
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream};

use super::engine::Engine;
use super::session::PATIENCE;

/// The console of one session.
pub enum Console {
    /// The driver keeps what was said until it is asked.
    Log,
    /// The browser tells what is said, as it is said.
    Events(Box<Mutex<Events>>),
    /// The page keeps it: [`COLLECTOR`] does.
    Page,
}

/// Where Firefox tells what happens.
type Events = WebSocketStream<MaybeTlsStream<TcpStream>>;

/// Keeps what the console is told, and what would be reported there, over loads of the same tab.
const COLLECTOR: &str = r"
{
  const kept = () => JSON.parse(sessionStorage.getItem('console') ?? '[]');
  const keep = (text) => sessionStorage.setItem('console', JSON.stringify([...kept(), text]));
  for (const level of ['debug', 'log', 'info', 'warn', 'error']) {
    const say = console[level];
    console[level] = (...words) => { keep(words.join(' ')); say.apply(console, words); };
  }
  const file = (element) => `not loaded: ${element.src ?? element.href}`;
  addEventListener('error', (event) => keep(event.message ?? file(event.target)), true);
  addEventListener('unhandledrejection', (event) => keep(`rejected: ${event.reason}`));
  addEventListener('securitypolicyviolation', (event) => keep(`forbidden: ${event.blockedURI}`));
}
";

/// Takes what [`COLLECTOR`] kept.
const COLLECTED: &str = "const kept = JSON.parse(sessionStorage.getItem('console') ?? '[]'); \
                         sessionStorage.removeItem('console'); return kept";

/// What a browser test says itself, so as to know that everything before it was told.
const END: &str = "everything until here was told";

/// What the host puts into every page, before anything else that runs: nothing, where the engine
/// has a log.
pub fn collector(engine: Engine) -> Option<&'static str> {
    (engine == Engine::WebKit).then_some(COLLECTOR)
}

impl Console {
    /// Begins to listen.
    pub async fn of(engine: Engine, browser: &WebDriver) -> Self {
        match engine {
            Engine::Chromium => Self::Log,
            Engine::Firefox => Self::Events(Box::new(Mutex::new(subscribe(browser).await))),
            Engine::WebKit => Self::Page,
        }
    }

    /// Everything that was said since the last call.
    pub async fn take(&self, browser: &WebDriver) -> Vec<String> {
        match self {
            Self::Log => {
                let log = browser.browser_log().await.unwrap();
                log.into_iter().map(|entry| entry.message).collect()
            }
            Self::Events(events) => {
                let end = vec![json!(END)];
                browser.execute("console.debug(arguments[0])", end).await.unwrap();
                until_end(&mut *events.lock().await).await
            }
            Self::Page => {
                let kept = browser.execute(COLLECTED, Vec::new()).await.unwrap();
                kept.convert().unwrap()
            }
        }
    }
}

/// Asks Firefox to tell everything that comes to the console.
async fn subscribe(browser: &WebDriver) -> Events {
    let address = browser.capabilities().get("webSocketUrl").and_then(Value::as_str).unwrap();
    let (mut events, _) = tokio_tungstenite::connect_async(address).await.unwrap();
    let wish = json!({
        "id": 1, "method": "session.subscribe", "params": { "events": ["log.entryAdded"] },
    });
    events.send(Message::text(wish.to_string())).await.unwrap();
    while next(&mut events).await["id"] != 1 {}
    events
}

async fn next(events: &mut Events) -> Value {
    let message = tokio::time::timeout(PATIENCE, events.next()).await;
    let message = message.expect("the browser tells nothing").expect("the browser is gone");
    match message.unwrap() {
        Message::Text(text) => serde_json::from_str(&text).unwrap(),
        _ => Value::Null,
    }
}

async fn until_end(events: &mut Events) -> Vec<String> {
    let mut said = Vec::new();
    loop {
        let event = next(events).await;
        match event["params"]["text"].as_str() {
            Some(END) => return said,
            Some(text) => said.push(text.to_owned()),
            None => {}
        }
    }
}
