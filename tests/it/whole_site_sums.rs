//! What a whole site shows as a sum is the sum of what its pages list, or they say what it lacks.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use jiff::civil::date;
use urne::data::{Breakdown, Page, Round, Territory, territory_route};
use urne::election::{Base, Score};
use urne::route::Route;
use urne::site::{self, Compiled};

static COMPILED: LazyLock<Compiled> = LazyLock::new(|| {
    site::compile(&super::whole_site(), site::midnight(date(2026, 11, 27)))
        .unwrap_or_else(|problems| panic!("{problems}"))
});

fn territory(path: &str) -> Territory {
    let route = Route::parse(path).unwrap();
    let page = COMPILED.pages().find(|(other, _)| *other == route).map(|(_, it)| it.into_owned());
    match page {
        Some(Page::Territory(territory)) => *territory,
        other => panic!("{path}: {other:?}"),
    }
}

fn votes<const N: usize>(round: &Round) -> [(&str, u32); N] {
    let scores = round.tally.scores.iter();
    let votes: Vec<_> = scores.map(|it| (it.name(), it.votes.unwrap())).take(N).collect();
    votes.try_into().unwrap()
}

#[test]
fn the_yvelines_of_2024_are_those_of_the_ministry_and_name_what_their_communes_lack() {
    let yvelines = territory("/resultats/europeennes-2024/78-yvelines/");
    let [round] = &yvelines.rounds[..] else { panic!("one round") };
    assert_eq!(round.figures().base(Base::Registered), Some(984_280));
    assert_eq!(round.figures().base(Base::Valid), Some(540_712));
    assert_eq!(
        votes(round),
        [("La France revient\u{202f}!", 111_011), ("Besoin d’Europe", 99_753)]
    );
    assert!(round.missing.is_empty());
    let breakdown = yvelines.breakdown.unwrap();
    let missing = breakdown.missing.as_deref().unwrap();
    for name in [
        "Bonnières-sur-Seine",
        "Carrières-sous-Poissy",
        "Chatou",
        "Coignières",
        "Épône",
        "Guyancourt",
        "Houilles",
        "Plaisir",
        "Saint-Rémy-lès-Chevreuse",
        "Sartrouville",
    ] {
        assert!(missing.contains(name), "{name}: {missing}");
    }
    assert!(missing.contains("971\u{202f}945 inscrits sur 984\u{202f}280"), "{missing}");
    assert_eq!(breakdown.incomplete.len(), 10);
}

#[test]
fn communes_that_lack_stations_say_so_and_nobody_is_ahead_there() {
    let said = |path: &str| {
        let page = territory(path);
        let [round] = &page.rounds[..] else { panic!("one round") };
        assert_eq!((round.leader(), round.majority), (None, None), "{path}");
        round.missing.join(" ")
    };
    let houilles = said("/resultats/europeennes-2024/78311-houilles/");
    assert!(houilles.contains("1\u{202f}593 inscrits"), "{houilles}");
    assert!(houilles.contains("La source indique −1 bulletin nul."), "{houilles}");
    let epone = said("/resultats/europeennes-2024/78217-epone/");
    let seen = "3\u{202f}117 inscrits dans ceux qui sont publiés, 4\u{202f}237 en 2019";
    assert!(epone.contains(seen), "{epone}");
    let yvelines = said("/resultats/legislatives-2024/78-yvelines/");
    assert!(yvelines.contains("il leur manque 10\u{202f}675 inscrits"), "{yvelines}");
}

#[test]
fn the_presidential_election_of_2017_is_that_of_the_circonscriptions() {
    let yvelines = territory("/resultats/presidentielle-2017/78-yvelines/");
    let [first, second] = &yvelines.rounds[..] else { panic!("two rounds") };
    let expected = [
        ("Emmanuel Macron", 219_061),
        ("François Fillon", 206_835),
        ("Jean-Luc Mélenchon", 126_340),
    ];
    assert_eq!(votes(first), expected);
    assert_eq!(first.figures().base(Base::Registered), Some(951_148));
    assert_eq!(votes(second), [("Emmanuel Macron", 503_655), ("Marine Le Pen", 149_137)]);
    let note = first.note.as_deref().unwrap();
    assert!(note.contains("dans 7\u{a0}circonscriptions"), "{note}");
    let conflans = "/resultats/presidentielle-2017/78172-conflans-sainte-honorine/";
    let conflans = territory(conflans);
    assert_eq!(conflans.breakdown.unwrap().len(), 21);
}

/// The source has a column for every nuance, with 0 where nobody bears it.
#[test]
fn a_nuance_that_nobody_bears_has_no_votes_instead_of_none() {
    let conflans = "/resultats/legislatives-2017/78172-conflans-sainte-honorine/";
    let conflans = territory(conflans);
    let names: Vec<&str> = conflans.rounds[1].tally.scores.iter().map(Score::name).collect();
    assert_eq!(names, ["Mouvement démocrate", "Union des démocrates et indépendants"]);
    let yvelines = territory("/resultats/legislatives-2017/78-yvelines/");
    let breakdown = yvelines.breakdown.unwrap();
    assert!(breakdown.votes.iter().flatten().all(|votes| *votes != Some(0)));
}

#[test]
fn every_sum_is_the_sum_of_what_its_page_lists_or_says_that_it_is_not() {
    let mut compared = 0;
    for (route, page) in COMPILED.pages() {
        let Page::Territory(page) = page.into_owned() else { continue };
        let Some(breakdown) = page.breakdown.as_ref() else { continue };
        let round = page.rounds.iter().find(|round| round.number == breakdown.round).unwrap();
        let told = breakdown.missing.is_some() || !round.missing.is_empty() || differs(round);
        let wrong = wrong_sums(round, breakdown);
        assert!(told || wrong.is_empty(), "{route}: {wrong:?}");
        compared += usize::from(wrong.is_empty());
    }
    assert!(compared > 700, "only {compared} sums are whole");
}

/// Whether readers are told that two publications differ, or what was left out of the columns.
fn differs(round: &Round) -> bool {
    let note = round.note.as_deref().unwrap_or_default();
    ["diffèrent", "pas exactement", "pouvait voter pour plusieurs noms"]
        .iter()
        .any(|words| note.contains(words))
}

/// What the columns of a page do not add up to: the figure, what is shown, and their sum.
fn wrong_sums(round: &Round, breakdown: &Breakdown) -> Vec<(String, Option<u32>, u32)> {
    let bases = [
        ("registered", Base::Registered, &breakdown.registered),
        ("voters", Base::Voters, &breakdown.voters),
        ("valid", Base::Valid, &breakdown.valid),
    ];
    let counts = bases.into_iter().filter(|(_, _, column)| !column.is_empty());
    let counts = counts.map(|(name, base, column)| {
        (name.to_owned(), round.figures().base(base), column.iter().sum())
    });
    let votes = breakdown.candidates.iter().zip(&breakdown.votes).map(|(name, column)| {
        let shown = round.tally.scores.iter().find(|score| score.name() == name);
        (name.clone(), shown.and_then(|it| it.votes), column.iter().flatten().sum())
    });
    counts.chain(votes).filter(|(_, shown, sum)| *shown != Some(*sum)).collect()
}

/// What a page of a larger territory shows of a smaller one is what that one’s own page shows.
#[test]
fn a_result_in_place_is_that_of_its_page() {
    let pages: Vec<(Route, Page)> =
        COMPILED.pages().map(|(route, page)| (route, page.into_owned())).collect();
    let territories = || {
        pages.iter().filter_map(|(route, page)| match page {
            Page::Territory(territory) => Some((route, &**territory)),
            _ => None,
        })
    };
    let own: BTreeMap<String, &Territory> =
        territories().map(|(route, territory)| (route.to_string(), territory)).collect();
    let mut compared = 0;
    for (route, territory) in territories() {
        let Some(breakdown) = &territory.breakdown else { continue };
        let whole = territory.rounds.iter().find(|it| it.number == breakdown.round).unwrap();
        for row in 0..breakdown.len() {
            let place = breakdown.place(row);
            let path = territory_route(&territory.election, &place).map(|it| it.to_string());
            let Some(there) = path.and_then(|path| own.get(&path)) else { continue };
            let there = there.rounds.iter().find(|it| it.number == breakdown.round).unwrap();
            let Some(here) = breakdown.round_of(row, whole) else { continue };
            let at = format!("{route}, {}", place.name);
            let all: u32 = here.tally.scores.iter().filter_map(|it| it.votes).sum();
            assert_eq!(here.figures().base(Base::Valid), Some(all), "{at} lacks somebody");
            for base in [Base::Registered, Base::Voters, Base::Valid] {
                let known = here.figures().base(base);
                let same = known.is_none() || known == there.figures().base(base);
                assert!(same, "{at}, {base:?}: {:?} {:?}", here.tally, there.tally);
            }
            // Where several lists are added up as nuances, a page may have the lists.
            if breakdown.leading.is_none() && here.stands == there.stands {
                // Equal votes keep the order of publication, which is another for each territory.
                let scores = |round: &Round| -> BTreeSet<(String, Option<u32>)> {
                    let score = |it: &Score| (it.name().to_owned(), it.votes);
                    round.tally.scores.iter().map(score).collect()
                };
                assert_eq!(scores(&here), scores(there), "{at}");
                compared += 1;
            }
        }
    }
    println!("{compared} results are the same in place as on their pages");
    assert!(compared > 1000, "{compared}");
}
