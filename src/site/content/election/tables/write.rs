//! Results to tables: the same results always give the same bytes.
//! It must not touch the disk.

use std::sync::Arc;

use super::{BETWEEN_DIFFERENCES, COUNTS, Named, is_reserved};
use crate::election::{
    Ballot, Base, Candidate, LevelResults, Quantity, Refused, Score, Share, TerritoryResult,
};
use crate::site::parse::csv;
use crate::words::fold;

/// Whether all territories have the same candidates in the same order, and nothing but votes.
fn have_same_candidates(results: &LevelResults) -> bool {
    let Some(first) = results.territories.first() else { return true };
    let first = &first.tally.scores;
    results.territories.iter().all(|territory| {
        let scores = &territory.tally.scores;
        scores.len() == first.len()
            && scores.iter().all(|score| score.share.is_none())
            && scores.iter().zip(first).all(|(a, b)| a.candidate == b.candidate)
    })
}

/// Names the candidates of results for their column, and gives those that are known already, in the
/// tables of whatever level, the name, nuance and colour that an editor chose.
pub fn named(results: &mut LevelResults, known: &[(String, Candidate)]) -> Named {
    let mut named: Named = known.to_vec();
    if !have_same_candidates(results) {
        return named;
    }
    let mut new_candidates: Vec<Arc<Candidate>> = Vec::new();
    let mut taken: Vec<String> = Vec::new();
    let mut found: Vec<String> = Vec::new();
    for score in results.territories.first().into_iter().flat_map(|first| &first.tally.scores) {
        let key = key(&score.candidate, &taken);
        taken.push(key.clone());
        let mut new = Candidate::clone(&score.candidate);
        let free: Named = known.iter().filter(|(key, _)| !found.contains(key)).cloned().collect();
        let same = same(&key, &new, &free).map(str::to_owned);
        match named.iter_mut().find(|(known, _)| Some(known) == same.as_ref()) {
            Some((known, chosen)) => {
                found.push(known.clone());
                // A number is no name that an editor chose.
                if number(&chosen.name).is_none() || number(&new.name).is_some() {
                    new.name.clone_from(&chosen.name);
                }
                new.nuance = chosen.nuance.clone().or(new.nuance.filter(|_| key != *known));
                new.colour.clone_from(&chosen.colour);
                // What results do not say of a candidate may have been imported apart.
                new.panel = new.panel.or(chosen.panel);
                new.list = chosen.list.take().or(new.list);
                new.head = chosen.head.take().or(new.head);
                chosen.clone_from(&new);
            }
            None => named.push((key, new.clone())),
        }
        new_candidates.push(Arc::new(new));
    }
    for territory in &mut results.territories {
        for (score, new) in territory.tally.scores.iter_mut().zip(&new_candidates) {
            score.candidate = new.clone();
        }
    }
    named
}

/// The key of a candidate among those that are known: the same key, else the same panel where the names do
/// not contradict each other, else the same name but for case, accents and punctuation.
fn same<'a>(key: &str, new: &Candidate, known: &'a Named) -> Option<&'a str> {
    let panel = new.panel.or_else(|| number(&new.name));
    let same_panel = |(key, it): &&(String, Candidate)| {
        panel.is_some() && panel == it.panel.or_else(|| number(key)) && agree(it, new)
    };
    let same_name = |(_, it): &&(String, Candidate)| {
        let spelled = fold(&new.name);
        let list = it.list.as_deref().map(fold);
        fold(&it.name) == spelled || list.is_some_and(|list| list == spelled)
    };
    let found = known.iter().find(|(known, _)| known == key);
    let found = found.or_else(|| known.iter().find(same_panel));
    found.or_else(|| known.iter().find(same_name)).map(|(key, _)| key.as_str())
}

/// The number of a column that has one in place of a name: `v12`.
fn number(name: &str) -> Option<u16> {
    let stem = name.trim_end_matches(|letter: char| letter.is_ascii_digit());
    name.get(stem.len()..)?.parse().ok().filter(|_| stem.len() < 2)
}

/// Whether two can be one candidate: a name or title of one is a number, or has all the words of one of
/// the other. Short names are an editor’s, or the publisher’s of that file.
fn agree(a: &Candidate, b: &Candidate) -> bool {
    let names =
        |it: &Candidate| [Some(it.name.clone()), it.list.clone()].into_iter().flatten().collect();
    let (names, others): (Vec<String>, Vec<String>) = (names(a), names(b));
    let all_in = |words: &str, others: &str| {
        words.split(' ').all(|word| others.split(' ').any(|other| other == word))
    };
    let agree = |name: &str, other: &str| {
        let (words, others) = (fold(name), fold(other));
        let is_number = number(name).is_some() || number(other).is_some();
        is_number || all_in(&words, &others) || all_in(&others, &words)
    };
    names.iter().any(|name| others.iter().any(|other| agree(name, other)))
}

/// The columns of results that no table of another level of their round has, and those of such a table
/// that the results lack; none where no other table has the same candidates in every territory.
/// `known` names the candidates of the tables, `named` those of the results.
pub fn strangers(
    results: &LevelResults,
    named: &Named,
    others: &[&LevelResults],
    known: &Named,
) -> Option<(Vec<String>, Vec<String>)> {
    let keys = |results: &LevelResults, named: &Named| -> Vec<String> {
        let first = results.territories.first().into_iter();
        let key = |it: &Score| named.iter().find(|(_, known)| *known == *it.candidate);
        let scores = first.flat_map(|it| &it.tally.scores);
        scores.map(|it| key(it).map_or(it.name(), |(key, _)| key).to_owned()).collect()
    };
    let is_comparable =
        |other: &&&LevelResults| other.level != results.level && have_same_candidates(other);
    let other = others.iter().find(is_comparable).filter(|_| have_same_candidates(results))?;
    let (here, there) = (keys(results, named), keys(other, known));
    let missing = |some: &[String], all: &[String]| -> Vec<String> {
        some.iter().filter(|name| !all.contains(name)).cloned().collect()
    };
    let found = (missing(&here, &there), missing(&there, &here));
    (!found.0.is_empty() || !found.1.is_empty()).then_some(found)
}

/// A column of its own for each candidate, even for two of one name.
fn key(candidate: &Candidate, taken: &[String]) -> String {
    let free = |key: &String| !taken.contains(key) && !is_reserved(key);
    let numbered = (2..).map(|number: u32| format!("{} ({number})", candidate.name));
    std::iter::once(candidate.name.clone()).chain(numbered).find(free).unwrap_or_default()
}

/// The files of one level of one round, by name, with their text.
pub fn files(round: u8, results: &LevelResults, named: &Named) -> Vec<(String, String)> {
    let level = results.level.file_name();
    let same = have_same_candidates(results);
    let mut files = vec![(format!("round-{round}-{level}.csv"), tallies(results, named, same))];
    if !same {
        files.push((format!("round-{round}-{level}-candidates.csv"), scores(results)));
    } else if !named.is_empty() {
        files.push(candidates(round, named));
    }
    if !results.refused.is_empty() {
        files.push((format!("round-{round}-{level}-refused.csv"), refused(&results.refused)));
    }
    files
}

/// The files that an earlier version of the same results may have left.
pub fn stale(round: u8, results: &LevelResults) -> Vec<String> {
    let file = |what| format!("round-{round}-{}-{what}.csv", results.level.file_name());
    let candidates = have_same_candidates(results).then(|| file("candidates"));
    let refused = results.refused.is_empty().then(|| file("refused"));
    candidates.into_iter().chain(refused).collect()
}

fn refused(refused: &[Refused]) -> String {
    let columns: Vec<Column<'_, Refused>> = vec![
        ("code".into(), Box::new(|it| optional(it.code.clone()))),
        ("name".into(), Box::new(|it| it.name.clone())),
        ("within".into(), Box::new(|it| it.within.clone())),
        ("circonscription".into(), Box::new(|it| optional(it.circonscription.clone()))),
        ("registered".into(), Box::new(|it| optional(it.registered))),
        ("reason".into(), Box::new(|it| it.reason.clone())),
    ];
    table(columns, &["name", "within", "reason"], refused)
}

/// A column: its name, and what is in it for each row.
type Column<'a, T> = (String, Box<dyn Fn(&T) -> String + 'a>);

/// The table of those columns that are always there or have any value.
fn table<T>(columns: Vec<Column<'_, T>>, always: &[&str], rows: &[T]) -> String {
    let used: Vec<_> = columns
        .into_iter()
        .filter(|(name, cell)| {
            always.contains(&name.as_str()) || rows.iter().any(|row| !cell(row).is_empty())
        })
        .collect();
    let header = csv::write([used.iter().map(|(name, _)| name.clone())]);
    header + &csv::write(rows.iter().map(|row| used.iter().map(|(_, cell)| cell(row))))
}

fn optional<T: ToString>(value: Option<T>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}

fn tallies(results: &LevelResults, named: &Named, same: bool) -> String {
    let mut columns: Vec<Column<'_, TerritoryResult>> = vec![
        ("code".into(), Box::new(|it| it.place.code.clone())),
        ("name".into(), Box::new(|it| it.place.name.clone())),
        ("commune".into(), Box::new(|it| optional(it.commune.clone()))),
        ("circonscription".into(), Box::new(|it| optional(it.circonscription.clone()))),
        ("stations".into(), Box::new(|it| optional(it.stations))),
    ];
    for (quantity, name) in Quantity::ALL.into_iter().zip(COUNTS) {
        columns.push((name.into(), Box::new(move |it| optional(it.tally.counts.get(quantity)))));
    }
    let ballot = |it: &TerritoryResult| match it.tally.ballot {
        Ballot::OneChoice => String::new(),
        Ballot::SeveralNames | Ballot::UpTo(_) => "several-names".to_owned(),
    };
    columns.push(("ballot".into(), Box::new(ballot)));
    let mut always = vec!["code".to_owned(), "name".to_owned()];
    let first = results.territories.first().filter(|_| same);
    let mut taken: Vec<&str> = Vec::new();
    for (at, score) in first.into_iter().flat_map(|first| first.tally.scores.iter().enumerate()) {
        let is_free = |key: &str| !taken.contains(&key);
        let same = |(key, it): &&(String, Candidate)| *it == *score.candidate && is_free(key);
        let key = named.iter().find(same);
        taken.extend(key.map(|(key, _)| key.as_str()));
        let key = key.map_or(score.name(), |(key, _)| key).to_owned();
        always.push(key.clone());
        let votes =
            move |it: &TerritoryResult| optional(it.tally.scores.get(at).and_then(|it| it.votes));
        columns.push((key, Box::new(votes)));
    }
    let differences = |it: &TerritoryResult| it.differences.join(BETWEEN_DIFFERENCES);
    columns.push(("differences".into(), Box::new(differences)));
    let always: Vec<&str> = always.iter().map(String::as_str).collect();
    table(columns, &always, &results.territories)
}

/// The columns of a candidate, got from a row.
fn of_candidate<'a, T: 'a>(get: fn(&T) -> &Candidate) -> Vec<Column<'a, T>> {
    let elected = |candidate: &Candidate| if candidate.elected { "yes" } else { "" }.to_owned();
    vec![
        ("name".into(), Box::new(move |it| get(it).name.clone())),
        ("panel".into(), Box::new(move |it| optional(get(it).panel))),
        ("nuance".into(), Box::new(move |it| optional(get(it).nuance.clone()))),
        ("list".into(), Box::new(move |it| optional(get(it).list.clone()))),
        ("head".into(), Box::new(move |it| optional(get(it).head.clone()))),
        ("colour".into(), Box::new(move |it| optional(get(it).colour.clone()))),
        ("seats".into(), Box::new(move |it| optional(get(it).seats))),
        ("elected".into(), Box::new(move |it| elected(get(it)))),
    ]
}

/// The file that says who the columns of a round are, by name, with its text.
pub fn candidates(round: u8, named: &Named) -> (String, String) {
    let mut columns: Vec<Column<'_, (String, Candidate)>> =
        vec![("key".into(), Box::new(|it| it.0.clone()))];
    columns.extend(of_candidate(|it: &(String, Candidate)| &it.1));
    (format!("round-{round}-candidates.csv"), table(columns, &["key", "name"], named))
}

fn scores(results: &LevelResults) -> String {
    let rows: Vec<(&str, &Score)> = results
        .territories
        .iter()
        .flat_map(|it| it.tally.scores.iter().map(|score| (it.place.code.as_str(), score)))
        .collect();
    let mut columns: Vec<Column<'_, (&str, &Score)>> =
        vec![("code".into(), Box::new(|it| it.0.to_owned()))];
    columns.extend(of_candidate(|it: &(&str, &Score)| &it.1.candidate));
    let votes: [Column<'_, (&str, &Score)>; 2] = [
        ("votes".into(), Box::new(|it| optional(it.1.votes))),
        ("share".into(), Box::new(|it| it.1.share.map_or_else(String::new, share))),
    ];
    let at = columns.len() - 2;
    columns.splice(at..at, votes);
    table(columns, &["code", "name"], &rows)
}

/// A percentage of the valid votes; of another base, with its name.
fn share(share: Share) -> String {
    let hundredths = share.hundredths();
    let base = match share.base() {
        Base::Valid | Base::Ballots => "",
        Base::Voters => " voters",
        Base::Registered => " registered",
    };
    format!("{}.{:02}{base}", hundredths / 100, hundredths % 100)
}
