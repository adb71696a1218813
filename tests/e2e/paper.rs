//! A page on paper, measured in the PDF that the browser makes: each bar is right below its label, on the same
//! sheet. Drivers of other engines than Chromium and Firefox print nothing, or pictures.

use lopdf::content::{Content, Operation};
use lopdf::{Document, Object};
use thirtyfour::common::print::PrintParameters;

use super::engine::Engine;
use super::nginx::skip;
use super::session::{Session, browser_test};

/// Many lists; two rounds with a history; seats.
const PAGES: [&str; 3] = [
    "/resultats/europeennes-2024/",
    "/resultats/presidentielle-2017/78172-conflans-sainte-honorine/",
    "/resultats/municipales-2026/",
];

/// Width and height of a sheet in centimetres.
const SHEETS: [(&str, f64, f64); 2] = [("A4", 21.0, 29.7), ("Letter", 21.59, 27.94)];

/// The most that a bar is below the last line of its label, in points.
const NEAR: f64 = 12.0;

/// Bars in the colour of somebody, beside those of histories, whose labels have squares of the same colours.
const BARS: &str = "return document.querySelectorAll('.round .band > svg > rect[fill]').length";

/// A matrix as PDF writes it.
type Matrix = [f64; 6];

/// What is on a sheet: the top edges of filled areas as high as a bar, and the baselines of texts, both in points
/// from the foot of the sheet.
#[derive(Default)]
struct Sheet {
    bars: Vec<f64>,
    texts: Vec<f64>,
}

fn multiplied(a: &Matrix, b: &Matrix) -> Matrix {
    [
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    ]
}

fn numbers<const N: usize>(operation: &Operation) -> Option<[f64; N]> {
    let number = |object: &Object| object.as_float().ok().map(f64::from);
    operation.operands.iter().filter_map(number).collect::<Vec<_>>().try_into().ok()
}

impl Sheet {
    /// Reads what is drawn; `bar` is the height of a bar in points.
    fn read(content: &Content, bar: f64) -> Self {
        let mut sheet = Self::default();
        let mut now: (Matrix, bool) = ([1.0, 0.0, 0.0, 1.0, 0.0, 0.0], false);
        let (mut saved, mut areas) = (Vec::new(), Vec::new());
        for operation in &content.operations {
            let (matrix, is_coloured) = &mut now;
            match operation.operator.as_str() {
                "q" => saved.push(now),
                "Q" => now = saved.pop().unwrap_or(now),
                "cm" => *matrix = multiplied(&numbers(operation).unwrap(), matrix),
                "rg" => {
                    let [red, green, blue] = numbers(operation).unwrap();
                    *is_coloured = red != green || green != blue;
                }
                "g" => *is_coloured = false,
                "re" => {
                    let [_, y, _, height] = numbers(operation).unwrap();
                    let edges = [y, y + height].map(|y| matrix[3] * y + matrix[5]);
                    areas.push((edges[0].max(edges[1]), (edges[0] - edges[1]).abs()));
                }
                "f" | "f*" => {
                    let is_bar = |(_, height): &(f64, f64)| (height - bar).abs() < bar / 10.0;
                    let bars = areas.drain(..).filter(is_bar).filter(|_| *is_coloured);
                    sheet.bars.extend(bars.map(|(top, _)| top));
                }
                "n" => areas.clear(),
                "Tm" => {
                    let place = multiplied(&numbers(operation).unwrap(), matrix);
                    sheet.texts.push(place[5]);
                }
                _ => {}
            }
        }
        sheet
    }

    /// How far each bar is below the nearest text above it.
    fn gaps(&self) -> Vec<f64> {
        let gap = |bar: &f64| {
            let above = self.texts.iter().map(|text| text - bar).filter(|gap| *gap >= 0.0);
            above.fold(f64::INFINITY, f64::min)
        };
        self.bars.iter().map(gap).collect()
    }
}

async fn sheets(session: &Session, (_, width, height): (&str, f64, f64)) -> Vec<Sheet> {
    let mut parameters = PrintParameters::default();
    parameters.page.width = width;
    parameters.page.height = height;
    let pdf = session.browser.print_page(parameters).await.unwrap();
    let pdf = Document::load_mem(&pdf).unwrap();
    let pages = pdf.get_pages().into_values();
    // Ten pixels of 1/96 inch.
    let contents = pages.map(|page| Content::decode(&pdf.get_page_content(page)).unwrap());
    contents.map(|content| Sheet::read(&content, 7.5)).collect()
}

#[tokio::test]
async fn a_bar_and_its_label_are_on_one_sheet() {
    if Engine::chosen() != Engine::Chromium {
        return skip("pages are printed and measured in Chromium alone");
    }
    browser_test(async |session| {
        for (page, sheet) in PAGES.iter().flat_map(|page| SHEETS.map(|sheet| (page, sheet))) {
            session.open(page).await;
            let bars = session.eval(BARS).await.as_u64().unwrap() as usize;
            let sheets = sheets(session, sheet).await;
            let gaps: Vec<f64> = sheets.iter().flat_map(Sheet::gaps).collect();
            let (name, count) = (sheet.0, sheets.len());
            let most = gaps.iter().copied().fold(0.0, f64::max);
            println!("{page} on {count} sheets of {name}: {bars} bars, {most:.1} points below their labels");
            assert!(bars > 1 && gaps.len() >= bars, "{page}: {} of {bars} bars", gaps.len());
            assert!(most < NEAR, "{page} on {name}: a bar is {most:.1} points below the last text");
        }
    })
    .await;
}

/// Posters of two elections, and of an event.
const POSTERS: [&str; 3] = [
    "/resultats/europeennes-2024/affiche/",
    "/resultats/municipales-2026/78172-conflans-sainte-honorine/affiche/",
    "/evenements/soiree-michel-rocard/affiche/",
];

#[tokio::test]
async fn a_poster_is_on_one_sheet() {
    if Engine::chosen() != Engine::Chromium {
        return skip("pages are printed and measured in Chromium alone");
    }
    browser_test(async |session| {
        for poster in POSTERS {
            session.browser.goto(session.server.url(poster)).await.unwrap();
            let count = sheets(session, SHEETS[0]).await.len();
            assert_eq!(count, 1, "{poster}");
        }
        session.assert_silent_console("the end").await;
    })
    .await;
}
