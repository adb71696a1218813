//! What benchmarks in a browser share with the browser tests: a browser in front of a host.

#[path = "../../tests/e2e/console.rs"]
mod console;
#[path = "../../tests/e2e/engine.rs"]
mod engine;
#[path = "../../tests/nginx/mod.rs"]
mod nginx;
#[path = "../../tests/e2e/origin.rs"]
pub mod origin;
#[path = "../../tests/e2e/server.rs"]
pub mod server;
#[path = "../../tests/e2e/session.rs"]
pub mod session;
