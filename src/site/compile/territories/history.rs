//! What happened in each territory over the years, and which communes became one in between.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;

use super::indexed::{Index, Indexed};
use super::page::Territories;
use crate::chart::headline;
use crate::data::{PastRound, PastScore, Round, territory_route};
use crate::election::{Base, Level, Place, Presence, Quantity, Share, Tally};
use crate::french;
use crate::site::communes::{self, Commune};
use crate::site::content;
use crate::site::content::election::Kind;

/// The votes of each territory of today, and where those communes have pages that became one.
#[derive(Default)]
pub struct Histories {
    votes: BTreeMap<(Level, String), Vec<Vote>>,
    /// The pages of communes that joined, or that others joined, by their codes, newest first.
    pages: BTreeMap<String, Vec<(Date, String)>>,
    /// The day of the oldest vote.
    oldest: Option<Date>,
}

/// A vote with what tells which of them compare.
struct Vote {
    kind: Option<Kind>,
    number: u8,
    day: Date,
    past: PastRound,
}

/// The histories of every territory with a page; elections come newest first, each with its index.
pub fn histories(elections: &[content::Election], indices: &[Index]) -> Histories {
    let mut histories = Histories::default();
    let counts = counts(elections, indices);
    for (election, index) in elections.iter().zip(indices).rev() {
        let Some(day) = election.last_day() else { continue };
        let territories = Territories::new(election, index);
        histories.oldest = histories.oldest.or(Some(day));
        for place in election.places() {
            let Some(to) = territory_route(&election.slug.value, place) else { continue };
            if is_of_a_merger(place) {
                let pages = histories.pages.entry(place.code.clone()).or_default();
                pages.insert(0, (day, to.href()));
            }
            if counts.get(&(place.level, &place.code)).is_some_and(|count| *count > 1) {
                let rounds = territories.rounds.iter();
                let votes = rounds.filter_map(|round| vote(&territories, round, place));
                let key = (place.level, place.code.clone());
                histories.votes.entry(key).or_default().extend(votes);
            }
        }
    }
    histories
}

/// How many votes each territory of today has. Those of a commune that joined another are told there.
fn counts<'a>(
    elections: &'a [content::Election],
    indices: &'a [Index],
) -> HashMap<(Level, &'a String), usize> {
    let mut counts = HashMap::new();
    for (election, index) in elections.iter().zip(indices) {
        let rounds = index.rounds(election);
        for place in election.places().filter(|place| today(place).is_none()) {
            let known = |it: &&Indexed<'_>| it.levels.find(place.level, &place.code).is_some();
            let votes = rounds.iter().filter(known).count();
            *counts.entry((place.level, &place.code)).or_default() += votes;
        }
    }
    counts
}

impl Histories {
    /// The votes of a territory, oldest first; one alone is no history.
    pub fn votes(&self, place: &Place) -> Vec<PastRound> {
        let votes = self.votes.get(&(place.level, place.code.clone()));
        let votes = votes.filter(|votes| votes.len() > 1).into_iter().flatten();
        votes.map(|vote| vote.past.clone()).collect()
    }

    /// The year and the turnout of the same round in the last election of the kind before this one, where that
    /// was in the same territory.
    pub fn last_turnout(
        &self,
        place: &Place,
        election: &content::Election,
        number: u8,
    ) -> Option<(i16, Share)> {
        let (kind, first_day) = (election.kind?, election.rounds.first()?.date.value);
        let votes = self.votes.get(&(place.level, place.code.clone()))?;
        let last = votes.iter().rev().find(|vote| {
            vote.kind == Some(kind) && vote.day < first_day && vote.number == number
        })?;
        let (registered, voters) = last.past.turnout.filter(|_| !is_of_a_merger(place))?;
        Some((last.day.year(), Share::of(voters, registered, Base::Registered)?))
    }

    /// How a commune is called today, as the end of a sentence.
    pub fn locative(place: &Place) -> String {
        let mut today = place.clone();
        communes::spell_place(&mut today, Date::MAX);
        today.locative()
    }

    /// Which communes became one, as HTML with the ways to their pages; `None` where the territory
    /// was always the same.
    pub fn merger(&self, place: &Place, on: Date) -> Option<String> {
        if place.level != Level::Commune {
            return None;
        }
        let is = today(place).or_else(|| communes::find(&place.code, Date::MAX))?;
        let was = communes::find(is.code, self.oldest?)?;
        let joined: Vec<&Commune> = communes::joined_since(is.code, self.oldest?).collect();
        let last = joined.iter().max_by_key(|it| it.until)?;
        let part = |it: &Commune| {
            let pages = self.pages(it.code).iter().filter(|(day, _)| last.lasts(*day));
            // That of this election, else the newest.
            let page = pages.clone().find(|(day, _)| *day == on).or(pages.clone().next());
            link(it.name, page)
        };
        let parts: Vec<String> =
            std::iter::once(was).chain(joined.iter().copied()).map(part).collect();
        let is = link(is.name, self.pages(is.code).first());
        let (parts, since) = (french::list(&parts), last.since());
        Some(format!("{parts} forment une seule commune {since}\u{a0}: {is}."))
    }

    fn pages(&self, code: &str) -> &[(Date, String)] {
        self.pages.get(code).map(Vec::as_slice).unwrap_or_default()
    }
}

/// The name of a commune, with the way to its page where there is one.
fn link(name: &str, page: Option<&(Date, String)>) -> String {
    let name = html_escape::encode_text(name);
    page.map_or_else(|| name.to_string(), |(_, to)| format!("<a href=\"{to}\">{name}</a>"))
}

/// The commune in which one lies today that joined another.
fn today(place: &Place) -> Option<&'static Commune> {
    communes::successor(&place.code).filter(|_| place.level == Level::Commune)
}

fn is_of_a_merger(place: &Place) -> bool {
    place.level == Level::Commune
        && (today(place).is_some()
            || communes::joined_since(&place.code, Date::MIN).next().is_some())
}

/// A round in short: of the territory of today, where that was made of several communes.
fn vote(territories: &Territories<'_>, round: &Indexed<'_>, place: &Place) -> Option<Vote> {
    Some(Vote {
        kind: territories.election.kind,
        number: round.round.number.value,
        day: round.round.date.value,
        past: past_round(territories, round, place)?,
    })
}

fn past_round(
    territories: &Territories<'_>,
    round: &Indexed<'_>,
    place: &Place,
) -> Option<PastRound> {
    let compiled = territories.figures(round, place)?;
    let joined: Vec<&Commune> = match place.level {
        Level::Commune => communes::joined_since(&place.code, round.round.date.value).collect(),
        _ => Vec::new(),
    };
    if joined.is_empty() {
        return short(territories.election, place, &compiled);
    }
    let whole = with(&compiled.tally, round, &joined).filter(|_| !compiled.is_partial());
    let same = whole.is_some();
    let compiled = Round { tally: whole.unwrap_or(compiled.tally.clone()), ..compiled };
    let vote = short(territories.election, place, &compiled)?;
    Some(PastRound {
        territory: Some(format!(" {}", said(&joined, same))),
        // That of another territory is not to be compared.
        turnout: vote.turnout.filter(|_| same),
        valid: vote.valid.filter(|_| same),
        ..vote
    })
}

/// The sum of a commune and those that joined it, where all of them are known with the same
/// candidates.
fn with(own: &Tally, round: &Indexed<'_>, joined: &[&Commune]) -> Option<Tally> {
    let communes = &round.levels.layer(Level::Commune)?.results;
    let mut whole = own.clone();
    for commune in joined {
        let part = communes.find(commune.code).filter(|it| it.missing.is_empty())?;
        whole.add(&part.tally, Presence::Everywhere)?;
    }
    Some(whole)
}

/// « Avec Fourqueux, réunie depuis le 1er janvier 2019. »
fn said(joined: &[&Commune], same: bool) -> String {
    let names: Vec<&str> = joined.iter().map(|it| it.name).collect();
    let united = if joined.len() == 1 { "réunie" } else { "réunies" };
    let since = joined.iter().max_by_key(|it| it.until).map(|it| it.since()).unwrap_or_default();
    let names = french::list(&names);
    if same {
        format!("Avec {names}, {united} {since}.")
    } else {
        format!("Sans {names}, {united} {since}\u{a0}: le territoire n’était pas le même.")
    }
}

fn short(election: &content::Election, place: &Place, round: &Round) -> Option<PastRound> {
    let figures = round.figures();
    let count = |quantity| figures.get(quantity).map(|figure| figure.count);
    let is_whole = round.provisional.is_none() && !round.is_partial();
    Some(PastRound {
        to: territory_route(&election.slug.value, place)?.href(),
        title: election.title.clone(),
        round: french::round(round.contest, round.number).to_owned(),
        date: round.date.clone(),
        territory: None,
        turnout: count(Quantity::Registered).zip(count(Quantity::Voters)).filter(|_| is_whole),
        valid: count(Quantity::Valid).filter(|_| is_whole),
        leading: if is_whole { leading(round) } else { Vec::new() },
        headline: headline(round),
        source: round.source.clone(),
    })
}

/// How many of a round a history names.
const LEADING: usize = 3;

/// The first of a round, where their order is known and each has a share of the valid votes.
fn leading(round: &Round) -> Vec<PastScore> {
    let score = |index: usize| {
        let score = round.tally.scores.get(index)?;
        Some(PastScore {
            name: score.name().to_owned(),
            votes: round.votes(index),
            hundredths: round.tally.share(index, Base::Valid)?.hundredths(),
            colour: score.candidate.colour().map(str::to_owned),
        })
    };
    let first = round.leader().into_iter().flat_map(|_| round.order()).take(LEADING);
    first.map(score).collect::<Option<_>>().unwrap_or_default()
}
