//! What search engines are told of a page in their own words (schema.org, as JSON-LD).
//!
//! It is a block of data: no browser runs it, and the content policy need not name it.

mod article;
mod breadcrumbs;
mod dataset;
mod event;
mod organization;
mod thing;

use serde_json::{Value, json};

use crate::data::Page;
use crate::site::compile::Compiled;

/// The element with what is known of the page at a URL; nothing where there is nothing to tell.
pub fn element(compiled: &Compiled, page: &Page, url: &str) -> String {
    let about = match page {
        Page::Home(_) => organization::whole(compiled),
        Page::Article(article) => vec![article::article(compiled, article, url)],
        Page::Event(event) => event::event(compiled, event, url).into_iter().collect(),
        Page::Election(election) => vec![dataset::dataset(compiled, election, url)],
        _ => Vec::new(),
    };
    let way = breadcrumbs::breadcrumbs(&compiled.site.base, page, url);
    let mut things: Vec<Value> = about.into_iter().chain(way).collect();
    let document = match things.len() {
        0 => return String::new(),
        1 => things.remove(0),
        _ => json!({ "@graph": things }),
    };
    let Value::Object(mut document) = document else { return String::new() };
    document.insert("@context".to_owned(), "https://schema.org".into());
    let text = Value::Object(document).to_string();
    // No text ends the element, nor begins another one (`</script>`, `<!--`).
    let text = text.replace('<', "\\u003c");
    format!("<script type=\"application/ld+json\">{text}</script>")
}
