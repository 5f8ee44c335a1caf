//! Pictures of the authors on the published site: drawn anew, without a trace of where and by whom they were taken, and
//! once only.
#![expect(clippy::disallowed_methods, reason = "tests read and write their own folders")]

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use image::{ImageFormat, Rgb, RgbImage};
use jiff::civil::date;
use metodbank::diag::{Diagnostic, Diagnostics};
use metodbank::model::Overrides;
use metodbank::render::output::Output;
use metodbank::write::{Changes, sync};
use metodbank::{Request, preview};
use support::{Temp, Tree, build, lay_out, put, tree};

/// Stands in every corner of a file that is no point of the picture.
const SECRET: &[u8] = b"taken-at-48.70N-by-somebody";
const BESIDE: &str = "content/practices/marks";

fn shaded(width: u32, height: u32) -> RgbImage {
    let byte = |value: u32| u8::try_from(value % 256).expect("a byte");
    RgbImage::from_fn(width, height, |x, y| Rgb([byte(x / 3), byte(y / 2), byte(x * y / 97)]))
}

/// A photograph as a phone makes it: turned, with the place, the owner, a colour profile and a remark.
fn photograph() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut bytes, 90);
    // TIFF with two entries: orientation 6, and a GPS table whose only entry is a text.
    let mut exif =
        b"II*\0\x08\0\0\0\x02\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\x25\x88\x04\0\x01\0\0\0\x26\0\0\0\0\0\0\0\
        \x01\0\x1b\0\x02\0\x1b\0\0\0\x38\0\0\0\0\0\0\0"
            .to_vec();
    exif.extend(SECRET);
    encoder.add_exif_metadata(&exif).expect("room for EXIF");
    encoder.add_icc_profile(SECRET).expect("room for a profile");
    encoder.add_app_segment(1, [b"http://ns.adobe.com/xap/1.0/\0", SECRET].concat()).expect("room for XMP");
    encoder.encode(&shaded(2000, 1000), 2000, 1000, jpeg_encoder::ColorType::Rgb).expect("a JPEG");
    let length = u16::try_from(SECRET.len() + 2).expect("a short remark").to_be_bytes();
    let remark = [&[0xff, 0xfe][..], &length, SECRET].concat();
    bytes.splice(2..2, remark);
    bytes
}

/// A scheme with texts of the program that drew it.
fn scheme() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 300, 200);
    encoder.set_color(png::ColorType::Rgb);
    let secret = String::from_utf8(SECRET.to_vec()).expect("a text");
    encoder.add_text_chunk("Author".to_owned(), secret.clone()).expect("a text");
    encoder.add_itxt_chunk("XML:com.adobe.xmp".to_owned(), secret).expect("a text");
    let mut writer = encoder.write_header().expect("a head");
    writer.write_image_data(&[90; 300 * 200 * 3]).expect("points");
    writer.finish().expect("an end");
    bytes
}

/// A small site whose one practice shows a photograph, a scheme and a film.
fn lay_out_pictures(root: &Path) {
    lay_out("markdown", root);
    put(&root.join(BESIDE).join("photo.jpg"), photograph());
    put(&root.join(BESIDE).join("plan.png"), scheme());
    let mut film = std::io::Cursor::new(Vec::new());
    shaded(40, 30).write_to(&mut film, ImageFormat::Gif).expect("a film");
    put(&root.join(BESIDE).join("film.gif"), film.into_inner());
    let text = root.join(BESIDE).join("index.md");
    let shown = "\n\n![Урок](photo.jpg) ![План](plan.png) ![Опыт](film.gif)\n";
    put(&text, fs::read_to_string(&text).expect("the text") + shown);
}

fn pictures(site: &Tree) -> Vec<(&String, &Vec<u8>)> {
    let is_picture = |path: &str| [".jpg", ".png", ".gif"].iter().any(|suffix| path.ends_with(suffix));
    site.iter().filter(|(path, _)| is_picture(path)).collect()
}

/// The markers of a JPEG up to its points, and those that follow them.
fn jpeg_segments(bytes: &[u8]) -> Vec<u8> {
    let (mut markers, mut at) = (Vec::new(), 2);
    while at + 4 <= bytes.len() {
        if bytes[at] != 0xff || bytes[at + 1] == 0 {
            at += 1;
            continue;
        }
        markers.push(bytes[at + 1]);
        at += 2 + usize::from(u16::from_be_bytes([bytes[at + 2], bytes[at + 3]]));
    }
    markers
}

fn png_chunks(bytes: &[u8]) -> Vec<String> {
    let (mut chunks, mut at) = (Vec::new(), 8);
    while at + 8 <= bytes.len() {
        let length = u32::from_be_bytes(bytes[at..at + 4].try_into().expect("four bytes"));
        chunks.push(String::from_utf8_lossy(&bytes[at + 4..at + 8]).into_owned());
        at += 12 + usize::try_from(length).expect("a length");
    }
    chunks
}

#[test]
fn a_published_picture_remembers_nothing_but_its_points() {
    let temp = Temp::new("pictures");
    lay_out_pictures(&temp.at("site"));
    let sources = tree(&temp.at("site"));
    let secretive = sources.values().filter(|bytes| bytes.windows(SECRET.len()).any(|it| it == SECRET));
    assert_eq!(secretive.count(), 2, "the sources do remember");
    build(&temp.at("site"), &temp.at("public"));
    let site = tree(&temp.at("public"));
    for (path, bytes) in &site {
        assert!(!bytes.windows(SECRET.len()).any(|it| it == SECRET), "{path} remembers");
    }
    let mut sizes = Vec::new();
    for (path, bytes) in pictures(&site) {
        if path.ends_with(".jpg") {
            // JFIF's own head, tables, frame, scans: no other application segment and no remark.
            let alien: Vec<u8> = jpeg_segments(bytes)
                .into_iter()
                .filter(|marker| matches!(marker, 0xe1..=0xef | 0xfe))
                .collect();
            assert!(alien.is_empty(), "{path}: {alien:x?}");
        } else {
            let known = ["IHDR", "PLTE", "tRNS", "IDAT", "IEND"];
            let chunks = png_chunks(bytes);
            assert!(chunks.iter().all(|chunk| known.contains(&chunk.as_str())), "{path}: {chunks:?}");
        }
        let picture = image::load_from_memory(bytes).expect("a picture");
        sizes.push((picture.width(), picture.height()));
    }
    sizes.sort_unstable();
    // The film, the scheme of the site, and the photograph as it stood before the camera: upright.
    assert_eq!(sizes, [(1, 1), (40, 30), (300, 200), (480, 960), (960, 1920), (1000, 2000)]);
}

/// The site, with its drawings counted.
struct Counted<'a> {
    site: &'a dyn Output,
    drawn: AtomicUsize,
}

impl Output for Counted<'_> {
    fn paths(&self) -> &[String] {
        self.site.paths()
    }

    fn draw(&self, position: usize) -> Result<Vec<u8>, Diagnostic> {
        self.drawn.fetch_add(usize::from(self.is_named_by_content(position)), Ordering::Relaxed);
        self.site.draw(position)
    }

    fn is_named_by_content(&self, position: usize) -> bool {
        self.site.is_named_by_content(position)
    }
}

/// Publishes a project; how many pictures were drawn for it, and what changed.
fn publish(root: &Path, out: &Path) -> (usize, Changes) {
    let overrides = Overrides::on(date(2025, 2, 10));
    let request = Request { root: root.to_owned(), overrides };
    let (mut diagnostics, mut published) = (Diagnostics::default(), None);
    preview(&request, &mut diagnostics, |site, _, _| {
        let counted = Counted { site, drawn: AtomicUsize::new(0) };
        let changes = sync(&counted, out, &mut Diagnostics::default()).expect("the site is published");
        published = Some((counted.drawn.into_inner(), changes));
    });
    published.expect("the project has no errors")
}

#[test]
fn a_picture_is_drawn_once_and_again_only_when_it_must() {
    let temp = Temp::new("drawn-once");
    let (root, out): (PathBuf, PathBuf) = (temp.at("site"), temp.at("public"));
    lay_out_pictures(&root);
    assert_eq!(publish(&root, &out).0, 6);
    let first = tree(&out);
    let (drawn, changes) = publish(&root, &out);
    assert_eq!((drawn, changes.written.len()), (0, 0));

    // Somebody changed a drawing, and removed another.
    let names: Vec<String> = pictures(&first).into_iter().map(|(path, _)| path.clone()).collect();
    put(&out.join(&names[0]), "not what was drawn");
    fs::remove_file(out.join(&names[1])).expect("a drawing");
    assert_eq!(publish(&root, &out).0, 2);
    assert_eq!(tree(&out), first, "what was spoilt is whole again");

    // Another source under the same name: its three drawings have other addresses, the old ones are gone.
    put(&root.join(BESIDE).join("photo.jpg"), {
        let mut bytes = photograph();
        let end = bytes.len() - 2;
        bytes.splice(end..end, [0xff, 0xfe, 0, 3, b'.']);
        bytes
    });
    let (drawn, changes) = publish(&root, &out);
    assert_eq!((drawn, changes.removed.len()), (3, 3));
}
