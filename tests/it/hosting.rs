//! The rules of the site in the words of each host, whole: they come from one place and cannot
//! disagree. `mini _headers` and its neighbours are what a build leaves in the site itself.

use urne::site::publish::hosting::{Cache, HSTS, Host, OF_EMBEDS, SECURITY};

use super::project;

/// What a host is called in a command.
fn name(host: Host) -> String {
    format!("{host:?}").to_lowercase()
}

#[test]
fn each_host_is_told_in_its_own_words() {
    for host in Host::all() {
        let name = name(*host);
        let output = super::urne().args(["hosting", &name]).output();
        let text = String::from_utf8(output.unwrap().stdout).unwrap();
        insta::assert_snapshot!(format!("hosting {name}"), text);
    }
}

#[test]
fn no_host_is_told_less_than_another() {
    // Amazon has two parts: how files are copied, and what is sent with them.
    let is_of_amazon = |host: &&Host| matches!(host, Host::S3 | Host::Cloudfront);
    for text in Host::all().iter().filter(|host| !is_of_amazon(host)).map(|host| host.rules(&[])) {
        for header in SECURITY.iter().chain([&HSTS]) {
            let said = text.contains(header.name) && text.contains(header.value);
            assert!(said, "{} is missing in\n{text}", header.name);
        }
        for cache in [Cache::Forever, Cache::Hour, Cache::Minute] {
            assert!(text.contains(cache.control()), "{cache:?} is missing in\n{text}");
        }
        assert!(text.contains(urne::route::NOT_FOUND));
    }
    let amazon: String =
        Host::all().iter().filter(is_of_amazon).map(|host| host.rules(&[])).collect();
    for header in SECURITY {
        let said = amazon.contains(header.value) || header.name == "X-Content-Type-Options";
        assert!(said, "{} is missing in\n{amazon}", header.name);
    }
    for cache in [Cache::Forever, Cache::Hour, Cache::Minute] {
        assert!(amazon.contains(cache.control()), "{cache:?} is missing in\n{amazon}");
    }
}

#[test]
fn each_host_lets_other_sites_show_what_is_to_embed_and_nothing_else() {
    let hosts = Host::all().iter().filter(|host| **host != Host::S3);
    for text in hosts.map(|host| host.rules(&[])) {
        let everyone = text.matches("frame-ancestors *").count();
        assert!(text.contains(OF_EMBEDS.value) && everyone == 1, "{text}");
        assert!(text.contains("frame-ancestors 'none'"), "{text}");
        assert!(text.contains("/integrer/"), "{text}");
    }
}

#[test]
fn the_document_for_volunteers_says_the_rules_as_they_are() {
    let document = std::fs::read_to_string(project().join("docs/deploy.md")).unwrap();
    for host in Host::all() {
        let command = format!("urne hosting {}", name(*host));
        assert!(document.contains(&command), "docs/deploy.md does not say {command}");
    }
    for header in SECURITY.iter().chain([&HSTS]) {
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
