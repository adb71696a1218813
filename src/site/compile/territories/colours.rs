//! Colours for those who meet on one map, of which no two can be taken for each other.

use crate::site::compile::seen::{Distance, Seen};
use crate::site::parse::colour::{Colour, Scheme};

/// From here on two colours of a legend are told apart by most people. Half as far apart could be taken for
/// each other in small areas that a step of strength makes paler.
pub const APART: f32 = 9.0;

/// The same for colour-blind readers. Every colour has to be seen on light and on dark paper, so they are all
/// of nearly one lightness, and to them nearly on one line: a dozen can be this far apart, not more.
pub const APART_FOR_ANYONE: f32 = 4.5;

/// Where charts and maps are drawn, wherever they are seen.
const BACKGROUNDS: [&str; 2] = ["--paper", "--sheet"];

fn backgrounds() -> Vec<Colour> {
    Scheme::ALL.iter().flat_map(|scheme| scheme.colours(&BACKGROUNDS)).collect()
}

/// The greys of ties and of what is not known.
fn greys() -> Vec<Colour> {
    Scheme::ALL.iter().flat_map(|scheme| scheme.colours(&["--soft", "--line"])).collect()
}

/// The colours that were asked for where they can be told apart, first come first served; in place of
/// each of the others the most similar one that can. Where there are too many for colour-blind readers, one
/// that most people can tell apart; where there are too many for anyone, the one that differs most.
pub fn told_apart(wanted: &[&str]) -> Vec<String> {
    let mut taken: Vec<Seen> = greys().into_iter().map(Seen::of).collect();
    let mut given: Vec<Option<String>> = vec![None; wanted.len()];
    for (colour, given) in wanted.iter().zip(&mut given) {
        let seen = Colour::parse(colour).map(Seen::of);
        if let Some(seen) = seen.filter(|seen| is_apart(nearest(seen, &taken))) {
            taken.push(seen);
            *given = Some((*colour).to_owned());
        }
    }
    let mut others = if given.contains(&None) { Others::far_from(&taken) } else { Others(vec![]) };
    let given = given.into_iter().zip(wanted);
    given.map(|(given, wanted)| given.unwrap_or_else(|| others.take(wanted))).collect()
}

/// Whether two colours that are so far from each other can be told apart, by colour-blind readers too.
pub const fn is_apart(distance: Distance) -> bool {
    distance.for_most >= APART && distance.for_anyone >= APART_FOR_ANYONE
}

/// The least of the distances of a colour from others, for most people and for anyone.
fn nearest(seen: &Seen, others: &[Seen]) -> Distance {
    let far = Distance { for_most: f32::MAX, for_anyone: f32::MAX };
    others.iter().fold(far, |nearest, other| nearest.and(seen.distance(other)))
}

/// The colours that there are besides those that were asked for, with how far each is from what is taken.
struct Others(Vec<(Colour, Seen, Distance)>);

impl Others {
    fn far_from(taken: &[Seen]) -> Self {
        let colours = seen_on_all_backgrounds().into_iter();
        let colours = colours.map(|rgb| (rgb, Seen::of(rgb)));
        Self(colours.map(|(rgb, seen)| (rgb, seen, nearest(&seen, taken))).collect())
    }

    /// The one that is given in place of another; the next ones will differ from it.
    fn take(&mut self, wanted: &str) -> String {
        let wanted = Colour::parse(wanted).unwrap_or(Colour([0x80; 3]));
        let asked = Seen::of(wanted);
        let from_asked = |seen: &Seen| asked.distance(seen).for_most;
        let all = || self.0.iter();
        let apart = all().filter(|it| is_apart(it.2));
        let similar = apart.min_by(|a, b| from_asked(&a.1).total_cmp(&from_asked(&b.1)));
        let for_most = || {
            let apart = all().filter(|it| it.2.for_most >= APART);
            apart.max_by(|a, b| a.2.for_anyone.total_cmp(&b.2.for_anyone))
        };
        let farthest = || all().max_by(|a, b| a.2.for_most.total_cmp(&b.2.for_most));
        let found = similar.or_else(for_most).or_else(farthest);
        let (found, seen) = found.map_or((wanted, asked), |it| (it.0, it.1));
        for (_, other, distance) in &mut self.0 {
            *distance = distance.and(seen.distance(other));
        }
        found.to_string()
    }
}

/// Colours in even steps that have at least 3:1 on all backgrounds (WCAG 2.2, 1.4.11).
fn seen_on_all_backgrounds() -> Vec<Colour> {
    let steps = || (0..=255_u8).step_by(17);
    let of = move |red| {
        steps().flat_map(move |green| steps().map(move |blue| Colour([red, green, blue])))
    };
    let backgrounds = backgrounds();
    steps().flat_map(of).filter(|rgb| is_seen(*rgb, &backgrounds)).collect()
}

fn is_seen(rgb: Colour, backgrounds: &[Colour]) -> bool {
    backgrounds.iter().all(|background| rgb.contrast(*background) >= 3.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{MORE_AND_LESS, OF_NOBODY};
    use crate::election::{NUANCES, Nuance, PALETTE, WITHOUT_NUANCE, nuance};
    use proptest::prelude::*;

    fn seen(colour: &str) -> Seen {
        Seen::of(Colour::parse(colour).unwrap())
    }

    fn every_nuance() -> impl Iterator<Item = &'static Nuance> {
        NUANCES.iter().chain([&WITHOUT_NUANCE])
    }

    /// Whoever may lead somewhere, in one election each; « - » has no nuance.
    const MEET: [&str; 8] = [
        "COM FG SOC UG DVG VEC DIV MDM UDI UMP UD DVD FN -",
        "COM FI SOC UG DVG VEC ECO DIV REM UDI UC DVC LR UD DVD RN -",
        "COM FI SOC UG DVG VEC ECO DIV ENS MDM UDI DVC LR UD DVD RN REC -",
        "COM FI SOC UG DVG VEC ECO DIV REN UDI UC DVC LR UD DVD RN REC -",
        "COM FI SOC DVG ECO DIV REM MDM UDI LR DVD FN",
        "NUP DVG ECO DIV ENS DVC UDI LR DVD RN REC",
        "COM FI SOC UG VEC ECO DVG DIV UDI DVC LR UD DVD RN",
        "FI NFP DVG VEC ECO DIV ENS HOR LR DVD RN REC",
    ];

    #[test]
    fn whoever_may_lead_in_one_election_can_be_told_apart_by_anyone() {
        for codes in MEET {
            let found = codes.split(' ').map(|code| nuance(code.trim_matches('-')).unwrap());
            let colours: Vec<&str> = found.map(|nuance| nuance.colour).collect();
            assert_eq!(told_apart(&colours), colours, "{codes}");
        }
    }

    #[test]
    fn parties_that_were_once_of_one_family_have_colours_of_their_own() {
        let pairs =
            ["RN REC", "FN EXD", "RN UXD", "DVD UD", "LR DVD", "DVG SOC", "DVG UG", "SOC UG"];
        for pair in pairs {
            let (one, other) = pair.split_once(' ').unwrap();
            let [one, other] = [one, other].map(|code| seen(nuance(code).unwrap().colour));
            assert!(one.distance(&other).for_most >= APART, "{pair}");
        }
    }

    #[test]
    fn a_party_keeps_its_colour_under_its_next_name_and_no_other_has_it() {
        let names = ["FN RN", "REM ENS", "REM REN"];
        for (before, after) in names.iter().filter_map(|pair| pair.split_once(' ')) {
            assert_eq!(nuance(before).unwrap().colour, nuance(after).unwrap().colour, "{before}");
        }
        let mut colours: Vec<&str> = every_nuance().map(|nuance| nuance.colour).collect();
        colours.sort_unstable();
        colours.dedup();
        assert_eq!(colours.len(), NUANCES.len() + 1 - names.len());
    }

    #[test]
    fn the_greys_can_be_told_apart_in_every_scheme() {
        let without = seen(WITHOUT_NUANCE.colour);
        for scheme in Scheme::ALL {
            let greys: Vec<Seen> = scheme.colours(&["--soft", "--line"]).map(Seen::of).collect();
            let [tie, unknown] = greys[..] else { panic!("{scheme:?}: {greys:?}") };
            for distance in
                [without.distance(&tie), without.distance(&unknown), tie.distance(&unknown)]
            {
                assert!(is_apart(distance), "{scheme:?}: {distance:?}");
            }
            for colour in every_nuance().map(|nuance| nuance.colour).chain(PALETTE) {
                assert!(is_apart(nearest(&seen(colour), &greys)), "{colour} in {scheme:?}");
            }
        }
        let Colour([red, green, blue]) = Colour::parse(WITHOUT_NUANCE.colour).unwrap();
        assert!(red.abs_diff(green).max(green.abs_diff(blue)) < 8, "it is no party’s colour");
    }

    #[test]
    fn the_grey_of_no_nuance_stays_apart_from_what_is_unknown_where_it_is_palest() {
        for scheme in [Scheme::Light, Scheme::Dark] {
            let [paper, unknown] =
                ["--paper", "--line"].map(|name| scheme.colours(&[name]).next().unwrap());
            let Colour(without) = Colour::parse(WITHOUT_NUANCE.colour).unwrap();
            let mix = |at: usize| {
                let part = |of: u8, percent: u16| u16::from(of) * percent;
                u8::try_from((part(without[at], 45) + part(paper.0[at], 55)) / 100).unwrap()
            };
            let palest = Seen::of(Colour([0, 1, 2].map(mix)));
            let distance = palest.distance(&Seen::of(unknown));
            assert!(distance.for_anyone >= 7.0, "{scheme:?}: {distance:?}");
        }
    }

    /// A colour as a map has it on paper, of a strength in percent.
    fn on_paper(colour: &str, percent: u16, scheme: Scheme) -> Seen {
        let Colour(paper) = scheme.colours(&["--paper"]).next().unwrap();
        let Colour(own) = Colour::parse(colour).unwrap();
        let mix = |at: usize| {
            let part = |of: u8, percent: u16| u16::from(of) * percent;
            u8::try_from((part(own[at], percent) + part(paper[at], 100 - percent)) / 100).unwrap()
        };
        Seen::of(Colour([0, 1, 2].map(mix)))
    }

    #[test]
    fn more_and_less_can_be_told_apart_by_anyone_however_pale_they_are() {
        for scheme in [Scheme::Light, Scheme::Dark] {
            let [more, less] = MORE_AND_LESS
                .map(|colour| [45, 70, 100].map(|percent| on_paper(colour, percent, scheme)));
            let greys: Vec<Seen> = scheme.colours(&["--soft", "--line"]).map(Seen::of).collect();
            for (at, one) in more.iter().enumerate() {
                for (to, other) in less.iter().enumerate() {
                    let distance = one.distance(other).for_anyone;
                    assert!(distance >= 2.0 * APART, "{scheme:?}: {at} {to} {distance}");
                }
            }
            for step in more.iter().chain(&less).skip(1) {
                assert!(nearest(step, &greys).for_anyone >= APART_FOR_ANYONE, "{scheme:?}");
            }
            // Each step from the next.
            let of_nobody = [20, 40, 60, 80, 100].map(|it| on_paper(OF_NOBODY, it, scheme));
            for steps in [&more[..], &less[..], &of_nobody[..]] {
                for pair in steps.windows(2) {
                    let distance = pair[0].distance(&pair[1]).for_anyone;
                    assert!(distance >= APART_FOR_ANYONE, "{scheme:?}: {distance}");
                }
            }
        }
    }

    #[test]
    fn who_comes_first_keeps_a_colour_that_two_ask_for() {
        let [left, right, green] = ["SOC", "LR", "VEC"].map(|code| nuance(code).unwrap().colour);
        let given = told_apart(&[left, right, left, green]);
        assert_eq!([&given[0], &given[1], &given[3]], [left, right, green]);
        // A relative, not just any colour.
        let distance = seen(left).distance(&seen(&given[2]));
        assert!(is_apart(distance) && distance.for_most < 2.0 * APART, "{distance:?}");
    }

    #[test]
    fn the_palette_can_be_told_apart_and_is_nobody_who_has_no_nuance() {
        let colours: Vec<&str> = PALETTE.into_iter().chain([WITHOUT_NUANCE.colour]).collect();
        assert_eq!(told_apart(&colours), colours);
        assert_eq!(told_apart(&[]), [""; 0]);
    }

    #[test]
    fn no_colour_is_a_grey_of_the_map() {
        assert_eq!(greys().len(), 6);
        for grey in greys().iter().map(Colour::to_string) {
            assert_ne!(told_apart(&[&grey]), [grey]);
        }
    }

    #[test]
    fn every_colour_of_the_data_can_be_seen_on_every_background() {
        let backgrounds = backgrounds();
        assert_eq!(backgrounds.len(), 5);
        for colour in every_nuance().map(|nuance| nuance.colour).chain(PALETTE) {
            assert!(is_seen(Colour::parse(colour).unwrap(), &backgrounds), "{colour}");
        }
    }

    proptest! {
        #[test]
        fn any_two_of_twenty_can_be_told_apart_by_most(
            places in proptest::collection::vec(0..NUANCES.len() + PALETTE.len(), 0..20)
        ) {
            let colours: Vec<&str> =
                NUANCES.iter().map(|nuance| nuance.colour).chain(PALETTE).collect();
            let wanted: Vec<&str> = places.iter().map(|at| colours[*at]).collect();
            let given = told_apart(&wanted);
            prop_assert_eq!(given.len(), wanted.len());
            let all: Vec<Seen> = given.iter().map(|it| seen(it)).collect();
            for (at, one) in all.iter().enumerate() {
                prop_assert!(nearest(one, &all[at + 1..]).for_most >= APART);
                prop_assert!(is_seen(Colour::parse(&given[at]).unwrap(), &backgrounds()));
            }
        }

        #[test]
        fn whatever_is_asked_for_no_two_are_the_same(
            wanted in proptest::collection::vec("#[0-9a-f]{6}|.{0,3}", 0..60)
        ) {
            let wanted: Vec<&str> = wanted.iter().map(String::as_str).collect();
            let mut given = told_apart(&wanted);
            given.sort_unstable();
            given.dedup();
            prop_assert_eq!(given.len(), wanted.len());
        }
    }
}
