//! What a new version of results changes, and which changes cannot be true.
//! It must not decide that a change is right: it prints what was and what is.

use std::collections::BTreeMap;

use crate::election::{Base, LevelResults, Quantity, Tally, TerritoryResult};
use crate::message;
use crate::site::messages::Message;

/// The changes from one version to the next.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Correction {
    /// Every figure that changed: territory, figure, before and after.
    pub changes: Vec<Message>,
    /// Implausible changes: what a count that is going on never does.
    pub suspicious_changes: Vec<Message>,
}

/// The names of counts, in the order of [`Quantity::ALL`].
const NAMES: [Message; 7] = [
    message!("import-registered"),
    message!("import-abstentions"),
    VOTERS,
    message!("import-blank"),
    message!("import-null"),
    message!("import-blank-and-null"),
    VALID,
];

const VOTERS: Message = message!("import-voters");
const VALID: Message = message!("import-valid");

/// Compares two versions of the same results.
pub fn compare(before: &LevelResults, after: &LevelResults) -> Correction {
    let old: BTreeMap<&str, &TerritoryResult> = by_code(before);
    let new: BTreeMap<&str, &TerritoryResult> = by_code(after);
    let mut correction = Correction::default();
    for (code, territory) in &new {
        match old.get(code) {
            Some(known) if known.tally == territory.tally && known.place == territory.place => {}
            Some(known) => correction.territory(known, territory),
            None => {
                let new = message!("import-new-territory", territory = called(territory));
                correction.changes.push(new);
            }
        }
    }
    for (code, territory) in &old {
        if !new.contains_key(code) {
            let called = called(territory);
            let gone = message!("import-gone-territory", territory = called.as_str());
            correction.changes.push(gone);
            let counted = message!("import-counted-and-gone", territory = called);
            correction.suspicious_changes.push(counted);
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
        for (quantity, name) in Quantity::ALL.into_iter().zip(NAMES) {
            let count = |tally: &Tally| tally.counts.get(quantity);
            self.change(&called, name, count(&before.tally), count(&after.tally));
        }
        let (old_votes, new_votes) = (votes(&before.tally), votes(&after.tally));
        for name in
            old_votes.keys().chain(new_votes.keys().filter(|it| !old_votes.contains_key(*it)))
        {
            let get = |votes: &BTreeMap<&str, Option<u32>>| votes.get(name).copied().flatten();
            self.change(&called, (*name).into(), get(&old_votes), get(&new_votes));
        }
        if before.place.name != after.place.name {
            let (called, before) = (called.as_str(), before.place.name.as_str());
            self.changes.push(message!("import-renamed", territory = called, before = before));
        }
        self.suspect(&called, &before.tally, &after.tally);
    }

    /// What a count that is going on never does: figures that fall, or rise by themselves.
    fn suspect(&mut self, called: &str, before: &Tally, after: &Tally) {
        let (old, new) = (before.figures(), after.figures());
        for (quantity, figure) in [(Quantity::Voters, VOTERS), (Quantity::Valid, VALID)] {
            let count =
                |figures: &crate::election::Figures| figures.get(quantity).map(|it| it.count);
            let (Some(was), Some(is)) = (count(&old), count(&new)) else { continue };
            if is < was {
                self.suspicious_changes.push(message!(
                    "import-fell",
                    territory = called,
                    figure = figure,
                    before = was.to_string(),
                    after = is.to_string(),
                ));
            }
        }
        let valid = |tally: &Tally| tally.figures().base(Base::Valid);
        if let (Some(was), Some(is)) = (valid(before), valid(after))
            && is > was
            && shares_unchanged(before, after)
        {
            self.suspicious_changes.push(message!(
                "import-rose-alone",
                territory = called,
                before = was.to_string(),
                after = is.to_string(),
            ));
        }
    }

    fn change(&mut self, called: &str, figure: Message, before: Option<u32>, after: Option<u32>) {
        if before != after {
            let text = |count: Option<u32>| {
                count.map_or(message!("import-nothing"), |count| count.to_string().into())
            };
            self.changes.push(message!(
                "import-other-figure",
                territory = called,
                figure = figure,
                before = text(before),
                after = text(after),
            ));
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
