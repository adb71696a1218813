//! Whether every link, picture and embedded result or event leads somewhere.
//! This comes last: it needs everything else.

use super::legal_notice;
use crate::message;
use crate::route::{Feed, Route, Slug};
use crate::site::content::files::Files;
use crate::site::content::references::{Embed, References};
use crate::site::content::{Content, Featured, Urls};
use crate::site::messages::Message;
use crate::site::parse::addresses;
use crate::site::parse::diagnostics::Problems;
use crate::site::parse::fields::{Spanned, nearest};
use crate::site::parse::values::{Reference, is_url};

/// Files of the site that are no pages and that a link may name.
const OTHER_FILES: [&str; 1] = ["/sitemap.xml"];

/// Ensure every link, picture and embed of the content is there.
pub fn ensure_all_lead_somewhere(
    references: &References,
    content: &Content,
    files: &Files,
    problems: &mut Problems,
) {
    let urls = Urls::of(content, files);
    for link in &references.links {
        ensure_it_leads_somewhere(link, content, &urls, problems);
    }
    for picture in &references.pictures {
        content.media.ensure_it_is_there(picture, problems);
    }
    for embed in &references.embeds {
        ensure_it_exists(embed, content, &urls, problems);
        legal_notice::warn_of_what_is_lacking(embed, content.settings.as_ref(), problems);
    }
    if let Some(featured) = &references.featured {
        ensure_it_can_be_featured(featured, content, &urls, problems);
    }
}

/// Ensure the result that the home page shows is there.
fn ensure_it_can_be_featured(
    featured: &Featured,
    content: &Content,
    urls: &Urls<'_>,
    problems: &mut Problems,
) {
    let slug = &featured.election.value;
    let route = Route::Election(slug.clone());
    if !ensure_it_is_published(&featured.election, &route, content, problems) {
        return;
    }
    match (content.election(slug), &featured.round) {
        (Some(election), Some(round)) if election.round(round.value).is_none() => {
            let found = no_such_round(slug, round.value);
            let help = message!("content-featured-round-help");
            round.problem(problems, message!("content-no-such-round"), found, help);
        }
        (None, _) if !urls.have(&Route::Election(slug.clone())) => {
            let known: Vec<&str> =
                content.elections.iter().map(|election| election.slug.value.as_str()).collect();
            let help = match nearest(slug.as_str(), &known) {
                Some(known) => message!("fields-did-you-mean", known = known),
                None => message!("content-no-such-page-help", folder = "results/"),
            };
            let found = message!("content-no-such-file", path = format!("results/{slug}.json"));
            let title = message!("content-no-such-election");
            featured.election.problem(problems, title, found, help);
        }
        _ => {}
    }
}

fn no_such_round(election: &Slug, round: u8) -> Message {
    let path = format!("results/{election}.json");
    message!("content-no-such-round-found", path = path, round = round.to_string())
}

/// Ensure a page is not one that is published later; says whether it is none.
pub fn ensure_it_is_published<T>(
    at: &Spanned<T>,
    route: &Route,
    content: &Content,
    problems: &mut Problems,
) -> bool {
    let page = match route {
        Route::Territory(election, _) | Route::TerritoryRound(election, ..) => {
            &Route::Election(election.clone())
        }
        page => page,
    };
    let Some(publication) = content.withheld.get(page) else { return true };
    let (page, publication) = (page.to_string(), Message::from(*publication));
    let found = message!("content-unpublished-found", page = page, publication = publication);
    let help = message!("content-unpublished-help");
    at.problem(problems, message!("content-unpublished"), found, help);
    false
}

fn ensure_it_leads_somewhere(
    at: &Spanned<Reference>,
    content: &Content,
    urls: &Urls<'_>,
    problems: &mut Problems,
) {
    let link = at.value.0.as_str();
    if is_url(link) {
        return;
    }
    let contact = link.strip_prefix("mailto:").or_else(|| link.strip_prefix("tel:"));
    if contact.is_some_and(|contact| !contact.is_empty()) {
        return;
    }
    let path = link.split(['#', '?']).next().unwrap_or(link);
    let route = Route::parse(path);
    // One that is published later was reported as that.
    let known = |route| !ensure_it_is_published(at, route, content, problems) || urls.have(route);
    let feed = Feed::parse(path).is_some_and(|feed| urls.have_feed(&feed));
    if route.as_ref().is_some_and(known)
        || feed
        || OTHER_FILES.contains(&path)
        || content.media.has(path)
    {
        return;
    }
    if path.is_empty() {
        let found = message!("content-no-anchor-found", link = link);
        let help = message!("content-no-anchor-help");
        return at.problem(problems, message!("content-no-target"), found, help);
    }
    let found = message!("content-no-target-found", path = path);
    let help = help(link, path, route, urls);
    at.problem(problems, message!("content-no-target"), found, help);
}

/// What to write instead of a link that leads nowhere.
fn help(link: &str, path: &str, route: Option<Route>, urls: &Urls<'_>) -> Message {
    match (addresses::meant(link), route, Route::parse(&format!("{path}/"))) {
        (Some(meant), ..) => message!("mistakes-write", line = meant),
        (_, None, Some(route)) if urls.have(&route) => {
            message!("content-no-slash-help", path = route.to_string())
        }
        (_, Some(_), _) => match urls.nearest(path) {
            Some(page) => message!("fields-did-you-mean", known = page),
            None => message!("content-no-page-help"),
        },
        _ => message!("content-no-target-help"),
    }
}

fn ensure_it_exists(
    embed: &Spanned<Embed>,
    content: &Content,
    urls: &Urls<'_>,
    problems: &mut Problems,
) {
    let route = match &embed.value {
        Embed::Event(slug) => Route::Event(slug.clone()),
        Embed::Result(slug, _) => Route::Election(slug.clone()),
        Embed::Publisher | Embed::Host => return,
    };
    if !ensure_it_is_published(embed, &route, content, problems) {
        return;
    }
    match &embed.value {
        Embed::Event(slug) => {
            if content.event(slug).is_none() && !urls.have(&Route::Event(slug.clone())) {
                let found = message!("content-no-such-file", path = format!("events/{slug}.md"));
                let help = message!("content-no-such-page-help", folder = "events/");
                embed.problem(problems, message!("content-no-such-event"), found, help);
            }
        }
        Embed::Result(slug, number) => match content.election(slug) {
            Some(election) if election.round(*number).is_none() => {
                let found = no_such_round(slug, *number);
                let help = message!("content-no-such-round-help");
                embed.problem(problems, message!("content-no-such-round"), found, help);
            }
            None if !urls.have(&Route::Election(slug.clone())) => {
                let found = message!("content-no-such-file", path = format!("results/{slug}.json"));
                let help = message!("content-no-such-page-help", folder = "results/");
                embed.problem(problems, message!("content-no-such-election"), found, help);
            }
            _ => {}
        },
        Embed::Publisher | Embed::Host => {}
    }
}
