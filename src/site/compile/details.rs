//! What a page says of a round in words and tables: who stands, and how the seats were given.
//! It must not compute seats: that is the election domain's.

use super::hemicycle;
use crate::data::{Detail, Table};
use crate::election::{
    Apportionment, AverageStep, Bonus, Candidate, Fraction, Leader, ListSeats, Method, Remainders,
    SeatOutcome, SeatRule, Tally, Undecided,
};
use crate::french;
use crate::site::content::{Round, published_seats, seats_to_fill};

/// The details of a round in the territory of this tally. `round` is the round as it is written of that
/// very territory, if it is: seats to fill and their rule are of no other.
pub fn of(tally: &Tally, round: Option<&Round>) -> Vec<Detail> {
    let mut details: Vec<Detail> = candidate_details(tally).into_iter().collect();
    if let Some(to_fill) = seats_to_fill(round, tally) {
        let by_rule = round.and_then(|round| round.seats_by_rule(tally));
        let mut seats = seats(tally, to_fill, by_rule.as_ref());
        if let (Some(first), Some(given)) = (seats.first_mut(), totals(tally, by_rule.as_ref())) {
            first.drawing = hemicycle::drawing(tally, &given);
        }
        details.extend(seats);
    }
    details
}

/// The seats of each list: as published, else by the rule where votes alone decide.
fn totals(tally: &Tally, by_rule: Option<&(SeatRule, SeatOutcome)>) -> Option<Vec<u16>> {
    published_seats(tally).or_else(|| match by_rule {
        Some((_, SeatOutcome::Given(given))) if given.is_decided() => Some(given.totals()),
        _ => None,
    })
}

/// How the seats were given, the result first.
fn seats(tally: &Tally, to_fill: u16, by_rule: Option<&(SeatRule, SeatOutcome)>) -> Vec<Detail> {
    let names = Names(tally.scores.iter().map(|score| score.name()).collect());
    let filled = format!("{} à pourvoir.", french::seats(to_fill));
    let mut details = Vec::new();
    match (published_seats(tally), by_rule) {
        (None, Some((rule, SeatOutcome::Given(given)))) => {
            let words = format!("{filled} Calcul du site, d’après les voix.");
            details.push(names.given(given, *rule, words));
            details.extend(names.steps(given));
        }
        (Some(published), Some((rule, SeatOutcome::Given(given)))) if given.is_decided() => {
            if published == given.totals() {
                let words = "Répartition publiée, que le calcul du site confirme.";
                details.push(names.given(given, *rule, format!("{filled} {words}")));
            } else {
                let words = "Répartition publiée\u{a0}; d’après les voix et la règle, le site en \
                             calcule une autre.";
                details.push(names.published(&published, format!("{filled} {words}")));
                let words = "Ce que la règle donne, si toutes les voix sont justes.".to_owned();
                let title = "Calcul du site".to_owned();
                details.push(Detail { title, ..names.given(given, *rule, words) });
            }
            details.extend(names.steps(given));
        }
        (Some(published), _) => {
            details.push(names.published(&published, format!("{filled} Répartition publiée.")));
        }
        (None, Some((_, SeatOutcome::SecondRound))) => {
            let later = "Aucune liste n’a la majorité absolue\u{a0}: le second tour les attribue.";
            details.push(words("Sièges", vec![format!("{filled} {later}")]));
        }
        (None, _) => {}
    }
    details
}

fn words(title: &str, words: Vec<String>) -> Detail {
    Detail { title: title.to_owned(), words, table: None, drawing: None }
}

/// More are too many to be described one by one.
const MOST_LISTED: usize = 12;

/// Who stands, where the chart does not say it all: unless they are too many to be listed.
fn candidate_details(tally: &Tally) -> Option<Detail> {
    if tally.scores.len() > MOST_LISTED
        || !tally.scores.iter().any(|score| score.candidate.list.is_some())
    {
        return None;
    }
    let lines = tally.scores.iter().filter_map(|score| {
        let described = described(&score.candidate)?;
        Some(format!("{}\u{a0}: {described}.", score.name()))
    });
    let lines: Vec<String> = lines.collect();
    (!lines.is_empty()).then(|| words("Les listes en présence", lines))
}

/// « panneau 3, liste « Ensemble », conduite par … »
fn described(candidate: &Candidate) -> Option<String> {
    let list = candidate.list.as_ref().map(|list| format!("liste «\u{a0}{list}\u{a0}»"));
    let head = candidate.head.as_ref().map(|head| format!("conduite par {head}"));
    let panel = candidate.panel.map(|panel| format!("panneau {panel}"));
    let known: Vec<String> = [panel, list, head].into_iter().flatten().collect();
    (!known.is_empty()).then(|| known.join(", "))
}

/// What a column says of a list.
type SeatColumn = fn(&ListSeats) -> u32;

/// The names of the lists, by index.
struct Names<'a>(Vec<&'a str>);

impl Names<'_> {
    fn of(&self, index: usize) -> String {
        self.0.get(index).map_or_else(String::new, |name| (*name).to_owned())
    }

    fn list(&self, indices: &[usize]) -> String {
        french::list(&indices.iter().map(|index| self.of(*index)).collect::<Vec<_>>())
    }

    /// A row a list, most seats first; equal ones in the order of publication.
    fn table(&self, head: &[&str], seats: &[u16], cells: impl Fn(usize) -> Vec<u32>) -> Table {
        let mut order: Vec<usize> = (0..self.0.len()).collect();
        order.sort_by_key(|index| std::cmp::Reverse(seats.get(*index)));
        let row = |index: usize| {
            let cells = cells(index).into_iter().map(french::number);
            std::iter::once(self.of(index)).chain(cells).collect()
        };
        let head = head.iter().map(|heading| (*heading).to_owned()).collect();
        Table { head, rows: order.into_iter().map(row).collect() }
    }

    fn published(&self, seats: &[u16], words: String) -> Detail {
        let cells = |index: usize| seats.get(index).map(|seats| u32::from(*seats));
        let table =
            self.table(&["Liste", "Sièges"], seats, |index| cells(index).into_iter().collect());
        Detail {
            title: "Sièges".to_owned(), words: vec![words], table: Some(table), drawing: None
        }
    }

    /// The seats with where each of them comes from.
    fn given(&self, given: &Apportionment, rule: SeatRule, words: String) -> Detail {
        let mut words = vec![words];
        words.extend(self.bonus(given, rule.bonus));
        words.extend((rule.threshold > 0).then(|| self.threshold(given, rule.threshold)));
        words.extend(given.quotient.map(|quotient| {
            let shared = french::seats(given.shared);
            let quotient = division(quotient);
            format!("Quotient électoral pour {shared} à la proportionnelle\u{a0}: {quotient} voix.")
        }));
        words.extend(given.undecided.iter().map(|it| self.undecided(it, rule.method)));
        let remaining = match rule.method {
            Method::HighestAverage => "À la moyenne",
            Method::LargestRemainder => "Au plus fort reste",
        };
        let columns: [(&str, SeatColumn); 5] = [
            ("Voix", |list| list.votes),
            ("Prime", |list| list.bonus.into()),
            ("Au quotient", |list| list.by_quotient.into()),
            (remaining, |list| list.remaining.into()),
            ("Sièges", |list| list.total().into()),
        ];
        // Where no list needs so many votes, the others have nothing of a bonus either.
        let is_plain = rule.threshold == 0;
        let columns = columns.into_iter().filter(|(name, _)| !is_plain || *name != "Prime");
        let (names, columns): (Vec<&str>, Vec<_>) = columns.unzip();
        let head: Vec<&str> = ["Liste"].into_iter().chain(names).collect();
        let cells = |index: usize| {
            let list = given.lists.get(index);
            list.map_or_else(Vec::new, |list| columns.iter().map(|of| of(list)).collect())
        };
        let table = self.table(&head, &given.totals(), cells);
        Detail { title: "Sièges".to_owned(), words, table: Some(table), drawing: None }
    }

    fn bonus(&self, given: &Apportionment, bonus: Bonus) -> Option<String> {
        let part = match bonus {
            Bonus::Nothing => return None,
            Bonus::Quarter => "le quart",
            Bonus::Half => "la moitié",
        };
        let Leader::One(first) = given.first else { return None };
        let (seats, first) = (french::seats(given.bonus), self.of(first));
        Some(format!(
            "Prime majoritaire\u{a0}: {part} des sièges, soit {seats}, à la liste en tête ({first})."
        ))
    }

    fn threshold(&self, given: &Apportionment, percent: u8) -> String {
        let least = u32::try_from(given.threshold).unwrap_or(u32::MAX);
        let lists = given.lists.iter().enumerate();
        let below: Vec<usize> =
            lists.filter(|(_, list)| !list.admitted).map(|(it, _)| it).collect();
        let excluded = match below.len() {
            0 if given.lists.len() == 1 => "la liste l’atteint".to_owned(),
            0 => "toutes les listes l’atteignent".to_owned(),
            1 => format!("{} ne l’atteint pas", self.list(&below)),
            _ => format!("{} ne l’atteignent pas", self.list(&below)),
        };
        format!(
            "Seuil de {} des exprimés, {}\u{a0}: {excluded}.",
            french::percentage(percent),
            french::votes(least)
        )
    }

    fn undecided(&self, undecided: &Undecided, method: Method) -> String {
        match undecided {
            Undecided::Bonus { lists, seats } => format!(
                "{} ont le même nombre de voix\u{a0}: la prime de {} revient à la liste dont \
                 les candidats ont la moyenne d’âge la plus élevée, que ce site ne connaît pas.",
                self.list(lists),
                french::seats(*seats),
            ),
            Undecided::LastSeats { lists, seats } => format!(
                "{} ont {} et le même nombre de voix\u{a0}: l’âge des \
                 candidats susceptibles d’être élus, que ce site ne connaît pas, décide de {}.",
                self.list(lists),
                match method {
                    Method::HighestAverage => "la même moyenne",
                    Method::LargestRemainder => "le même reste",
                },
                french::seats(*seats),
            ),
            Undecided::NobodyAdmitted { seats } => {
                format!(
                    "Aucune liste n’atteint le seuil\u{a0}: il reste {}.",
                    french::seats(*seats)
                )
            }
        }
    }

    /// What whole quotients leave of the votes of each list, which decides the seats that remain.
    fn remainders(&self, given: &Apportionment) -> Option<Detail> {
        let Remainders { of_lists, by_votes } = given.remainders.as_ref()?;
        let left = given.shared - given.lists.iter().map(|list| list.by_quotient).sum::<u16>();
        let rule = match left {
            1 => "Le siège restant va à la liste qui a le plus fort reste.".to_owned(),
            _ => format!(
                "Les {} sièges restants vont aux listes qui ont les plus forts restes, un à \
                 chacune.",
                french::number(left.into())
            ),
        };
        let equal = "À reste égal, le siège va à la liste qui a le plus de voix.".to_owned();
        let mut order = of_lists.clone();
        order.sort_by_key(|(_, rest)| std::cmp::Reverse(*rest));
        let row = |(index, rest): (usize, Fraction)| {
            let list = given.lists.get(index).copied().unwrap_or_default();
            let (votes, quotients) = (french::number(list.votes), list.by_quotient.into());
            let rest = french::hundredths(rest.hundredths());
            let seats = french::number(list.remaining.into());
            vec![self.of(index), votes, french::number(quotients), rest, seats]
        };
        let head = ["Liste", "Voix", "Quotients entiers", "Reste", "Siège restant"];
        Some(Detail {
            title: "Plus fort reste".to_owned(),
            words: [rule].into_iter().chain(by_votes.then_some(equal)).collect(),
            table: Some(Table {
                head: head.map(str::to_owned).into(),
                rows: order.into_iter().map(row).collect(),
            }),
            drawing: None,
        })
    }

    /// Each remaining seat with the averages that decided it.
    fn steps(&self, given: &Apportionment) -> Option<Detail> {
        if given.remainders.is_some() {
            return self.remainders(given);
        }
        let lists: Vec<usize> = given.steps.first()?.averages.iter().map(|(it, _)| *it).collect();
        let mut head = vec!["Siège restant".to_owned()];
        head.extend(lists.iter().map(|list| self.of(*list)));
        head.push("Attribué à".to_owned());
        let rows = (1..).zip(&given.steps).map(|(number, step)| self.step(number, step)).collect();
        let rule = "Chaque siège restant va à la liste qui a le plus de voix pour un siège, celui-ci \
                    compris\u{a0}; la prime ne compte pas.";
        let equal = "À moyenne égale, il va à la liste qui a le plus de voix.";
        let by_votes = given.steps.iter().any(|step| step.by_votes);
        let words = [rule].into_iter().chain(by_votes.then_some(equal)).map(str::to_owned);
        Some(Detail {
            title: "Plus forte moyenne".to_owned(),
            words: words.collect(),
            table: Some(Table { head, rows }),
            drawing: None,
        })
    }

    fn step(&self, number: u32, step: &AverageStep) -> Vec<String> {
        let averages = step.averages.iter().map(|(_, average)| division(*average));
        let first = std::iter::once(french::number(number));
        first.chain(averages).chain([self.of(step.winner)]).collect()
    }
}

/// « 683 ÷ 9 = 75,89 »
fn division(fraction: Fraction) -> String {
    let number = |count: u64| french::number(u32::try_from(count).unwrap_or(u32::MAX));
    let (above, below) = (number(fraction.numerator()), number(fraction.denominator()));
    format!("{above} ÷ {below} = {}", french::hundredths(fraction.hundredths()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_an_age_decides_is_said_so() {
        let names = Names(vec!["A", "B"]);
        let said =
            |undecided| names.undecided(&undecided, Method::HighestAverage).replace('\u{a0}', " ");
        assert_eq!(
            said(Undecided::Bonus { lists: vec![0, 1], seats: 10 }),
            "A et B ont le même nombre de voix : la prime de 10 sièges revient à la liste dont les \
             candidats ont la moyenne d’âge la plus élevée, que ce site ne connaît pas."
        );
        assert_eq!(
            said(Undecided::LastSeats { lists: vec![0, 1], seats: 1 }),
            "A et B ont la même moyenne et le même nombre de voix : l’âge des candidats \
             susceptibles d’être élus, que ce site ne connaît pas, décide de 1 siège."
        );
        assert_eq!(
            said(Undecided::NobodyAdmitted { seats: 3 }),
            "Aucune liste n’atteint le seuil : il reste 3 sièges."
        );
    }
}
