//! Files beside the texts: which are published as they are, and which pictures are drawn of the others.
//!
//! An author's picture is never published as it is: what is drawn of it carries no place of the shot, no owner of the
//! phone and no hidden page. The address of a drawing names the bytes of its source and the way it is drawn, so that the
//! last room need not draw again what stands there already.

use sha2::{Digest as _, Sha256};

use crate::model::Attachment;
use crate::source::{Picture, PictureSort, TextFolder};

use super::desk::Desk;
use super::route::{self, Href};

/// Raise it whenever the same source gives other bytes: `render/picture.rs` or one of its crates draws otherwise.
pub const WAY_OF_DRAWING: u8 = 1;
/// Widths of a photograph: a phone, a dense phone or a column of text, a dense screen.
const WIDTHS: [u32; 3] = [480, 960, 1600];

/// A file that is published as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    /// Its path under the site's root.
    pub path: String,
    /// Its number among the blobs that were read.
    pub blob: usize,
}

/// A picture to be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// Its path under the site's root.
    pub path: String,
    /// The number of its source among the blobs that were read.
    pub blob: usize,
    /// Points across and down.
    pub size: (u32, u32),
    /// How it is kept.
    pub sort: PictureSort,
}

/// A picture as a text shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownPicture {
    /// Its drawings from the narrowest to the widest, at least one: address, and points across and down.
    pub drawings: Vec<(Href, (u32, u32))>,
}

/// Files published as they are.
pub fn copied(desk: &Desk<'_>) -> Vec<Copied> {
    published(desk)
        .filter(|(.., file)| file.picture().is_none())
        .map(|(folder, id, file)| Copied { path: path(folder, id, &file.name), blob: file.blob })
        .collect()
}

/// Pictures to be drawn.
pub fn drawn(desk: &Desk<'_>) -> Vec<Drawn> {
    published(desk)
        .filter_map(|(folder, id, file)| Some((folder, id, file, file.picture()?)))
        .flat_map(|(folder, id, file, picture)| {
            sizes(picture).into_iter().map(move |size| Drawn {
                path: path(folder, id, &drawing(file, picture, size.0)),
                blob: file.blob,
                size,
                sort: picture.sort,
            })
        })
        .collect()
}

/// The files of all published texts: not those that show people who do not consent to it.
fn published<'a>(desk: &Desk<'a>) -> impl Iterator<Item = (TextFolder, &'a str, &'a Attachment)> {
    let texts = desk.model.texts().filter(|(folder, id, _)| desk.publishes(*folder, id));
    texts.flat_map(move |(folder, id, prose)| {
        let files = desk.model.files(folder, id).iter();
        let shown = files.filter(move |file| !desk.is_withheld(prose, (folder, id), &file.name));
        shown.map(move |file| (folder, id, file))
    })
}

fn path(folder: TextFolder, id: &str, name: &str) -> String {
    format!("{}/{id}/{name}", folder.name())
}

/// The name of a drawing: `lesson-3f2a9c1b-960.jpg`.
fn drawing(file: &Attachment, picture: &Picture, width: u32) -> String {
    let stem = file.name.rsplit_once('.').map_or(file.name.as_str(), |(stem, _)| stem);
    let digest = Sha256::new().chain_update([WAY_OF_DRAWING]).chain_update(picture.digest).finalize();
    let stamp: String = digest.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    let suffix = match picture.sort {
        PictureSort::Photo => "jpg",
        PictureSort::Drawing => "png",
    };
    format!("{stem}-{stamp}-{width}.{suffix}")
}

/// The sizes in which a picture is drawn, from the narrowest; none is wider than its source. A drawing has one: its
/// lines stay sharp, and a smaller one would weigh more for its blurred edges.
fn sizes(picture: &Picture) -> Vec<(u32, u32)> {
    let widest = picture.width.min(WIDTHS[WIDTHS.len() - 1]);
    let narrower = WIDTHS.into_iter().filter(|width| picture.sort == PictureSort::Photo && *width < widest);
    narrower.chain([widest]).map(|width| (width, height(picture, width))).collect()
}

/// The height that keeps the proportions, never nothing.
fn height(picture: &Picture, width: u32) -> u32 {
    let (across, down) = (u64::from(picture.width), u64::from(picture.height));
    let height = (u64::from(width) * down + across / 2) / across;
    u32::try_from(height).unwrap_or(u32::MAX).max(1)
}

impl Desk<'_> {
    /// The picture that a text shows.
    pub fn picture(&self, folder: TextFolder, owner: &str, name: &str) -> Option<ShownPicture> {
        let file = self.model.file(folder, owner, name)?;
        let picture = file.picture()?;
        let address = |size: (u32, u32)| (route::file(folder, owner, &drawing(file, picture, size.0)), size);
        Some(ShownPicture { drawings: sizes(picture).into_iter().map(address).collect() })
    }

    /// Where a file beside a text stands on the site; of a picture, its widest drawing.
    pub fn file(&self, folder: TextFolder, owner: &str, name: &str) -> Href {
        let widest = self.picture(folder, owner, name).and_then(|mut picture| picture.drawings.pop());
        widest.map_or_else(|| route::file(folder, owner, name), |(href, _)| href)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(width: u32, height: u32, sort: PictureSort) -> Picture {
        Picture { width, height, sort, digest: [7; 32] }
    }

    #[test]
    fn a_picture_is_drawn_in_few_widths_and_never_larger_than_it_is() {
        use PictureSort::{Drawing, Photo};
        for (width, height, sort, expected) in [
            (4000, 3000, Photo, &[(480, 360), (960, 720), (1600, 1200)][..]),
            (3000, 4000, Photo, &[(480, 640), (960, 1280), (1600, 2133)]),
            (1600, 900, Photo, &[(480, 270), (960, 540), (1600, 900)]),
            (700, 1, Photo, &[(480, 1), (700, 1)]),
            (480, 300, Photo, &[(480, 300)]),
            (3, 40_000_000 / 3, Photo, &[(3, 13_333_333)]),
            (40_000_000, 1, Photo, &[(480, 1), (960, 1), (1600, 1)]),
            (1200, 800, Drawing, &[(1200, 800)]),
            (3200, 800, Drawing, &[(1600, 400)]),
        ] {
            assert_eq!(sizes(&picture(width, height, sort)), expected, "{width} × {height} {sort:?}");
        }
    }

    #[test]
    fn an_address_changes_with_the_bytes_and_keeps_the_name() {
        let file = |name: &str| Attachment {
            name: name.to_owned(),
            content: crate::source::AttachmentType::Pdf,
            size: 1,
            blob: 0,
        };
        let photo = picture(960, 720, PictureSort::Photo);
        let one = drawing(&file("урок 1.JPG"), &photo, 960);
        assert_eq!((one.starts_with("урок 1-"), one.ends_with("-960.jpg")), (true, true), "{one}");
        let other = drawing(&file("урок 1.JPG"), &Picture { digest: [8; 32], ..photo }, 960);
        assert_ne!(one, other);
        assert!(drawing(&file("a.b.webp"), &picture(9, 9, PictureSort::Drawing), 9).starts_with("a.b-"));
    }
}
