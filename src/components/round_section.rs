//! One round in one territory: its chart, its participation, what must be known of it.

use leptos::prelude::*;

use super::{ChartFigure, FigureTable, TableShown, Time, chosen, redrawn};
use crate::chart::{round_chart, shown};
use crate::data::{Detail, Round};
use crate::election::{Base, Figure, Figures, Origin, Quantity, Share};
use crate::french;

/// One round.
#[component]
pub fn RoundSection(
    /// The round.
    round: Round,
    /// The territory as the end of a sentence: « à Conflans », « dans les Yvelines ».
    place: String,
) -> impl IntoView {
    let name = french::capitalised(french::round(round.contest, round.number));
    let id = format!("tour-{}", round.number);
    let title = format!("{name} {place}");
    let turnout = turnout(&round);
    let note = round.note.clone();
    let date = round.date.clone();
    let provisional = round.provisional.as_ref();
    let provisional = provisional.map(|counted| format!(" — provisoire\u{a0}: {counted}"));
    let partial = partial(&round);
    let chosen = chosen();
    let base = Memo::new(move |_| chosen.with(|chosen| chosen.base));
    let details = round.details.clone();
    let details: Vec<_> = details.into_iter().map(|detail| self::detail(detail, &title)).collect();
    let chart_id = format!("{id}-graphique");
    let count = round.tally.scores.len();
    let table = if shown(count) < count { TableShown::Folded } else { TableShown::Open };
    let chart = move || {
        let chart = round_chart(title.clone(), &round, base.get());
        html! { <ChartFigure chart id=chart_id.clone() table/> }
    };
    html! {
        <section class="round" aria-labelledby=id.clone()>
            <h2 id=id.clone()>{name}</h2>
            <p class="kicker"><Time moment=date/>{provisional}</p>
            {partial}
            {redrawn(chart)}
            <div class="beside">
                {turnout}
                {note.map(|note| html! { <p class="remark">{note}</p> })}
            </div>
            {details}
        </section>
    }
}

/// What the figures lack, before any of them.
fn partial(round: &Round) -> Option<AnyView> {
    let missing = round.missing.join(" ");
    round.is_partial().then(|| {
        html! { <p class="partial"><strong>"Somme partielle. "</strong>{missing}</p> }
    })
}

fn detail(detail: Detail, round: &str) -> impl IntoView + use<> {
    let caption = format!("{}, {round}", detail.title);
    let words: Vec<_> = detail.words.into_iter().map(|words| html! { <p>{words}</p> }).collect();
    html! {
        <div class="detail">
            <h3>{detail.title}</h3>
            {words}
            {detail.table.map(|table| html! { <FigureTable caption table/> })}
        </div>
    }
}

/// The figures of participation, each with its share where its base is known.
fn turnout(round: &Round) -> impl IntoView + use<> {
    let figures = round.figures();
    let known = |quantity| figures.get(quantity).map(|figure| (quantity, figure));
    let share_of_voters = |count: u32| {
        let voters = figures.get(Quantity::Voters)?.count;
        Share::of(count, voters, Base::Voters)
    };
    let row = |(quantity, figure): (Quantity, Figure)| {
        let share = match quantity {
            Quantity::Blank | Quantity::Null | Quantity::BlankAndNull | Quantity::Valid => {
                share_of_voters(figure.count)
            }
            Quantity::Voters | Quantity::Abstentions => figures
                .get(Quantity::Registered)
                .and_then(|whole| Share::of(figure.count, whole.count, Base::Registered)),
            Quantity::Registered => None,
        };
        let share = share
            .map(|share| format!("{} {}", french::percent(share), french::of_base(share.base())));
        html! {
            <div>
                <dt>{name(quantity)}</dt>
                <dd>
                    <strong>{french::number(figure.count)}</strong>
                    {share.map(|share| html! { <span>{share}</span> })}
                    {origin(figure.origin).map(|origin| html! { <span class="origin">{origin}</span> })}
                </dd>
            </div>
        }
    };
    let rows: Vec<_> = Quantity::ALL.into_iter().filter_map(known).map(row).collect();
    let remark = unknown(&figures).map(|unknown| html! { <p class="remark">{unknown}</p> });
    html! {
        <h3>"Participation"</h3>
        <dl class="turnout">{rows}</dl>
        {remark}
    }
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
