//! Dates as people write them in French.

use jiff::civil::{Date, DateTime, Time};
use lazy_regex::regex_captures;

use crate::words::fold;

/// Months as they are typed, without accents.
const MONTHS: [&str; 12] = [
    "janvier",
    "fevrier",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "aout",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
];

/// What a text says of a day.
#[derive(Debug, PartialEq, Eq)]
pub enum Meant {
    /// A day, with its hour where it names one.
    Day(Date, Option<Time>),
    /// A day of any year: `01-29`.
    AnyYear(String),
    /// A day that is in no calendar.
    NoDay,
}

impl Meant {
    /// The day as content writes it, with its hour where that may be written.
    pub fn written(&self, with_hour: bool) -> Option<String> {
        match self {
            Self::Day(day, Some(hour)) if with_hour => {
                Some(format!("{day}T{}", hour.strftime("%H:%M")))
            }
            Self::Day(day, _) => Some(day.to_string()),
            Self::AnyYear(_) | Self::NoDay => None,
        }
    }
}

/// The day that a text means, where it is one that is not written as content writes it: « 29/01/2017 » and « dimanche
/// 29 janvier 2017 à 19 h 30 » are `2017-01-29` and `2017-01-29T19:30`.
pub fn meant(text: &str) -> Option<Meant> {
    let text = text.trim().trim_matches(['"', '\'', '“', '”', '«', '»', '\u{a0}', ' ']);
    if let Some(day) = without_year(text) {
        return Some(day);
    }
    let (day, rest) = numeric(text).or_else(|| year_first(text)).or_else(|| in_letters(text))?;
    Some(day.map_or(Meant::NoDay, |day| Meant::Day(day, hour(rest))))
}

/// A day that was read, if there is such a day, and what follows it.
type Found<'t> = (Option<Date>, &'t str);

fn date(year: &str, month: &str, day: &str) -> Option<Date> {
    let year: i16 = year.parse().ok()?;
    let year = if year < 100 { 2000 + year } else { year };
    Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()
}

fn numeric(text: &str) -> Option<Found<'_>> {
    let (_, day, month, year, rest) =
        regex_captures!(r"^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})\b(.*)$", text)?;
    Some((date(year, month, day), rest))
}

/// The parts in the right order, otherwise than they are to be written.
fn year_first(text: &str) -> Option<Found<'_>> {
    let (whole, year, month, day, rest) =
        regex_captures!(r"^(\d{4})[/.\- ](\d{1,2})[/.\- ](\d{1,2})(\D.*)?$", text)?;
    let found = date(year, month, day);
    let is_right =
        found.is_some_and(|it| whole == it.to_string()) || whole.parse::<DateTime>().is_ok();
    (!is_right).then_some((found, rest))
}

fn in_letters(text: &str) -> Option<Found<'_>> {
    let (_, day, month, year, rest) = regex_captures!(
        r"^(?:le\s+)?(?:\p{L}+\s+)?(\d{1,2})(?:er)?\s+(\p{L}+)\.?\s+(\d{4})\b(.*)$"i,
        text
    )?;
    Some((date(year, &month_of(month)?.to_string(), day), rest))
}

/// « le 29 janvier », « 29/01 »
fn without_year(text: &str) -> Option<Meant> {
    let letters =
        regex_captures!(r"^(?:le\s+)?(?:\p{L}+\s+)?(\d{1,2})(?:er)?\s+(\p{L}+)\.?$"i, text);
    let figures = || regex_captures!(r"^(\d{1,2})[/.\-](\d{1,2})$", text);
    let (day, month) = letters
        .and_then(|(_, day, month)| Some((day, month_of(month)?)))
        .or_else(|| figures().and_then(|(_, day, month)| Some((day, month.parse().ok()?))))?;
    // A leap year has every day.
    let found = date("2000", &month.to_string(), day);
    Some(found.map_or(Meant::NoDay, |day| Meant::AnyYear(day.strftime("%m-%d").to_string())))
}

/// The number of a month that is typed in letters.
fn month_of(month: &str) -> Option<usize> {
    let month = fold(month);
    MONTHS.iter().position(|name| *name == month || is_short(&month, name)).map(|it| it + 1)
}

/// « janv », « sept »: three letters or more, and of one month only.
fn is_short(typed: &str, name: &str) -> bool {
    typed.len() >= 3 && name.starts_with(typed) && !["jui", "ma"].contains(&typed)
}

/// The hour in « à 19h30 », « 9 h », « 19:30 ».
fn hour(text: &str) -> Option<Time> {
    let (_, hour, minute) = regex_captures!(r"(\d{1,2})\s*(?:h|:)\s*(\d{2})?"i, text)?;
    let minute = if minute.is_empty() { 0 } else { minute.parse().ok()? };
    Time::new(hour.parse().ok()?, minute, 0, 0).ok()
}

#[cfg(test)]
mod tests {
    use super::{Meant, meant};

    #[test]
    fn days_and_hours_are_understood() {
        for (text, day) in [
            ("29/01/2017", "2017-01-29"),
            ("29-1-2017", "2017-01-29"),
            ("29.01.17", "2017-01-29"),
            ("\"29/01/2017\"", "2017-01-29"),
            ("'29/01/2017'", "2017-01-29"),
            ("29 janvier 2017", "2017-01-29"),
            ("le dimanche 29 Janvier 2017", "2017-01-29"),
            ("1er février 2017", "2017-02-01"),
            ("3 sept. 2026", "2026-09-03"),
            ("samedi 5 décembre 2026 à 19 h 30", "2026-12-05T19:30"),
            ("05/12/2026 19h", "2026-12-05T19:00"),
            ("2027-03-20T14h30", "2027-03-20T14:30"),
            ("2027-03-20 14h", "2027-03-20T14:00"),
            ("2027-3-5", "2027-03-05"),
            ("2027/03/20 à 14:30", "2027-03-20T14:30"),
        ] {
            let found = meant(text).and_then(|it| it.written(true));
            assert_eq!(found.as_deref(), Some(day), "{text}");
        }
        let without_hour = meant("05/12/2026 19h").and_then(|it| it.written(false));
        assert_eq!(without_hour.as_deref(), Some("2026-12-05"));
    }

    #[test]
    fn a_year_that_is_missing_is_not_made_up() {
        for text in ["le 29 janvier", "dimanche 29 janvier", "29 janv.", "29/01", "29.1"] {
            assert_eq!(meant(text), Some(Meant::AnyYear("01-29".to_owned())), "{text}");
        }
        for text in ["31/02/2017", "13/13/2017", "2017-02-31", "31 février 2017", "31/02"] {
            assert_eq!(meant(text), Some(Meant::NoDay), "{text}");
        }
        for text in [
            "29 jui 2017",
            "Le 29 au soir",
            "2017-01-29",
            "2017-01-29T09:00:00",
            "2017-01-29T09:00",
            "au printemps",
            "54,3",
            "3 306",
            "12 voix",
        ] {
            assert_eq!(meant(text), None, "{text}");
        }
    }
}
