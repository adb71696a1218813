//! The figures of an election as files for those who compute with them: for each level one table of what was counted and
//! one of the votes (CSV), the same as JSON, and a Data Package (Frictionless) that says what is in them.
//!
//! One file a level and not one a page: a site may have a page for each commune of the country, and three files beside each
//! would be more than hosts take. A row is of one territory in one round.

mod fields;
mod json;
mod package;
mod rows;
mod tables;

use anyhow::Context;

use self::rows::{About, Rows, of_levels};
use crate::election::Level;
use crate::route::{DATA, Route};
use crate::site::content::Election;
use crate::site::content::election::round::License;

/// The licence of the figures of an election, where all of its sources are under the same.
pub fn license(election: &Election) -> Option<License> {
    let mut licenses = election.rounds.iter().map(|round| round.source.license);
    let first = licenses.next()??;
    licenses.all(|it| it == Some(first)).then_some(first)
}

/// The files of an election, with their paths on the site.
///
/// # Errors
/// When one of them cannot be written as what it is.
pub fn files(election: &Election, base: &str) -> anyhow::Result<Vec<(String, Vec<u8>)>> {
    let route = Route::Election(election.slug.value.clone());
    let about = About { election, url: format!("{base}{}", route.href()) };
    let levels = of_levels(election);
    let mut files = Vec::new();
    for (level, rows) in &levels {
        let said = || format!("{route}, {level:?}");
        files.extend(of_level(&about, *level, rows).with_context(said)?);
    }
    let package = package::descriptor(&about, &levels, &files)?;
    files.push(("datapackage.json".to_owned(), package));
    let folder = |name: String| format!("{route}{DATA}/{name}");
    Ok(files.into_iter().map(|(name, content)| (folder(name), content)).collect())
}

/// The three files of a level.
fn of_level(
    about: &About<'_>,
    level: Level,
    rows: &Rows<'_>,
) -> anyhow::Result<Vec<(String, Vec<u8>)>> {
    let name = level.file_name();
    Ok(vec![
        (format!("{name}.csv"), tables::counts(rows)?),
        (format!("{name}-voix.csv"), tables::votes(rows)?),
        (format!("{name}.json"), json::document(about, rows)?),
    ])
}
