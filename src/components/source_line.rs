//! Who published the figures. No figure is shown without it.

use leptos::prelude::*;

use super::Time;
use crate::data::Source;

/// « Source : … », once for each publisher.
#[component]
pub fn SourceLine(
    /// The publishers.
    sources: Vec<Source>,
) -> impl IntoView {
    let plural = if sources.len() > 1 { "Sources\u{a0}: " } else { "Source\u{a0}: " };
    let last = sources.len().saturating_sub(1);
    let lines = sources.into_iter().enumerate().map(|(index, source)| {
        let name = match source.address {
            Some(address) => html! { <a href=address>{source.name}</a> },
            None => source.name.into_any(),
        };
        let published = source.published.map(|moment| {
            html! { ", "<Time moment/> }
        });
        html! { {name}{published}{if index == last { "." } else { "\u{202f}; " }} }
    });
    html! { <p class="source">{plural}{lines.collect_view()}</p> }
}
