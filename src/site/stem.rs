//! Words in all their forms: what plurals and what is derived have in common.

use std::borrow::Cow;

use pagefind_stem::{Algorithm, Stemmer};

/// What a folded word has in common with its other forms, by the rules of Snowball for French. It may be no word
/// itself.
///
/// ```
/// use urne::site::stem::stem;
/// assert_eq!(stem("ecoles"), stem("ecole"));
/// ```
pub fn stem(word: &str) -> Cow<'_, str> {
    Stemmer::create(Algorithm::French).stem(word)
}
