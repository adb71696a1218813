//! Everything in the content that refers to something else, gathered while reading, so that it can
//! be checked even where the rest of its file is wrong.

use super::content::Featured;
use super::fields::At;
use super::markdown::Placed;
use super::values::Reference;

/// What the content refers to, with places.
#[derive(Default)]
pub struct References {
    /// Links, of texts and of menus.
    pub links: Vec<At<Reference>>,
    /// Pictures.
    pub pictures: Vec<At<Reference>>,
    /// Results and events that articles place in their texts.
    pub placed: Vec<At<Placed>>,
    /// The result that the home page shows.
    pub featured: Option<Featured>,
}
