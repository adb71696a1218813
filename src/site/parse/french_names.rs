//! Names of fields that editors write in French.

use crate::words::fold;

/// What they are called.
const FRENCH: [(&str, &str); 27] = [
    ("adresse", "address"),
    ("blancs", "blank"),
    ("brouillon", "draft"),
    ("categorie", "category"),
    ("comptes", "accounts"),
    ("couleur", "accent"),
    ("debut", "start"),
    ("exprimes", "valid"),
    ("directeur", "director"),
    ("fin", "end"),
    ("hebergeur", "host"),
    ("icone", "icon"),
    ("inscrits", "registered"),
    ("legende", "caption"),
    ("lieu", "place"),
    ("nom", "name"),
    ("nuls", "null"),
    ("part", "share"),
    ("resume", "summary"),
    ("rubrique", "category"),
    ("sieges", "seats"),
    ("telephone", "phone"),
    ("titre", "title"),
    ("tour", "round"),
    ("tours", "rounds"),
    ("voix", "votes"),
    ("votants", "voters"),
];

/// The name of a field that was written in French, with or without accents.
pub fn in_english(name: &str) -> Option<&'static str> {
    let name = fold(name);
    FRENCH.iter().find(|(french, _)| *french == name).map(|(_, english)| *english)
}
