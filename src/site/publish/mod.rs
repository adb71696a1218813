//! What a host is given beside the pages: its rules, and files that are compressed in advance.

pub mod compress;
pub mod hosting;
