//! What a mark means, and the CSS class that will show it.
//!
//! Apart, because it is the only dictionary between the three sides: layouts name an ink, plotters carries it through
//! as a colour nobody sees, and the after-pass turns that colour into a class. Themes then own every real colour.

use plotters::style::{Color, RGBColor, ShapeStyle};

use crate::plan::figure::Tone;

/// The meaning of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// The base line of the values.
    Axis,
    /// A light line at a tick.
    Grid,
    /// The text of a tick or a year.
    Tick,
    /// The line of the values.
    ValueLine,
    /// A final value.
    ValueDot,
    /// A provisional value.
    ValueHollow,
    /// The text of a value.
    ValueText,
    /// The 95 % limits of a value.
    Limit,
    /// The plan, or the target among bars.
    TargetLine,
    /// A milestone.
    TargetDot,
    /// The text of a milestone or target.
    TargetText,
    /// A bar that meets the target.
    Good,
    /// A bar that is not judged.
    Plain,
    /// A bar that is behind.
    Poor,
    /// The pattern over a bar that is behind.
    Hatch,
    /// Whose bar it is.
    BarLabel,
    /// The value of a bar.
    BarText,
    /// The district's value.
    DistrictLine,
    /// The text of the district's value.
    DistrictText,
    /// In place of a value that is not known.
    NoData,
    /// The light line on which a dot stands.
    Track,
    /// A part as a dot: it meets the target, or is better than chance.
    DotGood,
    /// A part as a dot that is not judged.
    DotPlain,
    /// A part as a dot: it is behind, or worse than chance.
    DotPoor,
    /// From a mark to its text that had to move away.
    Leader,
    /// A cell that meets its target.
    HeatGood,
    /// A cell on the way.
    HeatPlain,
    /// A cell that is behind.
    HeatPoor,
    /// The bar in a cell that meets its target: its sign without colour.
    HeatMet,
    /// The gap between two columns of cells.
    HeatGap,
    /// The text of a cell.
    HeatText,
    /// The text of a cell that is behind.
    HeatPoorText,
    /// The whole length that a bar could have.
    Whole,
    /// The target of one bar, as a mark across it.
    TargetMark,
    /// A tick for what is met, an arrow head down for what is behind.
    Sign,
    /// A line for the better.
    SlopeGood,
    /// A line that is not judged.
    SlopePlain,
    /// A line for the worse.
    SlopePoor,
    /// A part that is not judged, beside another one.
    Vacant,
    /// The pattern over a part that is far behind.
    Cross,
    /// A text on a bar that meets the target.
    OnGood,
}

/// All inks with their classes, in the order of the enum: the position is the sentinel colour.
const CLASSES: [(Ink, &str); 41] = [
    (Ink::Axis, "axis"),
    (Ink::Grid, "grid"),
    (Ink::Tick, "tick"),
    (Ink::ValueLine, "value-line"),
    (Ink::ValueDot, "value-dot"),
    (Ink::ValueHollow, "value-hollow"),
    (Ink::ValueText, "value-text"),
    (Ink::Limit, "limit"),
    (Ink::TargetLine, "target-line"),
    (Ink::TargetDot, "target-dot"),
    (Ink::TargetText, "target-text"),
    (Ink::Good, "bar good"),
    (Ink::Plain, "bar plain"),
    (Ink::Poor, "bar poor"),
    (Ink::Hatch, "hatch"),
    (Ink::BarLabel, "bar-label"),
    (Ink::BarText, "bar-text"),
    (Ink::DistrictLine, "district-line"),
    (Ink::DistrictText, "district-text"),
    (Ink::NoData, "no-data"),
    (Ink::Track, "track"),
    (Ink::DotGood, "dot good"),
    (Ink::DotPlain, "dot plain"),
    (Ink::DotPoor, "dot poor"),
    (Ink::Leader, "leader"),
    (Ink::HeatGood, "heat good"),
    (Ink::HeatPlain, "heat plain"),
    (Ink::HeatPoor, "heat poor"),
    (Ink::HeatMet, "heat-met"),
    (Ink::HeatGap, "heat-gap"),
    (Ink::HeatText, "heat-text"),
    (Ink::HeatPoorText, "heat-poor-text"),
    (Ink::Whole, "whole"),
    (Ink::TargetMark, "target-mark"),
    (Ink::Sign, "sign"),
    (Ink::SlopeGood, "slope good"),
    (Ink::SlopePlain, "slope"),
    (Ink::SlopePoor, "slope poor"),
    (Ink::Vacant, "bar vacant"),
    (Ink::Cross, "hatch"),
    (Ink::OnGood, "on-good"),
];

impl Ink {
    /// A bar by how it stands.
    pub fn bar(tone: Tone) -> Self {
        match tone {
            Tone::Good => Ink::Good,
            Tone::Plain => Ink::Plain,
            Tone::Poor => Ink::Poor,
        }
    }

    /// The sentinel colour that carries the ink through plotters.
    pub fn colour(self) -> RGBColor {
        RGBColor(0, 0, self as u8)
    }

    /// A filled shape.
    pub fn solid(self) -> ShapeStyle {
        self.colour().filled()
    }

    /// A line or an outline.
    pub fn stroke(self) -> ShapeStyle {
        self.colour().stroke_width(1)
    }

    /// The CSS classes of the ink.
    pub fn class(self) -> &'static str {
        CLASSES[self as usize].1
    }

    /// Whether its marks are so many that neighbours are joined into one element.
    pub fn is_joined(self) -> bool {
        matches!(
            self,
            Ink::Track
                | Ink::HeatGood
                | Ink::HeatPlain
                | Ink::HeatPoor
                | Ink::HeatMet
                | Ink::HeatGap
                | Ink::HeatText
                | Ink::HeatPoorText
        )
    }

    /// The ink of a tag with these attributes.
    pub fn of<'a>(mut attributes: impl Iterator<Item = (&'a str, &'a str)>) -> Option<Self> {
        attributes
            .find_map(|(key, value)| matches!(key, "fill" | "stroke").then(|| Self::read(value)).flatten())
    }

    /// Reads a colour as the backend writes it; none if it is not one of ours.
    pub fn read(colour: &str) -> Option<Self> {
        let position = usize::from_str_radix(colour.strip_prefix("#0000")?, 16).ok()?;
        CLASSES.get(position).map(|(ink, _)| *ink)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ink_returns_from_its_colour() {
        for (ink, class) in CLASSES {
            assert_eq!(Ink::read(&format!("#0000{:02X}", ink as u8)), Some(ink));
            assert_eq!(ink.class(), class);
        }
    }

    #[test]
    fn foreign_colours_are_not_inks() {
        for colour in ["none", "#0000FF", "#FF0000", "#0000F0", "red", ""] {
            assert_eq!(Ink::read(colour), None, "{colour}");
        }
    }
}
