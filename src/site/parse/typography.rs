//! French typography: no line breaks before high punctuation, inside quotation marks or in numbers.
//! Editors type plain spaces; this makes those that must not break unbreakable.

const NO_BREAK: char = '\u{a0}';
const THIN_NO_BREAK: char = '\u{202f}';

/// The text with unbreakable spaces where French wants them.
///
/// ```
/// use urne::site::parse::typography::spaced;
/// assert_eq!(spaced("1 473 voix !"), "1\u{202f}473 voix\u{202f}!");
/// ```
pub fn spaced(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let at = |index: usize| letters.get(index).copied().unwrap_or(' ');
    let space = |index: usize| match (index.checked_sub(1).map_or(' ', at), at(index + 1)) {
        (_, ';' | '!' | '?' | '%') => THIN_NO_BREAK,
        (_, ':' | '»') | ('«', _) => NO_BREAK,
        (before, _) if before.is_ascii_digit() && is_thousand(&letters[index + 1..]) => {
            THIN_NO_BREAK
        }
        (before, 'h') if before.is_ascii_digit() && !at(index + 2).is_alphabetic() => NO_BREAK,
        _ => ' ',
    };
    letters
        .iter()
        .enumerate()
        .map(|(index, letter)| if *letter == ' ' { space(index) } else { *letter })
        .collect()
}

/// Whether exactly three digits are here, as after the space of `1 473`.
fn is_thousand(rest: &[char]) -> bool {
    rest.iter().take_while(|letter| letter.is_ascii_digit()).count() == 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_that_must_not_break_do_not() {
        assert_eq!(
            spaced("611 ; oui : « non » ?"),
            "611\u{202f}; oui\u{a0}: «\u{a0}non\u{a0}»\u{202f}?"
        );
        assert_eq!(spaced("de 9 h à 19 h 30"), "de 9\u{a0}h à 19\u{a0}h 30");
        assert_eq!(spaced("le 29 2017 hommes"), "le 29 2017 hommes");
        assert_eq!(spaced(" a"), " a");
    }
}
