//! Reads a Markdown text for what it refers to.
//!
//! The same options serve here and in `render`, so that what was judged is what is drawn. Markdown is untrusted: raw
//! HTML will be shown as text, schemes are on an allow-list, nesting and parts are limited.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};

use crate::diag::{Diagnostic, Diagnostics, codes};

use super::raw::Piece;
use super::{Heading, LinkTarget, Prose, Said};
use super::{anchor, bound, link};

/// Blocks and spans inside one another.
const DEEPEST: usize = 24;
/// Parts (events) of one text.
const MOST_PARTS: usize = 60_000;
/// Bytes of link addresses, beyond the text's own length: reference links can repeat one long address.
const MOST_ADDRESSES: usize = 64 * 1024;

/// The Markdown that is understood: CommonMark with tables, footnotes, strikethrough, task and definition lists.
pub fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_DEFINITION_LIST
}

/// The events of a text with their places.
pub fn events(text: &str) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
    Parser::new_ext(text, options()).into_offset_iter()
}

/// The level at which a heading stands on a page whose own title is the first.
pub fn heading_level(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 | HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 | HeadingLevel::H5 | HeadingLevel::H6 => 4,
    }
}

/// Comments in raw HTML, which are left out without a word. One of several lines comes in several pieces.
#[derive(Debug, Default)]
pub struct Comments {
    open: bool,
}

impl Comments {
    /// Whether the next piece of raw HTML is a comment or a part of one.
    pub fn hide(&mut self, html: &str) -> bool {
        let html = html.trim();
        let begins = self.open || html.starts_with("<!--");
        self.open = begins && !html.contains("-->");
        begins && (self.open || html.ends_with("-->"))
    }
}

/// Reads a body.
pub fn read(piece: Piece<'_>, diagnostics: &mut Diagnostics) -> Prose {
    let mut reader = Reader {
        piece,
        diagnostics,
        prose: Prose { origin: Some(piece.span(0..0)), ..Prose::default() },
        anchors: anchor::Anchors::default(),
        heading: None,
        figure: None,
        image: None,
        comments: Comments::default(),
        depth: 0,
        addresses: 0,
    };
    reader.pasted_from_word();
    for (parts, (event, range)) in events(piece.text).enumerate() {
        let over = reader.depth > DEEPEST
            || parts > MOST_PARTS
            || reader.addresses > piece.text.len() + MOST_ADDRESSES;
        if over {
            let limit = if reader.depth > DEEPEST { "depth" } else { "parts" };
            let at = piece.span(range.start..range.start + 1);
            reader.diagnostics.push(Diagnostic::at(&codes::TOO_NESTED, at).with("limit", limit));
            break;
        }
        reader.event(event, range);
    }
    let mut prose = reader.prose;
    piece.text.clone_into(&mut prose.text);
    prose
}

/// The words of a heading, without its values.
fn words(says: &[Said]) -> String {
    let words = says.iter().map(|said| match said {
        Said::Words(words) => words.as_str(),
        Said::Value(_) => " ",
    });
    words.collect()
}

struct Reader<'a, 'd> {
    piece: Piece<'a>,
    diagnostics: &'d mut Diagnostics,
    prose: Prose,
    anchors: anchor::Anchors,
    /// The heading being read: level and what it says so far.
    heading: Option<(u8, Vec<Said>)>,
    /// The bound figure being read: its language, its place and the place of its text.
    figure: Option<(String, Range<usize>, Option<Range<usize>>)>,
    /// The picture being read: its place and its alternative text so far.
    image: Option<(Range<usize>, String)>,
    comments: Comments,
    depth: usize,
    addresses: usize,
}

impl Reader<'_, '_> {
    /// Tags of Word are no HTML for Markdown, and would reach the reader without a word.
    fn pasted_from_word(&mut self) {
        let tags = ["<o:p>", "<w:", "<v:"].into_iter();
        if let Some((at, tag)) = tags.filter_map(|tag| Some((self.piece.text.find(tag)?, tag))).min() {
            let place = self.piece.span(at..at + tag.len());
            self.diagnostics.push(Diagnostic::at(&codes::RAW_HTML, place).with("html", tag));
        }
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => {
                self.depth += 1;
                self.start(tag, range);
            }
            Event::End(tag) => {
                self.depth = self.depth.saturating_sub(1);
                self.end(tag, &range);
            }
            Event::Text(text) => self.text(&text, &range),
            Event::Code(code) => match code.strip_prefix('=') {
                Some(formula) => self.formula(formula, range),
                None => self.text(&code, &range),
            },
            Event::Html(html) | Event::InlineHtml(html) if !self.comments.hide(&html) => {
                let shown: String = html.trim().chars().take(40).collect();
                let at = self.piece.span(range);
                self.diagnostics.push(Diagnostic::at(&codes::RAW_HTML, at).with("html", shown));
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str, range: &Range<usize>) {
        if let Some((_, says)) = &mut self.heading {
            match says.last_mut() {
                Some(Said::Words(words)) => words.push_str(text),
                _ => says.push(Said::Words(text.to_owned())),
            }
        }
        if let Some((_, alt)) = &mut self.image {
            alt.push_str(text);
        }
        if let Some((_, _, inside)) = &mut self.figure {
            *inside = Some(inside.as_ref().map_or(range.start, |first| first.start)..range.end);
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Heading { level, .. } => self.heading = Some((heading_level(level), Vec::new())),
            // `<name@district.example>` is a link of letters without saying so.
            Tag::Link { link_type: LinkType::Email, dest_url, .. } => {
                self.link(&format!("mailto:{dest_url}"), range);
            }
            Tag::Link { dest_url, .. } => self.link(&dest_url, range),
            Tag::Image { dest_url, .. } => {
                self.picture(&dest_url, &range);
                self.image = Some((range, String::new()));
            }
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => {
                let language = info.split_whitespace().next().unwrap_or_default();
                if bound::is_figure(language) {
                    self.figure = Some((language.to_owned(), range, None));
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: &Range<usize>) {
        match tag {
            TagEnd::Heading(_) => {
                if let Some((level, says)) = self.heading.take() {
                    let anchor = self.anchors.of(&words(&says));
                    self.prose.headings.push(Heading { level, says, anchor });
                }
            }
            TagEnd::Image if self.image.take().is_some_and(|(_, alt)| alt.trim().is_empty()) => {
                self.diagnostics.push(Diagnostic::at(&codes::NO_ALT, self.piece.span(range.clone())));
            }
            TagEnd::CodeBlock => {
                if let Some((language, whole, inside)) = self.figure.take() {
                    self.figure_block(&language, whole, inside);
                }
            }
            _ => {}
        }
    }

    fn link(&mut self, address: &str, range: Range<usize>) {
        self.addresses += address.len();
        let place = self.piece.span(range.clone());
        match link::classify(address) {
            Ok(target) => {
                if let LinkTarget::Foreign(address) = &target
                    && let Some(host) = link::misleading(address)
                {
                    self.diagnostics.push(Diagnostic::at(&codes::MISLEADING_LINK, place).with("host", host));
                }
                self.prose.links.push((range, target));
            }
            Err(refused) => self.diagnostics.push(refused.at(place)),
        }
    }

    fn picture(&mut self, address: &str, range: &Range<usize>) {
        self.addresses += address.len();
        let place = self.piece.span(range.clone());
        match link::classify(address) {
            Ok(LinkTarget::File(file)) => self.prose.links.push((range.clone(), LinkTarget::Picture(file))),
            Ok(LinkTarget::Foreign(_)) => self.diagnostics.push(Diagnostic::at(&codes::FOREIGN_IMAGE, place)),
            Ok(LinkTarget::Thing(..) | LinkTarget::Anchor(_) | LinkTarget::Picture(_)) => {
                self.diagnostics.push(Diagnostic::at(&codes::DEAD_LINK, place).with("address", address));
            }
            Err(refused) => self.diagnostics.push(refused.at(place)),
        }
    }

    /// A formula stands for what it will say; an anchor that held it would name people and change with the data.
    fn formula(&mut self, formula: &str, range: Range<usize>) {
        if let Some((_, says)) = &mut self.heading {
            says.push(Said::Value(range.start));
        }
        if let Some((_, alt)) = &mut self.image {
            alt.push_str(formula);
        }
        self.binding(formula, range);
    }

    fn binding(&mut self, formula: &str, range: Range<usize>) {
        match (bound::mention(formula), bound::binding(formula)) {
            (Some(mention), _) => self.prose.mentions.push((range, mention)),
            (None, Some(binding)) => self.prose.bindings.push((range, binding)),
            (None, None) => {
                let at = self.piece.span(range);
                self.diagnostics
                    .push(Diagnostic::at(&codes::BAD_BINDING, at).with("formula", formula.trim()));
            }
        }
    }

    fn figure_block(&mut self, language: &str, whole: Range<usize>, inside: Option<Range<usize>>) {
        let inside = inside.unwrap_or(whole.end..whole.end);
        let text = self.piece.text.get(inside.clone()).unwrap_or_default();
        let block = Piece { file: self.piece.file, offset: self.piece.offset + inside.start, text };
        let place = self.piece.span(whole.start..whole.start + 3);
        if let Some(figure) = bound::figure(language, block, place, self.diagnostics) {
            self.prose.figures.push((whole, figure));
        }
    }
}
