//! Dates as French readers write them. What day it is today is given.

use jiff::civil::{Date, Time, Weekday};

use crate::data::Moment;
use crate::french::MONTHS;
use crate::site::parse::values::When;

/// « dimanche 29 janvier 2017 »
pub fn day(date: Date) -> String {
    format!("{} {}", weekday(date.weekday()), day_and_year(date))
}

/// « 29 janvier 2017 », « 1er février 2017 »
pub fn day_and_year(date: Date) -> String {
    let number = match date.day() {
        1 => "1er".to_owned(),
        number => number.to_string(),
    };
    format!("{number} {} {}", month(date.month()), date.year())
}

/// « 9 h », « 19 h 30 »
pub fn hour(time: Time) -> String {
    match time.minute() {
        0 => format!("{}\u{a0}h", time.hour()),
        minute => format!("{}\u{a0}h\u{a0}{minute:02}", time.hour()),
    }
}

/// A day on its own.
pub fn moment(date: Date) -> Moment {
    Moment { text: day(date), iso: date.to_string() }
}

/// A day on its own, in the middle of a sentence: « 29 janvier 2017 ».
pub fn plain_moment(date: Date) -> Moment {
    Moment { text: day_and_year(date), iso: date.to_string() }
}

/// A beginning and, when it is known, an end.
pub fn period(start: When, end: Option<When>) -> Moment {
    let end = end.filter(|end| *end != start);
    let text = match (start.hour, end) {
        (None, None) => day(start.day),
        (Some(from), None) => format!("{}, à {}", day(start.day), hour(from)),
        (from, Some(end)) if end.day == start.day => match (from, end.hour) {
            (Some(from), Some(to)) => {
                format!("{}, de {} à {}", day(start.day), hour(from), hour(to))
            }
            (Some(from), None) => format!("{}, à {}", day(start.day), hour(from)),
            (None, Some(to)) => format!("{}, jusqu’à {}", day(start.day), hour(to)),
            (None, None) => day(start.day),
        },
        (from, Some(end)) => {
            let at = |hour: Option<Time>| hour.map(|hour| format!(" à {}", self::hour(hour)));
            format!(
                "du {}{} au {}{}",
                day(start.day),
                at(from).unwrap_or_default(),
                day(end.day),
                at(end.hour).unwrap_or_default(),
            )
        }
    };
    let iso = match start.hour {
        Some(hour) => format!("{}T{:02}:{:02}", start.day, hour.hour(), hour.minute()),
        None => start.day.to_string(),
    };
    Moment { text, iso }
}

/// A day as on a leaf of a calendar: « dimanche », « 29 », « janvier ».
pub fn leaf(date: Date) -> (&'static str, String, &'static str) {
    (weekday(date.weekday()), date.day().to_string(), month(date.month()))
}

fn weekday(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "lundi",
        Weekday::Tuesday => "mardi",
        Weekday::Wednesday => "mercredi",
        Weekday::Thursday => "jeudi",
        Weekday::Friday => "vendredi",
        Weekday::Saturday => "samedi",
        Weekday::Sunday => "dimanche",
    }
}

fn month(month: i8) -> &'static str {
    let index = usize::try_from(month - 1).unwrap_or_default();
    MONTHS.get(index).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    fn when(day: Date, hour: Option<i8>) -> When {
        When { day, hour: hour.map(|hour| time(hour, 0, 0, 0)) }
    }

    #[test]
    fn periods_say_no_more_than_is_known() {
        let sunday = date(2017, 1, 29);
        let text = |start, end| period(start, end).text;
        assert_eq!(text(when(sunday, None), None), "dimanche 29 janvier 2017");
        assert_eq!(
            text(when(sunday, Some(9)), Some(when(sunday, Some(19)))),
            "dimanche 29 janvier 2017, de 9\u{a0}h à 19\u{a0}h"
        );
        assert_eq!(text(when(sunday, Some(9)), None), "dimanche 29 janvier 2017, à 9\u{a0}h");
        assert_eq!(
            text(when(sunday, None), Some(when(date(2017, 2, 1), None))),
            "du dimanche 29 janvier 2017 au mercredi 1er février 2017"
        );
    }

    #[test]
    fn minutes_are_written_when_there_are_any() {
        assert_eq!(hour(time(19, 30, 0, 0)), "19\u{a0}h\u{a0}30");
        assert_eq!(hour(time(9, 5, 0, 0)), "9\u{a0}h\u{a0}05");
    }
}
