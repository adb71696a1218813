//! The native side: content is read and checked, compiled to pages, rendered and written.
//! Nothing outside this module may use it; nothing in it runs in a browser.

pub mod admin;
pub mod bundle;
pub mod calendar;
pub mod cards;
pub mod check;
pub mod communes;
pub mod compile;
pub mod content;
pub mod doctor;
pub mod downloads;
pub mod drawings;
pub mod edit;
pub mod files;
pub mod forms;
pub mod import;
pub mod messages;
pub mod parse;
pub mod pictures;
pub mod publish;
pub mod render;
pub mod search;
pub mod serve;
pub mod starter;
pub mod stem;

use std::path::Path;

use anyhow::Context;
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

pub use self::bundle::Bundle;
pub use self::compile::Compiled;
pub use self::parse::diagnostics::Problems;
pub use self::render::Purpose;
use crate::message;

/// The moment at which a day begins in UTC: for a build that is of a day, and of no clock.
pub fn midnight(day: Date) -> Timestamp {
    TimeZone::UTC.to_timestamp(day.to_datetime(Time::midnight())).unwrap_or_default()
}

/// The moment of a build: `SOURCE_DATE_EPOCH` where it is set, so that a build can be repeated to the byte on another
/// day, else the clock's.
///
/// # Errors
/// When `SOURCE_DATE_EPOCH` is not a number of seconds.
pub fn now() -> anyhow::Result<Timestamp> {
    match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(seconds) => {
            let seconds = seconds.parse().context(message!("program-moment-no-number"))?;
            Timestamp::from_second(seconds).context(message!("program-moment-out-of-range"))
        }
        Err(_) => Ok(Timestamp::now()),
    }
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
            let mut compiled = compile::compile(content, settings);
            compiled.warnings = problems.sorted();
            Ok(compiled)
        }
        _ => Err(problems.sorted()),
    }
}

/// Writes the app, data, pages, feed, media and the rules for hosts into a folder that nobody visits yet, and says
/// how many files it wrote.
///
/// # Errors
/// Says which file could not be read, rendered or written.
pub fn write(
    compiled: &Compiled,
    bundle: &Bundle,
    purpose: Purpose,
    into: &Path,
) -> anyhow::Result<usize> {
    Ok(render::write(render::files(compiled, bundle, purpose)?, into)?
        + publish::hosting::host_files::write(into, &compiled.moved, compiled.admin.as_ref())?)
}
