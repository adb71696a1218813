//! What can be taken from the page of a result: its chart, the figures, a poster, and what shows it in another page.

use maud::{Markup, html};

use crate::election::Level;
use crate::route::{DATA, Route, href};

/// A folded list of links, at the end of the page. `levels` are those of which the page has figures; `embed` is what is
/// copied into another page, of a result that is shared.
pub fn downloads(route: &Route, levels: &[Level], embed: Option<&str>) -> Markup {
    let election = route.election();
    let data = election.map(|it| format!("{}{DATA}/", Route::Election(it.clone()).href()));
    let data = data.unwrap_or_default();
    let chart = |ending| format!("{}graphique.{ending}", route.href());
    html! {
        details.figures.downloads {
            summary { @if embed.is_some() { "Télécharger, intégrer, imprimer" } @else { "Télécharger" } }
            ul {
                li {
                    "Graphique\u{a0}: " a href=(chart("svg")) download { "SVG" }
                    @if embed.is_some() { ", " a href=(chart("png")) download { "PNG" } }
                }
                @for level in levels {
                    @let file = format!("{data}{}", level.file_name());
                    li {
                        "Chiffres par " (level.singular()) "\u{a0}: "
                        a href={ (file) ".csv" } download { "participation (CSV)" } ", "
                        a href={ (file) "-voix.csv" } download { "voix (CSV)" } ", "
                        a href={ (file) ".json" } download { "JSON" }
                    }
                }
                li { a href={ (data) "datapackage.json" } download { "Description des chiffres (Data Package)" } }
                @if let Some(embed) = embed {
                    li { a href=(href(&route.poster())) { "Affiche à imprimer" } }
                    li {
                        "Intégrer dans une autre page, en y copiant\u{a0}:"
                        pre.scroll role="region" tabindex="0" aria-label="À copier" { code { (embed) } }
                    }
                }
            }
        }
    }
}
