//! The results with nothing but a keyboard.

use thirtyfour::Key;

use super::session::{Session, browser_test};

/// The text of the element that has the focus.
const FOCUSED: &str = "return document.activeElement.textContent.trim()";

/// Presses Tab until the focus is on something that begins with a text.
async fn tab_to(session: &Session, text: &str) {
    for _ in 0..60 {
        session.press(Key::Tab).await;
        if session.text(FOCUSED).await.starts_with(text) {
            let outline =
                session.text("return getComputedStyle(document.activeElement).outlineStyle");
            assert_ne!(outline.await, "none", "the focus on « {text} » cannot be seen");
            return;
        }
    }
    panic!("Tab never reaches « {text} »");
}

#[tokio::test]
async fn results_are_reached_and_read_by_keyboard() {
    browser_test(async |session| {
        session.open("/").await;
        tab_to(session, "Aller au contenu").await;
        session.press(Key::Enter).await;
        session.until("the content", "return document.activeElement.id === 'contenu'").await;

        session.open("/").await;
        tab_to(session, "Résultats").await;
        session.press(Key::Enter).await;
        session.arrived_at("Résultats").await;
        tab_to(session, "Primaires citoyennes de 2017").await;
        session.press(Key::Enter).await;
        session.arrived_at("Primaires citoyennes de 2017").await;

        // From the heading on, the next stops are the table's fold and the table.
        tab_to(session, "Tous les chiffres").await;
        let open = "return document.querySelector('details').open";
        assert_eq!(session.eval(open).await, false);
        session.press(Key::Enter).await;
        session.until("the table unfolded", open).await;
        session.press(Key::Tab).await;
        assert_eq!(
            session.text("return document.activeElement.getAttribute('role')").await,
            "region"
        );
        session.assert_silent_console("the end").await;
    })
    .await;
}
