//! What a visitor does with a result beyond reading it: its link is copied or handed on, its chart saved as a picture.

use super::session::browser_test;

/// What the page hands to the browser, caught on the way: no test takes the clipboard of who runs it.
const CAUGHT: &str = "
window.caught = {};
Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { caught.text = text; } } });
Object.defineProperty(navigator, 'share', { value: async ({ url }) => { caught.shared = url; } });
URL.createObjectURL = (blob) => { caught.picture = blob; return '#'; };
";

#[tokio::test]
async fn a_result_is_copied_handed_on_and_saved_as_a_picture() {
    browser_test(async |session| {
        // The result of a commune of which the build makes no picture, with a view of its own.
        session.open("/resultats/europeennes-2024/78062-beynes/?base=inscrits").await;
        session.eval(CAUGHT).await;
        let asked = "return performance.getEntriesByType('resource').some((it) => \
                     it.name.endsWith(document.getElementById('loader').dataset.share))";
        assert_eq!(session.eval(asked).await, false, "who only reads pays nothing");
        let open = "const details = document.querySelector('.downloads'); details.open = true; \
                    details.querySelector('summary').focus(); ";
        session.eval(open).await;
        let press = |label: &str| {
            format!(
                "const button = [...document.querySelectorAll('.downloads button')]\
                 .find((it) => it.textContent === '{label}'); button?.click(); return Boolean(button)"
            )
        };
        for (label, what) in [("copier le lien", "text"), ("partager", "shared")] {
            session.until(label, &press(label)).await;
            let link = format!("return caught.{what}?.endsWith('/78062-beynes/?base=inscrits')");
            session.until(what, &link).await;
        }
        let said = "return document.querySelector('.downloads').innerText.includes('copier le lien\\u00a0: c’est fait')";
        session.until("what was done", said).await;
        session.until("PNG", &press("PNG")).await;
        session.until("a picture", "return caught.picture?.type === 'image/png'").await;
        let size = "const [done] = arguments; \
                    createImageBitmap(caught.picture).then((it) => done(`${it.width} × ${it.height}`))";
        let size = session.browser.execute_async(size, vec![]).await.unwrap();
        let (width, height) = size.json().as_str().unwrap().split_once(" × ").unwrap();
        assert!(width == "1800" && height.parse::<u32>().unwrap() > 400, "{width} × {height}");
        // Once each, however often somebody comes by.
        session.eval("document.querySelector('.downloads a').focus()").await;
        let count = "return String(document.querySelectorAll('.downloads button').length)";
        assert_eq!(session.text(count).await, "3");
        // Where the build has made a picture, that is what is taken.
        session.open("/resultats/europeennes-2024/78172-conflans-sainte-honorine/").await;
        session.eval(CAUGHT).await;
        session.eval(open).await;
        session.until("copier ce texte", &press("copier ce texte")).await;
        session.until("the embed", "return caught.text?.startsWith('<iframe')").await;
        assert_eq!(session.eval(&press("PNG")).await, false);
        session.assert_silent_console("the end").await;
    })
    .await;
}
