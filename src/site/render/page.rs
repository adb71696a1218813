//! One page as complete HTML: the application itself, rendered once, in Trunk's own document.
//! No server and no runtime: a page is a value, and its HTML a function of it.

use anyhow::{Context, ensure};

use super::{csp, head, json_ld, scripts, stylesheet};
use crate::app;
use crate::data::{Document, Failure, Page, SCHEMA};
use crate::pages::{self, Style};
use crate::route::{ICON, href};
use crate::site::compile::Compiled;
use crate::site::parse::colour::Accent;

/// Trunk's `index.html` with the places that a page fills.
pub struct Template<'a> {
    /// What comes before, between and behind the two places, for each style.
    documents: [[String; 3]; 2],
    compiled: &'a Compiled,
    /// The text of the worker, where the document has a place for the loader.
    pub worker: Option<String>,
}

/// Files of the site to which the document itself links.
const FILES: [&str; 1] = [ICON];

/// The style of a logo, which stands in the place of the square before the name.
const LOGO: &str = "a.site-name img{display:inline-block;margin-right:.6rem;vertical-align:middle}\
                    a.site-name::before{display:none}";

/// The style of sub-menus, for sites that have any.
const MENU: &str = include_str!("../../../style/menu.css");

const HEAD: &str = "<!--HEAD-->";
const APP: &str = "<!--APP-->";

impl<'a> Template<'a> {
    /// Takes the document that Trunk made.
    ///
    /// # Errors
    /// Says which place is missing or appears twice, or what of the document is not understood.
    pub fn new(document: &str, compiled: &'a Compiled) -> anyhow::Result<Self> {
        for place in [HEAD, APP] {
            ensure!(
                document.matches(place).count() == 1,
                "index.html must contain `{place}` once: see ARCHITECTURE.md"
            );
        }
        let Accent { light, dark } = compiled.accent;
        let site = &compiled.site;
        let logo = if site.logo.is_some() { LOGO } else { "" };
        let has_menu = site.navigation.iter().any(|link| !link.below.is_empty());
        let menu = if has_menu { MENU } else { "" };
        let accent = format!(
            "{HEAD}<style>:root{{--accent-on-light:{light};--accent-on-dark:{dark};--site:{:?}}}\
             {logo}{menu}</style>",
            site.base
        );
        let document = FILES.iter().fold(document.replace(HEAD, &accent), |document, file| {
            document.replace(&format!("href=\"{file}\""), &format!("href=\"{}\"", href(file)))
        });
        let (document, worker) = scripts::install(&document, site)?;
        let [texts, results] = Style::ALL.map(|style| with_style(&document, style));
        Ok(Self { documents: [texts?, results?], compiled, worker })
    }

    /// Renders the page at `path` on its host, whose data is this text. `shared` are the elements of its head that say
    /// how it is shown elsewhere.
    pub fn render(&self, path: &str, page: &Page, data: &str, shared: &str) -> String {
        self.filled(path, Ok(page), data, shared)
    }

    /// Renders what a reader without network sees of any page that was not kept. The app loads the
    /// page that was asked for as soon as it can.
    pub fn offline(&self) -> String {
        self.filled(&href(scripts::OFFLINE), Err(Failure::Unreachable), "", "")
    }

    fn filled(&self, path: &str, page: Result<&Page, Failure>, data: &str, shared: &str) -> String {
        let [start, to_app, end] = &self.documents[pages::style(page) as usize];
        let head = head::head(self.compiled, path, page, data, shared);
        let content = match page {
            Ok(page) => pages::page(page),
            Err(failure) => pages::failure(None, failure),
        };
        let app = app::shell(&self.compiled.site, path, &content).into_string();
        // Nobody waits for what search engines read.
        let url = format!("{}{path}", self.compiled.site.base);
        let data = page.map(|page| json_ld::element(self.compiled, page, &url)).unwrap_or_default();
        [start, head.as_str(), to_app, &app, &data, end].concat()
    }
}

/// The document with one style and the policy that allows it, cut at its places.
fn with_style(document: &str, style: Style) -> anyhow::Result<[String; 3]> {
    let document = stylesheet::inline_and_minify(document, style)?;
    let policy = csp::of(&document);
    // Before everything that it is about.
    let policy =
        format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">{HEAD}");
    parts(&document.replace(HEAD, &policy))
        .context("index.html must contain `<!--HEAD-->` before `<!--APP-->`")
}

/// The document cut at its places, once for all pages: a text that looks like a place is none.
fn parts(document: &str) -> Option<[String; 3]> {
    let (start, rest) = document.split_once(HEAD)?;
    let (to_app, end) = rest.split_once(APP)?;
    Some([start, to_app, end].map(str::to_owned))
}

/// A page as it is served under `/data/`.
///
/// # Errors
/// When the page cannot be written as JSON.
pub fn data(page: &Page) -> anyhow::Result<String> {
    let document = Document { schema: SCHEMA, page: page.clone() };
    serde_json::to_string(&document).context("a page as JSON")
}
