//! Articles about the same: those that share words which few others have.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::site::content::Article;
use crate::site::stem::stem;
use crate::words;

/// How many articles one leads to.
const MOST: usize = 3;

/// In how many articles a word may be that says what one is about.
const COMMONEST: usize = 50;

/// Of the letters of its words, those shorter than this say little.
const SHORTEST: usize = 4;

/// For each article the positions of those about the same, the nearest first. The latest of its category come
/// after those that share words.
pub fn related(articles: &[Article]) -> Vec<Vec<usize>> {
    let words: Vec<BTreeSet<String>> = articles.iter().map(words_of).collect();
    let mut with_word: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, words) in words.iter().enumerate() {
        for word in words {
            with_word.entry(word).or_default().push(at);
        }
    }
    let mut categories: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, article) in articles.iter().enumerate() {
        categories.entry(&article.category).or_default().push(at);
    }
    let related = articles.iter().zip(&words).enumerate().map(|(at, (article, words))| {
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        let found = words.iter().filter_map(|word| with_word.get(word.as_str()));
        for others in found.filter(|others| others.len() <= COMMONEST) {
            // A word that two articles have says more than one that fifty have.
            others
                .iter()
                .for_each(|other| *shared.entry(*other).or_default() += COMMONEST / others.len());
        }
        shared.remove(&at);
        let mut nearest: Vec<(usize, usize)> = shared.into_iter().collect();
        // Of equals, the latest.
        nearest.sort_by_key(|(other, shared)| (std::cmp::Reverse(*shared), *other));
        let mut nearest: Vec<usize> =
            nearest.into_iter().map(|(other, _)| other).take(MOST).collect();
        let category = categories.get(article.category.as_str()).into_iter().flatten();
        let rest: Vec<usize> = category
            .copied()
            .filter(|other| *other != at && !nearest.contains(other))
            .take(MOST)
            .collect();
        nearest.extend(rest);
        nearest.truncate(MOST);
        nearest
    });
    related.collect()
}

/// The words that say what an article is about: those of its title and its summary.
fn words_of(article: &Article) -> BTreeSet<String> {
    let summary = article.summary.as_ref().unwrap_or(&article.body.first_words);
    let text = words::fold(&[&article.title, " ", summary].concat());
    let words = text.split(' ').filter(|word| word.len() >= SHORTEST);
    words.map(|word| stem(word).into_owned()).collect()
}
