//! A result as other sites show it in a page of theirs: its chart with base and source, and a link back. It is complete
//! without its script, which only says how high it is.

use anyhow::Context;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use serde_json::json;

use super::{csp, scripts, stylesheet};
use crate::components::chart_of_round;
use crate::data::{Page, Site};
use crate::route::{Route, href};
use crate::site::compile::height_of_embed;
use crate::site::drawings::Result;

/// The style sheets of an embed.
const STYLE: [&str; 4] = [
    include_str!("../../../style/tokens.css"),
    include_str!("../../../style/base.css"),
    include_str!("../../../style/chart.css"),
    include_str!("embed.css"),
];

/// The text of its script, the same for every site: hosts allow it by its hash (`csp::OF_EMBEDS`).
pub fn script() -> String {
    scripts::without_comments(include_str!("embed.js"))
}

/// The name of the file by which programs find an embed (oEmbed).
pub const OEMBED: &str = "oembed.json";

/// How wide a frame is where nobody says it.
const WIDTH: u32 = 600;

/// The element that leads from the page of a result to that file; nothing where it has none.
pub fn oembed_link(route: &Route, page: &Page, base: &str) -> String {
    match route.embed().filter(|_| page.embed().is_some()) {
        Some(embed) => format!(
            "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{base}{}\">",
            href(&format!("{embed}{OEMBED}"))
        ),
        None => String::new(),
    }
}

/// What is the same in all embeds of a site.
pub struct Embeds<'a> {
    site: &'a Site,
    style: String,
    policy: String,
}

impl<'a> Embeds<'a> {
    /// Takes the style that the site adds: its colours.
    ///
    /// # Errors
    /// When the style cannot be read.
    pub fn new(site: &'a Site, colours: &str) -> anyhow::Result<Self> {
        let style = stylesheet::minify(&(STYLE.concat() + colours))?;
        let policy = csp::of(&format!("<style>{style}</style><script>{}</script>", script()));
        Ok(Self { site, style, policy })
    }

    /// What programs read of an embed (oEmbed 1.0); `frame` is what people copy.
    ///
    /// # Errors
    /// When it cannot be written as JSON.
    pub fn oembed(&self, frame: &str, result: Result<'_>) -> anyhow::Result<Vec<u8>> {
        let oembed = json!({
            "version": "1.0",
            "type": "rich",
            "title": result.name(),
            "provider_name": self.site.name,
            "provider_url": format!("{}{}", self.site.base, Route::Home.href()),
            "html": frame,
            "width": WIDTH,
            "height": height_of_embed(result.round),
        });
        serde_json::to_vec(&oembed).context("oEmbed")
    }

    /// The embed of a result, whose page is at this route.
    pub fn page(&self, route: &Route, result: Result<'_>) -> String {
        let url = format!("{}{}", self.site.base, route.href());
        let head = html! {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta http-equiv="Content-Security-Policy" content=(self.policy);
            title { (result.name()) " — " (self.site.short_name) }
            meta name="robots" content="noindex";
            link rel="canonical" href=(url);
            // Links leave the frame.
            base target="_blank";
            style { (PreEscaped(&self.style)) }
        };
        let page = html! {
            (DOCTYPE)
            html lang="fr" {
                head { (head) }
                body {
                    (content(result, &url))
                    footer { a href=(url) { "Le résultat complet sur " (self.site.short_name) } }
                    script { (PreEscaped(script())) }
                }
            }
        };
        page.into_string()
    }
}

fn content(result: Result<'_>, url: &str) -> Markup {
    let chart = chart_of_round(result.round, result.locative);
    let id = format!("tour-{}", result.round.number);
    html! {
        header {
            h1 id=(id) { a href=(url) { (result.title) } }
            p { (result.territory) " — " (result.round_and_day()) }
        }
        @if let Some(state) = result.state() { p.partial { (state) } }
        main { figure.chart id=(chart.id) { (chart.built()) } }
    }
}
