//! The app is loaded on demand, not before; and what a reader did before it came stays.

use thirtyfour::prelude::*;

use super::origin::{dist, folder};
use super::server::{Fault, Instead, Part};
use super::session::{INTENT, Session, browser_test};

const RESULT: &str = "/resultats/presidentielle-2017/";
const YVELINES: &str = "/resultats/presidentielle-2017/78-yvelines/";

/// A reader who saves data.
const SAVING: &str = "Object.defineProperty(Navigator.prototype, 'connection', { get: () => ({ saveData: true }) });";

/// Long after a page is complete, when whatever comes by itself has come.
async fn is_read(session: &Session, path: &str) {
    session.browser.goto(session.server.url(path)).await.unwrap();
    let script = "const done = arguments[arguments.length - 1]; const rest = () => setTimeout(done, 1500); \
                  document.readyState === 'complete' ? rest() : addEventListener('load', rest);";
    session.browser.execute_async(script, Vec::new()).await.unwrap();
}

fn is_picture(path: &str) -> bool {
    [".svg", ".webp", ".jpg", ".ico"].iter().any(|it| path.ends_with(it))
}

/// What a page asks for besides itself, its pictures and the icon.
async fn asked_for(session: &Session, path: &str) -> Vec<String> {
    session.server.take_requests();
    is_read(session, path).await;
    let asked = session.server.take_requests().into_iter();
    let page = path.split('?').next().unwrap();
    asked.filter(|it| it != page && !is_picture(it)).collect()
}

/// The size of a file of the site as it is sent, in bytes.
fn sent(path: &str) -> u64 {
    let file = if path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    let compressed = dist().join(format!("{}.br", &file[1..]));
    let plain = dist().join(&file[1..]);
    std::fs::metadata(compressed).or(std::fs::metadata(plain)).unwrap().len()
}

#[tokio::test]
async fn a_page_with_nothing_but_links_costs_its_text() {
    browser_test(async |session| {
        for path in ["/", "/actualites/", "/actualites/mise-au-point/", "/mentions-legales/"] {
            let asked = asked_for(session, path).await;
            assert!(asked.is_empty(), "{path} asks for {asked:?}");
            let [page, icon] = [path, "/icon.svg"].map(sent);
            println!("{page:>6} bytes of {path}, {icon} of the icon; 0 of the app");
        }
        session.assert_silent_console("the end").await;
    })
    .await;
}

#[tokio::test]
async fn a_pointer_that_rests_on_a_link_brings_the_app_and_the_page_behind_it() {
    browser_test(async |session| {
        assert!(asked_for(session, "/").await.is_empty());
        let link = session.browser.find(By::Css(".site-header nav a[href$='/resultats/']")).await;
        session
            .browser
            .action_chain()
            .move_to_element_center(&link.unwrap())
            .perform()
            .await
            .unwrap();
        let live = "return document.documentElement.hasAttribute('data-live')";
        session.until("the app", live).await;
        session.follow(".site-header nav", "Résultats").await;
        session.arrived_at("Résultats").await;
        let asked = session.server.take_requests();
        let data = asked.iter().filter(|path| *path == "/data/resultats.json").count();
        assert_eq!(data, 1, "{asked:?}");
        session.assert_silent_console("the end").await;
    })
    .await;
}

#[tokio::test]
async fn a_link_that_is_followed_before_the_app_is_there_is_followed_by_the_browser() {
    browser_test(async |session| {
        session.server.fail(&[Part::App], Fault::Late);
        session.browser.goto(session.server.url("/")).await.unwrap();
        session.server.take_requests();
        session.follow(".site-header nav", "Agenda").await;
        session.titled("Agenda").await;
        let asked = session.server.take_requests();
        assert_eq!(asked.iter().filter(|path| *path == "/evenements/").count(), 1, "{asked:?}");
        assert!(!asked.iter().any(|path| path.starts_with("/data/")), "{asked:?}");
    })
    .await;
}

#[tokio::test]
async fn who_saves_data_gets_the_app_at_the_first_choice_which_counts() {
    browser_test(async |session| {
        session.server.begin_with(SAVING);
        // What a newsletter adds to the URL is no view.
        for path in [RESULT.to_owned(), format!("{RESULT}?utm_source=lettre")] {
            let asked = asked_for(session, &path).await;
            assert!(asked.is_empty(), "{asked:?}");
        }
        let choice = session.browser.find(By::Css("[name=base][value=inscrits]")).await.unwrap();
        choice.click().await.unwrap();
        session.until("the choice", "return location.search === '?base=inscrits'").await;
        let heading = "return document.querySelector('.heading').textContent === '% des inscrits'";
        session.until("the chart", heading).await;
        session.assert_silent_console("the end").await;
    })
    .await;
}

#[tokio::test]
async fn what_was_typed_before_the_app_came_is_looked_for() {
    browser_test(async |session| {
        session.server.begin_with(SAVING);
        is_read(session, YVELINES).await;
        let field = session.browser.find(By::Css("[name=filtre]")).await.unwrap();
        field.send_keys("conflans").await.unwrap();
        let found = "return document.querySelector('.row-count').textContent.startsWith('1\u{a0}')";
        session.until("the commune", found).await;
        let typed = "return document.activeElement.name + ' ' + document.activeElement.value";
        assert_eq!(session.text(typed).await, "filtre conflans");
        session.assert_silent_console("the end").await;
    })
    .await;
}

/// Where the reader is, what is selected and what is opened.
const STATE: &str = "return JSON.stringify([
  Math.round(scrollY), document.activeElement.textContent.trim(), String(getSelection()),
  [...document.querySelectorAll('details')].map((it) => it.open), window.marked?.isConnected])";

#[tokio::test]
async fn position_focus_selection_and_what_is_opened_stay_when_the_app_comes() {
    browser_test(async |session| {
        session.server.begin_with(SAVING);
        for path in ["/resultats/primaires-citoyennes-2017/", YVELINES] {
            is_read(session, path).await;
            session
                .eval(
                    "const [first, ...others] = document.querySelectorAll('details');
                     for (const it of [first, ...others]) it.open = !it.open;
                     window.marked = first.querySelector('summary');
                     window.marked.focus();
                     getSelection().selectAllChildren(document.querySelector('.summary'));
                     window.scrollTo(0, 700);",
                )
                .await;
            let before = session.text(STATE).await;
            assert!(before.contains("[700,"), "{before}");
            session.live(path).await;
            assert_eq!(session.text(STATE).await, before);
            // A choice redraws the chart: what was opened stays so.
            session.eval("document.querySelectorAll('[name=base]')[1]?.click()").await;
            session.after_frames().await;
            let opened = "return [...document.querySelectorAll('details')].map((it) => it.open)";
            let opened = session.eval(opened).await.to_string();
            assert!(before.contains(&opened), "{before} {opened}");
            session.assert_silent_console(path).await;
        }
    })
    .await;
}

/// A reader may be quicker than the app.
#[tokio::test]
async fn what_was_pressed_on_the_map_before_the_app_came_is_chosen() {
    browser_test(async |session| {
        session.server.fail(&[Part::App], Fault::Slow);
        session.browser.goto(session.server.url(YVELINES)).await.unwrap();
        session
            .eval(
                "document.querySelector('.territories path')
                   .dispatchEvent(new MouseEvent('click', { bubbles: true }))",
            )
            .await;
        session.until("the choice", "return /[?&]lieu=78/.test(location.search)").await;
        session.assert_silent_console("the end").await;
    })
    .await;
}

/// A jump within the page while its data is on the way is no reason to answer nothing.
#[tokio::test]
async fn a_jump_within_the_page_does_not_stop_its_data() {
    browser_test(async |session| {
        session.server.fail(&[Part::Data], Fault::Slow);
        session.browser.goto(session.server.url(RESULT)).await.unwrap();
        let asked = "return performance.getEntriesByType('resource')\
                     .some((it) => it.name.endsWith('_bg.wasm') && it.responseEnd > 0)";
        session.until("the app", asked).await;
        session.eval("document.querySelector('.skip').click()").await;
        session.live(RESULT).await;
        session.eval("document.querySelector('[name=base][value=inscrits]').click()").await;
        let heading = "return document.querySelector('.heading').textContent === '% des inscrits'";
        session.until("the chart", heading).await;
    })
    .await;
}

/// On election night the data of a page may be newer than the page.
#[tokio::test]
async fn a_page_never_mixes_the_figures_of_two_versions() {
    browser_test(async |session| {
        let path = "/data/resultats/presidentielle-2017.json";
        let data = std::fs::read_to_string(dist().join(&path[1..])).unwrap();
        let newer =
            data.replace("présidentielle de 2017\"", "présidentielle de 2017 (actualisée)\"");
        assert_ne!(newer, data);
        session.server.replace(path, Instead::Text(newer));
        session.server.fail(&[Part::App], Fault::Slow);
        session.browser.goto(session.server.url(RESULT)).await.unwrap();
        // What is chosen before the app is there is chosen for the newer page, where the focus stays.
        session
            .eval(
                "const choice = document.querySelector('[name=base][value=votants]');
                 choice.focus(); choice.click()",
            )
            .await;
        session.live(RESULT).await;
        let heading = session.heading().await;
        assert!(heading.ends_with("(actualisée)"), "{heading}");
        let focus = "return [document.activeElement.value, document.activeElement.checked,
                     document.querySelector('.heading').textContent].join(' ')";
        assert_eq!(session.text(focus).await, "votants true % des votants");
        assert_eq!(session.text("return location.search").await, "?base=votants");
        assert_eq!(session.text("return location.pathname").await, format!("{}{RESULT}", folder()));
        assert!(session.browser.title().await.unwrap().contains("(actualisée)"));
        session.assert_silent_console("the end").await;
    })
    .await;
}

/// The data that comes beside the app is that of the page, for all of the visit; the host that failed is
/// asked once more.
#[tokio::test]
async fn the_data_of_the_first_page_is_asked_for_once() {
    browser_test(async |session| {
        let asked = |session: &Session| {
            let requests = session.server.take_requests().into_iter();
            requests.filter(|it| it == "/data/resultats/presidentielle-2017.json").count()
        };
        session.open(RESULT).await;
        let title = session.heading().await;
        session.follow(".site-header nav", "Agenda").await;
        session.arrived_at("Agenda").await;
        session.eval("history.back()").await;
        session.arrived_at(&title).await;
        assert_eq!(asked(session), 1);
        session.assert_silent_console("the end").await;

        session.server.fail(&[Part::Data], Fault::Status(503));
        session.open(RESULT).await;
        assert_eq!(asked(session), 2);
    })
    .await;
}

/// Whoever types while the page before is on its way types on the page that is seen.
#[tokio::test]
async fn what_is_typed_while_another_page_comes_stays_out_of_its_url() {
    browser_test(async |session| {
        session.open("/").await;
        session.follow(".site-header nav", "Résultats").await;
        session.arrived_at("Résultats").await;
        session.server.fail(&[Part::Data], Fault::Slow);
        session.eval("history.back()").await;
        session.until("the way back", "return !location.pathname.endsWith('/resultats/')").await;
        session
            .eval(
                "const field = document.querySelector('[name=filtre]'); field.value = 'conflans';
                 field.dispatchEvent(new InputEvent('input', { bubbles: true }))",
            )
            .await;
        let found = "return document.querySelector('.row-count').textContent.startsWith('1\u{a0}')";
        session.until("the commune", found).await;
        assert_eq!(session.text("return location.search").await, "");
        session.until("home", "return !document.querySelector('.finder')").await;
        assert_eq!(session.text("return location.search").await, "");
        session.assert_silent_console("the end").await;
    })
    .await;
}

/// The app is there, but its data is not: nothing is offered that cannot answer, and links lead on.
#[tokio::test]
async fn without_its_data_a_page_offers_no_choice() {
    browser_test(async |session| {
        session.server.fail(&[Part::Data], Fault::Status(404));
        session.browser.goto(session.server.url(RESULT)).await.unwrap();
        let hidden = format!(
            "{INTENT} const controls = document.querySelector('.controls'); \
             return document.documentElement.hasAttribute('data-live') && \
             getComputedStyle(controls).visibility === 'hidden'"
        );
        session.until("no choice", &hidden).await;
        session.server.recover();
        session.follow(".site-header nav", "Agenda").await;
        session.arrived_at("Agenda").await;
    })
    .await;
}
