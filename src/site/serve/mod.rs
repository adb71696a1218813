//! A site as it looks while it is written: built again at every change, shown by a server of this computer. Pages
//! reload themselves, and show the mistakes of the content beside the last site that had none.

mod build;
mod changes;
mod server;

use std::net::TcpListener;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use anyhow::Context;
use tokio::sync::watch;

use self::build::Builder;
pub use self::build::Outcome;
pub use self::server::asked_to_end;
use super::Bundle;
use crate::message;

/// Serves a content folder until the program is asked to end; `tell` hears of each build.
///
/// # Errors
/// When the folder cannot be watched, or the server cannot run.
pub fn serve(
    content: &Path,
    bundle: Bundle,
    listener: TcpListener,
    tell: impl Fn(Outcome<'_>) + Send + 'static,
) -> anyhow::Result<()> {
    let work = tempfile::Builder::new().prefix("urne-").tempdir();
    let work = work.context(message!("program-folder-of-preview"))?;
    let mut builder = Builder::new(content.to_owned(), bundle, work.path().to_owned());
    // Watched from before the first build on: a change during it counts.
    let changes = changes::of(content)?;
    let (show, shown) = watch::channel(Arc::new(builder.build(Instant::now(), &tell)));
    std::thread::spawn(move || {
        while let Some(since) = changes.wait() {
            show.send_replace(Arc::new(builder.build(since, &tell)));
        }
    });
    let runtime = tokio::runtime::Runtime::new().context(message!("program-server"))?;
    runtime.block_on(server::run(listener, shown)).context(message!("program-server"))
}
