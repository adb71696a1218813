//! A result in the page of another site: complete, as high as it is, and nowhere else framed.

use std::io::{Read, Write};
use std::net::TcpListener;

use super::engine::Engine;
use super::nginx::skip;
use super::session::{Session, browser_test};

/// The URL of a page of another origin, whose policy allows nothing but frames of the site.
fn elsewhere(site: &str) -> String {
    let answer = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\
         Content-Security-Policy: default-src 'none'; frame-src {site}\r\n\r\n\
         <!DOCTYPE html><title>Ailleurs</title><link rel=icon href=data:,><body>"
    );
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap());
    // It ends with the tests.
    std::thread::spawn(move || {
        for mut stream in listener.incoming().filter_map(Result::ok) {
            let _ = stream.read(&mut [0; 4096]);
            let _ = stream.write_all(answer.as_bytes());
        }
    });
    url
}

/// A page of another origin with a frame, and what the snippet of a result does with its height.
async fn framed(session: &Session, path: &str) {
    let url = session.server.url(path);
    let site = url.split('/').take(3).collect::<Vec<_>>().join("/");
    session.browser.goto(elsewhere(&site)).await.unwrap();
    session
        .eval(&format!(
            "window.heights = []; \
             addEventListener('message', (event) => heights.push(event.data.urne)); \
             document.body.innerHTML = '<iframe src=\"{url}\" width=640 height=100></iframe>'"
        ))
        .await;
}

#[tokio::test]
async fn a_result_is_shown_in_the_page_of_another_site_and_says_its_height() {
    browser_test(async |session| {
        let path = "/integrer/municipales-2026/78172-conflans-sainte-honorine/";
        framed(session, path).await;
        session.until("its height", "return heights.length > 0 && heights.at(-1) > 300").await;
        session.browser.enter_frame(0).await.unwrap();
        let text = session.text("return document.body.innerText").await;
        for words in
            ["Conflans en avant", "33,18", "% des exprimés", "Source", "Le résultat complet sur"]
        {
            assert!(text.contains(words), "{words}: {text}");
        }
        let faults = "return [document.querySelectorAll('nav').length, \
                      document.documentElement.scrollWidth > innerWidth].join()";
        assert_eq!(session.text(faults).await, "0,false");
        session.browser.enter_default_frame().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn no_other_page_is_framed() {
    if Engine::chosen() == Engine::WebKit {
        return skip("what hears the console of WebKit takes the policy of pages away");
    }
    browser_test(async |session| {
        framed(session, "/resultats/").await;
        session.after_frames().await;
        session.browser.enter_frame(0).await.unwrap();
        let heading = "return document.querySelector('h1')?.textContent ?? ''";
        assert_ne!(session.text(heading).await, "Résultats");
        // The browser says why.
        session.console().await;
    })
    .await;
}
