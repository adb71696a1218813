//! What the legal notice says of the publisher and of the host, in the words of the page.

use maud::{Markup, html};

use crate::site::content::Publisher;
use crate::site::content::publisher::Phone;

/// Who publishes the site: what `{{ publisher }}` stands for.
pub fn publisher(publisher: &Publisher) -> String {
    let mail = publisher.mail.as_ref();
    let mail = mail.map(|mail| html! { a href={ "mailto:" (mail) } { (mail) } });
    let lines = [
        Some(html! { (publisher.name.value) }),
        publisher.address.as_ref().map(|it| line("Adresse", &html! { (it) })),
        publisher.phone.as_ref().map(|it| line("Téléphone", &phone(it))),
        mail.map(|it| line("Courriel", &it)),
        publisher.director.as_ref().map(|it| line("Direction de la publication", &html! { (it) })),
    ];
    list(&lines)
}

/// On whose machines it is: what `{{ host }}` stands for, nothing where that is not said.
pub fn host(publisher: &Publisher) -> String {
    let Some(host) = &publisher.host else { return String::new() };
    let lines = [
        Some(html! { (host.name) }),
        host.address.as_ref().map(|it| line("Adresse", &html! { (it) })),
        host.phone.as_ref().map(|it| line("Téléphone", &phone(it))),
    ];
    list(&lines)
}

fn phone(phone: &Phone) -> Markup {
    html! { a href=(phone.href()) { (phone.0) } }
}

fn line(name: &str, value: &Markup) -> Markup {
    html! { (name) "\u{a0}: " (value) }
}

fn list(lines: &[Option<Markup>]) -> String {
    let list = html! { ul { @for line in lines.iter().flatten() { li { (line) } } } };
    list.into_string()
}
