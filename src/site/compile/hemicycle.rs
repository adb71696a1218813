//! The seats of an assembly as a drawing with the lists that have them.
//! It must not give seats: they were published, or the election domain gives them.

use maud::{PreEscaped, html};

use crate::chart::hemicycle;
use crate::election::{NUANCES, Score, Tally, WITHOUT_NUANCE, nuance};
use crate::french;

/// The drawing of the seats of each list, as HTML; `None` where nobody has one.
pub fn drawing(tally: &Tally, seats: &[u16]) -> Option<String> {
    let mut seated: Vec<(&Score, u16)> =
        tally.scores.iter().zip(seats.iter().copied()).filter(|(_, seats)| *seats > 0).collect();
    if seated.is_empty() {
        return None;
    }
    let places: Option<Vec<usize>> = seated.iter().map(|(score, _)| place(score)).collect();
    match places {
        // As the ministry lists the nuances.
        Some(_) => seated.sort_by_key(|(score, _)| place(score)),
        None => seated.sort_by_key(|(_, seats)| std::cmp::Reverse(*seats)),
    }
    let lists: Vec<(String, &str, u16)> =
        seated.iter().map(|(score, seats)| (words(score, *seats), colour(score), *seats)).collect();
    let (svg, keys) = hemicycle(&lists);
    let html = html! {
        div.seats {
            (PreEscaped(svg))
            ul.legend {
                @for key in keys {
                    li { span.swatch { (PreEscaped(key.swatch)) } " " span { (key.words) } }
                }
            }
        }
    };
    Some(html.into_string())
}

/// « Ensemble : 27 sièges, liste conduite par Anne Dupont »
fn words(score: &Score, seats: u16) -> String {
    let head = score.candidate.head.as_ref().map(|head| format!(", liste conduite par {head}"));
    let (name, seats) = (score.name(), french::seats(seats));
    format!("{name}\u{a0}: {seats}{}", head.unwrap_or_default())
}

fn colour(score: &Score) -> &str {
    score.candidate.colour().unwrap_or(WITHOUT_NUANCE.colour)
}

/// Where a list is from left to right, where that is known.
fn place(score: &Score) -> Option<usize> {
    let code = nuance(score.candidate.nuance.as_deref()?)?.code;
    NUANCES.iter().position(|nuance| nuance.code == code)
}
