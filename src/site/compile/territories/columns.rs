//! Territories to the columns that are served.

use std::collections::HashSet;
use std::ops::Range;

use super::indexed::Indexed;
use crate::data::{Breakdown, Contours, Leading};
use crate::election::{
    Layer, Place, Quantity, Score, Stands, Tally, TerritoryResult, WITHOUT_NUANCE, group,
};
use crate::french;
use crate::site::compile::missing;

/// The columns of the children of a territory, with the candidates of its tally, and their outlines where
/// one of the maps has them.
pub fn breakdown(
    round: &Indexed<'_>,
    place: &Place,
    (layer, range): (&Layer, Range<usize>),
    whole: &Tally,
    stands: Stands,
    maps: &[(&Contours, HashSet<&str>)],
) -> Breakdown {
    let territories = layer.results.territories.get(range).unwrap_or_default();
    let added_up = |it: &TerritoryResult| layer.by_nuance.as_ref()?.find(&it.place.code);
    let children: Vec<Option<&TerritoryResult>> = match layer.by_nuance {
        None => territories.iter().map(Some).collect(),
        Some(_) => territories.iter().map(added_up).collect(),
    };
    let text =
        |of: fn(&Place) -> &str| territories.iter().map(|it| of(&it.place).to_owned()).collect();
    let codes: Vec<String> = text(|place| &place.code);
    let names: Vec<&str> = whole.scores.iter().map(Score::name).collect();
    let contours = outlines(&codes, maps);
    let own = round.levels.find(place.level, &place.code);
    let incomplete = (0..).zip(territories).filter(|(_, child)| !child.missing.is_empty());
    Breakdown {
        round: round.round.number.value,
        stands,
        level: layer.results.level,
        codes,
        names: text(|place| &place.name),
        registered: counts(territories.iter().map(Some), Quantity::Registered),
        voters: counts(territories.iter().map(Some), Quantity::Voters),
        valid: counts(children.iter().copied(), Quantity::Valid),
        votes: votes(whole, &children, sign_of_absence(layer, stands)),
        colours: contours.as_ref().map(|_| colours(&whole.scores)).unwrap_or_default(),
        before: None,
        contours,
        leading: layer.by_nuance.as_ref().map(|_| leading(territories, &names)),
        candidates: names.into_iter().map(str::to_owned).collect(),
        incomplete: incomplete.map(|(row, _)| row).collect(),
        missing: own.and_then(|own| missing::in_children(&own.missing_in_children, territories)),
    }
}

/// The outlines that show one of these territories.
fn outlines(codes: &[String], maps: &[(&Contours, HashSet<&str>)]) -> Option<Contours> {
    let shows_one = |of: &HashSet<&str>| codes.iter().any(|code| of.contains(code.as_str()));
    maps.iter().find(|(_, of)| shows_one(of)).map(|(map, _)| (*map).clone())
}

/// The colour of each candidate on the map: the one of their bar, a grey for those who have none.
fn colours(scores: &[Score]) -> Vec<String> {
    let colour =
        |score: &Score| score.candidate.colour().unwrap_or(WITHOUT_NUANCE.colour).to_owned();
    scores.iter().map(colour).collect()
}

/// A column of counts. One with a gap is no column: nothing is said of anyone. What is left out of
/// the sums counts nobody.
fn counts<'a>(
    territories: impl Iterator<Item = Option<&'a TerritoryResult>>,
    quantity: Quantity,
) -> Vec<u32> {
    let count = |territory: Option<&TerritoryResult>| match territory {
        None => Some(0),
        Some(territory) => territory.tally.figures().get(quantity).map(|figure| figure.count),
    };
    territories.map(count).collect::<Option<_>>().unwrap_or_default()
}

/// The votes that mean that nobody stands: nuances that a source adds up have 0 where nobody bears them;
/// those that we add up have none there.
fn sign_of_absence(layer: &Layer, stands: Stands) -> Option<u32> {
    (stands == Stands::Nuances && layer.by_nuance.is_none()).then_some(0)
}

/// A column of votes for each candidate of the whole; `None` for a territory in which they do not stand, of
/// which `absent` is the sign.
fn votes(
    whole: &Tally,
    territories: &[Option<&TerritoryResult>],
    absent: Option<u32>,
) -> Vec<Vec<Option<u32>>> {
    let votes = |of: &Score, territory: &TerritoryResult| {
        let mut scores = territory.tally.scores.iter();
        let votes = scores.find(|score| score.candidate == of.candidate)?.votes;
        votes.filter(|votes| Some(*votes) != absent)
    };
    let column = |of: &Score| territories.iter().map(|it| votes(of, (*it)?)).collect();
    whole.scores.iter().map(column).collect()
}

/// Who is ahead where columns add up several candidates.
fn leading(territories: &[TerritoryResult], groups: &[&str]) -> Leading {
    let mut leading = Leading::default();
    for territory in territories {
        let scores = &territory.tally.scores;
        let most = scores.iter().filter_map(|score| score.votes).max().filter(|most| *most > 0);
        let first: Vec<&Score> =
            scores.iter().filter(|score| most.is_some() && score.votes == most).collect();
        let names: Vec<&str> = first.iter().map(|score| score.name()).collect();
        leading.names.push(french::list(&names));
        leading.votes.push(most.unwrap_or(0));
        let mut votes: Vec<u32> = scores.iter().filter_map(|score| score.votes).collect();
        votes.sort_unstable();
        leading.next.push(votes.iter().rev().nth(1).copied());
        let column = |score: &&Score| {
            let name = group(&score.candidate).name;
            groups.iter().position(|group| *group == name)
        };
        let mut columns: Vec<usize> = first.iter().filter_map(column).collect();
        columns.dedup();
        leading.groups.push(columns);
    }
    leading
}
