//! The style sheets of a document, made one and small: they come with every page, each page with those that it
//! needs.

use anyhow::anyhow;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions, StyleSheet};

use crate::pages::Style;

const START: &str = "<style>";
const END: &str = "</style>";

/// Comments of `index.html` that say for which pages the style sheets that follow are.
const MARKS: [(&str, Option<Style>); 3] = [
    ("<!--STYLE OF TEXTS-->", Some(Style::Texts)),
    ("<!--STYLE OF RESULTS-->", Some(Style::Results)),
    ("<!--STYLE OF ALL-->", None),
];

/// The document with the style sheets that pages of one kind need as one, where its first was.
///
/// # Errors
/// Says where the style cannot be read.
pub fn inline_and_minify(document: &str, style: Style) -> anyhow::Result<String> {
    let mut sheets = String::new();
    let mut rest = document;
    let mut around = Vec::new();
    let mut of = None;
    while let Some((before, (sheet, after))) =
        rest.split_once(START).and_then(|(before, after)| Some((before, after.split_once(END)?)))
    {
        let mark = MARKS.iter().find(|(mark, _)| before.contains(mark));
        of = mark.map_or(of, |(_, of)| *of);
        around.push(mark.map_or_else(|| before.to_owned(), |(mark, _)| before.replace(mark, "")));
        if of.is_none_or(|of| of == style) {
            sheets.push_str(sheet);
        }
        rest = after;
    }
    around.push(rest.to_owned());
    let Some((head, others)) = around.split_first().filter(|(_, others)| !others.is_empty()) else {
        return Ok(document.to_owned());
    };
    let others: String = others.iter().map(|part| part.trim_start_matches('\n')).collect();
    Ok(format!("{head}{START}{}{END}\n{others}", minify(&sheets)?))
}

/// Style sheets as one, in as few characters as can be.
///
/// # Errors
/// Says where they cannot be read.
pub fn minify(sheets: &str) -> anyhow::Result<String> {
    let unreadable = |error: &dyn std::fmt::Display| anyhow!("the style sheets: {error}");
    let mut style =
        StyleSheet::parse(sheets, ParserOptions::default()).map_err(|error| unreadable(&error))?;
    style.minify(MinifyOptions::default()).map_err(|error| unreadable(&error))?;
    let options = PrinterOptions { minify: true, ..PrinterOptions::default() };
    Ok(style.to_css(options).map_err(|error| unreadable(&error))?.code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn style_sheets_become_one_where_the_first_was() {
        let document = "<head><!--HEAD-->\n<style>/* One. */\np { margin: 0 }</style>\n\
                        <!--STYLE OF TEXTS-->\n<style>i { margin: 0 }</style>\n\
                        <!--STYLE OF RESULTS-->\n<style>b { margin: 0 }</style>\n\
                        <!--STYLE OF ALL-->\n\
                        <style>h1 { width: clamp(1rem, 1rem + 2vw, 2rem); }</style>\n</head>";
        for (style, own) in [(Style::Texts, "i"), (Style::Results, "b")] {
            assert_eq!(
                inline_and_minify(document, style).unwrap(),
                format!(
                    "<head><!--HEAD-->\n<style>p,{own}{{margin:0}}\
                     h1{{width:clamp(1rem,1rem + 2vw,2rem)}}</style>\n</head>"
                )
            );
        }
        assert_eq!(inline_and_minify("<head></head>", Style::Texts).unwrap(), "<head></head>");
    }

    #[test]
    fn a_style_sheet_that_cannot_be_read_is_reported() {
        let style = "<style>p { margin: 0 } }</style>";
        let error = inline_and_minify(style, Style::Texts).unwrap_err().to_string();
        assert!(error.starts_with("the style sheets: "), "{error}");
    }
}
