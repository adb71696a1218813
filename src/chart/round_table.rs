//! Every figure of a round as a table, and how candidates are presented in it.
//! It must not know which of them has a bar.

use super::Table;
use crate::data::Round;
use crate::election::{Base, nuance};
use crate::french;

/// Every figure of the round: a column a kind of figure, only those that are known for someone.
pub fn table(round: &Round, order: &[usize]) -> Table {
    let mut known: Vec<_> = columns(round)
        .into_iter()
        .filter(|(_, cell)| order.iter().any(|index| cell(*index).is_some()))
        .collect();
    // As in official results: who wants to know of the voters chooses that base.
    let bases = round.bases();
    if [Base::Valid, Base::Registered].iter().all(|base| bases.contains(base)) {
        known.retain(|(heading, _)| *heading != "% des votants");
    }
    let mut head = vec![french::capitalised(round.stands.singular())];
    head.extend(known.iter().map(|(heading, _)| (*heading).to_owned()));
    let row = |index: &usize| {
        let cells = known.iter().map(|(_, cell)| cell(*index).unwrap_or_else(|| "—".to_owned()));
        std::iter::once(presented(round, *index)).chain(cells).collect()
    };
    // What was decided without figures has no table.
    let is_empty = known.is_empty() && round.decision.is_some();
    let order = if is_empty { &[] } else { order };
    Table { head, rows: order.iter().map(row).collect() }
}

/// What a column has of a candidate.
type Cell<'a> = Box<dyn Fn(usize) -> Option<String> + 'a>;

fn columns(round: &Round) -> [(&'static str, Cell<'_>); 7] {
    let share_of = |base: Base| -> Cell<'_> {
        Box::new(move |index| round.tally.share(index, base).map(french::percent))
    };
    let reconstructed = |index: usize| {
        let votes = round.reconstruction.as_ref()?.votes.get(index).copied();
        votes.map(french::number)
    };
    let won = |index| round.won(index).filter(|note| !note.is_empty()).map(french::capitalised);
    [
        ("Voix", Box::new(|index| round.tally.scores[index].votes.map(french::number))),
        ("Voix reconstituées", Box::new(reconstructed)),
        ("% des exprimés", share_of(Base::Valid)),
        ("% des bulletins valables", share_of(Base::Ballots)),
        ("% des votants", share_of(Base::Voters)),
        ("% des inscrits", share_of(Base::Registered)),
        ("Résultat", Box::new(won)),
    ]
}

/// What is known of a candidate besides the name: the head of the list, the nuance.
pub fn about(round: &Round, index: usize) -> Option<String> {
    let candidate = &round.tally.scores[index].candidate;
    let code = candidate.nuance.as_deref().filter(|_| !round.of_nuances);
    let nuance = code.map(|code| nuance(code).map_or(code, |nuance| nuance.name));
    let known: Vec<&str> = candidate.head.as_deref().into_iter().chain(nuance).collect();
    (!known.is_empty()).then(|| known.join(", "))
}

fn presented(round: &Round, index: usize) -> String {
    let name = round.tally.scores[index].name();
    about(round, index).map_or_else(|| name.to_owned(), |about| format!("{name} ({about})"))
}
