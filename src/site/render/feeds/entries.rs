//! What an entry of a feed says: the whole text of an article, the whole result of an election.

use maud::{Markup, PreEscaped, html};

use crate::chart::{Caption, round_chart};
use crate::components::{
    CardTitle, PicturePlace, event_card, figure_table, partial, picture, time,
};
use crate::data::{Article, Block, Election, Round, RoundExcerpt, Video};
use crate::election::Base;
use crate::french;
use crate::route::Route;

/// The text of an article with its pictures, and its results as tables.
pub fn article(article: &Article) -> Markup {
    html! {
        @if article.has_lead { p { strong { (article.description) } } }
        @if let Some(image) = &article.image {
            figure {
                (picture(&image.picture, &image.alt, PicturePlace::Text, true))
                @if let Some(caption) = &image.caption { figcaption { (caption) } }
            }
        }
        @for (index, it) in article.blocks.iter().enumerate() { (block(it, index)) }
        @if let Some(it) = &article.video { (video(it)) }
        @if let Some(person) = &article.signature {
            p {
                strong { (person.name) }
                @if let Some(role) = &person.role { ", " (role) }
            }
        }
    }
}

fn block(block: &Block, index: usize) -> Markup {
    match block {
        Block::Html(html) => html! { (PreEscaped(html)) },
        Block::Result(excerpt) => result(excerpt, index),
        Block::Event(card) => event_card(card, &card.start, CardTitle::Line),
    }
}

fn result(excerpt: &RoundExcerpt, index: usize) -> Markup {
    let name = french::round(excerpt.round.contest, excerpt.round.number);
    let title = format!("{}, {name} {}", excerpt.title, excerpt.locative);
    html! {
        h3 { (title) }
        (figures(&excerpt.round, title, index))
        p { a href=(Route::Election(excerpt.slug.clone()).href()) { "Tous les résultats\u{a0}: " (excerpt.title) } }
    }
}

/// A recording, which is watched where it is.
fn video(video: &Video) -> Markup {
    html! {
        @if let Some(address) = &video.address {
            p { "Vidéo\u{a0}: " a href=(address) { (video.title) } }
        }
    }
}

/// An election: its rounds, the last one first, as on its page.
pub fn election(election: &Election) -> Markup {
    html! {
        (PreEscaped(&election.introduction))
        @for (index, round) in election.rounds.iter().enumerate().rev() {
            @let name = french::capitalised(french::round(round.contest, round.number));
            h3 { (name) ", " (time(&round.date)) }
            @if let Some(counted) = &round.provisional { p { "Provisoire\u{a0}: " (counted) } }
            (figures(round, format!("{name} {}", election.locative), index))
        }
    }
}

/// The figures of a round in words and as a table, with what must be known of them.
fn figures(round: &Round, title: String, index: usize) -> Markup {
    let Caption { title, summary, table, .. } = round_chart(title, round, Base::Valid).caption;
    html! {
        @if round.is_partial() { (partial(&round.missing.join(" "))) }
        p { (summary) }
        (figure_table(&format!("chiffres-{index}"), &title, &table))
        @if let Some(note) = &round.note { p { (note) } }
        p {
            "Source\u{a0}: "
            @match &round.source.address {
                Some(address) => a href=(address) { (round.source.name) },
                None => (round.source.name),
            }
        }
    }
}
