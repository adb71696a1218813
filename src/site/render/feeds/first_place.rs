//! Under which address a page is known to who has read it.

use crate::route::Route;
use crate::site::compile::Compiled;

/// Where an article or an event was first: one that was renamed, and says so in `alias`, stays the same for feed
/// readers and calendars, which would show it a second time else.
pub fn of(compiled: &Compiled, route: &Route) -> Route {
    let mut old = compiled.moved.iter().filter(|moved| moved.to == *route);
    let first = old.find_map(|moved| match (route, Route::parse(&moved.from.0)) {
        (Route::Article(_), Some(first @ Route::Article(_))) => Some(first),
        (Route::Event(_), Some(first @ Route::Event(_))) => Some(first),
        _ => None,
    });
    first.unwrap_or_else(|| route.clone())
}
