//! The browser's entry: Trunk builds this program to WebAssembly.

#[cfg(target_arch = "wasm32")]
fn main() {
    urne::browser::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This program runs in the browser: build it with `trunk build`.");
    eprintln!("The native command is `cargo site`.");
    std::process::exit(2);
}
