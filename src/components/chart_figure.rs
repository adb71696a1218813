//! A chart with its words around it.
//! Its labels are a list that anyone can read; the drawing behind them is decoration to those who
//! do not see it, and the table below holds every figure.

use maud::{Markup, PreEscaped, html};

use super::{figure_table, source_line};
use crate::chart::{Chart, Label, Measure};
use crate::french;

/// Title, summary, drawing, base, table and source of a chart. `id` is a word that no other element of
/// the page has.
pub fn chart_figure(chart: &Chart, id: &str) -> Markup {
    let title_id = format!("{id}-titre");
    html! {
        figure.chart id=(id) {
            figcaption.title id=(title_id) { (chart.caption.title) }
            (chart_content(chart, id, &title_id))
        }
    }
}

/// What is in the figure of a chart below its title, or below a heading that says the same: the element with
/// the id `title_id`.
pub fn chart_content(chart: &Chart, id: &str, title_id: &str) -> Markup {
    let caption = &chart.caption;
    // Where nothing can be drawn the table is all there is.
    let is_drawn = !chart.labels.is_empty();
    html! {
        @if !caption.summary.is_empty() { p.summary { (caption.summary) } }
        @if is_drawn { (bars(chart, title_id)) }
        @if !caption.table.rows.is_empty() {
            details.figures open[!is_drawn] {
                summary { "Tous les chiffres" }
                (figure_table(&format!("{id}-tableau"), &caption.title, &caption.table))
            }
        }
        (source_line(&caption.sources))
    }
}

/// The bars with what is written at them and what they stand for.
pub fn bars(chart: &Chart, title_id: &str) -> Markup {
    let Chart { caption, labels, has_threshold } = chart;
    let is_of_shares = matches!(caption.measure, Measure::Share(_));
    html! {
        p.heading { (caption.measure.heading()) }
        div.bands.shares[is_of_shares] {
            @if *has_threshold { div.half { span { (french::percentage(50)) } } }
            ol aria-labelledby=(title_id) { @for it in labels { (band(it)) } }
        }
        p.base { (caption.key) }
    }
}

/// A label in two lines, the figure that matters most in the first, and its bar.
fn band(label: &Label) -> Markup {
    html! {
        li.band.leads[label.leads] {
            p.label {
                span.name {
                    @match &label.to {
                        Some(to) => a href=(to) { bdi { (label.name) } },
                        None => bdi { (label.name) },
                    }
                }
                @if let Some(about) = &label.about { " " span.about { (about) } }
                @for key in &label.keys { span.key { (PreEscaped(&key.swatch)) " " (key.words) " " } }
                @if let Some(note) = &label.note { " " span.note { (note) } }
                span.at-the-bar { @for figure in &label.figures { " " span { (figure) } } }
            }
            (PreEscaped(&label.bar))
        }
    }
}
