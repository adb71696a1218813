//! The election domain: what can be said of a count, exactly, from what was published.
//! It knows nothing of files, pages or drawings, and never rounds anything but a share.

mod comparison;
mod contradiction;
mod majority;
mod ranking;
mod reconstruction;
mod share;
mod tally;

pub use comparison::{Change, Comparison};
pub use contradiction::Contradiction;
pub use majority::{Contest, absolute_majority, threshold_decides};
pub use ranking::{Leader, Scores};
pub use reconstruction::{Reconstruction, reconstruct};
pub use share::{Base, Share};
pub use tally::{Counts, Figure, Figures, Origin, Quantity, Score, Tally};
