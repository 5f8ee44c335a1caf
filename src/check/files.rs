//! Files beside the texts: those that links, pictures and transfer kits name are there, and pictures are pictures.

use std::collections::BTreeSet;

use crate::diag::{Diagnostic, Diagnostics, Span, codes};
use crate::model::{LinkTarget, Model, Take};
use crate::source::TextFolder;
use crate::words::nearest;

/// A text's folder and id, and the paths that the first door refused: what is missing because of it is explained.
struct Beside<'a> {
    model: &'a Model,
    folder: TextFolder,
    id: &'a str,
    refused: &'a BTreeSet<String>,
}

/// Every file that a text names stands beside it.
pub fn check_files(model: &Model, diagnostics: &mut Diagnostics) {
    let refused: BTreeSet<String> = diagnostics.refused_paths().map(str::to_owned).collect();
    for (folder, id, prose) in model.texts() {
        let beside = Beside { model, folder, id, refused: &refused };
        for (range, target) in &prose.links {
            match target {
                LinkTarget::File(name) => beside.file(name, prose.span(range), diagnostics),
                LinkTarget::Picture(name) => beside.picture(name, prose.span(range), diagnostics),
                LinkTarget::Thing(..) | LinkTarget::Anchor(_) | LinkTarget::Foreign(_) => {}
            }
        }
        for portrayal in &prose.portrayals {
            beside.file(&portrayal.file, portrayal.file.span, diagnostics);
        }
    }
    for (id, practice) in model.practices.iter() {
        let beside = Beside { model, folder: TextFolder::Practices, id: id.as_str(), refused: &refused };
        for take in &practice.transfer.take {
            if let Take::File { file, .. } = take {
                beside.file(file, file.span, diagnostics);
            }
        }
    }
}

impl Beside<'_> {
    fn file(&self, name: &str, span: Span, diagnostics: &mut Diagnostics) {
        let path = format!("content/{}/{}/{name}", self.folder.name(), self.id);
        if self.model.file(self.folder, self.id, name).is_none() && !self.refused.contains(&path) {
            let names = self.model.files(self.folder, self.id).iter().map(|file| file.name.as_str());
            let near = nearest(name, names);
            diagnostics.push(Diagnostic::at(&codes::DEAD_LINK, span).with("address", name).nearest(near));
        }
    }

    fn picture(&self, name: &str, span: Span, diagnostics: &mut Diagnostics) {
        match self.model.file(self.folder, self.id, name) {
            Some(file) if file.picture().is_none() => {
                diagnostics.push(Diagnostic::at(&codes::NOT_A_PICTURE, span).with("name", name));
            }
            _ => self.file(name, span, diagnostics),
        }
    }
}
