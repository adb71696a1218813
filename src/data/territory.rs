//! One territory in one election: its rounds, what it is made of, and what it can be compared with.

use serde::{Deserialize, Serialize};

use super::{Breakdown, Detail, Moment, Round, Source};
use crate::election::{Level, Place, Tally};
use crate::route::{Route, Slug};

/// One territory in one election.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Territory {
    /// Slug of the election.
    pub election: Slug,
    /// Title of the election.
    pub title: String,
    /// The territory.
    pub place: Place,
    /// The territory as the end of a sentence: « dans les Yvelines ».
    pub locative: String,
    /// The larger territories that have a page in this election, the largest first.
    pub parents: Vec<Place>,
    /// The territories that lie in this one but not in its smaller territories: circonscriptions
    /// next to communes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub overlapping: Vec<Place>,
    /// The rounds shown, in order.
    pub rounds: Vec<Round>,
    /// Whether this is the page of an earlier round, next to the territory's own.
    pub earlier: bool,
    /// Its smaller territories in one of the rounds.
    pub breakdown: Option<Breakdown>,
    /// Rounds whose smaller territories are on a page of their own.
    pub other_breakdowns: Vec<u8>,
    /// What it is within a larger territory, a round each.
    pub parent_comparisons: Vec<ParentComparison>,
    /// What changed since the last election that compares, a round each, the last first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub since: Vec<Detail>,
    /// The same territory in every election of the site, this one included, oldest first.
    pub history: Vec<PastRound>,
    /// The territory of that history as the end of a sentence: that of today.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub history_of: String,
    /// What is copied into another page to show the result there, of those that are shared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub embed: Option<String>,
    /// Which communes became one, as HTML.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merger: Option<String>,
    /// The ways to its neighbours, and to the territories before and after it, as HTML.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub around: Option<String>,
}

/// A territory seen within a larger one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParentComparison {
    /// The round.
    pub round: u8,
    /// The larger territory.
    pub within: Place,
    /// The larger territory as the end of a sentence: « dans les Yvelines ».
    pub locative: String,
    /// What was counted there; no scores where candidates cannot be compared.
    pub tally: Tally,
    /// Its rank by turnout, in a sentence, where turnout is wholly known.
    pub rank: Option<String>,
}

/// A round of some election in one territory, in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PastRound {
    /// URL of the territory’s page in the election.
    pub to: String,
    /// Title of the election.
    pub title: String,
    /// The round, as a reader calls it: « premier tour ».
    pub round: String,
    /// Day of the vote.
    pub date: Moment,
    /// What is to be known of the territory of that day, where it was another than that of today.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub territory: Option<String>,
    /// Inscrits and votants, where both are known, every vote was counted and the territory is that
    /// of today.
    pub turnout: Option<(u32, u32)>,
    /// Exprimés, where turnout is known too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid: Option<u32>,
    /// The first three, where it is known who they are.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub leading: Vec<PastScore>,
    /// Who is ahead, in a sentence.
    pub headline: String,
    /// Who published it.
    pub source: Source,
}

/// What somebody had in a [`PastRound`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PastScore {
    /// Whose it is.
    pub name: String,
    /// The votes, where they are known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub votes: Option<u32>,
    /// The share of the valid votes, in hundredths of a percent.
    pub hundredths: u32,
    /// `#rrggbb`; none for who has neither a colour nor a nuance.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub colour: Option<String>,
}

/// The page of a territory in an election. Polling stations have none: they are in their commune’s.
pub fn territory_route(election: &Slug, place: &Place) -> Option<Route> {
    if place.level == Level::Station {
        return None;
    }
    Some(Route::Territory(election.clone(), Slug::new(&place.slug())?))
}
