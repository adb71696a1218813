//! The native side: content is read and checked, compiled to pages, rendered and written.
//! Nothing outside this module may use it; nothing in it runs in a browser.

pub mod accent;
pub mod calendar;
pub mod communes;
pub mod compile;
pub mod compress;
pub mod content;
pub mod contours;
pub mod details;
pub mod doctor;
pub mod elsewhere;
pub mod feed;
pub mod fields;
pub mod finder;
pub mod hosting;
pub mod import;
pub mod inspection;
pub mod markdown;
pub mod media;
pub mod missing;
pub mod names;
pub mod node;
pub mod output;
pub mod overview;
pub mod parallel;
pub mod policy;
pub mod prerender;
pub mod problem;
pub mod program;
pub mod references;
pub mod since;
pub mod style;
pub mod tables;
pub mod territories;
pub mod typography;
pub mod unseen;
pub mod values;
mod vector;
pub mod whereabouts;

use std::path::Path;

use anyhow::Context;
use jiff::civil::Date;

pub use compile::Compiled;
pub use problem::Problems;

/// Reads, checks and compiles a content folder.
///
/// # Errors
/// Every problem of the content, in the order of the files.
pub fn compile(content: &Path, today: Date) -> Result<Compiled, Problems> {
    let mut problems = Problems::default();
    let mut content = content::read(content, &mut problems);
    match content.settings.take() {
        Some(settings) if problems.is_empty() => {
            let mut compiled = compile::compile(content, &settings, today);
            compiled.warnings = problems.sorted();
            Ok(compiled)
        }
        _ => Err(problems.sorted()),
    }
}

/// Writes data, pages, feed, media and the rules for hosts into a folder that holds the `index.html` made by Trunk.
///
/// # Errors
/// Says which file could not be read, rendered or written.
pub fn write(compiled: &Compiled, into: &Path) -> anyhow::Result<usize> {
    let template = into.join("index.html");
    let template = std::fs::read_to_string(&template).with_context(|| {
        format!("{} cannot be read: is this what Trunk built?", template.display())
    })?;
    Ok(output::write(output::files(compiled, &template)?, into)? + hosting::write(into)?)
}
