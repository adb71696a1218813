//! The rows that an import refused: what every sum above them lacks.

use super::read::Reader;
use crate::election::{Place, Refused, commune_code};
use crate::message;

/// The columns that describe a row which was refused.
const REFUSED: [&str; 6] = ["code", "name", "within", "circonscription", "registered", "reason"];

impl Reader<'_> {
    /// The rows that an import refused.
    pub(super) fn refused(&mut self) -> Vec<Refused> {
        self.ensure_columns(&["name", "within", "reason"], &REFUSED);
        let mut refused = Vec::new();
        for row in self.table.rows() {
            let row = &row[..];
            self.ensure_whole(row);
            let [name, within, reason] = ["name", "within", "reason"].map(|it| self.text(row, it));
            let Some(((name, within), reason)) = name.zip(within).zip(reason) else { continue };
            let known = Place::whole(&within).is_some_and(|whole| whole.code == within)
                || commune_code(None, &within).as_ref() == Some(&within);
            if !known {
                let title = message!("election-unknown-territory");
                let help = message!("election-unknown-within-help");
                self.wrong(row, "within", title, format!("`{within}`").into(), help);
            }
            let code = self.cell(row, "code").map(str::to_owned);
            let circonscription = self.cell(row, "circonscription").map(str::to_owned);
            let registered = self.number(row, "registered");
            refused.push(Refused { code, name, within, circonscription, registered, reason });
        }
        refused
    }
}
