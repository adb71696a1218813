//! `urne`: in a browser the app, everywhere else the program. Nothing but their entries.

/// A site is made of many small texts, from several threads: the allocator of the system takes two fifths of
/// the time.
#[cfg(not(target_arch = "wasm32"))]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    urne::command::main()
}

#[cfg(target_arch = "wasm32")]
use urne as _;

/// The app waits for the loader of the page, which calls `urne::browser::start`.
#[cfg(target_arch = "wasm32")]
fn main() {}
