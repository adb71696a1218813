//! Names of communes that a file gives by their codes alone, from the official list.
//! It must not change a name that was published.

use jiff::civil::Date;

use crate::election::{Level, LevelResults};
use crate::site::communes;

/// Gives communes that are called by their code their official name. (Pages call every commune as
/// it was called on the day of the vote; a table keeps what was published.)
pub fn fill(results: &mut LevelResults) {
    let places = results.territories.iter_mut().map(|it| &mut it.place);
    for place in places.filter(|it| it.level == Level::Commune && it.name == it.code) {
        communes::spell_place(place, Date::MAX);
    }
}
