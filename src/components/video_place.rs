//! The place of a recording. Nothing is loaded from another host before a reader asks.

use leptos::prelude::*;

use crate::data::Video;

/// A link to the recording, or the plain statement that its address is not known.
#[component]
pub fn VideoPlace(
    /// The recording.
    video: Video,
) -> impl IntoView {
    let access = match video.address {
        Some(address) => {
            let host = address.split('/').nth(2).unwrap_or(&address).to_owned();
            html! { <a href=address rel="external">"Voir la vidéo sur "{host}</a> }
        }
        None => "L’adresse de cet enregistrement n’est pas encore connue\u{202f}; \
                 le lien sera ajouté ici."
            .into_any(),
    };
    html! {
        <aside class="video" aria-label="Vidéo">
            <p class="title">{video.title}</p>
            <p>{access}</p>
        </aside>
    }
}
