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

/// The ways from an election to its other territories: those that tables make first.
pub fn links(election: &content::Election) -> Vec<Elsewhere> {
    let whole = election.within.iter();
    let whole = whole.map(|place| Elsewhere {
        place: place.clone(),
        label: format!("Tous les résultats {}", place.genitive()),
    });
    let own = own_parts(election).into_iter();
    let others = election.elsewhere.iter().map(|it| Elsewhere {
        place: it.place.clone(),
        label: french::capitalised(&it.place.locative()),
    });
    own.chain(whole).chain(others).collect()
}

/// The way to the polling stations of the election’s own territory.
fn own_parts(election: &content::Election) -> Option<Elsewhere> {
    let levels = election.levels(election.rounds.last()?.number.value)?;
    let place = &levels.find_code(election.code.as_ref()?)?.place;
    let parts = levels.parts(place).count();
    let level = levels.below(place.level)?.returns.level;
    let label = format!("Les {}", french::territories(parts, level));
    (parts > 1 && election.within.is_some()).then(|| Elsewhere { place: place.clone(), label })
}
