//! What readers follow with a program of their own: feeds (Atom) and calendars (iCalendar).

mod absolute;
mod atom;
mod calendar;
mod entries;
mod first_place;
mod ical;
mod time_zone;

use std::collections::BTreeMap;

use crate::data::Article;
use crate::route::{Feed, Slug};
use crate::site::compile::Compiled;
use crate::words;

/// Every file that is followed, with its path on the site.
pub fn files(compiled: &Compiled) -> Vec<(String, String)> {
    let news: Vec<&Article> = compiled.articles().collect();
    let mut files = vec![
        (Feed::News, atom::of_news(compiled, &news)),
        (Feed::Results, atom::of_results(compiled)),
        (Feed::Agenda, calendar::of_all(compiled)),
    ];
    let mut categories: BTreeMap<Slug, Vec<&Article>> = BTreeMap::new();
    for article in news {
        if let Some(slug) = category(article) {
            categories.entry(slug).or_default().push(article);
        }
    }
    files.extend(categories.into_iter().map(|(slug, articles)| {
        let text = atom::of_category(compiled, &slug, &articles);
        (Feed::Category(slug), text)
    }));
    files.extend(
        compiled.events.iter().map(|event| {
            (Feed::Event(event.slug.value.clone()), calendar::of_one(compiled, event))
        }),
    );
    files.into_iter().map(|(feed, text)| (feed.to_string(), text)).collect()
}

/// The category of an article as a part of a URL; nothing for one of signs alone.
pub fn category(article: &Article) -> Option<Slug> {
    words::slug(&article.category)
}
