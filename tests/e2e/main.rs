//! Journeys through the built site in a real browser, one file a journey.
//! They find things as a visitor does: by what is written, never by how it is made.
//!
//! `dist/` must be the release build: `script/test` makes it. The engine is `URNE_ENGINE`:
//! `chromium` (the default), `firefox` or `webkit`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod budgets;
mod console;
mod drills;
mod engine;
mod everywhere;
mod failures;
mod history;
mod keyboard;
mod maps;
mod offline;
mod reading;
mod server;
mod silence;
mod stage;
mod territories;
mod unknown_addresses;
mod without_script;
