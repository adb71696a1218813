//! A content folder of which one file is any text: what the checker accepts is compiled and rendered.
//! The first byte says which file.
#![no_main]

use std::path::PathBuf;
use std::sync::LazyLock;

use jiff::civil::date;
use libfuzzer_sys::fuzz_target;
use rayon::prelude::*;
use urne::site::{self, Bundle, Purpose};

const TEMPLATE: &str = "<html><head><!--HEAD--></head><body><!--APP--></body></html>";

/// Files of a sound content folder; each is replaced in its turn.
const FILES: [(&str, &str); 7] = [
    ("site.json", include_str!("../../tests/it/fixtures/mini/content/site.json")),
    ("news/tout.md", include_str!("../../tests/it/fixtures/mini/content/news/tout.md")),
    ("events/fete.md", include_str!("../../tests/it/fixtures/mini/content/events/fete.md")),
    (
        "pages/mentions-legales.md",
        include_str!("../../tests/it/fixtures/mini/content/pages/mentions-legales.md"),
    ),
    (
        "results/conseil-2020.json",
        include_str!("../../tests/it/fixtures/mini/content/results/conseil-2020.json"),
    ),
    (
        "results/municipales-2020.json",
        include_str!("../../tests/it/fixtures/mini/content/results/municipales-2020.json"),
    ),
    ("results/conseil-2020/round-1-communes.csv", "code,name\n78005,Achères\n"),
];

/// The folder, in memory where there is such a place.
static FOLDER: LazyLock<tempfile::TempDir> = LazyLock::new(|| {
    let memory = PathBuf::from("/dev/shm");
    let parent = if memory.is_dir() { memory } else { std::env::temp_dir() };
    let folder = tempfile::tempdir_in(parent).expect("a folder");
    for (name, text) in FILES {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    }
    let media = folder.path().join("media");
    std::fs::create_dir_all(&media).expect("a folder");
    let picture = include_str!("../../tests/it/fixtures/mini/content/media/point.svg");
    std::fs::write(media.join("point.svg"), picture).expect("a file");
    folder
});

fuzz_target!(|bytes: &[u8]| {
    let Some((which, bytes)) = bytes.split_first() else { return };
    let (name, sound) = FILES[usize::from(*which) % FILES.len()];
    let path = FOLDER.path().join(name);
    std::fs::write(&path, bytes).expect("a file");
    match site::compile(FOLDER.path(), site::midnight(date(2020, 4, 1))) {
        Ok(compiled) => {
            let bundle = Bundle { document: TEMPLATE.to_owned(), files: Vec::new() };
            let files = site::render::files(&compiled, &bundle, Purpose::Publication).expect("a template");
            files.for_each(|file| drop(file.expect("what was accepted can be rendered")));
        }
        Err(problems) => assert!(!problems.to_string().is_empty()),
    }
    std::fs::write(&path, sound).expect("a file");
});
