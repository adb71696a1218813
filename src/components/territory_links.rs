//! The ways from an election to its pages of other territories.

use maud::{Markup, html};

use crate::data::{TerritoryLink, territory_route};
use crate::route::Slug;

/// A link each; nothing where there is none.
pub fn territory_links(election: &Slug, others: &[TerritoryLink]) -> Markup {
    let link = |other: &TerritoryLink| {
        let href = territory_route(election, &other.place)?.href();
        Some(html! { li { a href=(href) { (other.label) } } })
    };
    let links: Vec<Markup> = others.iter().filter_map(link).collect();
    html! {
        @if !links.is_empty() {
            ul.more { @for link in links { (link) } }
        }
    }
}
