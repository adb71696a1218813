//! Urne: the website of a local section, association or town, from Markdown and JSON files to
//! pages that are complete before any script runs.
//!
//! The modules below are listed in reading order, and each may use only those above it:
//! `ARCHITECTURE.md` says why, `tests/it/tidy.rs` holds it.

pub mod route;

pub mod words;

pub mod election;

pub mod french;

pub mod data;

pub mod chart;
pub mod components;

pub mod pages;

pub mod app;

#[cfg(target_arch = "wasm32")]
pub mod browser;

#[cfg(not(target_arch = "wasm32"))]
pub mod site;

#[cfg(not(target_arch = "wasm32"))]
pub mod command;
