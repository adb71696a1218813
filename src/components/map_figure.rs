//! A map with its words around it.
//! The drawing is decoration to those who do not see it: every figure of it stands in a table of the
//! same page, to which the figure leads. What a click on a territory does is decided elsewhere.

use leptos::prelude::*;

use super::SourceLine;
use crate::chart::{Key, Map};

/// Title, summary, drawing, legend, base and sources of a map.
#[component]
pub fn MapFigure(
    /// The map.
    map: Map,
    /// Its address on the page: a word that no other element has.
    id: String,
) -> impl IntoView {
    let Map { words, legend, steps, svg } = map;
    let table = format!("#{}", words.table.id);
    html! {
        <figure class="chart map" id=id>
            <figcaption>
                <p class="title">{words.title}</p>
                <p class="summary">{words.summary}</p>
            </figcaption>
            <div class="territories" inner_html=svg></div>
            <ul class="legend">{legend.into_iter().map(key).collect_view()}</ul>
            <p class="base">{words.measure.words()}". "{steps}</p>
            <p class="base"><a href=table>{words.table.label}</a></p>
            <SourceLine sources=words.sources/>
        </figure>
    }
}

fn key(key: Key) -> impl IntoView {
    html! {
        <li>
            <span class="swatch" inner_html=key.swatch></span>
            " "
            <span>{key.words}</span>
        </li>
    }
}
