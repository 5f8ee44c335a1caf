//! The layout of a heat map: blocks of columns, rows, and the texts in and around the cells.
//!
//! Apart from `heat`, so that every length is decided before the first mark is drawn. Where the columns would be too
//! narrow for their texts, they are split into blocks, one under the other: a text is never made smaller.

use crate::plan::figure::{Heat, HeatCell, HeatRow};

use super::boxes::Rect;
use super::canvas::{Anchor, Label};
use super::ink::Ink;
use super::joined::PITCH;
use super::text::{Ruler, clean};
use super::{Labels, Look};

/// No column is narrower, so that a finger finds it.
const NARROWEST: f64 = 24.0;

/// No column is wider: cells far apart are no picture.
const WIDEST: f64 = 100.0;

/// The least and the greatest share of the width that names may take beside the cells.
const NAMES: (f64, f64) = (0.25, 0.4);

/// The height of a cell.
const CELL: f64 = 22.0;

/// The distance between a text and what it stands beside.
const GAP: f64 = 6.0;

/// The distance between base lines, in font sizes.
const LEADING: f64 = 1.2;

/// A head takes so many lines at most; longer ones become numbers with a key.
const HEAD_LINES: usize = 3;

/// A cell shows so many characters at most.
const CHARACTERS: usize = 6;

/// All lengths of one drawing.
pub struct Cells {
    /// Measures its texts.
    pub ruler: Ruler,
    /// The blocks, from above.
    pub blocks: Vec<Block>,
    /// The samples of the legend, each with its text.
    pub legend: Vec<(Rect, Label)>,
    /// The height of the drawing.
    pub height: f64,
}

/// Some of the columns, with all rows.
pub struct Block {
    /// The first column and the one after the last.
    pub columns: std::ops::Range<usize>,
    /// Names of columns and rows.
    pub labels: Vec<Label>,
    /// The left edge of the first column.
    pub left: f64,
    /// The width of a column.
    pub column: f64,
    /// The upper edges of the cells of each row.
    pub tops: Vec<f64>,
}

impl Block {
    /// The cell where a row and a column meet.
    pub fn cell(&self, row: usize, column: usize) -> Rect {
        let x0 = self.left + (column - self.columns.start) as f64 * self.column;
        let y0 = self.tops[row];
        Rect { x0, y0, x1: x0 + self.column, y1: y0 + CELL }
    }
}

/// What stands in a cell.
pub fn text(cell: &HeatCell) -> String {
    clean(&cell.text).chars().filter(|c| u32::from(*c) < 0x1_0000).take(CHARACTERS).collect()
}

impl Cells {
    /// Decides every length.
    pub fn of(heat: &Heat, look: &Look) -> Self {
        let frame = Frame::of(heat, look);
        let (legend, mut y) = frame.legend(heat);
        let mut blocks = Vec::new();
        for first in (0..heat.columns.len()).step_by(frame.per_block) {
            let columns = first..(first + frame.per_block).min(heat.columns.len());
            let (block, lower) = frame.block(heat, columns, y);
            blocks.push(block);
            y = lower + 2.0 * GAP;
        }
        Self { ruler: frame.ruler, blocks, legend, height: (y - GAP).round() }
    }
}

/// What all blocks have in common.
struct Frame<'l> {
    look: &'l Look,
    ruler: Ruler,
    side: Labels,
    left: f64,
    column: f64,
    per_block: usize,
    heads: Heads,
}

/// How columns are named.
enum Heads {
    /// By their names, on so many lines at most.
    Names(usize),
    /// By numbers; the key stands over each block.
    Numbers,
}

impl<'l> Frame<'l> {
    fn of(heat: &Heat, look: &'l Look) -> Self {
        let ruler = Ruler::new(look.font);
        let (count, narrowest) = (heat.columns.len(), narrowest(heat, &ruler));
        let (least, most) = (look.width * NAMES.0, look.width * NAMES.1);
        let room = (look.width - count as f64 * narrowest).clamp(least, most);
        let is_whole = |row: &HeatRow| ruler.fits(&clean(&row.label), room - GAP, 2);
        let side = match look.labels {
            Labels::Above if !heat.rows.iter().all(is_whole) => Labels::Above,
            Labels::Above | Labels::Beside => Labels::Beside,
        };
        let left = match side {
            Labels::Above => 0.0,
            Labels::Beside => {
                let names = heat.rows.iter().flat_map(|row| ruler.two_lines(&clean(&row.label), room - GAP));
                names.map(|line| ruler.width(&line) + GAP).fold(0.0, f64::max).ceil()
            }
        };
        let fitting = (((look.width - left) / narrowest) as usize).clamp(1, count);
        let per_block = count.div_ceil(count.div_ceil(fitting));
        let column = ((look.width - left) / per_block as f64).min(WIDEST).floor();
        let heads = Heads::of(heat, &ruler, column);
        Self { look, ruler, side, left, column, per_block, heads }
    }

    fn leading(&self) -> f64 {
        LEADING * self.ruler.size
    }

    /// A text in a line whose upper edge is given.
    fn label(&self, ink: Ink, (x, upper): (f64, f64), (anchor, text): (Anchor, String)) -> Label {
        let base = upper + (self.leading() - self.ruler.size) / 2.0 + self.ruler.ascent();
        Label::on(&self.ruler, ink, (x, base), (anchor, text))
    }

    /// Texts set in columns of equal width, each after `indent`, and where they end.
    fn tabled(&self, texts: &[String], (indent, y): (f64, f64)) -> (Vec<Label>, f64) {
        let room = self.look.width - indent;
        let texts: Vec<String> = texts.iter().map(|text| self.ruler.shorten(text, room)).collect();
        let width = self.ruler.widest(texts.iter().map(String::as_str)) + indent + 2.0 * GAP;
        let across = (((self.look.width + 2.0 * GAP) / width) as usize).max(1);
        let place =
            |i: usize| ((i % across) as f64 * width + indent, y + (i / across) as f64 * self.leading());
        let lower = y + texts.len().div_ceil(across) as f64 * self.leading();
        let label = |(i, text)| self.label(Ink::Tick, place(i), (Anchor::Start, text));
        (texts.into_iter().enumerate().map(label).collect(), lower)
    }

    fn legend(&self, heat: &Heat) -> (Vec<(Rect, Label)>, f64) {
        let texts: Vec<String> = heat.legend.iter().map(|(_, text)| clean(text)).collect();
        if texts.is_empty() {
            return (Vec::new(), 0.0);
        }
        let (labels, lower) = self.tabled(&texts, (NARROWEST + GAP, 1.0));
        let sample = |label: &Label| {
            let (x1, y) = (label.place.x0 - GAP, label.place.middle().1.round());
            Rect { x0: x1 - NARROWEST, y0: y - 7.0, x1, y1: y + 7.0 }
        };
        (labels.into_iter().map(|label| (sample(&label), label)).collect(), lower + 2.0 * GAP)
    }

    /// A block whose upper edge is given, and where it ends.
    fn block(&self, heat: &Heat, columns: std::ops::Range<usize>, y: f64) -> (Block, f64) {
        let (mut labels, y) = self.heads(heat, columns.clone(), y);
        let mut tops = Vec::with_capacity(heat.rows.len());
        let mut upper = y + GAP / 2.0;
        for row in &heat.rows {
            let (name, top, lower) = self.row(row, upper);
            labels.extend(name);
            tops.push(top);
            upper = lower;
        }
        (Block { columns, labels, left: self.left, column: self.column, tops }, upper)
    }

    /// The name of a row, the upper edge of its cells, and where the row ends.
    fn row(&self, row: &HeatRow, upper: f64) -> (Vec<Label>, f64, f64) {
        let (room, x, anchor) = match self.side {
            Labels::Beside => (self.left - GAP, self.left - GAP, Anchor::End),
            Labels::Above => (self.look.width, 0.0, Anchor::Start),
        };
        // The column of names was rounded up to hold them, so they break as they did when it was measured.
        let lines = self.ruler.two_lines(&clean(&row.label), room);
        let text = lines.len() as f64 * self.leading();
        let (first, top, lower) = match self.side {
            Labels::Beside => {
                let height = text.max(CELL) + 2.0;
                (upper + (height - text) / 2.0, upper + (height - CELL) / 2.0, upper + height)
            }
            Labels::Above => (upper, upper + text + 1.0, upper + text + CELL + GAP + 1.0),
        };
        let label =
            |(i, line)| self.label(Ink::BarLabel, (x, first + i as f64 * self.leading()), (anchor, line));
        (lines.into_iter().enumerate().map(label).collect(), top.round(), lower)
    }

    /// The key, where there is one, and the heads of the columns.
    fn heads(&self, heat: &Heat, columns: std::ops::Range<usize>, y: f64) -> (Vec<Label>, f64) {
        let (mut labels, y) = match self.heads {
            Heads::Names(_) => (Vec::new(), y),
            Heads::Numbers => {
                let entry = |i: usize| format!("{} — {}", i + 1, clean(&heat.columns[i]));
                let key: Vec<String> = columns.clone().map(entry).collect();
                self.tabled(&key, (0.0, y))
            }
        };
        let most = match self.heads {
            Heads::Names(lines) => lines,
            Heads::Numbers => 1,
        };
        for (place, i) in columns.enumerate() {
            let lines = match self.heads {
                Heads::Names(most) => self.ruler.lines(&clean(&heat.columns[i]), self.column - 2.0, most),
                Heads::Numbers => vec![(i + 1).to_string()],
            };
            let x = self.left + (place as f64 + 0.5) * self.column;
            let upper = y + (most - lines.len()) as f64 * self.leading();
            labels.extend(lines.into_iter().enumerate().map(|(line, text)| {
                self.label(Ink::Tick, (x, upper + line as f64 * self.leading()), (Anchor::Middle, text))
            }));
        }
        (labels, y + most as f64 * self.leading())
    }
}

impl Heads {
    fn of(heat: &Heat, ruler: &Ruler, column: f64) -> Self {
        let room = column - 2.0;
        let names = || heat.columns.iter().map(|name| clean(name));
        let unbroken = |name: &String| name.split(' ').all(|word| ruler.width(word) <= room);
        let lines = (1..=HEAD_LINES).find(|lines| names().all(|name| ruler.fits(&name, room, *lines)));
        lines.filter(|_| names().all(|name| unbroken(&name))).map_or(Heads::Numbers, Heads::Names)
    }
}

/// The least width of a column: that of its longest text, and of the number of the last column.
fn narrowest(heat: &Heat, ruler: &Ruler) -> f64 {
    let cells = heat.rows.iter().flat_map(|row| &row.cells);
    let most = cells.map(|cell| text(cell).chars().count()).max().unwrap_or(0) as f64;
    let number = ruler.width(&heat.columns.len().to_string()) + 4.0;
    (most * f64::from(PITCH) + 4.0).max(number).max(NARROWEST).ceil()
}
