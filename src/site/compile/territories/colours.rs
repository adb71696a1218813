//! Colours for the entries of one legend, of which no two can be taken for each other.

/// The least distance between two colours of a legend: less cannot be told apart in small areas.
const APART: u32 = 90;

/// The greys of the style sheets, in light and in dark, for ties and for what is not known.
const GREYS: [&str; 4] = ["#565b63", "#a9aeb6", "#dcd7cd", "#353a41"];

/// The backgrounds in light and in dark.
const BACKGROUNDS: [Rgb; 2] = [Rgb([0xff; 3]), Rgb([0x14, 0x16, 0x1a])];

/// The colours that were asked for where they can be told apart, first come first served; in the place of
/// each of the others the most similar one that can. Where there are too many for that, the ones that
/// differ most.
pub fn told_apart(wanted: &[&str]) -> Vec<String> {
    let mut taken: Vec<Rgb> = GREYS.into_iter().filter_map(Rgb::read).collect();
    let mut given: Vec<Option<String>> = vec![None; wanted.len()];
    for (colour, given) in wanted.iter().zip(&mut given) {
        if let Some(rgb) = Rgb::read(colour).filter(|rgb| rgb.distance_to_nearest(&taken) >= APART)
        {
            taken.push(rgb);
            *given = Some((*colour).to_owned());
        }
    }
    let all = if given.contains(&None) { seen_on_both_backgrounds() } else { Vec::new() };
    // How far each is from the nearest that is taken.
    let mut others: Vec<(Rgb, u32)> =
        all.into_iter().map(|rgb| (rgb, rgb.distance_to_nearest(&taken))).collect();
    let mut other = |wanted: &str| {
        let wanted = Rgb::read(wanted).unwrap_or(Rgb([0x80; 3]));
        let apart = others.iter().filter(|(_, distance)| *distance >= APART);
        let most_similar = apart.min_by_key(|(rgb, _)| rgb.distance(wanted));
        let found = most_similar.or_else(|| others.iter().max_by_key(|(_, distance)| *distance));
        let found = found.map_or(wanted, |(rgb, _)| *rgb);
        for (rgb, distance) in &mut others {
            *distance = (*distance).min(rgb.distance(found));
        }
        found.to_string()
    };
    let given = given.into_iter().zip(wanted);
    given.map(|(given, wanted)| given.unwrap_or_else(|| other(wanted))).collect()
}

/// Red, green and blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Rgb([u8; 3]);

impl Rgb {
    /// Reads `#rrggbb`.
    fn read(colour: &str) -> Option<Self> {
        let digits = colour.strip_prefix('#').filter(|it| it.len() == 6)?;
        let [_, red, green, blue] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
        Some(Self([red, green, blue]))
    }

    /// A distance as eyes see it, from 0 to 765: in RGB, weighted by how red both are (« redmean »).
    fn distance(self, other: Self) -> u32 {
        let [red, green, blue] =
            [0, 1, 2].map(|at| u32::from(self.0[at].abs_diff(other.0[at])).pow(2));
        let redness = (u32::from(self.0[0]) + u32::from(other.0[0])) / 2;
        ((((512 + redness) * red + 1024 * green + (767 - redness) * blue) / 256).isqrt()).min(765)
    }

    fn distance_to_nearest(self, others: &[Self]) -> u32 {
        others.iter().map(|other| self.distance(*other)).min().unwrap_or(u32::MAX)
    }

    /// Relative luminance as WCAG 2.2 defines it.
    fn luminance(self) -> f64 {
        let linear = self.0.map(|channel| {
            let part = f64::from(channel) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        linear[0] * 0.2126 + linear[1] * 0.7152 + linear[2] * 0.0722
    }

    fn contrast(self, other: Self) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }
}

impl std::fmt::Display for Rgb {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

/// Colours in even steps that have at least 3:1 on both backgrounds (WCAG 2.2, 1.4.11).
fn seen_on_both_backgrounds() -> Vec<Rgb> {
    let steps = || (0..=255_u8).step_by(17);
    let of =
        move |red| steps().flat_map(move |green| steps().map(move |blue| Rgb([red, green, blue])));
    let is_seen = |rgb: &Rgb| BACKGROUNDS.iter().all(|paper| rgb.contrast(*paper) >= 3.0);
    steps().flat_map(of).filter(is_seen).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::election::{NUANCES, Nuance, PALETTE};
    use proptest::prelude::*;

    fn rgb(colours: &[String]) -> Vec<Rgb> {
        colours.iter().map(|colour| Rgb::read(colour).unwrap()).collect()
    }

    #[test]
    fn who_comes_first_keeps_a_colour_that_two_ask_for() {
        let wanted = ["#e8608f", "#2b8ae0", "#e8608f", "#2e9e4f"];
        let given = told_apart(&wanted);
        assert_eq!([&given[0], &given[1], &given[3]], ["#e8608f", "#2b8ae0", "#2e9e4f"]);
        // A neighbour of the family, not just any colour.
        let (asked, other) = (Rgb::read(wanted[2]).unwrap(), rgb(&given)[2]);
        assert!((APART..APART + 60).contains(&asked.distance(other)), "{given:?}");
    }

    #[test]
    fn colours_that_differ_stay_as_they_are() {
        assert_eq!(told_apart(&PALETTE), PALETTE);
        assert_eq!(told_apart(&[]), [""; 0]);
    }

    #[test]
    fn no_colour_is_the_grey_of_a_tie() {
        for grey in GREYS {
            assert_ne!(told_apart(&[grey]), [grey]);
        }
    }

    proptest! {
        #[test]
        fn any_two_of_forty_can_be_told_apart_in_light_and_in_dark(
            places in proptest::collection::vec(0..NUANCES.len() + PALETTE.len(), 0..40)
        ) {
            let colours: Vec<&str> =
                NUANCES.iter().map(Nuance::colour).chain(PALETTE).collect();
            let wanted: Vec<&str> = places.iter().map(|at| colours[*at]).collect();
            let given = rgb(&told_apart(&wanted));
            prop_assert_eq!(given.len(), wanted.len());
            for (at, one) in given.iter().enumerate() {
                prop_assert!(one.distance_to_nearest(&given[at + 1..]) >= APART);
                prop_assert!(BACKGROUNDS.iter().all(|paper| one.contrast(*paper) >= 3.0));
            }
        }

        #[test]
        fn whatever_is_asked_for_no_two_are_the_same(
            wanted in proptest::collection::vec("#[0-9a-f]{6}|.{0,3}", 0..120)
        ) {
            let wanted: Vec<&str> = wanted.iter().map(String::as_str).collect();
            let mut given = told_apart(&wanted);
            given.sort_unstable();
            given.dedup();
            prop_assert_eq!(given.len(), wanted.len());
        }
    }
}
