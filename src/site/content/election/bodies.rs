//! Where a vote was held that was not in a commune: in an association, a council, a neighbourhood.

use crate::words::fold;

/// What such names begin with, by what stands before them: nouns as they are folded.
const NOUNS: [(&str, &[&str]); 7] = [
    ("au ", &["bureau", "college", "comite", "congres", "conseil", "lycee"]),
    ("à la ", &["commission", "mairie"]),
    ("à l’", &["assemblee", "ecole", "universite"]),
    (
        "dans le ",
        &[
            "bourg",
            "club",
            "collectif",
            "groupe",
            "hameau",
            "lotissement",
            "parti",
            "quartier",
            "secteur",
            "syndicat",
            "village",
        ],
    ),
    (
        "dans la ",
        &[
            "caisse",
            "compagnie",
            "confederation",
            "cooperative",
            "copropriete",
            "federation",
            "fondation",
            "ligue",
            "mutuelle",
            "paroisse",
            "residence",
            "section",
            "societe",
            "troupe",
            "vallee",
            "ville",
        ],
    ),
    (
        "dans l’",
        &[
            "amap",
            "amicale",
            "association",
            "entreprise",
            "equipe",
            "harmonie",
            "immeuble",
            "union",
        ],
    ),
    ("chez les ", &["amis", "anciens"]),
];

/// Articles, and what they become in such names.
const ARTICLES: [(&str, &str); 4] =
    [("l’", "dans l’"), ("le ", "dans le "), ("la ", "dans la "), ("les ", "chez les ")];

/// Communes that are called like a noun of these, when nothing follows: Le Bourg, L’Union.
const COMMUNES: [&str; 5] = ["bourg", "quartier", "union", "vallee", "ville"];

/// « au conseil d’administration », « dans l’association », « dans le quartier du port », « chez les amis du canal »:
/// for a name that begins with such a noun, with its article or without; or with an article before a word that is not
/// a name, as it has no capital.
pub fn locative(territory: &str) -> Option<String> {
    let name = territory.replace('\'', "’");
    let lower = name.to_lowercase();
    let article = ARTICLES.iter().find(|(article, _)| lower.starts_with(article));
    let rest = name.get(article.map_or(0, |(article, _)| article.len())..)?;
    let noun = fold(rest.split([' ', '’']).next()?);
    let is_commune = article.is_some() && rest.starts_with(char::is_uppercase);
    if is_commune && COMMUNES.contains(&fold(rest).as_str()) {
        return None;
    }
    let known = NOUNS.iter().find(|(_, nouns)| nouns.contains(&noun.as_str()));
    let before = match (known, article) {
        (Some((before, _)), _) => before,
        (None, Some((_, before))) if rest.starts_with(char::is_lowercase) => before,
        _ => return None,
    };
    // A noun has no capital inside a sentence, but for abbreviations.
    let is_short = rest.chars().nth(1).is_some_and(char::is_uppercase);
    let mut letters = rest.chars();
    let first = letters.next()?;
    let first = if is_short { first.to_string() } else { first.to_lowercase().collect() };
    Some(format!("{before}{first}{}", letters.as_str()))
}

#[cfg(test)]
mod tests {
    use super::locative;

    #[test]
    fn what_is_no_place_has_its_own_words() {
        for (name, expected) in [
            ("Conseil d'administration", "au conseil d’administration"),
            ("Le Conseil d’administration", "au conseil d’administration"),
            ("Assemblée générale", "à l’assemblée générale"),
            ("Commission des fêtes", "à la commission des fêtes"),
            ("l'association", "dans l’association"),
            ("L’Association", "dans l’association"),
            ("Association Le Chaland", "dans l’association Le Chaland"),
            (
                "Association des habitants de la commune",
                "dans l’association des habitants de la commune",
            ),
            ("Section de Conflans", "dans la section de Conflans"),
            ("la section", "dans la section"),
            ("Quartier du marché", "dans le quartier du marché"),
            ("Les amis du canal", "chez les amis du canal"),
            ("Amis du canal", "chez les amis du canal"),
            ("les adhérents", "chez les adhérents"),
            ("L’amicale des bateliers", "dans l’amicale des bateliers"),
            ("AMAP du Canal", "dans l’AMAP du Canal"),
            ("Fédération des Yvelines", "dans la fédération des Yvelines"),
        ] {
            assert_eq!(locative(name).as_deref(), Some(expected), "{name}");
        }
        for name in [
            "Le Pecq",
            "Les Mureaux",
            "La Ville-aux-Clercs",
            "Orvelle-les-Écluses",
            "L’Haÿ-les-Roses",
            "Essai",
            "La Celle-Saint-Cloud",
            "L’Union",
            "Le Bourg",
        ] {
            assert_eq!(locative(name), None, "{name}");
        }
    }
}
