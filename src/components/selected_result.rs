//! The whole result of the smaller territory that a reader chose, on the page of the larger one.

use maud::{Markup, html};

use super::{Part, ShownBreakdown, View, chart_content, partial, turnout};
use crate::chart::round_chart;
use crate::data::{INCOMPLETE, Round, territory_route};
use crate::election::Place;
use crate::french;

/// The `id` of the element that it is in, which the browser moves below a row of the table and back.
pub const SELECTED_RESULT: &str = "resultat";

/// The `id` of its title.
const TITLE: &str = "resultat-titre";

/// The chart and the participation of the chosen territory, and the way to its page; nothing as long as none
/// is chosen.
pub fn selected_result(it: ShownBreakdown<'_>) -> Part<'_> {
    let reads = |view: &View| (view.selection.base, view.selection.territory.clone());
    Part::new(SELECTED_RESULT, reads, move |view| {
        let code = view.selection.territory.as_ref();
        code.and_then(|code| it.breakdown.row(code))
            .map_or_else(|| html! {}, |row| result(it, row, view))
    })
}

/// Where the page has it: the browser may move it to a row of the table, and back.
pub fn place_of_the_selected_result(it: ShownBreakdown<'_>) -> Markup {
    html! { div { (selected_result(it).in_a_div()) } }
}

fn result(it: ShownBreakdown<'_>, row: usize, view: &View) -> Markup {
    let ShownBreakdown { breakdown, election, round, .. } = it;
    let place = breakdown.place(row);
    html! {
        @if !breakdown.is_whole(row) { (partial(INCOMPLETE)) }
        @if let Some(round) = breakdown.round_of(row, round) {
            figure.chart { (chart(it, &place, &round, view)) }
            (turnout(&round, "resultat-participation"))
        }
        @if let Some(route) = territory_route(election, &place) {
            p.more { a href=(route.href()) { "Toute la page\u{a0}: " (place.name) } }
        }
    }
}

fn chart(it: ShownBreakdown<'_>, place: &Place, round: &Round, view: &View) -> Markup {
    let title = french::capitalised(&format!("{}, {}", it.name(), place.name));
    let mut chart = round_chart(title, round, view.selection.base);
    if it.breakdown.leading.is_none() {
        // What the row and the words next to the map say already.
        chart.caption.summary.clear();
    }
    html! {
        p.title id=(TITLE) { (chart.caption.title) }
        (chart_content(&chart, "resultat-graphique", TITLE))
    }
}
