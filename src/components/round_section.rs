//! One round in one territory: its chart, its participation, what must be known of it.

use maud::{Markup, html};

use super::{Part, TableShown, chart_content, figure_table, time};
use crate::chart::{round_chart, shown};
use crate::data::{Detail, Round};
use crate::election::{Base, Figure, Figures, Origin, Quantity, Share};
use crate::french;

/// One round. `place` is the territory as the end of a sentence: « à Conflans », « dans les Yvelines ».
pub fn round_section(round: &Round, place: &str) -> Markup {
    let id = format!("tour-{}", round.number);
    let name = french::capitalised(french::round(round.contest, round.number));
    let title = title(round, place);
    let chart = chart_of_round(round, place);
    html! {
        section.round aria-labelledby=(id) {
            h2 id=(id) { (name) }
            p.kicker {
                (time(&round.date))
                @if let Some(counted) = &round.provisional { " — provisoire\u{a0}: " (counted) }
            }
            // What the figures lack, before any of them.
            @if round.is_partial() { (partial(&round.missing.join(" "))) }
            figure.chart id=(chart.id) { (chart.built()) }
            div.beside {
                (turnout(round))
                @if let Some(note) = &round.note { p.remark { (note) } }
            }
            @for it in &round.details { (detail(it, &title)) }
        }
    }
}

/// What figures lack.
pub fn partial(missing: &str) -> Markup {
    html! { p.partial { strong { "Somme partielle. " } (missing) } }
}

/// The chart of a round, by the base that the reader chose.
pub fn chart_of_round<'a>(round: &'a Round, place: &'a str) -> Part<'a> {
    let id = format!("tour-{}-graphique", round.number);
    let count = round.tally.scores.len();
    let table = if shown(count) < count { TableShown::Folded } else { TableShown::Open };
    Part::by_base(id.clone(), move |base| {
        chart_content(&round_chart(title(round, place), round, base), &id, table)
    })
}

/// « Second tour à Conflans »
fn title(round: &Round, place: &str) -> String {
    french::capitalised(&format!("{} {place}", french::round(round.contest, round.number)))
}

fn detail(detail: &Detail, round: &str) -> Markup {
    html! {
        div.detail {
            h3 { (detail.title) }
            @for words in &detail.words { p { (words) } }
            @if let Some(table) = &detail.table {
                (figure_table(&format!("{}, {round}", detail.title), table))
            }
        }
    }
}

/// The figures of participation, each with its share where its base is known.
pub fn turnout(round: &Round) -> Markup {
    let figures = round.figures();
    let known = |quantity| figures.get(quantity).map(|figure| (quantity, figure));
    html! {
        h3 { "Participation" }
        dl.turnout {
            @for (quantity, figure) in Quantity::ALL.into_iter().filter_map(known) {
                div {
                    dt { (name(quantity)) }
                    dd {
                        strong { (french::number(figure.count)) }
                        @if let Some(share) = share(&figures, quantity, figure) {
                            span { (french::percent(share)) " " (french::of_base(share.base())) }
                        }
                        @if let Some(origin) = origin(figure.origin) { span.origin { (origin) } }
                    }
                }
            }
        }
        @if let Some(unknown) = unknown(&figures) { p.remark { (unknown) } }
    }
}

/// Of what a figure of participation is a share, where that is known.
fn share(figures: &Figures, quantity: Quantity, figure: Figure) -> Option<Share> {
    let (whole, base) = match quantity {
        Quantity::Blank | Quantity::Null | Quantity::BlankAndNull | Quantity::Valid => {
            (Quantity::Voters, Base::Voters)
        }
        Quantity::Voters | Quantity::Abstentions => (Quantity::Registered, Base::Registered),
        Quantity::Registered => return None,
    };
    Share::of(figure.count, figures.get(whole)?.count, base)
}

/// What of the participation is not known, in words.
fn unknown(figures: &Figures) -> Option<&'static str> {
    match figures.get(Quantity::Registered) {
        Some(_) => None,
        None if *figures == Figures::default() => Some("Elle n’est pas publiée."),
        None => Some("Le nombre d’inscrits n’est pas connu."),
    }
}

fn name(quantity: Quantity) -> &'static str {
    match quantity {
        Quantity::Registered => "Inscrits",
        Quantity::Abstentions => "Abstentions",
        Quantity::Voters => "Votants",
        Quantity::Blank => "Blancs",
        Quantity::Null => "Nuls",
        Quantity::BlankAndNull => "Blancs et nuls",
        Quantity::Valid => "Exprimés",
    }
}

fn origin(origin: Origin) -> Option<&'static str> {
    match origin {
        Origin::Published => None,
        Origin::Derived => Some("calculé"),
        Origin::Reconstructed => Some("reconstitué"),
    }
}
