//! The words around a map.
//! The drawing between them is decoration to those who do not see it: every figure of it is in a table of the
//! same page, to which the words lead. What a click on a territory does is decided elsewhere.

use maud::{Markup, PreEscaped, html};

use super::source_line;
use crate::chart::Map;

/// What comes before the drawing: its title.
pub fn map_caption(map: &Map<'_>) -> Markup {
    html! { p.title { (map.caption.title) } }
}

/// What comes after the drawing: summary, legend, base and sources.
pub fn map_legend(map: &Map<'_>) -> Markup {
    let Map { caption, legend, .. } = map;
    html! {
        p.summary { (caption.summary) }
        ul.legend {
            @for key in legend {
                li { span.swatch { (PreEscaped(&key.swatch)) } " " span { (key.words) } }
            }
        }
        p.base { (caption.measure) }
        p.base { a href={ "#" (caption.table.id) } { (caption.table.label) } }
        (source_line(&caption.sources))
    }
}
