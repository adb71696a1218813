//! The colour that everyone of an election has on all of its pages: in bars, on maps, on every level.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use super::colours::told_apart;
use super::page::Maps;
use crate::election::{
    Candidate, Layer, PALETTE, Stands, Tally, TerritoryResult, WITHOUT_NUANCE, group, nuance_of_sum,
};
use crate::site::content::Election;

/// Gives everyone of an election their colour where it does not follow from the nuance alone. Who leads
/// somewhere on a map is told apart from the others who do.
pub fn paint(election: &mut Election, maps: &Maps) {
    let mut painter = Painter::of(election);
    painter.tell_leaders_apart(election, maps);
    let mut painted: HashMap<*const Candidate, (Arc<Candidate>, Arc<Candidate>)> = HashMap::new();
    for score in tallies_mut(election).flat_map(|tally| &mut tally.scores) {
        let old = &score.candidate;
        // The old one is kept, so that nobody else comes to be where it was.
        let (_, new) =
            painted.entry(Arc::as_ptr(old)).or_insert_with(|| (old.clone(), painter.painted(old)));
        score.candidate = new.clone();
    }
}

/// What tells the candidates of an election apart, whatever else is known of them on one level or another.
type Key = (String, Option<String>, Option<String>);

fn key(candidate: &Candidate) -> Key {
    (candidate.name.clone(), candidate.nuance.clone(), candidate.colour.clone())
}

struct Painter {
    /// Whether somebody has a nuance: then whoever has none is grey.
    has_nuances: bool,
    stands: Option<Stands>,
    /// The colours of those who lead somewhere on a map.
    leaders: BTreeMap<Key, String>,
}

impl Painter {
    fn of(election: &Election) -> Self {
        let mut scores = election.tallies().flat_map(|tally| &tally.scores);
        let has_nuances = scores.any(|score| score.candidate.nuance.is_some());
        Self { has_nuances, stands: election.declared_stands(), leaders: BTreeMap::new() }
    }

    /// The colour of a candidate by what is known of them; `None` where nothing is.
    fn colour_of<'a>(&self, candidate: &'a Candidate) -> Option<&'a str> {
        let of_sum = || nuance_of_sum(&candidate.name, self.stands?).map(|nuance| nuance.colour);
        let grey = || self.has_nuances.then_some(WITHOUT_NUANCE.colour);
        candidate.colour().or_else(of_sum).or_else(grey)
    }

    /// The same candidate, with a colour of their own where theirs does not follow from their nuance.
    fn painted(&self, candidate: &Arc<Candidate>) -> Arc<Candidate> {
        let leader = || self.leaders.get(&key(candidate)).map(String::as_str);
        let of_nuance = || self.leaders.get(&key(&group(candidate))).map(String::as_str);
        let of_nuance = || of_nuance().filter(|_| candidate.colour.is_none());
        let colour = leader().or_else(of_nuance).or_else(|| self.colour_of(candidate));
        if colour == candidate.colour() {
            return candidate.clone();
        }
        Arc::new(Candidate { colour: colour.map(str::to_owned), ..Candidate::clone(candidate) })
    }

    /// The colours of those who lead somewhere, map by map: that of the largest territory first, so who has
    /// most votes there keeps the colour that was asked for. Who has got a colour keeps it on every map.
    fn tell_leaders_apart(&mut self, election: &Election, maps: &Maps) {
        let maps = election.contours.iter().filter_map(|name| maps.get(&name.value));
        let drawn: HashSet<&str> =
            maps.flat_map(|map| &map.shapes).map(|shape| shape.code.as_str()).collect();
        for levels in election.levels.values().filter(|_| !drawn.is_empty()) {
            for pair in levels.layers.windows(2).rev() {
                let [children, parents] = pair else { continue };
                for (parent, leaders) in leaders(children, parents, &drawn) {
                    self.tell_apart(by_votes(leaders, &parent.tally));
                }
            }
        }
    }

    fn tell_apart(&mut self, mut leaders: Vec<Arc<Candidate>>) {
        // Who has a colour already, or asks for a certain one, comes first.
        leaders.sort_by_key(|it| (!self.leaders.contains_key(&key(it)), it.colour.is_none()));
        let free = |colour: &&str| !self.leaders.values().any(|taken| taken == colour);
        let mut palette = PALETTE.into_iter().filter(free);
        let mut wanted = |leader: &Arc<Candidate>| {
            let known = self.leaders.get(&key(leader)).map(String::as_str);
            let colour = known.or_else(|| self.colour_of(leader)).or_else(|| palette.next());
            colour.unwrap_or(WITHOUT_NUANCE.colour).to_owned()
        };
        let wanted: Vec<String> = leaders.iter().map(&mut wanted).collect();
        let given = told_apart(&wanted.iter().map(String::as_str).collect::<Vec<_>>());
        for (leader, colour) in leaders.iter().zip(given) {
            self.leaders.entry(key(leader)).or_insert(colour);
        }
    }
}

/// Who is alone ahead in a territory of each parent that has an outline, as the map of the parent names them.
fn leaders<'a>(
    children: &Layer,
    parents: &'a Layer,
    drawn: &HashSet<&str>,
) -> Vec<(&'a TerritoryResult, HashSet<Arc<Candidate>>)> {
    let mut found: BTreeMap<String, HashSet<Arc<Candidate>>> = BTreeMap::new();
    let level = parents.results.level;
    for child in &children.results.territories {
        if !drawn.contains(child.place.code.as_str()) {
            continue;
        }
        let leader = leader(&child.tally, children.by_nuance.is_some());
        if let Some((leader, parent)) = leader.zip(child.place.code_within(level)) {
            found.entry(parent).or_default().insert(leader);
        }
    }
    let parent = |(code, leaders): (String, _)| Some((parents.results.find(&code)?, leaders));
    found.into_iter().filter_map(parent).collect()
}

/// Who is alone ahead; where candidates are added up, their nuance.
fn leader(tally: &Tally, by_nuance: bool) -> Option<Arc<Candidate>> {
    let most =
        tally.scores.iter().filter_map(|score| score.votes).max().filter(|most| *most > 0)?;
    let first = tally.scores.iter().filter(|score| score.votes == Some(most));
    let mut first = first.map(|score| match by_nuance {
        true => Arc::new(group(&score.candidate)),
        false => score.candidate.clone(),
    });
    let leader = first.next()?;
    first.all(|other| other == leader).then_some(leader)
}

/// Those with the most votes in a tally first.
fn by_votes(leaders: HashSet<Arc<Candidate>>, tally: &Tally) -> Vec<Arc<Candidate>> {
    let votes = |leader: &Candidate| {
        tally.scores.iter().find(|score| *score.candidate == *leader).and_then(|score| score.votes)
    };
    let mut leaders: Vec<_> = leaders.into_iter().collect();
    leaders.sort_by_cached_key(|leader| (std::cmp::Reverse(votes(leader)), leader.clone()));
    leaders
}

fn tallies_mut(election: &mut Election) -> impl Iterator<Item = &mut Tally> {
    let others = election.other_territories.iter_mut().flat_map(|it| &mut it.rounds);
    let rounds = election.rounds.iter_mut().chain(others).map(|round| &mut round.tally);
    let results = election.levels.values_mut().flat_map(|levels| {
        let layers = levels.layers.iter_mut();
        let layers =
            layers.flat_map(|it| std::iter::once(&mut it.results).chain(&mut it.by_nuance));
        layers.chain(&mut levels.overlapping)
    });
    rounds.chain(results.flat_map(|it| &mut it.territories).map(|it| &mut it.tally))
}
