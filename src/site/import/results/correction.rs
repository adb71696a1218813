//! What a new version of results changes, and which changes cannot be true.
//! It must not decide that a change is right: it prints what was and what is.

use std::collections::BTreeMap;

use crate::election::{Base, LevelResults, Quantity, Tally, TerritoryResult};

/// The changes from one version to the next.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Correction {
    /// Every figure that changed: territory, figure, before and after.
    pub changes: Vec<String>,
    /// Implausible changes: what a count that is going on never does.
    pub suspicious_changes: Vec<String>,
}

/// The English names of counts, in the order of [`Quantity::ALL`].
const NAMES: [&str; 7] =
    ["registered", "abstentions", "voters", "blank", "null", "blank and null", "valid"];

/// Compares two versions of the same results.
pub fn compare(before: &LevelResults, after: &LevelResults) -> Correction {
    let old: BTreeMap<&str, &TerritoryResult> = by_code(before);
    let new: BTreeMap<&str, &TerritoryResult> = by_code(after);
    let mut correction = Correction::default();
    for (code, territory) in &new {
        match old.get(code) {
            Some(known) if known.tally == territory.tally && known.place == territory.place => {}
            Some(known) => correction.territory(known, territory),
            None => correction.changes.push(format!("{}: new", called(territory))),
        }
    }
    for (code, territory) in &old {
        if !new.contains_key(code) {
            let called = called(territory);
            correction.changes.push(format!("{called}: gone"));
            correction.suspicious_changes.push(format!("{called} was counted and is gone"));
        }
    }
    correction
}

fn by_code(results: &LevelResults) -> BTreeMap<&str, &TerritoryResult> {
    results.territories.iter().map(|it| (it.place.code.as_str(), it)).collect()
}

fn called(territory: &TerritoryResult) -> String {
    format!("{} ({})", territory.place.name, territory.place.code)
}

fn votes(tally: &Tally) -> BTreeMap<&str, Option<u32>> {
    tally.scores.iter().map(|score| (score.name(), score.votes)).collect()
}

impl Correction {
    fn territory(&mut self, before: &TerritoryResult, after: &TerritoryResult) {
        let called = called(after);
        let (old, new) = (before.tally.figures(), after.tally.figures());
        for (quantity, name) in Quantity::ALL.into_iter().zip(NAMES) {
            let count = |tally: &Tally| tally.counts.get(quantity);
            self.change(&called, name, count(&before.tally), count(&after.tally));
        }
        let (old_votes, new_votes) = (votes(&before.tally), votes(&after.tally));
        for name in
            old_votes.keys().chain(new_votes.keys().filter(|it| !old_votes.contains_key(*it)))
        {
            let get = |votes: &BTreeMap<&str, Option<u32>>| votes.get(name).copied().flatten();
            self.change(&called, name, get(&old_votes), get(&new_votes));
        }
        if before.place.name != after.place.name {
            self.changes.push(format!("{called}: was called {}", before.place.name));
        }
        for (quantity, name) in [(Quantity::Voters, "voters"), (Quantity::Valid, "valid")] {
            let count =
                |figures: &crate::election::Figures| figures.get(quantity).map(|it| it.count);
            let (Some(was), Some(is)) = (count(&old), count(&new)) else { continue };
            if is < was {
                self.suspicious_changes.push(format!("{called}: {name} fell from {was} to {is}"));
            }
        }
        let valid = |tally: &Tally| tally.figures().base(Base::Valid);
        if let (Some(was), Some(is)) = (valid(&before.tally), valid(&after.tally))
            && is > was
            && shares_unchanged(&before.tally, &after.tally)
        {
            self.suspicious_changes.push(format!(
                "{called}: valid rose from {was} to {is}, yet every percentage stayed the same"
            ));
        }
    }

    fn change(&mut self, called: &str, figure: &str, before: Option<u32>, after: Option<u32>) {
        if before != after {
            let text = |count: Option<u32>| count.map_or("nothing".to_owned(), |it| it.to_string());
            let change = format!("{called}: {figure} {} → {}", text(before), text(after));
            self.changes.push(change);
        }
    }
}

/// Whether every percentage is the same to the hundredth, as on the night of 22 January 2017, when
/// 1 249 000 votes became 1 601 000. One candidate's 100 % proves nothing.
fn shares_unchanged(before: &Tally, after: &Tally) -> bool {
    let shares = |tally: &Tally| -> BTreeMap<String, Option<u32>> {
        let share = |at| tally.share(at, Base::Valid).map(crate::election::Share::hundredths);
        let names = tally.scores.iter().map(|score| score.name().to_owned());
        names.enumerate().map(|(at, name)| (name, share(at))).collect()
    };
    let before = shares(before);
    let several = before.values().filter(|share| share.is_some_and(|it| it > 0)).count() > 1;
    several && before == shares(after)
}
