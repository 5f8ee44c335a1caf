//! The layout of bars: columns, rows, and the texts in and over them.
//!
//! Apart from `bars`, so that every length is decided before the first mark is drawn: the height of the drawing depends
//! on the widths of its texts.

use crate::plan::figure::{Bar, Bars};

use super::boxes::{Rect, Xy};
use super::canvas::{Anchor, Label, along};
use super::dots::DOT;
use super::heads::{Rule, heads};
use super::ink::Ink;
use super::scale::Axis;
use super::text::{Ruler, clean};
use super::{Labels, Look};

/// The share of the width that names may take beside the bars.
const NAMES: f64 = 0.36;

/// The same, where a name would lose words otherwise.
const LONG_NAMES: f64 = 0.46;

/// The share of the width that the texts at the bars' ends may take.
const VALUES: f64 = 0.4;

/// The distance between a text and what it stands beside.
const GAP: f64 = 6.0;

/// A value further than this from the end of its bar would look lost.
const FAR: f64 = 48.0;

/// The thickness of a bar.
const BAR: f64 = 16.0;

/// More rows than this are dots on thin lines: as many bars would be one dark mass.
const MANY: usize = 40;

/// The distance between base lines, in font sizes.
const LEADING: f64 = 1.2;

/// All lengths of one drawing.
pub struct Rows {
    /// Measures its texts.
    pub ruler: Ruler,
    /// The value axis.
    pub axis: Axis,
    /// Where the rows are: the left edge is zero, the right one the end of the axis.
    pub frame: Rect,
    /// The lines through all rows.
    pub rules: Vec<Rule>,
    names: Vec<Vec<String>>,
    width: f64,
    row: f64,
    mark: Mark,
    side: Labels,
}

/// How a value is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// As a bar from zero.
    Bar,
    /// As a dot on a thin line.
    Dot,
}

impl Mark {
    fn of(rows: usize) -> Self {
        if rows > MANY { Mark::Dot } else { Mark::Bar }
    }

    fn thickness(self) -> f64 {
        match self {
            Mark::Bar => BAR,
            Mark::Dot => 2.0 * DOT,
        }
    }

    /// How far it reaches beyond its value.
    fn reach(self) -> f64 {
        match self {
            Mark::Bar => 0.0,
            Mark::Dot => DOT,
        }
    }

    /// The distance between two rows.
    fn gap(self) -> f64 {
        match self {
            Mark::Bar => GAP,
            Mark::Dot => GAP / 2.0,
        }
    }
}

impl Rows {
    /// Decides every length.
    pub fn of(bars: &Bars, look: &Look) -> Self {
        let ruler = Ruler::new(look.font);
        let lines = [&bars.target, &bars.district].map(|line| line.as_ref().map(|(value, _)| *value));
        let values = bars.rows.iter().filter_map(|bar| bar.value).chain(lines.into_iter().flatten());
        let axis = Axis::of(&bars.scale, values);
        let (names, mark) = (names(bars, look, &ruler), Mark::of(bars.rows.len()));
        let (x0, x1) = columns(bars, look, &ruler, &names);
        let rules = heads(bars, &ruler, look.width, |value| along(axis.hold(value), axis.top, (x0, x1)));
        let y0 = rules.iter().map(|rule| rule.label.place.y1 + GAP).fold(2.0, f64::max).round();
        let most = names.iter().map(Vec::len).max().unwrap_or(1) as f64;
        let (text, thickness) = (most * LEADING * look.font, mark.thickness());
        let row = match look.labels {
            Labels::Beside => (text + mark.gap()).max(thickness + 2.0 * mark.gap()).round(),
            Labels::Above => (text + thickness + 2.0 * mark.gap()).round(),
        };
        let frame = Rect { x0, y0, x1, y1: y0 + row * bars.rows.len() as f64 };
        Self { ruler, axis, frame, rules, names, row, mark, side: look.labels, width: look.width }
    }

    /// The height of the drawing.
    pub fn height(&self) -> f64 {
        self.frame.y1 + 2.0
    }

    /// A value on the axis, where it is a number.
    pub fn known(&self, value: Option<f64>) -> Option<f64> {
        value.filter(|value| value.is_finite()).map(|value| self.axis.hold(value))
    }

    /// The upper and the lower edge of a bar, as parts of its row.
    pub fn band(&self) -> (f64, f64) {
        let thickness = self.mark.thickness();
        let upper = match self.side {
            Labels::Beside => (self.row - thickness) / 2.0,
            Labels::Above => self.row - thickness - self.mark.gap(),
        };
        (upper.round() / self.row, (upper.round() + thickness) / self.row)
    }

    /// How values are marked.
    pub fn mark(&self) -> Mark {
        self.mark
    }

    /// The middle of the mark of a row, at a value.
    pub fn at(&self, row: usize, value: f64) -> Xy {
        let (upper, lower) = self.band();
        let x = along(value, self.axis.top, (self.frame.x0, self.frame.x1));
        (x, self.top_of(row) + (upper + lower) / 2.0 * self.row)
    }

    /// All texts of the rows.
    pub fn labels(&self, bars: &Bars) -> Vec<Label> {
        let names = self.names.iter().enumerate().flat_map(|(i, lines)| self.name(i, lines));
        let values = bars.rows.iter().enumerate().map(|(i, bar)| self.value(i, bar));
        names.chain(values).collect()
    }

    fn top_of(&self, row: usize) -> f64 {
        self.frame.y0 + row as f64 * self.row
    }

    fn name(&self, row: usize, lines: &[String]) -> Vec<Label> {
        let leading = LEADING * self.ruler.size;
        let block = leading * lines.len() as f64;
        let (x, anchor, upper) = match self.side {
            Labels::Beside => {
                (self.frame.x0 - self.mark.reach() - GAP, Anchor::End, (self.row - block) / 2.0)
            }
            Labels::Above => (self.frame.x0 + GAP, Anchor::Start, self.band().0 * self.row - block),
        };
        let first = self.top_of(row) + upper + (leading - self.ruler.size) / 2.0 + self.ruler.ascent();
        let label = |(i, line): (usize, &String)| {
            let base = first + i as f64 * leading;
            Label::on(&self.ruler, Ink::BarLabel, (x, base), (anchor, line.clone()))
        };
        lines.iter().enumerate().map(label).collect()
    }

    /// The text at the end of a bar, or in its place.
    fn value(&self, row: usize, bar: &Bar) -> Label {
        let (ink, (end, middle)) = match self.known(bar.value) {
            Some(value) => (Ink::BarText, self.at(row, value)),
            None => (Ink::NoData, self.at(row, 0.0)),
        };
        let base = middle + self.ruler.ascent() - self.ruler.size / 2.0;
        let end = end + self.mark.reach();
        let text = self.ruler.shorten(&clean(&bar.text), self.width * VALUES);
        let mut label = Label::on(&self.ruler, ink, (end + GAP, base), (Anchor::Start, text));
        if ink == Ink::BarText {
            label.place = self.past_rules(label.place);
        }
        label.place = label.place.slid(0.0, self.width);
        label
    }

    /// A value beside a line steps to its other side, so that the line is seen just where it is met or missed. Where
    /// that would take it too far from its bar, the line is left out behind the text instead.
    fn past_rules(&self, place: Rect) -> Rect {
        let mut lines: Vec<f64> = self.rules.iter().map(|rule| rule.x).collect();
        lines.sort_by(f64::total_cmp);
        let past = lines.into_iter().fold(place, |place, x| {
            let meets = place.x0 - GAP / 2.0 < x && x < place.x1 + GAP / 2.0;
            if meets { place.moved((x + GAP - place.x0, 0.0)) } else { place }
        });
        if past.x0 - place.x0 <= FAR { past } else { place }
    }
}

fn names(bars: &Bars, look: &Look, ruler: &Ruler) -> Vec<Vec<String>> {
    let names: Vec<String> = bars.rows.iter().map(|bar| clean(&bar.label)).collect();
    let whole = |share: f64| names.iter().all(|name| ruler.fits(name, look.width * share, 2));
    let room = match look.labels {
        Labels::Beside if whole(NAMES) => look.width * NAMES,
        Labels::Beside => look.width * LONG_NAMES,
        Labels::Above => look.width - GAP,
    };
    names.iter().map(|name| ruler.two_lines(name, room)).collect()
}

/// The left and the right edge of the bars, so that names and values stay inside the drawing.
fn columns(bars: &Bars, look: &Look, ruler: &Ruler, names: &[Vec<String>]) -> (f64, f64) {
    let reach = Mark::of(bars.rows.len()).reach();
    let left = match look.labels {
        Labels::Beside => ruler.widest(names.iter().flatten().map(String::as_str)) + GAP,
        Labels::Above => 0.0,
    };
    let known = bars.rows.iter().filter(|bar| bar.value.is_some());
    let values = ruler.widest(known.map(|bar| bar.text.as_str())).min(look.width * VALUES);
    ((left + reach).round(), (look.width - values - 2.0 * GAP - reach).round())
}

#[cfg(test)]
mod tests {
    use super::super::{NARROW, WIDE};
    use super::*;
    use crate::plan::figure::{Scale, ScaleKind, Tone};

    fn bars(count: usize, label: &str) -> Bars {
        let bar = Bar { label: label.into(), value: Some(50.0), text: "50 %".into(), tone: Tone::Plain };
        let scale = Scale { unit: "%".into(), kind: ScaleKind::Percent };
        Bars { scale, rows: vec![bar; count], target: None, district: None }
    }

    #[test]
    fn height_grows_by_equal_rows() {
        for look in [&WIDE, &NARROW] {
            let height = |count| Rows::of(&bars(count, "Лицей"), look).height();
            assert_eq!(height(2) - height(1), height(40) - height(39));
            assert_eq!(height(42) - height(41), height(60) - height(59));
            assert!(height(41) < height(40));
        }
    }

    #[test]
    fn a_second_line_makes_rows_higher_but_no_column_wider_than_its_share() {
        for look in [&WIDE, &NARROW] {
            let (short, long) =
                (Rows::of(&bars(3, "Лицей"), look), Rows::of(&bars(3, &"школа ".repeat(30)), look));
            assert!(long.row > short.row);
            assert!(long.frame.x1 - long.frame.x0 > look.width * 0.4);
        }
    }

    #[test]
    fn bars_stay_in_their_rows() {
        for look in [&WIDE, &NARROW] {
            let (upper, lower) = Rows::of(&bars(3, "Лицей"), look).band();
            assert!(0.0 < upper && upper < lower && lower < 1.0);
        }
    }
}
