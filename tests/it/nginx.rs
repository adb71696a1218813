//! A real nginx with the rules that are shipped, and `urne doctor` sent to it: nothing to say
//! of the site as it is built, and the right thing of every site that was damaged on purpose.

use std::path::Path;

use urne::site::doctor::client::Client;
use urne::site::doctor::{self, Examination, Kind};
use urne::site::publish::compress;
use urne::site::publish::hosting::Cache;
use urne::site::render::csp;

use super::served::{self, Damage, Served};
use super::serving::Nginx;

#[test]
fn the_site_as_it_is_shipped_has_a_clean_bill() {
    let Some(program) = Nginx::program() else { return };
    let mut served = Served::new("/");
    served.start(&program);
    let output = super::urne().args(["doctor", &format!("{}/", served.base())]).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0), "{said}");
    insta::assert_snapshot!("doctor clean", said.replace(&served.base(), "https://essai.example"));
    assert_eq!(
        doctor::examine(&served.base(), Examination { sample: Some(3), ..Examination::default() })
            .unwrap()
            .seen,
        3
    );
}

#[test]
fn the_policies_that_the_build_writes_fit_its_pages() {
    let Some(program) = Nginx::program() else { return };
    for is_joined in [false, true] {
        let mut served = Served::new("/");
        let page = std::fs::read_to_string(served.root().join("index.html")).unwrap();
        let whole = csp::full_policy(&page).unwrap();
        let sent = if is_joined { format!("{}, {whole}", csp::OF_HOSTS) } else { whole };
        served.rule(csp::OF_HOSTS, &sent);
        served.start(&program);
        let report = served.examined();
        assert!(report.problems.is_empty(), "{report}");
    }
}

#[test]
fn nginx_answers_what_browsers_do_not_ask() {
    let Some(program) = Nginx::program() else { return };
    let mut served = Served::new("/");
    served.start(&program);
    let client = Client::new(&served.base()).unwrap();
    let get = |path| client.get(path).ok().unwrap();
    for (path, status) in [
        ("/favicon.ico", "status 302 to /icon.svg"),
        ("/actualites", "status 301 to /actualites/"),
        ("/actualites?a=b", "status 301 to /actualites/?a=b"),
        ("/data/resultats/", "status 404"),
        ("/404.html", "status 404"),
        ("/.htaccess", "status 404"),
        ("/_headers", "status 404"),
        ("/.well-known/security.txt", "status 404"),
        ("/../content/site.json", "status 400"),
    ] {
        assert_eq!(get(path).status().to_string(), status, "{path}");
    }
    let ask = |codings| client.ask("/urne-0a1b.js", codings).ok().unwrap().coding;
    for (codings, found) in [("identity", ""), ("gzip", "gzip"), ("gzip;q=0", "")] {
        assert_eq!(ask(codings), found, "{codings}");
    }
}

/// What is done to the site, and all kinds of problems that must be found.
const DAMAGES: [(&str, Damage, &[Kind]); 27] = [
    (
        "WebAssembly of no type",
        |it| it.rule("application/wasm wasm", "application/x-nothing wasm"),
        &[Kind::Type],
    ),
    ("pages of no type", |it| it.rule("text/html html", "text/x html"), &[Kind::Type]),
    ("no compression", |it| it.rule("gzip_static on", "gzip_static off"), &[Kind::Uncompressed]),
    ("no Vary", |it| it.rule("gzip_vary on", "gzip_vary off"), &[Kind::Vary]),
    (
        "another page is sent to who takes it compressed",
        |it| {
            std::fs::copy(it.root().join("404.html.gz"), it.root().join("index.html.gz")).unwrap();
        },
        &[Kind::Page, Kind::OtherCoding],
    ),
    (
        "the compressed home page of another build",
        |it| {
            let (page, other) = (it.root().join("index.html"), it.root().join("other/index.html"));
            let html = std::fs::read_to_string(&page).unwrap();
            it.put("other/index.html", &html.replace("Association", "Comité"));
            compress::folder(other.parent().unwrap()).unwrap();
            let gzip = Path::new("index.html.gz");
            std::fs::copy(other.with_file_name(gzip), page.with_file_name(gzip)).unwrap();
        },
        &[Kind::OtherCoding],
    ),
    (
        "what is called compressed is not",
        |it| it.put("data/actualites.json.gz", "{}"),
        &[Kind::OtherCoding],
    ),
    (
        "everything is answered with the home page",
        |it| it.rule("error_page 404 /404.html", "error_page 404 =200 /index.html"),
        &[Kind::SoftNotFound],
    ),
    (
        "nginx’s own page for unknown urls",
        |it| it.rule("error_page 404 /404.html;", ""),
        &[Kind::NotFoundPage],
    ),
    (
        "a picture that is too heavy",
        |it| {
            let more = format!("<svg data-more=\"{}\" ", "x".repeat(2_100_000));
            it.edit("media/point.svg", "<svg ", &more);
        },
        &[Kind::Heavy],
    ),
    ("no headers at all", |it| it.rule("add_header ", "#add_header "), &[Kind::NoRules]),
    (
        "no nosniff",
        |it| it.rule("add_header X-Content-Type-Options \"nosniff\" always;", ""),
        &[Kind::Header("X-Content-Type-Options")],
    ),
    (
        "no security on errors",
        |it| it.rule("'none'\" always", "'none'\""),
        &[Kind::Header("Content-Security-Policy")],
    ),
    (
        "a weaker policy",
        |it| it.rule("object-src 'none'; ", ""),
        &[Kind::Header("Content-Security-Policy")],
    ),
    (
        "the policy of another build",
        |it| it.rule("-ancestors 'none'", "-ancestors 'none'; style-src 'sha256-0a1b='"),
        &[Kind::Policy],
    ),
    (
        "code is asked for each time",
        |it| it.rule(Cache::Forever.control(), "no-cache"),
        &[Kind::CachedTooShort],
    ),
    (
        "pages are kept for a year",
        |it| it.rule(Cache::Minute.control(), "max-age=31536000"),
        &[Kind::CachedTooLong],
    ),
    (
        "nothing is said of caching",
        |it| {
            it.rule(
                &format!("add_header Cache-Control \"{}\" always;", Cache::Minute.control()),
                "",
            )
        },
        &[Kind::NoCache],
    ),
    ("data is missing", |it| it.remove("data/actualites.json"), &[Kind::Data]),
    (
        "a page is missing",
        |it| it.remove("mentions-legales/index.html"),
        &[Kind::Page, Kind::Slash],
    ),
    ("code is missing", |it| it.remove("urne-0a1b.js"), &[Kind::Asset]),
    ("robots.txt is missing", |it| it.remove("robots.txt"), &[Kind::List]),
    ("the URL of another host", |it| it.build("https://essai.example"), &[Kind::Base]),
    (
        "a redirect to itself",
        |it| {
            it.rule(
                "location / {",
                "location = /actualites { return 301 /actualites; }\nlocation / {",
            )
        },
        &[Kind::RedirectLoop],
    ),
    (
        "no way without the closing slash",
        |it| it.rule("location / {", "location = /actualites { return 404; }\nlocation / {"),
        &[Kind::Slash],
    ),
    (
        "the site moved",
        |it| {
            let moved = "location = / { return 301 https://www.ici.example/; }\nlocation / {";
            it.rule("location / {", moved);
        },
        &[Kind::Redirected],
    ),
    (
        "another site altogether",
        |it| {
            it.remove("index.html");
            it.put("index.html", "<title>Welcome to nginx!</title>");
        },
        &[Kind::Page],
    ),
];

#[test]
fn every_damage_is_found_and_nothing_else() {
    let Some(program) = Nginx::program() else { return };
    insta::assert_snapshot!("doctor problems", served::reports("/", &DAMAGES, &program));
}

#[test]
fn a_site_that_is_not_there_is_a_problem_and_a_malformed_url_an_error() {
    let nowhere = format!("http://{}", Nginx::address());
    let doctor = |url: &str| super::urne().args(["doctor", url]).output().unwrap();
    let output = doctor(&nowhere);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stdout).unwrap().contains("error: no response"));
    for url in [
        "essai.example",
        "ftp://essai.example",
        "https://essai.example/a/?b",
        "https://essai.example/#b",
        "https://",
    ] {
        let output = doctor(url);
        let error = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{error}");
        assert!(error.contains("such as https://www.example.org"), "{error}");
    }
}

#[test]
fn a_rehearsal_may_call_itself_by_its_address_to_come() {
    let Some(program) = Nginx::program() else { return };
    let mut served = Served::new("/");
    served.build("https://essai.example");
    served.start(&program);
    assert!(served.examined().problems.iter().all(|problem| problem.kind == Kind::Base));
    let rehearsal = Examination { is_rehearsal: true, ..Examination::default() };
    let report = doctor::examine(&served.base(), rehearsal).unwrap();
    assert!(report.problems.is_empty(), "{report}");
}
