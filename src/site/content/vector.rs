//! What an SVG file may hold: drawings. A browser that opens one runs the scripts in it, on hosts that
//! send no headers too, and loads what it refers to.

use std::sync::Arc;

use roxmltree::{Attribute, Document, Node, NodeType};

use crate::message;
use crate::site::messages::Message;
use crate::site::parse::diagnostics::{Problems, Source, Span};

/// Elements that run or hold something else than a drawing.
const ACTIVE: [&str; 12] = [
    "audio",
    "embed",
    "foreignobject",
    "handler",
    "iframe",
    "link",
    "listener",
    "meta",
    "object",
    "script",
    "source",
    "video",
];

/// The namespaces of pages and formulas, whose elements are no drawing.
const OTHER_DOCUMENTS: [&str; 2] =
    ["http://www.w3.org/1999/xhtml", "http://www.w3.org/1998/Math/MathML"];

/// Where an attribute may lead: nowhere else than to the file itself and to what it holds.
const INSIDE: [&str; 7] = [
    "#",
    "data:image/png",
    "data:image/jpeg",
    "data:image/jpg",
    "data:image/gif",
    "data:image/webp",
    "data:font/",
];

/// Ensure an SVG file holds a drawing and nothing that runs or is loaded. What it draws, where it is one.
pub fn ensure_it_only_draws<'a>(
    source: &'a Arc<Source>,
    problems: &mut Problems,
) -> Option<Document<'a>> {
    let document = match Document::parse(&source.text) {
        Ok(document) => document,
        Err(roxmltree::Error::DtdDetected) => {
            let at = source.text.find("<!DOCTYPE").unwrap_or_default();
            let title = message!("content-svg-doctype");
            let found = message!("content-svg-doctype-found");
            let help = message!("content-svg-doctype-help");
            problems.add(source, at..at + 2, title, found, help);
            return None;
        }
        // What is no SVG at all is reported where its size is missing.
        Err(_) => return None,
    };
    for node in document.descendants() {
        if let Some((span, title)) = fault(node) {
            let found = source.text.get(span.clone()).unwrap_or_default();
            let found: String = found.chars().take(60).collect();
            let span = span.start..span.start + found.len();
            let (found, help) = (message!("content-svg-found"), message!("content-svg-help"));
            problems.add(source, span, title, found, help);
        }
    }
    Some(document)
}

/// The first thing of a node that does more than draw, and where it is.
fn fault(node: Node<'_, '_>) -> Option<(Span, Message)> {
    let place = || node.range();
    match node.node_type() {
        NodeType::PI => Some((place(), message!("content-svg-instruction"))),
        NodeType::Element if is_active(node) => Some((place(), message!("content-svg-active"))),
        NodeType::Element => {
            let attribute = node.attributes().find_map(|it| Some((it.range(), of_attribute(it)?)));
            attribute.or_else(|| {
                let moves_a_link = node
                    .attribute("attributeName")
                    .is_some_and(|name| name.contains("href") || starts_with_on(name));
                moves_a_link.then(|| (place(), message!("content-svg-changes-links")))
            })
        }
        NodeType::Text => {
            let in_style = node.parent().is_some_and(|it| it.tag_name().name() == "style");
            let loads = in_style && node.text().is_some_and(style_loads);
            loads.then(|| (place(), message!("content-svg-style-loads")))
        }
        NodeType::Root | NodeType::Comment => None,
    }
}

fn is_active(node: Node<'_, '_>) -> bool {
    let name = node.tag_name();
    let foreign = name.namespace().is_some_and(|it| OTHER_DOCUMENTS.contains(&it));
    foreign || ACTIVE.contains(&name.name().to_ascii_lowercase().as_str())
}

fn of_attribute(attribute: Attribute<'_, '_>) -> Option<Message> {
    let name = attribute.name();
    // Browsers leave out spaces and ends of lines when they read a URL.
    let plain = |letter: &char| *letter > ' ';
    let value: String = attribute.value().chars().filter(plain).collect();
    let value = value.to_ascii_lowercase();
    if attribute.namespace().is_none() && starts_with_on(name) {
        return Some(message!("content-svg-handler"));
    }
    let leads = ["href", "src", "base", "data", "action"].contains(&name);
    if leads && !value.is_empty() && !INSIDE.iter().any(|inside| value.starts_with(inside)) {
        return Some(message!("content-svg-leads"));
    }
    if value.contains("javascript:") || value.contains("vbscript:") {
        return Some(message!("content-svg-runs"));
    }
    let styles = name == "style" || value.contains("url(");
    let loads = styles && style_loads(attribute.value());
    loads.then(|| message!("content-svg-style-loads"))
}

fn starts_with_on(name: &str) -> bool {
    name.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("on"))
}

/// Whether a style loads a file. What is written in a way that hides what it says may do so.
fn style_loads(style: &str) -> bool {
    let style = style.to_ascii_lowercase();
    let loads = ["\\", "@import", "image-set(", "src(", "expression(", "-moz-binding", "behavior:"];
    let leaves = |target: &str| {
        let target = target.trim_start().trim_start_matches(['"', '\'']).trim_start();
        !INSIDE.iter().any(|inside| target.starts_with(inside))
    };
    loads.iter().any(|word| style.contains(word)) || style.split("url(").skip(1).any(leaves)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(inside: &str) -> String {
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" \
             xmlns:h=\"http://www.w3.org/1999/xhtml\" width=\"8\" height=\"8\">\n{inside}\n</svg>"
        );
        let source = Arc::new(Source { path: "media/plan.svg".to_owned(), text: svg });
        let mut problems = Problems::default();
        ensure_it_only_draws(&source, &mut problems);
        if problems.is_empty() { String::new() } else { problems.to_string() }
    }

    #[test]
    fn a_drawing_may_refer_to_itself() {
        let drawings = [
            "<defs><path id=\"a\" d=\"M0 0\"/></defs><use href=\"#a\"/><use xlink:href=\"#a\"/>",
            "<rect fill=\"url(#a)\" style=\"stroke: url('#a')\" width=\"1\"/>",
            "<style>.once { fill: red } @font-face { src: url(data:font/woff2;base64,AA) }</style>",
            "<image href=\"data:image/png;base64,AA\" width=\"1\" height=\"1\"/>",
            "<title>onload=alert(1), javascript: et &lt;script&gt;</title><!-- <script/> -->",
            "<animate attributeName=\"opacity\" from=\"0\" to=\"1\"/>",
        ];
        for drawing in drawings {
            assert_eq!(report(drawing), "", "{drawing}");
        }
    }

    #[test]
    fn whatever_runs_or_loads_is_refused_with_its_place() {
        let attacks = [
            "<script>alert(1)</script>",
            "<script href=\"data:text/javascript,alert(1)\"/>",
            "<h:script>alert(1)</h:script>",
            "<h:img src=\"x\" onerror=\"alert(1)\"/>",
            "<foreignObject><h:iframe src=\"//essai.example\"/></foreignObject>",
            "<g onload=\"alert(1)\"/>",
            "<g OnClick=\"alert(1)\"/>",
            "<a href=\"javascript:alert(1)\"><text>x</text></a>",
            "<a xlink:href=\" java&#10;script:alert(1)\"><text>x</text></a>",
            "<a href=\"https://essai.example/\"><text>x</text></a>",
            "<a href=\"data:text/html,x\"><text>x</text></a>",
            "<image href=\"photo.png\" width=\"1\" height=\"1\"/>",
            "<image href=\"//essai.example/x.png\" width=\"1\" height=\"1\"/>",
            "<use href=\"data:image/svg+xml,x#a\"/>",
            "<use href=\"autre.svg#a\"/>",
            "<a id=\"a\"/><set href=\"#a\" attributeName=\"href\" to=\"x\"/>",
            "<animate attributeName=\"xlink:href\" values=\"x\"/>",
            "<animate attributeName=\"x\" values=\"javascript:alert(1)\"/>",
            "<style>@import 'https://essai.example/x.css';</style>",
            "<style>g { fill: u\\72l(x) }</style>",
            "<style>g { fill: url( \"https://essai.example/\" ) }</style>",
            "<g fill=\"url(https://essai.example/#a)\"/>",
            "<g style=\"background: image-set('x.png' 1x)\"/>",
            "<?xml-stylesheet href=\"x.css\"?>",
            "<g xml:base=\"https://essai.example/\"/>",
        ];
        for attack in attacks {
            let report = report(attack);
            assert!(report.contains("--> media/plan.svg:2:"), "{attack}: {report}");
            assert!(report.contains("= help: save the drawing"), "{attack}: {report}");
        }
    }

    #[test]
    fn a_document_type_is_refused_for_it_may_hide_anything() {
        let text = "<!DOCTYPE svg [<!ATTLIST svg onload CDATA 'alert(1)'>]>\n<svg/>".to_owned();
        let source = Arc::new(Source { path: "media/plan.svg".to_owned(), text });
        let mut problems = Problems::default();
        assert!(ensure_it_only_draws(&source, &mut problems).is_none());
        assert!(problems.to_string().contains("delete `<!DOCTYPE …>`"), "{problems}");
    }
}
