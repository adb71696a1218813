//! What can be in a column, whatever it is called.

use crate::election::{Base, Quantity};
use crate::words::plain;

/// What is in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Something of the territory.
    Territory(TerritoryColumn),
    /// How many people or ballots.
    Count(Quantity),
    /// A count as a percentage.
    Percent(Quantity, Base),
    /// Something of a candidate.
    Candidate(Field),
    /// Which round the row is of.
    Round,
    /// Known, and of no use.
    Ignored,
}

/// What a column says of the territory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TerritoryColumn {
    /// Code of the région.
    Region,
    /// Its name.
    RegionName,
    /// Code of the département.
    Department,
    /// Its name.
    DepartmentName,
    /// Code of the circonscription.
    Circonscription,
    /// Its name.
    CirconscriptionName,
    /// Code of the canton.
    Canton,
    /// Its name.
    CantonName,
    /// Code of the commune.
    Commune,
    /// Its name.
    CommuneName,
    /// Sector of Paris, Lyon or Marseille, next to the code of the commune.
    Sector,
    /// Code of the polling station.
    Station,
    /// How many polling stations the row holds.
    Stations,
}

/// What a column says of a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Numéro de panneau.
    Panel,
    /// The ministry's label.
    Nuance,
    /// The name, or the last name.
    Name,
    /// The first name.
    FirstName,
    /// The short name of the list.
    ShortList,
    /// The full name of the list.
    List,
    /// Tête de liste.
    Head,
    /// Votes.
    Votes,
    /// Votes as a percentage.
    Share(Base),
    /// Whether elected.
    Elected,
    /// Seats won.
    Seats,
    /// The seats of a list, or whether a person was elected, in one column.
    SeatsOrElected,
    /// Known, and of no use.
    Other,
}

/// The columns of one candidate.
pub type Group = Vec<(Field, usize)>;

/// A header name without case, accents, spaces and punctuation, but for those of percentages: `%abs/ins`.
pub fn fold(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for letter in name.chars().flat_map(char::to_lowercase) {
        match plain(letter) {
            "" if letter.is_alphanumeric() || matches!(letter, '%' | '/') => folded.push(letter),
            plain => folded.push_str(plain),
        }
    }
    folded
}
