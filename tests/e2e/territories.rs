//! All communes of a département: reading, sorting, filtering, choosing, sending a view to someone.

use thirtyfour::By;

use super::session::{Session, browser_test};

const YVELINES: &str = "/resultats/presidentielle-2017/78-yvelines/";

/// Names in the table, from the top.
async fn names(session: &Session) -> Vec<String> {
    let names = "return [...document.querySelectorAll('.breakdown tbody tr:not([hidden]) th')]\
                 .map((cell) => cell.textContent)";
    let names = session.eval(names).await;
    names.as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_owned()).collect()
}

async fn row_count(session: &Session) -> String {
    session.text("return document.querySelector('.row-count').textContent").await
}

/// Types into the filter as a reader does.
async fn filter(session: &Session, text: &str) {
    session
        .eval(&format!(
            "const field = document.querySelector('.controls [type=search]'); field.value = {};\
             field.dispatchEvent(new InputEvent('input', {{ bubbles: true }}));",
            serde_json::json!(text)
        ))
        .await;
}

/// Clicks a heading of the table.
async fn sort_by(session: &Session, heading: &str) {
    session
        .eval(&format!(
            "[...document.querySelectorAll('.breakdown thead button')]\
             .find((button) => button.textContent.includes({})).click()",
            serde_json::json!(heading)
        ))
        .await;
}

#[tokio::test]
async fn all_results_are_reached_from_the_election() {
    browser_test(async |session| {
        session.open("/resultats/presidentielle-2017/").await;
        session.follow("main", "Tous les résultats des Yvelines").await;
        session.arrived_at("Yvelines").await;
        assert_eq!(row_count(session).await, "262\u{a0}communes.");
        session.follow_row("Conflans-Sainte-Honorine").await;
        session.arrived_at("Conflans-Sainte-Honorine").await;
        let text = session.text("return document.querySelector('main').textContent").await;
        for figure in ["11\u{202f}988", "74,20\u{202f}%", "77,15\u{202f}%", "−2,95"] {
            assert!(text.contains(figure), "{figure}");
        }
        session.follow(".breadcrumbs", "Yvelines").await;
        session.arrived_at("Yvelines").await;
        session.assert_silent_console("the end").await;
    })
    .await;
}

/// What a reader sees of the chosen commune: below which row it is, its chart, its participation.
const RESULT: &str = "
const result = document.querySelector('#resultat'), row = result.closest('tr')?.previousElementSibling;
const said = (name) => result.querySelector(name)?.textContent.replace(/[\\u00a0\\u202f]/g, ' ').trim();
return [row?.querySelector('th').textContent, row?.querySelector('a').ariaExpanded, said('.title'),
  result.querySelectorAll('.band').length, said('.at-the-bar'),
  `${said('.rate')} ${said('.parts')}`, said('.more')].join(' | ');";

#[tokio::test]
async fn a_commune_of_the_table_shows_its_whole_result_below_its_row() {
    browser_test(async |session| {
        session.open(YVELINES).await;
        session.server.take_requests();
        let chosen = |code: &str| format!("return location.search.includes('lieu={code}')");
        session.open_row("Conflans-Sainte-Honorine").await;
        session.until("the commune", &chosen("78172")).await;
        let result = session.text(RESULT).await;
        let start = "Conflans-Sainte-Honorine | true | Second tour, Conflans-Sainte-Honorine | 2 | 11 988 voix ";
        assert!(result.starts_with(start), "{result}");
        assert!(result.contains("Inscrits") && result.contains("75,44 % des inscrits"), "{result}");
        assert!(result.ends_with("Toute la page : Conflans-Sainte-Honorine"), "{result}");

        // It follows its row, goes with it, and comes back.
        sort_by(session, "Inscrits").await;
        let sorted = "return document.querySelector('.breakdown [aria-sort] button').textContent === 'Inscrits'";
        session.until("the order", sorted).await;
        assert_eq!(session.text(RESULT).await, result);
        let hidden = "return document.querySelector('#resultat').closest('tr').hidden";
        filter(session, "ablis").await;
        assert_eq!(session.eval(hidden).await, true);
        filter(session, "").await;
        assert_eq!(session.eval(hidden).await, false);

        // By another base, then another commune, then by the list above the map.
        session.eval("document.querySelector('[name=base][value=inscrits]').click()").await;
        let base = "return document.querySelector('#resultat .heading').textContent === '% des inscrits'";
        session.until("the base", base).await;
        session.open_row("Achères").await;
        session.until("the commune", &chosen("78005")).await;
        assert!(session.text(RESULT).await.starts_with("Achères | true | Second tour, Achères"));
        session.eval("const choice = document.querySelector('[name=lieu]'); choice.value = '78172';\
                    choice.dispatchEvent(new Event('change', { bubbles: true }))").await;
        session.until("the commune", &chosen("78172")).await;
        assert!(session.text(RESULT).await.starts_with(" |  | Second tour, Conflans"));
        let open = "return document.querySelectorAll('[aria-expanded=true]').length";
        assert_eq!(session.eval(open).await, 0);

        // Its name once more closes it.
        session.open_row("Achères").await;
        session.until("the commune", &chosen("78005")).await;
        session.open_row("Achères").await;
        session.until("none", "return !location.search.includes('lieu')").await;
        assert_eq!(session.text("return document.querySelector('#resultat').textContent").await, "");
        assert_eq!(session.server.take_requests(), [""; 0]);
        session.assert_silent_console("the end").await;
    })
    .await;
}

/// The result of another commune goes from above the one that is pressed to below it.
#[tokio::test]
async fn what_is_pressed_stays_where_it_is() {
    browser_test(async |session| {
        session.open(YVELINES).await;
        for (name, code) in [("Achères", "78005"), ("Aigremont", "78007"), ("Andelu", "78013")] {
            let link = format!(
                "const link = [...document.querySelectorAll('.breakdown th a')]
                   .find((it) => it.textContent === '{name}'); const {{ top }} = link.getBoundingClientRect();"
            );
            session.see_row(name).await;
            // In one step: the browser scrolls before it presses.
            let before = session.eval(&format!("{link} link.click(); return top")).await;
            session.until(name, &format!("return location.search === '?lieu={code}'")).await;
            session.after_frames().await;
            let after = session.eval(&format!("{link} return top")).await;
            let (before, after) = (before.as_f64().unwrap(), after.as_f64().unwrap());
            assert!((after - before).abs() < 2.0, "{name}: {before} {after}");
        }
        session.assert_silent_console("the end").await;
    })
    .await;
}

/// The style makes boxes of rows and cells, which HTML does not allow to have a role of their own.
#[tokio::test]
async fn a_row_of_boxes_is_a_row_to_those_who_do_not_see_it() {
    browser_test(async |session| {
        session.open(YVELINES).await;
        session.see_row("Ablis").await;
        for (selector, role) in [
            ("", "table"),
            (" thead tr", "row"),
            (" thead th", "columnheader"),
            (" tbody tr", "row"),
            (" tbody th", "rowheader"),
            (" tbody td", "cell"),
        ] {
            assert_eq!(session.role(&format!(".breakdown{selector}")).await, role, "{selector}");
        }
        session.assert_silent_console("the end").await;
    })
    .await;
}

#[tokio::test]
async fn a_commune_is_found_by_typing_its_name() {
    browser_test(async |session| {
        session.open("/resultats/").await;
        assert_eq!(row_count(session).await, "262\u{a0}communes.");
        filter(session, "épône").await;
        assert_eq!(row_count(session).await, "1\u{a0}commune sur\u{a0}262.");
        session.follow(".finder", "Épône").await;
        session.arrived_at("Épône").await;
        session.assert_silent_console("the end").await;
    })
    .await;
}

#[tokio::test]
async fn the_table_filters_as_one_types_and_sorts_by_any_column() {
    browser_test(async |session| {
        session.open(YVELINES).await;
        session.server.take_requests();
        filter(session, "st germ").await;
        assert_eq!(names(session).await, ["Saint-Germain-de-la-Grange", "Saint-Germain-en-Laye"]);
        assert_eq!(row_count(session).await, "2\u{a0}communes sur\u{a0}262.");
        filter(session, "EMANCÉ").await;
        assert_eq!(names(session).await, ["Émancé"]);
        // Any part of a word, and the beginning of a code; the last finds nothing and says so.
        filter(session, "flans").await;
        assert_eq!(names(session).await, ["Conflans-Sainte-Honorine"]);
        assert_eq!(row_count(session).await, "1\u{a0}commune sur\u{a0}262.");
        filter(session, "78172").await;
        assert_eq!(names(session).await, ["Conflans-Sainte-Honorine"]);
        for nothing in ["???", "zzz"] {
            filter(session, nothing).await;
            assert_eq!(row_count(session).await, "Aucune commune sur\u{a0}262.");
            let table = session.browser.find(By::Css(".breakdown")).await.unwrap();
            assert!(!table.is_displayed().await.unwrap(), "an empty table");
        }
        filter(session, "").await;
        assert_eq!(names(session).await.len(), 262);

        sort_by(session, "Inscrits").await;
        assert_eq!(names(session).await[0], "Versailles");
        sort_by(session, "Inscrits").await;
        assert_eq!(names(session).await[261], "Versailles");
        let sorted = "return document.querySelector('.breakdown [aria-sort]').ariaSort";
        assert_eq!(session.text(sorted).await, "ascending");
        assert_eq!(session.server.take_requests(), [""; 0]);
        session.assert_silent_console("the end").await;
    })
    .await;
}

/// Where there is no map the table has its own style all the same.
#[tokio::test]
async fn a_table_without_a_map_is_filtered_too() {
    browser_test(async |session| {
        session.open("/resultats/presidentielle-2017/78172-conflans-sainte-honorine/").await;
        filter(session, "bureau 12").await;
        let seen = "return [...document.querySelectorAll('.breakdown tbody tr')]
            .filter((row) => row.getClientRects().length).map((row) => row.cells[0].textContent).join()";
        assert_eq!(session.text(seen).await, "Bureau 12");
        let line = "return getComputedStyle(document.querySelector('.breakdown thead button'))
            .textDecorationLine";
        assert_eq!(session.text(line).await, "underline");
        session.assert_silent_console("the end").await;
    })
    .await;
}

#[tokio::test]
async fn a_view_can_be_sent_to_someone() {
    browser_test(async |session| {
        session.open(YVELINES).await;
        session
            .eval(
                "const choice = document.querySelector('.smaller select'); choice.value = '2';\
                 choice.dispatchEvent(new Event('change', { bubbles: true }));\
                 document.querySelectorAll('.controls [name=base]')[2].click();",
            )
            .await;
        sort_by(session, "Marine Le Pen, %").await;
        filter(session, "saint").await;
        session.until("the URL", "return location.search.includes('filtre=saint')").await;
        let search = session.text("return location.search").await;
        assert_eq!(search, "?base=inscrits&candidat=2&tri=-part&filtre=saint");
        let seen = names(session).await;
        let table = "return document.querySelector('.breakdown').textContent";
        let figures = session.text(table).await;
        assert!(figures.contains("Marine Le Pen, % des inscrits"), "{figures}");

        // Somebody else opens it.
        session.open(&format!("{YVELINES}{search}")).await;
        assert_eq!(names(session).await, seen);
        assert_eq!(session.text(table).await, figures);
        let heading = session.text("return document.querySelector('.heading').textContent").await;
        assert_eq!(heading, "% des inscrits");

        // A page that is left and returned to is as it was; the base goes along.
        session.follow_row(&seen[0]).await;
        session.arrived_at(&seen[0]).await;
        let search = session.text("return location.search").await;
        assert!(search.starts_with("?base=inscrits") && !search.contains("filtre"), "{search}");
        session.eval("history.back()").await;
        session.arrived_at("Yvelines").await;
        assert_eq!(names(session).await, seen);
        session.assert_silent_console("the end").await;
    })
    .await;
}

/// Base, candidate and commune go along to the other pages of an election, and nowhere else.
#[tokio::test]
async fn a_choice_goes_along_within_an_election() {
    browser_test(async |session| {
        session.open(&format!("{YVELINES}?base=votants&candidat=2&lieu=78172#carte")).await;
        let headings = "return document.querySelector('.breakdown thead').textContent";
        let heading = session.text(headings).await;
        assert!(heading.contains("Marine Le Pen, % des votants"), "{heading}");
        // The other round, where others are in another order.
        session.follow(".smaller", "Le premier tour, par commune").await;
        session.until("the other round", "return location.pathname.endsWith('/tour-1/')").await;
        session.until("the choice", "return location.search.includes('base=votants')").await;
        let heading = session.text(headings).await;
        assert!(heading.contains("Marine Le Pen, % des votants"), "{heading}");
        assert!(session.text("return location.search").await.ends_with("lieu=78172"));
        session.follow(".site-header nav", "Résultats").await;
        session.arrived_at("Résultats").await;
        assert_eq!(session.text("return location.search").await, "");
        session.assert_silent_console("the end").await;
    })
    .await;
}

#[tokio::test]
async fn a_choice_leaves_the_fragment_of_the_url() {
    browser_test(async |session| {
        session.open(&format!("{YVELINES}#tableau")).await;
        session.eval("document.querySelectorAll('.controls [name=base]')[1].click()").await;
        session.until("the choice", "return location.search === '?base=votants'").await;
        assert_eq!(session.text("return location.hash").await, "#tableau");
        session.assert_silent_console("the end").await;
    })
    .await;
}
