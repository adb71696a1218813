//! How words of titles are spelled: those that lose their accents in capitals, and those that keep capitals.
//! It must not know where in a title a word stands.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::words::fold;

/// Abbreviations that have vowels, or capitals of their own.
const ABBREVIATIONS: [&str; 48] = [
    "ADN", "CAP21", "CNI", "CNIP", "CRC", "DLF", "DLR", "EELV", "ENS", "FDG", "FI", "FN", "GRS",
    "HLM", "JO", "LCP", "LCR", "LFI", "LO", "LR", "LREM", "MNR", "MoDem", "MRC", "NFP", "NPA",
    "NUPES", "ONU", "OTAN", "PACE", "PCF", "PLU", "POI", "PRG", "PS", "RER", "RIC", "RN", "RPR",
    "SOS", "UDF", "UDI", "UE", "UMP", "UPR", "USA", "UDR", "VIH",
];

static SPELLED: LazyLock<HashMap<String, &str>> = LazyLock::new(|| {
    let lines = include_str!("words.txt").lines().filter(|line| !line.starts_with('#'));
    let words = lines.flat_map(str::split_whitespace).chain(ABBREVIATIONS);
    words.map(|word| (fold(word), word)).collect()
});

/// A word as it stands in a sentence: « humanité », « France », « UDI », « XXI »; in small letters as it
/// is where nothing is known of it.
pub fn spelled(word: &str) -> String {
    if is_abbreviation(word) || is_roman(word) {
        return word.to_owned();
    }
    // « XXIE SIECLE ».
    if let Some(number) = word.strip_suffix('E').filter(|number| is_roman(number)) {
        return format!("{number}e");
    }
    // A word that has its accents already may be another than the one that is known.
    let known = SPELLED.get(&fold(word)).filter(|known| word.is_ascii() || **known != word);
    match known {
        Some(known) if word.is_ascii() || known.to_lowercase() == word.to_lowercase() => {
            (*known).to_owned()
        }
        _ => word.to_lowercase(),
    }
}

/// Whether nobody can read it as a word, with up to four letters and no vowel, or it is known as none.
pub fn is_abbreviation(word: &str) -> bool {
    if ABBREVIATIONS.contains(&word) {
        return true;
    }
    let letters = word.chars().count();
    let vowel = |letter: char| "AEIOUYŒÆ".contains(&fold(&letter.to_string()).to_uppercase());
    (2..=4).contains(&letters)
        && word.chars().all(char::is_alphabetic)
        && !word.chars().any(|letter| "ÀÂÄÉÈÊËÎÏÔÖÙÛÜŸ".contains(letter) || vowel(letter))
}

fn is_roman(word: &str) -> bool {
    word.len() >= 2 && word.chars().all(|letter| "IVX".contains(letter))
}
