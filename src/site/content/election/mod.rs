//! `results/*.json`: elections, and whether their figures can be true.

pub mod answers;
mod bodies;
mod candidate;
pub mod compared;
mod contradictions;
pub mod decision;
pub mod figures;
mod levels;
mod license;
pub mod names;
pub mod other_territory;
pub mod partial_sums;
mod question;
pub mod round;
pub mod seats;
pub mod tables;
mod tallies;
pub mod terms;
pub mod whereabouts;

use std::collections::BTreeMap;
use std::path::Path;

use jiff::civil::Date;

use self::compared::Compared;
use self::decision::Rules;
use self::other_territory::OtherTerritory;
use self::round::{Round, ensure_finalists_stood_before};
pub use self::terms::Kind;
use self::whereabouts::locative;
use super::files;
use super::publication::{Publication, Published};
use crate::election::{Contest, Level, LevelResults, Levels, Majority, Place, Stands, Tally};
use crate::message;
use crate::route::{Route, Slug};
use crate::site::content::known::elections;
use crate::site::parse::diagnostics::Problems;
use crate::site::parse::fields::{Fields, Spanned};
use crate::site::parse::file;
use crate::site::parse::tree::{self, Node};
use crate::site::parse::values::Text;

/// An election in one territory.
pub struct Election {
    /// Its slug.
    pub slug: Spanned<Slug>,
    /// Its title.
    pub title: String,
    /// Where the votes were counted.
    pub territory: String,
    /// The kind of candidates, where the figures do not tell.
    stands: Option<Stands>,
    /// What it is held for, where that is said.
    pub kind: Option<Kind>,
    /// How it is decided.
    pub contest: Contest,
    /// What is put to the vote, and by which majority it is decided.
    pub rules: Rules,
    /// Who is compared with whom of the last election of its kind, where names and nuances do not tell.
    pub compared: Vec<Compared>,
    /// What it was for.
    pub introduction: String,
    /// Its rounds, in order.
    pub rounds: Vec<Round>,
    /// The code of that territory, where its figures are in tables.
    pub code: Option<String>,
    /// The département or country of which the tables next to the election hold every territory.
    pub within: Option<Place>,
    /// The territories in which it is decided, each for itself: communes, circonscriptions, the
    /// country. Where that is not said, nobody is said to have won.
    pub decided_in: Option<Level>,
    /// The outlines of its territories, for maps: names in `contours/`.
    pub contours: Vec<Spanned<Slug>>,
    /// The tables next to the election and what they add up to, a round each.
    pub levels: BTreeMap<u8, Levels>,
    /// Its figures in other territories.
    pub other_territories: Vec<OtherTerritory>,
    /// When it is published: polls may still be open.
    pub publication: Publication,
}

impl Election {
    /// The levels of a round, where there are tables.
    pub fn levels(&self, round: u8) -> Option<&Levels> {
        self.levels.get(&round)
    }

    /// Every territory that has a page, the largest first: those of the last round, down to
    /// communes.
    pub fn places(&self) -> impl Iterator<Item = &Place> {
        let last = self.rounds.last().and_then(|round| self.levels(round.number.value));
        let levels = last.filter(|_| self.within.is_some());
        let layers = levels.into_iter().flat_map(|levels| levels.layers.iter().rev());
        let overlapping = levels.into_iter().flat_map(|levels| &levels.overlapping);
        let results = layers.map(|layer| &layer.results).chain(overlapping);
        let results = results.filter(|results| results.level > Level::Station);
        results.flat_map(|results| &results.territories).map(|territory| &territory.place)
    }

    /// The last part of the URL of each of its territories.
    pub fn territories(&self) -> impl Iterator<Item = String> {
        self.places().chain(self.other_territories.iter().map(|it| &it.place)).map(Place::slug)
    }

    /// The kind of its own territory, of which the figures in its own file are: that of its code, a
    /// commune where it has none.
    pub fn own_level(&self) -> Level {
        let code = self.code.as_deref();
        let in_tables = || {
            let levels = self.rounds.iter().rev().find_map(|it| self.levels(it.number.value))?;
            levels.find_code(code?).map(|own| own.place.level)
        };
        let whole = || Place::whole(code?).map(|whole| whole.level);
        in_tables().or_else(whole).unwrap_or(Level::Commune)
    }

    /// What wins a round with so many candidates outright in a territory of this level, where it is
    /// decided there.
    pub fn majority(&self, round: &Round, level: Level, candidates: usize) -> Option<Majority> {
        // Seats that are given here are decided here.
        let gives_seats = || self.rounds.iter().any(|round| round.seat_rule.is_some());
        let by_seats = || gives_seats().then(|| self.own_level());
        // An assembly decides where it is.
        if self.contest == Contest::Question && answers::are_of_a_proposal(&round.tally) {
            return self.rules.is_simple().then_some(Majority::Half);
        }
        let decided_in = self.decided_in.or_else(by_seats).filter(|decided| *decided == level)?;
        Majority::of(self.contest, decided_in, round.number.value, candidates)
    }

    /// The round with this number.
    pub fn round(&self, number: u8) -> Option<&Round> {
        self.rounds.iter().find(|round| round.number.value == number)
    }

    /// The kind of its candidates: as its file says, else as a tally tells.
    pub fn stands(&self, tally: &Tally) -> Stands {
        self.stands.unwrap_or_else(|| self.stands_in(tally))
    }

    /// The kind of its candidates, where its file says it.
    pub const fn declared_stands(&self) -> Option<Stands> {
        self.stands
    }

    /// Whether the source adds candidates up by nuance.
    pub fn adds_up_nuances(&self) -> bool {
        self.stands == Some(Stands::Nuances)
    }

    /// The kind of its candidates, as a tally alone tells.
    pub fn stands_in(&self, tally: &Tally) -> Stands {
        match self.contest {
            Contest::Question => Stands::Answers,
            _ if tally.scores.iter().any(|score| score.candidate.is_list()) => Stands::Lists,
            _ => Stands::Candidates,
        }
    }

    /// Its territory as the end of a sentence.
    pub fn locative(&self) -> String {
        locative(&self.territory, self.code.as_deref())
    }

    /// The day of its last round.
    pub fn last_day(&self) -> Option<Date> {
        self.rounds.last().map(|round| round.date.value)
    }
}

impl Published for Election {
    fn published(&self) -> (Route, Publication) {
        (Route::Election(self.slug.value.clone()), self.publication)
    }
}

/// Reads one election.
pub fn read(path: &Path, problems: &mut Problems) -> Option<Election> {
    let node = tree::from_json(&file::read(path, files::LARGEST_JSON, problems)?, problems)?;
    let mut fields = Fields::of(&elections::ELECTION, &node, problems)?;
    let slug = files::slug(path, &node, &mut fields, problems);
    let [title, territory, introduction] =
        ["title", "territory", "introduction"].map(|name| fields.required::<Text>(name, problems));
    let (kind, stands) = (fields.optional("kind", problems), fields.optional("stands", problems));
    let (contest, rules) = Rules::of(&mut fields, problems);
    let code = fields.optional::<Spanned<Text>>("code", problems);
    let within = fields.optional::<Place>("within", problems);
    let decided_in = fields.optional::<Level>("decided_in", problems);
    let rounds = fields.required::<Vec<Round>>("rounds", problems);
    let (contours, compared, other_territories) = lists(&mut fields, problems);
    let publication = Publication::of_results(&mut fields, problems);
    fields.finish(problems);
    let mut rounds = rounds?;
    let levels = levels::read(path, within.as_ref(), stands, &rounds, problems);
    fill_from_tables(&mut rounds, code.as_ref(), &levels, problems);
    ensure_rounds_are_those_of_the_contest(&node, contest, &rounds, problems);
    Some(Election {
        slug: slug?,
        title: title?.0,
        territory: territory?.0,
        stands,
        kind,
        contest: contest?,
        rules,
        compared,
        introduction: introduction?.0,
        rounds,
        code: code.map(|code| code.value.0),
        within,
        decided_in,
        contours,
        levels,
        other_territories,
        publication,
    })
    .inspect(|election| ensure_its_rounds_fit(election, problems))
}

/// Outlines, who is compared with whom, and other territories.
fn lists(
    fields: &mut Fields<'_>,
    problems: &mut Problems,
) -> (Vec<Spanned<Slug>>, Vec<Compared>, Vec<OtherTerritory>) {
    fields.known("$schema");
    let contours = fields.optional("contours", problems).unwrap_or_default();
    let compared = fields.optional("compared", problems).unwrap_or_default();
    (contours, compared, fields.optional("other_territories", problems).unwrap_or_default())
}

/// Gives every round without figures of its own those of its table.
fn fill_from_tables(
    rounds: &mut [Round],
    code: Option<&Spanned<Text>>,
    levels: &BTreeMap<u8, Levels>,
    problems: &mut Problems,
) {
    for round in rounds {
        fill_from_table(round, code, levels.get(&round.number.value), problems);
    }
}

/// Ensure every round, here and in other territories, is one of this election.
fn ensure_its_rounds_fit(election: &Election, problems: &mut Problems) {
    let within = election.within.as_ref();
    let (rules, stands) = (&election.rules, election.stands);
    decision::ensure_rules_are_used(rules, stands, &election.rounds, problems);
    levels::ensure_they_fit(&election.rounds, within, &election.levels, problems);
    let slugs: Vec<String> = election.territories().collect();
    other_territory::ensure_they_fit(
        &election.other_territories,
        &election.rounds,
        &slugs,
        problems,
    );
    let others = election.other_territories.iter().flat_map(|it| &it.rounds);
    for round in election.rounds.iter().chain(others) {
        seats::ensure_they_fit(election.contest, stands, round, problems);
        question::ensure_it_has_its_answers(election.contest, round, problems);
        decision::ensure_it_fits(rules, election.contest, round, problems);
    }
}

/// Ensure the election has a round, each follows the one before, and a contest of one round has no
/// second.
fn ensure_rounds_are_those_of_the_contest(
    node: &Node,
    contest: Option<Contest>,
    rounds: &[Round],
    problems: &mut Problems,
) {
    ensure_rounds_follow_each_other(rounds, problems);
    let only = matches!(contest, Some(Contest::OneRound | Contest::Question));
    match rounds {
        [] => {
            let span = node.span.start..node.span.start + 1;
            let title = message!("election-no-round");
            let found = message!("election-no-figures-found");
            problems.add(&node.source, span, title, found, message!("election-no-round-help"));
        }
        [_, second, ..] if only => {
            let title = message!("election-second-round");
            let found = message!("election-second-round-found");
            second.number.problem(problems, title, found, message!("election-second-round-help"));
        }
        _ => {}
    }
}

/// Gives a round whose figures are not in the election's own file those of its table.
fn fill_from_table(
    round: &mut Round,
    code: Option<&Spanned<Text>>,
    levels: Option<&Levels>,
    problems: &mut Problems,
) {
    if !round.in_table {
        return;
    }
    let number = round.number.value;
    let Some(levels) = levels else {
        let (title, found) = (message!("election-no-figures"), message!("election-nowhere-found"));
        let help = message!("election-nowhere-help");
        round.number.problem(problems, title, found, help);
        return;
    };
    let Some(code) = code else {
        let (found, help) = (message!("election-no-code-found"), message!("election-no-code-help"));
        round.number.problem(problems, message!("election-no-code"), found, help);
        return;
    };
    match levels.find_code(&code.value.0) {
        Some(own) => {
            let mut results = levels.all().filter(|it| it.level == own.place.level);
            let seats_are_own = results.any(LevelResults::have_own_seats);
            let tally = own.tally.clone();
            round.tally = if seats_are_own { tally } else { tally.without_seats() };
        }
        None => {
            let found = message!("election-other-code-found", round = number.to_string());
            let help = message!("election-other-code-help");
            code.problem(problems, message!("election-other-code"), found, help);
        }
    }
}

/// Ensure rounds are numbered from 1 and each is dated after the one that it follows.
fn ensure_rounds_follow_each_other(rounds: &[Round], problems: &mut Problems) {
    for (expected, round) in (1u8..).zip(rounds) {
        if round.number.value != expected {
            let found = message!("fields-expected", it = expected.to_string());
            let help = message!("election-round-order-help");
            round.number.problem(problems, message!("election-round-order"), found, help);
        }
    }
    for pair in rounds.windows(2) {
        let [earlier, later] = pair else { continue };
        ensure_finalists_stood_before(earlier, later, problems);
        if later.date.value <= earlier.date.value {
            let date = earlier.date.value.to_string();
            let found = message!("election-date-order-found", date = date);
            let help = message!("election-dates-help");
            later.date.problem(problems, message!("election-date-order"), found, help);
        }
    }
}
