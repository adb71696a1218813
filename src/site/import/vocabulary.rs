//! What columns are called: one list of header names for all layouts, and the header of a sheet.
//! It must not know how the columns of a layout stand to each other.

use csv::StringRecord;

use super::mistake::Mistake;
use super::record::Group;
use super::sheet::{MOST_TITLES, Sheet};
use crate::election::{Base, Quantity};

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Something of the territory.
    Territory(Territory),
    /// How many people or ballots.
    Count(Quantity),
    /// A count as a percentage.
    Percent(Quantity, Base),
    /// Something of a candidate.
    Candidate(Field),
    /// Known, and of no use.
    Ignored,
}

/// What a column says of the territory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Territory {
    /// Code of the région.
    Region,
    /// Its name.
    RegionName,
    /// Code of the département.
    Department,
    /// Its name.
    DepartmentName,
    /// Code of the circonscription.
    Circonscription,
    /// Its name.
    CirconscriptionName,
    /// Code of the canton.
    Canton,
    /// Its name.
    CantonName,
    /// Code of the commune.
    Commune,
    /// Its name.
    CommuneName,
    /// Code of the polling station.
    Station,
    /// How many polling stations the row holds.
    Stations,
}

/// What a column says of a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Numéro de panneau.
    Panel,
    /// The ministry's label.
    Nuance,
    /// The name, or the last name.
    Name,
    /// The first name.
    FirstName,
    /// The short name of the list.
    ShortList,
    /// The full name of the list.
    List,
    /// Tête de liste.
    Head,
    /// Votes.
    Votes,
    /// Votes as a percentage.
    Share(Base),
    /// Whether elected.
    Elected,
    /// Seats won.
    Seats,
    /// The seats of a list, or whether a person was elected, in one column.
    SeatsOrElected,
    /// Known, and of no use.
    Other,
}

/// Header names, folded, separated by spaces, and what they mean.
const NAMES: &[(&str, Column)] = {
    use Base::{Registered as OfRegistered, Valid as OfValid, Voters as OfVoters};
    use Column::{Candidate, Count, Ignored, Percent, Territory as Place};
    use Quantity::{Abstentions, Blank, BlankAndNull, Null, Registered, Valid, Voters};
    &[
        ("coderegion codedelaregion codreg", Place(Territory::Region)),
        ("libelleregion libelledelaregion libreg", Place(Territory::RegionName)),
        (
            "codedepartement codedudepartement codedepartment departement coddpt coddep",
            Place(Territory::Department),
        ),
        ("libelledepartement libelledudepartement libdpt libdep", Place(Territory::DepartmentName)),
        (
            "codecirconscription codedelacirconscription codecirconscriptionlegislative \
             codcirelec codecirco",
            Place(Territory::Circonscription),
        ),
        (
            "libellecirconscription libelledelacirconscription \
             libellecirconscriptionlegislative libcirelec libellecirco",
            Place(Territory::CirconscriptionName),
        ),
        ("codecanton codeducanton codcan", Place(Territory::Canton)),
        ("libellecanton libelleducanton libcan", Place(Territory::CantonName)),
        ("codecommune codedelacommune codeinsee codcom codsubcom", Place(Territory::Commune)),
        (
            "libellecommune libelledelacommune desccommune nomcommune libcom libsubcom",
            Place(Territory::CommuneName),
        ),
        ("codebv codedubvote codedubureaudevote codbuvot", Place(Territory::Station)),
        ("nbbv", Place(Territory::Stations)),
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
        ("libelleetenduliste libelledeliste libelleliste libelle", Candidate(Field::List)),
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
        ("elu", Candidate(Field::Elected)),
        ("sieges siegescm siegeselu siegesaucm", Candidate(Field::Seats)),
        ("sieges/elu", Candidate(Field::SeatsOrElected)),
        (
            "sexe sexecandidat civilitepsn libnuacand siegescc siegesaucc siegessecteur",
            Candidate(Field::Other),
        ),
        ("etatsaisie uri lon lat codecommunejoin population datedelexport typedescrutin", Ignored),
    ]
};

/// A header name without case, accents, spaces and signs.
pub fn fold(name: &str) -> String {
    name.chars().flat_map(char::to_lowercase).filter_map(fold_letter).collect()
}

fn fold_letter(letter: char) -> Option<char> {
    Some(match letter {
        'à' | 'â' | 'ä' | 'á' => 'a',
        'ç' => 'c',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' | 'í' => 'i',
        'ô' | 'ö' | 'ó' => 'o',
        'ù' | 'û' | 'ü' | 'ú' => 'u',
        other if other.is_alphanumeric() || matches!(other, '%' | '/') => other,
        _ => return None,
    })
}

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
    if let Some(column) = find(&folded) {
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

/// The header of a sheet.
#[derive(Clone, Debug)]
pub struct Header {
    /// Where it stands in [`Sheet::rows`].
    pub at: usize,
    /// The names, as they are written.
    pub names: Vec<String>,
    /// What each column is, with the number of its group.
    pub columns: Vec<Option<(Column, Option<u32>)>>,
}

impl Header {
    /// Finds the header below whatever titles.
    ///
    /// # Errors
    /// Lists the columns of the first row where no row has columns that are known.
    pub fn find(sheet: &Sheet) -> Result<Self, Mistake> {
        let rows = sheet.rows.iter().take(MOST_TITLES);
        let best = rows.enumerate().map(|(at, row)| (known(&row.cells), at));
        // The first of several rows that are equally known.
        let best = best.max_by_key(|(known, at)| (*known, std::cmp::Reverse(*at)));
        match best {
            Some((known, at)) if known >= 3 => Ok(Self::new(sheet, at)),
            _ => Err(Self::new(sheet, 0).unknown(sheet, "a header with at least 3 known columns")),
        }
    }

    fn new(sheet: &Sheet, at: usize) -> Self {
        let cells = sheet.rows.get(at).map(|row| row.cells.clone()).unwrap_or_default();
        let mut names: Vec<String> = cells.iter().map(str::to_owned).collect();
        while names.last().is_some_and(String::is_empty) {
            names.pop();
        }
        let columns = names.iter().map(|name| column(name)).collect();
        Self { at, names, columns }
    }

    /// The mistake of a file with a layout that nobody knows yet.
    pub fn unknown(&self, sheet: &Sheet, missing: &str) -> Mistake {
        let row = sheet.rows.get(self.at).map_or(1, |row| row.number);
        let mut names: Vec<String> =
            self.names.iter().take(40).map(|n| format!("\"{n}\"")).collect();
        if self.names.len() > 40 {
            names.push(format!("and {} more", self.names.len() - 40));
        }
        Mistake::new(
            sheet.row(row),
            format!("no known layout; columns seen: {}; missing: {missing}", names.join(", ")),
            "docs/import.md lists the layouts and their columns; rename the header's columns to \
             theirs",
        )
    }

    /// Whether a column of this kind exists.
    pub fn has(&self, column: Column) -> bool {
        self.position(column).is_some()
    }

    /// The columns of the one candidate that a row has.
    pub fn group(&self) -> Group {
        let columns = self.columns.iter().enumerate();
        let of_candidate = columns.filter_map(|(at, known)| match known {
            Some((Column::Candidate(field), _)) => Some((*field, at)),
            _ => None,
        });
        of_candidate.collect()
    }

    /// Where the first column of this kind is.
    pub fn position(&self, wanted: Column) -> Option<usize> {
        self.columns.iter().position(|found| found.is_some_and(|(column, _)| column == wanted))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_without_case_accents_and_spaces() {
        assert_eq!(column("Exprimés"), Some((Column::Count(Quantity::Valid), None)));
        assert_eq!(column("N°Panneau"), Some((Column::Candidate(Field::Panel), None)));
        assert_eq!(column("VOIX 12"), Some((Column::Candidate(Field::Votes), Some(12))));
        assert_eq!(column("v12"), None);
    }
}
