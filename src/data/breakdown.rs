//! The smaller territories of a territory in one round, stored in columns.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Contours, Round};
use crate::election::{
    Base, Candidate, Counts, Level, Place, Quantity, Score, Share, Stands, Tally,
};
use crate::french;

/// What is said of a row whose figures lack something.
pub const INCOMPLETE: &str = "Chiffres incomplets.";

/// The smaller territories of a territory in one round: a number a territory in each column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Breakdown {
    /// The round, 1 or 2.
    pub round: u8,
    /// The level of every territory.
    pub level: Level,
    /// Their codes, see [`Place::code`].
    pub codes: Vec<String>,
    /// Their names.
    pub names: Vec<String>,
    /// Inscrits; empty when the source has none.
    pub registered: Vec<u32>,
    /// Votants; empty when they are not known.
    pub voters: Vec<u32>,
    /// Exprimés.
    pub valid: Vec<u32>,
    /// The kind of candidates.
    #[serde(default, skip_serializing_if = "Stands::is_usual")]
    pub stands: Stands,
    /// Who stands, in the order of their votes in the whole territory.
    pub candidates: Vec<String>,
    /// The colour of each candidate’s areas on the map, as `#rrggbb`; empty where there is no map.
    pub colours: Vec<String>,
    /// Votes: one list a candidate; `None` where they do not stand.
    pub votes: Vec<Vec<Option<u32>>>,
    /// The rows whose figures are sums that lack something: nobody is ahead in them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub incomplete: Vec<usize>,
    /// What all of them together lack of the whole, in sentences.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub missing: Option<String>,
    /// Who is ahead, where the candidates above are nuances that add up several lists.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub leading: Option<Leading>,
    /// The same territories in the last election that compares, where there is a map.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Before>,
    /// Their outlines, where there are any of the year of the figures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contours: Option<Contours>,
}

/// Who is ahead in each territory: a list or a person, not a nuance.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leading {
    /// Their names; those of several when they are equal.
    pub names: Vec<String>,
    /// The votes of each of them.
    pub votes: Vec<u32>,
    /// The votes of whoever comes next; none where nobody does.
    pub next: Vec<Option<u32>>,
    /// The columns in which they are counted; none where they are in no column.
    pub groups: Vec<Vec<usize>>,
}

/// The same territories in an earlier election: in hundredths of a percent, and only where they compare.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Before {
    /// « depuis 2019 »
    pub since: String,
    /// Turnout, of the registered.
    pub turnout: Vec<Option<u32>>,
    /// Shares of the valid votes: one list a candidate, empty where nobody compares.
    pub shares: Vec<Vec<Option<u32>>>,
    /// With whom each candidate is compared, in a sentence; empty where that is simply the same.
    pub with: Vec<String>,
}

impl Breakdown {
    /// How many territories there are.
    pub fn len(&self) -> usize {
        self.codes.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.codes.is_empty()
    }

    /// The territory in this row.
    pub fn place(&self, row: usize) -> Place {
        let text = |column: &[String]| column.get(row).cloned().unwrap_or_default();
        Place { level: self.level, code: text(&self.codes), name: text(&self.names) }
    }

    /// The row of a territory.
    pub fn row(&self, code: &str) -> Option<usize> {
        self.codes.iter().position(|other| other == code)
    }

    /// The numbers that shares of a base are taken of; empty when they are not known.
    pub fn base(&self, base: Base) -> &[u32] {
        match base {
            Base::Registered => &self.registered,
            Base::Voters => &self.voters,
            Base::Valid | Base::Ballots => &self.valid,
        }
    }

    /// The bases that are known, that of the law first.
    pub fn bases(&self) -> Vec<Base> {
        let known = |base: &Base| !self.base(*base).is_empty();
        [Base::Valid, Base::Voters, Base::Registered].into_iter().filter(known).collect()
    }

    /// Votes of a candidate in a row; `None` for a candidate who does not stand.
    pub fn votes(&self, candidate: usize, row: usize) -> Option<u32> {
        self.votes.get(candidate)?.get(row).copied().flatten()
    }

    /// Whether the figures of a row are whole.
    pub fn is_whole(&self, row: usize) -> bool {
        !self.incomplete.contains(&row)
    }

    /// A candidate's share in a row; `None` when nobody is in the base, or not everybody.
    pub fn share(&self, candidate: usize, row: usize, base: Base) -> Option<Share> {
        self.share_of(self.votes(candidate, row)?, row, base)
    }

    fn share_of(&self, votes: u32, row: usize, base: Base) -> Option<Share> {
        Share::of(votes, *self.base(base).get(row)?, base).filter(|_| self.is_whole(row))
    }

    /// Share of the registered who took part.
    pub fn turnout(&self, row: usize) -> Option<Share> {
        self.share_of(*self.voters.get(row)?, row, Base::Registered)
    }

    /// The candidates who are ahead in a row: several when they are equal, none without votes.
    /// Where candidates are nuances, the nuance of whoever is ahead.
    pub fn leaders(&self, row: usize) -> Vec<usize> {
        if !self.is_whole(row) {
            return Vec::new();
        }
        if let Some(leading) = &self.leading {
            return leading.groups.get(row).cloned().unwrap_or_default();
        }
        let votes = |candidate: &usize| self.votes(*candidate, row);
        let candidates = 0..self.candidates.len();
        let Some(most) = candidates.clone().filter_map(|it| votes(&it)).max().filter(|it| *it > 0)
        else {
            return Vec::new();
        };
        candidates.filter(|candidate| votes(candidate) == Some(most)).collect()
    }

    /// The name of whoever is ahead in a row (of all of them, when they are equal), and the votes
    /// of each; `None` without votes.
    pub fn lead(&self, row: usize) -> Option<(String, u32)> {
        if let Some(leading) = self.leading.as_ref().filter(|_| self.is_whole(row)) {
            let votes = leading.votes.get(row).copied().filter(|votes| *votes > 0)?;
            return Some((leading.names.get(row)?.clone(), votes));
        }
        let leaders = self.leaders(row);
        let votes = self.votes(*leaders.first()?, row)?;
        let name = |candidate: &usize| self.candidates.get(*candidate).map(String::as_str);
        let names: Vec<&str> = leaders.iter().filter_map(name).collect();
        Some((french::list(&names), votes))
    }

    /// A round in one row, as it went in the `whole` territory but for the figures. Who stands is known
    /// from there; nothing is decided here. `None` where the columns do not have all of the votes: the row is
    /// of candidates whom only its own page has.
    pub fn round_of(&self, row: usize, whole: &Round) -> Option<Round> {
        let count = |column: &[u32]| column.get(row).copied();
        let counts = Counts::default()
            .with(Quantity::Registered, count(&self.registered))
            .with(Quantity::Voters, count(&self.voters))
            .with(Quantity::Valid, count(&self.valid));
        let score = |(column, name): (usize, &String)| {
            let known = whole.tally.scores.iter().find(|score| score.name() == name);
            let candidate = match known {
                Some(score) => score.candidate.clone(),
                None => Arc::new(Candidate { name: name.clone(), ..Candidate::default() }),
            };
            Some(Score { candidate, votes: Some(self.votes(column, row)?), share: None })
        };
        let scores = self.candidates.iter().enumerate().filter_map(score).collect();
        let tally = Tally { counts, ballot: whole.tally.ballot, scores }.without_seats();
        if !tally.adds_up() {
            return None;
        }
        let missing = if self.is_whole(row) { None } else { Some(INCOMPLETE.to_owned()) };
        Some(Round {
            missing: missing.into_iter().collect(),
            majority: None,
            tally,
            of_nuances: self.stands == Stands::Nuances,
            stands: self.stands,
            reconstruction: None,
            details: Vec::new(),
            note: None,
            compared_turnout: None,
            decision: None,
            ..whole.clone()
        })
    }

    /// By what share whoever is ahead in a row is before the next, nothing where they are equal; `None` where nobody
    /// comes next.
    pub fn margin(&self, row: usize, base: Base) -> Option<Share> {
        let (_, most) = self.lead(row)?;
        let next = match &self.leading {
            Some(leading) => leading.next.get(row).copied().flatten(),
            None => {
                let votes = |candidate| self.votes(candidate, row);
                let mut all: Vec<u32> = (0..self.candidates.len()).filter_map(votes).collect();
                all.sort_unstable();
                all.iter().rev().nth(1).copied()
            }
        };
        self.share_of(most.checked_sub(next?)?, row, base)
    }

    /// How a figure of a row changed since the election before, in hundredths of points: the share of a candidate of
    /// the valid votes, else turnout.
    pub fn change(&self, candidate: Option<usize>, row: usize) -> Option<i64> {
        let before = self.before.as_ref()?;
        let (now, then) = match candidate {
            Some(it) => (self.share(it, row, Base::Valid), before.shares.get(it)?.get(row)),
            None => (self.turnout(row), before.turnout.get(row)),
        };
        Some(i64::from(now?.hundredths()) - i64::from((*then?)?))
    }

    /// The share of whoever is ahead in a row.
    pub fn lead_share(&self, row: usize, base: Base) -> Option<Share> {
        self.share_of(self.lead(row)?.1, row, base)
    }
}
