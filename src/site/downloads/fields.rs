//! The columns of the tables, each with what is in it: said once for the tables, the JSON and the Data Package.

use crate::election::Quantity;

/// A column.
pub struct Field {
    /// Its name, which is that of a property in the JSON too.
    pub name: &'static str,
    /// Its type, in the words of Table Schema.
    pub kind: &'static str,
    /// What it is called.
    pub title: &'static str,
    /// What is in it.
    pub description: &'static str,
}

const fn field(
    name: &'static str,
    kind: &'static str,
    title: &'static str,
    description: &'static str,
) -> Field {
    Field { name, kind, title, description }
}

/// The column of the round.
pub const ROUND: Field = field("tour", "integer", "Tour", "1 ou 2.");
/// The column of the code.
pub const CODE: Field = field(
    "code",
    "string",
    "Code du territoire",
    "Le code officiel\u{a0}: commune 78172, département 78, circonscription 7807, bureau 78172_0012, pays FR\u{202f}; le nom \
     d’un territoire qui n’en a pas.",
);

/// The columns of what was counted.
pub const COUNTS: [Field; 14] = [
    ROUND,
    field("date", "date", "Date du vote", "Le jour du vote."),
    CODE,
    field("territoire", "string", "Nom du territoire", "Comme il s’appelait ce jour-là."),
    field(
        "inscrits",
        "integer",
        "Inscrits",
        "Sur la liste électorale. Vide s’ils ne sont pas connus.",
    ),
    field("abstentions", "integer", "Abstentions", "Inscrits qui n’ont pas voté."),
    field("votants", "integer", "Votants", "Ont pris part au vote."),
    field("blancs", "integer", "Bulletins blancs", "S’ils ont été comptés à part."),
    field("nuls", "integer", "Bulletins nuls", "S’ils ont été comptés à part."),
    field("blancs_et_nuls", "integer", "Blancs et nuls", "Ensemble."),
    field("exprimes", "integer", "Suffrages exprimés", "Votants sans les blancs et nuls."),
    field(
        "sans_choix",
        "integer",
        "Votants sans choix",
        "Dans une assemblée, qui ne vote ni pour ni contre.",
    ),
    field(
        "complet",
        "boolean",
        "Chiffres complets",
        "Faux si la somme est partielle ou le résultat provisoire.",
    ),
    field(
        "reserve",
        "string",
        "Réserve",
        "Ce qui manque à ces chiffres, ou jusqu’où le dépouillement était allé, et quand.",
    ),
];

/// The counts, in the order of their columns.
pub const QUANTITIES: [Quantity; 8] = [
    Quantity::Registered,
    Quantity::Abstentions,
    Quantity::Voters,
    Quantity::Blank,
    Quantity::Null,
    Quantity::BlankAndNull,
    Quantity::Valid,
    Quantity::Abstaining,
];

/// The columns of the votes.
pub const VOTES: [Field; 9] = [
    ROUND,
    CODE,
    field(
        "candidat",
        "string",
        "Candidat ou liste",
        "Un texte qui commence par = + - ou @ est précédé d’une apostrophe, pour qu’aucun tableur ne le prenne pour une \
         formule\u{202f}; le JSON a le texte même.",
    ),
    field("liste", "string", "Nom complet de la liste", "S’il est autre que le nom ci-dessus."),
    field("tete_de_liste", "string", "Tête de liste", "Si la source la nomme."),
    field("nuance", "string", "Nuance", "Le code du ministère de l’intérieur."),
    field("voix", "integer", "Voix", "Vide si la source ne les donne pas."),
    field("pourcentage", "number", "Pourcentage publié", "Si la source donne un pourcentage."),
    field("base", "string", "Base du pourcentage", "exprimés, votants, inscrits ou bulletins."),
];
