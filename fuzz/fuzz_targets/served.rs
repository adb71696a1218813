//! What the browser reads: a document of any text.
//! What could be read must be written as the same again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use urne::data::Document;
use urne::site::render::page;

fuzz_target!(|text: &str| {
    if let Ok(page) = Document::parse(text) {
        let written = page::data(&page).expect("a page is written as JSON");
        assert_eq!(Document::parse(&written).as_ref(), Ok(&page));
    }
});
