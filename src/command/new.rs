//! `urne new`.

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, ensure};
use clap::ValueEnum;

use super::arguments::New;
use crate::message;
use crate::site;
use crate::site::content::settings::of_paris;
use crate::site::starter::{self, Kind};

/// Begins a site, or a file of one.
pub fn run(new: &New, content: &Path) -> anyhow::Result<ExitCode> {
    let today = of_paris().to_datetime(site::now()?).date();
    if let Ok(kind) = Kind::from_str(&new.what, false) {
        let title = new.title.as_deref().context(message!("program-title-missing"))?;
        let path = starter::file(content, kind, title, today)?;
        println!("{}", message!("program-file-begun", path = path.as_path()));
        return Ok(ExitCode::SUCCESS);
    }
    ensure!(new.title.is_none(), message!("program-kind-unknown", what = new.what.as_str()));
    let folder = Path::new(&new.what);
    // `.` is called as the folder is that it stands for.
    let whole = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let name = whole.file_name().context(message!("program-folder-missing"))?.to_string_lossy();
    let files = starter::site(folder, new.name.as_deref().unwrap_or(&name), today)?;
    println!("{}", message!("program-site-begun", count = files, folder = folder));
    println!("  cd {}\n  urne serve", folder.display());
    Ok(ExitCode::SUCCESS)
}
