//! Names of persons whose surname is published in capitals.

use super::letters::{capitalised, is_in_capitals, parts};
use super::words::is_abbreviation;

/// « M. Marc HONORE » as « M. Marc Honore », « Marine LE PEN » as « Marine Le Pen ». Accents are not
/// guessed.
pub fn person(name: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    for word in name.split(' ') {
        let is_first = words.last().is_none_or(|before| before.is_empty() || before == "et");
        words.push(match word {
            "MME" | "MLLE" | "MMES" => capitalised(word),
            "ET" => "et".to_owned(),
            word if is_in_capitals(word) => surname(word, is_first),
            word => word.to_owned(),
        });
    }
    words.join(" ")
}

/// Whether a name is written as only that of a person is: first names, and a surname in capitals behind
/// them.
pub fn is_full_name(name: &str) -> bool {
    let words: Vec<&str> = name.split(' ').collect();
    let is_first_name =
        |word: &&str| word.starts_with(char::is_uppercase) && word.chars().any(char::is_lowercase);
    let is_surname = |word: &&str| is_in_capitals(word) && !is_abbreviation(word);
    let first = words.iter().take_while(|word| is_first_name(word)).count();
    (1..words.len()).contains(&first) && words[first..].iter().all(is_surname)
}

/// One word of a name in capitals: parts joined by hyphens and apostrophes have capitals of their own,
/// the particle « de » has none behind a first name.
fn surname(word: &str, is_first: bool) -> String {
    let mut made = String::new();
    let parts = parts(word);
    for (at, part) in parts.iter().enumerate() {
        let is_elided = parts.get(at + 1).is_some_and(|next| ["'", "’"].contains(next));
        let starts = is_first && at == 0;
        made += &match *part {
            "DE" | "DU" | "DES" if !starts => part.to_lowercase(),
            "D" if is_elided && !starts => "d".to_owned(),
            "LE" | "LA" | "LES" if at > 0 => part.to_lowercase(),
            part => capitalised(part),
        };
    }
    made
}
