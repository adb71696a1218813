//! The pages of the territories of an election: sums, columns, ranks and histories.
//! It must not know which files the returns came from.

use std::collections::BTreeMap;

use super::compile::compile_round;
use super::{content, elsewhere};
use crate::chart::headline;
use crate::data::{Breakdown, Page, Round, Standing, Territory, Vote};
use crate::election::{Base, Figures, Place, Quantity, Return, Returns, Share, Tally};
use crate::french;
use crate::route::{Route, Slug};

/// What happened in each territory over the years, by its code, oldest first.
pub type Histories = BTreeMap<String, Vec<Vote>>;

/// The histories of every territory with a page.
pub fn histories(elections: &[content::Election]) -> Histories {
    let mut histories = Histories::new();
    for election in elections.iter().rev() {
        for page in pages(election, &Histories::new()).map(|(_, page)| page) {
            let Page::Territory(territory) = page else { continue };
            let votes = territory.rounds.iter().map(|round| vote(election, round));
            // Pages of an earlier round repeat what the territory's own page has.
            if !territory.earlier {
                histories.entry(territory.place.code.clone()).or_default().extend(votes);
            }
        }
    }
    histories
}

/// Every territory page of an election.
pub fn pages<'a>(
    election: &'a content::Election,
    histories: &'a Histories,
) -> impl Iterator<Item = (Route, Page)> + 'a {
    let whole = election.within.as_ref().and_then(|within| Whole::new(election, within));
    let pages = whole.map(|whole| {
        let mut pages = whole.own_pages();
        pages.extend(whole.smaller_pages());
        pages
    });
    let pages = pages.into_iter().flatten().chain(elsewhere::territories(election));
    pages.filter_map(|mut territory| {
        territory.history = histories.get(&territory.place.code).cloned().unwrap_or_default();
        let slug = Slug::new(&territory.place.slug())?;
        let election = territory.election.clone();
        let route = match territory.rounds.first().filter(|_| territory.earlier) {
            Some(round) => Route::TerritoryRound(election, slug, round.number),
            None => Route::Territory(election, slug),
        };
        Some((route, Page::Territory(Box::new(territory))))
    })
}

/// The largest territory whose returns are complete.
struct Whole<'a> {
    election: &'a content::Election,
    place: &'a Place,
    /// Each round with the returns of the smaller territories and their sum.
    rounds: Vec<(&'a content::Round, &'a Returns, Tally)>,
}

impl<'a> Whole<'a> {
    fn new(election: &'a content::Election, place: &'a Place) -> Option<Self> {
        let rounds: Option<Vec<_>> = election
            .rounds
            .iter()
            .map(|round| {
                let returns = election.returns(round.number.value)?;
                Some((round, returns, returns.sum()?))
            })
            .collect();
        Some(Self { election, place, rounds: rounds?.into_iter().collect() })
            .filter(|whole| !whole.rounds.is_empty())
    }

    fn round(&self, round: &content::Round, tally: Tally) -> Round {
        Round { tally, ..compile_round(self.election, round) }
    }

    fn territory(&self, place: &Place, rounds: Vec<Round>) -> Territory {
        Territory {
            election: self.election.slug.value.clone(),
            title: self.election.title.clone(),
            place: place.clone(),
            locative: place.locative(),
            above: Vec::new(),
            rounds,
            earlier: false,
            breakdown: None,
            other_breakdowns: Vec::new(),
            standings: Vec::new(),
            history: Vec::new(),
        }
    }

    /// The page of the whole, and one for the smaller territories of each earlier round.
    fn own_pages(&self) -> Vec<Territory> {
        let rounds: Vec<Round> =
            self.rounds.iter().map(|(round, _, sum)| self.round(round, sum.clone())).collect();
        let last = rounds.len() - 1;
        let breakdown = |index: usize| {
            let (_, returns, sum) = &self.rounds[index];
            Some(breakdown(rounds[index].number, returns, sum))
        };
        let mut pages = vec![Territory {
            breakdown: breakdown(last),
            other_breakdowns: rounds[..last].iter().map(|round| round.number).collect(),
            ..self.territory(self.place, rounds.clone())
        }];
        pages.extend((0..last).map(|index| Territory {
            earlier: true,
            breakdown: breakdown(index),
            above: vec![self.place.clone()],
            ..self.territory(self.place, vec![rounds[index].clone()])
        }));
        pages
    }

    /// The pages of the smaller territories.
    fn smaller_pages(&self) -> Vec<Territory> {
        let turnouts: Vec<Vec<u32>> =
            self.rounds.iter().map(|(_, returns, _)| turnouts(returns)).collect();
        let Some((_, last, _)) = self.rounds.last() else { return Vec::new() };
        let page = |place: &Place| {
            let mut rounds = Vec::new();
            let mut standings = Vec::new();
            for ((round, returns, sum), turnouts) in self.rounds.iter().zip(&turnouts) {
                let Some(own) = returns.find(&place.code) else { continue };
                let rank = turnout(&own.tally.figures()).map(|own| {
                    let higher = turnouts.iter().filter(|turnout| **turnout > own.hundredths());
                    higher.count() as u32 + 1
                });
                standings.push(Standing {
                    round: round.number.value,
                    within: self.place.clone(),
                    locative: self.place.locative(),
                    tally: sum.clone(),
                    turnout_rank: rank,
                    among: returns.territories.len() as u32,
                });
                rounds.push(self.round(round, own.tally.clone()));
            }
            let above = vec![self.place.clone()];
            Territory { above, standings, ..self.territory(place, rounds) }
        };
        last.territories.iter().map(|territory| page(&territory.place)).collect()
    }
}

fn turnout(figures: &Figures) -> Option<Share> {
    let voters = figures.get(Quantity::Voters)?.count;
    Share::of(voters, figures.get(Quantity::Registered)?.count, Base::Registered)
}

fn turnouts(returns: &Returns) -> Vec<u32> {
    let turnout = |it: &Return| turnout(&it.tally.figures()).map(Share::hundredths);
    returns.territories.iter().filter_map(turnout).collect()
}

/// The columns of a round.
fn breakdown(round: u8, returns: &Returns, sum: &Tally) -> Breakdown {
    let figures: Vec<Figures> =
        returns.territories.iter().map(|territory| territory.tally.figures()).collect();
    // A column with a gap is no column: nothing is said of anyone.
    let column = |quantity: Quantity| -> Vec<u32> {
        let counts: Option<Vec<u32>> =
            figures.iter().map(|figures| Some(figures.get(quantity)?.count)).collect();
        counts.unwrap_or_default()
    };
    let votes = |index: usize, candidate: &crate::election::Candidate| -> Vec<u32> {
        let of = |it: &Return| {
            let mut scores = it.tally.scores.get(index).into_iter().chain(&it.tally.scores);
            scores.find(|score| *score.candidate == *candidate).and_then(|score| score.votes)
        };
        returns.territories.iter().map(|territory| of(territory).unwrap_or(0)).collect()
    };
    let text = |of: fn(&Place) -> &str| {
        returns.territories.iter().map(|territory| of(&territory.place).to_owned()).collect()
    };
    Breakdown {
        round,
        level: returns.level,
        codes: text(|place| &place.code),
        names: text(|place| &place.name),
        registered: column(Quantity::Registered),
        voters: column(Quantity::Voters),
        valid: column(Quantity::Valid),
        candidates: sum.scores.iter().map(|score| score.name().to_owned()).collect(),
        votes: sum
            .scores
            .iter()
            .enumerate()
            .map(|(index, score)| votes(index, &score.candidate))
            .collect(),
    }
}

/// A round in short.
fn vote(election: &content::Election, round: &Round) -> Vote {
    let figures = round.figures();
    let count = |quantity| figures.get(quantity).map(|figure| figure.count);
    Vote {
        election: election.slug.value.clone(),
        title: election.title.clone(),
        round: french::round(round.contest, round.number).to_owned(),
        date: round.date.clone(),
        turnout: count(Quantity::Registered)
            .zip(count(Quantity::Voters))
            .filter(|_| round.provisional.is_none()),
        headline: headline(round),
        source: round.source.clone(),
    }
}
