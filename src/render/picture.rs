//! Draws an author's picture anew: upright, in the asked size, and with nothing in it but its points.
//!
//! JPEG for photographs and PNG for drawings: every browser and every printer of the last twenty years shows both, both
//! have good encoders in Rust alone, and the same bytes come out on any machine. (AVIF encoders in Rust
//! are many times slower, and WebP with loss has none.)

use std::collections::BTreeMap;
use std::io::Cursor;

use fast_image_resize::{FilterType, ResizeAlg, ResizeOptions, Resizer};
use image::{DynamicImage, ImageDecoder, ImageReader, Limits, RgbImage, RgbaImage};

use crate::plan::Drawn;
use crate::source::PictureSort;

/// Above it nobody sees a difference, and the file grows fast.
const QUALITY: u8 = 80;
/// What one decoder may ask for: 40 million points of eight bytes, and its tables.
const MOST_MEMORY: u64 = 400 * 1024 * 1024;

/// Draws a picture. Why it cannot be drawn is the decoder's secret: the author can only save the file anew.
pub fn draw(bytes: &[u8], drawn: &Drawn) -> Option<Vec<u8>> {
    let picture = resized(upright(bytes)?, drawn.size)?;
    match drawn.sort {
        PictureSort::Photo => jpeg(&picture.into_rgb8()),
        PictureSort::Drawing => png(&picture.into_rgba8()),
    }
}

fn upright(bytes: &[u8]) -> Option<DynamicImage> {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    let mut decoder = reader.into_decoder().ok()?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    decoder.set_limits(limits).ok()?;
    let orientation = decoder.orientation().ok();
    let mut picture = DynamicImage::from_decoder(decoder).ok()?;
    orientation.into_iter().for_each(|orientation| picture.apply_orientation(orientation));
    Some(picture)
}

/// Catmull-Rom is made of additions and multiplications alone, so that no machine's sine changes a byte; and colours
/// weigh as much as they cover, so that what nobody sees of a transparent drawing does not darken its edges.
fn resized(picture: DynamicImage, (width, height): (u32, u32)) -> Option<DynamicImage> {
    if (picture.width(), picture.height()) == (width, height) {
        return Some(picture);
    }
    let mut small = DynamicImage::new(width, height, picture.color());
    let way = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::CatmullRom));
    Resizer::new().resize(&picture, &mut small, &way).ok()?;
    Some(small)
}

fn jpeg(picture: &RgbImage) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut bytes, QUALITY);
    encoder.set_sampling_factor(jpeg_encoder::SamplingFactor::F_2_2);
    encoder.set_progressive(true);
    encoder.set_optimized_huffman_tables(true);
    let (width, height) = (u16::try_from(picture.width()).ok()?, u16::try_from(picture.height()).ok()?);
    encoder.encode(picture, width, height, jpeg_encoder::ColorType::Rgb).ok()?;
    Some(bytes)
}

/// Few colours are kept as a palette, as the drawing program most likely had them.
fn png(picture: &RgbaImage) -> Option<Vec<u8>> {
    let opaque = picture.pixels().all(|point| point[3] == u8::MAX);
    match palette(picture) {
        Some(colours) => {
            let points = picture.pixels().map(|point| colours[&point.0]).collect::<Vec<u8>>();
            encode_png(picture, png::ColorType::Indexed, &points, |encoder| {
                encoder
                    .set_palette(colours.keys().flat_map(|colour| &colour[..3]).copied().collect::<Vec<_>>());
                if !opaque {
                    encoder.set_trns(colours.keys().map(|colour| colour[3]).collect::<Vec<_>>());
                }
            })
        }
        None if opaque => {
            let points: Vec<u8> = picture.pixels().flat_map(|point| &point.0[..3]).copied().collect();
            encode_png(picture, png::ColorType::Rgb, &points, |encoder| {
                encoder.set_filter(png::Filter::Adaptive);
            })
        }
        None => encode_png(picture, png::ColorType::Rgba, picture, |encoder| {
            encoder.set_filter(png::Filter::Adaptive);
        }),
    }
}

/// The colours with their numbers, if a byte can hold the number.
fn palette(picture: &RgbaImage) -> Option<BTreeMap<[u8; 4], u8>> {
    let mut colours: BTreeMap<[u8; 4], u8> = BTreeMap::new();
    for point in picture.pixels() {
        colours.insert(point.0, 0);
        if colours.len() > 256 {
            return None;
        }
    }
    Some(colours.into_keys().zip(0..=u8::MAX).collect())
}

fn encode_png<'p>(
    picture: &RgbaImage,
    colour: png::ColorType,
    points: &[u8],
    prepare: impl FnOnce(&mut png::Encoder<'p, &mut Vec<u8>>),
) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, picture.width(), picture.height());
    encoder.set_color(colour);
    encoder.set_compression(png::Compression::High);
    encoder.set_filter(png::Filter::NoFilter);
    prepare(&mut encoder);
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(points).ok()?;
    writer.finish().ok()?;
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use image::{ImageFormat, Rgba};
    use sha2::{Digest as _, Sha256};

    use super::*;
    use crate::source::sample::{self, CORNERS};

    fn drawn(bytes: &[u8], size: (u32, u32), sort: PictureSort) -> Vec<u8> {
        draw(bytes, &Drawn { path: String::new(), blob: 0, size, sort }).unwrap()
    }

    fn points(bytes: &[u8]) -> RgbaImage {
        image::load_from_memory(bytes).unwrap().into_rgba8()
    }

    /// Which of the four colours stands in each corner.
    fn corners(picture: &RgbaImage) -> [usize; 4] {
        let (right, below) = (picture.width() - 1, picture.height() - 1);
        [(0, 0), (right, 0), (0, below), (right, below)].map(|(x, y)| {
            let point = picture.get_pixel(x, y);
            let far = |colour: &[u8; 3]| -> u32 {
                colour.iter().zip(point.0).map(|(a, b)| u32::from(a.abs_diff(b))).sum()
            };
            (0..4).min_by_key(|corner| far(&CORNERS[*corner])).unwrap()
        })
    }

    #[test]
    fn a_photograph_stands_upright_however_the_phone_was_held() {
        for (orientation, expected) in [
            (1, [0, 1, 2, 3]),
            (2, [1, 0, 3, 2]),
            (3, [3, 2, 1, 0]),
            (4, [2, 3, 0, 1]),
            (5, [0, 2, 1, 3]),
            (6, [2, 0, 3, 1]),
            (7, [3, 1, 2, 0]),
            (8, [1, 3, 0, 2]),
        ] {
            let size = if orientation > 4 { (16, 32) } else { (32, 16) };
            let picture = points(&drawn(&sample::jpeg(64, 32, orientation), size, PictureSort::Photo));
            assert_eq!((picture.dimensions(), corners(&picture)), (size, expected), "{orientation}");
        }
    }

    #[test]
    fn a_drawing_keeps_every_point_and_its_transparency() {
        let scheme = RgbaImage::from_fn(40, 30, |x, y| match (x / 10 + y / 10) % 3 {
            0 => Rgba([0, 90, 120, 255]),
            1 => Rgba([255, 255, 255, 255]),
            _ => Rgba([200, 0, 0, 100]),
        });
        let many = RgbaImage::from_fn(40, 30, |x, y| {
            Rgba([u8::try_from(6 * x).unwrap(), u8::try_from(8 * y).unwrap(), 7, 255])
        });
        for (picture, kind) in [(scheme, png::ColorType::Indexed), (many, png::ColorType::Rgb)] {
            for format in [ImageFormat::Png, ImageFormat::WebP] {
                let bytes = drawn(&sample::file(&picture, format), (40, 30), PictureSort::Drawing);
                assert_eq!(points(&bytes), picture, "{format:?}");
                let reader = png::Decoder::new(Cursor::new(bytes)).read_info().unwrap();
                assert_eq!(reader.info().color_type, kind, "{format:?}");
            }
        }
    }

    #[test]
    fn what_nobody_sees_does_not_darken_the_edge_of_a_smaller_drawing() {
        let edge =
            RgbaImage::from_fn(
                64,
                64,
                |x, _| {
                    if x < 31 { Rgba([255, 0, 0, 255]) } else { Rgba([0, 0, 0, 0]) }
                },
            );
        let small = points(&drawn(&sample::file(&edge, ImageFormat::Png), (16, 16), PictureSort::Drawing));
        let visible = small.pixels().filter(|point| point[3] > 8);
        assert!(visible.clone().count() >= 16 * 7);
        visible.for_each(|point| assert!(point[0] > 245, "{point:?}"));
    }

    #[test]
    fn a_file_that_breaks_off_is_not_drawn() {
        let whole = sample::file(&RgbaImage::from_pixel(50, 50, Rgba([1, 2, 3, 255])), ImageFormat::Png);
        let drawn = Drawn { path: String::new(), blob: 0, size: (50, 50), sort: PictureSort::Drawing };
        assert_eq!(draw(&whole[..whole.len() / 2], &drawn), None);
        assert_eq!(draw(b"", &drawn), None);
    }

    /// An address says how a picture is drawn. If this fails because a crate draws otherwise, raise `WAY_OF_DRAWING` in
    /// `plan/files.rs`: else old drawings would stay beside new ones.
    #[test]
    fn the_way_of_drawing_is_the_one_in_the_address() {
        let photo = drawn(&sample::jpeg(90, 60, 1), (48, 32), PictureSort::Photo);
        let flat = DynamicImage::from(sample::quarters(90, 60)).into_rgba8();
        let drawing = drawn(&sample::file(&flat, ImageFormat::Png), (48, 32), PictureSort::Drawing);
        let stamp = Sha256::new().chain_update(photo).chain_update(drawing).finalize();
        let stamp: String = stamp.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
        assert_eq!((crate::plan::WAY_OF_DRAWING, stamp.as_str()), (1, "dba92cbc"));
    }
}
