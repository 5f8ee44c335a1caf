//! A text into HTML: only what was judged is drawn, everything else becomes text.
//!
//! The events of the parser are rewritten one by one and then written by pulldown-cmark, which escapes all text.
//! Raw HTML becomes text; addresses come from the plan, never from the text; no attribute is the author's.

mod labels;
mod note;
mod picture;
mod table;

use std::borrow::Cow;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, LinkType, Tag, TagEnd, html};

use crate::diag::Diagnostic;
use crate::model::markdown::{Comments, events, heading_level};
use crate::plan::{Address, Body, BoundFigure};
use crate::source::stray;
use crate::words::Typographer;

use super::glossary::Glossary;
pub use labels::Labels;
use note::Notes;
use picture::Picture;
use table::Table;

/// How a bound figure is drawn: its name on the page, and what it shows.
pub type DrawFigure<'f> = dyn FnMut(&str, &BoundFigure) -> Result<String, Diagnostic> + 'f;

/// Draws a body; `root` leads from the page to the site's root.
pub fn render(
    body: &Body<'_>,
    root: &str,
    labels: &Labels,
    figures: &mut DrawFigure<'_>,
) -> Result<String, Diagnostic> {
    let mut writer = Writer {
        body,
        root,
        labels,
        figures,
        typographer: Typographer::default(),
        headings: body.headings.iter(),
        closers: Vec::new(),
        table: None,
        table_number: 0,
        notes: Notes::default(),
        picture: None,
        caption: None,
        comments: Comments::default(),
        glossary: Glossary::new(body, root, &labels.glossary),
        running: String::new(),
        verbatim: 0,
        skipping: false,
        figure_number: 0,
        out: Vec::new(),
    };
    for (event, range) in events(body.text) {
        writer.event(event, range.start)?;
    }
    writer.end_notes();
    let mut text = String::with_capacity(body.text.len() * 3 / 2);
    html::push_html(&mut text, writer.out.into_iter());
    Ok(text)
}

struct Writer<'a, 'f> {
    body: &'a Body<'a>,
    root: &'a str,
    labels: &'a Labels,
    figures: &'f mut DrawFigure<'f>,
    typographer: Typographer,
    headings: std::slice::Iter<'a, crate::model::Heading>,
    /// How each open link or heading is closed.
    closers: Vec<&'static str>,
    table: Option<Table>,
    table_number: usize,
    notes: Notes,
    /// The picture whose alternative text is being read.
    picture: Option<Picture<'a>>,
    /// The words for below the picture of this paragraph, if nothing else is in it.
    caption: Option<String>,
    comments: Comments,
    glossary: Glossary<'a>,
    /// Running text not yet looked through for terms: one goes over the end of a line, and Markdown cuts there.
    running: String,
    /// Inside code, where nothing is set.
    verbatim: usize,
    /// Inside a bound figure, whose own text is not shown.
    skipping: bool,
    figure_number: usize,
    out: Vec<Event<'a>>,
}

impl<'a> Writer<'a, '_> {
    fn html(&mut self, html: impl Into<CowStr<'a>>) {
        self.out.push(Event::InlineHtml(html.into()));
    }

    fn event(&mut self, event: Event<'a>, at: usize) -> Result<(), Diagnostic> {
        if self.skipping {
            self.skipping = !matches!(event, Event::End(TagEnd::CodeBlock));
            return Ok(());
        }
        if self.picture.is_some() {
            self.hear(event, at);
            return Ok(());
        }
        match event {
            Event::Text(text) if self.verbatim == 0 => self.text(&visible(&text)),
            Event::SoftBreak => self.text("\n"),
            other => {
                self.end_running();
                self.mark(other, at)?;
            }
        }
        Ok(())
    }

    /// Everything but running text.
    fn mark(&mut self, event: Event<'a>, at: usize) -> Result<(), Diagnostic> {
        match event {
            Event::Start(tag) => self.start(tag, at)?,
            Event::End(tag) => self.end(tag),
            Event::Code(code) => self.code(code, at),
            Event::Html(html) | Event::InlineHtml(html) => {
                if !self.comments.hide(&html) {
                    self.out.push(Event::Text(html));
                }
            }
            Event::FootnoteReference(label) => self.mention(&label),
            Event::TaskListMarker(done) => {
                let (state, label) =
                    if done { (" checked", &self.labels.done) } else { ("", &self.labels.open) };
                self.html(format!("<input type=\"checkbox\" disabled{state} aria-label=\"{label}\"> "));
            }
            Event::HardBreak => {
                self.typographer.set("\n");
                self.out.push(Event::HardBreak);
            }
            other => self.out.push(other),
        }
        Ok(())
    }

    /// Running text explains its terms; a heading, a link and the head of a table are left as they are.
    fn text(&mut self, text: &str) {
        let set = self.typographer.set(text);
        if self.closers.is_empty() && !self.table.as_ref().is_some_and(Table::is_in_head) {
            self.running.push_str(&set);
        } else {
            self.out.push(Event::Text(set.into()));
        }
    }

    fn end_running(&mut self) {
        if !self.running.is_empty() {
            let text = std::mem::take(&mut self.running);
            self.out.extend(self.glossary.explain(text));
        }
    }

    /// A bound value says its number; other code is code.
    fn code(&mut self, code: CowStr<'a>, at: usize) {
        self.typographer.pass();
        match self.body.values.get(&at) {
            Some(value) => {
                let (text, origin) = (escape(&value.text), escape(&value.origin));
                // A name comes from no line of data.
                let bound = format!("<span class=\"bound\" title=\"{origin}\">{text}</span>");
                self.html(if origin.is_empty() { text } else { bound });
            }
            None => self.out.push(Event::Code(code)),
        }
    }

    fn start(&mut self, tag: Tag<'a>, at: usize) -> Result<(), Diagnostic> {
        match tag {
            Tag::Paragraph => {
                self.typographer.restart();
                self.caption = None;
                self.out.push(Event::Start(tag));
            }
            Tag::Item | Tag::DefinitionListTitle | Tag::DefinitionListDefinition => {
                self.typographer.restart();
                self.out.push(Event::Start(tag));
            }
            Tag::Heading { level, .. } => self.heading(heading_level(level)),
            Tag::Link { link_type, .. } => {
                self.link(at);
                // An address that is shown is copied letter by letter.
                if matches!(link_type, LinkType::Autolink | LinkType::Email) {
                    self.typographer.pass();
                    self.verbatim += 1;
                }
            }
            Tag::Image { title, .. } => self.picture(at, &title),
            Tag::CodeBlock(kind) => return self.code_block(kind, at),
            Tag::Table(alignments) => self.table(alignments),
            Tag::TableHead => self.table_head(),
            Tag::TableRow => self.html("<tr>"),
            Tag::TableCell => self.cell(),
            Tag::FootnoteDefinition(label) => self.note(&label),
            Tag::HtmlBlock => {
                self.typographer.restart();
                self.html("<p>");
            }
            other => self.out.push(Event::Start(other)),
        }
        Ok(())
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) | TagEnd::Link | TagEnd::Image => {
                self.verbatim = 0;
                let closer = self.closers.pop().unwrap_or_default();
                self.html(closer);
            }
            TagEnd::CodeBlock => {
                self.verbatim = self.verbatim.saturating_sub(1);
                self.html("</code></pre>\n");
            }
            TagEnd::Table => self.end_table(),
            TagEnd::TableHead => self.end_table_head(),
            TagEnd::TableRow => self.html("</tr>\n"),
            TagEnd::TableCell => self.end_cell(),
            TagEnd::FootnoteDefinition => self.html("</div>\n"),
            TagEnd::Paragraph => self.end_paragraph(),
            // A block of comments alone leaves nothing behind.
            TagEnd::HtmlBlock if matches!(self.out.last(), Some(Event::InlineHtml(html)) if **html == *"<p>") =>
            {
                self.out.pop();
            }
            TagEnd::HtmlBlock => self.html("</p>\n"),
            other => self.out.push(Event::End(other)),
        }
    }

    fn heading(&mut self, level: u8) {
        self.typographer.restart();
        let anchor = self.headings.next().map_or("", |heading| heading.anchor.as_str());
        let (open, close) = match level {
            2 => ("h2", "</h2>\n"),
            3 => ("h3", "</h3>\n"),
            _ => ("h4", "</h4>\n"),
        };
        self.closers.push(close);
        self.html(format!("<{open} id=\"{}\">", escape(anchor)));
    }

    /// An address that the plan does not know is not drawn: the text of the link stays.
    fn link(&mut self, at: usize) {
        let open = self.body.links.get(&at).and_then(|address| match address {
            Address::Internal(href) => Some(format!("<a href=\"{}{}\">", self.root, escape(href))),
            Address::Anchor(anchor) => Some(format!("<a href=\"#{}\">", escape(anchor))),
            Address::Foreign(address) => {
                Some(format!("<a href=\"{}\" rel=\"external noopener noreferrer\">", escape(address)))
            }
            // Shown, never a way to somewhere.
            Address::Picture(_) => None,
            Address::Withdrawn => None,
        });
        self.closers.push(if open.is_some() { "</a>" } else { "" });
        self.html(open.unwrap_or_default());
    }

    fn code_block(&mut self, kind: CodeBlockKind<'a>, at: usize) -> Result<(), Diagnostic> {
        if let Some(figure) = self.body.figures.get(&at) {
            self.figure_number += 1;
            let drawn = (self.figures)(&format!("figure-{}", self.figure_number), figure)?;
            self.html(drawn);
            self.skipping = true;
            return Ok(());
        }
        self.verbatim += 1;
        let language = match kind {
            CodeBlockKind::Fenced(info) => info.split_whitespace().next().unwrap_or_default().to_owned(),
            CodeBlockKind::Indented => String::new(),
        };
        let plain = !language.is_empty()
            && language.len() <= 20
            && language.chars().all(|c| c.is_ascii_alphanumeric());
        let class = if plain { format!(" class=\"language-{language}\"") } else { String::new() };
        self.html(format!("<pre tabindex=\"0\"><code{class}>"));
        Ok(())
    }
}

/// Text without what an entity such as `&#1;` may write into it.
fn visible(text: &str) -> Cow<'_, str> {
    match stray(text) {
        Some(_) => text.chars().filter(|c| stray(c.encode_utf8(&mut [0; 4])).is_none()).collect(),
        None => text.into(),
    }
}

/// Text as it may stand in an attribute or between tags.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}
