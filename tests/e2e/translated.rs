//! A translator of the browser puts elements of its own in place of every text. What is chosen afterwards
//! changes as a whole: no figure is below a heading of before.

use super::session::{Session, browser_test};

const YVELINES: &str = "/resultats/presidentielle-2017/78-yvelines/";

/// What translators do: each text moves into `<font><font>…</font></font>`.
const TRANSLATE: &str = "
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
const texts = [];
while (walker.nextNode()) if (walker.currentNode.data.trim()) texts.push(walker.currentNode);
for (const text of texts.filter((it) => !['SCRIPT', 'STYLE'].includes(it.parentNode.nodeName))) {
  const outer = document.createElement('font'), inner = document.createElement('font');
  inner.textContent = text.data; outer.append(inner); text.replaceWith(outer);
}";

/// Everything that answers to a choice, as it is read.
const READ: &str = "
const said = (name) => [...document.querySelectorAll(name)].map((it) => it.textContent).join(' | ');
return ['h1', '.round .summary', '.round .heading', '.round .base', '.bands', '.map figcaption',
  '.legend', '.map .base', '#vu', '#resultat .title', '.row-count', '.breakdown thead',
  '.breakdown tbody tr:not([hidden])', '.comparison', 'title']
  .map((name) => `${name}: ${said(name)}`).join('\\n').replace(/[\\u00a0\\u202f]/g, ' ');";

/// Chooses the candidate, the base and the commune, and types into the filter.
async fn choose(session: &Session) {
    session
        .eval(
            "const [candidate, commune] = document.querySelectorAll('.smaller select');\
             const change = (select, value) => { select.value = value;\
               select.dispatchEvent(new Event('change', { bubbles: true })); };\
             change(candidate, '2'); change(commune, '78172');\
             document.querySelectorAll('.controls [name=base]')[1].click();\
             const field = document.querySelector('.controls [type=search]'); field.value = 'ablis';\
             field.dispatchEvent(new InputEvent('input', { bubbles: true }));",
        )
        .await;
    session.until("the choice", "return location.search.includes('filtre=ablis')").await;
}

#[tokio::test]
async fn headings_and_figures_change_together() {
    browser_test(async |session| {
        session.open(YVELINES).await;
        choose(session).await;
        let as_chosen = session.text(READ).await;
        assert!(as_chosen.contains("Marine Le Pen, % des votants"), "{as_chosen}");

        session.open(YVELINES).await;
        session.eval(TRANSLATE).await;
        choose(session).await;
        assert_eq!(session.text(READ).await, as_chosen);

        // And once more, what was drawn since being translated too.
        session.eval(TRANSLATE).await;
        session.eval("document.querySelectorAll('.controls [name=base]')[2].click()").await;
        session.until("the base", "return location.search.includes('base=inscrits')").await;
        let seen = session.text(READ).await;
        assert!(!seen.contains("votants |") && seen.contains("% des inscrits"), "{seen}");
        assert!(!seen.contains("% des votants"), "{seen}");
        session.assert_silent_console("the end").await;
    })
    .await;
}

#[tokio::test]
async fn another_page_is_another_whole() {
    browser_test(async |session| {
        session.open("/resultats/presidentielle-2017/78172-conflans-sainte-honorine/").await;
        let as_opened = session.text(READ).await;
        session.open(YVELINES).await;
        session.eval(TRANSLATE).await;
        session.follow_row("Conflans-Sainte-Honorine").await;
        session.arrived_at("Conflans-Sainte-Honorine").await;
        assert_eq!(session.text(READ).await, as_opened);
        let announced = "return document.querySelector('[role=status]').textContent";
        assert!(session.text(announced).await.contains("Conflans-Sainte-Honorine"));
        session.eval(TRANSLATE).await;
        session.follow(".breadcrumbs", "Yvelines").await;
        session.arrived_at("Yvelines").await;
        assert!(session.text(announced).await.contains("Yvelines"));
        session.assert_silent_console("the end").await;
    })
    .await;
}
