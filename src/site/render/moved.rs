//! What is at an old address, for hosts that do not redirect by themselves.

use maud::{DOCTYPE, html};

use crate::data::Site;
use crate::site::content::alias::Moved;

/// A page that leads on at once.
pub fn page(moved: &Moved, site: &Site) -> String {
    let to = moved.to.href();
    let page = html! {
        (DOCTYPE)
        html lang="fr" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width";
                meta http-equiv="refresh" content={ "0; url=" (to) };
                link rel="canonical" href={ (site.base) (to) };
                title { "Cette page a changé d’adresse — " (site.short_name) }
            }
            body {
                p { "Cette page a changé d’adresse\u{a0}: " a href=(to) { (site.base) (to) } }
            }
        }
    };
    page.into_string()
}
