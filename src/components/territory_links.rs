//! The ways from an election to its pages of other territories.

use leptos::prelude::*;

use crate::data::{TerritoryLink, territory_route};
use crate::route::Slug;

/// A link each; nothing where there is none.
pub fn territory_links(election: &Slug, others: Vec<TerritoryLink>) -> Option<AnyView> {
    let link = |other: TerritoryLink| {
        let route = territory_route(election, &other.place)?;
        Some(html! { <li><a href=route.address()>{other.label}</a></li> })
    };
    let links: Vec<_> = others.into_iter().filter_map(link).collect();
    (!links.is_empty()).then(|| html! { <ul class="more">{links}</ul> })
}
