//! What two pages or more share: one exported component a file, its private parts beside it.
//! Components show served data; they must not load any.

mod anew;
mod article_card;
mod base_choice;
mod breadcrumbs;
mod breakdown_section;
mod breakdown_table;
mod candidate_choice;
mod chart_figure;
mod chosen;
mod elsewhere_links;
mod event_card;
mod figure_table;
mod map_figure;
mod published;
mod round_excerpt;
mod round_section;
mod source_line;
mod territory_choice;
mod territory_map;
mod time;
mod today;
mod video_place;

pub use anew::{anew, escaped};
pub use article_card::ArticleCardView;
pub use base_choice::{BaseChoice, bases};
pub use breadcrumbs::Breadcrumbs;
pub use breakdown_section::BreakdownSection;
pub use breakdown_table::BreakdownTable;
pub use candidate_choice::CandidateChoice;
pub use chart_figure::{ChartFigure, TableShown};
pub use chosen::{Chosen, chosen};
pub use elsewhere_links::elsewhere_links;
pub use event_card::{CardTitle, EventCardView};
pub use figure_table::FigureTable;
pub use map_figure::MapFigure;
pub use published::Published;
pub use round_excerpt::RoundExcerptView;
pub use round_section::RoundSection;
pub use source_line::SourceLine;
pub use territory_choice::TerritoryChoice;
pub use territory_map::TerritoryMap;
pub use time::Time;
pub use today::{Today, today};
pub use video_place::VideoPlace;
