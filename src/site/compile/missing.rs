//! What figures lack, in sentences for readers.
//! It must not find out what is missing: the election domain, the content and
//! `check` do.

use crate::election::{Level, Missing, Place, Reached, Refused, Shortfall, TerritoryResult};
use crate::french;

/// How many things are named before the rest is only counted.
const NAMED: usize = 8;

/// What the sum of a territory lacks, a sentence or more each; none where it is whole.
pub fn sentences(missing: &Missing) -> Vec<String> {
    let refused = (!missing.refused.is_empty()).then(|| refused(&missing.refused));
    let absent = (!missing.territories.is_empty()).then(|| absent(&missing.territories));
    let shortfalls = (!missing.shortfalls.is_empty()).then(|| shortfalls(&missing.shortfalls));
    let evidence = missing.evidence.as_ref().map(|evidence| {
        let votes = evidence.in_other_elections.iter();
        let votes: Vec<String> =
            votes.map(|(year, count)| format!("{} en {year}", french::number(*count))).collect();
        format!(
            "Des bureaux de vote manquent sans doute\u{a0}: {} inscrits dans ceux qui sont publiés, {}.",
            french::number(evidence.registered),
            french::list(&votes),
        )
    });
    [evidence, refused, absent, shortfalls].into_iter().flatten().collect()
}

/// What the smaller territories of a whole lack of it, and which of them are incomplete; `None` where
/// they lack nothing.
pub fn in_children(missing: &Missing, children: &[TerritoryResult]) -> Option<String> {
    // A row that an incomplete child lacks is on the page of that child.
    let is_on_its_page =
        |row: &Refused| children.iter().any(|child| child.missing.refused.contains(row));
    let refused = missing.refused.iter().filter(|row| !is_on_its_page(row)).cloned().collect();
    let said = sentences(&Missing { refused, ..missing.clone() }).join(" ");
    let names: Vec<&str> = children
        .iter()
        .filter(|child| !child.missing.is_empty())
        .map(|child| child.place.name.as_str())
        .collect();
    // « une commune incomplète », « des départements incomplets »
    let level = children.first().map_or(Level::Commune, |child| child.place.level);
    let gender = if level.definite().starts_with("la ") { "ète" } else { "et" };
    let plural = if names.len() > 1 { "s" } else { "" };
    let incomplete = (!names.is_empty())
        .then(|| format!("Incompl{gender}{plural}\u{a0}: {}.", french::list(&names)));
    let sentences: Vec<String> =
        Some(said).filter(|said| !said.is_empty()).into_iter().chain(incomplete).collect();
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

/// Rows that were refused: each with its reason, where they are few.
fn refused(rows: &[Refused]) -> String {
    let named = |row: &Refused| {
        let registered =
            row.registered.map(|count| format!(" ({} inscrits)", french::number(count)));
        format!("{}{}", row.name, registered.unwrap_or_default())
    };
    if let [Refused { name, registered, reason, .. }] = rows {
        let count = registered.map(|count| format!(", {} inscrits", french::number(count)));
        let count = count.unwrap_or_default();
        return format!(
            "Il manque une ligne de la source, fausse ou illisible\u{a0}: {name}{count}. {reason}"
        );
    }
    let known: Option<Vec<u32>> = rows.iter().map(|row| row.registered).collect();
    let together = known.map(|counts| {
        let sum = counts.into_iter().fold(0, u32::saturating_add);
        format!(", soit {} inscrits", french::number(sum))
    });
    let names = cut(rows.iter().map(named).collect());
    format!(
        "Il manque {} lignes de la source, qui se contredisent ou ne sont pas lisibles{}\u{a0}: {names}.",
        french::number(rows.len() as u32),
        together.unwrap_or_default(),
    )
}

fn absent(places: &[Place]) -> String {
    let names = cut(places.iter().map(|place| place.name.clone()).collect());
    format!("Sans ce qui n’est pas dans la source\u{a0}: {names}.")
}

/// Published totals that are not reached: of one territory with both figures, of several together.
fn shortfalls(all: &[Shortfall]) -> String {
    let level = all.first().map_or(Level::Station, |it| it.children);
    let parts = parts(level);
    if let [only] = all {
        return format!("{}.", french::capitalised(&shortfall(only, parts)));
    }
    let sum = |of: fn(&Shortfall) -> Option<Reached>| -> Option<u32> {
        all.iter().map(|it| of(it).map(Reached::lacking)).sum()
    };
    let lacking = match (sum(|it| it.registered), sum(|it| it.valid)) {
        (Some(count), _) if count > 0 => format!("{} inscrits", french::number(count)),
        (_, Some(count)) => format!("{} exprimés", french::number(count)),
        _ => "des voix".to_owned(),
    };
    let whole = all.first().map_or(Level::Country, |it| it.place.level);
    let places = french::territories(all.len(), whole);
    let parts = french::capitalised(parts);
    format!(
        "{parts} n’atteignent pas les totaux officiels de {places}\u{a0}: il leur manque {lacking}."
    )
}

fn shortfall(it: &Shortfall, parts: &str) -> String {
    let counted = |reached: Reached, noun: &str| {
        format!("{} {noun} sur {}", french::number(reached.sum), french::number(reached.published))
    };
    let differs = |reached: &Reached| reached.lacking() > 0;
    let counts: Vec<String> = [(it.registered, "inscrits"), (it.valid, "exprimés")]
        .into_iter()
        .filter_map(|(reached, noun)| Some(counted(reached.filter(differs)?, noun)))
        .collect();
    let what =
        if counts.is_empty() { "une partie des voix".to_owned() } else { french::list(&counts) };
    format!("{}, {parts} ne totalisent que {what}", it.place.locative())
}

/// « les bureaux de vote publiés », « les communes publiées »
const fn parts(level: Level) -> &'static str {
    match level {
        Level::Station => "les bureaux de vote publiés",
        Level::Commune => "les communes publiées",
        Level::Canton => "les cantons publiés",
        Level::Circonscription => "les circonscriptions publiées",
        Level::Department | Level::Region | Level::Country => "les départements publiés",
    }
}

/// The first names, and how many more there are.
fn cut(mut names: Vec<String>) -> String {
    let more = names.len().saturating_sub(NAMED);
    if more > 1 {
        names.truncate(NAMED);
        names.push(format!("{} autres", french::number(more as u32)));
    }
    french::list(&names)
}
