//! What the site in `content/` must tell, as long as it is the first site: its figures are those of their sources.
//! Nothing of the program is tested here; where another site is in `content/`, `script/test` leaves this out.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod figures;

use std::path::Path;

/// The folder of the project.
fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
