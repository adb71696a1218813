//! Served results: what was published, and what was reconstructed, kept apart.
//! Percentages are not stored where votes are: the election domain makes them.

use serde::{Deserialize, Serialize};

use super::{Moment, highest_first};
use crate::election::{
    Ballot, Base, Comparison, Contest, Figures, Leader, Level, Majority, Place, Reconstruction,
    Scores, Share, Stands, Tally,
};
use crate::route::Slug;

/// The list of elections.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Results {
    /// Latest first.
    pub years: Vec<ElectionYear>,
    /// Every territory with a page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finder: Option<Finder>,
}

/// Territories of which a reader finds one by its name or code, a column each, in the order of names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finder {
    /// « Trouver une commune des Yvelines »
    pub title: String,
    /// What they are.
    pub level: Level,
    /// Elections in which they have pages.
    pub elections: Vec<Slug>,
    /// The election of each of their pages: the latest in which they are.
    pub latest: Vec<usize>,
    /// Their codes, see [`Place::code`].
    pub codes: Vec<String>,
    /// What each is found by: its name, those it had, its postal codes.
    pub searched: Vec<String>,
    /// Their names.
    pub names: Vec<String>,
}

/// The elections of a year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ElectionYear {
    /// The year of their last rounds.
    pub year: i16,
    /// Latest first.
    pub elections: Vec<ElectionCard>,
}

/// An election on a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ElectionCard {
    /// Its slug.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// Where the votes were counted.
    pub territory: String,
    /// The last round published, with what is provisional of it: « Second tour ».
    pub round: String,
    /// Its day.
    pub date: Moment,
    /// Who is ahead, in a sentence, where one figure cannot say it.
    pub headline: Option<String>,
    /// Who is ahead, and how many took part.
    pub figures: Vec<KeyFigure>,
    /// What changed since the last election of its kind, in a sentence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
    /// Other territories whose figures are on pages of their own.
    pub other_territories: Vec<TerritoryLink>,
}

/// One figure to be read at a glance, in words and digits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyFigure {
    /// Whose or what it is: « Benoît Hamon », « Participation ».
    pub label: String,
    /// « 57,95 % »
    pub figure: String,
    /// What it is taken of or a number of: « des exprimés », « voix ».
    pub base: String,
}

/// One election in one territory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Election {
    /// Its slug.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// Where the votes were counted.
    pub territory: String,
    /// The territory as the end of a sentence: « aux Mureaux ».
    pub locative: String,
    /// What kind of territory it is.
    pub level: Level,
    /// What is copied into another page to show the result there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub embed: Option<String>,
    /// What it was for, as HTML made of plain text.
    pub introduction: String,
    /// Its rounds, in order.
    pub rounds: Vec<Round>,
    /// Other territories whose figures are on pages of their own.
    pub other_territories: Vec<TerritoryLink>,
}

/// Another territory whose figures are on a page of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TerritoryLink {
    /// The territory.
    pub place: Place,
    /// « Tous les résultats des Yvelines », « En France »
    pub label: String,
}

/// One round shown outside its election's own page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundExcerpt {
    /// Slug of the election.
    pub slug: Slug,
    /// Title of the election.
    pub title: String,
    /// Where the votes were counted.
    pub territory: String,
    /// The territory as the end of a sentence: « aux Mureaux ».
    pub locative: String,
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
    /// How much was counted, where that is not everything: « 95 % des 7 208 bureaux dépouillés ».
    pub provisional: Option<String>,
    /// What the figures lack, in sentences: they are a partial sum then, and nobody is ahead.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<String>,
    /// What wins this round outright, where it is decided in this territory.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub majority: Option<Majority>,
    /// What was published.
    pub tally: Tally,
    /// Whether the candidates are nuances, each with the votes of several lists: nobody is elected
    /// by these.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub of_nuances: bool,
    /// The kind of candidates.
    #[serde(default, skip_serializing_if = "Stands::is_usual")]
    pub stands: Stands,
    /// Votes found again from published percentages.
    pub reconstruction: Option<Reconstruction>,
    /// What else is known of it, such as who stands and the seats.
    pub details: Vec<Detail>,
    /// Who published the figures.
    pub source: Source,
    /// What a reader must know of these figures.
    pub note: Option<String>,
    /// How turnout differs from that of a larger territory and of the last election of the kind:
    /// « 2,10 points de plus que dans les Yvelines ».
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub compared_turnout: Option<String>,
    /// What it decided, where that is more than who is ahead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<Decision>,
    /// How people voted, where that is not with one choice on paper: « vote à main levée ».
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub manner: Option<String>,
}

/// What a round decided, in words that were made at build time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// « Les cinq sièges reviennent à … », « La motion est adoptée … »
    pub words: String,
    /// Indices of those who are elected or retained.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub winners: Vec<usize>,
    /// What is said of each of them: « obtient un siège », « retenu ».
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// A part of a round that is words and figures, all of them made at build time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Detail {
    /// Its heading.
    pub title: String,
    /// Its words, a paragraph each.
    pub words: Vec<String>,
    /// Its figures.
    pub table: Option<Table>,
    /// A drawing with what its colours stand for, as HTML.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub drawing: Option<String>,
}

/// A table: the first column names the row, the others are figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// Column headings.
    pub head: Vec<String>,
    /// Rows, each as long as the head.
    pub rows: Vec<Vec<String>>,
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

    /// The smallest base of which every candidate has a percentage.
    pub fn common_base(&self) -> Option<Base> {
        self.bases().first().copied()
    }

    /// The base of the percentages that are shown when one is asked for: another where not every
    /// candidate has one of it.
    pub fn shown_base(&self, base: Base) -> Option<Base> {
        let bases = self.bases();
        bases.iter().find(|known| **known == base).or(bases.first()).copied()
    }

    /// The bases of which every candidate has a percentage, the smallest first.
    pub fn bases(&self) -> Vec<Base> {
        let complete = |base: &Base| {
            (0..self.tally.scores.len()).all(|index| self.tally.share(index, *base).is_some())
        };
        let bases = [Base::Valid, Base::Ballots, Base::Voters, Base::Registered];
        bases.into_iter().filter(complete).collect()
    }

    /// What candidates are ranked by; `None` where their scores cannot be compared.
    pub fn scores(&self) -> Option<Scores> {
        let candidates = 0..self.tally.scores.len();
        let votes: Option<Vec<u32>> = candidates.clone().map(|index| self.votes(index)).collect();
        votes.map(Scores::Votes).or_else(|| {
            let base = self.common_base()?;
            let share = |index| self.tally.share(index, base).map(Share::hundredths);
            candidates.map(share).collect::<Option<_>>().map(Scores::Hundredths)
        })
    }

    /// Indices of the candidates, highest score first; equal scores, and those that cannot be
    /// compared, keep the published order.
    pub fn order(&self) -> Vec<usize> {
        match self.scores() {
            Some(scores) => highest_first(scores.values().iter().copied()),
            None => {
                let majority = self.more_than_half();
                highest_first((0..self.tally.scores.len()).map(|it| (Some(it) == majority).into()))
            }
        }
    }

    /// Who is ahead: also where scores cannot be compared, if one of them is more than half.
    pub fn leader(&self) -> Option<Leader> {
        match self.scores() {
            _ if self.is_partial() => None,
            Some(scores) => scores.leader(),
            None => self.more_than_half().map(Leader::One),
        }
    }

    /// Whether the figures are a sum that lacks something.
    pub fn is_partial(&self) -> bool {
        !self.missing.is_empty()
    }

    /// Who is known to have more than half of the votes. A share that was rounded to 50,00 % proves
    /// nothing; where a ballot has several names, no share does.
    fn more_than_half(&self) -> Option<usize> {
        let more_than_half = |index: &usize| {
            [Base::Valid, Base::Voters, Base::Registered].into_iter().any(|base| {
                self.tally.share(*index, base).is_some_and(|share| share.hundredths() > 5_000)
            })
        };
        let one_choice = self.tally.ballot.is_one_choice();
        (0..self.tally.scores.len()).find(more_than_half).filter(|_| one_choice)
    }

    /// What is said of a candidate whom the round elects or retains.
    pub fn won(&self, candidate: usize) -> Option<&str> {
        let decision = self.decision.as_ref()?;
        decision.winners.contains(&candidate).then_some(&*decision.note)
    }

    /// Whether this candidate wins, where that is decided here and every vote was counted.
    pub fn wins_outright(&self, candidate: usize) -> bool {
        let votes = self.tally.scores.get(candidate).and_then(|score| score.votes);
        let figures = self.tally.figures();
        let is_reached = |majority: Majority, votes| {
            majority.is_reached(votes, figures.base(Base::Valid), figures.base(Base::Registered))
        };
        let reached = self.majority.zip(votes).is_some_and(|(rule, votes)| is_reached(rule, votes));
        reached && self.provisional.is_none() && !self.is_partial()
    }

    /// What this round and a later one prove about each other: nothing where ballots have several names.
    pub fn compared_with(&self, later: &Self) -> Option<Comparison> {
        if let Ballot::UpTo(_) = self.tally.ballot {
            return None;
        }
        Comparison::new(self.known_votes()?, later.known_votes()?)
    }

    fn known_votes(&self) -> Option<Vec<(&str, u32)>> {
        let named = |index: usize| Some((self.tally.scores[index].name(), self.votes(index)?));
        self.order().into_iter().map(named).collect()
    }
}
