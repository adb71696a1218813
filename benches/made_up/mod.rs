//! Content that is made up for measuring: always the same, and as large as one likes.

pub mod articles;
pub mod national;

use std::path::Path;

const SITE: &str = r##"{
  "name": "Essai", "short_name": "Essai", "description": "Un pays entier.", "language": "fr",
  "base": "https://essai.example", "accent": "#005a9c", "publisher": "Essai",
  "navigation": [], "footer": []
}"##;

/// Writes what every site needs.
pub fn write_site(content: &Path) {
    std::fs::write(content.join("site.json"), SITE).expect("the site");
}

/// Numbers that look like chance and are always the same.
pub struct Random(pub u64);

impl Random {
    /// One of so many, from 0.
    pub fn below(&mut self, limit: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}
