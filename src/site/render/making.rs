//! Every file of one page: its HTML and its data, and of a result or an event what is shared, downloaded and printed.

use std::collections::HashMap;

use anyhow::{Context, anyhow};

use super::embed::{self, Embeds, OEMBED};
use super::output::{File, Purpose, file};
use super::page::{self, Template};
use super::poster::Posters;
use crate::data::Page;
use crate::route::{Route, Slug};
use crate::site::cards::Cards;
use crate::site::compile::Compiled;
use crate::site::downloads;
use crate::site::drawings::result::Origin;
use crate::site::drawings::{Inks, Result};

/// What the files of pages are made with.
pub struct Making<'a> {
    template: Template<'a>,
    compiled: &'a Compiled,
    purpose: Purpose,
    cards: Cards<'a>,
    embeds: Embeds<'a>,
    posters: Posters<'a>,
    inks: Inks,
    /// Under which licence the figures of an election are.
    licenses: HashMap<&'a Slug, &'static str>,
}

impl<'a> Making<'a> {
    /// Makes what all pages share.
    ///
    /// # Errors
    /// When a style cannot be read, or the card of the site cannot be drawn.
    pub fn new(
        template: Template<'a>,
        compiled: &'a Compiled,
        purpose: Purpose,
    ) -> anyhow::Result<Self> {
        let accent = compiled.accent;
        let (light, dark) = (accent.light, accent.dark);
        let colours = format!(":root{{--accent-on-light:{light};--accent-on-dark:{dark}}}");
        let licenses = compiled.elections().filter_map(|election| {
            Some((&election.slug.value, downloads::license(election)?.title()))
        });
        Ok(Self {
            template,
            compiled,
            purpose,
            cards: Cards::new(compiled)?,
            embeds: Embeds::new(&compiled.site, &colours)?,
            posters: Posters::new(&compiled.site, &colours)?,
            inks: Inks::new(light),
            licenses: licenses.collect(),
        })
    }

    /// What several pages share: the card of the site, and the style of posters.
    pub fn shared(&self) -> Vec<anyhow::Result<File>> {
        let card = &self.cards.of_the_site;
        let style = self.posters.style.clone().into_bytes();
        vec![Ok(file(&card.path, card.content.clone())), Ok(file(&self.posters.style_path, style))]
    }

    /// The files of a page.
    pub fn files(&self, route: &Route, page: &Page) -> Vec<anyhow::Result<File>> {
        let files = self.try_files(route, page);
        match files.with_context(|| format!("{route} cannot be rendered")) {
            Ok(files) => files.into_iter().map(Ok).collect(),
            Err(error) => vec![Err(anyhow!("{error:#}"))],
        }
    }

    fn try_files(&self, route: &Route, page: &Page) -> anyhow::Result<Vec<File>> {
        let data = page::data(page)?;
        // Nobody shares a preview, which is to be there at once.
        let is_published = self.purpose == Purpose::Publication;
        let own = if is_published { self.cards.own(route, page)? } else { None };
        let card = own.as_ref().unwrap_or(&self.cards.of_the_site);
        let base = &self.compiled.site.base;
        // Pages of territories that are not shared are the largest ones, and have no byte to spare.
        let is_one_of_many = matches!(page, Page::Territory(_)) && page.embed().is_none();
        let tags = if is_one_of_many { String::new() } else { card.tags(base) };
        let shared = tags + &embed::oembed_link(route, page, base);
        let html = self.template.render(&route.href(), page, &data, &shared);
        let mut files = vec![
            file(&format!("{route}index.html"), html.into_bytes()),
            file(&route.data(), data.into_bytes()),
        ];
        files.extend(own.map(|card| file(&card.path, card.content)));
        if let Some(result) = Result::of(page) {
            self.add_result(&mut files, route, page, result)?;
        }
        if let Some(poster) = self.posters.of(route, page)? {
            files.push(file(&format!("{}index.html", route.poster()), poster.into_bytes()));
        }
        Ok(files)
    }

    /// The chart as a drawing and, of a result that is shared, as a picture and in a page to embed.
    fn add_result(
        &self,
        files: &mut Vec<File>,
        route: &Route,
        page: &Page,
        result: Result<'_>,
    ) -> anyhow::Result<()> {
        let site = &self.compiled.site;
        let url = format!("{}{}", site.base, route.href());
        let license = page.election().and_then(|it| self.licenses.get(it)).copied();
        let origin = Origin { site: &site.short_name, url: &url, license };
        let svg = result.drawing(&self.inks, origin);
        if let Some(embed) = route.embed().filter(|_| page.embed().is_some()) {
            let picture = self.cards.picture(&svg)?;
            files.push(file(&format!("{route}graphique.png"), picture));
            let html = self.embeds.page(route, result);
            files.push(file(&format!("{embed}index.html"), html.into_bytes()));
            let oembed = self.embeds.oembed(page.embed().unwrap_or_default(), result)?;
            files.push(file(&format!("{embed}{OEMBED}"), oembed));
        }
        files.push(file(&format!("{route}graphique.svg"), svg.into_bytes()));
        Ok(())
    }
}
