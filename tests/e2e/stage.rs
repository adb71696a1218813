//! A browser in front of a host, and the few things a visitor does.
//! Nothing here waits by the clock: the page says when it is live, and conditions are polled.

use std::net::{Ipv4Addr, TcpListener};
use std::panic::AssertUnwindSafe;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use futures::FutureExt;
use thirtyfour::LoggingPrefsLogLevel;
use thirtyfour::prelude::*;

use super::server::{Server, Unknown};

/// How long a condition may take before a test gives up.
const PATIENCE: Duration = Duration::from_secs(30);

/// How the browser is set up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    /// As most visitors have it.
    On,
    /// Switched off.
    Off,
}

/// A host and a browser.
pub struct Stage {
    /// The host.
    pub server: Server,
    /// The browser.
    pub browser: WebDriver,
}

/// Runs a journey; browser, driver and host end with it, whatever happens.
pub async fn journey(test: impl AsyncFnOnce(&mut Stage)) {
    with(Script::On, Unknown::NotFound, test).await;
}

/// Runs a journey with another browser or another host.
pub async fn with(script: Script, unknown: Unknown, test: impl AsyncFnOnce(&mut Stage)) {
    let driver = Driver::start();
    let profile = tempfile::tempdir().unwrap();
    let browser = driver.open(script, profile.path()).await;
    let mut stage = Stage { server: Server::start(unknown), browser };
    let outcome = AssertUnwindSafe(test(&mut stage)).catch_unwind().await;
    stage.browser.quit().await.unwrap();
    if let Err(panic) = outcome {
        std::panic::resume_unwind(panic);
    }
}

/// The program that drives the browser.
struct Driver {
    process: Child,
    url: String,
}

impl Driver {
    fn start() -> Self {
        let engine = std::env::var("URNE_ENGINE").unwrap_or_else(|_| "chromium".to_owned());
        let program = match engine.as_str() {
            "chromium" => "chromedriver",
            other => panic!("unknown engine `{other}`: URNE_ENGINE may be `chromium`"),
        };
        let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = free.local_addr().unwrap().port();
        drop(free);
        let process = Command::new(program)
            .arg(format!("--port={port}"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{program}: {error}. `script/bootstrap` installs it"));
        Self { process, url: format!("http://127.0.0.1:{port}") }
    }

    async fn open(&self, script: Script, profile: &std::path::Path) -> WebDriver {
        let mut capabilities = DesiredCapabilities::chrome();
        for argument in [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage",
            "--window-size=1280,900",
        ] {
            capabilities.add_arg(argument).unwrap();
        }
        let profile = format!("--user-data-dir={}", profile.display());
        capabilities.add_arg(&profile).unwrap();
        if script == Script::Off {
            let off =
                serde_json::json!({ "profile.managed_default_content_settings.javascript": 2 });
            capabilities.add_experimental_option("prefs", off).unwrap();
        }
        capabilities.set_browser_log_level(LoggingPrefsLogLevel::All).unwrap();
        let started = Instant::now();
        loop {
            match WebDriver::new(&self.url, capabilities.clone()).await {
                Ok(browser) => return browser,
                Err(error) if started.elapsed() > PATIENCE => panic!("no browser: {error}"),
                Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
            }
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Stage {
    /// Loads a page and waits until it is live.
    pub async fn open(&self, path: &str) {
        self.browser.goto(self.server.url(path)).await.unwrap();
        self.until("the page is live", "return document.documentElement.hasAttribute('data-live')")
            .await;
    }

    /// Runs a script and returns what it returns.
    pub async fn eval(&self, script: &str) -> serde_json::Value {
        let answer = self.browser.execute(script, Vec::new()).await;
        answer.unwrap_or_else(|error| panic!("{script}: {error}")).json().clone()
    }

    /// The same, as text.
    pub async fn text(&self, script: &str) -> String {
        self.eval(script).await.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until a script returns true.
    pub async fn until(&self, what: &str, script: &str) {
        let started = Instant::now();
        while self.eval(script).await != serde_json::Value::Bool(true) {
            assert!(started.elapsed() < PATIENCE, "in vain: {what}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Clicks the first link with this text inside an element.
    pub async fn follow(&self, inside: &str, text: &str) {
        let links = self.browser.find_all(By::Css(format!("{inside} a"))).await.unwrap();
        for link in links {
            if link.text().await.unwrap().starts_with(text) {
                link.scroll_into_view().await.unwrap();
                return link.click().await.unwrap();
            }
        }
        panic!("no link « {text} » in {inside}");
    }

    /// Waits until this heading stands on the page and has the focus.
    pub async fn arrived_at(&self, heading: &str) {
        let condition = format!(
            "const h = document.querySelector('h1'); \
             return !!h && h.textContent === {} && document.activeElement === h",
            serde_json::json!(heading)
        );
        self.until(&format!("the page « {heading} »"), &condition).await;
    }

    /// The heading of the page.
    pub async fn heading(&self) -> String {
        self.text("return document.querySelector('h1').textContent").await
    }

    /// Presses keys where the focus is.
    pub async fn press(&self, keys: impl Into<thirtyfour::TypingData>) {
        let actions = self.browser.action_chain();
        actions.send_keys(keys).perform().await.unwrap();
    }

    /// Ensures the console has said nothing since the last call.
    pub async fn assert_silent_console(&self, at: &str) {
        let messages: Vec<String> = self.console().await;
        assert!(messages.is_empty(), "the console at {at}: {messages:#?}");
    }

    /// What the console has said since the last call.
    pub async fn console(&self) -> Vec<String> {
        let log = self.browser.browser_log().await.unwrap();
        log.into_iter().map(|entry| entry.message).collect()
    }
}
