//! The levels of a round: what was published of small territories, and what it makes of larger ones.
//! It must not know which territories have pages.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::candidate::Candidate;
use super::nuance::{WITHOUT_NUANCE, nuance};
use super::returns::{Return, Returns};
use super::tally::{Ballot, Figures, Quantity, Score, Tally};
use super::territory::{Level, Place};

/// Levels of which each lies wholly in the next: what is published of one adds up to the next.
const NESTED: [Level; 4] = [Level::Station, Level::Commune, Level::Department, Level::Country];

/// The levels of a round, each made of the one below where it was not published itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Levels {
    /// Levels that lie in each other, the smallest first.
    pub layers: Vec<Layer>,
    /// Published levels that lie across those: cantons, circonscriptions.
    pub across: Vec<Returns>,
}

/// One level of a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layer {
    /// Its territories.
    pub returns: Returns,
    /// Whether its candidates are nuances, because those below differ from place to place.
    pub of_nuances: bool,
    /// The same territories with their candidates added up by nuance, when the level above is
    /// made of nuances. Communes that vote for several names are not among them.
    pub by_nuance: Option<Returns>,
}

impl Layer {
    /// The returns that add up to the level above.
    pub fn parts(&self) -> &Returns {
        self.by_nuance.as_ref().unwrap_or(&self.returns)
    }
}

impl Levels {
    /// The levels up to `largest`, from what was published of some of them.
    ///
    /// Layers end where the territories below have neither their candidates nor their nuances in
    /// common, or where votes are missing.
    pub fn new(mut published: Vec<Returns>, largest: Level) -> Self {
        published.sort_by_key(|returns| (!NESTED.contains(&returns.level), returns.level));
        if published.is_empty() {
            return Self::default();
        }
        let layer = |returns| Layer { returns, of_nuances: false, by_nuance: None };
        let mut layers = vec![layer(published.remove(0))];
        for level in NESTED {
            let Some(below) = layers.last_mut().filter(|below| below.returns.level < level) else {
                continue;
            };
            let at = published.iter().position(|returns| returns.level == level);
            let next = match at {
                Some(at) => Some(layer(published.remove(at))),
                None if level <= largest => below.above(level),
                None => None,
            };
            match next {
                Some(next) => layers.push(next),
                None => break,
            }
        }
        Self { layers, across: published }
    }

    /// The layer of this level.
    pub fn layer(&self, level: Level) -> Option<&Layer> {
        self.layers.iter().find(|layer| layer.returns.level == level)
    }

    /// The layer below this level.
    pub fn below(&self, level: Level) -> Option<&Layer> {
        self.layers.iter().rev().find(|layer| layer.returns.level < level)
    }

    /// The smaller territories of this one, as far as they are known.
    pub fn parts<'a>(&'a self, place: &'a Place) -> impl Iterator<Item = &'a Return> {
        let below = self.below(place.level).filter(|_| NESTED.contains(&place.level));
        let parts = below.into_iter().flat_map(|layer| &layer.returns.territories);
        parts.filter(|part| part.place.code_within(place.level).as_ref() == Some(&place.code))
    }

    /// The territory with this code, whatever its level.
    pub fn find(&self, code: &str) -> Option<&Return> {
        let layers = self.layers.iter().rev().map(|layer| &layer.returns);
        layers.chain(&self.across).find_map(|returns| returns.find(code))
    }
}

/// What a sum and a publication can disagree on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Counted {
    /// A count.
    Quantity(Quantity),
    /// The votes of this candidate.
    Votes(Arc<Candidate>),
}

/// Two levels that do not make the same of one territory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disagreement {
    /// The territory.
    pub place: Place,
    /// The level that was added up.
    pub level: Level,
    /// What differs.
    pub counted: Counted,
    /// What is published of the territory, or follows from the other level.
    pub published: u32,
    /// What the territories of the level add up to.
    pub sum: u32,
}

impl Levels {
    /// Where published levels do not add up to each other, except in territories of which the
    /// tables tell readers that figures differ.
    pub fn disagreements(&self) -> Vec<Disagreement> {
        let nested = self.layers.windows(2).filter_map(|pair| match pair {
            [below, above] if above.by_nuance.is_none() => Some((below.parts(), &above.returns)),
            _ => None,
        });
        let home = self.layer(Level::Department).map(|layer| &layer.returns);
        let across = self.across.iter().filter(|returns| returns.level < Level::Department);
        let across = across.filter_map(|returns| Some((returns, home?)));
        let mut found = Vec::new();
        for (below, above) in nested.chain(across) {
            let sums = below.summed(above.level);
            for sum in sums.iter().flat_map(|sums| &sums.territories) {
                let told = below.territories.iter().any(|part| {
                    !part.differences.is_empty()
                        && part.place.code_within(above.level).as_ref() == Some(&sum.place.code)
                });
                match above.find(&sum.place.code) {
                    Some(published) if !told && published.differences.is_empty() => {
                        compare(below.level, published, sum, &mut found);
                    }
                    _ => {}
                }
            }
        }
        found
    }
}

fn compare(level: Level, published: &Return, sum: &Return, found: &mut Vec<Disagreement>) {
    let (figures, sums) = (published.tally.figures(), sum.tally.figures());
    let mut ensure_equal = |counted, count: Option<u32>, sum: Option<u32>| match (count, sum) {
        (Some(count), Some(sum)) if count != sum => {
            let place = published.place.clone();
            found.push(Disagreement { place, level, counted, published: count, sum });
        }
        _ => {}
    };
    for quantity in Quantity::ALL {
        let count = |figures: &Figures| figures.get(quantity).map(|figure| figure.count);
        ensure_equal(Counted::Quantity(quantity), count(&figures), count(&sums));
    }
    for score in &sum.tally.scores {
        // Tables of different files need not tell as much of a candidate.
        let mut scores = published.tally.scores.iter();
        let same = scores.find(|other| other.name() == score.name());
        let votes = same.and_then(|same| same.votes);
        ensure_equal(Counted::Votes(score.candidate.clone()), votes, score.votes);
    }
}

impl Layer {
    fn above(&mut self, level: Level) -> Option<Self> {
        let mut of_nuances = self.of_nuances;
        let returns = self.returns.summed(level).or_else(|| {
            let groups = self.returns.by_nuance()?;
            let sum = groups.summed(level);
            self.by_nuance = Some(groups);
            of_nuances = true;
            sum
        })?;
        Some(Self { returns, of_nuances, by_nuance: None })
    }
}

impl Returns {
    /// The sums of these territories in each territory of a larger level.
    ///
    /// A count that is unknown in one territory is unknown in its sum. `None` where territories of
    /// one sum do not have the same candidates, where votes are missing, or where a code does not
    /// say in which territory it lies.
    pub fn summed(&self, level: Level) -> Option<Self> {
        let mut sums: BTreeMap<String, Return> = BTreeMap::new();
        for part in &self.territories {
            let code = part.place.code_within(level)?;
            let stations = part.stations.or((self.level == Level::Station).then_some(1));
            if let Some(sum) = sums.get_mut(&code) {
                sum.tally.add(&part.tally)?;
                sum.stations = sum.stations.zip(stations).and_then(|(a, b)| a.checked_add(b));
                continue;
            }
            part.tally.scores.iter().try_for_each(|score| score.votes.map(|_| ()))?;
            let name = part.commune.clone().filter(|_| level == Level::Commune);
            let mut tally = part.tally.clone();
            tally.scores.iter_mut().for_each(|score| score.share = None);
            let sum = Return { stations, ..Return::new(Place::named(level, &code, name), tally) };
            sums.insert(code, sum);
        }
        Some(Self::new(level, sums.into_values().collect()))
    }

    /// The same territories with the votes of candidates of one nuance added up.
    ///
    /// Where ballots have several names, votes are not of one measure with those of lists: these
    /// territories are left out. `None` where nobody has a nuance, or where votes are missing.
    pub fn by_nuance(&self) -> Option<Self> {
        let one_choice =
            || self.territories.iter().filter(|it| it.tally.ballot == Ballot::OneChoice);
        let scores = || one_choice().flat_map(|territory| &territory.tally.scores);
        if !scores().any(|score| score.candidate.nuance.is_some()) {
            return None;
        }
        let mut groups: BTreeMap<String, Arc<Candidate>> = BTreeMap::new();
        for candidate in scores().map(|score| &score.candidate) {
            let group = group(candidate);
            groups.entry(group.name.clone()).or_insert_with(|| Arc::new(group));
        }
        let territory = |territory: &Return| {
            let mut votes: BTreeMap<String, u32> = BTreeMap::new();
            for score in &territory.tally.scores {
                let sum = votes.entry(group(&score.candidate).name).or_default();
                *sum = sum.checked_add(score.votes?)?;
            }
            let score = |group: &Arc<Candidate>| Score {
                candidate: group.clone(),
                votes: Some(votes.get(&group.name).copied().unwrap_or(0)),
                share: None,
            };
            let scores = groups.values().map(score).collect();
            let tally = Tally { scores, ..territory.tally.clone() };
            Some(Return { tally, ..territory.clone() })
        };
        let territories: Option<Vec<Return>> = one_choice().map(territory).collect();
        Some(Self::new(self.level, territories?))
    }
}

/// Whom a candidate’s votes are added up with: everyone of the same nuance.
pub fn group(candidate: &Candidate) -> Candidate {
    let code = candidate.nuance.as_deref().unwrap_or_default();
    match nuance(code) {
        None => Candidate { nuance: Some(code.to_owned()), ..Candidate::named(code) },
        Some(nuance) if *nuance == WITHOUT_NUANCE => Candidate::named("Sans nuance"),
        Some(nuance) => {
            Candidate { nuance: Some(nuance.code.to_owned()), ..Candidate::named(nuance.name) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::election::Counts;

    fn candidate(name: &str, nuance: &str) -> Candidate {
        let nuance = Some(nuance.to_owned()).filter(|code| !code.is_empty());
        Candidate { nuance, ..Candidate::named(name) }
    }

    fn place(level: Level, code: &str, votes: &[(Candidate, u32)], registered: u32) -> Return {
        let score = |(candidate, votes): &(Candidate, u32)| Score {
            candidate: Arc::new(candidate.clone()),
            votes: Some(*votes),
            share: None,
        };
        let tally = Tally {
            counts: Counts::default().with(Quantity::Registered, Some(registered)),
            scores: votes.iter().map(score).collect(),
            ..Tally::default()
        };
        Return::new(Place::named(level, code, None), tally)
    }

    fn votes(territory: &Return) -> Vec<(&str, Option<u32>)> {
        territory.tally.scores.iter().map(|score| (score.name(), score.votes)).collect()
    }

    #[test]
    fn stations_make_communes_and_communes_a_departement_and_the_country() {
        let station = |code, a, b| {
            let votes = [(candidate("A", ""), a), (candidate("B", ""), b)];
            let commune = Some("Achères".to_owned());
            Return { commune, ..place(Level::Station, code, &votes, 100) }
        };
        let territories = vec![
            station("78005_0001", 10, 20),
            station("78005_0002", 1, 2),
            station("78006_0001", 5, 5),
        ];
        let levels = Levels::new(vec![Returns::new(Level::Station, territories)], Level::Country);
        let commune = levels.find("78005").unwrap();
        assert_eq!(votes(commune), [("A", Some(11)), ("B", Some(22))]);
        assert_eq!((commune.place.name.as_str(), commune.stations), ("Achères", Some(2)));
        for code in ["78", "FR"] {
            let sum = levels.find(code).unwrap();
            assert_eq!(votes(sum), [("A", Some(16)), ("B", Some(27))]);
            assert_eq!(sum.tally.counts.get(Quantity::Registered), Some(300));
        }
        assert_eq!(levels.find("78").unwrap().place.name, "Yvelines");
    }

    #[test]
    fn lists_that_differ_are_added_up_by_nuance_and_small_communes_left_out() {
        let small = Tally {
            ballot: Ballot::SeveralNames,
            ..place(Level::Commune, "78003", &[(candidate("P", ""), 90)], 50).tally
        };
        let territories = vec![
            Return::new(Place::named(Level::Commune, "78003", None), small),
            place(
                Level::Commune,
                "78005",
                &[
                    (candidate("X", "LDVD"), 7),
                    (candidate("Y", "LDVD"), 4),
                    (candidate("Z", ""), 1),
                ],
                100,
            ),
            place(Level::Commune, "78006", &[(candidate("V", "LSOC"), 5)], 20),
        ];
        let returns = Returns::new(Level::Commune, territories);
        let levels = Levels::new(vec![returns], Level::Department);
        let whole = levels.layers.last().unwrap();
        assert!(whole.of_nuances);
        let sum = levels.find("78").unwrap();
        let expected =
            [("Divers droite", Some(11)), ("Parti socialiste", Some(5)), ("Sans nuance", Some(1))];
        assert_eq!(votes(sum), expected);
        assert_eq!(sum.tally.counts.get(Quantity::Registered), Some(120));
        assert_eq!(levels.layers[0].parts().territories.len(), 2);
        assert_eq!(levels.layers[0].returns.territories.len(), 3);
    }

    #[test]
    fn levels_that_do_not_add_up_are_found_unless_readers_are_told() {
        let votes = |votes| vec![(candidate("A", ""), votes)];
        let of = |level, code, count| {
            let territories = vec![place(level, code, &votes(count), 10)];
            Returns::new(level, territories)
        };
        let commune = of(Level::Commune, "78005", 5);
        let whole = |count| of(Level::Department, "78", count);
        let found = |levels: &Levels| -> Vec<(Level, u32, u32)> {
            let it = levels.disagreements().into_iter();
            it.map(|found| (found.level, found.published, found.sum)).collect()
        };
        let levels = |published| Levels::new(published, Level::Department);
        assert_eq!(found(&levels(vec![commune.clone(), whole(5)])), []);
        // The valid votes follow from the votes: both differ.
        let two = [(Level::Commune, 6, 5), (Level::Commune, 6, 5)];
        assert_eq!(found(&levels(vec![commune.clone(), whole(6)])), two);
        let mut told = whole(6);
        told.territories[0].differences.push("Les publications diffèrent.".to_owned());
        assert_eq!(found(&levels(vec![commune.clone(), told])), []);
        let across = of(Level::Circonscription, "7807", 4);
        let two = [(Level::Circonscription, 5, 4), (Level::Circonscription, 5, 4)];
        assert_eq!(found(&levels(vec![commune, across])), two);
    }

    #[test]
    fn what_is_published_is_not_added_up_and_what_cannot_be_is_missing() {
        let candidates = |votes| vec![(candidate("A", ""), votes)];
        let communes = |name: &str| {
            let territories = vec![
                place(Level::Commune, "78005", &candidates(5), 10),
                place(Level::Commune, "78006", &[(candidate(name, ""), 6)], 10),
            ];
            Returns::new(Level::Commune, territories)
        };
        let department = place(Level::Department, "78", &candidates(12), 21);
        let department = Returns::new(Level::Department, vec![department]);
        let levels = Levels::new(vec![department, communes("A")], Level::Department);
        assert_eq!(votes(levels.find("78").unwrap()), [("A", Some(12))]);
        let apart = Levels::new(vec![communes("B")], Level::Department);
        assert_eq!(apart.find("78"), None);
        assert_eq!(Levels::new(Vec::new(), Level::Country), Levels::default());
    }
}
