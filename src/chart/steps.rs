//! The steps of a map: where one strength of a colour ends and the next begins. They follow what the map
//! shows, so that about as many territories are in each, and end at round numbers.

use super::fill::Strength;
use crate::data::highest_first;
use crate::french;

/// The strengths of one step, of two, and so on: from 20 %, but of up to three steps from 45 %, so that several
/// colours can be told apart.
const STRENGTHS: [&[&str]; 5] =
    [&[""], &["73", ""], &["73", "b3", ""], &["40", "73", "b3", ""], &["33", "66", "99", "cc", ""]];

/// What limits may be multiples of, in hundredths.
const UNITS: [u32; 9] = [1000, 500, 250, 100, 50, 20, 10, 5, 1];

/// What is in steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measured {
    /// Percentages.
    Share,
    /// Points by which one is ahead.
    Lead,
}

/// The steps of a map, of figures in hundredths: 57.95 % is 5795.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Steps {
    /// Where each step but the last ends, which is where the next begins.
    limits: Vec<u32>,
    measured: Measured,
}

impl Steps {
    /// As many steps as the figures fill, at most so many.
    ///
    /// Their limits are multiples of the largest unit by which there are as many as can be, each of them
    /// with at least half of its part of the figures.
    pub fn of(figures: &[u32], most: usize, measured: Measured) -> Self {
        let ranked = highest_first(figures.iter().copied());
        let figures: Vec<u32> = ranked.into_iter().rev().map(|at| figures[at]).collect();
        let mut best = (0, 0);
        let mut limits = Vec::new();
        for unit in UNITS {
            let (found, smallest) = rounded(&figures, most, unit);
            let quality = (found.len(), smallest.min(figures.len() / (2 * most)));
            if quality > best {
                (best, limits) = (quality, found);
            }
        }
        Self { limits, measured }
    }

    /// How strongly a figure is filled.
    pub fn strength(&self, figure: u32) -> Strength {
        let step = self.limits.iter().filter(|limit| **limit <= figure).count();
        Strength(self.strengths().get(step).copied().unwrap_or_default())
    }

    /// Every step, from the faintest, with its words.
    pub fn all(&self) -> Vec<(Strength, String)> {
        let strengths = self.strengths().iter().enumerate();
        strengths.map(|(step, strength)| (Strength(strength), self.words(step))).collect()
    }

    fn strengths(&self) -> &'static [&'static str] {
        STRENGTHS.get(self.limits.len()).copied().unwrap_or_default()
    }

    /// « de 5 à 7,5 % »
    fn words(&self, step: usize) -> String {
        let limit = |step: usize| self.limits.get(step).map(|limit| short(*limit));
        let with_unit = |figure: String| match self.measured {
            Measured::Share => french::percentage(figure),
            Measured::Lead => format!("{figure}\u{a0}points"),
        };
        match (step.checked_sub(1).and_then(limit), limit(step)) {
            (None, None) => "toute la carte".to_owned(),
            (None, Some(end)) => format!("moins de {}", with_unit(end)),
            (Some(begin), Some(end)) => format!("de {begin} à {}", with_unit(end)),
            (Some(begin), None) => format!("{} et plus", with_unit(begin)),
        }
    }
}

/// The limits that part sorted figures into as many classes of about the same size, as multiples of a unit;
/// none without figures on both sides. And how many figures the smallest class has.
fn rounded(figures: &[u32], most: usize, unit: u32) -> (Vec<u32>, usize) {
    let below = |limit: u32| figures.partition_point(|figure| *figure < limit);
    let mut limits = Vec::new();
    let (mut before, mut smallest) = (0, figures.len());
    for class in 1..most {
        let Some(quantile) = figures.get(figures.len() * class / most) else { break };
        let limit = (quantile + unit / 2) / unit * unit;
        let count = below(limit);
        if before < count && count < figures.len() {
            smallest = smallest.min(count - before);
            before = count;
            limits.push(limit);
        }
    }
    (limits, smallest.min(figures.len() - before))
}

/// Hundredths in as few digits as can be: 750 as `7,5`.
fn short(hundredths: u32) -> String {
    match (hundredths / 100, hundredths % 100) {
        (whole, 0) => whole.to_string(),
        (whole, rest) if rest % 10 == 0 => format!("{whole},{}", rest / 10),
        _ => french::hundredths(hundredths.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(figures: &[u32], most: usize, measured: Measured) -> Vec<String> {
        let words = Steps::of(figures, most, measured).all().into_iter();
        words.map(|(_, words)| words.replace(['\u{a0}', '\u{202f}'], " ")).collect()
    }

    #[test]
    fn steps_follow_the_figures_and_end_at_round_numbers() {
        let small: Vec<u32> = (0..100).map(|at| 180 + 7 * at).collect();
        let said = ["moins de 3 %", "de 3 à 5 %", "de 5 à 6 %", "de 6 à 7 %", "7 % et plus"];
        assert_eq!(words(&small, 5, Measured::Share), said);
        let large: Vec<u32> = (0..100).map(|at| 5_050 + 27 * at).collect();
        let said = ["moins de 55 %", "de 55 à 60 %", "de 60 à 65 %", "de 65 à 70 %"];
        assert_eq!(words(&large, 5, Measured::Share)[..4], said);
        let said = ["moins de 10 points", "de 10 à 20 points", "20 points et plus"];
        let leads: Vec<u32> = (0..100).map(|at| 31 * at).collect();
        assert_eq!(words(&leads, 3, Measured::Lead), said);
    }

    #[test]
    fn few_figures_have_few_steps() {
        assert_eq!(words(&[], 5, Measured::Share), ["toute la carte"]);
        assert_eq!(words(&[500, 500, 500], 5, Measured::Share), ["toute la carte"]);
        let said = ["moins de 10 %", "10 % et plus"];
        assert_eq!(words(&[500, 500, 500, 1_040], 5, Measured::Share), said);
        assert_eq!(words(&[1_230, 1_231, 1_232], 5, Measured::Share).len(), 3);
    }

    #[test]
    fn a_figure_at_a_limit_begins_a_step() {
        let steps = Steps { limits: vec![500, 1_500], measured: Measured::Lead };
        assert_eq!(steps.strength(0), Strength("73"));
        assert_eq!(steps.strength(499), Strength("73"));
        assert_eq!(steps.strength(500), Strength("b3"));
        assert_eq!(steps.strength(1_500), Strength(""));
        assert_eq!(steps.strength(u32::MAX), Strength(""));
    }

    proptest! {
        #[test]
        fn every_step_has_figures(figures in prop::collection::vec(0_u32..10_001, 0..99), most in 2_usize..6) {
            let steps = Steps::of(&figures, most, Measured::Share);
            prop_assert!(steps.limits.is_sorted() && steps.limits.len() < most);
            for (strength, words) in steps.all() {
                let is_used = figures.iter().any(|figure| steps.strength(*figure) == strength);
                prop_assert!(is_used || figures.is_empty(), "nothing is {words}");
            }
            let different: std::collections::BTreeSet<&u32> = figures.iter().collect();
            prop_assert_eq!(steps.limits.is_empty(), different.len() < 2);
        }
    }
}
