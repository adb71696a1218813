//! Served results: what was published, and what was reconstructed, kept apart.
//! Percentages are not stored where votes are: the election domain makes them.

use serde::{Deserialize, Serialize};

use super::Moment;
use crate::election::{
    Comparison, Contest, Figures, Leader, Reconstruction, Tally, leader, threshold_decides,
};
use crate::route::Slug;

/// The list of elections.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Results {
    /// Latest first.
    pub elections: Vec<ElectionCard>,
}

/// An election on a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ElectionCard {
    /// Its address.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// Where the votes were counted.
    pub territory: String,
    /// The last round published.
    pub round: Round,
}

/// One election in one territory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Election {
    /// Its address.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// Where the votes were counted.
    pub territory: String,
    /// What it was for, as sanitised HTML.
    pub introduction: String,
    /// Its rounds, in order.
    pub rounds: Vec<Round>,
}

/// One round shown outside its election's own page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundExcerpt {
    /// Address of the election.
    pub slug: Slug,
    /// Title of the election.
    pub title: String,
    /// Where the votes were counted.
    pub territory: String,
    /// The round.
    pub round: Round,
}

/// One round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Round {
    /// 1 or 2.
    pub number: u8,
    /// How the contest is decided.
    pub contest: Contest,
    /// Day of the vote.
    pub date: Moment,
    /// What was published.
    pub tally: Tally,
    /// Votes found again from published percentages.
    pub reconstruction: Option<Reconstruction>,
    /// Who published the figures.
    pub source: Source,
    /// What a reader must know of these figures.
    pub note: Option<String>,
}

/// Who published some figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The publisher.
    pub name: String,
    /// Where they can be read.
    pub address: Option<String>,
    /// When they were published.
    pub published: Option<Moment>,
}

impl Round {
    /// Every count that is known, derived or reconstructed.
    pub fn figures(&self) -> Figures {
        self.tally.figures_with(self.reconstruction.as_ref())
    }

    /// A candidate's votes as published, or as reconstructed.
    pub fn votes(&self, candidate: usize) -> Option<u32> {
        let published = self.tally.scores.get(candidate)?.votes;
        published.or_else(|| self.reconstruction.as_ref()?.votes.get(candidate).copied())
    }

    /// Whether half of the valid votes decides this round.
    pub fn threshold_decides(&self) -> bool {
        threshold_decides(self.contest, self.number, self.tally.scores.len())
    }

    /// What candidates are ranked by: their votes, or their published hundredths.
    pub fn ranking(&self) -> Vec<u32> {
        let scores = &self.tally.scores;
        let votes: Option<Vec<u32>> = (0..scores.len()).map(|index| self.votes(index)).collect();
        let share = |index: usize| scores[index].share.map_or(0, |share| share.hundredths());
        votes.unwrap_or_else(|| (0..scores.len()).map(share).collect())
    }

    /// Indices of the candidates, highest score first; equal scores keep the published order.
    pub fn order(&self) -> Vec<usize> {
        let ranking = self.ranking();
        let mut order: Vec<usize> = (0..ranking.len()).collect();
        order.sort_by_key(|index| std::cmp::Reverse(ranking[*index]));
        order
    }

    /// Who is ahead.
    pub fn leader(&self) -> Option<Leader> {
        leader(&self.ranking())
    }

    /// What this round and a later one prove about each other.
    pub fn compared_with(&self, later: &Self) -> Option<Comparison> {
        Comparison::new(self.known_votes()?, later.known_votes()?)
    }

    fn known_votes(&self) -> Option<Vec<(&str, u32)>> {
        let named =
            |index: usize| Some((self.tally.scores[index].name.as_str(), self.votes(index)?));
        self.order().into_iter().map(named).collect()
    }
}
