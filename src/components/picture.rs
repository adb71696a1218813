//! A picture in the widths among which a browser chooses.

use maud::{Markup, html};

use crate::data::Picture;

/// Where a picture is, which says how wide it is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PicturePlace {
    /// On a list: as wide as a narrow screen, or beside its words.
    Card,
    /// In a text: as wide as it.
    Text,
    /// In a text, next to others.
    Row,
    /// Before the name of the site, in the size that it has.
    Logo,
}

impl PicturePlace {
    /// How wide it is, as HTML’s `sizes`; see `style/cards.css` and `style/article.css`.
    fn sizes(self, picture: &Picture) -> String {
        match self {
            Self::Card => "(min-width: 40em) 13rem, 100vw".to_owned(),
            Self::Text => "(min-width: 68em) 48rem, 100vw".to_owned(),
            Self::Row => "(min-width: 68em) 24rem, 50vw".to_owned(),
            Self::Logo => format!("{}px", picture.width),
        }
    }
}

/// The picture with what it shows, for those who do not see it: nothing where words next to it say so. It is loaded
/// at once, or when it comes near the screen.
pub fn picture(picture: &Picture, alt: &str, place: PicturePlace, at_once: bool) -> Markup {
    let Picture { src, width, height, srcset, webp } = picture;
    let loading = (!at_once).then_some("lazy");
    let sizes = srcset.as_ref().map(|_| place.sizes(picture));
    html! {
        picture {
            @if let Some(webp) = webp {
                source type="image/webp" srcset=(webp) sizes=[&sizes];
            }
            img src=(src) srcset=[srcset] sizes=[&sizes] alt=(alt) width=(width) height=(height)
                loading=[loading];
        }
    }
}
