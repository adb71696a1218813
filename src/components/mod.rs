//! What two pages or more share: one exported view a file, its private parts beside it.
//! Views are served data as HTML; they must not load any.

mod article_card;
mod base_choice;
mod breadcrumbs;
mod breakdown_section;
mod breakdown_table;
mod candidate_choice;
mod chart_figure;
mod event_card;
mod figure_table;
mod filter;
mod map_figure;
mod part;
mod published;
mod round_excerpt;
mod round_section;
mod shown_breakdown;
mod source_line;
mod territory_choice;
mod territory_links;
mod territory_map;
mod time;
mod video_place;

pub use self::article_card::article_card;
pub use self::base_choice::base_choice;
pub use self::breadcrumbs::breadcrumbs;
pub use self::breakdown_section::breakdown_section;
pub use self::breakdown_table::{breakdown_table, cell, column_title, columns};
pub use self::candidate_choice::{candidate_choice, candidate_options};
pub use self::chart_figure::{TableShown, chart_content, chart_figure};
pub use self::event_card::{CardTitle, event_card};
pub use self::figure_table::figure_table;
pub use self::filter::{filter, row_count};
pub use self::map_figure::map_content;
pub use self::part::{Part, View};
pub use self::published::published;
pub use self::round_excerpt::round_excerpt;
pub use self::round_section::{chart_of_round, round_section};
pub use self::shown_breakdown::ShownBreakdown;
pub use self::source_line::source_line;
pub use self::territory_choice::{territory_choice, territory_options};
pub use self::territory_links::territory_links;
pub use self::territory_map::{parts_of_map, territory_map};
pub use self::time::time;
pub use self::video_place::video_place;
