//! What a file prints twice must agree: every sum and every percentage is computed again.
//! It must not decide which figure is wrong.

use std::collections::{BTreeMap, HashMap};

use super::difference::Difference;
use super::header::Header;
use super::number::{Percent, Rounding};
use super::record::{Part, Printed, Record};
use super::sheet::Sheet;
use crate::election::{Ballot, Base, Contradiction, Figures, Quantity, Share};
use crate::french;
use crate::message;
use crate::site::messages::Message;

/// How a file prints its percentages.
#[derive(Clone, Debug, Default)]
pub struct Rules {
    /// Each kind of percentage, by quantity (none: votes) and base.
    kinds: HashMap<Kind, Form>,
    /// How they are shortened.
    pub rounding: Rounding,
    /// Whether the percentage of abstentions, or of voters, is what the other leaves of a hundred.
    rest: bool,
}

type Kind = (Option<u8>, u8);

/// How one kind of percentage is printed.
#[derive(Clone, Copy, Debug, Default)]
struct Form {
    decimals: u32,
    /// Whether cells hold parts of one, which a spreadsheet shows as percentages.
    of_one: bool,
}

impl Rules {
    /// What an editor should know of them.
    pub fn notes(&self) -> Vec<Message> {
        let mut notes = Vec::new();
        if self.rounding == Rounding::Nearest {
            notes.push(message!("import-rounds-either-way"));
        }
        if self.rest {
            notes.push(message!("import-prints-rests"));
        }
        if self.kinds.values().any(|form| form.of_one) {
            notes.push(message!("import-percentages-of-one"));
        }
        notes
    }

    /// A percentage as it is meant: files drop the zeros at the end of some.
    fn read(&self, printed: &Printed) -> Percent {
        let form = self.kinds.get(&kind(printed)).copied().unwrap_or_default();
        let percent = if form.of_one { printed.percent.of_one() } else { printed.percent };
        percent.with_decimals(form.decimals)
    }
}

fn kind(printed: &Printed) -> Kind {
    let part = match printed.part {
        Part::Count(quantity) => Some(quantity as u8),
        Part::Votes(_) => None,
    };
    (part, printed.base as u8)
}

/// Finds out how a file prints its percentages: it drops the zeros at the end of some, but never of
/// all; and if what does not come out otherwise does when they are cut off, or rounded in another
/// way, that is what it does.
pub fn rules(records: &[Record<'_>], sheet: &Sheet, header: &Header) -> Rules {
    let mut rules = Rules { kinds: kinds(records), ..Rules::default() };
    let count = |rules: &Rules| -> usize {
        records.iter().map(|record| percentages(record, sheet, header, rules).len()).sum()
    };
    let mut left = count(&rules);
    if left == 0 {
        return rules;
    }
    let rest = Rules { rest: true, ..rules.clone() };
    let without = count(&rest);
    if without < left {
        (rules, left) = (rest, without);
    }
    let nearest = Rules { rounding: Rounding::Nearest, ..rules.clone() };
    let without = count(&nearest);
    if without < left {
        (rules, left) = (nearest, without);
    }
    let down = Rules { rounding: Rounding::Down, ..rules.clone() };
    if left > 2 && count(&down) * 10 <= left { down } else { rules }
}

/// The decimals of each kind of percentage, and whether they are parts of one: none is larger than
/// one then, and as percentages they would be wrong.
fn kinds(records: &[Record<'_>]) -> HashMap<Kind, Form> {
    #[derive(Default)]
    struct Seen {
        decimals: u32,
        large: bool,
        as_percent: usize,
        as_part: usize,
    }
    let mut seen: HashMap<Kind, Seen> = HashMap::new();
    for record in records {
        let figures = record.tally.figures();
        for printed in &record.printed {
            let (percent, seen) = (printed.percent, seen.entry(kind(printed)).or_default());
            seen.decimals = percent.decimals.max(seen.decimals);
            seen.large |= percent.units > 10_u64.saturating_pow(percent.decimals);
            if seen.large || percent.units == 0 {
                continue;
            }
            let whole = figures.base(printed.base);
            if let Some((part, whole)) = part(printed, record, &figures).zip(whole) {
                let fits = |it: Percent| usize::from(it.is_of(part, whole, Rounding::Nearest));
                seen.as_percent += fits(percent);
                seen.as_part += fits(percent.of_one());
            }
        }
    }
    let form = |seen: Seen| {
        let of_one = !seen.large && seen.as_part > seen.as_percent;
        let decimals = if of_one { seen.decimals.saturating_sub(2) } else { seen.decimals };
        Form { decimals, of_one }
    };
    seen.into_iter().map(|(kind, seen)| (kind, form(seen))).collect()
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
        let below_nothing = text.trim_start_matches(['-', '−', ' ']);
        let count = below_nothing.parse().unwrap_or(u32::MAX);
        let sentence = format!("La source indique −{below_nothing} {}.", noun(*quantity, count));
        Difference::new(message!("import-negative", place = place, text = *text), sentence)
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
        let percent = rules.read(printed);
        let Some(whole) = figures.base(printed.base) else {
            open.entry(printed.base as u8).or_default().push((part, percent));
            continue;
        };
        let is_rest = rules.rest && rest(printed, percent, &figures, whole) == Some(percent);
        if !percent.is_of(part, whole, rules.rounding) && !is_rest {
            let computed = Percent::of(part, whole, percent.decimals, rules.rounding);
            let computed = computed.unwrap_or(Percent { units: 0, ..percent });
            let name = header.names.get(printed.column).map_or("", String::as_str);
            let place = sheet.place(printed.row, printed.column, name);
            found.push(otherwise(place, &whose(printed, record), percent, computed));
        }
    }
    let open = open.values().filter(|all| !one_whole_fits(all, rules.rounding));
    found.extend(open.map(|_| impossible(record, sheet)));
    found
}

/// The difference of a percentage that is printed otherwise than it is computed.
fn otherwise(place: Message, whose: &str, printed: Percent, computed: Percent) -> Difference {
    let sentence = format!(
        "La source indique {printed}{whose}\u{202f}; ses autres chiffres donnent {computed}."
    );
    let (percent, computed) = (printed.to_string(), computed.to_string());
    let message =
        message!("import-other-percentage", place = place, percent = percent, computed = computed);
    Difference::new(message, sentence)
}

/// What is left of a hundred next to the percentage of abstentions, or of voters.
fn rest(printed: &Printed, percent: Percent, figures: &Figures, whole: u32) -> Option<Percent> {
    let beside = match printed.part {
        Part::Count(Quantity::Abstentions) => Quantity::Voters,
        Part::Count(Quantity::Voters) => Quantity::Abstentions,
        _ => return None,
    };
    let beside = figures.get(beside)?.count;
    Percent::of(beside, whole, percent.decimals, Rounding::HalfUp)?.rest()
}

fn impossible(record: &Record<'_>, sheet: &Sheet) -> Difference {
    let message = message!("import-impossible-percentages", row = sheet.row(record.row));
    let sentence = "Aucun nombre entier de bulletins ne donne tous les pourcentages que la source \
                    indique.";
    Difference::new(message, sentence)
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
        Part::Count(quantity) => format!(" pour les {}", noun(quantity, 2)),
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

/// What is counted, as French says it of this many: none and one are singular.
const fn noun(quantity: Quantity, count: u32) -> &'static str {
    let nouns = match quantity {
        Quantity::Registered => ("inscrit", "inscrits"),
        Quantity::Abstentions => ("abstention", "abstentions"),
        Quantity::Voters => ("votant", "votants"),
        Quantity::Blank => ("bulletin blanc", "bulletins blancs"),
        Quantity::Null => ("bulletin nul", "bulletins nuls"),
        Quantity::BlankAndNull => ("bulletin blanc ou nul", "bulletins blancs et nuls"),
        Quantity::Valid => ("exprimé", "exprimés"),
        Quantity::Abstaining => ("abstention", "abstentions"),
    };
    if count < 2 { nouns.0 } else { nouns.1 }
}

/// The difference behind a contradiction of counts.
fn sum(contradiction: &Contradiction, record: &Record<'_>, sheet: &Sheet) -> Option<Difference> {
    let row = sheet.row(record.row);
    let pair = |(quantity, count): (Quantity, u32)| {
        format!("{} {}", french::number(count), noun(quantity, count))
    };
    let large = |sum: u64| u32::try_from(sum).map_or_else(|_| sum.to_string(), french::number);
    let text = match contradiction {
        Contradiction::Sum { total, parts: [a, b], .. } => {
            let made = large(u64::from(a.1) + u64::from(b.1));
            let total = pair(*total);
            format!("{} et {} font {made} ; la source indique {total}", pair(*a), pair(*b))
        }
        Contradiction::Exceeds { part, whole } => {
            format!("la source indique {} pour {}", pair(*part), pair(*whole))
        }
        Contradiction::Votes { whole, sum } => {
            format!("les voix font {} ; la source indique {}", large(*sum), pair(*whole))
        }
        // Percentages are compared above, to the decimals that the file prints.
        _ => return None,
    };
    let sentence = format!("{}.", french::capitalised(&text));
    let message = message!("import-at", place = row, found = sentence.as_str());
    Some(Difference::new(message, sentence))
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
