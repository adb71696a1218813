//! The rules of a time zone as a calendar says them (VTIMEZONE): programs need not know the zone by its name.

use jiff::civil::{Date, DateTime, Weekday};
use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, ToSpan};

use super::ical::{self, Component, Kind, Property};

/// For how many years after the last event clocks are looked at. What they do every year then is a rule.
const YEARS: i16 = 10;

/// A change of clocks.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Change {
    /// What clocks show when it comes.
    at: DateTime,
    /// How far they were from Greenwich before, and how far they are afterwards.
    offsets: [Offset; 2],
    is_summer: bool,
    name: String,
}

/// On which day of the year clocks change: a weekday of a month, `-1` the last one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Yearly {
    month: i8,
    week: i8,
    weekday: Weekday,
}

/// The rules of a zone from a day on, for events of which the last one begins on another.
pub fn component(zone: &TimeZone, first: Date, last: Date) -> Option<Component> {
    let name = ical::name_of(zone)?;
    let changes = changes(zone, first, last.year().saturating_add(YEARS));
    let parts = in_groups(changes).into_iter().flat_map(observances);
    Some(Component::new(Kind::VTimezone).say(Property::Tzid, name).with(parts))
}

/// The changes of the clocks of a zone, from those before a day to those of a year.
fn changes(zone: &TimeZone, first: Date, last: i16) -> Vec<Change> {
    let start = zone.to_timestamp(first.at(0, 0, 0, 0)).unwrap_or_default();
    // Summer and winter as they were, as far as the zone has both. Clocks that were set long ago say nothing more.
    let long_ago = start.checked_sub((24 * 400).hours()).unwrap_or(start);
    let before: Vec<Timestamp> = zone.preceding(start).take(2).map(|it| it.timestamp()).collect();
    let mut moments: Vec<Timestamp> =
        before.iter().copied().filter(|it| *it > long_ago).rev().collect();
    let is_over = |moment: Timestamp| zone.to_datetime(moment).year() > last;
    let after = zone.following(start).map(|it| it.timestamp());
    moments.extend(after.take_while(|moment| !is_over(*moment)));
    let change = |moment: Timestamp| {
        let before = zone.to_offset(moment.saturating_sub(1.second()).unwrap_or(moment));
        let info = zone.to_offset_info(moment);
        Change {
            at: before.to_datetime(moment),
            offsets: [before, info.offset()],
            is_summer: info.dst().is_dst(),
            name: info.abbreviation().to_owned(),
        }
    };
    let mut changes: Vec<Change> = moments.into_iter().map(change).collect();
    // What holds until the first change.
    if changes.first().is_none_or(|it| it.at.date() > first) {
        let info = zone.to_offset_info(start);
        let at = Date::constant(1970, 1, 1).at(0, 0, 0, 0);
        let offsets = [info.offset(); 2];
        let name = info.abbreviation().to_owned();
        changes.insert(0, Change { at, offsets, is_summer: info.dst().is_dst(), name });
    }
    changes
}

/// Changes of one kind together.
fn in_groups(changes: Vec<Change>) -> Vec<Vec<Change>> {
    let mut groups: Vec<Vec<Change>> = Vec::new();
    for change in changes {
        let is_like = |other: &Change| {
            (other.offsets, other.is_summer, &other.name)
                == (change.offsets, change.is_summer, &change.name)
        };
        match groups.iter_mut().find(|group| group.first().is_some_and(is_like)) {
            Some(group) => group.push(change),
            None => groups.push(vec![change]),
        }
    }
    groups
}

/// The changes of one kind: those that come every year by their rule, those before them by their days.
fn observances(changes: Vec<Change>) -> Vec<Component> {
    let rules = changes.iter().map(|change| yearly(change.at.date()));
    let rules: Vec<Vec<Yearly>> = rules.collect();
    let mut always = rules.last().cloned().unwrap_or_default();
    let mut irregular = changes.len();
    for (index, rules) in rules.iter().enumerate().rev() {
        let kept: Vec<Yearly> = always.iter().copied().filter(|it| rules.contains(it)).collect();
        let follows = changes.get(index + 1).is_none_or(|next| {
            next.at.year() == changes[index].at.year() + 1
                && next.at.time() == changes[index].at.time()
        });
        if kept.is_empty() || !follows {
            break;
        }
        always = kept;
        irregular = index;
    }
    // Twice is no rule.
    if changes.len() - irregular < 3 {
        irregular = changes.len();
    }
    let (by_day, by_rule) = changes.split_at(irregular);
    let rule = always.first().map(Yearly::rule);
    let by_rule = by_rule.first().zip(rule);
    let by_rule = by_rule.map(|(first, rule)| observance(first).say(Property::Rrule, rule));
    let by_day = by_day.split_first().map(|(first, others)| {
        let days = others.iter().map(|change| ical::hour(change.at));
        days.fold(observance(first), |it, day| it.say(Property::Rdate, day))
    });
    by_day.into_iter().chain(by_rule).collect()
}

fn observance(first: &Change) -> Component {
    let [from, to] = first.offsets.map(written);
    Component::new(if first.is_summer { Kind::Daylight } else { Kind::Standard })
        .say(Property::Dtstart, ical::hour(first.at))
        .say(Property::Tzoffsetfrom, from)
        .say(Property::Tzoffsetto, to)
        .say(Property::Tzname, &first.name)
}

/// The rules by which a day may come every year: it may be both the fourth and the last Sunday.
fn yearly(day: Date) -> Vec<Yearly> {
    let (month, weekday) = (day.month(), day.weekday());
    let is_last = day.day() + 7 > day.days_in_month();
    let last = is_last.then_some(Yearly { month, week: -1, weekday });
    let week = Yearly { month, week: (day.day() - 1) / 7 + 1, weekday };
    last.into_iter().chain([week]).collect()
}

impl Yearly {
    /// `FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU`
    fn rule(&self) -> String {
        let weekday = match self.weekday {
            Weekday::Monday => "MO",
            Weekday::Tuesday => "TU",
            Weekday::Wednesday => "WE",
            Weekday::Thursday => "TH",
            Weekday::Friday => "FR",
            Weekday::Saturday => "SA",
            Weekday::Sunday => "SU",
        };
        format!("FREQ=YEARLY;BYMONTH={};BYDAY={}{weekday}", self.month, self.week)
    }
}

/// A distance from Greenwich, as `+0100`.
fn written(offset: Offset) -> String {
    let seconds = offset.seconds();
    let sign = if seconds < 0 { '-' } else { '+' };
    let seconds = seconds.abs();
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let rest = if rest == 0 { String::new() } else { format!("{rest:02}") };
    format!("{sign}{hours:02}{minutes:02}{rest}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn lines(zone: &str, first: Date, last: Date) -> Vec<String> {
        let zone = TimeZone::get(zone).unwrap();
        let text = component(&zone, first, last).unwrap().print();
        let said = ["BEGIN:S", "BEGIN:D", "DTSTART", "TZOFFSETTO", "RRULE", "RDATE"];
        let is_said = |line: &&str| said.iter().any(|start| line.starts_with(start));
        text.lines().filter(is_said).map(str::to_owned).collect()
    }

    #[test]
    fn clocks_that_change_every_year_are_two_rules() {
        assert_eq!(
            lines("Europe/Paris", date(2016, 11, 17), date(2017, 1, 29)),
            [
                "BEGIN:DAYLIGHT",
                "DTSTART:20160327T020000",
                "TZOFFSETTO:+0200",
                "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
                "BEGIN:STANDARD",
                "DTSTART:20161030T030000",
                "TZOFFSETTO:+0100",
                "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
            ]
        );
        let new_york = lines("America/New_York", date(2026, 1, 1), date(2026, 1, 1));
        assert!(new_york.contains(&"RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU".to_owned()));
        assert!(new_york.contains(&"RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU".to_owned()));
    }

    #[test]
    fn clocks_that_never_change_are_said_once() {
        assert_eq!(
            lines("Indian/Reunion", date(2026, 1, 1), date(2026, 1, 1)),
            ["BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETTO:+0400"]
        );
        let utc = component(&TimeZone::UTC, date(2026, 1, 1), date(2026, 1, 1));
        assert!(utc.is_none());
    }

    /// Winter came in September until 1995, and on the last Sunday of October since.
    #[test]
    fn what_was_before_a_rule_is_said_by_its_days() {
        let of_winter = lines("Europe/Paris", date(1993, 1, 1), date(1996, 1, 1));
        assert!(of_winter.contains(&"RDATE:19930926T030000".to_owned()), "{of_winter:?}");
        assert!(of_winter.contains(&"DTSTART:19961027T030000".to_owned()), "{of_winter:?}");
    }
}
