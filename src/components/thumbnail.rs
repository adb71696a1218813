//! A picture whose words are next to it.

use maud::{Markup, html};

use crate::data::Thumbnail;

/// The picture, at once or when it comes near the screen.
pub fn thumbnail(picture: &Thumbnail, at_once: bool) -> Markup {
    let Thumbnail { src, width, height } = picture;
    let loading = (!at_once).then_some("lazy");
    html! { img src=(src) alt="" width=(width) height=(height) loading=[loading]; }
}
