//! A site with events of every kind and with hostile texts, for what others read of it (`script/validate` too).

use std::path::Path;

use jiff::civil::date;
use urne::site::{self, Bundle, Purpose};

use super::fixture;

/// A title that would end an element, a block of characters, a line and a rule of other formats, as it is printed.
pub const HOSTILE: &str = "</script><!-- ]]> & \\n\u{202f}; BEGIN:VEVENT, 🗳️ “é” <b>";

/// The site, as it is in the spring of 2026.
pub fn compiled() -> site::Compiled {
    let compiled = site::compile(&fixture("described/content"), site::midnight(date(2026, 3, 10)));
    compiled.unwrap_or_else(|problems| panic!("{problems}"))
}

/// The same, built into a folder.
pub fn built(folder: &Path) {
    std::fs::copy(fixture("mini").join("index.html"), folder.join("index.html")).unwrap();
    let bundle = Bundle::staged(folder).unwrap();
    site::write(&compiled(), &bundle, Purpose::Publication, folder).unwrap();
}
