//! What the reader chose to see, shared by everything on the page.

use leptos::prelude::*;

use crate::data::Selection;

/// The reader's choice, which the browser keeps in step with the address.
#[derive(Clone, Copy)]
pub struct Chosen(pub RwSignal<Selection>);

/// The reader's choice; nothing is chosen while prerendering and hydrating.
pub fn chosen() -> RwSignal<Selection> {
    use_context::<Chosen>()
        .map_or_else(|| RwSignal::new(Selection::default()), |Chosen(chosen)| chosen)
}
