//! Dates as people write them in French.

use jiff::civil::{Date, Time};
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

/// The day that a text means, with its hour where it names one, as the content writes it: « 29/01/2017 » and « dimanche
/// 29 janvier 2017 à 19 h 30 » are `2017-01-29` and `2017-01-29T19:30`.
pub fn meant(text: &str) -> Option<String> {
    let text = text.trim().trim_matches(['"', '“', '”', '«', '»', '\u{a0}', ' ']);
    let (day, rest) = numeric(text).or_else(|| in_letters(text)).or_else(|| with_hour(text))?;
    Some(
        hour(rest)
            .map_or_else(|| day.to_string(), |hour| format!("{day}T{}", hour.strftime("%H:%M"))),
    )
}

fn numeric(text: &str) -> Option<(Date, &str)> {
    let (_, day, month, year, rest) =
        regex_captures!(r"^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})\b(.*)$", text)?;
    let year: i16 = year.parse().ok()?;
    let year = if year < 100 { 2000 + year } else { year };
    Some((Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()?, rest))
}

/// A day as it is to be written, with an hour that is not.
fn with_hour(text: &str) -> Option<(Date, &str)> {
    let (_, day, rest) = regex_captures!(r"^(\d{4}-\d{2}-\d{2})[T ]+(.*)$", text)?;
    hour(rest)?;
    Some((day.parse().ok()?, rest))
}

fn in_letters(text: &str) -> Option<(Date, &str)> {
    let (_, day, month, year, rest) = regex_captures!(
        r"^(?:le\s+)?(?:\p{L}+\s+)?(\d{1,2})(?:er)?\s+(\p{L}+)\.?\s+(\d{4})\b(.*)$"i,
        text
    )?;
    let month = fold(month);
    let month = MONTHS.iter().position(|name| *name == month || is_short(&month, name))?;
    let month = i8::try_from(month + 1).ok()?;
    Some((Date::new(year.parse().ok()?, month, day.parse().ok()?).ok()?, rest))
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
    use super::meant;

    #[test]
    fn days_and_hours_are_understood() {
        for (text, day) in [
            ("29/01/2017", "2017-01-29"),
            ("29-1-2017", "2017-01-29"),
            ("29.01.17", "2017-01-29"),
            ("\"29/01/2017\"", "2017-01-29"),
            ("29 janvier 2017", "2017-01-29"),
            ("le dimanche 29 Janvier 2017", "2017-01-29"),
            ("1er février 2017", "2017-02-01"),
            ("3 sept. 2026", "2026-09-03"),
            ("samedi 5 décembre 2026 à 19 h 30", "2026-12-05T19:30"),
            ("05/12/2026 19h", "2026-12-05T19:00"),
            ("2027-03-20T14h30", "2027-03-20T14:30"),
            ("2027-03-20 14h", "2027-03-20T14:00"),
        ] {
            assert_eq!(meant(text).as_deref(), Some(day), "{text}");
        }
        for text in ["31/02/2017", "29 jui 2017", "Le 29 au soir", "2017-01-29", "13/13/2017"] {
            assert_eq!(meant(text), None, "{text}");
        }
    }
}
