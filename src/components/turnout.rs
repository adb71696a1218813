//! Participation in a round: how many took part, of how many, and what their ballots were.

use maud::{Markup, PreEscaped, html};

use crate::chart::turnout_bar;
use crate::data::Round;
use crate::election::{Base, Figure, Figures, Origin, Quantity, Share};
use crate::french;

/// The participation in a sentence, as one bar with its parts, and each figure with its share where its base is
/// known.
pub fn turnout(round: &Round) -> Markup {
    let figures = round.figures();
    // Blank and null ballots together only where they are not known apart.
    let are_known_apart =
        [Quantity::Blank, Quantity::Null].iter().all(|it| figures.get(*it).is_some());
    let is_said = |it: &Quantity| *it != Quantity::BlankAndNull || !are_known_apart;
    let known = |quantity| figures.get(quantity).map(|figure| (quantity, figure));
    html! {
        h3 { "Participation" }
        @if let Some(rate) = rate(&figures) { p.rate { (rate) } }
        @if let Some(bar) = turnout_bar(&figures) { div.bands.shares { (PreEscaped(bar)) } }
        dl.parts {
            @for (quantity, figure) in Quantity::ALL.into_iter().filter(is_said).filter_map(known) {
                div class=[class(quantity)] {
                    dt { (name(quantity)) }
                    dd { (french::number(figure.count)) }
                    @if let Some(words) = words(&figures, quantity, figure) { dd { (words) } }
                }
            }
        }
        @if let Some(unknown) = unknown(&figures) { p.remark { (unknown) } }
    }
}

/// « 74,20 % des inscrits ont voté. »
fn rate(figures: &Figures) -> Option<Markup> {
    let share = share(figures, Quantity::Voters, figures.get(Quantity::Voters)?)?;
    Some(html! { strong { (french::percent(share)) } " des inscrits ont voté." })
}

/// The part of the bar that a figure is, if it is one.
const fn class(quantity: Quantity) -> Option<&'static str> {
    match quantity {
        Quantity::Valid => Some("valid"),
        Quantity::Blank | Quantity::BlankAndNull => Some("blank"),
        Quantity::Null => Some("null"),
        Quantity::Abstentions => Some("absent"),
        Quantity::Registered | Quantity::Voters => None,
    }
}

/// « 1,27 % des votants, calculé »
fn words(figures: &Figures, quantity: Quantity, figure: Figure) -> Option<String> {
    let share = share(figures, quantity, figure)
        .map(|share| format!("{} {}", french::percent(share), french::of_base(share.base())));
    let origin = origin(figure.origin).map(str::to_owned);
    let words: Vec<String> = share.into_iter().chain(origin).collect();
    (!words.is_empty()).then(|| words.join(", "))
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
