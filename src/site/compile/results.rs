//! The list of elections: by year, each with the figures that say most.
//! It must not show anything that the election's own page does not have.

use super::finder::finder;
use super::round::compile_figures;
use super::since::since;
use crate::chart::headline;
use crate::data::{ElectionCard, ElectionYear, KeyFigure, Results, Round, TerritoryLink};
use crate::election::{Base, Leader, Quantity, Share};
use crate::french;
use crate::site::content;

/// The list of elections, which come latest first, each with the ways to its territories.
pub fn results(elections: &[content::Election], ways: &[Vec<TerritoryLink>]) -> Results {
    let mut years: Vec<ElectionYear> = Vec::new();
    for (election, ways) in elections.iter().zip(ways) {
        let Some(last) = election.rounds.last() else { continue };
        let year = last.date.value.year();
        let card = ElectionCard {
            since: since(elections, election, last).map(|since| since.sentence()),
            other_territories: ways.clone(),
            ..card(election, &compile_figures(election, last, election.own_level()))
        };
        match years.last_mut().filter(|latest| latest.year == year) {
            Some(latest) => latest.elections.push(card),
            None => years.push(ElectionYear { year, elections: vec![card] }),
        }
    }
    Results { years, finder: finder(elections) }
}

fn card(election: &content::Election, round: &Round) -> ElectionCard {
    let name = french::capitalised(french::round(round.contest, round.number));
    let leader = leader(round).filter(|_| round.decision.is_none());
    ElectionCard {
        slug: election.slug.value.clone(),
        title: election.title.clone(),
        territory: election.territory.clone(),
        round: match &round.provisional {
            Some(counted) => format!("{name}, provisoire ({counted})"),
            None => name,
        },
        date: round.date.clone(),
        headline: leader.is_none().then(|| headline(round)),
        figures: leader.into_iter().chain(turnout(round)).collect(),
        since: None,
        other_territories: Vec::new(),
    }
}

/// Who is ahead alone, with the share of votes; with votes where no base is known.
fn leader(round: &Round) -> Option<KeyFigure> {
    let Leader::One(first) = round.leader()? else { return None };
    let score = round.tally.scores.get(first)?;
    let common = round.common_base().and_then(|base| round.tally.share(first, base));
    let (figure, base) = match common.or(score.share) {
        Some(share) => (french::percent(share), french::of_base(share.base())),
        None => (french::number(score.votes?), "voix"),
    };
    Some(KeyFigure { label: score.name().to_owned(), figure, base: base.to_owned() })
}

/// The share of the registered who took part; where they are not known, the number of voters.
fn turnout(round: &Round) -> Option<KeyFigure> {
    let figures = round.figures();
    let voters = figures.get(Quantity::Voters)?.count;
    let share = figures.base(Base::Registered);
    let share = share.and_then(|registered| Share::of(voters, registered, Base::Registered));
    let (figure, base) = match share {
        Some(share) => (french::percent(share), french::of_base(Base::Registered)),
        None => (french::number(voters), "votants"),
    };
    let label = "Participation".to_owned();
    Some(KeyFigure { label, figure, base: base.to_owned() })
}
