//! Before and after: one line for each, named at its right end, with its values at both.
//!
//! Apart from `dynamics`, because only the direction counts here and every line has a name: where names would cover each
//! other they step aside on leader lines, and where there are too many, lines that are not judged go without.

use plotters::element::Circle;

use crate::plan::figure::{Slope, SlopeLine, Tone};

use super::Look;
use super::boxes::Xy;
use super::canvas::{Anchor, Done, Label, Raw, Sheet, line, paint as paint_sheet, unit};
use super::ink::Ink;
use super::lanes::LEADING;
use super::scale::Axis;
use super::spread::spread;
use super::text::{Ruler, clean};

/// From a mark to its text.
const LEAD: f64 = 16.0;

/// The share of the width that the names may take.
const NAMES: f64 = 0.46;

/// The share of the width that the values at the left may take.
const VALUES: f64 = 0.22;

/// How far from its mark the name of a line that is not judged may stand, in font sizes.
const FAR: f64 = 1.6;

/// Half the size of a mark.
const DOT: i32 = 4;

/// The least and the greatest height, in font sizes.
const HEIGHTS: (f64, f64) = (14.0, 36.0);

/// Whether there is a line to draw.
pub fn says_something(slope: &Slope) -> bool {
    slope.lines.iter().any(is_finite)
}

fn is_finite(line: &SlopeLine) -> bool {
    line.before.0.is_finite() && line.after.0.is_finite()
}

/// Draws the lines.
pub fn paint(slope: &Slope, look: &Look) -> Raw {
    let scene = Scene::of(slope, look);
    paint_sheet((unit(look.width) as u32, unit(scene.height) as u32), |sheet| {
        scene.heads(slope, sheet)?;
        scene.lines.iter().try_for_each(|drawn| scene.draw(drawn, sheet))?;
        scene.labels(sheet)
    })
}

/// The lines of a text, with the mark that it belongs to.
type Text = (Xy, Vec<String>);

/// A line with its places.
struct Drawn<'s> {
    line: &'s SlopeLine,
    ends: (Xy, Xy),
    /// The lines of its name, with the value.
    name: Vec<String>,
}

struct Scene<'s> {
    ruler: Ruler,
    width: f64,
    height: f64,
    ends: (f64, f64),
    /// Those not judged first, so that the others lie over them.
    lines: Vec<Drawn<'s>>,
}

impl<'s> Scene<'s> {
    fn of(slope: &'s Slope, look: &Look) -> Self {
        let ruler = Ruler::new(look.font);
        let mut lines: Vec<&SlopeLine> = slope.lines.iter().filter(|line| is_finite(line)).collect();
        lines.sort_by_key(|line| line.tone != Tone::Plain);
        let names: Vec<Vec<String>> = lines.iter().map(|line| name(line, &ruler, look)).collect();
        let rows: usize = names.iter().map(Vec::len).sum();
        let wanted = 6.0 + LEADING * rows as f64;
        let height = (wanted.clamp(HEIGHTS.0, HEIGHTS.1) * look.font).round();
        let values = ruler.widest(lines.iter().map(|line| line.before.1.as_str())).min(look.width * VALUES);
        let right = ruler.widest(names.iter().flatten().map(String::as_str));
        let ends = ((values + LEAD).round(), (look.width - right - LEAD).round());
        let axis = Axis::of(&slope.scale, lines.iter().flat_map(|line| [line.before.0, line.after.0]));
        let (top, bottom) = (3.0 * look.font, height - look.font);
        let y = |value: f64| (bottom - axis.hold(value) / axis.top * (bottom - top)).round();
        let place = |(line, name): (&'s SlopeLine, Vec<String>)| Drawn {
            line,
            ends: ((ends.0, y(line.before.0)), (ends.1, y(line.after.0))),
            name,
        };
        let lines = lines.into_iter().zip(names).map(place).collect();
        Self { ruler, width: look.width, height, ends, lines }
    }

    /// The two moments over their axes.
    fn heads(&self, slope: &Slope, sheet: &Sheet) -> Done {
        for (x, moment) in [(self.ends.0, &slope.moments.0), (self.ends.1, &slope.moments.1)] {
            line(sheet, Ink::Axis, &[(x, 1.8 * self.ruler.size), (x, self.height - 2.0)])?;
            let text = self.ruler.shorten(&clean(moment), self.width * NAMES);
            let mut label =
                Label::on(&self.ruler, Ink::Tick, (x, self.ruler.ascent() + 1.0), (Anchor::Middle, text));
            label.place = label.place.slid(0.0, self.width);
            label.write(sheet, &self.ruler)?;
        }
        Ok(())
    }

    fn draw(&self, drawn: &Drawn, sheet: &Sheet) -> Done {
        let ink = match drawn.line.tone {
            Tone::Good => Ink::SlopeGood,
            Tone::Plain => Ink::SlopePlain,
            Tone::Poor => Ink::SlopePoor,
        };
        line(sheet, ink, &[drawn.ends.0, drawn.ends.1])?;
        for (x, y) in [drawn.ends.0, drawn.ends.1] {
            sheet.draw(&Circle::new((unit(x), unit(y)), DOT, ink.stroke()))?;
        }
        Ok(())
    }

    fn labels(&self, sheet: &Sheet) -> Done {
        let named = self.named();
        self.side(&self.befores(&named), Anchor::End, sheet)?;
        self.side(&self.afters(&named), Anchor::Start, sheet)
    }

    fn value(&self, drawn: &Drawn) -> String {
        self.ruler.shorten(&clean(&drawn.line.before.1), self.width * VALUES)
    }

    /// The lines that get a name: those that are judged as long as there is room, then the others by how much they
    /// changed, as long as no name must go far from its line.
    fn named(&self) -> Vec<&Drawn<'s>> {
        let change = |drawn: &Drawn| (drawn.line.after.0 - drawn.line.before.0).abs();
        let plain = |drawn: &Drawn| drawn.line.tone == Tone::Plain;
        let mut wishes: Vec<&Drawn> = self.lines.iter().collect();
        wishes.sort_by(|a, b| plain(a).cmp(&plain(b)).then(change(b).total_cmp(&change(a))));
        let mut named: Vec<&Drawn> = Vec::new();
        for wish in wishes {
            named.push(wish);
            let texts = [self.befores(&named), self.afters(&named)];
            let fits = texts.iter().all(|texts| self.fits(texts));
            let near = || texts.iter().all(|texts| self.is_near(texts));
            if !fits || plain(wish) && !near() {
                named.pop();
            }
        }
        named
    }

    /// The values at the left, from top to bottom.
    fn befores(&self, named: &[&Drawn]) -> Vec<Text> {
        sorted(named.iter().map(|drawn| (drawn.ends.0, vec![self.value(drawn)])).collect())
    }

    /// The names at the right, from top to bottom.
    fn afters(&self, named: &[&Drawn]) -> Vec<Text> {
        sorted(named.iter().map(|drawn| (drawn.ends.1, drawn.name.clone())).collect())
    }

    fn fits(&self, texts: &[Text]) -> bool {
        let (top, bottom) = self.bounds();
        texts.iter().map(|(_, lines)| self.height_of(lines)).sum::<f64>() <= bottom - top
    }

    fn is_near(&self, texts: &[Text]) -> bool {
        let far = FAR * self.ruler.size;
        texts.iter().zip(self.stand(texts)).all(|((place, _), middle)| (middle - place.1).abs() <= far)
    }

    /// The middles of texts.
    fn stand(&self, texts: &[Text]) -> Vec<f64> {
        let wishes: Vec<(f64, f64)> =
            texts.iter().map(|(place, lines)| (place.1, self.height_of(lines))).collect();
        spread(&wishes, self.bounds())
    }

    /// Between which heights names may stand.
    fn bounds(&self) -> (f64, f64) {
        (1.8 * self.ruler.size, self.height)
    }

    fn height_of(&self, lines: &[String]) -> f64 {
        LEADING * self.ruler.size * lines.len() as f64
    }

    /// Writes the texts of one side.
    fn side(&self, texts: &[Text], anchor: Anchor, sheet: &Sheet) -> Done {
        let away = if anchor == Anchor::End { -1.0 } else { 1.0 };
        for ((place, lines), middle) in texts.iter().zip(self.stand(texts)) {
            let x = place.0 + away * LEAD;
            if (middle - place.1).abs() > 2.0 {
                let near = (place.0 + away * f64::from(DOT), place.1);
                line(sheet, Ink::Leader, &[near, (x - away * 2.0, middle)])?;
            }
            let first = middle - self.height_of(lines) / 2.0 + self.ruler.ascent() + 0.1 * self.ruler.size;
            for (i, text) in lines.iter().enumerate() {
                let base = first + LEADING * self.ruler.size * i as f64;
                let ink = if i == 0 { Ink::ValueText } else { Ink::BarLabel };
                Label::on(&self.ruler, ink, (x, base), (anchor, text.clone())).write(sheet, &self.ruler)?;
            }
        }
        Ok(())
    }
}

fn sorted(mut texts: Vec<Text>) -> Vec<Text> {
    texts.sort_by(|a, b| a.0.1.total_cmp(&b.0.1));
    texts
}

/// «65,4 % Лицей № 1», on two lines where one is too short.
fn name(line: &SlopeLine, ruler: &Ruler, look: &Look) -> Vec<String> {
    ruler.two_lines(&clean(&format!("{} {}", line.after.1, line.label)), look.width * NAMES)
}

#[cfg(test)]
mod tests {
    use super::super::probe::{Element, Picture, percent, pictures};
    use super::super::samples::slope;
    use super::*;
    use crate::plan::figure::Shape;

    fn lines(values: &[(f64, f64, Tone)]) -> Shape {
        let line = |(i, (before, after, tone)): (usize, &(f64, f64, Tone))| SlopeLine {
            label: format!("Школа № {i}"),
            before: (*before, format!("{before} %")),
            after: (*after, format!("{after} %")),
            tone: *tone,
        };
        let lines = values.iter().enumerate().map(line).collect();
        Shape::Slope(Slope { scale: percent(), moments: ("2023".into(), "2024".into()), lines })
    }

    #[test]
    fn ends_stand_at_their_values() {
        // The axis ends at 80, so half of it is 40.
        for picture in pictures(lines(&[(0.0, 80.0, Tone::Good), (40.0, 0.0, Tone::Poor)])) {
            let points =
                |class| picture.of(class).filter(|e| e.name == "polyline").map(Element::points).next();
            let (good, poor) = (points("slope good").unwrap(), points("slope poor").unwrap());
            assert_eq!(good[0].1, poor[1].1);
            assert!(((good[0].1 + good[1].1) / 2.0 - poor[0].1).abs() <= 1.0, "{}", picture.svg);
            picture.assert_sound();
        }
    }

    #[test]
    fn two_lines_at_one_place_are_both_named() {
        for picture in pictures(lines(&[(50.0, 50.0, Tone::Plain), (50.0, 50.0, Tone::Plain)])) {
            assert_eq!(picture.of("value-text").count(), 4);
            assert_eq!(picture.of("leader").count(), 4);
            picture.assert_sound();
        }
    }

    #[test]
    fn of_many_lines_the_judged_ones_keep_their_names() {
        for picture in pictures(slope(25)) {
            picture.assert_sound();
            let circles = picture.elements.iter().filter(|e| e.name == "circle").count();
            assert_eq!(circles, 50);
            let texts: Vec<&str> = picture.elements.iter().map(|e| e.text.as_str()).collect();
            let judged = ["№ 0", "№ 5", "№ 10", "№ 15", "№ 20"];
            assert!(judged.iter().all(|name| texts.iter().any(|text| text.ends_with(name))), "{texts:?}");
        }
    }

    #[test]
    fn unkind_numbers_are_left_out_or_held() {
        let cases = [(f64::NAN, 5.0, Tone::Good), (1e300, -4.0, Tone::Poor), (0.0, 0.0, Tone::Plain)];
        pictures(lines(&cases)).iter().for_each(Picture::assert_sound);
        pictures(lines(&cases[..1])).iter().for_each(Picture::assert_sound);
    }
}
