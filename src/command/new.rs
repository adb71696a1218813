//! `urne new`.

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, ensure};
use clap::ValueEnum;

use super::arguments::New;
use crate::site;
use crate::site::content::settings::of_paris;
use crate::site::starter::{self, Kind};

/// Begins a site, or a file of one.
pub fn run(new: &New, content: &Path) -> anyhow::Result<ExitCode> {
    let today = of_paris().to_datetime(site::now()?).date();
    if let Ok(kind) = Kind::from_str(&new.what, false) {
        let title = new
            .title
            .as_deref()
            .context("say what it is called, in quotes: `urne new article \"Our new premises\"`")?;
        let path = starter::file(content, kind, title, today)?;
        println!("{} is there: open it, and fill in what is not said yet.", path.display());
        return Ok(ExitCode::SUCCESS);
    }
    ensure!(
        new.title.is_none(),
        "nothing called `{}` can be begun: write `article`, `event`, `page` or `result`",
        new.what
    );
    let folder = Path::new(&new.what);
    let name = folder.file_name().context("name the folder of the new site")?.to_string_lossy();
    let files = starter::site(folder, new.name.as_deref().unwrap_or(&name), today)?;
    println!("{files} files of a new site are in {}. See it with:", folder.display());
    println!("  cd {}\n  urne serve", folder.display());
    Ok(ExitCode::SUCCESS)
}
