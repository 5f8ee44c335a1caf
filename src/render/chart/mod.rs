//! Draws a chart: two inline SVGs, one for wide pages and one for narrow ones.
//!
//! Apart from the templates, because a chart is geometry first and a picture second, and because the types of plotters
//! must not leave this folder. The drawing holds no colour: themes show its classes (`ink` lists them). The page shows
//! one of the two drawings and hides the other with `display: none`, so each carries its own title and description.
//!
//! A chart can not fail: whatever the data say, the result is a valid drawing inside its frame.

mod bars;
mod blank;
mod boxes;
mod bullets;
mod canvas;
mod cells;
mod dots;
mod dynamics;
mod funnel;
mod heads;
mod heat;
mod ink;
mod joined;
mod lanes;
#[cfg(test)]
mod probe;
mod rows;
#[cfg(test)]
mod samples;
mod scale;
mod slope;
mod spread;
mod stack;
mod svg;
mod text;
mod words;

use crate::plan::figure::{ChartSpec, Shape};

use canvas::Raw;
use svg::Caption;

/// A drawn chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// The wide drawing and the narrow one, one after the other.
    pub svg: String,
}

/// Draws a chart. The ids inside begin with `id`, which must be unique in the page; what an id may not hold is replaced.
pub fn draw(spec: &ChartSpec, id: &str) -> Drawn {
    let id: String =
        id.chars().map(|c| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' }).collect();
    Drawn { svg: [&WIDE, &NARROW].map(|look| one(spec, &id, look)).concat() }
}

/// How large a drawing is.
#[derive(Debug)]
struct Look {
    /// Its CSS class.
    class: &'static str,
    /// Tells its ids from those of the other one.
    suffix: &'static str,
    /// Its width.
    width: f64,
    /// The height of a chart through the years.
    height: f64,
    /// The size of its texts.
    font: f64,
    /// Where the labels of bars stand.
    labels: Labels,
}

/// Where the labels of bars stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Labels {
    /// To the left of the bar.
    Beside,
    /// Above the bar: a narrow page has no room for a column of names.
    Above,
}

const WIDE: Look = Look {
    class: "chart-wide",
    suffix: "w",
    width: 720.0,
    height: 300.0,
    font: 14.0,
    labels: Labels::Beside,
};

const NARROW: Look = Look {
    class: "chart-narrow",
    suffix: "n",
    width: 328.0,
    height: 250.0,
    font: 13.0,
    labels: Labels::Above,
};

fn one(spec: &ChartSpec, id: &str, look: &Look) -> String {
    let id = format!("{id}-{}", look.suffix);
    let ChartSpec { title, description, .. } = spec;
    svg::finish(
        &shape(spec, look),
        &Caption { id: &id, class: look.class, font: look.font, title, description },
    )
}

fn shape(spec: &ChartSpec, look: &Look) -> Raw {
    match &spec.shape {
        Shape::Dynamics(dynamics) if dynamics::says_something(dynamics) => dynamics::paint(dynamics, look),
        Shape::Dynamics(dynamics) => {
            blank::paint(dynamics.points.first().map_or(&spec.description, |point| &point.text), look)
        }
        Shape::Bars(bars) if bars.rows.is_empty() => blank::paint(&spec.description, look),
        Shape::Bars(bars) => bars::paint(bars, look),
        Shape::Funnel(funnel) if !funnel.points.is_empty() => funnel::paint(funnel, look),
        Shape::Heat(heat) if !heat.rows.is_empty() && !heat.columns.is_empty() => heat::paint(heat, look),
        Shape::Bullets(bullets) if !bullets.rows.is_empty() => bullets::paint(bullets, look),
        Shape::Slope(slope) if slope::says_something(slope) => slope::paint(slope, look),
        Shape::Stack(stack) if stack::says_something(stack) => stack::paint(stack, look),
        Shape::Funnel(_) | Shape::Heat(_) | Shape::Bullets(_) | Shape::Slope(_) | Shape::Stack(_) => {
            blank::paint(&spec.description, look)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::probe::{bars, dynamics, funnel, heat, pictures, spec};
    use super::*;
    use crate::plan::figure::{Bars, Dynamics};

    fn shapes() -> Vec<Shape> {
        vec![
            dynamics(&[], &[]),
            dynamics(&[None, None], &[]),
            dynamics(&[], &[(2024, 70.0)]),
            dynamics(&[Some(41.0), None, Some(65.4)], &[(2022, 50.0), (2024, 70.0)]),
            bars(0, 70.0, 65.0),
            bars(12, 70.0, 65.0),
            heat(0, &[]),
            heat(3, &["1", "2"]),
            funnel(0),
            funnel(25),
        ]
    }

    #[test]
    fn two_drawings_with_their_own_words_and_ids() {
        for shape in shapes() {
            let svg = draw(&spec(shape), "fig 1\"").svg;
            assert_eq!(svg.matches("<svg ").count(), 2);
            for (class, id) in [("chart-wide", "fig-1--w"), ("chart-narrow", "fig-1--n")] {
                let words =
                    format!("<title id=\"{id}-t\">Вывод</title><desc id=\"{id}-d\">Нет данных</desc>");
                assert!(svg.contains(&format!("<svg class=\"chart {class}\" viewBox=\"0 0 ")), "{svg}");
                assert!(
                    svg.contains(&format!("role=\"img\" aria-labelledby=\"{id}-t {id}-d\""))
                        && svg.contains(&words)
                );
            }
            let ids: Vec<&str> =
                svg.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
            let unique: std::collections::BTreeSet<&&str> = ids.iter().collect();
            assert_eq!(unique.len(), ids.len());
        }
    }

    #[test]
    fn every_drawing_is_sound_and_the_same_again() {
        for shape in shapes() {
            pictures(shape.clone()).iter().for_each(probe::Picture::assert_sound);
            assert_eq!(draw(&spec(shape.clone()), "c"), draw(&spec(shape), "c"));
        }
    }

    #[test]
    fn markup_in_labels_stays_text() {
        let evil = "<script>alert(\"1\")</script>&\n'";
        let mut shape = bars(2, 50.0, 50.0);
        if let Shape::Bars(Bars { rows, target, scale, .. }) = &mut shape {
            rows[0].label = evil.into();
            rows[1].text = evil.into();
            *target = Some((10.0, evil.into()));
            scale.unit = evil.into();
        }
        let mut years = dynamics(&[Some(4.0), None], &[(2021, 4.0)]);
        if let Shape::Dynamics(Dynamics { points, milestones, scale }) = &mut years {
            points.iter_mut().for_each(|point| point.text = evil.into());
            milestones[0].text = evil.into();
            scale.unit = evil.into();
        }
        let (mut spec, years) = (spec(shape), spec(years));
        spec.title = evil.into();
        let svg = draw(&spec, evil).svg + &draw(&years, evil).svg;
        assert!(!svg.contains("<script") && !svg.contains("</script") && svg.contains("&lt;script&gt;"));
    }

    #[test]
    fn an_ordinary_pair_is_small() {
        let line = dynamics(&[41.0, 44.5, 52.0, 58.3, 65.4].map(Some), &[(2022, 50.0), (2024, 70.0)]);
        let columns: Vec<String> = (1..=18).map(|i| i.to_string()).collect();
        let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
        for (shape, most) in [
            (line, 8_000),
            (bars(12, 70.0, 65.0), 14_000),
            (funnel(25), 10_000),
            // The names of the probe are long ones, and its shades never have neighbours to join.
            (bars(25, 70.0, 65.0), 28_000),
            (heat(25, &columns), 53_000),
        ] {
            let size = draw(&spec(shape), "c").svg.len();
            assert!(size < most, "{size}");
        }
    }
}
