//! The elections of one territory, one bar of the registered each: how many voted, and for whom.

use plotters::style::RGBColor;

use super::svg::{self, Ink};
use super::{Caption, Chart, Key, Label, Measure, Table};
use crate::data::{PastRound, PastScore, Source};
use crate::election::{Base, Share};
use crate::french;

/// What the bars stand for.
const KEY: &str = "Toute la largeur vaut l’ensemble des inscrits\u{a0}: les voix des premiers dans leurs \
                   couleurs, celles des autres en gris, les bulletins blancs et nuls plus clairs\u{202f}; le reste \
                   s’est abstenu. À côté des noms\u{a0}: pourcentages des exprimés.";

/// Pixels of a bar from top to bottom.
const HEIGHT: u32 = 14;

/// Draws each round, oldest first. Those whose registered are not known, as in a primary, or whose territory was
/// another one, have words and no bar; `None` with fewer than two bars to compare.
pub fn history_chart(title: String, votes: &[PastRound]) -> Option<Chart> {
    let known: Vec<(&PastRound, Share)> =
        votes.iter().filter_map(|vote| Some((vote, turnout(vote)?))).collect();
    if known.len() < 2 {
        return None;
    }
    let head = ["Scrutin", "Inscrits", "Votants", "Participation"];
    Some(Chart {
        caption: Caption {
            title,
            summary: summary(&known)?,
            measure: Measure::Share(Base::Registered),
            key: KEY.to_owned(),
            sources: sources(votes),
            table: Table {
                head: head.map(str::to_owned).to_vec(),
                rows: known.iter().filter_map(row).collect(),
            },
        },
        labels: votes.iter().map(label).collect(),
        has_threshold: false,
    })
}

/// « Élection présidentielle de 2017, premier tour »
fn name(vote: &PastRound) -> String {
    format!("{}, {}", vote.title, vote.round)
}

fn turnout(vote: &PastRound) -> Option<Share> {
    let (registered, voters) = vote.turnout?;
    Share::of(voters, registered, Base::Registered)
}

fn row((vote, share): &(&PastRound, Share)) -> Option<Vec<String>> {
    let (registered, voters) = vote.turnout?;
    let counts = [registered, voters].map(french::number);
    Some([name(vote)].into_iter().chain(counts).chain([french::percent(*share)]).collect())
}

fn label(vote: &PastRound) -> Label {
    // Colours are explained where they are.
    let key = |score: &PastScore| {
        let share = french::percentage(french::hundredths(score.hundredths.into()));
        let square =
            |area: &svg::Area<'_>| area.draw(&svg::bar([0, 1], [0, svg::HEIGHT], colour(score)));
        Key {
            swatch: svg::draw(svg::BAR, 1, square),
            words: format!("{}\u{a0}{share}", score.name),
        }
    };
    Label {
        name: name(vote),
        to: Some(vote.to.clone()),
        figures: turnout(vote).map(french::percent).into_iter().collect(),
        about: vote.leading.is_empty().then(|| vote.headline.clone()),
        keys: vote.leading.iter().map(key).collect(),
        note: vote.territory.as_deref().map(|words| words.trim().to_owned()),
        leads: false,
        bar: bar(vote).unwrap_or_default(),
    }
}

fn colour(score: &PastScore) -> RGBColor {
    svg::colour_or(score.colour.as_deref(), Ink::Lead)
}

/// The votes of the first, those of the others, and ballots that are blank or null, as parts of the registered; where
/// the valid votes are not known, all voters as one part.
fn bar(vote: &PastRound) -> Option<String> {
    let (registered, voters) = vote.turnout?;
    let first: Option<Vec<(u32, &PastScore)>> =
        vote.leading.iter().map(|score| Some((score.votes?, score))).collect();
    let sum = |scores: &[(u32, &PastScore)]| scores.iter().map(|(votes, _)| votes).sum::<u32>();
    // What is not known to be blank or null is not drawn as such.
    let valid = vote.valid.filter(|valid| *valid <= voters).unwrap_or(voters);
    // A ballot may have had several names.
    let first = first.filter(|first| sum(first) <= valid).unwrap_or_default();
    let others = valid - sum(&first);
    let rest = [(others, Ink::Other.colour()), (voters - valid, Ink::Earlier.colour())];
    let first = first.iter().map(|(votes, score)| (*votes, colour(score)));
    Some(svg::draw(HEIGHT, registered.max(1), |area| {
        let mut from = 0;
        for (votes, colour) in first.chain(rest) {
            area.draw(&svg::bar([from, from + votes], [0, svg::HEIGHT], colour))?;
            from += votes;
        }
        Ok(())
    }))
}

fn summary(known: &[(&PastRound, Share)]) -> Option<String> {
    let lowest = known.iter().min_by_key(|(_, share)| share.hundredths())?;
    let highest = known.iter().max_by_key(|(_, share)| share.hundredths())?;
    let said = |(vote, share): &(&PastRound, Share)| {
        format!("{} ({})", french::percent(*share), name(vote))
    };
    Some(format!("Participation\u{a0}: de {} à {}.", said(lowest), said(highest)))
}

/// Each publisher once.
fn sources(votes: &[PastRound]) -> Vec<Source> {
    let mut sources: Vec<Source> = Vec::new();
    for vote in votes {
        if !sources.contains(&vote.source) {
            sources.push(vote.source.clone());
        }
    }
    sources
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Moment;

    fn vote(turnout: Option<(u32, u32)>, leading: &[(&str, u32)]) -> PastRound {
        let score = |(name, votes): &(&str, u32)| PastScore {
            name: (*name).to_owned(),
            votes: Some(*votes),
            hundredths: 100 * votes,
            colour: (*name == "Anne").then(|| "#e8608f".to_owned()),
        };
        PastRound {
            to: "/resultats/essai/1/".to_owned(),
            title: "Essai".to_owned(),
            round: "tour unique".to_owned(),
            date: Moment { iso: "2024-06-09".to_owned(), text: "9 juin 2024".to_owned() },
            territory: None,
            turnout,
            valid: turnout.map(|(_, voters)| voters - 5),
            leading: leading.iter().map(score).collect(),
            headline: "Anne arrive en tête.".to_owned(),
            source: Source { name: "Essai".to_owned(), address: None, published: None },
        }
    }

    /// The paint and the width of each part, in ten-thousandths of the whole.
    fn parts(vote: &PastRound) -> Vec<(String, u32)> {
        let bar = bar(vote).unwrap();
        let value = |shape: &str, name: &str| {
            shape
                .split_once(&format!("{name}=\""))
                .and_then(|(_, it)| it.split('"').next().map(str::to_owned))
        };
        let shapes = bar.split('<').filter(|shape| shape.starts_with("rect"));
        let part = |shape: &str| {
            let paint = value(shape, "class").or_else(|| value(shape, "fill")).unwrap();
            (paint, value(shape, "width").unwrap().parse().unwrap())
        };
        shapes.map(part).collect()
    }

    #[test]
    fn each_voter_is_in_one_part() {
        let vote = vote(Some((100, 60)), &[("Anne", 30), ("Bruno", 20)]);
        let parts = parts(&vote);
        let parts: Vec<(&str, u32)> =
            parts.iter().map(|(paint, width)| (paint.as_str(), *width)).collect();
        assert_eq!(parts, [("#e8608f", 3_000), ("lead", 2_000), ("other", 500), ("earlier", 500)]);
    }

    #[test]
    fn voters_whose_ballots_are_not_known_are_one_part() {
        let vote = PastRound { valid: None, ..vote(Some((100, 60)), &[]) };
        assert_eq!(parts(&vote)[0], ("other".to_owned(), 6_000));
        assert!(parts(&vote).iter().skip(1).all(|(_, width)| *width == 0));
    }

    #[test]
    fn votes_for_several_names_are_no_parts_of_the_voters() {
        let vote = vote(Some((100, 60)), &[("Anne", 50), ("Bruno", 49)]);
        assert_eq!(parts(&vote), [("other".to_owned(), 5_500), ("earlier".to_owned(), 500)]);
    }

    #[test]
    fn a_round_whose_registered_are_not_known_has_words() {
        let two = [vote(Some((100, 60)), &[]), vote(None, &[("Anne", 30)])];
        assert_eq!(history_chart("Essai".to_owned(), &two), None);
        let three = [two[0].clone(), two[1].clone(), two[0].clone()];
        let chart = history_chart("Essai".to_owned(), &three).unwrap();
        assert_eq!(chart.labels[1].keys[0].words, "Anne\u{a0}30,00\u{202f}%");
        assert_eq!((chart.labels[1].bar.as_str(), chart.labels[1].figures.len()), ("", 0));
        assert_eq!(chart.labels[0].about.as_deref(), Some("Anne arrive en tête."));
        assert_eq!(chart.caption.table.rows.len(), 2);
    }
}
