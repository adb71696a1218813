//! One article: text, embedded results and events, picture, recording, signature.

use leptos::prelude::*;

use crate::components::{
    Breadcrumbs, CardTitle, EventCardView, Published, RoundExcerptView, VideoPlace,
};
use crate::data::{Article, Block, Image, Person};
use crate::route::Route;

/// One article.
#[component]
pub fn ArticlePage(
    /// What it shows.
    article: Article,
) -> impl IntoView {
    html! {
        <Breadcrumbs trail=vec![(Route::NEWS, "Actualités".to_owned())] page=article.title.clone()/>
        <article class="article">
            <header class="page-head">
                <p class="kicker">{article.category}" · "<Published date=article.date date_text=article.date_text/></p>
                <h1 tabindex="-1">{article.title}</h1>
            </header>
            {article.image.map(picture)}
            {article.blocks.into_iter().map(block).collect_view()}
            {article.video.map(|video| html! { <VideoPlace video/> })}
            {article.signature.map(signature)}
        </article>
    }
}

fn block(block: Block) -> AnyView {
    match block {
        Block::Html(html) => html! { <div class="prose" inner_html=html></div> },
        Block::Result(excerpt) => html! { <RoundExcerptView excerpt=*excerpt/> },
        Block::Event(card) => {
            html! { <EventCardView title=CardTitle::Line card=*card/> }
        }
    }
}

fn picture(image: Image) -> impl IntoView {
    html! {
        <figure class="picture">
            <img src=image.src alt=image.alt width=image.width height=image.height/>
            {image.caption.map(|caption| html! { <figcaption>{caption}</figcaption> })}
        </figure>
    }
}

fn signature(signature: Person) -> impl IntoView {
    html! {
        <p class="signature">
            <strong>{signature.name}</strong>
            {signature.role.map(|role| html! { <span>{role}</span> })}
        </p>
    }
}
