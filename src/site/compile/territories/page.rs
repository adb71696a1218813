//! The page of one territory of an election.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use super::columns::breakdown;
use super::differences;
use super::indexed::{Index, Indexed, Rank};
use crate::data::{Contours, ParentComparison, Round, Territory};
use crate::election::{Ballot, Layer, Level, Place, Score, Stands, Tally};
use crate::french;
use crate::route::Slug;
use crate::site::compile::round::compile_round;
use crate::site::compile::{details, missing};
use crate::site::content;

/// Outlines by the names of their files.
pub type Maps = BTreeMap<Slug, Contours>;

/// The territories of an election, with what is asked of each of them many times.
pub struct Territories<'a> {
    /// The election.
    pub election: &'a content::Election,
    /// Its rounds that are in tables.
    pub rounds: Vec<Indexed<'a>>,
    /// The outlines that it names, with whose they are; none where no page is made.
    pub maps: Vec<(&'a Contours, HashSet<&'a str>)>,
}

impl<'a> Territories<'a> {
    /// Without maps: only pages need them.
    pub fn new(election: &'a content::Election, index: &'a Index) -> Self {
        Self { election, rounds: index.rounds(election), maps: Vec::new() }
    }

    /// With the maps that the election names.
    pub fn with_maps(self, maps: &'a Maps) -> Self {
        let maps = self.election.contours.iter().filter_map(|name| maps.get(&name.value));
        let codes = |map: &'a Contours| map.shapes.iter().map(|shape| shape.code.as_str());
        Self { maps: maps.map(|map| (map, codes(map).collect())).collect(), ..self }
    }

    /// The figures of a round in one territory, without words about them.
    pub fn figures(&self, round: &Indexed<'_>, place: &Place) -> Option<Round> {
        let own = round.levels.find(place.level, &place.code)?;
        let tally = shown_tally(round, place, &own.tally);
        let of_nuances = round.levels.layer(place.level).map(|layer| layer.of_nuances);
        let stands = match of_nuances {
            Some(true) => Stands::Nuances,
            None if !round.has_candidates_of(&tally) => self.election.stands_in(&tally),
            _ => self.election.stands(&tally),
        };
        let missing = missing::sentences(&own.missing);
        let compiled =
            compile_round(self.election, round.round, place.level, tally, stands, missing);
        Some(Round { of_nuances: of_nuances == Some(true), ..compiled })
    }

    /// A round in one territory.
    pub fn round(&self, round: &Indexed<'_>, place: &Place) -> Option<Round> {
        let own = round.levels.find(place.level, &place.code)?;
        let figures = self.figures(round, place)?;
        let nuances = figures.of_nuances.then(|| nuances_are_added_up(round.children(place)));
        let differences = differences::of_children(round, place);
        let sums_of = round.levels.layer(place.level).and_then(|layer| layer.sums_of);
        let unchecked = sums_of.filter(|_| {
            let checked = round.levels.has_check(place.level) || differences.is_some();
            own.missing.is_empty() && !checked
        });
        let notes: Vec<String> = figures
            .note
            .clone()
            .into_iter()
            .chain(nuances)
            .chain(unchecked.map(no_check))
            .chain(differences)
            .chain((own.tally.ballot == Ballot::SeveralNames).then(|| SEVERAL_NAMES.to_owned()))
            .chain(own.differences.iter().cloned())
            .collect();
        let note = Some(notes.join(" ")).filter(|note| !note.is_empty());
        let details = if figures.of_nuances {
            Vec::new()
        } else {
            details::of(&shown_tally(round, place, &own.tally), None)
        };
        Some(Round { note, details, ..figures })
    }

    /// The page of a territory, with its children in the last round.
    pub fn page(&self, place: &Place) -> Territory {
        let mut rounds = Vec::new();
        let mut parent_comparisons = Vec::new();
        for round in &self.rounds {
            let Some(compiled) = self.round(round, place) else { continue };
            parent_comparisons.extend(parent_comparison(round, place, &compiled));
            rounds.push(compiled);
        }
        let last = self.rounds.last();
        let children = last.and_then(|last| last.children(place).map(|children| (last, children)));
        let sum = rounds.last().map(|round| &round.tally);
        let breakdown = children.zip(sum).map(|((last, (layer, range)), sum)| {
            let stands = self.stands(layer, sum);
            breakdown(last, place, (layer, range), sum, stands, &self.maps)
        });
        Territory {
            election: self.election.slug.value.clone(),
            title: self.election.title.clone(),
            locative: place.locative(),
            parents: self.parents(place),
            overlapping: last.map(|last| last.overlapping(place).to_vec()).unwrap_or_default(),
            rounds,
            earlier: false,
            breakdown,
            other_breakdowns: self.earlier_breakdowns(place),
            parent_comparisons,
            history: Vec::new(),
            history_of: String::new(),
            embed: None,
            merger: None,
            since: Vec::new(),
            around: None,
            place: place.clone(),
        }
    }

    /// The round of this number, where it is in tables.
    pub fn indexed(&self, number: u8) -> Option<&Indexed<'a>> {
        self.rounds.iter().find(|round| round.round.number.value == number)
    }

    /// What the columns of a layer are.
    pub fn stands(&self, layer: &Layer, sum: &Tally) -> Stands {
        let nuances = layer.by_nuance.as_ref().map(|_| Stands::Nuances);
        nuances.unwrap_or_else(|| self.election.stands(sum))
    }

    /// The page with the children of a territory in an earlier round.
    pub fn page_of_round(&self, page: &Territory, number: u8) -> Option<Territory> {
        let round = page.rounds.iter().find(|round| round.number == number)?;
        let indexed = self.indexed(number)?;
        let children = indexed.children(&page.place)?;
        let stands = self.stands(children.0, &round.tally);
        let mut parents = page.parents.clone();
        parents.push(page.place.clone());
        Some(Territory {
            earlier: true,
            breakdown: Some(breakdown(
                indexed,
                &page.place,
                children,
                &round.tally,
                stands,
                &self.maps,
            )),
            parents,
            rounds: vec![round.clone()],
            overlapping: Vec::new(),
            other_breakdowns: Vec::new(),
            parent_comparisons: Vec::new(),
            history: Vec::new(),
            embed: None,
            ..page.clone()
        })
    }

    /// The rounds before the last in which the children of a territory are known.
    pub fn earlier_breakdowns(&self, place: &Place) -> Vec<u8> {
        let Some((_, earlier)) = self.rounds.split_last() else { return Vec::new() };
        let with_children = earlier.iter().filter(|round| round.children(place).is_some());
        with_children.map(|round| round.round.number.value).collect()
    }

    /// The territories in which one lies, the largest first.
    pub fn parents(&self, place: &Place) -> Vec<Place> {
        let Some(last) = self.rounds.last() else { return Vec::new() };
        let parent = |place: &Place| last.parent(place).map(|(_, parent)| parent.place.clone());
        let mut found: Vec<Place> =
            std::iter::successors(parent(place), |place| parent(place)).collect();
        found.reverse();
        found
    }
}

/// What a reader must know where one ballot has several names.
const SEVERAL_NAMES: &str = "Dans cette commune, chacun pouvait voter pour autant de noms que de \
                             sièges\u{a0}: les pourcentages font ensemble plus de 100.";

/// What a reader must know of a sum that nothing confirms.
fn no_check(children: Level) -> String {
    format!(
        "Somme des {} du fichier\u{a0}: aucun total publié ne permet de la vérifier.",
        children.plural()
    )
}

/// The tally of a territory as its page shows it: with seats that are its own, and where there are children
/// in the order of the votes, for the columns of the children.
fn shown_tally(round: &Indexed<'_>, place: &Place, own: &Tally) -> Tally {
    let own = own.clone();
    let mut tally = if round.seats_are_of(place.level) { own } else { own.without_seats() };
    if round.children(place).is_some() {
        tally.scores.sort_by_key(|score| std::cmp::Reverse(score.votes));
    }
    tally
}

/// What a reader must know where votes are added up by nuance.
fn nuances_are_added_up(children: Option<(&Layer, Range<usize>)>) -> String {
    let mut text = "Les voix des listes de même nuance sont additionnées.".to_owned();
    let Some((layer, range)) = children else { return text };
    let children = layer.results.territories.get(range).unwrap_or_default();
    let left_out =
        children.iter().filter(|it| layer.summands().find(&it.place.code).is_none()).count();
    if left_out > 0 {
        let left_out = french::territories(left_out, layer.results.level);
        text.push_str(&format!(
            " Sans {left_out} où chacun pouvait voter pour plusieurs noms\u{a0}: leurs voix \
             ne se comparent pas à celles des listes."
        ));
    }
    text
}

/// What a territory is within its parent.
fn parent_comparison(
    round: &Indexed<'_>,
    place: &Place,
    compiled: &Round,
) -> Option<ParentComparison> {
    let (layer, parent) = round.parent(place)?;
    // Who is alone has no rank, and where nothing can be compared nothing is said.
    let rank = round.rank(place).filter(|rank| rank.among > 1);
    let rank = rank.map(|rank| said_rank(&rank, place.level));
    let scores = |own: &Score| parent.tally.scores.iter().any(|it| it.candidate == own.candidate);
    let comparable = layer.of_nuances == compiled.of_nuances
        && !compiled.is_partial()
        && parent.missing.is_empty()
        && compiled.tally.scores.iter().any(scores);
    if !comparable && rank.is_none() {
        return None;
    }
    Some(ParentComparison {
        round: round.round.number.value,
        within: parent.place.clone(),
        locative: parent.place.locative(),
        tally: if comparable { parent.tally.clone() } else { Tally::default() },
        rank,
    })
}

/// « 29e taux de participation sur 259 communes. »
fn said_rank(rank: &Rank, level: Level) -> String {
    let (place, among) =
        (french::rank(rank.place), french::territories(rank.among as usize, level));
    let tied = match rank.tied {
        0 => String::new(),
        1 => ", à égalité avec un autre".to_owned(),
        others => format!(", à égalité avec {} autres", french::number(others)),
    };
    format!("{place} taux de participation sur {among}{tied}.")
}
