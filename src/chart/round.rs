//! One round as horizontal bars, with the line that decides it.
//! Lengths are shares of one base; where no base is known, votes.

use plotters::style::RGBColor;

use super::round_table::{about, table};
use super::svg::{self, Ink, share_bar};
use super::{Caption, Chart, Label, Measure};
use crate::data::Round;
use crate::election::{Ballot, Base, Contest, Leader, Share, absolute_majority};
use crate::french;

/// Draws one round, in percentages of `base` where every candidate has one.
///
/// Nothing is drawn where scores cannot be compared, because a missing bar would look like none.
pub fn round_chart(title: String, round: &Round, base: Base) -> Chart {
    let measure = measure(round, base);
    let has_threshold = measure == Measure::Share(Base::Valid) && round.majority.is_some();
    let order = round.order();
    let all = if round.scores().is_some() { order.len() } else { 0 };
    let bars = Bars { round, measure, has_threshold, leader: round.leader() };
    let others = bars.others(&order[shown(round)..]).filter(|_| all > 0);
    let drawn = if others.is_some() { shown(round) } else { all };
    Chart {
        caption: Caption {
            title,
            summary: summary(round, round.shown_base(base)),
            measure,
            key: key(measure, has_threshold, round.manner.as_deref()),
            sources: vec![round.source.clone()],
            table: table(round, &order),
        },
        labels: order[..drawn].iter().map(|index| bars.label(*index)).chain(others).collect(),
        has_threshold,
    }
}

/// How many candidates of a round have a bar of their own: the first ten of those with 3 % of the valid votes
/// and more, two at least; all of them where no more than one would be left, or one whose votes are not known.
pub fn shown(round: &Round) -> usize {
    let order = round.order();
    let has_enough = |index: &&usize| {
        let share = round.tally.share(**index, Base::Valid);
        share.is_none_or(|share| share.hundredths() >= ENOUGH) || round.won(**index).is_some()
    };
    let first = order.iter().take(FIRST).take_while(has_enough).count().max(2);
    let others = order.get(first..).unwrap_or_default();
    let are_known = others.iter().all(|index| round.tally.scores[*index].votes.is_some());
    // Where a ballot has several names, nobody's votes add up.
    let add_up = are_known && !matches!(round.tally.ballot, Ballot::UpTo(_));
    if others.len() > 1 && add_up { first } else { order.len() }
}

/// As many bars as a screen holds.
const FIRST: usize = 10;

/// The least share with a bar, in hundredths of a percent.
const ENOUGH: u32 = 300;

fn key(measure: Measure, has_threshold: bool, manner: Option<&str>) -> String {
    let manner = manner.map_or_else(String::new, |manner| format!("\u{202f}; {manner}"));
    let Measure::Share(base) = measure else { return format!("{}{manner}.", measure.words()) };
    let half = if has_threshold {
        "\u{202f}; le trait marque la moitié, seuil de la majorité absolue"
    } else {
        ""
    };
    format!(
        "Toute la largeur vaut {} {}{half}{manner}.",
        french::percentage(100),
        french::of_base(base)
    )
}

/// How the candidates of a round are drawn.
struct Bars<'a> {
    round: &'a Round,
    measure: Measure,
    has_threshold: bool,
    leader: Option<Leader>,
}

impl Bars<'_> {
    /// Those without a bar of their own, together: the table has each of them. `None` where there is nobody, or where
    /// their votes are not known: percentages are not added up.
    fn others(&self, others: &[usize]) -> Option<Label> {
        let Self { round, measure: Measure::Share(base), .. } = *self else { return None };
        others.first()?;
        let scores = &round.tally.scores;
        let votes = others.iter().map(|index| scores.get(*index)?.votes).sum::<Option<u32>>()?;
        let share = Share::of(votes, round.tally.figures().base(base)?, base)?;
        Some(Label {
            name: format!(
                "{} autres {}s",
                french::number(others.len() as u32),
                round.stands.singular()
            ),
            to: None,
            figures: vec![french::votes(votes), french::percent(share)],
            about: None,
            keys: Vec::new(),
            note: None,
            leads: false,
            bar: share_bar(share.hundredths(), Ink::Earlier.colour(), self.has_threshold),
        })
    }

    fn label(&self, index: usize) -> Label {
        let candidate = &self.round.tally.scores[index].candidate;
        let won = self.round.won(index);
        let leads = match &self.round.decision {
            Some(_) => won.is_some(),
            None => self.leader.as_ref().is_some_and(|leader| leader.includes(index)),
        };
        let ink = if leads { Ink::Lead } else { Ink::Other };
        Label {
            name: self.round.tally.scores[index].name().to_owned(),
            to: None,
            figures: figures_at_the_bar(self.round, index, self.measure),
            about: about(self.round, index),
            keys: Vec::new(),
            note: won.filter(|note| !note.is_empty()).map(str::to_owned),
            leads,
            bar: self.bar(index, svg::colour_or(candidate.colour(), ink)),
        }
    }

    fn bar(&self, index: usize, colour: RGBColor) -> String {
        let votes = |index| self.round.votes(index).unwrap_or(0);
        match self.measure {
            Measure::Share(base) => {
                let share = self.round.tally.share(index, base).map_or(0, Share::hundredths);
                share_bar(share, colour, self.has_threshold)
            }
            Measure::Votes | Measure::ReconstructedVotes => {
                let most = (0..self.round.tally.scores.len()).map(votes).max().unwrap_or(0);
                svg::draw(svg::BAR, most.max(1), |area| {
                    area.draw(&svg::bar([0, votes(index)], [0, svg::HEIGHT], colour))
                })
            }
        }
    }
}

/// Shares of the base that was asked for, else of the smallest for which every candidate has one,
/// else votes.
fn measure(round: &Round, base: Base) -> Measure {
    round.shown_base(base).map_or(Measure::Votes, Measure::Share)
}

fn figures_at_the_bar(round: &Round, index: usize, measure: Measure) -> Vec<String> {
    let votes = round.tally.scores[index].votes.map(french::votes);
    let share = match measure {
        Measure::Share(base) => round.tally.share(index, base).map(french::percent),
        Measure::Votes | Measure::ReconstructedVotes => None,
    };
    votes.into_iter().chain(share).collect()
}

/// Who is ahead and by how much, in a sentence; in another, how much was counted.
pub fn headline(round: &Round) -> String {
    headline_of(round, round.common_base(), Length::Alone)
}

/// How much a sentence says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Length {
    /// Everything: nothing else says it.
    Alone,
    /// What matters most: the bars are next to it.
    AboveTheBars,
}

/// The same, in percentages of a base.
fn headline_of(round: &Round, base: Option<Base>, length: Length) -> String {
    if round.is_partial() {
        return "Somme partielle, qui ne dit pas qui est en tête.".to_owned();
    }
    if let Some(decision) = &round.decision {
        return decision.words.clone();
    }
    let headline = french::capitalised(&who_leads(round, base, length));
    match &round.provisional {
        Some(counted) => format!("{headline} Résultat provisoire\u{a0}: {counted}."),
        None => headline,
    }
}

fn who_leads(round: &Round, base: Option<Base>, length: Length) -> String {
    let score = |index: usize| score_in_words(round, index, base).unwrap_or_default();
    let name = |index: usize| name_in_words(round, index);
    let names = |indices: &[usize]| {
        french::list(&indices.iter().map(|index| name(*index)).collect::<Vec<_>>())
    };
    match round.leader() {
        None => {
            let published =
                |index| Some(format!("{}, {}", name(index), score_in_words(round, index, base)?));
            let scores: Vec<String> = round.order().into_iter().filter_map(published).collect();
            match &scores[..] {
                [] => "Aucun score n’est publié.".to_owned(),
                [only] => format!("Seul score connu\u{a0}: {only}."),
                several => format!("Scores publiés\u{a0}: {}.", several.join("\u{202f}; ")),
            }
        }
        Some(Leader::Tie(tied)) => {
            let (names, score, each) = (names(&tied), score(tied[0]), round.stands.each());
            let (votes, share) = score.split_at(score.find(", soit").unwrap_or(score.len()));
            format!("{names} sont à égalité en tête, avec {votes} {each}{share}.")
        }
        Some(Leader::SamePercentage(close)) => format!(
            "{} arrivent en tête avec le même pourcentage, {}\u{202f}; leur ordre n’est pas connu.",
            names(&close),
            score(close[0]),
        ),
        Some(Leader::One(first)) => one_leads(round, first, base, length),
    }
}

fn one_leads(round: &Round, first: usize, base: Option<Base>, length: Length) -> String {
    let name = |index: usize| name_in_words(round, index);
    let is_brief = length == Length::AboveTheBars;
    let score = share_in_words(round, first, base).filter(|_| is_brief);
    let score = score.or_else(|| score_in_words(round, first, base)).unwrap_or_default();
    // Nobody stands as a nuance.
    if round.of_nuances {
        let nuance = round.tally.scores[first].name();
        return format!("Nuance qui a le plus de voix\u{a0}: {nuance}, {score}.");
    }
    let question = round.contest == Contest::Question;
    let ahead = if round.wins_outright(first) {
        if question { "l’emporte avec" } else { "obtient la majorité absolue avec" }
    } else if round.provisional.is_some() {
        "est en tête avec"
    } else {
        "arrive en tête avec"
    };
    // Who is second is known where scores can be compared, or where nobody else is left.
    let second = match &round.order()[..] {
        [_] => return format!("{} obtient {score}.", name(first)),
        [_, second] => Some(*second),
        [_, second, ..] => round.scores().map(|_| *second),
        [] => None,
    };
    let behind =
        second.filter(|_| !is_brief).map(|second| match score_in_words(round, second, base) {
            Some(score) => format!(", devant {} ({score})", name(second)),
            None => format!(", devant {}", name(second)),
        });
    format!("{} {ahead} {score}{}.", name(first), behind.unwrap_or_default())
}

/// Who or what it is: « le oui », « le bloc « Droite » ».
fn name_in_words(round: &Round, index: usize) -> String {
    french::subject(round.stands, round.tally.scores[index].name())
}

/// « 842 voix, soit 57,95 % des exprimés », or as much of it as is published.
fn score_in_words(round: &Round, index: usize, base: Option<Base>) -> Option<String> {
    let score = &round.tally.scores[index];
    let share = share_in_words(round, index, base);
    match (score.votes.map(french::votes), share) {
        (Some(votes), Some(share)) => Some(format!("{votes}, soit {share}")),
        (only, None) | (None, only) => only,
    }
}

/// « 57,95 % des exprimés »
fn share_in_words(round: &Round, index: usize, base: Option<Base>) -> Option<String> {
    let common = base.and_then(|base| round.tally.share(index, base));
    let share = common.or(round.tally.scores.get(index)?.share)?;
    Some(format!("{} {}", french::percent(share), french::of_base(share.base())))
}

/// Who is ahead and what that decides; before it how many stand, where the bars do not show all of them.
fn summary(round: &Round, base: Option<Base>) -> String {
    let headline = headline_of(round, base, Length::AboveTheBars);
    let undecided = if round.decision.is_none() && is_undecided(round) {
        " Personne n’a la majorité absolue\u{a0}: il faut un second tour."
    } else {
        ""
    };
    let count = round.tally.scores.len();
    if shown(round) == count || round.scores().is_none() {
        return format!("{headline}{undecided}");
    }
    let count = french::capitalised(&french::cardinal(count));
    format!("{count} {}s. {headline}{undecided}", round.stands.singular())
}

/// Whether nobody won the first of two rounds where it is decided. Nothing is known of what is still counted.
fn is_undecided(round: &Round) -> bool {
    let is_counted = round.provisional.is_none() && !round.is_partial();
    let is_decided_here = round.contest == Contest::TwoRounds && round.majority.is_some();
    let Some(Leader::One(first)) = round.leader() else { return false };
    let known = round.tally.scores[first].votes.zip(round.tally.figures().base(Base::Valid));
    let has_less = known.is_some_and(|(votes, valid)| !absolute_majority(votes, valid));
    is_decided_here && round.number == 1 && is_counted && has_less
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::data::{Moment, Source};
    use crate::election::{Candidate, Counts, Majority, Quantity, Score, Stands, Tally};

    /// A second round; percentages are of the valid votes.
    fn round(valid: Option<u32>, scores: &[(&str, Option<u32>, Option<u32>)]) -> Round {
        let score = |(name, votes, share): &(&str, Option<u32>, Option<u32>)| Score {
            candidate: Arc::new(Candidate::named(*name)),
            votes: *votes,
            share: share.map(|share| Share::published(share, Base::Valid)),
        };
        Round {
            number: 2,
            contest: Contest::TwoRounds,
            date: Moment { text: String::new(), iso: String::new() },
            provisional: None,
            missing: Vec::new(),
            majority: Some(Majority::Half),
            tally: Tally {
                counts: Counts::default().with(Quantity::Valid, valid),
                scores: scores.iter().map(score).collect(),
                ..Tally::default()
            },
            of_nuances: false,
            stands: Stands::Candidates,
            reconstruction: None,
            details: Vec::new(),
            source: Source { name: String::new(), address: None, published: None },
            note: None,
            compared_turnout: None,
            decision: None,
            manner: None,
        }
    }

    /// Spaces that do not break, as plain ones.
    fn said(round: &Round) -> String {
        headline(round).replace(['\u{a0}', '\u{202f}'], " ")
    }

    #[test]
    fn a_majority_is_said_when_whole_votes_prove_it() {
        let clear = round(None, &[("A", Some(842), None), ("B", Some(611), None)]);
        assert_eq!(
            said(&clear),
            "A obtient la majorité absolue avec 842 voix, soit 57,95 % des exprimés, \
             devant B (611 voix, soit 42,05 % des exprimés)."
        );
        let percentages = round(None, &[("A", None, Some(5795)), ("B", None, Some(4205))]);
        assert!(said(&percentages).starts_with("A arrive en tête avec 57,95 % des exprimés"));
    }

    #[test]
    fn a_first_round_that_nobody_wins_says_that_there_is_a_second() {
        let ends = |round: &Round, end: &str| summary(round, Some(Base::Valid)).ends_with(end);
        let second = "il faut un second tour.";
        let close = [("A", Some(50), None), ("B", Some(30), None), ("C", Some(20), None)];
        let first = Round { number: 1, ..round(Some(100), &close) };
        assert!(ends(&first, second));
        // Elsewhere, later, before the end of the count, and where it was won.
        assert!(!ends(&Round { majority: None, ..first.clone() }, second));
        assert!(!ends(&round(Some(100), &close), second));
        assert!(!ends(&Round { provisional: Some("9 sur 10".to_owned()), ..first }, second));
        let clear = round(Some(99), &[("A", Some(50), None), ("B", Some(49), None)]);
        assert!(!ends(&Round { number: 1, ..clear }, second));
    }

    #[test]
    fn a_question_is_answered_by_its_majority() {
        let answers = [("Non", Some(210), None), ("Oui", Some(410), None)];
        let question =
            Round { contest: Contest::Question, stands: Stands::Answers, ..round(None, &answers) };
        assert_eq!(
            said(&question),
            "Le oui l’emporte avec 410 voix, soit 66,13 % des exprimés, devant le non (210 voix, \
             soit 33,87 % des exprimés)."
        );
        assert_eq!(
            round_chart(String::new(), &question, Base::Valid).caption.table.head[0],
            "Réponse"
        );
        let tie = [("Oui", Some(5), None), ("Non", Some(5), None)];
        let tie =
            Round { contest: Contest::Question, stands: Stands::Answers, ..round(None, &tie) };
        assert!(said(&tie).starts_with("Le oui et le non sont à égalité en tête"));
    }

    #[test]
    fn a_tie_is_proved_by_votes_and_not_by_percentages() {
        let tie = round(None, &[("A", Some(50), None), ("B", Some(50), None)]);
        assert!(said(&tie).starts_with("A et B sont à égalité en tête, avec 50 voix"));
        let close = round(None, &[("A", None, Some(5000)), ("B", None, Some(5000))]);
        assert!(said(&close).ends_with("leur ordre n’est pas connu."), "{}", said(&close));
    }

    #[test]
    fn of_scores_without_common_measure_only_more_than_half_leads() {
        // Yvelines, second round of 2017, as the press gave it.
        let hamon = ("Hamon", None, Some(5897));
        let mixed = round(None, &[("Valls", Some(19_816), None), hamon]);
        assert_eq!(
            said(&mixed),
            "Hamon arrive en tête avec 58,97 % des exprimés, devant Valls (19 816 voix)."
        );
        let chart = round_chart(String::new(), &mixed, Base::Valid);
        assert_eq!((chart.labels, chart.has_threshold), (vec![], false));
        // The same among three: nothing says who is second.
        let three = round(None, &[hamon, ("Valls", Some(19_816), None), ("C", None, None)]);
        assert_eq!(said(&three), "Hamon arrive en tête avec 58,97 % des exprimés.");
        let less = round(None, &[("A", None, Some(5000)), ("B", Some(19_816), None)]);
        assert_eq!(said(&less), "Scores publiés : A, 50,00 % des exprimés ; B, 19 816 voix.");
    }

    #[test]
    fn a_single_known_score_leads_nobody() {
        // Yvelines, first round of 2017.
        let one = round(Some(39_591), &[("Hamon", None, Some(3769)), ("Valls", None, None)]);
        assert_eq!(said(&one), "Seul score connu : Hamon, 37,69 % des exprimés.");
        assert_eq!(one.votes(0), None);
    }

    #[test]
    fn small_candidates_are_together_where_their_votes_are_known() {
        let votes: Vec<_> = [60, 30, 6, 2, 1, 1].map(|votes| ("A", Some(votes), None)).to_vec();
        let chart = round_chart(String::new(), &round(Some(100), &votes), Base::Valid);
        let others = chart.labels.last().unwrap();
        assert_eq!((chart.labels.len(), others.name.as_str()), (4, "3 autres candidats"));
        assert_eq!(others.figures, ["4\u{a0}voix", "4,00\u{202f}%"]);
        let shares: Vec<_> =
            [6000, 3000, 600, 200, 100, 100].map(|share| ("A", None, Some(share))).to_vec();
        let chart = round_chart(String::new(), &round(None, &shares), Base::Valid);
        assert_eq!(chart.labels.len(), 6);
    }

    #[test]
    fn what_is_not_counted_to_the_end_is_never_won() {
        let mut night = round(None, &[("A", Some(842), None), ("B", Some(611), None)]);
        night.provisional = Some("95 % des 20 bureaux dépouillés".to_owned());
        assert_eq!(
            said(&night),
            "A est en tête avec 842 voix, soit 57,95 % des exprimés, devant B (611 voix, soit \
             42,05 % des exprimés). Résultat provisoire : 95 % des 20 bureaux dépouillés."
        );
    }
}
