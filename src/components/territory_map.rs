//! The map of the smaller territories, and what is known of the selected one.

use maud::{Markup, PreEscaped, html};

use super::{Part, ShownBreakdown, View, map_caption, map_legend, place_of_the_selected_result};
use crate::chart::{Map, TablePlace, Viewport, drawing, names, outline, territory_map as chart};
use crate::data::{Breakdown, Selection, territory_route};
use crate::french;
use crate::route::Slug;

/// What is said before anything was chosen.
const HINT: &str = "Touchez la carte pour voir un résultat.";

/// A map that responds to the choice of base, candidate and territory.
pub fn territory_map(it: ShownBreakdown<'_>) -> Markup {
    let [caption, legend, _, selected_panel] = parts_of_map(it);
    let contours = it.breakdown.contours.as_ref();
    let drawn = contours.zip(map(it, &Selection::default()));
    html! {
        figure.chart.map id="carte" {
            figcaption id=(caption.id) { (caption.built()) }
            div.drawn {
                @if let Some((contours, map)) = drawn {
                    div.territories {
                        (PreEscaped(drawing(contours, &map.fills)))
                        svg.names aria-hidden="true" {
                            (names(it.breakdown, Viewport::whole(contours)))
                        }
                    }
                }
            }
            // Next to the map, or right below it where a narrow screen has one column.
            div.selected {
                div.selected-panel aria-live="polite" id=(selected_panel.id) { (selected_panel.built()) }
                (place_of_the_selected_result(it))
            }
            (legend.in_a_div())
        }
    }
}

/// What the browser adds to a map: below it the ways to look at a part of it, whose values are the keys that do
/// the same, and the name of what is pointed at.
pub fn map_controls() -> Markup {
    html! {
        div.zoom {
            @for (key, label, words) in [("+", "Agrandir", "+"), ("-", "Réduire", "−")] {
                button type="button" value=(key) aria-label=(label) title=(label) { (words) }
            }
            button type="button" value="0" { "Toute la carte" }
        }
        p.pointed-name aria-live="polite" hidden {}
    }
}

/// What of a map depends on the reader: the words around it, the line around the selected territory,
/// and what is known of that. The territories themselves are filled again ([`crate::chart::territory_fills`]).
pub fn parts_of_map(it: ShownBreakdown<'_>) -> [Part<'_>; 4] {
    let ShownBreakdown { breakdown, election, .. } = it;
    let words = |id, draw: fn(&Map<'_>) -> Markup| {
        let reads =
            |view: &View| (view.selection.base, view.selection.candidate, view.selection.map);
        Part::new(id, reads, move |view| {
            html! { @if let Some(map) = map(it, &view.selection) { (draw(&map)) } }
        })
    };
    let line = Part::new("contour", on_the_map, move |view| {
        let code = view.selection.territory.as_deref();
        let line = breakdown.contours.as_ref().zip(code).map(|(all, code)| outline(all, code));
        html! { @if let Some(line) = line { (PreEscaped(line)) } }
    });
    let selected_panel = Part::new("vu", on_the_map, move |view| {
        selected_panel(breakdown, &view.selection, election)
            .unwrap_or_else(|| html! { p.remark { (HINT) } })
    });
    [words("carte-titre", map_caption), words("carte-legende", map_legend), line, selected_panel]
}

fn map<'a>(it: ShownBreakdown<'a>, selection: &Selection) -> Option<Map<'a>> {
    let ShownBreakdown { breakdown, round, .. } = it;
    let level = breakdown.level.singular();
    let table = TablePlace {
        id: "tableau".to_owned(),
        label: format!("Tous les chiffres, {level} par {level}"),
    };
    chart(breakdown, selection, vec![round.source.clone()], table)
}

/// What of a choice a map shows: neither order nor filter changes it.
fn on_the_map(view: &View) -> Selection {
    Selection { sort: Default::default(), filter: String::new(), ..view.selection.clone() }
}

/// The selected territory: the way to its page, who is ahead, the chosen candidate. The rest
/// is in `selected_result`.
fn selected_panel(breakdown: &Breakdown, view: &Selection, election: &Slug) -> Option<Markup> {
    let row = breakdown.row(view.territory.as_ref()?)?;
    let base = view.shown_base(breakdown);
    let place = breakdown.place(row);
    let said = |name: &str, votes, share: Option<_>| {
        let share =
            share.map(|share| format!("{} {}, ", french::percent(share), french::of_base(base)));
        format!("{name}\u{a0}: {}{}\u{a0}voix", share.unwrap_or_default(), french::number(votes))
    };
    let lead = breakdown.lead(row).map(|(name, votes)| {
        let said = said(&name, votes, breakdown.lead_share(row, base));
        if breakdown.leaders(row).len() > 1 {
            format!("À égalité, {said} {}.", breakdown.stands.each())
        } else {
            format!("En tête, {said}.")
        }
    });
    let candidate = view.candidate.and_then(|index| {
        let (name, share) = (breakdown.candidates.get(index)?, breakdown.share(index, row, base));
        Some(format!("{}.", said(name, breakdown.votes(index, row)?, share)))
    });
    let route = territory_route(election, &place).map(|route| route.href());
    Some(html! {
        div.title { a href=[route] { (place.name) } }
        @for line in [lead, candidate].into_iter().flatten() { p { (line) } }
    })
}
