//! Articles of some 300 words in a language that only looks like French, with emphasis, lists and links to
//! each other: the same texts for our command and for Hugo.

use std::fmt::Write as _;
use std::path::Path;

use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::Random;

/// Consonants and vowels of which words are made.
const ONSETS: [&str; 16] =
    ["b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "v", "ch", "tr", "pl"];
const RHYMES: [&str; 12] = ["a", "e", "é", "i", "o", "ou", "ai", "eau", "on", "an", "eur", "ière"];

/// Little words, of which every third one is.
const LITTLE: [&str; 10] = ["le", "la", "les", "des", "et", "à", "pour", "dans", "sur", "une"];

const CATEGORIES: [&str; 4] = ["Quartier", "Conseil", "École", "Agenda"];

/// The day of the first article; each is a day newer than the one before.
const FIRST: Date = date(1999, 1, 1);

/// Writes so many articles below a folder; `cut` is the line that ends what lists show.
pub fn write(count: u64, cut: &str, folder: &Path) {
    std::fs::create_dir_all(folder).expect("a folder");
    for number in 0..count {
        let mut text = Text { random: Random(number), of: count, written: String::new() };
        let day = FIRST.checked_add((number as i64).days()).expect("a day");
        let category = CATEGORIES[number as usize % CATEGORIES.len()];
        let title = capitalised(&text.words(6));
        text.body(cut);
        let article = format!(
            "+++\ntitle = \"{title}\"\ndate = {day}\ncategory = \"{category}\"\n+++\n\n{}",
            text.written
        );
        std::fs::write(folder.join(format!("{}.md", slug(number))), article).expect("an article");
    }
}

/// The name of an article in its URL.
fn slug(number: u64) -> String {
    let mut random = Random(number);
    let onsets = [(); 4].map(|()| ONSETS[random.below(ONSETS.len() as u64) as usize]);
    format!("{}-{number}", onsets.join("a"))
}

/// A text while it is written.
struct Text {
    random: Random,
    of: u64,
    written: String,
}

impl Text {
    /// 300 words: an introduction, what lists show; two parts with a list each.
    fn body(&mut self, cut: &str) {
        self.paragraph(40);
        let _ = write!(self.written, "{cut}\n\n");
        for list in ["-", "1."] {
            let heading = capitalised(&self.words(4));
            let _ = write!(self.written, "## {heading}\n\n");
            self.paragraph(50);
            for _ in 0..4 {
                let (item, link) = (capitalised(&self.words(5)), self.link());
                let _ = writeln!(self.written, "{list} {item}, {link}.");
            }
            self.written.push('\n');
            self.paragraph(40);
        }
    }

    /// Sentences of ten words; one with a link, one with emphasis.
    fn paragraph(&mut self, words: u64) {
        for sentence in 0..words / 10 {
            let start = capitalised(&self.words(5));
            let end = match sentence {
                0 => format!("{} {}.", self.words(3), self.link()),
                1 => format!("**{}** {}.", self.words(2), self.words(3)),
                2 => format!("« {} » : {} ?", self.words(2), self.words(3)),
                _ => format!("{}.", self.words(5)),
            };
            let _ = write!(self.written, "{start}, {end} ");
        }
        self.written.truncate(self.written.trim_end().len());
        self.written.push_str("\n\n");
    }

    fn link(&mut self) -> String {
        let to = slug(self.random.below(self.of));
        format!("[{}](/actualites/{to}/)", self.words(2))
    }

    fn words(&mut self, count: u64) -> String {
        let words: Vec<String> = (0..count).map(|_| self.word()).collect();
        words.join(" ")
    }

    fn word(&mut self) -> String {
        if self.random.below(3) == 0 {
            return self.one_of(&LITTLE).to_owned();
        }
        let syllables = self.random.below(3);
        (0..=syllables).flat_map(|_| [self.one_of(&ONSETS), self.one_of(&RHYMES)]).collect()
    }

    fn one_of(&mut self, words: &[&'static str]) -> &'static str {
        words[self.random.below(words.len() as u64) as usize]
    }
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
