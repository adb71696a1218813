//! The place of a recording. Nothing is loaded from another host before a reader asks.

use maud::{Markup, html};

use crate::data::Video;

/// A link to the recording, or the plain statement that its URL is not known.
pub fn video_place(video: &Video) -> Markup {
    html! {
        aside.video aria-label="Vidéo" {
            p.title { (video.title) }
            p {
                @if let Some(address) = &video.address {
                    a href=(address) rel="external" {
                        "Voir la vidéo sur " (address.split('/').nth(2).unwrap_or(address))
                    }
                } @else {
                    "L’adresse de cet enregistrement n’est pas encore connue\u{202f}; \
                     le lien sera ajouté ici."
                }
            }
        }
    }
}
