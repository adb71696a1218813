//! What a vote beyond the State's decided, in words: a proposal that is adopted, who has the seats, how people voted.
//! It must not decide: figures do, or the source.

use crate::data::Decision;
use crate::election::{Ballot, Base, Contest, Quantity, Stands, Tally, Threshold, Winners};
use crate::french;
use crate::site::content::election::answers::{self, AGAINST, FOR};
use crate::site::content::election::decision::{Rules, Verdict};
use crate::site::content::election::terms::{Declared, Proposal, Voting};
use crate::site::content::{Election, Round};

/// How people voted: « vote à main levée », « jusqu’à cinq noms par bulletin ».
pub fn manner(round: &Round) -> Option<String> {
    let is_by_hand = round.voting.as_ref().is_some_and(|it| it.value == Voting::ShowOfHands);
    let hands = is_by_hand.then(|| "vote à main levée".to_owned());
    let names = match round.tally.ballot {
        Ballot::UpTo(names) => {
            Some(format!("jusqu’à {} noms par bulletin", french::cardinal(names.into())))
        }
        Ballot::OneChoice | Ballot::SeveralNames => None,
    };
    let known: Vec<String> = hands.into_iter().chain(names).collect();
    (!known.is_empty()).then(|| known.join(", "))
}

/// What a round decided in the election's own territory, or in another of its file: nothing as long as it is counted.
pub fn decision(election: &Election, round: &Round) -> Option<Decision> {
    if round.in_table || round.counted.is_some() {
        return None;
    }
    if election.contest == Contest::Question {
        let is_of_a_proposal = answers::are_of_a_proposal(&round.tally);
        return is_of_a_proposal.then(|| of_a_proposal(&election.rules, round)).flatten();
    }
    let stands = election.stands(&round.tally);
    let elected = Elected { round, stands, seats: round.elects(election.declared_stands()) };
    let threshold = match &election.rules.majority {
        Some(majority) => Some(majority.value),
        None => {
            let is_first = election.contest == Contest::TwoRounds && round.number.value == 1;
            is_first.then_some(Threshold::Half)
        }
    };
    elected.decision(threshold, &election.rules)
}

fn of_a_proposal(rules: &Rules, round: &Round) -> Option<Decision> {
    let tally = &round.tally;
    let (votes, abstaining) = (Votes::of(tally), tally.counts.get(Quantity::Abstaining));
    let (declared, verdict) = (round.declared.as_ref().map(|it| it.value), rules.verdict(tally));
    let adopted = match (declared, verdict) {
        (Some(declared), _) => declared != Declared::Rejected,
        (None, verdict) => verdict? == Verdict::Adopted,
    };
    let how = if declared == Some(Declared::CastingVote) {
        " par la voix prépondérante de la présidence".to_owned()
    } else if !adopted {
        votes.map_or_else(String::new, |votes| votes.lack(rules))
    } else if declared == Some(Declared::Unanimous) || votes.is_some_and(|it| it.are_all(tally)) {
        " à l’unanimité".to_owned()
    } else if votes.is_some_and(|votes| votes.noes == 0) {
        " à l’unanimité des exprimés".to_owned()
    } else if rules.is_simple() {
        String::new()
    } else {
        format!(" à {}", majority(rules, rules.threshold()))
    };
    let said = if adopted { "est adoptée" } else { "est rejetée" };
    let counted = votes.map_or_else(String::new, |votes| votes.words(abstaining));
    let proposal = rules.proposal.as_ref().map(|it| it.value).unwrap_or_default();
    let winner = (verdict != Some(Verdict::Tied)).then_some(if adopted { FOR } else { AGAINST });
    let is_winner = |index: &usize| Some(tally.scores[*index].name()) == winner;
    Some(Decision {
        words: format!("{} {said}{how}{counted}.", the(proposal)),
        winners: (0..tally.scores.len()).filter(is_winner).collect(),
        note: String::new(),
    })
}

const fn the(proposal: Proposal) -> &'static str {
    match proposal {
        Proposal::Proposal => "La proposition",
        Proposal::Resolution => "La résolution",
        Proposal::Motion => "La motion",
        Proposal::Deliberation => "La délibération",
    }
}

/// The votes for and against a proposal.
#[derive(Clone, Copy)]
struct Votes {
    ayes: u32,
    noes: u32,
}

impl Votes {
    fn of(tally: &Tally) -> Option<Self> {
        let votes = |answer| tally.scores.iter().find(|score| score.name() == answer)?.votes;
        Some(Self { ayes: votes(FOR)?, noes: votes(AGAINST)? })
    }

    /// Whether everybody who voted is for it.
    fn are_all(self, tally: &Tally) -> bool {
        let voters = tally.figures().base(Base::Voters);
        let nobody_abstains = tally.counts.get(Quantity::Abstaining) == Some(0);
        self.noes == 0 && voters.map_or(nobody_abstains, |voters| voters == self.ayes)
    }

    /// What a rejected proposal lacks, where more are for it than against it, or as many.
    fn lack(self, rules: &Rules) -> String {
        match self.ayes.cmp(&self.noes) {
            std::cmp::Ordering::Less => String::new(),
            _ if rules.is_simple() => " faute de majorité".to_owned(),
            _ => format!(", faute de {}", majority(rules, rules.threshold())),
        }
    }

    /// « : 38 voix pour, 7 contre et 9 abstentions »
    fn words(self, abstaining: Option<u32>) -> String {
        let against = format!("{}\u{a0}contre", french::number(self.noes));
        let abstentions = abstaining.filter(|count| *count > 0).map(|count| {
            let noun = if count > 1 { "abstentions" } else { "abstention" };
            format!("{}\u{a0}{noun}", french::number(count))
        });
        let parts: Vec<String> = [format!("{} pour", french::votes(self.ayes))]
            .into_iter()
            .chain((self.noes > 0).then_some(against))
            .chain(abstentions)
            .collect();
        format!("\u{a0}: {}", french::list(&parts))
    }
}

/// « la majorité des deux tiers des votants »
fn majority(rules: &Rules, threshold: Threshold) -> String {
    let words = match threshold {
        Threshold::Half => "la majorité absolue",
        Threshold::TwoThirds => "la majorité des deux tiers",
        Threshold::ThreeQuarters => "la majorité des trois quarts",
    };
    match rules.of {
        Base::Valid | Base::Ballots => words.to_owned(),
        base => format!("{words} {}", french::of_base(base)),
    }
}

/// Persons or projects of a round, some of which are elected or retained.
struct Elected<'a> {
    round: &'a Round,
    stands: Stands,
    seats: Option<u16>,
}

/// More names are not listed: their bars say it.
const MOST_NAMED: usize = 7;

impl Elected<'_> {
    fn decision(&self, threshold: Option<Threshold>, rules: &Rules) -> Option<Decision> {
        let scores = &self.round.tally.scores;
        let said: Vec<usize> =
            (0..scores.len()).filter(|index| scores[*index].candidate.elected).collect();
        let counted = self
            .by_votes(threshold, rules)
            .filter(|it| said.iter().all(|at| it.seated.contains(at) || it.tied.contains(at)));
        let (words, winners) = match (counted, self.seats) {
            (Some(mut winners), Some(seats)) => {
                let why = threshold.map(|threshold| majority(rules, threshold));
                let settled = self.settle(&mut winners, &said, seats.into());
                let words = self.words(&winners, seats.into(), why);
                (words.into_iter().chain(settled).collect::<Vec<_>>().join(" "), winners.seated)
            }
            _ if said.is_empty() => return None,
            _ => (self.said(&said), said),
        };
        if words.is_empty() {
            return None;
        }
        let note = if self.is_of_projects() { "retenu" } else { "obtient un siège" };
        Some(Decision { words, winners, note: note.to_owned() })
    }

    /// Seats those of equal votes of whom the source says that they are elected, if they are as many as seats are
    /// left; in words, that they are.
    fn settle(&self, winners: &mut Winners, said: &[usize], seats: usize) -> Option<String> {
        let is_tied = |index: &&usize| winners.tied.contains(index);
        let chosen: Vec<usize> = said.iter().filter(is_tied).copied().collect();
        if winners.open == 0 || chosen.len() != winners.open {
            return None;
        }
        let (tied, names) = (self.equal(winners), self.names(&chosen));
        let last = self.last(winners.open, seats);
        let settled = match (self.is_of_projects(), winners.open) {
            (true, 1) => format!("{names} est retenu"),
            (true, _) => format!("{names} sont retenus"),
            (false, 1) => format!("{last} revient à {names}"),
            (false, _) => format!("{last} reviennent à {names}"),
        };
        let settled = format!("{tied}\u{a0}: d’après la source, {settled}.");
        winners.open = 0;
        winners.seated.extend(chosen);
        Some(settled)
    }

    /// « Bruno et Chloé sont à égalité, avec 31 voix chacun »
    fn equal(&self, winners: &Winners) -> String {
        let votes = winners.tied.first().and_then(|it| self.round.tally.scores[*it].votes);
        let (names, votes) = (self.names(&winners.tied), french::votes(votes.unwrap_or(0)));
        format!("{names} sont à égalité, avec {votes} {}", self.stands.each())
    }

    /// « le dernier siège », « lesquels sont retenus »: what equal votes do not say.
    fn last(&self, open: usize, seats: usize) -> String {
        if self.is_of_projects() {
            return if open > 1 { "lesquels sont retenus" } else { "lequel est retenu" }.to_owned();
        }
        match (open, open == seats) {
            (1, true) => "le siège".to_owned(),
            (1, false) => "le dernier siège".to_owned(),
            (_, true) => format!("les {} sièges", french::cardinal(open)),
            (_, false) => format!("les {} derniers sièges", french::cardinal(open)),
        }
    }

    fn is_of_projects(&self) -> bool {
        self.stands == Stands::Projects
    }

    /// What the votes give, where each is known, and what they are counted against.
    fn by_votes(&self, threshold: Option<Threshold>, rules: &Rules) -> Option<Winners> {
        let tally = &self.round.tally;
        let votes: Vec<u32> = tally.scores.iter().map(|it| it.votes).collect::<Option<_>>()?;
        let whole = tally.figures().base(rules.of);
        let is_enough = |votes| match (threshold, whole) {
            (Some(threshold), Some(whole)) => threshold.is_reached(votes, whole),
            _ => true,
        };
        let is_known = threshold.is_none() || whole.is_some();
        Some(Winners::of(&votes, self.seats?, is_enough)).filter(|_| is_known)
    }

    fn names(&self, indices: &[usize]) -> String {
        let name = |index: &usize| self.round.tally.scores[*index].name();
        french::list(&indices.iter().map(name).collect::<Vec<_>>())
    }

    /// What the source says.
    fn said(&self, elected: &[usize]) -> String {
        let what = match (self.is_of_projects(), elected.len()) {
            (true, 1) => "Projet retenu",
            (true, _) => "Projets retenus",
            (false, 1) => "Siège attribué",
            (false, _) => "Sièges attribués",
        };
        format!("{what}, d’après la source\u{a0}: {}.", self.names(elected))
    }

    /// Who is seated, who is tied, what is left.
    fn words(&self, winners: &Winners, seats: usize, majority: Option<String>) -> Vec<String> {
        let seated = if self.is_of_projects() {
            self.retained(winners)
        } else {
            self.seated(winners, seats)
        };
        let tied = (winners.open > 0).then(|| {
            let (tied, last) = (self.equal(winners), self.last(winners.open, seats));
            let verb = if self.is_of_projects() { "disent" } else { "donnent" };
            format!("{tied}\u{a0}: leurs voix ne {verb} pas {last}.")
        });
        let left = (winners.vacant > 0).then(|| self.vacant(winners, majority)).flatten();
        [seated, tied, left].into_iter().flatten().collect()
    }

    fn retained(&self, winners: &Winners) -> Option<String> {
        match winners.seated.len() {
            0 => None,
            1 => Some(format!("Projet retenu\u{a0}: {}.", self.names(&winners.seated))),
            2..=MOST_NAMED => {
                Some(format!("Projets retenus\u{a0}: {}.", self.names(&winners.seated)))
            }
            count => Some(format!("{count} projets sont retenus.")),
        }
    }

    fn seated(&self, winners: &Winners, seats: usize) -> Option<String> {
        let count = winners.seated.len();
        let (number, of) = (french::cardinal(count), french::cardinal(seats));
        let which = match (count, seats) {
            (0, _) => return None,
            (_, 1) => "le siège revient".to_owned(),
            (1, _) => format!("un des {of} sièges revient"),
            _ if count == seats => format!("les {of} sièges reviennent"),
            _ => format!("{number} des {of} sièges reviennent"),
        };
        if count > MOST_NAMED {
            let which = if count == seats { "les".to_owned() } else { format!("{number} des") };
            return Some(format!("{} {of} sièges sont pourvus.", french::capitalised(&which)));
        }
        Some(format!("{} à {}.", french::capitalised(&which), self.names(&winners.seated)))
    }

    /// What nobody has, and why where a majority is needed.
    fn vacant(&self, winners: &Winners, majority: Option<String>) -> Option<String> {
        let other = if winners.seated.is_empty() { "" } else { " d’autre" };
        let why = majority.map(|majority| format!("\u{a0}: personne{other} n’a {majority}"));
        if self.is_of_projects() {
            let none = why.filter(|_| winners.seated.is_empty());
            return none.map(|_| "Aucun projet n’a la majorité qu’il faut.".to_owned());
        }
        let count = french::capitalised(&french::cardinal(winners.vacant));
        Some(match (winners.vacant, why) {
            (1, None) => "Un siège reste vacant.".to_owned(),
            (1, Some(why)) => format!("Un siège reste à pourvoir{why}."),
            (_, None) => format!("{count} sièges restent vacants."),
            (_, Some(why)) => format!("{count} sièges restent à pourvoir{why}."),
        })
    }
}
