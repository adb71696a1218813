//! Words compared as a reader types them: without case, accents and punctuation.

use crate::route::Slug;

/// The text in lower-case ASCII letters and digits, words set apart by single spaces.
///
/// French accents and ligatures are written out (`œ` as `oe`); apostrophes, hyphens and everything
/// else only set words apart.
///
/// ```
/// use urne::words::fold;
/// assert_eq!(fold("L’Haÿ-les-Roses"), "l hay les roses");
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut between = false;
    for letter in text.chars() {
        // Accents that follow their letter, as some systems write them, are part of the word.
        if ('\u{300}'..='\u{36f}').contains(&letter) {
            continue;
        }
        let small = letter.to_ascii_lowercase();
        let mut buffer = [0; 4];
        let plain = match small {
            'a'..='z' | '0'..='9' => &*small.encode_utf8(&mut buffer),
            _ => plain(letter),
        };
        if plain.is_empty() {
            between = !folded.is_empty();
            continue;
        }
        if between {
            folded.push(' ');
            between = false;
        }
        folded.push_str(plain);
    }
    folded
}

/// The part of a URL that a text is called by, without the last words of a long one; `None` for a text without a
/// letter or digit.
///
/// ```
/// use urne::words::slug;
/// assert_eq!(slug("Vie locale & débats").map(|it| it.to_string()), Some("vie-locale-debats".to_owned()));
/// ```
pub fn slug(text: &str) -> Option<Slug> {
    let mut slug = fold(text).replace(' ', "-");
    if slug.len() > LONGEST_SLUG {
        // Whole words, where there are several.
        let cut = slug[..LONGEST_SLUG].rfind('-').unwrap_or(LONGEST_SLUG);
        slug.truncate(cut);
    }
    Slug::new(&slug)
}

/// No file system has room for a name of any length.
const LONGEST_SLUG: usize = 80;

/// A letter with an accent, or a ligature, in plain letters; nothing for a sign, nor for what is plain already.
pub const fn plain(letter: char) -> &'static str {
    match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'À' | 'Á' | 'Â' | 'Ã' | 'Ä' | 'Å' | 'Ā' | 'ă'
        | 'Ă' | 'ą' | 'Ą' => "a",
        'ç' | 'Ç' | 'č' | 'Č' | 'ć' | 'Ć' => "c",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'È' | 'É' | 'Ê' | 'Ë' | 'Ē' | 'ę' | 'Ę' | 'ě' | 'Ě' | 'ė'
        | 'Ė' => "e",
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'Ì' | 'Í' | 'Î' | 'Ï' | 'Ī' => "i",
        'ñ' | 'Ñ' | 'ń' | 'Ń' | 'ň' | 'Ň' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ō' | 'Ò' | 'Ó' | 'Ô' | 'Õ' | 'Ö' | 'Ō' | 'ő' | 'Ő' => {
            "o"
        }
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'Ù' | 'Ú' | 'Û' | 'Ü' | 'Ū' | 'ů' | 'Ů' | 'ű' | 'Ű' => {
            "u"
        }
        'ý' | 'ÿ' | 'Ý' | 'Ÿ' => "y",
        'ď' | 'Ď' => "d",
        'ğ' | 'Ğ' => "g",
        'ř' | 'Ř' => "r",
        'š' | 'Š' | 'ş' | 'Ş' | 'ș' | 'Ș' | 'ś' | 'Ś' => "s",
        'ť' | 'Ť' | 'ţ' | 'Ţ' | 'ț' | 'Ț' => "t",
        'ž' | 'Ž' | 'ź' | 'Ź' | 'ż' | 'Ż' => "z",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'ß' | 'ẞ' => "ss",
        _ => "",
    }
}

/// Whether a name answers what a reader typed: every word typed is a part of a word of the name. `st` and
/// `ste` also stand for Saint and Sainte. Nothing typed is answered by every name, signs alone by none.
///
/// ```
/// use urne::words::matches;
/// assert!(matches("ste hono", "Conflans-Sainte-Honorine"));
/// ```
pub fn matches(typed: &str, name: &str) -> bool {
    let folded = fold(typed);
    let only_signs = folded.is_empty() && !typed.trim().is_empty();
    !only_signs && matches_folded(&folded, &fold(name))
}

/// [`matches()`] for texts already folded: a long list is folded once, not at each key.
pub fn matches_folded(typed: &str, name: &str) -> bool {
    typed.split_whitespace().all(|typed| name.split_whitespace().any(|word| is_part(typed, word)))
}

/// Whether a word typed is a part of a word, or the beginning where either of them is abbreviated.
fn is_part(typed: &str, word: &str) -> bool {
    word.contains(typed)
        || written_out(typed).is_some_and(|typed| word.starts_with(typed))
        || written_out(word).is_some_and(|word| word.starts_with(typed))
}

/// What an abbreviation of the names of communes stands for.
pub fn written_out(word: &str) -> Option<&'static str> {
    match word {
        "st" => Some("saint"),
        "ste" => Some("sainte"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn accents_ligatures_and_signs_do_not_count() {
        let table = [
            ("Conflans-Sainte-Honorine", "conflans sainte honorine"),
            ("L’Haÿ-les-Roses", "l hay les roses"),
            ("L'Étang-la-Ville", "l etang la ville"),
            ("ÎLE-DE-FRANCE", "ile de france"),
            ("Œuilly, Mœurs & Ænone", "oeuilly moeurs aenone"),
            ("Plœuc–L’Hermitage", "ploeuc l hermitage"),
            ("Fac\u{327}ade de\u{301}ja\u{300}", "facade deja"),
            ("Niederschaeffolsheim/Ÿ", "niederschaeffolsheim y"),
            ("Bureau n° 12", "bureau n 12"),
            ("  « À\u{a0}vous »  ", "a vous"),
            ("Paris 1er", "paris 1er"),
            ("Doğan Šimić, Ștefănescu", "dogan simic stefanescu"),
            ("北京 …", ""),
            ("", ""),
        ];
        for (text, folded) in table {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    #[test]
    fn slugs_are_no_longer_than_a_name_of_a_file() {
        let slug = |text: &str| super::slug(text).map(|it| it.to_string()).unwrap_or_default();
        assert_eq!(slug(&"mot ".repeat(100)), "mot-".repeat(20).trim_end_matches('-'));
        assert_eq!(slug(&"a".repeat(20_000)).len(), LONGEST_SLUG);
        assert_eq!(slug("Vie & débats !"), "vie-debats");
        assert_eq!(slug("…"), "");
    }

    #[test]
    fn a_filter_finds_words_by_any_part_of_them() {
        let table = [
            ("", "Conflans-Sainte-Honorine", true),
            ("CONF", "Conflans-Sainte-Honorine", true),
            ("honor conf", "Conflans-Sainte-Honorine", true),
            ("ste hono", "Conflans-Sainte-Honorine", true),
            ("flans", "Conflans-Sainte-Honorine", true),
            ("norin flan", "Conflans-Sainte-Honorine", true),
            ("sainte-hon", "Conflans-Sainte-Honorine", true),
            ("nfs", "Conflans-Sainte-Honorine", false),
            ("conflans paris", "Conflans-Sainte-Honorine", false),
            ("st germ", "Saint-Germain-en-Laye", true),
            ("st", "Sainte-Mesme", true),
            ("ste", "Saint-Germain-en-Laye", false),
            ("st", "Strasbourg", true),
            ("ste", "Stenay", true),
            ("saint ger", "St-Germain", true),
            ("sai", "Ste-Mesme", true),
            ("s", "St-Germain", true),
            ("etang", "L’Étang-la-Ville", true),
            ("l'étang", "L’Étang-la-Ville", true),
            ("hay", "L’Haÿ-les-Roses", true),
            ("oeu", "Œuilly", true),
            ("—", "Paris", false),
            ("???", "Paris", false),
            (" ", "Paris", true),
        ];
        for (typed, name, found) in table {
            assert_eq!(matches(typed, name), found, "{typed:?} in {name:?}");
        }
    }

    proptest! {
        #[test]
        fn a_folded_text_stays_as_it_is(text in ".*") {
            let folded = fold(&text);
            prop_assert_eq!(&fold(&folded), &folded);
            prop_assert!(!folded.contains("  ") && folded.trim() == folded);
            let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == ' ';
            prop_assert!(folded.chars().all(allowed));
        }

        #[test]
        fn every_name_answers_its_own_words(name in ".*") {
            prop_assert!(matches(&name, &name) || fold(&name).is_empty());
        }
    }
}
