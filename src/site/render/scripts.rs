//! How the app reaches a page: the loader in the page that starts it, and the worker that keeps what was
//! visited.

use anyhow::{Context, ensure};
use html_escape::encode_quoted_attribute;
use sha2::{Digest, Sha256};

use super::stylesheet;
use crate::data::Site;
use crate::route::{NOT_FOUND, SEARCH, href};
use crate::site::search;

/// Where the worker is: its folder is what it may answer for.
pub const WORKER: &str = "/worker.js";

/// What a reader without network sees of a page that was never visited.
pub const OFFLINE: &str = "/hors-ligne.html";

/// Where Trunk says which files the code is (`pattern_script` in `Trunk.toml`), and where the loader is put.
const PLACE: &str = "<script id=\"loader\"";

/// Puts the loader into the document, with what the app must know of the site: the folder of its host in
/// which it is, scheme and host of its canonical URL, its short name. What tells two builds of one app
/// apart comes with it. Returns the document and the text of the worker; a document without a place for the
/// loader has neither.
///
/// # Errors
/// When Trunk has written a loader of its own.
pub fn install(document: &str, site: &Site) -> anyhow::Result<(String, Option<String>)> {
    let Some((start, rest)) = document.split_once(PLACE) else {
        ensure!(
            !document.contains("<script type=\"module\">"),
            "Trunk wrote a loader of its own: `pattern_script` is missing in Trunk.toml"
        );
        return Ok((document.to_owned(), None));
    };
    let (files, end) =
        rest.split_once("></script>").context("the loader of index.html has no end")?;
    let [(search, _), (share, _)] = on_demand()?;
    let loader = loader();
    let build = short_hash(&format!("{document}{site:?}{loader}"));
    let facts = [
        ("folder", &site.folder),
        ("base", &site.base),
        ("name", &site.short_name),
        ("search", &href(&search)),
        ("share", &href(&share)),
        ("build", &build),
    ]
    .map(|(name, value)| format!(" data-{name}=\"{}\"", encode_quoted_attribute(value)))
    .concat();
    let installed = format!("{start}{PLACE}{files}{facts}>{loader}</script>{end}");
    let worker = without_comments(include_str!("worker.js")).replace("{offline}", &href(OFFLINE));
    Ok((installed, Some(worker)))
}

/// The text of the loader, the same for every site: hosts allow it by its hash (`csp::OF_HOSTS`).
pub fn loader() -> String {
    without_comments(include_str!("loader.js"))
        .replace("{worker}", WORKER)
        .replace("{search}", SEARCH)
        .replace("{offline}", OFFLINE)
        .replace("{not-found}", NOT_FOUND)
}

/// The scripts that the loader asks for when they are wanted, that of the search with its style and that of what can be
/// done with a result: their paths, which change with them, and their texts.
///
/// # Errors
/// When the style cannot be read.
pub fn on_demand() -> anyhow::Result<[(String, String); 2]> {
    let style = stylesheet::minify(include_str!("../../../style/search.css"))?;
    let search = without_comments(include_str!("search.js"))
        .replace("{style}", &serde_json::to_string(&format!("@media all{{{style}}}"))?)
        .replace("{index}", search::FOLDER)
        .replace("{search}", SEARCH)
        .replace("{without-meaning}", &search::WITHOUT_MEANING.join(" "))
        .replace("{pages-a-file}", &search::PAGES_A_FILE.to_string());
    let scripts = [search, without_comments(include_str!("share.js"))];
    Ok(scripts.map(|script| (format!("/urne-{}.js", short_hash(&script)), script)))
}

/// Comments need not be downloaded.
pub fn without_comments(script: &str) -> String {
    let lines = script.lines().map(str::trim_start);
    let code = lines.filter(|line| !line.is_empty() && !line.starts_with("//"));
    code.flat_map(|line| [line, "\n"]).collect()
}

/// Enough of a hash to tell two deployments apart.
fn short_hash(text: &str) -> String {
    Sha256::digest(text).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What Trunk writes by `pattern_script`.
    const DOCUMENT: &str = "<body><!--APP-->\n<script id=\"loader\" data-code=\"/urne-1.js\" \
        data-wasm=\"/urne-1_bg.wasm\"></script></body>";

    fn site(name: &str) -> Site {
        let [name, base] = [name, "https://a.example"].map(str::to_owned);
        Site {
            short_name: name.clone(),
            publisher: name.clone(),
            name,
            base,
            folder: String::new(),
            logo: None,
            address: None,
            accounts: Vec::new(),
            navigation: Vec::new(),
            footer: Vec::new(),
        }
    }

    #[test]
    fn the_loader_is_in_the_page() {
        let (document, worker) = install(DOCUMENT, &site("P\"S")).unwrap();
        let [(search, _), (share, _)] = on_demand().unwrap();
        let (start, rest) = document.split_once('>').unwrap().1.split_once("\">").unwrap();
        let (facts, build) = start.rsplit_once('"').unwrap();
        assert_eq!(
            facts,
            "<!--APP-->\n<script id=\"loader\" data-code=\"/urne-1.js\" data-wasm=\"/urne-1_bg.wasm\" \
             data-folder=\"\" data-base=\"https://a.example\" data-name=\"P&quot;S\" \
                 data-search=\"SEARCH\" data-share=\"SHARE\" data-build="
                .replace("SEARCH", &search)
                .replace("SHARE", &share)
        );
        assert_eq!(rest, format!("{}</script></body>", loader()));
        let worker = worker.unwrap();
        assert!(worker.contains(&format!("\"{OFFLINE}\"")));
        let (other, same) = install(DOCUMENT, &site("Parti")).unwrap();
        assert_eq!(same, Some(worker), "no deployment replaces the worker");
        assert!(!other.contains(build), "browsers take the new offline page");
    }

    #[test]
    fn a_document_without_the_app_stays_as_it_is() {
        let (document, worker) = install("<head></head>", &site("PS")).unwrap();
        assert_eq!((document.as_str(), worker), ("<head></head>", None));
    }

    #[test]
    fn a_loader_of_trunk_is_reported() {
        let error = install("<script type=\"module\">\nimport init", &site("PS")).err().unwrap();
        assert!(error.to_string().contains("`pattern_script`"), "{error}");
    }
}
