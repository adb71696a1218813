//! Nuances: the political labels that the Interior Ministry gives to candidates and lists.
//! It must not know any result, nor say of anybody what the ministry did not.
//!
//! One row serves every form of a code: `SOC` of a person, `LSOC` of a list, `BC-SOC` of a pair.
//!
//! | codes and names of | follow |
//! |---|---|
//! | municipal 2008 and 2014, départements and regions 2015 and 2021, legislative 2017 | the lists of nuances published with the results on data.gouv.fr |
//! | municipal 2020 | the circular of that year, as it was applied after the Conseil d’État had suspended a part of it |
//! | legislative 2022 | the circular INTA2214249C of 13 May 2022, and its grid of 16 nuances after the Conseil d’État’s order of 7 June |
//! | legislative 2024 | the grid of 24 nuances published with the candidates on 17 June 2024 |
//! | municipal 2026 | the circular of 2 February 2026 |
//!
//! The colours of parties are here and nowhere else. The ministry also groups nuances in blocs, which change
//! from one election to the next: a bloc has the colour of the nuance that stands for it.

use super::candidate::{Candidate, Stands};

/// A nuance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Nuance {
    /// The ministry's code for a person, without what marks lists and pairs: `SOC`.
    pub code: &'static str,
    /// Its name in French, as it is in a table: « Parti socialiste ».
    pub name: &'static str,
    /// Its colour in every drawing, as `#rrggbb`: seen on every background of the style, and told from
    /// those of whoever stands in the same elections. Relatives have similar ones, so it never appears
    /// without a name.
    pub colour: &'static str,
}

const fn row(code: &'static str, colour: &'static str, name: &'static str) -> Nuance {
    Nuance { code, name, colour }
}

/// Where the ministry gave no nuance: a grey, which is no party’s.
pub static WITHOUT_NUANCE: Nuance = row("", "#84848a", "sans nuance");

/// Every nuance, roughly in the order in which the ministry lists them. A code that outlived the name
/// of its party has both names; a party that changed its code has a row for each, in one colour.
#[rustfmt::skip]
pub static NUANCES: [Nuance; 48] = [
    row("EXG", "#b44854", "Extrême gauche"),
    row("DXG", "#a85a66", "Divers extrême gauche"),
    row("COM", "#cc2a00", "Parti communiste français"),
    row("FI", "#c02a84", "La France insoumise"),
    row("FG", "#e44e36", "Front de gauche"),
    row("PG", "#c6483c", "Parti de gauche"),
    row("COP", "#c64830", "Parti communiste français et Parti de gauche"),
    row("SOC", "#f04890", "Parti socialiste"),
    row("RDG", "#c06c9c", "Parti radical de gauche"),
    row("DVG", "#d26c78", "Divers gauche"),
    row("UG", "#d21e4e", "Union de la gauche"),
    row("UGE", "#c65a7e", "Union de la gauche et des écologistes"),
    row("VEG", "#7e8a3c", "Europe Écologie Les Verts et gauche"),
    row("NUP", "#d83678", "Nouvelle union populaire écologique et sociale"),
    row("NFP", "#e42a5a", "Nouveau Front populaire"),
    row("VEC", "#009c66", "Les Écologistes (Europe Écologie Les Verts)"),
    row("ECO", "#549600", "Écologistes"),
    row("REG", "#907e4e", "Régionaliste"),
    row("DIV", "#9684a2", "Divers"),
    row("GJ", "#84842a", "Gilets jaunes"),
    row("AUT", "#848a78", "Autres"),
    row("REM", "#c67836", "La République en marche"),
    row("REN", "#c67836", "Renaissance"),
    row("ENS", "#c67836", "Ensemble\u{202f}! (majorité présidentielle)"),
    row("MDM", "#f65400", "Mouvement démocrate"),
    row("HOR", "#109296", "Horizons"),
    row("UDI", "#84661e", "Union des démocrates et indépendants"),
    row("UC", "#966c6c", "Union du centre"),
    row("DVC", "#ae785a", "Divers centre"),
    row("UCG", "#c07866", "Union du centre et de la gauche"),
    row("GC", "#c66c54", "Gauche et centristes"),
    row("CMD", "#d86c18", "Centre – Mouvement démocrate"),
    row("MC", "#ae7830", "Majorité centriste"),
    row("UCD", "#6690ae", "Union du centre et de la droite"),
    row("LR", "#308afc", "Les Républicains"),
    row("UMP", "#306cd8", "Union pour un mouvement populaire"),
    row("UD", "#7e84d2", "Union de la droite"),
    row("DVD", "#308ab4", "Divers droite"),
    row("MAJ", "#547ec0", "Majorité"),
    row("DSV", "#368a96", "Droite souverainiste"),
    row("DLF", "#249696", "Debout la France"),
    row("UDR", "#54729c", "Union des droites pour la République"),
    row("RN", "#7260ae", "Rassemblement national"),
    row("FN", "#7260ae", "Front national"),
    row("REC", "#846654", "Reconquête\u{202f}!"),
    row("UXD", "#9c60b4", "Union de l’extrême droite"),
    row("EXD", "#906642", "Extrême droite"),
    row("DXD", "#786c60", "Divers extrême droite"),
];

/// Blocs in which sources add candidates up, with the code of the nuance whose colour they have.
const BLOCS: [(&str, &str); 5] = [
    ("Gauche", "UG"),
    ("Majorité présidentielle", "ENS"),
    ("Centre", "ENS"),
    ("Droite", "LR"),
    ("Extrême droite", "RN"),
];

/// Colours for those who lead somewhere without any party, as `#rrggbb`, as the others are. Any two of them
/// can be told apart, by colour-blind readers too.
pub const PALETTE: [&str; 10] = [
    "#0888f8", "#d07020", "#18a050", "#a060c0", "#888870", "#e05890", "#407878", "#c83030",
    "#8088b0", "#906850",
];

/// The nuance of a code in any of its forms: `SOC`, `LSOC`, `BC-SOC`, in whatever case.
///
/// No code, and the ministry's `NC` and `LNC` (non communiqué), are « sans nuance ». `None` for a
/// code that this table does not have: then the code itself is all that can be shown.
pub fn nuance(code: &str) -> Option<&'static Nuance> {
    let code = code.trim().to_ascii_uppercase();
    if ["", "NC", "LNC"].contains(&code.as_str()) {
        return Some(&WITHOUT_NUANCE);
    }
    // The code as it is comes first: `LR` is no list of the « R ».
    ["", "L", "BC-", "BC"].iter().find_map(|form| {
        let person = code.strip_prefix(form)?;
        NUANCES.iter().find(|nuance| nuance.code == person)
    })
}

/// The nuance of a sum of candidates by its name, where a source adds them up: a nuance has its own, a bloc
/// that of the nuance that stands for it.
pub fn nuance_of_sum(name: &str, stands: Stands) -> Option<&'static Nuance> {
    let bloc = || BLOCS.iter().find(|(bloc, _)| *bloc == name).and_then(|(_, code)| nuance(code));
    let named = || NUANCES.iter().find(|nuance| nuance.name == name);
    match stands {
        Stands::Blocs => bloc().or_else(named),
        Stands::Nuances => named(),
        _ => None,
    }
}

impl Candidate {
    /// Whether this is known to be a list: it has a title, a head, seats, or the nuance of a list.
    pub fn is_list(&self) -> bool {
        let nuance = || nuance(self.nuance.as_deref()?.strip_prefix('L')?);
        self.list.is_some() || self.head.is_some() || self.seats.is_some() || nuance().is_some()
    }

    /// The colour of the candidate in every drawing, `#rrggbb`: the one that was chosen, as such or as the
    /// code of a party, else that of their nuance. `None` where neither is known: such a one has no party.
    pub fn colour(&self) -> Option<&str> {
        let of = |code: &str| nuance(code).map(|nuance| nuance.colour);
        match self.colour.as_deref() {
            Some(chosen) if chosen.starts_with('#') => Some(chosen),
            Some(code) => of(code),
            None => of(self.nuance.as_deref()?),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_in_every_form() {
        for row in &NUANCES {
            for form in ["", "L", "BC-"] {
                let code = [form, row.code].concat();
                assert_eq!(nuance(&code), Some(row), "{code}");
            }
            assert_eq!(nuance(&row.code.to_lowercase()), Some(row));
            assert!(!row.name.contains('\'') && row.name.trim() == row.name, "{}", row.name);
        }
    }

    #[test]
    fn the_codes_of_every_election_are_known() {
        let table = [
            (
                "municipal 2014",
                "LEXG LFG LPG LCOM LSOC LUG LDVG LVEC LDIV LMDM LUC LUDI LUMP LUD LDVD LFN LEXD",
            ),
            (
                "municipal 2020",
                "LEXG LCOM LFI LSOC LRDG LUG LDVG LVEC LECO LDIV LREG LGJ LREM LMDM LUDI LUC LDVC \
                 LLR LUD LDVD LDLF LRN LEXD LNC",
            ),
            (
                "municipal 2026",
                "LEXG LCOM LFI LSOC LVEC LUG LDVG LECO LREG LDIV LREN LENS LMDM LHOR LUDI LUC LDVC \
                 LLR LUD LDVD LUDR LDSV LRN LREC LUXD LEXD",
            ),
            (
                "legislative 2017",
                "EXG COM FI SOC RDG DVG ECO DIV REG REM MDM UDI LR DVD DLF FN EXD",
            ),
            ("legislative 2022", "DXG RDG NUP DVG ECO DIV REG ENS DVC UDI LR DVD DSV REC RN DXD"),
            (
                "legislative 2024",
                "EXG COM FI SOC RDG VEC DVG UG ECO REG DIV REN MDM HOR ENS DVC UDI LR DVD DSV RN \
                 REC UXD EXD",
            ),
            (
                "regional 2015",
                "LEXG LFG LCOM LCOP LSOC LRDG LUG LVEG LVEC LECO LDVG LDIV LREG LMDM LUC LUDI LUD \
                 LLR LDVD LDLF LFN LEXD",
            ),
            (
                "regional 2021",
                "LEXG LFI LCOM LSOC LRDG LDVG LUG LUGE LECO LDIV LREG LREM LUDI LUC LUCG LUCD LDVC \
                 LLR LUD LDVD LDSV LRN LUXD LEXD",
            ),
            ("European", "LEXG LCOM LFI LSOC LVEC LECO LDIV LREM LENS LUDI LLR LDVD LDLF LRN LREC"),
            (
                "departmental",
                "BC-EXG BC-FG BC-PG BC-COM BC-FI BC-SOC BC-RDG BC-DVG BC-UG BC-UGE BC-VEC BC-ECO \
                 BC-DIV BC-REG BC-REM BC-MDM BC-UC BC-UDI BC-DVC BC-UCD BC-UMP BC-LR BC-UD BC-DVD \
                 BC-DLF BC-DSV BC-FN BC-RN BC-UXD BC-UCG BC-GJ BC-EXD",
            ),
            ("municipal 2008, and the press", "LGC LMC LCMD LMAJ LAUT NFP"),
        ];
        for (election, codes) in table {
            for code in codes.split_whitespace() {
                assert!(nuance(code).is_some(), "{election}: {code}");
            }
        }
        assert_eq!(nuance("R"), None);
        assert_eq!(nuance("LL"), None);
        assert_eq!(nuance("é"), None);
    }

    #[test]
    fn who_has_no_nuance_is_said_to_have_none() {
        for code in ["", " ", "LNC", "nc"] {
            assert_eq!(nuance(code).map(|nuance| nuance.name), Some("sans nuance"));
        }
    }

    #[test]
    fn a_candidate_has_their_own_colour_or_that_of_a_party() {
        let with = |nuance: Option<&str>, colour: Option<&str>| Candidate {
            nuance: nuance.map(str::to_owned),
            colour: colour.map(str::to_owned),
            ..Candidate::named("A")
        };
        let of = |code| Some(nuance(code).unwrap().colour);
        let table = [
            (with(Some("LSOC"), Some("#123456")), Some("#123456")),
            (with(Some("LSOC"), None), of("SOC")),
            (with(None, Some("LFN")), of("FN")),
            (with(Some("LNC"), None), Some(WITHOUT_NUANCE.colour)),
            (with(Some("?"), None), None),
            (with(None, None), None),
        ];
        for (candidate, colour) in table {
            assert_eq!(candidate.colour(), colour, "{candidate:?}");
        }
    }

    #[test]
    fn blocs_have_the_colour_of_the_nuance_that_stands_for_them() {
        for (bloc, code) in BLOCS {
            assert!(NUANCES.iter().any(|nuance| nuance.code == code), "{code}");
            assert_eq!(nuance_of_sum(bloc, Stands::Blocs), nuance(code));
        }
        let named = |name, stands| nuance_of_sum(name, stands).map(|nuance| nuance.code);
        assert_eq!(named("Divers", Stands::Blocs), Some("DIV"));
        assert_eq!(named("Extrême droite", Stands::Nuances), Some("EXD"));
        assert_eq!(named("Droite", Stands::Nuances), None);
        assert_eq!(named("Droite", Stands::Lists), None);
    }
}
