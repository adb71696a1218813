//! `other_territories` of an election: its figures in other territories, as far as they were published.
//! Territories of which every commune is known are in tables instead.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::round::{Round, ensure_finalists_stood_before};
use super::tables::LONGEST_NAME;
use crate::election::{Level, Place, commune_code};
use crate::site::communes;
use crate::site::parse::diagnostics::Problems;
use crate::site::parse::fields::{Fields, FromNode, Spanned};
use crate::site::parse::tree::Node;
use crate::site::parse::values::Text;

/// The figures of another territory.
pub struct OtherTerritory {
    /// The territory.
    pub place: Place,
    /// Its rounds, in order; not all of them need to be known.
    pub rounds: Vec<Round>,
    code: Spanned<Text>,
}

impl FromNode for OtherTerritory {
    const EXPECTED: &'static str = "a territory with its rounds";
    const EXAMPLE: &'static str = "{ \"code\": \"78\", \"rounds\": [ … ] }";

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let mut fields = Fields::of("a territory", node, problems)?;
        let code = fields.required::<Spanned<Text>>("code", problems);
        let name = fields.optional::<Text>("name", problems);
        let rounds = fields.required::<Vec<Round>>("rounds", problems);
        fields.finish(problems);
        let (code, rounds) = (code?, rounds?);
        let day = rounds.first().map_or(Date::MAX, |round| round.date.value);
        let mut place = place(&code, name.map(|name| name.0), problems)?;
        communes::spell_place(&mut place, day);
        Some(Self { place, rounds, code })
    }
}

/// A département, the country or a commune by its code; one of another list also by its name.
fn place(code: &Spanned<Text>, name: Option<String>, problems: &mut Problems) -> Option<Place> {
    let text = &code.value.0;
    let commune = || commune_code(None, text).filter(|code| code == text);
    match (Place::whole(text), name) {
        (Some(whole), None) => return Some(whole),
        (Some(whole), Some(name)) => {
            let help = "leave `name` out";
            let found = format!("it is called {}, not {name}", whole.name);
            code.problem(problems, "this territory has its name from its code", found, help);
        }
        (None, Some(name)) if text.len() + name.len() > LONGEST_NAME => {
            let found = format!("{} bytes with its code", text.len() + name.len());
            let help = "shorten it: it is part of the page’s URL";
            code.problem(problems, "this name is too long", found, help);
        }
        (None, Some(name)) if commune().is_some() => {
            return Some(Place { level: Level::Commune, code: text.clone(), name });
        }
        (None, None) if communes::find(text, Date::MAX).is_some() => {
            return Some(Place::named(Level::Commune, text, None));
        }
        (None, None) if commune().is_some() => {
            let help = "add `name` to the territory, such as `\"name\": \"Achères\"`";
            code.problem(problems, "the name of this commune is missing", "its code only", help);
        }
        (None, _) => {
            let help = "write the code of a département such as `\"78\"`, of a commune such as \
                        `\"78005\"`, or `\"FR\"`";
            code.problem(problems, "this is not the code of a territory", "unknown", help);
        }
    }
    None
}

/// Ensure each territory appears once among all of the election, by their slugs, with rounds that the
/// election has.
pub fn ensure_they_fit(
    others: &[OtherTerritory],
    rounds: &[Round],
    slugs: &[String],
    problems: &mut Problems,
) {
    let mut pages: BTreeMap<&str, usize> = BTreeMap::new();
    let own = if others.is_empty() { &[] } else { slugs };
    own.iter().for_each(|slug| *pages.entry(slug).or_default() += 1);
    for other in others {
        if pages.get(&*other.place.slug()).is_some_and(|pages| *pages > 1) {
            let help = "keep one of the two: here, or in the tables beside the election";
            let found = format!("{} appears twice in this election", other.place.name);
            other.code.problem(problems, "this territory has two pages", found, help);
        }
        if other.rounds.is_empty() {
            let help = "add a round to `rounds`, or remove the territory";
            other.code.problem(problems, "this territory has no round", "no figures", help);
        }
        for round in &other.rounds {
            ensure_the_election_has_it(rounds, round, problems);
        }
        for pair in other.rounds.windows(2) {
            let [earlier, later] = pair else { continue };
            ensure_finalists_stood_before(earlier, later, problems);
            if later.number.value <= earlier.number.value {
                let found = format!("it follows round {}", earlier.number.value);
                let help = "write each round once, in order";
                later.number.problem(problems, "the rounds are not in order", found, help);
            }
        }
    }
}

/// Ensure a round of another territory has figures, and is one of the election’s on about the same day:
/// overseas one votes a day earlier.
fn ensure_the_election_has_it(rounds: &[Round], round: &Round, problems: &mut Problems) {
    let number = round.number.value;
    let Some(own) = rounds.iter().find(|own| own.number.value == number) else {
        let help = "correct the number, or add the round to the election";
        let found = format!("the election has no round {number}");
        return round.number.problem(problems, "this round does not exist", found, help);
    };
    let apart = own.date.value.duration_since(round.date.value).as_hours().abs();
    if apart > 24 {
        let found = format!("round {number} is dated {}", own.date.value);
        let title = "this round has another date than in the election";
        round.date.problem(problems, title, found, "correct one of the two dates");
    }
    if round.in_table {
        let help = "add `candidates`, with `votes` or `share` as far as they were published";
        round.number.problem(problems, "this round has no figures", "no candidates", help);
    }
}
