//! What a file prints twice must agree: every sum and every percentage is computed again.
//! It must not decide which figure is wrong.

use std::collections::{BTreeMap, HashMap};

use super::number::{Percent, Rounding};
use super::record::{Part, Printed, Record};
use super::sheet::Sheet;
use super::vocabulary::Header;
use crate::election::{Ballot, Base, Contradiction, Figures, Quantity, Share};

/// What is printed and what the other figures make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// For the editor, with the place.
    pub message: String,
    /// For the readers of the page, in French.
    pub sentence: String,
}

/// How a file prints its percentages.
#[derive(Clone, Debug, Default)]
pub struct Rules {
    /// To how many decimals each kind of percentage, by quantity (none: votes) and base.
    decimals: HashMap<(Option<u8>, u8), u32>,
    /// How they are shortened.
    pub rounding: Rounding,
}

fn kind(printed: &Printed) -> (Option<u8>, u8) {
    let part = match printed.part {
        Part::Count(quantity) => Some(quantity as u8),
        Part::Votes(_) => None,
    };
    (part, printed.base as u8)
}

/// Finds out how a file prints its percentages: it drops the zeros at the end of some, but never of
/// all; and if hundreds only come out when they are cut off, that is what it does.
pub fn rules(records: &[Record<'_>], sheet: &Sheet, header: &Header) -> Rules {
    let mut rules = Rules::default();
    for printed in records.iter().flat_map(|record| &record.printed) {
        let most = rules.decimals.entry(kind(printed)).or_default();
        *most = printed.percent.decimals.max(*most);
    }
    let count = |rules: &Rules| -> usize {
        records.iter().map(|record| percentages(record, sheet, header, rules).len()).sum()
    };
    let down = Rules { rounding: Rounding::Down, ..rules.clone() };
    let differences = count(&rules);
    if differences > 2 && count(&down) * 10 <= differences { down } else { rules }
}

/// Every difference inside a record.
pub fn differences(
    record: &Record<'_>,
    sheet: &Sheet,
    header: &Header,
    rules: &Rules,
) -> Vec<Difference> {
    let negative = record.negative.iter().map(|(column, quantity, text)| {
        let name = header.names.get(*column).map_or("", String::as_str);
        let place = sheet.place(record.row, *column, name);
        Difference {
            message: format!("{place}: `{text}` is negative"),
            sentence: format!("La source imprime {text} {}.", french(*quantity)),
        }
    });
    let contradictions = record.tally.contradictions();
    let sums = contradictions.iter().filter_map(|it| sum(it, record, sheet));
    negative.chain(sums).chain(percentages(record, sheet, header, rules)).collect()
}

fn percentages(
    record: &Record<'_>,
    sheet: &Sheet,
    header: &Header,
    rules: &Rules,
) -> Vec<Difference> {
    if record.printed.is_empty() {
        return Vec::new();
    }
    let figures = record.tally.figures();
    let mut found = Vec::new();
    let mut open: BTreeMap<u8, Vec<(u32, Percent)>> = BTreeMap::new();
    for printed in &record.printed {
        let Some(part) = part(printed, record, &figures) else { continue };
        let places = rules.decimals.get(&kind(printed)).copied().unwrap_or_default();
        let percent = printed.percent.with_decimals(places);
        let Some(whole) = figures.base(printed.base) else {
            open.entry(printed.base as u8).or_default().push((part, percent));
            continue;
        };
        let computed = Percent::of(part, whole, percent.decimals, rules.rounding);
        let computed = computed.unwrap_or(Percent { units: 0, ..percent });
        if computed != percent {
            let name = header.names.get(printed.column).map_or("", String::as_str);
            let place = sheet.place(printed.row, printed.column, name);
            let whose = whose(printed, record);
            found.push(Difference {
                message: format!("{place}: printed {percent}, computed {computed}"),
                sentence: format!(
                    "La source imprime {percent}{whose} ; ses autres chiffres donnent {computed}."
                ),
            });
        }
    }
    let open = open.values().filter(|all| !one_whole_fits(all, rules.rounding));
    found.extend(open.map(|_| impossible(record, sheet)));
    found
}

fn impossible(record: &Record<'_>, sheet: &Sheet) -> Difference {
    let row = sheet.row(record.row);
    Difference {
        message: format!("{row}: no whole number of ballots gives all the printed percentages"),
        sentence: "Aucun nombre entier de bulletins ne donne tous les pourcentages que la source \
                   imprime."
            .to_owned(),
    }
}

fn part(printed: &Printed, record: &Record<'_>, figures: &Figures) -> Option<u32> {
    match printed.part {
        Part::Count(quantity) => figures.get(quantity).map(|figure| figure.count),
        Part::Votes(at) => record.tally.scores.get(at)?.votes,
    }
}

fn whose(printed: &Printed, record: &Record<'_>) -> String {
    match printed.part {
        Part::Votes(at) => record
            .tally
            .scores
            .get(at)
            .map_or_else(String::new, |it| format!(" pour {}", it.name())),
        Part::Count(quantity) => format!(" pour les {}", french(quantity)),
    }
}

/// Whether there is a total of which every part is the printed percentage.
fn one_whole_fits(all: &[(u32, Percent)], rounding: Rounding) -> bool {
    let largest = all.iter().map(|(part, _)| u128::from(*part)).max().unwrap_or_default();
    let (mut least, mut most) = (largest.max(1), u128::from(u32::MAX));
    for (part, percent) in all.iter().filter(|(part, percent)| *part > 0 || percent.units > 0) {
        let (from, to) = percent.wholes(*part, rounding);
        least = least.max(from);
        most = most.min(to.unwrap_or(most));
    }
    least <= most
}

const fn french(quantity: Quantity) -> &'static str {
    match quantity {
        Quantity::Registered => "inscrits",
        Quantity::Abstentions => "abstentions",
        Quantity::Voters => "votants",
        Quantity::Blank => "bulletins blancs",
        Quantity::Null => "bulletins nuls",
        Quantity::BlankAndNull => "bulletins blancs et nuls",
        Quantity::Valid => "exprimés",
    }
}

/// The difference behind a contradiction of counts.
fn sum(contradiction: &Contradiction, record: &Record<'_>, sheet: &Sheet) -> Option<Difference> {
    let row = sheet.row(record.row);
    let pair = |(quantity, count): (Quantity, u32)| format!("{count} {}", french(quantity));
    let text = match contradiction {
        Contradiction::Sum { total, parts: [a, b] } => {
            let made = u64::from(a.1) + u64::from(b.1);
            format!(
                "{} et {} font {made}, la source en imprime {}",
                pair(*a),
                pair(*b),
                pair(*total)
            )
        }
        Contradiction::Exceeds { part, whole } => {
            format!("la source imprime {} pour {}", pair(*part), pair(*whole))
        }
        Contradiction::Votes { whole, sum } => {
            format!("les voix font {sum}, la source imprime {}", pair(*whole))
        }
        // Percentages are compared above, to the decimals that the file prints.
        _ => return None,
    };
    let mut letters = text.chars();
    let capital: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    let sentence = format!("{capital}{}.", letters.as_str());
    Some(Difference { message: format!("{row}: {sentence}"), sentence })
}

/// Keeps the printed percentages of valid votes where nothing else gives them: where a ballot has
/// several names and the valid votes are unknown.
pub fn keep_shares(record: &mut Record<'_>) {
    let known = record.tally.figures().base(Base::Valid).is_some();
    if known || record.tally.ballot != Ballot::SeveralNames {
        return;
    }
    for printed in record.printed.iter().filter(|printed| printed.base == Base::Valid) {
        let Part::Votes(at) = printed.part else { continue };
        let percent = printed.percent.with_decimals(2);
        let hundredths = u32::try_from(percent.units).ok().filter(|_| percent.decimals == 2);
        if let (Some(score), Some(hundredths)) = (record.tally.scores.get_mut(at), hundredths) {
            score.share = Some(Share::published(hundredths, Base::Valid));
        }
    }
}
