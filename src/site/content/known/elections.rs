//! What can be written in `results/*.json`.

pub use super::words::{
    BASE, CONTEST, DECIDED_IN, DECISION, KIND, LICENSE, MAJORITY, PROPOSAL, SEAT_RULE, STANDS,
    VOTING,
};
use crate::message;
use crate::site::parse::table::{Field, Shape, Table};

/// `results/*.json`.
pub static ELECTION: Table = Table {
    of: message!("election-election"),
    fields: &[
        Field::optional("$schema", Shape::Link, message!("forms-schema")),
        Field::optional("slug", Shape::Slug, message!("forms-slug")),
        Field::always("title", Shape::Line, message!("forms-title")),
        Field::always("territory", Shape::Line, message!("forms-election-territory")),
        Field::always("introduction", Shape::Line, message!("forms-election-introduction")),
        Field::optional("kind", Shape::Words(KIND), message!("forms-election-kind")),
        Field::optional("stands", Shape::Words(STANDS), message!("forms-election-stands")),
        Field::always("contest", Shape::Words(CONTEST), message!("forms-election-contest")),
        Field::sometimes("question", Shape::Line, message!("forms-election-question")),
        Field::optional("majority", Shape::Words(MAJORITY), message!("forms-election-majority")),
        Field::optional("majority_of", Shape::Words(BASE), message!("forms-election-majority-of")),
        Field::optional("proposal", Shape::Words(PROPOSAL), message!("forms-election-proposal")),
        Field::optional("code", Shape::Line, message!("forms-election-code")),
        Field::optional("within", Shape::Place, message!("forms-election-within")),
        Field::optional(
            "decided_in",
            Shape::Words(DECIDED_IN),
            message!("forms-election-decided-in"),
        ),
        Field::always("rounds", ROUNDS, message!("forms-election-rounds")),
        Field::optional("contours", Shape::List(&Shape::Slug), message!("forms-election-contours")),
        Field::optional(
            "compared",
            Shape::List(&Shape::Table(&COMPARED)),
            message!("forms-election-compared"),
        ),
        Field::optional(
            "other_territories",
            Shape::List(&Shape::Table(&OTHER_TERRITORY)),
            message!("forms-election-other-territories"),
        ),
        Field::optional(
            "publishable_from",
            Shape::When,
            message!("forms-election-publishable-from"),
        ),
    ],
};

const ROUNDS: Shape = Shape::List(&Shape::Table(&ROUND));

/// A round.
pub static ROUND: Table = Table {
    of: message!("election-round"),
    fields: &[
        Field::always("round", Shape::Round, message!("forms-round-round")),
        Field::always("date", Shape::Date, message!("forms-round-date")),
        Field::optional(
            "stations_counted",
            Shape::Table(&STATIONS_COUNTED),
            message!("forms-round-stations-counted"),
        ),
        Field::optional("registered", Shape::Count, message!("forms-round-registered")),
        Field::optional("abstentions", Shape::Count, message!("forms-round-abstentions")),
        Field::optional("voters", Shape::Count, message!("forms-round-voters")),
        Field::optional("blank", Shape::Count, message!("forms-round-blank")),
        Field::optional("null", Shape::Count, message!("forms-round-null")),
        Field::optional("blank_and_null", Shape::Count, message!("forms-round-blank-and-null")),
        Field::optional("valid", Shape::Count, message!("forms-round-valid")),
        Field::sometimes(
            "candidates",
            Shape::List(&Shape::Table(&CANDIDATE)),
            message!("forms-round-candidates"),
        ),
        Field::optional("seats", Shape::Number, message!("forms-round-seats")),
        Field::optional("seat_rule", Shape::Words(SEAT_RULE), message!("forms-round-seat-rule")),
        Field::optional(
            "names_per_ballot",
            Shape::Number,
            message!("forms-round-names-per-ballot"),
        ),
        Field::optional("voting", Shape::Words(VOTING), message!("forms-round-voting")),
        Field::optional("decision", Shape::Words(DECISION), message!("forms-round-decision")),
        Field::optional("share_base", Shape::Words(BASE), message!("forms-round-share-base")),
        Field::always("source", Shape::Table(&SOURCE), message!("forms-round-source")),
        Field::optional("note", Shape::Line, message!("forms-round-note")),
    ],
};

/// A candidate.
pub static CANDIDATE: Table = Table {
    of: message!("election-candidate"),
    fields: &[
        Field::always("name", Shape::Line, message!("forms-candidate-name")),
        Field::optional("votes", Shape::Count, message!("forms-candidate-votes")),
        Field::optional("share", Shape::Percentage, message!("forms-candidate-share")),
        Field::optional("list", Shape::Line, message!("forms-candidate-list")),
        Field::optional("head", Shape::Line, message!("forms-candidate-head")),
        Field::optional("nuance", Shape::Line, message!("forms-candidate-nuance")),
        Field::optional("panel", Shape::Number, message!("forms-candidate-panel")),
        Field::optional("seats", Shape::Count, message!("forms-candidate-seats")),
        Field::optional("colour", Shape::Colour, message!("forms-candidate-colour")),
        Field::optional("elected", Shape::Flag, message!("forms-candidate-elected")),
    ],
};

/// Who published figures.
pub static SOURCE: Table = Table {
    of: message!("election-source"),
    fields: &[
        Field::always("name", Shape::Line, message!("forms-source-name")),
        Field::optional("address", Shape::Url, message!("forms-source-address")),
        Field::optional("published", Shape::Date, message!("forms-source-published")),
        Field::optional("license", Shape::Words(LICENSE), message!("forms-source-license")),
    ],
};

/// How much was counted.
pub static STATIONS_COUNTED: Table = Table {
    of: message!("election-the-stations-counted"),
    fields: &[
        Field::always("share", Shape::Percentage, message!("forms-stations-share")),
        Field::always("of", Shape::Count, message!("forms-stations-of")),
    ],
};

/// Who is compared with whom.
pub static COMPARED: Table = Table {
    of: message!("election-compared"),
    fields: &[
        Field::always("names", Shape::List(&Shape::Line), message!("forms-compared-names")),
        Field::always("with", Shape::List(&Shape::Line), message!("forms-compared-with")),
    ],
};

/// The figures of another territory.
pub static OTHER_TERRITORY: Table = Table {
    of: message!("election-territory"),
    fields: &[
        Field::always("code", Shape::Line, message!("forms-territory-code")),
        Field::optional("name", Shape::Line, message!("forms-territory-name")),
        Field::always("rounds", ROUNDS, message!("forms-election-rounds")),
    ],
};
