//! What changed in a territory since the last election of the same kind: in a sentence, and in a table that says
//! what was made comparable. What cannot be compared is not said.

use jiff::civil::Date;

use super::pairs::{By, Names, Pair, pairs};
use super::round::compile_figures;
use crate::data::{Detail, Round, Table};
use crate::election::{Base, Contest, Level, Quantity, Share, Stands};
use crate::french;
use crate::site::content::{self, Compared, preceding};
use crate::site::{calendar, communes};

/// How many of those who are ahead the sentence names.
const NAMED: usize = 2;

/// How many who are added up are named, each by name.
const ADDED_UP: usize = 3;

/// A round compared with that of the election before.
pub struct Since {
    /// The two days.
    days: [Date; 2],
    /// How the contest is decided.
    contest: Contest,
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

/// Votes of somebody, or of several together, then and now.
struct Change {
    name: String,
    /// With whom they are compared, where those are not simply the same.
    with: Option<String>,
    by: By,
    then: Votes,
    now: Votes,
}

/// A share of the valid votes, and the votes where they are published.
#[derive(Clone, Copy)]
struct Votes {
    share: Share,
    votes: Option<u32>,
    /// Of how many.
    of: usize,
}

/// A round compared with the same round of the last election of the same kind in the same territory.
pub fn since(
    elections: &[content::Election],
    election: &content::Election,
    round: &content::Round,
) -> Option<Since> {
    let (code, level) = (election.code.as_deref()?, election.own_level());
    let before = preceding(elections, election)
        .find(|other| other.code.as_deref() == Some(code) && other.own_level() == level)?;
    let then = before.round(round.number.value)?;
    let days = [then.date.value, round.date.value];
    if is_another(level, code, days) {
        return None;
    }
    let then = compile_figures(before, then, level);
    let now = compile_figures(election, round, level);
    let scores = [&then, &now].into_iter().flat_map(|it| &it.tally.scores);
    let names = Names::of(scores.map(|score| score.name()), &election.compared);
    between(days, [&then, &now], &election.compared, &names)
}

/// The day on which cantons were drawn again, and those with which their numbers came to mean others.
const NEW_CANTONS: Date = Date::constant(2015, 3, 22);

/// The day on which circonscriptions were drawn again.
const NEW_CIRCONSCRIPTIONS: Date = Date::constant(2012, 6, 10);

/// Whether what has a code on the second day is another territory than on the first: a commune that others have
/// joined, a canton or circonscription that was drawn again. What stations are changes with every revision of the rolls.
pub fn is_another(level: Level, code: &str, [then, now]: [Date; 2]) -> bool {
    let straddle = |day: Date| then < day && day <= now;
    match level {
        Level::Station => true,
        Level::Commune => communes::grew(code, [then, now]),
        Level::Canton => straddle(NEW_CANTONS),
        Level::Circonscription => straddle(NEW_CIRCONSCRIPTIONS),
        Level::Department | Level::Region | Level::Country => false,
    }
}

/// Two rounds of one territory compared, the earlier one first; `None` where nothing can be.
pub fn between(
    days: [Date; 2],
    [then, now]: [&Round; 2],
    compared: &[Compared],
    names: &Names,
) -> Option<Since> {
    let is_whole = |round: &Round| !round.is_partial() && round.provisional.is_none();
    if ![then, now].into_iter().all(is_whole) {
        return None;
    }
    let pairs = pairs(then, now, compared, names);
    let mut changes: Vec<Change> =
        pairs.into_iter().filter_map(|pair| change(then, now, pair)).collect();
    let counted = |of: fn(&Change) -> usize| changes.iter().map(of).sum::<usize>();
    let others = counted(|it| it.then.of) < then.tally.scores.len()
        || counted(|it| it.now.of) < now.tally.scores.len();
    changes.sort_by_key(|change| std::cmp::Reverse(change.now.share.hundredths()));
    let turnout = turnout(then).zip(turnout(now));
    (!changes.is_empty() || turnout.is_some()).then_some(Since {
        days,
        contest: now.contest,
        round: french::round(now.contest, now.number),
        stands: now.stands,
        changes,
        turnout,
        others,
    })
}

fn change(then: &Round, now: &Round, pair: Pair) -> Option<Change> {
    let (before, own) = (votes(then, &pair.then)?, votes(now, &pair.now)?);
    let (name, with) = (name(now, &pair), with(then, now, &pair));
    Some(Change { name, with, by: pair.by, then: before, now: own })
}

/// « Conflans ensemble (Divers gauche) », « Divers gauche (2 listes) »
fn name(now: &Round, pair: &Pair) -> String {
    let names = names(now, &pair.now);
    match (&pair.by, &names[..]) {
        (By::Nuance(nuance), [only]) if only != nuance => format!("{only} ({nuance})"),
        (By::Nuance(nuance), [_]) => nuance.clone(),
        (By::Nuance(nuance), several) => {
            format!("{nuance} ({})", counted(several.len(), now.stands))
        }
        _ => french::list(&names),
    }
}

/// With whom some are compared: « Gauche unie et Les Verts ensemble ». Nothing is said of one who has the same name.
pub fn with(then: &Round, now: &Round, pair: &Pair) -> Option<String> {
    let own = names(now, &pair.now);
    let names = names(then, &pair.then);
    match (&pair.by, &names[..]) {
        _ if pair.by == By::Name || own == names => None,
        (By::Nuance(nuance), [only]) if only == nuance => None,
        (_, [only]) => Some((*only).to_owned()),
        (_, several) if several.len() > ADDED_UP => {
            Some(format!("{} ensemble", counted(several.len(), then.stands)))
        }
        (_, several) => Some(format!("{} ensemble", french::list(several))),
    }
}

fn names<'a>(round: &'a Round, indices: &[usize]) -> Vec<&'a str> {
    indices.iter().filter_map(|it| round.tally.scores.get(*it)).map(|it| it.name()).collect()
}

/// « 4 listes »
fn counted(count: usize, stands: Stands) -> String {
    format!("{count}\u{a0}{}s", stands.singular())
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
    Some(Votes { share: share?, votes, of: indices.len() })
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
            true => format!("au {}", calendar::day_and_year(self.days[0])),
            false => format!("à {}", self.days[0].year()),
        };
        format!("Par rapport {before}\u{a0}: {}.", parts.join("\u{202f}; "))
    }

    /// Everybody who can be compared, with what is to be known of it.
    pub fn detail(&self) -> Detail {
        let [then, now] = self.days.map(|day| self.name_of_day(day));
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
            vec![self.name(change), then, now, points, votes]
        };
        let head = [&french::capitalised(self.stands.singular()), &then, &now, "Points", "Voix"];
        let table = (!self.changes.is_empty()).then(|| Table {
            head: head.into_iter().map(str::to_owned).collect(),
            rows: self.changes.iter().map(row).collect(),
        });
        Detail { title, words, table, drawing: None }
    }

    /// « Union, en 2014 : Gauche et Verts ensemble »
    fn name(&self, change: &Change) -> String {
        let Some(with) = &change.with else { return change.name.clone() };
        let on = if self.in_one_year() { "le" } else { "en" };
        format!("{}, {on} {}\u{a0}: {with}", change.name, self.name_of_day(self.days[0]))
    }

    fn words(&self, then: &str) -> Option<String> {
        if self.changes.is_empty() {
            return None;
        }
        let mut words = match self.contest {
            Contest::TwoRounds => {
                format!("En part des exprimés, {} pour {}.", self.round, self.round)
            }
            _ => "En part des exprimés.".to_owned(),
        };
        if self.changes.iter().any(|change| matches!(change.by, By::Nuance(_))) {
            words.push_str(
                " Là où les noms ont changé, toutes les voix d’une même nuance sont comparées.",
            );
        }
        if self.changes.iter().any(|change| change.by == By::Editors) {
            words.push_str(" C’est ce site qui rapproche les noms qui diffèrent.");
        }
        if self.others {
            let on = if self.in_one_year() { "le" } else { "en" };
            words.push_str(&format!(" Qui n’a pas d’équivalent {on} {then} n’y est pas."));
        }
        Some(words)
    }

    fn in_one_year(&self) -> bool {
        self.days[0].year() == self.days[1].year()
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
