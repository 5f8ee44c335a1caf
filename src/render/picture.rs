//! Draws an author's picture anew: upright, in the asked size, and with nothing in it but its points.
//!
//! JPEG for photographs and PNG for drawings: every browser and every printer of the last twenty years shows both, both
//! have good encoders in Rust alone, and the same bytes come out on any machine. (AVIF would take a minute for what JPEG
//! does in a tenth of a second; lossy WebP has no encoder in Rust.)

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
