//! Hostile texts in every field of the content, before a real browser: nothing runs, nothing is asked
//! for, and every page keeps its form, as it was built and as the browser draws it.

use std::path::Path;

use urne::site::content::election::tables::LONGEST_NAME;
use urne::site::{self, Bundle, Compiled, Purpose};

use super::attacking::{self, Group, Texts};
use super::crawl::CONTENT;
use super::origin::dist;
use super::session::{Session, browser_test};

/// How long the texts in one field may be together, in bytes: the more of them, the fewer the sites.
const LONGEST: usize = 20_000;

/// The width of a window in which pages are drawn, in pixels: no browser has narrower ones.
const NARROW: u32 = 500;

/// What must hold on every page; an empty answer means that it does.
const FAULTS: &str = "
const faults = [];
const expect = (holds, what) => { if (!holds) faults.push(what); };
expect(window.hacked === undefined && !('hacked' in window), 'something ran');
const wide = document.documentElement.scrollWidth - innerWidth;
expect(wide <= 0, `${wide} px wider than the window`);
if (wide > 0) for (const e of document.querySelectorAll('body *')) {
  const right = e.getBoundingClientRect().right;
  if (right > innerWidth + 1 && !e.closest('.scroll, .prose table, .prose pre, .visually-hidden')) {
    faults.push(`${e.tagName}.${e.className} ${Math.round(right)}`); if (faults.length > 6) break;
  }
}
const parts = [...document.body.children].map((e) => e.tagName);
const order = parts.filter((name) => ['HEADER', 'MAIN', 'FOOTER'].includes(name)).join();
expect(order === 'HEADER,MAIN,FOOTER', `the parts of the page: ${parts}`);
const tops = ['header.site-header', 'main', 'footer.site-footer'].map((name) =>
  document.querySelector(name).getBoundingClientRect());
expect(tops[0].bottom <= tops[1].top + 1 && tops[1].bottom <= tops[2].top + 1, 'their places');
expect(document.querySelectorAll('h1').length === 1, 'one first heading');
return faults.join('; ');
";

/// The document that Trunk makes, with the app of the built site.
fn template() -> String {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut document = std::fs::read_to_string(project.join("index.html")).unwrap();
    let names = std::fs::read_dir(dist()).unwrap().map(|it| it.unwrap().file_name());
    let names: Vec<String> = names.map(|it| it.into_string().unwrap()).collect();
    let wasm = names.iter().find(|name| name.ends_with("_bg.wasm")).unwrap();
    let code = wasm.replace("_bg.wasm", ".js");
    let loader =
        format!("<script id=\"loader\" data-code=\"/{code}\" data-wasm=\"/{wasm}\"></script>");
    while let Some((before, rest)) = document.split_once("<link data-trunk") {
        let (link, after) = rest.split_once('>').unwrap();
        let made = match link.split_once("href=\"").filter(|_| link.contains("inline")) {
            Some((_, path)) => {
                let path = project.join(path.split('"').next().unwrap());
                format!("<style>{}</style>", std::fs::read_to_string(path).unwrap())
            }
            None if link.contains("rust") => loader.clone(),
            None => String::new(),
        };
        document = format!("{before}{made}{after}");
    }
    document
}

/// Texts for whole sites: attacks are together in every group that accepts them. The only URLs
/// that are accepted are harmless.
fn sites(folder: &Path) -> Vec<Texts> {
    let attacks = attacking::all();
    let groups: Vec<Vec<Group>> =
        attacks.iter().map(|text| attacking::accepting(folder, text)).collect();
    let accepted = |group: Group, between: &str, longest: usize| -> Vec<String> {
        let accepts = groups.iter().zip(&attacks).filter(|(groups, _)| groups.contains(&group));
        joined(accepts.map(|(_, text)| text.as_str()), between, longest)
    };
    let together = [(Group::Lines, " "), (Group::Bodies, "\n\n"), (Group::Tables, " ")]
        .map(|(group, between)| (group, accepted(group, between, LONGEST)));
    let names = accepted(Group::Territories, " ", LONGEST_NAME - "78005-".len());
    let count = together.iter().map(|(_, texts)| texts.len()).max().unwrap();
    let site = |at: usize| {
        let texts =
            together.iter().map(|(group, texts)| (*group, &texts[at * texts.len() / count]));
        let texts = texts.fold(Texts::default(), |all, (group, text)| all.with(group, text));
        let territories = &names[at * names.len() / count..(at + 1) * names.len() / count];
        Texts { territories: territories.to_owned(), ..texts }
    };
    assert!(names.len() >= count, "each site has a territory");
    (0..count).map(site).collect()
}

/// Texts one behind the other, as many as may be together.
fn joined<'a>(texts: impl Iterator<Item = &'a str>, between: &str, longest: usize) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for text in texts {
        match all.last_mut() {
            Some(last) if last.len() + between.len() + text.len() <= longest => {
                *last = [last, between, text].concat();
            }
            _ => all.push(text.to_owned()),
        }
    }
    all
}

/// Builds a site and returns the URLs of its pages.
fn build(content: &Path, into: &Path, texts: &Texts, template: &str) -> Vec<String> {
    let compiled =
        attacking::compile(content, texts).unwrap_or_else(|problems| panic!("{problems}"));
    std::fs::create_dir(into).unwrap();
    write_site(&compiled, into, template);
    compiled.routes().map(|route| route.to_string()).collect()
}

/// Writes a site with the app of the built site.
fn write_site(compiled: &Compiled, into: &Path, template: &str) {
    for file in super::files(&dist()) {
        let name = file.file_name().unwrap().to_str().unwrap().to_owned();
        if name.starts_with("urne-") || name == "icon.svg" {
            std::fs::copy(&file, into.join(name)).unwrap();
        }
    }
    std::fs::write(into.join("index.html"), template).unwrap();
    let bundle = Bundle::staged(into).unwrap();
    site::write(compiled, &bundle, Purpose::Publication, into).unwrap();
}

/// Builds a content folder into another folder.
pub fn build_content(content: &Path, into: &Path) {
    let compiled = site::compile(content, site::midnight(jiff::civil::date(2020, 4, 1)));
    write_site(&compiled.unwrap_or_else(|problems| panic!("{problems}")), into, &template());
}

async fn assert_unharmed(session: &Session, at: &str) {
    assert_eq!(session.text(FAULTS).await, "", "{at}");
    session.assert_silent_console(at).await;
}

#[tokio::test]
async fn nothing_hostile_runs_or_breaks_a_page() {
    browser_test(async |session| {
        let workspace = tempfile::tempdir().unwrap();
        let content = workspace.path().join("content");
        let template = template();
        let (mut pages, mut requests) = (0, 0);
        let sites = sites(&content);
        let count = sites.len();
        for (number, texts) in sites.into_iter().enumerate() {
            // A worker may still ask for what it keeps of the site before.
            let into = workspace.path().join(number.to_string());
            let building = {
                let (content, into, template) = (content.clone(), into.clone(), template.clone());
                move || build(&content, &into, &texts, &template)
            };
            // Meanwhile the connection to the browser stays attended to.
            let routes = tokio::task::spawn_blocking(building).await.unwrap();
            session.server.serve(&into);
            session.browser.set_window_rect(0, 0, 1280, 900).await.unwrap();
            let mut built = Vec::new();
            for path in routes.iter().map(String::as_str).chain(["/404.html"]) {
                session.open(path).await;
                assert_unharmed(session, &format!("site {number}, {path} as built")).await;
                built.push((path, session.text(CONTENT).await));
            }
            built.pop();
            session.browser.set_window_rect(0, 0, NARROW, 900).await.unwrap();
            for (path, built) in built {
                session.draw(path, built.lines().next().unwrap_or_default()).await;
                let at = format!("site {number}, {path} as drawn");
                assert_unharmed(session, &at).await;
                assert_eq!(session.text(CONTENT).await, built, "{at}");
                pages += 1;
            }
            let asked = session.server.take_requests();
            requests += asked.len();
            let hacked: Vec<_> = asked.iter().filter(|path| path.contains("/hacked")).collect();
            assert!(hacked.is_empty(), "{hacked:?}");
        }
        let places: usize = Group::ALL.into_iter().map(attacking::places).sum();
        println!(
            "{} texts in {places} places, {} sites, {pages} pages as built and as drawn, {requests} \
             requests: 0 executions",
            attacking::all().len(),
            count,
        );
    })
    .await;
}
