//! Whether published levels and what smaller ones add up to are the same, or what is lacking.
//! It must not decide which of two publications is right.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use super::candidate::Candidate;
use super::level_results::{LevelResults, TerritoryResult};
use super::levels::Levels;
use super::missing::{Missing, Reached, Shortfall};
use super::sums::Presence;
use super::tally::{Figures, Quantity};
use super::territory::{Level, Place};

/// What a sum and a publication can disagree on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Counted {
    /// A count.
    Quantity(Quantity),
    /// The votes of this candidate.
    Votes(Arc<Candidate>),
}

/// A territory of which the children make more than was published: one of the two is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
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

/// What comparing a territory with the sum of its children gave.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Outcome {
    /// They are the same, as far as both are known.
    Same,
    /// The children lack something, and have nothing too much.
    Short(Shortfall),
    /// The children have something too much.
    Different(Vec<Difference>),
}

/// The sums of one level in the territories of another, by their codes.
struct Sums {
    /// The level that was added up.
    children: Level,
    by_code: BTreeMap<String, TerritoryResult>,
}

impl Levels {
    /// Compares every published level with what smaller ones add up to: a territory whose children do not
    /// reach it notes what they lack, and so do the sums that are made of the same children.
    pub(super) fn compare(&mut self) {
        let mut shortfalls: Vec<Shortfall> = Vec::new();
        for at in 1..self.layers.len() {
            let sums = self.child_sums(at);
            let Some((sums, layer)) = sums.zip(self.layers.get_mut(at)) else { continue };
            note(&sums, &mut layer.results, &mut shortfalls);
        }
        let overlapping: Vec<Option<Sums>> =
            self.overlapping.iter().map(|results| self.overlapping_sums(results)).collect();
        for (results, sums) in self.overlapping.iter_mut().zip(overlapping) {
            if let Some(sums) = sums {
                note(&sums, results, &mut shortfalls);
            }
        }
        self.propagate(&shortfalls);
    }

    /// Territories that are sums of children which lack something lack it too; not those that are made of
    /// the larger publication.
    fn propagate(&mut self, shortfalls: &[Shortfall]) {
        let bases: Vec<Option<Level>> =
            self.layers.iter().map(|layer| self.base(layer.results.level)).collect();
        for (layer, base) in self.layers.iter_mut().zip(bases) {
            let (Some(base), level) = (base, layer.results.level) else { continue };
            let lacks = shortfalls.iter().filter(|it| base < it.place.level);
            for shortfall in lacks.filter(|it| it.place.level < level) {
                let sum = shortfall.place.code_within(level);
                let at = sum.and_then(|code| layer.results.position(&code));
                if let Some(sum) = at.and_then(|at| layer.results.territories.get_mut(at)) {
                    sum.missing.shortfalls.push(shortfall.clone());
                }
            }
        }
    }

    /// What the child level a layer that is not its sum adds up to.
    fn child_sums(&self, at: usize) -> Option<Sums> {
        let (child, layer) = (self.layers.get(at.checked_sub(1)?)?, self.layers.get(at)?);
        if layer.sums_of == Some(child.results.level) {
            return None;
        }
        let presence =
            if child.by_nuance.is_some() { Presence::Somewhere } else { Presence::Everywhere };
        let sums = child.summands().summed(layer.results.level, presence)?;
        let by_code = sums.territories.into_iter().map(|it| (it.place.code.clone(), it)).collect();
        Some(Sums { children: child.results.level, by_code })
    }

    /// What stations or communes add up to in circonscriptions, where their table says in which each
    /// of them lies; what circonscriptions and cantons add up to is compared on the side of the département.
    fn overlapping_sums(&self, overlapping: &LevelResults) -> Option<Sums> {
        if overlapping.level != Level::Circonscription {
            return None;
        }
        let layers = self.layers.iter().filter(|layer| layer.sums_of.is_none());
        let mut layers =
            layers.map(|layer| &layer.results).filter(|it| it.level < overlapping.level);
        let children =
            layers.find(|it| it.territories.iter().all(|it| it.circonscription.is_some()))?;
        let code = |child: &TerritoryResult| child.circonscription.clone();
        let mut by_code = children.sums_by(overlapping.level, code, Presence::Everywhere)?;
        for row in &children.refused {
            let sum = row.circonscription.as_ref().and_then(|code| by_code.get_mut(code));
            if let Some(sum) = sum {
                sum.missing.refused.push(row.clone());
            }
        }
        Some(Sums { children: children.level, by_code })
    }

    /// Where children make more than was published, except in territories of which the tables tell
    /// readers that figures differ.
    pub fn differences(&self) -> Vec<Difference> {
        let mut found = Vec::new();
        for (at, layer) in self.layers.iter().enumerate() {
            let child = at.checked_sub(1).and_then(|at| self.layers.get(at));
            let children = child.into_iter().flat_map(|child| &child.summands().territories);
            // A sum of larger territories differs where those do.
            let overlapping = self.overlapping.iter().filter(|it| layer.sums_of == Some(it.level));
            let children = children.chain(overlapping.flat_map(|it| &it.territories));
            let noted = with_noted_difference(children, layer.results.level);
            collect(self.child_sums(at), &layer.results, &noted, &mut found);
        }
        let home = self.layer(Level::Department);
        for results in &self.overlapping {
            collect(self.overlapping_sums(results), results, &HashSet::new(), &mut found);
            let is_smaller = results.level < Level::Department;
            let Some(home) = home.filter(|home| is_smaller && home.sums_of != Some(results.level))
            else {
                continue;
            };
            // A sum of small territories that lack some is no publication to compare with.
            let whole = home.results.territories.iter().all(|it| it.missing.is_empty());
            let sums = results.summed(Level::Department, Presence::Everywhere).filter(|_| whole);
            let sums = sums.map(|sums| Sums {
                children: results.level,
                by_code: sums
                    .territories
                    .into_iter()
                    .map(|it| (it.place.code.clone(), it))
                    .collect(),
            });
            let noted = with_noted_difference(&results.territories, Level::Department);
            collect(sums, &home.results, &noted, &mut found);
        }
        found
    }
}

/// The codes of the territories of a level with children of which readers are told that they differ.
fn with_noted_difference<'a>(
    children: impl IntoIterator<Item = &'a TerritoryResult>,
    level: Level,
) -> HashSet<String> {
    let differing = children.into_iter().filter(|child| !child.differences.is_empty());
    differing.filter_map(|child| child.place.code_within(level)).collect()
}

fn collect(
    sums: Option<Sums>,
    whole: &LevelResults,
    noted: &HashSet<String>,
    found: &mut Vec<Difference>,
) {
    let Some(sums) = sums else { return };
    for (code, sum) in &sums.by_code {
        let has_noted_difference =
            |whole: &&TerritoryResult| !whole.differences.is_empty() || noted.contains(code);
        let Some(whole) = whole.find(code).filter(|whole| !has_noted_difference(whole)) else {
            continue;
        };
        if let Outcome::Different(different) = compare(sums.children, whole, sum) {
            found.extend(different);
        }
    }
}

/// Notes at each territory what its children lack.
fn note(sums: &Sums, whole: &mut LevelResults, shortfalls: &mut Vec<Shortfall>) {
    for whole in &mut whole.territories {
        let Some(sum) = sums.by_code.get(&whole.place.code) else { continue };
        let mut missing = Missing::default();
        missing.add(&sum.missing);
        if let Outcome::Short(shortfall) = compare(sums.children, whole, sum) {
            shortfalls.push(shortfall.clone());
            missing.shortfalls = vec![shortfall];
        }
        whole.missing_in_children = missing;
    }
}

fn compare(children: Level, whole: &TerritoryResult, sum: &TerritoryResult) -> Outcome {
    let (figures, sums) = (whole.tally.figures(), sum.tally.figures());
    let count = |figures: &Figures, quantity| figures.get(quantity).map(|figure| figure.count);
    let reached = |quantity| {
        let (published, sum) = count(&figures, quantity).zip(count(&sums, quantity))?;
        Some(Reached { published, sum })
    };
    let counts =
        Quantity::ALL.into_iter().filter_map(|it| Some((Counted::Quantity(it), reached(it)?)));
    let votes = sum.tally.scores.iter().filter_map(|score| {
        // Tables of different files need not tell as much of a candidate.
        let scores = || whole.tally.scores.iter();
        let same = scores().find(|other| other.candidate == score.candidate);
        let published = same.or_else(|| scores().find(|it| it.name() == score.name()))?.votes?;
        Some((Counted::Votes(score.candidate.clone()), Reached { published, sum: score.votes? }))
    });
    let all: Vec<(Counted, Reached)> = counts.chain(votes).collect();
    let place = || whole.place.clone();
    if all.iter().all(|(_, it)| it.published == it.sum) {
        return Outcome::Same;
    }
    if all.iter().all(|(_, it)| it.published >= it.sum) {
        let (registered, valid) = (reached(Quantity::Registered), reached(Quantity::Valid));
        return Outcome::Short(Shortfall { place: place(), children, registered, valid });
    }
    let different = all.into_iter().filter(|(_, it)| it.published != it.sum);
    let different = different.map(|(counted, it)| Difference {
        place: place(),
        level: children,
        counted,
        published: it.published,
        sum: it.sum,
    });
    Outcome::Different(different.collect())
}
