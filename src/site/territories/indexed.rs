//! A round’s levels with what every page asks of them: parts, what lies above, ranks by turnout.
//! It must not know what a page shows.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::election::{Base, Figures, Layer, Level, Levels, Place, Quantity, Return, Share};
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
    ranks: Vec<Vec<Option<u32>>>,
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
        Self { round, levels, parts, ranks }
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

    /// The rank of a territory by turnout, and among how many.
    pub fn rank(&self, place: &Place) -> Option<(Option<u32>, u32)> {
        let mut layers = self.levels.layers.iter().enumerate();
        let (at, layer) = layers.find(|(_, layer)| layer.returns.level == place.level)?;
        let index = layer.returns.position(&place.code)?;
        let mut siblings = self.parts.get(at)?.values();
        let siblings = siblings.find(|range| range.contains(&index))?.len();
        Some((*self.ranks.get(at)?.get(index)?, siblings as u32))
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

fn ranks(layer: &Layer, parts: &BTreeMap<String, Range<usize>>) -> Vec<Option<u32>> {
    let turnout = |it: &Return| turnout(&it.tally.figures()).map(Share::hundredths);
    let territories = &layer.returns.territories;
    // Stations have no page that would say their rank.
    if layer.returns.level == Level::Station {
        return Vec::new();
    }
    let turnouts: Vec<Option<u32>> = territories.iter().map(turnout).collect();
    let mut ranks = vec![None; turnouts.len()];
    for range in parts.values() {
        let siblings = turnouts.get(range.clone()).unwrap_or_default();
        let mut sorted: Vec<u32> = siblings.iter().copied().flatten().collect();
        sorted.sort_unstable();
        for (rank, own) in ranks.iter_mut().skip(range.start).zip(siblings) {
            let higher = |own: u32| sorted.len() - sorted.partition_point(|other| *other <= own);
            *rank = own.map(|own| higher(own) as u32 + 1);
        }
    }
    ranks
}

fn turnout(figures: &Figures) -> Option<Share> {
    let voters = figures.get(Quantity::Voters)?.count;
    Share::of(voters, figures.get(Quantity::Registered)?.count, Base::Registered)
}
