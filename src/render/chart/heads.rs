//! The labels over bars: the names of the target's and the district's lines.
//!
//! Apart from `rows`, because two labels over two lines that may stand anywhere are a small puzzle of their own: they
//! must not overlap, nor may the line of one run through the other.

use crate::plan::figure::Bars;

use super::boxes::Rect;
use super::canvas::{Anchor, Label};
use super::ink::Ink;
use super::text::{Ruler, clean};

/// The distance between a line and a label beside it.
const GAP: f64 = 4.0;

/// A vertical line with its label.
pub struct Rule {
    /// The ink of the line.
    pub ink: Ink,
    /// Its place.
    pub x: f64,
    /// Its label; the line begins under it.
    pub label: Label,
}

/// A line that still needs a place for its text.
struct Wish {
    ink: Ink,
    text_ink: Ink,
    x: f64,
    text: String,
}

/// Places the labels of the target and of the district; `x` says where a value stands.
pub fn heads(bars: &Bars, ruler: &Ruler, width: f64, x: impl Fn(f64) -> f64) -> Vec<Rule> {
    let lines = [
        (&bars.target, Ink::TargetLine, Ink::TargetText),
        (&bars.district, Ink::DistrictLine, Ink::DistrictText),
    ];
    let wish = |(line, ink, text_ink): &(&Option<(f64, String)>, Ink, Ink)| {
        let (value, text) = line.as_ref().filter(|(value, _)| value.is_finite())?;
        Some(Wish { ink: *ink, text_ink: *text_ink, x: x(*value), text: ruler.shorten(&clean(text), width) })
    };
    let mut wishes: Vec<Wish> = lines.iter().filter_map(wish).collect();
    wishes.sort_by(|a, b| a.x.total_cmp(&b.x));
    match wishes.as_slice() {
        [left, right] => pair(left, right, ruler, width),
        wishes => wishes.iter().map(|wish| wish.grant(ruler, width, (Anchor::Middle, 0))).collect(),
    }
}

/// Both on one level if there is any way, else one over the other.
fn pair(left: &Wish, right: &Wish, ruler: &Ruler, width: f64) -> Vec<Rule> {
    let ways = [
        (Anchor::Middle, Anchor::Middle),
        (Anchor::End, Anchor::Start),
        (Anchor::Middle, Anchor::Start),
        (Anchor::End, Anchor::Middle),
    ];
    let level = |(a, b)| [left.grant(ruler, width, (a, 0)), right.grant(ruler, width, (b, 0))];
    let apart =
        |[a, b]: &[Rule; 2]| a.label.place.x1 + 2.0 * GAP <= b.label.place.x0 && a.covers() && b.covers();
    ways.into_iter().map(level).find(apart).unwrap_or_else(|| stack(left, right, ruler, width)).into()
}

/// The lower label turns away from the other line, which comes down beside it from the upper one.
fn stack(left: &Wish, right: &Wish, ruler: &Ruler, width: f64) -> [Rule; 2] {
    let (before, after) = (left.x - GAP, width - right.x - GAP);
    if after >= before {
        let lower = Wish { text: ruler.shorten(&right.text, after), ..*right };
        [left.grant(ruler, width, (Anchor::Middle, 0)), lower.grant(ruler, width, (Anchor::Start, 1))]
    } else {
        let lower = Wish { text: ruler.shorten(&left.text, before), ..*left };
        [lower.grant(ruler, width, (Anchor::End, 1)), right.grant(ruler, width, (Anchor::Middle, 0))]
    }
}

impl Wish {
    fn grant(&self, ruler: &Ruler, width: f64, (anchor, level): (Anchor, u8)) -> Rule {
        let x = match anchor {
            Anchor::Start => self.x + GAP,
            Anchor::Middle => self.x,
            Anchor::End => self.x - GAP,
        };
        let base = ruler.ascent() + 2.0 + f64::from(level) * 1.3 * ruler.size;
        let mut label = Label::on(ruler, self.text_ink, (x, base), (anchor, self.text.clone()));
        label.place = label.place.slid(0.0, width);
        Rule { ink: self.ink, x: self.x, label }
    }
}

impl Rule {
    /// Whether the label is still at its line after it was moved into the drawing.
    fn covers(&self) -> bool {
        let Rect { x0, x1, .. } = self.label.place;
        (x0 - GAP - 0.5..=x1 + GAP + 0.5).contains(&self.x)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::figure::{Scale, ScaleKind};

    fn placed(target: f64, district: f64, text: &str) -> Vec<Rule> {
        let bars = Bars {
            scale: Scale { unit: "%".into(), kind: ScaleKind::Percent },
            rows: Vec::new(),
            target: Some((target, format!("цель{text}"))),
            district: Some((district, format!("район{text}"))),
        };
        heads(&bars, &Ruler::new(13.0), 328.0, |value| (value * 2.6).round())
    }

    /// A label may stand over its own line, and nothing else may meet.
    fn assert_apart(rules: &[Rule]) {
        let frame = Rect { x0: 0.0, y0: 0.0, x1: 328.0, y1: 100.0 };
        let [a, b] = rules else { panic!("two lines") };
        assert!(!a.label.place.overlaps(&b.label.place));
        for (this, other) in [(a, b), (b, a)] {
            assert!(frame.holds(&this.label.place), "{:?}", this.label);
            let line = ((this.x, this.label.place.y1), (this.x, 100.0));
            assert!(!other.label.place.is_crossed(&line), "{:?} through {:?}", this.x, other.label);
        }
    }

    #[test]
    fn labels_and_lines_never_meet() {
        for target in (0..=100).step_by(5) {
            for district in 0..=100 {
                for text in [": 7 %", ": 70,5 % в 2024 году", ": не менее 70,5 % педагогов к концу 2024 года"]
                {
                    assert_apart(&placed(f64::from(target), f64::from(district), text));
                }
            }
        }
    }

    #[test]
    fn near_lines_share_one_level_where_they_can() {
        let rules = placed(50.0, 52.0, ": 50 %");
        assert_eq!(rules[0].label.place.y0, rules[1].label.place.y0);
    }
}
