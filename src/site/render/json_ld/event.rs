//! An event, with its round tables.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use serde_json::{Value, json};

use super::organization;
use super::thing::thing;
use crate::data::{Event, EventState, Person, Session};
use crate::site::compile::Compiled;
use crate::site::content;
use crate::site::parse::values::When;

/// An event; of a repeated one, the time that the page shows first.
pub fn event(compiled: &Compiled, event: &Event, url: &str) -> Option<Value> {
    let written = compiled.event(&event.card.slug)?;
    let (start, end) = times(event, written, &compiled.time_zone);
    let people = event.speakers.iter().map(person);
    let sessions = event.sessions.iter().map(|it| session(it, event));
    Some(thing(
        "Event",
        [
            ("name", Some(event.card.title.as_str().into())),
            ("description", Some(event.description.as_str().into())),
            ("startDate", Some(start.into())),
            ("endDate", end.map(Value::from)),
            ("eventStatus", Some(status(event.card.state).into())),
            ("eventAttendanceMode", Some(mode(written).into())),
            ("location", Some(location(written)).filter(|it| it != &json!([]))),
            ("inLanguage", Some("fr".into())),
            ("url", Some(url.into())),
            ("organizer", Some(organization::named(compiled))),
            ("performer", list(people.collect())),
            ("subEvent", list(sessions.collect())),
        ],
    ))
}

fn list(values: Vec<Value>) -> Option<Value> {
    (!values.is_empty()).then(|| values.into())
}

/// When it begins and ends, with the distance from Greenwich where the hour is known.
fn times(event: &Event, written: &content::Event, zone: &TimeZone) -> (String, Option<String>) {
    let start = written.schedule.start.value;
    let shown = event.card.start.iso.get(..10).and_then(|day| day.parse::<Date>().ok());
    let moved = shown.unwrap_or(start.day) - start.day;
    let at = |when: When| iso(When { day: when.day.saturating_add(moved), ..when }, zone);
    (at(start), written.schedule.end.map(at))
}

fn iso(When { day, hour }: When, zone: &TimeZone) -> String {
    let with_hour = |hour| zone.to_zoned_datetime(DateTime::from_parts(day, hour)).ok();
    let moment = hour.and_then(with_hour);
    moment.map_or_else(|| day.to_string(), |it| it.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string())
}

const fn status(state: EventState) -> &'static str {
    match state {
        EventState::Planned => "https://schema.org/EventScheduled",
        EventState::Cancelled => "https://schema.org/EventCancelled",
        EventState::Postponed => "https://schema.org/EventPostponed",
    }
}

const fn mode(event: &content::Event) -> &'static str {
    match (&event.place, &event.online) {
        (Some(_), Some(_)) => "https://schema.org/MixedEventAttendanceMode",
        (None, Some(_)) => "https://schema.org/OnlineEventAttendanceMode",
        (_, None) => "https://schema.org/OfflineEventAttendanceMode",
    }
}

/// Where it is: a place is one text, which may hold its address.
fn location(event: &content::Event) -> Value {
    let place = event.place.as_ref();
    let place =
        place.map(|it| thing("Place", [("name", Some(json!(it))), ("address", Some(json!(it)))]));
    let online = event.online.as_ref();
    let online = online.map(|url| thing("VirtualLocation", [("url", Some(json!(url)))]));
    place.into_iter().chain(online).collect::<Vec<Value>>().into()
}

/// A round table: it is on the day of the event, at an hour that is not said.
fn session(session: &Session, event: &Event) -> Value {
    let day = event.card.start.iso.get(..10).unwrap_or_default();
    let people = session.hosts.iter().chain(&session.speakers).map(person);
    let place = event.card.place.as_ref();
    let place =
        place.map(|it| thing("Place", [("name", Some(json!(it))), ("address", Some(json!(it)))]));
    thing(
        "Event",
        [
            ("name", Some(session.title.as_str().into())),
            ("startDate", Some(day.into())),
            ("eventStatus", Some(status(event.card.state).into())),
            ("location", place),
            ("performer", list(people.collect())),
        ],
    )
}

fn person(person: &Person) -> Value {
    let role = person.role.as_deref().map(Value::from);
    thing("Person", [("name", Some(person.name.as_str().into())), ("jobTitle", role)])
}
