//! What changed in a territory since the last election of the same kind: in a sentence, and in a table.
//! What cannot be compared is not said.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::round::compile_figures;
use crate::data::{Detail, Round, Table};
use crate::election::{
    Ballot, Base, Candidate, Contest, Level, Quantity, Score, Share, Stands, group,
};
use crate::french;
use crate::site::{calendar, communes, content};
use crate::words;

/// How many of those who are ahead the sentence names.
const NAMED: usize = 2;

/// A round compared with that of the election before.
pub struct Since {
    /// The two days.
    days: (Date, Date),
    /// The round, as a reader calls it.
    round: &'static str,
    /// The kind of candidates.
    stands: Stands,
    /// Whoever can be compared, the first first.
    changes: Vec<Change>,
    /// The share of the registered who took part, then and now.
    turnout: Option<(Share, Share)>,
    /// Whether somebody is left out.
    others: bool,
}

/// Votes of somebody, or of a nuance, then and now.
struct Change {
    name: String,
    /// How many stood, then and now, where their votes are those of a nuance.
    of_nuance: Option<(usize, usize)>,
    then: Votes,
    now: Votes,
}

/// A share of the valid votes, and the votes where they are published.
#[derive(Clone, Copy)]
struct Votes {
    share: Share,
    votes: Option<u32>,
}

/// A round compared with the same round of the last election of the same kind in the same territory.
pub fn since(
    elections: &[content::Election],
    election: &content::Election,
    round: &content::Round,
) -> Option<Since> {
    let (before, then) = last(elections, election, round)?;
    let days = (then.date.value, round.date.value);
    let now = compile_figures(election, round, election.own_level());
    let then = compile_figures(before, then, before.own_level());
    let comparable = |round: &Round| !round.is_partial() && round.provisional.is_none();
    if ![&then, &now].into_iter().all(comparable) {
        return None;
    }
    let changes = changes(&then, &now);
    let turnout = turnout(&then).zip(turnout(&now));
    let counted: Vec<_> = changes.iter().map(|it| it.of_nuance.unwrap_or((1, 1))).collect();
    let others = counted.iter().map(|it| it.0).sum::<usize>() < then.tally.scores.len()
        || counted.iter().map(|it| it.1).sum::<usize>() < now.tally.scores.len();
    (!changes.is_empty() || turnout.is_some()).then_some(Since {
        days,
        round: french::round(now.contest, now.number),
        stands: now.stands,
        changes,
        turnout,
        others,
    })
}

/// The last earlier election of the kind of this one in its own territory, with the round of the
/// same number: unless the territory was another one.
fn last<'a>(
    elections: &'a [content::Election],
    election: &content::Election,
    round: &content::Round,
) -> Option<(&'a content::Election, &'a content::Round)> {
    let (kind, code, level) = (election.kind?, election.code.as_deref()?, election.own_level());
    let first_day = election.rounds.first()?.date.value;
    let earlier = elections.iter().filter(|other| {
        other.kind == Some(kind)
            && other.code.as_deref() == Some(code)
            && other.own_level() == level
            && other.last_day().is_some_and(|day| day < first_day)
    });
    let before = earlier.max_by_key(|other| other.last_day())?;
    let then = before.round(round.number.value)?;
    let joined = communes::joined_since(code, then.date.value);
    let grew = joined.filter(|_| level == Level::Commune).any(|it| !it.lasts(round.date.value));
    (before.contest == election.contest && !grew).then_some((before, then))
}

/// Whoever stood both times; else the nuances that did, of which nobody is compared by name.
fn changes(then: &Round, now: &Round) -> Vec<Change> {
    let one_choice = |round: &Round| round.tally.ballot == Ballot::OneChoice;
    let kinds = [then.stands, now.stands];
    let same = kinds[0] == kinds[1] || kinds.iter().all(is_somebody);
    // Another question has other answers.
    if !same || now.contest == Contest::Question || ![then, now].into_iter().all(one_choice) {
        return Vec::new();
    }
    let pairs: Vec<(usize, usize)> = now
        .order()
        .into_iter()
        .filter_map(|index| Some((counterpart(then, now, index)?, index)))
        .collect();
    let mut changes: Vec<Change> = Vec::new();
    let mut told: Vec<Candidate> = Vec::new();
    for index in now.order() {
        let Some(score) = now.tally.scores.get(index) else { continue };
        if let Some((before, _)) = pairs.iter().find(|(_, own)| *own == index) {
            let votes = votes(then, &[*before]).zip(votes(now, &[index]));
            let name = score.name().to_owned();
            changes.extend(votes.map(|(then, now)| Change { name, of_nuance: None, then, now }));
            continue;
        }
        let nuance = group(&score.candidate);
        let by_name = pairs.iter().any(|(before, own)| {
            bears(&then.tally.scores[*before], &nuance) || bears(&now.tally.scores[*own], &nuance)
        });
        if nuance.nuance.is_some() && !by_name && !told.contains(&nuance) {
            changes.extend(of_nuance(then, now, &nuance));
            told.push(nuance);
        }
    }
    changes.sort_by_key(|change| std::cmp::Reverse(change.now.share.hundredths()));
    changes
}

/// Persons, pairs and lists may be compared by nuance with each other.
fn is_somebody(stands: &Stands) -> bool {
    matches!(stands, Stands::Candidates | Stands::Lists | Stands::Pairs)
}

/// Who stood then under the name of this one, if nobody else does. A list is the same only with the
/// same nuance: many share a name.
fn counterpart(then: &Round, now: &Round, index: usize) -> Option<usize> {
    let own = now.tally.scores.get(index)?;
    let same_name = |other: &Score| name_of(other.name()) == name_of(own.name());
    let mut before = (0..then.tally.scores.len()).filter(|at| same_name(&then.tally.scores[*at]));
    let (found, more) = (before.next()?, before.next());
    let only = more.is_none() && now.tally.scores.iter().filter(|it| same_name(it)).count() == 1;
    let other = &then.tally.scores[found];
    let a_list = [own, other].into_iter().any(|score| score.candidate.is_list());
    let same_nuance = group(&own.candidate) == group(&other.candidate);
    (only && (!a_list || same_nuance)).then_some(found)
}

/// The words of a name in whatever order and case, without civilities.
fn name_of(name: &str) -> BTreeSet<String> {
    let folded = words::fold(name);
    let words = folded.split(' ').filter(|word| !["m", "mm", "mme", "mlle"].contains(word));
    words.map(str::to_owned).collect()
}

/// All votes of a nuance, then and now.
fn of_nuance(then: &Round, now: &Round, nuance: &Candidate) -> Option<Change> {
    let bearers = |round: &Round| -> Vec<usize> {
        let scores = &round.tally.scores;
        (0..scores.len()).filter(|index| bears(&scores[*index], nuance)).collect()
    };
    let (before, after) = (bearers(then), bearers(now));
    let name = match &after[..] {
        [only] => format!("{} ({})", now.tally.scores[*only].name(), nuance.name),
        several => {
            let (count, noun) = (several.len(), now.stands.singular());
            format!("{} ({count}\u{a0}{noun}s)", nuance.name)
        }
    };
    let of_nuance = Some((before.len(), after.len()));
    Some(Change { name, of_nuance, then: votes(then, &before)?, now: votes(now, &after)? })
}

fn bears(score: &Score, nuance: &Candidate) -> bool {
    group(&score.candidate) == *nuance
}

/// The votes of one, or of several together.
fn votes(round: &Round, indices: &[usize]) -> Option<Votes> {
    let [first, others @ ..] = indices else { return None };
    let votes_of = |index: &usize| round.tally.scores.get(*index)?.votes;
    let votes: Option<u32> = indices.iter().map(votes_of).sum();
    let share = if others.is_empty() {
        round.tally.share(*first, Base::Valid)
    } else {
        Share::of(votes?, round.figures().base(Base::Valid)?, Base::Valid)
    };
    Some(Votes { share: share?, votes })
}

fn turnout(round: &Round) -> Option<Share> {
    let figures = round.tally.figures();
    let voters = figures.get(Quantity::Voters)?.count;
    Share::of(voters, figures.base(Base::Registered)?, Base::Registered)
}

impl Since {
    /// « Par rapport à 2019 : Liste X 12,34 %, +3,21 points et +412 voix ; participation 52,10 %,
    /// −2,10 points. »
    pub fn sentence(&self) -> String {
        let change = |change: &Change| {
            let votes =
                change.difference().map(|it| format!(" et {}\u{a0}voix", french::signed(it)));
            let (name, votes) = (&change.name, votes.unwrap_or_default());
            format!("{name} {}{votes}", moved(change.then.share, change.now.share))
        };
        let turnout = self.turnout.map(|(then, now)| format!("participation {}", moved(then, now)));
        let parts: Vec<String> =
            self.changes.iter().take(NAMED).map(change).chain(turnout).collect();
        let before = match self.in_one_year() {
            true => format!("au {}", calendar::day_and_year(self.days.0)),
            false => format!("à {}", self.days.0.year()),
        };
        format!("Par rapport {before}\u{a0}: {}.", parts.join("\u{202f}; "))
    }

    /// Everybody who can be compared, with what is to be known of it.
    pub fn detail(&self) -> Detail {
        let [then, now] = [self.days.0, self.days.1].map(|day| self.name_of_day(day));
        let title = match self.in_one_year() {
            true => format!("Depuis le {then}"),
            false => format!("Depuis {then}"),
        };
        let turnout = self.turnout.map(|turnout| {
            let moved = moved(turnout.0, turnout.1);
            format!("Participation, en part des inscrits\u{a0}: {moved}.")
        });
        let words = self.words(&then).into_iter().chain(turnout).collect();
        let row = |change: &Change| {
            let points = french::points(difference(change.then.share, change.now.share));
            let votes = change.difference().map_or_else(|| "—".to_owned(), french::signed);
            let [then, now] = [change.then, change.now].map(|it| french::percent(it.share));
            vec![change.name.clone(), then, now, points, votes]
        };
        let head = [&french::capitalised(self.stands.singular()), &then, &now, "Points", "Voix"];
        let table = (!self.changes.is_empty()).then(|| Table {
            head: head.into_iter().map(str::to_owned).collect(),
            rows: self.changes.iter().map(row).collect(),
        });
        Detail { title, words, table }
    }

    fn words(&self, then: &str) -> Option<String> {
        if self.changes.is_empty() {
            return None;
        }
        let mut words = format!("En part des exprimés, {} pour {}.", self.round, self.round);
        if self.changes.iter().any(|change| change.of_nuance.is_some()) {
            words.push_str(
                " Là où les noms ont changé, toutes les voix d’une même nuance sont comparées.",
            );
        }
        if self.others {
            words.push_str(&format!(" Qui n’a pas d’équivalent en {then} n’y est pas."));
        }
        Some(words)
    }

    fn in_one_year(&self) -> bool {
        self.days.0.year() == self.days.1.year()
    }

    fn name_of_day(&self, day: Date) -> String {
        if self.in_one_year() { calendar::day_and_year(day) } else { day.year().to_string() }
    }
}

impl Change {
    /// Votes gained or lost, where both are published.
    fn difference(&self) -> Option<i64> {
        Some(i64::from(self.now.votes?) - i64::from(self.then.votes?))
    }
}

fn difference(then: Share, now: Share) -> i64 {
    i64::from(now.hundredths()) - i64::from(then.hundredths())
}

/// « 12,34 %, +3,21 points »
fn moved(then: Share, now: Share) -> String {
    let difference = difference(then, now);
    let noun = if difference.abs() < 200 { "point" } else { "points" };
    format!("{}, {}\u{a0}{noun}", french::percent(now), french::points(difference))
}
