//! The territories of an election in the last one of its kind: what changed on each page, and on each map.

use std::collections::HashSet;
use std::sync::Arc;

use jiff::civil::Date;

use super::indexed::{Index, Indexed};
use super::page::Territories;
use crate::data::{Before, Breakdown, Detail, Round, Territory};
use crate::election::{
    Base, Candidate, Layer, Place, Quantity, Score, Share, Tally, TerritoryResult,
};
use crate::french;
use crate::site::compile::pairs::{Names, Pair, pairs};
use crate::site::compile::since::{between, is_another, with};
use crate::site::content::{self, preceding_of};

/// The earlier elections of the kind of one, the latest first, and whose names are the same.
pub struct Earlier<'a> {
    elections: Vec<Territories<'a>>,
    names: Names,
}

impl<'a> Earlier<'a> {
    /// Those before an election, among all with their indices.
    pub fn of(all: &'a [(content::Election, Index)], election: &content::Election) -> Self {
        let elections = preceding_of(all, |it| &it.0, election);
        let elections: Vec<Territories<'a>> =
            elections.map(|(election, index)| Territories::new(election, index)).collect();
        let rounds = elections.iter().flat_map(|it| it.election.tallies());
        let tallies = rounds.chain(election.tallies().filter(|_| !elections.is_empty()));
        // One name may be in thousands of tallies.
        let mut known: HashSet<*const Candidate> = HashSet::new();
        let scores = tallies.flat_map(|tally| &tally.scores);
        let scores = scores.filter(|score| known.insert(Arc::as_ptr(&score.candidate)));
        let names = Names::of(scores.map(Score::name), &election.compared);
        Self { elections, names }
    }

    /// The same round of the latest of them in which a territory was the same.
    fn last(&self, round: &Indexed<'_>, place: &Place) -> Option<(&Territories<'a>, &Indexed<'a>)> {
        let number = round.round.number.value;
        let found = self.elections.iter().find_map(|territories| {
            let then = territories.rounds.iter().find(|it| it.round.number.value == number)?;
            then.levels.find(place.level, &place.code).map(|_| (territories, then))
        })?;
        let days = [found.1.round.date.value, round.round.date.value];
        (!is_another(place.level, &place.code, days)).then_some(found)
    }

    /// What changed in the territory of a page, its last round first.
    pub fn since(&self, territories: &Territories<'_>, page: &Territory) -> Vec<Detail> {
        let since = |round: &Round| {
            let indexed = territories.indexed(round.number)?;
            let (before, then) = self.last(indexed, &page.place)?;
            let days = [then.round.date.value, indexed.round.date.value];
            let then = before.figures(then, &page.place)?;
            let compared = &territories.election.compared;
            let mut detail = between(days, [&then, round], compared, &self.names)?.detail();
            if page.rounds.len() > 1 {
                let name = french::round(round.contest, round.number);
                detail.title.push_str(&format!(", {name}"));
            }
            Some(detail)
        };
        page.rounds.iter().rev().filter_map(since).collect()
    }

    /// What the children on the map of a page had.
    pub fn before(
        &self,
        territories: &Territories<'_>,
        page: &Territory,
        breakdown: &Breakdown,
    ) -> Option<Before> {
        breakdown.contours.as_ref()?;
        let now = page.rounds.iter().find(|round| round.number == breakdown.round)?;
        let indexed = territories.indexed(now.number)?;
        let (before, then) = self.last(indexed, &page.place)?;
        let (layer, _) = then.children(&page.place)?;
        let whole = before.figures(then, &page.place)?;
        if now.provisional.is_some() || whole.provisional.is_some() {
            return None;
        }
        let pairs = pairs(&whole, now, &territories.election.compared, &self.names);
        let columns = Columns { layer, whole: &whole, before: before.election };
        let days = [then.round.date.value, indexed.round.date.value];
        let codes = comparable(breakdown, days);
        let pair = |column: usize| pairs.iter().find(|pair| pair.now[..] == [column]);
        let in_column = |column: usize| match pair(column) {
            Some(pair) => codes.iter().map(|code| columns.share(pair, code.as_ref()?)).collect(),
            None => Vec::new(),
        };
        let year = days[0].year();
        let said = |column: usize| {
            let with = pair(column).and_then(|pair| with(&whole, now, pair));
            with.map_or_else(String::new, |with| format!("Comparé à {year}\u{a0}: {with}."))
        };
        let candidates = || 0..breakdown.candidates.len();
        let found = Before {
            since: format!("depuis {year}"),
            turnout: codes.iter().map(|code| columns.turnout(code.as_ref()?)).collect(),
            shares: candidates().map(in_column).collect(),
            with: candidates().map(said).collect(),
        };
        let is_known = |column: &Vec<Option<u32>>| column.iter().any(Option::is_some);
        (is_known(&found.turnout) || found.shares.iter().any(is_known)).then_some(found)
    }
}

/// The codes of the rows of which something can be compared: territories that are the same and lack nothing.
fn comparable(breakdown: &Breakdown, days: [Date; 2]) -> Vec<Option<&String>> {
    let is_same = |code: &String| !is_another(breakdown.level, code, days);
    let is_whole = |row: usize| !breakdown.incomplete.contains(&row);
    let codes = breakdown.codes.iter().enumerate();
    codes.map(|(row, code)| (is_same(code) && is_whole(row)).then_some(code)).collect()
}

/// The figures of the children of a territory in an earlier round.
struct Columns<'a> {
    layer: &'a Layer,
    whole: &'a Round,
    before: &'a content::Election,
}

impl Columns<'_> {
    /// The share of the valid votes that some had together; `None` where none of them stood.
    fn share(&self, pair: &Pair, code: &str) -> Option<u32> {
        let results = self.layer.by_nuance.as_ref().unwrap_or(&self.layer.results);
        let tally = whole(results.find(code)?)?;
        let scores = pair.then.iter().filter_map(|it| self.whole.tally.scores.get(*it));
        let votes =
            |of: &Score| tally.scores.iter().find(|score| score.candidate == of.candidate)?.votes;
        let votes: Vec<u32> = scores.filter_map(votes).collect();
        let sum = votes.iter().sum();
        // Sources that add candidates up write 0 where nobody stands.
        let stood = !votes.is_empty() && (sum > 0 || !self.before.adds_up_nuances());
        let valid = tally.figures().get(Quantity::Valid)?.count;
        Some(Share::of(sum, valid, Base::Valid).filter(|_| stood)?.hundredths())
    }

    fn turnout(&self, code: &str) -> Option<u32> {
        let figures = whole(self.layer.results.find(code)?)?.figures();
        let count = |quantity| figures.get(quantity).map(|figure| figure.count);
        let (voters, registered) = count(Quantity::Voters).zip(count(Quantity::Registered))?;
        Some(Share::of(voters, registered, Base::Registered)?.hundredths())
    }
}

/// The tally of a territory that lacks nothing.
fn whole(territory: &TerritoryResult) -> Option<&Tally> {
    Some(&territory.tally).filter(|_| territory.missing.is_empty())
}
