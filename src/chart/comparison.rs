//! Two rounds side by side: each finalist before and after, and what that proves.
//! Nothing is drawn of who moved where: ballots are secret.

use super::svg::{self, Ink};
use super::{Caption, Chart, Label, Measure, Table};
use crate::data::Round;
use crate::election::{Change, Comparison};
use crate::french;

/// Where the two bars are in a drawing, in hundredths from the top.
const EARLIER: [u32; 2] = [0, 30];
const LATER: [u32; 2] = [40, 100];

/// What marks votes that nobody in the first round gave.
const PROVED: &str = "\u{202f}; l’extrémité contrastée marque les voix venues d’ailleurs, au moins";

/// One row of the chart: a finalist, or the eliminated candidates together.
struct Row {
    name: String,
    before: u32,
    /// Votes in the second round, for those who stood in it.
    after: Option<u32>,
    from_elsewhere: u32,
}

/// Draws what changed between two rounds; `None` where votes are unknown or nothing is proved.
pub fn comparison_chart(title: String, earlier: &Round, later: &Round) -> Option<Chart> {
    let comparison = earlier.compared_with(later)?;
    let reconstructed = earlier.reconstruction.is_some() || later.reconstruction.is_some();
    let measure = if reconstructed { Measure::ReconstructedVotes } else { Measure::Votes };
    let mut sources = vec![earlier.source.clone()];
    if later.source != earlier.source {
        sources.push(later.source.clone());
    }
    let leader = later.leader();
    let leads = |name: &str| {
        let index = later.tally.scores.iter().position(|score| score.name() == name);
        leader.as_ref().zip(index).is_some_and(|(leader, index)| leader.includes(index))
    };
    let rows = rows(&comparison);
    let proved = rows.iter().any(|row| row.from_elsewhere > 0);
    Some(Chart {
        caption: Caption {
            title,
            summary: summary(&comparison),
            measure,
            key: format!(
                "{}. Trait fin\u{a0}: premier tour. Trait épais\u{a0}: second tour{}.",
                measure.words(),
                if proved { PROVED } else { "" }
            ),
            sources,
            table: table(&rows, measure),
        },
        labels: rows.iter().map(|row| label(row, longest(&rows), leads(&row.name))).collect(),
        has_threshold: false,
    })
}

/// The most votes that anyone has in a round, 1 at least.
fn longest(rows: &[Row]) -> u32 {
    let most = rows.iter().map(|row| row.before.max(row.after.unwrap_or(0))).max();
    most.unwrap_or(0).max(1)
}

fn bars(row: &Row, longest: u32, leads: bool) -> String {
    let after = row.after.unwrap_or(0);
    let proved_from = after - row.from_elsewhere;
    let ink = if leads { Ink::Lead } else { Ink::Other };
    let bars = [
        ([0, row.before], EARLIER, Ink::Earlier),
        ([0, proved_from], LATER, ink),
        ([proved_from, after], LATER, Ink::Proved),
    ];
    svg::draw(svg::BAR, longest, |area| {
        for (values, height, ink) in bars.into_iter().filter(|([from, to], ..)| from < to) {
            area.draw(&svg::bar(values, height, ink.colour()))?;
        }
        Ok(())
    })
}

/// The finalists, then the eliminated candidates together as one row.
fn rows(comparison: &Comparison) -> Vec<Row> {
    let finalist = |change: &Change| Row {
        name: change.name.clone(),
        before: change.before,
        after: Some(change.after),
        from_elsewhere: change.from_elsewhere,
    };
    let together = (comparison.eliminated > 0).then(|| Row {
        name: eliminated(comparison.eliminated),
        before: comparison.eliminated_votes,
        after: None,
        from_elsewhere: 0,
    });
    comparison.changes.iter().map(finalist).chain(together).collect()
}

fn eliminated(count: usize) -> String {
    match count {
        1 => "Candidat éliminé".to_owned(),
        _ => format!("{} candidats éliminés", french::capitalised(&french::cardinal(count))),
    }
}

fn gain(before: u32, after: u32) -> String {
    french::signed(i64::from(after) - i64::from(before))
}

fn label(row: &Row, longest: u32, leads: bool) -> Label {
    let from_elsewhere = french::number(row.from_elsewhere);
    Label {
        name: row.name.clone(),
        to: None,
        figures: match row.after {
            None => vec![french::votes(row.before)],
            Some(after) => vec![
                format!("{} → {}", french::number(row.before), french::votes(after)),
                gain(row.before, after),
            ],
        },
        about: None,
        keys: Vec::new(),
        note: match row.from_elsewhere {
            0 => None,
            1 => Some("dont au moins 1 venue d’ailleurs".to_owned()),
            _ => Some(format!("dont au moins {from_elsewhere} venues d’ailleurs")),
        },
        leads,
        bar: bars(row, longest, leads),
    }
}

fn summary(comparison: &Comparison) -> String {
    let gains: Vec<String> = comparison
        .changes
        .iter()
        .map(|change| format!("{} {}", change.name, french::signed(change.gain())))
        .collect();
    let mut sentences =
        vec![format!("D’un tour à l’autre, en voix\u{a0}: {}.", french::list(&gains))];
    let proved = comparison.changes.iter().filter(|change| change.from_elsewhere > 0);
    sentences.extend(proved.map(|change| {
        let name = &change.name;
        let more = french::number(change.after - change.before);
        let elsewhere = french::number(change.from_elsewhere);
        let eliminated = match comparison.eliminated {
            0 => {
                return format!(
                    "Aucun candidat n’a été éliminé\u{a0}: {name} gagne {more}\u{a0}voix, \
                     venues d’ailleurs."
                );
            }
            1 => "Le candidat éliminé réunissait",
            _ => "Les candidats éliminés réunissaient",
        };
        format!(
            "{eliminated} {}\u{a0}: même si toutes s’étaient reportées sur {name}, qui en gagne \
             {more}, au moins {elsewhere} viendraient d’ailleurs.",
            french::votes(comparison.eliminated_votes),
        )
    }));
    sentences.join(" ")
}

fn table(rows: &[Row], measure: Measure) -> Table {
    let first = match measure {
        Measure::ReconstructedVotes => "Premier tour (reconstitué)",
        Measure::Votes | Measure::Share(_) => "Premier tour",
    };
    let head = ["Candidat", first, "Second tour", "Écart", "Venues d’ailleurs, au moins"];
    // Where nothing is proved of anyone, nothing is said of it.
    let columns = head.len() - usize::from(rows.iter().all(|row| row.from_elsewhere == 0));
    let row = |row: &Row| {
        // The eliminated candidates have no second round, and so no difference.
        let stands = |cell: &dyn Fn(u32) -> String| row.after.map_or("—".to_owned(), cell);
        let mut cells = vec![
            row.name.clone(),
            french::number(row.before),
            stands(&french::number),
            stands(&|after| gain(row.before, after)),
            stands(&|_| french::number(row.from_elsewhere)),
        ];
        cells.truncate(columns);
        cells
    };
    let head = head.into_iter().take(columns).map(str::to_owned).collect();
    Table { head, rows: rows.iter().map(row).collect() }
}
