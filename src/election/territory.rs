//! Where votes are counted: from the polling station to the country.
//! It must not know any result.

use serde::{Deserialize, Serialize};

/// A kind of territory, smallest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Bureau de vote.
    Station,
    /// Commune, or one of the sectors of Paris, Lyon and Marseille.
    Commune,
    /// Canton.
    Canton,
    /// Circonscription législative.
    Circonscription,
    /// Département, or a collectivity that is counted like one.
    Department,
    /// Région.
    Region,
    /// The whole country.
    Country,
}

/// A territory.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    /// Its kind.
    pub level: Level,
    /// Its official code in one form: commune `78172`, département `01`, `2A` or `971`,
    /// circonscription `7807`, station `78172_0012`, country `FR`.
    pub code: String,
    /// Its name.
    pub name: String,
}
