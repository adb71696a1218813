//! The levels of a round: what was published of small territories, and what it makes of larger ones.

use std::collections::HashSet;

use super::candidate::Candidate;
use super::departments::DEPARTMENTS;
use super::level_results::{LevelResults, TerritoryResult};
use super::sums::Presence;
use super::territory::{Level, Place};

/// Levels of which each lies wholly in the next: what is published of one adds up to the next.
const NESTED: [Level; 4] = [Level::Station, Level::Commune, Level::Department, Level::Country];

/// The levels of a round, each made of its child where it was not published itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Levels {
    /// Levels that lie in each other, the smallest first.
    pub layers: Vec<Layer>,
    /// Published levels that overlap those: cantons, circonscriptions, régions.
    pub overlapping: Vec<LevelResults>,
}

/// One level of a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layer {
    /// Its territories.
    pub results: LevelResults,
    /// The level of which its territories are sums; `None` where they were published.
    pub sums_of: Option<Level>,
    /// Whether its candidates are nuances, because those of its children differ from place to place.
    pub of_nuances: bool,
    /// The same territories with their candidates added up by nuance, when the parent level is
    /// made of nuances. Communes that vote for several names are not among them.
    pub by_nuance: Option<LevelResults>,
}

impl Layer {
    const fn published(results: LevelResults) -> Self {
        Self { results, sums_of: None, of_nuances: false, by_nuance: None }
    }

    /// The results that add up to the parent level.
    pub fn summands(&self) -> &LevelResults {
        self.by_nuance.as_ref().unwrap_or(&self.results)
    }

    /// The parent level as the sum of this one; `None` where candidates have nothing in common.
    fn parent(&mut self, level: Level) -> Option<Self> {
        let mut of_nuances = self.of_nuances;
        let results = self.results.summed(level, Presence::Everywhere).or_else(|| {
            let groups = self.results.by_nuance()?;
            let sum = groups.summed(level, Presence::Somewhere);
            self.by_nuance = Some(groups);
            of_nuances = true;
            sum
        })?;
        let sums_of = Some(self.results.level);
        Some(Self { results, sums_of, of_nuances, by_nuance: None })
    }

    /// Whether nothing is known to be missing from any of its territories.
    fn is_whole(&self) -> bool {
        self.results.territories.iter().all(|it| it.missing.is_empty())
            && self.results.refused.is_empty()
    }

    fn candidates(&self) -> HashSet<&Candidate> {
        let scores = self.results.territories.iter().flat_map(|it| &it.tally.scores);
        scores.map(|score| &*score.candidate).collect()
    }
}

impl Levels {
    /// The levels up to `largest`, from what was published of some of them.
    ///
    /// Layers end where the children have neither their candidates nor their nuances in
    /// common, or where votes are missing.
    pub fn new(mut published: Vec<LevelResults>, largest: Level) -> Self {
        published.sort_by_key(|results| (!NESTED.contains(&results.level), results.level));
        if published.is_empty() {
            return Self::default();
        }
        let mut layers = vec![Layer::published(published.remove(0))];
        for level in NESTED {
            let Some(child) = layers.last_mut().filter(|child| child.results.level < level) else {
                continue;
            };
            let at = published.iter().position(|results| results.level == level);
            let next = match at {
                Some(at) => Some(Layer::published(published.remove(at))),
                None if level <= largest => sum(child, &published, level),
                None => None,
            };
            match next {
                Some(next) => layers.push(next),
                None => break,
            }
        }
        let mut levels = Self { layers, overlapping: published };
        levels.note_absent_departments();
        levels.compare();
        levels
    }

    /// The layer of this level.
    pub fn layer(&self, level: Level) -> Option<&Layer> {
        self.layers.iter().find(|layer| layer.results.level == level)
    }

    /// The child layer of this level.
    pub fn child(&self, level: Level) -> Option<&Layer> {
        self.layers.iter().rev().find(|layer| layer.results.level < level)
    }

    /// The territories of which smaller ones are known, by level and code.
    pub fn with_children(&self) -> HashSet<(Level, String)> {
        let pairs = self.layers.iter().zip(self.layers.iter().skip(1));
        let parents = pairs.flat_map(|(child, parent)| {
            let level = parent.results.level;
            let children = child.results.territories.iter();
            children.filter_map(move |child| Some((level, child.place.code_within(level)?)))
        });
        parents.collect()
    }

    /// Every level, the largest first: those that lie in each other before the overlapping ones.
    pub fn all(&self) -> impl Iterator<Item = &LevelResults> {
        self.layers.iter().rev().map(|layer| &layer.results).chain(&self.overlapping)
    }

    /// The territory of this level with this code. Codes of two levels may be the same: 7805 is a
    /// canton and a circonscription.
    pub fn find(&self, level: Level, code: &str) -> Option<&TerritoryResult> {
        self.all().find(|results| results.level == level)?.find(code)
    }

    /// The territory with this code, whatever its level: the first of [`Self::all`].
    pub fn find_code(&self, code: &str) -> Option<&TerritoryResult> {
        self.all().find_map(|results| results.find(code))
    }

    /// Whether a larger published level says what the territories of this one should add up to.
    pub fn has_check(&self, level: Level) -> bool {
        let published = self.layers.iter().filter(|layer| layer.sums_of.is_none());
        let published = published.map(|layer| layer.results.level);
        let mut published = published.chain(self.overlapping.iter().map(|results| results.level));
        self.base(level).is_some_and(|base| published.any(|other| other > base))
    }

    /// The published level of which the territories of a level are sums, directly or not; `None` where
    /// they were published themselves.
    pub fn base(&self, level: Level) -> Option<Level> {
        let sums_of = |level: Level| self.layer(level)?.sums_of;
        std::iter::successors(sums_of(level), |level| sums_of(*level)).last()
    }

    /// The country is whole only with every département and what is counted like one.
    fn note_absent_departments(&mut self) {
        let [.., child, country] = &mut self.layers[..] else { return };
        if country.results.level != Level::Country || country.sums_of.is_none() {
            return;
        }
        let absent: Vec<Place> = DEPARTMENTS
            .iter()
            .filter_map(|department| Place::whole(department.code))
            .filter(|place| {
                let code = place.code_within(child.results.level);
                code.is_none_or(|code| child.results.find(&code).is_none())
            })
            .collect();
        for whole in &mut country.results.territories {
            whole.missing.territories.clone_from(&absent);
        }
    }
}

/// A level that was not published: the sum of the largest published level that lies in it and has the
/// same candidates, so that a table of stations which lacks some makes no total where larger ones were
/// published; the sum of the child level where that one is not whole.
fn sum(child: &mut Layer, overlapping: &[LevelResults], level: Level) -> Option<Layer> {
    let of_child = child.parent(level);
    let larger =
        overlapping.iter().rev().filter(|it| it.level > child.results.level && it.level < level);
    let mut larger = larger.filter_map(|it| Layer::published(it.clone()).parent(level));
    let fits = |layer: &Layer| match &of_child {
        Some(child) => layer.is_whole() && layer.candidates() == child.candidates(),
        None => true,
    };
    larger.find(fits).or(of_child)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::election::{Ballot, Counts, Quantity, Reached, Refused, Score, Tally};

    fn candidate(name: &str, nuance: &str) -> Candidate {
        let nuance = Some(nuance.to_owned()).filter(|code| !code.is_empty());
        Candidate { nuance, ..Candidate::named(name) }
    }

    fn place(
        level: Level,
        code: &str,
        votes: &[(Candidate, u32)],
        registered: u32,
    ) -> TerritoryResult {
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
        TerritoryResult::new(Place::named(level, code, None), tally)
    }

    fn votes_of(territory: &TerritoryResult) -> Vec<(&str, Option<u32>)> {
        territory.tally.scores.iter().map(|score| (score.name(), score.votes)).collect()
    }

    #[test]
    fn stations_make_communes_and_communes_a_departement_and_the_country() {
        let station = |code, a, b| {
            let votes = [(candidate("A", ""), a), (candidate("B", ""), b)];
            let commune = Some("Achères".to_owned());
            TerritoryResult { commune, ..place(Level::Station, code, &votes, 100) }
        };
        let territories = vec![
            station("78005_0001", 10, 20),
            station("78005_0002", 1, 2),
            station("78006_0001", 5, 5),
        ];
        let levels =
            Levels::new(vec![LevelResults::new(Level::Station, territories)], Level::Country);
        let commune = levels.find(Level::Commune, "78005").unwrap();
        assert_eq!(votes_of(commune), [("A", Some(11)), ("B", Some(22))]);
        assert_eq!((commune.place.name.as_str(), commune.stations), ("Achères", Some(2)));
        for code in ["78", "FR"] {
            let sum = levels.find_code(code).unwrap();
            assert_eq!(votes_of(sum), [("A", Some(16)), ("B", Some(27))]);
            assert_eq!(sum.tally.counts.get(Quantity::Registered), Some(300));
        }
        assert_eq!(levels.find_code("78").unwrap().place.name, "Yvelines");
    }

    #[test]
    fn lists_that_differ_are_added_up_by_nuance_and_small_communes_left_out() {
        let small = Tally {
            ballot: Ballot::SeveralNames,
            ..place(Level::Commune, "78003", &[(candidate("P", ""), 90)], 50).tally
        };
        let territories = vec![
            TerritoryResult::new(Place::named(Level::Commune, "78003", None), small),
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
        let results = LevelResults::new(Level::Commune, territories);
        let levels = Levels::new(vec![results], Level::Department);
        let whole = levels.layers.last().unwrap();
        assert!(whole.of_nuances);
        let sum = levels.find_code("78").unwrap();
        let expected =
            [("Divers droite", Some(11)), ("Sans nuance", Some(1)), ("Parti socialiste", Some(5))];
        assert_eq!(votes_of(sum), expected);
        assert_eq!(sum.tally.counts.get(Quantity::Registered), Some(120));
        assert_eq!(levels.layers[0].summands().territories.len(), 2);
        assert_eq!(levels.layers[0].results.territories.len(), 3);
    }

    #[test]
    fn levels_that_do_not_add_up_are_found_unless_readers_are_told() {
        let votes = |votes| vec![(candidate("A", ""), votes)];
        let of = |level, code, count| {
            let territories = vec![place(level, code, &votes(count), 10)];
            LevelResults::new(level, territories)
        };
        let commune = of(Level::Commune, "78005", 5);
        let whole = |count| of(Level::Department, "78", count);
        let found = |levels: &Levels| -> Vec<(Level, u32, u32)> {
            let it = levels.differences().into_iter();
            it.map(|found| (found.level, found.published, found.sum)).collect()
        };
        let levels = |published| Levels::new(published, Level::Department);
        assert_eq!(found(&levels(vec![commune.clone(), whole(5)])), []);
        // The valid votes follow from the votes: both differ.
        let two = [(Level::Commune, 4, 5), (Level::Commune, 4, 5)];
        assert_eq!(found(&levels(vec![commune.clone(), whole(4)])), two);
        let mut noted = whole(4);
        noted.territories[0].differences.push("Les publications diffèrent.".to_owned());
        assert_eq!(found(&levels(vec![commune.clone(), noted])), []);
    }

    #[test]
    fn parts_that_do_not_reach_what_was_published_are_short() {
        let votes = |votes| vec![(candidate("A", ""), votes)];
        let commune = place(Level::Commune, "78005", &votes(5), 10);
        let department = place(Level::Department, "78", &votes(6), 12);
        let results = |level, one| LevelResults::new(level, vec![one]);
        let published =
            vec![results(Level::Commune, commune), results(Level::Department, department)];
        let levels = Levels::new(published, Level::Department);
        assert_eq!(levels.differences(), []);
        let whole = levels.find(Level::Department, "78").unwrap();
        assert!(whole.missing.is_empty());
        let [shortfall] = &whole.missing_in_children.shortfalls[..] else { panic!("{whole:?}") };
        assert_eq!(shortfall.registered.map(Reached::lacking), Some(2));
        assert_eq!(shortfall.valid.map(Reached::lacking), Some(1));
    }

    #[test]
    fn a_refused_row_is_missing_from_every_sum_above_it() {
        let votes = [(candidate("A", ""), 5)];
        let row = |code: Option<&str>, within: &str| Refused {
            code: code.map(str::to_owned),
            name: "Bureau".to_owned(),
            within: within.to_owned(),
            circonscription: None,
            registered: Some(10),
            reason: "Les voix font 6, la source indique 5 exprimés.".to_owned(),
        };
        let stations = LevelResults {
            refused: vec![
                row(Some("78005_0002"), "78005"),
                row(Some("78006_0001"), "78006"),
                row(None, "78"),
                row(None, "FR"),
            ],
            ..LevelResults::new(
                Level::Station,
                vec![
                    place(Level::Station, "78005_0001", &votes, 10),
                    place(Level::Station, "95001_0001", &votes, 10),
                ],
            )
        };
        let levels = Levels::new(vec![stations], Level::Country);
        let missing = |level, code| levels.find(level, code).unwrap().missing.refused.len();
        assert_eq!(missing(Level::Commune, "78005"), 1);
        assert_eq!(missing(Level::Commune, "95001"), 0);
        assert_eq!(missing(Level::Department, "78"), 3);
        assert_eq!(missing(Level::Department, "95"), 0);
        let country = levels.find(Level::Country, "FR").unwrap();
        assert_eq!((country.missing.refused.len(), country.missing.territories.len()), (4, 105));
    }

    #[test]
    fn circonscriptions_make_a_departement_where_stations_lack_some() {
        let votes = |votes| vec![(candidate("A", ""), votes)];
        let station = |code, count| TerritoryResult {
            circonscription: Some("7807".to_owned()),
            ..place(Level::Station, code, &votes(count), 10)
        };
        let stations = LevelResults::new(
            Level::Station,
            vec![station("78005_0001", 5), station("78006_0001", 6)],
        );
        let published = place(Level::Circonscription, "7807", &votes(15), 30);
        let overlapping = LevelResults::new(Level::Circonscription, vec![published]);
        let levels = Levels::new(vec![stations.clone(), overlapping], Level::Department);
        let whole = levels.find(Level::Department, "78").unwrap();
        assert_eq!(votes_of(whole), [("A", Some(15))]);
        assert!(whole.missing.is_empty() && !whole.missing_in_children.is_empty());
        assert_eq!(levels.base(Level::Department), Some(Level::Circonscription));
        // Other candidates make no sum of the same columns, but their registered voters count.
        let other = place(Level::Circonscription, "7807", &[(candidate("Z", ""), 15)], 30);
        let overlapping = LevelResults::new(Level::Circonscription, vec![other]);
        let levels = Levels::new(vec![stations, overlapping], Level::Department);
        let sum = levels.find(Level::Department, "78").unwrap();
        assert_eq!(votes_of(sum), [("A", Some(11))]);
        assert_eq!(sum.missing.shortfalls.len(), 1);
        assert!(levels.has_check(Level::Department));
    }

    #[test]
    fn what_is_published_is_not_added_up_and_what_cannot_be_is_missing() {
        let candidates = |votes| vec![(candidate("A", ""), votes)];
        let communes = |name: &str| {
            let territories = vec![
                place(Level::Commune, "78005", &candidates(5), 10),
                place(Level::Commune, "78006", &[(candidate(name, ""), 6)], 10),
            ];
            LevelResults::new(Level::Commune, territories)
        };
        let department = place(Level::Department, "78", &candidates(12), 21);
        let department = LevelResults::new(Level::Department, vec![department]);
        let levels = Levels::new(vec![department, communes("A")], Level::Department);
        assert_eq!(votes_of(levels.find_code("78").unwrap()), [("A", Some(12))]);
        let apart = Levels::new(vec![communes("B")], Level::Department);
        assert_eq!(apart.find_code("78"), None);
        assert_eq!(Levels::new(Vec::new(), Level::Country), Levels::default());
    }
}
