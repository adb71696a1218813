//! Checked content to what is served: the site, and one page a URL.
//! Nothing fails here: whatever could be wrong was reported while reading.

mod decision;
mod details;
mod election;
mod finder;
mod missing;
mod other_territories;
mod results;
mod round;
pub mod seen;
mod since;
mod territories;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::num::NonZeroU32;
use std::path::PathBuf;

use jiff::civil::Date;
use rayon::prelude::*;

use self::election::{compile_election, excerpt};
use self::territories::{Histories, Index, Maps};
use crate::data::{
    Agenda, Article, ArticleCard, Block, Event, EventCard, Home, Image, Link, NewsList, Page,
    Picture, RoundExcerpt, Site, Territory, TerritoryLink, TextPage, Video,
};
use crate::route::{self, ICON, Route};
use crate::site::calendar;
use crate::site::content::markdown::Part;
use crate::site::content::media::{self, Media};
use crate::site::content::publication::Publication;
use crate::site::content::references::Embed;
use crate::site::content::{self, ARTICLES_A_PAGE, Content};
use crate::site::parse::colour::Accent;
use crate::site::parse::diagnostics::Problems;
use crate::site::parse::fields::Spanned;
use crate::site::parse::values::Reference;

/// How high the logo is, in pixels of CSS.
const LOGO_HEIGHT: u32 = 40;

/// How many articles are on the home page.
const ARTICLES_AT_HOME: usize = 3;

/// A whole site, ready to be rendered.
pub struct Compiled {
    /// What every page needs.
    pub site: Site,
    /// The colour.
    pub accent: Accent,
    /// Files to copy, with their paths on the site.
    pub media: Vec<(String, PathBuf)>,
    /// What an editor must know of it; there are no errors.
    pub warnings: Problems,
    /// Pages that are not published yet, of which there is nothing in the rest.
    pub withheld: BTreeMap<Route, Publication>,
    pages: Vec<(Route, Page)>,
    elections: Vec<(content::Election, Index)>,
    histories: Histories,
    maps: Maps,
}

impl Compiled {
    /// Every page, in a fixed order. There may be one for each commune of the country: those of
    /// territories are made one by one.
    pub fn pages(&self) -> impl Iterator<Item = (Route, Cow<'_, Page>)> {
        let pages = self.pages.iter().map(|(route, page)| (route.clone(), Cow::Borrowed(page)));
        let territories = self.elections.iter().flat_map(|(election, index)| {
            let pages = territories::pages(election, index, &self.histories, &self.maps);
            pages.map(|(route, page)| (route, Cow::Owned(page)))
        });
        pages.chain(territories)
    }

    /// Every article, newest first.
    pub fn articles(&self) -> impl Iterator<Item = &ArticleCard> {
        let lists = self.pages.iter().filter_map(|(_, page)| match page {
            Page::News(list) => Some(&list.articles),
            _ => None,
        });
        lists.flatten()
    }

    /// The URL of every page, in the same order.
    pub fn routes(&self) -> impl Iterator<Item = Route> {
        let pages = self.pages.iter().map(|(route, _)| route.clone());
        let elections = self.elections.iter();
        pages.chain(elections.flat_map(|(election, index)| territories::routes(election, index)))
    }
}

/// Compiles the content. When it was read decides what is past.
pub fn compile(mut content: Content, settings: &content::Settings) -> Compiled {
    content.elections.iter_mut().for_each(|it| territories::paint(it, &content.contours));
    let indices: Vec<Index> = content.elections.iter().map(Index::of).collect();
    let histories = territories::histories(&content.elections, &indices);
    let compiler = Compiler { content: &content, settings, today: content.now.date() };
    // Their texts are made HTML, which takes more time than all the rest.
    let site = site(settings, compiler.logo());
    let articles = content.articles.par_iter().map(|article| compiler.article(article));
    let (articles, cards): (Vec<Article>, Vec<ArticleCard>) = articles.unzip();
    let mut pages = vec![(Route::Home, compiler.home(&cards))];
    pages.extend(compiler.news(&cards));
    pages.extend(
        articles.into_iter().map(|article| {
            (Route::Article(article.slug.clone()), Page::Article(Box::new(article)))
        }),
    );
    let events = content.events.iter().map(|event| compiler.card(event)).collect();
    pages.push((Route::Agenda, Page::Agenda(Agenda { events })));
    pages.extend(content.events.iter().map(|event| {
        let page = Page::Event(Box::new(compiler.event(event)));
        (Route::Event(event.slug.value.clone()), page)
    }));
    pages.extend(election_pages(&content.elections, &indices, &histories));
    pages.extend(content.texts.iter().map(text_page));
    Compiled {
        site,
        accent: settings.accent,
        warnings: Problems::default(),
        withheld: content.withheld,
        media: copied(&content.media, settings),
        pages,
        histories,
        maps: content.contours,
        elections: content.elections.into_iter().zip(indices).collect(),
    }
}

fn text_page(text: &content::Text) -> (Route, Page) {
    let page = TextPage {
        title: text.title.clone(),
        description: text.summary.clone(),
        html: text.body.html(),
    };
    (Route::Text(text.slug.value.clone()), Page::Text(page))
}

/// The list of elections, and the page of each.
fn election_pages(
    elections: &[content::Election],
    indices: &[Index],
    histories: &Histories,
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
        let page = compile_election(elections, election, own.as_ref(), ways);
        let page = Page::Election(Box::new(page));
        (Route::Election(election.slug.value.clone()), page)
    });
    std::iter::once(list).chain(pages).collect()
}

struct Compiler<'a> {
    content: &'a Content,
    settings: &'a content::Settings,
    today: Date,
}

impl Compiler<'_> {
    fn home(&self, cards: &[ArticleCard]) -> Page {
        let events: Vec<EventCard> =
            self.content.events.iter().map(|event| self.card(event)).collect();
        // Whatever is to come, and the latest of those past.
        let first = events.iter().position(|event| !event.past).unwrap_or(events.len());
        Page::Home(Box::new(Home {
            title: self.settings.name.clone(),
            description: self.settings.description.clone(),
            news: cards.iter().take(ARTICLES_AT_HOME).cloned().collect(),
            events: events[first.saturating_sub(1)..].to_vec(),
            result: self.featured(),
        }))
    }

    /// The result that the editor chose, else the latest.
    fn featured(&self) -> Option<RoundExcerpt> {
        let Some(featured) = &self.settings.featured else {
            let latest = self.content.elections.first()?;
            return excerpt(latest, latest.rounds.last()?);
        };
        let election = self.content.election(&featured.election.value)?;
        let round = match &featured.round {
            Some(number) => election.round(number.value),
            None => election.rounds.last(),
        };
        excerpt(election, round?)
    }

    fn news(&self, cards: &[ArticleCard]) -> Vec<(Route, Page)> {
        let pages = self.content.pages_of_news() as u32;
        let page = |page: NonZeroU32| {
            let skipped = (page.get() as usize - 1) * ARTICLES_A_PAGE;
            let articles = cards.iter().skip(skipped).take(ARTICLES_A_PAGE).cloned().collect();
            (Route::News(page), Page::News(NewsList { articles, page: page.get(), pages }))
        };
        (1..=pages).filter_map(NonZeroU32::new).map(page).collect()
    }

    /// The page of an article, and what lists show of it.
    fn article(&self, article: &content::Article) -> (Article, ArticleCard) {
        let excerpt = match &article.summary {
            Some(summary) => format!("<p>{}</p>", html_escape::encode_text(summary)),
            None => article.body.before_the_cut(),
        };
        let card = ArticleCard {
            slug: article.slug.value.clone(),
            title: article.title.clone(),
            category: article.category.clone(),
            date: calendar::moment(article.date.value),
            date_text: article.date_text.clone(),
            picture: article.image.as_ref().and_then(|picture| self.picture(&picture.src)),
            excerpt,
        };
        let page = Article {
            slug: card.slug.clone(),
            title: card.title.clone(),
            category: card.category.clone(),
            date: card.date.clone(),
            date_text: card.date_text.clone(),
            description: article
                .summary
                .clone()
                .unwrap_or_else(|| article.body.first_words.clone()),
            image: article.image.as_ref().and_then(|picture| self.image(picture)),
            blocks: article.body.parts.iter().filter_map(|part| self.block(part)).collect(),
            video: article.video.as_ref().map(|video| self.video(video)),
            signature: article.signature.clone(),
        };
        (page, card)
    }

    fn image(&self, picture: &content::Picture) -> Option<Image> {
        let (alt, caption) = (picture.alt.clone(), picture.caption.clone());
        Some(Image { picture: self.picture(&picture.src)?, alt, caption })
    }

    /// The logo, in the size in which it is shown.
    fn logo(&self) -> Option<Picture> {
        let picture = self.picture(self.settings.logo.as_ref()?)?;
        let (width, height) = (u64::from(picture.width), u64::from(picture.height.max(1)));
        let width = u32::try_from(width * u64::from(LOGO_HEIGHT) / height).unwrap_or(LOGO_HEIGHT);
        Some(Picture { width: width.max(1), height: LOGO_HEIGHT, ..picture })
    }

    fn picture(&self, picture: &Spanned<Reference>) -> Option<Picture> {
        self.content.media.picture(&picture.value.0).cloned()
    }

    fn video(&self, video: &content::Video) -> Video {
        Video {
            title: video.title.clone(),
            address: video.address.clone(),
            still: video.still.as_ref().and_then(|still| self.picture(still)),
            date: video.date.map(calendar::moment),
            duration: video.duration.clone(),
        }
    }

    fn block(&self, part: &Part) -> Option<Block> {
        let embed = match part {
            Part::Html(html) => return Some(Block::Html(html.clone())),
            Part::Cut => return None,
            Part::Embed(embed) => &embed.value,
        };
        match embed {
            Embed::Event(slug) => {
                let card = self.card(self.content.event(slug)?);
                Some(Block::Event(Box::new(card)))
            }
            Embed::Result(slug, number) => {
                let election = self.content.election(slug)?;
                let excerpt = excerpt(election, election.round(*number)?)?;
                Some(Block::Result(Box::new(excerpt)))
            }
        }
    }

    fn card(&self, event: &content::Event) -> EventCard {
        let last_day = event.end.map_or(event.start.day, |end| end.day);
        EventCard {
            slug: event.slug.value.clone(),
            title: event.title.clone(),
            start: calendar::period(event.start, event.end),
            last_day: last_day.to_string(),
            past: last_day < self.today,
            place: event.place.clone(),
        }
    }

    fn event(&self, event: &content::Event) -> Event {
        Event {
            card: self.card(event),
            description: event.summary.clone(),
            subtitle: event.subtitle.clone(),
            html: event.body.html(),
            sessions: event.sessions.clone(),
            speakers: event.speakers.clone(),
            video: event.video.as_ref().map(|video| self.video(video)),
        }
    }
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

fn site(settings: &content::Settings, logo: Option<Picture>) -> Site {
    let link = |link: &content::Link| Link { label: link.label.clone(), to: link.to.value.href() };
    let contact = settings.contact.as_ref().map(|address| Link {
        label: format!("Nous écrire\u{a0}: {address}"),
        to: format!("mailto:{address}"),
    });
    Site {
        name: settings.name.clone(),
        short_name: settings.short_name.clone(),
        base: settings.base.clone(),
        folder: route::folder().to_owned(),
        logo,
        publisher: settings.publisher.clone(),
        navigation: settings.navigation.iter().map(link).collect(),
        footer: settings.footer.iter().map(link).chain(contact).collect(),
    }
}
