//! Where an election took place, from the words that an editor wrote for its territory.

use super::bodies;
use crate::election::{DEPARTMENTS, Level, Place, REGIONS, commune_code};
use crate::words::fold;

/// The territory as the end of a sentence: « aux Mureaux », « dans les Yvelines », « en France »,
/// « dans la 7e circonscription des Yvelines ». Its code, where there is one, tells a commune that
/// is called like a département.
pub fn locative(territory: &str, code: Option<&str>) -> String {
    let is_commune = code.is_some_and(|code| commune_code(None, code).is_some());
    let known = if is_commune {
        None
    } else {
        whole(territory).or_else(|| bodies::locative(territory)).or_else(|| described(territory))
    };
    let commune = || {
        let (code, name) = (code.unwrap_or_default().to_owned(), territory.to_owned());
        Place { level: Level::Commune, code, name }.locative()
    };
    known.unwrap_or_else(commune)
}

/// A département, a region or the country by its name, with its article or without.
fn whole(territory: &str) -> Option<String> {
    let name = fold(territory);
    let bare = ["la ", "le ", "les ", "l "].iter().find_map(|it| name.strip_prefix(it));
    let is = |other: &str| [Some(name.as_str()), bare].contains(&Some(fold(other).as_str()));
    if is("France") || is("France entière") {
        return Some("en France".to_owned());
    }
    let department = DEPARTMENTS.iter().find(|it| is(it.name)).map(|it| it.locative());
    department.or_else(|| REGIONS.iter().find(|it| is(it.name)).map(|it| it.locative()))
}

/// Words that say what kind of territory it is: « Canton de Poissy », « 7e circonscription ».
fn described(territory: &str) -> Option<String> {
    let words = fold(territory);
    let level = Level::ALL.into_iter().filter(|level| *level < Level::Country).find(|level| {
        let kind = fold(level.singular());
        words
            .split(' ')
            .collect::<Vec<_>>()
            .windows(kind.split(' ').count())
            .any(|it| it.join(" ") == kind)
    })?;
    let article = level.definite().split(' ').next()?;
    let mut letters = territory.chars();
    let first = letters.next()?.to_lowercase();
    let rest: String = first.chain(letters).collect();
    let rest = rest.strip_prefix(&format!("{article} ")).unwrap_or(&rest).to_owned();
    Some(match level {
        Level::Station => format!("au {rest}"),
        _ => format!("dans {article} {rest}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_territory_is_the_end_of_a_sentence() {
        let table = [
            ("Le Pecq", Some("78481"), "au Pecq"),
            ("Les Mureaux", None, "aux Mureaux"),
            ("La Celle-Saint-Cloud", None, "à La Celle-Saint-Cloud"),
            ("L'Étang-la-Ville", None, "à L’Étang-la-Ville"),
            ("Conflans-Sainte-Honorine", Some("78172"), "à Conflans-Sainte-Honorine"),
            ("Mayenne", Some("53147"), "à Mayenne"),
            ("Mayenne", None, "en Mayenne"),
            ("Yvelines", Some("78"), "dans les Yvelines"),
            ("les Yvelines", None, "dans les Yvelines"),
            ("Île-de-France", None, "en Île-de-France"),
            ("France", Some("FR"), "en France"),
            ("Canton de Poissy", None, "dans le canton de Poissy"),
            ("7e circonscription des Yvelines", None, "dans la 7e circonscription des Yvelines"),
            ("Bureau de vote 12", None, "au bureau de vote 12"),
        ];
        for (territory, code, expected) in table {
            assert_eq!(locative(territory, code), expected);
        }
    }
}
