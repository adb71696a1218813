//! French typography: no line breaks before high punctuation, inside quotation marks or in numbers.
//! Editors type plain spaces; this makes those that must not break unbreakable. In what they write as sentences, signs
//! that a keyboard has are those of print, and spaces that are missing are there.

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

/// A line of a sentence in its printed form.
///
/// ```
/// use urne::site::parse::typography::printed;
/// assert_eq!(printed("L'\"union\": 54%!"), "L’«\u{a0}union\u{a0}»\u{a0}: 54\u{202f}%\u{202f}!");
/// ```
pub fn printed(text: &str) -> String {
    Typographer::default().text(text)
}

/// Prints a text that comes in pieces, such as those of which some are bold.
#[derive(Default)]
pub struct Typographer {
    /// The letter before the next piece; none where a paragraph begins.
    before: Option<char>,
    /// Whether a quotation is open.
    in_quotation: bool,
}

impl Typographer {
    /// A piece in its printed form.
    pub fn text(&mut self, piece: &str) -> String {
        let mut printed = String::with_capacity(piece.len() + 8);
        for word in piece.split_inclusive(char::is_whitespace) {
            let is_address = word.contains("://") || word.contains('@') || word.starts_with("www.");
            if is_address {
                // What closes a quotation behind an address is no part of it.
                let end = word.rfind('"').filter(|at| !word[*at..].contains(char::is_alphanumeric));
                let (address, rest) = word.split_at(end.unwrap_or(word.len()));
                printed.push_str(address);
                self.skip(address);
                self.word(rest, &mut printed);
            } else {
                self.word(word, &mut printed);
            }
        }
        spaced(&printed)
    }

    /// Passes a piece that stays as it is, such as code.
    pub fn skip(&mut self, piece: &str) {
        self.before = piece.chars().last().or(self.before);
    }

    /// Forgets what came before: a paragraph begins.
    pub fn begin(&mut self) {
        *self = Self::default();
    }

    fn word(&mut self, word: &str, printed: &mut String) {
        let letters: Vec<char> = word.chars().collect();
        for (at, letter) in letters.iter().enumerate() {
            self.letter(*letter, letters.get(at + 1).copied(), printed);
        }
    }

    /// `next`: the letter behind it, where that is in the same word.
    fn letter(&mut self, letter: char, next: Option<char>, printed: &mut String) {
        let is_last = next.is_none_or(|next| !next.is_alphanumeric());
        let is_before_space = next.is_some_and(char::is_whitespace);
        let before = self.before.unwrap_or(' ');
        let follows_a_word =
            before.is_alphanumeric() || matches!(before, ')' | '»' | '’' | '%' | '€');
        match letter {
            // Not one that closes a quotation between two of them.
            '\'' if before.is_alphanumeric()
                && next.is_none_or(|it| it.is_alphanumeric() || "\"«".contains(it)) =>
            {
                printed.push('’');
            }
            '"' if self.in_quotation && is_last => {
                let space = (!before.is_whitespace()).then_some(NO_BREAK);
                printed.extend(space.into_iter().chain(['»']));
                self.in_quotation = false;
                self.before = Some('»');
                return;
            }
            '"' if before.is_whitespace() || "([«—–-’'/".contains(before) => {
                printed.push('«');
                printed.extend((!is_before_space).then_some(NO_BREAK));
                self.in_quotation = true;
                self.before = Some(NO_BREAK);
                return;
            }
            '%' if before.is_ascii_digit() => printed.extend([THIN_NO_BREAK, letter]),
            '€' if before.is_ascii_digit() => printed.extend([NO_BREAK, letter]),
            '!' | '?' | ';' if follows_a_word && is_last => printed.extend([THIN_NO_BREAK, letter]),
            ':' if follows_a_word && is_last => printed.extend([NO_BREAK, letter]),
            '»' if !before.is_whitespace() => printed.extend([NO_BREAK, letter]),
            _ if before == '«' && !letter.is_whitespace() && !printed.ends_with(NO_BREAK) => {
                printed.extend([NO_BREAK, letter]);
            }
            _ => printed.push(letter),
        }
        self.before = Some(if printed.ends_with('’') { '’' } else { letter });
    }
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

    #[test]
    fn what_a_keyboard_has_is_printed() {
        for (typed, expected) in [
            ("l'école d'à côté", "l’école d’à côté"),
            ("les 'gilets jaunes' ont", "les 'gilets jaunes' ont"),
            ("\" oui \"", "«\u{a0}oui\u{a0}»"),
            (
                "\"sur https://a.example\" et \"la page\"",
                "«\u{a0}sur https://a.example\u{a0}» et «\u{a0}la page\u{a0}»",
            ),
            ("Il dit: \"oui\"!", "Il dit\u{a0}: «\u{a0}oui\u{a0}»\u{202f}!"),
            ("«non»", "«\u{a0}non\u{a0}»"),
            ("« non »", "«\u{a0}non\u{a0}»"),
            ("12% et 5€", "12\u{202f}% et 5\u{a0}€"),
            ("quoi ?! vraiment?!", "quoi\u{202f}?! vraiment\u{202f}?!"),
            ("à 12:30, voir https://a.example/?b=c!", "à 12:30, voir https://a.example/?b=c!"),
            ("un tuyau de 5\"", "un tuyau de 5\""),
            ("a@b.example: l'adresse", "a@b.example: l’adresse"),
        ] {
            assert_eq!(printed(typed), expected);
            assert_eq!(printed(expected), expected, "twice");
        }
    }

    #[test]
    fn a_quotation_may_be_bold_in_part() {
        let mut typographer = Typographer::default();
        let pieces = ["dit \"", "oui", "\" hier"].map(|piece| typographer.text(piece));
        assert_eq!(pieces.concat(), "dit «\u{a0}oui\u{a0}» hier");
    }
}
