//! What can be taken ready-made, and the other files of a practice.

use std::collections::BTreeSet;

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

/// The other files: neither among what can be taken, nor shown in the text or beside its authors, nor withheld.
pub fn files(desk: &Desk<'_>, id: &Id<Practice>, row: &Practice) -> Vec<FileView> {
    let taken = row.transfer.take.iter().filter_map(|take| match take {
        Take::File { file, .. } => Some(&file.value),
        Take::Words(_) => None,
    });
    let shown = row.prose.links.iter().filter_map(|(_, target)| match target {
        LinkTarget::Picture(name) => Some(name),
        _ => None,
    });
    let portraits = row.authors.iter().filter_map(|author| author.identity.as_ref()?.photo.as_ref());
    let elsewhere: BTreeSet<&String> = taken.chain(shown).chain(portraits).collect();
    let others = desk.model.files(FOLDER, id.as_str()).iter().filter(|file| {
        !elsewhere.contains(&file.name) && !desk.is_withheld(&row.prose, (FOLDER, id.as_str()), &file.name)
    });
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
