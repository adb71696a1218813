//! Whether a host applies any of the rules of the site: one problem, where it would else be told header by header.

use std::collections::BTreeSet;

use super::problem::{Kind, Problem};
use crate::message;
use crate::site::publish::hosting::SECURITY;

/// Puts one problem in the place of those that follow from it, where no page has any of the headers.
pub fn told_once(mut problems: Vec<Problem>, pages: &[String]) -> Vec<Problem> {
    let lacking = |name| {
        let of_it = problems.iter().filter(move |it| it.kind == Kind::Header(name));
        of_it.map(|it| it.path.as_str()).collect::<BTreeSet<_>>()
    };
    let is_lacking =
        |name| pages.iter().all(|page| lacking(name).contains(page.as_str())) && !pages.is_empty();
    if !SECURITY.iter().all(|header| is_lacking(header.name)) {
        return problems;
    }
    let follows = |kind| matches!(kind, Kind::Header(_) | Kind::NoCache | Kind::CachedTooShort);
    problems.retain(|problem| !follows(problem.kind));
    let found = message!("doctor-no-rules-found", count = pages.len());
    problems.push(Problem::new(Kind::NoRules, "/", found));
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_without_any_rule_is_told_once() {
        let pages = ["/".to_owned(), "/agenda/".to_owned()];
        let missing = |path: &str| {
            let of = |header: &crate::site::publish::hosting::Header| {
                Problem::new(Kind::Header(header.name), path, "")
            };
            SECURITY.iter().map(of).collect::<Vec<_>>()
        };
        let all = [missing("/"), missing("/agenda/"), missing("/feed.xml")].concat();
        let told = told_once(all.clone(), &pages);
        assert_eq!(told.iter().map(|it| it.kind).collect::<Vec<_>>(), [Kind::NoRules]);
        let some = all[1..].to_vec();
        assert_eq!(told_once(some.clone(), &pages), some, "one page has a header");
        let other = Problem::new(Kind::Slash, "/agenda", "");
        let told = told_once([all, vec![other]].concat(), &pages);
        assert_eq!(told.len(), 2, "what does not follow from it stays");
    }
}
