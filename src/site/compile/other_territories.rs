//! Pages with an election's figures in other territories, and the links to them.
//! It must not compute anything: these figures are shown as far as they were published.

use super::round::compile_own_round;
use crate::data::{Territory, TerritoryLink};
use crate::french;
use crate::site::content;

/// The page of each territory whose figures are in the election's own file.
pub fn territories(election: &content::Election) -> impl Iterator<Item = Territory> + '_ {
    election.other_territories.iter().map(|other| Territory {
        election: election.slug.value.clone(),
        title: election.title.clone(),
        place: other.place.clone(),
        locative: other.place.locative(),
        parents: Vec::new(),
        overlapping: Vec::new(),
        rounds: {
            let level = other.place.level;
            let rounds = other.rounds.iter();
            rounds.map(|round| compile_own_round(election, round, level)).collect()
        },
        earlier: false,
        breakdown: None,
        other_breakdowns: Vec::new(),
        parent_comparisons: Vec::new(),
        history: Vec::new(),
        history_of: String::new(),
        embed: None,
        merger: None,
        since: Vec::new(),
        around: None,
    })
}

/// The ways from an election to the pages of its territories: that of its own first, then those that
/// tables make.
pub fn links(election: &content::Election, own: Option<TerritoryLink>) -> Vec<TerritoryLink> {
    let whole = election.within.iter();
    let whole = whole.map(|place| TerritoryLink {
        place: place.clone(),
        label: format!("Tous les résultats {}", place.genitive()),
    });
    let others = election.other_territories.iter().map(|it| TerritoryLink {
        place: it.place.clone(),
        label: french::capitalised(&it.place.locative()),
    });
    own.into_iter().chain(whole).chain(others).collect()
}
