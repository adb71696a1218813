//! What columns are called: one list of header names for all layouts.

use csv::StringRecord;

use super::column::{Column, Field, TerritoryColumn, fold};
use super::naming::{bare, of_place};
use crate::election::{Base, Quantity};

/// Header names, folded, separated by spaces, and what they mean.
const NAMES: &[(&str, Column)] = {
    use Base::{Registered as OfRegistered, Valid as OfValid, Voters as OfVoters};
    use Column::{Candidate, Count, Ignored, Percent, Round, Territory as Place};
    use Quantity::{Abstentions, Blank, BlankAndNull, Null, Registered, Valid, Voters};
    &[
        ("codcirelec", Place(TerritoryColumn::Circonscription)),
        ("libcirelec", Place(TerritoryColumn::CirconscriptionName)),
        (
            "codeinsee insee codgeo depcom codsubcom codelocalisation",
            Place(TerritoryColumn::Commune),
        ),
        (
            "libsubcom libgeo liblocalisation libellelocalisation",
            Place(TerritoryColumn::CommuneName),
        ),
        ("codbuvot", Place(TerritoryColumn::Station)),
        ("tour numtour numerotour numerodetour ntour", Round),
        ("nbbv nbbureaux nbbureauxdevote nombredebureaux", Place(TerritoryColumn::Stations)),
        ("inscrits", Count(Registered)),
        ("abstentions", Count(Abstentions)),
        ("votants", Count(Voters)),
        ("blancs", Count(Blank)),
        ("nuls", Count(Null)),
        ("blancsetnuls blancsnuls", Count(BlankAndNull)),
        ("exprimes", Count(Valid)),
        (
            "%abs/ins %abstentions pourcentageabstentions rapportabstentions",
            Percent(Abstentions, OfRegistered),
        ),
        ("%vot/ins %votants pourcentagevotants rapportvotants", Percent(Voters, OfRegistered)),
        ("%blancs/ins %blancs/inscrits rapportblancsinscrits", Percent(Blank, OfRegistered)),
        ("%blancs/vot %blancs/votants rapportblancsvotants", Percent(Blank, OfVoters)),
        ("%nuls/ins %nuls/inscrits rapportnulsinscrits", Percent(Null, OfRegistered)),
        ("%nuls/vot %nuls/votants rapportnulsvotants", Percent(Null, OfVoters)),
        ("%blnuls/ins %blancsetnuls/ins", Percent(BlankAndNull, OfRegistered)),
        ("%blnuls/vot %blancsetnuls/vot", Percent(BlankAndNull, OfVoters)),
        ("%exp/ins %exprimes/inscrits rapportexprimesinscrits", Percent(Valid, OfRegistered)),
        ("%exp/vot %exprimes/votants rapportexprimesvotants", Percent(Valid, OfVoters)),
        (
            "npanneau npan numerodepanneau numpanneaucand nliste numero numpanneau panneau",
            Candidate(Field::Panel),
        ),
        (
            "nuance nuancecandidat nuanceliste codenuance codnuacand codnualiste parti \
             nuancebinome codenuanceducandidat",
            Candidate(Field::Nuance),
        ),
        ("nom nomcandidat nompsn nomducandidat binome reponse choix", Candidate(Field::Name)),
        ("prenom prenomcandidat prenompsn prenomducandidat", Candidate(Field::FirstName)),
        (
            "libelleabregeliste libelleabregedeliste libelleabrege nomliste liste",
            Candidate(Field::ShortList),
        ),
        (
            "libelleetenduliste libelledeliste libelledelaliste libelleliste libelle",
            Candidate(Field::List),
        ),
        ("nomtetedeliste tetedeliste", Candidate(Field::Head)),
        ("voix nbvoix", Candidate(Field::Votes)),
        (
            "%voix/ins %voix/inscrits rapportinscrits percentinscrits pourcentageinscrits",
            Candidate(Field::Share(OfRegistered)),
        ),
        (
            "%voix/exp %voix/exprimes rapportexprimes percentsexprimes pourcentageexprimes",
            Candidate(Field::Share(OfValid)),
        ),
        ("elu elue elus", Candidate(Field::Elected)),
        ("sieges siegescm siegeselu siegesaucm", Candidate(Field::Seats)),
        ("sieges/elu", Candidate(Field::SeatsOrElected)),
        (
            "sexe sexecandidat civilitepsn libnuacand libellenuance libellenuanceliste siegescc siegesaucc siegessecteur",
            Candidate(Field::Other),
        ),
        (
            "etatsaisie uri lon lat codecommunejoin population datedelexport typedescrutin codetypedescrutin",
            Ignored,
        ),
    ]
};

/// What a header name means, and the number of its group: `Voix 3`.
pub fn column(name: &str) -> Option<(Column, Option<u32>)> {
    let folded = fold(name);
    // A figure is no name; the rows below the header are full of them.
    if !folded.contains(char::is_alphabetic) {
        return None;
    }
    let find = |name: &str| {
        let means = |names: &str| names.split_whitespace().any(|known| known == name);
        NAMES.iter().find(|(names, _)| means(names)).map(|(_, column)| *column)
    };
    let alone = || bare(name).map(|(code, _)| Column::Territory(code));
    if let Some(column) = find(&folded).or_else(|| of_place(&folded)).or_else(alone) {
        return Some((column, None));
    }
    let stem = folded.trim_end_matches(|digit: char| digit.is_ascii_digit());
    match find(stem)? {
        column @ Column::Candidate(_) => Some((column, folded[stem.len()..].parse().ok())),
        _ => None,
    }
}

/// How many columns of a row are known.
pub fn known(cells: &StringRecord) -> usize {
    cells.iter().filter(|cell| column(cell).is_some()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_without_case_accents_and_spaces() {
        assert_eq!(column("Exprimés"), Some((Column::Count(Quantity::Valid), None)));
        assert_eq!(column("N°Panneau"), Some((Column::Candidate(Field::Panel), None)));
        assert_eq!(column("VOIX 12"), Some((Column::Candidate(Field::Votes), Some(12))));
        assert_eq!(column("Voix.1"), Some((Column::Candidate(Field::Votes), Some(1))));
        assert_eq!(column("v12"), None);
    }
}
