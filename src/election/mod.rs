//! The election domain: what can be said of a count, exactly, from what was published.
//! It knows nothing of files, pages or drawings, and never rounds anything but a share.

mod candidate;
mod codes;
mod comparison;
mod contradiction;
mod control;
mod departments;
mod fraction;
mod levels;
mod majority;
mod missing;
mod nuance;
mod ranking;
mod reconstruction;
mod returns;
mod seats;
mod share;
mod sums;
mod tally;
mod territory;

pub use candidate::{Candidate, Candidates, Stands};
pub use codes::{Split, canton_code, circonscription_code, commune_code, station_code};
pub use comparison::{Change, Comparison};
pub use contradiction::Contradiction;
pub use control::{Counted, Disagreement};
pub use departments::{
    DEPARTMENTS, Department, REGIONS, Region, department, department_of_commune, region,
};
pub use fraction::Fraction;
pub use levels::{Layer, Levels};
pub use majority::{Contest, Majority, absolute_majority};
pub use missing::{Evidence, Missing, Reached, Refused, Shortfall};
pub use nuance::{NUANCES, Nuance, PALETTE, WITHOUT_NUANCE, nuance, palette_colour};
pub use ranking::{Leader, Scores};
pub use reconstruction::{Reconstruction, reconstruct};
pub use returns::{Return, Returns};
pub use seats::{Apportionment, AverageStep, Bonus, ListSeats, SeatOutcome, SeatRule, Undecided};
pub use share::{Base, Share};
pub use sums::{Standing, group};
pub use tally::{Ballot, Counts, Figure, Figures, Origin, Quantity, Score, Tally};
pub use territory::{Level, Place};
