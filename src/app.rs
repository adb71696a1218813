//! The shell of every page: header, content, footer, announcements. The build draws it once a page; the
//! browser changes the content in it.

use maud::{Markup, html};

use crate::components::{PicturePlace, picture};
use crate::data::{Link, Site};
use crate::route::Route;

/// Everything in the body of the page at `path` on its host.
pub fn shell(site: &Site, path: &str, content: &Markup) -> Markup {
    html! {
        a.skip href="#contenu" { "Aller au contenu" }
        header.site-header {
            a.site-name href=(Route::Home.href()) {
                @if let Some(logo) = &site.logo { (picture(logo, "", PicturePlace::Logo, true)) }
                (site.short_name)
            }
            nav aria-label="Navigation principale" { (links(&site.navigation, path)) }
        }
        main #contenu tabindex="-1" data-path=(path) { (content) }
        footer.site-footer {
            p { (site.publisher) @if let Some(address) = &site.address { br; (address) } }
            nav aria-label="Informations" { (links(&site.footer, path)) }
            @if !site.accounts.is_empty() {
                nav aria-label="Nos comptes" {
                    ul {
                        @for account in &site.accounts {
                            li { a href=(account.to) rel="me external" { (account.label) } }
                        }
                    }
                }
            }
        }
        p.visually-hidden role="status" {}
    }
}

fn links(links: &[Link], path: &str) -> Markup {
    html! {
        ul {
            @for Link { label, to, below } in links {
                li {
                    a href=(to) aria-current=[current(to, path)] { (label) }
                    @if !below.is_empty() {
                        details {
                            summary { span.visually-hidden { "Sous-menu\u{a0}: " (label) } }
                            (self::links(below, path))
                        }
                    }
                }
            }
        }
    }
}

/// What a link of the shell is to the page at `path`: `page` for the page itself, `true` for one below it.
pub fn current(link: &str, path: &str) -> Option<&'static str> {
    match path.strip_prefix(link)? {
        "" => Some("page"),
        _ if link == Route::Home.href() => None,
        _ => Some("true"),
    }
}
