//! A typical input of every shape, its greatest size, and what drawing it costs.
//!
//! Apart from `probe`, which reads drawings back: the samples are what a district's pages hold, so that the sizes and
//! times printed here are those of the site.

use std::time::Instant;

use crate::plan::figure::{
    Bullet, Bullets, Funnel, FunnelPoint, Heat, HeatCell, HeatRow, Shape, Slope, SlopeLine, Stack, StackRow,
    Tone,
};

use super::draw;
use super::probe::{Picture, bars, dynamics, percent, pictures, spec};

const TONES: [Tone; 3] = [Tone::Good, Tone::Plain, Tone::Poor];

/// Indicators with long names; every seventh has no value.
pub fn bullets(count: usize) -> Shape {
    let row = |i: usize| {
        let value = (i % 7 != 6).then_some((i * 37 % 101) as f64);
        Bullet {
            label: format!(
                "{i}. Охват педагогов адресными программами повышения квалификации, прошедших её полностью"
            ),
            most: 100.0,
            value,
            text: value
                .map_or("нет данных".into(), |value| format!("{value:.1} %").replace('.', ",")),
            target: (i % 5 != 4).then_some((70.0, "цель 70 %".into())),
            tone: TONES[i % 3],
        }
    };
    Shape::Bullets(Bullets { rows: (0..count).map(row).collect() })
}

/// Organisations; every fifth is judged.
pub fn slope(count: usize) -> Shape {
    let line = |i: usize| {
        let (before, after) = ((i * 37 % 90) as f64, (i * 53 % 90) as f64);
        SlopeLine {
            label: format!("МБОУ СОШ имени Героя Советского Союза № {i}"),
            before: (before, format!("{before:.1} %").replace('.', ",")),
            after: (after, format!("{after:.1} %").replace('.', ",")),
            tone: if i.is_multiple_of(5) { TONES[i / 5 % 2 * 2] } else { Tone::Plain },
        }
    };
    let moments = ("2023 год".into(), "2024 год".into());
    Shape::Slope(Slope { scale: percent(), moments, lines: (0..count).map(line).collect() })
}

/// Wholes of five parts.
pub fn stack(count: usize) -> Shape {
    let parts = [
        (Tone::Good, "цель достигнута"),
        (Tone::Plain, "на пути к цели"),
        (Tone::Poor, "отстаёт от цели"),
        (Tone::Poor, "сильно отстаёт"),
        (Tone::Plain, "не оценивается"),
    ];
    let row = |i: usize| StackRow {
        label: format!(
            "{i}. Охват педагогов адресными программами повышения квалификации, прошедших её полностью"
        ),
        counts: (0..5).map(|part| ((i * 7 + part * 5) % 11) as u32).collect(),
    };
    Shape::Stack(Stack {
        parts: parts.map(|(tone, name)| (tone, name.to_owned())).to_vec(),
        rows: (0..count).map(row).collect(),
    })
}

fn funnel(count: usize) -> Shape {
    let point = |i: usize| FunnelPoint {
        label: format!("МБОУ СОШ № {i}"),
        of: 3 + (i * 7 % 40) as u32,
        value: (i * 37 % 101) as f64,
        tone: if i.is_multiple_of(8) { Tone::Poor } else { Tone::Plain },
    };
    let limits = (3..=45).map(|of: u32| {
        let half = 98.0 / f64::from(of).sqrt();
        (of, ((50.0 - half).max(0.0), (50.0 + half).min(100.0)))
    });
    Shape::Funnel(Funnel {
        scale: percent(),
        of: "педагогов".into(),
        points: (0..count).map(point).collect(),
        middle: (50.0, "район 50 %".into()),
        limits: limits.collect(),
    })
}

fn heat(rows: usize, columns: usize) -> Shape {
    let cell = |i: usize| {
        let tone = (i % 7 != 6).then_some(TONES[i % 3]);
        HeatCell { text: tone.map_or("н/д".into(), |_| (i * 37 % 101).to_string()), tone }
    };
    let row = |i: usize| HeatRow {
        label: format!("МБОУ СОШ № {i}"),
        cells: (0..columns).map(|column| cell(i * columns + column)).collect(),
    };
    Shape::Heat(Heat {
        columns: (1..=columns).map(|i| i.to_string()).collect(),
        rows: (0..rows).map(row).collect(),
        legend: TONES.map(|tone| (tone, "цель достигнута".into())).to_vec(),
    })
}

/// A drawing of ordinary size.
const ORDINARY: usize = 12_000;

/// A drawing of everything that a district of 25 organisations or a programme of 18 indicators has.
const GREAT: usize = 20_000;

/// Every shape as it stands on a page, and the bytes that each of its drawings may take.
fn typical() -> Vec<(&'static str, Shape, usize)> {
    let years = dynamics(&[41.0, 44.5, 52.0, 58.3, 65.4].map(Some), &[(2022, 50.0), (2024, 70.0)]);
    vec![
        ("dynamics, 5 years", years, ORDINARY),
        ("bars, 12 rows", bars(12, 70.0, 65.0), ORDINARY),
        ("bars, 25 rows", bars(25, 70.0, 65.0), GREAT),
        ("bullets, 7 rows", bullets(7), ORDINARY),
        ("bullets, 18 rows", bullets(18), GREAT),
        ("slope, 2 lines", slope(2), ORDINARY),
        ("slope, 25 lines", slope(25), ORDINARY),
        ("stack, 4 rows", stack(4), ORDINARY),
        ("stack, 18 rows", stack(18), GREAT),
        ("funnel, 25 parts", funnel(25), ORDINARY),
        ("heat, 25 by 8", heat(25, 8), GREAT),
    ]
}

#[test]
fn every_drawing_keeps_its_size() {
    let mut heavy = Vec::new();
    for (name, shape, most) in typical() {
        let [wide, narrow] = pictures(shape).map(|picture| picture.svg.len());
        println!("{name:18} wide {wide:6}, narrow {narrow:6} of {most:6} bytes");
        if wide.max(narrow) > most {
            heavy.push(name);
        }
    }
    assert!(heavy.is_empty(), "{heavy:?}");
}

#[test]
fn every_typical_drawing_is_sound_and_the_same_again() {
    for (name, shape, _) in typical() {
        pictures(shape.clone()).iter().for_each(Picture::assert_sound);
        assert_eq!(draw(&spec(shape.clone()), "c"), draw(&spec(shape), "c"), "{name}");
    }
}

/// `cargo test --release --lib what_a_chart_costs -- --ignored --nocapture`
#[test]
#[ignore = "measures, and is right in release only"]
fn what_a_chart_costs() {
    const TIMES: u32 = 200;
    for (name, shape, _) in typical() {
        let spec = spec(shape);
        let size = draw(&spec, "c").svg.len();
        let start = Instant::now();
        let drawn: usize = (0..TIMES).map(|_| draw(&spec, "c").svg.len()).sum();
        assert_eq!(drawn, size * TIMES as usize);
        println!(
            "{name:18} {:8.1} µs for both drawings",
            start.elapsed().as_secs_f64() * 1e6 / f64::from(TIMES)
        );
    }
}
