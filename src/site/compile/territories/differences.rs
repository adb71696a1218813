//! What a sum must say where the territories that were added up were published with other figures.
//! It must not find out by how much they differ: their tables tell that, on their own pages.

use super::indexed::Indexed;
use crate::election::Place;
use crate::french;

/// What a reader must know of a sum of territories of which readers are told that their figures differ
/// from those of the smaller ones; `None` where there is none.
pub fn of_children(round: &Indexed<'_>, place: &Place) -> Option<String> {
    let sums_of = round.levels.layer(place.level)?.sums_of?;
    let count = round.differing(place);
    (count > 0).then(|| {
        let (territories, theirs) = match count {
            1 => (french::territories(1, sums_of), "sa page dit en quoi"),
            _ => (french::territories(count, sums_of), "leurs pages disent en quoi"),
        };
        format!(
            "Somme des {}\u{a0}: dans {territories}, les chiffres publiés ne sont pas \
             exactement ceux des territoires plus petits\u{202f}; {theirs}.",
            sums_of.plural()
        )
    })
}
