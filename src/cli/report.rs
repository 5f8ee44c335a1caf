//! Complaints in words: for people, for editors, for programs.

use std::io::Write;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level as Heading, Origin, Renderer, Snippet};
use serde::Serialize;

use crate::diag::{Diagnostic, Diagnostics, Level, Place, Span};
use crate::source::{SourceFile, Sources, position};
use crate::words::Arg;

use super::arguments::Format;
use super::{Colour, Phrases};

/// Complaints shown at most: a longer list is not read.
const MOST: usize = 50;

/// Writes all complaints.
pub fn write(
    diagnostics: &Diagnostics,
    sources: &Sources,
    phrases: &Phrases,
    (format, colour): (Format, Colour),
    to: &mut dyn Write,
) -> std::io::Result<()> {
    let reporter = Reporter { sources, phrases };
    let mut all = diagnostics.sorted();
    // Of a long list only the beginning is shown: errors first, and among them files and forms that could not be read,
    // from which others may follow.
    all.sort_by_key(|one| (one.code.level, !one.code.id.starts_with(['S', 'F'])));
    if format == Format::Json {
        let lines: Vec<Json> = all.iter().map(|one| reporter.json(one)).collect();
        return writeln!(to, "{}", serde_json::to_string_pretty(&lines)?);
    }
    for diagnostic in all.iter().take(MOST) {
        match format {
            Format::Short => writeln!(to, "{}", reporter.short(diagnostic))?,
            _ => writeln!(to, "{}\n", reporter.human(diagnostic, colour))?,
        }
    }
    if all.len() > MOST {
        writeln!(to, "{}", phrases.say("report-more", &[("n", (all.len() - MOST).into())]))?;
    }
    Ok(())
}

struct Reporter<'a> {
    sources: &'a Sources,
    phrases: &'a Phrases,
}

impl<'a> Reporter<'a> {
    fn phrase(&self, diagnostic: &Diagnostic, part: &str) -> Option<String> {
        let args: Vec<(&str, Arg<'_>)> =
            diagnostic.args.iter().map(|(name, value)| (*name, value.into())).collect();
        self.phrases.find(&format!("{}{part}", diagnostic.code.id), &args)
    }

    fn title(&self, diagnostic: &Diagnostic) -> String {
        self.phrase(diagnostic, "").unwrap_or_else(|| diagnostic.code.id.to_owned())
    }

    /// What to do: the near word first, then the code's own advice.
    fn hints(&self, diagnostic: &Diagnostic) -> Vec<String> {
        let near = diagnostic
            .nearest
            .as_ref()
            .map(|word| self.phrases.say("did-you-mean", &[("word", word.into())]));
        let advice = self.phrase(diagnostic, ".hint");
        near.into_iter().chain(advice).collect()
    }

    fn level(&self, level: Level) -> String {
        self.phrases.say(if level == Level::Error { "level-error" } else { "level-warning" }, &[])
    }

    fn human(&self, diagnostic: &Diagnostic, colour: Colour) -> String {
        let level = self.level(diagnostic.code.level);
        let heading = if diagnostic.code.level == Level::Error { Heading::ERROR } else { Heading::WARNING };
        let title = heading.with_name(level).primary_title(self.title(diagnostic)).id(diagnostic.code.id);
        let group = match &diagnostic.place {
            Place::Span(span) => self.snippets(diagnostic, *span, title),
            Place::Path(path) => title.element(Origin::path(path.clone())),
        };
        let hint_name = self.phrases.say("level-hint", &[]);
        let group = self.hints(diagnostic).into_iter().fold(group, |group, hint| {
            group.element(Heading::HELP.with_name(hint_name.clone()).message(hint))
        });
        let renderer = if colour == Colour::Ansi { Renderer::styled() } else { Renderer::plain() };
        renderer.decor_style(DecorStyle::Ascii).render(&[group])
    }

    fn snippets<'b>(
        &'b self,
        diagnostic: &Diagnostic,
        span: Span,
        title: annotate_snippets::Title<'b>,
    ) -> Group<'b> {
        let Some(file) = self.sources.file(span.file) else { return title.element(Origin::path("?")) };
        let primary = AnnotationKind::Primary.span(range(file, span));
        let primary = match self.phrase(diagnostic, ".label") {
            Some(label) => primary.label(label),
            None => primary,
        };
        let seen = self.phrase(diagnostic, ".see").unwrap_or_else(|| self.phrases.say("see-also", &[]));
        let mut snippet = Snippet::source(file.text.as_str()).path(file.path.as_str()).annotation(primary);
        let (here, elsewhere): (Vec<Span>, Vec<Span>) =
            diagnostic.related.iter().partition(|related| related.file == span.file);
        for related in here {
            snippet =
                snippet.annotation(AnnotationKind::Context.span(range(file, related)).label(seen.clone()));
        }
        let mut group = title.element(snippet);
        for related in elsewhere {
            let Some(file) = self.sources.file(related.file) else { continue };
            let annotation = AnnotationKind::Context.span(range(file, related)).label(seen.clone());
            group = group
                .element(Snippet::source(file.text.as_str()).path(file.path.as_str()).annotation(annotation));
        }
        group
    }

    fn place(&self, diagnostic: &Diagnostic) -> (&'a str, Option<(usize, usize)>) {
        match &diagnostic.place {
            Place::Span(span) => match self.sources.file(span.file) {
                Some(file) => {
                    let at = position(&file.text, span.start as usize);
                    (file.path.as_str(), Some((at.line, at.column)))
                }
                None => ("?", None),
            },
            Place::Path(_) => ("", None),
        }
    }

    fn short(&self, diagnostic: &Diagnostic) -> String {
        let (path, at) = self.place(diagnostic);
        let path = if let Place::Path(path) = &diagnostic.place { path.as_str() } else { path };
        let at = at.map_or(String::new(), |(line, column)| format!(":{line}:{column}"));
        let hints = self.hints(diagnostic).join("; ");
        let hints = if hints.is_empty() { hints } else { format!(" ({hints})") };
        format!(
            "{path}{at}: {}[{}]: {}{hints}",
            self.level(diagnostic.code.level),
            diagnostic.code.id,
            self.title(diagnostic)
        )
    }

    fn json(&self, diagnostic: &Diagnostic) -> Json {
        let (path, at) = self.place(diagnostic);
        let file = if let Place::Path(path) = &diagnostic.place { path.clone() } else { path.to_owned() };
        let bytes =
            if let Place::Span(span) = diagnostic.place { Some([span.start, span.end]) } else { None };
        Json {
            code: diagnostic.code.id,
            level: if diagnostic.code.level == Level::Error { "error" } else { "warning" },
            file,
            line: at.map(|(line, _)| line),
            column: at.map(|(_, column)| column),
            bytes,
            message: self.title(diagnostic),
            hints: self.hints(diagnostic),
        }
    }
}

/// A complaint for programs.
#[derive(Serialize)]
struct Json {
    code: &'static str,
    level: &'static str,
    file: String,
    line: Option<usize>,
    column: Option<usize>,
    bytes: Option<[u32; 2]>,
    message: String,
    hints: Vec<String>,
}

/// A span as a range that stands inside the file, on whole characters, on one line if it is long.
fn range(file: &SourceFile, span: Span) -> std::ops::Range<usize> {
    let start = file.text.floor_char_boundary((span.start as usize).min(file.text.len()));
    let end = file.text.ceil_char_boundary((span.end as usize).clamp(start, file.text.len()));
    let line_end = file.text[start..].find('\n').map_or(file.text.len(), |newline| start + newline);
    start..end.min(line_end.max(start))
}
