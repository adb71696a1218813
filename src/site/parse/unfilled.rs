//! Texts that `urne new` puts where an editor is to write: a site that still has them is not finished.

use std::sync::Arc;

use super::diagnostics::{Problems, Source, Span};
use crate::message;

/// Texts of the files that are begun: see `starter/templates/`, and the note and the lines in the legal notice of a new site.
pub const UNFILLED: [&str; 20] = [
    "Une phrase qui dit l’essentiel, pour les listes.",
    "Ce que l’on voit sur la photo",
    "Une légende",
    "Écrivez ici votre article.",
    "Une ligne sous le titre",
    "Le rendez-vous en une phrase.",
    "Le lieu et son adresse",
    "Prénom Nom",
    "sa fonction",
    "Écrivez ici ce qu’il faut savoir pour venir.",
    "La page en une phrase.",
    "Écrivez ici le texte de la page, puis ajoutez-la au menu ou au pied de page dans site.json.",
    "Nom de la commune ou de l’association",
    "Une phrase qui dit à quoi sert ce vote.",
    "Ce qui est demandé ?",
    "Premier choix",
    "Deuxième choix",
    "Ce qu’il faut savoir de ces chiffres.",
    "<!-- La loi demande ces mentions. Complétez site.json, puis effacez cette note. -->",
    "- Numéro au répertoire national des associations : (W suivi de neuf chiffres)",
];

/// Points at a text that nobody has filled in.
pub fn warn(text: &str, source: &Arc<Source>, span: Span, problems: &mut Problems) {
    if UNFILLED.contains(&text) {
        let (title, found) = (message!("fields-unfilled"), message!("fields-unfilled-found"));
        problems.warn(source, span, title, found, message!("fields-unfilled-help"));
    }
}
