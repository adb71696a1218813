//! A round’s levels with what every page asks of them: children, parents, ranks by turnout.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::election::{Fraction, Layer, Level, Levels, Place, Quantity, Tally, TerritoryResult};
use crate::site::content;

/// What every page of an election's territories asks, looked up once: there may be one for each commune
/// of the country.
pub struct Index(Vec<IndexOfRound>);

struct IndexOfRound {
    /// For each layer, where the children of each territory of the parent layer are, by its code.
    children: Vec<BTreeMap<String, Range<usize>>>,
    /// For each layer, the rank of each territory by turnout among the children of a parent.
    ranks: Vec<Vec<Option<Rank>>>,
    /// The levels whose territories have seats of their own.
    with_seats: Vec<Level>,
    /// For each sum with children of which readers are told that they differ, how many.
    differing: BTreeMap<(Level, String), usize>,
    /// What lies in each territory but not in its children.
    overlapping: BTreeMap<(Level, String), Vec<Place>>,
}

impl Index {
    /// Looks everything up.
    pub fn of(election: &content::Election) -> Self {
        Self(rounds(election).map(|(_, levels)| IndexOfRound::of(levels)).collect())
    }

    /// The rounds of the same election.
    pub fn rounds<'a>(&'a self, election: &'a content::Election) -> Vec<Indexed<'a>> {
        let rounds = rounds(election).zip(&self.0);
        rounds.map(|((round, levels), index)| Indexed { round, levels, index }).collect()
    }
}

/// The rounds of an election that are in tables.
fn rounds(election: &content::Election) -> impl Iterator<Item = (&content::Round, &Levels)> {
    let rounds = election.rounds.iter();
    rounds.filter_map(|round| Some((round, election.levels(round.number.value)?)))
}

impl IndexOfRound {
    fn of(levels: &Levels) -> Self {
        let parent = levels.layers.iter().skip(1).map(|layer| Some(layer.results.level));
        let parent = parent.chain([None]);
        let children: Vec<_> = levels
            .layers
            .iter()
            .zip(parent)
            .map(|(layer, parent)| {
                parent.map_or_else(BTreeMap::new, |parent| children(layer, parent))
            })
            .collect();
        let ranks = levels
            .layers
            .iter()
            .zip(&children)
            .map(|(layer, children)| ranks(layer, children))
            .collect();
        let with_seats = levels.all().filter(|it| it.have_own_seats()).map(|it| it.level).collect();
        let (differing, overlapping) = (differing(levels), overlapping(levels));
        Self { children, ranks, with_seats, differing, overlapping }
    }
}

/// A round with the places of its children.
pub struct Indexed<'a> {
    /// The round.
    pub round: &'a content::Round,
    /// Its levels.
    pub levels: &'a Levels,
    index: &'a IndexOfRound,
}

impl<'a> Indexed<'a> {
    /// The child layer of a territory, and where its children are in it.
    pub fn children(&self, place: &Place) -> Option<(&'a Layer, Range<usize>)> {
        let mut layers =
            self.levels.layers.iter().zip(&self.index.children).zip(self.levels.layers.get(1..)?);
        let (found, _) = layers.find(|(_, parent)| parent.results.level == place.level)?;
        Some((found.0, found.1.get(&place.code)?.clone()))
    }

    /// The parent layer of a territory, and the territory in which it lies.
    pub fn parent(&self, place: &Place) -> Option<(&'a Layer, &'a TerritoryResult)> {
        let layer = self.levels.layers.iter().find(|layer| layer.results.level > place.level)?;
        Some((layer, layer.results.find(&place.code_within(layer.results.level)?)?))
    }

    /// The rank of a territory by turnout; `None` where its turnout is not wholly known.
    pub fn rank(&self, place: &Place) -> Option<Rank> {
        let mut layers = self.levels.layers.iter().enumerate();
        let (at, layer) = layers.find(|(_, layer)| layer.results.level == place.level)?;
        *self.index.ranks.get(at)?.get(layer.results.position(&place.code)?)?
    }

    /// Whether the smallest territories have a candidate of this tally too: they may have blocs or nuances
    /// where larger ones have persons.
    pub fn has_candidates_of(&self, tally: &Tally) -> bool {
        let smallest = self.levels.layers.first();
        let mut scores = smallest
            .into_iter()
            .flat_map(|layer| layer.results.territories.iter().take(1))
            .flat_map(|first| &first.tally.scores);
        scores.any(|score| tally.scores.iter().any(|it| it.name() == score.name()))
    }

    /// How many children of a sum were published with other figures than those of smaller territories.
    pub fn differing(&self, place: &Place) -> usize {
        let key = (place.level, place.code.clone());
        self.index.differing.get(&key).copied().unwrap_or_default()
    }

    /// The territories that lie in this one but not in its children: circonscriptions, cantons.
    pub fn overlapping(&self, place: &Place) -> &'a [Place] {
        let key = (place.level, place.code.clone());
        self.index.overlapping.get(&key).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether the seats of the candidates are those of the territories of this level.
    pub fn seats_are_of(&self, level: Level) -> bool {
        self.index.with_seats.contains(&level)
    }
}

/// Where the children of each territory of the parent level are: codes are sorted, so they are
/// neighbours.
fn children(layer: &Layer, parent: Level) -> BTreeMap<String, Range<usize>> {
    let mut children: BTreeMap<String, Range<usize>> = BTreeMap::new();
    for (at, territory) in layer.results.territories.iter().enumerate() {
        if let Some(code) = territory.place.code_within(parent) {
            children.entry(code).or_insert(at..at).end = at + 1;
        }
    }
    children
}

fn differing(levels: &Levels) -> BTreeMap<(Level, String), usize> {
    let mut differing = BTreeMap::new();
    for layer in &levels.layers {
        let children = levels.all().find(|results| Some(results.level) == layer.sums_of);
        let children = children.into_iter().flat_map(|results| &results.territories);
        for child in children.filter(|child| !child.differences.is_empty()) {
            if let Some(code) = child.place.code_within(layer.results.level) {
                *differing.entry((layer.results.level, code)).or_default() += 1;
            }
        }
    }
    differing
}

fn overlapping(levels: &Levels) -> BTreeMap<(Level, String), Vec<Place>> {
    let mut overlapping: BTreeMap<_, Vec<Place>> = BTreeMap::new();
    for place in levels.overlapping.iter().flat_map(|it| &it.territories).map(|it| &it.place) {
        for level in Level::ALL.into_iter().filter(|level| *level > place.level) {
            if let Some(code) = place.code_within(level) {
                overlapping.entry((level, code)).or_default().push(place.clone());
            }
        }
    }
    overlapping
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

fn ranks(layer: &Layer, children: &BTreeMap<String, Range<usize>>) -> Vec<Option<Rank>> {
    let territories = &layer.results.territories;
    // Stations have no page that would say their rank.
    if layer.results.level == Level::Station {
        return Vec::new();
    }
    let turnouts: Vec<Option<Fraction>> = territories.iter().map(turnout).collect();
    let mut ranks = vec![None; turnouts.len()];
    for range in children.values() {
        let siblings = turnouts.get(range.clone()).unwrap_or_default();
        let mut sorted: Vec<Fraction> = siblings.iter().copied().flatten().collect();
        sorted.sort_unstable();
        for (rank, own) in ranks.iter_mut().skip(range.start).zip(siblings) {
            *rank = own.map(|own| {
                let up_to = sorted.partition_point(|other| *other <= own);
                let lower = sorted.partition_point(|other| *other < own);
                Rank {
                    place: (sorted.len() - up_to) as u32 + 1,
                    tied: (up_to - lower) as u32 - 1,
                    among: sorted.len() as u32,
                }
            });
        }
    }
    ranks
}

/// Voters among the registered, not rounded.
fn turnout(territory: &TerritoryResult) -> Option<Fraction> {
    let figures = territory.tally.figures();
    let count = |quantity| figures.get(quantity).map(|figure| u64::from(figure.count));
    let (voters, registered) = count(Quantity::Voters).zip(count(Quantity::Registered))?;
    Fraction::new(voters, registered).filter(|_| territory.missing.is_empty())
}
