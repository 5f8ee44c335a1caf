//! A text into HTML: only what was judged is drawn, everything else becomes text.
//!
//! The events of the parser are rewritten one by one and then written by pulldown-cmark, which escapes all text.
//! Raw HTML becomes text; addresses come from the plan, never from the text; no attribute is the author's.

use std::borrow::Cow;
use std::collections::BTreeMap;

use pulldown_cmark::{Alignment, CodeBlockKind, CowStr, Event, Tag, TagEnd, html};

use crate::diag::Diagnostic;
use crate::model::markdown::{Comments, events, heading_level};
use crate::plan::{Address, Body, BoundFigure};
use crate::source::stray;
use crate::words::{Catalogue, Typographer};

use super::glossary::Glossary;

/// How a bound figure is drawn: its name on the page, and what it shows.
pub type DrawFigure<'f> = dyn FnMut(&str, &BoundFigure) -> Result<String, Diagnostic> + 'f;

/// Words that the drawing adds for those who listen to a page.
#[derive(Debug)]
pub struct Labels {
    /// The box in which a table scrolls.
    pub table: String,
    /// The way from a note back to the text.
    pub back: String,
    /// A task that is done.
    pub done: String,
    /// A task that is not.
    pub open: String,
    /// The way from a term to the glossary.
    pub glossary: String,
    /// In front of the words of a picture that is not published.
    pub withdrawn: String,
}

impl Labels {
    /// The words of a theme.
    pub fn of(catalogue: &Catalogue) -> Self {
        let word = |key: &str| escape(&catalogue.say(key, &[]));
        Self {
            table: word("markdown-table"),
            back: word("markdown-back"),
            done: word("markdown-done"),
            open: word("markdown-open"),
            glossary: word("markdown-glossary"),
            withdrawn: word("markdown-withdrawn"),
        }
    }
}

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
        notes: BTreeMap::new(),
        picture: None,
        comments: Comments::default(),
        glossary: Glossary::new(body.terms.as_deref(), root, &labels.glossary),
        verbatim: 0,
        skipping: false,
        figure_number: 0,
        out: Vec::new(),
    };
    for (event, range) in events(body.text) {
        writer.event(event, range.start)?;
    }
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
    /// Numbers of footnotes by label, in the order of first mention.
    notes: BTreeMap<String, usize>,
    /// The picture whose alternative text is being read.
    picture: Option<Picture>,
    comments: Comments,
    glossary: Glossary<'a>,
    /// Inside code, where nothing is set.
    verbatim: usize,
    /// Inside a bound figure, whose own text is not shown.
    skipping: bool,
    figure_number: usize,
    out: Vec<Event<'a>>,
}

struct Picture {
    src: String,
    alt: String,
    /// Pictures inside the alternative text: only their words count.
    inside: usize,
}

struct Table {
    alignments: Vec<Alignment>,
    column: usize,
    cell: &'static str,
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
            self.alternative(&event, at);
            return Ok(());
        }
        match event {
            Event::Start(tag) => self.start(tag, at)?,
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.verbatim == 0 => {
                let set = self.typographer.set(&visible(&text));
                self.text(set);
            }
            Event::Code(code) => self.code(code, at),
            Event::Html(html) | Event::InlineHtml(html) => {
                if !self.comments.hide(&html) {
                    self.out.push(Event::Text(html));
                }
            }
            Event::FootnoteReference(label) => {
                let known = self.notes.len();
                let number = self.note(&label);
                // The way back leads to the first mention; an id stands on a page once.
                let id = if number > known { format!(" id=\"note-back-{number}\"") } else { String::new() };
                self.html(format!(
                    "<sup class=\"footnote-reference\"{id}><a href=\"#note-{number}\">{number}</a></sup>"
                ));
            }
            Event::TaskListMarker(done) => {
                let (state, label) =
                    if done { (" checked", &self.labels.done) } else { ("", &self.labels.open) };
                self.html(format!("<input type=\"checkbox\" disabled{state} aria-label=\"{label}\"> "));
            }
            other => self.out.push(other),
        }
        Ok(())
    }

    /// Running text explains its terms; a heading, a link and the head of a table are left as they are.
    fn text(&mut self, set: String) {
        if self.closers.is_empty() && self.table.as_ref().is_none_or(|table| table.cell == "td") {
            self.out.extend(self.glossary.explain(set));
        } else {
            self.out.push(Event::Text(set.into()));
        }
    }

    fn note(&mut self, label: &str) -> usize {
        let next = self.notes.len() + 1;
        // Markdown takes `[^Note]` and `[^note]` for one.
        *self.notes.entry(label.to_lowercase()).or_insert(next)
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
            Tag::Paragraph | Tag::Item | Tag::DefinitionListTitle | Tag::DefinitionListDefinition => {
                self.typographer.restart();
                self.out.push(Event::Start(tag));
            }
            Tag::Heading { level, .. } => self.heading(heading_level(level)),
            Tag::Link { .. } => self.link(at),
            Tag::Image { .. } => self.picture(at),
            Tag::CodeBlock(kind) => return self.code_block(kind, at),
            Tag::Table(alignments) => {
                self.table = Some(Table { alignments, column: 0, cell: "td" });
                let label = &self.labels.table;
                self.html(format!(
                    "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{label}\"><table>"
                ));
            }
            Tag::TableHead => {
                self.set_cell("th");
                self.html("<thead><tr>");
            }
            Tag::TableRow => self.html("<tr>"),
            Tag::TableCell => self.cell(),
            Tag::FootnoteDefinition(label) => {
                let (number, back) = (self.note(&label), &self.labels.back);
                self.html(format!(
                    "<div class=\"footnote-definition\" id=\"note-{number}\"><sup class=\"footnote-definition-label\"><a href=\"#note-back-{number}\" aria-label=\"{number}: {back}\">{number}</a></sup>"
                ));
            }
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
                let closer = self.closers.pop().unwrap_or_default();
                self.html(closer);
            }
            TagEnd::CodeBlock => {
                self.verbatim = self.verbatim.saturating_sub(1);
                self.html("</code></pre>\n");
            }
            TagEnd::Table => {
                self.table = None;
                self.html("</tbody></table></div>\n");
            }
            TagEnd::TableHead => {
                self.set_cell("td");
                self.html("</tr></thead><tbody>\n");
            }
            TagEnd::TableRow => self.html("</tr>\n"),
            TagEnd::TableCell => {
                let cell = self.table.as_ref().map_or("td", |table| table.cell);
                self.html(format!("</{cell}>"));
            }
            TagEnd::FootnoteDefinition => self.html("</div>\n"),
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
            Address::Withdrawn => None,
        });
        self.closers.push(if open.is_some() { "</a>" } else { "" });
        self.html(open.unwrap_or_default());
    }

    /// A picture that the plan does not know is not drawn: its alternative text stays.
    fn picture(&mut self, at: usize) {
        match self.body.links.get(&at) {
            Some(Address::Internal(href)) => {
                let src = format!("{}{}", self.root, escape(href));
                self.picture = Some(Picture { src, alt: String::new(), inside: 0 });
            }
            Some(Address::Withdrawn) => {
                self.html(format!("<span class=\"muted\">{} ", self.labels.withdrawn));
                self.closers.push("</span>");
            }
            _ => self.closers.push(""),
        }
    }

    /// The alternative text is what stands between the two ends of the picture, without its marks.
    fn alternative(&mut self, event: &Event<'_>, at: usize) {
        let Some(picture) = &mut self.picture else { return };
        match event {
            Event::Code(code) => {
                let text = self.body.values.get(&at).map_or(&**code, |value| &value.text);
                picture.alt.push_str(&visible(text));
            }
            Event::Text(text) => picture.alt.push_str(&visible(text)),
            Event::InlineHtml(html) if !self.comments.hide(html) => picture.alt.push_str(html),
            Event::SoftBreak | Event::HardBreak => picture.alt.push(' '),
            Event::Start(Tag::Image { .. }) => picture.inside += 1,
            Event::End(TagEnd::Image) if picture.inside > 0 => picture.inside -= 1,
            Event::End(TagEnd::Image) => {
                let tag = format!("<img src=\"{}\" alt=\"{}\">", picture.src, escape(&picture.alt));
                self.picture = None;
                self.html(tag);
            }
            _ => {}
        }
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

    fn set_cell(&mut self, cell: &'static str) {
        if let Some(table) = &mut self.table {
            table.cell = cell;
            table.column = 0;
        }
    }

    fn cell(&mut self) {
        self.typographer.restart();
        let Some(table) = &mut self.table else { return };
        let class = match table.alignments.get(table.column) {
            Some(Alignment::Right) => " class=\"align-right\"",
            Some(Alignment::Center) => " class=\"align-center\"",
            _ => "",
        };
        let scope = if table.cell == "th" { " scope=\"col\"" } else { "" };
        let open = format!("<{}{scope}{class}>", table.cell);
        table.column = (table.column + 1) % table.alignments.len().max(1);
        self.html(open);
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
