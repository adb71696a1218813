//! Results as they are published — the ministry's files and what others made of them — to tallies.
//! It must not know the pages: what it hands on is `election::Returns`, checked.

pub mod candidates;
pub mod check;
pub mod collect;
pub mod command;
pub mod correction;
pub mod encoding;
pub mod header;
pub mod input;
pub mod layouts;
pub mod mistake;
mod names;
pub mod naming;
pub mod number;
mod places;
mod reasons;
pub mod record;
pub mod sheet;
mod sums;
pub mod vocabulary;

use std::path::Path;

pub use collect::{Import, Options};
pub use mistake::Mistake;

/// Reads one published file of any known layout.
///
/// # Errors
/// The first mistake that makes the file as a whole unusable, with its place and the remedy. Rows
/// that can be left out are not errors: [`Import::refused`] lists them.
pub fn read(file: &Path, options: &Options) -> Result<Import, Mistake> {
    let sheets = input::read(file)?;
    let mut first_mistake = None;
    for sheet in &sheets {
        match vocabulary::Header::find(sheet) {
            Ok(header) => {
                let records = layouts::records(sheet, &header)?;
                return collect::collect(sheet, &header, records, options);
            }
            Err(mistake) => first_mistake = first_mistake.or(Some(mistake)),
        }
    }
    Err(first_mistake.unwrap_or_else(|| {
        Mistake::new("the file", "it is empty", "download it again, or export it again")
    }))
}
