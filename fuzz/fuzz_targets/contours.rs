//! Outlines of any text: GeoJSON to import, and TopoJSON as part of the content.
//! What was imported is content that can be read.
#![no_main]

use std::path::PathBuf;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use urne::site::Problems;
use urne::site::content;
use urne::site::import::outlines;

static FOLDER: LazyLock<tempfile::TempDir> = LazyLock::new(|| {
    let memory = PathBuf::from("/dev/shm");
    let parent = if memory.is_dir() { memory } else { std::env::temp_dir() };
    tempfile::tempdir_in(parent).expect("a folder")
});

fuzz_target!(|text: &str| {
    let file = FOLDER.path().join("carte.json");
    std::fs::write(&file, text).expect("a file");
    if let Ok(imported) = outlines::import(&file, "carte", "Essai, 2026", FOLDER.path()) {
        let mut problems = Problems::default();
        let read = content::read_contours(&imported.path, &mut problems);
        assert!(read.is_some() && problems.is_empty(), "{problems}");
    }
    let mut problems = Problems::default();
    let read = content::read_contours(&file, &mut problems);
    assert!(read.is_some() == problems.is_empty(), "{problems}");
});
