//! The rules of the site in the words of each host, whole: they come from one place and cannot
//! disagree. `mini _headers` and its neighbours are what a build leaves in the site itself.

use std::process::Command;

use urne::site::publish::hosting::{self, Cache, SECURITY, TRANSPORT};

use super::project;

#[test]
fn each_host_is_told_in_its_own_words() {
    for host in ["nginx", "caddy", "s3", "cloudfront"] {
        let output = Command::new(env!("CARGO_BIN_EXE_site")).args(["hosting", host]).output();
        let text = String::from_utf8(output.unwrap().stdout).unwrap();
        insta::assert_snapshot!(format!("hosting {host}"), text);
    }
}

#[test]
fn no_host_is_told_less_than_another() {
    let hosts = [
        hosting::nginx::configuration(),
        hosting::caddy::configuration(),
        hosting::apache::configuration(None),
    ];
    for text in &hosts {
        for header in SECURITY.iter().chain([&TRANSPORT]) {
            let said = text.contains(header.name) && text.contains(header.value);
            assert!(said, "{} is missing in\n{text}", header.name);
        }
        for cache in [Cache::Forever, Cache::Hour, Cache::Minute] {
            assert!(text.contains(cache.control()), "{cache:?} is missing in\n{text}");
        }
        assert!(text.contains(urne::route::NOT_FOUND));
    }
    let amazon = hosting::cloudfront::template();
    for header in SECURITY {
        let said = amazon.contains(header.value) || header.name == "X-Content-Type-Options";
        assert!(said, "{} is missing in\n{amazon}", header.name);
    }
}

#[test]
fn the_document_for_volunteers_says_the_rules_as_they_are() {
    let document = std::fs::read_to_string(project().join("docs/deploy.md")).unwrap();
    for header in SECURITY.iter().chain([&TRANSPORT]) {
        let is_policy = header.name == "Content-Security-Policy";
        let said = if is_policy {
            header.name.into()
        } else {
            format!("{}: {}", header.name, header.value)
        };
        assert!(document.contains(&said), "docs/deploy.md does not say {said}");
    }
    for cache in [Cache::Forever, Cache::Hour, Cache::Minute] {
        assert!(document.contains(cache.control()), "docs/deploy.md does not say {cache:?}");
    }
}
