//! Two rounds side by side: each finalist before and after, and what that proves.
//! Nothing is drawn of who moved where: ballots are secret.

use super::svg::{self, Ink};
use super::{Chart, Label, Measure, Table, Words};
use crate::data::Round;
use crate::election::{Change, Comparison};
use crate::french;

/// Where the two bars stand in a band, in hundredths from the top.
const EARLIER: [u32; 2] = [61, 70];
const LATER: [u32; 2] = [73, 94];

/// Draws what changed between two rounds; `None` where votes are unknown or nothing is proved.
pub fn comparison_chart(title: String, earlier: &Round, later: &Round) -> Option<Chart> {
    let comparison = earlier.compared_with(later)?;
    let mut sources = vec![earlier.source.clone()];
    if later.source != earlier.source {
        sources.push(later.source.clone());
    }
    let leader = later.leader();
    let name_of_leader = |name: &str| {
        leader.as_ref().is_some_and(|leader| {
            let position = later.tally.scores.iter().position(|score| score.name == name);
            position.is_some_and(|index| leader.includes(index))
        })
    };
    Some(Chart {
        words: Words {
            title,
            summary: summary(&comparison, earlier.reconstruction.is_some()),
            measure: Measure::Votes,
            key: Some(
                "En clair, le premier tour ; au-dessous, le second, terminé par les voix qui \
                 viennent d’ailleurs, au moins.",
            ),
            sources,
            table: table(&comparison),
        },
        labels: labels(&comparison, name_of_leader),
        threshold: None,
        svg: drawing(&comparison, name_of_leader),
    })
}

fn drawing(comparison: &Comparison, leads: impl Fn(&str) -> bool) -> String {
    let rows = rows(comparison);
    let longest = rows.iter().map(|row| row.before.max(row.after)).max().unwrap_or(0).max(1);
    svg::draw(rows.len(), longest, |area| {
        for (band, row) in rows.iter().enumerate() {
            let proved_from = row.after - row.from_elsewhere;
            let ink = if leads(&row.name) { Ink::Lead } else { Ink::Other };
            let bars = [
                ([0, row.before], EARLIER, Ink::Earlier),
                ([0, proved_from], LATER, ink),
                ([proved_from, row.after], LATER, Ink::Proved),
            ];
            for (values, height, ink) in bars.into_iter().filter(|([from, to], ..)| from < to) {
                area.draw(&svg::bar(band, values, height, ink))?;
            }
        }
        Ok(())
    })
}

/// The finalists, then the eliminated candidates together as one row.
fn rows(comparison: &Comparison) -> Vec<Change> {
    let together = (comparison.eliminated > 0).then(|| Change {
        name: eliminated(comparison),
        before: comparison.eliminated_votes,
        after: 0,
        from_elsewhere: 0,
    });
    comparison.changes.iter().cloned().chain(together).collect()
}

fn eliminated(comparison: &Comparison) -> String {
    match comparison.eliminated {
        1 => "Candidat éliminé".to_owned(),
        count => {
            format!("{} candidats éliminés", french::capitalised(&french::cardinal(count)))
        }
    }
}

fn labels(comparison: &Comparison, leads: impl Fn(&str) -> bool) -> Vec<Label> {
    let label = |row: Change| Label {
        figures: match row.after {
            0 => vec![french::votes(row.before)],
            after => vec![
                format!("{} → {}", french::number(row.before), french::votes(after)),
                french::signed(row.gain()),
            ],
        },
        note: (row.from_elsewhere > 0).then(|| {
            format!("dont au moins {} venues d’ailleurs", french::number(row.from_elsewhere))
        }),
        leads: leads(&row.name),
        name: row.name,
    };
    rows(comparison).into_iter().map(label).collect()
}

fn summary(comparison: &Comparison, reconstructed: bool) -> String {
    let gains: Vec<String> = comparison
        .changes
        .iter()
        .map(|change| format!("{} {}", change.name, french::signed(change.gain())))
        .collect();
    let mut sentences = vec![format!("D’un tour à l’autre, en voix : {}.", french::list(&gains))];
    sentences.extend(comparison.changes.iter().filter(|change| change.from_elsewhere > 0).map(
        |change| {
            format!(
                "Les candidats éliminés réunissaient {} : même si toutes s’étaient reportées sur \
                 {}, au moins {} de ses {} voix supplémentaires viendraient d’ailleurs.",
                french::votes(comparison.eliminated_votes),
                change.name,
                french::number(change.from_elsewhere),
                french::number(change.after - change.before),
            )
        },
    ));
    if reconstructed {
        sentences.push("Les voix du premier tour sont reconstituées.".to_owned());
    }
    sentences.join(" ")
}

fn table(comparison: &Comparison) -> Table {
    let head = ["Candidat", "Premier tour", "Second tour", "Écart", "Venues d’ailleurs, au moins"];
    let row = |row: Change| {
        // The eliminated candidates have no second round, and so no difference.
        let stands = |cell: String| if row.after > 0 { cell } else { "—".to_owned() };
        let cells = [
            french::number(row.before),
            stands(french::number(row.after)),
            stands(french::signed(row.gain())),
            stands(french::number(row.from_elsewhere)),
        ];
        std::iter::once(row.name.clone()).chain(cells).collect()
    };
    Table {
        head: head.map(str::to_owned).to_vec(),
        rows: rows(comparison).into_iter().map(row).collect(),
    }
}
