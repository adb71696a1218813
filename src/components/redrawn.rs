//! Parts of a page that are drawn anew when what they read changes.

use std::sync::{Arc, Mutex};

use leptos::prelude::*;

/// What a function draws, now and whenever a signal that it reads changes.
///
/// A closure that stands in a view as it is makes a type of view of its own: the effect that follows
/// it, its hydration and its replacement would be downloaded once for each (record 12).
pub fn redrawn<V: IntoAny>(mut draw: impl FnMut() -> V + Send + 'static) -> AnyView {
    let draw: Arc<Mutex<dyn FnMut() -> AnyView + Send>> =
        Arc::new(Mutex::new(move || draw().into_any()));
    draw.into_any()
}
