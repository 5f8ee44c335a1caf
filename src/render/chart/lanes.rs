//! Lanes: bars one under another, each with its name beside or above it.
//!
//! Apart from `rows`, whose bars share an axis with lines through all of them and end in their own texts: here every lane
//! stands alone, is as high as its name needs, and only says where its bar is.

use super::boxes::Rect;
use super::canvas::{Anchor, Label};
use super::ink::Ink;
use super::text::{Ruler, clean};
use super::{Labels, Look};

/// The distance between a text and what it stands beside.
pub const GAP: f64 = 6.0;

/// The distance between base lines, in font sizes.
pub const LEADING: f64 = 1.2;

/// The share of the width that names may take beside the bars.
const NAMES: f64 = 0.36;

/// The thickness of a bar.
const BAR: f64 = 16.0;

/// What is kept free around the bars.
pub struct Margins {
    /// Above all lanes.
    pub top: f64,
    /// To the right of the bars.
    pub right: f64,
    /// Between a name above its bar and the bar.
    pub over: f64,
}

/// Where everything is.
pub struct Lanes {
    /// The lines of the names.
    pub names: Vec<Label>,
    /// The greatest place of each bar.
    pub bars: Vec<Rect>,
    /// The height of the drawing.
    pub height: f64,
}

impl Lanes {
    /// Decides every length.
    pub fn of<'a>(names: impl Iterator<Item = &'a str>, look: &Look, margins: &Margins) -> Self {
        let ruler = Ruler::new(look.font);
        let room = match look.labels {
            Labels::Beside => look.width * NAMES,
            Labels::Above => look.width,
        };
        let names: Vec<Vec<String>> = names.map(|name| ruler.two_lines(&clean(name), room)).collect();
        let left = match look.labels {
            Labels::Beside => ruler.widest(names.iter().flatten().map(String::as_str)) + GAP,
            Labels::Above => 0.0,
        };
        let mut lanes = Self { names: Vec::new(), bars: Vec::new(), height: margins.top };
        for name in names {
            lanes.add(name, look, margins, left.round());
        }
        lanes
    }

    fn add(&mut self, name: Vec<String>, look: &Look, margins: &Margins, left: f64) {
        let ruler = Ruler::new(look.font);
        let block = LEADING * look.font * name.len() as f64;
        let (first, bar, height) = match look.labels {
            Labels::Beside => {
                let height = block.max(BAR) + 2.0 * GAP;
                ((height - block) / 2.0, (height - BAR) / 2.0, height)
            }
            Labels::Above => {
                let bar = block + margins.over + GAP / 2.0;
                (0.0, bar, bar + BAR + 2.0 * GAP)
            }
        };
        let (x, anchor) = match look.labels {
            Labels::Beside => (left - GAP, Anchor::End),
            Labels::Above => (0.0, Anchor::Start),
        };
        for (i, line) in name.into_iter().enumerate() {
            let base = self.height + first + ruler.ascent() + LEADING * look.font * i as f64;
            self.names.push(Label::on(&ruler, Ink::BarLabel, (x, base), (anchor, line)));
        }
        let y0 = (self.height + bar).round();
        self.bars.push(Rect { x0: left, y0, x1: (look.width - margins.right).round(), y1: y0 + BAR });
        self.height = (self.height + height).round();
    }
}

/// The base line of a text in the middle of a bar.
pub fn base(bar: &Rect, ruler: &Ruler) -> f64 {
    bar.middle().1 + ruler.ascent() - ruler.size / 2.0
}
