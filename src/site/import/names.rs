//! Names of communes that a file gives by their codes alone, from what the content knows already.
//! It must not change a name that was published.

use std::collections::HashMap;
use std::path::Path;

use crate::election::{Level, Returns};
use crate::site::problem::Problems;
use crate::site::tables;

/// Gives communes that are called by their code the name that they have in tables of other elections.
pub fn fill(returns: &mut Returns, content: &Path) {
    let is_unnamed = |name: &str, code: &str| name == code;
    let places = returns.territories.iter_mut().map(|it| &mut it.place);
    let mut unnamed: Vec<_> = places
        .filter(|place| place.level == Level::Commune && is_unnamed(&place.name, &place.code))
        .collect();
    if unnamed.is_empty() {
        return;
    }
    let known = known(content);
    for place in &mut unnamed {
        if let Some(name) = known.get(&place.code) {
            place.name.clone_from(name);
        }
    }
}

/// The names of communes by their codes. A file with mistakes is reported by every build: here it
/// only gives no names.
fn known(content: &Path) -> HashMap<String, String> {
    let mut names = HashMap::new();
    let mut ignored = Problems::default();
    let entries = std::fs::read_dir(content.join("results")).into_iter().flatten().flatten();
    let mut folders: Vec<_> = entries.map(|it| it.path()).filter(|path| path.is_dir()).collect();
    // Later names win: always the same ones.
    folders.sort();
    for folder in folders {
        for (_, returns) in tables::read(&folder, &mut ignored) {
            let communes = returns.territories.into_iter().map(|it| it.place);
            let communes = communes.filter(|place| place.level == Level::Commune);
            names.extend(communes.map(|place| (place.code, place.name)));
        }
    }
    names
}
