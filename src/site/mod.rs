//! The native side: content is read and checked, compiled to pages, rendered and written.
//! Nothing outside this module may use it; nothing in it runs in a browser.

pub mod calendar;
pub mod check;
pub mod communes;
pub mod compile;
pub mod content;
pub mod doctor;
pub mod import;
pub mod parse;
pub mod publish;
pub mod render;

use std::path::Path;

use anyhow::Context;
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

pub use self::compile::Compiled;
pub use self::parse::diagnostics::Problems;

/// The moment at which a day begins in UTC: for a build that is of a day, and of no clock.
pub fn midnight(day: Date) -> Timestamp {
    TimeZone::UTC.to_timestamp(day.to_datetime(Time::midnight())).unwrap_or_default()
}

/// Reads, checks and compiles a content folder as it is at a moment: what is published, and what is past.
///
/// # Errors
/// Every problem of the content, in the order of the files.
pub fn compile(content: &Path, now: Timestamp) -> Result<Compiled, Problems> {
    let mut problems = Problems::default();
    let mut content = check::read(content, now, &mut problems);
    match content.settings.take() {
        Some(settings) if problems.is_empty() => {
            let mut compiled = compile::compile(content, &settings);
            compiled.warnings = problems.sorted();
            Ok(compiled)
        }
        _ => Err(problems.sorted()),
    }
}

/// Writes data, pages, feed, media and the rules for hosts into a folder that holds the `index.html` made
/// by Trunk.
///
/// # Errors
/// Says which file could not be read, rendered or written.
pub fn write(compiled: &Compiled, into: &Path) -> anyhow::Result<usize> {
    let template = into.join("index.html");
    let template = std::fs::read_to_string(&template).with_context(|| {
        format!("{} cannot be read: is this what Trunk built?", template.display())
    })?;
    Ok(render::write(render::files(compiled, &template)?, into)?
        + publish::hosting::host_files::write(into)?)
}
