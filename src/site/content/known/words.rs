//! Words that stand for something in `results/*.json`, and what people call them.

use crate::message;
use crate::site::messages::Message;
use crate::site::parse::table::Word;

const fn word(word: &'static str, label: Message) -> Word {
    Word { word, label }
}

/// How an election is decided.
pub static CONTEST: &[Word] = &[
    word("two-rounds", message!("forms-word-contest-two-rounds")),
    word("one-round", message!("forms-word-contest-one-round")),
    word("question", message!("forms-word-contest-question")),
];

/// Where an election is decided.
pub static DECIDED_IN: &[Word] = &[
    word("commune", message!("forms-word-decided-in-commune")),
    word("canton", message!("forms-word-decided-in-canton")),
    word("circonscription", message!("forms-word-decided-in-circonscription")),
    word("department", message!("forms-word-decided-in-department")),
    word("region", message!("forms-word-decided-in-region")),
    word("country", message!("forms-word-decided-in-country")),
];

/// What an election is held for.
pub static KIND: &[Word] = &[
    word("presidential", message!("forms-word-kind-presidential")),
    word("legislative", message!("forms-word-kind-legislative")),
    word("senatorial", message!("forms-word-kind-senatorial")),
    word("european", message!("forms-word-kind-european")),
    word("regional", message!("forms-word-kind-regional")),
    word("departmental", message!("forms-word-kind-departmental")),
    word("cantonal", message!("forms-word-kind-cantonal")),
    word("municipal", message!("forms-word-kind-municipal")),
    word("referendum", message!("forms-word-kind-referendum")),
    word("primary", message!("forms-word-kind-primary")),
];

/// Kinds of candidates.
pub static STANDS: &[Word] = &[
    word("candidates", message!("forms-word-stands-candidates")),
    word("lists", message!("forms-word-stands-lists")),
    word("pairs", message!("forms-word-stands-pairs")),
    word("blocs", message!("forms-word-stands-blocs")),
    word("nuances", message!("forms-word-stands-nuances")),
    word("projects", message!("forms-word-stands-projects")),
];

/// Majorities.
pub static MAJORITY: &[Word] = &[
    word("half", message!("forms-word-majority-half")),
    word("two-thirds", message!("forms-word-majority-two-thirds")),
    word("three-quarters", message!("forms-word-majority-three-quarters")),
];

/// What a source says of a proposal.
pub static DECISION: &[Word] = &[
    word("adopted", message!("forms-word-decision-adopted")),
    word("unanimous", message!("forms-word-decision-unanimous")),
    word("casting-vote", message!("forms-word-decision-casting-vote")),
    word("rejected", message!("forms-word-decision-rejected")),
];

/// How people vote.
pub static VOTING: &[Word] = &[
    word("secret-ballot", message!("forms-word-voting-secret-ballot")),
    word("show-of-hands", message!("forms-word-voting-show-of-hands")),
];

/// What is put to the vote.
pub static PROPOSAL: &[Word] = &[
    word("proposal", message!("forms-word-proposal-proposal")),
    word("resolution", message!("forms-word-proposal-resolution")),
    word("motion", message!("forms-word-proposal-motion")),
    word("deliberation", message!("forms-word-proposal-deliberation")),
];

/// What percentages and majorities are of.
pub static BASE: &[Word] = &[
    word("valid", message!("forms-word-base-valid")),
    word("voters", message!("forms-word-base-voters")),
    word("registered", message!("forms-word-base-registered")),
];

/// Rules by which seats are given.
pub static SEAT_RULE: &[Word] = &[
    word("municipal", message!("forms-word-seat-rule-municipal")),
    word("paris-lyon-marseille", message!("forms-word-seat-rule-paris-lyon-marseille")),
    word("regional", message!("forms-word-seat-rule-regional")),
    word("european", message!("forms-word-seat-rule-european")),
    word("highest-average", message!("forms-word-seat-rule-highest-average")),
    word("largest-remainder", message!("forms-word-seat-rule-largest-remainder")),
];

/// Licences of figures, by what SPDX calls them.
pub static LICENSE: &[Word] = &[
    word("etalab-2.0", Message::verbatim("Licence Ouverte 2.0")),
    word("ODbL-1.0", Message::verbatim("Open Database License 1.0")),
    word("CC-BY-4.0", Message::verbatim("CC BY 4.0")),
    word("CC-BY-SA-4.0", Message::verbatim("CC BY-SA 4.0")),
    word("CC0-1.0", Message::verbatim("CC0 1.0")),
];

/// Services that keep files with their history.
pub static SERVICE: &[Word] = &[
    word("github", Message::verbatim("GitHub")),
    word("gitlab", Message::verbatim("GitLab")),
    word("gitea", Message::verbatim("Gitea, Forgejo")),
];
