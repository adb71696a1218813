//! A map with its words around it.
//! The drawing is decoration to those who do not see it: every figure of it stands in a table of the
//! same page, to which the figure leads. What a click on a territory does is decided elsewhere.

use maud::{Markup, PreEscaped, html};

use super::source_line;
use crate::chart::Map;

/// What stands in the figure of a map: title, summary, drawing, legend, base and sources.
pub fn map_content(map: &Map) -> Markup {
    let Map { words, legend, steps, svg } = map;
    html! {
        figcaption {
            p.title { (words.title) }
            p.summary { (words.summary) }
        }
        div.territories { (PreEscaped(svg)) }
        ul.legend {
            @for key in legend {
                li { span.swatch { (PreEscaped(&key.swatch)) } " " span { (key.words) } }
            }
        }
        p.base { (words.measure.words()) ". " @if let Some(steps) = steps { (steps) } }
        p.base { a href={ "#" (words.table.id) } { (words.table.label) } }
        (source_line(&words.sources))
    }
}
