//! One page as complete HTML: the application itself, rendered once, in Trunk's own document.
//! No server and no runtime: a page is a value, and its HTML a function of it.

use std::sync::Arc;

use anyhow::{Context, ensure};
use html_escape::encode_quoted_attribute;
use leptos::prelude::*;

use super::scripts::{self, Program};
use super::{csp, stylesheet};
use crate::app::{App, Shown};
use crate::data::{Document, Failure, Page, SCHEMA, Site};
use crate::pages;
use crate::route::address;
use crate::site::parse::colour::Accent;

/// Trunk's `index.html` with the places that a page fills.
pub struct Template<'a> {
    /// What stands before, between and behind the three places.
    document: [String; 4],
    site: &'a Site,
    /// Files that every page needs, with their paths on the site.
    pub program: Program,
}

/// Files of the site to which the document itself links.
const FILES: [&str; 2] = ["/icon.svg", "/feed.xml"];

const HEAD: &str = "<!--HEAD-->";
const APP: &str = "<!--APP-->";
const DATA: &str = "<!--DATA-->";

impl<'a> Template<'a> {
    /// Takes the document that Trunk made.
    ///
    /// # Errors
    /// Says which place is missing or stands twice, or what of the document is not understood.
    pub fn new(document: &str, site: &'a Site, accent: Accent) -> anyhow::Result<Self> {
        for place in [HEAD, APP, DATA] {
            ensure!(
                document.matches(place).count() == 1,
                "index.html must contain `{place}` once: see ARCHITECTURE.md"
            );
        }
        let Accent { light, dark } = accent;
        let accent = format!(
            "{HEAD}<style>:root{{--accent-on-light:{light};--accent-on-dark:{dark}}}</style>"
        );
        let document = FILES.iter().fold(document.replace(HEAD, &accent), |document, file| {
            document.replace(&format!("href=\"{file}\""), &format!("href=\"{}\"", address(file)))
        });
        let (document, program) = scripts::install(&document, &json(site)?)?;
        let document = stylesheet::inline_and_minify(&document)?;
        let policy = csp::of(&document);
        // Before everything that it is about.
        let policy =
            format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">{HEAD}");
        let document = parts(&document.replace(HEAD, &policy)).context(
            "index.html must contain `<!--HEAD-->`, `<!--APP-->` and `<!--DATA-->` in this order",
        )?;
        Ok(Self { document, site, program })
    }

    /// Renders the page at `path`, with its data.
    ///
    /// # Errors
    /// When the site cannot be written as JSON.
    pub fn render(&self, path: &str, page: &Page, data: &str) -> anyhow::Result<String> {
        let data = format!(
            "<script type=\"application/json\" id=\"document\" data-path=\"{path}\">{}</script>",
            inside_a_script(data),
        );
        self.filled(path, &Ok(page.clone()), &data)
    }

    /// Renders what a reader without network sees of any page that was not kept. It has no data, so
    /// the program loads the page that was asked for as soon as it can.
    ///
    /// # Errors
    /// When the site cannot be written as JSON.
    pub fn offline(&self) -> anyhow::Result<String> {
        self.filled(&address(scripts::OFFLINE), &Err(Failure::Unreachable), "")
    }

    fn filled(
        &self,
        path: &str,
        page: &Result<Page, Failure>,
        data: &str,
    ) -> anyhow::Result<String> {
        let site = json(self.site)?;
        let site = format!(
            "<script type=\"application/json\" id=\"site\">{}</script>",
            inside_a_script(&site)
        );
        let [start, to_app, to_data, end] = &self.document;
        let (head, app) = (self.head(path, page), self.app(path, page));
        Ok([start, &head, to_app, &app, to_data, &site, data, end].concat())
    }

    fn app(&self, path: &str, page: &Result<Page, Failure>) -> String {
        let site = Arc::new(self.site.clone());
        let shown = Shown { path: path.to_owned(), page: page.clone() };
        let owner = Owner::new();
        let html = owner.with(|| {
            let shown = Signal::stored(shown);
            let announcement = Signal::stored(String::new());
            html! { <App site shown announcement/> }.to_html()
        });
        owner.cleanup();
        // The same empty comment to a browser, without being an error of syntax.
        html.replace("<!>", "<!---->")
    }

    fn head(&self, path: &str, page: &Result<Page, Failure>) -> String {
        let head = pages::head(self.site, page);
        let title = encode_quoted_attribute(&head.title);
        let description = encode_quoted_attribute(&head.description);
        let address = format!("{}{path}", self.site.base);
        let name = encode_quoted_attribute(&self.site.name);
        // A page that is served at any wrong address has no address of its own.
        let addresses = match page {
            Ok(Page::NotFound) | Err(_) => "<meta name=\"robots\" content=\"noindex\">".to_owned(),
            Ok(_) => format!(
                "<link rel=\"canonical\" href=\"{address}\">\
                 <meta property=\"og:url\" content=\"{address}\">"
            ),
        };
        format!(
            "<title>{title}</title>\
             <meta name=\"description\" content=\"{description}\">{addresses}\
             <meta property=\"og:title\" content=\"{title}\">\
             <meta property=\"og:description\" content=\"{description}\">\
             <meta property=\"og:site_name\" content=\"{name}\">"
        )
    }
}

/// The document cut at its places, once for all pages: a text that looks like a place is none.
fn parts(document: &str) -> Option<[String; 4]> {
    let (start, rest) = document.split_once(HEAD)?;
    let (to_app, rest) = rest.split_once(APP)?;
    let (to_data, end) = rest.split_once(DATA)?;
    Some([start, to_app, to_data, end].map(str::to_owned))
}

fn json(site: &Site) -> anyhow::Result<String> {
    serde_json::to_string(site).context("the site as JSON")
}

/// JSON that cannot end the script element that holds it.
fn inside_a_script(json: &str) -> String {
    json.replace('<', "\\u003c")
}

/// A page as it is served under `/data/`.
///
/// # Errors
/// When the page cannot be written as JSON.
pub fn data(page: &Page) -> anyhow::Result<String> {
    let document = Document { schema: SCHEMA, page: page.clone() };
    serde_json::to_string(&document).context("a page as JSON")
}
