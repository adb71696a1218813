//! Whether every link, picture and embedded result or event leads somewhere.
//! This comes last: it needs everything else.

use crate::route::Route;
use crate::site::content::files::Files;
use crate::site::content::references::{Embed, References};
use crate::site::content::{Content, Featured, Urls};
use crate::site::parse::diagnostics::Problems;
use crate::site::parse::fields::{Spanned, nearest};
use crate::site::parse::values::{Reference, is_url};

/// Files of the site that are no pages and that a link may name.
const OTHER_FILES: [&str; 2] = ["/feed.xml", "/sitemap.xml"];

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
            let found = format!("`results/{slug}.json` has no round {}", round.value);
            let help = "write the number of one of its rounds, or leave `round` out for the last";
            round.problem(problems, "this round does not exist", found, help);
        }
        (None, _) if !urls.have(&Route::Election(slug.clone())) => {
            let known: Vec<&str> =
                content.elections.iter().map(|election| election.slug.value.as_str()).collect();
            let help = match nearest(slug.as_str(), &known) {
                Some(known) => format!("did you mean `{known}`?"),
                None => "write the name of a file in `results/` without its ending".to_owned(),
            };
            let found = format!("there is no `results/{slug}.json`");
            featured.election.problem(problems, "this election does not exist", found, help);
        }
        _ => {}
    }
}

/// Ensure a page is not one that is published later; says whether it is none.
fn ensure_it_is_published<T>(
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
    let help = "publish both at the same time, or leave it out until then";
    at.problem(
        problems,
        "this page is not published yet",
        format!("{page} is {publication}"),
        help,
    );
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
    if route.as_ref().is_some_and(known) || OTHER_FILES.contains(&path) || content.media.has(path) {
        return;
    }
    if path.is_empty() {
        let help = "link to a page: headings have no anchors";
        let found = format!("no element has the id `{link}`");
        return at.problem(problems, "this link leads nowhere", found, help);
    }
    let help = match (route, Route::parse(&format!("{path}/"))) {
        (None, Some(route)) if urls.have(&route) => format!("end it with a slash: `{route}`"),
        (Some(_), _) => match urls.nearest(path) {
            Some(page) => format!("did you mean `{page}`?"),
            None => "link to a page that exists".to_owned(),
        },
        _ => "write a page as `/actualites/…/`, a file as `/media/…`, another site as `https://…`"
            .to_owned(),
    };
    at.problem(problems, "this link leads nowhere", format!("nothing is at `{path}`"), help);
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
    };
    if !ensure_it_is_published(embed, &route, content, problems) {
        return;
    }
    match &embed.value {
        Embed::Event(slug) => {
            if content.event(slug).is_none() && !urls.have(&Route::Event(slug.clone())) {
                let found = format!("there is no `events/{slug}.md`");
                let help = "write the name of a file in `events/` without its ending";
                embed.problem(problems, "this event does not exist", found, help);
            }
        }
        Embed::Result(slug, number) => match content.election(slug) {
            Some(election) if election.round(*number).is_none() => {
                let found = format!("`results/{slug}.json` has no round {number}");
                let help = "write the number of one of its rounds";
                embed.problem(problems, "this round does not exist", found, help);
            }
            None if !urls.have(&Route::Election(slug.clone())) => {
                let found = format!("there is no `results/{slug}.json`");
                let help = "write the name of a file in `results/` without its ending";
                embed.problem(problems, "this election does not exist", found, help);
            }
            _ => {}
        },
    }
}
