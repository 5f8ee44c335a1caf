//! A small line in the cell of a table: where the values go, beside the numbers themselves.
//!
//! Apart from the charts, because it has no text and no frame: it is hidden from those who cannot see it, who lose
//! nothing, and it must cost less than the numbers that it stands beside.

use std::fmt::Write;

use crate::plan::views::SparkView;

/// The size of the drawing.
const SIZE: (f64, f64) = (72.0, 22.0);

/// What is kept free for the mark at the end.
const EDGE: f64 = 4.0;

/// Older values than these are left to the table.
const MOST: usize = 12;

/// Draws the line with a mark at its last value; nothing where there are not two values.
pub fn svg(spark: &SparkView) -> String {
    let points = &spark.points[spark.points.len().saturating_sub(MOST)..];
    let finite = |value: Option<f64>| value.filter(|value| value.is_finite());
    if points.iter().filter(|value| finite(**value).is_some()).count() < 2 {
        return String::new();
    }
    let step = (SIZE.0 - 2.0 * EDGE) / (points.len() - 1) as f64;
    let y = |value: f64| level(value, spark.most);
    let (mut path, mut last, mut pen) = (String::new(), (0, 0), 'M');
    for (i, value) in points.iter().enumerate() {
        let Some(value) = finite(*value) else {
            pen = 'M';
            continue;
        };
        last = ((EDGE + step * i as f64).round() as i32, y(value));
        // A value between two gaps is a dot: a line of no length with a round end.
        let dot = if pen == 'M' { "h0" } else { "" };
        let _ = write!(path, "{pen}{} {}{dot}", last.0, last.1);
        pen = 'L';
    }
    let target = finite(spark.target).map_or_else(String::new, |target| {
        format!("<path stroke-width=\"1\" stroke-dasharray=\"3 2\" d=\"M0 {}h{}\"/>", y(target), SIZE.0)
    });
    format!(
        "<svg class=\"spark\" width=\"{}\" height=\"{}\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\" \
         stroke-linecap=\"round\" aria-hidden=\"true\" focusable=\"false\">{target}<path d=\"{path}\"/>\
         <circle cx=\"{}\" cy=\"{}\" r=\"2\"/></svg>",
        SIZE.0, SIZE.1, last.0, last.1
    )
}

/// The height of a value on a scale from zero.
fn level(value: f64, most: f64) -> i32 {
    let part = if most > 0.0 { (value / most).clamp(0.0, 1.0) } else { 0.0 };
    (SIZE.1 - EDGE - part * (SIZE.1 - 2.0 * EDGE)).round() as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(points: &[Option<f64>], target: Option<f64>) -> String {
        svg(&SparkView { points: points.to_vec(), target, most: 100.0 })
    }

    #[test]
    fn values_stand_on_their_scale_and_gaps_break_the_line() {
        let svg =
            drawn(&[Some(0.0), Some(100.0), None, Some(50.0), None, Some(0.0), Some(100.0)], Some(50.0));
        assert!(svg.contains("<path d=\"M4 18h0L15 4M36 11h0M57 18h0L68 4\"/>"), "{svg}");
        assert!(svg.contains("d=\"M0 11h72\""), "{svg}");
        assert!(svg.contains("<circle cx=\"68\" cy=\"4\""), "{svg}");
    }

    #[test]
    fn one_value_is_no_line() {
        assert_eq!(drawn(&[], Some(70.0)), "");
        assert_eq!(drawn(&[Some(1.0), None, Some(f64::NAN)], None), "");
    }

    #[test]
    fn it_is_small_and_holds_only_numbers_whatever_the_data() {
        for value in [-1.0, 1e308, 99.9, f64::INFINITY] {
            let svg = drawn(&[[Some(55.0), Some(value)]; 40].concat(), Some(value));
            assert!(svg.len() <= 400, "{}: {svg}", svg.len());
            assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
        }
        let flat = svg(&SparkView { points: vec![Some(0.0); 5], target: None, most: 0.0 });
        assert!(flat.contains("cy=\"18\""), "{flat}");
    }
}
