//! `urne edit`, and `urne schema` for those who edit in a text editor.

use std::path::Path;
use std::process::ExitCode;

use anyhow::ensure;

use crate::message;
use crate::site::edit::Edition;
use crate::site::files;
use crate::site::forms::schemas;

/// Opens the editor in the browser over a content folder, until the program is asked to end.
pub fn run(content: &Path) -> anyhow::Result<ExitCode> {
    ensure!(content.is_dir(), message!("program-no-site", folder = content));
    let edition = Edition::of(content)?;
    println!("{}", message!("program-editing", url = edition.url()?));
    edition.serve(content)?;
    Ok(ExitCode::SUCCESS)
}

/// Writes the schemas into a folder.
pub fn schemas(into: &Path) -> anyhow::Result<ExitCode> {
    let schemas = schemas::files()?;
    for (name, text) in &schemas {
        files::write(&into.join(name), text.as_bytes())?;
    }
    println!("{}", message!("program-schemas", count = schemas.len(), folder = into));
    Ok(ExitCode::SUCCESS)
}
