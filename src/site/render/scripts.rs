//! How the program reaches a page: the loader that starts it, and the worker that keeps what was
//! visited. Both are files of their own, because the content policy allows no script in a page.

use anyhow::{Context, ensure};
use sha2::{Digest, Sha256};

use crate::data::Site;
use crate::route::{NOT_FOUND, address};

/// Where the worker is: its folder is what it may answer for.
pub const WORKER: &str = "/worker.js";

/// What a reader without network sees of a page that was never visited.
pub const OFFLINE: &str = "/hors-ligne.html";

/// Files that the pages of a site need besides their data.
pub struct Program {
    /// Files to write, with their paths on the site.
    pub files: Vec<(String, String)>,
}

/// Puts our loader in the place of Trunk’s, which is written into the page and asks for the program
/// before text, style and pictures are there. A document without Trunk’s loader has no program. What is
/// known of the site tells two deployments of one program apart.
///
/// # Errors
/// When Trunk’s loader is not what it was: Trunk is pinned in `script/bootstrap`.
pub fn install(document: &str, site: &Site) -> anyhow::Result<(String, Program)> {
    let Some(loader) = between(document, "<script type=\"module\">\nimport init", "</script>")
    else {
        return Ok((document.to_owned(), Program { files: Vec::new() }));
    };
    let another = "Trunk writes another loader than the one this version of Urne knows";
    let code = between(loader, "from '", "'").context(another)?;
    let wasm = between(loader, "module_or_path: '", "'").context(another)?;
    let text = without_comments(include_str!("loader.js"))
        .replace("{code}", code)
        .replace("{wasm}", wasm)
        .replace("{worker}", &address(WORKER))
        .replace("{root}", &address("/"))
        .replace("{not-found}", &address(NOT_FOUND))
        .replace("{site}", &facts(site)?);
    // The worker renews the page for times without network, which is made of them, when code is new.
    let name = format!("/urne-{}.js", short_hash(&format!("{text}{document}{site:?}")));
    let worker =
        without_comments(include_str!("worker.js")).replace("{offline}", &address(OFFLINE));
    let installed = document
        .replace(
            &format!("<script type=\"module\">\nimport init{loader}</script>"),
            &format!("<script type=\"module\" src=\"{}\"></script>", address(&name)),
        )
        .replace(&preload(document, "<link rel=\"modulepreload\""), "")
        .replace(&preload(document, "<link rel=\"preload\""), "");
    ensure!(!installed.contains("rel=\"preload\""), another);
    let files = vec![(name, text), (WORKER.to_owned(), worker)];
    Ok((installed, Program { files }))
}

/// What the program must know of the site, as arguments of a script: the folder of its host in which it
/// stands, scheme and host of its canonical address, and its short name.
fn facts(site: &Site) -> anyhow::Result<String> {
    let facts = [&site.folder, &site.base, &site.short_name].map(serde_json::to_string);
    let facts: Result<Vec<String>, _> = facts.into_iter().collect();
    Ok(facts.context("the site as JSON")?.join(", "))
}

/// What is written for who reads the source need not be downloaded.
fn without_comments(script: &str) -> String {
    let lines = script.lines().map(str::trim_start);
    let code = lines.filter(|line| !line.is_empty() && !line.starts_with("//"));
    code.flat_map(|line| [line, "\n"]).collect()
}

/// A `link` element of the document from its beginning to its end; the beginning alone where there
/// is none, which nothing matches.
fn preload(document: &str, start: &str) -> String {
    let rest = between(document, start, ">").map(|rest| format!("{start}{rest}>"));
    rest.unwrap_or_else(|| start.to_owned())
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> Option<&'a str> {
    Some(text.split_once(start)?.1.split_once(end)?.0)
}

/// Enough of a hash to tell two deployments apart.
fn short_hash(text: &str) -> String {
    Sha256::digest(text).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What Trunk 0.21.14 writes.
    const DOCUMENT: &str = "<head><!--HEAD-->\n<script type=\"module\">\nimport init, * as bindings \
        from '/urne-1.js';\nconst wasm = await init({ module_or_path: '/urne-1_bg.wasm' });\n\
        </script>\n<link rel=\"modulepreload\" href=\"/urne-1.js\" crossorigin=\"anonymous\">\
        <link rel=\"preload\" href=\"/urne-1_bg.wasm\" as=\"fetch\"></head>";

    fn site(name: &str) -> Site {
        let [name, base] = [name, "https://a.example"].map(str::to_owned);
        Site {
            short_name: name.clone(),
            publisher: name.clone(),
            name,
            base,
            folder: String::new(),
            navigation: Vec::new(),
            footer: Vec::new(),
        }
    }

    #[test]
    fn the_loader_is_a_file_that_asks_late() {
        let (document, program) = install(DOCUMENT, &site("PS")).unwrap();
        let (name, loader) = &program.files[0];
        assert_eq!(
            document,
            format!("<head><!--HEAD-->\n<script type=\"module\" src=\"{name}\"></script>\n</head>")
        );
        assert!(loader.contains("\"/urne-1.js\"") && loader.contains("\"/urne-1_bg.wasm\""));
        let (path, worker) = &program.files[1];
        assert_eq!(path, WORKER);
        assert!(worker.contains(&format!("\"{OFFLINE}\"")));
        let other = install(DOCUMENT, &site("Parti")).unwrap().1;
        assert_eq!(other.files[1].1, *worker, "no deployment replaces the worker");
        assert_ne!(other.files[0].0, *name, "browsers take the new page for times without network");
    }

    #[test]
    fn a_document_without_program_stays_as_it_is() {
        let (document, program) = install("<head></head>", &site("PS")).unwrap();
        assert_eq!((document.as_str(), program.files.len()), ("<head></head>", 0));
    }

    #[test]
    fn another_loader_is_told() {
        let error = install("<script type=\"module\">\nimport init later</script>", &site("PS"))
            .err()
            .unwrap();
        assert!(error.to_string().starts_with("Trunk writes another loader"), "{error}");
    }
}
