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
    let is_here = folder == Path::new(".");
    let shown = if is_here { whole.as_path() } else { folder };
    println!("{}", message!("program-site-begun", count = files, folder = shown));
    if !is_here {
        println!("  cd {}", quoted(folder));
    }
    println!("  {} serve", program());
    Ok(ExitCode::SUCCESS)
}

/// How this program is called from any folder: by its name only where the system finds it by that.
fn program() -> String {
    let is_of_npm = std::env::var("npm_command").is_ok_and(|command| command == "exec");
    let path = std::env::current_exe().unwrap_or_default();
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let is_known = std::env::split_paths(&folders).any(|it| Some(it.as_path()) == path.parent());
    match () {
        () if is_of_npm => "npx urne".to_owned(),
        () if path.components().any(|it| it.as_os_str() == "pipx") => "pipx run urne".to_owned(),
        () if is_known || path.as_os_str().is_empty() => "urne".to_owned(),
        // PowerShell runs what is between quotation marks only behind this sign.
        () if cfg!(windows) && quoted(&path).starts_with('"') => format!("& {}", quoted(&path)),
        () => quoted(&path),
    }
}

/// A path as it is typed in a terminal.
fn quoted(path: &Path) -> String {
    let path = path.display().to_string();
    if path.contains(' ') { format!("\"{path}\"") } else { path }
}
