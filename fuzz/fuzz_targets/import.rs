//! A published file of results, of any bytes: text in any encoding and layout, JSON, gzip, workbooks.
//! What could be read can be written as tables. The first byte chooses how the file is read.
#![no_main]

use std::path::PathBuf;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use urne::site::content::election::tables;
use urne::site::import::results::{self, Options};

static FOLDER: LazyLock<tempfile::TempDir> = LazyLock::new(|| {
    let memory = PathBuf::from("/dev/shm");
    let parent = if memory.is_dir() { memory } else { std::env::temp_dir() };
    tempfile::tempdir_in(parent).expect("a folder")
});

fuzz_target!(|bytes: &[u8]| {
    let Some((choice, bytes)) = bytes.split_first() else { return };
    let file = FOLDER.path().join("file");
    std::fs::write(&file, bytes).expect("a file");
    let options = Options { accept_differences: choice & 1 == 1, ..Options::default() };
    if let Ok(mut import) = results::read(&file, &options) {
        let named = tables::named(&mut import.results, &[]);
        assert!(!tables::files(1, &import.results, &named).is_empty());
    }
    let _ = results::candidates::read(&file, &options.which);
});
