//! The picture that networks and messengers show of a page that is shared (Open Graph): 1200 × 630 pixels, made when the
//! site is built and kept like pictures are. Which page has which, is decided here: a result, an event or an article that
//! is likely to be shared has its own; all other pages have that of the site.

mod article;
mod event;
mod frame;
mod kept;

use std::collections::HashSet;

use anyhow::Context;
use image::DynamicImage;

use self::frame::{HEIGHT, WIDTH, frame};
use crate::data::{Article, Page};
use crate::message;
use crate::pages;
use crate::route::{Route, Slug, href};
use crate::site::compile::Compiled;
use crate::site::drawings::{Inks, Result, Sheet, Type, raster};
use crate::site::pictures;

/// How many articles, the latest ones, and how many events have a card: what is older is hardly shared, and a site may
/// have ten thousand.
const LATEST: usize = 50;

/// A card, ready to be written.
pub struct Card {
    /// Its path on the site; it changes with the card.
    pub path: String,
    /// What it shows, for those who do not see it.
    pub alt: String,
    /// The file.
    pub content: Vec<u8>,
}

impl Card {
    /// The elements that name it in the head of a page. `base` is scheme and host of the site.
    pub fn tags(&self, base: &str) -> String {
        let alt = html_escape::encode_quoted_attribute(&self.alt);
        format!(
            "<meta property=\"og:image\" content=\"{base}{}\">\
             <meta property=\"og:image:width\" content=\"{WIDTH}\">\
             <meta property=\"og:image:height\" content=\"{HEIGHT}\">\
             <meta property=\"og:image:alt\" content=\"{alt}\">\
             <meta name=\"twitter:card\" content=\"summary_large_image\">",
            href(&self.path)
        )
    }
}

/// The cards of a site.
pub struct Cards<'a> {
    compiled: &'a Compiled,
    inks: Inks,
    articles: HashSet<&'a Slug>,
    events: HashSet<&'a Slug>,
    /// That of the site itself.
    pub of_the_site: Card,
}

impl<'a> Cards<'a> {
    /// Looks up which pages have a card of their own, and makes that of the site.
    ///
    /// # Errors
    /// When it cannot be drawn.
    pub fn new(compiled: &'a Compiled) -> anyhow::Result<Self> {
        let inks = Inks::new(compiled.accent.light);
        let articles = compiled.articles().take(LATEST).map(|article| &article.slug).collect();
        let events =
            compiled.events.iter().rev().take(LATEST).map(|event| &event.slug.value).collect();
        let of_the_site = site_card(compiled, &inks)?;
        Ok(Self { compiled, inks, articles, events, of_the_site })
    }

    /// The card of a page, where it has one of its own.
    ///
    /// # Errors
    /// When it cannot be drawn.
    pub fn own(&self, route: &Route, page: &Page) -> anyhow::Result<Option<Card>> {
        let site = &self.compiled.site;
        let mut sheet = frame(site);
        let (alt, photograph) = match page {
            Page::Election(_) | Page::Territory(_) if page.embed().is_some() => {
                let Some(result) = Result::of(page) else { return Ok(None) };
                result.card(&mut sheet);
                (alt_of(page, result), None)
            }
            Page::Event(event) if self.events.contains(&event.card.slug) => {
                (event::put(&mut sheet, event), None)
            }
            Page::Article(it) if self.articles.contains(&it.slug) => {
                let photograph = self.photograph(it);
                (article::put(&mut sheet, it, photograph.is_some()), photograph)
            }
            _ => return Ok(None),
        };
        let svg = sheet.finish(HEIGHT, &self.inks, "", "");
        let card = match photograph {
            Some(photograph) => kept::find_or_make("jpg", &[svg.as_bytes(), &photograph], || {
                article::with_photograph(&svg, &photograph)
            }),
            None => drawn(&svg),
        };
        let (path, content) =
            card.with_context(|| message!("program-no-card", page = route.to_string()))?;
        Ok(Some(Card { path, alt, content }))
    }

    /// A drawing to download as a picture, in two pixels a unit, made now or before.
    ///
    /// # Errors
    /// When it cannot be drawn.
    pub fn picture(&self, svg: &str) -> anyhow::Result<Vec<u8>> {
        let make = || png(&raster::pixels(svg, 2)?);
        Ok(kept::find_or_make("png", &[b"twice", svg.as_bytes()], make)?.1)
    }

    /// The file of the picture at the head of an article, where it is one of pixels.
    fn photograph(&self, article: &Article) -> Option<Vec<u8>> {
        let src = &article.image.as_ref()?.picture.src;
        let (_, path) = self.compiled.media.iter().find(|(url, _)| href(url) == *src)?;
        let file = std::fs::read(path).ok()?;
        article::is_a_photograph(&file).then_some(file)
    }
}

/// The words for those who do not see the card of a result: what the page is in a sentence, which is in its head already,
/// and before it what is said before any figure.
fn alt_of(page: &Page, result: Result<'_>) -> String {
    let description = pages::head("", Ok(page)).description;
    match result.state() {
        Some(state) => format!("{state} {description}"),
        None => description,
    }
}

/// A drawing as a PNG, made now or before.
fn drawn(svg: &str) -> anyhow::Result<(String, Vec<u8>)> {
    kept::find_or_make("png", &[svg.as_bytes()], || png(&raster::pixels(svg, 1)?))
}

/// A picture as PNG.
///
/// # Errors
/// When it is too large.
pub fn png(picture: &DynamicImage) -> anyhow::Result<Vec<u8>> {
    pictures::png(picture).context("PNG")
}

/// The card of the site itself: what it is called, and what it is.
fn site_card(compiled: &Compiled, inks: &Inks) -> anyhow::Result<Card> {
    let site = &compiled.site;
    let mut sheet = Sheet::new(WIDTH);
    sheet.area((0, 0, WIDTH, 18), "accent");
    let (name, words) = (Type::new(76).bold(), Type::new(32).soft());
    let lines = name.lines(&site.name, WIDTH - 160, 4);
    let below = words.lines(compiled.description(), WIDTH - 160, 3);
    let high = name.leading() * lines.len() as u32 + words.leading() * below.len() as u32;
    let y = sheet.lines(80, (HEIGHT.saturating_sub(high)) / 2 + 70, name, &lines);
    sheet.lines(80, y - 20, words, &below);
    let (path, content) = drawn(&sheet.finish(HEIGHT, inks, "", ""))?;
    Ok(Card { path, alt: site.name.clone(), content })
}
