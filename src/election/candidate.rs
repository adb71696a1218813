//! Who stands: a person, a pair or a list, with what the ministry publishes of them.

use std::collections::HashSet;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// Someone who stands: a person, a pair (binôme) or a list.
///
/// Two scores are of one candidate when all of this is equal.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Candidate {
    /// As a reader should see it: the person, the pair, or the short name of the list.
    pub name: String,
    /// Numéro de panneau: the place on the boards in front of polling stations.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub panel: Option<u16>,
    /// The ministry's political label, as its code: `LDVG`, `ENS`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nuance: Option<String>,
    /// The full name of the list, where it is not the name above.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list: Option<String>,
    /// Tête de liste.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub head: Option<String>,
    /// A colour of its own, `#rrggbb`, instead of that of the nuance.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub colour: Option<String>,
    /// Seats won, as published. In a national list election they are those of the whole country.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seats: Option<u16>,
    /// Whether the source says that this candidate was elected.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub elected: bool,
}

/// The kind of candidates in an election: whose votes are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stands {
    /// Persons.
    #[default]
    Candidates,
    /// Lists.
    Lists,
    /// Pairs of two persons: binômes.
    Pairs,
    /// Groups of candidates that the source adds up: blocs.
    Blocs,
    /// All candidates or lists of a political label.
    Nuances,
    /// The answers to a question.
    Answers,
    /// Projects, as in a participatory budget.
    Projects,
}

impl Stands {
    /// Whether they are the default.
    pub fn is_usual(&self) -> bool {
        *self == Self::Candidates
    }

    /// One of them: « bloc ».
    pub const fn singular(self) -> &'static str {
        match self {
            Self::Candidates => "candidat",
            Self::Lists => "liste",
            Self::Pairs => "binôme",
            Self::Blocs => "bloc",
            Self::Nuances => "nuance",
            Self::Answers => "réponse",
            Self::Projects => "projet",
        }
    }

    /// Each of them behind a number of votes: « chacun », « chacune ».
    pub fn each(self) -> &'static str {
        if matches!(self, Self::Lists | Self::Nuances) { "chacune" } else { "chacun" }
    }
}

impl Candidate {
    /// A candidate of whom nothing but the name is known.
    pub fn named(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}

/// Candidates of many territories, of whom those that are equal are kept once.
#[derive(Debug, Default)]
pub struct Candidates(HashSet<Arc<Candidate>>);

impl Candidates {
    /// The candidate that all territories share.
    pub fn shared(&mut self, candidate: Candidate) -> Arc<Candidate> {
        if let Some(known) = self.0.get(&candidate) {
            return known.clone();
        }
        let shared = Arc::new(candidate);
        self.0.insert(shared.clone());
        shared
    }
}
