//! When a content folder has changed.

use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use anyhow::Context;
use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::message;

/// How long nothing more must happen: editors write a file in several steps, and tools several files.
const QUIET: Duration = Duration::from_millis(30);

/// The changes of a folder, as long as this is kept.
pub struct Changes {
    events: Receiver<notify::Result<Event>>,
    _watcher: RecommendedWatcher,
}

/// Watches a folder with everything in it.
///
/// # Errors
/// When the system does not let it be watched.
pub fn of(folder: &Path) -> anyhow::Result<Changes> {
    let failed = || message!("program-unwatchable", folder = folder);
    let (send, events) = mpsc::channel();
    let mut watcher = notify::recommended_watcher(send).with_context(failed)?;
    watcher.watch(folder, RecursiveMode::Recursive).with_context(failed)?;
    Ok(Changes { events, _watcher: watcher })
}

impl Changes {
    /// Waits until the folder has changed and is quiet again, and says when it began to change; nothing when it
    /// is not watched any more.
    pub fn wait(&self) -> Option<Instant> {
        while !is_change(&self.events.recv().ok()?) {}
        let since = Instant::now();
        while self.events.recv_timeout(QUIET).is_ok() {}
        Some(since)
    }
}

/// Whether an event may be a change: reading, as each build does, is none. After an error anything may have
/// happened.
fn is_change(event: &notify::Result<Event>) -> bool {
    let is_read = |kind: EventKind| matches!(kind, EventKind::Access(kind) if kind != AccessKind::Close(AccessMode::Write));
    event.as_ref().map_or(true, |event| !is_read(event.kind))
}
