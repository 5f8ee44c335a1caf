//! Reads a finished drawing back, for the tests of geometry.
//!
//! Apart, because every file of the folder asks the same questions: where is what, does anything overlap or leave the
//! frame. It reads the markup that a browser gets, so it also notices what the after-pass would spoil.

use std::collections::BTreeMap;

use crate::plan::figure::{
    Bar, Bars, ChartSpec, Dynamics, Funnel, FunnelPoint, Heat, HeatCell, HeatRow, Mark, Milestone, Point,
    Scale, ScaleKind, Shape, Tone,
};

use super::boxes::{Rect, Xy};
use super::joined::PITCH;
use super::text::Ruler;
use super::{Drawn, draw};

/// One element of a drawing.
#[derive(Debug)]
pub struct Element {
    /// Its tag.
    pub name: String,
    /// Its attributes.
    pub attributes: BTreeMap<String, String>,
    /// Its text.
    pub text: String,
}

impl Element {
    /// The CSS class.
    pub fn class(&self) -> &str {
        self.attributes.get("class").map_or("", String::as_str)
    }

    /// A number among the attributes; zero if there is none.
    pub fn number(&self, key: &str) -> f64 {
        self.attributes.get(key).map_or(0.0, |value| value.parse().expect("a number"))
    }

    /// The places of a line.
    pub fn points(&self) -> Vec<Xy> {
        let pair =
            |pair: &str| pair.split_once(',').map(|(x, y)| (x.parse().expect("x"), y.parse().expect("y")));
        self.attributes.get("points").map_or("", String::as_str).split(' ').filter_map(pair).collect()
    }

    /// The boxes of a path that was joined of rectangles and lines.
    pub fn pieces(&self) -> Vec<Rect> {
        let data = self.attributes.get("d").map_or("", String::as_str);
        data.split('M').filter(|piece| !piece.is_empty()).map(piece).collect()
    }

    fn is_joined_text(&self) -> bool {
        self.name == "text" && self.class().starts_with("heat-")
    }

    /// The texts of an element, each with its box: several where neighbours were joined.
    pub fn words(&self, ruler: &Ruler) -> Vec<(String, Rect)> {
        if !self.is_joined_text() {
            return vec![(self.text.clone(), self.place(ruler))];
        }
        let places = self.attributes["x"].split(' ').map(|x| x.parse::<f64>().expect("x"));
        let (half, y0) = (ruler.width("0") / 2.0, self.number("y") - ruler.ascent());
        let mut words: Vec<(String, Rect)> = Vec::new();
        for (x, glyph) in places.zip(self.text.chars()) {
            match words.last_mut() {
                Some((word, place)) if x - (place.x1 - half) <= f64::from(PITCH) => {
                    word.push(glyph);
                    place.x1 = x + half;
                }
                _ => words
                    .push((glyph.to_string(), Rect { x0: x - half, y0, x1: x + half, y1: y0 + ruler.size })),
            }
        }
        words
    }

    /// The box that the element fills.
    pub fn place(&self, ruler: &Ruler) -> Rect {
        if self.name == "path" {
            return around(self.pieces().iter().flat_map(|r| [(r.x0, r.y0), (r.x1, r.y1)]));
        }
        if self.is_joined_text() {
            return around(self.words(ruler).iter().flat_map(|(_, r)| [(r.x0, r.y0), (r.x1, r.y1)]));
        }
        let (x, y) = (self.number("x"), self.number("y"));
        match self.name.as_str() {
            "text" => {
                let width =
                    ruler.width(&self.text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"));
                let x0 = match self.attributes.get("text-anchor").map(String::as_str) {
                    Some("middle") => x - width / 2.0,
                    Some("end") => x - width,
                    _ => x,
                };
                let y0 = y - ruler.ascent();
                Rect { x0, y0, x1: x0 + width, y1: y0 + ruler.size }
            }
            "rect" => Rect { x0: x, y0: y, x1: x + self.number("width"), y1: y + self.number("height") },
            "circle" => {
                let size = 2.0 * self.number("r");
                Rect::around((self.number("cx"), self.number("cy")), (size, size))
            }
            _ => around(self.points().into_iter()),
        }
    }
}

/// The box around some places.
fn around(places: impl Iterator<Item = Xy>) -> Rect {
    places.fold(Rect { x0: f64::MAX, y0: f64::MAX, x1: f64::MIN, y1: f64::MIN }, |r, (x, y)| Rect {
        x0: r.x0.min(x),
        y0: r.y0.min(y),
        x1: r.x1.max(x),
        y1: r.y1.max(y),
    })
}

/// `1 2h3v4h-3z` is a rectangle, `1 2H3` and `1 2V4` are lines.
fn piece(data: &str) -> Rect {
    let numbers: Vec<f64> =
        data.split([' ', 'h', 'v', 'H', 'V', 'z']).filter_map(|number| number.parse().ok()).collect();
    match numbers.as_slice() {
        [x, y, width, height, ..] => Rect { x0: *x, y0: *y, x1: x + width, y1: y + height },
        [x, y, end] if data.contains('H') => Rect { x0: *x, y0: *y, x1: *end, y1: *y },
        [x, y, end] => Rect { x0: *x, y0: *y, x1: *x, y1: *end },
        _ => panic!("{data}"),
    }
}

/// One of the two drawings.
pub struct Picture {
    /// Its markup.
    pub svg: String,
    /// Its elements after the description and the patterns.
    pub elements: Vec<Element>,
    /// Its frame.
    pub frame: Rect,
    /// Measures its texts.
    pub ruler: Ruler,
}

impl Picture {
    fn read(svg: &str) -> Self {
        let root = element(svg.split('>').next().expect("a root"));
        let size: Vec<f64> =
            root.attributes["viewBox"].split(' ').map(|n| n.parse().expect("a size")).collect();
        let body = svg.rsplit_once("</defs>").or(svg.split_once("</desc>")).expect("a description").1;
        let elements =
            body.split('<').filter(|tag| !tag.is_empty() && !tag.starts_with('/')).map(element).collect();
        let frame = Rect { x0: 0.0, y0: 0.0, x1: size[2], y1: size[3] };
        Self { svg: svg.to_owned(), elements, frame, ruler: Ruler::new(root.number("font-size")) }
    }

    /// Elements of a class.
    pub fn of<'a>(&'a self, class: &'a str) -> impl Iterator<Item = &'a Element> {
        self.elements.iter().filter(move |element| element.class() == class)
    }

    /// Everything that holds for every drawing.
    pub fn assert_sound(&self) {
        // Whole units may move a text by half of one.
        let roomy = Rect { x0: -0.6, y0: -0.6, x1: self.frame.x1 + 0.6, y1: self.frame.y1 + 0.6 };
        for element in &self.elements {
            assert!(roomy.holds(&element.place(&self.ruler)), "outside: {element:?}\n{}", self.svg);
        }
        self.assert_texts_apart();
        for noise in ["NaN", "inf", "stroke=", "style=", "opacity", "font-family", "xmlns", "\n", "#0"] {
            assert!(!self.svg.contains(noise), "{noise} in {}", self.svg);
        }
        assert!(self.ruler.size >= 13.0);
    }

    fn assert_texts_apart(&self) {
        let shrunk = |(text, place): (String, Rect)| {
            (text, Rect { x0: place.x0 + 0.6, y0: place.y0 + 0.6, x1: place.x1 - 0.6, y1: place.y1 - 0.6 })
        };
        let texts = self.elements.iter().filter(|element| element.name == "text");
        let texts: Vec<(String, Rect)> = texts.flat_map(|e| e.words(&self.ruler)).map(shrunk).collect();
        for (i, (one, place)) in texts.iter().enumerate() {
            for (other, other_place) in &texts[i + 1..] {
                assert!(!place.overlaps(other_place), "{one:?} over {other:?}\n{}", self.svg);
            }
        }
    }
}

fn element(tag: &str) -> Element {
    let (head, text) = tag.split_once('>').unwrap_or((tag, ""));
    let (name, rest) = head.trim_start_matches('<').split_once(' ').expect("attributes");
    let mut parts = rest.split('"');
    let pairs = std::iter::from_fn(|| Some((parts.next()?.trim().trim_end_matches('='), parts.next()?)));
    let attributes = pairs.map(|(key, value)| (key.to_owned(), value.to_owned())).collect();
    Element { name: name.to_owned(), attributes, text: text.to_owned() }
}

/// Draws and reads back the wide and the narrow drawing.
pub fn pictures(shape: Shape) -> [Picture; 2] {
    let Drawn { svg } = draw(&spec(shape), "c");
    let (wide, narrow) = svg.split_once("</svg>").expect("two drawings");
    [wide, narrow.trim_end_matches("</svg>")].map(Picture::read)
}

/// A chart of the shape.
pub fn spec(shape: Shape) -> ChartSpec {
    ChartSpec {
        title: "Вывод".into(), subtitle: "%".into(), description: "Нет данных".into(), shape
    }
}

/// Values through consecutive years, and milestones of those years, in per cent.
pub fn dynamics(values: &[Option<f64>], milestones: &[(i16, f64)]) -> Shape {
    let point = |(i, value): (usize, &Option<f64>)| Point {
        period: 2020 + i as i16,
        value: *value,
        text: value
            .filter(|v| v.is_finite())
            .map_or("нет данных".into(), |v| format!("{v:.1} %").replace('.', ",")),
        limits: value.map(|value| (value - 8.0, value + 8.0)),
        finality: if i + 1 == values.len() { Mark::Hollow } else { Mark::Filled },
    };
    let milestone = |(period, value): &(i16, f64)| Milestone {
        period: *period,
        value: *value,
        text: format!("цель: {value} %").replace('.', ","),
    };
    Shape::Dynamics(Dynamics {
        scale: percent(),
        points: values.iter().enumerate().map(point).collect(),
        milestones: milestones.iter().map(milestone).collect(),
    })
}

/// Rows with long names, a target and the value of the district.
pub fn bars(count: usize, target: f64, district: f64) -> Shape {
    let tones = [Tone::Good, Tone::Plain, Tone::Poor];
    let bar = |i: usize| {
        let value = (i % 7 != 6).then_some(100.0 - i as f64 * 100.0 / count as f64);
        Bar {
            label: long_name(i),
            value,
            text: value.map_or("нет данных".into(), |value| {
                format!("{value:.1} % (5 из 8)").replace('.', ",")
            }),
            tone: tones[i % 3],
        }
    };
    Shape::Bars(Bars {
        scale: percent(),
        rows: (0..count).map(bar).collect(),
        target: Some((target, format!("цель: {target} %"))),
        district: Some((district, format!("район: {district} %"))),
    })
}

fn long_name(i: usize) -> String {
    format!("МБОУ «Средняя общеобразовательная школа с углублённым изучением предметов № {i}» села Верхнее")
}

/// Rows by columns: every tone, gaps, and texts of one to three characters.
pub fn heat(rows: usize, columns: &[&str]) -> Shape {
    let cell = |i: usize| match i % 5 {
        0 => HeatCell { text: "100".into(), tone: Some(Tone::Good) },
        1 => HeatCell { text: "63".into(), tone: Some(Tone::Plain) },
        2 => HeatCell { text: (i % 10).to_string(), tone: Some(Tone::Poor) },
        3 => HeatCell { text: "н/д".into(), tone: None },
        _ => HeatCell { text: "—".into(), tone: None },
    };
    let row = |r: usize| HeatRow {
        label: long_name(r + 1),
        cells: (0..columns.len()).map(|c| cell(r + c)).collect(),
    };
    Shape::Heat(Heat {
        columns: columns.iter().map(|name| (*name).to_owned()).collect(),
        rows: (0..rows).map(row).collect(),
        legend: vec![
            (Tone::Good, "цель достигнута".into()),
            (Tone::Plain, "на пути к цели".into()),
            (Tone::Poor, "отстаёт от цели".into()),
        ],
    })
}

/// Limits around 60 %, widest for the smallest denominator.
pub fn funnel_limits() -> Vec<(u32, (f64, f64))> {
    (5..=52).map(|of| (of, (60.0 - 100.0 / f64::from(of), 60.0 + 100.0 / f64::from(of)))).collect()
}

/// Points of which every sixth lies outside the limits, above and below in turn.
pub fn funnel(count: usize) -> Shape {
    let point = |i: usize| {
        let of = 4 + 2 * (i as u32 % 25);
        let (value, tone) = match i % 12 {
            0 => (95.0 - 20.0 * i as f64 / count as f64, Tone::Good),
            6 => (20.0 + 15.0 * i as f64 / count as f64, Tone::Poor),
            _ => (60.0, Tone::Plain),
        };
        FunnelPoint { label: long_name(i), of, value, tone }
    };
    Shape::Funnel(Funnel {
        scale: percent(),
        of: "педагогов со стажем до трёх лет".into(),
        points: (0..count).map(point).collect(),
        middle: (60.0, "район 60 %".into()),
        limits: funnel_limits(),
    })
}

/// A scale of shares.
pub fn percent() -> Scale {
    Scale { unit: "%".into(), kind: ScaleKind::Percent }
}
