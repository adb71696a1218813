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
        assert_eq!(title, "Marine Le Pen, par commune");
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

/// A place on the map that a commune covers, in pixels of the window, after its part of the page was brought
/// to the top.
async fn place_of(session: &Session, number: u32) -> (i64, i64) {
    let script = format!(
        "scrollTo({{ top: document.querySelector('.territories').getBoundingClientRect().top + scrollY - 60,
           behavior: 'instant' }});
         const box = document.querySelectorAll('.territories svg > path')[{number}].getBoundingClientRect();
         return [box.x + box.width / 2, box.y + box.height / 2].map(Math.round)"
    );
    let place = session.eval(&script).await;
    (place[0].as_i64().unwrap(), place[1].as_i64().unwrap())
}

/// Versailles among the communes in the order of their codes.
const VERSAILLES: u32 = 249;

/// The names that are on the map.
async fn names(session: &Session) -> Vec<String> {
    let names = "return [...document.querySelectorAll('.names text')].map((it) => it.textContent)";
    serde_json::from_value(session.eval(names).await).unwrap()
}

/// What part of the map is seen.
async fn seen(session: &Session) -> String {
    session.text("return document.querySelector('.territories svg').getAttribute('viewBox')").await
}

/// The name of what is pointed at.
async fn pointed(session: &Session) -> String {
    let label = "const it = document.querySelector('.pointed-name'); return it.hidden ? '' : it.textContent";
    session.text(label).await.replace(['\u{a0}', '\u{202f}'], " ")
}

#[tokio::test]
async fn the_largest_towns_are_named_over_their_places() {
    browser_test(async |session| {
        session.browser.goto(session.server.url(YVELINES)).await.unwrap();
        let names = names(session).await;
        assert_eq!(names[0], "Versailles");
        assert!((4..=8).contains(&names.len()), "{names:?}");
        // They lie over the drawing, and the map is no higher than the window, whatever its width.
        for width in [1280, 400] {
            session.browser.set_window_rect(0, 0, width, 740).await.unwrap();
            let fits = "const [map, names] = [...document.querySelectorAll('.territories > svg')]
                          .map((it) => it.getBoundingClientRect());
                        const [, , wide, high] = document.querySelector('.territories svg')
                          .getAttribute('viewBox').split(' ').map(Number);
                        const near = (one, other) => Math.abs(one - other) < 1.5;
                        return near(map.x, names.x) && near(map.width, names.width) &&
                          near(map.height, names.height) && near(map.width / wide, map.height / high) &&
                          map.width > 200 && map.height <= innerHeight * .81 &&
                          document.documentElement.scrollWidth <= innerWidth";
            // A window takes its time to change.
            session.until(&format!("the map in {width} px"), fits).await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_pointer_names_what_it_is_on() {
    browser_test(async |session| {
        session.open(YVELINES).await;
        let (x, y) = place_of(session, VERSAILLES).await;
        session.browser.action_chain().move_to(x, y).perform().await.unwrap();
        let said = pointed(session).await;
        assert!(said.starts_with("Versailles : Emmanuel Macron 76,15 %, "), "{said}");
        choose(session, "Candidat", "Marine Le Pen").await;
        let (x, y) = place_of(session, VERSAILLES).await;
        session.browser.action_chain().move_to(1, 1).move_to(x, y).perform().await.unwrap();
        assert_eq!(pointed(session).await, "Versailles : Marine Le Pen 23,85 %");
        session.browser.action_chain().move_to(1, 1).perform().await.unwrap();
        assert_eq!(pointed(session).await, "");
        session.assert_silent_console("the end").await;
    })
    .await;
}

#[tokio::test]
async fn a_larger_map_names_more_towns_and_is_moved_by_a_drag() {
    browser_test(async |session| {
        session.open(YVELINES).await;
        let (whole, first) = (seen(session).await, names(session).await);
        let (x, y) = place_of(session, VERSAILLES).await;
        // A drag of the whole map moves nothing, and chooses nothing.
        let drag = async |x, y, to: (i64, i64)| {
            let drag = session.browser.action_chain().move_to(x, y).click_and_hold();
            drag.move_to(to.0, to.1).release().perform().await.unwrap();
        };
        drag(x, y, (x - 9, y + 4)).await;
        let press = async |label: &str| {
            let path = format!("//button[@aria-label='{label}' or text()='{label}']");
            let button = session.browser.find(By::XPath(path)).await.unwrap();
            button.scroll_into_view().await.unwrap();
            button.click().await.unwrap();
        };
        assert_eq!(seen(session).await, whole);
        press("Agrandir").await;
        assert_eq!(seen(session).await.split(' ').nth(2), Some("150.00"));
        press("Agrandir").await;
        let names = names(session).await;
        assert!(names.iter().any(|name| !first.contains(name)), "{names:?}");

        place_of(session, VERSAILLES).await;
        let (middle, before) = (
            "const box = document.querySelector('.territories').getBoundingClientRect();
            return [box.x + box.width / 2, box.y + box.height / 2].map(Math.round)",
            seen(session).await,
        );
        let middle = session.eval(middle).await;
        let (x, y) = (middle[0].as_i64().unwrap(), middle[1].as_i64().unwrap());
        drag(x, y, (x - 80, y - 60)).await;
        let left = |seen: &str| seen.split(' ').next().unwrap().parse::<f64>().unwrap();
        let after = seen(session).await;
        assert!(left(&after) > left(&before) + 5.0, "{before} {after}");
        assert_eq!(session.text("return location.search").await, "");
        session.browser.action_chain().move_to(x, y).click().perform().await.unwrap();
        session.until("the choice", "return /[?&]lieu=78/.test(location.search)").await;
        assert_eq!(seen(session).await, after);

        press("Toute la carte").await;
        assert!(left(&seen(session).await) == 0.0);
        assert_eq!(seen(session).await.split(' ').nth(2), Some("300.00"));
        session.assert_silent_console("the end").await;
    })
    .await;
}

#[tokio::test]
async fn a_map_is_seen_and_used_by_keyboard() {
    browser_test(async |session| {
        session.open(YVELINES).await;
        choice(session, "Commune").await.focus().await.unwrap();
        session.press(Key::Tab).await;
        session
            .until("the focus", "return document.activeElement.matches('.territories svg')")
            .await;
        let said = pointed(session).await;
        assert!(said.contains(" : Emmanuel Macron "), "{said}");
        session.press("+").await;
        session.press("+").await;
        let before = seen(session).await;
        session.press(Key::Right).await;
        session.press(Key::Down).await;
        assert_ne!(seen(session).await, before);
        let said = pointed(session).await;
        session.press(Key::Enter).await;
        session.until("the choice", "return /[?&]lieu=78/.test(location.search)").await;
        let name = said.split(" :").next().unwrap();
        assert!(selected_panel(session).await.starts_with(name), "{said}");
        session.press(Key::Escape).await;
        assert_eq!(seen(session).await.split(' ').nth(2), Some("300.00"));
        session.assert_silent_console("the end").await;
    })
    .await;
}

/// A wheel is for the page, and for the map with a key; two fingers are for the map.
#[tokio::test]
async fn wheel_and_fingers_make_a_map_larger() {
    browser_test(async |session| {
        session.open(YVELINES).await;
        let turn = "const svg = document.querySelector('.territories svg');
                    const box = svg.getBoundingClientRect();
                    const at = { clientX: box.x + 50, clientY: box.y + 50, bubbles: true, cancelable: true };
                    const wheel = (ctrlKey) => svg.dispatchEvent(
                      new WheelEvent('wheel', { ...at, deltaY: -100, ctrlKey }));
                    const whole = svg.getAttribute('viewBox');
                    const left = wheel(false) && svg.getAttribute('viewBox') === whole;
                    const taken = !wheel(true) && svg.getAttribute('viewBox') !== whole;
                    return left && taken";
        assert_eq!(session.eval(turn).await, true);
        session.eval("document.querySelector('.zoom [value=\"0\"]').click()").await;
        let pinch = "const svg = document.querySelector('.territories svg');
                     const box = svg.getBoundingClientRect();
                     const finger = (type, pointerId, x) => svg.dispatchEvent(new PointerEvent(type, {
                       pointerId, pointerType: 'touch', clientX: box.x + x, clientY: box.y + 100, button: 0,
                       buttons: 1, bubbles: true, cancelable: true }));
                     finger('pointerdown', 11, 100); finger('pointerdown', 12, 140);
                     finger('pointermove', 12, 180);
                     return svg.getAttribute('viewBox').split(' ')[2]";
        assert_eq!(session.text(pinch).await, "150.00");
        session.assert_silent_console("the end").await;
    })
    .await;
}

#[tokio::test]
async fn on_a_phone_the_result_of_a_tap_comes_into_view() {
    browser_test(async |session| {
        session.browser.set_window_rect(0, 0, 360, 740).await.unwrap();
        session.open(YVELINES).await;
        let (x, y) = place_of(session, VERSAILLES).await;
        session.browser.action_chain().move_to(x, y).click().perform().await.unwrap();
        let in_view = "const top = (it) => document.querySelector(it).getBoundingClientRect().top;
                       return top('.selected-panel .title') >= 0 && top('#resultat .title') > 0 &&
                         top('#resultat .band') < innerHeight";
        session.until("the result", in_view).await;
        assert!(selected_panel(session).await.starts_with("Versailles"));
        session.after_frames().await;
        // The list does the same.
        choose(session, "Commune", "Le Vésinet").await;
        session
            .until(
                "the other result",
                &format!(
                    "{in_view} && /V.sinet/.test(document.querySelector('#resultat').textContent)"
                ),
            )
            .await;
        session.assert_silent_console("the end").await;
    })
    .await;
}

#[tokio::test]
async fn on_a_phone_a_map_comes_within_the_first_two_screens() {
    browser_test(async |session| {
        session.browser.set_window_rect(0, 0, 390, 844).await.unwrap();
        for election in ["europeennes-2024", "presidentielle-2017", "municipales-2026"] {
            session.open(&format!("/resultats/{election}/78-yvelines/")).await;
            let top = "return document.querySelector('.territories').getBoundingClientRect().top";
            let top = session.eval(top).await.as_f64().unwrap();
            assert!(top <= 2.0 * 844.0, "{election}: {top}");
        }
        session.assert_silent_console("the end").await;
    })
    .await;
}
