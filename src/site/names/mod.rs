//! How candidates and lists are called on pages, from names as they were published: French typography,
//! and small letters where a source writes capitals. It must not know votes; tables keep what was published.

mod person;
mod proper;
mod title;
mod words;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use jiff::civil::Date;

use self::proper::Proper;
use super::typography;
use crate::election::{Candidate, Level, Returns, Stands, nuance};

/// Calls the candidates of a round as pages do. One name becomes one other in all its tables, so that
/// levels have the same candidates still. The names in `edited` are those that an editor wrote: they
/// keep their capitals.
pub fn spell(tables: &mut [Returns], stands: Option<Stands>, edited: &HashSet<String>, on: Date) {
    let homes = homes(tables);
    let mut known: HashMap<Option<&str>, Proper> = HashMap::new();
    let mut spelled: HashMap<*const Candidate, (Arc<Candidate>, Arc<Candidate>)> = HashMap::new();
    for territory in tables.iter_mut().flat_map(|table| &mut table.territories) {
        for score in &mut territory.tally.scores {
            let was = score.candidate.clone();
            let (_, now) = spelled.entry(Arc::as_ptr(&was)).or_insert_with(|| {
                let home = homes.get(&was.name).and_then(Option::as_deref);
                let proper = known.entry(home).or_insert_with(|| match home {
                    Some(code) => Proper::of_commune(code, on),
                    None => Proper::everywhere(),
                });
                let now = called(&was, stands, edited.contains(&was.name), proper);
                // The published one is kept too: another must not come to stand at its address.
                (was.clone(), Arc::new(now))
            });
            score.candidate = now.clone();
        }
    }
}

/// The commune in which all votes of a name were cast, where it is one.
fn homes(tables: &[Returns]) -> HashMap<String, Option<String>> {
    let mut of: HashMap<*const Candidate, (&str, Option<String>)> = HashMap::new();
    for territory in tables.iter().flat_map(|table| &table.territories) {
        let commune = territory.place.code_within(Level::Commune);
        for score in &territory.tally.scores {
            let entry = of.entry(Arc::as_ptr(&score.candidate));
            let (_, home) = entry.or_insert_with(|| (score.name(), commune.clone()));
            if *home != commune {
                *home = None;
            }
        }
    }
    let mut homes: HashMap<String, Option<String>> = HashMap::new();
    for (name, home) in of.into_values() {
        let known = homes.entry(name.to_owned()).or_insert_with(|| home.clone());
        if *known != home {
            *known = None;
        }
    }
    homes
}

/// A candidate with the names that pages show.
fn called(was: &Candidate, stands: Option<Stands>, edited: bool, proper: &Proper) -> Candidate {
    let of_person = |text: &String| typeset(&person::person(text));
    let head = was.head.as_ref().map(of_person);
    let also = [head.as_deref(), Some(&*was.name), was.list.as_deref()];
    let also: Vec<&str> = also.into_iter().flatten().collect();
    let of_title = |text: &String| typeset(&title::title(text, proper, &also));
    let is_person = match stands {
        _ if is_civil(&was.name) => true,
        Some(stands) => matches!(stands, Stands::Candidates | Stands::Pairs),
        None => !was.is_list(),
    };
    // The names of nuances are codes, and those of blocs are an editor’s.
    let is_code = nuance(&was.name).is_some()
        || words::is_abbreviation(&was.name)
        || matches!(stands, Some(Stands::Blocs | Stands::Nuances))
        || was.name.chars().count() <= 3 && !was.is_list();
    let name = match () {
        () if edited || is_code => typeset(&was.name),
        () if is_person => of_person(&was.name),
        () => of_title(&was.name),
    };
    Candidate { name, list: was.list.as_ref().map(of_title), head, ..was.clone() }
}

/// Whether a name begins as only that of a person does.
fn is_civil(name: &str) -> bool {
    let first = name.split(' ').next().unwrap_or_default();
    ["M.", "MM.", "Mme", "MME", "Mlle", "MLLE", "Mmes"].contains(&first)
}

/// A name as it is printed in French: with our apostrophe, and with spaces that do not break.
pub fn typeset(name: &str) -> String {
    typography::spaced(&name.replace('\'', "’"))
}

/// Whether a text has letters, and none of them is small.
fn is_in_capitals(text: &str) -> bool {
    text.chars().filter(|letter| letter.is_alphabetic()).count() > 1
        && !text.chars().any(char::is_lowercase)
}

/// Words and what stands between them, in turn.
fn parts(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_word = first.is_alphanumeric();
        let end = rest.find(|letter: char| letter.is_alphanumeric() != is_word);
        let (part, behind) = rest.split_at(end.unwrap_or(rest.len()));
        parts.push(part);
        rest = behind;
    }
    parts
}

/// The first letter as a capital, the others small.
fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters.as_str().to_lowercase().chars()).collect()
}

#[cfg(test)]
mod tests;
