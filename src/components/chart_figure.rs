//! A chart with its words around it.
//! Its labels are a list that anyone can read; the drawing behind them is decoration to those who
//! do not see it, and the table below holds every figure.

use leptos::prelude::*;

use super::{FigureTable, SourceLine, anew};
use crate::chart::{Chart, Label, Threshold};

/// How the table of a chart is shown at first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableShown {
    /// In full.
    Open,
    /// Behind a line that opens it.
    Folded,
}

/// Title, summary, drawing, base, table and source of a chart.
#[component]
pub fn ChartFigure(
    /// The chart.
    chart: Chart,
    /// A word that no other chart of the page has, to tie the words to the drawing.
    id: String,
    /// How its table is shown.
    table: TableShown,
) -> impl IntoView {
    let words = chart.words.clone();
    let title_id = format!("{id}-titre");
    // Where nothing can be drawn the table is all there is.
    let drawing = (!chart.labels.is_empty()).then(|| anew(drawing(chart, title_id.clone())));
    let open = drawing.is_none() || table == TableShown::Open;
    // The table stays as it is, open or not, whatever base the drawing has.
    let caption = anew(html! {
        <figcaption>
            <p class="title" id=title_id>{words.title.clone()}</p>
            <p class="summary">{words.summary}</p>
        </figcaption>
    });
    html! {
        <figure class="chart">
            {caption}
            {drawing}
            <details class="figures" open=open>
                <summary>
                    "Tous les chiffres"
                    <span class="visually-hidden">" : "{words.title.clone()}</span>
                </summary>
                <FigureTable caption=words.title table=words.table/>
            </details>
            <SourceLine sources=words.sources/>
        </figure>
    }
}

/// The bars with what is written at them and what they stand for.
fn drawing(chart: Chart, title_id: String) -> AnyView {
    let Chart { words, labels, threshold, svg } = chart;
    html! {
        <div class="drawing">
            <p class="heading">{words.measure.heading()}</p>
            <div class="bands">
                <div class="ink" inner_html=svg></div>
                <ol aria-labelledby=title_id>{labels.into_iter().map(label).collect_view()}</ol>
            </div>
            {threshold.map(threshold_label)}
        </div>
        <p class="base">{words.measure.words()}". "{words.key}</p>
    }
}

fn threshold_label(threshold: Threshold) -> impl IntoView {
    // One class a place: a strict content policy allows no `style` attribute.
    let class = format!("threshold-label at-{}", threshold.axis_end);
    html! { <div class=class><span>{threshold.percent.to_string()}"\u{202f}%"</span></div> }
}

fn label(label: Label) -> impl IntoView {
    let class = if label.leads { "band leads" } else { "band" };
    html! {
        <li class=class>
            <p class="label">
                <span class="name">{label.name}</span>
                {label.about.map(|about| html! { " "<span class="about">{about}</span> })}
                {label.note.map(|note| html! { " "<span class="note">{note}</span> })}
                <span class="at-the-bar">
                    {label.figures.into_iter().map(|figure| html! { " "<span>{figure}</span> }).collect_view()}
                </span>
            </p>
        </li>
    }
}
