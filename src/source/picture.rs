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
