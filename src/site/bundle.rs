//! The app as Trunk built it: the document in which pages are drawn, and the files that it loads. Trunk hands
//! it over in a folder; a program that is given away carries it.

use std::borrow::Cow;
use std::path::Path;

use anyhow::{Context, ensure};

use crate::message;
use crate::route::href;
use crate::site::files;

/// What the program carries: the files of the folder that `URNE_APP` named when it was compiled.
const CARRIED: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/app.rs"));

/// The document, by its name among the files that Trunk makes.
const DOCUMENT: &str = "index.html";

/// The app.
pub struct Bundle {
    /// `index.html`, with the places that a page fills.
    pub document: String,
    /// The files that every site has, by their path on the site: code, and what is in `public/`.
    pub files: Vec<(String, Cow<'static, [u8]>)>,
}

impl Bundle {
    /// The app that this program carries.
    ///
    /// # Errors
    /// When it carries none, as one that cargo has just built.
    pub fn carried() -> anyhow::Result<Self> {
        ensure!(!CARRIED.is_empty(), message!("program-without-app"));
        let files = CARRIED.iter().map(|(name, content)| ((*name).to_owned(), (*content).into()));
        Self::of(files.collect()).context(message!("program-app-carried"))
    }

    /// The app in a folder, which Trunk built without a site (`URNE_APP_ONLY`) for the root of a host.
    ///
    /// # Errors
    /// Says what is missing, or cannot be read.
    pub fn read(folder: &Path) -> anyhow::Result<Self> {
        let files = files::below(folder)?.into_iter().map(|path| {
            let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy();
            Ok((name.replace('\\', "/"), files::read(&path)?.into()))
        });
        let files = files.collect::<anyhow::Result<_>>()?;
        Self::of(files).with_context(|| message!("program-app-in", folder = folder))
    }

    /// The document in a folder in which Trunk is building, beside the files that it loads: a site that is
    /// written there has them already.
    ///
    /// # Errors
    /// When there is no document.
    pub fn staged(folder: &Path) -> anyhow::Result<Self> {
        let path = folder.join(DOCUMENT);
        let document = std::fs::read_to_string(&path)
            .with_context(|| message!("program-not-from-trunk", path = path.as_path()))?;
        Ok(Self { document, files: Vec::new() })
    }

    fn of(mut files: Vec<(String, Cow<'static, [u8]>)>) -> anyhow::Result<Self> {
        let place = files.iter().position(|(name, _)| name == DOCUMENT);
        let (_, document) = files.swap_remove(place.context(message!("program-no-document"))?);
        let document = String::from_utf8(document.into_owned());
        let document = document.context(message!("program-document-no-text"))?;
        let document = ["data-code", "data-wasm"].iter().fold(document, |document, name| {
            document.replace(&format!("{name}=\"/"), &format!("{name}=\"{}", href("/")))
        });
        Ok(Self { document, files })
    }
}
