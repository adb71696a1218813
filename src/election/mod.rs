//! The election domain: what can be said of a count, exactly, from what was published.
//! It knows nothing of files, pages or drawings, and never rounds anything but a share.

mod candidate;
mod codes;
mod comparison;
mod contradiction;
mod control;
mod decision;
mod departments;
mod fraction;
mod level_results;
mod levels;
mod majority;
mod missing;
mod nuance;
mod ranking;
mod reconstruction;
mod remainders;
mod seats;
mod share;
mod sums;
mod tally;
mod territory;

pub use self::candidate::{Candidate, Candidates, Stands};
pub use self::codes::{Split, canton_code, circonscription_code, commune_code, station_code};
pub use self::comparison::{Change, Comparison};
pub use self::contradiction::Contradiction;
pub use self::control::{Counted, Difference};
pub use self::decision::{Threshold, Winners};
pub use self::departments::{
    DEPARTMENTS, Department, REGIONS, Region, department, department_of_commune, region,
};
pub use self::fraction::Fraction;
pub use self::level_results::{LevelResults, TerritoryResult};
pub use self::levels::{Layer, Levels};
pub use self::majority::{Contest, Majority, absolute_majority};
pub use self::missing::{Evidence, Missing, Reached, Refused, Shortfall};
pub use self::nuance::{NUANCES, Nuance, PALETTE, WITHOUT_NUANCE, nuance, nuance_of_sum};
pub use self::ranking::{Leader, Scores};
pub use self::reconstruction::reconstruct;
pub use self::seats::{
    Apportionment, AverageStep, Bonus, ListSeats, Method, Remainders, SeatOutcome, SeatRule,
    Undecided,
};
pub use self::share::{Base, Share};
pub use self::sums::{Presence, group};
pub use self::tally::{
    Ballot, Counts, Figure, Figures, Origin, Quantity, Reconstruction, Score, Tally,
};
pub use self::territory::{Level, Place};
