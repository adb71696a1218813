//! The editor in the browser as a hand uses it: its forms, found by what is written on them.

use std::time::{Duration, Instant};

use serde_json::json;
use thirtyfour::prelude::*;

use super::session::{PATIENCE, Session};

/// Brings a field into view; forms draw what is far away only when one scrolls there.
pub async fn see(session: &Session, path: &str) {
    let path_of = json!(path);
    let script = format!(
        "const all = [...document.querySelectorAll('[data-key-path]')]; \
         const found = all.find((it) => it.dataset.keyPath === {path_of}); \
         let around = {path_of}, nearest; \
         while (around && !nearest) {{ \
           around = around.slice(0, Math.max(around.lastIndexOf('.'), 0)); \
           nearest = all.filter((it) => around && (it.dataset.keyPath + '.').startsWith(around + '.')).at(-1); \
         }} \
         (found ?? nearest ?? all.at(-1))?.scrollIntoView({{ block: found ? 'center' : 'start' }}); \
         return !!found"
    );
    session.until(&format!("the field {path}"), &script).await;
    // What is drawn above it may still move it.
    tokio::time::sleep(Duration::from_millis(150)).await;
    session.until(&format!("the field {path}"), &script).await;
}

/// The selector of something in a field.
pub fn inside(path: &str, what: &str) -> String {
    format!("[data-key-path={}] {what}", json!(path))
}

/// Writes into a field.
pub async fn write(session: &Session, path: &str, text: &str) {
    see(session, path).await;
    enter(session, &inside(path, "input"), text).await;
}

/// Writes where something is. Forms come and go in a movement, during which nothing can be pressed.
pub async fn enter(session: &Session, css: &str, text: &str) {
    let started = Instant::now();
    loop {
        let field = session.browser.find(By::Css(css)).await.unwrap();
        match field.click().await {
            Ok(()) => return field.send_keys(text).await.unwrap(),
            Err(error) => assert!(started.elapsed() < PATIENCE, "{css}: {error}"),
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// Chooses a day, which each browser would want to be typed in another way.
pub async fn choose_day(session: &Session, path: &str, day: &str) {
    see(session, path).await;
    let (css, day) = (json!(inside(path, "input")), json!(day));
    let script = format!(
        "const input = document.querySelector({css}); input.value = {day}; \
         for (const name of ['input', 'change']) input.dispatchEvent(new Event(name, {{ bubbles: true }}))"
    );
    session.eval(&script).await;
}

/// Presses a button in a field, or anywhere, by what is written on it.
pub async fn press(session: &Session, within: &str, text: &str) {
    let (within, words) = (json!(within), json!(text));
    // Names that are filled in are between signs that nobody sees.
    let script = format!(
        "const plain = (it) => it.innerText.replace(/[\\u2066-\\u2069]/g, '').replace(/\\s+/g, ' ').trim(); \
         const all = [...document.querySelectorAll({within} + ' button')].filter((it) => it.checkVisibility()); \
         const found = all.find((it) => plain(it).includes({words})); \
         if (!found || found.ariaDisabled === 'true' || found.disabled) return false; \
         found.scrollIntoView({{ block: 'center' }}); found.click(); return true"
    );
    session.until(&format!("the button « {text} » in {within}"), &script).await;
}

/// Presses a choice or a switch in a field: by its value, or the only one that there is.
pub async fn choose(session: &Session, path: &str, value: Option<&str>) {
    see(session, path).await;
    let css = json!(match value {
        Some(value) => inside(path, &format!("[role=radio][value={}]", json!(value))),
        None => inside(path, "[role=checkbox]"),
    });
    let script = format!("const it = document.querySelector({css}); it?.click(); return !!it");
    session.until(&format!("the choice {css}"), &script).await;
}

/// Opens a form by its place in the editor.
pub async fn open(session: &Session, place: &str, first: &str) {
    session.eval(&format!("location.hash = {}", json!(place))).await;
    let css = json!(inside(first, "input"));
    session.until(place, &format!("return !!document.querySelector({css})")).await;
}

/// Saves what is in the form, and waits until it is.
pub async fn save(session: &Session) {
    press(session, "body", "Enregistrer").await;
    let saved = "return [...document.querySelectorAll('button')].some((it) => \
                 it.innerText.trim() === 'Enregistrer' && it.disabled)";
    session.until("what is written is saved", saved).await;
}
