//! Names of columns that are made of words: for places, and for what is no candidate.

use super::column::{Column, TerritoryColumn, fold};

/// Words for the code of a place and for its name, next to the word for the place.
const OF_CODES: [&str; 8] = ["code", "cod", "numero", "num", "no", "n", "id", "ref"];
const OF_NAMES: [&str; 6] = ["libelle", "lib", "nom", "desc", "label", "intitule"];

/// Words for places, what their code is, and what their name.
const PLACES: &[(&str, TerritoryColumn, Option<TerritoryColumn>)] = &[
    ("region reg", TerritoryColumn::Region, Some(TerritoryColumn::RegionName)),
    (
        "departement department dept dpt dep depn",
        TerritoryColumn::Department,
        Some(TerritoryColumn::DepartmentName),
    ),
    (
        "circonscription circonscriptionlegislative circonscriptionelectorale circo circ cir",
        TerritoryColumn::Circonscription,
        Some(TerritoryColumn::CirconscriptionName),
    ),
    ("canton can", TerritoryColumn::Canton, Some(TerritoryColumn::CantonName)),
    (
        "commune com ville municipalite",
        TerritoryColumn::Commune,
        Some(TerritoryColumn::CommuneName),
    ),
    ("secteur", TerritoryColumn::Sector, None),
    ("bureau bureaudevote bdevote bvote bv bdv", TerritoryColumn::Station, None),
];

/// Words that are too short, or too common as names of people, to be used alone for a place.
const NEVER_ALONE: [&str; 6] = ["cir", "can", "com", "ville", "municipalite", "secteur"];

/// What a word for a place means: its code and its name.
fn place(word: &str) -> Option<(TerritoryColumn, Option<TerritoryColumn>)> {
    let word = ["dela", "du", "de", ""].into_iter().find_map(|glue| {
        let rest = word.strip_prefix(glue)?;
        PLACES.iter().find(|(words, ..)| words.split(' ').any(|known| known == rest))
    });
    word.map(|(_, code, name)| (*code, *name))
}

/// A place and the word for its code or name, in either order: `Code de la commune`, `commune_libelle`.
pub fn of_place(folded: &str) -> Option<Column> {
    let beside = |word: &&'static str| {
        let (before, behind) = (folded.strip_prefix(*word), folded.strip_suffix(*word));
        before.and_then(place).or_else(|| behind.and_then(place))
    };
    if let Some((_, name)) = OF_NAMES.iter().find_map(beside) {
        return Some(name.map_or(Column::Ignored, Column::Territory));
    }
    OF_CODES.iter().find_map(beside).map(|(code, _)| Column::Territory(code))
}

/// What the bare word for a place may mean: `commune` is a code or a name, as its values tell.
pub fn bare(name: &str) -> Option<(TerritoryColumn, Option<TerritoryColumn>)> {
    let folded = fold(name);
    place(&folded).filter(|_| !NEVER_ALONE.contains(&folded.as_str()))
}

/// Words that begin the name of a column about rows, places or times: whatever numbers are below
/// such a name, they are no votes.
const CLERICAL: &str = "code cod num numero no id nb nbre nombre date libelle lib taux pct \
                        pourcentage part total totaux somme insee index type";

/// Whole names of such columns, next to those words.
const CLERICAL_ALONE: &str = "annee an jour mois heure rang ordre ligne population pop superficie \
                              surface densite latitude longitude lat lon lng long x y epci arr \
                              arrondissement siren siret gid fid objectid uid url cp geom sexe age \
                              participation procurations emargements enveloppes year round tour \
                              sieges elus level niveau codepostal";

/// Whether a column of this name is never a candidate: `annee`, `num_liste`, `idCirco`.
pub fn is_clerical(name: &str) -> bool {
    let mut apart = String::new();
    let mut was_small = false;
    for letter in name.chars() {
        if was_small && letter.is_uppercase() {
            apart.push(' ');
        }
        was_small = letter.is_lowercase();
        apart.push(letter);
    }
    let folded = crate::words::fold(&apart);
    let words: Vec<&str> = folded.split(' ').collect();
    let among = |list: &str, wanted: &str| list.split(' ').any(|known| known == wanted);
    let alone = among(CLERICAL, &folded) || among(CLERICAL_ALONE, &folded);
    let first = words.first().is_some_and(|word| among(CLERICAL, word));
    let last = words.last().is_some_and(|word| ["id", "code", "num", "insee"].contains(word));
    alone || words.len() > 1 && (first || last) || name.contains(['%', '°'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::import::results::vocabulary::column;

    #[test]
    fn places_are_known_by_any_words_for_their_codes_and_names() {
        let table = [
            ("Code de la commune", TerritoryColumn::Commune),
            ("code_commune", TerritoryColumn::Commune),
            ("commune", TerritoryColumn::Commune),
            ("commune_libelle", TerritoryColumn::CommuneName),
            ("Libellé de la commune", TerritoryColumn::CommuneName),
            ("nom_commune", TerritoryColumn::CommuneName),
            ("Code B.Vote", TerritoryColumn::Station),
            ("Code du b.vote", TerritoryColumn::Station),
            ("Code BV", TerritoryColumn::Station),
            ("Code bureau de vote", TerritoryColumn::Station),
            ("N° bureau", TerritoryColumn::Station),
            ("bureau", TerritoryColumn::Station),
            ("numBureau", TerritoryColumn::Station),
            ("Code secteur", TerritoryColumn::Sector),
            ("Code localisation", TerritoryColumn::Commune),
            ("dep", TerritoryColumn::Department),
            ("depn", TerritoryColumn::Department),
            ("Departement", TerritoryColumn::Department),
            ("code_department", TerritoryColumn::Department),
            ("Libellé du département", TerritoryColumn::DepartmentName),
            ("REG", TerritoryColumn::Region),
            ("num_circ", TerritoryColumn::Circonscription),
            ("circo", TerritoryColumn::Circonscription),
            ("Code circonscription législative", TerritoryColumn::Circonscription),
            ("Libellé de la circonscription", TerritoryColumn::CirconscriptionName),
            ("Code du canton", TerritoryColumn::Canton),
            ("LibCan", TerritoryColumn::CantonName),
        ];
        for (name, kind) in table {
            assert_eq!(column(name), Some((Column::Territory(kind), None)), "{name}");
        }
    }

    #[test]
    fn what_numbers_rows_places_and_times_is_no_candidate() {
        for name in [
            "tour",
            "annee",
            "Année",
            "date",
            "num_liste",
            "numListe",
            "id",
            "idVille",
            "code_x",
            "id_t",
            "circo_id",
            "nb_x",
            "Population",
            "% Truc",
            "total",
            "Code postal",
        ] {
            assert!(column(name).is_some() || is_clerical(name), "{name}");
        }
        for name in
            ["MACRON", "LE PEN", "v12", "LA FRANCE REVIENT", "NUMA", "Idrissi", "DVG", "N'DIAYE"]
        {
            assert!(column(name).is_none() && !is_clerical(name), "{name}");
        }
    }
}
