//! Calendars as iCalendar (RFC 5545), written by calcard: it escapes texts and folds lines.

use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarEntry, ICalendarParameter, ICalendarParameterName,
    ICalendarParameterValue, ICalendarValue, Uri,
};
pub use calcard::icalendar::{
    ICalendarComponentType as Kind, ICalendarProperty as Property, ICalendarValueType as Type,
};
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

/// A calendar, an event or another part, with its own parts.
pub struct Component {
    kind: Kind,
    properties: Vec<ICalendarEntry>,
    parts: Vec<Self>,
}

/// A moment of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// A whole day.
    Day(Date),
    /// An hour by the clocks of the site.
    Hour(DateTime),
}

impl Component {
    /// A part of this kind, of which nothing is said yet.
    pub const fn new(kind: Kind) -> Self {
        Self { kind, properties: Vec::new(), parts: Vec::new() }
    }

    /// Says something in words, or in another way that needs no more than its value.
    pub fn say(self, name: Property, value: impl Into<String>) -> Self {
        self.property(name, Vec::new(), ICalendarValue::Text(value.into()))
    }

    /// Says something in words where it is known.
    pub fn say_known(self, name: Property, value: Option<impl Into<String>>) -> Self {
        match value {
            Some(value) => self.say(name, value),
            None => self,
        }
    }

    /// Says something that is not of the usual type.
    pub fn say_as(self, name: Property, kind: Type, value: impl Into<String>) -> Self {
        let value = match kind {
            Type::Uri => ICalendarValue::Uri(Uri::Location(value.into())),
            _ => ICalendarValue::Text(value.into()),
        };
        self.property(name, vec![value_type(kind)], value)
    }

    /// Says a URL.
    pub fn url(self, name: Property, url: impl Into<String>) -> Self {
        self.property(name, Vec::new(), ICalendarValue::Uri(Uri::Location(url.into())))
    }

    /// Says when something is, by the clocks of a place.
    pub fn moment(self, name: Property, moment: Moment, zone: &TimeZone) -> Self {
        let (parameters, text) = match (moment, name_of(zone)) {
            (Moment::Day(day), _) => (vec![value_type(Type::Date)], self::day(day)),
            (Moment::Hour(hour), Some(zone)) => {
                let zone = ICalendarParameterValue::Text(zone.to_owned());
                let zone = ICalendarParameter { name: ICalendarParameterName::Tzid, value: zone };
                (vec![zone], self::hour(hour))
            }
            (Moment::Hour(hour), None) => (Vec::new(), utc(hour, zone)),
        };
        self.property(name, parameters, ICalendarValue::Text(text))
    }

    fn property(
        mut self,
        name: Property,
        params: Vec<ICalendarParameter>,
        value: ICalendarValue,
    ) -> Self {
        self.properties.push(ICalendarEntry { name, params, values: vec![value] });
        self
    }

    /// Adds parts.
    pub fn with(mut self, parts: impl IntoIterator<Item = Self>) -> Self {
        self.parts.extend(parts);
        self
    }

    /// The text of the calendar.
    pub fn print(self) -> String {
        let mut calendar = ICalendar::default();
        self.add_to(&mut calendar);
        calendar.to_string()
    }

    /// Adds itself and its parts, and says where it is.
    fn add_to(self, calendar: &mut ICalendar) -> u32 {
        let place = calendar.components.len();
        calendar.components.push(ICalendarComponent {
            component_type: self.kind,
            entries: self.properties,
            component_ids: Vec::new(),
        });
        let parts: Vec<u32> = self.parts.into_iter().map(|part| part.add_to(calendar)).collect();
        if let Some(component) = calendar.components.get_mut(place) {
            component.component_ids = parts;
        }
        u32::try_from(place).unwrap_or(u32::MAX)
    }
}

fn value_type(kind: Type) -> ICalendarParameter {
    let value = ICalendarParameterValue::Value(kind);
    ICalendarParameter { name: ICalendarParameterName::Value, value }
}

/// The name of a time zone of which a calendar says the rules; UTC needs none.
pub fn name_of(zone: &TimeZone) -> Option<&str> {
    zone.iana_name().filter(|name| !matches!(*name, "UTC" | "Etc/UTC"))
}

/// A day, as `20170129`.
pub fn day(day: Date) -> String {
    day.strftime("%Y%m%d").to_string()
}

/// An hour by the clocks of a place, as `20170129T090000`.
pub fn hour(hour: DateTime) -> String {
    hour.strftime("%Y%m%dT%H%M%S").to_string()
}

/// The same hour by those of Greenwich, as `20170129T080000Z`.
pub fn utc(hour: DateTime, zone: &TimeZone) -> String {
    let moment = zone.to_timestamp(hour).unwrap_or_default();
    moment.strftime("%Y%m%dT%H%M%SZ").to_string()
}
