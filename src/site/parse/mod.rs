//! Text to typed values, with the place of each: TOML, JSON and CSV, fields with « did you mean »,
//! and the problems that are reported of them.

pub mod addresses;
pub mod colour;
pub mod csv;
pub mod diagnostics;
pub mod fields;
pub mod file;
pub mod formats;
mod french_names;
pub mod invisible;
mod mistakes;
pub mod table;
pub mod tree;
pub mod typography;
pub mod unfilled;
pub mod values;
