//! What a host is given next to the pages: its rules, and files that are compressed in advance.

pub mod compress;
pub mod hosting;
