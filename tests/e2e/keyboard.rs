//! The results with nothing but a keyboard.

use thirtyfour::Key;

use super::stage::{Stage, journey};

/// The text of the element that has the focus.
const FOCUSED: &str = "return document.activeElement.textContent.trim()";

/// Presses Tab until the focus is on something that begins with a text.
async fn tab_to(stage: &Stage, text: &str) {
    for _ in 0..60 {
        stage.press(Key::Tab).await;
        if stage.text(FOCUSED).await.starts_with(text) {
            let outline =
                stage.text("return getComputedStyle(document.activeElement).outlineStyle");
            assert_ne!(outline.await, "none", "the focus on « {text} » cannot be seen");
            return;
        }
    }
    panic!("Tab never reaches « {text} »");
}

#[tokio::test]
async fn results_are_reached_and_read_by_keyboard() {
    journey(async |stage| {
        stage.open("/").await;
        tab_to(stage, "Aller au contenu").await;
        stage.press(Key::Enter).await;
        stage.until("the content", "return document.activeElement.id === 'contenu'").await;

        stage.open("/").await;
        tab_to(stage, "Résultats").await;
        stage.press(Key::Enter).await;
        stage.arrived_at("Résultats").await;
        tab_to(stage, "Primaires citoyennes de 2017").await;
        stage.press(Key::Enter).await;
        stage.arrived_at("Primaires citoyennes de 2017").await;

        // From the heading on, the next stops are the table's fold and the table.
        tab_to(stage, "Tous les chiffres").await;
        let open = "return document.querySelector('details').open";
        assert_eq!(stage.eval(open).await, true);
        stage.press(Key::Enter).await;
        stage.until("the table folded", "return !document.querySelector('details').open").await;
        stage.press(Key::Enter).await;
        stage.until("the table unfolded", open).await;
        stage.press(Key::Tab).await;
        assert_eq!(
            stage.text("return document.activeElement.getAttribute('role')").await,
            "region"
        );
        stage.assert_silent_console("the end").await;
    })
    .await;
}
