//! How far two colours are from each other, as people see them.

use palette::color_difference::Ciede2000;
use palette::{IntoColor, Lab, LinSrgb, Srgb};

use crate::site::parse::colour::Colour;

/// What those see who lack a kind of cone, from linear red, green and blue: without the cones for long waves
/// (protanopia), and without those for middle waves (deuteranopia). Machado, Oliveira and Fernandes, « A
/// Physiologically-based Model for Simulation of Color Vision Deficiency », 2009, severity 1.0.
const COLOUR_BLIND: [[[f64; 3]; 3]; 2] = [
    [
        [0.152_286, 1.052_583, -0.204_868],
        [0.114_503, 0.786_281, 0.099_216],
        [-0.003_882, -0.048_116, 1.051_998],
    ],
    [
        [0.367_322, 0.860_646, -0.227_968],
        [0.280_085, 0.672_501, 0.047_413],
        [-0.011_820, 0.042_940, 0.968_881],
    ],
];

/// A colour as it is seen by most people, and by those of each kind of colour blindness.
#[derive(Clone, Copy, Debug)]
pub struct Seen {
    by_most: Lab,
    by_colour_blind: [Lab; 2],
}

/// A distance between two colours (CIEDE2000): 1 is just visible side by side, black and white have 100.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Distance {
    /// For most people.
    pub for_most: f32,
    /// For those who see it least: most people, or those of one kind of colour blindness.
    pub for_anyone: f32,
}

impl Distance {
    /// The smaller one, for most people and for anyone.
    pub const fn and(self, other: Self) -> Self {
        Self {
            for_most: self.for_most.min(other.for_most),
            for_anyone: self.for_anyone.min(other.for_anyone),
        }
    }
}

impl Seen {
    /// How it is seen.
    pub fn of(Colour([red, green, blue]): Colour) -> Self {
        let light: LinSrgb<f64> = Srgb::new(red, green, blue).into_linear();
        let light = [light.red, light.green, light.blue];
        let by_colour_blind = COLOUR_BLIND.map(|rows| lab(rows.map(|row| product(row, light))));
        Self { by_most: lab(light), by_colour_blind }
    }

    /// How far another colour is.
    pub fn distance(&self, other: &Self) -> Distance {
        let for_most = self.by_most.difference(other.by_most);
        let pairs = self.by_colour_blind.into_iter().zip(other.by_colour_blind);
        let for_colour_blind = pairs.map(|(one, other)| one.difference(other));
        Distance { for_most, for_anyone: for_colour_blind.fold(for_most, f32::min) }
    }
}

fn product(row: [f64; 3], light: [f64; 3]) -> f64 {
    row.into_iter().zip(light).map(|(part, light)| part * light).sum()
}

fn lab(light: [f64; 3]) -> Lab {
    // What is simulated may be a little outside of what a screen shows.
    let [red, green, blue] = light.map(|light| light.clamp(0.0, 1.0) as f32);
    LinSrgb::new(red, green, blue).into_color()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn distance(one: &str, other: &str) -> Distance {
        let [one, other] = [one, other].map(|it| Seen::of(Colour::parse(it).unwrap()));
        one.distance(&other)
    }

    #[test]
    fn distances_are_those_of_the_standard() {
        let black_and_white = distance("#000000", "#ffffff");
        assert!((black_and_white.for_most - 100.0).abs() < 0.1, "{black_and_white:?}");
        assert!(distance("#808080", "#808080").for_most < 0.001);
        // Computed apart, with the formula of Sharma, Wu and Dalal.
        let reds = distance("#d21e4e", "#d26c78");
        assert!((reds.for_most - 14.17).abs() < 0.1, "{reds:?}");
        assert!((reds.for_anyone - 10.91).abs() < 0.1, "{reds:?}");
    }

    #[test]
    fn red_and_green_may_be_one_colour_to_the_colour_blind() {
        let seen = distance("#b44854", "#6e6c3c");
        assert!(seen.for_most > 30.0 && seen.for_anyone < 15.0, "{seen:?}");
    }
}
