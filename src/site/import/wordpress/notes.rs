//! What is said of a text that was imported: what an editor has to look at, and what could not come along.

use crate::message;
use crate::site::messages::Message;

/// A note on a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What it is about.
    pub about: About,
    /// What exactly.
    pub what: String,
}

impl Note {
    /// A note.
    pub fn new(about: About, what: impl Into<String>) -> Self {
        Self { about, what: what.into() }
    }
}

macro_rules! about {
    ($($(#[$doc:meta])+ $name:ident = $title:expr, $advice:expr;)*) => {
        /// What notes are about, in the order in which an editor works them off.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum About { $($(#[$doc])+ $name,)* }

        impl About {
            /// Every one.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The title of a section with such notes.
            pub fn title(self) -> Message {
                match self { $(Self::$name => $title,)* }
            }

            /// What is to be done with them.
            pub fn advice(self) -> Message {
                match self { $(Self::$name => $advice,)* }
            }
        }
    };
}

about! {
    /// It could not be imported.
    Failed = message!("wordpress-failed"), message!("wordpress-failed-advice");
    /// A picture has no description.
    NoAlternative = message!("wordpress-no-alternative"), message!("wordpress-no-alternative-advice");
    /// A picture is not there.
    PictureMissing = message!("wordpress-picture-missing"), message!("wordpress-picture-missing-advice");
    /// Another file is not there.
    FileMissing = message!("wordpress-file-missing"), message!("wordpress-file-missing-advice");
    /// A file that the site may not have.
    FileRefused = message!("wordpress-file-refused"), message!("wordpress-file-refused-advice");
    /// A link leads to an old address at which the export has nothing.
    LinkLost = message!("wordpress-link-lost"), message!("wordpress-link-lost-advice");
    /// A link was taken away.
    LinkRemoved = message!("wordpress-link-removed"), message!("wordpress-link-removed-advice");
    /// A shortcode of an extension.
    Shortcode = message!("wordpress-shortcode"), message!("wordpress-shortcode-advice");
    /// A block that WordPress fills itself.
    Dynamic = message!("wordpress-dynamic"), message!("wordpress-dynamic-advice");
    /// Forms, scripts and the like.
    Removed = message!("wordpress-removed"), message!("wordpress-removed-advice");
    /// A player, which is a link.
    Player = message!("wordpress-player"), message!("wordpress-player-advice");
    /// A part without its form.
    Plain = message!("wordpress-plain"), message!("wordpress-plain-advice");
    /// Characters that are not seen.
    Invisible = message!("wordpress-invisible"), message!("wordpress-invisible-advice");
    /// A title that was not there.
    Title = message!("wordpress-title"), message!("wordpress-title-advice");
    /// A day that was not there.
    Day = message!("wordpress-day"), message!("wordpress-day-advice");
    /// Another category, or none.
    Category = message!("wordpress-category"), message!("wordpress-category-advice");
    /// Another address.
    Address = message!("wordpress-address"), message!("wordpress-address-advice");
    /// An old address that cannot lead here.
    Alias = message!("wordpress-alias"), message!("wordpress-alias-advice");
    /// It is a draft here.
    Draft = message!("wordpress-draft"), message!("wordpress-draft-advice");
    /// The page above it.
    Parent = message!("wordpress-parent"), message!("wordpress-parent-advice");
    /// A summary made of the first words.
    Summary = message!("wordpress-summary"), message!("wordpress-summary-advice");
    /// The author of a page.
    Author = message!("wordpress-author"), message!("wordpress-author-advice");
    /// Tags and other terms.
    Tags = message!("wordpress-tags"), message!("wordpress-tags-advice");
    /// Comments.
    Comments = message!("wordpress-comments"), message!("wordpress-comments-advice");
    /// Fields of extensions.
    Fields = message!("wordpress-fields"), message!("wordpress-fields-advice");
    /// It stayed on top of lists.
    Sticky = message!("wordpress-sticky"), message!("wordpress-sticky-advice");
}

impl About {
    /// Whether an editor has something to do or to look at, rather than that something is only said.
    pub const fn is_work(self) -> bool {
        !matches!(
            self,
            Self::Summary
                | Self::Author
                | Self::Fields
                | Self::Sticky
                | Self::Draft
                | Self::Tags
                | Self::Comments
                | Self::Category
        )
    }
}
