//! Served events.
//! Whether an event is past is decided twice: at build time, and again by the browser's clock.

use serde::{Deserialize, Serialize};

use super::{Moment, Person, Video};
use crate::route::Slug;

/// An event on a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventCard {
    /// Its slug.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// When it begins, with its end in the text.
    pub start: Moment,
    /// Its last day, as `2017-01-29`.
    pub last_day: String,
    /// Whether that day was over when the site was built.
    pub past: bool,
    /// Where.
    pub place: Option<String>,
}

impl EventCard {
    /// Whether the event is over on `today` (`2017-01-29`); without it, as the build knew it.
    pub fn is_past(&self, today: Option<&str>) -> bool {
        today.map_or(self.past, |today| self.last_day.as_str() < today)
    }
}

/// The last day on which what the build says of these events is true: that of the first to be over, of
/// those that are to come. `None` when all were over.
pub fn until(events: &[EventCard]) -> Option<&str> {
    let to_come = events.iter().filter(|event| !event.past);
    to_come.map(|event| event.last_day.as_str()).min()
}

/// Every event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agenda {
    /// Oldest first.
    pub events: Vec<EventCard>,
}

/// One event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// What lists show of it.
    pub card: EventCard,
    /// What it is, in a sentence.
    pub description: String,
    /// A line below the title.
    pub subtitle: Option<String>,
    /// Its text, as sanitised HTML.
    pub html: String,
    /// Round tables, talks.
    pub sessions: Vec<Session>,
    /// Speakers of the whole event.
    pub speakers: Vec<Person>,
    /// A recording.
    pub video: Option<Video>,
}

/// A part of an event: a round table, a talk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// Its title.
    pub title: String,
    /// Who leads it.
    pub hosts: Vec<Person>,
    /// Who speaks, when it is known for this session.
    pub speakers: Vec<Person>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_is_past_the_day_after() {
        let card = EventCard {
            slug: Slug::new("a").unwrap(),
            title: String::new(),
            start: Moment { text: String::new(), iso: "2017-01-29T09:00".into() },
            last_day: "2017-01-29".into(),
            past: false,
            place: None,
        };
        assert!(!card.is_past(Some("2017-01-29")));
        assert!(card.is_past(Some("2017-01-30")));
        assert!(!card.is_past(None));
    }
}
