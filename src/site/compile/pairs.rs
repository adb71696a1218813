//! Who of a round is compared with whom of an earlier one, and by what: whom the editors compare, who has the
//! same name, else all of one nuance.
//! It must not compare figures: pages and maps do.

use std::collections::{BTreeSet, HashMap};

use crate::data::Round;
use crate::election::{Ballot, Contest, Score, Stands, group, nuance_of_sum};
use crate::site::content::Compared;
use crate::site::parse::fields::Spanned;
use crate::site::parse::values::Text;
use crate::words;

/// Some of a round, and those of the earlier one with whom they are compared, each of them together.
#[derive(Debug, PartialEq, Eq)]
pub struct Pair {
    /// Indices in the earlier round.
    pub then: Vec<usize>,
    /// Indices in this round.
    pub now: Vec<usize>,
    /// What makes them comparable.
    pub by: By,
}

/// What makes some comparable.
#[derive(Debug, PartialEq, Eq)]
pub enum By {
    /// The name that they share.
    Name,
    /// The editors say so.
    Editors,
    /// The nuance of this name.
    Nuance(String),
}

/// Everyone who can be compared; nobody where the ballots or the questions were others.
pub fn pairs(then: &Round, now: &Round, compared: &[Compared], names: &Names) -> Vec<Pair> {
    let rounds = [then, now];
    let one_choice = |round: &Round| round.tally.ballot == Ballot::OneChoice;
    // Another question has other answers.
    if now.contest == Contest::Question || !rounds.into_iter().all(one_choice) {
        return Vec::new();
    }
    let mut pairs: Vec<Pair> =
        compared.iter().filter_map(|it| by_editors(then, now, it, names)).collect();
    let are = |of: fn(Stands) -> bool| rounds.iter().all(|round| of(round.stands));
    if then.stands == now.stands || are(is_somebody) {
        by_name(then, now, names, &mut pairs);
    }
    if then.stands == now.stands || are(|it| is_somebody(it) || it == Stands::Nuances) {
        by_nuance(then, now, &mut pairs);
    }
    pairs
}

/// Persons, pairs and lists may be compared with each other.
fn is_somebody(stands: Stands) -> bool {
    matches!(stands, Stands::Candidates | Stands::Lists | Stands::Pairs)
}

/// Those who are here of whom the editors say it.
fn by_editors(then: &Round, now: &Round, compared: &Compared, names: &Names) -> Option<Pair> {
    let found = |round: &Round, wanted: &[Spanned<Text>]| {
        let ids: Vec<Option<u32>> = wanted.iter().map(|name| names.id(&name.value.0)).collect();
        let is_wanted = |at: &usize| {
            let id = round.tally.scores.get(*at).and_then(|score| names.id(score.name()));
            id.is_some() && ids.contains(&id)
        };
        let found: Vec<usize> = (0..round.tally.scores.len()).filter(is_wanted).collect();
        (!found.is_empty()).then_some(found)
    };
    let (then, now) = (found(then, &compared.with)?, found(now, &compared.names)?);
    Some(Pair { then, now, by: By::Editors })
}

/// Whoever has the same name then and now, if nobody else does. A list is the same only with the same nuance:
/// many share a name.
fn by_name(then: &Round, now: &Round, names: &Names, pairs: &mut Vec<Pair>) {
    let (before, own) = (&then.tally.scores, &now.tally.scores);
    let ids = |scores: &[Score]| -> Vec<Option<u32>> {
        scores.iter().map(|score| names.id(score.name())).collect()
    };
    let (before_ids, own_ids) = (ids(before), ids(own));
    let only = |ids: &[Option<u32>], id: u32| {
        let mut found = (0..ids.len()).filter(|at| ids[*at] == Some(id));
        found.next().filter(|_| found.next().is_none())
    };
    for (index, id) in own_ids.iter().enumerate() {
        let found = id.filter(|id| only(&own_ids, *id).is_some());
        let Some(other) = found.and_then(|id| only(&before_ids, id)) else { continue };
        let candidates = [&own[index].candidate, &before[other].candidate];
        let a_list = candidates.iter().any(|candidate| candidate.is_list());
        let same_nuance = || group(candidates[0]) == group(candidates[1]);
        let is_free = |pair: &Pair| !pair.now.contains(&index) && !pair.then.contains(&other);
        if pairs.iter().all(is_free) && (!a_list || same_nuance()) {
            pairs.push(Pair { then: vec![other], now: vec![index], by: By::Name });
        }
    }
}

/// All of each nuance that was there both times, of which nobody is compared otherwise.
fn by_nuance(then: &Round, now: &Round, pairs: &mut Vec<Pair>) {
    let nuances = |round: &Round| -> Vec<Option<Nuance>> {
        round.tally.scores.iter().map(|score| nuance(score, round.stands)).collect()
    };
    let (before, own) = (nuances(then), nuances(now));
    let taken = |(then, now): &(Vec<usize>, Vec<usize>)| {
        let is_in = |pair: &Pair| {
            then.iter().any(|it| pair.then.contains(it))
                || now.iter().any(|it| pair.now.contains(it))
        };
        pairs.iter().any(is_in)
    };
    let mut told: BTreeSet<&str> = BTreeSet::new();
    let mut found = Vec::new();
    for nuance in own.iter().flatten().filter(|nuance| told.insert(&nuance.code)) {
        let bearers = |all: &[Option<Nuance>]| -> Vec<usize> {
            let bears = |at: &usize| all[*at].as_ref().is_some_and(|it| it.code == nuance.code);
            (0..all.len()).filter(bears).collect()
        };
        let both = (bearers(&before), bearers(&own));
        if !both.0.is_empty() && !taken(&both) {
            let by = By::Nuance(nuance.name.clone());
            found.push(Pair { then: both.0, now: both.1, by });
        }
    }
    pairs.extend(found);
}

/// The label of somebody, or what a source adds up.
struct Nuance {
    code: String,
    name: String,
}

fn nuance(score: &Score, stands: Stands) -> Option<Nuance> {
    let own = group(&score.candidate);
    if let Some(code) = own.nuance {
        return Some(Nuance { code, name: own.name });
    }
    let of_sum = nuance_of_sum(score.name(), stands).filter(|_| stands == Stands::Nuances)?;
    Some(Nuance { code: of_sum.code.to_owned(), name: of_sum.name.to_owned() })
}

/// Which names are the same: the same words in whatever order and case, without civilities. They are read once for
/// all territories.
pub struct Names(HashMap<String, u32>);

impl Names {
    /// Of those names, and of whom the editors compare.
    pub fn of<'a>(names: impl IntoIterator<Item = &'a str>, compared: &'a [Compared]) -> Self {
        let compared = compared.iter().flat_map(|it| it.names.iter().chain(&it.with));
        let names = names.into_iter().chain(compared.map(|name| name.value.0.as_str()));
        let mut same: HashMap<BTreeSet<String>, u32> = HashMap::new();
        let mut known: HashMap<String, u32> = HashMap::new();
        for name in names {
            if !known.contains_key(name) {
                let next = same.len() as u32;
                known.insert(name.to_owned(), *same.entry(words_of(name)).or_insert(next));
            }
        }
        Self(known)
    }

    /// What two names have in common that are the same.
    fn id(&self, name: &str) -> Option<u32> {
        self.0.get(name).copied()
    }
}

fn words_of(name: &str) -> BTreeSet<String> {
    let folded = words::fold(name);
    let words = folded.split(' ').filter(|word| !["m", "mm", "mme", "mlle"].contains(word));
    words.map(str::to_owned).collect()
}
