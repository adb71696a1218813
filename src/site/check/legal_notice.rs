//! Whether the legal notice says what the law asks a publisher for (loi n° 2004-575 du 21 juin 2004, art. 1-1,
//! which was art. 6-III): it is made of fields of `site.json`.

use crate::message;
use crate::site::content::references::Embed;
use crate::site::content::{Content, Settings};
use crate::site::parse::diagnostics::Problems;
use crate::site::parse::fields::Spanned;

/// Points at a part of a legal notice for which `site.json` lacks what it must say.
pub fn warn_of_what_is_lacking(
    embed: &Spanned<Embed>,
    settings: Option<&Settings>,
    problems: &mut Problems,
) {
    let Some(Settings { publisher, .. }) = settings else { return };
    let (lacking, help) = match embed.value {
        Embed::Publisher => (publisher.lacking(), message!("check-notice-publisher-help")),
        Embed::Host => (publisher.lacking_of_host(), message!("check-notice-host-help")),
        _ => return,
    };
    if !lacking.is_empty() {
        let fields: Vec<String> = lacking.iter().map(|field| format!("`{field}`")).collect();
        let found = message!("check-notice-found", fields = fields.join(", "));
        embed.warning(problems, message!("check-notice"), found, help);
    }
}

/// Points at a site with pages of text, of which none says who publishes it: none has a place for that, nor is called a
/// legal notice.
pub fn ensure_there_is_one(content: &Content, embeds: &[Spanned<Embed>], problems: &mut Problems) {
    let Some(settings) = &content.settings else { return };
    let is_notice = |slug: &str| slug.contains("mentions") || slug.contains("legal");
    let is_there = embeds.iter().any(|embed| embed.value == Embed::Publisher)
        || content.texts.iter().any(|text| is_notice(text.slug.value.as_str()));
    if !is_there && !content.texts.is_empty() {
        let (title, found) = (message!("check-no-notice"), message!("check-no-notice-found"));
        let help = message!("check-no-notice-help");
        settings.publisher.name.warning(problems, title, found, help);
    }
}
