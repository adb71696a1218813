//! `urne new`: a small site to begin with, and files to begin an article, an event, a page or a result with.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail, ensure};
use jiff::ToSpan;
use jiff::civil::Date;

use crate::message;
use crate::route::Slug;
use crate::site::files;
use crate::site::forms::schemas;
use crate::words::fold;

/// Files of the folder `files/`: their paths, and what they hold.
macro_rules! site {
    ($($path:literal),* $(,)?) => {
        &[$(($path, include_str!(concat!("files/", $path)))),*]
    };
}

/// The files of a new site.
const SITE: &[(&str, &str)] = site![
    ".github/workflows/publier.yml",
    ".gitignore",
    ".gitlab-ci.yml",
    "README.md",
    "content/events/assemblee-generale.md",
    "content/events/chantier-des-berges.md",
    "content/media/ecluse.svg",
    "content/media/halage.svg",
    "content/media/icone.svg",
    "content/news/bienvenue.md",
    "content/news/ce-que-l-assemblee-a-decide.md",
    "content/news/le-chemin-de-halage-rouvert.md",
    "content/pages/accessibilite.md",
    "content/pages/mentions-legales.md",
    "content/pages/qui-sommes-nous.md",
    "content/results/conseil-d-administration.json",
    "content/results/ouverture-du-dimanche.json",
    "content/site.json",
    "netlify.toml",
];

/// The folder of the schemas, beside that of the content: text editors read them.
pub const SCHEMAS: &str = "schema";

/// How a file of results names its schema.
const OF_ELECTIONS: &str = "  \"$schema\": \"../../schema/election.json\",\n";

/// What one can begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Kind {
    /// An article
    Article,
    /// An event
    Event,
    /// A page of text
    Page,
    /// The result of an election or a vote
    Result,
}

impl Kind {
    /// Folder and ending of its files, and what a new one holds.
    const fn template(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Article => ("news", "md", include_str!("templates/article.md")),
            Self::Event => ("events", "md", include_str!("templates/event.md")),
            Self::Page => ("pages", "md", include_str!("templates/page.md")),
            Self::Result => ("results", "json", include_str!("templates/result.json")),
        }
    }
}

/// Makes a site in a new or empty folder, and says how many files it wrote. A folder in which there is nothing but
/// hidden files, as Git makes one, is empty.
///
/// # Errors
/// When there is something in the folder, or a file could not be written.
pub fn site(folder: &Path, name: &str, today: Date) -> anyhow::Result<usize> {
    if let Ok(entries) = fs::read_dir(folder) {
        for entry in entries {
            let found = entry.with_context(|| files::unreadable(folder))?;
            let found = found.file_name().to_string_lossy().into_owned();
            ensure!(
                found.starts_with('.'),
                message!("program-folder-not-empty", folder = folder, found = found)
            );
        }
    }
    let schemas = schemas::files()?;
    for (path, _) in SITE {
        let path = folder.join(path);
        ensure!(!path.exists(), message!("program-folder-taken", path = path.as_path()));
    }
    for (path, text) in SITE {
        let quoted = if *path == "README.md" { name.to_owned() } else { quoted(name)? };
        files::write(&folder.join(path), filled(text, &quoted, today)?.as_bytes())?;
    }
    for (name, text) in &schemas {
        files::write(&folder.join(SCHEMAS).join(name), text.as_bytes())?;
    }
    Ok(SITE.len() + schemas.len())
}

/// Begins a file in a content folder, under the name that its title gives, and says where it is.
///
/// # Errors
/// When the folder holds no site, the title gives no name, or there is such a file.
pub fn file(content: &Path, kind: Kind, title: &str, today: Date) -> anyhow::Result<PathBuf> {
    ensure!(content.join("site.json").is_file(), message!("program-no-site", folder = content));
    let name = fold(title).replace(' ', "-");
    let Some(name) = Slug::new(&name) else {
        bail!(message!("program-title-without-letters", title = title));
    };
    let (folder, ending, template) = kind.template();
    let path = content.join(folder).join(format!("{name}.{ending}"));
    ensure!(!path.exists(), message!("program-title-taken", path = path.as_path()));
    let mut text = filled(template, &quoted(title)?, today)?;
    let schemas = content.parent().unwrap_or(content).join(SCHEMAS);
    if !schemas.join("election.json").is_file() {
        text = text.replace(OF_ELECTIONS, "");
    }
    files::write(&path, text.as_bytes())?;
    Ok(path)
}

/// A title as it is written between quotes, in TOML as in JSON.
fn quoted(title: &str) -> anyhow::Result<String> {
    ensure!(!title.trim().is_empty(), message!("program-title-empty"));
    ensure!(!title.contains(char::is_control), message!("program-title-of-lines"));
    Ok(title.trim().replace('\\', "\\\\").replace('"', "\\\""))
}

/// A text with its places filled.
fn filled(text: &str, title: &str, today: Date) -> anyhow::Result<String> {
    let day = |days: i64| anyhow::Ok(today.checked_add(days.days())?.to_string());
    let places = [
        ("{name}", title.to_owned()),
        ("{title}", title.to_owned()),
        ("{today}", day(0)?),
        ("{last_week}", day(-7)?),
        ("{in_two_weeks}", day(14)?),
        ("{version}", env!("CARGO_PKG_VERSION").to_owned()),
    ];
    Ok(places.iter().fold(text.to_owned(), |text, (place, value)| text.replace(place, value)))
}
