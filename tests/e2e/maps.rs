//! The map of a département: the choice of a commune by a click, in a list and by keyboard, and of
//! whose share it shows.

use thirtyfour::Key;
use thirtyfour::prelude::*;

use super::engine::Visitor;
use super::origin::Unknown;
use super::session::{Session, browser_test, with};

const YVELINES: &str = "/resultats/presidentielle-2017/78-yvelines/";

/// What is said of the commune that was chosen.
async fn selected_panel(session: &Session) -> String {
    let text = session.text("return document.querySelector('.selected-panel').textContent").await;
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

/// The select behind a label.
async fn choice(session: &Session, label: &str) -> WebElement {
    let path = format!("//label[span[text()='{label}']]/select");
    session.browser.find(By::XPath(path)).await.unwrap()
}

/// Chooses an option as a script would after a reader’s hand.
async fn choose(session: &Session, label: &str, option: &str) {
    let select = choice(session, label).await;
    let path = format!("./option[text()='{option}']");
    select.find(By::XPath(path)).await.unwrap().click().await.unwrap();
}

#[tokio::test]
async fn a_commune_is_chosen_by_a_click_and_in_a_list() {
    browser_test(async |session| {
        session.open(YVELINES).await;
        session.server.take_requests();
        assert!(selected_panel(session).await.starts_with("Touchez la carte"));
        // The communes are drawn in the order of their codes.
        let shape = session.browser.find(By::Css(".territories path:nth-child(250)")).await.unwrap();
        shape.scroll_into_view().await.unwrap();
        shape.click().await.unwrap();
        let said = selected_panel(session).await;
        assert!(said.starts_with("VersaillesEn tête, Emmanuel Macron : 76,15 %"), "{said}");
        let outline = "return document.querySelector('.territories .chosen').getAttribute('d') === \
                       document.querySelector('.territories path:nth-child(250)').getAttribute('d')";
        assert_eq!(session.eval(outline).await, true);
        assert_eq!(session.text("return location.search").await, "?lieu=78646");

        choose(session, "Commune", "Conflans-Sainte-Honorine").await;
        let said = selected_panel(session).await;
        assert!(said.starts_with("Conflans-Sainte-HonorineEn tête, Emmanuel Macron"), "{said}");
        choose(session, "Candidat", "Marine Le Pen").await;
        let said = selected_panel(session).await;
        assert!(said.contains("Marine Le Pen : 25,80 % des exprimés"), "{said}");
        let title = session.text("return document.querySelector('.map .title').textContent").await;
        assert_eq!(title, "Marine Le Pen, commune par commune, dans les Yvelines");
        assert_eq!(session.server.take_requests(), [""; 0]);

        // The way to its page, and back to the same view.
        session.follow(".selected-panel", "Conflans").await;
        session.arrived_at("Conflans-Sainte-Honorine").await;
        session.eval("history.back()").await;
        session.arrived_at("Yvelines").await;
        assert_eq!(selected_panel(session).await, said);
        session.assert_silent_console("the end").await;
    })
    .await;
}

/// Everything of the figure but the shapes themselves: a click there chooses nothing.
#[tokio::test]
async fn a_click_beside_the_shapes_chooses_nothing() {
    browser_test(async |session| {
        session.open(YVELINES).await;
        let clicks = "const at = ['.map', '.map figcaption', '.map .title', '.map .summary', \
                      '.territories', '.territories svg', '.legend', '.legend li', '.swatch', \
                      '.swatch svg', '.swatch path', '.legend li span:last-child', '.map .base', \
                      '.map .base a', '.map .source'];\
                      for (const name of at) { const element = document.querySelector(name);\
                        if (!element) return name;\
                        element.dispatchEvent(new MouseEvent('click', { bubbles: true })); }\
                      return location.search;";
        assert_eq!(session.text(clicks).await, "");
        assert!(selected_panel(session).await.starts_with("Touchez la carte"));
        session.assert_silent_console("the end").await;
    })
    .await;
}

#[tokio::test]
async fn the_same_choice_is_made_by_keyboard_alone() {
    browser_test(async |session| {
        session.open(YVELINES).await;
        for (label, typed) in [("Candidat", "Mar"), ("Commune", "Conf")] {
            let select = choice(session, label).await;
            session
                .browser
                .execute("arguments[0].focus()", vec![select.to_json().unwrap()])
                .await
                .unwrap();
            session.press(typed).await;
            session.press(Key::Enter).await;
        }
        session.until("the choice", "return location.search === '?candidat=2&lieu=78172'").await;
        let said = selected_panel(session).await;
        assert!(said.contains("Marine Le Pen : 25,80 % des exprimés"), "{said}");
        session.assert_silent_console("the end").await;
    })
    .await;
}

#[tokio::test]
async fn a_view_of_a_map_can_be_sent_to_someone() {
    browser_test(async |session| {
        session.open(&format!("{YVELINES}?base=inscrits&candidat=1&lieu=78172")).await;
        let said = selected_panel(session).await;
        assert!(said.contains("Emmanuel Macron : 50,25 % des inscrits"), "{said}");
        let commune = choice(session, "Commune").await;
        assert_eq!(commune.prop("value").await.unwrap().as_deref(), Some("78172"));
        let candidate = choice(session, "Candidat").await;
        assert_eq!(candidate.prop("value").await.unwrap().as_deref(), Some("1"));
        session.assert_silent_console("the end").await;
    })
    .await;
}

#[tokio::test]
async fn without_script_the_map_shows_who_is_ahead_and_asks_nothing() {
    with(Visitor::WithoutScript, Unknown::NotFound, async |session| {
        session.browser.goto(session.server.url(YVELINES)).await.unwrap();
        let shapes = session.browser.find_all(By::Css(".territories path")).await.unwrap();
        assert_eq!(shapes.len(), 262);
        for hidden in [".controls", ".selected-panel"] {
            for element in session.browser.find_all(By::Css(hidden)).await.unwrap() {
                assert!(!element.is_displayed().await.unwrap(), "{hidden} answers nobody");
            }
        }
    })
    .await;
}
