//! The reader's date, for whatever is « to come » or « past ».

use leptos::prelude::*;

/// Today's date (`2017-01-29`) by the reader's clock; unknown while prerendering and hydrating, so
/// that both make the same page.
#[derive(Clone, Copy)]
pub struct Today(pub RwSignal<Option<String>>);

/// Today's date, where the browser provides it.
pub fn today() -> RwSignal<Option<String>> {
    use_context::<Today>().map_or_else(|| RwSignal::new(None), |Today(today)| today)
}
