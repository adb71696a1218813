//! The place of a recording. Nothing is loaded from another host before a reader asks.

use maud::{Markup, PreEscaped, html};

use super::{PicturePlace, picture, time};
use crate::data::Video;

/// The sign that something can be played.
const PLAY: PreEscaped<&str> = PreEscaped(
    "<svg viewBox=\"0 0 24 24\" width=\"56\" height=\"56\" aria-hidden=\"true\">\
     <circle cx=\"12\" cy=\"12\" r=\"11.5\"/><path d=\"M9.5 7v10l8-5z\"/></svg>",
);

/// A still, what the recording is, and a link to it, or the plain statement that its URL is not known.
pub fn video_place(video: &Video) -> Markup {
    html! {
        aside.video aria-label="Vidéo" {
            @if let Some(still) = &video.still { (picture(still, "", PicturePlace::Text, false)) }
            @if video.address.is_some() { (PLAY) }
            div {
                h2 { (video.title) }
                @if video.date.is_some() || video.duration.is_some() {
                    p {
                        @if let Some(date) = &video.date { (time(date)) }
                        @if video.date.is_some() && video.duration.is_some() { " · " }
                        @if let Some(duration) = &video.duration { (duration) }
                    }
                }
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
}
