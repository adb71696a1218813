//! The editor at `/admin/` of a built site: over a folder of the browser’s own, as over one that a hand has chosen, and
//! without asking anybody else.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Command, Output};

use axum::Router;
use axum::http::{HeaderValue, Response, header};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};
use thirtyfour::prelude::*;
use tower_http::services::ServeDir;

use super::editor::{choose, choose_day, enter, inside, open, press, save, see, write};
use super::engine::Engine;
use super::files;
use super::nginx::skip;
use super::session::{Session, browser_test};

const ADMIN: &str = "{ \"admin\": { \"backend\": \"github\", \"repo\": \"section/site\" },";

/// The site of the browser tests with an editor.
fn content(into: &Path) {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/site");
    for file in files(&from) {
        let to = into.join(file.strip_prefix(&from).unwrap());
        std::fs::create_dir_all(to.parent().unwrap()).unwrap();
        std::fs::copy(&file, to).unwrap();
    }
    let settings = into.join("site.json");
    let text = std::fs::read_to_string(&settings).unwrap();
    std::fs::write(settings, text.replacen('{', ADMIN, 1)).unwrap();
}

fn urne(arguments: &[&str], content: &Path) -> Output {
    let app = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/app");
    let mut command = Command::new(env!("CARGO_BIN_EXE_urne"));
    command.args(arguments).arg("--content").arg(content).arg("--app").arg(app);
    let output = command.output().unwrap();
    assert!(output.status.success(), "{output:?}");
    output
}

/// Serves a site with the policy that hosts send with the editor.
async fn serve(site: &Path) -> SocketAddr {
    let headers = std::fs::read_to_string(site.join("_headers")).unwrap();
    let rule = headers.split("\n/").find(|rule| rule.starts_with("admin/*")).unwrap().to_owned();
    let policy =
        rule.lines().find_map(|line| line.trim().strip_prefix("Content-Security-Policy: "));
    let policy = HeaderValue::from_str(policy.unwrap()).unwrap();
    let send = move |mut response: Response<_>| {
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy.clone());
        std::future::ready(response)
    };
    let routes = Router::new()
        .fallback_service(ServeDir::new(site))
        .layer(axum::middleware::map_response(send));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, routes).await.unwrap() });
    address
}

/// Puts files into the folder that the browser gives, and makes it the one that is chosen.
const SEED: &str = "const [files, done] = arguments; (async () => { \
    const root = await navigator.storage.getDirectory(); \
    await root.getDirectoryHandle('.git', { create: true }); \
    for (const [path, text] of Object.entries(files)) { \
      const names = path.split('/'); const last = names.pop(); let folder = root; \
      for (const name of names) folder = await folder.getDirectoryHandle(name, { create: true }); \
      const file = await (await folder.getFileHandle(last, { create: true })).createWritable(); \
      await file.write(Uint8Array.from(atob(text), (it) => it.charCodeAt(0))); await file.close(); \
    } \
    window.showDirectoryPicker = () => navigator.storage.getDirectory(); \
  })().then(() => done(''), (error) => done(String(error)));";

/// Everything that is in it.
const READ: &str = "const [done] = arguments; const found = {}; const below = async (folder, path) => { \
    for await (const [name, it] of folder.entries()) { \
      if (it.kind === 'directory') { await below(it, `${path}${name}/`); continue; } \
      const bytes = new Uint8Array(await (await it.getFile()).arrayBuffer()); \
      found[path + name] = btoa(Array.from(bytes, (it) => String.fromCharCode(it)).join('')); \
    } }; \
  navigator.storage.getDirectory().then((it) => below(it, '')).then(() => done(found));";

/// What the console said, without what the editor tells its developers.
async fn console(session: &Session) -> Vec<String> {
    let said = session.console().await;
    let is_told = |it: &String| it.contains("CMS configuration") || it.contains("[Loading site");
    said.into_iter().filter(|it| !is_told(it)).collect()
}

async fn write_an_article(session: &Session, picture: &Path) {
    open(session, "#/collections/news/new", "title").await;
    write(session, "title", "L’été à la plage").await;
    write(session, "category", "Loisirs").await;
    write(session, "summary", "La plage, enfin.").await;
    choose_day(session, "date", "2017-06-21").await;
    choose(session, "image", None).await;
    see(session, "image.src").await;
    press(session, &inside("image.src", "").trim_end(), "Parcourir").await;
    let file = "dialog[open] input[type=file]";
    session
        .until("the choice of a picture", &format!("return !!document.querySelector('{file}')"))
        .await;
    let input = session.browser.find(By::Css(file)).await.unwrap();
    input.send_keys(picture.to_str().unwrap()).await.unwrap();
    press(session, "dialog[open]", "Insérer").await;
    write(session, "image.alt", "La plage au matin").await;
    see(session, "body").await;
    enter(session, &inside("body", "textarea"), "Tout est **prêt**.").await;
    save(session).await;
}

async fn write_an_event(session: &Session) {
    open(session, "#/collections/events/new", "title").await;
    write(session, "title", "Pique-nique").await;
    write(session, "summary", "Au bord de l’eau.").await;
    write(session, "start", "2017-07-01T12:00").await;
    write(session, "place", "Le port").await;
    save(session).await;
}

async fn write_a_result(session: &Session) {
    open(session, "#/collections/results/new", "title").await;
    write(session, "title", "Vote du budget").await;
    write(session, "territory", "L’association").await;
    write(session, "introduction", "Les adhérents votent le budget.").await;
    choose(session, "contest", Some("one-round")).await;
    see(session, "rounds").await;
    press(session, inside("rounds", "").trim_end(), "Ajouter").await;
    choose(session, "rounds.0.round", Some("1")).await;
    choose_day(session, "rounds.0.date", "2017-05-02").await;
    for (at, (name, votes)) in
        [("Premier projet", "28"), ("Deuxième projet", "11")].iter().enumerate()
    {
        see(session, "rounds.0.candidates").await;
        press(session, inside("rounds.0.candidates", "").trim_end(), "Ajouter").await;
        write(session, &format!("rounds.0.candidates.{at}.name"), name).await;
        write(session, &format!("rounds.0.candidates.{at}.votes"), votes).await;
    }
    write(session, "rounds.0.source.name", "Procès-verbal").await;
    save(session).await;
}

#[tokio::test]
async fn an_article_an_event_and_a_result_are_written_checked_and_built() {
    if Engine::chosen() != Engine::Chromium {
        return skip("/admin/ over a local folder: only Chromium lets a page open one");
    }
    let work = tempfile::tempdir().unwrap();
    let [folder, site, again] = ["content", "site", "again"].map(|name| work.path().join(name));
    content(&folder);
    urne(&["build", "--uncompressed", "--into", site.to_str().unwrap()], &folder);
    let picture = work.path().join("Ma plage d’été.png");
    image::RgbImage::from_pixel(640, 480, image::Rgb([0, 128, 160])).save(&picture).unwrap();
    let address = serve(&site).await;
    browser_test(async |session| {
        session.browser.goto(format!("http://{address}/admin/")).await.unwrap();
        let asks = "return document.body.innerText.includes('Travailler avec un dépôt local')";
        session.until("the editor, in French", asks).await;
        let foreign = "return performance.getEntriesByType('resource').map((it) => new URL(it.name)) \
                       .filter((it) => it.protocol.startsWith('http') && it.origin !== location.origin).join()";
        assert_eq!(session.text(foreign).await, "", "nobody else is asked");
        assert_eq!(console(session).await, [""; 0]);
        // Figures of many territories are in no form.
        let in_forms = files(&folder).into_iter().filter(|it| it.extension().is_none_or(|it| it != "csv"));
        let seeds: BTreeMap<String, String> = in_forms
            .filter(|it| !it.starts_with(folder.join("contours")))
            .map(|it| {
                let path = it.strip_prefix(work.path()).unwrap().to_str().unwrap().to_owned();
                (path, BASE64_STANDARD.encode(std::fs::read(it).unwrap()))
            })
            .collect();
        let seeded = session.browser.execute_async(SEED, vec![json!(seeds)]).await.unwrap();
        assert_eq!(*seeded.json(), json!(""));
        press(session, "body", "Travailler avec un dépôt local").await;
        session.until("the forms", "return document.body.innerText.includes('Rendez-vous')").await;
        write_an_article(session, &picture).await;
        write_an_event(session).await;
        write_a_result(session).await;
        assert_eq!(session.text(foreign).await, "", "nobody else is asked");
        assert_eq!(console(session).await, [""; 0]);
        let found = session.browser.execute_async(READ, Vec::new()).await.unwrap();
        let Value::Object(found) = found.json().clone() else { panic!("no files") };
        for (path, text) in found {
            let to = work.path().join(path);
            std::fs::create_dir_all(to.parent().unwrap()).unwrap();
            std::fs::write(to, BASE64_STANDARD.decode(text.as_str().unwrap()).unwrap()).unwrap();
        }
    })
    .await;
    urne(&["check"], &folder);
    urne(&["build", "--uncompressed", "--into", again.to_str().unwrap()], &folder);
    let page = |path: &str| std::fs::read_to_string(again.join(path).join("index.html")).unwrap();
    let article = page("actualites/l-ete-a-la-plage");
    for words in ["La plage au matin", "<strong>prêt</strong>", "ma-plage-d-ete"] {
        assert!(article.contains(words), "{words}: {article}");
    }
    assert!(page("evenements/pique-nique").contains("Le port"));
    assert!(page("resultats/vote-du-budget").contains("Premier projet"));
}
