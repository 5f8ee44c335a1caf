//! The head of a picture: how large it is and of which sort, told without decoding it.
//!
//! Apart from the drawing, because every build asks this of every picture, and a picture that would not fit into memory
//! must be refused before anything of it is unpacked.

use std::io::Cursor;

use image::metadata::Orientation;
use image::{ImageDecoder, ImageFormat, ImageReader};
use sha2::{Digest as _, Sha256};

/// Points of one picture: a good camera's photograph, and a third of what fits into memory with ease.
pub const MOST_POINTS: u64 = 40_000_000;
/// A drawing of lines and flat colours takes less than so many bytes a point (in hundredths), a photograph more.
const DRAWING_BYTES: u64 = 75;
/// Small files say nothing by their size.
const SMALL: u64 = 16 * 1024;

/// An author's picture, as it will stand upright.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Points across.
    pub width: u32,
    /// Points down.
    pub height: u32,
    /// How it is best kept.
    pub sort: PictureSort,
    /// SHA-256 of the author's file.
    pub digest: [u8; 32],
}

/// How a picture is best kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureSort {
    /// Opaque and full of shades.
    Photo,
    /// Lines and flat colours, or something one can see through.
    Drawing,
}

/// Why a picture is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadPicture {
    /// More points than `MOST_POINTS`.
    TooLarge(u32, u32),
    /// Its head cannot be understood.
    Broken,
}

/// Reads the head of a file that claims to be a picture of this format.
pub fn read_head(bytes: &[u8], format: ImageFormat) -> Result<Picture, BadPicture> {
    let reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut decoder = reader.into_decoder().map_err(|_| BadPicture::Broken)?;
    let (across, down) = decoder.dimensions();
    if u64::from(across) * u64::from(down) > MOST_POINTS {
        return Err(BadPicture::TooLarge(across, down));
    }
    if across == 0 || down == 0 {
        return Err(BadPicture::Broken);
    }
    let (width, height) = match decoder.orientation().unwrap_or(Orientation::NoTransforms) {
        Orientation::Rotate90
        | Orientation::Rotate270
        | Orientation::Rotate90FlipH
        | Orientation::Rotate270FlipH => (down, across),
        _ => (across, down),
    };
    let shaded = is_heavy(bytes.len() as u64, u64::from(across) * u64::from(down));
    let sort = match format {
        ImageFormat::Jpeg => PictureSort::Photo,
        ImageFormat::Gif => PictureSort::Drawing,
        _ if decoder.color_type().has_alpha() || !shaded => PictureSort::Drawing,
        _ => PictureSort::Photo,
    };
    Ok(Picture { width, height, sort, digest: Sha256::digest(bytes).into() })
}

/// Whether a file without loss takes so much room that it can only hold shades.
fn is_heavy(bytes: u64, points: u64) -> bool {
    bytes > SMALL + points * DRAWING_BYTES / 100
}

#[cfg(test)]
mod tests {
    use image::{DynamicImage, Rgba, RgbaImage};

    use super::super::sample;
    use super::*;

    #[test]
    fn a_turned_photograph_is_measured_as_it_will_stand() {
        for orientation in 0..=9 {
            let head = read_head(&sample::jpeg(64, 32, orientation), ImageFormat::Jpeg).unwrap();
            let upright = if (5..=8).contains(&orientation) { (32, 64) } else { (64, 32) };
            assert_eq!((head.width, head.height), upright, "{orientation}");
        }
    }

    #[test]
    fn what_is_kept_as_what() {
        use PictureSort::{Drawing, Photo};
        let noise = |alpha: u8| {
            RgbaImage::from_fn(200, 200, |x, y| {
                let mix = (x * 7919 + y * 104_729).wrapping_mul(2_654_435_761).to_be_bytes();
                Rgba([mix[0], mix[1], mix[2], alpha])
            })
        };
        let opaque = |picture: RgbaImage| DynamicImage::from(picture).into_rgb8();
        let png = |picture: DynamicImage| {
            let mut bytes = Cursor::new(Vec::new());
            picture.write_to(&mut bytes, ImageFormat::Png).unwrap();
            bytes.into_inner()
        };
        let flat = DynamicImage::from(sample::quarters(200, 200));
        for (what, bytes, format, sort) in [
            ("a photograph", sample::jpeg(8, 8, 1), ImageFormat::Jpeg, Photo),
            ("a scheme", png(flat.clone()), ImageFormat::Png, Drawing),
            ("a photograph without loss", png(opaque(noise(255)).into()), ImageFormat::Png, Photo),
            ("something to see through", png(noise(128).into()), ImageFormat::Png, Drawing),
            ("an old film", sample::file(&flat.to_rgba8(), ImageFormat::Gif), ImageFormat::Gif, Drawing),
            (
                "a scheme of the web",
                sample::file(&flat.to_rgba8(), ImageFormat::WebP),
                ImageFormat::WebP,
                Drawing,
            ),
        ] {
            assert_eq!(read_head(&bytes, format).map(|head| head.sort), Ok(sort), "{what}");
        }
    }

    #[test]
    fn what_cannot_be_a_picture_is_broken() {
        let whole = sample::jpeg(8, 8, 1);
        assert_eq!(read_head(&whole[..20], ImageFormat::Jpeg), Err(BadPicture::Broken));
        assert_eq!(read_head(&whole, ImageFormat::Png), Err(BadPicture::Broken));
        assert_eq!(read_head(b"", ImageFormat::Gif), Err(BadPicture::Broken));
    }
}
