//! Tables: as Markdown has them, with a head and as many cells in every row.

use markup5ever_rcdom::Handle;
use pulldown_cmark::Alignment;

use super::super::notes::About;
use super::super::tree::{Block, Inline, Style, Table};
use super::inlines::on_one_line;
use super::node::{self, attribute, children, has_class, name};
use super::reader::Reader;
use crate::message;

/// How many columns a table may have.
const MOST_COLUMNS: usize = 12;

type Cell = Vec<Inline>;

/// A table; its cells below each other where it only arranges things, or is too wide.
pub fn of(table: &Handle, reader: &mut Reader<'_>, depth: usize) -> Vec<Block> {
    let mut blocks = Vec::new();
    for caption in node::find(table, &["caption"]) {
        blocks.extend(reader.blocks_inside(&caption, depth + 1));
    }
    let rows: Vec<Handle> = rows(table);
    let cells =
        |row: &Handle| children(row).into_iter().filter(|it| matches!(name(it), "td" | "th"));
    let widest = rows.iter().map(|row| cells(row).count()).max().unwrap_or_default();
    if widest < 2 {
        for cell in rows.iter().flat_map(cells) {
            blocks.extend(reader.blocks_inside(&cell, depth + 1));
        }
        return super::lists::without_headings(blocks);
    }
    let is_head = |row: &Handle| cells(row).all(|it| name(&it) == "th");
    let first_is_head =
        rows.first().is_some_and(is_head) || !node::find(table, &["thead"]).is_empty();
    let columns =
        rows.get(1).or(rows.first()).map(|row| cells(row).map(|it| alignment(&it)).collect());
    let grid = grid(&rows, reader, depth);
    blocks.extend(table_of(grid, first_is_head, columns.unwrap_or_default(), reader));
    blocks
}

/// The rows of a table, not those of tables inside it.
fn rows(table: &Handle) -> Vec<Handle> {
    let mut rows = Vec::new();
    for child in children(table) {
        match name(&child) {
            "tr" => rows.push(child),
            "thead" | "tbody" | "tfoot" => {
                rows.extend(children(&child).into_iter().filter(|it| name(it) == "tr"));
            }
            _ => {}
        }
    }
    rows
}

/// The cells of every row, with empty ones where a cell reaches over several columns or rows.
fn grid(rows: &[Handle], reader: &mut Reader<'_>, depth: usize) -> Vec<Vec<Cell>> {
    let mut grid: Vec<Vec<Cell>> = Vec::new();
    // How many rows further down each column is taken from above.
    let mut taken: Vec<usize> = Vec::new();
    for row in rows {
        let mut line: Vec<Cell> = Vec::new();
        for cell in children(row).iter().filter(|it| matches!(name(it), "td" | "th")) {
            skip(&mut taken, &mut line);
            let span =
                |name| attribute(cell, name).and_then(|it| it.parse().ok()).unwrap_or(1_usize);
            let (wide, high) =
                (span("colspan").clamp(1, MOST_COLUMNS), span("rowspan").clamp(1, 500));
            for column in line.len()..line.len() + wide {
                taken.resize(taken.len().max(column + 1), 0);
                taken[column] = high - 1;
            }
            line.push(of_cell(cell, reader, depth));
            line.extend(std::iter::repeat_n(Vec::new(), wide - 1));
        }
        skip(&mut taken, &mut line);
        grid.push(line);
    }
    grid.retain(|row| row.iter().any(|cell| !cell.is_empty()));
    grid
}

/// Goes over the columns that are taken from above.
fn skip(taken: &mut [usize], line: &mut Vec<Cell>) {
    while let Some(rows) = taken.get_mut(line.len()).filter(|rows| **rows > 0) {
        *rows -= 1;
        line.push(Vec::new());
    }
}

/// A cell on one line.
fn of_cell(cell: &Handle, reader: &mut Reader<'_>, depth: usize) -> Cell {
    let mut line = Vec::new();
    for block in reader.blocks_inside(cell, depth + 1) {
        if !line.is_empty() {
            line.push(Inline::Text(" · ".to_owned()));
        }
        flat(block, &mut line);
    }
    on_one_line(line)
}

/// A block as a part of a line.
fn flat(block: Block, line: &mut Vec<Inline>) {
    match block {
        Block::Paragraph(words) | Block::Heading(_, words) => line.extend(words),
        Block::Pictures(pictures) => line.extend(pictures.into_iter().map(Inline::Picture)),
        Block::Code(text) => line.push(Inline::Text(text)),
        other => {
            let mut words = String::new();
            other.words(&mut words);
            line.push(Inline::Text(words.trim().replace('\n', " · ")));
        }
    }
}

fn alignment(cell: &Handle) -> Alignment {
    let style = attribute(cell, "style").unwrap_or_default().replace(' ', "");
    let align = attribute(cell, "align").unwrap_or_default();
    let is = |side: &str| {
        align == side
            || style.contains(&format!("text-align:{side}"))
            || has_class(cell, &format!("has-text-align-{side}"))
    };
    match () {
        () if is("right") => Alignment::Right,
        () if is("center") => Alignment::Center,
        () => Alignment::None,
    }
}

fn table_of(
    mut grid: Vec<Vec<Cell>>,
    first_is_head: bool,
    mut columns: Vec<Alignment>,
    reader: &mut Reader<'_>,
) -> Vec<Block> {
    let width = grid.iter().map(Vec::len).max().unwrap_or_default();
    if width > MOST_COLUMNS {
        let what = message!("wordpress-wide-table", count = width).to_string();
        reader.note(About::Plain, what);
        return vec![Block::List(None, grid.into_iter().map(in_one_line).collect())];
    }
    if grid.is_empty() {
        return Vec::new();
    }
    columns.resize(width, Alignment::None);
    grid.iter_mut().for_each(|row| row.resize(width, Vec::new()));
    let is_bold =
        |cell: &Cell| cell.is_empty() || matches!(&cell[..], [Inline::Styled(Style::Strong, _)]);
    let head = match first_is_head || grid.len() > 1 && grid[0].iter().all(is_bold) {
        true => grid.remove(0),
        false => vec![Vec::new(); width],
    };
    let plain = |cell: Cell| match <[Inline; 1]>::try_from(cell) {
        Ok([Inline::Styled(Style::Strong, inside)]) => inside,
        Ok(other) => other.into(),
        Err(cell) => cell,
    };
    let head = head.into_iter().map(plain).collect();
    vec![Block::Table(Table { columns, head, rows: grid })]
}

fn in_one_line(row: Vec<Cell>) -> Vec<Block> {
    let mut line = Vec::new();
    for cell in row.into_iter().filter(|it| !it.is_empty()) {
        if !line.is_empty() {
            line.push(Inline::Text(" · ".to_owned()));
        }
        line.extend(cell);
    }
    super::lines::paragraphs(line)
}
