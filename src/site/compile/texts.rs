//! Articles, events and pages of text, and the lists of them.

use jiff::civil::Date;

use super::election::excerpt;
use super::legal_notice;
use crate::data::{
    Article, ArticleCard, Block, Event, EventCard, Home, Image, Page, Picture, RoundExcerpt,
    TextLink, TextPage, Video,
};
use crate::route::Route;
use crate::site::calendar;
use crate::site::content::markdown::Part;
use crate::site::content::references::Embed;
use crate::site::content::{self, Content};
use crate::site::parse::fields::Spanned;
use crate::site::parse::values::{Reference, When};

/// How high the logo is, in pixels of CSS.
const LOGO_HEIGHT: u32 = 40;

/// How many articles are on the home page.
const ARTICLES_AT_HOME: usize = 3;

/// What makes pages of texts.
pub struct Compiler<'a> {
    /// The content.
    pub content: &'a Content,
    /// The site itself.
    pub settings: &'a content::Settings,
    /// The day of the build.
    pub today: Date,
}

impl Compiler<'_> {
    /// The home page.
    pub fn home(&self, cards: &[ArticleCard]) -> Page {
        let mut events: Vec<EventCard> =
            self.content.events.iter().map(|event| self.card(event)).collect();
        events.sort_by(|one, other| {
            (!one.past, &one.start.iso).cmp(&(!other.past, &other.start.iso))
        });
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

    /// The page of an article, and what lists show of it.
    pub fn article(&self, article: &content::Article) -> (Article, ArticleCard) {
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
            author: article.author.clone(),
            updated: article.updated.as_ref().map(|day| calendar::plain_moment(day.value)),
            description: article
                .summary
                .clone()
                .unwrap_or_else(|| article.body.first_words.clone()),
            has_lead: article.summary.is_some(),
            image: article.image.as_ref().and_then(|picture| self.image(picture)),
            blocks: article.body.parts.iter().filter_map(|part| self.block(part)).collect(),
            video: article.video.as_ref().map(|video| self.video(video)),
            signature: article.signature.clone(),
            related: Vec::new(),
            previous: None,
            next: None,
        };
        (page, card)
    }

    fn image(&self, picture: &content::Picture) -> Option<Image> {
        let (alt, caption) = (picture.alt.clone(), picture.caption.clone());
        Some(Image { picture: self.picture(&picture.src)?, alt, caption })
    }

    /// The logo, in the size in which it is shown.
    pub fn logo(&self) -> Option<Picture> {
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
            // For pages of text alone.
            Embed::Publisher | Embed::Host => None,
        }
    }

    /// What lists show of an event.
    pub fn card(&self, event: &content::Event) -> EventCard {
        let schedule = &event.schedule;
        let mut days = schedule.listed_days(self.today).into_iter();
        let first = days.next().unwrap_or(schedule.start.value.day);
        let at = |day: Date| {
            let moved = day - schedule.start.value.day;
            let moved = |when: When| When { day: when.day.saturating_add(moved), ..when };
            calendar::period(moved(schedule.start.value), schedule.end.map(moved))
        };
        let last_day = schedule.last_day(self.today);
        EventCard {
            slug: event.slug.value.clone(),
            title: event.title.clone(),
            start: at(first),
            later: days.map(at).collect(),
            last_day: last_day.to_string(),
            past: last_day < self.today,
            state: schedule.state,
            place: event.place.clone().or(event.online.as_ref().map(|_| "En ligne".to_owned())),
        }
    }

    /// The page of an event.
    pub fn event(&self, event: &content::Event) -> Event {
        Event {
            card: self.card(event),
            description: event.summary.clone(),
            subtitle: event.subtitle.clone(),
            online: event.online.clone(),
            html: event.body.html(),
            sessions: event.sessions.clone(),
            speakers: event.speakers.clone(),
            video: event.video.as_ref().map(|video| self.video(video)),
        }
    }
}

/// A page of text, and those around it.
pub fn text_page(
    content: &Content,
    publisher: &content::Publisher,
    text: &content::Text,
) -> (Route, Page) {
    let link = |text: &content::Text| TextLink {
        slug: text.slug.value.clone(),
        title: text.title.clone(),
        description: text.summary.clone(),
    };
    let mut above: Vec<TextLink> = content.above(text).map(link).collect();
    above.reverse();
    let page = TextPage {
        title: text.title.clone(),
        description: text.summary.clone(),
        above,
        below: content.texts_below(&text.slug.value).into_iter().map(link).collect(),
        html: text.body.parts.iter().map(|part| text_part(part, publisher)).collect(),
    };
    (Route::Text(text.slug.value.clone()), Page::Text(page))
}

/// A part of a page of text as HTML.
fn text_part(part: &Part, publisher: &content::Publisher) -> String {
    match part {
        Part::Html(html) => html.to_string(),
        Part::Embed(embed) if embed.value == Embed::Publisher => legal_notice::publisher(publisher),
        Part::Embed(embed) if embed.value == Embed::Host => legal_notice::host(publisher),
        Part::Embed(_) | Part::Cut => String::new(),
    }
}
