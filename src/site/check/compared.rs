//! Whether those whom an election compares with others stood, then and now.

use std::collections::BTreeSet;

use crate::message;
use crate::site::content::{Election, preceding};
use crate::site::parse::diagnostics::Problems;
use crate::site::parse::fields::{Spanned, nearest};
use crate::site::parse::values::Text;
use crate::words;

/// Ensure everyone who is compared stood in the election, and those with whom they are in the last one of its
/// kind.
pub fn ensure_they_stood(elections: &[Election], problems: &mut Problems) {
    for election in elections.iter().filter(|election| !election.compared.is_empty()) {
        let compared = || election.compared.iter();
        ensure_they_are_known(election, compared().flat_map(|it| &it.names), problems);
        match preceding(elections, election).next() {
            Some(before) => {
                ensure_they_are_known(before, compared().flat_map(|it| &it.with), problems);
            }
            None => {
                let first = compared().flat_map(|it| &it.with).take(1);
                for name in first {
                    let found = message!("content-nothing-before-found");
                    let help = message!("content-nothing-before-help");
                    name.problem(problems, message!("content-nothing-before"), found, help);
                }
            }
        }
    }
}

fn ensure_they_are_known<'a>(
    election: &Election,
    names: impl Iterator<Item = &'a Spanned<Text>>,
    problems: &mut Problems,
) {
    let scores = election.tallies().flat_map(|it| &it.scores);
    let known: BTreeSet<&str> = scores.map(|it| it.name()).collect();
    let all: Vec<&str> = known.iter().copied().collect();
    let folded: BTreeSet<String> = all.iter().map(|name| words::fold(name)).collect();
    for name in names.filter(|name| !folded.contains(&words::fold(&name.value.0))) {
        let title = message!("content-did-not-stand");
        let found = message!("content-did-not-stand-found", election = election.title.as_str());
        let help = match nearest(&name.value.0, &all) {
            Some(known) => message!("fields-did-you-mean", known = known),
            None => message!("content-did-not-stand-help"),
        };
        name.problem(problems, title, found, help);
    }
}
