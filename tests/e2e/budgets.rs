//! What a visitor downloads, measured as brotli 11.

use std::io::Write;
use std::path::Path;

use super::origin::dist;

/// All code, whatever is added.
const CODE: usize = 200_000;

/// One page with everything it needs to look right: what arrives with the first answer. Where many
/// territories are listed, everything up to their table.
const PAGE: usize = 12 * 1024;

/// Any one page.
const FILE: usize = 25 * 1000;

/// What a page begins its list of territories with.
const LISTS: [&str; 2] = ["<table class=\"breakdown ", "<section aria-labelledby=\"trouver\""];

fn brotli(content: &[u8]) -> usize {
    let mut compressed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut compressed, 4096, 11, 22);
    writer.write_all(content).unwrap();
    drop(writer);
    compressed.len()
}

fn files(folder: &Path, found: &mut Vec<std::path::PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files(&path, found) } else { found.push(path) }
    }
}

fn dist_files(extensions: &[&str]) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    files(&dist(), &mut found);
    found.retain(|path| {
        path.extension().is_some_and(|extension| extensions.iter().any(|it| extension == *it))
    });
    found.sort();
    found
}

#[test]
fn the_code_is_small() {
    let files = dist_files(&["wasm", "js"]);
    assert!(files.len() >= 2, "{files:?}");
    let (mut total, mut search, mut share) = (0, 0, 0);
    for file in files {
        let code = std::fs::read(&file).unwrap();
        let size = brotli(&code);
        println!("{size:>7} bytes  {}", file.strip_prefix(dist()).unwrap().display());
        total += size;
        let text = String::from_utf8_lossy(&code);
        if text.contains("/data/recherche/index.txt") {
            search += size;
        }
        if text.contains("navigator.share(") {
            share += size;
        }
    }
    println!("{search:>7} bytes  of it are the search, for who types");
    println!(
        "{share:>7} bytes  are copying, sharing and pictures of a result, for who gets near its downloads"
    );
    println!("{total:>7} bytes  of code in brotli 11, at most {CODE}");
    assert!(search > 0 && share > 0 && total <= CODE);
}

/// The pages of communes differ in figures only: one in ten is measured.
fn is_one_of_many(file: &Path) -> bool {
    let folder = file.parent().and_then(Path::file_name).and_then(|name| name.to_str());
    let code = folder.and_then(|name| name.split('-').next()).unwrap_or("");
    code.len() == 5 && code.bytes().all(|byte| byte.is_ascii_digit()) && !code.ends_with('2')
}

#[test]
fn every_page_arrives_with_the_first_answer() {
    for file in dist_files(&["html"]) {
        let html = std::fs::read_to_string(&file).unwrap();
        if is_one_of_many(&file) {
            continue;
        }
        let whole = brotli(html.as_bytes());
        let size = LISTS
            .iter()
            .find_map(|list| html.find(list))
            .map_or(whole, |end| brotli(&html.as_bytes()[..end]));
        println!("{size:>7} of {whole} bytes  {}", file.strip_prefix(dist()).unwrap().display());
        assert!(whole <= FILE, "{} is {whole} bytes in brotli 11, at most {FILE}", file.display());
        assert!(size <= PAGE, "{} is {size} bytes in brotli 11, at most {PAGE}", file.display());
        // A poster is made for paper: nobody waits for its style.
        let is_poster = file.parent().is_some_and(|folder| folder.ends_with("affiche"));
        assert!(is_poster || !html.contains("rel=\"stylesheet\""), "style must come with the page");
    }
}
