//! The whole site, link by link: each page as it was built, and again as the browser draws it.

use std::collections::{BTreeMap, BTreeSet};

use super::origin::folder;
use super::session::{INTENT, Session, browser_test};

/// What a page is, for comparison: its title, every element of `main` with its attributes in one
/// order (the build and the browser write them in different ones) and its text, and each drawing as
/// it is, to the byte.
pub const CONTENT: &str = r"
const write = (node) => node.nodeType === Node.TEXT_NODE ? node.data.trim()
  : node.nodeType !== Node.ELEMENT_NODE ? ''
  : [node.tagName, ...[...node.attributes].map((a) => `${a.name}=${a.value}`).sort()].join(' ')
    + `{${[...node.childNodes].map(write).join('')}}`;
const main = document.querySelector('main');
return [document.title, write(main), ...[...main.querySelectorAll('svg')].map((s) => s.outerHTML)]
  .join('\n');
";

/// What must hold on every page; an empty answer means that it does.
const FAULTS: &str = r#"
const faults = [];
const expect = (holds, what) => { if (!holds) faults.push(what); };
const all = (selector) => [...document.querySelectorAll(selector)];
expect(document.documentElement.lang === 'fr', 'the language');
expect(all('h1').length === 1, 'one first heading');
expect(document.title.length > 0, 'a title');
expect(document.querySelector('link[rel=canonical]').href ===
  'https://ps-conflans.example' + location.pathname, 'its canonical URL');
expect(document.querySelector('meta[name=description]').content.length > 20, 'a description');
expect(all('img').every((img) => (img.alt || img.closest('.card, .video')) && img.width && img.height),
  'pictures with text and size');
expect(all('a').every((a) => a.textContent.trim()), 'links with text');
expect(new Set(all('[id]').map((e) => e.id)).size === all('[id]').length, 'ids that differ');
const table = (f) => f.querySelector('table, .base a') ?? {};
expect(all('figure.chart').every((f) => f.querySelector('.source') && (table(f).tagName === 'TABLE' ||
  document.querySelector(`${table(f).hash} table`))), 'charts with source and table');
const levels = all('h1, h2, h3, h4').map((h) => +h.tagName[1]);
expect(levels.every((l, i) => i === 0 || l <= levels[i - 1] + 1), 'headings that skip no level');
const policy = document.querySelector('meta[http-equiv=Content-Security-Policy]').content;
expect(policy.startsWith("default-src 'none'") && !policy.includes('unsafe-inline'), 'the policy');
expect(document.documentElement.scrollWidth <= innerWidth, 'nothing wider than the screen');
expect(all('.band').every((row) => row.offsetHeight <= (row.closest('.history') ? 112 : 64)),
  'rows of bars of at most 64 pixels, in a history, with what explains them, 112');
expect(document.cookie === '' && localStorage.length === 0, 'nothing stored');
expect(performance.getEntriesByType('resource').every((r) => r.name.startsWith(location.origin)),
  'nothing from elsewhere');
return faults.join(', ');
"#;

/// What is stored beyond the copies of the worker. (The tests keep the console of one engine.)
const STORED: &str = r"
const done = arguments[arguments.length - 1];
const databases = indexedDB.databases?.() ?? [];
Promise.all([caches.keys(), databases]).then(([caches, databases]) => done([
  ...caches.filter((name) => !name.startsWith('urne ')), ...databases.map((it) => it.name),
  ...Object.keys(localStorage), ...Object.keys(sessionStorage).filter((key) => key !== 'console'),
  document.cookie,
].filter(Boolean)));
";

/// Whether a page is visited. The pages of communes are all of one kind: a tenth of them is.
fn is_visited(path: &str) -> bool {
    let place =
        path.trim_end_matches('/').split('/').nth(3).filter(|_| path.starts_with("/resultats/"));
    let code = place.and_then(|place| place.split('-').next()).unwrap_or("");
    code.len() < 5 || code.ends_with('2')
}

/// The pages that are visited, as the site map lists them.
fn visited_pages() -> BTreeSet<String> {
    let sitemap = std::fs::read_to_string(super::origin::dist().join("sitemap.xml")).unwrap();
    let all = sitemap.split("<loc>").skip(1).filter_map(|rest| rest.split('<').next());
    let start = format!("https://ps-conflans.example{}", folder());
    let paths = all.map(|address| address.strip_prefix(&start).expect(address).to_owned());
    paths.filter(|path| is_visited(path)).collect()
}

/// Every page that can be reached from the home page, with what it contains as it was built.
async fn pages_as_built(session: &Session) -> BTreeMap<String, String> {
    let mut pages = BTreeMap::new();
    let mut to_see = BTreeSet::from(["/".to_owned()]);
    while let Some(path) = to_see.pop_first() {
        session.open(&path).await;
        assert_eq!(session.text(FAULTS).await, "", "{path}");
        session.assert_silent_console(&path).await;
        pages.insert(path, session.text(CONTENT).await);
        let links = "return [...document.links].filter((a) => a.origin === location.origin)\
                     .map((a) => a.pathname)";
        for link in session.eval(links).await.as_array().unwrap() {
            let Some(link) = link.as_str().unwrap().strip_prefix(&folder()) else { continue };
            let link = link.to_owned();
            // Posters are for paper: no pages of the app.
            let is_page = link.ends_with('/') && !link.ends_with("/affiche/");
            if is_page && is_visited(&link) && !pages.contains_key(&link) {
                to_see.insert(link);
            }
        }
    }
    pages
}

/// What a page contains when the browser draws it.
async fn drawn(session: &Session, path: &str, title: &str) -> String {
    session.draw(path, title).await;
    let announced = "return document.querySelector('[role=status]').textContent === document.title";
    session.until(path, announced).await;
    session.text(CONTENT).await
}

#[tokio::test]
async fn every_page_has_its_title_and_is_the_same_built_and_drawn() {
    browser_test(async |session| {
        let pages = pages_as_built(session).await;
        println!("{} pages reached by links", pages.len());
        assert_eq!(pages.keys().cloned().collect::<BTreeSet<_>>(), visited_pages());
        let titles: BTreeSet<&str> =
            pages.values().filter_map(|page| page.lines().next()).collect();
        assert_eq!(titles.len(), pages.len(), "{titles:#?}");

        let pages: Vec<_> = pages.into_iter().collect();
        for some in pages.chunks(50) {
            // WebKit lets one document make a hundred entries of the history in ten seconds.
            session.open("/mentions-legales/").await;
            for (path, built) in some {
                assert_eq!(
                    drawn(session, path, built.lines().next().unwrap()).await,
                    *built,
                    "{path}"
                );
            }
        }
        session.assert_silent_console("the end").await;
        let stored = session.browser.execute_async(STORED, Vec::new()).await.unwrap();
        assert_eq!(*stored.json(), serde_json::json!([]), "only the worker keeps anything");
    })
    .await;
}

#[tokio::test]
async fn nothing_is_wider_than_a_small_phone() {
    browser_test(async |session| {
        // A frame has the width that a window may not have; pages themselves allow none.
        session.server.allow_frames();
        session.browser.goto(session.server.url("/robots.txt")).await.unwrap();
        for path in visited_pages() {
            session
                .eval(&format!(
                    "document.body.innerHTML = '<iframe width=320 height=700 src={}></iframe>'",
                    session.server.url(&path)
                ))
                .await;
            session
                .until(
                    &path,
                    &format!(
                        "const f = document.querySelector('iframe').contentDocument; \
                         if (f) {{ {} }} \
                         return !!f?.documentElement?.hasAttribute('data-live')",
                        INTENT.replace("document.", "f.")
                    ),
                )
                .await;
            let width =
                "return document.querySelector('iframe').contentDocument.documentElement.scrollWidth";
            let width = session.eval(width).await.as_i64().unwrap();
            assert!(width <= 320, "{path} is {width} px wide");
            // Two lines for a long name, and two for what is known of whoever bears it.
            let rows = "const f = document.querySelector('iframe').contentDocument;
                        const all = (name, size) => [...f.querySelectorAll(name)].map(size);
                        const height = (it) => it.offsetHeight;
                        const most = (name) => Math.max(0, ...all(name, height));
                        const small = [most('.band:not(.history .band)'), most('.history .band'),
                                       Math.min(320, ...all('.band .name', (it) => it.offsetWidth))];
                        f.documentElement.style.fontSize = '200%';
                        return [...small, f.documentElement.scrollWidth]";
            let rows = session.eval(rows).await;
            let [height, of_history, name, width] = [0, 1, 2, 3].map(|at| rows[at].as_i64().unwrap());
            assert!(height <= 96, "{path} has a row of {height} px");
            // Three keys explain the parts of its bar, and a note that the territory was another one.
            assert!(of_history <= 208, "{path} has a row of its history of {of_history} px");
            assert!(name >= 60, "{path} has a name in {name} px");
            assert!(width <= 320, "{path} is {width} px wide when text is twice as large");
        }
    })
    .await;
}
