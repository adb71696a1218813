//! A browser in front of a host, and the few things a visitor does.
//! Nothing here waits by the clock: the page says when it is live, and conditions are polled.

use std::io::Write;
use std::net::{Ipv4Addr, TcpListener};
use std::panic::AssertUnwindSafe;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Once;
use std::time::{Duration, Instant};

use axum::http::Method;
use futures::FutureExt;
use serde_json::json;
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::common::requestdata::RequestData;
use thirtyfour::prelude::*;
use thirtyfour::{ElementId, SessionId};

use super::console::{self, Console};
use super::engine::{Engine, Visitor};
use super::origin::{Unknown, folder};
use super::server::Server;

/// How long a condition may take before a test gives up.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// A finger on the links of the menu: the sign of intent.
pub const INTENT: &str = "for (const link of document.querySelectorAll('.site-header nav a')) \
    link.dispatchEvent(new Event('pointerdown', { bubbles: true }));";

/// A host and a browser.
pub struct Session {
    /// The host.
    pub server: Server,
    /// The browser.
    pub browser: WebDriver,
    console: Console,
}

/// « Get Computed Role » of WebDriver.
#[derive(Debug)]
struct ComputedRole(ElementId);

impl FormatRequestData for ComputedRole {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let path = format!("session/{session}/element/{}/computedrole", self.0);
        RequestData::new(Method::GET, path)
    }
}

/// Runs a browser test; browser, driver and host end with it, whatever happens.
pub async fn browser_test(test: impl AsyncFnOnce(&mut Session)) {
    with(Visitor::Usual, Unknown::NotFound, test).await;
}

/// Runs a browser test with another browser or another host.
pub async fn with(visitor: Visitor, unknown: Unknown, test: impl AsyncFnOnce(&mut Session)) {
    let engine = Engine::chosen();
    let profile = tempfile::tempdir().unwrap();
    let driver = Driver::start(engine, profile.path());
    let browser = driver.open(engine.capabilities(visitor, profile.path())).await;
    announce(engine, &browser);
    let play = async {
        let console = Console::of(engine, &browser).await;
        let server = Server::start(unknown, console::collector(engine));
        test(&mut Session { server, browser: browser.clone(), console }).await;
    };
    let outcome = AssertUnwindSafe(play).catch_unwind().await;
    let ended = browser.quit().await;
    drop(driver);
    if let Err(panic) = outcome {
        std::panic::resume_unwind(panic);
    }
    ended.unwrap();
}

/// Says once a run which browser it is, past the test harness, which keeps what tests print.
fn announce(engine: Engine, browser: &WebDriver) {
    static ONCE: Once = Once::new();
    let said = |name| browser.capabilities().get(name).and_then(|value| value.as_str());
    let name = said("browserName").unwrap_or("unnamed");
    let version = said("browserVersion").unwrap_or("of unknown version");
    ONCE.call_once(|| {
        let line = format!("\nengine: {engine:?}, by {name} {version}\n");
        std::io::stdout().write_all(line.as_bytes()).unwrap();
    });
}

/// The program that drives the browser.
struct Driver {
    process: Child,
    url: String,
}

impl Driver {
    fn start(engine: Engine, profile: &Path) -> Self {
        let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = free.local_addr().unwrap().port();
        drop(free);
        let program = engine.driver();
        let process = Command::new(program)
            .args(engine.driver_arguments(port, profile))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| {
                panic!("{program}: {error}. `script/bootstrap --tests` installs it")
            });
        Self { process, url: format!("http://127.0.0.1:{port}") }
    }

    async fn open(&self, capabilities: Capabilities) -> WebDriver {
        let started = Instant::now();
        let browser = loop {
            match WebDriver::new(&self.url, capabilities.clone()).await {
                Ok(browser) => break browser,
                Err(error) if started.elapsed() > PATIENCE => panic!("no browser: {error}"),
                Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
            }
        };
        browser.set_window_rect(0, 0, 1280, 900).await.unwrap();
        browser
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // A driver that is killed leaves the browser that it could not end.
        let browsers = started_by(self.process.id());
        let _ = self.process.kill();
        let _ = self.process.wait();
        for process in browsers {
            let _ = Command::new("kill").args(["-KILL", &process]).stderr(Stdio::null()).status();
        }
    }
}

/// The processes that a process has started and those that they have, where the system tells.
fn started_by(process: impl std::fmt::Display) -> Vec<String> {
    let mut found = Vec::new();
    let tasks = std::fs::read_dir(format!("/proc/{process}/task"));
    for task in tasks.into_iter().flatten().flatten() {
        let children = std::fs::read_to_string(task.path().join("children")).unwrap_or_default();
        for child in children.split_whitespace() {
            found.push(child.to_owned());
            found.extend(started_by(child));
        }
    }
    found
}

impl Session {
    /// Loads a page and shows intent, until the app is there and the page
    /// is interactive.
    pub async fn open(&self, path: &str) {
        self.browser.goto(self.server.url(path)).await.unwrap();
        self.live(path).await;
    }

    /// Shows intent, until the page is interactive.
    pub async fn live(&self, path: &str) {
        let live = format!("{INTENT} return document.documentElement.hasAttribute('data-live')");
        self.until(&format!("{path} is live"), &live).await;
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

    /// Waits until a script returns true. One that fails, as in a page that is only just coming, is
    /// asked again.
    pub async fn until(&self, what: &str, script: &str) {
        let started = Instant::now();
        loop {
            let answer = self.browser.execute(script, Vec::new()).await;
            if answer.as_ref().is_ok_and(|answer| *answer.json() == true) {
                return;
            }
            let error = answer.err().map(|error| error.to_string()).unwrap_or_default();
            if started.elapsed() >= PATIENCE {
                let page = self.text("return `${location.pathname}, « ${document.title} »`").await;
                panic!("timed out waiting for: {what} {error} at {page}");
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Waits until the page was drawn some times, as it is between any two acts of a hand. Firefox
    /// scrolls independently of the page: who goes back at once after a fragment may be moved once more.
    pub async fn after_frames(&self) {
        let frames = "const done = arguments[0]; let left = 60; \
                      const frame = () => left-- ? requestAnimationFrame(frame) : done(); frame()";
        self.browser.execute_async(frames, Vec::new()).await.unwrap();
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

    /// Brings the name of a territory in the table into view. Rows are laid out only when they are on the
    /// screen, which moves those below: a hand presses what it sees.
    pub async fn see_row(&self, name: &str) {
        let scroll = format!(
            "[...document.querySelectorAll('.breakdown th a')]
               .find((it) => it.textContent === {}).scrollIntoView({{ block: 'center' }})",
            json!(name)
        );
        self.eval(&scroll).await;
        self.after_frames().await;
    }

    /// Presses the name of a territory in the table.
    pub async fn open_row(&self, name: &str) {
        self.see_row(name).await;
        self.follow(".breakdown", name).await;
    }

    /// Opens the page of a territory from its row of the table: its name shows its result there, which leads
    /// to the page.
    pub async fn follow_row(&self, name: &str) {
        self.open_row(name).await;
        self.until(name, "return !!document.querySelector('.breakdown #resultat a')").await;
        self.follow(".breakdown #resultat", "Toute la page").await;
    }

    /// What an element is to those who do not see it: the ARIA role that the browser gives it.
    pub async fn role(&self, css: &str) -> String {
        let element = self.browser.find(By::Css(css)).await.unwrap();
        let answer = self.browser.cmd(ComputedRole(element.element_id())).await.unwrap();
        answer.value().unwrap()
    }

    /// Follows a link to a page of this title, which the browser then draws from its data.
    pub async fn draw(&self, path: &str, title: &str) {
        let (href, title) = (json!(format!("{}{path}", folder())), json!(title));
        let click = format!(
            "const a = document.createElement('a'); a.href = {href}; a.textContent = 'x';\
             document.querySelector('main').append(a); a.click(); a.remove();"
        );
        self.eval(&click).await;
        let there = format!(
            "return location.pathname === {href} && document.title === {title} && \
             !document.documentElement.hasAttribute('data-loading')"
        );
        self.until(path, &there).await;
    }

    /// Waits until this heading is on the page and has the focus.
    pub async fn arrived_at(&self, heading: &str) {
        let condition = format!(
            "const h = document.querySelector('h1'); \
             return !!h && h.firstChild.textContent.trim() === {} && document.activeElement === h",
            json!(heading)
        );
        self.until(&format!("the page « {heading} »"), &condition).await;
    }

    /// Waits for a page by the beginning of its title: not every engine’s click waits for the page,
    /// and a script would go with the one that is left.
    pub async fn titled(&self, title: &str) {
        let started = Instant::now();
        while !self.browser.title().await.is_ok_and(|there| there.starts_with(title)) {
            assert!(started.elapsed() < PATIENCE, "timed out waiting for the page « {title} »");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
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
        self.console.take(&self.browser).await
    }
}
