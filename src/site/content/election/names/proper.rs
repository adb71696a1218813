//! Names of places that may be in a title: those of France, and those of the commune in which a list
//! stands, with its neighbours.

use std::collections::HashMap;
use std::sync::LazyLock;

use jiff::civil::Date;

use super::letters::{capitalised, parts};
use crate::election::{DEPARTMENTS, REGIONS, department_of_commune};
use crate::site::communes;
use crate::words::fold;

/// The most words that the name of a place has.
const LONGEST: usize = 9;

/// Words of names that are common ones too.
const SMALL: [&str; 17] = [
    "a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "lez", "sous",
    "sur", "pres",
];

/// Nouns and adjectives that are no name without the rest of it: « Mantes-la-Ville ».
const NOUNS: [&str; 30] = [
    "abbaye", "bas", "belle", "bois", "bourg", "centre", "chateau", "ecole", "eglise", "etang",
    "foret", "grand", "grande", "haut", "haute", "jolie", "mer", "mont", "neuf", "petit", "petite",
    "plage", "pont", "port", "reine", "roi", "val", "vallee", "vieille", "ville",
];

/// Names by their words without case and accents.
#[derive(Default)]
pub struct Proper {
    names: HashMap<String, String>,
    /// The beginning of the words of the commune: its inhabitants begin like it.
    stems: Vec<String>,
}

static EVERYWHERE: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    let departments = DEPARTMENTS.iter().map(|it| it.name);
    let names = departments.chain(REGIONS.iter().map(|it| it.name)).chain(["Île-de-France"]);
    // « Nord », « Manche » and « Centre » are words as well.
    let is_only_a_name = |name: &&str| name.contains('-') || !AMBIGUOUS.contains(name);
    names.filter(is_only_a_name).map(|name| (fold(name), name.to_owned())).collect()
});

const AMBIGUOUS: [&str; 8] = ["Nord", "Manche", "Centre", "Lot", "Ain", "Orne", "Aube", "Landes"];

impl Proper {
    /// Those that are known wherever a list stands.
    pub fn everywhere() -> Self {
        Self::default()
    }

    /// Those that are known in a commune, as they are called on a day.
    pub fn of_commune(code: &str, on: Date) -> Self {
        let mut names = HashMap::new();
        let home = department_of_commune(code).map(|it| it.code);
        for name in home.into_iter().flat_map(|home| communes::of_department(home, on)) {
            let folded = fold(name);
            // Short names and those with an article may be words: « Vert », « L’Union ».
            if folded.len() >= 6 && !is_small(folded.split(' ').next().unwrap_or_default()) {
                names.insert(folded, name.to_owned());
            }
        }
        let own = communes::find(code, on).map(|it| it.name).unwrap_or_default();
        let mut stems = Vec::new();
        let parts = parts(own);
        // Whatever of its name can stand for it: « Les Alluets », « Saint-Germain », « Conflans ».
        for start in (0..parts.len()).step_by(2) {
            for end in (start..parts.len()).step_by(2) {
                let may_begin = start == 0 && end > 0 || !is_small(parts[start]);
                let stands = may_begin && !is_small(parts[end]);
                let is_noun = start == end && end > 0 && NOUNS.contains(&&*fold(parts[end]));
                if stands && !is_noun {
                    let part = parts[start..=end].concat();
                    names.insert(fold(&part), part);
                }
            }
        }
        for word in parts.iter().map(|part| fold(part)).filter(|word| word.len() >= 5) {
            stems.push(word[..4].to_owned());
        }
        Self { names, stems }
    }

    /// The longest name that begins with these words and separators, and how many of them it takes.
    pub fn find(&self, parts: &[&str]) -> Option<(usize, String)> {
        self.place(parts).or_else(|| {
            let word = parts.first()?;
            self.is_inhabitant(word).then(|| (1, capitalised(word)))
        })
    }

    /// The same, of names of places alone.
    pub fn place(&self, parts: &[&str]) -> Option<(usize, String)> {
        let mut ends = (0..LONGEST).rev().map(|signs| 2 * signs + 1);
        ends.find_map(|end| Some((end, self.known(parts.get(..end)?)?)))
    }

    fn known(&self, parts: &[&str]) -> Option<String> {
        let joined = parts.iter().skip(1).step_by(2).all(|it| [" ", "-", "'", "’"].contains(it));
        let folded = joined.then(|| fold(&parts.concat()))?;
        self.names.get(&folded).or_else(|| EVERYWHERE.get(&folded)).cloned()
    }

    /// « BEYNOIS » in Beynes.
    fn is_inhabitant(&self, word: &str) -> bool {
        const ENDINGS: [&str; 11] = [
            "ois", "oise", "oises", "ais", "aise", "aises", "ien", "iens", "ienne", "iennes",
            "eens",
        ];
        let folded = fold(word);
        let begins = || self.stems.iter().any(|stem| folded.starts_with(stem.as_str()));
        ENDINGS.iter().any(|it| folded.ends_with(it)) && begins()
    }
}

/// Whether a word of a name is a common one.
pub fn is_small(word: &str) -> bool {
    SMALL.contains(&&*fold(word))
}
