//! What two pages or more share: one exported component a file, its private parts beside it.
//! Components show served data; they must not load any.

mod article_card;
mod breadcrumbs;
mod chart_figure;
mod event_card;
mod map_figure;
mod published;
mod round_excerpt;
mod source_line;
mod time;
mod today;
mod video_place;

pub use article_card::ArticleCardView;
pub use breadcrumbs::Breadcrumbs;
pub use chart_figure::{ChartFigure, TableShown};
pub use event_card::{CardTitle, EventCardView};
pub use map_figure::MapFigure;
pub use published::Published;
pub use round_excerpt::RoundExcerptView;
pub use source_line::SourceLine;
pub use time::Time;
pub use today::{Today, today};
pub use video_place::VideoPlace;
