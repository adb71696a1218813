//! A site of WordPress: its export (WXR) to articles and pages, with an account of everything that it holds.
//!
//! `source` and `export` read the file; `plan` decides what becomes of each item, with what is `here` already;
//! `html` reads texts into a `tree`, which `markdown` writes; `stage` holds the content as it will be, in which
//! everything is checked; `account` says what became of it.

mod account;
mod addresses;
pub mod command;
pub mod export;
mod fields;
mod here;
mod html;
mod markdown;
mod notes;
mod old_site;
mod plan;
mod post;
mod record;
pub mod source;
mod stage;
mod text;
mod tree;
mod uploads;
