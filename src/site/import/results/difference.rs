//! What a file says, and what its other figures make of it.

use crate::site::messages::Message;
use crate::site::parse::typography::spaced;

/// What is printed and what the other figures make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// For the editor, with the place.
    pub message: Message,
    /// For the readers of the page, in French.
    pub sentence: String,
}

impl Difference {
    /// What is said to an editor, and what to readers.
    pub fn new(message: Message, sentence: impl AsRef<str>) -> Self {
        Self { message, sentence: spaced(sentence.as_ref()) }
    }
}
