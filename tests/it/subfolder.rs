//! A site in a folder of its host, behind a real nginx with the rules that are shipped for there:
//! the doctor has nothing to say of it, and the right thing of every one that was damaged on purpose.

use urne::site::doctor::Kind;
use urne::site::doctor::client::Client;
use urne::site::publish::hosting::Host;

use super::served::{self, Damage, Served};
use super::serving::Nginx;

const FOLDER: &str = "/conflans/";

#[test]
fn a_site_in_a_folder_has_a_clean_bill() {
    let Some(program) = Nginx::program() else { return };
    let mut served = Served::new(FOLDER);
    served.start(&program);
    let report = served.examined().to_string().replace(&served.base(), "https://ici.example/essai");
    insta::assert_snapshot!("doctor clean in a folder", report);
}

#[test]
fn nginx_knows_where_the_folder_ends() {
    let Some(program) = Nginx::program() else { return };
    let mut served = Served::new(FOLDER);
    served.start(&program);
    let client = Client::new(&served.base()).unwrap();
    let host = Client::new(served.base().strip_suffix("/conflans").unwrap()).unwrap();
    for (path, status) in [
        ("/actualites", "status 301 to /conflans/actualites/"),
        ("/_headers", "status 404"),
        ("/.htaccess", "status 404"),
        ("/404.html", "status 404"),
    ] {
        assert_eq!(client.get(path).ok().unwrap().status().to_string(), status, "{path}");
    }
    for (path, status) in [
        ("/favicon.ico", "status 302 to /conflans/icon.svg"),
        ("/conflans", "status 301 to /conflans/"),
        ("/actualites/", "status 404"),
    ] {
        assert_eq!(host.get(path).ok().unwrap().status().to_string(), status, "{path}");
    }
}

/// What is done to the site, and all kinds of problems that must be found.
const DAMAGES: [(&str, Damage, &[Kind]); 12] = [
    (
        "a link to the root of the host",
        |it| {
            it.edit(
                "actualites/index.html",
                "\"/conflans/evenements/fete/\"",
                "\"/evenements/fete/\"",
            )
        },
        &[Kind::Outside],
    ),
    (
        "code at the root of the host",
        |it| it.edit("actualites/index.html", "\"/conflans/urne-", "\"/urne-"),
        &[Kind::Outside],
    ),
    (
        "a page that calls itself by a URL at the root",
        |it| {
            let (with, without) = (it.base(), it.base().replace("/conflans", ""));
            it.edit(
                "actualites/index.html",
                &format!("canonical\" href=\"{with}"),
                &format!("canonical\" href=\"{without}"),
            );
        },
        &[Kind::Base],
    ),
    ("a list of pages at the root", |it| it.edit("sitemap.xml", "/conflans/", "/"), &[Kind::Base]),
    ("the URL of another host", |it| it.build("https://essai.example"), &[Kind::Base]),
    ("404.html is missing", |it| it.remove("404.html"), &[Kind::NotFoundPage]),
    (
        "404.html is looked for at the root",
        |it| it.rule("error_page 404 /conflans/404.html", "error_page 404 /404.html"),
        &[Kind::NotFoundPage],
    ),
    ("data is missing", |it| it.remove("data/actualites.json"), &[Kind::Data]),
    (
        "the closing slash leads out of the folder",
        |it| {
            let out = "location = /conflans/actualites { return 301 /actualites/; }\nlocation / {";
            it.rule("location / {", out);
        },
        &[Kind::Slash],
    ),
    (
        "rules for the root of a host",
        |it| it.rules = Host::Nginx.rules(&[]),
        &[Kind::NotFoundPage, Kind::CachedTooShort],
    ),
    (
        "a site for the root of a host",
        |it| {
            let root = Served::new("/");
            std::fs::remove_dir_all(it.root()).unwrap();
            std::fs::rename(root.root(), it.root()).unwrap();
        },
        &[Kind::Folder],
    ),
    // Crawlers read the one at the root of the host only.
    ("robots.txt is missing", |it| it.remove("robots.txt"), &[]),
];

#[test]
fn every_damage_in_a_folder_is_found_and_nothing_else() {
    let Some(program) = Nginx::program() else { return };
    insta::assert_snapshot!(
        "doctor problems in a folder",
        served::reports(FOLDER, &DAMAGES, &program)
    );
}
