//! Départements and regions by their codes, and the codes of what lies in them.
//!
//! Sources: INSEE, code officiel géographique; the letters of overseas territories are those of the
//! Interior Ministry's files of results. Regions are those since 2016.

// What comes before the name to say where; whose something is follows from it.
const A: &str = "à ";
const EN: &str = "en ";
const DANS_L: &str = "dans l’";
const DANS_LA: &str = "dans la ";
const DANS_LE: &str = "dans le ";
const DANS_LES: &str = "dans les ";
const PARMI_LES: &str = "parmi les ";

/// A département, or a collectivity that the ministry counts like one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Department {
    /// Its code: `01`, `2A`, `78`, `971`; `ZX` for Saint-Martin and Saint-Barthélemy, who vote
    /// together, `ZZ` for the French who live abroad.
    pub code: &'static str,
    /// Its name, without article.
    pub name: &'static str,
    preposition: &'static str,
    region: &'static str,
}

/// A region of metropolitan France or overseas.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region {
    /// Its INSEE code: `11`.
    pub code: &'static str,
    /// Its name, without article.
    pub name: &'static str,
    preposition: &'static str,
}

const fn row(
    code: &'static str,
    preposition: &'static str,
    name: &'static str,
    region: &'static str,
) -> Department {
    Department { code, name, preposition, region }
}

const fn region_row(code: &'static str, preposition: &'static str, name: &'static str) -> Region {
    Region { code, name, preposition }
}

/// Every département and what is counted like one, in the order in which lists show them.
#[rustfmt::skip]
pub static DEPARTMENTS: [Department; 107] = [
    row("01", DANS_L, "Ain", "84"),
    row("02", DANS_L, "Aisne", "32"),
    row("03", DANS_L, "Allier", "84"),
    row("04", DANS_LES, "Alpes-de-Haute-Provence", "93"),
    row("05", DANS_LES, "Hautes-Alpes", "93"),
    row("06", DANS_LES, "Alpes-Maritimes", "93"),
    row("07", EN, "Ardèche", "84"),
    row("08", DANS_LES, "Ardennes", "44"),
    row("09", EN, "Ariège", "76"),
    row("10", DANS_L, "Aube", "44"),
    row("11", DANS_L, "Aude", "76"),
    row("12", DANS_L, "Aveyron", "76"),
    row("13", DANS_LES, "Bouches-du-Rhône", "93"),
    row("14", DANS_LE, "Calvados", "28"),
    row("15", DANS_LE, "Cantal", "84"),
    row("16", EN, "Charente", "75"),
    row("17", EN, "Charente-Maritime", "75"),
    row("18", DANS_LE, "Cher", "24"),
    row("19", EN, "Corrèze", "75"),
    row("2A", EN, "Corse-du-Sud", "94"),
    row("2B", EN, "Haute-Corse", "94"),
    row("21", EN, "Côte-d’Or", "27"),
    row("22", DANS_LES, "Côtes-d’Armor", "53"),
    row("23", DANS_LA, "Creuse", "75"),
    row("24", EN, "Dordogne", "75"),
    row("25", DANS_LE, "Doubs", "27"),
    row("26", DANS_LA, "Drôme", "84"),
    row("27", DANS_L, "Eure", "28"),
    row("28", EN, "Eure-et-Loir", "24"),
    row("29", DANS_LE, "Finistère", "53"),
    row("30", DANS_LE, "Gard", "76"),
    row("31", EN, "Haute-Garonne", "76"),
    row("32", DANS_LE, "Gers", "76"),
    row("33", EN, "Gironde", "75"),
    row("34", DANS_L, "Hérault", "76"),
    row("35", EN, "Ille-et-Vilaine", "53"),
    row("36", DANS_L, "Indre", "24"),
    row("37", EN, "Indre-et-Loire", "24"),
    row("38", EN, "Isère", "84"),
    row("39", DANS_LE, "Jura", "27"),
    row("40", DANS_LES, "Landes", "75"),
    row("41", EN, "Loir-et-Cher", "24"),
    row("42", DANS_LA, "Loire", "84"),
    row("43", EN, "Haute-Loire", "84"),
    row("44", EN, "Loire-Atlantique", "52"),
    row("45", DANS_LE, "Loiret", "24"),
    row("46", DANS_LE, "Lot", "76"),
    row("47", EN, "Lot-et-Garonne", "75"),
    row("48", EN, "Lozère", "76"),
    row("49", EN, "Maine-et-Loire", "52"),
    row("50", DANS_LA, "Manche", "28"),
    row("51", DANS_LA, "Marne", "44"),
    row("52", EN, "Haute-Marne", "44"),
    row("53", EN, "Mayenne", "52"),
    row("54", EN, "Meurthe-et-Moselle", "44"),
    row("55", DANS_LA, "Meuse", "44"),
    row("56", DANS_LE, "Morbihan", "53"),
    row("57", EN, "Moselle", "44"),
    row("58", DANS_LA, "Nièvre", "27"),
    row("59", DANS_LE, "Nord", "32"),
    row("60", DANS_L, "Oise", "32"),
    row("61", DANS_L, "Orne", "28"),
    row("62", DANS_LE, "Pas-de-Calais", "32"),
    row("63", DANS_LE, "Puy-de-Dôme", "84"),
    row("64", DANS_LES, "Pyrénées-Atlantiques", "75"),
    row("65", DANS_LES, "Hautes-Pyrénées", "76"),
    row("66", DANS_LES, "Pyrénées-Orientales", "76"),
    row("67", DANS_LE, "Bas-Rhin", "44"),
    row("68", DANS_LE, "Haut-Rhin", "44"),
    row("69", DANS_LE, "Rhône", "84"),
    row("70", EN, "Haute-Saône", "27"),
    row("71", EN, "Saône-et-Loire", "27"),
    row("72", DANS_LA, "Sarthe", "52"),
    row("73", EN, "Savoie", "84"),
    row("74", EN, "Haute-Savoie", "84"),
    row("75", A, "Paris", "11"),
    row("76", EN, "Seine-Maritime", "28"),
    row("77", EN, "Seine-et-Marne", "11"),
    row("78", DANS_LES, "Yvelines", "11"),
    row("79", DANS_LES, "Deux-Sèvres", "75"),
    row("80", DANS_LA, "Somme", "32"),
    row("81", DANS_LE, "Tarn", "76"),
    row("82", EN, "Tarn-et-Garonne", "76"),
    row("83", DANS_LE, "Var", "93"),
    row("84", DANS_LE, "Vaucluse", "93"),
    row("85", EN, "Vendée", "52"),
    row("86", DANS_LA, "Vienne", "75"),
    row("87", EN, "Haute-Vienne", "75"),
    row("88", DANS_LES, "Vosges", "44"),
    row("89", DANS_L, "Yonne", "27"),
    row("90", DANS_LE, "Territoire de Belfort", "27"),
    row("91", DANS_L, "Essonne", "11"),
    row("92", DANS_LES, "Hauts-de-Seine", "11"),
    row("93", EN, "Seine-Saint-Denis", "11"),
    row("94", DANS_LE, "Val-de-Marne", "11"),
    row("95", DANS_LE, "Val-d’Oise", "11"),
    row("971", EN, "Guadeloupe", "01"),
    row("972", EN, "Martinique", "02"),
    row("973", EN, "Guyane", "03"),
    row("974", A, "La Réunion", "04"),
    row("975", A, "Saint-Pierre-et-Miquelon", ""),
    row("976", A, "Mayotte", "06"),
    row("986", A, "Wallis-et-Futuna", ""),
    row("987", EN, "Polynésie française", ""),
    row("988", EN, "Nouvelle-Calédonie", ""),
    row("ZX", A, "Saint-Martin et Saint-Barthélemy", ""),
    row("ZZ", PARMI_LES, "Français établis hors de France", ""),
];

/// The regions, in the order of their codes.
#[rustfmt::skip]
pub static REGIONS: [Region; 18] = [
    region_row("01", EN, "Guadeloupe"),
    region_row("02", EN, "Martinique"),
    region_row("03", EN, "Guyane"),
    region_row("04", A, "La Réunion"),
    region_row("06", A, "Mayotte"),
    region_row("11", EN, "Île-de-France"),
    region_row("24", EN, "Centre-Val de Loire"),
    region_row("27", EN, "Bourgogne-Franche-Comté"),
    region_row("28", EN, "Normandie"),
    region_row("32", DANS_LES, "Hauts-de-France"),
    region_row("44", DANS_LE, "Grand Est"),
    region_row("52", DANS_LES, "Pays de la Loire"),
    region_row("53", EN, "Bretagne"),
    region_row("75", EN, "Nouvelle-Aquitaine"),
    region_row("76", EN, "Occitanie"),
    region_row("84", EN, "Auvergne-Rhône-Alpes"),
    region_row("93", EN, "Provence-Alpes-Côte d’Azur"),
    region_row("94", EN, "Corse"),
];

impl Department {
    /// Where something happens: « dans les Yvelines », « à Paris », « en Seine-Maritime ».
    pub fn locative(&self) -> String {
        [self.preposition, self.name].concat()
    }

    /// Whose something is: « des Yvelines », « de Paris », « de la Gironde », « d’Indre-et-Loire ».
    pub fn genitive(&self) -> String {
        let vowel = self.name.starts_with(['A', 'E', 'I']);
        let of = match self.preposition {
            DANS_L => "de l’",
            DANS_LA => "de la ",
            DANS_LE => "du ",
            DANS_LES | PARMI_LES => "des ",
            // Names made of two rivers have no article.
            EN if self.name.contains("-et-") && vowel => "d’",
            EN if self.name.contains("-et-") => "de ",
            EN if vowel => "de l’",
            EN => "de la ",
            _ => "de ",
        };
        [of, self.name].concat()
    }

    /// The region that it lies in, if it lies in one.
    pub fn region(&self) -> Option<&'static Region> {
        region(self.region)
    }
}

impl Region {
    /// Where something happens: « en Île-de-France », « dans le Grand Est ».
    pub fn locative(&self) -> String {
        [self.preposition, self.name].concat()
    }

    /// The départements that lie in it.
    pub fn departments(&self) -> impl Iterator<Item = &'static Department> {
        let code = self.code;
        DEPARTMENTS.iter().filter(move |department| department.region == code)
    }
}

/// The département of a code in any of its usual forms: `1`, `01` or `001`; `2a`; `78` or `078`;
/// `971` or the ministry's `ZA`; `977` and `978` as `ZX`.
pub fn department(code: &str) -> Option<&'static Department> {
    let code = code.trim().to_ascii_uppercase();
    let code = match code.as_str() {
        "ZA" => "971",
        "ZB" => "972",
        "ZC" => "973",
        "ZD" => "974",
        "ZS" => "975",
        "ZM" => "976",
        "ZW" => "986",
        "ZP" => "987",
        "ZN" => "988",
        "977" | "978" => "ZX",
        code if code.len() == 3 => code.strip_prefix('0').unwrap_or(code),
        code => code,
    };
    let same =
        |known: &str| known == code || code.len() == 1 && known.strip_prefix('0') == Some(code);
    DEPARTMENTS.iter().find(|department| same(department.code))
}

/// The region of an INSEE code, with or without its leading zero.
pub fn region(code: &str) -> Option<&'static Region> {
    let code = code.trim();
    let same =
        |known: &str| known == code || code.len() == 1 && known.strip_prefix('0') == Some(code);
    REGIONS.iter().find(|region| same(region.code))
}

/// The département of a commune's code: `78172` lies in `78`, `97105` in `971`, `2A004` in `2A`.
/// What follows the five characters, as in `78172_0012`, does not matter.
pub fn department_of_commune(commune: &str) -> Option<&'static Department> {
    let long = ["97", "98"].iter().any(|overseas| commune.starts_with(overseas));
    department(commune.get(..5)?.get(..if long { 3 } else { 2 })?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::fold;

    #[test]
    fn every_departement_is_there_once() {
        let in_regions = DEPARTMENTS.iter().filter(|department| department.region().is_some());
        assert_eq!((in_regions.count(), DEPARTMENTS.len(), REGIONS.len()), (101, 107, 18));
        for number in 1..=95 {
            let found = department(&number.to_string());
            assert_eq!(found.is_some(), number != 20, "{number}");
        }
        for department in &DEPARTMENTS {
            let same = |other: &&Department| {
                other.code == department.code || fold(other.name) == fold(department.name)
            };
            assert_eq!(DEPARTMENTS.iter().filter(same).count(), 1, "{department:?}");
            assert_eq!(super::department(department.code), Some(department));
            assert!(!department.name.contains('\''));
            let known = department.region.is_empty() || department.region().is_some();
            assert!(known, "{department:?}");
        }
    }

    #[test]
    fn regions_have_their_departements() {
        let table = [
            ("11", 8),
            ("24", 6),
            ("27", 8),
            ("28", 5),
            ("32", 5),
            ("44", 10),
            ("52", 5),
            ("53", 4),
            ("75", 12),
            ("76", 13),
            ("84", 12),
            ("93", 6),
            ("94", 2),
            ("1", 1),
            ("02", 1),
            ("03", 1),
            ("04", 1),
            ("06", 1),
        ];
        for (code, count) in table {
            assert_eq!(region(code).unwrap().departments().count(), count, "{code}");
        }
        assert_eq!(region("05"), None);
        assert_eq!(region(""), None);
    }

    #[test]
    fn codes_are_read_in_every_form() {
        let table = [
            ("1", "01"),
            ("01", "01"),
            ("001", "01"),
            ("075", "75"),
            ("2a", "2A"),
            ("02B", "2B"),
            (" 78 ", "78"),
            ("971", "971"),
            ("ZA", "971"),
            ("ZB", "972"),
            ("ZC", "973"),
            ("ZD", "974"),
            ("ZS", "975"),
            ("ZM", "976"),
            ("ZW", "986"),
            ("zp", "987"),
            ("ZN", "988"),
            ("ZX", "ZX"),
            ("977", "ZX"),
            ("978", "ZX"),
            ("ZZ", "ZZ"),
        ];
        for (written, code) in table {
            assert_eq!(department(written).map(|found| found.code), Some(code), "{written}");
        }
        for unknown in ["", "0", "00", "20", "96", "99", "970", "1000", "Yvelines", "é"] {
            assert_eq!(department(unknown), None, "{unknown}");
        }
    }

    #[test]
    fn where_and_whose() {
        let table = [
            ("01", "dans l’Ain", "de l’Ain"),
            ("07", "en Ardèche", "de l’Ardèche"),
            ("13", "dans les Bouches-du-Rhône", "des Bouches-du-Rhône"),
            ("2A", "en Corse-du-Sud", "de la Corse-du-Sud"),
            ("33", "en Gironde", "de la Gironde"),
            ("35", "en Ille-et-Vilaine", "d’Ille-et-Vilaine"),
            ("49", "en Maine-et-Loire", "de Maine-et-Loire"),
            ("50", "dans la Manche", "de la Manche"),
            ("59", "dans le Nord", "du Nord"),
            ("75", "à Paris", "de Paris"),
            ("76", "en Seine-Maritime", "de la Seine-Maritime"),
            ("77", "en Seine-et-Marne", "de Seine-et-Marne"),
            ("78", "dans les Yvelines", "des Yvelines"),
            ("95", "dans le Val-d’Oise", "du Val-d’Oise"),
            ("973", "en Guyane", "de la Guyane"),
            ("974", "à La Réunion", "de La Réunion"),
            (
                "ZZ",
                "parmi les Français établis hors de France",
                "des Français établis hors de France",
            ),
        ];
        for (code, locative, genitive) in table {
            let department = department(code).unwrap();
            assert_eq!(department.locative(), locative);
            assert_eq!(department.genitive(), genitive);
        }
        let regions =
            [("11", "en Île-de-France"), ("44", "dans le Grand Est"), ("04", "à La Réunion")];
        for (code, locative) in regions {
            assert_eq!(region(code).unwrap().locative(), locative);
        }
    }

    #[test]
    fn communes_lie_in_their_departement() {
        let table = [
            ("78172", "78"),
            ("01007", "01"),
            ("2A004", "2A"),
            ("97105", "971"),
            ("98735", "987"),
            ("97701", "ZX"),
            ("97801", "ZX"),
            ("75056", "75"),
            ("78172_0012", "78"),
            ("ZZ101", "ZZ"),
        ];
        for (commune, code) in table {
            assert_eq!(department_of_commune(commune).map(|found| found.code), Some(code));
        }
        for unknown in ["", "78", "7817", "20001", "é8172", "99101"] {
            assert_eq!(department_of_commune(unknown), None, "{unknown}");
        }
    }
}
