//! Whether published levels and what smaller ones add up to are the same, or what is lacking.
//! It must not decide which of two publications is right.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use super::candidate::Candidate;
use super::levels::Levels;
use super::missing::{Missing, Reached, Shortfall};
use super::returns::{Return, Returns};
use super::sums::Standing;
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

/// A territory of which the parts make more than was published: one of the two is wrong.
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

/// What comparing a territory with the sum of its parts gave.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Outcome {
    /// They are the same, as far as both are known.
    Same,
    /// The parts lack something, and have nothing too much.
    Short(Shortfall),
    /// The parts have something too much.
    Different(Vec<Disagreement>),
}

/// The sums of one level in the territories of another, by their codes.
struct Sums {
    /// The level that was added up.
    parts: Level,
    by_code: BTreeMap<String, Return>,
}

impl Levels {
    /// Compares every published level with what smaller ones add up to: a territory whose parts do not
    /// reach it is told what they lack, and so are the sums that are made of the same parts.
    pub(super) fn compare(&mut self) {
        let mut shortfalls: Vec<Shortfall> = Vec::new();
        for at in 1..self.layers.len() {
            let sums = self.sums_below(at);
            let Some((sums, layer)) = sums.zip(self.layers.get_mut(at)) else { continue };
            note(&sums, &mut layer.returns, &mut shortfalls);
        }
        let across: Vec<Option<Sums>> =
            self.across.iter().map(|returns| self.sums_across(returns)).collect();
        for (returns, sums) in self.across.iter_mut().zip(across) {
            if let Some(sums) = sums {
                note(&sums, returns, &mut shortfalls);
            }
        }
        self.spread(&shortfalls);
    }

    /// Territories that are sums of parts which lack something lack it too; not those that are made of
    /// the larger publication.
    fn spread(&mut self, shortfalls: &[Shortfall]) {
        let bases: Vec<Option<Level>> =
            self.layers.iter().map(|layer| self.base(layer.returns.level)).collect();
        for (layer, base) in self.layers.iter_mut().zip(bases) {
            let (Some(base), level) = (base, layer.returns.level) else { continue };
            let lacks = shortfalls.iter().filter(|it| base < it.place.level);
            for shortfall in lacks.filter(|it| it.place.level < level) {
                let sum = shortfall.place.code_within(level);
                let at = sum.and_then(|code| layer.returns.position(&code));
                if let Some(sum) = at.and_then(|at| layer.returns.territories.get_mut(at)) {
                    sum.missing.shortfalls.push(shortfall.clone());
                }
            }
        }
    }

    /// What the level below a layer that is not its sum adds up to.
    fn sums_below(&self, at: usize) -> Option<Sums> {
        let (below, layer) = (self.layers.get(at.checked_sub(1)?)?, self.layers.get(at)?);
        if layer.sums_of == Some(below.returns.level) {
            return None;
        }
        let standing =
            if below.by_nuance.is_some() { Standing::Somewhere } else { Standing::Everywhere };
        let sums = below.parts().summed(layer.returns.level, standing)?;
        let by_code = sums.territories.into_iter().map(|it| (it.place.code.clone(), it)).collect();
        Some(Sums { parts: below.returns.level, by_code })
    }

    /// What stations or communes add up to in circonscriptions, where their table says in which each
    /// of them lies; what circonscriptions and cantons add up to is compared from above.
    fn sums_across(&self, across: &Returns) -> Option<Sums> {
        if across.level != Level::Circonscription {
            return None;
        }
        let layers = self.layers.iter().filter(|layer| layer.sums_of.is_none());
        let mut layers = layers.map(|layer| &layer.returns).filter(|it| it.level < across.level);
        let parts =
            layers.find(|it| it.territories.iter().all(|it| it.circonscription.is_some()))?;
        let code = |part: &Return| part.circonscription.clone();
        let mut by_code = parts.sums_by(across.level, code, Standing::Everywhere)?;
        for row in &parts.refused {
            let sum = row.circonscription.as_ref().and_then(|code| by_code.get_mut(code));
            if let Some(sum) = sum {
                sum.missing.refused.push(row.clone());
            }
        }
        Some(Sums { parts: parts.level, by_code })
    }

    /// Where parts make more than was published, except in territories of which the tables tell
    /// readers that figures differ.
    pub fn disagreements(&self) -> Vec<Disagreement> {
        let mut found = Vec::new();
        for (at, layer) in self.layers.iter().enumerate() {
            let below = at.checked_sub(1).and_then(|at| self.layers.get(at));
            let parts = below.into_iter().flat_map(|below| &below.parts().territories);
            // A sum of larger territories differs where those do.
            let across = self.across.iter().filter(|it| layer.sums_of == Some(it.level));
            let parts = parts.chain(across.flat_map(|it| &it.territories));
            let told = told(parts, layer.returns.level);
            collect(self.sums_below(at), &layer.returns, &told, &mut found);
        }
        let home = self.layer(Level::Department);
        for returns in &self.across {
            collect(self.sums_across(returns), returns, &HashSet::new(), &mut found);
            let above = returns.level < Level::Department;
            let Some(home) = home.filter(|home| above && home.sums_of != Some(returns.level))
            else {
                continue;
            };
            // A sum of small territories that lack some is no publication to compare with.
            let whole = home.returns.territories.iter().all(|it| it.missing.is_empty());
            let sums = returns.summed(Level::Department, Standing::Everywhere).filter(|_| whole);
            let sums = sums.map(|sums| Sums {
                parts: returns.level,
                by_code: sums
                    .territories
                    .into_iter()
                    .map(|it| (it.place.code.clone(), it))
                    .collect(),
            });
            let told = told(&returns.territories, Level::Department);
            collect(sums, &home.returns, &told, &mut found);
        }
        found
    }
}

/// The codes of the territories of a level with parts of which readers are told that they differ.
fn told<'a>(parts: impl IntoIterator<Item = &'a Return>, level: Level) -> HashSet<String> {
    let differing = parts.into_iter().filter(|part| !part.differences.is_empty());
    differing.filter_map(|part| part.place.code_within(level)).collect()
}

fn collect(
    sums: Option<Sums>,
    whole: &Returns,
    told: &HashSet<String>,
    found: &mut Vec<Disagreement>,
) {
    let Some(sums) = sums else { return };
    for (code, sum) in &sums.by_code {
        let is_told = |whole: &&Return| !whole.differences.is_empty() || told.contains(code);
        let Some(whole) = whole.find(code).filter(|whole| !is_told(whole)) else { continue };
        if let Outcome::Different(different) = compare(sums.parts, whole, sum) {
            found.extend(different);
        }
    }
}

/// Notes at each territory what its parts lack.
fn note(sums: &Sums, whole: &mut Returns, shortfalls: &mut Vec<Shortfall>) {
    for whole in &mut whole.territories {
        let Some(sum) = sums.by_code.get(&whole.place.code) else { continue };
        let mut missing = Missing::default();
        missing.add(&sum.missing);
        if let Outcome::Short(shortfall) = compare(sums.parts, whole, sum) {
            shortfalls.push(shortfall.clone());
            missing.shortfalls = vec![shortfall];
        }
        whole.missing_below = missing;
    }
}

fn compare(parts: Level, whole: &Return, sum: &Return) -> Outcome {
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
        return Outcome::Short(Shortfall { place: place(), parts, registered, valid });
    }
    let different = all.into_iter().filter(|(_, it)| it.published != it.sum);
    let different = different.map(|(counted, it)| Disagreement {
        place: place(),
        level: parts,
        counted,
        published: it.published,
        sum: it.sum,
    });
    Outcome::Different(different.collect())
}
