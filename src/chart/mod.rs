//! Figures drawn as SVG, always with their words.
//! Text stays in HTML next to the drawing: a drawing must not hold anything that is read.

mod comparison;
mod fill;
mod fingers;
mod hemicycle;
mod history;
mod map;
mod names;
mod outlines;
mod paths;
mod round;
mod round_table;
mod steps;
mod svg;
mod territory_map;
mod turnout;
mod viewport;

pub use self::comparison::comparison_chart;
pub use self::fill::{Fill, Strength};
pub use self::fingers::{Change, Fingers};
pub use self::hemicycle::hemicycle;
pub use self::history::history_chart;
pub use self::map::{Map, MapCaption, TablePlace, drawing, map_chart, outline};
pub use self::names::names;
pub use self::outlines::{anchor, parts, territory_at};
pub use self::round::{headline, round_chart, shown};
pub use self::steps::{Measured, Steps};
pub use self::territory_map::{
    MORE_AND_LESS, OF_NOBODY, territory_fills, territory_map, territory_words,
};
pub use self::turnout::turnout_bar;
pub use self::viewport::{THOUSAND, Viewport};

pub use crate::data::Table;

use crate::data::Source;
use crate::election::Base;
use crate::french;

/// What the length of a bar stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Percentages of this base.
    Share(Base),
    /// Numbers of votes.
    Votes,
    /// Numbers of votes, some of them reconstructed.
    ReconstructedVotes,
}

impl Measure {
    /// The base of the chart, said in full.
    pub fn words(self) -> String {
        match self {
            Self::Share(base) => format!("Pourcentages {}", french::of_base(base)),
            Self::Votes => "Nombres de voix".to_owned(),
            Self::ReconstructedVotes => {
                "Nombres de voix, reconstitués pour le premier tour".to_owned()
            }
        }
    }

    /// The same above the figures that are written at the bars.
    pub fn heading(self) -> String {
        match self {
            Self::Share(base) => format!("% {}", french::of_base(base)),
            Self::Votes => "voix".to_owned(),
            Self::ReconstructedVotes => "voix, premier tour reconstitué".to_owned(),
        }
    }
}

/// What a chart cannot exist without.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caption {
    /// What is shown, where and when.
    pub title: String,
    /// What it shows in a sentence or two, made from the data.
    pub summary: String,
    /// What the lengths stand for.
    pub measure: Measure,
    /// What must be known to read the drawing: first what its width stands for.
    pub key: String,
    /// Who published the figures.
    pub sources: Vec<Source>,
    /// Every figure of the chart, and those it leaves out.
    pub table: Table,
}

/// An entry of a legend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// A small drawing, an `svg` element.
    pub swatch: String,
    /// What it stands for.
    pub words: String,
}

/// A bar with what is written at it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Whose bar it is.
    pub name: String,
    /// The URL of the page about it, if there is one.
    pub to: Option<String>,
    /// The figures, the most important last.
    pub figures: Vec<String>,
    /// What is known of whom it names: the nuance, the head of the list.
    pub about: Option<String>,
    /// What the parts of the bar stand for, from left to right.
    pub keys: Vec<Key>,
    /// A remark below the name.
    pub note: Option<String>,
    /// Whether this bar leads.
    pub leads: bool,
    /// The bar, an `svg` element.
    pub bar: String,
}

/// A chart: bars from top to bottom, each below its label. The whole width is 100 % where the measure is a
/// share, else the longest bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// Its words.
    pub caption: Caption,
    /// The bars with what is written at them.
    pub labels: Vec<Label>,
    /// Whether a line through the bars marks the half, which decides.
    pub has_threshold: bool,
}
