//! An article.

use serde_json::{Value, json};

use super::organization;
use super::thing::thing;
use crate::data::Article;
use crate::site::compile::Compiled;
use crate::site::render::dates;

/// An article, with its days where they are known exactly.
pub fn article(compiled: &Compiled, article: &Article, url: &str) -> Value {
    let author = article.author.as_ref().map(|name| thing("Person", [("name", Some(json!(name)))]));
    let image = article.image.as_ref();
    let image = image.map(|it| format!("{}{}", compiled.site.base, it.picture.src));
    thing(
        "NewsArticle",
        [
            ("headline", Some(article.title.as_str().into())),
            ("description", Some(article.description.as_str().into())),
            ("articleSection", Some(article.category.as_str().into())),
            ("datePublished", dates::published(article).map(Value::from)),
            ("dateModified", dates::of_article(article).map(Value::from)),
            ("image", image.map(Value::from)),
            ("inLanguage", Some("fr".into())),
            ("mainEntityOfPage", Some(url.into())),
            ("url", Some(url.into())),
            ("author", author.or_else(|| Some(organization::named(compiled)))),
            ("publisher", Some(organization::named(compiled))),
        ],
    )
}
