//! Pictures for the tests: made, never stored.

use image::{ImageFormat, Rgb, RgbImage, RgbaImage};

/// Corners of a picture: from the top left by rows.
pub const CORNERS: [[u8; 3]; 4] = [[220, 30, 30], [30, 200, 30], [30, 30, 220], [240, 240, 240]];

/// Four quarters, each of its colour.
pub fn quarters(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let (right, below) = (usize::from(2 * x >= width), usize::from(2 * y >= height));
        Rgb(CORNERS[2 * below + right])
    })
}

/// A JPEG of four quarters that asks to be turned.
pub fn jpeg(width: u16, height: u16, orientation: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut bytes, 95);
    // TIFF of one entry: orientation, a short.
    let exif =
        [b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0".as_slice(), &[orientation, 0, 0, 0, 0, 0, 0, 0]];
    encoder.add_exif_metadata(&exif.concat()).expect("room for it");
    let picture = quarters(width.into(), height.into());
    encoder.encode(&picture, width, height, jpeg_encoder::ColorType::Rgb).expect("a JPEG");
    bytes
}

/// A file of a picture in any format that keeps all its points.
pub fn file(picture: &RgbaImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).expect("a picture");
    bytes.into_inner()
}
