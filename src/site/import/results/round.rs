//! Which round a name, a title or a cell says: `T1`, `Tour 2`, `1er tour`, `second tour`.
//! It must not guess: what says two rounds says none.

use super::column::{Column, fold};
use super::header::Header;
use super::problem::Problem;
use super::sheet::Sheet;
use crate::message;

/// What a round is called, next to its number.
const MARKS: [&str; 3] = ["t", "tour", "round"];

/// What is between `tour` and its number.
const NUMBER_SIGNS: [&str; 4] = ["n", "nº", "no", "numero"];

/// What makes an ordinal of a number.
const ORDINALS: [&str; 10] = ["er", "ere", "re", "e", "eme", "ieme", "nd", "nde", "d", "de"];

/// The round that the name of a sheet or a title says, if it says one.
pub fn named(text: &str) -> Option<u8> {
    let words = words(text);
    let mut after = after_mark(&words).peekable();
    if after.peek().is_some() { only(after) } else { only(before_mark(&words)) }
}

/// The round that a cell of a column of rounds says.
pub fn cell(text: &str) -> Option<u8> {
    let whole = super::number::count(text).and_then(|number| u8::try_from(number).ok());
    let alone = || match words(text).as_slice() {
        [word] => number(word),
        [word, ordinal] if ORDINALS.contains(&ordinal.as_str()) => number(word),
        _ => None,
    };
    whole.or_else(alone).or_else(|| named(text))
}

/// The words of a name, folded: they end with a sign, before a capital, and between letters and
/// figures.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut last = ' ';
    for letter in text.chars() {
        let ends = last.is_numeric() != letter.is_numeric()
            || last.is_lowercase() && letter.is_uppercase()
            || !last.is_alphanumeric();
        match words.last_mut() {
            Some(word) if !ends && letter.is_alphanumeric() => word.push(letter),
            _ if letter.is_alphanumeric() => words.push(letter.into()),
            _ => {}
        }
        last = letter;
    }
    let parts = words.iter().map(|word| fold(word));
    parts
        .flat_map(|word| match word.strip_suffix("tour") {
            // `premiertour`
            Some(ordinal) if number(ordinal).is_some() => {
                vec![ordinal.to_owned(), "tour".to_owned()]
            }
            _ => vec![word],
        })
        .collect()
}

fn number(word: &str) -> Option<u8> {
    match word {
        "1" | "01" | "i" | "premier" | "premiere" => Some(1),
        "2" | "02" | "ii" | "second" | "seconde" | "deuxieme" => Some(2),
        _ => None,
    }
}

fn is_mark(word: &str) -> bool {
    MARKS.contains(&word)
}

/// `Tour 2`, `T1`, `tour n° 1`; both of them in `tour 1 et 2`.
fn after_mark(words: &[String]) -> impl Iterator<Item = u8> {
    let marks = words.iter().enumerate().filter(|(_, word)| is_mark(word));
    marks.flat_map(|(at, _)| {
        let rest = words.get(at + 1..).unwrap_or_default().iter().map(String::as_str);
        let mut rest = rest.filter(|word| !NUMBER_SIGNS.contains(word)).peekable();
        let first = rest.next().and_then(number);
        let second = rest.next_if(|word| *word == "et").and_then(|_| rest.next()).and_then(number);
        first.into_iter().chain(second)
    })
}

/// `1er tour`, `second tour`; all of them in `1er et 2nd tour`.
fn before_mark(words: &[String]) -> impl Iterator<Item = u8> {
    let marks = words.iter().enumerate().filter(|(_, word)| is_mark(word));
    marks.flat_map(|(at, _)| {
        let rest = words.get(..at).unwrap_or_default().iter().rev().map(String::as_str);
        let rest = rest.filter(|word| !ORDINALS.contains(word) && *word != "et");
        rest.map_while(number)
    })
}

/// The round that all of them are, if it is one.
pub fn only(mut rounds: impl Iterator<Item = u8>) -> Option<u8> {
    let first = rounds.next()?;
    rounds.all(|round| round == first).then_some(first)
}

/// Leaves the rows of one round in a sheet that has a column of rounds, and says how many it took
/// away.
///
/// # Errors
/// Names a cell that says no round; lists the rounds of the sheet if it is not one of them.
pub fn keep(sheet: &mut Sheet, header: &Header, wanted: Option<u8>) -> Result<usize, Problem> {
    let Some(column) = header.position(Column::Round) else { return Ok(0) };
    let rounds = rounds(sheet, header, column)?;
    let mut known = rounds.clone();
    known.sort_unstable();
    known.dedup();
    let wanted = match (wanted, known.as_slice()) {
        (_, []) => return Ok(0),
        (None, [only]) => *only,
        (wanted, _) => wanted.unwrap_or_default(),
    };
    if !known.contains(&wanted) {
        let list: Vec<String> = known.iter().map(u8::to_string).collect();
        let (wanted, rounds) = (usize::from(wanted), list.join(", "));
        let found = message!("import-no-such-round", round = wanted, rounds = rounds);
        let help = message!("import-no-such-round-help");
        let row = sheet.rows.get(header.at).map_or(1, |row| row.number);
        return Err(Problem::new(sheet.place(row, column, name(header, column)), found, help));
    }
    let before = sheet.rows.len();
    let titles = std::iter::repeat_n(wanted, header.at + 1);
    let mut rounds = titles.chain(rounds);
    sheet.rows.retain(|_| rounds.next() == Some(wanted));
    Ok(before - sheet.rows.len())
}

fn name(header: &Header, column: usize) -> &str {
    header.names.get(column).map_or("", String::as_str)
}

/// The round of every row below the header.
fn rounds(sheet: &Sheet, header: &Header, column: usize) -> Result<Vec<u8>, Problem> {
    let rounds = sheet.rows.iter().skip(header.at + 1).map(|row| {
        let text = row.get(column);
        cell(text).ok_or_else(|| {
            let found = match text {
                "" => message!("import-empty-round"),
                _ => message!("import-no-round", text = text),
            };
            let help = message!("import-no-round-help");
            Problem::new(sheet.place(row.number, column, name(header, column)), found, help)
        })
    });
    rounds.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_its_round_in_many_ways() {
        let first = [
            "T1",
            "Tour 1",
            "TOUR  1",
            "tour_1",
            "1er tour",
            "1ER TOUR",
            "Premier tour",
            "Régions T1",
            "Circo. Leg. Tour 1",
            "PR17_BVot_T1_FE",
            "PremierTour",
            "premiertour",
            "CantonsT1",
            "1 tour",
            "tour n° 1",
            "Tour I",
            "Pres 2017 - 1er Tour",
            "Tour 1 - 2ème circonscription",
            "T 1",
            "tour1",
        ];
        let second = [
            "T2",
            "Tour 2",
            "2nd tour",
            "2ème tour",
            "2e tour",
            "second tour",
            "Second Tour",
            "2d tour",
            "Deuxième tour",
            "deuxieme  tour",
            "Résultats (2nd Tour)",
            "Tour II",
            "SECOND TOUR",
            "2EME TOUR",
        ];
        for (names, round) in [(&first[..], 1), (&second[..], 2)] {
            for name in names {
                assert_eq!(named(name), Some(round), "{name}");
            }
        }
        for name in [
            "Feuil1",
            "Feuil2",
            "Régions",
            "T1 et T2",
            "1er et 2nd tour",
            "Les 2 tours",
            "Part 1",
            "2017",
        ] {
            assert_eq!(named(name), None, "{name}");
        }
    }

    #[test]
    fn a_cell_says_its_round_without_the_word() {
        for text in ["1", "1.0", "01", "T1", "1er", "1 er tour", "Premier", "I", "tour 1"] {
            assert_eq!(cell(text), Some(1), "{text}");
        }
        for text in ["2", "2.0", "T2", "2nd", "2ème", "2E", "second", "Deuxième tour", "II"] {
            assert_eq!(cell(text), Some(2), "{text}");
        }
        assert_eq!(["", "oui", "x2", "12 mars"].map(cell), [None; 4]);
    }
}
