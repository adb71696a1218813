//! The style sheets of a document, made one and small: they come with every page.

use anyhow::anyhow;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions, StyleSheet};

const START: &str = "<style>";
const END: &str = "</style>";

/// The document with one style sheet, where its first was.
///
/// # Errors
/// Says where the style cannot be read.
pub fn inline_and_minify(document: &str) -> anyhow::Result<String> {
    let mut sheets = String::new();
    let mut rest = document;
    let mut around = Vec::new();
    while let Some((before, (sheet, after))) =
        rest.split_once(START).and_then(|(before, after)| Some((before, after.split_once(END)?)))
    {
        around.push(before);
        sheets.push_str(sheet);
        rest = after;
    }
    around.push(rest);
    let Some((head, others)) = around.split_first().filter(|(_, others)| !others.is_empty()) else {
        return Ok(document.to_owned());
    };
    let others: String = others.iter().map(|part| part.trim_start_matches('\n')).collect();
    Ok(format!("{head}{START}{}{END}\n{others}", minify(&sheets)?))
}

fn minify(sheets: &str) -> anyhow::Result<String> {
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
                        <style>h1 { width: clamp(1rem, 1rem + 2vw, 2rem); }</style>\n</head>";
        assert_eq!(
            inline_and_minify(document).unwrap(),
            "<head><!--HEAD-->\n<style>p{margin:0}h1{width:clamp(1rem,1rem + 2vw,2rem)}</style>\n\
             </head>"
        );
        assert_eq!(inline_and_minify("<head></head>").unwrap(), "<head></head>");
    }

    #[test]
    fn a_style_sheet_that_cannot_be_read_is_reported() {
        let error = inline_and_minify("<style>p { margin: 0 } }</style>").unwrap_err().to_string();
        assert!(error.starts_with("the style sheets: "), "{error}");
    }
}
