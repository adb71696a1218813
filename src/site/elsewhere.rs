//! Pages with an election's figures in other territories, and the links to them.
//! It must not compute anything: these figures are shown as far as they were published.

use super::compile::round::compile_own_round;
use super::content;
use crate::data::{Elsewhere, Territory};
use crate::french;

/// The page of each territory whose figures stand in the election's own file.
pub fn territories(election: &content::Election) -> impl Iterator<Item = Territory> + '_ {
    election.elsewhere.iter().map(|elsewhere| Territory {
        election: election.slug.value.clone(),
        title: election.title.clone(),
        place: elsewhere.place.clone(),
        locative: elsewhere.place.locative(),
        above: Vec::new(),
        across: Vec::new(),
        rounds: {
            let level = elsewhere.place.level;
            let rounds = elsewhere.rounds.iter();
            rounds.map(|round| compile_own_round(election, round, level)).collect()
        },
        earlier: false,
        breakdown: None,
        other_breakdowns: Vec::new(),
        standings: Vec::new(),
        history: Vec::new(),
        history_of: String::new(),
        merger: None,
    })
}

/// The ways from an election to the pages of its territories: that of its own first, then those that
/// tables make.
pub fn links(election: &content::Election, own: Option<Elsewhere>) -> Vec<Elsewhere> {
    let whole = election.within.iter();
    let whole = whole.map(|place| Elsewhere {
        place: place.clone(),
        label: format!("Tous les résultats {}", place.genitive()),
    });
    let others = election.elsewhere.iter().map(|it| Elsewhere {
        place: it.place.clone(),
        label: french::capitalised(&it.place.locative()),
    });
    own.into_iter().chain(whole).chain(others).collect()
}
