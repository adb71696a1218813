//! A round’s levels with what every page asks of them: parts, what lies above, ranks by turnout.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::election::{Fraction, Layer, Level, Levels, Place, Quantity, Return, Tally};
use crate::site::content;

/// A round with the places of its parts.
pub struct Indexed<'a> {
    /// The round.
    pub round: &'a content::Round,
    /// Its levels.
    pub levels: &'a Levels,
    /// For each layer, where the parts of each territory of the layer above are, by its code.
    parts: Vec<BTreeMap<String, Range<usize>>>,
    /// For each layer, the rank of each territory by turnout among the parts of the one above.
    ranks: Vec<Vec<Option<Rank>>>,
    /// The levels whose territories have seats of their own.
    with_seats: Vec<Level>,
}

impl<'a> Indexed<'a> {
    /// Looks everything up once.
    pub fn new(round: &'a content::Round, levels: &'a Levels) -> Self {
        let above = levels.layers.iter().skip(1).map(|layer| Some(layer.returns.level));
        let above = above.chain([None]);
        let parts: Vec<_> = levels
            .layers
            .iter()
            .zip(above)
            .map(|(layer, above)| above.map_or_else(BTreeMap::new, |above| parts(layer, above)))
            .collect();
        let ranks =
            levels.layers.iter().zip(&parts).map(|(layer, parts)| ranks(layer, parts)).collect();
        let with_seats = levels.all().filter(|it| it.have_own_seats()).map(|it| it.level).collect();
        Self { round, levels, parts, ranks, with_seats }
    }

    /// The layer below a territory, and where its parts are in it.
    pub fn below(&self, place: &Place) -> Option<(&'a Layer, Range<usize>)> {
        let mut layers =
            self.levels.layers.iter().zip(&self.parts).zip(self.levels.layers.get(1..)?);
        let (found, _) = layers.find(|(_, above)| above.returns.level == place.level)?;
        Some((found.0, found.1.get(&place.code)?.clone()))
    }

    /// The layer above a territory, and the territory in which it lies.
    pub fn above(&self, place: &Place) -> Option<(&'a Layer, &'a Return)> {
        let layer = self.levels.layers.iter().find(|layer| layer.returns.level > place.level)?;
        Some((layer, layer.returns.find(&place.code_within(layer.returns.level)?)?))
    }

    /// The rank of a territory by turnout; `None` where its turnout is not wholly known.
    pub fn rank(&self, place: &Place) -> Option<Rank> {
        let mut layers = self.levels.layers.iter().enumerate();
        let (at, layer) = layers.find(|(_, layer)| layer.returns.level == place.level)?;
        *self.ranks.get(at)?.get(layer.returns.position(&place.code)?)?
    }

    /// Whether the smallest territories have a candidate of this tally too: they may have blocs or nuances
    /// where larger ones have persons.
    pub fn has_candidates_of(&self, tally: &Tally) -> bool {
        let smallest = self.levels.layers.first();
        let mut scores = smallest
            .into_iter()
            .flat_map(|layer| layer.returns.territories.iter().take(1))
            .flat_map(|first| &first.tally.scores);
        scores.any(|score| tally.scores.iter().any(|it| it.name() == score.name()))
    }

    /// Whether the seats of the candidates are those of the territories of this level.
    pub fn seats_are_of(&self, level: Level) -> bool {
        self.with_seats.contains(&level)
    }
}

/// Where the parts of each territory of the level above are: codes are sorted, so they are
/// neighbours.
fn parts(layer: &Layer, above: Level) -> BTreeMap<String, Range<usize>> {
    let mut parts: BTreeMap<String, Range<usize>> = BTreeMap::new();
    for (at, territory) in layer.returns.territories.iter().enumerate() {
        if let Some(code) = territory.place.code_within(above) {
            parts.entry(code).or_insert(at..at).end = at + 1;
        }
    }
    parts
}

/// A place in an order by turnout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rank {
    /// 1 for the highest.
    pub place: u32,
    /// How many others have the very same turnout.
    pub tied: u32,
    /// Among how many whose turnout is wholly known.
    pub among: u32,
}

fn ranks(layer: &Layer, parts: &BTreeMap<String, Range<usize>>) -> Vec<Option<Rank>> {
    let territories = &layer.returns.territories;
    // Stations have no page that would say their rank.
    if layer.returns.level == Level::Station {
        return Vec::new();
    }
    let turnouts: Vec<Option<Fraction>> = territories.iter().map(turnout).collect();
    let mut ranks = vec![None; turnouts.len()];
    for range in parts.values() {
        let siblings = turnouts.get(range.clone()).unwrap_or_default();
        let mut sorted: Vec<Fraction> = siblings.iter().copied().flatten().collect();
        sorted.sort_unstable();
        for (rank, own) in ranks.iter_mut().skip(range.start).zip(siblings) {
            *rank = own.map(|own| {
                let up_to = sorted.partition_point(|other| *other <= own);
                let below = sorted.partition_point(|other| *other < own);
                Rank {
                    place: (sorted.len() - up_to) as u32 + 1,
                    tied: (up_to - below) as u32 - 1,
                    among: sorted.len() as u32,
                }
            });
        }
    }
    ranks
}

/// Voters among the registered, not rounded.
fn turnout(territory: &Return) -> Option<Fraction> {
    let figures = territory.tally.figures();
    let count = |quantity| figures.get(quantity).map(|figure| u64::from(figure.count));
    let (voters, registered) = count(Quantity::Voters).zip(count(Quantity::Registered))?;
    Fraction::new(voters, registered).filter(|_| territory.missing.is_empty())
}
