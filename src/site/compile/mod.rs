//! Checked content to what is served: the site, and one page a URL.
//! Nothing fails here: whatever could be wrong was reported while reading.

mod archive;
mod decision;
mod details;
mod election;
mod finder;
mod hemicycle;
mod legal_notice;
mod lists;
mod missing;
mod other_territories;
mod pairs;
mod related;
mod results;
mod round;
pub mod seen;
mod sharing;
mod since;
mod territories;
mod texts;

pub use self::missing::sentences as missing_words;
pub use self::round::stations_counted;
pub use self::sharing::height as height_of_embed;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::PathBuf;

use jiff::tz::TimeZone;
use rayon::prelude::*;

use self::election::compile_election;
use self::sharing::Sharing;
use self::territories::{Histories, Index, Maps};
use self::texts::{Compiler, text_page};
use crate::data::{
    Article, ArticleCard, Election, EventCard, Link, Page, Picture, Site, Territory, TerritoryLink,
    territory_route,
};
use crate::election::{Level, Place};
use crate::route::{self, Feed, ICON, Route, SEARCH, Slug};
use crate::site::content::admin::Admin;
use crate::site::content::alias::Moved;
use crate::site::content::media::{self, Media};
use crate::site::content::publication::Publication;
use crate::site::content::{self, Content};
use crate::site::parse::colour::Accent;
use crate::site::parse::diagnostics::Problems;
use crate::words;

/// A whole site, ready to be rendered.
pub struct Compiled {
    /// What every page needs.
    pub site: Site,
    /// The colour.
    pub accent: Accent,
    /// Who publishes it.
    pub publisher: content::Publisher,
    /// By which clocks its hours are.
    pub time_zone: TimeZone,
    /// Its events as they were written, oldest first: calendars are told more of them than pages.
    pub events: Vec<content::Event>,
    /// Files to copy, with their paths on the site.
    pub media: Vec<(String, PathBuf)>,
    /// What an editor must know of it; there are no errors.
    pub warnings: Problems,
    /// Old addresses, and the pages that are meant.
    pub moved: Vec<Moved>,
    /// Pages that are not published yet, of which there is nothing in the rest.
    pub withheld: BTreeMap<Route, Publication>,
    /// Where the editor in the browser finds the files, where there is one.
    pub admin: Option<Admin>,
    pages: Vec<(Route, Page)>,
    elections: Vec<(content::Election, Index)>,
    histories: Histories,
    maps: Maps,
    sharing: Sharing,
    description: String,
}

impl Compiled {
    /// Every page, in a fixed order. There may be one for each commune of the country: those of
    /// territories are made one by one.
    pub fn pages(&self) -> impl Iterator<Item = (Route, Cow<'_, Page>)> {
        let pages = self.pages.iter().map(|(route, page)| (route.clone(), Cow::Borrowed(page)));
        let territories = self.elections.iter().flat_map(|(election, index)| {
            let pages = territories::pages(
                election,
                index,
                &self.elections,
                (&self.histories, &self.maps, &self.sharing),
            );
            pages.map(|(route, page)| (route, Cow::Owned(page)))
        });
        pages.chain(territories)
    }

    /// Every page but those of territories, in the same order: articles newest first, elections too.
    pub fn written(&self) -> impl Iterator<Item = (&Route, &Page)> {
        self.pages.iter().map(|(route, page)| (route, page))
    }

    /// Every territory that has a page, the largest first and by their names, with that of its latest result.
    pub fn territories(&self) -> Vec<(&Place, Route)> {
        let levels = Level::ALL.into_iter().rev().filter(|level| *level > Level::Station);
        let territories = levels.flat_map(|level| {
            let latest = finder::latest(self.elections.iter().map(|(election, _)| election), level);
            let mut latest: Vec<(&Place, usize)> = latest.into_values().collect();
            latest.sort_by_cached_key(|(place, _)| (words::fold(&place.name), place.code.clone()));
            latest
        });
        let with_page = territories.filter_map(|(place, at)| {
            let (election, _) = self.elections.get(at)?;
            Some((place, territory_route(&election.slug.value, place)?))
        });
        with_page.collect()
    }

    /// Every article, newest first.
    pub fn articles(&self) -> impl Iterator<Item = &Article> {
        self.pages.iter().filter_map(|(_, page)| match page {
            Page::Article(article) => Some(&**article),
            _ => None,
        })
    }

    /// The page of every election, the latest first.
    pub fn election_pages(&self) -> impl Iterator<Item = &Election> {
        self.pages.iter().filter_map(|(_, page)| match page {
            Page::Election(election) => Some(&**election),
            _ => None,
        })
    }

    /// The event with this slug as it was written.
    pub fn event(&self, slug: &Slug) -> Option<&content::Event> {
        self.events.iter().find(|event| event.slug.value == *slug)
    }

    /// What the site is, in a sentence.
    pub fn description(&self) -> &str {
        &self.description
    }

    /// The elections as they were written.
    pub fn elections(&self) -> impl Iterator<Item = &content::Election> {
        self.elections.iter().map(|(election, _)| election)
    }

    /// The URL of every page, in the same order.
    pub fn routes(&self) -> impl Iterator<Item = Route> {
        let pages = self.pages.iter().map(|(route, _)| route.clone());
        let elections = self.elections.iter();
        pages.chain(elections.flat_map(|(election, index)| territories::routes(election, index)))
    }
}

/// Compiles the content. When it was read decides what is past.
pub fn compile(mut content: Content, settings: content::Settings) -> Compiled {
    content.elections.iter_mut().for_each(|it| territories::paint(it, &content.contours));
    let indices: Vec<Index> = content.elections.iter().map(Index::of).collect();
    let histories = territories::histories(&content.elections, &indices);
    let compiler = Compiler { content: &content, settings: &settings, today: content.now.date() };
    // Their texts are made HTML, which takes more time than all the rest.
    let site = site(&settings, &content, compiler.logo());
    let articles = content.articles.par_iter().map(|article| compiler.article(article));
    let (mut articles, cards): (Vec<Article>, Vec<ArticleCard>) = articles.unzip();
    lists::link_articles(&mut articles, &cards, &content);
    let mut pages = vec![(Route::Home, compiler.home(&cards))];
    pages.extend(lists::news(&content, &cards));
    pages.extend(articles.into_iter().map(article_page));
    pages.extend(event_pages(&compiler, &content, subscription(&site.base)));
    let sharing = Sharing::of(&content.elections, &settings.base);
    pages.extend(election_pages(&content.elections, &indices, &histories, &sharing));
    let (moved, media) = (content.moved(), copied(&content.media, &settings));
    pages.extend(content.texts.iter().map(|text| text_page(&content, &settings.publisher, text)));
    pages.extend(archive::search_page(&content, &cards));
    Compiled {
        site,
        accent: settings.accent,
        publisher: settings.publisher,
        time_zone: settings.time_zone,
        admin: settings.admin,
        warnings: Problems::default(),
        withheld: content.withheld,
        media,
        moved,
        pages,
        events: content.events,
        histories,
        maps: content.contours,
        sharing,
        description: settings.description,
        elections: content.elections.into_iter().zip(indices).collect(),
    }
}

fn article_page(article: Article) -> (Route, Page) {
    (Route::Article(article.slug.clone()), Page::Article(Box::new(article)))
}

/// The agenda, the past events of each year, and the page of each event.
fn event_pages(
    compiler: &Compiler<'_>,
    content: &Content,
    subscription: String,
) -> Vec<(Route, Page)> {
    let cards: Vec<EventCard> = content.events.iter().map(|event| compiler.card(event)).collect();
    let mut pages = lists::agenda(content, &cards, subscription);
    pages.extend(content.events.iter().map(|event| {
        let page = Page::Event(Box::new(compiler.event(event)));
        (Route::Event(event.slug.value.clone()), page)
    }));
    pages
}

/// The list of elections, and the page of each.
fn election_pages(
    elections: &[content::Election],
    indices: &[Index],
    histories: &Histories,
    sharing: &Sharing,
) -> Vec<(Route, Page)> {
    let own: Vec<Option<Territory>> = elections
        .iter()
        .zip(indices)
        .map(|(election, index)| territories::own_page(election, index, histories))
        .collect();
    let ways = elections.iter().zip(&own).map(|(election, own)| {
        let own = own.as_ref().and_then(|page| territories::own_link(election, page, histories));
        other_territories::links(election, own)
    });
    let ways: Vec<Vec<TerritoryLink>> = ways.collect();
    let list = (Route::Results, Page::Results(results::results(elections, &ways)));
    let pages = elections.iter().zip(ways).zip(own).map(|((election, ways), own)| {
        let mut page = compile_election(elections, election, own.as_ref(), ways);
        let route = Route::Election(election.slug.value.clone());
        let title = format!("{} {}", page.title, page.locative);
        page.embed = sharing.embed(&route, &title, &page.rounds);
        (route, Page::Election(Box::new(page)))
    });
    std::iter::once(list).chain(pages).collect()
}

/// The files to copy, with their paths on the site. Everyone finds the icon at one place.
fn copied(media: &Media, settings: &content::Settings) -> Vec<(String, PathBuf)> {
    let icon = settings.icon.as_ref().map(|icon| media::path(&icon.value.0));
    let icon = icon.and_then(|icon| media.files().find(|(url, _)| *url == icon));
    let icon = icon.map(|(_, path)| (ICON, path));
    icon.into_iter()
        .chain(media.files())
        .map(|(to, from)| (to.to_owned(), from.to_owned()))
        .collect()
}

fn site(settings: &content::Settings, content: &Content, logo: Option<Picture>) -> Site {
    let to = |label: String, to: String| Link { label, to, below: Vec::new() };
    let link = |link: &content::Link| to(link.label.clone(), link.to.value.href());
    let has_search = settings.navigation.iter().any(|link| link.to.value.0 == SEARCH);
    let search = (!has_search).then(|| to("Rechercher".to_owned(), route::href(SEARCH)));
    let with_menu = |it: &content::Link| {
        let below = match Route::parse(&it.to.value.0) {
            Some(Route::Text(slug)) => content.texts_below(&slug),
            _ => Vec::new(),
        };
        let below = below.into_iter().map(|text| (text.title.clone(), &text.slug.value));
        let below = below.map(|(title, slug)| to(title, Route::Text(slug.clone()).href()));
        Link { below: below.collect(), ..link(it) }
    };
    let publisher = &settings.publisher;
    let mail = publisher.mail.as_ref();
    let mail = mail.map(|mail| to(format!("Nous écrire\u{a0}: {mail}"), format!("mailto:{mail}")));
    let phone = publisher.phone.as_ref();
    let phone = phone.map(|phone| to(format!("Téléphone\u{a0}: {}", phone.0), phone.href()));
    let accounts = publisher.accounts.iter().map(|it| to(it.label.clone(), it.to.clone()));
    Site {
        name: settings.name.clone(),
        short_name: settings.short_name.clone(),
        base: settings.base.clone(),
        folder: route::folder().to_owned(),
        logo,
        publisher: publisher.name.value.clone(),
        address: publisher.address.clone(),
        accounts: accounts.collect(),
        navigation: settings.navigation.iter().map(with_menu).chain(search).collect(),
        footer: settings.footer.iter().map(link).chain(mail).chain(phone).collect(),
    }
}

/// The calendar of all events by the scheme at which programs offer to subscribe.
fn subscription(base: &str) -> String {
    let host = base.split_once("://").map_or(base, |(_, host)| host);
    format!("webcal://{host}{}", Feed::Agenda.href())
}
