//! What is published later, or never: nothing of it is in the site that is built, in no file and in no form.

use std::io::Read;
use std::path::Path;

use jiff::Timestamp;
use urne::route::Route;
use urne::site::publish::compress;
use urne::site::{self, Bundle, Purpose};

use super::{copy, files, fixture};

/// The miniature with an article, an event, a page and an election that are published later, and a picture that only
/// the article shows. All of them have one word, which is nowhere else.
fn content() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(&fixture("mini/content"), folder.path());
    let write = |path: &str, text: &str| std::fs::write(folder.path().join(path), text).unwrap();
    write(
        "news/zythum.md",
        "+++\ntitle = \"Zythum\"\ndate = \"2020-06-01\"\ncategory = \"Communiqué\"\n\
         summary = \"Zythum.\"\npublish_at = \"2020-06-01T08:00\"\n\
         alias = \"/ancien/zythum.html\"\n\
         image = { src = \"media/zythum.svg\", alt = \"Zythum\" }\n+++\n\
         [Zythum](/evenements/zythum/), [encore](/media/zythum.txt), ![Zythum](media/zythum-2.jpg)\n\n{{ result zythum 1 }}\n",
    );
    write(
        "events/zythum.md",
        "+++\ntitle = \"Zythum\"\nsummary = \"Zythum.\"\nstart = \"2020-07-01\"\n\
         publish_at = \"2020-06-01\"\n+++\n",
    );
    write("pages/zythum.md", "+++\ntitle = \"Zythum\"\nsummary = \"Zythum.\"\ndraft = true\n+++\n");
    write(
        "results/zythum.json",
        r#"{ "title": "Zythum", "territory": "Achères", "contest": "one-round",
          "introduction": "Zythum.", "publishable_from": "2020-05-31T20:00",
          "rounds": [{ "round": 1, "date": "2020-05-31", "source": { "name": "Zythum" },
            "candidates": [{ "name": "Anne", "votes": 3 }, { "name": "Zoé", "votes": 2 }] }] }"#,
    );
    let drawing = std::fs::read_to_string(folder.path().join("media/point.svg")).unwrap();
    write("media/zythum.svg", &drawing);
    write("media/zythum.txt", "Zythum");
    let photograph = image::RgbImage::from_fn(500, 300, |x, y| image::Rgb([x as u8, y as u8, 9]));
    photograph.save(folder.path().join("media/zythum-2.jpg")).unwrap();
    folder
}

/// The files of the built site in which the word is, whatever they are compressed with.
fn with_the_word(content: &Path, now: &str) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::copy(fixture("mini").join("index.html"), folder.path().join("index.html")).unwrap();
    let compiled = site::compile(content, now.parse().unwrap())
        .unwrap_or_else(|problems| panic!("{problems}"));
    let bundle = Bundle::staged(folder.path()).unwrap();
    site::write(&compiled, &bundle, Purpose::Publication, folder.path()).unwrap();
    compress::folder(folder.path()).unwrap();
    let holds = |path: &&std::path::PathBuf| {
        let bytes = std::fs::read(path).unwrap();
        let mut text = Vec::new();
        match path.extension().and_then(|it| it.to_str()) {
            Some("br") => brotli::Decompressor::new(&bytes[..], 4096).read_to_end(&mut text),
            Some("gz") => flate2::read::GzDecoder::new(&bytes[..]).read_to_end(&mut text),
            _ => (&bytes[..]).read_to_end(&mut text),
        }
        .unwrap();
        let name = path.strip_prefix(folder.path()).unwrap().to_string_lossy().to_lowercase();
        name.contains("zythum") || String::from_utf8_lossy(&text).to_lowercase().contains("zythum")
    };
    let found = files(folder.path());
    let found = found.iter().filter(holds).map(|path| path.strip_prefix(folder.path()).unwrap());
    found.map(|path| path.to_string_lossy().into_owned()).collect()
}

#[test]
fn nothing_is_in_the_site_before_its_moment() {
    let content = content();
    // One minute before, by the clocks of Paris in summer; then one by one.
    assert_eq!(with_the_word(content.path(), "2020-05-31T17:59:00Z"), [""; 0]);
    let results = with_the_word(content.path(), "2020-05-31T18:00:00Z");
    assert!(results.contains(&"resultats/zythum/index.html".to_owned()), "{results:?}");
    assert!(!results.iter().any(|name| name.contains("evenements/zythum")), "{results:?}");
    let events = with_the_word(content.path(), "2020-05-31T22:00:00Z");
    assert!(events.contains(&"evenements/zythum/index.html".to_owned()), "{events:?}");
    assert!(!events.iter().any(|name| name.contains("media")), "{events:?}");
    let all = with_the_word(content.path(), "2020-06-01T06:00:00Z");
    for file in ["actualites/zythum/index.html", "media/zythum.svg", "media/zythum.txt"] {
        assert!(all.contains(&file.to_owned()), "{file}: {all:?}");
    }
    // A draft stays one.
    assert!(!all.iter().any(|name| name.starts_with("zythum")), "{all:?}");
}

#[test]
fn an_hour_is_that_of_the_site() {
    let content = content();
    let settings = content.path().join("site.json");
    let text = std::fs::read_to_string(&settings).unwrap();
    let zone = |name: &str| {
        let text = text.replacen('{', &format!("{{ \"time_zone\": \"{name}\","), 1);
        std::fs::write(&settings, text).unwrap();
    };
    zone("Indian/Reunion");
    assert_eq!(with_the_word(content.path(), "2020-05-31T15:59:00Z"), [""; 0]);
    assert_ne!(with_the_word(content.path(), "2020-05-31T16:00:00Z"), [""; 0]);
    zone("Paris");
    let problems = site::compile(content.path(), Timestamp::UNIX_EPOCH).err().unwrap().to_string();
    assert!(problems.contains("the name of a time zone"), "{problems}");
}

#[test]
fn what_is_left_out_is_said_and_nothing_may_lead_to_it() {
    let content = content();
    let now: Timestamp = "2020-05-01T00:00:00Z".parse().unwrap();
    let compiled = site::compile(content.path(), now).unwrap_or_else(|it| panic!("{it}"));
    let said: Vec<String> =
        compiled.withheld.iter().map(|(page, when)| format!("{page} is {when}")).collect();
    assert_eq!(
        said,
        [
            "/actualites/zythum/ is published from 2020-06-01 08:00",
            "/evenements/zythum/ is published from 2020-06-01 00:00",
            "/resultats/zythum/ is published from 2020-05-31 20:00",
            "/zythum/ is a draft",
        ]
    );
    assert!(!compiled.routes().any(|route| route == Route::parse("/zythum/").unwrap()));
    std::fs::write(
        content.path().join("news/autre.md"),
        "+++\ntitle = \"Autre\"\ndate = \"2020-04-01\"\ncategory = \"Communiqué\"\nsummary = \"Un.\"\n\
         +++\n[Bientôt](/evenements/zythum/)\n\n{{ result zythum 1 }}\n",
    )
    .unwrap();
    let problems = site::compile(content.path(), now).err().unwrap().to_string();
    for said in [
        "/evenements/zythum/ is published from 2020-06-01 00:00",
        "/resultats/zythum/ is published from 2020-05-31 20:00",
    ] {
        assert!(problems.contains(said), "{problems}");
    }
    assert_eq!(problems.matches("this page is not published yet").count(), 2, "{problems}");
}

#[test]
fn an_article_of_a_day_to_come_is_pointed_at() {
    let folder = tempfile::tempdir().unwrap();
    copy(&fixture("mini/content"), folder.path());
    std::fs::write(
        folder.path().join("news/autre.md"),
        "+++\ntitle = \"Autre\"\ndate = \"2107-04-01\"\ncategory = \"Communiqué\"\nsummary = \"Un.\"\n+++\n",
    )
    .unwrap();
    let now = "2020-05-01T00:00:00Z".parse().unwrap();
    let compiled = site::compile(folder.path(), now).unwrap_or_else(|it| panic!("{it}"));
    let warnings = compiled.warnings.render_warnings(&annotate_snippets::Renderer::plain());
    assert!(warnings.contains("this article is dated in the future"), "{warnings}");
    assert!(warnings.contains("news/autre.md:3"), "{warnings}");
}
