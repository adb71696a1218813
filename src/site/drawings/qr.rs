//! A URL as a QR code.

use std::fmt::Write;

use anyhow::anyhow;
use fast_qr::{ECL, QRBuilder};

/// The code as an SVG without size: style sheets give it one.
///
/// # Errors
/// When the URL is too long.
pub fn code(url: &str) -> anyhow::Result<String> {
    let code = QRBuilder::new(url).ecl(ECL::M).build();
    let code = code.map_err(|error| anyhow!("{url}: {error:?}"))?;
    let mut path = String::new();
    for y in 0..code.size {
        let mut x = 0;
        while x < code.size {
            let dark = (x..code.size).take_while(|it| code[y][*it].value()).count();
            if dark > 0 {
                let _ = write!(path, "M{x} {y}h{dark}v1h-{dark}z");
            }
            x += dark.max(1);
        }
    }
    let size = code.size;
    Ok(format!(
        "<svg class=\"qr\" viewBox=\"0 0 {size} {size}\" role=\"img\" aria-label=\"Code QR de cette page\" \
         shape-rendering=\"crispEdges\"><path d=\"{path}\"/></svg>"
    ))
}
