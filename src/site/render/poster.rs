//! A page to be printed on one sheet of A4 and put up: a result with its chart, or an event with its day and place; both
//! with a QR code that leads to the page.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

use super::stylesheet;
use crate::components::{bars, figure_table, source_line};
use crate::data::{Event, EventState, Page, Site};
use crate::route::{ICON, Route, href};
use crate::site::drawings::{Result, qr};

/// The style sheets of a poster.
const STYLE: [&str; 4] = [
    include_str!("../../../style/tokens.css"),
    include_str!("../../../style/base.css"),
    include_str!("../../../style/chart.css"),
    include_str!("poster.css"),
];

/// How many bars are few, so that their figures are seen from the other side of a street.
const FEW: usize = 3;

/// With more bars than this, each has one line.
const MANY: usize = 6;

/// How many bars and rows of the table a sheet holds together; with more, the code leads to the figures.
const MOST: usize = 15;

/// How many letters a title has in large type.
const LONG: usize = 42;

/// What is the same in all posters of a site. Their style is a file: policies of hosts know that of pages alone.
pub struct Posters<'a> {
    site: &'a Site,
    /// The path of the style on the site.
    pub style_path: String,
    /// The style.
    pub style: String,
}

impl<'a> Posters<'a> {
    /// Takes the style that the site adds: its colours.
    ///
    /// # Errors
    /// When the style cannot be read.
    pub fn new(site: &'a Site, colours: &str) -> anyhow::Result<Self> {
        let style = stylesheet::minify(&(STYLE.concat() + colours))?;
        let hash: String =
            Sha256::digest(&style).iter().take(5).map(|it| format!("{it:02x}")).collect();
        Ok(Self { site, style_path: format!("/media/affiche-{hash}.css"), style })
    }

    /// The poster of a page: of a result that is shared, and of any event.
    ///
    /// # Errors
    /// When its URL is too long for a QR code.
    pub fn of(&self, route: &Route, page: &Page) -> anyhow::Result<Option<String>> {
        let url = format!("{}{}", self.site.base, route.href());
        let (title, class, content) = match page {
            Page::Event(event) => (event.card.title.clone(), "event", self::event(event)),
            _ => match Result::of(page).filter(|_| page.embed().is_some()) {
                Some(result) => (result.name(), "result", self::result(result)),
                None => return Ok(None),
            },
        };
        let head = self.head(&title, &url);
        let foot = foot(Result::of(page), &url)?;
        let page = html! {
            (DOCTYPE)
            html lang="fr" {
                head { (head) }
                body class=(class) {
                    p.site { (self.site.name) }
                    (content)
                    (foot)
                }
            }
        };
        Ok(Some(page.into_string()))
    }

    fn head(&self, title: &str, url: &str) -> Markup {
        html! {
            meta charset="utf-8";
            // A phone shows the whole sheet, 210 mm wide, with what is around it.
            meta name="viewport" content="width=850";
            title { (title) " — affiche" }
            meta name="robots" content="noindex";
            link rel="canonical" href=(url);
            link rel="icon" href=(href(ICON)) type="image/svg+xml";
            link rel="stylesheet" href=(href(&self.style_path));
        }
    }
}

/// Who published the figures, where the page is, and the code that leads there.
fn foot(result: Option<Result<'_>>, url: &str) -> anyhow::Result<Markup> {
    let code = qr::code(url)?;
    Ok(html! {
        div.foot {
            div {
                @if let Some(it) = result { (source_line(std::slice::from_ref(&it.round.source))) }
                p.url { (url.split("://").last().unwrap_or_default()) }
            }
            (PreEscaped(code))
        }
    })
}

fn heading(title: &str) -> Markup {
    html! { h1.long[title.chars().count() > LONG] { (title) } }
}

fn result(result: Result<'_>) -> Markup {
    let chart = result.chart();
    let caption = &chart.caption;
    let is_few = !chart.labels.is_empty() && chart.labels.len() <= FEW;
    let has_table =
        chart.labels.len() + caption.table.rows.len() <= MOST || chart.labels.is_empty();
    // What is partial is said before.
    let summary = Some(&caption.summary).filter(|_| !result.round.is_partial());
    html! {
        (heading(result.title))
        p.about id="tour" { (result.territory) " — " (result.round_and_day()) }
        @if let Some(state) = result.state() { p.state { (state) } }
        @if let Some(summary) = summary { p.summary { (summary) } }
        figure.chart.few[is_few].many[chart.labels.len() > MANY].bare[chart.labels.is_empty()] {
            @if !chart.labels.is_empty() { (bars(&chart, "tour")) }
            @if has_table { (figure_table("chiffres", "Tous les chiffres", &caption.table)) }
        }
    }
}

fn event(event: &Event) -> Markup {
    let card = &event.card;
    html! {
        @if let Some(label) = card.state.label() { p.called-off { (label) } }
        (heading(&card.title))
        @if let Some(subtitle) = &event.subtitle { p.about { (subtitle) } }
        p.when {
            @if card.state == EventState::Planned { (card.start.text) } @else { s { (card.start.text) } }
        }
        @if let Some(place) = &card.place { p.place { (place) } }
        p.words { (event.description) }
    }
}
