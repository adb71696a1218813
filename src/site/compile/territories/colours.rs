//! Colours for the entries of one legend, of which no two can be taken for each other.

use crate::site::parse::colour::{Colour, Scheme};

/// The least distance between two colours of a legend: less cannot be told apart in small areas.
const APART: u32 = 90;

/// The backgrounds of charts and maps, wherever they are seen.
fn papers() -> Vec<Colour> {
    Scheme::ALL.iter().flat_map(|scheme| scheme.colours(&["--paper"])).collect()
}

/// The greys on screens, for ties and for what is not known.
fn greys() -> Vec<Colour> {
    let schemes = [Scheme::Light, Scheme::Dark].into_iter();
    schemes.flat_map(|scheme| scheme.colours(&["--soft", "--line"])).collect()
}

/// The colours that were asked for where they can be told apart, first come first served; in place of
/// each of the others the most similar one that can. Where there are too many for that, the ones that
/// differ most.
pub fn told_apart(wanted: &[&str]) -> Vec<String> {
    let mut taken = greys();
    let mut given: Vec<Option<String>> = vec![None; wanted.len()];
    for (colour, given) in wanted.iter().zip(&mut given) {
        if let Some(rgb) =
            Colour::parse(colour).filter(|rgb| distance_to_nearest(*rgb, &taken) >= APART)
        {
            taken.push(rgb);
            *given = Some((*colour).to_owned());
        }
    }
    let all = if given.contains(&None) { seen_on_all_papers() } else { Vec::new() };
    // How far each is from the nearest that is taken.
    let mut others: Vec<(Colour, u32)> =
        all.into_iter().map(|rgb| (rgb, distance_to_nearest(rgb, &taken))).collect();
    let mut other = |wanted: &str| {
        let wanted = Colour::parse(wanted).unwrap_or(Colour([0x80; 3]));
        let apart = others.iter().filter(|(_, distance)| *distance >= APART);
        let most_similar = apart.min_by_key(|(rgb, _)| distance(*rgb, wanted));
        let found = most_similar.or_else(|| others.iter().max_by_key(|(_, distance)| *distance));
        let found = found.map_or(wanted, |(rgb, _)| *rgb);
        for (rgb, nearest) in &mut others {
            *nearest = (*nearest).min(distance(*rgb, found));
        }
        found.to_string()
    };
    let given = given.into_iter().zip(wanted);
    given.map(|(given, wanted)| given.unwrap_or_else(|| other(wanted))).collect()
}

/// A distance as eyes see it, from 0 to 765: in RGB, weighted by how red both are (« redmean »).
fn distance(Colour(one): Colour, Colour(other): Colour) -> u32 {
    let [red, green, blue] = [0, 1, 2].map(|at| u32::from(one[at].abs_diff(other[at])).pow(2));
    let redness = (u32::from(one[0]) + u32::from(other[0])) / 2;
    ((((512 + redness) * red + 1024 * green + (767 - redness) * blue) / 256).isqrt()).min(765)
}

fn distance_to_nearest(colour: Colour, others: &[Colour]) -> u32 {
    others.iter().map(|other| distance(colour, *other)).min().unwrap_or(u32::MAX)
}

/// Colours in even steps that have at least 3:1 on all papers (WCAG 2.2, 1.4.11).
fn seen_on_all_papers() -> Vec<Colour> {
    let steps = || (0..=255_u8).step_by(17);
    let of = move |red| {
        steps().flat_map(move |green| steps().map(move |blue| Colour([red, green, blue])))
    };
    let papers = papers();
    steps().flat_map(of).filter(|rgb| is_seen(*rgb, &papers)).collect()
}

fn is_seen(rgb: Colour, papers: &[Colour]) -> bool {
    papers.iter().all(|paper| rgb.contrast(*paper) >= 3.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::election::{NUANCES, Nuance, PALETTE, WITHOUT_NUANCE};
    use proptest::prelude::*;

    fn rgb(colours: &[String]) -> Vec<Colour> {
        colours.iter().map(|colour| Colour::parse(colour).unwrap()).collect()
    }

    #[test]
    fn who_comes_first_keeps_a_colour_that_two_ask_for() {
        let wanted = ["#e8608f", "#2b8ae0", "#e8608f", "#2e9e4f"];
        let given = told_apart(&wanted);
        assert_eq!([&given[0], &given[1], &given[3]], ["#e8608f", "#2b8ae0", "#2e9e4f"]);
        // A neighbour of the family, not just any colour.
        let (asked, other) = (Colour::parse(wanted[2]).unwrap(), rgb(&given)[2]);
        assert!((APART..APART + 60).contains(&distance(asked, other)), "{given:?}");
    }

    #[test]
    fn colours_that_differ_stay_as_they_are() {
        assert_eq!(told_apart(&PALETTE), PALETTE);
        assert_eq!(told_apart(&[]), [""; 0]);
    }

    #[test]
    fn no_colour_is_the_grey_of_a_tie() {
        assert_eq!(greys().len(), 4);
        for grey in greys().iter().map(Colour::to_string) {
            assert_ne!(told_apart(&[&grey]), [grey]);
        }
    }

    #[test]
    fn every_colour_of_the_data_can_be_seen_on_every_paper() {
        let papers = papers();
        assert_eq!(papers.len(), 3);
        let nuances = NUANCES.iter().chain([&WITHOUT_NUANCE]);
        for colour in nuances.map(Nuance::colour).chain(PALETTE) {
            assert!(is_seen(Colour::parse(colour).unwrap(), &papers), "{colour}");
        }
    }

    #[test]
    fn families_and_the_palette_can_be_told_apart() {
        let mut families: Vec<&str> = NUANCES.iter().map(Nuance::colour).collect();
        families.sort_unstable();
        families.dedup();
        assert_eq!(families.len(), 11);
        for colours in [&families[..], &PALETTE] {
            let rgb: Vec<Colour> = colours.iter().filter_map(|it| Colour::parse(it)).collect();
            for (at, one) in rgb.iter().enumerate() {
                assert!(distance_to_nearest(*one, &rgb[at + 1..]) >= APART, "{one}");
            }
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
                prop_assert!(distance_to_nearest(*one, &given[at + 1..]) >= APART);
                prop_assert!(is_seen(*one, &papers()));
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
