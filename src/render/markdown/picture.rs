//! A picture in a text: its alternative text is heard event by event, then its tag is written.
//!
//! Apart from the other events, because what stands between the two ends of a picture is no text of the page.

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::model::markdown::Comments;
use crate::plan::{Address, ShownPicture};
use crate::words::polish;

use super::{Writer, escape, visible};

/// How wide a picture stands on the page: the column of text, or the whole of a small screen. (`--text` of the theme.)
const SIZES: &str = "(min-width: 45rem) 42rem, calc(100vw - 2.5rem)";
/// The drawing for a browser that cannot choose.
const ORDINARY: u32 = 960;

impl<'a> Writer<'a, '_> {
    /// A picture that the plan does not know is not drawn: its alternative text stays.
    pub(super) fn picture(&mut self, at: usize, title: &str) {
        match self.body.links.get(&at) {
            Some(Address::Picture(shown)) => self.picture = Some(Picture::new(shown, title)),
            Some(Address::Withdrawn) => {
                self.html(format!("<span class=\"muted\">{} ", self.labels.withdrawn));
                self.closers.push("</span>");
            }
            _ => self.closers.push(""),
        }
    }

    /// What stands between the two ends of a picture.
    pub(super) fn hear(&mut self, event: Event<'a>, at: usize) {
        let Some(picture) = &mut self.picture else { return };
        let event = match event {
            // What is said of people stands in words, here as anywhere else.
            Event::Code(code) => {
                Event::Text(self.body.values.get(&at).map_or(code, |value| value.text.clone().into()))
            }
            other => other,
        };
        if picture.hear(&event, &mut self.comments) {
            let tag = picture.tag(self.root);
            self.caption = self.picture.take().and_then(Picture::caption);
            self.html(tag);
        }
    }

    /// A picture alone in its paragraph has its title for a caption.
    pub(super) fn end_paragraph(&mut self) {
        let lone = match self.out.as_slice() {
            [.., Event::Start(Tag::Paragraph), Event::InlineHtml(tag)] => self.caption.take().zip(Some(tag)),
            _ => None,
        };
        let Some((caption, tag)) = lone else {
            self.out.push(Event::End(TagEnd::Paragraph));
            return;
        };
        let figure = format!("<figure class=\"picture\">{tag}<figcaption>{caption}</figcaption></figure>\n");
        self.out.truncate(self.out.len() - 2);
        self.html(figure);
    }
}

/// A picture whose end has not come yet.
pub(super) struct Picture<'a> {
    shown: &'a ShownPicture,
    title: String,
    alt: String,
    /// Pictures inside the alternative text: only their words count.
    inside: usize,
}

impl<'a> Picture<'a> {
    fn new(shown: &'a ShownPicture, title: &str) -> Self {
        Self { shown, title: polish(&visible(title)), alt: String::new(), inside: 0 }
    }

    /// Takes what stands between the two ends, without its marks; says whether this was the end.
    fn hear(&mut self, event: &Event<'_>, comments: &mut Comments) -> bool {
        match event {
            Event::Text(text) => self.alt.push_str(&visible(text)),
            Event::InlineHtml(html) if !comments.hide(html) => self.alt.push_str(html),
            Event::SoftBreak | Event::HardBreak => self.alt.push(' '),
            Event::Start(Tag::Image { .. }) => self.inside += 1,
            Event::End(TagEnd::Image) if self.inside > 0 => self.inside -= 1,
            Event::End(TagEnd::Image) => return true,
            _ => {}
        }
        false
    }

    /// The tag. Width and height are always there, so that nothing moves when the picture comes.
    fn tag(&self, root: &str) -> String {
        let drawings = self.shown.drawings.as_slice();
        let [.., (_, (width, height))] = drawings else { return String::new() };
        let ordinary = drawings.iter().find(|(_, (width, _))| *width >= ORDINARY).or(drawings.last());
        let src = ordinary.map_or(String::new(), |(href, _)| escape(href));
        let (choice, alt) = (self.choice(root), escape(&self.alt));
        format!(
            "<img src=\"{root}{src}\"{choice} width=\"{width}\" height=\"{height}\" loading=\"lazy\" decoding=\"async\" alt=\"{alt}\">"
        )
    }

    /// What the browser may choose from, if there is a choice.
    fn choice(&self, root: &str) -> String {
        let drawings = self.shown.drawings.iter();
        let set: Vec<String> =
            drawings.map(|(href, (width, _))| format!("{root}{} {width}w", escape(href))).collect();
        if set.len() > 1 {
            format!(" srcset=\"{}\" sizes=\"{SIZES}\"", set.join(", "))
        } else {
            String::new()
        }
    }

    /// The words below it, where it stands alone.
    fn caption(self) -> Option<String> {
        Some(escape(&self.title)).filter(|title| !title.is_empty())
    }
}
