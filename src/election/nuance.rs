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
//! The ministry also groups nuances in blocs, which change from one election to the next; families
//! here share colours and nothing else.

use super::candidate::Candidate;

/// Codes that share a colour in every drawing: that is all that a family means here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Family {
    FarLeft,
    Communist,
    Insoumise,
    Left,
    Ecologist,
    Regionalist,
    Various,
    Centre,
    Right,
    Sovereignist,
    FarRight,
}

impl Family {
    /// As `#rrggbb`, at least 3:1 on every paper of the style (WCAG 2.2, 1.4.11).
    const fn colour(self) -> &'static str {
        match self {
            Self::FarLeft => "#b04a52",
            Self::Communist => "#e3342a",
            Self::Insoumise => "#b0408f",
            Self::Left => "#e8608f",
            Self::Ecologist => "#2e9e4f",
            Self::Regionalist => "#96703f",
            Self::Various => "#7d8590",
            Self::Centre => "#c48700",
            Self::Right => "#2b8ae0",
            Self::Sovereignist => "#3f7f96",
            Self::FarRight => "#5a62c4",
        }
    }
}

/// A nuance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Nuance {
    /// The ministry's code for a person, without what marks lists and pairs: `SOC`.
    pub code: &'static str,
    /// Its name in French, as it is in a table: « Parti socialiste ».
    pub name: &'static str,
    family: Family,
}

impl Nuance {
    /// The colour of its family for areas, as `#rrggbb`: at least 3:1 on the light paper and on
    /// the dark one. The same for related nuances, so it never appears without a name.
    pub const fn colour(&self) -> &'static str {
        self.family.colour()
    }
}

const fn row(code: &'static str, family: Family, name: &'static str) -> Nuance {
    Nuance { code, name, family }
}

/// Where the ministry gave no nuance.
pub static WITHOUT_NUANCE: Nuance = row("", Family::Various, "sans nuance");

/// Every nuance, roughly in the order in which the ministry lists them. A code that outlived the name
/// of its party has both names; a party that changed its code has a row for each.
#[rustfmt::skip]
pub static NUANCES: [Nuance; 48] = {
    use Family::*;
    [
        row("EXG", FarLeft, "Extrême gauche"),
        row("DXG", FarLeft, "Divers extrême gauche"),
        row("COM", Communist, "Parti communiste français"),
        row("FI", Insoumise, "La France insoumise"),
        row("FG", Communist, "Front de gauche"),
        row("PG", Communist, "Parti de gauche"),
        row("COP", Communist, "Parti communiste français et Parti de gauche"),
        row("SOC", Left, "Parti socialiste"),
        row("RDG", Left, "Parti radical de gauche"),
        row("DVG", Left, "Divers gauche"),
        row("UG", Left, "Union de la gauche"),
        row("UGE", Left, "Union de la gauche et des écologistes"),
        row("VEG", Left, "Europe Écologie Les Verts et gauche"),
        row("NUP", Left, "Nouvelle union populaire écologique et sociale"),
        row("NFP", Left, "Nouveau Front populaire"),
        row("VEC", Ecologist, "Les Écologistes (Europe Écologie Les Verts)"),
        row("ECO", Ecologist, "Écologistes"),
        row("REG", Regionalist, "Régionaliste"),
        row("DIV", Various, "Divers"),
        row("GJ", Various, "Gilets jaunes"),
        row("AUT", Various, "Autres"),
        row("REM", Centre, "La République en marche"),
        row("REN", Centre, "Renaissance"),
        row("ENS", Centre, "Ensemble\u{202f}! (majorité présidentielle)"),
        row("MDM", Centre, "Mouvement démocrate"),
        row("HOR", Centre, "Horizons"),
        row("UDI", Centre, "Union des démocrates et indépendants"),
        row("UC", Centre, "Union du centre"),
        row("DVC", Centre, "Divers centre"),
        row("UCG", Centre, "Union du centre et de la gauche"),
        row("GC", Centre, "Gauche et centristes"),
        row("CMD", Centre, "Centre – Mouvement démocrate"),
        row("MC", Centre, "Majorité centriste"),
        row("UCD", Right, "Union du centre et de la droite"),
        row("LR", Right, "Les Républicains"),
        row("UMP", Right, "Union pour un mouvement populaire"),
        row("UD", Right, "Union de la droite"),
        row("DVD", Right, "Divers droite"),
        row("MAJ", Right, "Majorité"),
        row("DSV", Sovereignist, "Droite souverainiste"),
        row("DLF", Sovereignist, "Debout la France"),
        row("UDR", FarRight, "Union des droites pour la République"),
        row("RN", FarRight, "Rassemblement national"),
        row("FN", FarRight, "Front national"),
        row("REC", FarRight, "Reconquête\u{202f}!"),
        row("UXD", FarRight, "Union de l’extrême droite"),
        row("EXD", FarRight, "Extrême droite"),
        row("DXD", FarRight, "Divers extrême droite"),
    ]
};

/// Colours for candidates without nuance, as `#rrggbb`, with the same contrast as those of nuances.
/// Any two of them can be told apart; neighbours differ most.
pub const PALETTE: [&str; 10] = [
    "#2f7fd6", "#d4701c", "#2e9a4c", "#a35fc9", "#8a8420", "#d8569a", "#13959c", "#c93b3b",
    "#6f7f99", "#8f6a52",
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

/// The colour from the palette for the candidate who stands at this index of a round.
pub const fn palette_colour(index: usize) -> &'static str {
    PALETTE[index % PALETTE.len()]
}

impl Candidate {
    /// Whether this is known to be a list: it has a title, a head, seats, or the nuance of a list.
    pub fn is_list(&self) -> bool {
        let nuance = || nuance(self.nuance.as_deref()?.strip_prefix('L')?);
        self.list.is_some() || self.head.is_some() || self.seats.is_some() || nuance().is_some()
    }

    /// The colour of the candidate in every drawing, `#rrggbb`: their own, else that of their nuance.
    pub fn colour(&self) -> Option<&str> {
        let nuance = || nuance(self.nuance.as_deref()?).filter(|found| **found != WITHOUT_NUANCE);
        self.colour.as_deref().or_else(|| nuance().map(Nuance::colour))
    }

    /// The same on a map, where someone without a colour has the one of the palette for their index in the
    /// round.
    pub fn colour_at(&self, index: usize) -> &str {
        self.colour().unwrap_or_else(|| palette_colour(index))
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
    fn families_share_a_colour() {
        let table = [
            "SOC RDG DVG UG LSOC LDVG LUG NFP BC-SOC",
            "VEC ECO LVEC LECO",
            "REN REM ENS MDM HOR UDI DVC LUC",
            "LR UMP DVD LLR LUD LDVD",
            "RN FN LRN LFN REC UXD EXD",
            "DIV LDIV LGJ LNC",
        ];
        for codes in table {
            let colours: Vec<_> =
                codes.split_whitespace().map(|code| nuance(code).unwrap().colour()).collect();
            assert!(colours.iter().all(|colour| *colour == colours[0]), "{codes}");
        }
    }

    #[test]
    fn who_has_no_nuance_is_said_to_have_none() {
        for code in ["", " ", "LNC", "nc"] {
            assert_eq!(nuance(code).map(|nuance| nuance.name), Some("sans nuance"));
        }
    }

    #[test]
    fn a_candidate_has_their_own_colour_or_that_of_the_nuance_or_of_the_palette() {
        let with = |nuance: Option<&str>, colour: Option<&str>| Candidate {
            nuance: nuance.map(str::to_owned),
            colour: colour.map(str::to_owned),
            ..Candidate::named("A")
        };
        let table = [
            (with(Some("LSOC"), Some("#123456")), 0, "#123456"),
            (with(Some("LSOC"), None), 3, "#e8608f"),
            (with(Some("LNC"), None), 1, PALETTE[1]),
            (with(Some("?"), None), 1, PALETTE[1]),
            (with(None, None), 0, PALETTE[0]),
            (with(None, None), 12, PALETTE[2]),
        ];
        for (candidate, index, colour) in table {
            assert_eq!(candidate.colour_at(index), colour);
        }
    }
}
