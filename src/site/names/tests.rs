//! Names as published, and as they are called.

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
    let frexit = candidate("Asselineau-Frexit", "LISTE ASSELINEAU-FREXIT", "François ASSELINEAU");
    let now = called(&frexit, true);
    assert_eq!(now.list.unwrap(), "Liste Asselineau-Frexit");
    assert_eq!(now.head.unwrap(), "François Asselineau");
    let now = called(&candidate("TOUS AVEC HONORE", "AVEC MME HONORÉ", "Mme Zoé HONORÉ"), false);
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
    assert_eq!(called("MAJORITE PRESIDENTIELLE", Some(Stands::Blocs)), "MAJORITE PRESIDENTIELLE");
    assert_eq!(called("ADAINVILLE AUTREMENT", Some(Stands::Lists)), "Adainville autrement");
    assert_eq!(called("La France revient !", None), "La France revient\u{202f}!");
    assert_eq!(called("100 % d'accord", Some(Stands::Lists)), "100\u{202f}% d’accord");
}
