//! `urne edit`: the forms over a folder, in a browser that cannot open folders itself, with what the checker says.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

use thirtyfour::prelude::Key;

use super::editor::{choose_day, open, save, write};
use super::session::{Session, browser_test};

/// `urne edit` over a folder, which ends with this value.
struct Editing {
    process: Child,
    /// What else it says, which it may say until it ends.
    _said: BufReader<ChildStdout>,
    url: String,
}

impl Editing {
    fn of(content: &Path) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_urne"))
            .args(["edit", "--content"])
            .arg(content)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        let mut said = BufReader::new(process.stdout.take().unwrap());
        said.read_line(&mut line).unwrap();
        let url = line.split_once("http").map(|(_, rest)| format!("http{}", rest.trim()));
        Self { process, _said: said, url: url.unwrap_or_else(|| panic!("no address: {line}")) }
    }
}

impl Drop for Editing {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A folder with the starter’s site.
fn begun() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let made = Command::new(env!("CARGO_BIN_EXE_urne"))
        .args(["new", "site"])
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert!(made.status.success(), "{made:?}");
    folder
}

async fn come_to(session: &Session, editing: &Editing) {
    session.browser.goto(&editing.url).await.unwrap();
    let there = "return document.body.innerText.includes('Rendez-vous')";
    session.until("the list of forms", there).await;
}

#[tokio::test]
async fn a_mistake_is_shown_beside_its_field_in_french_until_it_is_none() {
    let folder = begun();
    let content = folder.path().join("site/content");
    let article = content.join("news/bienvenue.md");
    let editing = Editing::of(&content);
    browser_test(async |session| {
        come_to(session, &editing).await;
        open(session, "#/collections/news/entries/bienvenue", "title").await;
        choose_day(session, "updated", "2001-02-03").await;
        save(session).await;
        let said = "return document.querySelector('[data-key-path=updated] .urne-answers')?.innerText \
                    .includes('l’article est mis à jour avant d’être publié')";
        session.until("what is wrong beside the field", said).await;
        let text = std::fs::read_to_string(&article).unwrap();
        assert!(text.contains("updated = 2001-02-03"), "{text}");
        choose_day(session, "updated", "2099-02-03").await;
        save(session).await;
        session.until("nothing is wrong", "return !document.querySelector('[data-key-path=updated] .urne-answers')").await;
        let foreign = "return performance.getEntriesByType('resource').map((it) => new URL(it.name)) \
                       .filter((it) => it.protocol.startsWith('http') && it.origin !== location.origin).join()";
        assert_eq!(session.text(foreign).await, "");
    })
    .await;
}

#[tokio::test]
async fn notes_stay_and_the_work_of_others_is_not_overwritten() {
    let folder = begun();
    let content = folder.path().join("site/content");
    let article = content.join("news/bienvenue.md");
    let before = std::fs::read_to_string(&article).unwrap();
    std::fs::write(&article, before.replacen("+++\n", "+++\n# À relire.\n", 1)).unwrap();
    let editing = Editing::of(&content);
    browser_test(async |session| {
        come_to(session, &editing).await;
        open(session, "#/collections/news/entries/bienvenue", "title").await;
        write(session, "title", " à tous").await;
        save(session).await;
        let mine = std::fs::read_to_string(&article).unwrap();
        assert!(mine.starts_with("+++\n# À relire.\n") && mine.contains(" à tous\""), "{mine}");
        let theirs = mine.replace(" à tous", " à toutes");
        std::fs::write(&article, &theirs).unwrap();
        write(session, "title", " encore").await;
        super::editor::press(session, "body", "Enregistrer").await;
        session.until("a word on it", "return !!document.querySelector('.urne-alarm')").await;
        assert_eq!(std::fs::read_to_string(&article).unwrap(), theirs);
        // Notes in JSON stay too.
        open(session, "#/collections/_singletons/entries/site", "name").await;
        write(session, "short_name", "Les Amis").await;
        save(session).await;
        let settings = std::fs::read_to_string(content.join("site.json")).unwrap();
        assert!(settings.contains("// L’adresse du site"), "{settings}");
        assert!(settings.contains("\"short_name\": \"Les Amis\""), "{settings}");
        let checked = Command::new(env!("CARGO_BIN_EXE_urne"))
            .args(["check", "--content"])
            .arg(&content)
            .output()
            .unwrap();
        assert!(checked.status.success(), "{checked:?}");
    })
    .await;
}

#[tokio::test]
async fn a_draft_that_is_renamed_stays_one_and_leaves_its_old_address() {
    let folder = begun();
    let content = folder.path().join("site/content");
    let [before, after] = ["bienvenue", "bonjour"].map(|it| content.join(format!("news/{it}.md")));
    let text = std::fs::read_to_string(&before).unwrap();
    std::fs::write(&before, text.replacen("+++\n", "+++\ndraft = true\n", 1)).unwrap();
    let editing = Editing::of(&content);
    browser_test(async |session| {
        come_to(session, &editing).await;
        open(session, "#/collections/news/entries/bienvenue", "title").await;
        let open_panel = "const it = (label) => document.querySelector(`button[aria-label=\"${label}\"]`); \
                          const field = [...document.querySelectorAll('input')].find((it) => it.value === 'bienvenue'); \
                          if (!field) (it('Modifier le slug') ?? it('Slug'))?.click(); \
                          field?.focus(); field?.select(); return !!field";
        session.until("the name of the file", open_panel).await;
        session.press("bonjour").await;
        session.press(Key::Enter).await;
        save(session).await;
        let text = std::fs::read_to_string(&after).unwrap();
        assert!(text.contains("draft = true"), "{text}");
        assert!(text.contains("alias = [ \"/actualites/bienvenue/\" ]"), "{text}");
        assert!(!before.exists());
    })
    .await;
}
