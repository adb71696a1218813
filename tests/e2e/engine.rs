//! The engines that the browser tests run in: how each is started, and how script is switched off in it.
//! Nothing here knows the site, nor what a browser test does. No browser test is left out in any of them; where
//! one engine asked for another way, the browser test that takes it says why.

use std::path::Path;

use thirtyfour::LoggingPrefsLogLevel;
use thirtyfour::prelude::*;

/// A browser engine, behind a driver that speaks WebDriver.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium.
    Chromium,
    /// Firefox.
    Firefox,
    /// WebKitGTK in its own small browser, the nearest to Safari outside Apple’s systems. It needs
    /// a display, and the focus of its window: `script/test` gives it both.
    WebKit,
}

/// How a visitor has set the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visitor {
    /// As most have it.
    Usual,
    /// With script switched off. What a browser test itself executes still runs in every engine.
    WithoutScript,
    /// In a private window. WebKitGTK is in one whenever it is driven.
    Private,
}

impl Engine {
    /// The engine that `URNE_ENGINE` names, else Chromium.
    pub fn chosen() -> Self {
        match std::env::var("URNE_ENGINE").as_deref().unwrap_or("chromium") {
            "chromium" => Self::Chromium,
            "firefox" => Self::Firefox,
            "webkit" => Self::WebKit,
            other => panic!("URNE_ENGINE is `{other}`: it may be `chromium`, `firefox`, `webkit`"),
        }
    }

    /// The program that drives it.
    pub fn driver(self) -> &'static str {
        match self {
            Self::Chromium => "chromedriver",
            Self::Firefox => "geckodriver",
            Self::WebKit => "WebKitWebDriver",
        }
    }

    /// What the driver is told when it starts: its port and where profiles are kept.
    pub fn driver_arguments(self, port: u16, profile: &Path) -> Vec<String> {
        let mut arguments = vec![format!("--port={port}")];
        if self == Self::Firefox {
            // Without this, every driver listens for events on the same port.
            arguments.push("--websocket-port=0".to_owned());
            arguments.push(format!("--profile-root={}", profile.display()));
        }
        arguments
    }

    /// What the driver is asked for when a session begins.
    pub fn capabilities(self, visitor: Visitor, profile: &Path) -> Capabilities {
        match self {
            Self::Chromium => chromium(visitor, profile),
            Self::Firefox => firefox(visitor),
            Self::WebKit => webkit(visitor),
        }
    }
}

fn chromium(visitor: Visitor, profile: &Path) -> Capabilities {
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
    ] {
        capabilities.add_arg(argument).unwrap();
    }
    capabilities.add_arg(&format!("--user-data-dir={}", profile.display())).unwrap();
    if visitor == Visitor::Private {
        capabilities.add_arg("--incognito").unwrap();
    }
    if visitor == Visitor::WithoutScript {
        let off = serde_json::json!({ "profile.managed_default_content_settings.javascript": 2 });
        capabilities.add_experimental_option("prefs", off).unwrap();
    }
    capabilities.set_browser_log_level(LoggingPrefsLogLevel::All).unwrap();
    capabilities.into()
}

fn firefox(visitor: Visitor) -> Capabilities {
    let mut capabilities = DesiredCapabilities::firefox();
    capabilities.set_headless().unwrap();
    let preferences = serde_json::json!({
        "javascript.enabled": visitor != Visitor::WithoutScript,
        "browser.privatebrowsing.autostart": visitor == Visitor::Private,
    });
    capabilities.set_browser_option("prefs", preferences).unwrap();
    capabilities.enable_bidi().unwrap();
    capabilities.into()
}

/// Without a `binary` the driver starts the browser that it was built with.
fn webkit(visitor: Visitor) -> Capabilities {
    let script = format!("--enable-javascript={}", visitor != Visitor::WithoutScript);
    let mut capabilities = Capabilities::new();
    let options = serde_json::json!({ "args": ["--automation", script] });
    capabilities.set("webkitgtk:browserOptions", options).unwrap();
    capabilities
}
