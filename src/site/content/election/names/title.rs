//! Titles of lists that are published in capitals.

use super::letters::{capitalised, is_in_capitals, parts};
use super::person;
use super::proper::{self, Proper};
use super::words::spelled;
use crate::words::fold;

/// « L'ALTERNANCE A CONFLANS » as « L’Alternance à Conflans »: a sentence with the names that it holds.
/// A title with any small letter is taken as it is, but for the names of places and persons in it; other
/// names of the same list, in `also`, tell how its words are spelled.
pub fn title(text: &str, proper: &Proper, also: &[&str]) -> String {
    if !is_in_capitals(text) {
        return with_names(text, proper);
    }
    let parts = parts(text);
    let mut made = String::new();
    let mut place = Place::Title;
    let mut at = 0;
    while let Some(part) = parts.get(at) {
        if !part.starts_with(char::is_alphanumeric) {
            place = place.behind(part);
            made += part;
            at += 1;
            continue;
        }
        let name = name(&parts[at..], proper, &made);
        let (length, is_name) = name.as_ref().map_or((1, false), |(length, _)| (*length, true));
        let word = name.map(|(_, name)| name);
        let word = word
            .or_else(|| elsewhere(part, also))
            .unwrap_or_else(|| in_sentence(part, &parts[at + 1..], &made));
        let is_small = proper::is_small(part);
        made += &match place {
            Place::Within => word.clone(),
            Place::Name if is_small => word.clone(),
            _ => first_capital(&word),
        };
        place = match place {
            _ if is_name => Place::Name,
            Place::Name if is_small => Place::Name,
            Place::Title if ["le", "la", "les", "l"].contains(&&*word) => Place::BehindArticle,
            Place::BehindArticle if BEFORE_NOUNS.contains(&&*word) => Place::BehindArticle,
            _ => Place::Within,
        };
        at += length;
    }
    made
}

/// « Saint-Cyr-l'Ecole en Commun » with the official name of the commune, « Avec Anne EMMANUEL » with her
/// name as one writes it. What is written without any capital is a word: « le plaisir de vivre à Plaisir ».
fn with_names(text: &str, proper: &Proper) -> String {
    let parts = parts(text);
    let mut made = String::new();
    let mut at = 0;
    while let Some(part) = parts.get(at) {
        let is_name = |length: usize| parts[at..at + length].concat().contains(char::is_uppercase);
        let place = proper.place(&parts[at..]).filter(|(length, _)| is_name(*length));
        let name = place.or_else(|| somebody(&parts[at..], &made));
        let (length, word) = name.unwrap_or_else(|| (1, (*part).to_owned()));
        made += &word;
        at += length;
    }
    made
}

/// How another name of the list has a word, where that name is not in capitals. The first word of a
/// sentence has a capital that it may owe to its place.
fn elsewhere(word: &str, also: &[&str]) -> Option<String> {
    let word = fold(word);
    let same = |text: &&str| {
        let parts = parts(text);
        let at = parts.iter().position(|part| fold(part) == word)?;
        let is_joined = parts.get(at + 1) == Some(&"-");
        let owes = at == 0 && !is_joined;
        Some(if owes { parts[at].to_lowercase() } else { parts[at].to_owned() })
    };
    let is_long = word.chars().count() > 2;
    also.iter().filter(|text| is_long && !is_in_capitals(text)).find_map(same)
}

/// Adjectives that come before their noun.
const BEFORE_NOUNS: [&str; 8] =
    ["autre", "grand", "grande", "nouveau", "nouvel", "nouvelle", "petit", "petite"];

/// Where a word is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// At the beginning.
    Title,
    /// Behind an article there: « L’Alternance ».
    BehindArticle,
    /// At the beginning of another sentence.
    Sentence,
    /// Joined to the name of a place: « Morainvilliers-Bures ».
    Name,
    Within,
}

impl Place {
    /// What comes behind these signs.
    fn behind(self, signs: &str) -> Self {
        let ends = signs.contains(['!', '?', '«']) || signs.contains(". ");
        let is_dash = [" - ", " – ", " — "].contains(&signs);
        match self {
            Self::Title => self,
            _ if ends || is_dash || signs.ends_with(['"', '“']) => Self::Sentence,
            Self::Name if signs != "-" => Self::Within,
            _ => self,
        }
    }
}

/// A name that begins here, and how many parts it takes.
fn name(parts: &[&str], proper: &Proper, before: &str) -> Option<(usize, String)> {
    proper.find(parts).or_else(|| somebody(parts, before))
}

/// First name and surname behind « avec », « par » and « équipe »; one of them behind another person
/// is found by the same words.
fn somebody(parts: &[&str], before: &str) -> Option<(usize, String)> {
    let last = fold(before).rsplit(' ').next().unwrap_or_default().to_owned();
    let behind_name = last == "et" && before.ends_with(' ') && {
        let mut words = before.trim_end().rsplit(' ').skip(1);
        let is_name =
            |word: Option<&str>| word.is_some_and(|it| it.starts_with(char::is_uppercase));
        is_name(words.next()) && is_name(words.next())
    };
    if !["avec", "par", "equipe", "derriere", "autour"].contains(&last.as_str()) && !behind_name {
        return None;
    }
    let mut end = 0;
    let mut words = 0;
    for (at, part) in parts.iter().enumerate() {
        if part.starts_with(char::is_alphabetic) {
            let particle = ["LE", "LA", "DE", "DU"].contains(part) && words > 0;
            if !particle && (is_common(part) || part.len() < 3) {
                break;
            }
            words += usize::from(!particle);
            end = at + 1;
        } else if ![" ", "-", "'", "’"].contains(part) {
            break;
        }
    }
    let is_name = (2..=4).contains(&words);
    is_name.then(|| (end, person::person(&parts[..end].concat())))
}

/// Whether a word is no name of a person: what is in many titles.
fn is_common(word: &str) -> bool {
    const COMMON: &str = " au aux avec bien ce ces chacun commun confiance dans demain des du elle en \
        ensemble et eux hier il ils je leur leurs les lui ma maire mais mes mieux mon ne nos notre nous \
        on ou par pas passion plus pour qui sa sans ses si son soutenue sur ta te tes ton tous tout \
        toute toutes toi tu un une vos votre vous municipale sortante citoyenne ";
    let known = spelled(word);
    COMMON.contains(&format!(" {} ", fold(word))) || known != word.to_lowercase()
}

/// A word that is no name, as it is in a sentence.
fn in_sentence(word: &str, behind: &[&str], before: &str) -> String {
    let folded = fold(before);
    let last = folded.rsplit(' ').next().unwrap_or_default();
    match word {
        "A" if !before.ends_with('.') && !["y", "on", "il", "elle", "qui", "n"].contains(&last) => {
            let elided = behind.first().is_some_and(|it| ["'", "’", "."].contains(it));
            if elided { "a" } else { "à" }.to_owned()
        }
        // « PLAN B », « U.P.A », « (UPA) ».
        word if is_initial(word, behind, before) || is_bracketed(word, behind, before) => {
            word.to_owned()
        }
        // « UNI(E)S », « AUJOURD'HUI ».
        word => spelled(word),
    }
}

/// Whether a letter stands for a word.
fn is_initial(word: &str, behind: &[&str], before: &str) -> bool {
    let mut letters = before.chars().rev();
    let (sign, letter) = (letters.next(), letters.next());
    let goes_on = sign == Some('.') && letter.is_some_and(char::is_uppercase);
    let begins = behind.first().is_some_and(|it| *it == ".") && sign.is_none_or(|it| it == ' ');
    let is_alone = sign == Some(' ') && behind.first().is_none_or(|it| it.starts_with(' '));
    word.chars().count() == 1 && (goes_on || begins || is_alone && !"AÀY".contains(word))
}

/// Whether a word is an abbreviation of what comes before its brackets.
fn is_bracketed(word: &str, behind: &[&str], before: &str) -> bool {
    let closes = behind.first().is_some_and(|it| it.starts_with(')'));
    before.ends_with(" (") && closes && (2..=6).contains(&word.chars().count())
}

fn first_capital(word: &str) -> String {
    if word.chars().any(char::is_uppercase) { word.to_owned() } else { capitalised(word) }
}
