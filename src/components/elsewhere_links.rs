//! The ways from an election to its pages of other territories.

use leptos::prelude::*;

use crate::data::{Elsewhere, territory_route};
use crate::route::Slug;

/// A link each; nothing where there is none.
pub fn elsewhere_links(election: &Slug, elsewhere: Vec<Elsewhere>) -> Option<AnyView> {
    let link = |other: Elsewhere| {
        let route = territory_route(election, &other.place)?;
        Some(html! { <li><a href=route.address()>{other.label}</a></li> })
    };
    let links: Vec<_> = elsewhere.into_iter().filter_map(link).collect();
    (!links.is_empty()).then(|| html! { <ul class="more">{links}</ul> })
}
