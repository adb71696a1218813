//! Outlines of territories made small: from a GeoJSON file of any size to a TopoJSON file that a
//! page can hold. Nothing here knows what is drawn with them, nor any content but the grid.

mod geojson;
mod line;
mod simplify;
mod topojson;
mod topology;

use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};

use crate::message;
use crate::route::Slug;
use crate::site::content::outlines::grid::{self, Grid};
use crate::site::files;

/// What was imported.
pub struct Imported {
    /// The file that was written.
    pub path: PathBuf,
    /// How many territories it holds.
    pub territories: usize,
    /// Its size in bytes.
    pub size: usize,
}

/// Reads a GeoJSON file and writes `contours/<name>.json` into a content folder.
///
/// # Errors
/// Says which file cannot be read or written, and which territory of it cannot be drawn. Nothing is
/// written then: the new file takes its place once it is whole.
pub fn import(file: &Path, name: &str, source: &str, content: &Path) -> anyhow::Result<Imported> {
    let name = Slug::new(name).with_context(|| message!("import-outlines-no-name", name = name))?;
    ensure!(!source.trim().is_empty(), message!("import-outlines-without-source"));
    let text = std::fs::read_to_string(file).with_context(|| files::unreadable(file))?;
    let (text, territories) = small(&text, source.trim())
        .with_context(|| message!("import-outlines-refused", file = file))?;
    let folder = content.join("contours");
    let path = folder.join(format!("{name}.json"));
    let unfinished = folder.join(format!(".{name}.json.unfinished"));
    std::fs::create_dir_all(&folder)
        .and_then(|()| std::fs::write(&unfinished, &text))
        .and_then(|()| std::fs::rename(&unfinished, &path))
        .with_context(|| files::unwritable(&path))?;
    Ok(Imported { path, territories, size: text.len() })
}

/// The TopoJSON of a GeoJSON text, and how many territories it holds.
fn small(geojson: &str, source: &str) -> anyhow::Result<(String, usize)> {
    let territories = geojson::read(geojson)?;
    let topology = topology::Topology::of(&territories);
    let grid = Grid::around(topology.vertices().map(grid::degrees))
        .context(message!("import-outlines-without-extent"))?;
    let lines = simplify::simplified(&topology, &grid);
    let drawn = simplify::visible(topology, &lines)?;
    Ok((topojson::write(&drawn, &grid, source)?, drawn.shapes.len()))
}
