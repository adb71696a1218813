//! The app: Trunk builds it to WebAssembly. It waits for the loader of the page, which calls
//! [`urne::browser::start`].

#[cfg(target_arch = "wasm32")]
use urne as _;

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This app runs in the browser: build it with `trunk build`.");
    eprintln!("The native command is `cargo site`.");
    std::process::exit(2);
}
