//! One round in one territory: its chart, its participation, what must be known of it.

use maud::{Markup, PreEscaped, html};

use super::turnout::{turnout, turnout_words};
use super::{Part, chart_content, figure_table, time};
use crate::chart::round_chart;
use crate::data::{Detail, Round};
use crate::french;

/// One round. `place` is the territory as the end of a sentence: « à Conflans », « dans les Yvelines ». `choice`
/// is what a reader can choose of its chart.
pub fn round_section(round: &Round, place: &str, choice: &Markup) -> Markup {
    let id = heading(round);
    let name = french::capitalised(french::round(round.contest, round.number));
    let title = title(round, place);
    let chart = chart_of_round(round, place);
    html! {
        section.round aria-labelledby=(id) {
            h2 id=(id) {
                (name) " "
                small {
                    (time(&round.date))
                    @if let Some(manner) = &round.manner { " — " (manner) }
                    @if let Some(counted) = &round.provisional { " — provisoire\u{a0}: " (counted) }
                }
            }
            // What the figures lack, before any of them.
            @if round.is_partial() { (partial(&round.missing.join(" "))) }
            div {
                figure.chart id=(chart.id) { (chart.built()) }
                (choice)
            }
            div.beside {
                (turnout(round, &format!("{id}-participation")))
            }
            @for (index, it) in round.details.iter().enumerate() {
                (detail(it, &title, &format!("{id}-detail-{index}")))
            }
        }
    }
}

/// The `id` of the heading of a round.
fn heading(round: &Round) -> String {
    format!("tour-{}", round.number)
}

/// What figures lack.
pub fn partial(missing: &str) -> Markup {
    html! { p.partial { strong { "Somme partielle. " } (missing) } }
}

/// The chart of a round, by the base that the reader chose.
pub fn chart_of_round<'a>(round: &'a Round, place: &'a str) -> Part<'a> {
    let id = format!("tour-{}-graphique", round.number);
    Part::by_base(id.clone(), move |base| {
        let mut chart = round_chart(title(round, place), round, base);
        // The first screen of a phone says how many voted, where that is known of the whole.
        let turnout = turnout_words(&round.figures()).filter(|_| !round.is_partial());
        if let Some((figure, words)) = turnout {
            chart.caption.summary.push_str(&format!(" {figure} {words}."));
        }
        chart_content(&chart, &id, &heading(round))
    })
}

/// « Second tour à Conflans »
fn title(round: &Round, place: &str) -> String {
    french::capitalised(&format!("{} {place}", french::round(round.contest, round.number)))
}

fn detail(detail: &Detail, round: &str, id: &str) -> Markup {
    // Two rounds beside each other, as on the page of a territory.
    let is_comparison = detail.table.as_ref().is_some_and(|table| table.head.len() > 4);
    html! {
        div.detail.comparison[is_comparison] {
            h3 { (detail.title) }
            @for words in &detail.words { p { (words) } }
            @if let Some(drawing) = &detail.drawing { (PreEscaped(drawing)) }
            @if let Some(table) = &detail.table {
                (figure_table(id, &format!("{}, {round}", detail.title), table))
            }
        }
    }
}
