//! The fields of content files for other programs: schemas for text editors, forms for an editor in the browser. Both are
//! made of the one table of fields (`content::known`), in French, which is the language of the sites.

pub mod patterns;
pub mod schemas;
pub mod sveltia;

use crate::site::messages::Language;

/// The language of people who fill in forms.
const LANGUAGE: Language = Language::French;
