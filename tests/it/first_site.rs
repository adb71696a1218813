//! What the first site must tell: its figures, in its pages, before any script runs.

use jiff::civil::date;
use urne::data::{Election, Page};
use urne::election::{Base, Origin, Quantity, Share};
use urne::route::Route;
use urne::site::{self, Compiled};

use super::project;

fn compiled() -> Compiled {
    site::compile(&project().join("content"), date(2017, 1, 30))
        .unwrap_or_else(|problems| panic!("{problems}"))
}

fn primaries() -> Election {
    let route = Route::parse("/resultats/primaires-citoyennes-2017/").unwrap();
    match compiled().pages.into_iter().find(|(other, _)| *other == route) {
        Some((_, Page::Election(election))) => *election,
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
fn between_the_rounds_only_what_is_proved_is_said() {
    let election = primaries();
    let comparison = election.rounds[0].compared_with(&election.rounds[1]).unwrap();
    assert_eq!((comparison.eliminated, comparison.eliminated_votes), (5, 337));
    let hamon = &comparison.changes[0];
    assert_eq!((hamon.gain(), hamon.from_elsewhere), (438, 101));
}

#[test]
fn every_page_of_the_first_site_is_there() {
    let addresses: Vec<String> =
        compiled().pages.iter().map(|(route, _)| route.to_string()).collect();
    insta::assert_snapshot!("addresses", addresses.join("\n"));
}
