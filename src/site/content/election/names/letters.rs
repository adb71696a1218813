//! Letters and words of names, whatever they name.

/// Whether a text has letters, and none of them is small.
pub fn is_in_capitals(text: &str) -> bool {
    text.chars().filter(|letter| letter.is_alphabetic()).count() > 1
        && !text.chars().any(char::is_lowercase)
}

/// Words and what is between them, in turn.
pub fn parts(text: &str) -> Vec<&str> {
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
pub fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters.as_str().to_lowercase().chars()).collect()
}
