//! `other_territories` of an election: its figures in other territories, as far as they were published.
//! Territories of which every commune is known are in tables instead.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::round::{Round, ensure_finalists_stood_before};
use super::tables::LONGEST_NAME;
use crate::election::{Level, Place, commune_code};
use crate::message;
use crate::site::communes;
use crate::site::content::known::elections;
use crate::site::messages::Message;
use crate::site::parse::diagnostics::Problems;
use crate::site::parse::fields::{Fields, FromNode, Spanned};
use crate::site::parse::table::Shape;
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
    const SHAPE: Shape = Shape::Table(&elections::OTHER_TERRITORY);
    const EXPECTED: Message = message!("election-territory-with-rounds");
    const EXAMPLE: Message = Message::verbatim("{ \"code\": \"78\", \"rounds\": [ … ] }");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let mut fields = Fields::of(&elections::OTHER_TERRITORY, node, problems)?;
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
            let title = message!("election-known-name");
            let found = message!("election-known-name-found", known = whole.name, name = name);
            code.problem(problems, title, found, message!("election-known-name-help"));
        }
        (None, Some(name)) if text.len() + name.len() > LONGEST_NAME => {
            let found = message!("election-long-name-found", bytes = text.len() + name.len());
            let help = message!("election-long-name-help");
            code.problem(problems, message!("election-long-name"), found, help);
        }
        (None, Some(name)) if commune().is_some() => {
            return Some(Place { level: Level::Commune, code: text.clone(), name });
        }
        (None, None) if communes::find(text, Date::MAX).is_some() => {
            return Some(Place::named(Level::Commune, text, None));
        }
        (None, None) if commune().is_some() => {
            let (title, found) = (message!("election-no-name"), message!("election-no-name-found"));
            code.problem(problems, title, found, message!("election-no-name-help"));
        }
        (None, _) => {
            let title = message!("election-unknown-place");
            let found = message!("election-unknown-place-found");
            code.problem(problems, title, found, message!("election-unknown-place-help"));
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
            let title = message!("election-two-pages");
            let found = message!("election-two-pages-found", name = other.place.name.as_str());
            other.code.problem(problems, title, found, message!("election-two-pages-help"));
        }
        if other.rounds.is_empty() {
            let title = message!("election-territory-no-round");
            let found = message!("election-no-figures-found");
            let help = message!("election-territory-no-round-help");
            other.code.problem(problems, title, found, help);
        }
        for round in &other.rounds {
            ensure_the_election_has_it(rounds, round, problems);
        }
        for pair in other.rounds.windows(2) {
            let [earlier, later] = pair else { continue };
            ensure_finalists_stood_before(earlier, later, problems);
            if later.number.value <= earlier.number.value {
                let before = earlier.number.value.to_string();
                let found = message!("election-round-order-found", before = before);
                let help = message!("election-each-round-once-help");
                later.number.problem(problems, message!("election-round-order"), found, help);
            }
        }
    }
}

/// Ensure a round of another territory has figures, and is one of the election’s on about the same day:
/// overseas one votes a day earlier.
fn ensure_the_election_has_it(rounds: &[Round], round: &Round, problems: &mut Problems) {
    let number = round.number.value;
    let Some(own) = rounds.iter().find(|own| own.number.value == number) else {
        let found = message!("election-no-such-round-found", round = number.to_string());
        let help = message!("election-no-such-round-help");
        return round.number.problem(problems, message!("content-no-such-round"), found, help);
    };
    let apart = own.date.value.duration_since(round.date.value).as_hours().abs();
    if apart > 24 {
        let (number, date) = (number.to_string(), own.date.value.to_string());
        let found = message!("election-other-date-found", round = number, date = date);
        let help = message!("election-dates-help");
        round.date.problem(problems, message!("election-other-date"), found, help);
    }
    if round.in_table {
        let found = message!("election-no-candidates-found");
        let help = message!("election-no-figures-help");
        round.number.problem(problems, message!("election-no-figures"), found, help);
    }
}
