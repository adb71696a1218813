//! The rows of a chart: a name, its figures, and the bar below them.

use super::sheet::{Sheet, Type};
use crate::chart::{Chart, Label};
use crate::french;

/// Where rows are, and how high each is.
#[derive(Clone, Copy, Debug)]
pub struct Rows {
    /// From the left.
    pub x: u32,
    /// From the top.
    pub y: u32,
    /// From left to right.
    pub width: u32,
    /// Of each from top to bottom.
    pub row: u32,
}

impl Rows {
    /// Puts the rows of a chart, the first so many.
    pub fn put(self, sheet: &mut Sheet, chart: &Chart, count: usize) {
        for (row, label) in (0..).zip(chart.labels.iter().take(count)) {
            Self { y: self.y + row * self.row, ..self }.label(sheet, label, chart.has_threshold);
        }
    }

    fn label(self, sheet: &mut Sheet, label: &Label, has_threshold: bool) {
        let Self { x, y, width, row } = self;
        let large = Type::new((row / 2).clamp(20, 76)).bold();
        let name = Type::new((row * 3 / 8).clamp(18, 40));
        let name = if label.leads { name.bold() } else { name };
        let small = Type::new((row * 2 / 7).clamp(15, 26)).soft();
        let bar = (row / 8).clamp(7, 16);
        let baseline = y + row - bar - row / 5;
        let mut right = x + width;
        if let Some((main, others)) = label.figures.split_last() {
            sheet.text(right, baseline, large.ending(), main);
            right = right.saturating_sub(large.width(main) + small.size);
            let others = others.join(" ");
            if !others.is_empty() {
                sheet.text(right, baseline, small.ending(), &others);
                right = right.saturating_sub(small.width(&others) + small.size);
            }
        }
        let room = right.saturating_sub(x);
        let shown = name.cut(&label.name, room);
        sheet.text(x, baseline, name, &shown);
        let room = room.saturating_sub(name.width(&shown) + small.size);
        let about: Vec<&str> = label.about.iter().chain(&label.note).map(String::as_str).collect();
        let about = about.join(", ");
        if shown == label.name && !about.is_empty() && small.width(&about) <= room {
            sheet.text(x + name.width(&shown) + small.size, baseline, small, &about);
        }
        let top = y + row - bar - row / 12;
        sheet.area((x, top, width, bar), "track");
        sheet.bar((x, top, width, bar), &label.bar);
        if has_threshold {
            sheet.area((x + width / 2 - 1, top - 3, 2, bar + 6), "lead");
        }
    }
}

/// The figures of a chart that has no bars, as a table.
pub fn put_table(sheet: &mut Sheet, chart: &Chart, (x, y): (u32, u32), width: u32) -> u32 {
    let (head, figure, column) = (Type::new(15).soft(), Type::new(20), 150);
    let table = &chart.caption.table;
    let mut put = |y: u32, it: Type, cells: &[String]| {
        let columns = cells.len().saturating_sub(1) as u32;
        let room = width.saturating_sub(columns * column);
        for (at, cell) in (0..).zip(cells) {
            if at == 0 {
                sheet.text(x, y, it, &it.cut(cell, room));
            } else {
                sheet.text(
                    x + width - (columns - at) * column,
                    y,
                    it.ending(),
                    &it.cut(cell, column - 10),
                );
            }
        }
    };
    put(y, head, &table.head);
    let mut y = y + 30;
    for row in &table.rows {
        put(y, figure, row);
        y += 30;
    }
    y
}

/// « 4 listes sur 13 », where not all have a row.
pub fn of_how_many(count: usize, all: usize, noun: &str) -> String {
    let plural = if count > 1 { "s" } else { "" };
    format!(
        "{}\u{a0}{noun}{plural} sur {}",
        french::number(count as u32),
        french::number(all as u32)
    )
}
