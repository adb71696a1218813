//! What the first site must tell: its figures, in its pages, before any script runs.

use jiff::civil::date;
use urne::data::{Election, Page, Round, Territory};
use urne::election::{
    Base, Figures, Leader, Origin, Quantity, Score, SeatOutcome, SeatRule, Share,
};
use urne::route::Route;
use urne::site::{self, Compiled, Problems};

use super::project;

fn compiled() -> Compiled {
    site::compile(&project().join("content"), site::midnight(date(2017, 1, 30)))
        .unwrap_or_else(|problems| panic!("{problems}"))
}

fn page(path: &str) -> Page {
    let route = Route::parse(path).unwrap();
    let page =
        compiled().pages().find(|(other, _)| *other == route).map(|(_, page)| page.into_owned());
    page.unwrap_or_else(|| panic!("{path} is a page"))
}

fn primaries() -> Election {
    match page("/resultats/primaires-citoyennes-2017/") {
        Page::Election(election) => *election,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_second_round_is_exact() {
    let election = primaries();
    let round = &election.rounds[1];
    let figures = round.figures();
    let count = |quantity| figures.get(quantity).map(|figure| figure.count);
    assert_eq!(count(Quantity::Voters), Some(1473));
    assert_eq!(count(Quantity::BlankAndNull), Some(20));
    assert_eq!(count(Quantity::Valid), Some(1453));
    assert_eq!(count(Quantity::Registered), None);
    let share = |candidate, base| round.tally.share(candidate, base).map(Share::hundredths);
    assert_eq!(share(0, Base::Valid), Some(5795));
    assert_eq!(share(1, Base::Valid), Some(4205));
    assert_eq!(share(0, Base::Voters), Some(5716));
    assert_eq!(share(1, Base::Voters), Some(4148));
}

#[test]
fn the_first_round_is_published_as_percentages_and_reconstructed_as_such() {
    let election = primaries();
    let round = &election.rounds[0];
    assert!(round.tally.scores.iter().all(|score| score.votes.is_none()));
    let votes: Vec<_> = (0..7).filter_map(|candidate| round.votes(candidate)).collect();
    assert_eq!(votes, [411, 404, 185, 71, 52, 19, 10]);
    let valid = round.figures().get(Quantity::Valid).unwrap();
    assert_eq!((valid.count, valid.origin), (1152, Origin::Reconstructed));
    let blank = round.figures().get(Quantity::BlankAndNull).unwrap();
    assert_eq!((blank.count, blank.origin), (13, Origin::Reconstructed));
}

#[test]
fn the_home_page_shows_the_second_round_of_the_primaries() {
    let home = compiled().pages().find_map(|(_, page)| match page.into_owned() {
        Page::Home(home) => home.result,
        _ => None,
    });
    let result = home.unwrap();
    assert_eq!((result.slug.as_str(), result.round.number), ("primaires-citoyennes-2017", 2));
}

#[test]
fn of_the_yvelines_only_what_was_published_is_said() {
    let yvelines = territory("/resultats/primaires-citoyennes-2017/78-yvelines/");
    let [first, second] = &yvelines.rounds[..] else { panic!("two rounds") };
    assert_eq!(first.figures().base(Base::Valid), Some(39_591));
    assert_eq!(first.figures().base(Base::Voters), None);
    let published = |round: &Round, name: &str| {
        let score = round.tally.scores.iter().find(|score| score.name() == name).unwrap();
        (score.votes, score.share.map(Share::hundredths))
    };
    assert_eq!(published(first, "Benoît Hamon"), (None, Some(3769)));
    assert_eq!(published(first, "Manuel Valls"), (None, None));
    assert_eq!(first.leader(), None);
    assert_eq!(published(second, "Manuel Valls"), (Some(19_816), None));
    assert_eq!(published(second, "Benoît Hamon"), (None, Some(5897)));
    assert_eq!(second.leader(), Some(Leader::One(0)));
    assert!(!second.wins_outright(0));
    assert_eq!(second.figures(), Figures::default());
}

#[test]
fn the_national_count_is_provisional_and_adds_up() {
    let france = territory("/resultats/primaires-citoyennes-2017/france/");
    let [first] = &france.rounds[..] else { panic!("one round") };
    let counted = "95\u{202f}% des 7\u{202f}208 bureaux dépouillés";
    assert_eq!(first.provisional.as_deref(), Some(counted));
    let valid = first.figures().get(Quantity::Valid).unwrap();
    assert_eq!((valid.count, valid.origin), (1_578_415, Origin::Derived));
    assert_eq!(first.tally.contradictions(), []);
}

#[test]
fn between_the_rounds_only_what_is_proved_is_said() {
    let election = primaries();
    let comparison = election.rounds[0].compared_with(&election.rounds[1]).unwrap();
    assert_eq!((comparison.eliminated, comparison.eliminated_votes), (5, 337));
    let hamon = &comparison.changes[0];
    assert_eq!((hamon.gain(), hamon.from_elsewhere), (438, 101));
}

fn territory(path: &str) -> Territory {
    match page(path) {
        Page::Territory(territory) => *territory,
        other => panic!("{other:?}"),
    }
}

#[test]
fn conflans_is_seen_within_the_yvelines() {
    let conflans = territory("/resultats/presidentielle-2017/78172-conflans-sainte-honorine/");
    assert_eq!(
        conflans.parents.iter().map(|place| place.name.as_str()).collect::<Vec<_>>(),
        ["Yvelines"]
    );
    let comparison = &conflans.parent_comparisons[1];
    assert_eq!(comparison.round, 2);
    assert_eq!(
        comparison.rank.as_deref(),
        Some("229e taux de participation sur 262\u{a0}communes.")
    );
    assert_eq!(conflans.rounds[1].tally.scores[0].votes, Some(11_988));
    assert_eq!(conflans.history.len(), 10);
}

/// The ministry published who won which seats where a list had the majority in the first round. In
/// two councils it published what the rule does not give: one seat more for the first list of
/// Chevreuse, all seats for that of Médan, though the other has a third of the votes.
#[test]
fn the_seats_of_2026_are_those_that_the_rule_gives() {
    let mut problems = Problems::default();
    let folder = project().join("content/results/municipales-2026");
    let tables = site::content::election::tables::read(&folder, &mut problems);
    assert!(problems.is_empty());
    let (_, communes) = &tables[0];
    let mut compared = 0;
    let mut others = Vec::new();
    for commune in &communes.territories {
        let published = |score: &Score| score.candidate.seats.unwrap_or(0);
        let published: Vec<u16> = commune.tally.scores.iter().map(published).collect();
        let to_fill: u16 = published.iter().sum();
        if to_fill == 0 {
            continue;
        }
        let votes: Vec<u32> = commune.tally.scores.iter().filter_map(|it| it.votes).collect();
        let SeatOutcome::Given(computed) = SeatRule::MUNICIPAL.seats(1, to_fill, &votes) else {
            panic!("{}: no seats", commune.place.name);
        };
        compared += 1;
        if computed.totals() != published {
            let totals = computed.totals();
            others.push((commune.place.name.as_str(), published, totals));
        }
    }
    assert_eq!(compared, 222);
    let expected = [("Chevreuse", vec![25, 4], vec![24, 5]), ("Médan", vec![0, 15], vec![2, 13])];
    assert_eq!(others, expected);
}

#[test]
fn urls_are_those_of_the_pages() {
    let compiled = compiled();
    let pages: Vec<Route> = compiled.pages().map(|(route, _)| route).collect();
    assert_eq!(compiled.routes().collect::<Vec<_>>(), pages);
}

#[test]
fn every_page_of_the_first_site_is_there() {
    let urls: Vec<String> = compiled()
        .routes()
        .map(|route| route.to_string())
        // The communes are all there when they add up; one stands for them.
        .filter(|path| !path.contains("/78") || path.contains("/78-") || path.contains("78172"))
        .collect();
    insta::assert_snapshot!("urls", urls.join("\n"));
}

/// Fourqueux joined Saint-Germain-en-Laye, Rocquencourt Le Chesnay, both in 2019.
#[test]
fn communes_that_became_one_are_compared_as_one_and_lead_to_each_other() {
    let today = territory("/resultats/europeennes-2024/78551-saint-germain-en-laye/");
    let before = territory("/resultats/presidentielle-2017/78551-saint-germain-en-laye/");
    let fourqueux = territory("/resultats/presidentielle-2017/78251-fourqueux/");
    let registered = |territory: &Territory| {
        territory.rounds.last().unwrap().tally.counts.get(Quantity::Registered).unwrap()
    };
    assert_eq!(today.history, before.history);
    let vote = |title: &str, round: &str| {
        let vote = today.history.iter().find(|it| it.title.contains(title) && it.round == round);
        vote.unwrap().clone()
    };
    let sum = registered(&before) + registered(&fourqueux);
    let second = vote("présidentielle", "second tour");
    assert_eq!(second.turnout.unwrap().0, sum);
    let said = second.territory.unwrap();
    assert_eq!(said.trim(), "Avec Fourqueux, réunie depuis le 1er janvier 2019.");
    let lists = vote("municipales de 2014", "premier tour");
    assert_eq!(lists.turnout, None);
    assert!(lists.territory.unwrap().contains("le territoire n’était pas le même"));
    assert_eq!(fourqueux.history, []);
    for page in [&today, &before, &fourqueux] {
        let merger = page.merger.as_deref().unwrap();
        assert!(merger.contains("-2017/78251-fourqueux/"), "{merger}");
        assert!(merger.contains("/78551-saint-germain-en-laye/\">Saint-Germain-en-Laye</a>."));
    }
    let chesnay = territory("/resultats/presidentielle-2017/78158-le-chesnay/");
    assert_eq!(chesnay.place.name, "Le Chesnay");
    assert_eq!(chesnay.history_of, "au Chesnay-Rocquencourt");
    assert_eq!(
        territory("/resultats/presidentielle-2017/78172-conflans-sainte-honorine/").merger,
        None
    );
}
