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
    /// When it begins, with its end in the text; of a repeated one, the next time that the build knew.
    pub start: Moment,
    /// The times after that, of a repeated one: not more than a page lists.
    pub later: Vec<Moment>,
    /// Its last day, as `2017-01-29`.
    pub last_day: String,
    /// Whether that day was over when the site was built.
    pub past: bool,
    /// Whether it is as planned.
    pub state: EventState,
    /// Where.
    pub place: Option<String>,
}

/// Whether an event is as planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EventState {
    /// It is.
    Planned,
    /// It will not be.
    Cancelled,
    /// It will be on another day, which is not known yet.
    Postponed,
}

impl EventState {
    /// « Annulé »; nothing where an event is as planned.
    pub fn label(self) -> Option<&'static str> {
        match self {
            Self::Planned => None,
            Self::Cancelled => Some("Annulé"),
            Self::Postponed => Some("Reporté"),
        }
    }
}

impl EventCard {
    /// Whether the event is over on `today` (`2017-01-29`); without it, as the build knew it.
    pub fn is_past(&self, today: Option<&str>) -> bool {
        today.map_or(self.past, |today| self.last_day.as_str() < today)
    }

    /// When it is next on `today`, and when it was last where that is past.
    pub fn next(&self, today: Option<&str>) -> &Moment {
        let day = |moment: &Moment| moment.iso.get(..10).unwrap_or_default().to_owned();
        let to_come = self.later.iter().rev().take_while(|it| Some(day(it).as_str()) >= today);
        match today {
            Some(today) if day(&self.start).as_str() < today => {
                to_come.last().or(self.later.last()).unwrap_or(&self.start)
            }
            _ => &self.start,
        }
    }

    /// The last day on which what is shown of it is true.
    fn until(&self) -> &str {
        if self.later.is_empty() { &self.last_day } else { self.start.iso.get(..10).unwrap_or("") }
    }
}

/// The last day on which what the build says of these events is true: that of the first to be over, of
/// those that are to come. `None` when all were over.
pub fn until(events: &[EventCard]) -> Option<&str> {
    let to_come = events.iter().filter(|event| !event.past);
    to_come.map(EventCard::until).min()
}

/// Events to come and the latest ones, or the past ones of a year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agenda {
    /// The year of which these are the past events.
    pub year: Option<i16>,
    /// Oldest first.
    pub events: Vec<EventCard>,
    /// The years with past events, the latest first, with their number.
    pub years: Vec<(i16, u32)>,
    /// What makes a calendar subscribe to them: their calendar as a `webcal:` URL.
    pub subscription: String,
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
    /// The URL at which one takes part from elsewhere.
    pub online: Option<String>,
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

    fn moment(iso: &str) -> Moment {
        Moment { text: String::new(), iso: iso.to_owned() }
    }

    fn card(start: &str, later: &[&str], last_day: &str) -> EventCard {
        EventCard {
            slug: Slug::new("a").unwrap(),
            title: String::new(),
            start: moment(start),
            later: later.iter().map(|it| moment(it)).collect(),
            last_day: last_day.to_owned(),
            past: false,
            state: EventState::Planned,
            place: None,
        }
    }

    #[test]
    fn a_repeated_event_is_next_on_the_day_of_the_reader() {
        let card = card("2017-01-07T10:00", &["2017-02-04T10:00", "2017-03-04"], "2017-03-04");
        let next = |today| card.next(today).iso.clone();
        assert_eq!(next(None), "2017-01-07T10:00");
        assert_eq!(next(Some("2017-01-07")), "2017-01-07T10:00");
        assert_eq!(next(Some("2017-01-08")), "2017-02-04T10:00");
        assert_eq!(next(Some("2017-02-05")), "2017-03-04");
        assert_eq!(next(Some("2018-01-01")), "2017-03-04");
        assert_eq!(until(&[card]), Some("2017-01-07"));
    }

    #[test]
    fn an_event_is_past_the_day_after() {
        let card = card("2017-01-29T09:00", &[], "2017-01-29");
        assert!(!card.is_past(Some("2017-01-29")));
        assert!(card.is_past(Some("2017-01-30")));
        assert!(!card.is_past(None));
    }
}
