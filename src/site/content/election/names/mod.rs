//! How candidates and lists are called on pages, from names as they were published: French typography,
//! and small letters where a source writes capitals. Tables keep what was published.

mod letters;
mod person;
mod proper;
mod title;
mod words;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use jiff::civil::Date;

use self::proper::Proper;
use crate::election::{Candidate, Level, LevelResults, Stands, nuance};
use crate::site::parse::typography;

/// Calls the candidates of a round as pages do. One name becomes one other in all its tables, so that
/// levels have the same candidates still. The names in `edited` are those that an editor wrote: they
/// keep their capitals.
pub fn spell(
    tables: &mut [LevelResults],
    stands: Option<Stands>,
    edited: &HashSet<String>,
    on: Date,
) {
    let homes = homes(tables);
    let mut known: HashMap<Option<&str>, Proper> = HashMap::new();
    let mut spelled: HashMap<*const Candidate, (Arc<Candidate>, Arc<Candidate>)> = HashMap::new();
    for territory in tables.iter_mut().flat_map(|table| &mut table.territories) {
        for score in &mut territory.tally.scores {
            let was = score.candidate.clone();
            let (_, now) = spelled.entry(Arc::as_ptr(&was)).or_insert_with(|| {
                let home = homes.get(&was.name).and_then(Option::as_deref);
                let proper = known.entry(home).or_insert_with(|| match home {
                    Some(code) => Proper::of_commune(code, on),
                    None => Proper::everywhere(),
                });
                let now = called(&was, stands, edited.contains(&was.name), proper);
                // The published one is kept too: another must not appear at its URL.
                (was.clone(), Arc::new(now))
            });
            score.candidate = now.clone();
        }
    }
}

/// The commune in which all votes of a name were cast, where it is one.
fn homes(tables: &[LevelResults]) -> HashMap<String, Option<String>> {
    let mut of: HashMap<*const Candidate, (&str, Option<String>)> = HashMap::new();
    for territory in tables.iter().flat_map(|table| &table.territories) {
        let commune = territory.place.code_within(Level::Commune);
        for score in &territory.tally.scores {
            let entry = of.entry(Arc::as_ptr(&score.candidate));
            let (_, home) = entry.or_insert_with(|| (score.name(), commune.clone()));
            if *home != commune {
                *home = None;
            }
        }
    }
    let mut homes: HashMap<String, Option<String>> = HashMap::new();
    for (name, home) in of.into_values() {
        let known = homes.entry(name.to_owned()).or_insert_with(|| home.clone());
        if *known != home {
            *known = None;
        }
    }
    homes
}

/// A candidate with the names that pages show.
fn called(was: &Candidate, stands: Option<Stands>, edited: bool, proper: &Proper) -> Candidate {
    let of_person = |text: &String| typeset(&person::person(text));
    let head = was.head.as_ref().map(of_person);
    let also = [head.as_deref(), Some(&*was.name), was.list.as_deref()];
    let also: Vec<&str> = also.into_iter().flatten().collect();
    let of_title = |text: &String| typeset(&title::title(text, proper, &also));
    // Where communes are published by blocs, persons stand in circonscriptions.
    let of_no_one = matches!(stands, Some(Stands::Blocs | Stands::Nuances));
    let is_person = match stands {
        _ if is_civil(&was.name) => true,
        _ if of_no_one => person::is_full_name(&was.name),
        Some(stands) => matches!(stands, Stands::Candidates | Stands::Pairs),
        None => !was.is_list(),
    };
    // The names of nuances are codes, and those of blocs are an editor’s.
    let is_code = nuance(&was.name).is_some()
        || words::is_abbreviation(&was.name)
        || of_no_one && !is_person
        || was.name.chars().count() <= 3 && !was.is_list();
    let name = match () {
        () if edited || is_code => typeset(&was.name),
        () if is_person => of_person(&was.name),
        () => of_title(&was.name),
    };
    Candidate { name, list: was.list.as_ref().map(of_title), head, ..was.clone() }
}

/// Whether a name begins as only that of a person does.
fn is_civil(name: &str) -> bool {
    let first = name.split(' ').next().unwrap_or_default();
    ["M.", "MM.", "Mme", "MME", "Mlle", "MLLE", "Mmes"].contains(&first)
}

/// A name as it is printed in French: with our apostrophe, and with spaces that do not break.
pub fn typeset(name: &str) -> String {
    typography::spaced(&name.replace('\'', "’"))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::proper::Proper;
    use super::*;

    #[test]
    fn surnames_in_capitals_become_names() {
        let table = [
            ("M. Marc HONORE", "M. Marc Honore"),
            ("Mme Assia AUTRET", "Mme Assia Autret"),
            ("Marine LE PEN", "Marine Le Pen"),
            ("LE PEN", "Le Pen"),
            ("MACRON", "Macron"),
            ("MÉLENCHON", "Mélenchon"),
            ("JEAN-PIERRE DUPONT-AIGNAN", "Jean-Pierre Dupont-Aignan"),
            ("Dominique DE VILLEPIN", "Dominique de Villepin"),
            ("DE VILLIERS", "De Villiers"),
            ("M. Hervé D'ORNANO", "M. Hervé d’Ornano"),
            ("M. Yves L'HUILLIER", "M. Yves L’Huillier"),
            ("Ludovine DE LA ROCHÈRE", "Ludovine de La Rochère"),
            ("M. Jean DUPONT et Mme Anne DU BELLAY", "M. Jean Dupont et Mme Anne du Bellay"),
            ("MME ROSETTI", "Mme Rosetti"),
            ("Jean-Luc Mélenchon", "Jean-Luc Mélenchon"),
            ("Marie-Noëlle LIENEMANN", "Marie-Noëlle Lienemann"),
            ("", ""),
            ("  ", "  "),
        ];
        for (published, called) in table {
            assert_eq!(typeset(&person::person(published)), called, "{published}");
        }
    }

    #[test]
    fn titles_in_capitals_become_sentences() {
        let day = date(2014, 3, 23);
        let table = [
            ("78006", "ADAINVILLE AUTREMENT", "Adainville autrement"),
            ("78172", "L'ALTERNANCE A CONFLANS", "L’Alternance à Conflans"),
            ("78015", "OUVERTURE A ANDRESY", "Ouverture à Andrésy"),
            ("78015", "OSONS POUR ANDRESY !", "Osons pour Andrésy\u{202f}!"),
            ("78010", "UNIS POUR LES ALLUETS LE ROI", "Unis pour Les Alluets-le-Roi"),
            (
                "78029",
                "LUTTE OUVRIERE - LE CAMP DES TRAVAILLEURS",
                "Lutte ouvrière - Le camp des travailleurs",
            ),
            ("78062", "LA PAROLE DES BEYNOIS", "La Parole des Beynois"),
            ("78062", "REUSSIR BEYNES ENSEMBLE", "Réussir Beynes ensemble"),
            ("78073", "TOUS UNIS POUR BOIS D'ARCY", "Tous unis pour Bois-d’Arcy"),
            ("78108", "TOUS UNI(E)S POUR LES BREVIAIRES", "Tous uni(e)s pour Les Bréviaires"),
            ("78123", "AGIR POUR CARRIERES AVEC EDDIE AÏT", "Agir pour Carrières avec Eddie Aït"),
            ("78217", "VIVRE A EPONE", "Vivre à Épône"),
            ("78043", "BAILLY AVEC VOUS 2026", "Bailly avec vous 2026"),
            ("78158", "LE PROJET LCR 2026", "Le Projet LCR 2026"),
            ("78688", "L'ÉQUIPE ALEXANDRA ROSETTI 2026", "L’Équipe Alexandra Rosetti 2026"),
            ("78367", "VIVONS MAREIL-MARLY 2026", "Vivons Mareil-Marly 2026"),
            ("78646", "UNION PS PCF UDI", "Union PS PCF UDI"),
            ("78646", "LE XXIE SIECLE A VERSAILLES", "Le XXIe siècle à Versailles"),
            ("78123", "CARRIÈRES, Y A DE L'IDEE", "Carrières, y a de l’idée"),
            ("", "ENSEMBLE POUR LES YVELINES", "Ensemble pour les Yvelines"),
            ("", "POUR UNE HUMANITE SOUVERAINE", "Pour une humanité souveraine"),
            ("78562", "AVENIR SAINT LEGER", "Avenir Saint-Léger"),
            ("78362", "NOTRE VILLE, MANTES LA VILLE", "Notre ville, Mantes-la-Ville"),
            (
                "78442",
                "CONTINUONS POUR MORAINVILLIERS-BURES (CMB)",
                "Continuons pour Morainvilliers-Bures (CMB)",
            ),
            ("78442", "UNION POUR L'AVENIR (UPA), U.P.A", "Union pour l’avenir (UPA), U.P.A"),
            ("78644", "LE NOUVEL ELAN", "Le Nouvel Élan"),
            (
                "",
                "LA FRANCE REVIENT ! AVEC JORDAN BARDELLA ET MARINE LE PEN",
                "La France revient\u{202f}! Avec Jordan Bardella et Marine Le Pen",
            ),
            ("", "NON À L'UE ET À L'OTAN", "Non à l’UE et à l’OTAN"),
            ("", "BESOIN D'EUROPE", "Besoin d’Europe"),
            ("", "Achères Ville de Coeur", "Achères Ville de Coeur"),
            ("78545", "Saint-Cyr-l'Ecole en Commun", "Saint-Cyr-l’École en Commun"),
            ("78224", "Unis pour Agir à l'Etang-la-Ville", "Unis pour Agir à L’Étang-la-Ville"),
            ("78227", "Evecquemont, un village", "Évecquemont, un village"),
            ("78646", "Liste d’Union pour VERSAILLES", "Liste d’Union pour Versailles"),
            ("78490", "Le plaisir de vivre à PLAISIR", "Le plaisir de vivre à Plaisir"),
            ("78423", "AIMES Montigny", "AIMES Montigny"),
            ("", "Continuons Avec Philippe EMMANUEL", "Continuons Avec Philippe Emmanuel"),
            ("", "2026", "2026"),
            ("", "", ""),
        ];
        for (commune, published, called) in table {
            let proper = match commune {
                "" => Proper::everywhere(),
                code => Proper::of_commune(code, day),
            };
            assert_eq!(typeset(&title::title(published, &proper, &[])), called, "{published}");
        }
    }

    #[test]
    fn names_of_one_candidate_spell_each_other() {
        let candidate = |name: &str, list: &str, head: &str| Candidate {
            list: Some(list.to_owned()),
            head: Some(head.to_owned()),
            ..Candidate::named(name)
        };
        let called = |was: &Candidate, edited| called(was, None, edited, &Proper::everywhere());
        let frexit =
            candidate("Asselineau-Frexit", "LISTE ASSELINEAU-FREXIT", "François ASSELINEAU");
        let now = called(&frexit, true);
        assert_eq!(now.list.unwrap(), "Liste Asselineau-Frexit");
        assert_eq!(now.head.unwrap(), "François Asselineau");
        let now =
            called(&candidate("TOUS AVEC HONORE", "AVEC MME HONORÉ", "Mme Zoé HONORÉ"), false);
        assert_eq!(now.name, "Tous avec Honoré");
        let now = called(&candidate("GAGNER !", "GAGNER !", "GAGNER !"), true);
        assert_eq!(now.name, "GAGNER\u{202f}!");
        assert_eq!(now.list.unwrap(), "Gagner\u{202f}!");
    }

    #[test]
    fn codes_stay_and_one_name_becomes_one_other() {
        let called = |name: &str, stands| {
            called(&Candidate::named(name), stands, false, &Proper::everywhere()).name
        };
        for code in ["LDVG", "NUPES", "RN", "MP", "D"] {
            assert_eq!(called(code, None), code);
        }
        assert_eq!(called("MACRON", None), "Macron");
        assert_eq!(
            called("MAJORITE PRESIDENTIELLE", Some(Stands::Blocs)),
            "MAJORITE PRESIDENTIELLE"
        );
        for (name, now) in [
            ("Natalia POUZYREFF", "Natalia Pouzyreff"),
            ("Anne-Sophie HO MASSAT", "Anne-Sophie Ho Massat"),
            ("Union PS", "Union PS"),
            ("Divers DROITE et centre", "Divers DROITE et centre"),
            ("RASSEMBLEMENT", "RASSEMBLEMENT"),
        ] {
            assert_eq!(called(name, Some(Stands::Blocs)), now);
        }
        assert_eq!(called("ADAINVILLE AUTREMENT", Some(Stands::Lists)), "Adainville autrement");
        assert_eq!(called("La France revient !", None), "La France revient\u{202f}!");
        assert_eq!(called("100 % d'accord", Some(Stands::Lists)), "100\u{202f}% d’accord");
    }
}
