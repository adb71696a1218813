//! Participation in a round: how many took part, of how many, and what their ballots were.

use maud::{Markup, PreEscaped, html};

use crate::chart::turnout_bar;
use crate::data::Round;
use crate::election::{Ballot, Base, Figure, Figures, Origin, Quantity, Share};
use crate::french;

/// The participation in a sentence, as one bar with its parts, and as the table that everybody knows from official
/// results: numbers, and shares of what is known. `id` is a word that no other element of the page has.
/// What is noted of the round is with its figures.
pub fn turnout(round: &Round, id: &str) -> Markup {
    let figures = round.figures();
    let known = known(&figures);
    let name = |quantity| name(quantity, round);
    html! {
        h3 id=(id) { "Participation" }
        @if let Some((figure, words)) = turnout_words(&figures) {
            p.rate {
                strong { (figure) } " " (words)
                @if let Some(compared) = &round.compared_turnout { ", " (compared) }
                "."
            }
        }
        @if let Some(bar) = turnout_bar(&figures) {
            div.bands.shares { (PreEscaped(bar)) }
            // What the parts of the bar are, where the table that says it is folded.
            p.ballots aria-hidden="true" {
                @for (quantity, _) in &known {
                    @if let Some(class) = class(*quantity) { span class=(class) { (name(*quantity).to_lowercase()) } " " }
                }
            }
        }
        @if !known.is_empty() {
            details.figures {
                summary { "Chiffres de la participation" }
                (ballots(&figures, &known, name, id))
                @if let Some(derived) = derived(&known, name) { p.remark { (derived) } }
                @if let Some(note) = &round.note { p.remark { (note) } }
            }
        } @else if let Some(note) = &round.note { p.remark { (note) } }
        @if let Some(unknown) = unknown(&figures) { p.remark { (unknown) } }
    }
}

/// The figures that are known, in the order of the table: blank and null ballots together only where they are not
/// known apart; and that there are none is nothing that an assembly counts.
fn known(figures: &Figures) -> Vec<(Quantity, Figure)> {
    let is_known = |quantity| figures.get(quantity).is_some();
    let are_known_apart = is_known(Quantity::Blank) && is_known(Quantity::Null);
    let known = |quantity| {
        let figure = figures.get(quantity)?;
        let is_nothing = figure.count == 0 && figure.origin != Origin::Published;
        let is_counted = !is_nothing || !is_known(Quantity::Abstaining);
        let is_said = quantity != Quantity::BlankAndNull || !are_known_apart && is_counted;
        is_said.then_some((quantity, figure))
    };
    Quantity::ALL.into_iter().chain([Quantity::Abstaining]).filter_map(known).collect()
}

/// How many voted, as a figure and words: « 74,20 % des inscrits ont voté », or how many they were where it is not
/// known of how many.
pub fn turnout_words(figures: &Figures) -> Option<(String, &'static str)> {
    let voters = figures.get(Quantity::Voters)?.count;
    match figures.base(Base::Registered) {
        Some(registered) => {
            let share = Share::of(voters, registered, Base::Registered)?;
            Some((french::percent(share), "des inscrits ont voté"))
        }
        None => Some((french::number(voters), "personnes ont voté")),
    }
}

/// A row a figure, with its shares of the registered and of the voters where these are known.
fn ballots(
    figures: &Figures,
    known: &[(Quantity, Figure)],
    name: impl Fn(Quantity) -> &'static str,
    id: &str,
) -> Markup {
    let bases = [Base::Registered, Base::Voters];
    let bases: Vec<(Base, u32)> =
        bases.into_iter().filter_map(|base| Some((base, figures.base(base)?))).collect();
    html! {
        div.scroll role="region" tabindex="0" aria-labelledby=(id) {
            table.parts aria-labelledby=(id) {
                thead {
                    tr {
                        td {}
                        th scope="col" { "Nombre" }
                        @for (base, _) in &bases { th scope="col" { "% " (french::of_base(*base)) } }
                    }
                }
                tbody {
                    @for (quantity, figure) in known {
                        tr class=[class(*quantity)] {
                            th scope="row" { (name(*quantity)) }
                            td { (french::number(figure.count)) }
                            @for (base, whole) in &bases {
                                td { @if let Some(share) = share(*quantity, *figure, *base, *whole) { (share) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// « 1,27 »: the heading says of what. Nothing of what is the whole itself or no part of it.
fn share(quantity: Quantity, figure: Figure, base: Base, whole: u32) -> Option<String> {
    let is_a_part = match quantity {
        Quantity::Registered => false,
        Quantity::Abstentions | Quantity::Voters => base == Base::Registered,
        _ => true,
    };
    let share = Share::of(figure.count, whole, base).filter(|_| is_a_part)?;
    Some(french::hundredths(share.hundredths().into()))
}

/// The part of the bar that a figure is, if it is one.
const fn class(quantity: Quantity) -> Option<&'static str> {
    match quantity {
        Quantity::Valid => Some("valid"),
        Quantity::Blank | Quantity::BlankAndNull | Quantity::Abstaining => Some("blank"),
        Quantity::Null => Some("null"),
        Quantity::Abstentions => Some("absent"),
        Quantity::Registered | Quantity::Voters => None,
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

fn name(quantity: Quantity, round: &Round) -> &'static str {
    match quantity {
        // Where voters abstain, others are away.
        Quantity::Abstentions if round.tally.counts.get(Quantity::Abstaining).is_some() => {
            "Non-votants"
        }
        Quantity::Valid if matches!(round.tally.ballot, Ballot::UpTo(_)) => "Valables",
        Quantity::Registered => "Inscrits",
        Quantity::Abstentions | Quantity::Abstaining => "Abstentions",
        Quantity::Voters => "Votants",
        Quantity::Blank => "Blancs",
        Quantity::Null => "Nuls",
        Quantity::BlankAndNull => "Blancs et nuls",
        Quantity::Valid => "Exprimés",
    }
}

/// « Calculé : abstentions, nuls. »
fn derived(
    known: &[(Quantity, Figure)],
    name: impl Fn(Quantity) -> &'static str,
) -> Option<String> {
    let kinds = [(Origin::Derived, "Calculé"), (Origin::Reconstructed, "Reconstitué")];
    let said = kinds.map(|(origin, word)| {
        let of_it = known.iter().filter(|(_, figure)| figure.origin == origin);
        let names: Vec<String> = of_it.map(|(it, _)| name(*it).to_lowercase()).collect();
        (!names.is_empty()).then(|| format!("{word}\u{a0}: {}.", names.join(", ")))
    });
    let said: Vec<String> = said.into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join(" "))
}
