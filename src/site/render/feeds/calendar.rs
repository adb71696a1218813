//! Events as calendars: all of them to subscribe to, each of them to add to one’s own.
//!
//! These are files that are published, not messages between people who meet: there is no METHOD. PUBLISH would ask for
//! an organizer with an address, and CANCEL would take an event away without a word.

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use super::ical::{self, Component, Kind, Moment, Property, Type};
use super::{first_place, time_zone};
use crate::data::{EventState, Session};
use crate::route::{Feed, Route};
use crate::site::compile::Compiled;
use crate::site::content::Event;
use crate::site::content::event::Schedule;
use crate::site::content::repetition::Repetition;
use crate::site::parse::values::When;

/// Who wrote a file, as calendars ask for it.
const PRODUCT: &str = "-//Urne//Urne//FR";

/// How often programs may ask for the calendar again.
const INTERVAL: &str = "PT6H";

/// Every event, to subscribe to.
pub fn of_all(compiled: &Compiled) -> String {
    let url = |href: String| format!("{}{href}", compiled.site.base);
    let name = format!("{}\u{a0}: agenda", compiled.site.name);
    let calendar = calendar(&compiled.events, &compiled.time_zone)
        .say(Property::Name, &name)
        .say(Property::Other("X-WR-CALNAME".to_owned()), &name)
        .say_known(Property::Other("X-WR-TIMEZONE".to_owned()), ical::name_of(&compiled.time_zone))
        .say_as(Property::RefreshInterval, Type::Duration, INTERVAL)
        .say(Property::Other("X-PUBLISHED-TTL".to_owned()), INTERVAL)
        .say_as(Property::Source, Type::Uri, url(Feed::Agenda.href()))
        .url(Property::Url, url(Route::Agenda.href()));
    calendar.with(compiled.events.iter().map(|it| event(compiled, it))).print()
}

/// One event, to add to one’s own calendar.
pub fn of_one(compiled: &Compiled, one: &Event) -> String {
    calendar([one], &compiled.time_zone).with([event(compiled, one)]).print()
}

/// A calendar that knows the clocks by which these events are.
fn calendar<'a>(events: impl IntoIterator<Item = &'a Event>, zone: &TimeZone) -> Component {
    let has_hour = |event: &&Event| event.schedule.start.value.hour.is_some();
    let days = events.into_iter().filter(has_hour).map(|event| event.schedule.start.value.day);
    let days: Vec<Date> = days.collect();
    let ends = days.iter().min().copied().zip(days.iter().max().copied());
    let zone = ends.and_then(|(first, last)| time_zone::component(zone, first, last));
    Component::new(Kind::VCalendar)
        .say(Property::Version, "2.0")
        .say(Property::Prodid, PRODUCT)
        .say(Property::Calscale, "GREGORIAN")
        .with(zone)
}

fn event(compiled: &Compiled, event: &Event) -> Component {
    let route = Route::Event(event.slug.value.clone());
    let url = format!("{}{}", compiled.site.base, route.href());
    let state = event.schedule.state;
    let title = match state.label() {
        Some(label) => format!("{label}\u{a0}: {}", event.title),
        None => event.title.clone(),
    };
    let described = Component::new(Kind::VEvent)
        .say(Property::Uid, uid(compiled, &route))
        .say(Property::Summary, title)
        .say(Property::Description, description(event, &url))
        .say_known(Property::Location, event.place.as_ref().or(event.online.as_ref()))
        .url(Property::Url, url);
    let dated = times(described, &event.schedule, &compiled.time_zone);
    let contact = compiled.publisher.mail.as_ref();
    let contact = contact.map(|mail| format!("{}, {mail}", compiled.publisher.name.value));
    let dated = dated.say_known(Property::Contact, contact);
    revision(standing(dated, state), event.updated, state, &compiled.time_zone)
}

/// What a calendar shows of an event that is as planned, or is not. One that is postponed is not on its day, and the
/// new one is not known: whoever would come must not see it as kept.
fn standing(event: Component, state: EventState) -> Component {
    match state {
        EventState::Planned => event.say(Property::Status, "CONFIRMED"),
        EventState::Cancelled | EventState::Postponed => {
            event.say(Property::Status, "CANCELLED").say(Property::Transp, "TRANSPARENT")
        }
    }
}

/// Which version of an event this is. A site is made of its content alone and remembers no other version, and a day
/// of the build would make each build another one. So what counts is `updated`, which editors write and which only
/// grows: its minutes since 1970. Without it, an event is in its first version, or in its second where it is called
/// off. Who subscribes gets the calendar as it is, whatever its number; the number is for those who add a file again.
fn revision(
    event: Component,
    updated: Option<When>,
    state: EventState,
    zone: &TimeZone,
) -> Component {
    let moment = updated.and_then(|it| zone.to_timestamp(local(it)).ok());
    let number = match moment {
        Some(moment) => moment.as_second() / 60,
        None => (state != EventState::Planned).into(),
    };
    let stamp = |moment: Timestamp| moment.strftime("%Y%m%dT%H%M%SZ").to_string();
    event
        .say(Property::Sequence, number.to_string())
        // Calendars ask for a day of this version; the first of all stands for one that is not known.
        .say(Property::Dtstamp, stamp(moment.unwrap_or_default()))
        .say_known(Property::LastModified, moment.map(stamp))
}

/// By which name calendars know an event: that of the page where it was first, and the place of the site.
fn uid(compiled: &Compiled, route: &Route) -> String {
    let host = compiled.site.base.split_once("://").map_or("", |(_, host)| host);
    let first = first_place::of(compiled, route).to_string();
    let slug = first.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    format!("{slug}@{host}{}", compiled.site.folder)
}

/// When it is: days, hours, and how it is repeated.
fn times(event: Component, schedule: &Schedule, zone: &TimeZone) -> Component {
    let start = schedule.start.value;
    // A rule counts from a day that is one of its own.
    let first = schedule.repetition.as_ref().and_then(Repetition::first).unwrap_or(start.day);
    let moved = |when: When| When { day: when.day.saturating_add(first - start.day), ..when };
    let at = |day: Date| match start.hour {
        Some(hour) => Moment::Hour(day.to_datetime(hour)),
        None => Moment::Day(day),
    };
    let mut event = event.moment(Property::Dtstart, at(first), zone);
    if let Some(end) = end(moved(start), schedule.end.map(moved)) {
        event = event.moment(Property::Dtend, end, zone);
    }
    let Some(repetition) = &schedule.repetition else { return event };
    let until = repetition.until.map(|day| match start.hour {
        Some(_) => ical::utc(day.at(23, 59, 59, 0), zone),
        None => ical::day(day),
    });
    let until = until.map(|until| format!(";UNTIL={until}")).unwrap_or_default();
    event = event.say(Property::Rrule, format!("{}{until}", repetition.rule));
    let except = repetition.except.iter();
    except.fold(event, |event, day| event.moment(Property::Exdate, at(*day), zone))
}

/// The moment at which an event is over, where that is known: of days, the one after the last.
fn end(start: When, end: Option<When>) -> Option<Moment> {
    let after = |day: Date| day.saturating_add(1.day());
    if start.hour.is_none() {
        return Some(Moment::Day(after(end.map_or(start.day, |end| end.day))));
    }
    let end = end?;
    match end.hour {
        Some(hour) => Some(Moment::Hour(end.day.to_datetime(hour))).filter(|_| end != start),
        None if end.day > start.day => {
            Some(Moment::Hour(after(end.day).to_datetime(Time::midnight())))
        }
        None => None,
    }
}

/// A moment by the clocks of the site; a day begins at midnight.
fn local(when: When) -> DateTime {
    when.day.to_datetime(when.hour.unwrap_or(Time::midnight()))
}

/// What it is, in words, with the way to its page.
fn description(event: &Event, url: &str) -> String {
    let notice = match event.schedule.state {
        EventState::Planned => None,
        EventState::Cancelled => Some("Ce rendez-vous est annulé.".to_owned()),
        EventState::Postponed => Some(
            "Ce rendez-vous est reporté\u{202f}; la nouvelle date n’est pas encore connue."
                .to_owned(),
        ),
    };
    let subtitle = event.subtitle.clone();
    let online = event.online.as_ref().map(|online| format!("En ligne\u{a0}: {online}"));
    let sessions = event.sessions.iter().map(session);
    let parts = notice.into_iter().chain(subtitle).chain([event.summary.clone()]);
    let parts = parts.chain(sessions).chain(online).chain([url.to_owned()]);
    parts.collect::<Vec<String>>().join("\n\n")
}

fn session(session: &Session) -> String {
    let people = session.hosts.iter().chain(&session.speakers);
    let people: Vec<&str> = people.map(|person| person.name.as_str()).collect();
    match people.is_empty() {
        true => session.title.clone(),
        false => format!("{} ({})", session.title, people.join(", ")),
    }
}
