//! How figures and lists are written in French.

use std::fmt::Display;

use crate::election::{Base, Contest, Level, Share, Stands};

/// Narrow no-break space: between thousands and before `%`.
const THIN: char = '\u{202f}';

/// `1473` as `1 473`.
pub fn number(count: u32) -> String {
    thousands(count.into())
}

/// A count of any size, as [`number`].
pub fn thousands(count: u64) -> String {
    let digits = count.to_string();
    let mut text = String::with_capacity(digits.len() + 6);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(THIN);
        }
        text.push(digit);
    }
    text
}

/// A gain or a loss with its sign: `+438`, `−12`, `0`.
pub fn signed(difference: i64) -> String {
    let size = number(u32::try_from(difference.unsigned_abs()).unwrap_or(u32::MAX));
    match difference {
        0 => size,
        1.. => format!("+{size}"),
        _ => format!("−{size}"),
    }
}

/// `57,95 %`. The caller says the base: see [`of_base`].
pub fn percent(share: Share) -> String {
    percentage(hundredths(share.hundredths().into()))
}

/// A figure as a percentage: `5 %`.
pub fn percentage(figure: impl Display) -> String {
    format!("{figure}{THIN}%")
}

/// Hundredths as a number with a comma: 7589 as `75,89`.
pub fn hundredths(count: u64) -> String {
    format!("{},{:02}", thousands(count / 100), count % 100)
}

/// A difference between two percentages in points, given in hundredths: `+2,50`, `−0,07`.
pub fn points(difference: i64) -> String {
    let size = hundredths(difference.unsigned_abs());
    let sign = match difference {
        0 => "",
        1.. => "+",
        _ => "−",
    };
    format!("{sign}{size}")
}

/// The months.
pub const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

/// `2017-01` as « janvier 2017 »; what is no month as it is.
pub fn month_and_year(iso: &str) -> String {
    let month = iso.split_once('-').and_then(|(year, month)| {
        let month: usize = month.parse().ok()?;
        Some(format!("{} {year}", MONTHS.get(month.checked_sub(1)?)?))
    });
    month.unwrap_or_else(|| iso.to_owned())
}

/// A rank before a masculine noun: « 1er », « 12e ».
pub fn rank(rank: u32) -> String {
    let ending = if rank == 1 { "er" } else { "e" };
    format!("{}{ending}", number(rank))
}

/// What a percentage is a percentage of: « des exprimés ».
pub fn of_base(base: Base) -> &'static str {
    match base {
        Base::Registered => "des inscrits",
        Base::Voters => "des votants",
        Base::Valid => "des exprimés",
        Base::Ballots => "des bulletins valables",
    }
}

/// `1 voix`, `842 voix`: a count with its noun, which here has one form.
pub fn votes(count: u32) -> String {
    format!("{}\u{a0}voix", number(count))
}

/// So many territories of a level: « 262 communes », « 1 bureau de vote », « aucune commune ».
pub fn territories(count: usize, level: Level) -> String {
    match count {
        0 if level.definite().starts_with("la") => format!("aucune {}", level.singular()),
        0 => format!("aucun {}", level.singular()),
        1 => format!("1\u{a0}{}", level.singular()),
        _ => format!("{}\u{a0}{}", number(count as u32), level.plural()),
    }
}

/// Candidates as the subject of a sentence: the name of a person or a list, « le bloc « Droite » », « le projet « … » »,
/// « la nuance « Divers droite » », « le oui », « des listes sans nuance ».
pub fn subject(stands: Stands, name: &str) -> String {
    match stands {
        Stands::Blocs => format!("le bloc «\u{a0}{name}\u{a0}»"),
        Stands::Projects => format!("le projet «\u{a0}{name}\u{a0}»"),
        Stands::Answers => format!("le {}", name.to_lowercase()),
        Stands::Nuances if name == "Sans nuance" => "des listes sans nuance".to_owned(),
        Stands::Nuances => format!("la nuance «\u{a0}{name}\u{a0}»"),
        _ => name.to_owned(),
    }
}

/// `1 siège`, `19 sièges`
pub fn seats(count: u16) -> String {
    let noun = if count > 1 { "sièges" } else { "siège" };
    format!("{}\u{a0}{noun}", number(count.into()))
}

/// « premier tour », « second tour », or « tour unique » where there is only one; a question has
/// no rounds.
pub fn round(contest: Contest, number: u8) -> &'static str {
    match (contest, number) {
        (Contest::OneRound, _) => "tour unique",
        (Contest::Question, _) => "scrutin",
        (Contest::TwoRounds, 1) => "premier tour",
        (Contest::TwoRounds, _) => "second tour",
    }
}

/// Small numbers in words, for the beginning of a sentence; larger ones in figures.
pub fn cardinal(count: usize) -> String {
    const WORDS: [&str; 11] =
        ["aucun", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"];
    WORDS.get(count).map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

/// « a », « a et b », « a, b et c ».
pub fn list<S: AsRef<str>>(items: &[S]) -> String {
    match items {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} et {}", first.join(", "), last.as_ref())
        }
    }
}

/// The text with its first letter in upper case.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!(number(0), "0");
        assert_eq!(number(842), "842");
        assert_eq!(number(1473), "1\u{202f}473");
        assert_eq!(number(1_599_618), "1\u{202f}599\u{202f}618");
    }

    #[test]
    fn percentages_have_two_decimals() {
        let percent = |hundredths| percent(Share::published(hundredths, Base::Valid));
        assert_eq!(percent(5795), "57,95\u{202f}%");
        assert_eq!(percent(87), "0,87\u{202f}%");
        assert_eq!(percent(10_000), "100,00\u{202f}%");
        assert_eq!(percent(505), "5,05\u{202f}%");
    }

    #[test]
    fn differences_have_a_sign() {
        assert_eq!(signed(438), "+438");
        assert_eq!(signed(-1438), "−1\u{202f}438");
        assert_eq!(signed(0), "0");
    }

    #[test]
    fn numbers_agree_with_their_nouns() {
        let said = |count, level| territories(count, level).replace('\u{a0}', " ");
        assert_eq!(said(0, Level::Commune), "aucune commune");
        assert_eq!(said(0, Level::Station), "aucun bureau de vote");
        assert_eq!(said(1, Level::Station), "1 bureau de vote");
        assert_eq!(said(262, Level::Commune), "262 communes");
        assert_eq!(said(0, Level::Region), "aucune région");
    }

    #[test]
    fn what_stands_is_the_subject_of_a_sentence() {
        assert_eq!(subject(Stands::Candidates, "Anne"), "Anne");
        assert_eq!(subject(Stands::Blocs, "Droite"), "le bloc «\u{a0}Droite\u{a0}»");
        assert_eq!(subject(Stands::Answers, "Oui"), "le oui");
        assert_eq!(subject(Stands::Projects, "Verger"), "le projet «\u{a0}Verger\u{a0}»");
        assert_eq!(subject(Stands::Nuances, "Sans nuance"), "des listes sans nuance");
        assert_eq!(
            subject(Stands::Nuances, "Divers droite"),
            "la nuance «\u{a0}Divers droite\u{a0}»"
        );
    }

    #[test]
    fn lists_end_with_and() {
        assert_eq!(list::<&str>(&[]), "");
        assert_eq!(list(&["a"]), "a");
        assert_eq!(list(&["a", "b", "c"]), "a, b et c");
    }
}
