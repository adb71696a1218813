//! The program comes when it is wanted, not before; and what a reader did before it came stays.

use thirtyfour::prelude::*;

use super::origin::{dist, folder};
use super::server::{Fault, Instead, Part};
use super::stage::{SIGN, Stage, journey};

const RESULT: &str = "/resultats/presidentielle-2017/";
const YVELINES: &str = "/resultats/presidentielle-2017/78-yvelines/";

/// A reader who saves data.
const SAVING: &str = "Object.defineProperty(Navigator.prototype, 'connection', { get: () => ({ saveData: true }) });";

/// Long after a page is complete, when whatever comes by itself has come.
async fn is_read(stage: &Stage, path: &str) {
    stage.browser.goto(stage.server.url(path)).await.unwrap();
    let script = "const done = arguments[arguments.length - 1]; const rest = () => setTimeout(done, 1500); \
                  document.readyState === 'complete' ? rest() : addEventListener('load', rest);";
    stage.browser.execute_async(script, Vec::new()).await.unwrap();
}

fn is_picture(path: &str) -> bool {
    [".svg", ".webp", ".jpg", ".ico"].iter().any(|it| path.ends_with(it))
}

/// What a page asks for besides itself, its pictures and the icon.
async fn asked_for(stage: &Stage, path: &str) -> Vec<String> {
    stage.server.take_requests();
    is_read(stage, path).await;
    let asked = stage.server.take_requests().into_iter();
    asked.filter(|it| it != path && !is_picture(it)).collect()
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
    journey(async |stage| {
        for path in ["/", "/actualites/", "/actualites/mise-au-point/", "/mentions-legales/"] {
            let asked = asked_for(stage, path).await;
            assert!(asked.is_empty(), "{path} asks for {asked:?}");
            let [page, icon] = [path, "/icon.svg"].map(sent);
            println!("{page:>6} bytes of {path}, {icon} of the icon; 0 of the program");
        }
        stage.assert_silent_console("the end").await;
    })
    .await;
}

#[tokio::test]
async fn a_pointer_that_rests_on_a_link_brings_the_program_and_the_page_behind_it() {
    journey(async |stage| {
        assert!(asked_for(stage, "/").await.is_empty());
        let link = stage.browser.find(By::Css(".site-header nav a[href$='/resultats/']")).await;
        stage
            .browser
            .action_chain()
            .move_to_element_center(&link.unwrap())
            .perform()
            .await
            .unwrap();
        let live = "return document.documentElement.hasAttribute('data-live')";
        stage.until("the program", live).await;
        stage.follow(".site-header nav", "Résultats").await;
        stage.arrived_at("Résultats").await;
        let asked = stage.server.take_requests();
        let data = asked.iter().filter(|path| *path == "/data/resultats.json").count();
        assert_eq!(data, 1, "{asked:?}");
        stage.assert_silent_console("the end").await;
    })
    .await;
}

#[tokio::test]
async fn a_link_that_is_followed_before_the_program_is_there_is_followed_by_the_browser() {
    journey(async |stage| {
        stage.server.fail(&[Part::Program], Fault::Late);
        stage.browser.goto(stage.server.url("/")).await.unwrap();
        stage.server.take_requests();
        stage.follow(".site-header nav", "Agenda").await;
        stage.titled("Agenda").await;
        let asked = stage.server.take_requests();
        assert_eq!(asked.iter().filter(|path| *path == "/evenements/").count(), 1, "{asked:?}");
        assert!(!asked.iter().any(|path| path.starts_with("/data/")), "{asked:?}");
    })
    .await;
}

#[tokio::test]
async fn who_saves_data_gets_the_program_at_the_first_choice_which_counts() {
    journey(async |stage| {
        stage.server.begin_with(SAVING);
        let asked = asked_for(stage, RESULT).await;
        assert!(asked.is_empty(), "{asked:?}");
        let choice = stage.browser.find(By::Css("[name=base][value=inscrits]")).await.unwrap();
        choice.click().await.unwrap();
        stage.until("the choice", "return location.search === '?base=inscrits'").await;
        let heading = "return document.querySelector('.heading').textContent === '% des inscrits'";
        stage.until("the chart", heading).await;
        stage.assert_silent_console("the end").await;
    })
    .await;
}

#[tokio::test]
async fn what_was_typed_before_the_program_came_is_looked_for() {
    journey(async |stage| {
        stage.server.begin_with(SAVING);
        is_read(stage, YVELINES).await;
        let field = stage.browser.find(By::Css("[name=filtre]")).await.unwrap();
        field.send_keys("conflans").await.unwrap();
        let found = "return document.querySelector('.row-count').textContent.startsWith('1\u{a0}')";
        stage.until("the commune", found).await;
        let typed = "return document.activeElement.name + ' ' + document.activeElement.value";
        assert_eq!(stage.text(typed).await, "filtre conflans");
        stage.assert_silent_console("the end").await;
    })
    .await;
}

/// Where the reader is, what is selected and what is opened.
const STATE: &str = "return JSON.stringify([
  Math.round(scrollY), document.activeElement.textContent.trim(), String(getSelection()),
  [...document.querySelectorAll('details')].map((it) => it.open), window.marked?.isConnected])";

#[tokio::test]
async fn position_focus_selection_and_what_is_opened_stay_when_the_program_comes() {
    journey(async |stage| {
        stage.server.begin_with(SAVING);
        for path in ["/resultats/primaires-citoyennes-2017/", YVELINES] {
            is_read(stage, path).await;
            stage
                .eval(
                    "const [first, ...others] = document.querySelectorAll('details');
                     for (const it of [first, ...others]) it.open = !it.open;
                     window.marked = first.querySelector('summary');
                     window.marked.focus();
                     getSelection().selectAllChildren(document.querySelector('.summary'));
                     window.scrollTo(0, 700);",
                )
                .await;
            let before = stage.text(STATE).await;
            assert!(before.contains("[700,"), "{before}");
            stage.live(path).await;
            assert_eq!(stage.text(STATE).await, before);
            // A choice draws the chart anew: what was opened stays so.
            stage.eval("document.querySelectorAll('[name=base]')[1]?.click()").await;
            stage.drawn().await;
            let opened = "return [...document.querySelectorAll('details')].map((it) => it.open)";
            let opened = stage.eval(opened).await.to_string();
            assert!(before.contains(&opened), "{before} {opened}");
            stage.assert_silent_console(path).await;
        }
    })
    .await;
}

/// A reader may be quicker than the program.
#[tokio::test]
async fn what_was_pressed_on_the_map_before_the_program_came_is_chosen() {
    journey(async |stage| {
        stage.server.fail(&[Part::Program], Fault::Slow);
        stage.browser.goto(stage.server.url(YVELINES)).await.unwrap();
        stage
            .eval(
                "document.querySelector('.territories path')
                   .dispatchEvent(new MouseEvent('click', { bubbles: true }))",
            )
            .await;
        stage.until("the choice", "return /[?&]lieu=78/.test(location.search)").await;
        stage.assert_silent_console("the end").await;
    })
    .await;
}

/// A jump within the page while its data is on the way is no reason to answer nothing.
#[tokio::test]
async fn a_jump_within_the_page_does_not_stop_its_data() {
    journey(async |stage| {
        stage.server.fail(&[Part::Data], Fault::Slow);
        stage.browser.goto(stage.server.url(RESULT)).await.unwrap();
        let asked = "return performance.getEntriesByType('resource')\
                     .some((it) => it.name.endsWith('_bg.wasm') && it.responseEnd > 0)";
        stage.until("the program", asked).await;
        stage.eval("document.querySelector('.skip').click()").await;
        stage.live(RESULT).await;
        stage.eval("document.querySelector('[name=base][value=inscrits]').click()").await;
        let heading = "return document.querySelector('.heading').textContent === '% des inscrits'";
        stage.until("the chart", heading).await;
    })
    .await;
}

/// On election night the data of a page may be newer than the page.
#[tokio::test]
async fn a_page_never_mixes_the_figures_of_two_versions() {
    journey(async |stage| {
        let path = "/data/resultats/presidentielle-2017.json";
        let data = std::fs::read_to_string(dist().join(&path[1..])).unwrap();
        let newer =
            data.replace("présidentielle de 2017\"", "présidentielle de 2017 (actualisée)\"");
        assert_ne!(newer, data);
        stage.server.replace(path, Instead::Text(newer));
        stage.open(RESULT).await;
        let heading = stage.heading().await;
        assert!(heading.ends_with("(actualisée)"), "{heading}");
        assert_eq!(stage.text("return location.pathname").await, format!("{}{RESULT}", folder()));
        assert!(stage.browser.title().await.unwrap().contains("(actualisée)"));
        stage.assert_silent_console("the end").await;
    })
    .await;
}

/// The program is there, but its data is not: nothing is offered that cannot answer, and links lead on.
#[tokio::test]
async fn without_its_data_a_page_offers_no_choice() {
    journey(async |stage| {
        stage.server.fail(&[Part::Data], Fault::Status(404));
        stage.browser.goto(stage.server.url(RESULT)).await.unwrap();
        let hidden = format!(
            "{SIGN} const controls = document.querySelector('.controls'); \
             return document.documentElement.hasAttribute('data-live') && \
             getComputedStyle(controls).visibility === 'hidden'"
        );
        stage.until("no choice", &hidden).await;
        stage.server.mend();
        stage.follow(".site-header nav", "Agenda").await;
        stage.arrived_at("Agenda").await;
    })
    .await;
}
