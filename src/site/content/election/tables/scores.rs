//! Scores in a table of their own, with one row a candidate: where candidates differ from one territory
//! to the next.

use std::collections::HashMap;

use super::read::{CANDIDATE, Reader};
use crate::election::{Base, Candidates, Score, Share, TerritoryResult};
use crate::message;
use crate::site::parse::csv::Cell;
use crate::site::parse::values::Percentage;

impl Reader<'_> {
    /// Adds the scores of a table that has one row a candidate.
    pub(super) fn scores(&mut self, territories: &mut [TerritoryResult]) {
        self.ensure_columns(&["code", "name"], &CANDIDATE);
        let at = territories.iter().enumerate();
        let at: HashMap<String, usize> = at.map(|(at, it)| (it.place.code.clone(), at)).collect();
        let mut candidates = Candidates::default();
        for row in self.table.rows() {
            let row = &row[..];
            self.ensure_whole(row);
            let candidate = candidates.shared(self.candidate(row));
            let (votes, share) = (self.number(row, "votes"), self.share(row));
            let Some(code) = self.text(row, "code") else { continue };
            match at.get(&code).and_then(|at| territories.get_mut(*at)) {
                Some(territory) => territory.tally.scores.push(Score { candidate, votes, share }),
                None => {
                    let found = message!("election-unknown-code-found", code = code);
                    let help = message!("election-unknown-code-help");
                    self.wrong(row, "code", message!("election-unknown-territory"), found, help);
                }
            }
        }
    }

    fn share(&mut self, row: &[Cell<'_>]) -> Option<Share> {
        let text = self.cell(row, "share")?;
        let (figure, base) = text.split_once(' ').unwrap_or((text, ""));
        let base = match base {
            "" => Some(Base::Valid),
            "voters" => Some(Base::Voters),
            "registered" => Some(Base::Registered),
            _ => None,
        };
        let share = Percentage::parse(figure).zip(base);
        if share.is_none() {
            let found = format!("`{text}`").into();
            let help = message!("election-no-share-help");
            self.wrong(row, "share", message!("election-no-share"), found, help);
        }
        share.map(|(percentage, base)| Share::published(percentage.0, base))
    }
}
