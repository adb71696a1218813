//! An election’s own page: its rounds, each with what changed since the last election of the kind.

use super::round::{compile_figures, compile_own_round};
use super::since::since;
use crate::data::{Election, RoundExcerpt, Territory, TerritoryLink};
use crate::site::content;

/// The page of an election, with the ways to those of its territories; `own` is what tables make of its own.
pub fn compile_election(
    elections: &[content::Election],
    election: &content::Election,
    own: Option<&Territory>,
    other_territories: Vec<TerritoryLink>,
) -> Election {
    let level = election.own_level();
    let round = |round: &content::Round| {
        let mut compiled = compile_own_round(election, round, level);
        let since = since(elections, election, round).map(|since| since.detail());
        compiled.details.splice(0..0, since);
        let same = own.and_then(|page| page.rounds.iter().find(|it| it.number == compiled.number));
        compiled.compared_turnout = same.and_then(|round| round.compared_turnout.clone());
        compiled
    };
    Election {
        slug: election.slug.value.clone(),
        title: election.title.clone(),
        territory: election.territory.clone(),
        locative: election.locative(),
        level,
        embed: None,
        introduction: introduction(election),
        rounds: election.rounds.iter().map(round).collect(),
        other_territories,
    }
}

/// One of its rounds, for another page.
pub fn excerpt(election: &content::Election, round: &content::Round) -> Option<RoundExcerpt> {
    Some(RoundExcerpt {
        slug: election.slug.value.clone(),
        title: election.title.clone(),
        territory: election.territory.clone(),
        locative: election.locative(),
        round: compile_figures(election, round, election.own_level()),
    })
}

/// What it was for, and what was asked.
fn introduction(election: &content::Election) -> String {
    let paragraph = |text| format!("<p>{}</p>", html_escape::encode_text(text));
    let question =
        election.rules.question.as_ref().map(|question| {
            format!("<p><strong>{}</strong></p>", html_escape::encode_text(question))
        });
    question.into_iter().chain([paragraph(&election.introduction)]).collect()
}
