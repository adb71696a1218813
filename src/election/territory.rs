//! Where votes are counted: from the polling station to the country.

use serde::{Deserialize, Serialize};

use super::codes::circonscription;
use super::departments::{department, department_of_commune, region};
use crate::words::fold;

/// A kind of territory, smallest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Bureau de vote.
    Station,
    /// Commune, or one of the sectors of Paris, Lyon and Marseille.
    Commune,
    /// Canton.
    Canton,
    /// Circonscription législative.
    Circonscription,
    /// Département, or a collectivity that is counted like one.
    Department,
    /// Région.
    Region,
    /// The whole country.
    Country,
}

impl Level {
    /// Every level, smallest first.
    pub const ALL: [Self; 7] = [
        Self::Station,
        Self::Commune,
        Self::Canton,
        Self::Circonscription,
        Self::Department,
        Self::Region,
        Self::Country,
    ];

    /// One of them: « bureau de vote ».
    pub const fn singular(self) -> &'static str {
        match self {
            Self::Station => "bureau de vote",
            Self::Commune => "commune",
            Self::Canton => "canton",
            Self::Circonscription => "circonscription",
            Self::Department => "département",
            Self::Region => "région",
            Self::Country => "pays",
        }
    }

    /// Several of them: « bureaux de vote ».
    pub const fn plural(self) -> &'static str {
        match self {
            Self::Station => "bureaux de vote",
            Self::Commune => "communes",
            Self::Canton => "cantons",
            Self::Circonscription => "circonscriptions",
            Self::Department => "départements",
            Self::Region => "régions",
            Self::Country => "pays",
        }
    }

    /// One of them that is known: « le bureau de vote », « la commune ».
    pub const fn definite(self) -> &'static str {
        match self {
            Self::Station => "le bureau de vote",
            Self::Commune => "la commune",
            Self::Canton => "le canton",
            Self::Circonscription => "la circonscription",
            Self::Department => "le département",
            Self::Region => "la région",
            Self::Country => "le pays",
        }
    }

    /// The English plural that file names have: `stations`, `departments`.
    pub const fn file_name(self) -> &'static str {
        match self {
            Self::Station => "stations",
            Self::Commune => "communes",
            Self::Canton => "cantons",
            Self::Circonscription => "circonscriptions",
            Self::Department => "departments",
            Self::Region => "regions",
            Self::Country => "country",
        }
    }

    /// The level of [`Level::file_name`].
    pub fn from_file_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.file_name() == name)
    }
}

/// A territory.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    /// Its kind.
    pub level: Level,
    /// Its official code in one form: commune `78172`, département `01`, `2A` or `971`,
    /// circonscription `7807`, station `78172_0012`, country `FR`.
    pub code: String,
    /// Its name.
    pub name: String,
}

impl Place {
    /// A territory that has a name by its code alone: a département, or the country as `FR`.
    pub fn whole(code: &str) -> Option<Self> {
        if code == "FR" {
            let code = code.to_owned();
            return Some(Self { level: Level::Country, code, name: "France".to_owned() });
        }
        let department = department(code)?;
        let name = department.name.to_owned();
        Some(Self { level: Level::Department, code: department.code.to_owned(), name })
    }

    /// A territory whose name follows from its code (a département, a region, the country), or is
    /// given; where neither is, the code itself.
    pub fn named(level: Level, code: &str, name: Option<String>) -> Self {
        let known = match level {
            Level::Country | Level::Department => Self::whole(code).map(|place| place.name),
            Level::Region => region(code).map(|region| region.name.to_owned()),
            _ => None,
        };
        let name = name.or(known).unwrap_or_else(|| code.to_owned());
        Self { level, code: code.to_owned(), name }
    }

    /// « 7e circonscription », where a source calls a circonscription « 7ème circonscription ».
    pub fn numbered_name(&self) -> Option<String> {
        let (ordinal, noun) = self.name.split_once(' ')?;
        let number = ordinal.trim_end_matches(char::is_alphabetic).parse().ok()?;
        (self.level == Level::Circonscription && noun == "circonscription")
            .then(|| numbered(number))
    }

    /// The code of the territory of a larger level that this one lies in; `None` where its own code
    /// does not say it.
    pub fn code_within(&self, level: Level) -> Option<String> {
        let commune = || self.code.split('_').next().unwrap_or_default();
        let home = || match self.level {
            Level::Station | Level::Commune => department_of_commune(commune()),
            Level::Canton | Level::Circonscription => circonscription(&self.code).map(|it| it.0),
            Level::Department => department(&self.code),
            Level::Region | Level::Country => None,
        };
        match level {
            _ if level == self.level => Some(self.code.clone()),
            _ if level < self.level => None,
            Level::Commune => Some(commune().to_owned()),
            Level::Department => home().map(|home| home.code.to_owned()),
            Level::Region => home()?.region().map(|region| region.code.to_owned()),
            Level::Country => Some("FR".to_owned()),
            Level::Station | Level::Canton | Level::Circonscription => None,
        }
    }

    /// Whose something is, for what [`Self::whole`] makes: « des Yvelines », « de la France ».
    pub fn genitive(&self) -> String {
        match (self.level, department(&self.code)) {
            (Level::Country, _) => "de la France".to_owned(),
            (Level::Department, Some(department)) => department.genitive(),
            _ => format!("de {}", self.name),
        }
    }

    /// Where something happens: « à Conflans-Sainte-Honorine », « aux Mureaux », « dans les
    /// Yvelines », « dans la 7e circonscription des Yvelines », « en France ».
    pub fn locative(&self) -> String {
        let name = self.name.replace('\'', "’");
        match self.level {
            Level::Station => self.station_locative(&name),
            Level::Commune => behind(["à ", "au ", "aux "], &name),
            Level::Canton => {
                let of = if elides(&name) { "d’" } else { "de " };
                format!("dans le canton {}", behind([of, "du ", "des "], &name))
            }
            Level::Circonscription => match circonscription(&self.code) {
                Some((home, number)) => {
                    format!("dans la {} {}", numbered(number.into()), home.genitive())
                }
                None => format!("dans la circonscription {name}"),
            },
            Level::Department => department(&self.code).map_or_else(
                || format!("dans le département {name}"),
                |department| department.locative(),
            ),
            Level::Region => region(&self.code)
                .map_or_else(|| format!("dans la région {name}"), |region| region.locative()),
            Level::Country => "en France".to_owned(),
        }
    }

    /// A station by the number that is in its code, because not every station has a name.
    fn station_locative(&self, name: &str) -> String {
        let number = self.code.rsplit_once('_').map(|(_, number)| number.trim_start_matches('0'));
        format!("au bureau de vote {}", number.filter(|number| !number.is_empty()).unwrap_or(name))
    }

    /// The part of a URL that is this place’s alone, in `a` to `z`, `0` to `9` and single
    /// hyphens: `france`, `78-yvelines`, `78172-conflans-sainte-honorine`, `circonscription-7807`.
    ///
    /// Two places have the same only if level and code are the same: the code is always in it.
    pub fn slug(&self) -> String {
        let (kind, named) = match self.level {
            Level::Country => return "france".to_owned(),
            Level::Station => ("bureau", false),
            Level::Commune | Level::Department => ("", true),
            Level::Canton => ("canton", true),
            Level::Circonscription => ("circonscription", false),
            Level::Region => ("region", true),
        };
        let name = if named { self.name.as_str() } else { "" };
        fold(&[kind, &self.code, name].join(" ")).replace(' ', "-")
    }
}

/// The name behind what comes before a name without article, before « Le … » and before « Les … »:
/// such an article becomes part of it.
fn behind([plain, le, les]: [&str; 3], name: &str) -> String {
    match (name.strip_prefix("Le "), name.strip_prefix("Les ")) {
        (Some(rest), _) => [le, rest].concat(),
        (_, Some(rest)) => [les, rest].concat(),
        _ => [plain, name].concat(),
    }
}

/// Whether « de » loses its vowel before the name. An h may be silent or not: it counts as one.
fn elides(name: &str) -> bool {
    fold(name).starts_with(['a', 'e', 'i', 'o', 'u', 'y'])
}

/// « 1re circonscription », « 7e circonscription »
fn numbered(number: u32) -> String {
    let ending = if number == 1 { "re" } else { "e" };
    format!("{number}{ending} circonscription")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::election::{DEPARTMENTS, REGIONS};
    use crate::route::Slug;
    use std::collections::BTreeSet;

    fn place(level: Level, code: &str, name: &str) -> Place {
        Place { level, code: code.to_owned(), name: name.to_owned() }
    }

    #[test]
    fn codes_say_in_which_larger_territories_a_place_lies() {
        let of = |level, code: &str, larger| place(level, code, "").code_within(larger);
        let station = |larger| of(Level::Station, "78172_0012", larger);
        assert_eq!(station(Level::Commune).as_deref(), Some("78172"));
        assert_eq!(station(Level::Circonscription), None);
        assert_eq!(station(Level::Department).as_deref(), Some("78"));
        assert_eq!(station(Level::Region).as_deref(), Some("11"));
        assert_eq!(station(Level::Country).as_deref(), Some("FR"));
        assert_eq!(of(Level::Commune, "97105", Level::Department).as_deref(), Some("971"));
        assert_eq!(of(Level::Circonscription, "2A01", Level::Department).as_deref(), Some("2A"));
        assert_eq!(of(Level::Department, "78", Level::Commune), None);
        assert_eq!(of(Level::Department, "78", Level::Department).as_deref(), Some("78"));
    }

    #[test]
    fn circonscriptions_are_numbered_in_one_way() {
        let numbered = |name: &str| {
            let place = Place::named(Level::Circonscription, "7807", Some(name.to_owned()));
            place.numbered_name().unwrap_or(place.name)
        };
        for published in ["7ème circonscription", "7e circonscription", "7 circonscription"] {
            assert_eq!(numbered(published), "7e circonscription");
        }
        assert_eq!(numbered("1ère circonscription"), "1re circonscription");
        assert_eq!(numbered("Circonscription du fleuve"), "Circonscription du fleuve");
    }

    #[test]
    fn levels_are_named_in_french_and_in_file_names() {
        for level in Level::ALL {
            assert_eq!(Level::from_file_name(level.file_name()), Some(level));
            assert!(level.definite().ends_with(level.singular()));
        }
        assert_eq!(Level::from_file_name("station"), None);
        let plurals = Level::ALL.map(Level::plural).join(", ");
        assert_eq!(
            plurals,
            "bureaux de vote, communes, cantons, circonscriptions, départements, régions, pays"
        );
    }

    #[test]
    fn where_something_happens() {
        use Level::{Canton, Circonscription, Commune, Country, Department, Region, Station};
        let table = [
            (Commune, "78172", "Conflans-Sainte-Honorine", "à Conflans-Sainte-Honorine"),
            (Commune, "78481", "Le Pecq", "au Pecq"),
            (Commune, "78440", "Les Mureaux", "aux Mureaux"),
            (Commune, "78126", "La Celle-Saint-Cloud", "à La Celle-Saint-Cloud"),
            (Commune, "78224", "L'Étang-la-Ville", "à L’Étang-la-Ville"),
            (Commune, "94038", "L’Haÿ-les-Roses", "à L’Haÿ-les-Roses"),
            (Commune, "35142", "Lesneven", "à Lesneven"),
            (
                Canton,
                "7805",
                "Conflans-Sainte-Honorine",
                "dans le canton de Conflans-Sainte-Honorine",
            ),
            (Canton, "7811", "Les Mureaux", "dans le canton des Mureaux"),
            (Canton, "7801", "Aubergenville", "dans le canton d’Aubergenville"),
            (Canton, "7809", "Le Chesnay-Rocquencourt", "dans le canton du Chesnay-Rocquencourt"),
            (Canton, "7808", "Houilles", "dans le canton de Houilles"),
            (Canton, "9105", "Étampes", "dans le canton d’Étampes"),
            (Circonscription, "7807", "", "dans la 7e circonscription des Yvelines"),
            (Circonscription, "97101", "", "dans la 1re circonscription de la Guadeloupe"),
            (
                Circonscription,
                "ZZ11",
                "",
                "dans la 11e circonscription des Français établis hors de France",
            ),
            (Circonscription, "é", "du fleuve", "dans la circonscription du fleuve"),
            (Department, "78", "Yvelines", "dans les Yvelines"),
            (Department, "99", "X", "dans le département X"),
            (Region, "11", "Île-de-France", "en Île-de-France"),
            (Region, "99", "X", "dans la région X"),
            (Country, "FR", "France", "en France"),
            (Station, "78172_0012", "École du Confluent", "au bureau de vote 12"),
            (Station, "mairie", "Mairie", "au bureau de vote Mairie"),
        ];
        for (level, code, name, locative) in table {
            assert_eq!(place(level, code, name).locative(), locative);
        }
    }

    #[test]
    fn every_place_has_an_address() {
        use Level::{Canton, Circonscription, Commune, Country, Department, Region, Station};
        let table = [
            (Country, "FR", "France entière", "france"),
            (Department, "78", "Yvelines", "78-yvelines"),
            (Department, "2A", "Corse-du-Sud", "2a-corse-du-sud"),
            (Commune, "78172", "Conflans-Sainte-Honorine", "78172-conflans-sainte-honorine"),
            (Commune, "94038", "L’Haÿ-les-Roses", "94038-l-hay-les-roses"),
            (Commune, "51410", "Œuilly", "51410-oeuilly"),
            (Commune, "75056SR01", "Paris secteur 1", "75056sr01-paris-secteur-1"),
            (Commune, "78172", "", "78172"),
            (Circonscription, "7807", "7e circonscription", "circonscription-7807"),
            (Canton, "7805", "Conflans-Sainte-Honorine", "canton-7805-conflans-sainte-honorine"),
            (Region, "11", "Île-de-France", "region-11-ile-de-france"),
            (Station, "78172_0012", "École", "bureau-78172-0012"),
        ];
        for (level, code, name, slug) in table {
            let found = place(level, code, name).slug();
            assert_eq!(found, slug);
            assert!(Slug::new(&found).is_some());
        }
    }

    #[test]
    fn no_two_places_share_an_address() {
        let mut slugs = BTreeSet::from([place(Level::Country, "FR", "France").slug()]);
        let mut add = |level, code: &str, name: &str| {
            let slug = place(level, code, name).slug();
            assert!(slugs.insert(slug.clone()), "{slug} twice");
        };
        for region in &REGIONS {
            add(Level::Region, region.code, region.name);
        }
        for department in &DEPARTMENTS {
            add(Level::Department, department.code, department.name);
            for level in [Level::Canton, Level::Circonscription] {
                add(level, &[department.code, "01"].concat(), department.name);
            }
            add(Level::Commune, &[department.code, "101"].concat(), department.name);
            add(Level::Station, &[department.code, "101_0001"].concat(), department.name);
        }
    }
}
