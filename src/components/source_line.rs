//! Who published the figures. No figure is shown without it.

use maud::{Markup, html};

use super::time;
use crate::data::Source;

/// « Source : … », once for each publisher.
pub fn source_line(sources: &[Source]) -> Markup {
    html! {
        p.source {
            @if sources.len() > 1 { "Sources\u{a0}: " } @else { "Source\u{a0}: " }
            @for (index, source) in sources.iter().enumerate() {
                @if index > 0 { "\u{202f}; " }
                @match &source.address {
                    Some(address) => a href=(address) { (source.name) },
                    None => (source.name),
                }
                @if let Some(moment) = &source.published { ", " (time(moment)) }
            }
            "."
        }
    }
}
