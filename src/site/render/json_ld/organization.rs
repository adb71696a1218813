//! Who publishes the site.

use serde_json::{Value, json};

use super::thing::thing;
use crate::route::Route;
use crate::site::compile::Compiled;

/// The publisher and the site, on the home page.
pub fn whole(compiled: &Compiled) -> Vec<Value> {
    let (site, publisher) = (&compiled.site, &compiled.publisher);
    let home = home(compiled);
    let accounts: Vec<&str> = publisher.accounts.iter().map(|it| it.to.as_str()).collect();
    let logo = site.logo.as_ref().map(|logo| format!("{}{}", site.base, logo.src).into());
    let organization = thing(
        "Organization",
        [
            ("@id", Some(id(compiled).into())),
            ("name", Some(site.publisher.as_str().into())),
            ("url", Some(home.as_str().into())),
            ("logo", logo),
            ("address", publisher.address.as_deref().map(Value::from)),
            ("email", publisher.mail.as_deref().map(Value::from)),
            ("telephone", publisher.phone.as_ref().map(|phone| number(&phone.href()))),
            ("sameAs", Some(json!(accounts)).filter(|_| !accounts.is_empty())),
        ],
    );
    let website = thing(
        "WebSite",
        [
            ("name", Some(site.name.as_str().into())),
            ("url", Some(home.into())),
            ("inLanguage", Some("fr".into())),
            ("publisher", Some(json!({ "@id": id(compiled) }))),
        ],
    );
    vec![organization, website]
}

/// The publisher, on another page.
pub fn named(compiled: &Compiled) -> Value {
    thing(
        "Organization",
        [
            ("@id", Some(id(compiled).into())),
            ("name", Some(compiled.site.publisher.as_str().into())),
            ("url", Some(home(compiled).into())),
        ],
    )
}

fn home(compiled: &Compiled) -> String {
    format!("{}{}", compiled.site.base, Route::Home.href())
}

fn id(compiled: &Compiled) -> String {
    format!("{}#organization", home(compiled))
}

fn number(href: &str) -> Value {
    href.trim_start_matches("tel:").into()
}
