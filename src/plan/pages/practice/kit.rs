//! What can be taken ready-made, and the other files of a practice.

use crate::model::{Attachment, Id, LinkTarget, Practice, Take};
use crate::source::TextFolder;
use crate::words::{polish, size};

use super::super::super::desk::Desk;
use super::super::super::views::{FileView, Link, TakeView};

const FOLDER: TextFolder = TextFolder::Practices;

/// What can be taken, in the author's order; a file with its type and size.
pub fn take(desk: &Desk<'_>, id: &Id<Practice>, row: &Practice) -> Vec<TakeView> {
    let view = |take: &Take| match take {
        Take::Words(text) => TakeView { text: polish(text), file: None },
        Take::File { file: name, title } => {
            let file = desk.model.file(FOLDER, id.as_str(), name);
            let file = file.filter(|file| !desk.is_withheld(&row.prose, (FOLDER, id.as_str()), &file.name));
            TakeView { text: polish(title), file: file.map(|file| download(desk, id, file, polish(title))) }
        }
    };
    row.transfer.take.iter().map(view).collect()
}

/// The files that neither stand among what can be taken nor are shown in the text.
pub fn files(desk: &Desk<'_>, id: &Id<Practice>, row: &Practice) -> Vec<FileView> {
    let taken = |name: &str| {
        let mut takes = row.transfer.take.iter();
        takes.any(|take| matches!(take, Take::File { file, .. } if file.value == name))
    };
    let shown = |name: &str| {
        let mut links = row.prose.links.iter();
        links.any(|(_, target)| matches!(target, LinkTarget::Picture(picture) if picture == name))
    };
    let files = desk.model.files(FOLDER, id.as_str()).iter();
    let withheld = |name: &str| desk.is_withheld(&row.prose, (FOLDER, id.as_str()), name);
    let others = files.filter(|file| !taken(&file.name) && !shown(&file.name) && !withheld(&file.name));
    others.map(|file| download(desk, id, file, file.name.clone())).collect()
}

/// A file under a title: of a picture not the author's own bytes are given, but its widest drawing.
fn download(desk: &Desk<'_>, id: &Id<Practice>, file: &Attachment, title: String) -> FileView {
    let about = match desk.picture(FOLDER, id.as_str(), &file.name) {
        Some(picture) => {
            let (width, height) = picture.drawings.last().map_or((0, 0), |(_, size)| *size);
            let points = [("width", width.to_string().into()), ("height", height.to_string().into())];
            desk.say("picture-about", &points)
        }
        None => desk.say("file-about", &[("kind", file.suffix().into()), ("size", size(file.size).into())]),
    };
    FileView { link: Link { title, href: desk.file(FOLDER, id.as_str(), &file.name) }, about }
}
