//! The search index: which words are on which pages, in files of which a reader loads what is asked for.
//! It is asked by `render/search.js`, which knows what is written here (record 22).
//!
//! `index.txt` says in its lines: the version of the index, the endings by which forms of a word differ, then the
//! beginnings of words that have a file. A line of such a file is a word, how many of its letters are its stem,
//! and the numbers of the pages that have it with how much it says of each: `ecoles 4 12:9 77:1`. A line of a file of
//! pages is what is shown of one: path, title, what it is, what it says.

mod documents;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rayon::prelude::*;

use self::documents::Document;
use crate::data::fingerprint;
use crate::site::compile::Compiled;
use crate::site::stem::stem;
use crate::words::{fold, written_out};

/// Where the index is, as a path on the site.
pub const FOLDER: &str = "/data/recherche";

/// How many pages are in one file of pages.
pub const PAGES_A_FILE: usize = 64;

/// How many bytes a file of words has at most, unless all its words begin alike to the end.
const LARGEST: usize = 24_000;

/// Words that say nothing of what is looked for.
pub const WITHOUT_MEANING: [&str; 16] = [
    "au", "aux", "ce", "ces", "dans", "de", "des", "du", "en", "et", "la", "le", "les", "par",
    "un", "une",
];

/// The files of the index: their paths on the site, and what they hold.
pub fn files(compiled: &Compiled) -> Vec<(String, String)> {
    let documents = documents::of(compiled);
    let lines = lines(&documents);
    let mut shards = BTreeMap::new();
    split(&lines, "", &mut shards);
    let pages = documents.chunks(PAGES_A_FILE).map(|documents| {
        documents.iter().map(|document| document.found.line() + "\n").collect::<String>()
    });
    let pages: Vec<String> = pages.collect();
    // What is asked in two steps is of one build.
    let version = shards.values().chain(&pages).map(|text| fingerprint(text)).collect::<String>();
    let version = fingerprint(&version);
    let endings = endings(&lines);
    let directory = [version.as_str(), &endings].into_iter();
    let directory: Vec<&str> = directory.chain(shards.keys().map(String::as_str)).collect();
    let directory = directory.join("\n");
    let path = |name: String| format!("{FOLDER}/{version}/{name}.txt");
    let words = shards.into_iter().map(|(start, text)| (path(format!("mots-{start}")), text));
    let pages = pages.into_iter().enumerate();
    let pages = pages.map(|(number, text)| (path(format!("pages-{number}")), text));
    let directory = (format!("{FOLDER}/index.txt"), directory);
    std::iter::once(directory).chain(words).chain(pages).collect()
}

/// The words of a folded text that are looked for: none of one letter, which elisions leave, and none that says
/// nothing.
fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(' ').filter(|word| word.len() > 1 && !WITHOUT_MEANING.contains(word))
}

/// Each word with its line, in their order.
fn lines(documents: &[Document]) -> Vec<(String, String)> {
    let words: Vec<HashMap<String, usize>> = documents.par_iter().map(weights).collect();
    let mut pages: HashMap<String, Vec<(usize, usize)>> = HashMap::new();
    for (number, words) in words.into_iter().enumerate() {
        for (word, weight) in words {
            pages.entry(word).or_default().push((number, weight));
        }
    }
    let mut lines: Vec<(String, String)> = pages
        .into_iter()
        .map(|(word, pages)| {
            let pages: String =
                pages.into_iter().map(|(number, weight)| format!(" {number}:{weight}")).collect();
            let line = format!("{word} {}{pages}\n", stem_length(&word));
            (word, line)
        })
        .collect();
    lines.par_sort();
    lines
}

/// How many of the letters of a word are its stem; all of them where the stem has others.
fn stem_length(word: &str) -> usize {
    let stem = stem(word);
    if word.starts_with(&*stem) { stem.len() } else { word.len() }
}

/// The endings that follow a stem in the words of the site, and those of every plural.
fn endings(lines: &[(String, String)]) -> String {
    let endings = lines.iter().map(|(word, _)| word.split_at(stem_length(word)).1);
    let endings: BTreeSet<&str> = endings.chain(["s", "x", "e", "es"]).collect();
    endings.into_iter().filter(|ending| !ending.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The words of a page, with how much each says of it: what the place says in which it is.
fn weights(document: &Document) -> HashMap<String, usize> {
    let mut weights: HashMap<String, usize> = HashMap::new();
    for (weight, text) in &document.fields {
        let folded = fold(text);
        // « St Germain » is found as « Saint-Germain » is: what is typed is written out too.
        for word in words(&folded).map(|word| written_out(word).unwrap_or(word)) {
            match weights.get_mut(word) {
                Some(known) => *known = (*known).max(*weight),
                None => drop(weights.insert(word.to_owned(), *weight)),
            }
        }
    }
    weights
}

/// Puts lines into files by the beginning of their words, as long as needed for files that are small.
fn split(lines: &[(String, String)], beginning: &str, shards: &mut BTreeMap<String, String>) {
    let size: usize = lines.iter().map(|(_, line)| line.len()).sum();
    let longer = |word: &str| word.get(..=beginning.len()).unwrap_or(word).to_owned();
    let is_the_end = lines.iter().all(|(word, _)| longer(word) == beginning);
    if size <= LARGEST || is_the_end {
        let text = lines.iter().map(|(_, line)| line.as_str()).collect();
        shards.insert(beginning.to_owned(), text);
        return;
    }
    for lines in lines.chunk_by(|(one, _), (other, _)| longer(one) == longer(other)) {
        if let Some((word, _)) = lines.first() {
            split(lines, &longer(word), shards);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_split_until_they_are_small() {
        let lines: Vec<(String, String)> = ["ec", "ecole", "ecran", "mairie"]
            .map(|word| (word.to_owned(), word.repeat(LARGEST / 8)))
            .to_vec();
        let mut shards = BTreeMap::new();
        split(&lines, "", &mut shards);
        assert_eq!(shards.keys().collect::<Vec<_>>(), ["ec", "eco", "ecr", "m"]);
        assert_eq!(shards.values().map(String::len).sum::<usize>(), 18 * (LARGEST / 8));
        let mut whole = BTreeMap::new();
        split(&lines[..1], "", &mut whole);
        assert_eq!(whole.keys().collect::<Vec<_>>(), [""]);
    }

    #[test]
    fn forms_of_a_word_differ_by_their_endings() {
        assert_eq!(("ecole".len(), stem_length("ecoles")), (5, 4));
        assert_eq!(stem_length("journaux"), 8);
        let lines = [("ecoles".to_owned(), String::new()), ("votes".to_owned(), String::new())];
        assert_eq!(endings(&lines), "e es s x");
    }

    #[test]
    fn words_that_say_nothing_are_not_looked_for() {
        assert_eq!(words("l ecole de la rue a 2").collect::<Vec<_>>(), ["ecole", "rue"]);
    }
}
