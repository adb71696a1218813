//! One round in one territory: its chart, its participation, what must be known of it.

use maud::{Markup, html};

use super::{Part, TableShown, chart_content, figure_table, time, turnout};
use crate::chart::{round_chart, shown};
use crate::data::{Detail, Round};
use crate::french;

/// One round. `place` is the territory as the end of a sentence: « à Conflans », « dans les Yvelines ».
pub fn round_section(round: &Round, place: &str) -> Markup {
    let id = format!("tour-{}", round.number);
    let name = french::capitalised(french::round(round.contest, round.number));
    let title = title(round, place);
    let chart = chart_of_round(round, place);
    html! {
        section.round aria-labelledby=(id) {
            h2 id=(id) { (name) }
            p.kicker {
                (time(&round.date))
                @if let Some(counted) = &round.provisional { " — provisoire\u{a0}: " (counted) }
            }
            // What the figures lack, before any of them.
            @if round.is_partial() { (partial(&round.missing.join(" "))) }
            figure.chart id=(chart.id) { (chart.built()) }
            div.beside {
                (turnout(round))
                @if let Some(note) = &round.note { p.remark { (note) } }
            }
            @for it in &round.details { (detail(it, &title)) }
        }
    }
}

/// What figures lack.
pub fn partial(missing: &str) -> Markup {
    html! { p.partial { strong { "Somme partielle. " } (missing) } }
}

/// The chart of a round, by the base that the reader chose.
pub fn chart_of_round<'a>(round: &'a Round, place: &'a str) -> Part<'a> {
    let id = format!("tour-{}-graphique", round.number);
    let has_others = shown(round) < round.tally.scores.len();
    let table = if has_others { TableShown::Folded } else { TableShown::Open };
    Part::by_base(id.clone(), move |base| {
        chart_content(&round_chart(title(round, place), round, base), &id, table)
    })
}

/// « Second tour à Conflans »
fn title(round: &Round, place: &str) -> String {
    french::capitalised(&format!("{} {place}", french::round(round.contest, round.number)))
}

fn detail(detail: &Detail, round: &str) -> Markup {
    html! {
        div.detail {
            h3 { (detail.title) }
            @for words in &detail.words { p { (words) } }
            @if let Some(table) = &detail.table {
                (figure_table(&format!("{}, {round}", detail.title), table))
            }
        }
    }
}
